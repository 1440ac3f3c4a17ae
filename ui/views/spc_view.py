"""The control chart with what it says beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import say
from ui.widgets.card import card
from ui.widgets.control_chart import ControlChart
from ui.widgets.label import Label
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.spc_face import ChartBody
    from ui.theme.look import Look

_FACTS, _HINTS = 5, 2
_SIDE_DU, _SIDE_DENSE_DU = 420, 300


class ChartBodyView(QWidget):
    """The chart on the left; its state, limits and capability on the right."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        del on_tap
        super().__init__()
        is_dense = look.metrics.is_dense
        muted = look.palette.text_muted
        self._title = Label(look, "title" if not is_dense else "heading")
        self._line = Label(look, "body" if not is_dense else "meta", colour=muted)
        self._chart = ControlChart(look)
        self._chip = StateChip(look)
        self._labels = [Label(look, "meta", colour=muted) for _ in range(_FACTS)]
        role = "strong" if not is_dense else "body"
        self._values = [Label(look, role) for _ in range(_FACTS)]
        self._hints = [Label(look, "meta", colour=muted) for _ in range(_HINTS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(20 if not is_dense else 12))
        work, column = card(look, pad_du=24 if not is_dense else 12)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addWidget(self._chart, 1)
        row.addWidget(work, 1)
        row.addWidget(self._side(look))

    def show_body(self, body: ChartBody) -> None:
        self._title.set_text(say(body.title))
        self._line.set_text(say(body.line))
        self._chip.show_chip(body.chip)
        self._chart.setAccessibleName(say(body.title))
        self._chart.show_plot(body.plot, f"{say(body.chip.words)} {say(body.line)}".strip())
        facts = (*body.facts, *(("", ""),) * _FACTS)
        for label, value, fact in zip(self._labels, self._values, facts, strict=False):
            label.set_text(say(fact[0]))
            value.set_text(say(fact[1]))
        for hint, words in zip(self._hints, (*body.hints, *("",) * _HINTS), strict=False):
            hint.set_text(say(words))

    def _side(self, look: Look) -> QWidget:
        is_dense = look.metrics.is_dense
        frame, column = card(look, pad_du=20 if not is_dense else 12)
        column.setSpacing(look.px(4 if not is_dense else 2))
        column.addWidget(self._chip)
        column.addSpacing(look.px(8 if not is_dense else 4))
        for label, value in zip(self._labels, self._values, strict=True):
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(label)
            pair.addWidget(value)
            column.addLayout(pair)
        column.addStretch(1)
        for hint in self._hints:
            column.addWidget(hint)
        frame.setFixedWidth(look.px(_SIDE_DENSE_DU if is_dense else _SIDE_DU))
        return frame
