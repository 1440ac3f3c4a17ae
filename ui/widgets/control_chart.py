"""A control chart: values, their limits, the EWMA; alarms in shape and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.languages import spoken
from ui.messages import say
from ui.theme.tokens import ShownState
from ui.widgets.painted import CENTRE, LEFT, RIGHT, Brush, text_width
from ui.widgets.state_disc import draw_disc

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.presenters.spc_face import ChartPlot, Limited
    from ui.theme.look import Look

_DISC_DU, _POINT_DU, _LINE_DU = 26, 7, 30
_SPREAD_SHARE = 0.24


class ControlChart(QWidget):
    """Painted in one go; a test finds texts that did not fit in ``cut``."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._plot: ChartPlot | None = None
        self._language = ""
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(look.px(320), look.px(240))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(600), self._look.px(420))

    def show_plot(self, plot: ChartPlot | None, spoken_line: str) -> None:
        self.setVisible(plot is not None)
        self.setAccessibleDescription(spoken_line)
        if (plot, spoken()) != (self._plot, self._language):
            self._plot, self._language = plot, spoken()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        plot = self._plot
        if plot is None:
            return
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        area, below = self._areas(plot)
        self._location(brush, plot, area)
        if plot.spread is not None:
            self._spread(brush, plot, plot.spread, below)
        self._times(brush, plot, area)
        self._legend(brush, plot)
        brush.end()

    def _areas(self, plot: ChartPlot) -> tuple[QRectF, QRectF]:
        """Of the values, and of their spread; the limits' numbers stand left of both."""
        px, font = self._look.px, self._look.font("meta", is_tabular=True)
        lines = [plot.values, plot.ewma, plot.spread]
        labels = [label for line in lines if line is not None for label in line.labels]
        left = px(16) + max((text_width(font, label) for label in labels), default=px(24))
        top, bottom = px(_LINE_DU + 30), self.height() - px(_LINE_DU + 6)
        gap = px(_LINE_DU + 12)
        height = (bottom - top) if plot.spread is None else (bottom - top - gap)
        share = 1.0 if plot.spread is None else 1 - _SPREAD_SHARE
        width = self.width() - left - px(18)
        area = QRectF(left, top, width, height * share)
        return area, QRectF(left, area.bottom() + gap, width, height * _SPREAD_SHARE)

    def _location(self, brush: Brush, plot: ChartPlot, area: QRectF) -> None:
        palette, values = self._look.palette, plot.values
        scale = _Scale(area, len(values.points), _reach(values, plot.ewma))
        self._limits(brush, values, scale)
        if plot.ewma is not None:
            colour = self._look.palette.control
            self._line(brush, scale.line(plot.ewma), colour, width_du=4)
        line = scale.line(values)
        self._line(brush, line, palette.text, width_du=1.5)
        self._dots(brush, line)
        self._alarms(brush, plot, scale)

    def _spread(self, brush: Brush, plot: ChartPlot, spread: Limited, area: QRectF) -> None:
        scale = _Scale(area, len(plot.values.points), (0.0, max(*spread.upper, *spread.points)))
        px, font, palette = self._look.px, self._look.font("meta"), self._look.palette
        name = QRect(round(area.left()), round(area.top()) - px(_LINE_DU + 2), round(area.width()),
                     px(_LINE_DU))  # fmt: skip
        brush.text(name, say(plot.spread_name), font=font, colour=palette.text_muted, align=LEFT)
        self._edge(brush, scale, spread.upper[-1], spread.labels[-1])
        self._line(brush, scale.line(spread), palette.text, width_du=1.5)

    def _limits(self, brush: Brush, values: Limited, scale: _Scale) -> None:
        if values.centre is None:
            for value, label in zip((min(values.points), max(values.points)), values.labels,
                                    strict=True):  # fmt: skip
                self._name(brush, scale, value, label)
            return
        tint = self._look.state(ShownState.TODO).tint
        top, bottom = scale.y(values.upper[-1]), scale.y(values.lower[-1])
        band = QRectF(scale.area.left(), top, scale.area.width(), bottom - top)
        brush.box(band, fill=tint)
        low, centre, high = values.labels
        self._edge(brush, scale, values.upper[-1], high)
        self._edge(brush, scale, values.lower[-1], low)
        self._edge(brush, scale, values.centre, centre, is_quiet=True)

    def _edge(
        self, brush: Brush, scale: _Scale, value: float, label: str, *, is_quiet: bool = False
    ) -> None:
        palette, px = self._look.palette, self._look.px
        pen = QPen(QColor(palette.divider if is_quiet else palette.control), px(2))
        if not is_quiet:
            pen.setDashPattern([4, 3])
        brush.painter.setPen(pen)
        y = scale.y(value)
        brush.painter.drawLine(QPointF(scale.area.left(), y), QPointF(scale.area.right(), y))
        self._name(brush, scale, value, label)

    def _name(self, brush: Brush, scale: _Scale, value: float, label: str) -> None:
        """The number left of its height."""
        palette, px, y = self._look.palette, self._look.px, scale.y(value)
        box = QRect(0, round(y) - px(14), round(scale.area.left()) - px(8), px(28))
        font = self._look.font("meta", is_tabular=True)
        brush.text(box, label, font=font, colour=palette.text_muted, align=RIGHT)

    def _line(self, brush: Brush, line: QPolygonF, colour: str, *, width_du: float) -> None:
        pen = QPen(QColor(colour), max(1.0, width_du * self._look.px(100) / 100))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        brush.painter.setPen(pen)
        brush.painter.setBrush(Qt.BrushStyle.NoBrush)
        brush.painter.drawPolyline(line)

    def _dots(self, brush: Brush, line: QPolygonF) -> None:
        radius = self._look.px(_POINT_DU) / 2
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(QColor(self._look.palette.text))
        for place in range(line.count()):
            brush.painter.drawEllipse(line.at(place), radius, radius)

    def _alarms(self, brush: Brush, plot: ChartPlot, scale: _Scale) -> None:
        """Each in its shape; its word above them where there is room, the newest first."""
        px, size = self._look.px, self._look.px(_DISC_DU)
        font, palette = self._look.font("meta"), self._look.palette
        places = [
            (scale.at(point, plot.values.points[point]), words) for point, words in plot.alarms
        ]
        for at, _ in places:
            rect = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
            draw_disc(brush, self._look, ShownState.ATTENTION, rect, number="", font=font)
        highest = min((at.y() for at, _ in places), default=0.0) - size / 2
        top = max(0, round(highest) - px(_LINE_DU))
        free_to = self.width()
        for at, words in reversed(places):
            text = say(words)
            width = text_width(font, text) + px(4)
            left = min(round(at.x()) - width // 2, self.width() - width)
            if left < 0 or left + width > free_to:
                continue
            box = QRect(left, top, width, px(_LINE_DU - 2))
            brush.box(QRectF(box), fill=palette.raised, radius_px=px(4))
            brush.text(box, text, font=font, colour=palette.text, align=CENTRE)
            free_to = left - px(8)

    def _times(self, brush: Brush, plot: ChartPlot, area: QRectF) -> None:
        px, font = self._look.px, self._look.font("meta")
        box = QRect(round(area.left()), self.height() - px(_LINE_DU), round(area.width()),
                    px(_LINE_DU))  # fmt: skip
        colour = self._look.palette.text_muted
        brush.text(box, plot.first, font=font, colour=colour, align=LEFT)
        brush.text(box, plot.last, font=font, colour=colour, align=RIGHT)

    def _legend(self, brush: Brush, plot: ChartPlot) -> None:
        """Which line is which: as thick and as dashed as it is drawn."""
        px, palette, font = self._look.px, self._look.palette, self._look.font("meta")
        styles = (
            (palette.text, 1.5, False),
            (palette.control, 4, False),
            (palette.control, 2, True),
        )
        left = px(4)
        for words, (colour, width_du, is_dashed) in zip(plot.legend, styles, strict=False):
            text = say(words)
            pen = QPen(QColor(colour), max(1.0, width_du * px(100) / 100))
            if is_dashed:
                pen.setDashPattern([4, 3])
            brush.painter.setPen(pen)
            y = px(_LINE_DU) / 2
            brush.painter.drawLine(QPointF(left, y), QPointF(left + px(32), y))
            width = text_width(font, text) + px(4)
            box = QRect(left + px(40), 0, width, px(_LINE_DU))
            brush.text(box, text, font=font, colour=palette.text_muted, align=LEFT)
            left += px(64) + width


def _reach(values: Limited, slow: Limited | None) -> tuple[float, float]:
    """From the lowest to the highest of what is drawn, with a little room."""
    drawn = [*values.points, *values.lower[-1:], *values.upper[-1:]]
    drawn += [] if slow is None else slow.points
    low, high = min(drawn), max(drawn)
    room = (high - low) * 0.06 or 1.0
    return low - room, high + room


class _Scale:
    """Numbers of points and values to pixels."""

    def __init__(self, area: QRectF, count: int, reach: tuple[float, float]) -> None:
        self.area = area
        self._count = max(2, count)
        self._low, self._span = reach[0], (reach[1] - reach[0]) or 1.0

    def y(self, value: float) -> float:
        return self.area.bottom() - (value - self._low) / self._span * self.area.height()

    def at(self, point: int, value: float) -> QPointF:
        share = (point + 0.5) / self._count
        return QPointF(self.area.left() + share * self.area.width(), self.y(value))

    def line(self, limited: Limited) -> QPolygonF:
        points = enumerate(limited.points, start=limited.begins)
        return QPolygonF([self.at(point, value) for point, value in points])
