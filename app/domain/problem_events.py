"""What goes wrong and what people say of it: problems, defects, and why something happened."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from app.domain.defects import Pin
from app.domain.event_body import Body


class ProblemDescribed(Body, frozen=True, kw_only=True):
    """What a problem reported before is, in the words of who reported it, or a photo of it."""

    KIND: ClassVar[str] = "problem.described"
    code: str
    words: str | None = None
    photo: str | None = None
    step: str | None = None


class ProblemEnded(Body, frozen=True, kw_only=True):
    """A person says that the danger is over; ``how`` is a code, or "other" with ``words``."""

    KIND: ClassVar[str] = "problem.ended"
    code: str
    how: str
    words: str | None = None
    step: str | None = None


class DefectRecorded(Body, frozen=True, kw_only=True):
    """Defect ``number`` of a unit: ``count`` of ``code`` at each of ``pins`` on ``picture``.

    ``zone`` is the first pin's.  ``proposal`` is a proposal: nothing was decided by it.
    """

    KIND: ClassVar[str] = "defect.recorded"
    serial: str
    number: int
    product: str
    code: str
    severity: str
    proposal: str
    pins: tuple[Pin, ...] = ()
    zone: str | None = None
    picture: str | None = None
    count: int = 1
    words: str | None = None
    photo: str | None = None
    step: str | None = None


class DefectDismissed(Body, frozen=True, kw_only=True):
    """Somebody looked at these places and found no defect."""

    KIND: ClassVar[str] = "defect.dismissed"
    serial: str
    pins: tuple[Pin, ...] = ()
    picture: str | None = None
    photo: str | None = None
    step: str | None = None


class DefectResolved(Body, frozen=True, kw_only=True):
    """A person put the defect right here and looked at it again."""

    KIND: ClassVar[str] = "defect.resolved"
    serial: str
    number: int
    how: str = "reworked"
    step: str | None = None


class ExceptionDrafted(Body, frozen=True, kw_only=True):
    """An explanation that is not finished: kept when its page is left, and through a power cut."""

    KIND: ClassVar[str] = "exception.drafted"
    exception: str
    cause: str | None = None
    words: str | None = None
    step: str | None = None


class ExceptionExplained(Body, frozen=True, kw_only=True):
    """What somebody holds to be the cause, and on what they were shown.

    ``exception`` names what happened, a second explanation replaces the first.  ``suggested`` are
    the causes shown with cases, ``offered`` the others, both in their order on the screen;
    ``after_s`` is how long the choice took from when they were seen.
    """

    KIND: ClassVar[str] = "exception.explained"
    exception: str
    kind: str
    cause: str
    facts: dict[str, str]
    words: str | None = None
    suggested: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    after_s: float = 0.0
    step: str | None = None


class ExceptionVerified(Body, frozen=True, kw_only=True):
    """Once it worked: was it that cause?  ``answer`` is "yes", "no" or "other"."""

    KIND: ClassVar[str] = "exception.verified"
    exception: str
    cause: str
    answer: str
    step: str | None = None


ProblemBody: TypeAlias = (
    DefectDismissed
    | DefectRecorded
    | DefectResolved
    | ExceptionDrafted
    | ExceptionExplained
    | ExceptionVerified
    | ProblemDescribed
    | ProblemEnded
)
