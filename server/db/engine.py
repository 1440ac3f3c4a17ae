"""The database: one file beside the server, or a PostgreSQL; the same tables on both.

Readers see one consistent state.  Writers come one at a time on SQLite (``BEGIN IMMEDIATE``) and
lock the rows they depend on in PostgreSQL.  A commit is durable when it returns.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlite

from app.domain.errors import InvalidInput, StorageFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.engine.interfaces import DBAPIConnection

#: Older versions can corrupt a WAL database that two connections use.
OLDEST_SQLITE = (3, 51, 3)

_BUSY_TIMEOUT_MS = 10_000
_WRITER = "asbuilt_writer"


class Database:
    """Transactions on the plant's database; safe to use from any thread."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self.is_postgres = engine.dialect.name == "postgresql"
        self._reader = (
            engine.execution_options(isolation_level="REPEATABLE READ")
            if self.is_postgres
            else engine
        )
        self._writer = engine.execution_options(**{_WRITER: True})
        # SQLite's own lock is polled; this one queues the writers of this process fairly.
        self._write_lock = threading.Lock()

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """One consistent state, however long it is looked at."""
        with self._reader.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction that commits durably at the end, or leaves nothing behind."""
        if self.is_postgres:
            with self._writer.begin() as connection:
                yield connection
            return
        with self._write_lock, self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def open_database(url: str | None, *, file: Path) -> Database:
    """The PostgreSQL at ``url``, or the SQLite ``file`` when there is none.

    Raises:
        InvalidInput: ``url`` is not one we can use.
        StorageFault: the SQLite library is too old to be trusted.
    """
    if url is None:
        return Database(_sqlite_engine(file))
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError as error:
        message = "--database: not a database URL; expected postgresql://user@host/name"
        raise InvalidInput(message) from error
    if parsed.get_backend_name() != "postgresql":
        message = (
            f"--database: {parsed.drivername} is not supported; give a postgresql:// URL, "
            "or none for the database inside the data folder"
        )
        raise InvalidInput(message)
    engine = sa.create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    return Database(engine)


def _sqlite_engine(file: Path) -> sa.Engine:
    if sqlite.sqlite_version_info < OLDEST_SQLITE:
        message = f"SQLite {sqlite.sqlite_version} can lose records; 3.51.3 or newer is needed"
        raise StorageFault(message)
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(file)),
        module=sqlite,
        # We begin transactions ourselves; the driver's own rules would not lock for reading.
        connect_args={"check_same_thread": False, "isolation_level": None},
    )
    sa.event.listen(engine, "connect", _configure)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={_BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "wal_autocheckpoint=1000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    is_writer = connection.get_execution_options().get(_WRITER, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")
