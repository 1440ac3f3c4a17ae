"""The recall list: the units that something went into, and where each of them is now."""

from __future__ import annotations

from collections import Counter
from datetime import datetime  # noqa: TC003 - msgspec reads it at run time
from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Struct, structs

from server.db.storable import one_of
from server.db.tables import edge, station_state
from server.read.genealogy import Node, unit_node
from server.read.shipments import Departure, departures
from server.read.times import utc
from server.read.where_used import FoundNode, UnitBrief, where_used

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHIPPED, BUILT_IN, IN_WORK = "shipped", "built_into", "in_work"
#: Which place is told first: what has left is what a recall is about.
_ORDER = (SHIPPED, "completed", "held", IN_WORK, BUILT_IN, "scrapped", "returned")


class RecalledUnit(UnitBrief, frozen=True, kw_only=True):
    """A unit of the list, and where it is.

    ``now`` is "shipped", "built_into" (another unit of the list), "in_work", or the unit's state:
    "completed" (in the house), "held", "scrapped", "returned".  ``step`` is the last one finished
    of a unit in work.  What is built into a unit that was shipped was shipped with it.
    """

    now: str
    step: str | None = None
    built_into: str | None = None
    shipment: str | None = None
    shipped_to: str | None = None
    shipped_at: datetime | None = None


class Place(Struct, frozen=True, kw_only=True):
    """How many units are ``now`` so, ``at`` which station or customer; "" inside others."""

    now: str
    at: str
    units: int


class RecallList(Struct, frozen=True, kw_only=True):
    """Everything that has ``id`` in it, at any depth, and how many are where."""

    id: str
    found: tuple[FoundNode, ...]
    units: tuple[RecalledUnit, ...]
    places: tuple[Place, ...]


def recall_list(connection: sa.Connection, name: str) -> RecallList:
    """Where the lots and parts called ``name`` are, by the units they went into."""
    used = where_used(connection, name)
    serials = [unit.serial for unit in used.units]
    inside = _built_into(connection, used.units)
    left = departures(connection, serials)
    steps = _steps(connection)
    units = tuple(_placed(unit, inside, left, steps) for unit in used.units)
    return RecallList(id=name, found=used.found, units=units, places=_places(units))


def _placed(
    unit: UnitBrief,
    inside: Mapping[str, str],
    left: Mapping[str, Departure],
    steps: Mapping[str, str | None],
) -> RecalledUnit:
    whole = _outermost(unit.serial, inside)
    gone = left.get(whole) or left.get(unit.serial)
    now = _now(unit, is_inside=whole != unit.serial, is_gone=gone is not None)
    return RecalledUnit(
        **structs.asdict(unit),
        now=now,
        step=steps.get(unit.serial) if now == IN_WORK else None,
        built_into=inside.get(unit.serial),
        shipment=gone.shipment if gone else None,
        shipped_to=gone.customer if gone else None,
        shipped_at=utc(gone.at) if gone else None,
    )


def _now(unit: UnitBrief, *, is_inside: bool, is_gone: bool) -> str:
    if is_inside:
        return BUILT_IN
    if is_gone:
        return SHIPPED
    return IN_WORK if unit.state == "open" else unit.state


def _outermost(serial: str, inside: Mapping[str, str]) -> str:
    """The unit that is in no other; no real product contains itself, but records may say so."""
    seen = {serial}
    while (outer := inside.get(serial)) is not None and outer not in seen:
        seen.add(outer)
        serial = outer
    return serial


def _built_into(connection: sa.Connection, units: Sequence[UnitBrief]) -> dict[str, str]:
    """Each unit that is a part of another one now, and of which.

    From a unit to the piece that it is (an edge of quantity 0), and from there to the unit that
    this was fitted into.  Asked one after the other, so that no planner begins at the wrong end.
    """
    products = {unit_node(unit.serial).key: unit.product for unit in units}
    same = sa.select(edge.c.parent, edge.c.child, edge.c.part).where(
        one_of(connection, edge.c.child, list(products)), edge.c.quantity == 0
    )
    pieces = {
        row.parent: Node.of(row.child).id
        for row in connection.execute(same)
        if products[row.child] == row.part
    }
    if not pieces:
        return {}
    fitted = (
        sa.select(edge.c.parent, edge.c.child)
        .where(one_of(connection, edge.c.child, list(pieces)), edge.c.removed_pos.is_(None))
        .order_by(edge.c.at_pos)
    )
    return {
        pieces[row.child]: holder.id
        for row in connection.execute(fitted)
        if (holder := Node.of(row.parent)).kind == "unit"
    }


def _steps(connection: sa.Connection) -> dict[str, str | None]:
    """The units that are open at a station, with the last finished step of each."""
    rows = connection.execute(
        sa.select(station_state.c.unit, station_state.c.step).where(
            station_state.c.unit.is_not(None)
        )
    )
    return {row.unit: row.step for row in rows}


def _places(units: Sequence[RecalledUnit]) -> tuple[Place, ...]:
    counts = Counter((unit.now, _at(unit)) for unit in units)
    return tuple(
        Place(now=now, at=at, units=number)
        for (now, at), number in sorted(counts.items(), key=lambda item: _rank(*item[0]))
    )


def _at(unit: RecalledUnit) -> str:
    if unit.now == SHIPPED:
        return unit.shipped_to or ""
    return "" if unit.now == BUILT_IN else unit.station


def _rank(now: str, at: str) -> tuple[int, str, str]:
    return (_ORDER.index(now) if now in _ORDER else len(_ORDER), now, at)
