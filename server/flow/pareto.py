"""What the stops of a line cost, by reason, and which short ones come more often than before."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Struct

from analysis.intervals import common, length, merged
from analysis.micro_stops import micro_stops
from analysis.station_states import State
from app.domain.stops import SHORT_US
from server.db.flow_tables import flow_cycle, flow_stop
from server.flow.losses import made_by_station
from server.flow.reason_words import reason_words
from server.flow.stops import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.intervals import Interval
    from server.flow.losses import LineTimes
    from server.flow.stops import KnownStop
    from server.read.line_documents import LineDocuments

#: What short stops are compared with: so long before.
BEFORE_US = 28 * 86_400_000_000
_US = 1_000_000


class Bar(Struct, frozen=True, kw_only=True):
    """One reason: minutes of planned time lost to it, in how many stops, at which stations."""

    reason: str
    words: str
    minutes: float
    stops: int
    stations: tuple[str, ...]
    share: float
    running: float


class ShortStops(Struct, frozen=True, kw_only=True):
    """Short stops of one (station, step, reason); rates are per thousand units.

    ``expected`` episodes would be usual; ``is_more`` says that there are more than by chance.
    """

    station: str
    step: str
    words: str
    count: int
    episodes: int
    minutes: float
    per_thousand: float | None
    before: float | None
    expected: float | None
    is_more: bool


def pareto(stops: Iterable[KnownStop], times: LineTimes) -> list[Bar]:
    """By minutes, the most first; ``running`` is the share of this and all bars before it.

    Of a stop that lasts where nobody hears of the station, what is known of it counts, as in OEE.
    """
    minutes: dict[str, float] = defaultdict(float)
    names: dict[str, tuple[str, set[str], set[tuple[str, str]]]] = {}
    known = {name: _known(times, name) for name in times.stations}
    for stop in stops:
        for part in stop.parts:
            begin = round(part.began_at.timestamp() * _US)
            whole = (begin, begin + round(part.minutes * 60 * _US))
            lost = length(common([whole], known[stop.station])) / _US / 60
            if lost:
                _, stations, which = names.setdefault(part.reason, (part.words, set(), set()))
                minutes[part.reason] += lost
                stations.add(stop.station)
                which.add((stop.station, stop.stop))
    return _bars(minutes, names)


def _known(times: LineTimes, station: str) -> list[Interval]:
    """Planned time of which there is data."""
    seen = [
        (span.begin_us, span.end_us)
        for span in times.spans[station]
        if span.state is not State.NO_DATA
    ]
    return common(merged(seen), times.planned_of(station, times.begin_us, times.end_us))


def _bars(
    minutes: dict[str, float], names: dict[str, tuple[str, set[str], set[tuple[str, str]]]]
) -> list[Bar]:
    total, so_far = sum(minutes.values()), 0.0
    bars = []
    for reason, lost in sorted(minutes.items(), key=lambda one: (-one[1], one[0])):
        so_far += lost
        words, stations, which = names[reason]
        bars.append(
            Bar(
                reason=reason,
                words=words,
                minutes=lost,
                stops=len(which),
                stations=tuple(sorted(stations)),
                share=lost / total,
                running=so_far / total,
            )
        )
    return bars


def short_stops(
    connection: sa.Connection,
    documents: LineDocuments,
    times: LineTimes,
    stops: Iterable[KnownStop],
) -> list[ShortStops]:
    """The short stops of that time against the four weeks before it."""
    now = [
        (
            (stop.station, stop.step or "", stop.reason or ""),
            round(stop.began_at.timestamp() * _US),
            round(stop.began_at.timestamp() * _US + stop.minutes * 60 * _US),
        )
        for stop in stops
        if stop.is_short
    ]
    if not now:
        return []
    made = made_by_station(times.cycles)
    made_before = _made_before(connection, times)
    keys = {key for key, _, _ in now}
    found = micro_stops(
        now,
        _before(connection, times),
        cycles={key: made[key[0]] for key in keys},
        cycles_before={key: made_before.get(key[0], 0) for key in keys},
    )
    return [
        ShortStops(
            station=station,
            step=step,
            words=reason_words(reason, documents.reasons_of(documents.line_of(station))),
            count=one.count,
            episodes=one.episodes,
            minutes=one.lost_us / _US / 60,
            per_thousand=one.per_thousand,
            before=one.before,
            expected=one.expected,
            is_more=one.is_more,
        )
        for one in found
        for station, step, reason in [one.key]
    ]


def _before(
    connection: sa.Connection, times: LineTimes
) -> Sequence[tuple[tuple[str, str, str], int, int]]:
    columns = flow_stop.c
    statement = sa.select(
        columns.station,
        columns.step,
        columns.reason,
        columns.parts,
        columns.began_at,
        columns.ended_at,
    ).where(
        columns.station.in_(times.stations),
        columns.began_at >= times.begin_us - BEFORE_US,
        columns.began_at < times.begin_us,
        columns.ended_at - columns.began_at < SHORT_US,
    )
    return [
        ((row.station, row.step or "", reason_of(row) or ""), row.began_at, row.ended_at)
        for row in connection.execute(statement)
    ]


def _made_before(connection: sa.Connection, times: LineTimes) -> dict[str, int]:
    columns = flow_cycle.c
    statement = (
        sa.select(columns.station, sa.func.count())
        .where(
            columns.station.in_(times.stations),
            columns.at >= times.begin_us - BEFORE_US,
            columns.at < times.begin_us,
        )
        .group_by(columns.station)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}
