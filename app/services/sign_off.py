"""Somebody signs, mostly a second person: any feature may ask for it before it does an act.

The signer says who they are by badge or number and PIN, like whoever signs in; who is signed in
stays so.  The signature holds what a reader must find: printed name, meaning, means; the time is
the record's.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from app.domain.events import SignedOff, SignInRefused
from app.domain.instructions import in_language
from app.domain.refusal import Refusal
from app.services.acts import Act
from app.services.people_state import AskedSignature, right_missing
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.envelope import Actor
    from app.domain.events import Body
    from app.domain.instructions import Text
    from app.domain.plant import Person, StationInfo
    from app.services.people import Admitted, People
    from app.services.state_board import StateBoard


#: As many names as the page offers.
MOST_SIGNERS = 3


@dataclass(frozen=True, slots=True)
class SignByPin(Act):
    """The second person typed their number and PIN."""

    person: str
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CancelSignature(Act):
    """Nobody signs; the act is not done."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, with which right, for what, and by which means."""

    person: Person
    act: str
    right: str
    meaning: str
    means: str

    def body(self, step: str | None = None) -> SignedOff:
        """As it goes into the record."""
        return SignedOff(
            act=self.act,
            right=self.right,
            meaning=self.meaning,
            person=self.person.person,
            name=self.person.name,
            role=self.person.role,
            means=self.means,
            step=step,
        )


class SignOff:
    """Call it inside a turn.  One signature is asked for at a time."""

    def __init__(
        self,
        *,
        people: People,
        board: StateBoard,
        append: Callable[[Body, Actor], Awaitable[None]],
    ) -> None:
        self._people = people
        self._board = board
        self._append = append
        self._do: Callable[[Signature], Awaitable[Refusal | None]] | None = None

    @property
    def is_asked(self) -> bool:
        return self._board.state.people.asked is not None

    async def ask(
        self,
        act: str,
        do: Callable[[Signature], Awaitable[Refusal | None]],
        *,
        right: str,
        meaning: Text,
        not_by: Person | None,
        is_work: bool = True,
        only_by: Person | None = None,
    ) -> None:
        """Show that a second person, or ``only_by``, is wanted; ``do`` records what is signed.

        ``right`` may be "" for anybody.  What is no work on a unit (``is_work`` False: somebody
        came to help, takes the shift over) needs no certificate.  ``do`` answers None when it was
        done; else its refusal is shown and the face stays.
        """
        self._do = do
        asked = AskedSignature(act, right, meaning, not_by, is_work=is_work, only_by=only_by)
        self._show(replace(asked, signers=await self._signers(asked)))

    async def by_badge(self, code: str) -> None:
        station = self._station(self._board.state.people.asked)
        await self._take(await self._people.by_badge(code, station), "badge")

    async def by_pin(self, number: str, pin: str) -> None:
        station = self._station(self._board.state.people.asked)
        found = await self._people.by_pin(number, pin, station)
        await self._take(found, "pin")

    def cancel(self) -> None:
        """Back to where it was asked; nothing was done."""
        self._do = None
        self._show(None)

    async def _take(self, found: Admitted | Refusal, means: str) -> None:
        asked, do = self._board.state.people.asked, self._do
        if asked is None or do is None:
            return
        if isinstance(found, Refusal):
            person = found.facts.get("person")
            await self._append(SignInRefused(code=found.code, means=means, person=person), SYSTEM)
            self._refuse(asked, found)
            return
        refusal = await self._against(found, asked)
        if refusal is None:
            meaning = in_language(asked.meaning, "en")
            refusal = await do(Signature(found.person, asked.act, asked.right, meaning, means))
        if refusal is None:
            # Another signature may have been asked for meanwhile: that one stays.
            if self._do is do:
                self.cancel()
        else:
            self._refuse(asked, refusal)

    def _station(self, asked: AskedSignature | None) -> StationInfo:
        """With the certificates that what is asked for needs."""
        station = self._board.state.station
        is_work = asked is None or asked.is_work
        return station if is_work else with_fields(station, skills=())

    async def _signers(self, asked: AskedSignature) -> tuple[Person, ...]:
        if asked.only_by is not None:
            return (asked.only_by,)
        lately = [p.person for p in self._board.state.recent_people]
        may = await self._people.who_may(asked.right, self._station(asked))
        not_by = asked.not_by
        others = [p for p in may if not_by is None or p.person != not_by.person]
        seen_first = sorted(others, key=lambda p: p.person not in lately)
        return tuple(seen_first[:MOST_SIGNERS])

    async def _against(self, found: Admitted, asked: AskedSignature) -> Refusal | None:
        person = found.person
        if asked.not_by is not None and asked.not_by.person == person.person:
            return Refusal("sign_off.same_person", {"name": person.name})
        if asked.only_by is not None:
            is_own = asked.only_by.person == person.person
            return None if is_own else Refusal("sign_off.not_you", {"name": asked.only_by.name})
        if found.is_supervised:
            return Refusal("sign_off.in_training", {"name": person.name})
        if asked.right and asked.right not in await self._people.rights(person):
            holders = await self._people.holders(self._board.state.station)
            return right_missing(asked.right, holders)
        return None

    def _refuse(self, asked: AskedSignature, refusal: Refusal) -> None:
        self._show(replace(asked, refusal=refusal))

    def _show(self, asked: AskedSignature | None) -> None:
        self._board.update(people=replace(self._board.state.people, asked=asked))
