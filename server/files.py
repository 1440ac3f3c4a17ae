"""Files that must be whole or absent: secrets and blobs, durable before they have their name."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from app.durable import sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


_SHA256 = re.compile(r"[0-9a-f]{64}")


def write_durably(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Put ``content`` at ``path`` so that a power cut leaves all of it or nothing."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def secret_file(path: Path, make: Callable[[], bytes]) -> bytes:
    """The content of a secret only we may read, made on the first call.

    Of two that make it at once one wins, and both read the winner's.
    """
    if not path.exists():
        made = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
        write_durably(made, make(), mode=0o600)
        try:
            with suppress(FileExistsError):
                os.link(made, path)
        finally:
            made.unlink()
        sync_folder(path.parent)
    return path.read_bytes()


def is_sha256(name: str) -> bool:
    """Whether ``name`` could be a blob's."""
    return _SHA256.fullmatch(name) is not None


class WrongOffset(Exception):
    """The part does not begin where the ones before it end."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"the next part begins at {offset}")
        self.offset = offset


class WrongContent(Exception):
    """The parts together are not what their name says."""


class BlobFiles:
    """Content-addressed files: a name is the SHA-256 of what is inside.

    A blob may also come in parts.  They are kept aside until it is whole and verified, so that
    what a crash or a liar leaves there is never taken for a blob.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._parts = folder / "parts"
        self._parts.mkdir(parents=True, exist_ok=True)

    def put(self, content: bytes) -> str:
        """Keep ``content`` durably; returns its SHA-256 (hex)."""
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        if self.get(sha256) is None:  # absent, or damaged and now mended
            path.parent.mkdir(exist_ok=True)
            sync_folder(self._folder)
            write_durably(path, content)
        return sha256

    def get(self, sha256: str) -> bytes | None:
        """The verified content, or None when it is not here or no longer what its name says."""
        if not is_sha256(sha256):
            return None
        try:
            content = self._path(sha256).read_bytes()
        except FileNotFoundError:
            return None
        return content if hashlib.sha256(content).hexdigest() == sha256 else None

    def size(self, sha256: str) -> int:
        """Bytes of a whole blob that is here.

        Raises:
            FileNotFoundError: it is not.
        """
        return self._path(sha256).stat().st_size

    def read(self, sha256: str, start: int, count: int) -> bytes:
        """A part of a whole blob, as it is on the disk: who puts it together verifies it.

        Raises:
            FileNotFoundError: it is not here.
        """
        with self._path(sha256).open("rb") as file:
            file.seek(start)
            return file.read(count)

    def offset(self, sha256: str) -> int:
        """How much of a blob has come in parts so far."""
        try:
            return (self._parts / sha256).stat().st_size
        except FileNotFoundError:
            return 0

    def append(
        self, sha256: str, content: bytes, *, offset: int, length: int, now_s: float
    ) -> bool:
        """Take the part at ``offset`` of ``length`` bytes; True when the blob is whole now.

        Two that send the same part at once write the same bytes to the same place.

        Raises:
            WrongOffset: parts are missing before it, or it is here already.
            WrongContent: whole, it is something else; all of it was thrown away.
        """
        here = self.offset(sha256)
        path = self._parts / sha256
        if offset != here <= length:
            raise WrongOffset(here)
        if offset + len(content) > length:
            path.unlink(missing_ok=True)
            raise WrongContent
        try:
            return self._add(path, sha256, content, offset=offset, length=length, now_s=now_s)
        except FileNotFoundError:
            # Who sent the same at the same time is done with it, or it was thrown away.
            if not self._path(sha256).is_file():
                raise WrongOffset(0) from None
            return True

    def _add(
        self, path: Path, sha256: str, content: bytes, *, offset: int, length: int, now_s: float
    ) -> bool:
        # Only the first part makes the file: a later one belongs to what is there.
        flags = os.O_WRONLY | (0 if offset else os.O_CREAT) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags, 0o644), "wb") as file:
            file.seek(offset)
            file.write(content)
            file.flush()
            if offset + len(content) == length:
                os.fsync(file.fileno())
        os.utime(path, (now_s, now_s))
        if offset + len(content) < length:
            return False
        self._finish(path, sha256)
        return True

    def forget_parts(self, *, before_s: float) -> None:
        """Throw away what nobody has added to since."""
        for path in self._parts.iterdir():
            with suppress(FileNotFoundError):  # it became whole in this moment
                if path.stat().st_mtime < before_s:
                    path.unlink()

    def _finish(self, part: Path, sha256: str) -> None:
        with part.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != sha256:
            part.unlink(missing_ok=True)
            raise WrongContent
        path = self._path(sha256)
        path.parent.mkdir(exist_ok=True)
        sync_folder(self._folder)
        part.replace(path)
        sync_folder(path.parent)

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256
