"""A bar to lay a bank card against, and buttons that make it shorter and longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.theme.tokens import RADIUS_CARD
from ui.widgets.button import Button
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.painted import Brush

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from ui.presenters.calibrate_face import CalibrateBody
    from ui.theme.look import Look

_STEPS = 4
#: A bank card's height to its width.
_CARD_RATIO = 53.98 / 85.60
_MOST_HEIGHT_DU = 190


class CalibrateView(QWidget):
    """Words on the left, the bar on the right."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        is_dense = look.metrics.is_dense
        self._title = Label(look, "title")
        self._lines = [Label(look, "body") for _ in range(2)]
        self._value = Label(look, "heading", colour=look.palette.text_muted)
        self._bar = _Bar(look)
        self._steps = [Button(look, on_tap) for _ in range(_STEPS)]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(look, pad_du=32 if not is_dense else 16)
        column.setSpacing(look.px(16 if not is_dense else 8))
        outer.addWidget(frame)
        column.addWidget(self._title)
        for line in self._lines:
            column.addWidget(line)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._bar)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(look.px(16))
        row = QHBoxLayout()
        row.setSpacing(look.px(look.metrics.sizes.gap))
        row.addStretch(1)
        for step in self._steps:
            step.setMinimumWidth(look.px(120))
            row.addWidget(step)
        row.addSpacing(look.px(24))
        row.addWidget(self._value)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def show_body(self, body: CalibrateBody) -> None:
        self._title.set_text(say(body.title))
        for label, line in zip(self._lines, body.lines, strict=True):
            label.set_text(say(line))
        self._value.set_text(say(body.value))
        self._bar.show_width(body.width_px, say(body.value))
        for button, action in zip(self._steps, body.steps, strict=True):
            button.show_action(action.name, say(action.words))


class _Bar(QWidget):
    """As wide as it is told, to the pixel of the glass."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._width_px = 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_width(self, width_px: int, words: str) -> None:
        self.setAccessibleName(words)
        if width_px != self._width_px:
            self._width_px = width_px
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        height = min(self._width_px * _CARD_RATIO, self._look.px(_MOST_HEIGHT_DU))
        return QSize(self._width_px, round(height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        brush = Brush(self, self._look, set())
        palette, px = self._look.palette, self._look.px
        brush.box(QRectF(self.rect()), fill=palette.accent, radius_px=px(RADIUS_CARD))
        brush.end()
