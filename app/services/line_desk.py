"""Everything about the line at one station: calls for help, stops, the handover of the shift."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.services.broadcasts import Broadcasts
from app.services.calls import Calls
from app.services.handover import Handover
from app.services.handover_news import NewsSince
from app.services.line_record import LineRecord
from app.services.line_state import LineRules, LineState, ShiftSpan
from app.services.shift_plan import ShiftPlan
from app.services.stop_settling import StopSettling
from app.services.stops import Stops

if TYPE_CHECKING:
    from app.services.people_desk import PeopleDesk
    from app.services.snapshots import Snapshots
    from app.services.workplace import Workplace

#: What is older and not open is history.
LATE_US = 12 * 3_600_000_000


class LineDesk:
    """Builds the services about the line.  Call it inside a turn."""

    def __init__(
        self,
        at: Workplace,
        *,
        people: PeopleDesk,
        snaps: Snapshots,
        rules: LineRules | None = None,
    ) -> None:
        at.board.state = replace(at.board.state, line=LineState(rules or LineRules()))
        self._ports = at.ports
        self._record = LineRecord(
            journal=at.ports.journal,
            board=at.board,
            work=at.work,
            sign_in=people.sign_in,
            clock=at.ports.clock,
        )
        self._calls = Calls(self._record, people.sign_off, at.ports.reference)
        self._broadcasts = Broadcasts(self._record, at)
        self._stops = Stops(self._record, at.ports.reference)
        self._settling = StopSettling(self._record, at.ports.reference)
        self._shift_plan = ShiftPlan(at)
        self._handover = Handover(
            self._record,
            people.sign_off,
            self._span,
            reference=at.ports.reference,
            snaps=snaps,
            keep_page=at.ports.keep_page,
        )
        self._news = NewsSince(self._record, at.ports.reference)
        talks = (self._calls, self._broadcasts, self._stops, self._settling)
        for service in (*talks, self._handover, self._news):
            service.add_to(at.acts)
        self._is_told = False
        self._finished: str | None = None
        self._person: str | None = None

    @property
    def has_to_look(self) -> bool:
        """Whether a stop has begun."""
        return self._stops.is_due

    def forget(self) -> None:
        """New documents came down: they are read at the end of the turn."""
        self._is_told = False

    async def look(self) -> None:
        """A second went by."""
        await self._stops.look()

    async def follow(self) -> None:
        """After every turn: what went on ends a stop; what was recorded is shown."""
        self._begin_anew()
        await self._stops.follow()
        if not self._is_told:
            self._is_told = self._record.is_new = True
            await self._calls.see_documents()
            await self._broadcasts.see_documents()
            await self._stops.see_documents()
            self._settling.see_documents()
            await self._shift_plan.see_documents()
        if self._record.is_new:
            self._record.is_new = False
            facts = await self._record.facts(self._ports.clock.now_us() - LATE_US)
            await self._calls.see(facts)
            self._broadcasts.see(facts)
            await self._stops.see(facts)
            await self._settling.see(facts)
            self._handover.see(facts)
        await self._handover.recount()
        await self._news.follow()
        await self._broadcasts.follow()

    def _begin_anew(self) -> None:
        """What was put off is asked again after a unit, and of whoever comes next."""
        state = self._record.state
        finished = None if state.finished is None else state.finished.serial
        person = None if state.person is None else state.person.person
        if finished is not None and finished != self._finished:
            self._stops.ask_again()
            self._record.show(is_later=False)
        if person != self._person:
            self._record.show(is_put_off=False)
        self._finished, self._person = finished, person

    def _span(self) -> ShiftSpan:
        if self._ports.shift_span is not None:
            return self._ports.shift_span()
        return ShiftSpan(self._ports.shift(), self._ports.clock.now_us() - LATE_US)
