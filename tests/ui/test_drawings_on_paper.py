"""A drawing on paper is the one the station shows: held against the station's own renderer."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pytest
from numpy.typing import NDArray
from pypdfium2 import PdfDocument
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from reportlab.pdfgen.canvas import Canvas

from server.paper.svg_picture import read_svg

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

Grey: TypeAlias = NDArray[np.float64]

DRAWINGS = sorted(
    (Path(__file__).parents[2] / "resources" / "demo" / "gearbox-mount" / "pictures").glob("*.svg")
)
#: Arcs of both ways, mirrored curves, an even-odd hole, a rotated group, dashes, opacity.
ODD = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="-40 -30 80 60">
<g transform="rotate(20) scale(1.2)" fill="#5B6673" stroke="#C8140A" stroke-width="1.5">
<path d="M-20-10a12 8 30 1 0 20 4A12 8 30 0 1-20-10z"/>
<path fill-rule="evenodd" d="M5 5h20v15H5zM10 8h10v8H10z"/></g>
<path d="M-35 20q8-18 16 0t16 0M0-25c5 12 10 12 15 0s10-12 15 0" fill="none" stroke="#0B57C2"
 stroke-width="2"/>
<line x1="-38" y1="28" x2="38" y2="28" stroke="#10171E" stroke-width="2" stroke-dasharray="6 4"/>
<rect x="-38" y="-28" width="16" height="10" rx="4" style="fill:#0E6245;opacity:0.5"/>
<polygon points="25,20 35,28 15,28"/></svg>"""
_SIZE = (800, 600)


def shown(svg: bytes) -> Grey:
    """As the station shows it."""
    image = QImage(*_SIZE, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(_SIZE[1], image.bytesPerLine())
    return rows[:, : _SIZE[0]].astype(np.float64)


def printed(svg: bytes) -> Grey:
    """As it stands on paper."""
    picture, out = read_svg(svg), io.BytesIO()
    assert picture is not None
    canvas = Canvas(out, pagesize=_SIZE)
    picture.draw(canvas, *_SIZE)
    canvas.save()
    with PdfDocument(out.getvalue()) as document:
        bitmap = document[0].render(scale=1, grayscale=True)
        return np.array(bitmap.to_numpy(), dtype=np.float64).reshape(_SIZE[1], _SIZE[0])


@pytest.mark.parametrize(
    "svg",
    [ODD, *(path.read_bytes() for path in DRAWINGS)],
    ids=["odd", *(p.stem for p in DRAWINGS)],
)
def test_paper_and_screen_show_the_same(qapp: QApplication, svg: bytes) -> None:  # noqa: ARG001
    screen, paper = shown(svg), printed(svg)
    far_off = np.abs(screen - paper) > 60
    assert screen.std() > 5
    assert far_off.mean() < 0.004
