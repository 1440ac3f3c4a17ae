"""How long a silent loop runs and how large it is: read from a GIF or an animated WebP."""

from __future__ import annotations

from dataclasses import dataclass

MAX_SECONDS = 10
MAX_PX = 1920

_GIF_HEADER = 13
_TRAILER, _EXTENSION, _CONTROL, _PICTURE = 0x3B, 0x21, 0xF9, 0x2C
_SHORTEST_CS = 2  # a browser shows shorter ones as 10
_SHOWN_AS_CS = 10


class NotALoop(ValueError):
    """The bytes end early or are something else."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Size in pixels, number of pictures, and the time of one round."""

    width_px: int
    height_px: int
    frames: int
    seconds: float


def read_loop(content: bytes) -> Loop:
    """The measures of ``content``.

    Raises:
        NotALoop: it is neither a whole GIF nor a whole WebP.
    """
    try:
        if content[:6] in (b"GIF87a", b"GIF89a"):
            return _gif(content)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp(content)
    except IndexError:
        msg = "it ends in the middle"
        raise NotALoop(msg) from None
    msg = "it is neither a GIF nor a WebP"
    raise NotALoop(msg)


def _gif(content: bytes) -> Loop:
    width, height = _little(content, 6, 2), _little(content, 8, 2)
    at = _GIF_HEADER + _colours(content[10])
    frames, hundredths, delay = 0, 0, 0
    while content[at] != _TRAILER:
        if content[at] == _EXTENSION:
            if content[at + 1] == _CONTROL:
                delay = _little(content, at + 4, 2)
            at = _after_blocks(content, at + 2)
        elif content[at] == _PICTURE:
            frames += 1
            hundredths += delay if delay >= _SHORTEST_CS else _SHOWN_AS_CS
            at = _after_blocks(content, at + 11 + _colours(content[at + 9]))
        else:
            msg = f"an unknown block at byte {at}"
            raise NotALoop(msg)
    return Loop(width, height, frames, hundredths / 100)


def _colours(flags: int) -> int:
    """The bytes of a colour table, if there is one."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(content: bytes, at: int) -> int:
    while content[at]:
        at += content[at] + 1
    return at + 1


def _webp(content: bytes) -> Loop:
    size, frames, thousandths = (0, 0), 0, 0
    at, end = 12, 8 + _little(content, 4, 4)
    if end > len(content):
        raise IndexError
    while at + 8 <= end:
        kind, length = content[at : at + 4], _little(content, at + 4, 4)
        if kind == b"VP8X":
            size = (_little(content, at + 12, 3) + 1, _little(content, at + 15, 3) + 1)
        if kind == b"ANMF":
            frames += 1
            thousandths += _little(content, at + 20, 3)
        at += 8 + length + length % 2
    return Loop(*size, frames, thousandths / 1000)


def _little(content: bytes, at: int, length: int) -> int:
    if at + length > len(content):
        raise IndexError
    return int.from_bytes(content[at : at + length], "little")
