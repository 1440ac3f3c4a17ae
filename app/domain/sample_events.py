"""What was decided about samples, and what the typed values of many units look like."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from msgspec import Struct

from app.domain.event_body import Body


class LotPlan(Struct, frozen=True, kw_only=True):
    """The plan a lot is inspected by: so many units, accepted up to ``accept`` bad ones."""

    letter: str
    severity: str
    size: int
    accept: int
    reject: int


class SampleDecided(Body, frozen=True, kw_only=True):
    """Whether ``step`` is due on this unit, and the rule that says so.

    ``number`` is the unit's place in its order at this station, from 1.  ``waits_for`` is the unit
    whose sample of the same step was still open then.
    """

    KIND: ClassVar[str] = "sample.decided"
    step: str
    is_due: bool
    reason: str
    order: str
    variant: str
    revision: str
    shift: str
    number: int = 1
    waits_for: str | None = None
    plan: LotPlan | None = None


class SampleSettled(Body, frozen=True, kw_only=True):
    """The sample that this unit waited for was taken, on ``of``, and was good."""

    KIND: ClassVar[str] = "sample.settled"
    step: str
    of: str


class EndDigitsUneven(Body, frozen=True, kw_only=True):
    """The last digits of typed values of a characteristic are not spread as by chance.

    ``counts`` is how often 0 to 9 came.  It is about how values are read, and names nobody.
    """

    KIND: ClassVar[str] = "end_digits.uneven"
    characteristic: str
    step: str
    counts: tuple[int, ...]
    chi_square: float
    p_value: float


SampleBody: TypeAlias = SampleDecided | SampleSettled | EndDigitsUneven
