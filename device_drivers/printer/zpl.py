"""Labels as ZPL: plain text, each line as large as it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from app.domain.labels import Label
    from device_drivers.printer.url import Paper

HOST_STATUS = b"~HS\r\n"
HOST_IDENTITY = b"~HI\r\n"
MOST_LINES = 12
_MARGIN_MM = 3
_HEAD_MM, _LINE_MM, _LEAST_MM = 9.0, 4.5, 2.0
#: Font 0 is proportional; a capital is rarely wider than this share of its height.
_WIDTH_SHARE = 0.62
#: Line feed between two lines, as a share of the height.
_LEADING = 1.25
_MM_PER_INCH = 25.4


def zpl_of(label: Label, paper: Paper, dpi: int) -> bytes:
    """The format (``^XA`` to ``^XZ``) that prints ``label`` once.

    Raises:
        InvalidInput: it does not fit on the paper.
    """
    heights = line_heights_mm(label, paper)
    dots = dpi / _MM_PER_INCH
    fields, top_mm = [], float(_MARGIN_MM)
    for text, height_mm in zip(label.lines, heights, strict=True):
        at = f"^FO{round(_MARGIN_MM * dots)},{round(top_mm * dots)}"
        fields.append(f"{at}^A0N,{round(height_mm * dots)}^FH^FD{_escaped(text)}^FS")
        top_mm += height_mm * _LEADING
    size = f"^PW{round(paper.width_mm * dots)}^LL{round(paper.height_mm * dots)}"
    lines = ["^XA", "^CI28", size, "^LH0,0", *fields, "^PQ1", "^XZ"]
    return ("\r\n".join(lines) + "\r\n").encode("ascii")


def line_heights_mm(label: Label, paper: Paper) -> tuple[float, ...]:
    """How high each line can be printed.

    Raises:
        InvalidInput: it does not fit on the paper.
    """
    if not 0 < len(label.lines) <= MOST_LINES:
        message = f"A label has 1 to {MOST_LINES} lines; this one has {len(label.lines)}."
        raise InvalidInput(message)
    room_mm = paper.width_mm - 2 * _MARGIN_MM
    wanted = [_HEAD_MM, *[_LINE_MM] * (len(label.lines) - 1)]
    heights = [
        min(most, room_mm / (_WIDTH_SHARE * max(1, len(text))))
        for text, most in zip(label.lines, wanted, strict=True)
    ]
    shrink = min(1.0, (paper.height_mm - 2 * _MARGIN_MM) / (_LEADING * sum(heights)))
    heights = [height * shrink for height in heights]
    if min(heights) < _LEAST_MM:
        message = (
            f"The label's text does not fit on {paper.width_mm} × {paper.height_mm} mm in "
            f"letters of {_LEAST_MM:g} mm; use larger labels or less text."
        )
        raise InvalidInput(message)
    return tuple(heights)


def _escaped(text: str) -> str:
    """Field data in hexadecimal where ZPL would read a command, or ASCII ends."""
    return "".join(
        chr(byte) if 0x20 <= byte < 0x7F and byte not in b"^~_\\" else f"_{byte:02X}"  # noqa: PLR2004
        for byte in text.encode()
    )
