"""One process a journal: a lock the operating system gives up when its holder dies."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from app.domain.errors import StorageFault, storage_reason

if TYPE_CHECKING:
    from pathlib import Path


class LockFile:
    """Held from :meth:`acquire` to :meth:`release`.  The file stays; only its lock counts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock now or not at all.

        Raises:
            StorageFault: another process has it, or the file cannot be made.
        """
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            msg = (
                f"{self._path}: the journal's lock file cannot be made: {error.strerror}; "
                "check permissions and mount of its folder"
            )
            raise StorageFault(msg, reason=storage_reason(error)) from error
        try:
            _lock(handle)
        except OSError as error:
            holder = os.read(handle, 20).decode("ascii", "replace").strip() or "unknown"
            os.close(handle)
            msg = (
                f"{self._path}: this journal is open in another process ({holder}); "
                "only one station may write it: stop the other one first"
            )
            raise StorageFault(msg, reason="locked_by_other") from error
        self._handle = handle
        # Only for the sentence above: a full or read-only disk must not keep the journal shut.
        with suppress(OSError):
            os.ftruncate(handle, 0)
            os.write(handle, str(os.getpid()).encode())

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    #: Windows locks are mandatory: beyond the process id, so that it stays readable.
    _LOCKED_BYTE = 1_024

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
