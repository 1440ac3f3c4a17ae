"""Torque over angle, with the window the end must fall into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.languages import spoken
from ui.messages import say, state_word
from ui.presenters.numbers import local_number
from ui.presenters.phrases import phrase
from ui.theme.tokens import ShownState
from ui.widgets.painted import CENTRE, RIGHT, Brush
from ui.widgets.state_disc import draw_disc

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.presenters.view_states import PlotView
    from ui.theme.look import Look

_MAX_POINTS = 800
_END_DU = 22


class CurvePlot(QWidget):
    """Draws one finished trace; its end has the colour and the shape of its state."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: PlotView | None = None
        self._language = ""
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(look.px(120))
        self.setMaximumHeight(look.px(220))

    def show_plot(self, view: PlotView | None) -> None:
        self.setVisible(view is not None)
        if (view, spoken()) != (self._view, self._language):
            self._view, self._language = view, spoken()
            self._say(view)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(320), self._look.px(210))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        view = self._view
        if view is None:
            return
        px = self._look.px
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        plot = QRectF(px(44), px(12), self.width() - px(60), self.height() - px(48))
        if _is_empty(view):
            self._no_curve(brush, plot)
        else:
            self._curve(brush, view, plot)
        brush.end()

    def _curve(self, brush: Brush, view: PlotView, plot: QRectF) -> None:
        px, palette = self._look.px, self._look.palette
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
        curve = scale.curve(view)
        brush.painter.drawPolyline(curve)
        if view.is_ok is not None:
            self._end(brush, curve.last(), is_ok=view.is_ok)

    def _end(self, brush: Brush, at: QPointF, *, is_ok: bool) -> None:
        """Where it stopped, in the shape of its state."""
        state, size = ShownState.OK if is_ok else ShownState.NOK, self._look.px(_END_DU)
        rect = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
        font = self._look.font("meta")
        draw_disc(brush, self._look, state, rect, number="", font=font)

    def _no_curve(self, brush: Brush, plot: QRectF) -> None:
        palette, font = self._look.palette, self._look.font("meta")
        brush.painter.setPen(QPen(QColor(palette.divider), 1))
        brush.painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        words = say(phrase("torque/no_curve"))
        brush.text(plot.toRect(), words, font=font, colour=palette.text_muted, align=CENTRE)

    def _say(self, view: PlotView | None) -> None:
        self.setAccessibleName(say(phrase("torque/curve")))
        if view is None or _is_empty(view):
            self.setAccessibleDescription(say(phrase("torque/no_curve")))
            return
        judged = ""
        if view.is_ok is not None:
            judged = state_word(ShownState.OK if view.is_ok else ShownState.NOK)
        end = local_number(f"{view.torque_nm[-1]:.1f} Nm, {view.angle_deg[-1]:.0f}°", spoken())
        self.setAccessibleDescription(f"{end} {judged}".strip())

    def _lines(self, brush: Brush, view: PlotView, scale: _Scale) -> None:
        plot, palette = scale.plot, self._look.palette
        brush.painter.setPen(QPen(QColor(palette.divider), 1))
        brush.painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        pen = QPen(QColor(self._look.state(ShownState.OK).solid), 1.5 * self._look.px(1))
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


def _is_empty(view: PlotView) -> bool:
    return len(view.angle_deg) < 2  # noqa: PLR2004 - a line has two ends


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
