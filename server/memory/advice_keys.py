"""Which keys advice is read for: a page of them, never every decision of the plant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.db.memory_tables import memory_decision
from server.db.storable import storable_text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def keys_after(connection: sa.Connection, after: str, limit: int) -> list[str]:
    """The next keys that something was decided on, in their order."""
    column = memory_decision.c.key
    statement = sa.select(column).where(column > storable_text(after)).distinct()
    return list(connection.execute(statement.order_by(column).limit(limit)).scalars())


def opposed_keys(connection: sa.Connection, against: Mapping[str, Collection[str]]) -> list[str]:
    """The keys with decisions for two responses that exclude each other, live or not.

    ``against`` says it in both directions.
    """
    columns = memory_decision.c
    is_opposed = columns.response.in_(sorted(map(storable_text, against)))
    told = sa.select(columns.key, columns.response).where(is_opposed).distinct()
    responses: dict[str, set[str]] = {}
    for key, response in connection.execute(told):
        responses.setdefault(key, set()).add(response)
    return sorted(
        key
        for key, mine in responses.items()
        if any(not mine.isdisjoint(against[one]) for one in mine)
    )
