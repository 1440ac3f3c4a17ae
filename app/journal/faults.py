"""What went wrong with a file, as a fault whose sentence says what to do."""

from __future__ import annotations

import errno
import os
import tempfile
from typing import TYPE_CHECKING

import apsw

from app.domain.errors import StorageFault, StorageReason

if TYPE_CHECKING:
    from pathlib import Path


def fault(path: Path, error: apsw.Error, *, doing: str = "written") -> StorageFault:
    """What happened to the file at ``path``, in a sentence that says what to do."""
    reason, what, action = _EXPLAINED.get(type(error), _UNKNOWN)
    if reason == "io" and _is_on_read_only_disk(path):
        reason, what, action = _READ_ONLY
    return StorageFault(f"{path} cannot be {doing}: {what} ({error}); {action}", reason=reason)


def _is_on_read_only_disk(path: Path) -> bool:
    """A disk that fails is often made read-only by the system, and then only says "I/O error"."""
    if os.name != "posix":
        return False
    try:
        if os.statvfs(path.parent).f_flag & os.ST_RDONLY:
            return True
        # After an error of its own a file system may refuse every write and not say so there.
        with tempfile.TemporaryFile(dir=path.parent):
            return False
    except OSError as error:
        return error.errno == errno.EROFS


_Explanation = tuple[StorageReason, str, str]
_UNKNOWN: _Explanation = ("io", "the storage engine failed", "report this")
_READ_ONLY: _Explanation = (
    "read_only",
    "the file or its disk is read-only",
    "check permissions and mount",
)
_DAMAGED: _Explanation = (
    "damaged",
    "the file is damaged or no journal",
    "set it aside (asbuilt journal set-aside) and restore the newest copy, or begin a new one",
)
_HELD: _Explanation = (
    "locked_by_other",
    "another program holds the file",
    "close it, then try again",
)
_EXPLAINED: dict[type[apsw.Error], _Explanation] = {
    apsw.FullError: ("full", "the disk is full", "free some space, then try again"),
    apsw.IOError: (
        "io",
        "the disk reported an error",
        "check the disk and its cable, then restart",
    ),
    apsw.CorruptError: _DAMAGED,
    apsw.NotADBError: _DAMAGED,
    # Our statements fit our tables: these are not ours any more.
    apsw.SQLError: _DAMAGED,
    apsw.MismatchError: _DAMAGED,
    apsw.ReadOnlyError: _READ_ONLY,
    apsw.PermissionsError: ("read_only", "access was refused", "check the file's permissions"),
    apsw.CantOpenError: (
        "io",
        "the file cannot be opened",
        "check the folder and its permissions",
    ),
    apsw.BusyError: _HELD,
    apsw.LockedError: _HELD,
    apsw.NoMemError: ("io", "memory ran out", "restart the station"),
}
