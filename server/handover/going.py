"""How the shift went and goes on: calls, output, stops, what people noted, when orders finish."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.domain.handover import minutes_of
from app.domain.line_events import (
    CallOpened,
    HandoverItem,
    HandoverNoted,
)
from app.domain.problem_events import DefectRecorded
from app.domain.stops import stops_of
from server.db.andon_tables import andon_call
from server.db.tables import event, unit
from server.flow.reason_words import reason_words
from server.handover.citing import event_ids
from server.handover.line import first_position_since
from server.read.facts import read_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.flow_documents import StopReasons
    from server.flow.figures import LineFigures
    from server.handover.line import Line
    from server.read.facts import Fact
    from server.read.orders import OrderProgress

#: So many records of a count are cited; the count itself is of all.
_MOST_CITED = 200
#: A station's clock may be so far ahead of ours.
_CLOCKS_APART_US = 3_600_000_000


def open_calls(connection: sa.Connection, line: Line) -> list[HandoverItem]:
    """Help that was called for and has not come to an end, however long ago."""
    rows = connection.execute(
        sa.select(andon_call)
        .where(andon_call.c.ended_at.is_(None), andon_call.c.station.in_(line.stations))
        .order_by(andon_call.c.opened_at)
    )
    return [
        HandoverItem(
            f"call:{row.call}",
            "call",
            {"station": row.station, "what": row.kind, "since": line.said(row.opened_at)},
            _opened_by(connection, row.call, row.station, row.opened_at),
        )
        for row in rows
    ]


def _opened_by(connection: sa.Connection, call: str, station: str, at_us: int) -> tuple[str, ...]:
    """The record of a call: it came in when it was made, or later."""
    found = connection.execute(
        sa.select(event.c.pos, event.c.recv_at, event.c.raw)
        .where(
            event.c.pos >= first_position_since(connection, at_us - _CLOCKS_APART_US),
            event.c.kind == CallOpened.KIND,
            event.c.station == station,
        )
        .order_by(event.c.pos)
        .limit(_MOST_CITED)
    )
    return tuple(
        fact.envelope.event_id
        for fact in read_facts(found)
        if isinstance(fact.body, CallOpened) and fact.body.call == call
    )


def notes(facts: Sequence[Fact]) -> list[HandoverItem]:
    """What people at the stations told the next shift, in their own words."""
    return [
        HandoverItem(
            f"note:{fact.envelope.event_id}",
            "note",
            {"words": fact.body.text, "by": fact.envelope.station},
            (fact.envelope.event_id,),
        )
        for fact in facts
        if isinstance(fact.body, HandoverNoted)
    ]


def output(
    connection: sa.Connection, facts: Sequence[Fact], line: Line, reasons: StopReasons | None
) -> list[HandoverItem]:
    """Units of the shift by what became of them, and the minutes the stations stood still."""
    finished = connection.execute(
        sa.select(unit.c.evidence, unit.c.reworked, unit.c.last_pos)
        .where(
            unit.c.last_pos >= first_position_since(connection, line.since_us),
            unit.c.state == "completed",
            unit.c.completed_at >= line.since_us,
            unit.c.station.in_(line.stations),
        )
        .order_by(unit.c.last_pos)
    ).all()
    kinds = Counter(_kind_of(row.evidence, row.reworked) for row in finished)
    scrap = [
        fact
        for fact in facts
        if fact.envelope.at >= line.since_us
        and isinstance(fact.body, DefectRecorded)
        and fact.body.proposal == "scrap"
    ]
    told = {kind: str(kinds[kind]) for kind in ("good", "reworked", "not_provable")}
    told |= {"scrap": str(len(scrap)), "since": line.said(line.since_us)}
    ids = event_ids(connection, (row.last_pos for row in finished[-_MOST_CITED:]))
    cited = (*ids.values(), *(fact.envelope.event_id for fact in scrap[-_MOST_CITED:]))
    return [HandoverItem("output", "output", told, cited), *_lost(facts, line, reasons)]


def _kind_of(evidence: str | None, reworked: int) -> str:
    if evidence != "provable":
        return "not_provable"
    return "reworked" if reworked else "good"


def _lost(facts: Sequence[Fact], line: Line, reasons: StopReasons | None) -> list[HandoverItem]:
    lost: dict[str, int] = {}
    cited: dict[str, list[str]] = {}
    for station in line.stations:
        ours = [fact for fact in facts if fact.envelope.station == station]
        stops = stops_of((f.body, f.envelope.at) for f in ours if f.body is not None)
        for reason, minutes in minutes_of(stops, line.since_us, line.now_us):
            lost[reason] = lost.get(reason, 0) + minutes
        names = {stop.stop: stop.reason or "" for stop in stops}
        for fact in ours:
            reason_of = names.get(getattr(fact.body, "stop", ""))
            if reason_of is not None:
                cited.setdefault(reason_of, []).append(fact.envelope.event_id)
    return [
        HandoverItem(
            f"lost:{reason}",
            "lost",
            {"minutes": str(minutes), "reason": reason_words(reason, reasons)},
            tuple(cited.get(reason, ())[-_MOST_CITED:]),
        )
        for reason, minutes in sorted(lost.items(), key=lambda one: (-one[1], one[0]))
    ]


def orders(
    connection: sa.Connection, line: Line, progress: Sequence[OrderProgress], flow: LineFigures
) -> list[HandoverItem]:
    """How far the line's orders are, and by when they finish with a chance of 80 %."""
    worked = {card.order for card in line.cards if card.order}
    ours = [
        one
        for one in progress
        if one.completed < one.order.quantity
        and (one.order.order in worked or (one.order.line == line.name and one.started))
    ]
    newest = connection.execute(
        sa.select(unit.c.last_pos)
        .where(unit.c.state == "completed", unit.c.station.in_(line.stations))
        .order_by(unit.c.last_pos.desc())
        .limit(1)
    ).scalars()
    cited = tuple(event_ids(connection, newest).values())
    return [_order(one, line, flow, cited) for one in ours]


def _order(
    one: OrderProgress, line: Line, flow: LineFigures, cited: tuple[str, ...]
) -> HandoverItem:
    due = one.order.due
    facts = {
        "order": one.order.order,
        "done": str(one.completed),
        "quantity": str(one.order.quantity),
        "due": "" if due is None else f"; due {line.said(int(due.timestamp() * 1e6))}",
    }
    expected = flow.expected(one.order.quantity - one.completed)
    p80 = None if expected is None else flow.clock.after(line.now_us, round(expected.p80_s * 1e6))
    if p80 is None:
        return HandoverItem(f"order:{one.order.order}", "order", facts, cited)
    facts["p80"] = line.said(p80)
    return HandoverItem(f"order:{one.order.order}", "promised", facts, cited)
