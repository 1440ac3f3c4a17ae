"""Defects on paper: the step's picture with a numbered pin at each place."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportlab.lib.colors import white
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from server.paper.record_drawings import BAD, CALM, DIVIDER, MUTED
from server.paper.svg_picture import read_svg

if TYPE_CHECKING:
    from server.paper.svg_picture import SvgPicture
    from server.read.record import UnitDefect

_PIN_MM = 3.2
_FRAME = (4, 3)


class PinnedPicture(Flowable):  # type: ignore[misc] # reportlab has no types
    """The picture as large as it fits, or a frame of its place where it cannot be drawn here.

    Pins are filled discs with a white number, so that they read without colour too.
    """

    def __init__(
        self, defect: UnitDefect, picture: bytes | None, *, width: float, height: float, font: str
    ) -> None:
        super().__init__()
        self._defect, self._font = defect, font
        self._image = _readable(picture)
        self._drawing = None if picture is None or self._image else read_svg(picture)
        wide, high = _size(self._image, self._drawing)
        share = min(width / wide, height / high)
        self.width, self.height = wide * share, high * share
        self.hAlign = "LEFT"

    def wrap(self, *_available: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        if self._image is not None:
            canvas.drawImage(self._image, 0, 0, self.width, self.height)
        elif self._drawing is not None:
            self._drawing.draw(canvas, self.width, self.height)
        else:
            canvas.setFillColor(CALM)
            canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
            canvas.setFillColor(MUTED)
            canvas.setFont(self._font, 7)
            canvas.drawString(2 * mm, 2 * mm, "Places on the step's drawing")
        canvas.setStrokeColor(DIVIDER)
        canvas.rect(0, 0, self.width, self.height, stroke=1, fill=0)
        for x, y in self._defect.pins:
            self._pin(x * self.width, (1 - y) * self.height)

    def _pin(self, x: float, y: float) -> None:
        canvas, radius = self.canv, _PIN_MM * mm / 2
        canvas.setStrokeColor(white)
        canvas.setFillColor(BAD)
        canvas.circle(x, y, radius, stroke=1, fill=1)
        canvas.setFillColor(white)
        canvas.setFont(f"{self._font}-Bold", 7)
        canvas.drawCentredString(x, y - 2.5, str(self._defect.number))


def _size(image: ImageReader | None, drawing: SvgPicture | None) -> tuple[float, float]:
    if drawing is not None:
        return drawing.width, drawing.height
    return _FRAME if image is None else image.getSize()


def _readable(picture: bytes | None) -> ImageReader | None:
    """None for a drawing, and for what is no picture or is not here."""
    if picture is None:
        return None
    try:
        return ImageReader(io.BytesIO(picture))
    except (OSError, ValueError):
        return None
