"""A defect: the picture with its pins on the left, the question of the stage on the right."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.messages import say
from ui.presenters.phrases import phrase
from ui.widgets.button import Button
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.list_row import ListRow
from ui.widgets.pin_picture import PinPicture

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.defect_body import DefectBody, PinsView
    from ui.presenters.view_states import TileView
    from ui.theme.look import Look

_TILES, _ROWS, _MARKS, _STAGES = 8, 4, 3, 3
_COLUMNS = 2
_SIDE_DU, _DENSE_SIDE_DU = 620, 440
_NUDGES = ("left", "up", "down", "right")


class DefectView(QWidget):
    """One set of widgets for all stages: only what they say changes."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        self._picture = PinPicture(look, on_tap)
        self._pins = _PinBar(look, on_tap)
        self._title = Label(look, "heading")
        self._stages = [Label(look, "strong", wraps=False) for _ in range(_STAGES)]
        self._heading = Label(look, "heading")
        self._line = Label(look, "body", colour=look.palette.text_muted)
        self._tiles = [Button(look, on_tap) for _ in range(_TILES)]
        self._rows = [ListRow(look, on_tap) for _ in range(_ROWS)]
        self._marks_label = Label(look, "meta", colour=look.palette.text_muted)
        self._marks = [Button(look, on_tap) for _ in range(_MARKS)]
        self._count = _Count(look, on_tap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(20 if not look.metrics.is_dense else 12))
        row.addWidget(self._left(), 1)
        row.addWidget(self._right())

    def show_body(self, body: DefectBody) -> None:
        self._title.set_text(say(body.title))
        self._show_stages(body)
        self._picture.show_picture(body.picture)
        self._picture.show_pins(body.pins, body.zones, can_pin=body.can_pin)
        self._pins.show_pins(body.pins)
        self._heading.set_text(say(body.heading))
        # Where eight answers and a count stand, a small panel has no room for a line.
        is_full = self._look.metrics.is_dense and bool(body.count or body.rows)
        self._line.set_text("" if is_full else say(body.line))
        for button, tile in zip_longest(self._tiles, body.tiles[:_TILES]):
            _show(button, tile)
        for row, line in zip_longest(self._rows, body.rows[:_ROWS]):
            row.show_row(line)
        self._marks_label.set_text("" if is_full else say(body.marks_label))
        for button, mark in zip_longest(self._marks, body.marks[:_MARKS]):
            is_chosen = mark is not None and mark.name == body.mark
            _show(button, mark, kind="chosen" if is_chosen else "standard")
        self._count.show_count(say(body.count_label), body.count)

    def _show_stages(self, body: DefectBody) -> None:
        """Which of the three questions this is."""
        palette = self._look.palette
        for i, (label, stage) in enumerate(zip_longest(self._stages, body.stages)):
            label.set_text("" if stage is None else say(stage))
            label.set_colour(palette.accent if i == body.stage else palette.text_muted)

    def _left(self) -> QFrame:
        look, is_dense = self._look, self._look.metrics.is_dense
        frame, column = card(look, pad_du=24 if not is_dense else 12)
        column.setSpacing(look.px(12 if not is_dense else 8))
        top = QHBoxLayout()
        top.setSpacing(look.px(16))
        top.addWidget(self._title, 1)
        for stage in self._stages:
            top.addWidget(stage)
        column.addLayout(top)
        column.addWidget(self._picture, 1)
        column.addWidget(self._pins)
        return frame

    def _right(self) -> QFrame:
        look, is_dense = self._look, self._look.metrics.is_dense
        frame, column = card(look, pad_du=24 if not is_dense else 12)
        frame.setFixedWidth(look.px(_SIDE_DU if not is_dense else _DENSE_SIDE_DU))
        column.setSpacing(look.px(10 if not is_dense else 6))
        column.addWidget(self._heading)
        column.addWidget(self._line)
        grid = QGridLayout()
        grid.setSpacing(look.px(12 if not is_dense else 8))
        for i, button in enumerate(self._tiles):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(button, i // _COLUMNS, i % _COLUMNS)
            grid.setColumnStretch(i % _COLUMNS, 1)
        column.addLayout(grid)
        column.addWidget(self._marks_label)
        marks = QHBoxLayout()
        marks.setSpacing(look.px(12 if not is_dense else 8))
        for button in self._marks:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            marks.addWidget(button, 1)
        column.addLayout(marks)
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)
        column.addWidget(self._count)
        return frame


class _PinBar(QWidget):
    """Arrows, on to the next pin, one more, and away with it."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        self._nudges = [Button(look, on_tap, kind="letter") for _ in _NUDGES]
        self._turn = Button(look, on_tap)
        self._add, self._drop = (Button(look, on_tap, kind="letter") for _ in range(2))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        for button in self._nudges:
            row.addWidget(button)
        row.addStretch(1)
        for button in (self._turn, self._add, self._drop):
            row.addWidget(button)
        for button in (*self._nudges, self._turn, self._add, self._drop):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pins(self, view: PinsView) -> None:
        self.setVisible(view.is_open)
        for button, way in zip(self._nudges, _NUDGES, strict=True):
            button.show_action(f"nudge:{way}", "", icon=f"arrow-{way}-bold")
            button.setAccessibleName(say(phrase(f"defect/nudge_{way}")))
        _show(self._turn, view.turn)
        self._turn.setAccessibleDescription(say(phrase("defect/next_pin")))
        self._add.setVisible(view.can_add)
        self._add.show_action("add_pin", "", icon="plus-bold")
        self._add.setAccessibleName(say(phrase("defect/add_pin")))
        self._drop.show_action("drop_pin", "", icon="trash-bold")
        self._drop.setAccessibleName(say(phrase("defect/drop_pin")))


class _Count(QWidget):
    """How many, with one less and one more."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._label = Label(look, "body")
        self._number = Label(look, "heading", wraps=False)
        self._fewer, self._more = Button(look, on_tap), Button(look, on_tap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        row.addWidget(self._label, 1)
        for widget in (self._fewer, self._number, self._more):
            row.addWidget(widget)
        for button in (self._fewer, self._more):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, label: str, count: str) -> None:
        self.setVisible(bool(count))
        self._label.set_text(label)
        self._number.set_text(count)
        self._fewer.show_action("fewer", "", icon="minus-bold")
        self._fewer.setAccessibleName(say(phrase("defect/fewer")))
        self._more.show_action("more", "", icon="plus-bold")
        self._more.setAccessibleName(say(phrase("defect/more")))


def _show(button: Button, tile: TileView | None, *, kind: str = "standard") -> None:
    button.setVisible(tile is not None)
    if tile is not None:
        button.show_action(tile.name, say(tile.words), icon=tile.icon, kind=kind)
