"""Cases, decisions and what came of them, as every rule of the memory reads them.

Roles and shifts, never people: identity stays in the signed production record.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Outcome(StrEnum):
    """What came of a decision; the first is open, the last three say nothing about success."""

    WATCHING = "watching"
    HELD = "held"
    RECURRED = "recurred"
    WORSE = "worse"
    INCONCLUSIVE = "inconclusive"
    TOO_RARE = "too_rare"
    VOID = "void"


#: The outcomes advice is judged by: success, and its opposite.
GOOD = frozenset({Outcome.HELD})
BAD = frozenset({Outcome.RECURRED, Outcome.WORSE})


# A case leads back to nothing: the garbage collector need not walk a hundred thousand of them.
class Case(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One situation somebody met: what it was like, what was done, and what came of it.

    ``text`` is what is searched: title, facts and the words people added, in their language.
    ``context`` names things by kind ("station", "station_type", "line", "product", "family",
    "variant", "revision", "step", "part", "tool", "program", "supplier", "lot", "shift",
    "kind" …); values are codes.  ``key`` says what would be a repeat of it.  ``at_us`` is UTC in
    µs.  ``is_rare``: so seldom that its outcome is no proof of either kind (memory.watch).
    """

    case: str
    text: str
    at_us: int
    kind: str = ""
    key: str = ""
    context: dict[str, str] = {}
    constraint: str | None = None
    response: str | None = None
    tradeoffs: tuple[str, ...] = ()
    decision: str | None = None
    outcome: Outcome | None = None
    is_rare: bool = False
    is_imported: bool = False


class Scope(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a decision speaks: empty is anywhere; the times are UTC in µs."""

    context: dict[str, str] = {}
    valid_from_us: int | None = None
    valid_until_us: int | None = None


class Expectation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What should happen if the decision is right: "no repeat in 50 units".

    ``metric`` is "repeats", "escapes" or a tradeoff's own; ``direction`` "none", "fewer" or
    "at_most".  The window is ``units``, or ``hours`` where that comes first.
    """

    metric: str = "repeats"
    direction: str = "none"
    threshold: float = 0.0
    units: int = 50
    hours: float = 72.0


class Decision(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was decided about a case, by which role, at what price, and what it should bring.

    ``kind`` is "contain", "correct", "prevent", "accept" or "escalate"; ``confidence`` 1 to 3;
    ``is_rare`` as of :class:`Case`.
    """

    decision: str
    case: str
    key: str
    response: str
    kind: str
    role: str
    decided_at_us: int
    constraint: str | None = None
    tradeoffs: tuple[str, ...] = ()
    expectation: Expectation = Expectation()
    confidence: int = 2
    scope: Scope = Scope()
    outcome: Outcome = Outcome.WATCHING
    is_rare: bool = False
    is_safety: bool = False
