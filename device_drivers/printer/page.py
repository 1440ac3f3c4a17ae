"""A label as a one-page PDF of the label's own size."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from device_drivers.printer.zpl import line_heights_mm

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.labels import Label
    from device_drivers.printer.url import Paper

_MARGIN_MM = 3
_LEADING = 1.25
#: Letters of this size in points are as high as a millimetre says of ZPL's font 0.
_POINTS_PER_MM = 72 / 25.4
_FONT = "AsbuiltLabel"


def pdf_of(label: Label, paper: Paper, font: Path) -> bytes:
    """``label`` set in ``font`` (TrueType), which must know its letters.

    Raises:
        InvalidInput: it does not fit on the paper.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    heights = line_heights_mm(label, paper)
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, str(font)))
    out = io.BytesIO()
    size = (paper.width_mm * _POINTS_PER_MM, paper.height_mm * _POINTS_PER_MM)
    canvas = Canvas(out, pagesize=size, invariant=1)
    canvas.setTitle(label.lines[0])
    top_mm = float(paper.height_mm - _MARGIN_MM)
    for text, height_mm in zip(label.lines, heights, strict=True):
        canvas.setFont(_FONT, height_mm * _POINTS_PER_MM)
        baseline_mm = top_mm - height_mm
        canvas.drawString(_MARGIN_MM * _POINTS_PER_MM, baseline_mm * _POINTS_PER_MM, text)
        top_mm -= height_mm * _LEADING
    canvas.save()
    return out.getvalue()
