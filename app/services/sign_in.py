"""Signing in and out: who stands at the station, and the record of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.envelope import Actor
from app.domain.events import PersonSignedIn, PersonSignedOut, SignInRefused
from app.domain.refusal import Refusal
from app.services.people import Admitted, People
from app.services.station_state import ShownRefusal
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.events import Body
    from app.domain.plant import Person
    from app.ports.clock import Clock
    from app.services.state_board import StateBoard

RECENT = 3


class SignIn:
    """Changes the person on the board; the work on the screen is never touched."""

    def __init__(
        self,
        *,
        people: People,
        board: StateBoard,
        clock: Clock,
        append: Callable[[Body, Actor], Awaitable[None]],
    ) -> None:
        self._people = people
        self._board = board
        self._clock = clock
        self._append = append

    @property
    def actor(self) -> Actor:
        """Who the next event is by."""
        person = self._board.state.person
        return SYSTEM if person is None else Actor("person", person.person)

    async def by_badge(self, code: str, *, keep_if_same: Callable[[], Awaitable[None]]) -> None:
        """Take the badge; the badge of whoever is signed in already goes to ``keep_if_same``."""
        found = await self._people.by_badge(code, self._board.state.station)
        if isinstance(found, Admitted) and found.person == self._board.state.person:
            self._forget_refusals()
            await keep_if_same()
        else:
            await self._admit(found, "badge")

    async def by_pin(self, number: str, pin: str) -> None:
        await self._admit(await self._people.by_pin(number, pin, self._board.state.station), "pin")

    async def out(self) -> None:
        person = self._board.state.person
        if person is not None:
            await self._append(PersonSignedOut(person=person.person), self.actor)
            self._board.update(person=None)

    def ask(self) -> None:
        """Somebody wants to work who has not signed in."""
        self._show(Refusal("sign_in.needed"))

    async def _admit(self, found: Admitted | Refusal, means: str) -> None:
        if isinstance(found, Refusal):
            body = SignInRefused(code=found.code, means=means, person=found.facts.get("person"))
            await self._append(body, SYSTEM)
            self._show(found)
            return
        person = found.person
        body_in = PersonSignedIn(person=person.person, role=person.role, means=means)
        await self._append(body_in, Actor("person", person.person))
        self._board.update(person=person, recent_people=self._recent_with(person))
        self._forget_refusals()

    def _recent_with(self, person: Person) -> tuple[Person, ...]:
        others = [p for p in self._board.state.recent_people if p.person != person.person]
        return (person, *others)[:RECENT]

    def _show(self, refusal: Refusal) -> None:
        """On the sign-in page; while somebody works, over the work like any refused scan."""
        now_us = self._clock.now_us()
        if self._board.state.person is not None:
            self._board.show_refusal(refusal, now_us)
        else:
            self._board.update(sign_in_refusal=ShownRefusal(refusal, now_us))

    def _forget_refusals(self) -> None:
        shown = self._board.state.refusal
        if shown is not None and shown.refusal.code.startswith("sign_in."):
            self._board.update(refusal=None)
        self._board.update(sign_in_refusal=None)
