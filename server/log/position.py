"""Knows a database that came from a backup: how far it once was is kept beside it, in a file.

The file names only what was committed before, so it is never ahead of the database it speaks of,
also when a synchronous standby has taken over.  A database that lacks what the file names has
lost acknowledged records: the server then begins a new generation, and stations send again.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from server.db.storable import upsert
from server.db.tables import event, plant, projection_cursor, situation
from server.files import write_durably
from server.log.identity import FEED, LOG, head

if TYPE_CHECKING:
    from pathlib import Path

    from server.db.engine import Database

FILE_NAME = "position.json"
_WITHIN_S = 1.0

_log = logging.getLogger(__name__)


class Position(Struct, frozen=True, kw_only=True):
    """How far a database was: ``hash`` is that of the event at ``log``.

    ``coming`` is a generation about to begin: found in the database, it has begun.  ``is_copy``
    marks a backup, which is restored whenever it is served.
    """

    generation: str
    log: int
    hash: str
    feed: int
    coming: str = ""
    is_copy: bool = False


def read_position(file: Path) -> Position | None:
    """As written last; None when there is none that can be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Position)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError as error:
        _log.warning("%s is damaged and not used: %s", file, error)
        return None


def write_position(file: Path, position: Position) -> None:
    """Durable when it returns."""
    write_durably(file, msgspec.json.encode(position), mode=0o600)


def position_of(connection: sa.Connection) -> Position:
    """How far the database is, by what was drawn: that was committed, wherever it must be."""
    cursors = projection_cursor.c
    drawn = {row[0]: row[1] for row in connection.execute(sa.select(cursors.source, cursors.pos))}
    return Position(
        generation=connection.execute(sa.select(plant.c.generation)).scalar_one(),
        log=drawn[LOG],
        hash=_hash_at(connection, drawn[LOG]),
        feed=drawn[FEED],
    )


def what_is_missing(connection: sa.Connection, known: Position | None) -> str | None:
    """Why this database cannot be the one that was served before; None when it can."""
    if known is None:
        return None
    generation = connection.execute(sa.select(plant.c.generation)).scalar_one_or_none()
    if generation is None:
        return f"it is empty, and was at event {known.log} and document {known.feed}"
    if known.is_copy:
        return "it is a backup"
    if generation == known.coming:
        return None
    if generation != known.generation:
        return "it is of another time: its generation is not the one served last"
    log, feed = head(connection, LOG), head(connection, FEED)
    if log < known.log or feed < known.feed:
        was = f"it was at event {known.log} and document {known.feed}"
        return f"{was}, and is at event {log} and document {feed}"
    if _hash_at(connection, known.log) not in {known.hash, ""}:
        return f"another event is at position {known.log}"
    return None


def raise_alarm(
    connection: sa.Connection, *, key: str, missing: str, do: str, now_us: int
) -> None:
    """Ask a person to look, on the pages and in the health answer."""
    row = {
        "key": key,
        "origin": "server",
        "kind": "restored",
        "title": "The database came from a backup",
        "detail": f"The database is not the one served before: {missing}. {do}",
        "unit": None,
        "station": None,
        "opened_at": now_us,
        "closed_at": None,
    }
    upsert(connection, situation, row, keep=True)


class PositionKeeper:
    """Writes the position a moment after it moved; never over one that the database lacks."""

    def __init__(self, database: Database, file: Path) -> None:
        self._database = database
        self._file = file
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None

    def moved(self) -> None:
        """There is something to write, soon; callable from any thread."""
        with self._lock:
            if self._timer is None:
                self._timer = threading.Timer(_WITHIN_S, self._write_soon)
                self._timer.daemon = True
                self._timer.start()

    def write(self) -> None:
        """Write it now, unless the database went back under us."""
        # The file first: what it says was committed before we ask the database.
        known = read_position(self._file)
        with self._database.read() as connection:
            missing = what_is_missing(connection, known)
            position = position_of(connection)
        if missing is not None:
            _log.error("the database went back (%s): restart the server", missing)
        elif position != known:
            write_position(self._file, position)

    def close(self) -> None:
        """Write what has not been written yet."""
        with self._lock:
            timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
            timer.join()
        self._write_if_possible()

    def _write_soon(self) -> None:
        with self._lock:
            self._timer = None
        self._write_if_possible()

    def _write_if_possible(self) -> None:
        try:
            self.write()
        except (sa.exc.DBAPIError, sa.exc.TimeoutError) as error:
            _log.info("the database is away, its position is not noted: %s", error)
        except OSError as error:
            _log.warning("%s cannot be written: %s", self._file, error)


def _hash_at(connection: sa.Connection, pos: int) -> str:
    """Empty when no event is there (any more)."""
    statement = sa.select(event.c.hash).where(event.c.pos == pos)
    return connection.execute(statement).scalar_one_or_none() or ""
