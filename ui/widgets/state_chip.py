"""The one way a state is shown: colour, shape and word together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.languages import spoken
from ui.messages import say
from ui.theme.tokens import RADIUS_CHIP, ShownState
from ui.widgets.motion import FLASH_MS, PULSE_MS, Motion
from ui.widgets.painted import LEFT, Brush, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QHideEvent, QPaintEvent, QShowEvent

    from ui.presenters.view_states import Chip
    from ui.theme.look import Look

ICONS = {
    ShownState.TODO: "circle-bold",
    ShownState.IN_PROGRESS: "circle-half-fill",
    ShownState.OK: "check-circle-fill",
    ShownState.NOK: "x-square-fill",
    ShownState.ATTENTION: "warning-fill",
    ShownState.BLOCKED: "lock-key-fill",
    ShownState.OFFLINE: "cloud-slash-bold",
    ShownState.WAIVED: "prohibit-fill",
    ShownState.CALLING: "bell-ringing-fill",
}


class StateChip(QWidget):
    """Paints itself: a state change costs one repaint and no style-sheet work.

    With motion, NOK flashes once when it comes, and a call pulses until it is answered.
    """

    def __init__(
        self, look: Look, *, is_large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._is_large = is_large
        self._chip: Chip | None = None
        self._language = ""
        self._word = ""
        self._flash, self._pulse = Motion(self, FLASH_MS), Motion(self, PULSE_MS)
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_chip(self, chip: Chip | None) -> None:
        """None takes no room.  The word is also what a screen reader says."""
        if (chip, spoken()) == (self._chip, self._language):
            return
        was_nok = self._chip is not None and self._chip.state is ShownState.NOK
        self._chip, self._language = chip, spoken()
        self._word = "" if chip is None else say(chip.words)
        self.setVisible(chip is not None)
        self.setAccessibleName(self._word)
        if self._look.has_motion:
            self._move(chip, was_nok=was_nok)
        self.updateGeometry()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        if self._look.has_motion:
            self._move(self._chip, was_nok=True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._pulse.stop()
        super().hideEvent(event)

    def _move(self, chip: Chip | None, *, was_nok: bool) -> None:
        state = None if chip is None else chip.state
        if state is not ShownState.CALLING:
            self._pulse.stop()
        elif not self._pulse.is_running:
            self._pulse.pulse()
        if state is ShownState.NOK and not was_nok:
            self._flash.run(0.0, 1.0)

    def sizeHint(self) -> QSize:  # noqa: N802
        px = self._look.px
        width = text_width(self._font(), self._word)
        return QSize(px(18 + 12 + 18) + self._icon_px() + width, px(self._height_du()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        chip = self._chip
        if chip is None:
            return
        px, colours = self._look.px, self._look.state(chip.state)
        is_stale = chip.state is ShownState.OFFLINE
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        brush.painter.setOpacity(self._pulse.value_or(1.0))
        fill, ink = colours.tint, colours.on_tint
        if self._flash.is_running and chip.state is ShownState.NOK:
            fill, ink = colours.solid, colours.ink
        brush.box(
            QRectF(self.rect()),
            fill=fill,
            line=self._line(chip.state),
            width_px=px(2),
            radius_px=px(RADIUS_CHIP),
            is_dashed=is_stale,
        )
        size = self._icon_px()
        name = chip.icon or ICONS[chip.state]
        brush.icon(name, ink, x=px(18), y=(self.height() - size) // 2, size_px=size)
        left = px(18 + 12) + size
        box = QRect(left, 0, self.width() - left - px(12), self.height())
        brush.text(box, self._word, font=self._font(), colour=ink, align=LEFT)
        brush.end()

    def _line(self, state: ShownState) -> str | None:
        if state is ShownState.OFFLINE:
            return self._look.palette.control
        return self._look.palette.warn_line if state is ShownState.ATTENTION else None

    def _height_du(self) -> int:
        if self._look.metrics.is_dense:
            return 44 if self._is_large else 42
        return 56 if self._is_large else 48

    def _icon_px(self) -> int:
        return self._look.px(28 if self._is_large else 24)

    def _font(self) -> QFont:
        body = self._look.metrics.sizes.body
        return self._look.font_of(body + 6 if self._is_large else body - 1, 600)
