"""Draws the projections from the log and the feed, and can draw them again.

Effects and cursor commit together, so a crash repeats nothing and skips nothing.  The two
sources are read independently: what comes out does not depend on how they were interleaved.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.domain.plant import Lot
from server.db.tables import (
    curve,
    edge,
    event,
    feed,
    projection_cursor,
    situation,
    station_state,
    unit,
    unit_line,
)
from server.log.identity import FEED, LOG
from server.read.facts import read_facts
from server.read.genealogy import apply_genealogy, apply_lot
from server.read.situations import apply_situations
from server.read.stations import StationStates
from server.read.units import apply_units

if TYPE_CHECKING:
    from server.db.engine import Database

_BATCH = 500
_TABLES = (unit, unit_line, edge, curve, station_state, situation)


class Projector:
    """The one consumer that keeps the projections; safe to call from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def catch_up(self) -> int:
        """Apply everything new; returns how many events and documents that was."""
        applied = 0
        while True:
            with self._database.write() as connection:
                count = apply_batch(connection)
            applied += count
            if count == 0:
                return applied

    def rebuild(self) -> bool:
        """Drop the projections and draw them anew; True when they came out equal."""
        self.catch_up()
        with self._database.write() as connection:
            before = [_digest(connection, table) for table in _TABLES]
            _clear(connection)
            while apply_batch(connection):
                pass
            return before == [_digest(connection, table) for table in _TABLES]


def apply_batch(connection: sa.Connection) -> int:
    """The next few events and documents; 0 when there are none."""
    return _apply_events(connection) + _apply_documents(connection)


def _apply_events(connection: sa.Connection) -> int:
    after = _cursor(connection, LOG)
    statement = (
        sa.select(event.c.pos, event.c.recv_at, event.c.raw)
        .where(event.c.pos > after)
        .order_by(event.c.pos)
        .limit(_BATCH)
    )
    rows = connection.execute(statement).all()
    states = StationStates(connection)
    for fact in read_facts(rows):
        apply_units(connection, fact)
        apply_genealogy(connection, fact)
        apply_situations(connection, fact)
        states.apply(fact)
    states.flush()
    if rows:
        _move_cursor(connection, LOG, rows[-1].pos)
    return len(rows)


def _apply_documents(connection: sa.Connection) -> int:
    after = _cursor(connection, FEED)
    statement = (
        sa.select(feed.c.pos, feed.c.kind, feed.c.key, feed.c.body)
        .where(feed.c.pos > after)
        .order_by(feed.c.pos)
        .limit(_BATCH)
    )
    rows = connection.execute(statement).all()
    for row in rows:
        if row.kind == Lot.KIND:
            apply_lot(connection, row.key, bytes(row.body))
    if rows:
        _move_cursor(connection, FEED, rows[-1].pos)
    return len(rows)


def projected(connection: sa.Connection) -> int:
    """How many events and documents are drawn, together."""
    statement = sa.select(sa.func.sum(projection_cursor.c.pos))
    return int(connection.execute(statement).scalar_one())


def _cursor(connection: sa.Connection, source: str) -> int:
    """Where we are; the row stays locked, so that two workers do not draw the same twice."""
    statement = (
        sa.select(projection_cursor.c.pos)
        .where(projection_cursor.c.source == source)
        .with_for_update()
    )
    return int(connection.execute(statement).scalar_one())


def _move_cursor(connection: sa.Connection, source: str, pos: int) -> None:
    connection.execute(
        projection_cursor.update().where(projection_cursor.c.source == source).values(pos=pos)
    )


def _clear(connection: sa.Connection) -> None:
    for table in _TABLES:
        if table is situation:
            # Forks are noted at the door, not drawn from the log.
            connection.execute(situation.delete().where(situation.c.origin == "log"))
        else:
            connection.execute(table.delete())
    connection.execute(projection_cursor.update().values(pos=0))


def _digest(connection: sa.Connection, table: sa.Table) -> str:
    digest = hashlib.sha256()
    for row in connection.execute(sa.select(table).order_by(*table.primary_key)):
        digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()
