"""A pattern as it is kept: what was seen, on which records it rests, and what people say of it.

Roles only: who of them it was is not kept.
"""

from __future__ import annotations

from datetime import datetime

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from server.db.memory_tables import memory_pattern
from server.db.storable import storable_text

#: How far a person is with it; what is refused or closed is not shown by itself any more.
STATES = ("new", "looked_at", "confirmed", "refused", "closed")
DONE = frozenset({"refused", "closed"})
OWNERS = ("lead", "quality", "engineer", "administrator")

RECURRENCE, FACTOR, CHANGE, DRIFT = "recurrence", "factor", "change", "drift"
#: The kind of its case, and how that is called.
PATTERN, _CASE = "pattern", "pattern:"
#: So many units, cases or records are kept of each number; the number itself says how many.
MOST_KEPT = 200


class Near(Struct, frozen=True, kw_only=True):
    """What was replaced next to a change: ``kind`` (tool, program …) ``now`` instead of ``was``.

    ``unit`` is the first with it, so many ``records`` after the change; before it, below 0.
    """

    kind: str
    was: str
    now: str
    unit: str
    records: int


class Characteristic(Struct, frozen=True, kw_only=True):
    """What is measured, of which product, at which step; ``unit_code`` is its unit of measure."""

    station: str
    product: str
    variant: str
    step: str
    name: str
    unit_code: str


class Level(Struct, frozen=True, kw_only=True):
    """The level of one characteristic, as it was and as it is.

    ``spread`` is the standard deviation of single values around it; ``per_unit`` is a drift's
    slope.  The change is at ``first``, with 95 % between ``earliest`` and ``latest`` (serials;
    ``_pos``: their places in the log).  ``before`` and ``after`` are events, the nearest first.
    """

    of: Characteristic
    was: float
    now: float
    spread: float
    n_before: int
    n_after: int
    first: str
    earliest: str
    latest: str
    earliest_pos: int
    latest_pos: int
    per_unit: float = 0.0
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    near: tuple[Near, ...] = ()


class PatternSaid(Struct, frozen=True, kw_only=True):
    """Whose it is and how far, from then on; ``response`` is what was decided, if anything."""

    at: datetime
    role: str
    state: str
    owner: str
    why: str = ""
    response: str = ""


class Pattern(Struct, frozen=True, kw_only=True):
    """Something that is seen more often, or another level of what is measured.

    ``kind`` is "recurrence", "factor", "change" or "drift".  Of a recurrence ``n`` came where
    ``expected`` were usual, from ``before_cases``.  Of a factor ``k`` of ``n`` units with
    ``parts`` had it (``units``), the ``others`` not; ``lift`` with its 95 % bounds, and the
    sweep looked at ``among`` units, of which ``among_k`` had it.  Of a change or a drift
    ``level`` says it.  ``found_at`` is when it was found first, ``seen_at`` last; UTC.  What
    people say of it is ``said``, the newest last; ``version`` counts it.
    """

    pattern: str
    kind: str
    key: str
    p: float
    found_at: datetime
    seen_at: datetime
    n: int = 0
    expected: float = 0.0
    parts: tuple[tuple[str, str], ...] = ()
    k: int = 0
    q: float = 0.0
    lift: float = 0.0
    low: float = 0.0
    high: float = 0.0
    among: int = 0
    among_k: int = 0
    units: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    before_cases: tuple[str, ...] = ()
    explained_by: tuple[tuple[str, str], ...] = ()
    level: Level | None = None
    owner: str = ""
    state: str = "new"
    why: str = ""
    said: tuple[PatternSaid, ...] = ()

    @property
    def version(self) -> int:
        """How often somebody said something of it."""
        return len(self.said)

    @property
    def is_done(self) -> bool:
        return self.state in DONE


class Sweep(Struct, frozen=True, kw_only=True):
    """What a sweep looked at: so many units, events, outcomes, tests, series of values.

    ``head`` is the place in the log up to which; ``left_out`` says what was not taken as a
    factor, and why.  ``found`` counts what was seen, whether or not it was known.
    """

    at: datetime
    head: int
    units: int = 0
    events: int = 0
    outcomes: int = 0
    tests: int = 0
    series: int = 0
    found: int = 0
    factors: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def read_pattern(body: str | bytes) -> Pattern:
    """A pattern as it was written."""
    return msgspec.json.decode(body, type=Pattern)


def known_pattern(connection: sa.Connection, name: str, *, locks: bool = False) -> Pattern | None:
    """A kept one; None where none is called so.

    With ``locks`` two who change it at the same moment come one after the other.
    """
    columns = memory_pattern.c
    statement = sa.select(columns.body).where(columns.pattern == storable_text(name))
    if locks:
        statement = statement.with_for_update()
    body = connection.execute(statement).scalar_one_or_none()
    return None if body is None else read_pattern(body)


def case_of(name: str) -> str:
    """How the case is called that tells what was decided about a pattern."""
    return _CASE + name


def pattern_of(case: str) -> str | None:
    """The pattern that a case is of; None where it is of none."""
    return case.removeprefix(_CASE) if case.startswith(_CASE) else None
