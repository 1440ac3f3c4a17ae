"""Who is at the station and what they may do, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.refusal import Refusal

if TYPE_CHECKING:
    from app.domain.instructions import Text
    from app.domain.plant import Person


@dataclass(frozen=True, slots=True)
class PeopleRules:
    """What the station's configuration says about people.

    After ``idle_after_s`` without anybody the screen locks (None: never).  A certificate that
    ends within ``warn_days``, and a roster older than ``roster_old_s``, are said; neither blocks.
    """

    idle_after_s: float | None = None
    roster_old_s: float = 3_600.0
    warn_days: int = 14


@dataclass(frozen=True, slots=True)
class Training:
    """``trainer`` answers for ``trainee`` until sign-out, or the end of ``shift``."""

    trainee: Person
    trainer: Person
    skills: tuple[str, ...]
    shift: str


@dataclass(frozen=True, slots=True)
class AskedSignature:
    """A person is asked to sign: with ``right``, for ``meaning``, and who it may not be.

    Without a right anybody on the roster may; with ``is_work`` they need the certificates of the
    station, as for the work they sign.  ``signers`` are some who may, those seen here lately
    first.  ``refusal`` is why the one who came last was not taken.  ``only_by`` is the one who
    signs what they did themselves.
    """

    act: str
    right: str
    meaning: Text
    not_by: Person | None
    signers: tuple[Person, ...] = ()
    refusal: Refusal | None = None
    is_work: bool = True
    only_by: Person | None = None


@dataclass(frozen=True, slots=True)
class PeopleState:
    """``present`` are all who are signed in, who acted last at the end; ``rights`` are theirs.

    ``holders`` names, for each right, people who have it and may work here.  ``trainee`` was
    refused for want of a certificate, and may work with a trainer.  ``idle_us`` is when the screen
    locked itself, None while somebody uses it.
    """

    rules: PeopleRules = PeopleRules()
    present: tuple[Person, ...] = ()
    rights: frozenset[str] = frozenset()
    holders: dict[str, str] = field(default_factory=dict)
    training: Training | None = None
    trainee: Person | None = None
    asked: AskedSignature | None = None
    idle_us: int | None = None

    def may(self, right: str) -> bool:
        """Whether the person who acts has ``right``."""
        return right in self.rights

    def without(self, right: str) -> Refusal:
        """That the person lacks ``right``, and who has it."""
        return right_missing(right, self.holders)


def right_missing(right: str, holders: dict[str, str]) -> Refusal:
    """That somebody lacks ``right``, and who of ``holders`` has it."""
    who = holders.get(right)
    return Refusal("right.missing", {"right": right} | ({"who": who} if who else {}))
