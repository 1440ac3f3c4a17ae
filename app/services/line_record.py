"""Keeps facts about the line: in the journal first, on the board after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.ports.journal import NewEvent
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from app.domain.envelope import Actor
    from app.domain.events import Body, SignedOff
    from app.ports.clock import Clock
    from app.ports.journal import Journal, LineFact
    from app.services.line_state import LineState
    from app.services.sign_in import SignIn
    from app.services.state_board import StateBoard
    from app.services.station_state import StationState
    from app.services.unit_work import UnitWork


class LineRecord:
    """Shared by the services about calls, stops and handovers.  Call it inside a turn."""

    def __init__(
        self,
        *,
        journal: Journal,
        board: StateBoard,
        work: UnitWork,
        sign_in: SignIn,
        clock: Clock,
    ) -> None:
        self._board = board
        self._work = work
        self._sign_in = sign_in
        self._count = 0
        self.journal = journal
        self.clock = clock
        self.is_new = True

    @property
    def state(self) -> StationState:
        return self._board.state

    @property
    def line(self) -> LineState:
        return self._board.state.line

    @property
    def name(self) -> str | None:
        """Of whoever is signed in."""
        person = self.state.person
        return None if person is None else person.name

    def show(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of LineState
        self._board.update(line=replace(self.line, **changes))

    async def keep(self, body: Body, *, at_us: int | None = None, by_system: bool = False) -> None:
        """Durable when it returns; what follows from it is seen at the end of the turn."""
        actor: Actor = SYSTEM if by_system else self._sign_in.actor
        refs = self._work.refs(self._work.step_id)
        await self.journal.append(NewEvent(body, actor, refs, at=at_us))
        self.is_new = True

    async def keep_signed(self, signature: SignedOff, body: Body) -> None:
        """As :meth:`keep`, with the signature that is given for ``body``."""
        await self._work.note(self._sign_in.actor, signature, body)
        self.is_new = True

    async def facts(self, since_us: int) -> tuple[LineFact, ...]:
        return await self.journal.line_facts(since_us)

    def new_name(self, kind: str) -> str:
        """Never used twice, whatever anybody does to the clock."""
        self._count += 1
        return f"{kind}-{self.clock.boot[:8]}-{self.clock.mono_ns():x}-{self._count}"
