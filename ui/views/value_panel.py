"""A measured value large, its place between the limits, and what came before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.presenters.phrases import phrase
from ui.theme.tokens import ShownState
from ui.views.trouble_box import TroubleBox
from ui.widgets.button import Button
from ui.widgets.card import hairline
from ui.widgets.curve_plot import CurvePlot
from ui.widgets.label import Label
from ui.widgets.limit_gauge import LimitGauge
from ui.widgets.number_pad import NumberPad
from ui.widgets.result_table import ResultTable
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.phrases import Words
    from ui.presenters.view_states import ValueSide
    from ui.theme.look import Look


class ValuePanel(QWidget):
    """Used by the torque and measure faces and by the failed result of either."""

    def __init__(
        self, look: Look, on_tap: Callable[[str], object], *, is_nok: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._is_nok = is_nok
        muted, px = look.palette.text_muted, look.px
        self._heading, self._chip = Label(look, "heading"), StateChip(look)
        self._meta = Label(look, "meta", colour=muted)
        self._value = Label(look, "value", wraps=False)
        self._unit = Label(look, "heading", wraps=False)
        self._verdict, self._failed = StateChip(look, is_large=True), StateChip(look)
        self._facts = [_Fact(look) for _ in range(2)]
        self._gauge, self._plot, self._table = LimitGauge(look), CurvePlot(look), ResultTable(look)
        self._warn, self._danger = TroubleBox(look), TroubleBox(look, is_danger=True)
        self._type = Button(look, on_tap)
        self._type.show_action("type_value", say(phrase("do_it/type_value")), icon="keyboard-bold")
        self._pad = NumberPad(look, on_tap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8 if look.metrics.is_dense else 12))
        column.addLayout(self._head())
        self._line = hairline(look)
        column.addWidget(self._line)
        column.addWidget(self._warn)
        column.addWidget(self._danger)
        self._live = QFrame()
        self._live.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        live = QVBoxLayout(self._live)
        live.setContentsMargins(0, 0, 0, 0)
        live.setSpacing(px(2))
        live.addWidget(self._meta)
        live.addLayout(self._number())
        live.addWidget(self._failed)
        live.addSpacing(px(4))
        live.addLayout(self._fact_row())
        column.addWidget(self._live)
        column.addSpacing(px(4))
        column.addWidget(self._gauge)
        column.addWidget(self._plot, 2)
        column.addWidget(self._table, 3)
        column.addWidget(self._pad)
        column.addStretch(1)
        column.addWidget(self._type)

    def show_side(self, side: ValueSide) -> None:
        """All of it, from one state."""
        is_dense, is_typing = self._look.metrics.is_dense, side.pad is not None
        has_head = not self._is_nok and not (is_dense and is_typing)
        self._line.setVisible(has_head)
        self._heading.set_text(say(side.heading) if has_head else "")
        self._chip.show_chip(side.chip if has_head else None)
        self._warn.show_trouble(side.trouble)
        self._danger.show_trouble(side.trouble)
        self._live.setVisible(not is_typing)
        self._meta.set_text(say(side.meta))
        self._show_value(side)
        for fact, pair in zip(self._facts, (*side.facts, None, None), strict=False):
            fact.show_fact(pair)
        crowded = is_dense and side.trouble is not None
        self._gauge.show_gauge(None if is_typing or crowded else side.gauge)
        self._plot.show_plot(None if is_typing or crowded else side.plot)
        has_room = not is_typing and not is_dense and not self._is_nok
        self._table.show_table(side.table if has_room else None)
        self._pad.show_pad(side.pad)
        self._type.setVisible(side.can_type and not self._is_nok)

    def _show_value(self, side: ValueSide) -> None:
        state = side.verdict.state if side.verdict is not None else None
        palette = self._look.palette
        colour = palette.control if state is None else self._look.state(state).solid
        self._value.set_colour(palette.text_muted if side.is_stale else colour)
        self._value.set_struck(is_struck=side.is_stale)
        self._value.set_text(side.value)
        self._unit.set_text(side.unit if side.value != "–" else "")
        verdict = None if side.is_stale else side.verdict
        is_ok = state is ShownState.OK
        self._verdict.show_chip(verdict if is_ok else None)
        self._failed.show_chip(None if is_ok else verdict)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(12))
        row.addWidget(self._heading, 1)
        row.addWidget(self._chip)
        return row

    def _number(self) -> QHBoxLayout:
        px, row = self._look.px, QHBoxLayout()
        row.setSpacing(px(12))
        bottom = Qt.AlignmentFlag.AlignBottom
        column = QVBoxLayout()
        column.addStretch(1)
        column.addWidget(self._unit)
        column.addSpacing(px(self._look.metrics.sizes.value * 0.17))
        row.addWidget(self._value, 0, bottom)
        row.addLayout(column)
        row.addStretch(1)
        chip = QVBoxLayout()
        chip.addStretch(1)
        chip.addWidget(self._verdict)
        chip.addSpacing(px(self._look.metrics.sizes.value * 0.15))
        row.addLayout(chip)
        return row

    def _fact_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(32))
        for fact in self._facts:
            row.addWidget(fact)
        row.addStretch(1)
        return row


class _Fact(QWidget):
    """A quiet name and its value, on one line."""

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
