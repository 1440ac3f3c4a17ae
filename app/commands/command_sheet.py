"""The printed commands as a sheet to cut up and stick beside the work: A4, PDF, QR codes."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COLUMNS, ROWS = 2, 7
_MARGIN, _TITLE = 15 * mm, 12 * mm
#: Wide enough apart that a scanner sees one code at a time.
_CODE = 26 * mm
_PAD = 4 * mm
_WORD_PT, _LINE_PT, _SMALL_PT = 15, 9.5, 7.5


@dataclass(frozen=True, slots=True)
class PrintedLabel:
    """One code, the word people say, and what it does."""

    code: str
    word: str
    does: str


def command_sheet(labels: Sequence[PrintedLabel], *, title: str, bold: Path, plain: Path) -> bytes:
    """The labels in order, fourteen a page; ``bold`` and ``plain`` are TrueType fonts."""
    for font in (bold, plain):
        pdfmetrics.registerFont(TTFont(font.stem, font))
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle(title)
    a_page = COLUMNS * ROWS
    for first in range(0, len(labels), a_page):
        _page(canvas, labels[first : first + a_page], title, fonts=(bold.stem, plain.stem))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def cell(number: int) -> tuple[float, float, float, float]:
    """Left, bottom, width and height in points of the cell at ``number`` of a page, from 0."""
    width = (A4[0] - 2 * _MARGIN) / COLUMNS
    height = (A4[1] - 2 * _MARGIN - _TITLE) / ROWS
    row, column = divmod(number, COLUMNS)
    return (_MARGIN + column * width, A4[1] - _MARGIN - _TITLE - (row + 1) * height, width, height)


def _page(
    canvas: Canvas, labels: Sequence[PrintedLabel], title: str, *, fonts: tuple[str, str]
) -> None:
    canvas.setFont(fonts[0], _WORD_PT)
    canvas.drawString(_MARGIN, A4[1] - _MARGIN - _WORD_PT, title)
    canvas.setLineWidth(0.3)
    canvas.setStrokeGray(0.7)
    for number, label in enumerate(labels):
        x, y, width, height = cell(number)
        canvas.rect(x, y, width, height)
        renderPDF.draw(_qr(label.code), canvas, x + _PAD, y + (height - _CODE) / 2)
        corner = x + 2 * _PAD + _CODE, y + height - _PAD
        _words(canvas, label, corner=corner, room=width - 3 * _PAD - _CODE, fonts=fonts)


def _words(
    canvas: Canvas,
    label: PrintedLabel,
    *,
    corner: tuple[float, float],
    room: float,
    fonts: tuple[str, str],
) -> None:
    bold, plain = fonts
    left, top = corner
    for font, size, text in (
        (bold, _WORD_PT, label.word),
        (plain, _LINE_PT, label.does),
        (plain, _SMALL_PT, label.code),
    ):
        for line in simpleSplit(text, font, size, room):
            top -= size * 1.25
            canvas.setFont(font, size)
            canvas.drawString(left, top, line)
        top -= size * 0.3


def _qr(code: str) -> Drawing:
    """With room for a quarter of it to be dirty."""
    widget = QrCodeWidget(code, barLevel="Q")
    x0, y0, x1, _ = widget.getBounds()
    scale = _CODE / (x1 - x0)
    drawing = Drawing(_CODE, _CODE, transform=(scale, 0, 0, scale, -x0 * scale, -y0 * scale))
    drawing.add(widget)
    return drawing
