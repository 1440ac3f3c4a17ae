"""Everything about people at one station: who they are, who is there, who signs, who left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from app.domain.events import SignInRefused, StepCompleted, UnitStarted
from app.domain.instructions import ConfirmStep
from app.domain.material import TAKE_OUT, TAKE_OUT_MEANING, RemovePart
from app.domain.rules import Confirm, RedoStep
from app.services.attendance import Attendance
from app.services.idle import Idle, Present
from app.services.people import LOCK_S, People
from app.services.sign_in import AskTrainer, SignIn
from app.services.sign_off import CancelSignature, SignByPin, SignOff

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.envelope import Actor
    from app.domain.events import Body
    from app.domain.instructions import Step, Text
    from app.domain.refusal import Refusal
    from app.domain.rules import Command
    from app.services.acts import Act, Acts
    from app.services.sign_off import Signature
    from app.services.state_board import StateBoard
    from app.services.station_ports import StationPorts


class PeopleDesk:
    """Builds the services about people, and does their acts.  Call it inside a turn."""

    def __init__(
        self,
        *,
        ports: StationPorts,
        board: StateBoard,
        append: Callable[[Body, Actor], Awaitable[None]],
        acts: Acts,
    ) -> None:
        self._board = board
        self._ports = ports
        self._people = people = People(
            reference=ports.reference,
            clock=ports.clock,
            verify_pin=ports.verify_pin,
            today=ports.today,
            has_trainer=self._has_trainer,
        )
        self.attendance = Attendance(people=people, board=board, append=append, shift=ports.shift)
        self.sign_off = SignOff(people=people, board=board, append=append)
        self.sign_in = SignIn(
            people=people,
            attendance=self.attendance,
            sign_off=self.sign_off,
            board=board,
            clock=ports.clock,
            append=append,
        )
        self.idle = Idle(
            board=board, clock=ports.clock, attendance=self.attendance, sign_off=self.sign_off
        )
        acts.add(AskTrainer, self.sign_in.ask_trainer)
        acts.add(SignByPin, self._sign)
        acts.add(CancelSignature, self._cancel)
        acts.add(Present, self._present)

    @property
    def has_to_look(self) -> bool:
        """Whether the time has come to lock the screen, or a training is over."""
        return self.idle.is_due or self.attendance.is_over

    async def recover(self) -> None:
        """After a start: what counts on from before it."""
        since_us = self._ports.clock.now_us() - LOCK_S * 1_000_000
        self._people.remember(await self._ports.journal.lately(SignInRefused.KIND, since_us))

    async def look(self) -> None:
        """What the time has brought."""
        await self.review()
        if self.idle.is_due:
            await self.idle.lock()

    async def review(self) -> None:
        """Shift or roster changed: who may not work here any more is signed out, and told why."""
        refusal = await self.attendance.review()
        if refusal is not None:
            self.sign_off.cancel()
            self.sign_in.show(refusal)

    async def out(self) -> None:
        self.sign_off.cancel()
        await self.attendance.leave()

    def stamped(self, body: Body) -> Body:
        """``body`` with who else was there, and who answers for a trainee."""
        people = self._board.state.people
        training, person = people.training, self._board.state.person
        trainer = None
        if training is not None and person is not None and self._has_trainer(person.person):
            trainer = training.trainer.person
        match body:
            case StepCompleted():
                crew = tuple(p.person for p in people.present)
                return with_fields(body, crew=crew if len(crew) > 1 else (), trainer=trainer)
            case UnitStarted():
                return with_fields(body, trainer=trainer)
            case _:
                return body

    async def ask_to_sign(
        self,
        refusal: Refusal,
        command: Command,
        step: Step | None,
        do: Callable[[Command], Awaitable[Refusal | None]],
    ) -> Refusal | None:
        """Where a second signature is wanted, ask for it; any other refusal stays one."""
        wanted = _signature_of(refusal, command, step)
        if wanted is None or not isinstance(command, Confirm | RemovePart | RedoStep):
            return refusal
        act, right, meaning = wanted

        async def signed(signature: Signature) -> Refusal | None:
            return await do(replace(command, signed=signature.body()))

        person = self._board.state.person
        self._board.update(refusal=None)
        await self.sign_off.ask(act, signed, right=right, meaning=meaning, not_by=person)
        return None

    def _has_trainer(self, person: str) -> bool:
        training = self._board.state.people.training
        return training is not None and training.trainee.person == person

    async def _sign(self, act: SignByPin) -> None:
        await self.sign_off.by_pin(act.person, act.pin)

    async def _cancel(self, _: Act) -> None:
        self.sign_off.cancel()

    async def _present(self, _: Act) -> None:
        self.idle.wake()


def _signature_of(
    refusal: Refusal, command: Command, step: Step | None
) -> tuple[str, str, Text] | None:
    """The act, the right and the meaning a second person signs with; None when none is wanted."""
    if refusal.code == "part.needs_sign_off":
        return TAKE_OUT, refusal.facts["right"], TAKE_OUT_MEANING
    rule = step.sign_off if isinstance(step, ConfirmStep) else None
    is_asked_for = refusal.code == "confirm.needs_sign_off" and isinstance(command, Confirm)
    return ("confirm", rule.right, rule.meaning) if rule is not None and is_asked_for else None
