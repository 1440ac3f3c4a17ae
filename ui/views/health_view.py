"""The station's health on one page: the server and every device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import say
from ui.widgets.card import card, hairline
from ui.widgets.label import Label
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from ui.presenters.view_states import DeviceLine, HealthBody
    from ui.theme.look import Look

_MAX_DEVICES = 7


class HealthView(QWidget):
    """One row each: name, state, last value, what is known."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._title = Label(look, "title")
        self._rows = [_Row(look) for _ in range(_MAX_DEVICES)]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(look, pad_du=32 if not look.metrics.is_dense else 16)
        column.setSpacing(0)
        outer.addWidget(frame)
        column.addWidget(self._title)
        column.addSpacing(look.px(16 if not look.metrics.is_dense else 4))
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)

    def show_body(self, body: HealthBody) -> None:
        self._title.set_text(say(body.title))
        for row, line in zip(self._rows, (*body.lines, *(None,) * _MAX_DEVICES), strict=False):
            row.show_line(line)


class _Row(QWidget):
    """One device, over a hairline."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        muted, is_dense = look.palette.text_muted, look.metrics.is_dense
        self._name, self._identity = Label(look, "strong"), Label(look, "meta", colour=muted)
        self._chip = StateChip(look)
        self._last, self._detail = Label(look, "body"), Label(look, "meta", colour=muted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(hairline(look))
        row = QHBoxLayout()
        row.setSpacing(look.px(24 if not is_dense else 12))
        row.addLayout(_stacked(self._name, self._identity), 3)
        cell = QHBoxLayout()
        cell.addWidget(self._chip)
        cell.addStretch(1)
        row.addLayout(cell, 3)
        row.addLayout(_stacked(self._last, self._detail), 4)
        column.addLayout(row)
        self.setMinimumHeight(look.px(84 if not is_dense else 72))
        self.setMaximumHeight(look.px(110))

    def show_line(self, line: DeviceLine | None) -> None:
        self.setVisible(line is not None)
        if line is None:
            return
        self._name.set_text(say(line.name))
        self._identity.set_text(line.identity)
        self._chip.show_chip(line.chip)
        self._last.set_text(say(line.last))
        self._detail.set_text(say(line.detail))


def _stacked(upper: Label, lower: Label) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(upper)
    column.addWidget(lower)
    column.addStretch(1)
    return column
