"""When so many more units will be finished, as the chances are: P50, P80 and P95, never the mean.

Bootstrap of the last 200 times between two finished units, drawn in blocks of ten that followed
each other (Künsch 1989): after a long one often comes a short one.  For each repetition the 200
are drawn anew first, and the units ahead from what was drawn: 200 times do not say exactly how
fast the line is, and a promise that took them for the truth would be kept too rarely.  Whoever
promises far ahead needs more of the past: a long stop that comes once in 300 units is not among
the last 200 more often than it is.  Ten times as many as are ahead are taken, at most 2,000, and
the blocks grow with them.  Same times, same promise: the draws are seeded.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

#: What is older tells of another line: other people, other orders, other parts.  For a promise
#: further ahead so many times as many as are ahead, up to the most.
LAST = 200
TIMES_AHEAD, MOST_LAST = 10, 2_000
LEAST = 20
MOST_AHEAD = 10_000
REPETITIONS = 2_000
SEED = 1
#: So many promises say how often they are kept to within some three points.
TRIED = 200
#: The times are drawn as so many blocks: of ten where there are 200.
_BLOCKS = 20
_AT_ONCE = 500
CHANCES = (0.5, 0.8, 0.95)
_P80 = CHANCES[1]


class TooFew(ValueError):
    """No promise from so few units; the message says how many there must be."""


@dataclass(frozen=True)
class Forecast:
    """How long ``ahead`` more units take, from ``based_on`` times between units.

    ``totals_s`` are the repetitions in seconds, the shortest first.  They are working time where
    the times were.
    """

    ahead: int
    based_on: int
    totals_s: NDArray[np.float64]

    def at(self, chance: float) -> float:
        """Seconds within which they are finished with that ``chance`` (0 to 1)."""
        return float(np.quantile(self.totals_s, chance))

    def chance_beyond(self, seconds: float) -> float:
        """The chance (0 to 1) that they take longer than that."""
        within = np.searchsorted(self.totals_s, seconds, side="right")
        return 1.0 - float(within) / len(self.totals_s)

    @cached_property
    def p50_s(self) -> float:
        """As likely later as earlier."""
        return self.at(0.5)

    @cached_property
    def p80_s(self) -> float:
        """What is promised."""
        return self.at(0.8)

    @cached_property
    def p95_s(self) -> float:
        """For what must not be late."""
        return self.at(0.95)


def gaps_s(
    finished_us: Iterable[int], *, worked_us: Callable[[int, int], int] | None = None
) -> tuple[float, ...]:
    """Seconds between finished units, from the instants (µs UTC) in any order.

    With ``worked_us`` (the calendar's planned working time between two instants) only time in
    which the line was to work counts.
    """
    apart = worked_us or (lambda begin, end: end - begin)
    return tuple(apart(begin, end) / 1e6 for begin, end in pairwise(sorted(finished_us)))


def forecast(gaps: Sequence[float], *, ahead: int, seed: int = SEED) -> Forecast:
    """How long ``ahead`` more units take, from the last of ``gaps`` in seconds.

    The last :data:`LAST` count, more of them for a promise far ahead.

    Raises:
        TooFew: fewer than :data:`LEAST` gaps.
        ValueError: ``ahead`` is not 1 to :data:`MOST_AHEAD`.
    """
    if not 1 <= ahead <= MOST_AHEAD:
        message = f"{ahead} units ahead: expected 1 to {MOST_AHEAD}"
        raise ValueError(message)
    if len(gaps) < LEAST:
        message = f"a promise needs {LEAST + 1} finished units, there are {len(gaps) + 1}"
        raise TooFew(message)
    totals = np.zeros(REPETITIONS)
    last = _last(gaps, ahead)
    for drawn in _draws(last, ahead, seed):
        totals += drawn.sum(axis=1)
    return Forecast(ahead, len(last), np.sort(totals))


def units_within(
    gaps: Sequence[float], *, seconds: float, seed: int = SEED
) -> tuple[int, int, int] | None:
    """How many units are finished in that time with a chance of 50, 80 and 95 %.

    None when nobody can say: fewer than :data:`LEAST` gaps, or more than :data:`MOST_AHEAD` units.
    """
    if len(gaps) < LEAST or seconds <= 0:
        return None if len(gaps) < LEAST else (0, 0, 0)
    usual = float(np.mean(np.asarray(gaps[-LAST:])))
    most = MOST_AHEAD if usual <= 0 else int(min(MOST_AHEAD, 2 * seconds / usual + 10))
    spent, counts = np.zeros(REPETITIONS), np.zeros(REPETITIONS, dtype=np.int64)
    for drawn in _draws(_last(gaps, most // 2 + 1), most, seed):
        reached = spent[:, None] + np.cumsum(drawn, axis=1)
        counts += (reached <= seconds).sum(axis=1)
        spent = reached[:, -1]
    if counts.max() >= MOST_AHEAD:
        return None
    at_least = (int(np.quantile(counts, 1 - chance, method="lower")) for chance in CHANCES)
    p50, p80, p95 = at_least
    return p50, p80, p95


def _last(gaps: Sequence[float], ahead: int) -> NDArray[np.float64]:
    back = max(LAST, min(TIMES_AHEAD * ahead, MOST_LAST))
    return np.asarray(gaps[-back:], dtype=np.float64)


def _draws(last: NDArray[np.float64], ahead: int, seed: int) -> Iterator[NDArray[np.float64]]:
    """Times of the units ahead for each repetition, so many at once as memory likes."""
    return (last[places] for places in _places(len(last), ahead, seed))


def _places(known: int, ahead: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """Which of the ``known`` times are drawn: the same for every line with so many."""
    length = max(1, known // _BLOCKS)
    # The draws of `random` are the generator's bits: the same in every release of numpy.
    random = np.random.Generator(np.random.PCG64(seed))
    anew = _drawn(random, -(-known // length), known)
    for done in range(0, ahead, _AT_ONCE):
        count = min(_AT_ONCE, ahead - done)
        begins = _drawn(random, -(-count // length), known)
        places = _in_blocks(begins, length, known)[:, :count]
        block, offset = np.divmod(places, length)
        yield (np.take_along_axis(anew, block, axis=1) + offset) % known


def _drawn(random: np.random.Generator, count: int, below: int) -> NDArray[np.int64]:
    """Where ``count`` blocks begin, for each repetition."""
    return (random.random((REPETITIONS, count)) * below).astype(np.int64)


def _in_blocks(begins: NDArray[np.int64], length: int, around: int) -> NDArray[np.int64]:
    """The places of whole blocks; after the last place comes the first."""
    places = (begins[:, :, None] + np.arange(length)) % around
    return places.reshape(len(begins), -1)


@dataclass(frozen=True, slots=True)
class Kept:
    """How many promises there were, and how many of them were kept."""

    promises: int
    kept: int

    @property
    def share(self) -> float | None:
        """0 to 1; None while there was no promise."""
        return self.kept / self.promises if self.promises else None


def promises_kept(gaps: Sequence[float], *, ahead: int, most: int = TRIED) -> Kept:
    """How often P80 would have been kept of late: each promise from what was known by then.

    The stretches that are promised do not overlap, so that no late unit counts twice.  ``most``
    promises are tried, the latest ones, each with :data:`LAST` gaps or more before it.
    """
    starts = range(len(gaps) - ahead, LAST - 1, -ahead)[:most]
    tried, kept = _Tried(ahead), 0
    for start in starts:
        kept += sum(gaps[start : start + ahead]) <= tried.p80_s(gaps[:start])
    return Kept(len(starts), kept)


class _Tried:
    """P80 of many promises of the same length: what is drawn is the same for all of them."""

    def __init__(self, ahead: int) -> None:
        self._ahead = ahead
        self._known = 0
        self._places: tuple[NDArray[np.int64], ...] = ()

    def p80_s(self, gaps: Sequence[float]) -> float:
        """As :func:`forecast` says it."""
        last = _last(gaps, self._ahead)
        if len(last) != self._known:
            self._known, self._places = len(last), tuple(_places(len(last), self._ahead, SEED))
        totals = np.zeros(REPETITIONS)
        for places in self._places:
            totals += last[places].sum(axis=1)
        return float(np.quantile(totals, _P80))
