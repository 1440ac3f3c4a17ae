"""A call for help, large enough to be read across the hall; pulses until somebody has seen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.tokens import RADIUS_CARD, ShownState
from ui.widgets.motion import PULSE_MS, Motion
from ui.widgets.painted import LEFT, Brush, text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QHideEvent, QPaintEvent

    from ui.theme.look import Look

#: 32 mm: 16 minutes of arc at five metres.  The smaller ones are for long words on small panels.
_SIZES_DU = (128, 104, 84, 64, 48, 36)
_PAD_DU, _ICON_SHARE = 28, 0.6


class CallBand(QWidget):
    """Shape, colour and words; nothing while nobody is called."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words, self._is_seen = "", False
        self._pulse = Motion(self, PULSE_MS)
        self.cut: set[str] = set()
        self._height_du = 168 if not look.metrics.is_dense else 116
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(self._height_du))
        self.hide()

    def show_call(self, words: str, *, is_seen: bool) -> None:
        """An empty one takes no room."""
        self._words, self._is_seen = words, is_seen
        self.setVisible(bool(words))
        self.setAccessibleName(words)
        if not words or is_seen or not self._look.has_motion:
            self._pulse.stop()
        elif not self._pulse.is_running:
            self._pulse.pulse()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._pulse.stop()
        super().hideEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(400), self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        self.cut.clear()
        px, colours = self._look.px, self._look.state(ShownState.CALLING)
        fill, ink = colours.solid, colours.ink
        if self._is_seen:
            fill, ink = colours.tint, colours.on_tint
        brush = Brush(self, self._look, self.cut)
        brush.painter.setOpacity(self._pulse.value_or(1.0))
        brush.box(QRectF(self.rect()), fill=fill, radius_px=px(RADIUS_CARD))
        size, pad = round(self.height() * _ICON_SHARE), px(_PAD_DU)
        y = (self.height() - size) // 2
        brush.icon("bell-ringing-fill", ink, x=pad, y=y, size_px=size)
        left = pad + size + pad
        box = QRect(left, 0, self.width() - left - pad, self.height())
        brush.text(box, self._words, font=self._font(box.width()), colour=ink, align=LEFT)
        brush.end()

    def _font(self, width: int) -> QFont:
        """The largest in which the words stand on one line."""
        fonts = [
            self._look.font_of(size, 700, is_tabular=True)
            for size in _SIZES_DU
            if size < self._height_du
        ]
        fits = (font for font in fonts if text_width(font, self._words) <= width)
        return next(fits, fonts[-1])
