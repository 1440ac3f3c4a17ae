"""A measured value against its limits: position first, number second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.tokens import ShownState
from ui.widgets.painted import CENTRE, Brush

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.presenters.view_states import GaugeView
    from ui.theme.look import Look


class LimitGauge(QWidget):
    """Shows the accepted band in the middle half and a pointer at the value."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: GaugeView | None = None
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_gauge(self, view: GaugeView | None) -> None:
        self.setVisible(view is not None)
        if view != self._view:
            self._view = view
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(320), self._look.px(104))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        view = self._view
        if view is None:
            return
        px, palette = self._look.px, self._look.palette
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        track = QRectF(px(4), px(34), self.width() - px(8), px(28))
        brush.box(track, fill=palette.surface, line=palette.control, width_px=1, radius_px=px(6))
        ok = self._look.state(ShownState.OK)
        left, right = _x(view, view.low, track), _x(view, view.high, track)
        band = QRectF(left, track.top() + 1, right - left, track.height() - 2)
        brush.box(band, fill=ok.tint)
        self._limits(brush, view, track)
        if view.value is not None:
            self._pointer(brush, view, track)
        brush.end()

    def _limits(self, brush: Brush, view: GaugeView, track: QRectF) -> None:
        px, palette = self._look.px, self._look.palette
        at = (view.low, view.target if view.target is not None else view.low, view.high)
        brush.painter.setPen(QColor(palette.control))
        for value in at:
            x = _x(view, value, track)
            brush.painter.drawLine(QPointF(x, track.top()), QPointF(x, track.bottom()))
        for value, text in zip(at, view.labels, strict=True):
            x = round(_x(view, value, track))
            box = QRect(x - px(60), round(track.bottom()) + px(8), px(120), px(26))
            font = self._look.font("meta")
            brush.text(box, text, font=font, colour=palette.text_muted, align=CENTRE)

    def _pointer(self, brush: Brush, view: GaugeView, track: QRectF) -> None:
        px = self._look.px
        state = ShownState.OK if view.is_ok else ShownState.NOK
        x = _x(view, view.value or 0.0, track)
        tip, top = track.top() + px(8), track.top() - px(20)
        painter = brush.painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.state(state).solid))
        painter.drawPolygon(
            QPolygonF([QPointF(x, tip), QPointF(x - px(15), top), QPointF(x + px(15), top)])
        )
        painter.drawRect(QRectF(x - px(2), tip - px(2), px(4), track.bottom() - tip + px(2)))


def _x(view: GaugeView, value: float, track: QRectF) -> float:
    """The band takes the middle half; what lies further out stops at the edge."""
    half = (view.high - view.low) / 2 or 1.0
    share = (value - (view.low - half)) / (4 * half)
    return track.left() + min(max(share, 0.0), 1.0) * track.width()
