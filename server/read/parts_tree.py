"""What a unit is made of, as a tree for people; ended uses are marked, not hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from app.domain.plant import Hold, Lot
from server.log.feed import current_all, current_many
from server.read.genealogy import Edge, Node, parts_below, unit_node

if TYPE_CHECKING:
    import sqlalchemy as sa

    from server.read.vocabulary import Vocabulary


class PartNode(Struct, frozen=True, kw_only=True):
    """``kind`` is unit, lot, serial or part; ``hold`` names an active hold on it.

    ``pos`` is the event that fitted it, 0 when its maker's list says so.
    """

    kind: str
    id: str
    title: str
    detail: str
    part: str = ""
    lot: str | None = None
    quantity: int = 1
    pos: int = 0
    hold: str | None = None
    is_removed: bool = False
    children: tuple[PartNode, ...] = ()


def parts_tree(connection: sa.Connection, serial: str, detail: str, words: Vocabulary) -> PartNode:
    """The tree below a unit."""
    root = unit_node(serial)
    below: dict[str, list[Edge]] = {}
    for edge in parts_below(connection, root):
        below.setdefault(edge.parent, []).append(edge)
    drawing = _Drawing(connection, below, words)
    return PartNode(
        kind="unit",
        id=serial,
        title=serial,
        detail=detail,
        children=drawing.children(root.key, seen=frozenset({root.key})),
    )


class _Drawing:
    """Turns edges into nodes; ``seen`` ends a cycle that no real product has."""

    def __init__(
        self, connection: sa.Connection, below: dict[str, list[Edge]], words: Vocabulary
    ) -> None:
        self._below = below
        self._words = words
        self._holds = active_holds(connection)
        lots = {
            Node.of(edge.child).id for edges in below.values() for edge in edges if _is_lot(edge)
        }
        bodies = current_many(connection, Lot.KIND, lots)
        self._lots = {lot: msgspec.json.decode(body, type=Lot) for lot, body in bodies.items()}

    def children(self, key: str, *, seen: frozenset[str]) -> tuple[PartNode, ...]:
        edges = [edge for edge in self._below.get(key, ()) if edge.child not in seen]
        drawn: list[PartNode] = []
        for edge in edges:
            if edge.quantity == 0:
                drawn.extend(self.children(edge.child, seen=seen | {edge.child}))
            elif _is_own_lot(edge):
                # What the maker put into the lot is in each piece of it.
                drawn.extend(self.children(edge.child, seen=seen | {edge.child}))
            else:
                drawn.append(self._node(edge, seen=seen))
        return tuple(drawn)

    def _node(self, edge: Edge, *, seen: frozenset[str]) -> PartNode:
        node = Node.of(edge.child)
        name = edge.name or self._words.component(edge.component, edge.part)
        number = node.id if node.kind != "part" else ""
        lots = [Node.of(e.child).id for e in self._below.get(edge.child, ()) if _is_own_lot(e)]
        lot_id = node.id if node.kind == "lot" else next(iter(lots), None)
        return PartNode(
            kind=node.kind,
            id=node.id,
            title=f"{name} {number}".strip(),
            detail=" · ".join(self._details(edge, node, lot_id)),
            part=edge.part,
            lot=lot_id,
            quantity=edge.quantity,
            pos=edge.at_pos,
            hold=self._holds.get(node.id) or self._holds.get(lot_id or ""),
            is_removed=edge.is_removed,
            children=self.children(edge.child, seen=seen | {edge.child}),
        )

    def _details(self, edge: Edge, node: Node, lot_id: str | None) -> list[str]:
        details = [edge.part]
        if lot_id is not None and lot_id != node.id:
            details.append(f"lot {lot_id}")
        if node.kind == "lot":
            details.append("lot")
        if edge.quantity > 1:
            details.append(f"{edge.quantity} pieces")
        lot = self._lots.get(lot_id) if lot_id else None
        if lot is not None and lot.supplier:
            details.append(f"from {lot.supplier}")
        if lot is not None and lot.supplier_batch:
            details.append(f"supplier batch {lot.supplier_batch}")
        if edge.is_removed:
            details.append("taken out again")
        return details


def active_holds(connection: sa.Connection) -> dict[str, str]:
    """Held lot or serial to the hold that names it."""
    holds = (
        msgspec.json.decode(item.body, type=Hold) for item in current_all(connection, Hold.KIND)
    )
    return {
        held: hold.hold
        for hold in holds
        if hold.lifted_at is None and (held := hold.lot or hold.serial)
    }


def _is_lot(edge: Edge) -> bool:
    return Node.of(edge.child).kind == "lot"


def _is_own_lot(edge: Edge) -> bool:
    """A piece's edge to the lot it came from; said in words, not as a branch."""
    parent, child = Node.of(edge.parent), Node.of(edge.child)
    return (
        parent.kind == "serial"
        and child.kind == "lot"
        and parent.part == edge.part
        and edge.name is None
    )
