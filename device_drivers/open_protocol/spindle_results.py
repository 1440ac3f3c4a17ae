"""0100 to 0103: one result for all spindles; older ones by subscribing from a number on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.readings import Quantity, Reading
from device_drivers.open_protocol.fields import FieldFault, Values, parse
from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.results import quantity, verdict
from device_drivers.open_protocol.tables import LAYOUTS

if TYPE_CHECKING:
    from device_drivers.open_protocol.dialogue import Dialogue
    from device_drivers.open_protocol.results import Reader

SUBSCRIBE, RESULT, ACKNOWLEDGE = 100, 101, 102
LIMITS = (
    "torque_min",
    "torque_max",
    "torque_target",
    "angle_min",
    "angle_max",
    "angle_target",
)


class SpindleResults:
    """See :class:`device_drivers.open_protocol.result_feed.ResultFeed`.

    The values of one spindle are ``torque`` and ``angle``, as with a single tool; of several,
    ``torque_1``, ``angle_1`` and so on, by the spindle's number.
    """

    events = frozenset({RESULT})

    def __init__(self, dialogue: Dialogue, reader: Reader) -> None:
        self._dialogue = dialogue
        self._reader = reader

    async def subscribe(self, last: int | None) -> bool:
        values: Values = {"data_number": last + 1 if last else 0, "new_only": int(not last)}
        return await self._dialogue.demand(SUBSCRIBE, values)

    def read(self, message: Message) -> Reading | None:
        layout = LAYOUTS.get((message.mid, message.revision))
        if layout is None:
            return self._reader.quarantine(message, f"{message} is not known here")
        try:
            return self._reading(message, parse(layout, message.body))
        except FieldFault as fault:
            return self._reader.quarantine(message, f"{message}: {fault}")

    def acknowledgement(self, message: Message) -> Message:  # noqa: ARG002  always the same
        return build(ACKNOWLEDGE)

    async def fetch(self, number: int) -> Reading | None:  # noqa: ARG002  there is no asking
        return None

    def _reading(self, message: Message, values: Values) -> Reading:
        number = values.get("sync_tightening_id")
        if not isinstance(number, int):
            return self._reader.quarantine(message, f"{message} has no tightening id")
        kind, ok, state = verdict(values)
        vin, time = values.get("vin"), values.get("time")
        return Reading(
            kind=kind,
            source=self._reader.source,
            result_id=str(number),
            received_at=self._reader.now(),
            at_device=str(time) if time else None,
            ok=ok,
            state=state,
            values=tuple(self._quantities(values)),
            program=self._reader.program(values.get("pset")),
            identifiers=(str(vin),) if vin else (),
        )

    def _quantities(self, values: Values) -> list[Quantity]:
        spindles = values.get("spindles")
        every = spindles if isinstance(spindles, tuple) else ()
        found = [spindle for spindle in every if not isinstance(spindle, int | None)]
        limits = {name: values.get(name) for name in LIMITS}
        quantities = []
        for spindle in found:
            number = spindle.get("spindle")
            for name, unit in (("torque", self._reader.torque_unit), ("angle", "deg")):
                measured = quantity({**limits, **spindle}, name, unit)
                if measured is not None:
                    called = name if len(found) == 1 else f"{name}_{number}"
                    quantities.append(replace(measured, name=called))
        return quantities
