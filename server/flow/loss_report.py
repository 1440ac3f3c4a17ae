"""The losses of a line over a shift, a day or a week: one report for page and interface."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from server.flow.figures import LOOK_BACK_US, known_stations, lines_of
from server.flow.losses import BY, LineTimes, OeeRow
from server.flow.pareto import Bar, ShortStops, pareto, short_stops
from server.flow.stops import KnownStop, count_left_out, read_stops
from server.problems import invalid, not_found
from server.read.times import utc

if TYPE_CHECKING:
    import sqlalchemy as sa

    from analysis.station_states import Span
    from server.flow.figures import FlowFigures
    from server.read.line_documents import LineDocuments

_DAY_US = 86_400_000_000
#: The stretches of time that can be asked for.
THIS_SHIFT, LAST_SHIFT, DAY, WEEK = "shift", "last_shift", "day", "week"
WINDOWS = (THIS_SHIFT, LAST_SHIFT, DAY, WEEK)


class StateSpan(Struct, frozen=True, kw_only=True):
    """A station was in ``state`` so long."""

    state: str
    began_at: datetime
    ended_at: datetime


class LossReport(Struct, frozen=True, kw_only=True):
    """What was lost on ``line`` from ``begins`` to ``ends``.

    ``whole`` is the line's OEE, ``rows`` tell it apart by ``by``.  Without a calendar
    (``has_calendar``) every minute counts as planned.  Where there are very many stops the
    ``left_out`` oldest stand neither in ``stops`` nor in what is counted of them.
    """

    line: str
    lines: tuple[str, ...]
    window: str
    by: str
    shift: str | None
    begins: datetime
    ends: datetime
    has_calendar: bool
    whole: OeeRow | None
    rows: tuple[OeeRow, ...]
    pareto: tuple[Bar, ...]
    short: tuple[ShortStops, ...]
    stops: tuple[KnownStop, ...]
    timeline: dict[str, tuple[StateSpan, ...]]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Window:
    begin_us: int
    end_us: int
    shift: str | None = None


def loss_report(
    connection: sa.Connection,
    documents: LineDocuments,
    figures: FlowFigures,
    *,
    line: str | None,
    window: str,
    by: str,
    now_us: int,
) -> LossReport:
    """The report; without a ``line`` that of the first.

    Raises:
        Problem: 404 for a line nobody knows, 422 for another window or way to tell apart.
    """
    if window not in WINDOWS:
        raise invalid(detail=f"window={window!r}: expected one of {', '.join(WINDOWS)}")
    if by not in BY:
        raise invalid(detail=f"by={by!r}: expected one of {', '.join(BY)}")
    lines = lines_of(documents, known_stations(connection))
    if line is None:
        # A line that has a name stands before the stations that are on none.
        line = next((name for name in lines if name), "")
    elif line not in lines:
        raise not_found(detail=f"There is no line {line!r} with records.")
    span = _window(documents, line, window, now_us)

    def read() -> LineTimes:
        return LineTimes(
            connection,
            documents,
            lines.get(line, ()),
            begin_us=span.begin_us,
            end_us=span.end_us,
            now_us=now_us,
        )

    times = figures.times(line, window, now_us, read)
    begin_us, end_us = times.begin_us, times.end_us
    stops = read_stops(
        connection, documents, times.stations, begin_us=begin_us, end_us=end_us, now_us=now_us
    )
    left_out = count_left_out(
        connection, times.stations, begin_us=begin_us, end_us=end_us, read=len(stops)
    )
    return LossReport(
        line=line,
        lines=tuple(lines),
        window=window,
        by=by,
        shift=span.shift,
        begins=utc(times.begin_us),
        ends=utc(span.end_us),
        has_calendar=documents.planned(line) is not None,
        whole=next(iter(times.oee_rows("line")), None),
        rows=tuple(times.oee_rows(by)),
        pareto=tuple(pareto(stops, times)),
        short=tuple(short_stops(connection, documents, times, stops)),
        stops=tuple(stops),
        timeline={name: tuple(map(_span, spans)) for name, spans in times.spans.items()},
        left_out=left_out,
    )


def _window(documents: LineDocuments, line: str, window: str, now_us: int) -> _Window:
    """Shifts by the calendar; without one the last eight hours, and those before them."""
    planned = documents.planned(line)
    if window in {DAY, WEEK}:
        days = 1 if window == DAY else 7
        return _Window(now_us - days * _DAY_US, now_us)
    if planned is None:
        begin = now_us - LOOK_BACK_US * (1 if window == THIS_SHIFT else 2)
        return _Window(begin, begin + LOOK_BACK_US)
    shifts = planned.shifts_between(now_us - 8 * _DAY_US, now_us + 1)
    back = 1 if window == THIS_SHIFT else 2
    if window == LAST_SHIFT and (not shifts or shifts[-1].end_us <= now_us):
        back = 1  # nobody works at the moment: the last one is the newest
    if len(shifts) < back:
        return _Window(now_us - LOOK_BACK_US, now_us)
    shift = shifts[-back]
    return _Window(shift.begin_us, shift.end_us, shift.key)


def _span(span: Span) -> StateSpan:
    return StateSpan(
        state=span.state.value, began_at=utc(span.begin_us), ended_at=utc(span.end_us)
    )
