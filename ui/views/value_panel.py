"""The torque and measure faces: the last value, what came before, and typing as a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import say
from ui.presenters.phrases import phrase
from ui.views.readout import Readout
from ui.views.trouble_box import TroubleBox
from ui.widgets.button import Button
from ui.widgets.card import hairline
from ui.widgets.label import Label
from ui.widgets.number_pad import NumberPad
from ui.widgets.result_table import ResultTable
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.view_states import ValueSide
    from ui.theme.look import Look


class ValuePanel(QWidget):
    """Heading and device state on top, the value below, the table where there is room."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        self._heading, self._chip = Label(look, "heading"), StateChip(look)
        self._line = hairline(look)
        self._warn, self._danger = TroubleBox(look), TroubleBox(look, is_danger=True)
        self._readout, self._table = Readout(look), ResultTable(look)
        self._pad, self._type = NumberPad(look, on_tap), Button(look, on_tap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8 if look.metrics.is_dense else 12))
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(self._heading, 1)
        head.addWidget(self._chip)
        column.addLayout(head)
        for widget in (self._line, self._warn, self._danger, self._readout):
            column.addWidget(widget)
        column.addWidget(self._table, 100)
        column.addWidget(self._pad)
        column.addStretch(1)
        column.addWidget(self._type)

    def show_side(self, side: ValueSide) -> None:
        is_dense, is_typing = self._look.metrics.is_dense, side.pad is not None
        has_head = not (is_dense and is_typing)
        self._line.setVisible(has_head)
        self._heading.set_text(say(side.heading) if has_head else "")
        self._chip.show_chip(side.chip if has_head else None)
        self._warn.show_trouble(side.trouble)
        self._danger.show_trouble(side.trouble)
        self._readout.setVisible(not is_typing and not side.is_barred)
        self._readout.show_value(side, is_crowded=is_dense and side.trouble is not None)
        self._table.show_table(None if is_typing or is_dense else side.table)
        self._pad.show_pad(side.pad)
        self._type.setVisible(side.can_type)
        self._type.show_action("type_value", say(phrase("do_it/type_value")), icon="keyboard-bold")
