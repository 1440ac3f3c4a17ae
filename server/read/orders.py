"""Orders and how far they are: the document says what should be, the units what is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.plant import Order
from server.db.storable import storable_text
from server.db.tables import unit
from server.log.feed import current, current_all, current_many

if TYPE_CHECKING:
    from collections.abc import Sequence


#: Of more orders than these it is cheaper to count all units.
_LOOKED_UP_ONE_BY_ONE = 100


class OrderProgress(Struct, frozen=True, kw_only=True):
    """An order with its units counted by state."""

    order: Order
    started: int
    in_work: int
    completed: int
    held: int
    not_provable: int


def all_orders(connection: sa.Connection) -> list[OrderProgress]:
    """Every order that stands, the most urgent first."""
    items = current_all(connection, Order.KIND)
    orders = [msgspec.json.decode(item.body, type=Order) for item in items]
    return with_progress(connection, sorted(orders, key=_urgency))


def orders_called(connection: sa.Connection, names: Sequence[str]) -> list[OrderProgress]:
    """Those of ``names`` that stand, the most urgent first."""
    bodies = current_many(connection, Order.KIND, names) if names else {}
    orders = [msgspec.json.decode(body, type=Order) for body in bodies.values()]
    return with_progress(connection, sorted(orders, key=_urgency))


def one_order(connection: sa.Connection, name: str) -> OrderProgress | None:
    """The order called ``name``, if it stands."""
    body = current(connection, Order.KIND, name)
    if body is None:
        return None
    return with_progress(connection, [msgspec.json.decode(body, type=Order)])[0]


def with_progress(connection: sa.Connection, orders: Sequence[Order]) -> list[OrderProgress]:
    """Count the units of each order."""
    counted = _counts(connection, [order.order for order in orders])
    return [
        OrderProgress(
            order=order,
            started=sum(counts.values()),
            in_work=sum(count for (state, _), count in counts.items() if state == "open"),
            completed=counts.get(("completed", "provable"), 0)
            + counts.get(("completed", "not_provable"), 0),
            held=sum(count for (state, _), count in counts.items() if state == "held"),
            not_provable=counts.get(("completed", "not_provable"), 0),
        )
        for order in orders
        for counts in [counted.get(order.order, {})]
    ]


def _counts(
    connection: sa.Connection, names: Sequence[str]
) -> dict[str, dict[tuple[str, str | None], int]]:
    statement = sa.select(
        unit.c.order_id, unit.c.state, unit.c.evidence, sa.func.count().label("units")
    ).group_by(unit.c.order_id, unit.c.state, unit.c.evidence)
    if len(names) <= _LOOKED_UP_ONE_BY_ONE:
        statement = statement.where(unit.c.order_id.in_([storable_text(name) for name in names]))
    counts: dict[str, dict[tuple[str, str | None], int]] = {}
    for row in connection.execute(statement):
        counts.setdefault(row.order_id, {})[(row.state, row.evidence)] = row.units
    return counts


def _urgency(order: Order) -> tuple[int, float, int, str]:
    """Priority 0 means none was given."""
    due = order.due.timestamp() if order.due else float("inf")
    return order.priority or 10**9, due, order.sequence, order.order
