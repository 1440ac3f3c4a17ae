"""The database: one file beside the server, or a PostgreSQL; the same tables on both.

Readers see one consistent state.  Writers come one at a time on SQLite (``BEGIN IMMEDIATE``) and
lock the rows they depend on in PostgreSQL.  A commit is durable when it returns.
"""

from __future__ import annotations

import re
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlite

from app.domain.errors import InvalidInput, StorageFault
from app.durable import begin_private

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.engine.interfaces import DBAPIConnection

#: Older versions can corrupt a WAL database that two connections use.
OLDEST_SQLITE = (3, 51, 3)

_BUSY_TIMEOUT_MS = 10_000
_WRITER = "asbuilt_writer"

#: Each worker's connections; requests beyond them wait, then are told to come back.
_POOL_SIZE, _POOL_OVERFLOW, _POOL_WAIT_S = 10, 10, 10

#: How soon a database machine that lost its power is noticed (seconds, but the last: ms).
_PATIENCE = {
    "connect_timeout": "5",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}

#: libpq's way to name several machines, of which the one that can write is used.
_SEVERAL_HOSTS = re.compile(r"(?P<before>[^:/?#]+://(?:[^@/?#]*@)?)(?P<hosts>[^/?#@]*,[^/?#@]*)")


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

    @contextmanager
    def write_on(self, connection: sa.Connection) -> Iterator[None]:
        """As :meth:`write`, on a connection of the caller's that has no transaction open."""
        connection.execution_options(**{_WRITER: True})
        if self.is_postgres:
            with connection.begin():
                yield
            return
        with self._write_lock, connection.begin():
            yield

    def close(self) -> None:
        self.engine.dispose()


def open_database(url: str | None, *, file: Path) -> Database:
    """The PostgreSQL at ``url``, or the SQLite ``file`` when there is none.

    Raises:
        InvalidInput: ``url`` is not one we can use.
        StorageFault: the SQLite library is too old to be trusted.
    """
    if url is None:
        begin_private(file)  # hashes of PINs and passwords
        return Database(_sqlite_engine(file))
    try:
        parsed = sa.make_url(_hosts_as_query(url))
    except sa.exc.ArgumentError as error:
        message = "--database: not a database URL; expected postgresql://user@host/name"
        raise InvalidInput(message) from error
    if parsed.get_backend_name() != "postgresql":
        message = (
            f"--database: {parsed.drivername} is not supported; give a postgresql:// URL, "
            "or none for the database inside the data folder"
        )
        raise InvalidInput(message)
    patience = {name: value for name, value in _PATIENCE.items() if name not in parsed.query}
    engine = sa.create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_size=_POOL_SIZE,
        max_overflow=_POOL_OVERFLOW,
        pool_timeout=_POOL_WAIT_S,
        connect_args=patience,
    )
    return Database(engine)


def is_in_use(file: Path) -> bool:
    """Whether another process has the SQLite ``file`` open; whoever opens it sees what else is."""
    try:
        with closing(sqlite.connect(str(file), isolation_level=None, timeout=0)) as connection:
            # Nobody may leave the write-ahead log while somebody else reads it.
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite.DatabaseError as error:
        return "locked" in str(error)
    return False


def _hosts_as_query(url: str) -> str:
    """``//h1:p1,h2:p2/db`` as SQLAlchemy spells it: ``///db?host=h1:p1&host=h2:p2``."""
    found = _SEVERAL_HOSTS.match(url)
    if found is None:
        return url
    path, _, query = url[found.end() :].partition("?")
    hosts = "&".join(f"host={host}" for host in found["hosts"].split(","))
    return f"{found['before']}{path}?{hosts}" + (f"&{query}" if query else "")


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
