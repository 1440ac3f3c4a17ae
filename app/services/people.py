"""Who may work here: one answer for every way of saying who one is, also offline.

A badge, a number with its PIN, a name that was tapped with its PIN, a trainer, a second person who
signs, whoever comes back to a locked screen: all of them come through :meth:`People.by_badge` or
:meth:`People.by_pin`, and both end in the same check.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from app.domain.events import SignInRefused
from app.domain.people import Lacking, lacking
from app.domain.plant import Person, Role, StationInfo
from app.domain.refusal import Refusal
from app.domain.rights import MANAGE_PEOPLE, TRAIN, rights_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from datetime import date

    from app.domain.envelope import Envelope
    from app.ports.clock import Clock
    from app.ports.journal import Reference

MAX_WRONG_PINS = 5
LOCK_S = 60
#: As many names as fit a sentence.
_MOST_NAMES = 2
#: A number nobody has takes as long to refuse as a wrong PIN.
_NOBODYS_PIN = (
    "$argon2id$v=19$m=65536,t=3,p=4$c29tZW9uZS13aG8taXMtbm90$"
    "3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8"
)


@dataclass(frozen=True, slots=True)
class Admitted:
    """``person`` may work at the station; ``is_supervised`` only because a trainer answers."""

    person: Person
    means: str
    is_supervised: bool = False


class People:
    """Badge, and number with PIN, against the local roster.  Runs on the I/O loop.

    ``verify_pin(hash, pin)`` is slow on purpose: it must run off the loop.
    ``has_trainer(number)`` says for whom somebody answers who has the certificates.
    """

    def __init__(
        self,
        *,
        reference: Reference,
        clock: Clock,
        verify_pin: Callable[[str, str], Awaitable[bool]],
        today: Callable[[], date],
        has_trainer: Callable[[str], bool] = lambda _person: False,
    ) -> None:
        self._reference = reference
        self._clock = clock
        self._verify_pin = verify_pin
        self._today = today
        self._has_trainer = has_trainer
        self._wrong: dict[str, tuple[int, int]] = {}

    def remember(self, refused: Iterable[Envelope]) -> None:
        """Wrong PINs from before a restart count on: starting anew is no way to guess more."""
        for envelope in refused:
            body = msgspec.json.decode(envelope.body, type=SignInRefused)
            if body.code == "sign_in.pin_wrong" and body.person is not None:
                self._count_wrong(body.person)

    async def by_badge(self, code: str, station: StationInfo) -> Admitted | Refusal:
        digest, found = hashlib.sha256(code.encode()).hexdigest(), None
        for person in await self._reference.all(Person):
            # Every badge is compared, so that the time taken tells nothing.
            if person.badge is not None and hmac.compare_digest(person.badge, digest):
                found = person
        if found is None:
            facts = await self._helpers(MANAGE_PEOPLE, station)
            return Refusal("sign_in.badge_unknown", facts)
        return await self._admit(found, "badge", station)

    async def by_pin(self, number: str, pin: str, station: StationInfo) -> Admitted | Refusal:
        locked_s = self._locked_for_s(number)
        if locked_s > 0:
            return Refusal("sign_in.locked", {"person": number, "seconds": str(locked_s)})
        person = await self._reference.get(Person, number)
        stored = person.pin if person is not None else None
        is_right = await self._verify_pin(stored or _NOBODYS_PIN, pin)
        if person is None or stored is None or not is_right:
            self._count_wrong(number)
            return Refusal("sign_in.pin_wrong", {"person": number})
        self._wrong.pop(number, None)
        return await self._admit(person, "pin", station)

    async def still(self, person: Person, station: StationInfo) -> Admitted | Refusal:
        """Whether ``person`` may go on, by what the roster says now."""
        newest = await self._reference.get(Person, person.person)
        if newest is None:
            facts = {"person": person.person}
            return Refusal("sign_in.not_allowed", facts)
        return await self._admit(newest, "roster", station)

    def lacking(self, person: Person, station: StationInfo) -> tuple[Lacking, ...]:
        """The certificates of ``station`` that ``person`` has not today."""
        return lacking(person, station.skills, self._today())

    async def known(self, number: str) -> Person | None:
        return await self._reference.get(Person, number)

    async def rights(self, person: Person) -> frozenset[str]:
        """What ``person`` may do beyond the work."""
        return rights_of(person, await self._reference.all(Role))

    async def who_may(self, right: str, station: StationInfo) -> tuple[Person, ...]:
        """Everybody who has ``right`` ("" for any) and may work here, in the roster's order."""
        roles = await self._reference.all(Role)
        return tuple(
            person
            for person in await self._reference.all(Person)
            if person.is_active
            and (not right or right in rights_of(person, roles))
            and not self.lacking(person, station)
        )

    async def holders(self, station: StationInfo) -> dict[str, str]:
        """For each right the names of who has it and may work here, the roster's first ones."""
        roles = await self._reference.all(Role)
        names: dict[str, list[str]] = {}
        for person in await self._reference.all(Person):
            if not self.lacking(person, station):
                for right in rights_of(person, roles):
                    names.setdefault(right, []).append(person.name)
        return {right: ", ".join(found[:_MOST_NAMES]) for right, found in names.items()}

    async def _admit(self, person: Person, means: str, station: StationInfo) -> Admitted | Refusal:
        if not person.is_active:
            facts = {"person": person.person} | await self._helpers(MANAGE_PEOPLE, station)
            return Refusal("sign_in.not_allowed", facts)
        missing = self.lacking(person, station)
        if not missing or self._has_trainer(person.person):
            return Admitted(person, means, is_supervised=bool(missing))
        first = missing[0]
        facts = {"person": person.person, "skill": first.skill}
        facts |= {"until": first.until.isoformat()} if first.until else {}
        return Refusal("sign_in.skill_missing", facts | await self._helpers(TRAIN, station))

    async def _helpers(self, right: str, station: StationInfo) -> dict[str, str]:
        """Whom to ask, by name; nothing when the roster names nobody."""
        who = (await self.holders(station)).get(right)
        return {"who": who} if who else {}

    def _locked_for_s(self, number: str) -> int:
        count, since_ns = self._wrong.get(number, (0, 0))
        if count < MAX_WRONG_PINS:
            return 0
        left = LOCK_S - (self._clock.mono_ns() - since_ns) // 1_000_000_000
        if left <= 0:
            self._wrong.pop(number)
        return max(0, left)

    def _count_wrong(self, number: str) -> None:
        count, _ = self._wrong.get(number, (0, 0))
        self._wrong[number] = (count + 1, self._clock.mono_ns())
