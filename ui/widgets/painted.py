"""What all painted widgets share: the look, and text that never overflows unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui.theme.icons import icon_pixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QPolygonF
    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Brush:
    """A painter with our fonts, icons and colours.

    ``cut`` collects the texts that did not fit and were shortened: a test reads it.
    """

    def __init__(self, widget: QWidget, look: Look, cut: set[str]) -> None:
        self._look = look
        self._cut = cut
        self._ratio = widget.devicePixelRatioF()
        self.painter = QPainter(widget)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def box(
        self,
        rect: QRectF,
        *,
        fill: str | None,
        line: str | None = None,
        width_px: int = 0,
        radius_px: int = 0,
        is_dashed: bool = False,
    ) -> None:
        """A rounded box; the line lies inside ``rect``."""
        half = width_px / 2 if line is not None else 0
        self.painter.setBrush(QColor(fill) if fill is not None else Qt.BrushStyle.NoBrush)
        self.painter.setPen(_pen(line, width_px, is_dashed=is_dashed))
        inner = rect.adjusted(half, half, -half, -half)
        radius = max(radius_px - half, 0)
        self.painter.drawRoundedRect(inner, radius, radius)

    def text(
        self,
        rect: QRect,
        text: str,
        *,
        font: QFont,
        colour: str,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """One line; what does not fit ends in an ellipsis and is noted in ``cut``."""
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(text) > rect.width() + 1:
            self._cut.add(text)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(rect, align, text)

    def wrapped(
        self,
        rect: QRect,
        text: str,
        *,
        font: QFont,
        colour: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        """Over as many lines as ``rect`` is high; noted in ``cut`` if it is more."""
        flags = align | Qt.TextFlag.TextWordWrap
        endless = QRect(0, 0, rect.width(), 10 * rect.height())
        needed = QFontMetrics(font).boundingRect(endless, flags, text)
        if needed.height() > rect.height() + 2 or needed.width() > rect.width():
            self._cut.add(text)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(rect, flags, text)

    def icon(self, name: str, colour: str, *, x: int, y: int, size_px: int) -> None:
        self.painter.drawPixmap(x, y, icon_pixmap(name, colour, size_px, self._ratio))

    def shape(self, polygon: QPolygonF, *, fill: str) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(fill))
        self.painter.drawPolygon(polygon)

    def ring(self, rect: QRectF, *, radius_px: int) -> None:
        """The keyboard's focus: accent outside, light inside, so that it shows on any fill."""
        outer, inner = self._look.px(4), self._look.px(3)
        palette = self._look.palette
        light = rect.adjusted(outer, outer, -outer, -outer)
        self.box(
            light, fill=None, line=palette.raised, width_px=inner, radius_px=radius_px - outer
        )
        self.box(rect, fill=None, line=palette.accent, width_px=outer, radius_px=radius_px)

    def end(self) -> None:
        self.painter.end()


def text_width(font: QFont, text: str) -> int:
    """How wide ``text`` is on one line."""
    return QFontMetrics(font).horizontalAdvance(text)


def _pen(line: str | None, width_px: int, *, is_dashed: bool) -> QPen:
    if line is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(line), width_px)
    if is_dashed:
        pen.setDashPattern([3, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
