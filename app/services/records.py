"""Why is this blocked, where does this number come from: the records behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.plant import Hold
from app.ports.records import Found
from app.services.acts import Act

if TYPE_CHECKING:
    from app.domain.refusal import Refusal
    from app.ports.journal import Reference
    from app.ports.records import Record, Records
    from app.services.acts import Acts
    from app.services.state_board import StateBoard

#: So many are shown at most; the count of all is said.
MOST = 60
VALUES = frozenset(
    {
        "tightening.recorded",
        "measurement.recorded",
        "point.inspected",
        "part.fitted",
        "photo.taken",
        "step.confirmed",
        "nok.acknowledged",
        "curve.attached",
        "curve.read",
    }
)
#: What has a name of its own: the kind of record that begins it, and where the name stands.
_BY_NAME = {
    "call": ("call.opened", "$.body.call"),
    "bypass": ("bypass.activated", "$.body.bypass"),
    "watch": ("decision.made", "$.body.decision"),
    "question": ("handover.asked", "$.body.question"),
}
_HELD = frozenset({"unit.held"})


@dataclass(frozen=True, slots=True)
class LookUp(Act):
    """Show the records behind something.

    ``what`` is "step" (values of the step ``argument``), "unit", "check" (a run of one), "order"
    (units done), "waiting", "device", "refusal" (what the refusal on the screen names),
    "on_hold", or "call", "bypass", "watch" and "question" by their names.
    """

    what: str
    argument: str = ""


class RecordLookUp:
    """Answers on the board; runs on the I/O loop."""

    def __init__(self, records: Records, reference: Reference, board: StateBoard) -> None:
        self._records = records
        self._reference = reference
        self._board = board

    def add_to(self, acts: Acts) -> None:
        acts.add(LookUp, self._look_up)

    async def _look_up(self, act: LookUp) -> Refusal | None:
        found = await self._find(act)
        self._board.update(found=found)
        return None

    async def _find(self, act: LookUp) -> Found:
        match act.what:
            case "step":
                run = self._board.state.run
                serial = "" if run is None else run.serial
                records = await self._records.of_unit(
                    serial, kinds=VALUES, step=act.argument, most=MOST
                )
            case "unit" | "check":
                records = await self._records.of_unit(
                    act.argument, kinds=None, step=None, most=MOST
                )
            case "order":
                records = await self._records.of_kind(
                    "unit.completed", key="$.refs.order", value=act.argument, most=MOST
                )
            case "device":
                records = await self._records.of_kind(
                    "device.changed", key="$.body.device", value=act.argument, most=MOST
                )
            case "call" | "bypass" | "watch" | "question":
                kind, key = _BY_NAME[act.what]
                records = await self._records.of_kind(kind, key=key, value=act.argument, most=MOST)
            case "on_hold":
                hold = await self._reference.get(Hold, act.argument)
                return Found(act.what, act.argument, hold=hold)
            case "waiting":
                records = await self._records.waiting(MOST)
            case _:
                return await self._behind_refusal(act)
        return Found(act.what, act.argument, *records)

    async def _behind_refusal(self, act: LookUp) -> Found:
        """The hold it names, or what was recorded of the unit it names."""
        shown = self._board.state.refusal
        facts = {} if shown is None else shown.refusal.facts
        hold = await self._reference.get(Hold, facts["hold"]) if "hold" in facts else None
        if hold is not None:
            return Found(act.what, act.argument, hold=hold)
        records: tuple[Record, ...] = ()
        total = 0
        unit = unit_named(facts)
        if unit is not None:
            kinds = _HELD if shown is not None and shown.refusal.code == "unit.held" else None
            records, total = await self._records.of_unit(unit, kinds=kinds, step=None, most=MOST)
            if not records and kinds is not None:
                records, total = await self._records.of_unit(
                    unit, kinds=None, step=None, most=MOST
                )
        return Found(act.what, act.argument, records, total)


def unit_named(facts: dict[str, str]) -> str | None:
    """The unit that a refusal speaks of."""
    return facts.get("unit") or facts.get("serial") or facts.get("open")


def names_a_record(refusal: Refusal) -> bool:
    """Whether there may be a record behind a refusal."""
    return "hold" in refusal.facts or unit_named(refusal.facts) is not None
