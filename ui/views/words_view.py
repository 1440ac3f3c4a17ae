"""Own words or one number: the question on top, the keyboard below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.messages import say
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.number_pad import NumberPad
from ui.widgets.text_pad import TextPad

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.words_pad import WordsBody
    from ui.theme.look import Look

_WIDEST_PAD_DU = 1_240
_NUMBER_PAD_DU = 420


class WordsView(QWidget):
    """Keeps no letters itself: the presenter's page has them."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        is_dense = look.metrics.is_dense
        self._title = Label(look, "title" if not is_dense else "heading")
        self._line = Label(look, "body", colour=look.palette.text_muted)
        self._text, self._number = TextPad(look, on_tap), NumberPad(look, on_tap)
        self._text.setMaximumWidth(look.px(_WIDEST_PAD_DU))
        self._number.setFixedWidth(look.px(_NUMBER_PAD_DU))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(look, pad_du=40 if not is_dense else 6)
        column.setSpacing(look.px(8 if not is_dense else 2))
        outer.addWidget(frame)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addSpacing(look.px(24 if not is_dense else 0))
        column.addWidget(self._text, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)

    def show_body(self, body: WordsBody) -> None:
        self._title.set_text(say(body.title))
        # A small panel has room for the keys and the question, no more.
        is_full = self._look.metrics.is_dense and body.text is not None
        self._line.set_text("" if is_full else say(body.line))
        self._text.show_pad(body.text)
        self._number.show_pad(body.number)
