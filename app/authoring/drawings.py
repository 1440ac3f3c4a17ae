"""A page of a PDF as pictures, in two sizes: a station shows drawings and needs no PDF reader."""

from __future__ import annotations

import struct
import zlib

from app.domain.errors import InvalidInput

#: The longer edge: beside the work, and over the whole work area.
SIZES_PX = (1400, 2800)


def page_count(content: bytes) -> int:
    """How many pages the PDF has.

    Raises:
        InvalidInput: it cannot be read, or there is nothing here to read it with.
    """
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError as error:
        msg = "PDF pages need the package pypdfium2; install asbuilt[station]"
        raise InvalidInput(msg) from error
    try:
        with PdfDocument(content) as document:
            return len(document)
    except PdfiumError as error:
        msg = f"not a PDF that can be read: {error}"
        raise InvalidInput(msg) from error


def page_pictures(content: bytes, page: int) -> tuple[bytes, bytes]:
    """Page ``page`` (from 1) of a PDF as a small and a large PNG.

    Equal content gives equal bytes.
    """
    from pypdfium2 import PdfDocument

    with PdfDocument(content) as document:
        shown = document[page - 1]
        longest = max(shown.get_size())
        small, large = (_rendered(shown, px / longest) for px in SIZES_PX)
    return small, large


def _rendered(page: object, scale: float) -> bytes:
    bitmap = page.render(scale=scale, rev_byteorder=True)  # type: ignore[attr-defined]
    return png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)


def png(pixels: bytes, width_px: int, height_px: int, stride: int) -> bytes:
    """RGB rows of ``stride`` bytes as a PNG; without colour in them, a grey one."""
    wide = 3 * width_px
    rows = [pixels[y * stride : y * stride + wide] for y in range(height_px)]
    is_grey = all(row[0::3] == row[1::3] == row[2::3] for row in rows)
    lines = b"".join(b"\0" + (row[0::3] if is_grey else row) for row in rows)
    head = struct.pack(">IIBBBBB", width_px, height_px, 8, 0 if is_grey else 2, 0, 0, 0)
    body = _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(lines, 9)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
