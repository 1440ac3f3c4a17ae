"""A picture whose positions are tapped, or reached with Tab and pressed with Enter."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor

from ui.messages import state_word
from ui.widgets.button import Button
from ui.widgets.painted import Brush
from ui.widgets.picture_panel import PicturePanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.presenters.view_states import Marker, PictureView
    from ui.theme.look import Look

_MAX_PLACES = 12


class PositionPicker(PicturePanel):
    """``on_tap`` is called with "place:" and the position's number; taps beside one do nothing."""

    def __init__(
        self, look: Look, on_tap: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._places = [_Place(look, on_tap, parent=self) for _ in range(_MAX_PLACES)]
        for place in self._places:
            place.hide()

    def show_picture(self, view: PictureView) -> None:
        super().show_picture(view)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """A target is never smaller than a button, however small its mark is drawn."""
        markers = self._view.markers[:_MAX_PLACES] if self._prepare() else ()
        least = self._look.px(self._look.metrics.sizes.target)
        for place, marker in zip_longest(self._places, markers):
            place.setVisible(marker is not None)
            if marker is not None:
                disc = self._disc_of(marker).toRect()
                size = max(least, disc.width())
                target = QRect(0, 0, size, size)
                target.moveCenter(disc.center())
                place.setGeometry(target)
                place.show_place(marker, disc.width())


class _Place(Button):
    """The target over one mark: itself invisible but for the finger and the keyboard's focus."""

    def show_place(self, marker: Marker, disc_px: int) -> None:
        self._disc_px = disc_px
        self.setObjectName(f"place:{marker.text}")
        self.setAccessibleName(f"{marker.text}: {state_word(marker.state)}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        if not self.isDown() and not self.hasFocus():
            return
        brush, size = Brush(self, self.look, self.cut), self._disc_px + 2 * self.look.px(8)
        around = QRectF(0, 0, size, size)
        around.moveCenter(QRectF(self.rect()).center())
        around = around.intersected(QRectF(self.rect()))
        radius = round(around.width() / 2)
        if self.isDown():
            shade = QColor(self.look.palette.text)
            shade.setAlphaF(0.35)
            brush.painter.setBrush(shade)
            brush.painter.drawEllipse(around)
        if self.hasFocus():
            brush.ring(around, radius_px=radius)
        brush.end()
