"""Draws documents about the flow: what a lead found out about a stop, and new shift plans.

Whether the document or the station's event is drawn first makes no difference: an event looks at
the documents that stand, a document changes the rows that are there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from app.domain.flow_documents import REASON_MARK, StopContradicted, StopPart, StopSettled
from app.domain.plant import StationInfo
from server.db.flow_tables import flow_cycle, flow_station, flow_stop
from server.db.storable import storable_text, upsert
from server.db.tables import situation
from server.read.line_documents import SHIFT_KINDS, LineDocuments
from server.read.situation_store import Records, in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_NULL = b"null"
_DAY_US = 24 * 3_600_000_000


def apply_flow_document(
    connection: sa.Connection, kind: str, key: str, body: bytes, *, pos: int = 0, at: int = 0
) -> None:
    """Draw a document that the feed has at ``pos`` since ``at`` (µs), if it is about the flow."""
    if kind == StopSettled.KIND and body != _NULL:
        _apply_settled(connection, key, body)
    elif kind == StopContradicted.KIND:
        _apply_contradicted(connection, key, body, pos=pos, at=at)
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


def stops_of_answer(connection: sa.Connection, station: str, stop: str) -> Sequence[Any]:
    """The stops that one answer at the station was about, this one among them, oldest first."""
    columns = flow_stop.c
    where = (columns.station == storable_text(station), columns.stop == storable_text(stop))
    own = connection.execute(sa.select(flow_stop).where(*where)).one_or_none()
    if own is None or own.named_at is None:
        return [] if own is None else [own]
    statement = sa.select(flow_stop).where(
        columns.station == station,
        # Stations ask about half a day: who looks through all stops of years waits.
        columns.began_at.between(own.began_at - _DAY_US, own.began_at + _DAY_US),
        columns.named_at == own.named_at,
    )
    return connection.execute(statement.order_by(columns.began_at, columns.stop)).all()


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
    names = _settled_together(connection, station, stop)
    connection.execute(
        situation.update()
        .where(situation.c.key.in_([unknown_stop_key(station, name) for name in names]))
        .values(closed_at=columns["settled_at"])
    )


def _settled_together(connection: sa.Connection, station: str, stop: str) -> list[str]:
    """All stops of one answer at the station, when the last of them is settled; else none."""
    rows = stops_of_answer(connection, station, stop)
    return [] if any(row.parts is None for row in rows) else [stop, *(row.stop for row in rows)]


def _apply_contradicted(
    connection: sa.Connection, key: str, body: bytes, *, pos: int, at: int
) -> None:
    """A second word about a stop waits for the lead; a reason that is set anew answers it."""
    station, _, stop = key.rpartition("/")
    name = storable_text(f"stop_twice:{station}:{stop}")
    if body == _NULL:
        closed = situation.update().where(situation.c.key == name)
        connection.execute(closed.values(closed_at=at))
        return
    found = msgspec.json.decode(body, type=StopContradicted)
    row = {
        "key": name,
        "origin": "log",
        "kind": "stop_twice",
        "title": f"Two reasons for a stop of {station}",
        "detail": f"{_codes(found.counts)}, said by {found.counts_role}, counts; {found.role} at "
        f"{found.place} said {_codes(found.parts)} and could not know it. Nothing was changed; "
        "set the reason under Losses if the second one is right",
        "unit": None,
        "station": storable_text(station),
        "opened_at": at,
        "closed_at": None,
        "records": msgspec.json.encode(Records(documents=(pos,))).decode(),
    }
    upsert(connection, situation, row)


def _codes(parts: tuple[StopPart, ...]) -> str:
    """Reasons in the plant's codes: its words may change, what was said does not."""
    return ", then ".join(in_words(part.reason.replace(REASON_MARK, " ")) for part in parts)


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
