"""1201 and 1202: results of variable fields, in several telegrams, asked for again by index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.readings import Reading
from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.fields import FieldFault, Value, parse
from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.refusals import Refused
from device_drivers.open_protocol.results import OK, quantity, verdict
from device_drivers.open_protocol.tables import LAYOUTS
from device_drivers.open_protocol.variables import UNITS, Parameter, parameters

if TYPE_CHECKING:
    from decimal import Decimal

    from device_drivers.open_protocol.dialogue import Dialogue
    from device_drivers.open_protocol.fields import Values
    from device_drivers.open_protocol.profile import Parameters
    from device_drivers.open_protocol.results import Reader

OVERALL, OBJECT, ACKNOWLEDGE = 1201, 1202, 1203
#: New results only, and the telegrams of their objects too.
NEW_WITH_OBJECTS = "0" * 10 + " " * 19 + "1"
#: Results whose telegrams are not all here; older ones are given up, and asked for again.
MAX_WAITING = 4


class OperationResults:
    """See :class:`device_drivers.open_protocol.result_feed.ResultFeed`."""

    events = frozenset({OVERALL, OBJECT})

    def __init__(self, dialogue: Dialogue, reader: Reader, pids: Parameters) -> None:
        self._dialogue = dialogue
        self._reader = reader
        self._pids = pids
        self._waiting: dict[int, dict[int, Values]] = {}

    async def subscribe(self, last: int | None) -> bool:  # noqa: ARG002  asked for one by one
        return await self._dialogue.demand_generic(OVERALL, NEW_WITH_OBJECTS)

    def read(self, message: Message) -> Reading | None:
        layout = LAYOUTS.get((message.mid, message.revision))
        if layout is None:
            return self._reader.quarantine(message, f"{message} is not known here")
        try:
            values = parse(layout, message.body)
        except FieldFault as fault:
            return self._reader.quarantine(message, f"{message}: {fault}")
        return self._collect(values)

    def acknowledgement(self, message: Message) -> Message:  # noqa: ARG002  always the same
        return build(ACKNOWLEDGE)

    async def fetch(self, number: int) -> Reading | None:
        """Without its objects when it is asked for by its index: limits and values are there."""
        try:
            values = await self._dialogue.read_generic(OVERALL, f"{number:010d}")
        except Refused as refusal:
            if refusal.error in refusals.NOT_NOW:
                raise
            return None
        return self._reading([values], backfilled=True)

    def _collect(self, values: Values) -> Reading | None:
        number, total = _whole(values, "result_id"), _whole(values, "messages")
        parts = self._waiting.setdefault(number, {})
        parts[_whole(values, "message")] = values
        while len(self._waiting) > MAX_WAITING:
            del self._waiting[next(iter(self._waiting))]
        if len(parts) < total:
            return None
        del self._waiting[number]
        return self._reading([parts[index] for index in sorted(parts)], backfilled=False)

    def _reading(self, parts: list[Values], *, backfilled: bool) -> Reading:
        overall = parts[0]
        found = {parameter.pid: parameter for part in parts for parameter in parameters(part)}
        values = self._named(overall, found)
        kind, ok, state = verdict(values)
        unit = found.get(self._pids.torque, Parameter("", "")).unit
        quantities = (
            quantity(values, "torque", UNITS.get(unit, self._reader.torque_unit)),
            quantity(values, "angle", "deg"),
        )
        identifier = found.get(self._pids.identifier)
        return Reading(
            kind=kind,
            source=self._reader.source,
            result_id=str(_whole(overall, "result_id")),
            received_at=self._reader.now(),
            at_device=str(overall["time"]) if overall.get("time") else None,
            ok=ok,
            state=state,
            values=tuple(each for each in quantities if each is not None),
            program=self._reader.program(values.get("pset")),
            identifiers=(identifier.text.strip(),)
            if identifier and identifier.text.strip()
            else (),
            backfilled=backfilled,
        )

    def _named(self, overall: Values, found: dict[str, Parameter]) -> dict[str, Value]:
        """By the names a last result has."""
        pids = self._pids
        return {
            "status": OK if overall.get("status") == OK else 0,
            "result_type": overall.get("operation"),
            "pset": _number(found, pids.program),
            "torque": _decimal(found, pids.torque),
            "torque_status": _number(found, pids.torque_status),
            "torque_min": _decimal(found, pids.torque_min),
            "torque_max": _decimal(found, pids.torque_max),
            "torque_target": _decimal(found, pids.torque_target),
            "angle": _decimal(found, pids.angle),
            "angle_status": _number(found, pids.angle_status),
            "angle_min": _decimal(found, pids.angle_min),
            "angle_max": _decimal(found, pids.angle_max),
            "angle_target": _decimal(found, pids.angle_target),
        }


def _whole(values: Values, name: str) -> int:
    value = values.get(name)
    return value if isinstance(value, int) else 0


def _decimal(found: dict[str, Parameter], pid: str) -> Decimal | None:
    parameter = found.get(pid)
    return parameter.number if parameter is not None else None


def _number(found: dict[str, Parameter], pid: str) -> int | None:
    number = _decimal(found, pid)
    return int(number) if number is not None else None
