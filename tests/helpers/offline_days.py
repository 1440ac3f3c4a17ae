"""What a station gathers in days without its server: notes, and photos of real size."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from pathlib import Path

from app.journal.store import JournalStore
from app.ports.journal import NewEvent
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from tests.helpers.journal_rig import STATION, curve, note

_EVENTS_AT_ONCE = 500
_SMALLEST_PHOTO, _LARGEST_PHOTO = 20_000, 400_000


@dataclass(frozen=True, slots=True)
class OfflineDays:
    """How much there is, and the photos by name."""

    events: int
    photos: tuple[str, ...]


def work_offline(folder: Path, *, events: int, photos: int, station: str = STATION) -> OfflineDays:
    """A journal ``j.db`` and its ``blobs`` in ``folder``; every so many events name a photo."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(4)  # noqa: S311 (repeatable)
    files = BlobFiles(folder / "blobs")
    store = JournalStore(
        folder / "j.db", station=station, clock=SystemClock(), random_bytes=os.urandom
    )
    store.open()
    names: list[str] = []
    batch: list[NewEvent] = []
    for number in range(events):
        if number % (events // photos) == 0 and len(names) < photos:
            names.append(files.write(_photo(chance)))
            batch.append(curve(names[-1], str(number)))
        else:
            batch.append(note(f"note {number}"))
        if len(batch) == _EVENTS_AT_ONCE or number == events - 1:
            store.append(batch)
            batch = []
    store.close()
    return OfflineDays(events, tuple(names))


def _photo(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(_SMALLEST_PHOTO, _LARGEST_PHOTO))
