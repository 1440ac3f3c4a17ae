"""Labels as ZPL: plain text, each line as large as it fits, and codes drawn dot by dot.

Codes go out as the picture they are, not as the printer's own bar code commands: which of those
know GS1, and how they want it, changes with make and firmware (docs/decisions/0014).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from device_drivers.printer.layout import MM_PER_INCH, lay_out

if TYPE_CHECKING:
    from app.domain.labels import Label
    from device_drivers.printer.layout import PlacedLine, PlacedSymbol
    from device_drivers.printer.url import Paper

HOST_STATUS = b"~HS\r\n"
HOST_IDENTITY = b"~HI\r\n"
_BITS = 8
#: In a graphic field: this row is like the one before.
_SAME_ROW = ":"


def zpl_of(label: Label, paper: Paper, dpi: int) -> bytes:
    """The format (``^XA`` to ``^XZ``) that prints ``label`` once.

    Raises:
        InvalidInput: it does not fit on the paper, or its code cannot be drawn.
    """
    layout = lay_out(label, paper, dpi)
    dots = dpi / MM_PER_INCH
    drawn = [_graphic(layout.symbol)] if layout.symbol else []
    fields = [_text(line, dots) for line in layout.lines]
    size = f"^PW{round(paper.width_mm * dots)}^LL{round(paper.height_mm * dots)}"
    lines = ["^XA", "^CI28", size, "^LH0,0", *drawn, *fields, "^PQ1", "^XZ"]
    return ("\r\n".join(lines) + "\r\n").encode("ascii")


def _text(line: PlacedLine, dots: float) -> str:
    at = f"^FO{round(line.left_mm * dots)},{round(line.top_mm * dots)}"
    return f"{at}^A0N,{round(line.height_mm * dots)}^FH^FD{_escaped(line.text)}^FS"


def _graphic(symbol: PlacedSymbol) -> str:
    rows = symbol.modules.rows
    repeats = symbol.height_dots // len(rows)
    wide = -(-symbol.modules.width * symbol.dots // _BITS)
    drawn = "".join(_row(row, symbol.dots, wide) + _SAME_ROW * (repeats - 1) for row in rows)
    total = wide * repeats * len(rows)
    return f"^FO{symbol.left_dots},{symbol.top_dots}^GFA,{total},{total},{wide},{drawn}^FS"


def _row(row: tuple[bool, ...], dots: int, wide: int) -> str:
    bits = "".join("01"[is_dark] * dots for is_dark in row).ljust(wide * _BITS, "0")
    return f"{int(bits, 2):0{2 * wide}X}"


def _escaped(text: str) -> str:
    """Field data in hexadecimal where ZPL would read a command, or ASCII ends."""
    return "".join(
        chr(byte) if 0x20 <= byte < 0x7F and byte not in b"^~_\\" else f"_{byte:02X}"  # noqa: PLR2004
        for byte in text.encode()
    )
