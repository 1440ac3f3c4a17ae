"""Photos of a record, read back from their blobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from server.files import BlobFiles
    from server.read.record import UnitPhoto

_JPEG = b"\xff\xd8\xff"


@dataclass(frozen=True, slots=True)
class LoadedPhoto:
    """A photo with its place; ``jpeg`` is None while its bytes are not here, or are no JPEG."""

    taken: UnitPhoto
    jpeg: bytes | None


def load_photos(blobs: BlobFiles, photos: Iterable[UnitPhoto]) -> tuple[LoadedPhoto, ...]:
    """Each photo, as far as its blob is here."""
    return tuple(LoadedPhoto(photo, load_jpeg(blobs, photo.blob)) for photo in photos)


def load_jpeg(blobs: BlobFiles, sha256: str) -> bytes | None:
    """The blob, if it is here and a JPEG."""
    content = blobs.get(sha256)
    return content if content is not None and content.startswith(_JPEG) else None


def load_pictures(blobs: BlobFiles, names: Iterable[str | None]) -> dict[str, bytes]:
    """Those of the pictures that are here, by their SHA-256."""
    found = {name: blobs.get(name) for name in names if name is not None}
    return {name: content for name, content in found.items() if content is not None}
