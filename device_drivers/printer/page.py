"""A label as a one-page PDF of the label's own size."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from device_drivers.printer.layout import MM_PER_INCH, lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from app.domain.labels import Label
    from device_drivers.printer.layout import PlacedSymbol
    from device_drivers.printer.url import Paper

_POINTS_PER_INCH = 72
_POINTS_PER_MM = _POINTS_PER_INCH / MM_PER_INCH


def pdf_of(label: Label, paper: Paper, font: Path, dpi: int = 203) -> bytes:
    """``label`` set in ``font`` (TrueType), which must know its letters; codes in dots of ``dpi``.

    Raises:
        InvalidInput: it does not fit on the paper, or its code cannot be drawn.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    layout = lay_out(label, paper, dpi)
    name = f"label-{font.stem}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(font)))
    out = io.BytesIO()
    size = (paper.width_mm * _POINTS_PER_MM, paper.height_mm * _POINTS_PER_MM)
    canvas = Canvas(out, pagesize=size, invariant=1)
    canvas.setTitle(label.lines[0])
    if layout.symbol is not None:
        _draw(canvas, layout.symbol, dpi, top=size[1])
    for line in layout.lines:
        # Letters of this size are as high as a millimetre says of ZPL's font 0.
        canvas.setFont(name, line.height_mm * _POINTS_PER_MM)
        baseline_mm = paper.height_mm - line.top_mm - line.height_mm
        canvas.drawString(line.left_mm * _POINTS_PER_MM, baseline_mm * _POINTS_PER_MM, line.text)
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, symbol: PlacedSymbol, dpi: int, *, top: float) -> None:
    """One path: rows drawn one by one would show hair lines between them."""
    dot = _POINTS_PER_INCH / dpi
    module, rows = symbol.dots * dot, len(symbol.modules.rows)
    height = symbol.height_dots * dot / rows
    left, top = symbol.left_dots * dot, top - symbol.top_dots * dot
    path = canvas.beginPath()
    for row in range(rows):
        for start, length in symbol.modules.runs(row):
            bottom = top - (row + 1) * height
            path.rect(left + start * module, bottom, length * module, height)
    canvas.drawPath(path, stroke=0, fill=1)
