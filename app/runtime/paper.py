"""A page of words as PDF, kept in the station's data folder: for whoever wants it on paper."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from app.durable import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas as Canvas_

    from app.services.line_state import PaperLine

_MARGIN_MM, _GAP_PT = 18, 4
_NUMBER_PT, _HEADING_LINES = 8.0, 3
_SIZES = {"title": 18.0, "heading": 13.0, "line": 10.5}
#: Letters that Inter does not have begin here: Chinese, Japanese, Korean.
_WIDE = 0x2E80


def page(lines: Sequence[PaperLine], fonts: Path) -> bytes:
    """A4, as many sheets as it takes; ``fonts`` is the folder of the screen's own."""
    # Slow to import, and needed once a shift.
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    is_wide = any(ord(letter) >= _WIDE for line in lines for letter in line.text)
    stem = "NotoSansSC" if is_wide else "Inter"
    plain, bold = f"{stem}-Regular", f"{stem}-Bold"
    for name in (plain, bold):
        pdfmetrics.registerFont(TTFont(name, str(fonts / f"{name}.ttf")))
    out, margin = BytesIO(), _MARGIN_MM * mm
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle(lines[0].text if lines else "")
    y = A4[1] - margin
    for line in lines:
        size = _SIZES[line.role]
        font = plain if line.role == "line" else bold
        y -= 0 if line.role == "line" else size * 0.6
        # A heading does not stand alone at the foot of a page.
        least = size if line.role == "line" else size * _HEADING_LINES
        for part in simpleSplit(line.text, font, size, A4[0] - 2 * margin):
            if y < margin + least:
                _number(canvas, plain, A4[0] - margin, margin)
                canvas.showPage()
                y = A4[1] - margin
            y -= size * 1.25
            canvas.setFont(font, size)
            canvas.drawString(margin, y, part)
        y -= _GAP_PT
    _number(canvas, plain, A4[0] - margin, margin)
    canvas.save()
    return out.getvalue()


def _number(canvas: Canvas_, font: str, right: float, margin: float) -> None:
    canvas.setFont(font, _NUMBER_PT)
    canvas.drawRightString(right, margin / 2, str(canvas.getPageNumber()))


def keep_page(folder: Path, name: str, lines: Sequence[PaperLine], fonts: Path) -> Path:
    """Write it to ``folder``; raises OSError when it cannot be kept."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.pdf"
    content = page(lines, fonts)
    write_whole(path, lambda file: file.write(content))
    return path
