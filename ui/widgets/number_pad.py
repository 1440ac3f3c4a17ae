"""The number pad: 20 mm keys, with what is typed, its unit and the limits in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import say
from ui.widgets.button import Button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.view_states import PadView
    from ui.theme.look import Look

_KEYS = ("7", "8", "9", "4", "5", "6", "1", "2", "3")
_GAP_DU = 4


class NumberPad(QWidget):
    """Draws what the presenter holds; keeps no digits itself."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        self._note = Label(look, "strong")
        self._typed = Label(look, "heading", wraps=False)
        self._unit = Label(look, "body", wraps=False, colour=look.palette.text_muted)
        self._limits = Label(look, "meta", colour=look.palette.text_muted)
        self._keys: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self._note)
        column.addWidget(self._display())
        column.addWidget(self._limits)
        column.addLayout(self._grid(on_tap))

    def show_pad(self, view: PadView | None) -> None:
        self.setVisible(view is not None)
        if view is None:
            return
        self._note.set_text(say(view.note))
        self._typed.set_text("●" * len(view.typed) if view.is_secret else view.typed or " ")
        self._unit.set_text(view.unit)
        self._limits.set_text(say(view.limits))
        for name in ("sign", "."):
            self._keys[name].setEnabled(not view.is_secret)
            self._keys[name].setVisible(not view.is_secret)

    def _display(self) -> QFrame:
        px = self._look.px
        frame = QFrame()
        frame.setProperty("surface", "inset")
        frame.setFixedHeight(px(60))
        row = QHBoxLayout(frame)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.addWidget(self._typed)
        row.addStretch(1)
        row.addWidget(self._unit)
        return frame

    def _grid(self, on_tap: Callable[[str], object]) -> QHBoxLayout:
        grid = QGridLayout()
        grid.setSpacing(self._look.px(_GAP_DU))
        for i, key in enumerate(_KEYS):
            grid.addWidget(self._key(key, key, on_tap), i // 3, i % 3)
        grid.addWidget(self._key("sign", "±", on_tap), 3, 0)
        grid.addWidget(self._key("0", "0", on_tap), 3, 1)
        grid.addWidget(self._key(".", ".", on_tap), 3, 2)
        grid.addWidget(self._key("back", "", on_tap, icon="backspace-bold"), 0, 3)
        row = QHBoxLayout()
        row.addLayout(grid)
        row.addStretch(1)
        return row

    def _key(
        self, key: str, word: str, on_tap: Callable[[str], object], *, icon: str = ""
    ) -> Button:
        button = Button(self._look, on_tap, kind="key")
        button.show_action(f"key:{key}", word, icon=icon)
        size = self._look.px(self._look.metrics.sizes.key)
        button.setFixedSize(size, size)
        button.setAccessibleName(word or key)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._keys[key] = button
        return button
