"""What is in what: edges drawn from fitted parts and from the makers' own lists.

A node is a kind and an id, for a serialised component with its part number between, because
two makers may use the same serial.  Edges are never deleted by rework: they end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from app.domain.events import PartFitted, StepRedone
from app.domain.plant import Component, Lot
from server.db.storable import storable_int, storable_text, upsert
from server.db.tables import edge, unit
from server.read.situation_store import Records, open_situation

if TYPE_CHECKING:
    from server.read.batch import Batch
    from server.read.facts import Fact

_SEPARATOR = "\x1f"

#: A tree larger than this is cut; nobody reads it.
_MAX_NODES = 2_000


@dataclass(frozen=True, slots=True)
class Node:
    """``kind`` is "unit", "lot", "serial" or "part" (untracked)."""

    kind: str
    id: str
    part: str = ""

    @property
    def key(self) -> str:
        return storable_text(_SEPARATOR.join((self.kind, self.part, self.id)))

    @classmethod
    def of(cls, key: str) -> Node:
        kind, part, name = key.split(_SEPARATOR, 2)
        return cls(kind, name, part)


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of genealogy, as stored."""

    parent: str
    child: str
    part: str
    component: str | None
    name: str | None
    quantity: int
    at_pos: int
    is_removed: bool


def unit_node(serial: str) -> Node:
    """The node of a unit built here."""
    return Node("unit", serial)


def apply_genealogy(batch: Batch, fact: Fact) -> None:
    """Fitted parts add edges; doing a step again ends the edges of that step."""
    if fact.unit is None:
        return
    if isinstance(fact.body, PartFitted):
        _fit(batch, fact, fact.body, unit_node(fact.unit))
    elif isinstance(fact.body, StepRedone):
        parent, step = unit_node(fact.unit).key, storable_text(fact.body.step)
        batch.end_edges(parent, step, at_pos=fact.pos)


def apply_lot(connection: sa.Connection, key: str, body: bytes) -> None:
    """A lot's own list of contents replaces what it said before."""
    ending = _SEPARATOR + storable_text(key)
    connection.execute(
        edge.delete().where(edge.c.at_pos == 0, edge.c.parent.endswith(ending, autoescape=True))
    )
    lot = msgspec.json.decode(body, type=Lot | None)
    if lot is None:
        return
    for component in lot.contains:
        child = _contained(component)
        # A sub-assembly's label may carry the list's number as its serial.
        for parent in (Node("lot", lot.lot), Node("serial", lot.lot, lot.part)):
            row = _edge_row(parent, child, part=component.part, name=component.name)
            upsert(connection, edge, row)


def parts_below(connection: sa.Connection, root: Node) -> list[Edge]:
    """Every edge from ``root`` down, ended ones included."""
    return _walk(connection, [root.key], down=True)


def units_above(connection: sa.Connection, name: str) -> tuple[list[Node], list[str]]:
    """The nodes called ``name`` and the serials of the units they went into."""
    named = connection.execute(
        sa.select(edge.c.child).where(edge.c.child_id == storable_text(name)).distinct()
    ).scalars()
    starts = {*named, unit_node(name).key, Node("lot", name).key}
    parents = {found.parent for found in _walk(connection, sorted(starts), down=False)}
    serials = {node.id for node in map(Node.of, parents) if node.kind == "unit"}
    known = [Node.of(key) for key in sorted(starts) if _is_known(connection, key)]
    return known, sorted(serials)


def _fit(batch: Batch, fact: Fact, body: PartFitted, parent: Node) -> None:
    child = _contained(Component(body.part, lot=body.lot, serial=body.serial))
    batch.write_edge(_edge_row(parent, child, part=body.part, fact=fact, body=body))
    if child.kind != "serial":
        return
    if body.lot is not None:
        batch.write_edge(_edge_row(child, Node("lot", body.lot), part=body.part, fact=fact))
    same_thing = unit_node(child.id)
    batch.write_edge(_edge_row(child, same_thing, part=body.part, fact=fact, quantity=0))
    _note_second_use(batch, fact, body, child)


def _contained(component: Component) -> Node:
    if component.serial is not None:
        return Node("serial", component.serial, component.part)
    if component.lot is not None:
        return Node("lot", component.lot)
    return Node("part", component.part)


def _serialised(fact: Fact) -> str | None:
    """The piece with a number of its own that a fact fits."""
    body = fact.body
    if not isinstance(body, PartFitted) or body.serial is None:
        return None
    return Node("serial", body.serial, body.part).key


def _edge_row(
    parent: Node,
    child: Node,
    *,
    part: str,
    fact: Fact | None = None,
    body: PartFitted | None = None,
    name: str | None = None,
    quantity: int = 1,
) -> dict[str, Any]:
    return {
        "parent": parent.key,
        "child": child.key,
        "at_pos": 0 if fact is None else fact.pos,
        "child_id": child.id,
        "part": part,
        "component": None if body is None else body.component,
        "name": name,
        "step": None if body is None else body.step,
        "quantity": quantity if body is None else max(1, storable_int(body.quantity)),
        "removed_pos": None,
    }


def _note_second_use(batch: Batch, fact: Fact, body: PartFitted, child: Node) -> None:
    """One piece cannot be in two units: keep both records, ask a person."""
    uses = batch.uses_of(child.key, ahead=_serialised)
    fitted = [(Node.of(parent), pos) for parent, pos in uses]
    units = sorted({node.id for node, _ in fitted if node.kind == "unit"})
    if len(units) > 1:
        open_situation(
            batch,
            fact,
            key=f"serial_twice:{body.part}:{child.id}",
            kind="serial_twice",
            title="Same serial fitted twice",
            detail=f"{body.part} {child.id} is in units {' and '.join(units)}",
            records=Records(events=tuple(pos for _, pos in fitted if pos), units=tuple(units)),
        )


def _walk(connection: sa.Connection, starts: list[str], *, down: bool) -> list[Edge]:
    """Edges reached from ``starts``; UNION ends on cycles by itself."""
    here, there = (edge.c.parent, edge.c.child) if down else (edge.c.child, edge.c.parent)
    first = sa.select(here.label("node")).where(here.in_(starts))
    if not down:
        first = first.where(edge.c.removed_pos.is_(None))
    nodes = first.distinct().cte("nodes", recursive=True)
    follow = sa.select(there).join(nodes, here == nodes.c.node).where(*_is_followed(down=down))
    nodes = nodes.union(follow)
    statement = (
        sa.select(edge)
        .join(nodes, here == nodes.c.node)
        .where(*_is_followed(down=down))
        .order_by(edge.c.at_pos, edge.c.child)
        .limit(_MAX_NODES if down else None)
    )
    return [_edge(row) for row in connection.execute(statement)]


def _is_followed(*, down: bool) -> list[sa.ColumnElement[bool]]:
    """Another name counts only for a unit that was really built here under it."""
    built_here = sa.exists().where(unit.c.serial == edge.c.child_id, unit.c.product == edge.c.part)
    conditions: list[sa.ColumnElement[bool]] = [sa.or_(edge.c.quantity > 0, built_here)]
    if not down:
        conditions.append(edge.c.removed_pos.is_(None))
    return conditions


def _edge(row: sa.Row[*tuple[Any, ...]]) -> Edge:
    return Edge(
        parent=row.parent,
        child=row.child,
        part=row.part,
        component=row.component,
        name=row.name,
        quantity=row.quantity,
        at_pos=row.at_pos,
        is_removed=row.removed_pos is not None,
    )


def _is_known(connection: sa.Connection, key: str) -> bool:
    """A unit is known when it was built here; being named as some part's other name is not it."""
    node = Node.of(key)
    seen = sa.select(sa.literal(1))
    if node.kind == "unit":
        seen = seen.where(unit.c.serial == node.id)
    else:
        seen = seen.where(sa.or_(edge.c.child == key, edge.c.parent == key))
    return connection.execute(seen.limit(1)).first() is not None
