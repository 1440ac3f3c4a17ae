"""The journal file: its tables, its engine and how it is opened."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import apsw

from app.domain.errors import InvalidInput, StorageFault

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Versions before this one can corrupt a WAL database used by two connections.
OLDEST_ENGINE = (3, 51, 3)
BUSY_TIMEOUT_MS = 5_000
#: About 4 MB: the WAL is overwritten in place, which is cheaper than letting it grow.
WAL_PAGES = 1_000
WAL_BYTES_KEPT = 16 * 1024 * 1024

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
CREATE TABLE IF NOT EXISTS document (
  kind TEXT NOT NULL, key TEXT NOT NULL, pos INTEGER NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT;
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


def connect_writer(path: Path, connect: Connect) -> apsw.Connection:
    """The one writing connection, with its tables, checked for damage.

    Raises:
        StorageFault: the file cannot be opened, or is damaged.
    """
    check_engine(apsw.sqlite_lib_version())
    try:
        db = connect(str(path))
    except apsw.Error as error:
        raise fault(path, error) from error
    try:
        _prepare(db)
    except apsw.Error as error:
        db.close()
        raise fault(path, error) from error
    return db


def _prepare(db: apsw.Connection) -> None:
    db.set_busy_timeout(BUSY_TIMEOUT_MS)
    for statement in PRAGMAS:
        db.execute(statement)
    db.execute("BEGIN IMMEDIATE")
    db.execute(TABLES)
    db.execute("COMMIT")
    problem = db.execute("PRAGMA quick_check(1)").get
    if problem != "ok":
        raise apsw.CorruptError(str(problem))


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
        try:
            yield db
        finally:
            db.close()


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


def fault(path: Path, error: apsw.Error, *, doing: str = "written") -> StorageFault:
    """What happened to the file at ``path``, in a sentence that says what to do."""
    what, action = _EXPLAINED.get(type(error), ("the storage engine failed", "report this"))
    return StorageFault(f"{path} cannot be {doing}: {what} ({error}); {action}")


_DAMAGED = ("the file is damaged or no journal", "set it aside and restore the newest copy")
_EXPLAINED: dict[type[apsw.Error], tuple[str, str]] = {
    apsw.FullError: ("the disk is full", "free some space, then try again"),
    apsw.IOError: ("the disk reported an error", "check the disk and its cable, then restart"),
    apsw.CorruptError: _DAMAGED,
    apsw.NotADBError: _DAMAGED,
    apsw.ReadOnlyError: ("the file or its disk is read-only", "check permissions and mount"),
    apsw.PermissionsError: ("access was refused", "check the file's permissions"),
    apsw.CantOpenError: ("the file cannot be opened", "check the folder and its permissions"),
    apsw.BusyError: ("another program holds the file", "close it, then try again"),
    apsw.LockedError: ("another program holds the file", "close it, then try again"),
    apsw.NoMemError: ("memory ran out", "restart the station"),
}
