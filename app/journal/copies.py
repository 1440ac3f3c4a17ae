"""Backup and restore: whole copies of a journal, its sealed segments and, if asked, its blobs.

A copy is taken from one moment, also while the station writes; it appears under its name only
when it is whole and on the disk.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import apsw

from app.domain.errors import InvalidInput, StorageFault, storage_reason
from app.durable import begin_private, sync_file, sync_folder
from app.journal.faults import fault
from app.journal.schema import close, has_table, reader, structure_problem
from app.journal.segments import segments_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: So many are copied before somebody is told.
_PAGES_A_STEP = 2_000
#: What may stand beside a journal under its name.
COMPANIONS = ("-wal", "-shm", ".lock", ".ballast")


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds: the newest event in it, its sealed segments and the blobs it names."""

    station: str
    epoch: int
    seq: int
    hash: str
    segments: tuple[str, ...]
    blobs: tuple[str, ...]


def copy_journal(
    source: Path, target: Path, *, told: Callable[[int, int], None] = lambda _done, _total: None
) -> Copied:
    """Copy ``source`` as of now to ``target``, which must not exist yet.

    ``told`` hears how many of how many pages are copied.

    Raises:
        InvalidInput: there is no source, or something is at the target already.
        StorageFault: the source is damaged, or the target cannot be written.
    """
    refuse_to_overwrite(target)
    unfinished = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        begin_private(unfinished)
        with reader(source) as db:
            copied = _copy_pages(db, unfinished, source, told)
            for segment in segments_of(db):
                _copy_file(segment.path_beside(source), segment.path_beside(target))
        sync_file(unfinished)
        unfinished.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        msg = f"{target}: the copy was not made: {error.strerror}; {source} is untouched"
        raise StorageFault(msg, reason=storage_reason(error)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return copied


def refuse_to_overwrite(target: Path) -> None:
    """A journal is never written over.

    Raises:
        InvalidInput: a journal, or a part of one, is at ``target``.
    """
    taken = [
        name
        for suffix in ("", "-wal")
        if (name := target.with_name(target.name + suffix)).exists()
    ]
    taken += sorted(target.parent.glob(target.name + ".*.segment"))
    if taken:
        msg = f"{taken[0]} is there already and is not written over; name another place"
        raise InvalidInput(msg)


def _copy_pages(
    db: apsw.Connection, unfinished: Path, source: Path, told: Callable[[int, int], None]
) -> Copied:
    try:
        # One view for all pages and for what we say of them; it begins with what is read first.
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM meta").fetchall()
        copy = apsw.Connection(str(unfinished))
        try:
            with copy.backup("main", db, "main") as pages:
                while not pages.step(_PAGES_A_STEP):
                    told(pages.page_count - pages.remaining, pages.page_count)
            # One file, complete in itself.
            copy.pragma("journal_mode", "delete")
            problem = structure_problem(copy)
        finally:
            close(copy)
        if problem is not None:
            raise apsw.CorruptError(problem)
        return _describe(db)
    except apsw.Error as error:
        raise fault(source, error, doing="copied") from error


def _describe(db: apsw.Connection) -> Copied:
    newest = db.execute(
        "SELECT epoch, seq, hash FROM event ORDER BY epoch DESC, seq DESC LIMIT 1"
    ).fetchone()
    epoch, seq, hash_hex = newest or (1, 0, "")
    blobs: list[tuple[object, ...]] = []
    if has_table(db, "blob_ref"):
        blobs = db.execute("SELECT sha256 FROM blob_ref ORDER BY sha256").fetchall()
    return Copied(
        station=str(db.execute("SELECT value FROM meta WHERE key = 'station'").get),
        epoch=int(epoch),
        seq=int(seq),
        hash=str(hash_hex),
        segments=tuple(segment.suffix for segment in segments_of(db)),
        blobs=tuple(str(sha256) for (sha256,) in blobs),
    )


def _copy_file(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    sync_file(target)
