"""What the journal's commands share: a store for a file, and answers as JSON lines."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

    from app.journal.store import JournalStore

#: Whose journal it is when a command makes a new one.
LOCAL_STATION = "local"


def store_at(path: Path, *, station: str | None = None) -> JournalStore:
    """A store for ``path``, as the station whose journal it is, else as ``station``."""
    from app.journal.export import stored_station
    from app.journal.store import JournalStore
    from app.runtime.clock import SystemClock

    owner = (stored_station(path) if path.exists() else None) or station or LOCAL_STATION
    return JournalStore(path, station=owner, clock=SystemClock(), random_bytes=os.urandom)


def print_json(answer: object) -> None:
    """One object a line."""
    sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
    sys.stdout.flush()
