"""The number pad: 20 mm keys, with what is typed, its unit and the limits in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.languages import spoken
from ui.messages import say
from ui.presenters.numbers import local_number
from ui.widgets.keys import BACK, SIGN, name_keys, pad_key, press_key
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from ui.presenters.view_states import PadView
    from ui.theme.look import Look
    from ui.widgets.button import Button

_KEYS = ("7", "8", "9", "4", "5", "6", "1", "2", "3", ".", "0", BACK)
_WORDS = {BACK: "", SIGN: "±"}
_ICONS = {BACK: "backspace-bold"}


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
        typed = "●" * len(view.typed) if view.is_secret else local_number(view.typed, spoken())
        self._typed.set_text(typed or " ")
        self._unit.set_text(view.unit)
        self._limits.set_text(say(view.limits))
        self._keys["."].show_action("key:.", local_number(".", spoken()))
        self._keys["."].setVisible(view.has_point)
        self._keys[SIGN].setVisible(view.has_sign)
        self.setAccessibleDescription(f"{typed} {view.unit}".strip())
        name_keys(self._keys)

    def take_key(self, event: QKeyEvent) -> bool:
        """Let a real keyboard press our keys; False when the key is none of them."""
        return press_key(self._keys, event)

    def _display(self) -> QFrame:
        px = self._look.px
        frame = QFrame()
        frame.setProperty("surface", "inset")
        frame.setFixedHeight(px(50 if self._look.metrics.is_dense else 64))
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
        grid.setSpacing(self._look.px(self._look.metrics.sizes.key_gap))
        for i, key in enumerate(_KEYS):
            grid.addWidget(self._key(key, on_tap), i // 3, i % 3)
        grid.addWidget(self._key(SIGN, on_tap), 0, 3)
        return grid

    def _key(self, key: str, on_tap: Callable[[str], object]) -> Button:
        icon, word = _ICONS.get(key, ""), _WORDS.get(key, key)
        button = pad_key(self._look, on_tap, key, word, kind="key", icon=icon)
        # Where a note leaves too little room, keys give way a little rather than the note.
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._keys[key] = button
        return button
