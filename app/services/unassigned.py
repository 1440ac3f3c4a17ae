"""What tools made that is nobody's: a lead says whose it is, or that it belongs to no unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.events import ReadingDiscarded
from app.domain.plant import DecidedSituation
from app.domain.refusal import Refusal
from app.domain.rules import AssignReading, may_be_assigned
from app.ports.journal import NewEvent
from app.services.station_state import Choice, PickedResult
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from app.domain.envelope import Actor
    from app.domain.events import Body
    from app.domain.readings import Reading
    from app.ports.journal import Journal, KeptResult, Reference
    from app.services.state_board import StateBoard
    from app.services.unit_work import UnitWork

#: Who may say so.
DECIDES = "lead"
#: The plant's decisions that leave nothing to do here.
_NOBODYS = frozenset({"not_ours", "noted"})
#: As many as fit on a page of the screen; the others come when these are settled.
MOST_SHOWN = 6


class UnassignedResults:
    """Call it inside a turn."""

    def __init__(
        self, *, journal: Journal, reference: Reference, work: UnitWork, board: StateBoard
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._work = work
        self._board = board

    async def see(self) -> None:
        """Look again at what waits."""
        self._board.update(unassigned=await self._journal.unassigned(MOST_SHOWN))

    async def see_decided(self) -> None:
        """What the plant decided to be nobody's is settled here too."""
        station = self._board.state.station.station
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

    async def pick(self, number: int) -> None:
        """Show the one at ``number``, with the units it may be of."""
        oldest = self._board.state.unassigned.oldest
        picked = None
        if 0 <= number < len(oldest):
            picked = PickedResult(oldest[number], await self._choices(oldest[number]))
        self._board.update(picked=picked)

    async def assign(self, serial: str, actor: Actor) -> tuple[Body, ...] | Refusal:
        """The picked one was made on ``serial``: it counts at its open step."""
        picked = self._may_settle()
        if isinstance(picked, Refusal):
            return picked
        if serial not in {choice.serial for choice in picked.choices}:
            return Refusal("result.not_for_unit", {"serial": serial})
        command = AssignReading(picked.kept.body.reading)
        result = await self._work.apply_to(serial, command, actor)
        if not isinstance(result, Refusal):
            await self._settled()
        return result

    async def discard(self, why: str, actor: Actor) -> Refusal | None:
        """The picked one belongs to no unit."""
        picked = self._may_settle()
        if isinstance(picked, Refusal):
            return picked
        await self._discard(picked.kept, why, actor)
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
        person, picked = self._board.state.person, self._board.state.picked
        if person is None or person.role != DECIDES:
            return Refusal("result.lead_only")
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
