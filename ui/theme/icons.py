"""Tinted SVG icons, rendered once per name, colour and size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.files import RESOURCES


@lru_cache(maxsize=256)
def icon_pixmap(name: str, colour: str, size_px: int, ratio: float = 1.0) -> QPixmap:
    """Render ``name`` (no suffix) in ``colour``; icons use ``currentColor``."""
    svg = (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return svg_pixmap(svg.encode(), size_px, size_px, ratio)


def svg_pixmap(svg: bytes, width_px: int, height_px: int, ratio: float = 1.0) -> QPixmap:
    """Render ``svg`` into the given box, stretched to it; the caller keeps the proportions."""
    pixmap = QPixmap(round(width_px * ratio), round(height_px * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    target = QRectF(0, 0, pixmap.width(), pixmap.height())
    QSvgRenderer(QByteArray(svg)).render(painter, target)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
