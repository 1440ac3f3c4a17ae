"""A picture on which pins are put: tapped, dragged, or nudged with the arrow keys.

A tap puts the pin where it was.  While a finger drags, the pin is lifted 12 mm above it, so that
the place can be seen; it stays where it was seen when the finger is lifted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF

from ui.presenters.defect_body import PinsView
from ui.theme.tokens import RADIUS_CONTROL, ShownState
from ui.widgets.painted import CENTRE, Brush
from ui.widgets.picture_panel import PicturePanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from ui.presenters.defect_body import ZoneView
    from ui.theme.look import Look

LIFT_DU = 48  # 12 mm
_DRAGS_FROM_DU = 12  # 3 mm: less is a finger that trembles
_PIN_DU = 52
_WAYS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PinPicture(PicturePanel):
    """``on_tap`` is called with "pin:x:y" in shares of the picture, and "nudge:" and a way."""

    def __init__(
        self, look: Look, on_tap: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._on_tap = on_tap
        self._can_pin = False
        self._pins = PinsView()
        self._zones: tuple[ZoneView, ...] = ()
        self._pressed: QPointF | None = None
        self._finger: QPointF | None = None
        self._is_dragging = False
        self.setObjectName("pins")

    def show_pins(self, pins: PinsView, zones: tuple[ZoneView, ...], *, can_pin: bool) -> None:
        """Where pins are, which areas have a name, and whether a pin may be put now."""
        if (pins, zones, can_pin) != (self._pins, self._zones, self._can_pin):
            self._pins, self._zones, self._can_pin = pins, zones, can_pin
            policy = Qt.FocusPolicy.TabFocus if can_pin else Qt.FocusPolicy.NoFocus
            self.setFocusPolicy(policy)
            self.update()

    # -- finger and mouse ------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._can_pin and event.button() is Qt.MouseButton.LeftButton and self._prepare():
            self._pressed = self._finger = event.position()
            self._is_dragging = False
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._pressed is None:
            return
        self._finger = event.position()
        moved = self._finger - self._pressed
        far = self._look.px(_DRAGS_FROM_DU)
        self._is_dragging = self._is_dragging or moved.manhattanLength() > far
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802
        place = self._place()
        self._pressed = self._finger = None
        self.update()
        if place is not None:
            self._put(place)

    # -- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None and self._can_pin:
            self._on_tap(f"nudge:{way}")
        elif event.key() in _ENTER and not event.isAutoRepeat() and self._can_pin:
            self._on_tap("pin:0.5:0.5")
        else:
            super().keyPressEvent(event)

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        brush = Brush(self, self._look, self.cut)
        for zone in self._zones:
            self._outline(brush, zone)
        place = self._place()
        for number, (x, y) in enumerate(self._pins.places):
            is_chosen = number == self._pins.chosen
            if place is None or not is_chosen:
                self._pin(brush, self._point(x, y), str(number + 1), is_chosen=is_chosen)
        if place is not None:
            self._carried(brush, place)
        if self.hasFocus():
            brush.ring(QRectF(self.rect()), radius_px=self._look.px(RADIUS_CONTROL))
        brush.end()

    def _outline(self, brush: Brush, zone: ZoneView) -> None:
        palette = self._look.palette
        colour = palette.accent if zone.is_chosen else palette.control
        pen = QPen(QColor(colour), self._look.px(3 if zone.is_chosen else 2))
        pen.setStyle(Qt.PenStyle.SolidLine if zone.is_chosen else Qt.PenStyle.DashLine)
        brush.painter.setPen(pen)
        brush.painter.setBrush(Qt.BrushStyle.NoBrush)
        brush.painter.drawPolygon(QPolygonF([self._point(x, y) for x, y in zone.points]))

    def _carried(self, brush: Brush, place: QPointF) -> None:
        """The pin under way, and the line to the finger that carries it."""
        if self._finger is not None and self._is_dragging:
            solid = self._look.state(ShownState.NOK).solid
            brush.painter.setPen(QPen(QColor(solid), self._look.px(2)))
            brush.painter.drawLine(place, self._finger)
        number = min(self._pins.chosen, len(self._pins.places)) + 1
        self._pin(brush, place, str(number), is_chosen=True)

    def _pin(self, brush: Brush, tip: QPointF, number: str, *, is_chosen: bool) -> None:
        """A drop whose tip is the place; the chosen one has a ring around the place."""
        colours, px = self._look.state(ShownState.NOK), self._look.px
        radius = px(_PIN_DU) / 2
        head = QRectF(0, 0, 2 * radius, 2 * radius)
        head.moveCenter(QPointF(tip.x(), tip.y() - 1.5 * radius))
        brush.painter.setPen(Qt.PenStyle.NoPen)
        if is_chosen:
            halo = QColor(colours.solid)
            halo.setAlphaF(0.25)
            brush.painter.setBrush(halo)
            brush.painter.drawEllipse(tip, radius, radius)
        drop = QPainterPath(tip)
        drop.lineTo(head.left() + 0.1 * radius, head.center().y() + 0.5 * radius)
        drop.lineTo(head.right() - 0.1 * radius, head.center().y() + 0.5 * radius)
        drop.closeSubpath()
        drop.addEllipse(head)
        drop.setFillRule(Qt.FillRule.WindingFill)
        brush.painter.setPen(QPen(QColor(self._look.palette.raised), px(2)))
        brush.painter.setBrush(QColor(colours.solid))
        brush.painter.drawPath(drop.simplified())
        font = self._look.font("strong")
        brush.text(head.toRect(), number, font=font, colour=colours.ink, align=CENTRE)

    # -- where things are ------------------------------------------------------------------

    def _place(self) -> QPointF | None:
        """Where the pin would be put now; near the lower edge it comes down to the finger."""
        finger = self._finger
        if finger is None:
            return None
        lift = float(self._look.px(LIFT_DU)) if self._is_dragging else 0.0
        left_below = max(0.0, self._at.bottom() - finger.y())
        y = finger.y() - min(lift, left_below)
        x = min(max(finger.x(), self._at.left()), self._at.right())
        return QPointF(x, min(max(y, self._at.top()), self._at.bottom()))

    def _put(self, place: QPointF) -> None:
        x = (place.x() - self._at.left()) / self._at.width()
        y = (place.y() - self._at.top()) / self._at.height()
        self._on_tap(f"pin:{x:.4f}:{y:.4f}")

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(
            self._at.left() + x * self._at.width(), self._at.top() + y * self._at.height()
        )
