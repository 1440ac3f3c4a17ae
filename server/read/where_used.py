"""Where a lot, a serial or a part went: the question behind every recall."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from msgspec import Struct

from server.db.storable import storable_text
from server.db.tables import unit
from server.read.genealogy import units_above
from server.read.times import maybe_utc, utc

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Databases limit the parameters of one statement.
_CHUNK = 500


class UnitBrief(Struct, frozen=True, kw_only=True):
    """A unit in a list."""

    serial: str
    order: str
    product: str
    variant: str
    station: str
    state: str
    evidence: str | None
    started_at: datetime
    completed_at: datetime | None


class FoundNode(Struct, frozen=True, kw_only=True):
    """What the searched id is: a lot, a serial (of which part), a unit."""

    kind: str
    id: str
    part: str


class WhereUsed(Struct, frozen=True, kw_only=True):
    """Everything that has ``id`` in it, at any depth."""

    id: str
    found: tuple[FoundNode, ...]
    units: tuple[UnitBrief, ...]


def where_used(connection: sa.Connection, name: str) -> WhereUsed:
    """The lots and parts called ``name``, and the units they went into at any depth."""
    nodes, serials = units_above(connection, name)
    return WhereUsed(
        id=name,
        found=tuple(FoundNode(kind=node.kind, id=node.id, part=node.part) for node in nodes),
        units=tuple(units_called(connection, serials)),
    )


def units_called(connection: sa.Connection, serials: Sequence[str]) -> list[UnitBrief]:
    """The units with these serials, in order of their last event."""
    rows: list[Any] = []
    for start in range(0, len(serials), _CHUNK):
        chunk = serials[start : start + _CHUNK]
        rows.extend(connection.execute(sa.select(unit).where(unit.c.serial.in_(chunk))))
    return [brief(row) for row in sorted(rows, key=lambda row: row.last_pos)]


def recent_units(
    connection: sa.Connection, *, limit: int, order: str | None = None
) -> list[UnitBrief]:
    """Units by their newest event, newest first."""
    statement = sa.select(unit).order_by(unit.c.last_pos.desc()).limit(limit)
    if order is not None:
        statement = statement.where(unit.c.order_id == storable_text(order))
    return [brief(row) for row in connection.execute(statement)]


def brief(row: sa.Row[*tuple[Any, ...]]) -> UnitBrief:
    """A row of the unit table for a list."""
    return UnitBrief(
        serial=row.serial,
        order=row.order_id,
        product=row.product,
        variant=row.variant,
        station=row.station,
        state=row.state,
        evidence=row.evidence,
        started_at=utc(row.started_at),
        completed_at=maybe_utc(row.completed_at),
    )
