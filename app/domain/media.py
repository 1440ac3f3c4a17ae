"""What a picture's bytes are: a drawing, a still, or a silent loop."""

from __future__ import annotations

import enum

_STILLS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_GIFS = (b"GIF87a", b"GIF89a")
_ANIMATION = 0x02  # the flag in a WebP's VP8X header


class MediaKind(enum.StrEnum):
    """How a picture is shown."""

    DRAWING = "drawing"
    STILL = "still"
    LOOP = "loop"


def kind_of(content: bytes) -> MediaKind:
    """By the first bytes, never by a name; what is nothing else is taken for a drawing."""
    if content.startswith(_STILLS):
        return MediaKind.STILL
    if content.startswith(_GIFS):
        return MediaKind.LOOP
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        flags = int.from_bytes(content[20:21])
        is_animated = content[12:16] == b"VP8X" and bool(flags & _ANIMATION)
        return MediaKind.LOOP if is_animated else MediaKind.STILL
    return MediaKind.DRAWING
