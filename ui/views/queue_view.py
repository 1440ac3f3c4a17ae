"""What is next: scan a unit, or look at the orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.messages import say
from ui.theme.icons import icon_pixmap
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.order_row import OrderRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.view_states import QueueBody
    from ui.theme.look import Look


_FIVE_ROWS_FROM_DU = 1000  # screen height


def rows_that_fit(look: Look) -> int:
    """How many orders one page shows."""
    is_low = look.metrics.height_du < _FIVE_ROWS_FROM_DU
    return 4 if look.metrics.is_dense or is_low else 5


class QueueView(QWidget):
    """The call to scan on top, one card an order below."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._is_dense = is_dense = look.metrics.is_dense
        self._title = Label(look, "title")
        self._line = Label(look, "body", colour=look.palette.text_muted)
        self._rows = [OrderRow(look, on_tap) for _ in range(rows_that_fit(look))]
        self._note = Label(look, "meta", colour=look.palette.text_muted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16 if not is_dense else 6))
        frame, inner = card(look, "call", pad_du=32 if not is_dense else 8)
        row = QHBoxLayout()
        row.setSpacing(look.px(40 if not is_dense else 20))
        size = look.px(96 if not is_dense else 64)
        icon = QLabel()
        icon.setFixedSize(size, size)
        ratio = self.devicePixelRatioF()
        icon.setPixmap(icon_pixmap("barcode-bold", look.palette.accent, size, ratio))
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch(1)
        row.addWidget(icon)
        row.addLayout(words, 1)
        inner.addLayout(row)
        column.addWidget(frame)
        for order in self._rows:
            column.addWidget(order, 4)
        column.addWidget(self._note)
        column.addStretch(1)

    def show_body(self, body: QueueBody) -> None:
        self._title.set_text(say(body.title))
        note = say(body.note)
        self._line.set_text(note if note and self._is_dense else say(body.line))
        self._note.set_text("" if self._is_dense else note)
        shown = (*body.orders, *(None,) * len(self._rows))
        for row, line in zip(self._rows, shown, strict=False):
            row.setVisible(line is not None)
            if line is not None:
                row.show_order(line)
