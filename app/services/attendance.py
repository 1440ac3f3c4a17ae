"""Who is at the station: one person, or several where the plant works in crews.

Signing in, switching, joining, training and leaving go through here; the work on the screen is
never touched by any of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.envelope import Actor
from app.domain.events import PersonSignedIn, PersonSignedOut, TrainingEnded, TrainingStarted
from app.services.people import Admitted, People
from app.services.people_state import PeopleState, Training

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.events import Body
    from app.domain.plant import Person
    from app.domain.refusal import Refusal
    from app.services.sign_off import Signature
    from app.services.state_board import StateBoard

#: As many names as the sign-in page offers.
RECENT = 3


class Attendance:
    """Call it inside a turn; it reads and writes ``person`` and ``people`` of the board."""

    def __init__(
        self,
        *,
        people: People,
        board: StateBoard,
        append: Callable[[Body, Actor], Awaitable[None]],
        shift: Callable[[], str],
    ) -> None:
        self._people = people
        self._board = board
        self._append = append
        self._shift = shift

    async def enter(self, admitted: Admitted) -> None:
        """``admitted`` acts from now on; beside the others, or instead of them."""
        person, before = admitted.person, self._now.present
        others = before if self._board.state.station.crew else ()
        present = (*(p for p in others if p.person != person.person), person)
        body = PersonSignedIn(
            person=person.person, role=person.role, means=admitted.means, crew=_crew(present)
        )
        await self._append(body, _actor(person))
        await self._act(person, present, has_come=True)
        training = self._now.training
        if training is not None and training.trainee.person not in {p.person for p in present}:
            await self._end_training("switched")

    async def leave(self, why: str = "person") -> None:
        """Who acted last goes; with ``why`` "idle" everybody does, and training waits."""
        person, rest = self._board.state.person, self._now.present[:-1]
        if person is None:
            return
        rest = () if why == "idle" else rest
        gone = self._now.present if why == "idle" else (person,)
        for one in gone:
            stays = rest[-1].person if rest else None
            body = PersonSignedOut(person=one.person, why=why, stays=stays)
            await self._append(body, _actor(one))
        await self._act(rest[-1] if rest else None, rest)
        if why != "idle" and self._is_trained(person):
            await self._end_training("shift" if why == "training" else "signed_out")

    async def train(self, trainee: Person, signature: Signature) -> None:
        """``trainee`` works from now on, and who signed answers for it."""
        skills = self._missing(trainee)
        body = TrainingStarted(
            trainee=trainee.person,
            trainer=signature.person.person,
            trainer_name=signature.person.name,
            skills=skills,
            means=signature.means,
        )
        await self._append(body, _actor(signature.person))
        training = Training(trainee, signature.person, skills, self._shift())
        self._show(training=training)
        await self.enter(Admitted(trainee, signature.means, is_supervised=True))

    async def review(self) -> Refusal | None:
        """The shift or the roster changed: who may no longer work here is signed out."""
        training, person = self._now.training, self._board.state.person
        if training is not None and training.shift != self._shift():
            if person is not None and person.person == training.trainee.person:
                await self.leave("training")
            else:
                await self._end_training("shift")
        refusal = None
        for one in self._now.present:
            refusal = await self._look_at(one) or refusal
        return refusal

    @property
    def is_over(self) -> bool:
        """Whether training ended with the shift, and nobody has said so yet."""
        training = self._now.training
        return training is not None and training.shift != self._shift()

    async def _look_at(self, one: Person) -> Refusal | None:
        """Whoever is there stays as the roster knows them now, or goes."""
        found = await self._people.still(one, self._board.state.station)
        present = self._now.present
        if isinstance(found, Admitted):
            newest = tuple(found.person if p.person == one.person else p for p in present)
            await self._act(newest[-1], newest)
            return None
        rest = tuple(p for p in present if p.person != one.person)
        stays = rest[-1].person if rest else None
        body = PersonSignedOut(person=one.person, why="roster", stays=stays)
        await self._append(body, _actor(one))
        await self._act(rest[-1] if rest else None, rest)
        if self._is_trained(one):
            await self._end_training("roster")
        return found

    def _is_trained(self, person: Person) -> bool:
        training = self._now.training
        return training is not None and training.trainee.person == person.person

    @property
    def _now(self) -> PeopleState:
        return self._board.state.people

    def _missing(self, trainee: Person) -> tuple[str, ...]:
        station = self._board.state.station
        return tuple(one.skill for one in self._people.lacking(trainee, station))

    async def _act(
        self, person: Person | None, present: tuple[Person, ...], *, has_come: bool = False
    ) -> None:
        rights = await self._people.rights(person) if person is not None else frozenset[str]()
        holders = await self._people.holders(self._board.state.station)
        people = replace(self._now, present=present, rights=rights, holders=holders)
        if has_come:
            people = replace(people, trainee=None, idle_us=None)
        recent = self._board.state.recent_people
        if person is not None:
            recent = (person, *(p for p in recent if p.person != person.person))[:RECENT]
        self._board.update(person=person, recent_people=recent, people=people)

    async def _end_training(self, why: str) -> None:
        training = self._now.training
        if training is not None:
            trainee, trainer = training.trainee.person, training.trainer.person
            body = TrainingEnded(trainee=trainee, trainer=trainer, why=why)
            await self._append(body, _actor(training.trainee))
            self._show(training=None)

    def _show(self, *, training: Training | None) -> None:
        self._board.update(people=replace(self._now, training=training))


def _actor(person: Person) -> Actor:
    return Actor("person", person.person)


def _crew(present: tuple[Person, ...]) -> tuple[str, ...]:
    """All who are there, when that is more than one."""
    return tuple(p.person for p in present) if len(present) > 1 else ()
