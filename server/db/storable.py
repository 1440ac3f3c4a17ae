"""What differs between the two databases when values are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LAST_INT32 = 2**31 - 1


def storable_text(text: str) -> str:
    """PostgreSQL's text cannot hold NUL; the stored bytes of an event still do."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")


def storable_int(number: int) -> int:
    """A count, bounded to what a column holds."""
    return max(-_LAST_INT32, min(_LAST_INT32, number))


def one_of(
    connection: sa.Connection, column: sa.Column[str], texts: Sequence[str]
) -> sa.ColumnElement[bool]:
    """``column`` is one of many ``texts``; PostgreSQL takes them as a single parameter."""
    if connection.dialect.name == "postgresql":
        return column == sa.any_(sa.literal(list(texts), postgresql.ARRAY(sa.Text)))
    return column.in_(texts)


def upsert(
    connection: sa.Connection,
    table: sa.Table,
    values: Mapping[str, Any],
    *,
    keep: bool = False,
) -> None:
    """Insert a row, or change the one with its key; with ``keep`` leave that one as it is."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    row = {
        name: storable_text(value) if isinstance(value, str) else value
        for name, value in values.items()
    }
    keys = [column.name for column in table.primary_key]
    changed = {name: value for name, value in row.items() if name not in keys}
    statement = insert(table).values(row)
    if keep or not changed:
        connection.execute(statement.on_conflict_do_nothing(index_elements=keys))
    else:
        connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed))
