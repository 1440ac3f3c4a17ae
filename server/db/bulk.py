"""Many rows at once: COPY on PostgreSQL, one prepared insert on SQLite."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import psycopg
import sqlalchemy as sa
from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Sequence

_COPY_TYPES: dict[type[Any], str] = {
    sa.Text: "text",
    sa.BigInteger: "int8",
    sa.Integer: "int4",
    sa.LargeBinary: "bytea",
}


def append_rows(
    connection: sa.Connection, table: sa.Table, rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert ``rows``, each with a value for every column in the table's order.

    Raises:
        sqlalchemy.exc.DBAPIError: as any statement of the connection would.
    """
    if connection.dialect.name != "postgresql":
        connection.exec_driver_sql(_insert(table), list(rows))
        return
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)  # noqa: S101 - the dialect's only driver
    statement, types = _copy(table)
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            copy.set_types(types)
            for row in rows:
                copy.write_row(row)
    except psycopg.Error as error:
        raise _as_statement_error(error, table) from error


@cache
def _insert(table: sa.Table) -> str:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608 - our own names


@cache
def _copy(table: sa.Table) -> tuple[sql.Composed, tuple[str, ...]]:
    names = sql.SQL(", ").join(sql.Identifier(column.name) for column in table.columns)
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
        sql.Identifier(table.name), names
    )
    return statement, tuple(_COPY_TYPES[type(column.type)] for column in table.columns)


def _as_statement_error(error: psycopg.Error, table: sa.Table) -> Exception:
    return sa.exc.DBAPIError.instance(
        f"COPY {table.name}", None, error, psycopg.Error, connection_invalidated=False
    )
