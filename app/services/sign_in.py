"""Signing in and out: who says who they are, what is refused, and the way out of that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.envelope import Actor
from app.domain.events import SignInRefused
from app.domain.refusal import Refusal
from app.domain.rights import TRAIN
from app.services.acts import Act
from app.services.people import Admitted, People
from app.services.station_state import ShownRefusal
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.events import Body
    from app.domain.plant import Person
    from app.ports.clock import Clock
    from app.services.attendance import Attendance
    from app.services.sign_off import Signature, SignOff
    from app.services.state_board import StateBoard

#: What a trainer's signature stands for.
TRAINING = {"en": "Training"}


@dataclass(frozen=True, slots=True)
class AskTrainer(Act):
    """Whoever lacks a certificate wants to work with a trainer."""


class SignIn:
    """Changes the person on the board; the work on the screen is never touched."""

    def __init__(
        self,
        *,
        people: People,
        attendance: Attendance,
        sign_off: SignOff,
        board: StateBoard,
        clock: Clock,
        append: Callable[[Body, Actor], Awaitable[None]],
    ) -> None:
        self._people = people
        self._attendance = attendance
        self._sign_off = sign_off
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
        if self._sign_off.is_asked:
            await self._sign_off.by_badge(code)
            return
        found = await self._people.by_badge(code, self._board.state.station)
        if isinstance(found, Admitted) and self._is_signed_in(found.person):
            self._forget_refusals()
            await keep_if_same()
        else:
            await self._admit(found, "badge")

    async def by_pin(self, number: str, pin: str) -> None:
        await self._admit(await self._people.by_pin(number, pin, self._board.state.station), "pin")

    async def ask_trainer(self, _: AskTrainer) -> Refusal | None:
        """The way out for who lacks a certificate: a second badge or PIN, of a trainer."""
        trainee = self._board.state.people.trainee
        if trainee is None:
            return Refusal("sign_in.needed")

        async def train(signature: Signature) -> Refusal | None:
            await self._attendance.train(trainee, signature)
            self._forget_refusals()
            return None

        await self._sign_off.ask("training", train, right=TRAIN, meaning=TRAINING, not_by=trainee)
        return None

    def go_on(self) -> None:
        """Something else than a badge was scanned: nobody is going to sign."""
        self._sign_off.cancel()

    def ask(self) -> None:
        """Somebody wants to work who has not signed in."""
        self._show(Refusal("sign_in.needed"))

    def forget(self) -> None:
        """The refusal was read: nobody waits for a trainer any more."""
        self._wait_for_trainer(None)
        self._board.update(sign_in_refusal=None)

    def show(self, refusal: Refusal) -> None:
        """Somebody was signed out, and why."""
        self._show(refusal)

    def _is_signed_in(self, person: Person) -> bool:
        now = self._board.state.person
        return now is not None and now.person == person.person

    async def _admit(self, found: Admitted | Refusal, means: str) -> None:
        if isinstance(found, Refusal):
            body = SignInRefused(code=found.code, means=means, person=found.facts.get("person"))
            await self._append(body, SYSTEM)
            await self._offer_training(found)
            self._show(found)
            return
        await self._attendance.enter(found)
        self._forget_refusals()

    async def _offer_training(self, refusal: Refusal) -> None:
        trainee = None
        if refusal.code == "sign_in.skill_missing":
            trainee = await self._people.known(refusal.facts["person"])
        self._wait_for_trainer(trainee)

    def _wait_for_trainer(self, trainee: Person | None) -> None:
        self._board.update(people=replace(self._board.state.people, trainee=trainee))

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
