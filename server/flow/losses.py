"""What was lost on a line: time elements, OEE with its coverage, and by what.

Time elements and counts are added up; an OEE never is.  Time without data is in none of them: it
lowers the coverage that stands beside each figure.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Struct

from analysis.oee import oee
from analysis.station_states import TimeElements, time_elements, within
from server.db.flow_tables import flow_cycle
from server.flow.station_times import StationTimes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from analysis.intervals import Interval
    from analysis.station_states import Span
    from server.read.line_documents import LineDocuments

#: By what figures can be told apart.
BY = ("station", "line", "product", "order", "shift")
_US = 1_000_000


class OeeRow(Struct, frozen=True, kw_only=True):
    """One row: minutes by time element, shares (None: nothing to be a share of), and counts.

    ``effectiveness`` and ``oee`` are None too where no ideal time was planned for a product.
    ``above_one`` names factors that cannot be true: an ideal time or a plan is wrong.  ``lost``
    are minutes by loss.
    """

    name: str
    coverage: float | None
    oee: float | None
    availability: float | None
    effectiveness: float | None
    quality: float | None
    above_one: tuple[str, ...]
    made: int
    good: int
    planned_min: float
    running_min: float
    unseen_min: float
    beyond_min: float
    lost: dict[str, float]


@dataclass(frozen=True, slots=True)
class Cycle:
    """A unit that was completed, or scrapped, at a station at ``at`` (µs)."""

    station: str
    order: str
    product: str
    started_at: int
    at: int
    is_good: bool
    shift: str | None


@dataclass(slots=True)
class _Sum:
    """What belongs to one row."""

    elements: TimeElements = field(default_factory=TimeElements)
    made: int = 0
    good: int = 0
    ideal_s: float = 0.0
    is_ideal_known: bool = True


class LineTimes:
    """A line's stations over a stretch of time: read once, then told apart in several ways."""

    def __init__(
        self,
        connection: sa.Connection,
        documents: LineDocuments,
        stations: Sequence[str],
        *,
        begin_us: int,
        end_us: int,
        now_us: int,
    ) -> None:
        self.begin_us, self.end_us = begin_us, max(begin_us, min(end_us, now_us))
        self.stations = tuple(stations)
        # Kept for some seconds, longer than the connection that the documents are read with.
        self._lines = {name: documents.line_of(name) for name in stations}
        self._planned = {line: documents.planned(line) for line in self._lines.values()}
        self._plans = {line: documents.plan_of(line) for line in self._lines.values()}
        self._rows: dict[str, list[OeeRow]] = {}
        times = StationTimes(connection, stations, begin_us=begin_us, end_us=self.end_us)
        self.spans = times.spans(documents, now_us=now_us)
        self.cycles = read_cycles(connection, stations, begin_us, self.end_us)

    def oee_rows(self, by: str) -> list[OeeRow]:
        """OEE by one of :data:`BY`, in the order of names."""
        if by not in self._rows:
            self._rows[by] = self._oee_rows(by)
        return self._rows[by]

    def _oee_rows(self, by: str) -> list[OeeRow]:
        sums: dict[str, _Sum] = {}
        for station in self.stations:
            for name, begin, end in self._stretches(station, by):
                found = sums.setdefault(name, _Sum())
                found.elements += self._elements(station, begin, end)
        for cycle in self.cycles:
            self._count(sums.setdefault(self._name(cycle, by), _Sum()), cycle)
        return [_row(name, found) for name, found in sorted(sums.items())]

    def planned_of(self, station: str, begin: int, end: int) -> list[Interval]:
        """Planned working time; all of it where the plant has no calendar."""
        planned = self._planned[self._lines[station]]
        if planned is None:
            return [(begin, end)]
        working = (
            interval for shift in planned.shifts_between(begin, end) for interval in shift.working
        )
        clipped = ((max(one, begin), min(other, end)) for one, other in working)
        return [(one, other) for one, other in clipped if one < other]

    def _elements(self, station: str, begin: int, end: int) -> TimeElements:
        spans: tuple[Span, ...] = within(self.spans[station], begin, end)
        return time_elements(spans, planned=self.planned_of(station, begin, end))

    def _stretches(self, station: str, by: str) -> Iterator[tuple[str, int, int]]:
        """What of a station's time belongs to which row: all of it, each moment once."""
        if by in {"product", "order"}:
            yield from self._by_cycles(station, by)
        elif by == "shift":
            yield from self._by_shifts(station)
        else:
            line = self._lines[station] or "no line"
            yield station if by == "station" else line, self.begin_us, self.end_us

    def _by_shifts(self, station: str) -> Iterator[tuple[str, int, int]]:
        planned = self._planned[self._lines[station]]
        here = self.begin_us
        for shift in planned.shifts_between(here, self.end_us) if planned else ():
            begin, end = max(here, shift.begin_us), min(shift.end_us, self.end_us)
            if here < begin:
                yield _BETWEEN, here, begin
            yield shift.key, begin, end
            here = end
        if here < self.end_us:
            yield _BETWEEN, here, self.end_us

    def _by_cycles(self, station: str, by: str) -> Iterator[tuple[str, int, int]]:
        """An order's time begins with its first unit and ends where another's begins."""
        own = sorted((c for c in self.cycles if c.station == station), key=lambda c: c.started_at)
        name, here = _NONE, self.begin_us
        for cycle in own:
            following = self._name(cycle, by)
            begin = min(max(here, cycle.started_at), self.end_us)
            # What was before the first unit was for it: its setup, its missing material.
            if name not in {following, _NONE} and here < begin:
                yield name, here, begin
                here = begin
            name = following
        yield name, here, self.end_us

    def _name(self, cycle: Cycle, by: str) -> str:
        match by:
            case "station":
                return cycle.station
            case "product":
                return cycle.product
            case "order":
                return cycle.order
            case "shift":
                return cycle.shift or _BETWEEN
            case _:
                return self._lines[cycle.station] or "no line"

    def _count(self, found: _Sum, cycle: Cycle) -> None:
        ideal_s = self._plans[self._lines[cycle.station]].ideal_of(cycle.product)
        found.made += 1
        found.good += cycle.is_good
        found.ideal_s += ideal_s or 0.0
        found.is_ideal_known &= ideal_s is not None


_NONE, _BETWEEN = "none", "between shifts"


def read_cycles(
    connection: sa.Connection, stations: Sequence[str], begin_us: int, end_us: int
) -> list[Cycle]:
    """What was completed at the stations in that time."""
    columns = flow_cycle.c
    statement = (
        sa.select(
            columns.station,
            columns.order_id,
            columns.product,
            columns.started_at,
            columns.at,
            columns.is_good,
            columns.shift,
        )
        .where(columns.station.in_(stations), columns.at >= begin_us, columns.at < end_us)
        .order_by(columns.at, columns.station)
    )
    return [
        Cycle(*row[:5], is_good=bool(row.is_good), shift=row.shift)
        for row in connection.execute(statement)
    ]


def made_by_station(cycles: Iterable[Cycle]) -> Counter[str]:
    """How many units each station completed."""
    return Counter(cycle.station for cycle in cycles)


def _row(name: str, found: _Sum) -> OeeRow:
    times = found.elements
    is_known = found.is_ideal_known and found.made > 0
    told = oee(
        pbt_s=times.pbt_us / _US,
        apt_s=times.apt_us / _US,
        ideal_s=found.ideal_s if is_known else 0.0,
        made=found.made,
        good=found.good,
    )
    is_idle = found.made == 0
    factors = {loss.factor: loss.minutes for loss in told.losses}
    lost = {
        "setup": times.aust_us / _US / 60,
        "stopped": times.adet_us / _US / 60,
        "waiting": times.adot_us / _US / 60,
    }
    if is_known:
        lost |= {"speed": factors["effectiveness"], "quality": factors["quality"]}
    return OeeRow(
        name=name,
        coverage=times.coverage,
        oee=told.oee if is_known or (is_idle and times.apt_us == 0) else None,
        availability=told.availability,
        effectiveness=told.effectiveness if is_known else None,
        quality=told.quality,
        above_one=tuple(one for one in told.above_one if is_known or one != "effectiveness"),
        made=found.made,
        good=found.good,
        planned_min=(times.pbt_us + times.unseen_us) / _US / 60,
        running_min=times.apt_us / _US / 60,
        unseen_min=times.unseen_us / _US / 60,
        beyond_min=times.beyond_us / _US / 60,
        lost=lost,
    )
