"""Torque over angle, with the window the end must fall into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.tokens import ShownState
from ui.widgets.painted import RIGHT, Brush

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.presenters.view_states import PlotView
    from ui.theme.look import Look

_MAX_POINTS = 800


class CurvePlot(QWidget):
    """Draws one finished trace; a failed one in the colour of its state."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: PlotView | None = None
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look.px(120))
        self.setMaximumHeight(look.px(220))

    def show_plot(self, view: PlotView | None) -> None:
        self.setVisible(view is not None)
        if view != self._view:
            self._view = view
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(320), self._look.px(210))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        view = self._view
        if view is None or len(view.angle_deg) < 2:  # noqa: PLR2004 - a line has two ends
            return
        px, palette = self._look.px, self._look.palette
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        plot = QRectF(px(44), px(8), self.width() - px(52), self.height() - px(44))
        top = max(view.high, *view.torque_nm) * 1.04
        scale = _Scale(plot, min(view.angle_deg), max(view.angle_deg), top)
        band = QRectF(plot.left(), scale.y(view.high), plot.width(), 0)
        band.setBottom(scale.y(view.low))
        brush.box(band, fill=self._look.state(ShownState.OK).tint)
        self._lines(brush, view, scale)
        self._labels(brush, view, scale)
        nok = self._look.state(ShownState.NOK).solid
        ink = nok if view.is_ok is False else palette.text
        pen = QPen(QColor(ink), px(3))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        brush.painter.setPen(pen)
        brush.painter.drawPolyline(scale.curve(view))
        brush.end()

    def _lines(self, brush: Brush, view: PlotView, scale: _Scale) -> None:
        plot, palette = scale.plot, self._look.palette
        brush.painter.setPen(QPen(QColor(palette.divider), 1))
        brush.painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        pen = QPen(QColor(self._look.state(ShownState.OK).solid), 1.5)
        pen.setDashPattern([4, 3])
        brush.painter.setPen(pen)
        y = scale.y(view.target)
        brush.painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))

    def _labels(self, brush: Brush, view: PlotView, scale: _Scale) -> None:
        px, plot = self._look.px, scale.plot
        font, colour = self._look.font("meta"), self._look.palette.text_muted
        for value in (0.0, view.target):
            box = QRect(0, round(scale.y(value)) - px(13), px(36), px(26))
            brush.text(box, f"{value:.0f}", font=font, colour=colour, align=RIGHT)
        box = QRect(round(plot.left()), round(plot.bottom()) + px(6), round(plot.width()), px(28))
        text = f"{max(view.angle_deg):.0f}°"
        brush.text(box, text, font=font, colour=colour, align=RIGHT)


class _Scale:
    """Degrees and newton metres to pixels."""

    def __init__(self, plot: QRectF, first: float, last: float, top: float) -> None:
        self.plot = plot
        self._first, self._span, self._top = first, (last - first) or 1.0, top or 1.0

    def x(self, angle: float) -> float:
        return self.plot.left() + (angle - self._first) / self._span * self.plot.width()

    def y(self, torque: float) -> float:
        return self.plot.bottom() - torque / self._top * self.plot.height()

    def curve(self, view: PlotView) -> QPolygonF:
        stride = max(1, len(view.angle_deg) // _MAX_POINTS)
        pairs = list(zip(view.angle_deg, view.torque_nm, strict=False))
        shown = [*pairs[:-1:stride], pairs[-1]]
        return QPolygonF([QPointF(self.x(angle), self.y(torque)) for angle, torque in shown])
