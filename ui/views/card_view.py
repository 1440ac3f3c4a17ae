"""The card in three columns: what happened, what was done before, and the chips.

On a small panel the chips follow on a face of their own.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.widgets.button import Button
from ui.widgets.card import card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.curve_plot import CurvePlot
from ui.widgets.label import Label
from ui.widgets.painted import text_width
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QFrame

    from ui.presenters.card_body import CardBody, Choice
    from ui.presenters.card_left import LeftSide
    from ui.presenters.view_states import TileView
    from ui.theme.look import Look

_RESPONSES, _MORE, _ROWS, _FACTS, _QUIET = 3, 2, 3, 4, 2
_CHIPS = 6
_COLUMNS = 3
#: Narrower, in the longest words, the chips of three columns do not fit.
_THREE_FROM_DU = 1_800
_TALLEST_DU, _CHIP_PAD_DU = 92, 12
#: What the columns get of the width.
_LEFT, _MIDDLE, _RIGHT = 5, 6, 8


def asks_in_two(look: Look) -> bool:
    """Whether the three columns do not fit beside each other."""
    return look.metrics.is_dense or look.metrics.width_du < _THREE_FROM_DU


class CardView(QWidget):
    """Chips fold onto two lines rather than being cut."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        is_dense = self._is_dense = asks_in_two(look)
        muted = look.palette.text_muted
        self._what = StateChip(look)
        self._title = Label(look, "heading")
        self._plot = CurvePlot(look)
        self._facts = [Label(look, "body") for _ in range(_FACTS)]
        self._quiet = [Label(look, "meta", colour=muted) for _ in range(_QUIET)]
        self._memory, self._none = Label(look, "heading"), Label(look, "body", colour=muted)
        self._responses = [ChoiceBox(look, on_tap) for _ in range(_RESPONSES)]
        self._more = [_Chip(look, on_tap) for _ in range(_MORE)]
        self._why = Label(look, "heading")
        self._asked = [Label(look, "meta", colour=muted) for _ in range(_ROWS)]
        self._chips = [[_Chip(look, on_tap) for _ in range(_CHIPS)] for _ in range(_ROWS)]
        self._words = _Chip(look, on_tap)
        self._said = Label(look, "body")
        self._note = Label(look, "meta", colour=muted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(20 if not is_dense else 8))
        self._shown_before = (self._happened(), self._before())
        self._shown_why = self._questions()
        row.addWidget(self._shown_before[0], _LEFT)
        row.addWidget(self._shown_before[1], _MIDDLE)
        row.addWidget(self._shown_why, _RIGHT)

    def show_body(self, body: CardBody) -> None:
        for frame in self._shown_before:
            frame.setVisible(body.left is not None)
        self._shown_why.setVisible(bool(body.rows))
        if body.left is not None:
            self._show_left(body.left)
        self._memory.set_text(say(body.memory))
        self._none.set_text(say(body.none_yet))
        for box, response in zip_longest(self._responses, body.responses[:_RESPONSES]):
            box.show_response(response)
        _show_tiles(self._more, body.more)
        self._why.set_text(say(body.title))
        for label, chips, (asked, choices) in zip(
            self._asked, self._chips, body.rows, strict=False
        ):
            label.set_text(say(asked))
            for chip, choice in zip_longest(chips, choices[:_CHIPS]):
                _show_choice(chip, choice, about=say(asked))
        _show_choice(self._words, body.own_words)
        self._said.set_text(say(body.said))
        self._note.set_text("" if self._is_dense and body.said else say(body.note))

    def _show_left(self, left: LeftSide) -> None:
        self._what.show_chip(left.what)
        self._title.set_text(say(left.title))
        # On a small panel words say more in the same room; the failed result's face has the curve.
        self._plot.show_plot(None if self._is_dense else left.plot)
        _tell(self._facts, [say(one) for one in left.facts])
        _tell(self._quiet, [say(one) for one in left.quiet])

    def _happened(self) -> QFrame:
        frame, column = self._column()
        column.addWidget(self._what)
        column.addWidget(self._title)
        column.addWidget(self._plot, 1)
        for label in (*self._facts, *self._quiet):
            column.addWidget(label)
        column.addStretch(1)
        return frame

    def _before(self) -> QFrame:
        frame, column = self._column()
        column.addWidget(self._memory)
        column.addWidget(self._none)
        for box in self._responses:
            column.addWidget(box)
        column.addStretch(1)
        more = QHBoxLayout()
        more.setSpacing(self._gap())
        for button in self._more:
            button.setMaximumHeight(self._look.px(self._look.metrics.sizes.target))
            more.addWidget(button, 1)
        column.addLayout(more)
        return frame

    def _questions(self) -> QFrame:
        frame, column = self._column()
        column.addWidget(self._why)
        for label, chips in zip(self._asked[:-1], self._chips[:-1], strict=True):
            column.addWidget(label)
            column.addLayout(self._grid(chips), 2)
        column.addWidget(self._asked[-1])
        last = QHBoxLayout()
        last.setSpacing(self._gap())
        for chip in self._chips[-1]:
            last.addWidget(chip, 1)
        last.addWidget(self._words, 2)
        column.addLayout(last, 1)
        column.addWidget(self._said)
        column.addWidget(self._note)
        column.addStretch(1)
        return frame

    def _column(self) -> tuple[QFrame, QVBoxLayout]:
        is_dense = self._is_dense
        frame, column = card(self._look, pad_du=20 if not is_dense else 8)
        column.setSpacing(self._look.px(6 if not is_dense else 4))
        return frame, column

    def _grid(self, chips: Sequence[Button]) -> QGridLayout:
        columns = _COLUMNS if not self._is_dense else _CHIPS
        grid = QGridLayout()
        grid.setSpacing(self._gap())
        for i, chip in enumerate(chips):
            grid.addWidget(chip, i // columns, i % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return grid

    def _gap(self) -> int:
        return self._look.px(12 if not self._is_dense else 4)


class _Chip(Button):
    """Folds its words where they do not fit on a line."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__(look, on_tap)
        self.set_compact(is_compact=True, is_folded=True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(look.px(max(_TALLEST_DU, look.metrics.sizes.target)))

    def _lines(self) -> tuple[str, ...]:
        room = self.width() - 2 * self.look.px(_CHIP_PAD_DU)
        is_short = text_width(self._text_font(), self.text()) <= room
        return (self.text(),) if is_short else super()._lines()


def _tell(labels: Sequence[Label], texts: Sequence[str]) -> None:
    for label, text in zip_longest(labels, texts[: len(labels)], fillvalue=""):
        if isinstance(label, Label):
            label.set_text(str(text))


def _show_choice(chip: Button, choice: Choice | None, *, about: str = "") -> None:
    chip.setVisible(choice is not None)
    if choice is not None:
        kind = "chosen" if choice.is_chosen else "standard"
        chip.show_action(choice.name, say(choice.words), kind=kind, about=about)


def _show_tiles(buttons: Sequence[Button], tiles: Sequence[TileView]) -> None:
    for button, tile in zip_longest(buttons, tiles[: len(buttons)]):
        button.setVisible(tile is not None)
        if tile is not None:
            button.show_action(tile.name, say(tile.words), icon=tile.icon)
