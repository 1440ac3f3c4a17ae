"""Where a lot, a serial or a part went: the question behind every recall."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from msgspec import Struct

from server.db.storable import storable_text
from server.db.tables import unit
from server.read.genealogy import nodes_called, units_above
from server.read.times import maybe_utc, utc

if TYPE_CHECKING:
    from collections.abc import Sequence


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
    starts, nodes = nodes_called(connection, name)
    return WhereUsed(
        id=name,
        found=tuple(FoundNode(kind=node.kind, id=node.id, part=node.part) for node in nodes),
        units=tuple(_brief(row) for row in units_above(connection, starts)),
    )


#: What an order's units are counted by, see :class:`server.read.orders.OrderProgress`.
UNIT_STATES = {
    "in_work": unit.c.state == "open",
    "completed": unit.c.state == "completed",
    "held": unit.c.state == "held",
    "not_provable": sa.and_(unit.c.state == "completed", unit.c.evidence == "not_provable"),
}


def recent_units(
    connection: sa.Connection, *, limit: int, order: str | None = None, state: str | None = None
) -> list[UnitBrief]:
    """Units by their newest event, newest first; ``state`` is one of ``UNIT_STATES``."""
    statement = sa.select(unit).order_by(unit.c.last_pos.desc()).limit(limit)
    if order is not None:
        statement = statement.where(unit.c.order_id == storable_text(order))
    if state is not None:
        statement = statement.where(UNIT_STATES[state])
    return [brief(row) for row in connection.execute(statement)]


def brief(row: sa.Row[*tuple[Any, ...]]) -> UnitBrief:
    """A row of the unit table for a list."""
    return _brief(
        (
            row.serial,
            row.order_id,
            row.product,
            row.variant,
            row.station,
            row.state,
            row.evidence,
            row.started_at,
            row.completed_at,
        )
    )


def _brief(row: Sequence[Any]) -> UnitBrief:
    """By place, for a recall of thousands: in the order of :func:`units_above`."""
    serial, order, product, variant, station, state, evidence, started_us, completed_us = row
    return UnitBrief(
        serial=serial,
        order=order,
        product=product,
        variant=variant,
        station=station,
        state=state,
        evidence=evidence,
        started_at=utc(started_us),
        completed_at=maybe_utc(completed_us),
    )
