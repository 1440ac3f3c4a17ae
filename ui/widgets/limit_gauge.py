"""A measured value against its limits: position first, number second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.languages import spoken
from ui.messages import say, state_word
from ui.presenters.numbers import local_number
from ui.presenters.phrases import phrase
from ui.theme.tokens import ShownState
from ui.widgets.motion import POINTER_MS, Motion
from ui.widgets.painted import CENTRE, Brush, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.presenters.view_states import GaugeView
    from ui.theme.look import Look

_INSET_DU = 18  # so that a pointer at the end of the scale is whole
_TRACK_DU = (36, 28)  # top and height
_FLAG_DU = 32


class LimitGauge(QWidget):
    """Shows the accepted band in the middle half and a pointer at the value.

    The pointer is a triangle for OK, a square with an X for NOK, and an arrow outwards when the
    value lies beyond the scale; a value that is not judged has the colour of text.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: GaugeView | None = None
        self._language = ""
        self._motion = Motion(self, POINTER_MS)
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_gauge(self, view: GaugeView | None) -> None:
        """None takes no room.  The pointer slides from the value before, if motion is allowed."""
        self.setVisible(view is not None)
        if (view, spoken()) == (self._view, self._language):
            return
        before, self._view, self._language = self._view, view, spoken()
        if view is not None:
            self._say(view)
            self._slide(before, view)
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
        top, height = _TRACK_DU
        inset = px(_INSET_DU)
        track = QRectF(inset, px(top), self.width() - 2 * inset, px(height))
        brush.box(
            track, fill=palette.surface, line=palette.control, width_px=px(1), radius_px=px(6)
        )
        ok = self._look.state(ShownState.OK)
        left, right = (_x(_share(view, limit), track) for limit in (view.low, view.high))
        brush.box(QRectF(left, track.top() + 1, right - left, track.height() - 2), fill=ok.tint)
        self._limits(brush, view, track)
        if view.value is not None:
            self._pointer(brush, view, track)
        brush.end()

    def _say(self, view: GaugeView) -> None:
        limits = f"{view.labels[0]} – {view.labels[-1]}"
        self.setAccessibleName(f"{say(phrase('measure/limits'))} {limits}")
        if view.value is None:
            self.setAccessibleDescription("–")
            return
        judged = "" if view.is_ok is None else state_word(_state(view))
        value = local_number(f"{view.value:g}", spoken())
        self.setAccessibleDescription(f"{value} {judged}".strip())

    def _slide(self, before: GaugeView | None, view: GaugeView) -> None:
        self._motion.stop()
        if not self._look.has_motion or before is None or view.value is None:
            return
        if before.value is not None and self.isVisible():
            self._motion.run(_share(before, before.value), _share(view, view.value))

    def _limits(self, brush: Brush, view: GaugeView, track: QRectF) -> None:
        px, palette = self._look.px, self._look.palette
        at = (view.low, view.target if view.target is not None else view.low, view.high)
        xs = [_x(_share(view, value), track) for value in at]
        brush.painter.setPen(QColor(palette.control))
        for x in xs:
            brush.painter.drawLine(QPointF(x, track.top()), QPointF(x, track.bottom()))
        font = self._look.font("meta", is_tabular=True)
        widths = [text_width(font, text) for text in view.labels]
        shown = list(zip(xs, view.labels, widths, strict=True))
        if xs[0] + widths[0] / 2 + px(8) > xs[1] - widths[1] / 2 or xs[1] == xs[0]:
            del shown[1]  # the limits matter more than the target between them
        for x, text, width in shown:
            half = width // 2 + 1
            box = QRect(round(x) - half, round(track.bottom()) + px(8), 2 * half + 1, px(26))
            brush.text(box, text, font=font, colour=palette.text_muted, align=CENTRE)

    def _pointer(self, brush: Brush, view: GaugeView, track: QRectF) -> None:
        px = self._look.px
        share = _share(view, view.value or 0.0)
        x = _x(self._motion.value_or(min(max(share, 0.0), 1.0)), track)
        colours = self._look.state(_state(view))
        fill = self._look.palette.text if view.is_ok is None else colours.solid
        stem = QRectF(x - px(2), track.top() - px(4), px(4), track.height() + px(4))
        if view.is_ok is not False:
            tip, top = track.top() + px(8), track.top() - px(20)
            brush.shape(
                QPolygonF([QPointF(x, tip), QPointF(x - px(15), top), QPointF(x + px(15), top)]),
                fill=fill,
            )
            brush.box(stem, fill=fill)
            return
        brush.box(stem, fill=fill)
        size = px(_FLAG_DU)
        flag = QRectF(x - size / 2, track.top() - size - px(2), size, size)
        brush.box(flag, fill=fill, radius_px=px(6))
        icon = "x-bold"
        if share < 0 or share > 1:
            icon = "arrow-left-bold" if share < 0 else "arrow-right-bold"
        mark = px(22)
        left, top = (
            round(flag.center().x() - mark / 2),
            round(flag.center().y() - mark / 2),
        )
        brush.icon(icon, colours.ink, x=left, y=top, size_px=mark)


def _state(view: GaugeView) -> ShownState:
    return ShownState.OK if view.is_ok else ShownState.NOK


def _share(view: GaugeView, value: float) -> float:
    """The band takes the middle half; below 0 and above 1 is beyond the scale."""
    half = (view.high - view.low) / 2 or 1.0
    return (value - (view.low - half)) / (4 * half)


def _x(share: float, track: QRectF) -> float:
    return track.left() + min(max(share, 0.0), 1.0) * track.width()
