"""Draws every projection anew while the server works, and swaps the result in at once.

The new ones are temporary tables of one connection under the same names, which both databases
prefer to the lasting ones: the very same drawing code fills them.  Readers see the old rows until
the commit and the new ones after it; a crash in between leaves nothing behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import sqlalchemy as sa

from server.db.tables import projection_cursor, situation
from server.log.identity import FEED, LOG

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from server.db.engine import Database


_Filtered = TypeVar("_Filtered", sa.Select[Any], sa.Delete)


class ApplyBatch(Protocol):
    """Draws the next few events and documents; 0 when there are none (below ``up_to``)."""

    def __call__(
        self, connection: sa.Connection, up_to: Mapping[str, int] | None = None
    ) -> int: ...


def rebuild(database: Database, apply_batch: ApplyBatch, tables: Sequence[sa.Table]) -> bool:
    """Replace what ``tables`` show by what the log says; True when that was the same."""
    drawn = (*tables, projection_cursor)
    # A connection of its own for all of it: temporary tables live and die with it.
    with database.engine.connect() as connection:
        try:
            _create_copies(connection, drawn)
            while _commit(connection, apply_batch(connection)):
                pass
            schema = _lasting(database, connection)
            with database.write_on(connection):
                return _swap(connection, apply_batch, tables, schema)
        finally:
            connection.invalidate()


def _commit(connection: sa.Connection, applied: int) -> int:
    connection.commit()
    return applied


def _create_copies(connection: sa.Connection, drawn: Sequence[sa.Table]) -> None:
    metadata = sa.MetaData()
    for table in drawn:
        copy = sa.Table(
            table.name,
            metadata,
            *(column._copy() for column in table.columns),  # noqa: SLF001 - to_metadata has no prefixes
            prefixes=["TEMPORARY"],
        )
        connection.execute(sa.schema.CreateTable(copy))
        for number, index in enumerate(sorted(table.indexes, key=lambda one: str(one.name))):
            columns = [copy.c[column.name] for column in index.columns]
            again = sa.Index(f"again_{table.name}_{number}", *columns)
            connection.execute(sa.schema.CreateIndex(again))
    rows = [{"source": source, "pos": 0} for source in (LOG, FEED)]
    connection.execute(projection_cursor.insert(), rows)
    connection.commit()


def _lasting(database: Database, connection: sa.Connection) -> str:
    """The schema of the tables that stay."""
    if not database.is_postgres:
        return "main"
    schema = str(connection.execute(sa.select(sa.func.current_schema())).scalar_one())
    connection.commit()
    return schema


def _swap(
    connection: sa.Connection, apply_batch: ApplyBatch, tables: Sequence[sa.Table], schema: str
) -> bool:
    """In the transaction that holds the drawing still: draw the rest, compare, replace."""
    up_to = _hold_still(connection, schema)
    while apply_batch(connection, up_to):
        pass
    lasting = [table.to_metadata(sa.MetaData(), schema=schema) for table in tables]
    is_equal = all(
        not _differs(connection, old, new) for old, new in zip(lasting, tables, strict=True)
    )
    if not is_equal:
        for old, new in zip(lasting, tables, strict=True):
            connection.execute(_of_the_log(old.delete(), old))
            names = [column.name for column in new.columns]
            connection.execute(old.insert().from_select(names, sa.select(new)))
    return is_equal


def _hold_still(connection: sa.Connection, schema: str) -> dict[str, int]:
    """Lock the cursors one after the other, as drawing does: else the two wait for each other."""
    cursors = projection_cursor.to_metadata(sa.MetaData(), schema=schema)
    held = {}
    for source in (LOG, FEED):
        row = sa.select(cursors.c.pos).where(cursors.c.source == source).with_for_update()
        held[source] = int(connection.execute(row).scalar_one())
    return held


def _differs(connection: sa.Connection, old: sa.Table, new: sa.Table) -> bool:
    """Whether a row of one is not in the other."""
    shown, drawn = _of_the_log(sa.select(old), old), sa.select(new)
    return any(
        connection.execute(one.limit(1)).first() is not None
        for one in (sa.except_(shown, drawn), sa.except_(drawn, shown))
    )


def _of_the_log(statement: _Filtered, table: sa.Table) -> _Filtered:
    """Forks are noted at the door, not drawn from the log: they stay as they are."""
    if table.name != situation.name:
        return statement
    return statement.where(table.c.origin == "log")
