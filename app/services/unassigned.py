"""What tools made that is nobody's: a lead says whose it is, or that it belongs to no unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.events import ReadingDiscarded
from app.domain.plant import DecidedSituation
from app.domain.refusal import Refusal
from app.domain.rights import SETTLE_RESULTS
from app.domain.rules import AssignReading, may_be_assigned
from app.ports.journal import NewEvent
from app.services.acts import Act
from app.services.decisions import decisions_here
from app.services.station_state import Choice, PickedResult
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from app.domain.envelope import Actor
    from app.domain.readings import Reading
    from app.ports.journal import KeptResult
    from app.services.acts import Acts
    from app.services.workplace import Workplace

#: The plant's decisions that leave nothing to do here.
_NOBODYS = frozenset({"not_ours", "noted"})
#: As many as fit on a page of the screen; the others come when these are settled.
MOST_SHOWN = 6
MOST_DECISIONS = 9


@dataclass(frozen=True, slots=True)
class PickResult(Act):
    """Look at the unassigned result at ``number`` (from 0)."""

    number: int


@dataclass(frozen=True, slots=True)
class AssignResult(Act):
    """The picked result was made on ``serial``, at its open step."""

    serial: str


@dataclass(frozen=True, slots=True)
class DiscardResult(Act):
    """The picked result belongs to no unit."""

    why: str


class UnassignedResults:
    """Call it inside a turn; ``noted`` is told what became of the unit in work."""

    def __init__(self, at: Workplace) -> None:
        self._journal = at.ports.journal
        self._reference = at.ports.reference
        self._work = at.work
        self._board = at.board
        self._actor = at.actor
        self._noted = at.noted

    def add_to(self, acts: Acts) -> None:
        acts.add(PickResult, self._pick)
        acts.add(AssignResult, self._assign)
        acts.add(DiscardResult, self._discard_picked)

    async def see(self) -> None:
        """Look again at what waits."""
        self._board.update(unassigned=await self._journal.unassigned(MOST_SHOWN))

    async def see_decided(self) -> None:
        """Show what the plant decided; what it found to be nobody's is settled here too."""
        station = self._board.state.station.station
        here = await decisions_here(self._reference, self._journal, station, most=MOST_DECISIONS)
        self._board.update(decisions=here)
        decided = {
            one.situation: one
            for one in await self._reference.all(DecidedSituation)
            if one.kind == "unassigned" and one.station == station
        }
        for kept in self._board.state.unassigned.oldest if decided else ():
            found = decided.get(_situation(station, kept.body.reading))
            if found is not None and found.decision in _NOBODYS:
                await self._discard(kept, f"plant:{found.decision}", SYSTEM)
                await self.see()

    async def _pick(self, act: PickResult) -> None:
        """Show it, with the units it may be of."""
        oldest = self._board.state.unassigned.oldest
        picked = None
        if 0 <= act.number < len(oldest):
            kept = oldest[act.number]
            picked = PickedResult(kept, await self._choices(kept))
        self._board.update(picked=picked)

    async def _assign(self, act: AssignResult) -> Refusal | None:
        """From now on it counts at the unit's open step."""
        picked, serial = self._may_settle(), act.serial
        if isinstance(picked, Refusal):
            return picked
        if serial not in {choice.serial for choice in picked.choices}:
            return Refusal("result.not_for_unit", {"serial": serial})
        command = AssignReading(picked.kept.body.reading)
        result = await self._work.apply_to(serial, command, self._actor())
        if isinstance(result, Refusal):
            return result
        await self._settled()
        if self._work.run is not None and self._work.run.serial == serial:
            await self._noted(result)
        return None

    async def _discard_picked(self, act: DiscardResult) -> Refusal | None:
        picked = self._may_settle()
        if isinstance(picked, Refusal):
            return picked
        await self._discard(picked.kept, act.why, self._actor())
        await self._settled()
        return None

    async def _discard(self, kept: KeptResult, why: str, actor: Actor) -> None:
        reading = kept.body.reading
        body = ReadingDiscarded(
            source=reading.source, epoch=reading.epoch, result_id=reading.result_id, why=why
        )
        refs = self._work.refs(serial=kept.unit or "")
        await self._journal.append(NewEvent(body, actor, refs))

    def _may_settle(self) -> PickedResult | Refusal:
        picked = self._board.state.picked
        if not self._board.state.people.may(SETTLE_RESULTS):
            return self._board.state.people.without(SETTLE_RESULTS)
        if picked is None or picked.kept not in self._board.state.unassigned.oldest:
            return Refusal("result.settled")
        return picked

    async def _settled(self) -> None:
        self._board.update(picked=None)
        await self.see()

    async def _choices(self, kept: KeptResult) -> tuple[Choice, ...]:
        """The unit it names, the one in work when it came, and the one on the screen."""
        body, open_run = kept.body, self._work.run
        on_screen = None if open_run is None else open_run.serial
        serials = dict.fromkeys([kept.unit, *body.reading.identifiers, body.during, on_screen])
        found = []
        for serial in filter(None, serials):
            run = await self._work.look_at(serial)
            if isinstance(run, Refusal) or not may_be_assigned(run, body.reading):
                continue
            if run.current is not None:
                found.append(Choice(serial, run.current.step))
        return tuple(found)


def _situation(station: str, reading: Reading) -> str:
    """What the plant calls it."""
    return f"unassigned:{station}:{reading.source}:{reading.epoch}:{reading.result_id}"
