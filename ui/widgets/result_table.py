"""Results so far, one line each, with state as colour and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.languages import spoken
from ui.messages import say
from ui.widgets.painted import LEFT, Brush

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.presenters.view_states import TableRow, TableView
    from ui.theme.look import Look

#: Where each column starts, as a share of the width; the last one is the word.
_COLUMNS = (0.02, 0.2, 0.52, 0.74)
_ROW_DU = 50
_HEAD_DU = 44


class ResultTable(QWidget):
    """Shows the newest rows that fit."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: TableView | None = None
        self._language = ""
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_table(self, view: TableView | None) -> None:
        self.setVisible(view is not None and bool(view.rows))
        if (view, spoken()) != (self._view, self._language):
            self._view, self._language = view, spoken()
            head, rows = ((), ()) if view is None else (view.head, view.rows)
            self.setAccessibleName(", ".join(say(words) for words in head))
            lines = (" ".join(say(w) for w in (*row.cells, row.word)) for row in rows)
            self.setAccessibleDescription("; ".join(lines))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        rows = len(self._view.rows) if self._view is not None else 0
        return QSize(self._look.px(320), self._look.px(_HEAD_DU + rows * _ROW_DU))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(320), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        view = self._view
        px = self._look.px
        fits = (self.height() - px(_HEAD_DU)) // px(_ROW_DU)
        if view is None or fits < 1:
            return
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        font, muted = self._look.font("meta"), self._look.palette.text_muted
        for i, words in enumerate(view.head):
            brush.text(self._cell(i, 0, _HEAD_DU), say(words), font=font, colour=muted, align=LEFT)
        self._line(brush, px(_HEAD_DU))
        for number, row in enumerate(view.rows[-fits:]):
            self._row(brush, row, px(_HEAD_DU) + number * px(_ROW_DU))
        brush.end()

    def _row(self, brush: Brush, row: TableRow, top: int) -> None:
        font = self._look.font("body", is_tabular=True)
        for i, words in enumerate(row.cells):
            box = self._cell(i, top, _ROW_DU)
            brush.text(box, say(words), font=font, colour=self._look.palette.text, align=LEFT)
        word = self._cell(len(_COLUMNS) - 1, top, _ROW_DU)
        colour = self._look.state(row.state).on_tint
        brush.text(word, say(row.word), font=self._look.font("strong"), colour=colour, align=LEFT)
        self._line(brush, top + self._look.px(_ROW_DU))

    def _cell(self, column: int, top: int, height_du: int) -> QRect:
        left = round(_COLUMNS[column] * self.width())
        after = _COLUMNS[column + 1] if column + 1 < len(_COLUMNS) else 1.0
        return QRect(left, top, round(after * self.width()) - left, self._look.px(height_du))

    def _line(self, brush: Brush, y: int) -> None:
        brush.painter.setPen(QColor(self._look.palette.divider))
        brush.painter.drawLine(0, y - 1, self.width(), y - 1)
