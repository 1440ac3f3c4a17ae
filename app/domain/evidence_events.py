"""What becomes of a completed unit that is not provable."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from app.domain.event_body import Body


class EvidenceAsked(Body, frozen=True, kw_only=True):
    """The missing evidence is to be made now: the unit is in work again, at ``steps``.

    ``gaps`` are those it is about.  What was recorded stays.
    """

    KIND: ClassVar[str] = "evidence.asked"
    serial: str
    why: str
    gaps: tuple[str, ...]
    steps: tuple[str, ...]
    signed: tuple[str, ...] = ()


class EvidenceResolved(Body, frozen=True, kw_only=True):
    """How it ended.  ``how`` is "came" or "accepted".

    Of an accepted unit ``gaps`` are those people accept, and it stays not provable; else they are
    those that were closed, and ``evidence`` is the unit's status then.  ``accepted_by`` are the
    printed names of those who signed, ``signed`` their numbers.
    """

    KIND: ClassVar[str] = "evidence.resolved"
    serial: str
    how: str
    evidence: str
    gaps: tuple[str, ...]
    why: str = ""
    signed: tuple[str, ...] = ()
    accepted_by: tuple[str, ...] = ()


EvidenceBody: TypeAlias = EvidenceAsked | EvidenceResolved
