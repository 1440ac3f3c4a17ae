"""The picture of a step: a tap enlarges it, a tap on a marked place says more about it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize

from ui.messages import say
from ui.theme.tokens import RADIUS_CONTROL
from ui.widgets.painted import LEFT, Brush, text_width
from ui.widgets.picture_panel import PicturePanel
from ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.presenters.view_states import Marker, PictureView
    from ui.theme.look import Look

_MAX_SPOTS = 8
_CHIP_ICON = "magnifying-glass-plus-bold"


class StepPicture(PicturePanel):
    """``on_tap`` is called with "picture", or with the button of a place."""

    def __init__(
        self, look: Look, on_tap: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._whole = _Whole(look, on_tap, parent=self)
        self._spots = [_Spot(look, on_tap, parent=self) for _ in range(_MAX_SPOTS)]
        for pressable in (self._whole, *self._spots):
            pressable.hide()

    def show_picture(self, view: PictureView) -> None:
        super().show_picture(view)
        self._whole.show_words(say(view.opens))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """A target is never smaller than a button, however small its mark is drawn."""
        self._whole.setGeometry(self.rect())
        markers: list[Marker] = []
        if self._view.markers and self._prepare():
            markers = [marker for marker in self._view.markers if marker.button][:_MAX_SPOTS]
        least = self._look.px(self._look.metrics.sizes.target)
        for spot, marker in zip_longest(self._spots, markers):
            spot.setVisible(marker is not None)
            if marker is not None:
                disc = self._disc_of(marker).toRect()
                size = max(least, disc.width())
                target = QRect(0, 0, size, size)
                target.moveCenter(disc.center())
                spot.setGeometry(target)
                spot.show_spot(marker, disc.width())


class _Whole(Pressable):
    """All of the picture; its words stand in the lower right corner."""

    def __init__(self, look: Look, on_tap: Callable[[str], object], *, parent: QWidget) -> None:
        super().__init__(on_tap, parent=parent)
        self._look = look
        self.cut: set[str] = set()
        self.setObjectName("picture")

    def show_words(self, words: str) -> None:
        self.setVisible(bool(words))
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        look, px = self._look, self._look.px
        self.cut.clear()
        brush = Brush(self, look, self.cut)
        font, icon, pad = look.font("meta"), px(22), px(10)
        width = text_width(font, self.text()) + icon + 3 * pad
        chip = QRect(self.width() - width - pad, self.height() - px(40) - pad, width, px(40))
        palette = look.palette
        fill = palette.surface if self.isDown() else palette.raised
        brush.box(
            QRectF(chip),
            fill=fill,
            line=palette.control,
            width_px=max(1, px(1)),
            radius_px=px(RADIUS_CONTROL),
        )
        y = chip.center().y() - icon // 2
        brush.icon(_CHIP_ICON, palette.text_muted, x=chip.left() + pad, y=y, size_px=icon)
        words = chip.adjusted(icon + 2 * pad, 0, 0, 0)
        brush.text(words, self.text(), font=font, colour=palette.text, align=LEFT)
        if self.hasFocus():
            brush.ring(QRectF(self.rect()), radius_px=px(RADIUS_CONTROL))
        brush.end()


class _Spot(Pressable):
    """Over the mark of a place: a small "i" says that there is more to read."""

    def __init__(self, look: Look, on_tap: Callable[[str], object], *, parent: QWidget) -> None:
        super().__init__(on_tap, parent=parent)
        self._look = look
        self._disc_px = 0

    def show_spot(self, marker: Marker, disc_px: int) -> None:
        self.setObjectName(marker.button)
        self.setAccessibleName(marker.words or marker.text)
        self._disc_px = disc_px
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        look, px = self._look, self._look.px
        brush = Brush(self, look, set())
        size = px(26)
        offset = round(self._disc_px * 0.36)
        centre = self.rect().center()
        x, y = centre.x() + offset - size // 2, centre.y() - offset - size // 2
        palette = look.palette
        brush.box(QRectF(x, y, size, size), fill=palette.raised, radius_px=size // 2)
        brush.icon("info-fill", palette.accent, x=x, y=y, size_px=size)
        if self.hasFocus():
            brush.ring(QRectF(self.rect()), radius_px=px(RADIUS_CONTROL))
        brush.end()
