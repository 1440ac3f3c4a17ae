"""Files that must be whole or absent: secrets and blobs, durable before they have their name."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from typing import TYPE_CHECKING

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
    _sync_folder(path.parent)


def secret_file(path: Path, make: Callable[[], bytes]) -> bytes:
    """The content of a secret only we may read, made on the first call."""
    if not path.exists():
        write_durably(path, make(), mode=0o600)
    return path.read_bytes()


def is_sha256(name: str) -> bool:
    """Whether ``name`` could be a blob's."""
    return _SHA256.fullmatch(name) is not None


class BlobFiles:
    """Content-addressed files: a name is the SHA-256 of what is inside."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def put(self, content: bytes) -> str:
        """Keep ``content`` durably; returns its SHA-256 (hex)."""
        sha256 = hashlib.sha256(content).hexdigest()
        path = self._path(sha256)
        if self.get(sha256) is None:  # absent, or damaged and now mended
            path.parent.mkdir(exist_ok=True)
            _sync_folder(self._folder)
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

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened there, and NTFS journals its names
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
