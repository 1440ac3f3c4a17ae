"""What stops cost: the order, the limiting station, the promise, how often.

"A machine stopped for 18 minutes" becomes "this stop hits the priority order, on the limiting
station, for the fourth time from the same cause, and moves the promise by 40 minutes".
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from msgspec import Struct

from analysis.buffers import standing, units_cover
from analysis.promise import LEAST
from analysis.stop_value import StopFacts, StopValue, by_consequence, value_of
from server.db.flow_tables import flow_stop
from server.flow.figures import LOOK_BACK_US, OLDEST_US
from server.flow.stops import KnownStop, known_stop, lasting_stops, reason_of
from server.read.orders import OrderProgress, orders_called
from server.read.times import maybe_utc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.flow.figures import FlowFigures, LineFigures
    from server.read.line_documents import LineDocuments

_US = 1_000_000
#: Of stops from the same cause so many are shown.
MOST_SAME = 50


class ValuedStop(Struct, frozen=True, kw_only=True):
    """A stop, and what it costs; times are the P50, P80 and P95 of the order's end.

    ``times`` is the how manieth of the same cause this is in its shift.  ``is_limiting`` is None
    when no single station limits the line.  ``moved_min`` is working time, at most that with
    ``is_at_most``; for ``cover_units`` units the limiting station goes on meanwhile, None where
    nobody knows.  Without ``promise`` too few units were finished (or no order is worked);
    ``missing`` says which.
    """

    stop: KnownStop
    line: str
    priority: int
    due: datetime | None
    units_left: int
    times: int
    is_same_reason: bool
    is_limiting: bool | None
    promise: tuple[datetime | None, ...]
    now_expected: tuple[datetime | None, ...]
    moved_min: float
    is_at_most: bool
    cover_units: int | None
    late_risk: float | None
    overtime_risk: float | None
    missing: str


def valued_stops(
    connection: sa.Connection, documents: LineDocuments, figures: FlowFigures, *, now_us: int
) -> list[ValuedStop]:
    """All stops that last, in the order of their consequences."""
    found = lasting_stops(connection, documents, now_us=now_us)
    names = sorted({stop.order for stop in found if stop.order})
    orders = {one.order.order: one for one in orders_called(connection, names)}
    valued: list[tuple[StopValue | None, ValuedStop]] = []
    for stop in found:
        line = documents.line_of(stop.station)
        flow = figures.of(connection, documents, line, now_us=now_us)
        order = orders.get(stop.order or "")
        times = _times(connection, stop)
        cover = _cover_units(documents, flow, stop)
        value = _value(flow, stop, order, cover=cover, now_us=now_us)
        valued.append((value, _valued(flow, stop, order, value, times=times, cover=cover)))
    known = {id(value): one for value, one in valued if value is not None}
    ranked = by_consequence([value for value, _ in valued if value is not None])
    return [*(known[id(value)] for value in ranked), *(one for v, one in valued if v is None)]


def valued_stop(
    connection: sa.Connection,
    documents: LineDocuments,
    figures: FlowFigures,
    stop: KnownStop,
    *,
    now_us: int,
) -> ValuedStop:
    """One stop, also one that is over: by what is known of line and order now."""
    flow = figures.of(connection, documents, documents.line_of(stop.station), now_us=now_us)
    order = next(iter(orders_called(connection, [stop.order] if stop.order else [])), None)
    cover = _cover_units(documents, flow, stop)
    value = _value(flow, stop, order, cover=cover, now_us=now_us)
    return _valued(flow, stop, order, value, times=_times(connection, stop), cover=cover)


def same_stops(
    connection: sa.Connection, documents: LineDocuments, stop: KnownStop, *, now_us: int
) -> list[KnownStop]:
    """The stops before it that count as the same, the newest first, at most :data:`MOST_SAME`."""
    rows = _same(connection, stop)[:MOST_SAME]
    return [known_stop(row, documents, now_us) for row in rows]


def _cover_units(documents: LineDocuments, flow: LineFigures, stop: KnownStop) -> int | None:
    """For how many units the limiting station goes on, by the places the line plan says."""
    plan, began = documents.plan_of(flow.line), _us(stop.began_at)
    return units_cover(
        plan.stations,
        stop.station,
        flow.limits.station,
        places=plan.buffers,
        stood={name: standing(stays, began) for name, stays in flow.stays.items()},
    )


def _value(
    flow: LineFigures,
    stop: KnownStop,
    order: OrderProgress | None,
    *,
    cover: int | None,
    now_us: int,
) -> StopValue | None:
    expected = None if order is None else flow.expected(_left(order))
    if order is None or expected is None:
        return None
    due = order.order.due
    each_s = expected.p50_s / expected.ahead
    end_us = now_us if stop.ended_at is None else _us(stop.ended_at)
    facts = StopFacts(
        station=stop.station,
        # A wild clock says any time; a stop of years moves no promise any more.
        begin_us=_not_wild(_us(stop.began_at), now_us),
        end_us=_not_wild(end_us, now_us),
        order=order.order.order,
        units_left=_left(order),
        priority=order.order.priority,
        due_us=None if due is None else _us(due),
        shift_end_us=None if flow.shift is None else flow.shift.end_us,
        cover_us=None if cover is None else round(cover * each_s * _US),
        cause=stop.reason,
    )
    return value_of(facts, expected, limiting=flow.limits.station, clock=flow.clock)


def _valued(
    flow: LineFigures,
    stop: KnownStop,
    order: OrderProgress | None,
    value: StopValue | None,
    *,
    times: int,
    cover: int | None,
) -> ValuedStop:
    limiting = flow.limits.station
    before = () if value is None else _instants(value.before)
    after = () if value is None else _instants(value.after)
    late = None if value is None or value.late is None else value.late.after
    overtime = None if value is None or value.overtime is None else value.overtime.after
    return ValuedStop(
        stop=stop,
        line=flow.line,
        priority=0 if order is None else order.order.priority,
        due=None if order is None else order.order.due,
        units_left=0 if order is None else _left(order),
        times=times,
        is_same_reason=stop.reason is not None,
        is_limiting=None if limiting is None else limiting == stop.station,
        promise=before,
        now_expected=after,
        moved_min=0.0 if value is None else value.moved_us / _US / 60,
        is_at_most=value is not None and value.is_at_most,
        cover_units=cover,
        late_risk=late,
        overtime_risk=overtime,
        missing="" if value is not None else _missing(flow, order),
    )


def _not_wild(at_us: int, now_us: int) -> int:
    return max(now_us - OLDEST_US, min(at_us, now_us))


def _missing(flow: LineFigures, order: OrderProgress | None) -> str:
    if order is None:
        return "No order is worked there, so no promise moves."
    if _left(order) == 0:
        return f"{order.order.order} is complete, so no promise moves."
    return (
        f"A promise needs {LEAST + 1} finished units; "
        f"{len(flow.gaps) + 1 if flow.finished_us else 0} are known of this line."
    )


def _instants(promised: object) -> tuple[datetime | None, ...]:
    return tuple(maybe_utc(getattr(promised, name)) for name in ("p50_us", "p80_us", "p95_us"))


def _times(connection: sa.Connection, stop: KnownStop) -> int:
    """How often the station stopped for the same reason in this shift, with this one."""
    return 1 + len(_same(connection, stop))


def _same(connection: sa.Connection, stop: KnownStop) -> Sequence[sa.Row[Any]]:
    """Those before it, for the same reason; while nobody has said why, at the same step.

    A reason that a lead found out since counts, not what the station had said.  Newest first.
    """
    columns, began = flow_stop.c, _us(stop.began_at)
    same = columns.step == stop.step if stop.step else columns.step.is_(None)
    if stop.reason is not None:
        same = sa.or_(columns.reason == stop.reason, columns.parts.is_not(None))
    since = columns.began_at >= began - LOOK_BACK_US
    if stop.shift is not None:
        since = columns.shift == stop.shift
    statement = sa.select(flow_stop).where(
        columns.station == stop.station, columns.began_at < began, since, same
    )
    rows = connection.execute(statement.order_by(columns.began_at.desc())).all()
    return [row for row in rows if stop.reason is None or reason_of(row) == stop.reason]


def _left(order: OrderProgress) -> int:
    return max(0, order.order.quantity - order.completed)


def _us(at: datetime) -> int:
    return round(at.timestamp() * _US)
