"""The units of this station that wait for a person: finished without proof, or held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.events import UnitCompleted, UnitHeld
from app.domain.evidence_rules import why_not_resolved
from app.domain.refusal import Refusal
from app.domain.unit_run import FINAL
from app.services.acts import Act
from app.services.evidence_state import WaitingUnit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from app.ports.journal import LineFact
    from app.services.acts import Acts
    from app.services.workplace import Workplace

#: What waits for longer is the plant's: its server says so.
LOOK_BACK_DAYS = 30
#: More are not worked off at one station; the list says how many pages it has.
MOST_WAITING = 60
_DAY_US = 86_400_000_000
_HELD = "held"


@dataclass(frozen=True, slots=True)
class LookAtWaiting(Act):
    """Show the units that wait, those that wait longest first; nothing is recorded by it."""


class WaitingUnits:
    """Call it inside a turn."""

    def __init__(self, at: Workplace) -> None:
        self._journal = at.ports.journal
        self._now_us = at.ports.clock.now_us
        self._board = at.board
        self._work = at.work

    def add_to(self, acts: Acts) -> None:
        acts.add(LookAtWaiting, self._look)

    async def _look(self, act: LookAtWaiting) -> Refusal | None:  # noqa: ARG002 - carries nothing
        facts = await self._journal.line_facts(self._now_us() - LOOK_BACK_DAYS * _DAY_US)
        last = _last_of_each(facts)
        found = await _first(self._found(last))
        held = await _first(self._held(last))
        waiting = sorted((*found, *held), key=lambda unit: unit.since_us)
        self._board.update(waiting=tuple(waiting[:MOST_WAITING]))
        return None

    async def _found(self, last: Iterable[LineFact]) -> AsyncIterator[WaitingUnit]:
        """Finished and not provable, and nobody has settled it; the longest first."""
        for fact in sorted(last, key=lambda fact: fact.at_us):
            body = fact.body
            if not isinstance(body, UnitCompleted) or body.evidence == "provable":
                continue
            run = await self._work.look_at(body.serial)
            if isinstance(run, Refusal) or why_not_resolved(run) is not None:
                continue
            yield WaitingUnit(body.serial, fact.at_us, gaps=body.gaps, work=run.work)

    async def _held(self, last: Iterable[LineFact]) -> AsyncIterator[WaitingUnit]:
        """Held on the way: however long ago, as long as it stands."""
        owners = {f.body.serial: f.body.owner for f in last if isinstance(f.body, UnitHeld)}
        standing = await self._journal.standing_units()
        for unit in sorted(standing, key=lambda unit: unit.since_us or 0):
            if unit.state != _HELD:
                continue
            run = await self._work.look_at(unit.serial)
            if isinstance(run, Refusal) or run.held is None or run.held in FINAL:
                continue
            owner = owners.get(unit.serial) or ""
            yield WaitingUnit(unit.serial, unit.since_us or 0, held=run.held, owner=owner)


async def _first(units: AsyncIterator[WaitingUnit]) -> list[WaitingUnit]:
    """No more than are shown: each is read whole, and the tool waits for this turn."""
    found: list[WaitingUnit] = []
    async for unit in units:
        found.append(unit)
        if len(found) == MOST_WAITING:
            break
    return found


def _last_of_each(facts: Iterable[LineFact]) -> tuple[LineFact, ...]:
    """What became of each unit last."""
    last: dict[str, LineFact] = {}
    for fact in facts:
        if isinstance(fact.body, UnitCompleted | UnitHeld):
            last[fact.body.serial] = fact
    return tuple(last.values())
