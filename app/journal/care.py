"""What a technician does with the journal as a whole: check it, write it out, copy it."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.durable import sync_folder, write_whole
from app.journal.copies import copy_journal
from app.journal.export import count_events, export, stored_station
from app.journal.verify import verify
from app.ports.journal_care import Checked, Place, Written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

    from app.journal.verify import HeadMessage, ReadBlob
    from app.ports.journal_care import OnProgress

_TOLD_EVERY = 500


class FileCare:
    """Implements :class:`app.ports.journal_care.JournalCare` for the journal at ``path``.

    ``sticks`` are the removable drives there are now; ``own`` is the station's own folder for
    what is written out.
    """

    def __init__(
        self,
        path: Path,
        *,
        own: Path,
        sticks: Callable[[], Sequence[Path]],
        read_blob: ReadBlob,
        head_message: HeadMessage,
        now_us: Callable[[], int],
    ) -> None:
        self._path = path
        self._own = own
        self._sticks = sticks
        self._read_blob = read_blob
        self._head_message = head_message
        self._now_us = now_us

    def places(self) -> tuple[Place, ...]:
        with suppress(OSError):
            self._own.mkdir(parents=True, exist_ok=True)
        sticks = (_place(stick, is_removable=True) for stick in self._sticks())
        found = (*sticks, _place(self._own, is_removable=False))
        return tuple(place for place in found if place is not None)

    def check(self, told: OnProgress) -> Checked:
        total = count_events(self._path)
        verdict = verify(
            self._path,
            read_blob=self._read_blob,
            head_message=self._head_message,
            told=lambda events: told(events, total),
        )
        bad = verdict.first_bad
        first = () if bad is None else (f"event {bad.seq} (epoch {bad.epoch}): {bad.what}",)
        return Checked(verdict.events, (*first, *verdict.problems))

    def export(self, folder: str, told: OnProgress) -> Written:
        total, count = count_events(self._path), 0
        target = self._target(folder, ".jsonl")

        def write(file: BinaryIO) -> None:
            nonlocal count
            for raw in export(self._path):
                file.write(raw + b"\n")
                count += 1
                if count % _TOLD_EVERY == 0:
                    told(count, total)

        write_whole(target, write)
        sync_folder(target.parent)
        return Written(str(target), count)

    def copy(self, folder: str, told: OnProgress) -> Written:
        target = self._target(folder, ".db")
        copied = copy_journal(self._path, target, told=told)
        return Written(str(target), copied.seq)

    def _target(self, folder: str, suffix: str) -> Path:
        stamp = datetime.fromtimestamp(self._now_us() / 1e6, UTC).strftime("%Y%m%dT%H%M%SZ")
        station = stored_station(self._path) or "station"
        return Path(folder) / f"asbuilt-{station}-{stamp}{suffix}"


def _place(folder: Path, *, is_removable: bool) -> Place | None:
    """None where nothing can be written any more: a stick may be pulled at any time."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return None
    return Place(folder.name, str(folder), free, is_removable)
