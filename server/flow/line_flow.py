"""A line's flow for its board: who limits it, plan against actual, and what is promised."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Struct

from analysis.promise import LEAST
from analysis.stop_value import working_left_s
from server.db.flow_tables import flow_cycle, flow_station
from server.flow.figures import LOOK_BACK_US, known_stations, lines_of
from server.read.orders import orders_called
from server.read.times import maybe_utc, utc

if TYPE_CHECKING:
    from server.flow.figures import FlowFigures, LineFigures
    from server.read.line_documents import LineDocuments
    from server.read.orders import OrderProgress

_US = 1_000_000


class Limiting(Struct, frozen=True, kw_only=True):
    """How much of the observed time (0 to 1) a station limited the line, alone or in turns."""

    station: str
    sole: float
    shifting: float


class KeptPromises(Struct, frozen=True, kw_only=True):
    """Of so many promises of ``ahead`` units P80 was kept ``kept`` times; ``share`` is 0 to 1."""

    ahead: int
    promises: int
    kept: int
    share: float | None


class OrderPromise(Struct, frozen=True, kw_only=True):
    """By when an order's ``units_left`` are finished, with a chance of 50, 80 and 95 %."""

    order: str
    priority: int
    due: datetime | None
    units_left: int
    p50: datetime | None
    p80: datetime | None
    p95: datetime | None
    late_risk: float | None
    kept: KeptPromises


class ShiftOutput(Struct, frozen=True, kw_only=True):
    """Units of a shift (or of the last hours) against its plan.

    ``planned`` is for all of it, ``due`` for what has gone by; None where no ideal time is
    planned.  ``expected`` are units by its end with a chance of 50, 80 and 95 %.
    """

    shift: str | None
    begins: datetime
    ends: datetime
    made: int
    finished: tuple[datetime, ...]
    planned: float | None
    due: float | None
    expected: tuple[int, int, int] | None


class LineFlow(Struct, frozen=True, kw_only=True):
    """The flow of one line; ``limiting`` is None when no single station limits it.

    ``lead`` is that of the first over the second, as a share of the time.  ``exit`` is the
    station whose units are the line's.  Without ``promise`` ``missing`` says why.
    """

    line: str
    stations: tuple[str, ...]
    limiting: str | None
    lead: float
    shares: tuple[Limiting, ...]
    exit: str | None
    output: ShiftOutput | None
    promise: OrderPromise | None
    missing: str


def line_flows(
    connection: sa.Connection, documents: LineDocuments, figures: FlowFigures, *, now_us: int
) -> list[LineFlow]:
    """Every line on which anything was recorded."""
    lines = lines_of(documents, known_stations(connection))
    return [_line_flow(connection, documents, figures, line, now_us=now_us) for line in lines]


def _line_flow(
    connection: sa.Connection,
    documents: LineDocuments,
    figures: FlowFigures,
    line: str,
    *,
    now_us: int,
) -> LineFlow:
    flow = figures.of(connection, documents, line, now_us=now_us)
    order = _order_on(connection, flow)
    promise = None if order is None else _promise(flow, figures, order, now_us)
    return LineFlow(
        line=line,
        stations=flow.stations,
        limiting=flow.limits.station,
        lead=flow.limits.lead,
        shares=tuple(
            Limiting(station=one.station, sole=one.sole, shifting=one.shifting)
            for one in flow.limits.shares
        ),
        exit=flow.exit,
        output=_output(connection, documents, flow, now_us),
        promise=promise,
        missing="" if promise is not None else _missing(flow, order),
    )


def _missing(flow: LineFigures, order: OrderProgress | None) -> str:
    if order is None:
        return "No open order is worked on this line."
    known = len(flow.finished_us)
    return f"A promise needs {LEAST + 1} finished units; {known} are known of this line."


def _order_on(connection: sa.Connection, flow: LineFigures) -> OrderProgress | None:
    """The open order most of its stations work on, of equal ones the more urgent."""
    statement = sa.select(flow_station.c.order_id).where(
        flow_station.c.station.in_(flow.stations), flow_station.c.order_id.is_not(None)
    )
    worked = Counter(connection.execute(statement).scalars())
    orders = orders_called(connection, sorted(worked))
    unfinished = [one for one in orders if one.completed < one.order.quantity]
    return max(unfinished, key=lambda one: worked[one.order.order], default=None)


def _promise(
    flow: LineFigures, figures: FlowFigures, order: OrderProgress, now_us: int
) -> OrderPromise | None:
    left = order.order.quantity - order.completed
    expected = flow.expected(left)
    if expected is None:
        return None
    p50, p80, p95 = (
        maybe_utc(flow.clock.after(now_us, round(seconds * _US)))
        for seconds in (expected.p50_s, expected.p80_s, expected.p95_s)
    )
    due = order.order.due
    late = None
    if due is not None:
        until = round(due.timestamp() * _US)
        late = expected.chance_beyond(working_left_s(flow.clock, now_us, until, expected))
    ahead, kept = figures.kept(flow, left)
    return OrderPromise(
        order=order.order.order,
        priority=order.order.priority,
        due=due,
        units_left=left,
        p50=p50,
        p80=p80,
        p95=p95,
        late_risk=late,
        kept=KeptPromises(ahead=ahead, promises=kept.promises, kept=kept.kept, share=kept.share),
    )


def _output(
    connection: sa.Connection, documents: LineDocuments, flow: LineFigures, now_us: int
) -> ShiftOutput | None:
    if flow.exit is None:
        return None
    shift = flow.shift
    begin = now_us - LOOK_BACK_US if shift is None else shift.begin_us
    end = now_us if shift is None else shift.end_us
    columns = flow_cycle.c
    rows = connection.execute(
        sa.select(columns.at, columns.product)
        .where(columns.station == flow.exit, columns.at >= begin, columns.at <= now_us)
        .order_by(columns.at)
    ).all()
    product = rows[-1].product if rows else None
    ideal_s = None if product is None else documents.plan_of(flow.line).ideal_of(product)
    planned = due = None
    if ideal_s is not None and shift is not None:
        planned = shift.planned_us / _US / ideal_s
        due = flow.clock.worked_us(begin, now_us) / _US / ideal_s
    more = None if shift is None else flow.within(end)
    return ShiftOutput(
        shift=None if shift is None else shift.key,
        begins=utc(begin),
        ends=utc(end),
        made=len(rows),
        finished=tuple(utc(row.at) for row in rows),
        planned=planned,
        due=due,
        expected=None if more is None else _plus(len(rows), more),
    )


def _plus(made: int, more: tuple[int, int, int]) -> tuple[int, int, int]:
    p50, p80, p95 = more
    return made + p50, made + p80, made + p95
