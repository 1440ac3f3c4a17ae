"""The journal file: its tables, its engine and how it is opened."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import apsw

from app.domain.errors import InvalidInput, StorageFault, storage_reason
from app.durable import begin_private
from app.journal.faults import fault
from app.journal.told_units import TABLES as TOLD_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Versions before this one can corrupt a WAL database used by two connections.
OLDEST_ENGINE = (3, 51, 3)
BUSY_TIMEOUT_MS = 5_000
#: About 4 MB: the WAL is overwritten in place, which is cheaper than letting it grow.
WAL_PAGES = 1_000
WAL_BYTES_KEPT = 16 * 1024 * 1024

#: Of the tables below.  0.1.0 wrote 0; 2 added checkpoints and sealed segments, 3 which
#: units are in which segment; software of 2 seals without that, and such segments are all read.
SCHEMA_VERSION = 3
#: Software that knows this version may write the file too.
WRITABLE_FROM = 2
#: About 100 MB: checked whole at every start.  Larger files are checked beside the work.
PAGES_CHECKED_AT_START = 25_000

#: The event table never migrates: what changes is read through the kind's version.
#: ``epoch.acked`` is what the server confirmed; ``closed`` says why it may take no more.
TABLES = """
CREATE TABLE IF NOT EXISTS event (
  epoch INTEGER NOT NULL, seq INTEGER NOT NULL, event_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL, unit TEXT, at INTEGER NOT NULL, raw BLOB NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (epoch, seq)
) STRICT;
CREATE INDEX IF NOT EXISTS event_unit ON event (unit, epoch, seq) WHERE unit IS NOT NULL;
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS epoch (
  epoch INTEGER PRIMARY KEY, acked INTEGER NOT NULL, fork TEXT, closed TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS sync_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS head (
  epoch INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL,
  public_key TEXT NOT NULL, PRIMARY KEY (epoch, seq)
) STRICT;
CREATE TABLE IF NOT EXISTS checkpoint (
  epoch INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL,
  public_key TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (epoch, seq)
) STRICT;
CREATE TABLE IF NOT EXISTS segment (
  last_epoch INTEGER NOT NULL, last_seq INTEGER NOT NULL, first_epoch INTEGER NOT NULL,
  first_seq INTEGER NOT NULL, events INTEGER NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL,
  suffix TEXT NOT NULL, PRIMARY KEY (last_epoch, last_seq)
) STRICT;
CREATE TABLE IF NOT EXISTS sealed_unit (
  unit TEXT NOT NULL, last_epoch INTEGER NOT NULL, last_seq INTEGER NOT NULL,
  PRIMARY KEY (unit, last_epoch, last_seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (
  kind TEXT NOT NULL, key TEXT NOT NULL, pos INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT;
CREATE INDEX IF NOT EXISTS document_pos ON document (kind, pos);
CREATE TABLE IF NOT EXISTS blob_sent (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS blob_wanted (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
"""

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # FULL: an acknowledged event must survive a power cut; NORMAL loses some.
    "PRAGMA synchronous=FULL",
    f"PRAGMA wal_autocheckpoint={WAL_PAGES}",
    f"PRAGMA journal_size_limit={WAL_BYTES_KEPT}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA cell_size_check=ON",
    "PRAGMA trusted_schema=OFF",
)


def check_engine(version: str) -> None:
    """Refuse an SQLite that can damage the journal.

    Raises:
        StorageFault: the engine is too old.
    """
    if tuple(int(part) for part in version.split(".")[:3]) < OLDEST_ENGINE:
        wanted = ".".join(str(part) for part in OLDEST_ENGINE)
        msg = (
            f"SQLite {version} can damage the journal; install apsw with SQLite {wanted} or newer"
        )
        raise StorageFault(msg)


#: Opens the file read-write, creating it.
Connect: TypeAlias = Callable[[str], apsw.Connection]


def connect_writer(path: Path, connect: Connect, *, is_suspect: bool = False) -> apsw.Connection:
    """The one writing connection, with its tables; ``is_suspect`` has all of it checked.

    Raises:
        StorageFault: the file cannot be opened, is damaged, or newer than this software.
    """
    check_engine(apsw.sqlite_lib_version())
    begin_private(path)  # it holds the list of people, with the hashes of their PINs
    try:
        db = connect(str(path))
    except apsw.Error as error:
        raise fault(path, error) from error
    try:
        _prepare(db, path, is_suspect=is_suspect)
    except apsw.Error as error:
        close(db)
        raise fault(path, error) from error
    except BaseException:
        close(db)
        raise
    return db


def close(db: apsw.Connection) -> None:
    """Give the handle up, whatever the disk says: closing checkpoints, and that may fail."""
    try:
        db.close()
    except apsw.Error:
        db.close(force=True)


def _prepare(db: apsw.Connection, path: Path, *, is_suspect: bool) -> None:
    if db.readonly("main"):
        # Now: SQLite goes on as a reader and leaves a log behind that nobody may write either.
        msg = "it may only be read"
        raise apsw.ReadOnlyError(msg)
    db.set_busy_timeout(BUSY_TIMEOUT_MS)
    if db.pragma("page_count") == 0:
        # A new file.  It will give room back step by step; said later it would be too late.
        db.pragma("auto_vacuum", "incremental")
    for statement in PRAGMAS:
        db.execute(statement)
    if is_suspect or is_short(db):
        problem = structure_problem(db)
        if problem is not None:
            raise apsw.CorruptError(problem)
    db.execute("BEGIN IMMEDIATE")
    written = int(db.pragma("user_version"))
    _check_version(db, path, written)
    db.execute(TABLES + TOLD_TABLES)
    if written < SCHEMA_VERSION:
        mark = ("writable_from", str(WRITABLE_FROM))
        db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", mark)
        db.pragma("user_version", SCHEMA_VERSION)
    db.execute("COMMIT")
    _make_durable(db, is_suspect=is_suspect)


def _make_durable(db: apsw.Connection, *, is_suspect: bool) -> None:
    """What is read from now on must survive a power cut, for others act on it.

    A killed process, or a sync that failed, leaves changes in the system's memory that look
    written.  A tool that repeats such a result would hear that it is here, and forget it.  The
    checkpoint syncs the log, writes its pages once more to the file and syncs that.
    """
    (_, in_log, written), *_ = db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    if in_log == written:
        return
    if is_suspect:
        msg = "changes from before the disk's error are still in use there"
        raise apsw.BusyError(msg)
    # Somebody reads an older state; a commit syncs the log as well.
    db.execute("INSERT OR REPLACE INTO meta VALUES ('opened_beside_a_reader', '1')")


def _check_version(db: apsw.Connection, path: Path, written: int) -> None:
    if written <= SCHEMA_VERSION:
        return
    needed = int(db.execute("SELECT value FROM meta WHERE key = 'writable_from'").get or written)
    if needed > SCHEMA_VERSION:
        msg = (
            f"{path}: newer software wrote this journal (format {written}; this software knows "
            f"up to {SCHEMA_VERSION}); install that software again, the file is untouched"
        )
        raise StorageFault(msg, reason="too_new")


def is_short(db: apsw.Connection) -> bool:
    """Whether checking all of it takes no time worth speaking of."""
    return int(db.pragma("page_count")) <= PAGES_CHECKED_AT_START


def structure_problem(db: apsw.Connection) -> str | None:
    """What is wrong with the file's pages, None when nothing is.  Reads all of it."""
    found = db.execute("PRAGMA quick_check(1)").get
    return None if found == "ok" else str(found)


def has_table(db: apsw.Connection, name: str) -> bool:
    """A file only ever read keeps the tables of the software that wrote it."""
    return bool(db.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).get)


@contextmanager
def reader(path: Path) -> Iterator[apsw.Connection]:
    """A read-only connection beside a running station, or on a copy that cannot be written.

    Raises:
        InvalidInput: there is no such file.
        StorageFault: it is no journal, or too damaged to open.
    """
    check_engine(apsw.sqlite_lib_version())
    if not path.is_file():
        msg = f"{path}: there is no journal here; give the path of a journal file"
        raise InvalidInput(msg)
    with tempfile.TemporaryDirectory(prefix="asbuilt-journal-") as scratch:
        try:
            db = _open_read_only(path, Path(scratch))
        except apsw.Error as error:
            raise fault(path, error, doing="read") from error
        except OSError as error:
            msg = f"{path} cannot be read: {error.strerror}; {_way_out(error, Path(scratch))}"
            raise StorageFault(msg, reason=storage_reason(error)) from error
        try:
            yield db
        finally:
            db.close()


def _way_out(error: OSError, scratch: Path) -> str:
    if isinstance(error, PermissionError):
        return "read it as the user it belongs to"
    return f"see that {scratch.parent} has room for a copy of it, or set TMPDIR to where there is"


def _open_read_only(path: Path, scratch: Path) -> apsw.Connection:
    try:
        return _probed(path)
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        # WAL needs a place for its index; a read-only folder has none, a copy has.
        for suffix in ("", "-wal"):
            source = path.with_name(path.name + suffix)
            if source.is_file():
                shutil.copyfile(source, scratch / source.name)
        return _probed(scratch / path.name)


def _probed(path: Path) -> apsw.Connection:
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        db.set_busy_timeout(BUSY_TIMEOUT_MS)
        db.execute("SELECT count(*) FROM meta").fetchall()
    except apsw.SQLError as error:
        db.close()
        msg = "it is no journal"
        raise apsw.NotADBError(msg) from error
    except apsw.Error:
        db.close()
        raise
    return db
