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
from app.domain.material_events import PartRemoved
from app.domain.plant import Component, Lot
from server.db.storable import storable_int, storable_text, upsert
from server.db.tables import edge, unit
from server.read.situation_store import Records, open_situation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.read.batch import Batch
    from server.read.facts import Fact

_SEPARATOR = "\x1f"

#: A tree larger than this is cut; nobody reads it.
_MAX_NODES = 2_000

#: Another name counts only for a unit that was really built here under it.  The scalar subquery
#: is asked for edges of that sort alone; as a join it costs a look at every unit of the plant.
_FOLLOWED = """(edge.quantity > 0 OR (SELECT 1 FROM unit WHERE unit.serial = edge.child_id
    AND unit.product = edge.part) IS NOT NULL)"""

# UNION ends on cycles by itself.  CROSS JOIN makes SQLite walk from the nodes found so far.
_BELOW = sa.text(
    f"""
    WITH RECURSIVE below(node) AS (
        SELECT CAST(:start AS TEXT)
        UNION
        SELECT edge.child FROM below CROSS JOIN edge
        WHERE edge.parent = below.node AND {_FOLLOWED}
    )
    SELECT edge.* FROM below CROSS JOIN edge
    WHERE edge.parent = below.node AND {_FOLLOWED}
    ORDER BY edge.at_pos, edge.child LIMIT :most
    """  # noqa: S608 - our own words
)
# From one node of that name to the next: thousands of edges may lead to each.
_NAMED = sa.text(
    """
    WITH RECURSIVE named(node) AS (
        SELECT min(edge.child) FROM edge WHERE edge.child_id = :name
        UNION ALL
        SELECT (SELECT min(edge.child) FROM edge
                WHERE edge.child_id = :name AND edge.child > named.node)
        FROM named WHERE named.node IS NOT NULL
    )
    SELECT node FROM named WHERE node IS NOT NULL
    """
)
_NESTED_LOOPS = sa.text(
    "SELECT set_config('enable_hashjoin', 'off', true),"
    " set_config('enable_mergejoin', 'off', true)"
)
_UNIT_NODE = len("unit") + 2
_CLIMB = f"""
    WITH RECURSIVE above(node) AS (
        SELECT edge.parent FROM edge
        WHERE edge.child IN :starts AND edge.removed_pos IS NULL AND {_FOLLOWED}
        UNION
        SELECT edge.parent FROM above CROSS JOIN edge
        WHERE edge.child = above.node AND edge.removed_pos IS NULL AND {_FOLLOWED}
    ), units(serial) AS (
        SELECT substr(above.node, {_UNIT_NODE + 1}) FROM above
        WHERE substr(above.node, 1, {_UNIT_NODE}) = 'unit' || :separator || :separator
    )
    """  # noqa: S608 - our own words


def _climbing(query: str) -> sa.TextClause:
    return sa.text(_CLIMB + query).bindparams(
        sa.bindparam("starts", expanding=True), sa.bindparam("separator", value=_SEPARATOR)
    )


_SERIALS_ABOVE = _climbing("SELECT serial FROM units ORDER BY serial")
_UNITS_ABOVE = _climbing(
    """
    SELECT unit.serial, unit.order_id, unit.product, unit.variant, unit.station, unit.state,
        unit.evidence, unit.started_at, unit.completed_at
    FROM units CROSS JOIN unit WHERE unit.serial = units.serial ORDER BY unit.last_pos
    """
)


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
    """Fitted parts add edges; taking one out ends it, doing a step again ends all of the step."""
    if fact.unit is None:
        return
    if isinstance(fact.body, PartFitted):
        _fit(batch, fact, fact.body, unit_node(fact.unit))
    elif isinstance(fact.body, StepRedone):
        parent, step = unit_node(fact.unit).key, storable_text(fact.body.step)
        batch.end_edges(parent, step, at_pos=fact.pos)
    elif isinstance(fact.body, PartRemoved):
        _take_out(batch, fact, fact.body, unit_node(fact.unit))


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
    _follow_indexes(connection)
    rows = connection.execute(_BELOW, {"start": root.key, "most": _MAX_NODES})
    return [_edge(row) for row in rows]


def nodes_called(connection: sa.Connection, name: str) -> tuple[list[str], list[Node]]:
    """Where a search for ``name`` starts, as node names, and those of them that are known."""
    starts = _starts(connection, name)
    return starts, [Node.of(key) for key in starts if _is_known(connection, key)]


def _starts(connection: sa.Connection, name: str) -> list[str]:
    named = connection.execute(_NAMED, {"name": storable_text(name)}).scalars()
    return sorted({*named, unit_node(name).key, Node("lot", name).key})


def units_above(connection: sa.Connection, starts: Sequence[str]) -> sa.CursorResult[Any]:
    """The units that have one of ``starts`` in them, at any depth, by their last event.

    Rows of serial, order, product, variant, station, state, evidence, and the two times in µs.
    """
    _follow_indexes(connection)
    return connection.execute(_UNITS_ABOVE, {"starts": starts})


def _follow_indexes(connection: sa.Connection) -> None:
    """A walk starts from few nodes, which PostgreSQL's planner cannot know of a recursion.

    Told nothing, it now and then reads every edge of the plant for one lot.  Until the end of the
    transaction.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_NESTED_LOOPS)


def serials_above(connection: sa.Connection, name: str) -> list[str]:
    """The serials of the units that have ``name`` in them."""
    starts = _starts(connection, name)
    _follow_indexes(connection)
    return list(connection.execute(_SERIALS_ABOVE, {"starts": starts}).scalars())


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


def _take_out(batch: Batch, fact: Fact, body: PartRemoved, parent: Node) -> None:
    child = _contained(Component(body.part, lot=body.lot, serial=body.serial))
    batch.take_out(
        parent.key,
        child.key,
        storable_text(body.step),
        quantity=max(1, storable_int(body.quantity)),
        at_pos=fact.pos,
    )


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
