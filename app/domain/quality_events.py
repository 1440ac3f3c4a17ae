"""What is decided about a unit that is not as it should be, its rework, and bypassed gates."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, TypeAlias

from app.domain.event_body import Body
from app.domain.instructions import BomLine, Step, Text


class UnitDisposed(Body, frozen=True, kw_only=True):
    """A held unit was decided about: "rework", "scrap", "use_as_is" or "return".

    ``code`` and ``step`` are the hold's, ``signed`` who signed, in order, and ``signed_by`` their
    printed names; ``defects`` are those decided about.  ``number`` counts the units of the
    ``concession``, of ``of`` at most.
    """

    KIND: ClassVar[str] = "unit.disposed"
    serial: str
    disposition: str
    code: str
    why: str
    signed: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()
    defects: tuple[int, ...] = ()
    step: str | None = None
    concession: str | None = None
    number: int = 0
    of: int = 0


class ReworkOrdered(Body, frozen=True, kw_only=True):
    """Steps that one unit gets beside its instruction; whole, so that its record needs no other.

    ``rework`` is its number in the unit ("r1"), which its steps and components start with.
    ``opens`` are the steps ("seal") and positions ("tighten/3") it undoes, ``back_to`` the step
    that was left.  ``source`` is "instruction:…", "template:…" or "words".
    """

    KIND: ClassVar[str] = "rework.ordered"
    serial: str
    rework: str
    title: Text
    steps: tuple[Step, ...]
    why: str
    source: str
    lines: tuple[BomLine, ...] = ()
    opens: tuple[str, ...] = ()
    defects: tuple[int, ...] = ()
    back_to: str | None = None


class PositionsReopened(Body, frozen=True, kw_only=True):
    """What was made at these positions no longer holds; it stays on record."""

    KIND: ClassVar[str] = "positions.reopened"
    step: str
    positions: tuple[str, ...]
    reason: str


class BypassActivated(Body, frozen=True, kw_only=True):
    """A gate may be passed by its approved alternative, from now on and not for ever.

    Holds all of the passport that counts, so that nothing changes it while it is active.
    ``steps`` are the only ones it covers; without any, every step of the ``gate``.
    """

    KIND: ClassVar[str] = "bypass.activated"
    bypass: str
    gate: str
    alternative: Text
    checks: tuple[Step, ...]
    max_units: int
    until: datetime
    owner: str
    approved_by: tuple[str, ...]
    why: str
    by: str
    second: str
    steps: tuple[str, ...] = ()


class BypassApplied(Body, frozen=True, kw_only=True):
    """The unit went past ``step`` by the alternative, and gets the extra ``checks``.

    It is unit ``number`` of the ``of`` that the passport allows.
    """

    KIND: ClassVar[str] = "bypass.applied"
    serial: str
    bypass: str
    step: str
    checks: tuple[Step, ...]
    number: int
    of: int


class BypassEnded(Body, frozen=True, kw_only=True):
    """The gate is locked again.  ``reason`` is "count", "time" or "person"."""

    KIND: ClassVar[str] = "bypass.ended"
    bypass: str
    reason: str
    units: int


class BypassVerified(Body, frozen=True, kw_only=True):
    """Two people saw that the gate itself works again: the restart verification."""

    KIND: ClassVar[str] = "bypass.verified"
    bypass: str
    by: str
    second: str


QualityBody: TypeAlias = (
    UnitDisposed
    | ReworkOrdered
    | PositionsReopened
    | BypassActivated
    | BypassApplied
    | BypassEnded
    | BypassVerified
)
