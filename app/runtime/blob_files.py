"""Blobs as files, named by what is in them.

A file appears under its name only when it is whole and on the disk; whatever a crash leaves
behind has a temporary name and is never read.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import re
from typing import TYPE_CHECKING

from app.domain.errors import StorageFault, storage_reason
from app.durable import sync_folder, write_whole

if TYPE_CHECKING:
    from pathlib import Path

_SHA256 = re.compile(r"[0-9a-f]{64}")
_log = logging.getLogger(__name__)


class BlobFiles:
    """Implements the port Blobs: ``root/ab/abcdef…``, written, synced, then renamed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._safe_folders: set[Path] = set()

    async def put(self, content: bytes) -> str:
        return await asyncio.to_thread(self.write, content)

    async def get(self, sha256: str) -> bytes | None:
        return await asyncio.to_thread(self.read, sha256)

    def path_of(self, sha256: str) -> Path:
        return self._root / sha256[:2] / sha256

    def write(self, content: bytes) -> str:
        """As :meth:`put`, in the calling thread.

        Raises:
            StorageFault: the content could not be made durable.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        path = self.path_of(sha256)
        try:
            if self.read(sha256) is None:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(path, lambda file: file.write(content), mode=0o600)
            # Also for what is there: who wrote it may have been killed before its name was safe.
            self._sync_names(path)
        except OSError as error:
            msg = f"{self._root}: a blob of {len(content)} bytes was not kept: {error.strerror}"
            raise StorageFault(msg, reason=storage_reason(error)) from error
        return sha256

    def read(self, sha256: str) -> bytes | None:
        """As :meth:`get`, in the calling thread.

        Raises:
            StorageFault: the disk refused to read the file.
        """
        if _SHA256.fullmatch(sha256) is None:
            return None
        try:
            content = self.path_of(sha256).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            msg = f"{self.path_of(sha256)}: the blob cannot be read: {error.strerror}"
            raise StorageFault(msg, reason=storage_reason(error)) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            _log.error("blob sha256=%s is damaged on the disk", sha256)
            return None
        return content

    def _sync_names(self, path: Path) -> None:
        sync_folder(path.parent)
        if path.parent not in self._safe_folders:
            sync_folder(self._root)
            sync_folder(self._root.parent)
            self._safe_folders.add(path.parent)
