"""Certificates: who lacks one that a station asks for, and whose runs out soon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.plant import Person


@dataclass(frozen=True, slots=True)
class Lacking:
    """A certificate a person has not; ``until`` is its last day, None for never had."""

    skill: str
    until: date | None = None


def lacking(person: Person, skills: Sequence[str], today: date) -> tuple[Lacking, ...]:
    """What is missing or has run out of what a station asks for; good on its last day too."""
    found = (Lacking(skill, person.skills.get(skill)) for skill in skills)
    return tuple(one for one in found if one.until is None or one.until < today)


def next_to_expire(
    person: Person, skills: Sequence[str], today: date, *, within_days: int
) -> Lacking | None:
    """The certificate that ends first, if it does within so many days and has not yet."""
    ends = sorted((person.skills[s], s) for s in skills if s in person.skills)
    soon = [Lacking(s, until) for until, s in ends if 0 <= (until - today).days <= within_days]
    return soon[0] if soon else None
