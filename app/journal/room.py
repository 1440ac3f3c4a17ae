"""Gives the room of removed events back to the disk, also when the disk has hardly any left.

Journals are made so that they can shrink step by step.  Those of older software have to be
written anew for that, once, and only where there is room for it.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import StorageFault

if TYPE_CHECKING:
    from app.journal.store import JournalStore

#: 4 MB: what the log holds before it is used again, and no long wait for who appends meanwhile.
PAGES_AT_ONCE = 1_000
#: Never the last of the disk: the log, the lock and the segments need some.
SPARE_BYTES = 32 * 1024 * 1024
_INCREMENTAL = 2


@dataclass(frozen=True, slots=True)
class Room:
    """By how much the file became smaller; ``kept_for`` says why it did not, "" when it did."""

    freed_bytes: int
    kept_for: str = ""


def give_back(store: JournalStore) -> Room:
    """Shrink the file to what is in it.  Safe to interrupt: the next time does the rest.

    Raises:
        StorageFault: the disk refused; every event is still there.
    """
    with store.read() as db:
        page_bytes = int(db.pragma("page_size"))
        before, free = int(db.pragma("page_count")), int(db.pragma("freelist_count"))
        can_shrink = int(db.pragma("auto_vacuum")) == _INCREMENTAL
    if free == 0:
        return Room(0)
    if can_shrink:
        _shrink(store)
    else:
        why_not = _write_anew(store, (before - free) * page_bytes)
        if why_not:
            return Room(0, why_not)
    with store.read() as db:
        # The file itself becomes shorter now and not at some later time.
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return Room((before - int(db.pragma("page_count"))) * page_bytes)


def _shrink(store: JournalStore) -> None:
    while True:
        with store.transaction() as db:
            db.execute(f"PRAGMA incremental_vacuum({PAGES_AT_ONCE})").fetchall()
            if int(db.pragma("freelist_count")) == 0:
                return


def _write_anew(store: JournalStore, content_bytes: int) -> str:
    """Why it was not done; "" when it was."""
    # Once beside the file and once in its log, before the file itself becomes smaller.
    needed = 2 * content_bytes + SPARE_BYTES
    try:
        has_room = shutil.disk_usage(store.path.parent).free >= needed
    except OSError:
        has_room = False
    if not has_room:
        return _no_room(needed)
    try:
        with store.read() as db:
            db.execute("PRAGMA auto_vacuum=INCREMENTAL; VACUUM")
    except StorageFault as fault:
        if fault.reason != "full":
            raise
        store.reopen()
        return _no_room(needed)
    return ""


def _no_room(needed: int) -> str:
    return (
        f"the file keeps its size and fills the room again: to make it smaller once takes "
        f"{needed / 1e6:.0f} MB free on its disk; free that much and prune again"
    )
