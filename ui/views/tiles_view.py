"""A question answered with one tap on a large tile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.widgets.button import Button
from ui.widgets.card import card
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.view_states import TilesBody
    from ui.theme.look import Look

_COLUMNS = 4
_MAX_TILES = 8


class TilesView(QWidget):
    """Two rows of four, or one."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        is_dense = look.metrics.is_dense
        self._title = Label(look, "title")
        self._line = Label(look, "body", colour=look.palette.text_muted)
        self._tiles = [Button(look, on_tap, kind="tile") for _ in range(_MAX_TILES)]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(look, pad_du=40 if not is_dense else 12)
        outer.addWidget(frame)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addSpacing(look.px(24 if not is_dense else 8))
        grid = QGridLayout()
        grid.setSpacing(look.px(20 if not is_dense else 6))
        for i, tile in enumerate(self._tiles):
            tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            tile.setMaximumHeight(look.px(240))
            grid.addWidget(tile, i // _COLUMNS, i % _COLUMNS)
        for column_number in range(_COLUMNS):
            grid.setColumnStretch(column_number, 1)
        column.addLayout(grid, 3)
        column.addStretch(1)

    def show_body(self, body: TilesBody) -> None:
        self._title.set_text(say(body.title))
        self._line.set_text(say(body.line))
        for button, tile in zip(self._tiles, (*body.tiles, *(None,) * _MAX_TILES), strict=False):
            button.setVisible(tile is not None)
            if tile is not None:
                kind = "urgent" if tile.is_urgent else "tile"
                button.show_action(tile.name, say(tile.words), icon=tile.icon, kind=kind)
