"""Vector drawings of the as-built record: torque curves and barcodes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Image

from server.paper.record_fonts import font_for

if TYPE_CHECKING:
    from app.domain.readings import Curve
    from server.paper.curves import LoadedCurve
    from server.paper.photos import LoadedPhoto

INK = HexColor("#10171E")
MUTED = HexColor("#3D4955")
DIVIDER = HexColor("#C3CAD1")
GOOD = HexColor("#0E6245")
GOOD_TINT = HexColor("#DDF1E8")
BAD = HexColor("#C8140A")
CALM = HexColor("#E6E9EC")

_LEFT, _BOTTOM, _TOP = 22, 16, 14


def qr_code(text: str, *, size: float) -> Drawing:
    """A QR code of ``text``, ``size`` points wide."""
    widget = QrCodeWidget(text, barLevel="M")
    widget.barWidth = widget.barHeight = size
    drawing = Drawing(size, size)
    drawing.add(widget)
    return drawing


def code_128(text: str, *, width: float, height: float) -> Code128:
    """A Code 128 of ``text``, its bars as wide as ``width`` allows."""
    modules = 11 * (len(text) + 3) + 2
    return Code128(text, barHeight=height, barWidth=width / modules, quiet=False)


def curve_drawing(loaded: LoadedCurve, *, width: float, height: float, font: str) -> Drawing:
    """Torque over angle with the accepted band, or a sentence why there is none."""
    drawing = Drawing(width, height)
    traced = loaded.traced
    colour = GOOD if traced.ok else BAD
    drawing.add(_text(0, height - 8, traced.title, font=f"{font}-Bold", size=7.5))
    verdict = "OK" if traced.ok else "NOK"
    drawing.add(_text(width, height - 8, verdict, font=f"{font}-Bold", fill=colour, end=True))
    if loaded.curve is None:
        drawing.add(_text(0, height / 2, "The curve is not on the server yet.", font=font))
        return drawing
    _plot(drawing, loaded, loaded.curve, width=width, height=height, font=font)
    return drawing


def photo_flowable(photo: LoadedPhoto, *, width: float, height: float) -> Image | None:
    """The photo as large as it fits; None when it is not here, or no picture that can be read."""
    if photo.jpeg is None:
        return None
    try:
        picture = Image(io.BytesIO(photo.jpeg))
    except (OSError, ValueError):
        return None
    share = min(width / picture.imageWidth, height / picture.imageHeight)
    picture.drawWidth, picture.drawHeight = picture.imageWidth * share, picture.imageHeight * share
    picture.hAlign = "LEFT"
    return picture


def _plot(
    drawing: Drawing,
    loaded: LoadedCurve,
    curve: Curve,
    *,
    width: float,
    height: float,
    font: str,
) -> None:
    traced = loaded.traced
    left, bottom = _LEFT, _BOTTOM
    plot_width, plot_height = width - left, height - bottom - _TOP
    lowest, highest = min(curve.angle_deg), max(curve.angle_deg)
    span = (highest - lowest) or 1
    top_nm = max(*curve.torque_nm, traced.high_nm or 0, 1) * 1.08

    def y(torque_nm: float) -> float:
        return bottom + max(0.0, torque_nm) / top_nm * plot_height

    if traced.low_nm is not None and traced.high_nm is not None:
        low, high = y(traced.low_nm), y(traced.high_nm)
        band = Rect(left, low, plot_width, high - low, fillColor=GOOD_TINT, strokeColor=None)
        drawing.add(band)
        drawing.add(_text(left - 3, high - 2, f"{traced.high_nm:g}", font=font, size=6, end=True))
        drawing.add(_text(left - 3, low - 3, f"{traced.low_nm:g}", font=font, size=6, end=True))
    drawing.add(Line(left, bottom, width, bottom, strokeColor=DIVIDER, strokeWidth=0.6))
    drawing.add(Line(left, bottom, left, height - _TOP, strokeColor=DIVIDER, strokeWidth=0.6))
    points = [
        coordinate
        for angle, torque in zip(curve.angle_deg, curve.torque_nm, strict=True)
        for coordinate in (left + (angle - lowest) / span * plot_width, y(torque))
    ]
    colour = GOOD if traced.ok else BAD
    drawing.add(PolyLine(points, strokeColor=colour, strokeWidth=1.1, strokeLineJoin=1))
    drawing.add(_text(left, 6, f"{lowest:g}°", font=font, size=6))
    drawing.add(_text(width, 6, f"{highest:g}°", font=font, size=6, end=True))
    drawing.add(_text(left - 3, 6, "Nm", font=font, size=6, end=True))


def _text(
    x: float,
    y: float,
    text: str,
    *,
    font: str,
    size: float = 7,
    fill: HexColor = MUTED,
    end: bool = False,
) -> String:
    anchor = "end" if end else "start"
    font = font_for(text, font)
    return String(x, y, text, fontName=font, fontSize=size, fillColor=fill, textAnchor=anchor)


#: How large the drawings of one record are.
CURVE_WIDTH, CURVE_HEIGHT = 41 * mm, 31 * mm
