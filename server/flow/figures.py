"""What a line's flow is at the moment: who limits it, how fast units come, what is promised.

These figures move slowly and take time to work out, so each worker keeps them for some seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa

from analysis.bottleneck import Bottleneck, bottleneck
from analysis.promise import (
    LAST,
    LEAST,
    MOST_AHEAD,
    MOST_LAST,
    Forecast,
    Kept,
    forecast,
    gaps_s,
    promises_kept,
    units_within,
)
from analysis.stop_value import EveryMinute
from server.db.flow_tables import flow_cycle, flow_station
from server.flow.station_times import StationTimes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from analysis.intervals import Interval
    from analysis.stop_value import Clock
    from app.domain.planned_time import Shift
    from server.flow.losses import LineTimes
    from server.read.line_documents import LineDocuments

#: So old may a figure be; a stop itself is shown at once.
KEEP_US, KEEP_TIMES_US = 10_000_000, 3_000_000
#: Without a shift, and for who limits the line: so far back.
LOOK_BACK_US = 8 * 3_600_000_000
#: What was finished longer ago tells nothing of the line as it is.
OLDEST_US = 366 * 24 * 3_600_000_000
#: How far ahead promises are tried; of one further ahead the last of these is told.
TRIED_AHEAD = (10, 20, 50)
#: So many of a length say something; how often P80 is kept is then known to some two points.
ENOUGH_TRIED, MOST_TRIED = 100, 400
_LONGEST_TRIED = ENOUGH_TRIED * TRIED_AHEAD[-1]
_US = 1_000_000


@dataclass(frozen=True)
class LineFigures:
    """The flow of ``line`` as of ``at_us``; ``gaps`` are working seconds between its units.

    ``exit`` is the station whose units are the line's, None while nothing was finished.
    ``stays`` are those of units behind stations whose places are known.
    """

    line: str
    at_us: int
    stations: tuple[str, ...]
    exit: str | None
    finished_us: tuple[int, ...]
    gaps: tuple[float, ...]
    limits: Bottleneck
    clock: Clock
    shift: Shift | None
    stays: Mapping[str, Sequence[Interval]]
    _forecasts: dict[int, Forecast] = field(default_factory=dict)
    _within: dict[int, tuple[int, int, int] | None] = field(default_factory=dict)

    @property
    def has_promise(self) -> bool:
        return len(self.gaps) >= LEAST

    def expected(self, units: int) -> Forecast | None:
        """How long so many units take; None where nobody can promise that."""
        if not self.has_promise or not 1 <= units <= MOST_AHEAD:
            return None
        if units not in self._forecasts:
            self._forecasts[units] = forecast(self.gaps, ahead=units)
        return self._forecasts[units]

    def within(self, until_us: int) -> tuple[int, int, int] | None:
        """Units by an instant with a chance of 50, 80 and 95 %."""
        if until_us not in self._within:
            seconds = self.clock.worked_us(self.at_us, until_us) / _US
            self._within[until_us] = units_within(self.gaps, seconds=seconds)
        return self._within[until_us]


class FlowFigures:
    """Keeps the figures of each line for some seconds; any thread."""

    def __init__(self) -> None:
        self._lines: dict[str, LineFigures] = {}
        self._kept: dict[tuple[str, int], tuple[int, Kept]] = {}
        self._times: dict[tuple[str, str], tuple[int, LineTimes]] = {}

    def times(
        self, line: str, window: str, now_us: int, read: Callable[[], LineTimes]
    ) -> LineTimes:
        """A line's times over a window, not older than :data:`KEEP_TIMES_US`."""
        known = self._times.get((line, window))
        if known is None or not 0 <= now_us - known[0] < KEEP_TIMES_US:
            known = now_us, read()
            self._times[line, window] = known
        return known[1]

    def of(
        self, connection: sa.Connection, documents: LineDocuments, line: str, *, now_us: int
    ) -> LineFigures:
        """Those of a line, not older than :data:`KEEP_US`."""
        known = self._lines.get(line)
        if known is None or not 0 <= now_us - known.at_us < KEEP_US:
            known = _work_out(connection, documents, line, now_us)
            self._lines[line] = known
        return known

    def kept(self, figures: LineFigures, units: int) -> tuple[int, Kept]:
        """How often P80 was kept of late, for promises of about so many units: (units, how often).

        Shorter promises are told while the longer ones have come to their end too seldom.  Tried
        anew whenever a promise of that length has come to its end.
        """
        ahead = _tried_ahead(units, len(figures.gaps))
        # Whole stretches only, so that a unit more changes nothing before the next stretch ends.
        newest = figures.finished_us[-1] if figures.finished_us else 0
        known = self._kept.get((figures.line, ahead))
        ended = known is None or sum(one > known[0] for one in figures.finished_us) >= ahead
        if known is None or ended:
            known = newest, promises_kept(figures.gaps, ahead=ahead, most=MOST_TRIED)
            self._kept[figures.line, ahead] = known
        return ahead, known[1]


def _tried_ahead(units: int, known: int) -> int:
    """The longest promise up to ``units`` of which enough can be tried, else the shortest."""
    enough = (one for one in TRIED_AHEAD if one <= units and (known - LAST) // one >= ENOUGH_TRIED)
    return max(enough, default=TRIED_AHEAD[0])


def lines_of(documents: LineDocuments, stations: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Each line with its stations in their order; "" holds those of no line."""
    found: dict[str, list[str]] = {}
    for name in stations:
        found.setdefault(documents.line_of(name), []).append(name)
    ordered = {}
    for line, names in sorted(found.items()):
        planned = documents.plan_of(line).stations
        place = {name: number for number, name in enumerate(planned)}
        ordered[line] = tuple(sorted(names, key=lambda name: (place.get(name, 10**6), name)))
    return ordered


def known_stations(connection: sa.Connection) -> list[str]:
    """Every station that ever recorded anything, by name."""
    statement = sa.select(flow_station.c.station).order_by(flow_station.c.station)
    return list(connection.execute(statement).scalars())


def _work_out(
    connection: sa.Connection, documents: LineDocuments, line: str, now_us: int
) -> LineFigures:
    stations = lines_of(documents, known_stations(connection)).get(line, ())
    planned = documents.planned(line)
    begin = now_us - LOOK_BACK_US
    times = StationTimes(connection, stations, begin_us=begin, end_us=now_us)
    last = _exit(connection, stations, now_us)
    finished = () if last is None else _finished(connection, last, now_us)
    spans = times.spans(documents, now_us=now_us)
    return LineFigures(
        line=line,
        at_us=now_us,
        stations=stations,
        exit=last,
        finished_us=finished,
        gaps=gaps_s(finished, worked_us=None if planned is None else planned.worked_us),
        limits=bottleneck(spans),
        clock=planned or EveryMinute(),
        shift=None if planned is None else planned.shift_at(now_us),
        stays=times.stays,
    )


def _exit(connection: sa.Connection, stations: Sequence[str], now_us: int) -> str | None:
    """The last station, in the line's order, that finished units lately, or at all."""
    newest: Mapping[str, int] = {
        row[0]: row[1]
        for row in connection.execute(
            sa.select(flow_cycle.c.station, sa.func.max(flow_cycle.c.at))
            .where(flow_cycle.c.station.in_(stations), flow_cycle.c.at <= now_us)
            .group_by(flow_cycle.c.station)
        )
        if row[1] is not None
    }
    lately = [name for name in stations if newest.get(name, 0) >= now_us - LOOK_BACK_US]
    finishing = lately or [name for name in stations if name in newest]
    return finishing[-1] if finishing else None


def _finished(connection: sa.Connection, station: str, now_us: int) -> tuple[int, ...]:
    """When its last units were finished, oldest first: enough to promise, and to try promises.

    What a wild clock says was finished in the future, or long ago, is no gap between units.
    """
    most = max(MOST_LAST, LAST + MOST_TRIED * TRIED_AHEAD[0], LAST + _LONGEST_TRIED) + 1
    statement = (
        sa.select(flow_cycle.c.at)
        .where(
            flow_cycle.c.station == station,
            flow_cycle.c.at <= now_us,
            flow_cycle.c.at > now_us - OLDEST_US,
        )
        .order_by(flow_cycle.c.at.desc())
        .limit(most)
    )
    return tuple(reversed(list(connection.execute(statement).scalars())))
