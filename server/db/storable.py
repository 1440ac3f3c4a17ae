"""What differs between the two databases when values are written."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
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


def each_text(dialect: str, texts: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """A column with every text of the JSON array ``texts``: many as a single parameter."""
    if dialect == "postgresql":
        each = sa.func.json_array_elements_text(sa.cast(texts, postgresql.JSON))
        return each.table_valued("value").c.value
    return sa.func.json_each(texts).table_valued("value").c.value


def one_of(
    connection: sa.Connection, column: sa.Column[str], texts: Sequence[str]
) -> sa.ColumnElement[bool]:
    """``column`` is one of many ``texts``."""
    each = sa.select(each_text(connection.dialect.name, sa.literal(json_of(texts), sa.Text)))
    if connection.dialect.name == "postgresql":
        # As an array PostgreSQL looks each up in the index, however few it thinks there are.
        return column == sa.any_(sa.func.array(each.scalar_subquery()))
    return column.in_(each)


def json_of(texts: Sequence[str]) -> str:
    """``texts`` as :func:`each_text` reads them."""
    return msgspec.json.encode(texts).decode()


def upsert(
    connection: sa.Connection,
    table: sa.Table,
    values: Mapping[str, Any],
    *,
    keep: bool = False,
) -> None:
    """Insert a row, or change the one with its key; with ``keep`` leave that one as it is."""
    upsert_rows(connection, table, [values], keep=keep)


def upsert_rows(
    connection: sa.Connection,
    table: sa.Table,
    rows: Sequence[Mapping[str, Any]],
    *,
    keep: bool = False,
) -> None:
    """As :func:`upsert`, for many rows with different keys that all give the same columns."""
    if not rows:
        return
    storable = [_storable_row(row) for row in rows]
    names = tuple(rows[0])
    if connection.dialect.name == "postgresql" and len(rows) > 1:
        # One statement: PostgreSQL would be asked for each row.
        packed = {"rows": msgspec.json.encode(storable).decode()}
        connection.execute(_upsert_packed(table, names, keep=keep), packed)
        return
    statement = _upsert(connection.dialect.name, table, names, keep=keep)
    connection.execute(statement, storable)


def _storable_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: storable_text(value) if isinstance(value, str) else value
        for name, value in row.items()
    }


@cache
def _upsert(dialect: str, table: sa.Table, names: tuple[str, ...], *, keep: bool) -> sa.Insert:
    keys = [column.name for column in table.primary_key]
    statement = insert_into(dialect, table).values({name: sa.bindparam(name) for name in names})
    return _with_conflict(statement, names, keys, keep=keep)


@cache
def _upsert_packed(table: sa.Table, names: tuple[str, ...], *, keep: bool) -> sa.Insert:
    """From the JSON array ``rows``; for PostgreSQL."""
    keys = [column.name for column in table.primary_key]
    columns = [sa.column(name, table.c[name].type) for name in names]
    each = sa.func.json_to_recordset(sa.cast(sa.bindparam("rows", type_=sa.Text), postgresql.JSON))
    rows = each.table_valued(*columns).render_derived(with_types=True)
    statement = postgresql.insert(table).from_select(names, sa.select(rows))
    return _with_conflict(statement, names, keys, keep=keep)


def _with_conflict(
    statement: postgresql.Insert | sqlite.Insert,
    names: Sequence[str],
    keys: Sequence[str],
    *,
    keep: bool,
) -> sa.Insert:
    changed = {name: statement.excluded[name] for name in names if name not in keys}
    if keep or not changed:
        return statement.on_conflict_do_nothing(index_elements=keys)
    return statement.on_conflict_do_update(index_elements=keys, set_=changed)


def insert_into(dialect: str, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
    """An insert that can say what to do about rows that are here."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
