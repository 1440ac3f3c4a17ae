"""Which station limits the line, by the active period method of Roser, Nakano and Tanaka (2002).

A station is active unless it waits: running, being set up or repaired.  At each moment the active
station whose uninterrupted active period is the longest is the momentary bottleneck.  Where the
period of one bottleneck overlaps that of the next, the bottleneck shifts between the two; for the
rest of its time it is the sole one.  Breaks and time without data end a period: nobody worked, or
nobody knows.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from analysis.intervals import Interval, common, length, merged
from analysis.station_states import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.station_states import Span

#: With a smaller lead of the first over the second (as shares of the time), nobody limits alone.
LEAST_LEAD = 0.10
ACTIVE = frozenset({State.RUNNING, State.STOPPED, State.SETUP})
_UNKNOWN = frozenset({State.BREAK, State.NO_DATA})


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the observed time (0 to 1) a station was the sole bottleneck, or one of two."""

    station: str
    sole: float
    shifting: float

    @property
    def whole(self) -> float:
        """Sole and shifting together."""
        return self.sole + self.shifting


@dataclass(frozen=True, slots=True)
class Momentary:
    """``station`` was the bottleneck from ``begin_us`` to ``end_us`` (end excluded).

    ``shifting_with`` is the bottleneck before or after it, where their periods overlap.
    """

    station: str
    begin_us: int
    end_us: int
    shifting_with: str | None = None


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """``station`` is None when there is no single bottleneck; ``lead`` is that of the first.

    ``shares`` hold every station, the most limiting first.
    """

    station: str | None
    lead: float
    shares: tuple[Share, ...]
    momentary: tuple[Momentary, ...]


@dataclass(frozen=True, slots=True)
class _Period:
    station: str
    begin: int
    end: int

    @property
    def rank(self) -> tuple[int, int, str]:
        """The longest first; of equal ones that which began first."""
        return (self.begin - self.end, self.begin, self.station)


@dataclass(frozen=True, slots=True)
class _Reign:
    """While a period was the longest."""

    period: _Period
    begin: int
    end: int


def bottleneck(stations: Mapping[str, Iterable[Span]]) -> Bottleneck:
    """The bottleneck of the stations of one line, from what each did over the same time."""
    spans = {station: tuple(found) for station, found in stations.items()}
    periods = [period for station, found in spans.items() for period in _periods(station, found)]
    reigns = _reigns(periods)
    shifting = _overlaps(reigns)
    observed = length(
        merged(
            (span.begin_us, span.end_us)
            for found in spans.values()
            for span in found
            if span.state not in _UNKNOWN
        )
    )
    shares = [_share(station, reigns, shifting, observed) for station in spans]
    shares.sort(key=lambda share: (-share.whole, -share.sole, share.station))
    lead = _lead(shares)
    station = shares[0].station if shares and lead >= LEAST_LEAD else None
    return Bottleneck(station, lead, tuple(shares), tuple(_momentary(reigns)))


def _periods(station: str, spans: Iterable[Span]) -> list[_Period]:
    active = merged((span.begin_us, span.end_us) for span in spans if span.state in ACTIVE)
    return [_Period(station, begin, end) for begin, end in active]


def _reigns(periods: list[_Period]) -> list[_Reign]:
    """Who was the longest when, in order; time in which nobody was active is left out."""
    coming = sorted(periods, key=lambda period: period.begin, reverse=True)
    edges = sorted({edge for period in periods for edge in (period.begin, period.end)})
    standing: list[tuple[tuple[int, int, str], _Period]] = []
    reigns: list[_Reign] = []
    for begin, end in pairwise(edges):
        while coming and coming[-1].begin <= begin:
            period = coming.pop()
            heapq.heappush(standing, (period.rank, period))
        while standing and standing[0][1].end <= begin:
            heapq.heappop(standing)
        if not standing:
            continue
        longest = standing[0][1]
        if reigns and reigns[-1].period is longest:
            reigns[-1] = _Reign(longest, reigns[-1].begin, end)
        else:
            reigns.append(_Reign(longest, begin, end))
    return reigns


def _overlaps(reigns: list[_Reign]) -> dict[str, list[Interval]]:
    """When each station's period overlapped that of the bottleneck before or after it."""
    found: dict[str, list[Interval]] = {}
    for one, following in pairwise(reigns):
        overlap = _overlap(one.period, following.period)
        for period in (one.period, following.period):
            found.setdefault(period.station, []).append(overlap)
    return {station: merged(overlaps) for station, overlaps in found.items()}


def _overlap(one: _Period, other: _Period) -> Interval:
    begin = max(one.begin, other.begin)
    return begin, max(begin, min(one.end, other.end))


def _share(
    station: str, reigns: list[_Reign], shifting: dict[str, list[Interval]], observed: int
) -> Share:
    if not observed:
        return Share(station, 0.0, 0.0)
    overlaps = shifting.get(station, [])
    own = merged((r.begin, r.end) for r in reigns if r.period.station == station)
    sole = length(own) - length(common(own, overlaps))
    return Share(station, sole / observed, length(overlaps) / observed)


def _lead(shares: list[Share]) -> float:
    if not shares:
        return 0.0
    return shares[0].whole - (shares[1].whole if len(shares) > 1 else 0.0)


def _momentary(reigns: list[_Reign]) -> Iterable[Momentary]:
    """Each reign in its parts: sole, and shifting with the one before or after it."""
    for number, reign in enumerate(reigns):
        beside = [
            r.period for r in (*reigns[max(0, number - 1) : number], *reigns[number + 1 :][:1])
        ]
        overlaps = [(*_overlap(reign.period, period), period.station) for period in beside]
        edges = {edge for begin, end, _ in overlaps for edge in (begin, end)}
        cuts = sorted({reign.begin, reign.end, *(e for e in edges if reign.begin < e < reign.end)})
        for begin, end in pairwise(cuts):
            others = [other for start, stop, other in overlaps if start <= begin and end <= stop]
            yield Momentary(reign.period.station, begin, end, others[0] if others else None)
