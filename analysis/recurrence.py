"""What comes back: three or more of one key in 14 days, where its own rate before makes that rare.

The rate is that of the 180 days before the 14, or of as many as there are records; Poisson,
p < 0.001.  A key that did not come at all in these days counts as if it had come once: records
that never saw it do not say that it cannot come.

Every event is looked at with its 14 days, so that keys that come by mere chance show up, too: in a
year 3 % of those that come once in a hundred days, one in six of those that come every other day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from analysis.distributions import gamma_p

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WINDOW = timedelta(days=14)
BEFORE = timedelta(days=180)
LEAST = 3
BELOW_P = 0.001


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A stretch in which ``key`` came back more often than before.

    Of its windows of 14 days the rarest is given: ``n`` times from ``first`` to ``last``, where
    ``expected`` were usual from the ``before`` times in ``days_before``.  ``found_at`` is when it
    could first be said; ``until`` the last time it could.
    """

    key: str
    n: int
    first: datetime
    last: datetime
    before: int
    days_before: float
    expected: float
    p: float
    found_at: datetime
    until: datetime


def recurrences(
    events: Iterable[tuple[str, datetime]], *, since: datetime | None = None
) -> tuple[Recurrence, ...]:
    """All stretches, earliest found first; ``since`` is when records begin, else the first event.

    Times are all with a zone or all without.  The order of the events does not matter.
    """
    by_key: dict[str, list[datetime]] = defaultdict(list)
    for key, at in events:
        by_key[key].append(at)
    if not by_key:
        return ()
    began = min(min(times) for times in by_key.values()) if since is None else since
    found = [hit for key, times in by_key.items() for hit in _of_key(key, sorted(times), began)]
    return tuple(sorted(found, key=lambda hit: (hit.found_at, hit.key)))


def _of_key(key: str, times: Sequence[datetime], began: datetime) -> Iterator[Recurrence]:
    """Windows that end with an event; those that follow each other are one stretch."""
    open_one: Recurrence | None = None
    for end in range(LEAST - 1, len(times)):
        hit = _window(key, times, end, began)
        if hit is None or (open_one and hit.first > open_one.until):
            if open_one:
                yield open_one
            open_one = hit
        elif open_one:
            rarest = min(open_one, hit, key=lambda one: one.p)
            open_one = replace(rarest, found_at=open_one.found_at, until=hit.until)
        else:
            open_one = hit
    if open_one:
        yield open_one


def _window(key: str, times: Sequence[datetime], end: int, began: datetime) -> Recurrence | None:
    last = times[end]
    begins = last - WINDOW
    days = min(BEFORE, begins - began) / timedelta(days=1)
    start = bisect_left(times, begins)
    n = end + 1 - start
    if n < LEAST or days <= 0:
        return None
    before = start - bisect_left(times, begins - BEFORE)
    expected = max(1, before) / days * (WINDOW / timedelta(days=1))
    p = gamma_p(n, expected)  # P(Poisson ≥ n), DLMF 8.4.10
    if p >= BELOW_P:
        return None
    return Recurrence(key, n, times[start], last, before, days, expected, p, last, last)
