"""Files that are there whole or not at all, whatever happens to the power."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from glob import escape
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNFINISHED = ".part"
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, write: Callable[[BinaryIO], object], *, mode: int = 0o644) -> None:
    """Have ``write`` fill a file that gets its name only when its content is on the disk.

    The name itself is safe after :func:`sync_folder`.  Several threads and processes may write
    the same file: each has an unfinished one of its own, and the last name given counts.

    Raises:
        OSError: what was under the name before, or nothing, is still there.
    """
    writer = f"{os.getpid()}-{threading.get_ident()}"
    unfinished = path.with_name(f".{path.name}.{writer}{UNFINISHED}")
    try:
        with os.fdopen(os.open(unfinished, _FLAGS, mode), "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def begin_private(path: Path) -> None:
    """Make an empty file that only its owner may read; one that is there stays as it is.

    For what somebody else fills: SQLite gives the files beside a database the database's rights.
    What is wrong with the place shows when it is filled.
    """
    with suppress(OSError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def sync_file(path: Path) -> None:
    """Make durable what somebody else wrote into a file."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make names in ``folder`` durable."""
    if os.name == "nt":
        return  # Windows keeps names durable by itself and cannot open folders
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_unfinished(path: Path) -> None:
    """What a crash left of earlier tries at ``path``; only where nobody is writing it now."""
    for left in path.parent.glob(f".{escape(path.name)}.*{UNFINISHED}"):
        left.unlink(missing_ok=True)
