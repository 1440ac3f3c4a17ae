"""From a controller's result telegram (0061, 0065) to a reading."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.domain.readings import (
    OTHER_STATION,
    Judgement,
    Quality,
    Quantity,
    Reading,
    ReadingKind,
)
from device_drivers.open_protocol.fields import FieldFault, Values, parse, printable
from device_drivers.open_protocol.tables import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from device_drivers.open_protocol.message import Message

OK = 1
TIGHTENING, LOOSENING = 1, 2

#: Parameter 48 of MID 0061.  Another enumeration than that of the variable fields.
TORQUE_UNITS: Mapping[int, str] = MappingProxyType(
    {
        1: "N.m",
        2: "[lbf_av].[ft_i]",
        3: "[lbf_av].[in_i]",
        4: "kgf.m",
        5: "kgf.cm",
        6: "[oz_av].[g].[in_i]",
        7: "%",
        8: "N.cm",
    }
)
#: Results that are no rundown: what the controller did instead.
OTHER_TYPES: Mapping[int, str] = MappingProxyType(
    {
        3: "batch increment",
        4: "batch decrement",
        5: "bypass parameter set",
        6: "abort job",
        7: "sync tightening",
        8: "reference setup",
        9: "batch reset",
        10: "job restart",
    }
)
_JUDGEMENTS = MappingProxyType({0: Judgement.LOW, 1: Judgement.OK, 2: Judgement.HIGH})
_IDENTIFIERS = ("vin", "identifier_2", "identifier_3", "identifier_4")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads results of one source.

    ``torque_unit`` (UCUM) is used where the telegram does not say: revisions 1 and 2.
    ``number_of`` gives the number a program is selected by for the one that results call it by.
    ``station`` is the virtual station we talk to, ``header_station`` what headers call it;
    results of another get a source of their own, because every station counts for itself.
    """

    source: str
    now: Callable[[], datetime]
    torque_unit: str = "N.m"
    number_of: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    station: int | None = None
    header_station: int = 1

    def read(self, message: Message, *, backfilled: bool = False) -> Reading:
        """The reading in ``message``; quarantined, with the raw bytes, if it cannot be trusted."""
        layout = LAYOUTS.get((message.mid, message.revision))
        if layout is None:
            return self.quarantine(message, f"{message} is not known here")
        try:
            values = parse(layout, message.body)
        except FieldFault as fault:
            return self.quarantine(message, f"{message}: {fault}")
        result_id = values.get("tightening_id")
        if not isinstance(result_id, int):
            return self.quarantine(message, f"{message} has no tightening id")
        source = self.source_of(message, values)
        return self._reading(values, str(result_id), source=source, backfilled=backfilled)

    def quarantine(self, message: Message, reason: str) -> Reading:
        """What is kept of a telegram nobody can read."""
        digest = hashlib.sha256(message.frame).hexdigest()[:16]
        return Reading(
            kind=ReadingKind.TIGHTENING,
            source=self.source,
            result_id=f"frame:{digest}",
            received_at=self.now(),
            quality=Quality.QUARANTINED,
            reason=reason,
            raw=message.frame.hex(),
        )

    def gap(self, first: int, last: int, *, epoch: int, reason: str) -> Reading:
        """The results ``first`` to ``last`` were made and can no longer be had.

        Also a gap of one has an id that no result has: the result may come late all the same.
        """
        return Reading(
            kind=ReadingKind.GAP,
            source=self.source,
            epoch=epoch,
            result_id=f"{first}-{last}",
            received_at=self.now(),
            reason=reason,
        )

    def note(self, result_id: str, kind: ReadingKind, state: str, *, epoch: int = 1) -> Reading:
        """Something to be known of the results themselves."""
        return Reading(
            kind=kind,
            source=self.source,
            epoch=epoch,
            result_id=result_id,
            received_at=self.now(),
            state=state,
        )

    def program(self, index: object) -> str | None:
        """The number a program is selected by, as text."""
        return str(self.number_of.get(index, index)) if isinstance(index, int) else None

    def source_of(self, message: Message, values: Values) -> str:
        """Our source, or that of the other station the result is of."""
        station = values.get("station_id")
        if isinstance(station, int) and self.station is not None and station != self.station:
            return f"{self.source}{OTHER_STATION}{station}"
        if message.station != self.header_station:
            return f"{self.source}{OTHER_STATION}{message.station}"
        return self.source

    def _reading(
        self, values: Values, result_id: str, *, source: str, backfilled: bool
    ) -> Reading:
        kind, ok, state = verdict(values)
        return Reading(
            kind=kind,
            source=source,
            result_id=result_id,
            received_at=self.now(),
            at_device=_text(values, "time"),
            ok=ok,
            state=state,
            values=self._quantities(values),
            program=self.program(values.get("pset")),
            identifiers=tuple(
                text for name in _IDENTIFIERS if (text := _text(values, name)) is not None
            ),
            counter=_counter(values),
            backfilled=backfilled,
        )

    def _quantities(self, values: Values) -> tuple[Quantity, ...]:
        unit = values.get("torque_unit")
        torque_unit = TORQUE_UNITS.get(unit, "?") if isinstance(unit, int) else self.torque_unit
        found = (
            quantity(values, "torque", torque_unit),
            quantity(_scaled(values), "angle", "deg"),
        )
        return tuple(each for each in found if each is not None)


#: The batch status of a controller that counts no batch.
NO_BATCH = 2


def verdict(values: Values) -> tuple[ReadingKind, bool | None, str | None]:
    """Kind, ok and state.  OK is only what the controller calls OK and a tightening.

    Revisions 1 and 2 do not say what sort of result it is; there the status must do.
    """
    is_ok = values.get("status") == OK
    result_type = values.get("result_type")
    if result_type is None or result_type == TIGHTENING:
        return ReadingKind.TIGHTENING, is_ok, None
    if result_type == LOOSENING:
        return ReadingKind.LOOSENING, False, None
    known = OTHER_TYPES.get(result_type) if isinstance(result_type, int) else None
    return ReadingKind.STATE, None, known or f"result type {result_type}"


def _counter(values: Values) -> int | None:
    """The batch counter, where a batch is in use."""
    size, counter = values.get("batch_size"), values.get("batch_counter")
    is_used = isinstance(size, int) and size > 0 and values.get("batch_status") != NO_BATCH
    return counter if is_used and isinstance(counter, int) else None


def _scaled(values: Values) -> Values:
    """Angles as they are meant: in hundredths where the telegram has them, and scaled."""
    fine, whole = values.get("final_angle"), values.get("angle")
    known = dict(values)
    if isinstance(fine, Decimal) and isinstance(whole, int) and abs(fine - whole) < 1:
        known["angle"] = fine
    above, below = values.get("angle_numerator"), values.get("angle_denominator")
    if (
        not (isinstance(above, int) and isinstance(below, int) and above and below)
        or above == below
    ):
        return known
    for name in ("angle", "angle_min", "angle_max", "angle_target"):
        angle = known.get(name)
        if isinstance(angle, int | Decimal):
            known[name] = Decimal(angle) * above / below
    return known


def quantity(values: Values, name: str, unit: str) -> Quantity | None:
    """A value with its limits, by the names the tables give them."""
    value = _decimal(values, name)
    if value is None:
        return None
    low, high = _decimal(values, f"{name}_min"), _decimal(values, f"{name}_max")
    status = values.get(f"{name}_status")
    return Quantity(
        name=name,
        value=value,
        unit=unit,
        # Limits and targets of zero are how a controller says that there are none.
        low=low if low or high else None,
        high=high or None,
        target=_decimal(values, f"{name}_target") or None,
        judgement=_JUDGEMENTS.get(status, Judgement.NOT_JUDGED)
        if isinstance(status, int)
        else Judgement.NOT_JUDGED,
    )


def _decimal(values: Values, name: str) -> Decimal | None:
    value = values.get(name)
    return Decimal(value) if isinstance(value, int | Decimal) else None


def _text(values: Values, name: str) -> str | None:
    value = values.get(name)
    return printable(value) if isinstance(value, str) else None
