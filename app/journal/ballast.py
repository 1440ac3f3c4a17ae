"""Room set aside on the disk, given up when it is full: the last facts still fit then."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK = bytes(1 << 16)


class Ballast:
    """A file of ``size`` bytes that holds nothing.  A size of 0 means there is none."""

    def __init__(self, path: Path, size: int) -> None:
        self._path = path
        self._size = size

    @property
    def is_there(self) -> bool:
        return self._size > 0 and self._path.is_file()

    def make(self) -> bool:
        """Set the room aside, unless that would take the last of it; says whether it is there."""
        if self._size == 0:
            return False
        try:
            if self._path.is_file() and self._path.stat().st_size == self._size:
                return True
            if shutil.disk_usage(self._path.parent).free < 2 * self._size:
                return False
            self._write()
        except OSError:
            self.release()
            return False
        return True

    def release(self) -> bool:
        """Give it up; says whether there was any."""
        was_there = self.is_there
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        return was_there and not self.is_there

    def _write(self) -> None:
        with self._path.open("wb") as file:
            # Real blocks, not a hole: a hole would set nothing aside.
            for start in range(0, self._size, len(_CHUNK)):
                file.write(_CHUNK[: self._size - start])
            file.flush()
            os.fsync(file.fileno())
