"""A list in rows, each one painted; columns are as wide as what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import say
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.list_row import NO_COLUMNS, Columns, ListRow, height_du

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.rows import RowsBody
    from ui.theme.look import Look

_MOST_ROWS = 8
_LEAST_ROWS = 3


def list_rows_that_fit(look: Look) -> int:
    """How many rows one page shows below its title and a line of two lines."""
    sizes = look.metrics.sizes
    is_dense = look.metrics.is_dense
    top = 20 if not is_dense else 12
    pad = _pad_du(look)
    frame = sizes.header + sizes.action_bar + 2 * top + 2 * pad
    text = sizes.title * 1.3 + 2 * sizes.body * 1.3 + 24
    free = look.metrics.height_du - frame - text
    return max(_LEAST_ROWS, min(_MOST_ROWS, int(free // height_du(look))))


class RowsView(QWidget):
    """Title and line, then the rows under hairlines."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        self._title = Label(look, "title")
        self._note = Label(look, "meta", colour=look.palette.text_muted, wraps=False)
        self._line = Label(look, "body", colour=look.palette.text_muted)
        self._rows = [ListRow(look, on_tap) for _ in range(list_rows_that_fit(look))]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(look, pad_du=_pad_du(look))
        column.setSpacing(0)
        outer.addWidget(frame)
        top = QHBoxLayout()
        top.setSpacing(look.px(24))
        top.addWidget(self._title, 1)
        top.addWidget(self._note)
        column.addLayout(top)
        column.addWidget(self._line)
        column.addSpacing(look.px(12 if not look.metrics.is_dense else 6))
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)

    def show_body(self, body: RowsBody) -> None:
        self._title.set_text(say(body.title))
        self._note.set_text(say(body.note))
        self._line.set_text(say(body.line))
        columns = NO_COLUMNS
        for row, line in zip(self._rows, (*body.rows, *(None,) * len(self._rows)), strict=False):
            row.show_row(line)
            columns = columns.with_room_for(row)
        self._share(columns)

    def _share(self, columns: Columns) -> None:
        for row in self._rows:
            row.set_columns(columns)


def _pad_du(look: Look) -> int:
    return 32 if not look.metrics.is_dense else 16
