"""Who may work here: one check for every way of signing in, also offline."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.plant import Person, StationInfo
from app.domain.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from app.ports.clock import Clock
    from app.ports.journal import Reference

MAX_WRONG_PINS = 5
LOCK_S = 60


@dataclass(frozen=True, slots=True)
class Admitted:
    """``person`` may work at the station."""

    person: Person
    means: str


class People:
    """Badge, and number with PIN, against the local roster.  Runs on the I/O loop.

    ``verify_pin(hash, pin)`` is slow on purpose: it must run off the loop.
    """

    def __init__(
        self,
        *,
        reference: Reference,
        clock: Clock,
        verify_pin: Callable[[str, str], Awaitable[bool]],
        today: Callable[[], date],
    ) -> None:
        self._reference = reference
        self._clock = clock
        self._verify_pin = verify_pin
        self._today = today
        self._wrong: dict[str, tuple[int, int]] = {}

    async def by_badge(self, code: str, station: StationInfo) -> Admitted | Refusal:
        digest = hashlib.sha256(code.encode()).hexdigest()
        for person in await self._reference.all(Person):
            if person.badge is not None and hmac.compare_digest(person.badge, digest):
                return self._admit(person, "badge", station)
        return Refusal("sign_in.badge_unknown")

    async def by_pin(self, number: str, pin: str, station: StationInfo) -> Admitted | Refusal:
        locked_s = self._locked_for_s(number)
        if locked_s > 0:
            return Refusal("sign_in.locked", {"person": number, "seconds": str(locked_s)})
        person = await self._reference.get(Person, number)
        stored = person.pin if person is not None else None
        if person is None or stored is None or not await self._verify_pin(stored, pin):
            self._count_wrong(number)
            return Refusal("sign_in.pin_wrong", {"person": number})
        self._wrong.pop(number, None)
        return self._admit(person, "pin", station)

    def _admit(self, person: Person, means: str, station: StationInfo) -> Admitted | Refusal:
        if not person.is_active:
            return Refusal("sign_in.not_allowed", {"person": person.person})
        for skill in station.skills:
            until = person.skills.get(skill)
            if until is None or until < self._today():
                facts = {"person": person.person, "skill": skill}
                return Refusal(
                    "sign_in.skill_missing",
                    facts | ({"until": until.isoformat()} if until else {}),
                )
        return Admitted(person, means)

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
