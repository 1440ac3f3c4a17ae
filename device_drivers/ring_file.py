"""What went over a device's wire, on the disk: the last megabytes of it, for support and replay.

A ring is two files of JSON lines, ``T-07.ring`` and, before it, ``T-07.ring.old``: when the first
is full it takes the place of the second.  One thread writes for all devices.  It never waits for
the disk (no fsync), and a driver never waits for it: what cannot be written is counted and left
out.
"""

from __future__ import annotations

import logging
import queue
import threading
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from urllib.parse import quote

import msgspec
from msgspec import Struct

from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

logger = logging.getLogger(__name__)

LIMIT_BYTES = 8 * 1024 * 1024
SUFFIX, OLD_SUFFIX = ".ring", ".ring.old"
#: Records waiting for the writer; more than a slow disk can ever owe us.
MOST_WAITING = 20_000
CLOSE_S = 2.0

What: TypeAlias = Literal["opened", "in", "out", "ended", "note", "status"]


class Record(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One line of a ring.

    ``at_us`` is UTC since 1970.  ``text`` holds bytes as Latin-1, one character each: telegrams
    stay readable and no byte is lost.  ``skipped`` counts records lost just before this one.
    """

    at_us: int
    what: What
    text: str = ""
    note: dict[str, Any] = {}
    skipped: int = 0

    @property
    def payload(self) -> bytes:
        """The bytes of an ``in`` or ``out`` record."""
        return self.text.encode("latin-1")


class Ring:
    """The two files of one device; used by the writer's thread only."""

    def __init__(self, path: Path, limit_bytes: int) -> None:
        self._path = path
        self._half_bytes = limit_bytes // 2
        self._is_failing = False

    def write(self, lines: bytes) -> None:
        """Append; a disk that refuses costs the recording and nothing else."""
        try:
            self._append(lines)
        except OSError as error:
            if not self._is_failing:
                logger.warning("%s cannot be written: %s; work goes on", self._path, error)
            self._is_failing = True
        else:
            self._is_failing = False

    def _append(self, lines: bytes) -> None:
        size = self._path.stat().st_size if self._path.exists() else 0
        if size and size + len(lines) > self._half_bytes:
            self._path.replace(self._path.with_suffix(OLD_SUFFIX))
        with self._path.open("ab", buffering=0) as file:
            file.write(lines)


class Recorder:
    """Writes the rings of all devices; opened and closed with the station."""

    def __init__(self, folder: Path, *, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._rings: dict[str, Ring] = {}
        self._skipped: dict[str, int] = {}
        self._waiting: queue.SimpleQueue[tuple[str, Record] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._write, name="device rings", daemon=True)

    def open(self) -> None:
        """Begin.  A folder that cannot be made is said once; work goes on without recording."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            logger.warning("%s cannot be made: %s; devices are not recorded", self._folder, error)
        self._thread.start()

    def put(self, device: str, record: Record) -> None:
        """Keep ``record``; returns at once."""
        if self._waiting.qsize() >= MOST_WAITING:
            self._skipped[device] = self._skipped.get(device, 0) + 1
            return
        skipped = self._skipped.pop(device, 0)
        if skipped:
            record = msgspec.structs.replace(record, skipped=skipped)
        self._waiting.put((device, record))

    def close(self) -> None:
        """Write what waits and end; blocks for at most two seconds."""
        self._waiting.put(None)
        self._thread.join(CLOSE_S)

    def _write(self) -> None:
        is_open = True
        while is_open:
            batch: dict[str, bytearray] = {}
            is_open = self._collect(batch)
            for device, lines in batch.items():
                self._ring(device).write(bytes(lines))

    def _collect(self, batch: dict[str, bytearray]) -> bool:
        """Wait for a record and take all that wait with it; False after the last."""
        waited = self._waiting.get()
        while waited is not None:
            device, record = waited
            lines = batch.setdefault(device, bytearray())
            lines += _line(record)
            if len(lines) >= self._limit_bytes // 4:
                return True
            try:
                waited = self._waiting.get_nowait()
            except queue.Empty:
                return True
        return False

    def _ring(self, device: str) -> Ring:
        if device not in self._rings:
            path = self._folder / ring_name(device)
            self._rings[device] = Ring(path, self._limit_bytes)
        return self._rings[device]


def _line(record: Record) -> bytes:
    try:
        return msgspec.json.encode(record) + b"\n"
    except (TypeError, ValueError, OverflowError):
        # A note no driver should have made must not end the recording of all devices.
        note = {"unwritable": repr(record.note)}
        return msgspec.json.encode(msgspec.structs.replace(record, note=note)) + b"\n"


def ring_name(device: str) -> str:
    """The file of a device whatever it is called."""
    return quote(device, safe=" ") + SUFFIX


def read_ring(path: Path) -> Iterator[Record]:
    """The records of a ring, oldest first; a line cut short by a power cut is passed over.

    Raises:
        InvalidInput: the file cannot be read, or is no ring.
    """
    old = path.with_suffix(OLD_SUFFIX)
    is_newer_half = path.name.endswith(SUFFIX)
    if is_newer_half and old.exists():
        yield from _read_half(old)
    yield from _read_half(path)


def _read_half(path: Path) -> Iterator[Record]:
    decode = msgspec.json.Decoder(Record).decode
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}). Name a device's .ring file."
        raise InvalidInput(message) from error
    is_ring = not lines
    for line in lines:
        try:
            record = decode(line)
        except msgspec.DecodeError:
            continue
        is_ring = True
        yield record
    if not is_ring:
        message = f"{path}: this is no ring file of a device: not one line of it is a record."
        raise InvalidInput(message)


def status_note(state: str, detail: str | None, identity: str | None) -> Mapping[str, Any]:
    """What a ring keeps of a device's status."""
    note = {"state": state, "detail": detail, "identity": identity}
    return {key: value for key, value in note.items() if value is not None}
