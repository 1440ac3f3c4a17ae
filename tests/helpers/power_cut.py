"""A disk that loses, at a power cut, any of the writes nobody had synced.

Files live in memory.  A cut keeps each unsynced 512-byte sector or drops it, at random.  Single
calls can be made to fail: a write for want of room, a sync for good, as a system does that
reports an error once and then takes what it could not write for written.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import apsw

SECTOR = 512


def _nothing() -> apsw.Error | None:
    return None


class PowerCut(Exception):
    """The moment the lights go out."""


@dataclass(slots=True)
class _File:
    seen: bytearray = field(default_factory=bytearray)
    durable: bytearray = field(default_factory=bytearray)
    #: Unsynced writes in order; no content means the file was cut to that length.
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)


class Disk(apsw.VFS):
    """Counts writes and syncs; after ``cut_after`` of them every call raises PowerCut."""

    def __init__(self, name: str, seed: int) -> None:
        self.name = name
        self.files: dict[str, _File] = {}
        self.random = random.Random(seed)  # noqa: S311 (repeatable)
        self.cut_after: int | None = None
        self.syncs_fail = False
        #: Asked before each write and sync; returns the error to raise, or None.
        self.write_fault: Callable[[], apsw.Error | None] = _nothing
        self.sync_fault: Callable[[], apsw.Error | None] = _nothing
        #: How likely an unsynced sector survives.
        self.keeps = 0.5
        self._steps = 0
        super().__init__(name, base="")

    def connect(self, path: str) -> apsw.Connection:
        db = apsw.Connection(path, vfs=self.name)
        db.pragma("locking_mode", "exclusive")  # this disk has no shared memory
        return db

    def cut_in(self, steps: int) -> None:
        self._steps, self.cut_after = 0, steps

    def step(self) -> None:
        self._steps += 1
        if self.cut_after is not None and self._steps > self.cut_after:
            raise PowerCut

    def power_returns(self) -> None:
        """Every file is what the sectors that made it say."""
        self.cut_after = None
        for file in self.files.values():
            self.settle_at_random(file)
            file.seen = bytearray(file.durable)

    def settle_at_random(self, file: _File) -> None:
        """Some of what was not synced reaches the disk; from now on nobody remembers the rest."""
        for offset, content in file.pending:
            if content is None:
                if self.random.random() < self.keeps:
                    del file.durable[offset:]
            else:
                self._keep_some_sectors(file.durable, offset, content)
        file.pending.clear()

    def _keep_some_sectors(self, durable: bytearray, offset: int, content: bytes) -> None:
        for start in range(0, len(content), SECTOR):
            if self.random.random() < self.keeps:
                write(durable, offset + start, content[start : start + SECTOR])

    def xOpen(  # noqa: N802
        self, name: str | apsw.URIFilename | None, flags: list[int]
    ) -> apsw.VFSFile:
        flags[1] = flags[0]
        if not name:
            return _OpenFile(self, _File())  # type: ignore[return-value]  # nobody finds it again
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        return _OpenFile(self, self.files.setdefault(path, _File()))  # type: ignore[return-value]  # any object with the methods will do

    def xAccess(self, pathname: str, flags: int) -> bool:  # noqa: N802, ARG002
        return pathname in self.files

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802, ARG002
        self.step()
        self.files.pop(filename, None)

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name


class _OpenFile:
    def __init__(self, disk: Disk, file: _File) -> None:
        self._disk = disk
        self._file = file

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        return bytes(self._file.seen[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.step()
        error = self._disk.write_fault()
        if error is not None:
            raise error
        content = bytes(data)
        write(self._file.seen, offset, content)
        self._file.pending.append((offset, content))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._disk.step()
        del self._file.seen[newsize:]
        self._file.pending.append((newsize, None))

    def xSync(self, flags: int) -> None:  # noqa: N802, ARG002
        self._disk.step()
        if self._disk.syncs_fail:
            raise apsw.IOError
        error = self._disk.sync_fault()
        if error is not None:
            self._disk.settle_at_random(self._file)
            raise error
        for offset, content in self._file.pending:
            if content is None:
                del self._file.durable[offset:]
            else:
                write(self._file.durable, offset, content)
        self._file.pending.clear()

    def xFileSize(self) -> int:  # noqa: N802
        return len(self._file.seen)

    def xLock(self, level: int) -> None: ...  # noqa: N802
    def xUnlock(self, level: int) -> None: ...  # noqa: N802
    def xClose(self) -> None: ...  # noqa: N802

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xFileControl(self, op: int, ptr: int) -> bool:  # noqa: N802, ARG002
        return False

    def xSectorSize(self) -> int:  # noqa: N802
        return SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0


def write(target: bytearray, offset: int, content: bytes) -> None:
    if len(target) < offset:
        target.extend(bytes(offset - len(target)))
    target[offset : offset + len(content)] = content
