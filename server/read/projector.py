"""Draws the projections from the log and the feed, and can draw them again.

Effects and cursor commit together, so a crash repeats nothing and skips nothing.  The two
sources are read independently: what comes out does not depend on how they were interleaved.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import sqlalchemy as sa

from app.domain.plant import Lot, Shipment
from server.db.bell import CHANNEL
from server.db.flow_tables import FLOW_TABLES
from server.db.form_tables import form_run
from server.db.storable import upsert
from server.db.tables import (
    counter,
    curve,
    edge,
    event,
    feed,
    projection_cursor,
    shipped,
    situation,
    station_state,
    unit,
    unit_line,
)
from server.log.identity import DRAWN, FEED, LOG
from server.read.batch import Batch
from server.read.facts import read_facts
from server.read.flow_documents import apply_flow_document
from server.read.flow_drawing import FlowDrawing
from server.read.form_situations import apply_form_situations
from server.read.forms import FormDrawing
from server.read.genealogy import apply_genealogy, apply_lot
from server.read.rebuild import rebuild
from server.read.shipments import apply_shipment
from server.read.situations import apply_situations
from server.read.stations import StationStates
from server.read.units import apply_units
from server.read.unknown_stops import apply_unknown_stops

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from server.db.engine import Database
    from server.read.facts import Fact

_BATCH = 500
_TABLES = (
    unit, unit_line, edge, shipped, curve, station_state, situation, form_run, *FLOW_TABLES
)  # fmt: skip


#: The database itself failed: that is no event's fault.
_DATABASE_FAILED = (
    sa.exc.OperationalError,
    sa.exc.InterfaceError,
    sa.exc.ProgrammingError,
    sa.exc.InternalError,
    sa.exc.TimeoutError,
)

_log = logging.getLogger(__name__)


class Beside(Protocol):
    """Draws ``tables`` of its own from the same events and documents, in the same transaction.

    With ``tells`` it may publish what is new; drawn anew nothing is.
    """

    @property
    def tables(self) -> Sequence[sa.Table]: ...

    def draw(self, connection: sa.Connection, facts: Sequence[Fact], *, tells: bool) -> None: ...

    def read_document(
        self, connection: sa.Connection, row: sa.Row[Any], *, tells: bool
    ) -> None: ...

    def settle(self, connection: sa.Connection, *, tells: bool) -> int:
        """Nothing is new; returns how much that itself changed."""
        ...


class Projector:
    """The one consumer that keeps the projections; safe to call from several threads."""

    def __init__(self, database: Database, beside: Beside | None = None) -> None:
        self._database = database
        self._beside = beside

    def catch_up(self) -> int:
        """Apply everything new; returns how many events and documents that was."""
        applied = 0
        while count := self.draw_batch():
            applied += count
        return applied

    def draw_batch(self) -> int:
        """Apply the next few events and documents; 0 when there are none."""
        with self._database.write() as connection:
            count = apply_batch(connection, beside=self._beside, tells=True)
            if count and self._database.is_postgres:
                connection.execute(sa.select(sa.func.pg_notify(CHANNEL, DRAWN)))
        return count

    def heads(self) -> dict[str, int]:
        """How far the log and the feed go."""
        return self._positions(counter, counter.c.name, counter.c.value)

    def has_drawn(self, wanted: Mapping[str, int]) -> bool:
        """Whether the projections show everything up to these positions."""
        cursors = projection_cursor.c
        drawn = self._positions(projection_cursor, cursors.source, cursors.pos)
        return all(drawn[source] >= pos for source, pos in wanted.items())

    def rebuild(self) -> bool:
        """Draw the projections anew beside the old ones, then swap; True when they were equal."""
        self.catch_up()
        tables = _TABLES if self._beside is None else (*_TABLES, *self._beside.tables)
        return rebuild(self._database, partial(apply_batch, beside=self._beside), tables)

    def _positions(
        self, table: sa.Table, name: sa.Column[str], pos: sa.Column[int]
    ) -> dict[str, int]:
        with self._database.read() as connection:
            rows = connection.execute(sa.select(name, pos).select_from(table))
            return {row[0]: row[1] for row in rows}


def apply_batch(
    connection: sa.Connection,
    up_to: Mapping[str, int] | None = None,
    *,
    beside: Beside | None = None,
    tells: bool = False,
) -> int:
    """The next few events and documents; 0 when there are none (below ``up_to``)."""
    last = up_to or {}
    events = _apply_events(connection, last.get(LOG), beside, tells=tells)
    count = events + _apply_documents(connection, last.get(FEED), beside, tells=tells)
    if count == 0 and beside is not None:
        return beside.settle(connection, tells=tells)
    return count


def _apply_events(
    connection: sa.Connection, up_to: int | None, beside: Beside | None, *, tells: bool
) -> int:
    after = _cursor(connection, LOG)
    columns = event.c
    rows = _next_rows(
        connection,
        sa.select(
            columns.pos, columns.station, columns.seq, columns.at, columns.recv_at, columns.raw
        ),
        columns.pos,
        after=after,
        up_to=up_to,
    )
    if not rows:
        return 0
    _check_contiguous(connection, LOG, after, rows)
    draw = partial(_draw, connection, beside=beside, tells=tells)
    try:
        with connection.begin_nested():
            draw(rows)
    except _DATABASE_FAILED:
        raise
    except Exception:  # noqa: BLE001 - supervision edge: one event must not stop all others
        _draw_one_by_one(connection, rows, draw)
    _move_cursor(connection, LOG, rows[-1].pos)
    return len(rows)


def _draw(
    connection: sa.Connection,
    rows: Sequence[sa.Row[Any]],
    *,
    beside: Beside | None,
    tells: bool,
) -> None:
    batch, states = Batch(connection, list(read_facts(rows))), StationStates(connection)
    for fact in batch.facts:
        apply_units(batch, fact)
        apply_genealogy(batch, fact)
        apply_situations(batch, fact)
        apply_unknown_stops(batch, fact)
        apply_form_situations(batch, fact)
        states.apply(fact)
    batch.flush()
    states.flush()
    FlowDrawing(connection, batch.facts).draw()
    FormDrawing(connection, batch.facts).draw()
    if beside is not None:
        beside.draw(connection, batch.facts, tells=tells)


def _draw_one_by_one(
    connection: sa.Connection,
    rows: Sequence[sa.Row[Any]],
    draw: Callable[[Sequence[sa.Row[Any]]], None],
) -> None:
    """Draw what can be drawn; what cannot is set aside for a person, and stays in the log."""
    for row in rows:
        try:
            with connection.begin_nested():
                draw([row])
        except _DATABASE_FAILED:
            raise
        except Exception as error:  # noqa: BLE001 - as above
            _log.exception("event %s cannot be drawn", row.pos)
            _set_aside(connection, row, error)


def _set_aside(connection: sa.Connection, row: sa.Row[Any], error: Exception) -> None:
    _alarm(
        connection,
        key=f"undrawn:{row.pos}",
        kind="undrawn",
        title=f"An event of {row.station} is not shown",
        detail=(
            f"Event {row.seq} (position {row.pos}) is stored, but no list can show it: "
            f"{type(error).__name__}. Everything else goes on. Report it with the server's log."
        ),
        station=row.station,
        at=row.at,
    )


def _check_contiguous(
    connection: sa.Connection, source: str, after: int, rows: Sequence[sa.Row[Any]]
) -> None:
    """Positions are given without holes; a missing one was taken out of the database."""
    expected = after + 1
    for row in rows:
        if row.pos != expected:
            missing = f"{expected} to {row.pos - 1}" if row.pos - expected > 1 else f"{expected}"
            _log.error("positions %s of the %s are missing", missing, source)
            _alarm(
                connection,
                key=f"hole:{source}:{expected}",
                kind="hole",
                title=f"The {source} has a hole",
                detail=(
                    f"Position {missing} is not in the database any more: it was damaged or "
                    "changed by hand. Restore a backup with --restored; the stations send "
                    "again what they still have."
                ),
                station=None,
                at=row.at,
            )
        expected = row.pos + 1


def _alarm(
    connection: sa.Connection,
    *,
    key: str,
    kind: str,
    title: str,
    detail: str,
    station: str | None,
    at: int,
) -> None:
    row = {
        "key": key,
        "origin": "log",
        "kind": kind,
        "title": title,
        "detail": detail,
        "unit": None,
        "station": station,
        "opened_at": at,
        "closed_at": None,
    }
    upsert(connection, situation, row, keep=True)


def _apply_documents(
    connection: sa.Connection, up_to: int | None, beside: Beside | None, *, tells: bool
) -> int:
    after = _cursor(connection, FEED)
    columns = feed.c
    rows = _next_rows(
        connection,
        sa.select(columns.pos, columns.at, columns.kind, columns.key, columns.body),
        columns.pos,
        after=after,
        up_to=up_to,
    )
    if not rows:
        return 0
    _check_contiguous(connection, FEED, after, rows)
    for row in rows:
        if row.kind == Lot.KIND:
            apply_lot(connection, row.key, bytes(row.body))
        elif row.kind == Shipment.KIND:
            apply_shipment(connection, row.key, bytes(row.body))
        else:
            content = bytes(row.body)
            apply_flow_document(connection, row.kind, row.key, content, pos=row.pos, at=row.at)
        if beside is not None:
            beside.read_document(connection, row, tells=tells)
    _move_cursor(connection, FEED, rows[-1].pos)
    return len(rows)


def _next_rows(
    connection: sa.Connection,
    statement: sa.Select[Any],
    pos: sa.Column[int],
    *,
    after: int,
    up_to: int | None,
) -> Sequence[sa.Row[Any]]:
    statement = statement.where(pos > after).order_by(pos).limit(_BATCH)
    if up_to is not None:
        statement = statement.where(pos <= up_to)
    return connection.execute(statement).all()


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
