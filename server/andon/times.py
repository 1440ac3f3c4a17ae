"""How long help took: to seen, arrived and solved, by kind of call, never by person."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Struct

from app.domain.calls import ARRIVED, KINDS, SEEN, SOLVED
from server.db.andon_tables import andon_answer, andon_call

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY_US = 24 * 3_600 * 1_000_000
#: Days the figures are of, where nobody asks for others.
DAYS = 28
#: The newest calls; more of them move no percentile that matters.
_MOST = 5_000
#: Fewer times than these say nothing about one in ten.
FEWEST = 5


class Spread(Struct, frozen=True, kw_only=True):
    """``count`` calls got so far; half of them within ``p50_s``, nine of ten within ``p90_s``.

    None where there are too few to say it.
    """

    count: int
    p50_s: float | None = None
    p90_s: float | None = None


class ResponseTimes(Struct, frozen=True, kw_only=True):
    """Of the calls of a ``kind``: how many there were, and how long each stage took."""

    kind: str
    calls: int
    seen: Spread
    arrived: Spread
    solved: Spread


def response_times(
    connection: sa.Connection, *, now_us: int, days: int = DAYS
) -> list[ResponseTimes]:
    """One for each kind of call.  A stage that nobody recorded is no time, not a long one."""
    newest = (
        sa.select(andon_call.c.call, andon_call.c.kind, andon_call.c.opened_at)
        .where(andon_call.c.opened_at >= now_us - days * DAY_US)
        .order_by(andon_call.c.opened_at.desc())
        .limit(_MOST)
        .subquery()
    )
    told = newest.outerjoin(andon_answer, andon_answer.c.call == newest.c.call)
    counts: dict[str, set[str]] = {kind: set() for kind in KINDS}
    lasts: dict[tuple[str, str], list[float]] = {}
    rows = connection.execute(
        sa.select(
            newest.c.call,
            newest.c.kind,
            newest.c.opened_at,
            andon_answer.c.stage,
            andon_answer.c.at,
        ).select_from(told)
    )
    for call, kind, opened_at, stage, at in rows:
        counts.setdefault(kind, set()).add(call)
        if stage is not None:
            # Two machines' clocks may differ by a little.
            lasts.setdefault((kind, stage), []).append(max(0, at - opened_at) / 1e6)
    return [
        ResponseTimes(
            kind=kind,
            calls=len(calls),
            seen=_spread(lasts.get((kind, SEEN), [])),
            arrived=_spread(lasts.get((kind, ARRIVED), [])),
            solved=_spread(lasts.get((kind, SOLVED), [])),
        )
        for kind, calls in counts.items()
    ]


def _spread(lasts: Sequence[float]) -> Spread:
    if len(lasts) < FEWEST:
        return Spread(count=len(lasts))
    ordered = sorted(lasts)
    return Spread(count=len(ordered), p50_s=_at(ordered, 0.5), p90_s=_at(ordered, 0.9))


def _at(ordered: Sequence[float], share: float) -> float:
    """The nearest-rank percentile: always a time that really was."""
    return ordered[math.ceil(len(ordered) * share) - 1]
