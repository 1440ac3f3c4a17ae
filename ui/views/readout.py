"""One measured value, large: when, how much, good or not, and its place between the limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.theme.tokens import ShownState
from ui.widgets.curve_plot import CurvePlot
from ui.widgets.label import Label
from ui.widgets.limit_gauge import LimitGauge
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from ui.presenters.phrases import Words
    from ui.presenters.view_states import Chip, ValueSide
    from ui.theme.look import Look

#: What is left of the panel beside the work, inside its card.
_ROOM_DU, _ROOM_DENSE_DU = 500, 345
_GAP_DU = 12
_BASELINE = 0.16  # of the value's height: what stands beside it sits on its base line


class Readout(QWidget):
    """Used by the torque and measure faces and by the failed result of either."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._meta = Label(look, "meta", colour=look.palette.text_muted)
        self._value = Label(look, "value", wraps=False)
        self._unit = Label(look, "heading", wraps=False)
        self._verdict = StateChip(look, is_large=True)
        self._small, self._below = StateChip(look), StateChip(look)
        self._facts = [_Fact(look) for _ in range(2)]
        self._gauge, self._plot = LimitGauge(look), CurvePlot(look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self._meta)
        column.addLayout(self._number())
        column.addWidget(self._below)
        column.addLayout(self._fact_row())
        column.addSpacing(look.px(4 if look.metrics.is_dense else 12))
        column.addWidget(self._gauge)
        column.addWidget(self._plot)

    def show_value(self, side: ValueSide, *, is_crowded: bool = False) -> None:
        """Crowded means that there is room for the number only."""
        state = side.verdict.state if side.verdict is not None else None
        palette = self._look.palette
        colour = palette.control if state is None else self._look.state(state).solid
        self._meta.set_text(say(side.meta))
        self._value.set_colour(palette.text_muted if side.is_stale else colour)
        self._value.set_struck(is_struck=side.is_stale)
        self._value.set_text(side.value)
        self._unit.set_text(side.unit if side.value != "–" else "")
        verdict = None if side.is_stale else side.verdict
        self._show_verdict(verdict)
        for fact, pair in zip(self._facts, (*side.facts, None, None), strict=False):
            fact.show_fact(pair)
        self._gauge.show_gauge(None if is_crowded else side.gauge)
        self._plot.show_plot(None if is_crowded else side.plot)

    def _show_verdict(self, verdict: Chip | None) -> None:
        """OK stands beside its number, else beside the limits; a reason has its own line."""
        shown = self._below
        if verdict is not None and verdict.state is ShownState.OK:
            self._verdict.show_chip(verdict)
            shown = self._verdict if self._has_room_for(self._verdict) else self._small
        for chip in (self._verdict, self._small, self._below):
            chip.show_chip(verdict if chip is shown else None)

    def _has_room_for(self, chip: StateChip) -> bool:
        look = self._look
        room = look.px(_ROOM_DENSE_DU if look.metrics.is_dense else _ROOM_DU)
        needed = sum(w.sizeHint().width() for w in (self._value, self._unit, chip))
        return needed + 2 * look.px(_GAP_DU) <= room

    def _number(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(_GAP_DU))
        row.addWidget(self._value, 0, Qt.AlignmentFlag.AlignBottom)
        row.addLayout(self._on_baseline(self._unit))
        row.addStretch(1)
        row.addLayout(self._on_baseline(self._verdict))
        return row

    def _on_baseline(self, widget: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(widget)
        column.addSpacing(self._look.px(self._look.metrics.sizes.value * _BASELINE))
        return column

    def _fact_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(32))
        for fact in self._facts:
            row.addWidget(fact)
        row.addStretch(1)
        row.addWidget(self._small)
        return row


class _Fact(QWidget):
    """A quiet name and its value, on one line; on a small panel the value alone."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._is_dense = look.metrics.is_dense
        self._name = Label(look, "body", wraps=False, colour=look.palette.text_muted)
        self._value = Label(look, "strong", wraps=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self._name)
        row.addWidget(self._value)

    def show_fact(self, fact: tuple[Words, Words] | None) -> None:
        self.setVisible(fact is not None)
        if fact is not None:
            name, value = fact
            self._name.set_text("" if self._is_dense else say(name))
            self._value.set_text(say(value))
