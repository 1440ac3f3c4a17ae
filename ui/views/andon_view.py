"""Whom to call, and how far help is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.widgets.button import Button
from ui.widgets.card import card
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.andon_face import AndonBody
    from ui.presenters.view_states import TileView
    from ui.theme.look import Look

_MAX_TILES, _MAX_CHOICES, _MAX_FACTS = 4, 2, 4


class AndonView(QWidget):
    """A large time where there is one, a row of tiles, what can be chosen beside them."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        is_dense = look.metrics.is_dense
        muted = look.palette.text_muted
        self._title = Label(look, "title")
        self._line = Label(look, "body", colour=muted)
        self._timer = Label(look, "value", wraps=False)
        self._timer.setFont(look.font("value", is_tabular=True))
        self._after = Label(look, "lead")
        self._facts = [Label(look, "body", colour=muted) for _ in range(_MAX_FACTS)]
        self._tiles = [Button(look, on_tap, kind="tile") for _ in range(_MAX_TILES)]
        self._choices = [Button(look, on_tap) for _ in range(_MAX_CHOICES)]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(look, pad_du=40 if not is_dense else 12)
        outer.addWidget(frame)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addLayout(self._time_row())
        column.addSpacing(look.px(24 if not is_dense else 8))
        column.addLayout(self._tile_row(), 4)
        column.addSpacing(look.px(24 if not is_dense else 8))
        column.addLayout(self._choice_row())
        for fact in self._facts:
            column.addWidget(fact)
        column.addStretch(1)

    def show_body(self, body: AndonBody) -> None:
        self._title.set_text(say(body.title))
        self._line.set_text(say(body.line))
        self._timer.set_text(body.timer)
        self._after.set_text(say(body.after_timer))
        for button, tile in zip(self._tiles, (*body.tiles, *(None,) * _MAX_TILES), strict=False):
            _show_tile(button, tile)
        choices = (*body.choices, *(None,) * _MAX_CHOICES)
        for button, choice in zip(self._choices, choices, strict=False):
            button.setVisible(choice is not None)
            if choice is not None:
                name, words, is_chosen = choice
                kind = "chosen" if is_chosen else "standard"
                icon = "check-circle-fill" if is_chosen else "circle-bold"
                button.show_action(name, say(words), icon=icon, kind=kind)
        for label, fact in zip(self._facts, (*body.facts, *("",) * _MAX_FACTS), strict=False):
            label.set_text(say(fact))

    def _time_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(32))
        row.addWidget(self._timer)
        row.addWidget(self._after, 1)
        return row

    def _tile_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(20 if not self._look.metrics.is_dense else 6))
        for tile in self._tiles:
            tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            tile.setMaximumHeight(self._look.px(240))
            row.addWidget(tile, 1)
        return row

    def _choice_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(self._look.metrics.sizes.gap))
        for choice in self._choices:
            choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row.addWidget(choice)
        row.addStretch(1)
        return row


def _show_tile(button: Button, tile: TileView | None) -> None:
    """One without a name only tells: it can be read, not pressed."""
    button.setVisible(tile is not None)
    if tile is not None:
        button.show_action(tile.name, say(tile.words), icon=tile.icon, kind="tile")
        button.setEnabled(bool(tile.name))
