"""Draws documents about the flow: what a lead found out about a stop, and new shift plans.

Whether the document or the station's event is drawn first makes no difference: an event looks at
the documents that stand, a document changes the rows that are there.
"""

from __future__ import annotations

from typing import Any

import msgspec
import sqlalchemy as sa

from app.domain.flow_documents import StopSettled
from app.domain.plant import StationInfo
from server.db.flow_tables import flow_cycle, flow_station, flow_stop
from server.db.tables import situation
from server.read.line_documents import SHIFT_KINDS, LineDocuments

_NULL = b"null"


def apply_flow_document(connection: sa.Connection, kind: str, key: str, body: bytes) -> None:
    """Draw a document of the feed, if it is one about the flow."""
    if kind == StopSettled.KIND and body != _NULL:
        _apply_settled(connection, key, body)
    elif kind in SHIFT_KINDS:
        stations = [key] if kind == StationInfo.KIND else _every_station(connection)
        documents = LineDocuments(connection)
        for station in stations:
            _put_in_shifts(connection, documents, station)


def settled_columns(content: bytes | None) -> dict[str, Any]:
    """A document about a stop as columns of its row."""
    if content is None:
        return {"parts": None, "settled_by": None, "settled_at": None, "settled": 0}
    found = msgspec.json.decode(content, type=StopSettled)
    return {
        "parts": msgspec.json.encode(found.parts).decode(),
        "settled_by": found.role,
        "settled_at": settled_at(found),
        "settled": found.version,
    }


def settled_at(found: StopSettled) -> int:
    """When somebody found out, in µs."""
    return round(found.at.timestamp() * 1e6)


def unknown_stop_key(station: str, stop: str) -> str:
    """The situation of a stop whose reason nobody at the station knew."""
    return f"stop_unknown:{station}:{stop}"


def _apply_settled(connection: sa.Connection, key: str, body: bytes) -> None:
    station, _, stop = key.rpartition("/")
    columns = settled_columns(body)
    connection.execute(
        flow_stop.update()
        .where(flow_stop.c.station == station, flow_stop.c.stop == stop)
        .values(**columns)
    )
    connection.execute(
        situation.update()
        .where(situation.c.key == unknown_stop_key(station, stop))
        .values(closed_at=columns["settled_at"])
    )


def _every_station(connection: sa.Connection) -> list[str]:
    return list(connection.execute(sa.select(flow_station.c.station)).scalars())


def _put_in_shifts(connection: sa.Connection, documents: LineDocuments, station: str) -> None:
    """Give each stop and unit of a station the key of its shift by the plan that stands."""
    for table, at in (
        (flow_stop, flow_stop.c.began_at),
        (flow_cycle, sa.func.coalesce(flow_cycle.c.at, flow_cycle.c.started_at)),
    ):
        statement = sa.select(table.c.pos, at.label("at"), table.c.shift)
        changed = [
            {"of": row.pos, "key": key}
            for row in connection.execute(statement.where(table.c.station == station)).all()
            if (key := documents.shift_key(station, row.at)) != row.shift
        ]
        if changed:
            connection.execute(
                table.update()
                .where(table.c.station == station, table.c.pos == sa.bindparam("of"))
                .values(shift=sa.bindparam("key")),
                changed,
            )
