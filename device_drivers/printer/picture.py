"""A code alone as a PNG, with the light around it that scanners want."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from device_drivers.printer.layout import MM_PER_INCH, module_dots
from device_drivers.printer.symbols import modules_of

if TYPE_CHECKING:
    from app.domain.labels import Symbol
    from device_drivers.printer.symbols import Modules

_BARS_MM = 13
_METRE_MM = 1000
_BITS = 8
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png_of(symbol: Symbol, dpi: int) -> bytes:
    """``symbol`` in black and white, in its true size at ``dpi``.

    Raises:
        InvalidInput: the code cannot be drawn.
    """
    modules = modules_of(symbol)
    dots = module_dots(modules, dpi)
    side = (modules.width + 2 * modules.quiet) * dots
    rows = _rows(modules, dots, side, round(_BARS_MM * dpi / MM_PER_INCH))
    per_metre = round(dpi / MM_PER_INCH * _METRE_MM)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", side, len(rows), 1, 0, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
            _chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))),
            _chunk(b"IEND", b""),
        )
    )


def _rows(modules: Modules, dots: int, side: int, bars: int) -> list[bytes]:
    """Scan lines of one bit a dot; 1 is white."""
    light = modules.quiet * dots
    white = _packed("1" * side)
    drawn = []
    for row in modules.rows:
        line = "".join("10"[is_dark] * dots for is_dark in row)
        high = bars if modules.is_linear else dots
        drawn += [_packed("1" * light + line + "1" * light)] * high
    return [white] * light + drawn + [white] * light


def _packed(bits: str) -> bytes:
    wide = -(-len(bits) // _BITS)
    return int(bits.ljust(wide * _BITS, "1"), 2).to_bytes(wide, "big")


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
