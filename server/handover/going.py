"""How the shift went and goes on: calls, output, stops, what people noted, when orders finish."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.line_events import CallOpened, HandoverItem, HandoverNoted
from app.domain.plant import Order
from app.domain.problem_events import DefectRecorded
from server.db.andon_tables import andon_call
from server.db.flow_tables import flow_stop
from server.db.storable import storable_text
from server.db.tables import event, unit
from server.flow.stops import known_stop
from server.handover.citing import event_ids
from server.handover.line import first_position_since, kind_is
from server.log.feed import current_all
from server.read.facts import read_facts
from server.read.orders import orders_called
from server.read.times import EPOCH

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from typing import Any

    from server.flow.figures import LineFigures
    from server.handover.line import Line
    from server.read.facts import Fact
    from server.read.line_documents import LineDocuments
    from server.read.orders import OrderProgress

#: So many records of a count are cited; the count itself is of all.
_MOST_CITED = 200
#: A station's clock may be so far ahead of ours.
_CLOCKS_APART_US = 3_600_000_000
_MINUTE_US = 60_000_000


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
            kind_is(CallOpened.KIND),
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


def output(connection: sa.Connection, facts: Sequence[Fact], line: Line) -> HandoverItem:
    """Units of the shift by what became of them."""
    kinds, newest = _finished(connection, line)
    scrap = [
        fact
        for fact in facts
        if fact.envelope.at >= line.since_us
        and isinstance(fact.body, DefectRecorded)
        and fact.body.proposal == "scrap"
    ]
    told = {kind: str(kinds[kind]) for kind in ("good", "reworked", "not_provable")}
    told |= {"scrap": str(len(scrap)), "since": line.said(line.since_us)}
    ids = event_ids(connection, newest)
    cited = (*ids.values(), *(fact.envelope.event_id for fact in scrap[-_MOST_CITED:]))
    return HandoverItem("output", "output", told, cited)


def _finished(connection: sa.Connection, line: Line) -> tuple[Counter[str], Sequence[int]]:
    """Units of the shift by what became of them, and the places of the newest."""
    where = (
        unit.c.last_pos >= first_position_since(connection, line.since_us),
        unit.c.state == "completed",
        unit.c.completed_at >= line.since_us,
        unit.c.station.in_(line.stations),
    )
    is_reworked = unit.c.reworked > 0
    rows = connection.execute(
        sa.select(unit.c.evidence, is_reworked.label("again"), sa.func.count().label("units"))
        .where(*where)
        .group_by(unit.c.evidence, is_reworked)
    )
    kinds: Counter[str] = Counter()
    for row in rows:
        kinds[_kind_of(row.evidence, is_reworked=row.again)] += row.units
    newest = sa.select(unit.c.last_pos).where(*where).order_by(unit.c.last_pos.desc())
    return kinds, connection.execute(newest.limit(_MOST_CITED)).scalars().all()


def _kind_of(evidence: str | None, *, is_reworked: bool) -> str:
    if evidence != "provable":
        return "not_provable"
    return "reworked" if is_reworked else "good"


def lost(connection: sa.Connection, documents: LineDocuments, line: Line) -> list[HandoverItem]:
    """The minutes of the shift in which stations stood still, by what is known of why."""
    us: Counter[str] = Counter()
    heard = _heard_to(line)
    names: dict[str, str] = {}
    cited: dict[str, list[int]] = {}
    for row in _stops_of(connection, line):
        for part in known_stop(row, documents, line.now_us).parts:
            until = heard[row.station]
            if part.ended_at is not None:
                # A wild clock may say that it ended in a hundred years.
                until = min(_us(part.ended_at), line.now_us)
            us[part.reason] += max(0, until - max(_us(part.began_at), line.since_us))
            names[part.reason] = part.words
            cited.setdefault(part.reason, []).append(row.pos)
    told = [(reason, of // _MINUTE_US) for reason, of in us.most_common() if of >= _MINUTE_US]
    newest = {reason: cited[reason][-_MOST_CITED:] for reason, _ in told}
    ids = event_ids(connection, (pos for places in newest.values() for pos in places))
    return [
        HandoverItem(
            f"lost:{reason}",
            "lost",
            {"minutes": str(minutes), "reason": names[reason]},
            tuple(ids[pos] for pos in dict.fromkeys(newest[reason]) if pos in ids),
        )
        for reason, minutes in told
    ]


def _heard_to(line: Line) -> dict[str, int]:
    """Until when anybody knows what lasts at each station."""
    return {
        card.station: line.now_us - int((card.silent_s or 0) * 1e6)
        if card.state == "offline"
        else line.now_us
        for card in line.cards
    }


def _stops_of(connection: sa.Connection, line: Line) -> Sequence[sa.Row[Any]]:
    columns = flow_stop.c
    statement = sa.select(flow_stop).where(
        columns.station.in_(line.stations),
        columns.began_at < line.now_us,
        sa.or_(columns.ended_at.is_(None), columns.ended_at > line.since_us),
    )
    return connection.execute(statement.order_by(columns.began_at, columns.stop)).all()


def orders(connection: sa.Connection, line: Line, flow: LineFigures) -> list[HandoverItem]:
    """How far the line's orders are, and by when they finish with a chance of 80 %."""
    worked = {card.order for card in line.cards if card.order}
    # Counting the units of every order there ever was takes too long.
    ours = worked | _planned_here(connection, line)
    found = [
        one
        for one in orders_called(connection, sorted(ours))
        if one.completed < one.order.quantity and (one.order.order in worked or one.started)
    ]
    newest = _newest_units(connection, [one.order.order for one in found])
    return [_order(one, line, flow, newest.get(one.order.order, ())) for one in found]


class _Planned(msgspec.Struct):
    """Of an order only what it is called and where it is made."""

    order: str
    line: str | None = None


def _planned_here(connection: sa.Connection, line: Line) -> set[str]:
    """The orders for this line by name; those for none are known where they are worked on."""
    if not line.name:
        return set()
    items = current_all(connection, Order.KIND)
    planned = [msgspec.json.decode(item.body, type=_Planned) for item in items]
    return {one.order for one in planned if one.line == line.name}


def _newest_units(connection: sa.Connection, names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The newest record of a unit of each order."""
    statement = (
        sa.select(unit.c.order_id, sa.func.max(unit.c.last_pos))
        .where(unit.c.order_id.in_([storable_text(name) for name in names]))
        .group_by(unit.c.order_id)
    )
    places = connection.execute(statement).all()
    ids = event_ids(connection, (pos for _, pos in places))
    return {name: (ids[pos],) for name, pos in places if pos in ids}


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


def _us(at: datetime) -> int:
    return (at - EPOCH) // timedelta(microseconds=1)
