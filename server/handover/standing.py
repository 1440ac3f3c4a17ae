"""What is not as it should be on a line: holds, contradictions, units in work, what is watched."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.line_events import HandoverItem
from app.domain.plant import Hold
from app.domain.quality_plans import Concession
from memory.records import Decision, Outcome
from server.db.memory_tables import memory_decision
from server.db.storable import one_of, storable_text
from server.db.tables import decision, event, situation, station_state, unit
from server.handover.citing import cited_by, document, event_ids
from server.log.feed import current_all
from server.memory.code_lists import all_lists
from server.memory.words import code_words, key_words
from server.read.situation_store import read_records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Any

    from memory.code_lists import CodeList
    from server.handover.line import Line
    from sync.wire import FeedItem

#: What a decision does not end: the unit still waits, the gate is still passed by.
_GO_ON = frozenset({"held", "bypass"})
#: Each of these is about a thing of its own; of others the same title once is enough.
_EACH = frozenset(
    {
        "held", "not_provable", "bypass", "held_lot_fitted", "decision_waiting", "two_stations",
        "serial_twice",
    }
)  # fmt: skip
#: What two stations say against each other concerns the lines of both.
_BETWEEN = frozenset({"two_stations", "serial_twice"})
#: Told with the checks that are begun or due.
_AMONG_CHECKS = "check_overdue"
#: As the index of units in work has it: a parameter would not do.
_OPEN_UNIT = sa.literal("open", literal_execute=True)
#: A unit in one of these states has a hold of its own.
_OWN_HOLD = ("held", "scrapped", "returned")
#: A situation's detail is written once, for every reader; its moments say that they are UTC.
_UTC_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC")

#: Nobody takes over more than these one by one.
_MOST_WATCHES = 30


def holds(connection: sa.Connection) -> Iterator[HandoverItem]:
    """Lots and pieces nobody may use, at every line of the plant.

    A unit's own hold is told by its situation, and a scrapped one's by nobody: it stays for ever.
    """
    items = current_all(connection, Hold.KIND)
    standing = [(item, hold) for item in items for hold in [_hold(item)] if hold.lifted_at is None]
    ended = _ended(connection, [hold.serial or "" for _, hold in standing if _is_units(hold)])
    for item, hold in standing:
        if _is_units(hold) and storable_text(hold.serial or "") in ended:
            continue
        what = f"Lot {hold.lot}" if hold.lot else f"Piece {hold.serial}"
        facts = {"held": what, "reason": hold.reason, "owner": hold.owner}
        yield HandoverItem(f"hold:{hold.hold}", "hold", facts, (document(item.pos),))


def _hold(item: FeedItem) -> Hold:
    return msgspec.json.decode(item.body, type=Hold)


def _is_units(hold: Hold) -> bool:
    """Whether it is a unit's own, published for every station."""
    return hold.hold == f"unit:{hold.serial}"


def _ended(connection: sa.Connection, serials: Sequence[str]) -> frozenset[str]:
    """Of these units, those whose state says that nobody may use them."""
    if not serials:
        return frozenset()
    # One for every unit that was ever scrapped: more than a statement takes as parameters.
    wanted = one_of(connection, unit.c.serial, [storable_text(serial) for serial in serials])
    rows = connection.execute(sa.select(unit.c.serial).where(wanted, unit.c.state.in_(_OWN_HOLD)))
    return frozenset(rows.scalars())


def concessions(connection: sa.Connection, line: Line) -> Iterator[HandoverItem]:
    """Deviations the line may still make."""
    for item in current_all(connection, Concession.KIND):
        one = msgspec.json.decode(item.body, type=Concession)
        until = int(one.valid_until.timestamp() * 1e6)
        if until <= line.now_us or one.station not in line.stations:
            continue
        facts = {
            "concession": one.concession,
            "station": one.station,
            "until": line.said(until),
            "units": str(one.max_units),
        }
        name = f"concession:{one.concession}"
        yield HandoverItem(name, "concession", facts, (document(item.pos),))


def situations(connection: sa.Connection, line: Line) -> list[HandoverItem]:
    """What waits for a person, and what a person's decision has not ended yet."""
    decided = sa.exists().where(decision.c.key == situation.c.key)
    rows = connection.execute(
        sa.select(situation).where(
            situation.c.closed_at.is_(None), sa.or_(~decided, situation.c.kind.in_(_GO_ON))
        )
    ).all()
    found = [row for row in rows if row.kind != _AMONG_CHECKS]
    here = {row.key: row for row in found if _is_ours(connection, row, line)}
    records = {key: read_records(row.records) for key, row in here.items()}
    ids = event_ids(connection, (pos for one in records.values() for pos in one.events))
    return [
        HandoverItem(
            f"{row.kind}:{key}" if row.kind in _EACH else f"{row.kind}:{row.station}:{row.title}",
            row.kind,
            {
                "title": row.title,
                "detail": _by_plants_clock(row.detail, line),
                "station": row.station or "–",
            },
            cited_by(records[key], ids),
        )
        for key, row in here.items()
    ]


def _by_plants_clock(detail: str, line: Line) -> str:
    """With its moments as the other lines of the sheet say theirs."""

    def said(found: re.Match[str]) -> str:
        try:
            at = datetime.strptime(found[0], "%Y-%m-%d %H:%M %Z").replace(tzinfo=UTC)
        except ValueError:
            return found[0]  # in somebody's own words, and no day of any calendar
        return line.said(int(at.timestamp() * 1e6))

    return _UTC_MOMENT.sub(said, detail)


def _is_ours(connection: sa.Connection, row: sa.Row[Any], line: Line) -> bool:
    # What concerns no station concerns every line.
    if row.station is None or row.station in line.stations:
        return True
    if row.kind not in _BETWEEN:
        return False
    told_by = sa.select(event.c.station).where(event.c.pos.in_(read_records(row.records).events))
    return not set(line.stations).isdisjoint(connection.execute(told_by).scalars())


def units_in_work(connection: sa.Connection, line: Line) -> list[HandoverItem]:
    """Units begun and not finished, however long ago."""
    found = connection.execute(
        sa.select(unit)
        .where(unit.c.state == _OPEN_UNIT, unit.c.station.in_(line.stations))
        .order_by(unit.c.first_pos)
    ).all()
    ids = event_ids(connection, (row.last_pos for row in found))
    return [
        HandoverItem(
            f"mid_step:{row.serial}",
            "mid_step",
            {"serial": row.serial, "station": row.station, "order": row.order_id},
            (ids[row.last_pos],),
        )
        for row in found
    ]


def stations(connection: sa.Connection, line: Line) -> list[HandoverItem]:
    """Those that stand still, and those nobody hears of."""
    places = connection.execute(
        sa.select(station_state.c.station, station_state.c.pos).where(
            station_state.c.station.in_(line.stations)
        )
    )
    positions = {row.station: row.pos for row in places}
    ids = event_ids(connection, positions.values())
    found = []
    for card in line.cards:
        cited = tuple(ids[pos] for pos in [positions.get(card.station, 0)] if pos in ids)
        if card.state == "stopped" and card.stopped_at is not None:
            since = line.said(int(card.stopped_at.timestamp() * 1e6))
            facts = {"station": card.station, "since": since}
            found.append(HandoverItem(f"stopped:{card.station}", "stopped", facts, cited))
        elif card.state == "offline" and card.silent_s is not None:
            since = line.said(line.now_us - int(card.silent_s * 1e6))
            facts = {"station": card.station, "since": since}
            found.append(HandoverItem(f"silent:{card.station}", "silent", facts, cited))
    return found


def watched(connection: sa.Connection, line: Line) -> list[HandoverItem]:
    """Decisions whose outcome is not known yet, and what would end the watch.

    Of many, those that end first have an item each; one more item cites the others.
    """
    stations = frozenset(line.stations)
    rows = [
        row
        for row in connection.execute(
            sa.select(memory_decision)
            .where(memory_decision.c.status == Outcome.WATCHING)
            .order_by(memory_decision.c.until_at, memory_decision.c.decision)
        )
        if _is_of(stations, row.body)
    ]
    lists = all_lists(connection)
    found = [_watch(row, lists, line) for row in rows[:_MOST_WATCHES]]
    if more := rows[_MOST_WATCHES:]:
        facts = {"count": str(len(more)), "until": line.said(more[0].until_at)}
        cited = tuple(row.event_id for row in more)
        found.append(HandoverItem("watch_more", "watch_more", facts, cited))
    return found


def _is_of(stations: Collection[str], body: str) -> bool:
    station = msgspec.json.decode(body, type=Decision).scope.context.get("station")
    return station is None or station in stations


def _watch(row: sa.Row[Any], lists: Mapping[str, CodeList], line: Line) -> HandoverItem:
    one = msgspec.json.decode(row.body, type=Decision)
    facts = {
        "response": code_words(row.response, lists),
        "key": key_words(row.key),
        "window": f"{one.expectation.units} units",
        "decided": line.said(row.decided_at),
        "until": line.said(row.until_at),
    }
    return HandoverItem(f"watch:{row.decision}", "watch", facts, (row.event_id,))
