"""Sets a journal aside: every file of it under a new name, nothing deleted, nothing changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import apsw

from app.domain.errors import InvalidInput, StorageFault, storage_reason
from app.durable import sync_folder
from app.journal.lockfile import LockFile

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Remains:
    """Where a journal lies now, and what could still be read of it."""

    path: Path
    station: str | None
    epoch: int | None
    head: str | None


def set_aside(path: Path, *, stamp: str) -> Remains:
    """Rename the journal at ``path`` and what belongs to it; ``stamp`` goes into the names.

    Raises:
        InvalidInput: there is no journal, or one was set aside under this stamp.
        StorageFault: a station has it open, or the disk refuses to rename.
    """
    if not path.is_file():
        msg = f"{path}: there is no journal here; give the path of a journal file"
        raise InvalidInput(msg)
    target = path.with_name(f"{path.name}.set-aside-{stamp}")
    if target.exists():
        msg = f"{target} is there already; try again in a second"
        raise InvalidInput(msg)
    lock = LockFile(path.with_name(path.name + ".lock"))
    lock.acquire()
    try:
        _move(path, target)
    except OSError as error:
        msg = f"{path} cannot be renamed: {error.strerror}; nothing of it was lost"
        raise StorageFault(msg, reason=storage_reason(error)) from error
    finally:
        lock.release()
    return _read_remains(target)


def _move(path: Path, target: Path) -> None:
    """The log of newest changes belongs to the file: both get their names before either loses one.

    After a crash half way the journal is still whole under its old name.
    """
    companions = ["", "-wal", "-shm", *_segments(path)]
    pairs = [
        (old, target.with_name(target.name + suffix))
        for suffix in companions
        if (old := path.with_name(path.name + suffix)).exists()
    ]
    try:
        for old, new in pairs:
            new.hardlink_to(old)
    except OSError:
        # Some file systems know no second name: then one after the other.
        for _, new in pairs:
            new.unlink(missing_ok=True)
        for old, new in pairs:
            old.rename(new)
    else:
        sync_folder(path.parent)
        for old, _ in pairs:
            old.unlink()
    sync_folder(path.parent)


def _segments(path: Path) -> list[str]:
    found = path.parent.glob(path.name + ".*.segment")
    return sorted(file.name.removeprefix(path.name) for file in found)


def _read_remains(path: Path) -> Remains:
    station = _try(path, "SELECT value FROM meta WHERE key = 'station'")
    epochs = [
        int(str(found))
        for table in ("epoch", "event", "head", "checkpoint")
        if (found := _try(path, f"SELECT max(epoch) FROM {table}")) is not None  # noqa: S608 (ours)
    ]
    head = _try(path, "SELECT hash FROM event ORDER BY epoch DESC, seq DESC LIMIT 1")
    return Remains(
        path,
        None if station is None else str(station),
        max(epochs, default=None),
        None if head is None else str(head),
    )


def _try(path: Path, query: str) -> object:
    """The answer of a file that may be damaged anywhere; None when it has none."""
    try:
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    except apsw.Error:
        return None
    try:
        return db.execute(query).get
    except (apsw.Error, UnicodeDecodeError):
        return None
    finally:
        db.close(force=True)
