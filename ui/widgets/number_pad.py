"""The number pad: 20 mm keys, with what is typed, its unit and the limits in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.messages import say
from ui.widgets.button import Button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.view_states import PadView
    from ui.theme.look import Look

_KEYS = ("7", "8", "9", "4", "5", "6", "1", "2", "3", ".", "0", "back")
_WORDS = {"back": "", "sign": "±"}
_ICONS = {"back": "backspace-bold"}
_GAP_DU = 4


class NumberPad(QWidget):
    """Draws what the presenter holds; keeps no digits itself."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        self._note = Label(look, "strong")
        self._typed = Label(look, "heading", wraps=False)
        self._unit = Label(look, "body", wraps=False, colour=look.palette.text_muted)
        self._limits = Label(look, "body", wraps=False, colour=look.palette.text_muted)
        self._keys: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6 if look.metrics.is_dense else 12))
        column.addWidget(self._note)
        column.addWidget(self._display())
        column.addLayout(self._grid(on_tap))

    def show_pad(self, view: PadView | None) -> None:
        self.setVisible(view is not None)
        if view is None:
            return
        self._note.set_text(say(view.note))
        self._typed.set_text("●" * len(view.typed) if view.is_secret else view.typed or " ")
        self._unit.set_text(view.unit)
        self._limits.set_text(say(view.limits))
        self._keys["."].setVisible(view.has_point)
        self._keys["sign"].setVisible(view.has_sign)

    def _display(self) -> QFrame:
        px = self._look.px
        frame = QFrame()
        frame.setProperty("surface", "inset")
        frame.setFixedHeight(px(52 if self._look.metrics.is_dense else 64))
        row = QHBoxLayout(frame)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(px(10))
        row.addWidget(self._typed)
        row.addWidget(self._unit)
        row.addStretch(1)
        row.addWidget(self._limits)
        return frame

    def _grid(self, on_tap: Callable[[str], object]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._look.px(_GAP_DU))
        for i, key in enumerate(_KEYS):
            grid.addWidget(self._key(key, on_tap), i // 3, i % 3)
        grid.addWidget(self._key("sign", on_tap), 0, 3)
        return grid

    def _key(self, key: str, on_tap: Callable[[str], object]) -> Button:
        button = Button(self._look, on_tap, kind="key")
        word = _WORDS.get(key, key)
        button.show_action(f"key:{key}", word, icon=_ICONS.get(key, ""))
        button.setAccessibleName(key)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._keys[key] = button
        return button
