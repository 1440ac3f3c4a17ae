"""What is not as it should be on a line: holds, contradictions, units in work, what is watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.line_events import HandoverItem
from app.domain.plant import Hold
from app.domain.quality_plans import Concession
from memory.records import Decision, Outcome
from server.db.memory_tables import memory_decision
from server.db.storable import storable_text
from server.db.tables import decision, situation, station_state, unit
from server.handover.citing import cited_by, document, event_ids
from server.log.feed import current_all
from server.memory.code_lists import all_lists
from server.memory.words import code_words, key_words
from server.read.situation_list import open_situations
from server.read.situation_store import read_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server.handover.line import Line

#: What a decision does not end: the unit still waits, the gate is still passed by.
_GO_ON = frozenset({"held", "bypass"})
#: Each of these is about a thing of its own; of others the same title once is enough.
_EACH = frozenset({"held", "not_provable", "bypass", "held_lot_fitted", "decision_waiting"})
#: Holds of lots stand among the holds, checks among the checks.
_TOLD_ELSEWHERE = frozenset({"hold", "check_overdue"})
_OPEN_UNIT = "open"
#: A unit in one of these states has a hold of its own.
_OWN_HOLD = ("held", "scrapped", "returned")


def holds(connection: sa.Connection) -> Iterator[HandoverItem]:
    """Lots and pieces nobody may use, at every line of the plant.

    A unit's own hold is told by its situation, and a scrapped one's by nobody: it stays for ever.
    """
    ended = sa.select(unit.c.serial).where(unit.c.state.in_(_OWN_HOLD))
    for item in current_all(connection, Hold.KIND):
        hold = msgspec.json.decode(item.body, type=Hold)
        if hold.lifted_at is not None:
            continue
        if (
            hold.hold == f"unit:{hold.serial}"
            and connection.execute(
                ended.where(unit.c.serial == storable_text(hold.serial or ""))
            ).first()
        ):
            continue
        what = f"Lot {hold.lot}" if hold.lot else f"Piece {hold.serial}"
        facts = {"held": what, "reason": hold.reason, "owner": hold.owner}
        yield HandoverItem(f"hold:{hold.hold}", "hold", facts, (document(item.pos),))


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
    # What concerns no station concerns every line.
    found = [one for one in open_situations(connection) if one.kind not in _TOLD_ELSEWHERE]
    rows = connection.execute(
        sa.select(situation, decision.c.decision)
        .outerjoin(decision, decision.c.key == situation.c.key)
        .where(situation.c.closed_at.is_(None))
    ).all()
    waiting = {one.key for one in found}
    here = {}
    for row in rows:
        is_ours = row.station is None or row.station in line.stations
        if is_ours and (row.key in waiting or row.kind in _GO_ON):
            here[row.key] = row
    records = {key: read_records(row.records) for key, row in here.items()}
    ids = event_ids(connection, (pos for one in records.values() for pos in one.events))
    return [
        HandoverItem(
            f"{row.kind}:{key}" if row.kind in _EACH else f"{row.kind}:{row.station}:{row.title}",
            row.kind,
            {"title": row.title, "detail": row.detail, "station": row.station or "–"},
            cited_by(records[key], ids),
        )
        for key, row in here.items()
    ]


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
    """Decisions whose outcome is not known yet, and what would end the watch."""
    rows = connection.execute(
        sa.select(memory_decision)
        .where(memory_decision.c.status == Outcome.WATCHING)
        .order_by(memory_decision.c.decided_at, memory_decision.c.decision)
    )
    lists, found = all_lists(connection), []
    for row in rows:
        one = msgspec.json.decode(row.body, type=Decision)
        station = one.scope.context.get("station")
        if station is not None and station not in line.stations:
            continue
        facts = {
            "response": code_words(row.response, lists),
            "key": key_words(row.key),
            "window": f"{one.expectation.units} units",
            "decided": line.said(row.decided_at),
            "until": line.said(row.until_at),
        }
        found.append(HandoverItem(f"watch:{row.decision}", "watch", facts, (row.event_id,)))
    return found
