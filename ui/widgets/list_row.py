"""One row of a list: words, state, value, and what a tap on it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from ui.messages import say
from ui.theme.tokens import RADIUS_CONTROL
from ui.widgets.painted import CENTRE, RIGHT, Brush, text_width
from ui.widgets.pressable import Pressable
from ui.widgets.progress_bar import LINE_DU, draw_progress
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.presenters.rows import Row
    from ui.theme.look import Look

#: A value longer than this share of the row is shortened: long text belongs below the words.
_MOST_VALUE = 0.4
_PAD, _GAP, _CARET, _BUTTON_PAD, _BUTTON_HEIGHT = 8, 24, 28, 20, 56
_LEAST_WIDTH = 320
_FOCUSABLE, _TELLS_ONLY = Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus


def height_du(look: Look) -> int:
    """21 mm where there is room, 18 on a small panel; never less than a target."""
    return max(84 if not look.metrics.is_dense else 72, look.metrics.sizes.target)


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide chips, values and buttons are, in pixels; the words get the rest."""

    chip: int = 0
    value: int = 0
    button: int = 0

    def with_room_for(self, row: ListRow) -> Columns:
        chip, value, button = row.needs()
        return Columns(max(self.chip, chip), max(self.value, value), max(self.button, button))


NO_COLUMNS = Columns()


class ListRow(Pressable):
    """Under a hairline.  The whole row is the target, also where a button is drawn."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__(on_tap)
        self._look = look
        self._row: Row | None = None
        self._words = self._below = self._value = self._button = ""
        self._columns = NO_COLUMNS
        self._chip = StateChip(look, parent=self)
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: Row | None) -> None:
        """None takes no room."""
        self.setVisible(row is not None)
        self._row = row
        if row is None:
            return
        words = (row.words, row.below, row.value, row.button)
        self._words, self._below, self._value, self._button = (say(one) for one in words)
        self.setObjectName(row.name)
        self.setFocusPolicy(_FOCUSABLE if row.name else _TELLS_ONLY)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not row.name)
        self._chip.show_chip(row.chip)
        chip = "" if row.chip is None else say(row.chip.words)
        spoken = (self._words, chip, self._value, self._below)
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.setAccessibleDescription(self._button)
        self.update()

    def needs(self) -> tuple[int, int, int]:
        """The widths of chip, value and button of this row, with the gap before each."""
        row, px = self._row, self._look.px
        if row is None:
            return 0, 0, 0
        chip = 0 if row.chip is None else self._chip.sizeHint().width() + px(_GAP)
        font = self._look.font("strong")
        figures = self._look.font("strong", is_tabular=True)
        value = text_width(figures, self._value) + px(_GAP) if self._value else 0
        if not row.name:
            return chip, value, 0
        button = px(_CARET)
        if self._button:
            button = text_width(font, self._button) + 2 * px(_BUTTON_PAD)
        return chip, value, button + px(_GAP)

    def set_columns(self, columns: Columns) -> None:
        if columns != self._columns:
            self._columns = columns
            self.update()
        self._place_chip()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(600), self._look.px(height_du(self._look)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(_LEAST_WIDTH), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002, N802
        self._place_chip()

    # -- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        row = self._row
        if row is None:
            return
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        palette, px = self._look.palette, self._look.px
        rect = QRectF(self.rect())
        if self.isDown() and not self._button:
            brush.box(rect, fill=palette.surface, radius_px=px(RADIUS_CONTROL))
        brush.painter.setPen(QColor(palette.divider))
        brush.painter.drawLine(0, 0, self.width(), 0)
        self._paint_words(brush)
        if self._value:
            box = QRect(self._value_left(), 0, self._value_width() - px(_GAP), self.height())
            strong = self._look.font("strong", is_tabular=True)
            brush.text(box, self._value, font=strong, colour=palette.text, align=RIGHT)
        if row.name:
            self._paint_way(brush)
        if row.share is not None:
            draw_progress(brush, self._look, self._bar(), row.share)
        if self.hasFocus():
            brush.ring(rect, radius_px=px(RADIUS_CONTROL))
        brush.end()

    def _paint_words(self, brush: Brush) -> None:
        px, palette = self._look.px, self._look.palette
        strong, meta = self._look.font("strong"), self._look.font("meta")
        left = px(_PAD)
        width = self._words_end() - left - px(_GAP)
        upper = QFontMetrics(strong).height()
        lines, line = self._lines_below(width), QFontMetrics(meta).height()
        top = (self.height() - upper - lines * line) // 2
        box = QRect(left, top, width, upper)
        brush.text(box, self._words, font=strong, colour=palette.text)
        below = QRect(left, top + upper, width, lines * line)
        if lines == 1:
            brush.text(below, self._below, font=meta, colour=palette.text_muted)
        elif lines:
            brush.wrapped(below, self._below, font=meta, colour=palette.text_muted, align=_AT_LEFT)

    def _bar(self) -> QRectF:
        """Along the lower edge, under the words."""
        px = self._look.px
        top = self.height() - px(LINE_DU) - px(2)
        return QRectF(px(_PAD), top, self.width() - 2 * px(_PAD), px(LINE_DU))

    def _lines_below(self, width: int) -> int:
        if not self._below:
            return 0
        return 1 if text_width(self._look.font("meta"), self._below) <= width else 2

    def _paint_way(self, brush: Brush) -> None:
        """The button that the row is, or the arrow that says it leads somewhere."""
        px, palette = self._look.px, self._look.palette
        if not self._button:
            size = px(_CARET)
            x, y = self.width() - px(_PAD) - size, (self.height() - size) // 2
            brush.icon("caret-right-bold", palette.text_muted, x=x, y=y, size_px=size)
            return
        width, height = self._columns.button - px(_GAP), px(_BUTTON_HEIGHT)
        box = QRect(self.width() - px(_PAD) - width, (self.height() - height) // 2, width, height)
        brush.box(
            QRectF(box),
            fill=palette.divider if self.isDown() else palette.raised,
            line=palette.control,
            width_px=px(2),
            radius_px=px(RADIUS_CONTROL),
        )
        font = self._look.font("strong")
        brush.text(box, self._button, font=font, colour=palette.text, align=CENTRE)

    # -- where things are --------------------------------------------------------------------

    def _value_width(self) -> int:
        return min(self._columns.value, round(_MOST_VALUE * self.width()))

    def _value_left(self) -> int:
        used = self._value_width() + self._columns.button + self._look.px(_PAD)
        return self.width() - used + self._look.px(_GAP)

    def _chip_left(self) -> int:
        return self._value_left() - self._columns.chip

    def _words_end(self) -> int:
        """The words go on to the first thing this row has, not the column."""
        if self._row is not None and self._row.chip is not None:
            return self._chip_left()
        used = self._columns.button + self._look.px(_PAD)
        return self._value_left() if self._value else self.width() - used

    def _place_chip(self) -> None:
        hint = self._chip.sizeHint()
        y = (self.height() - hint.height()) // 2
        self._chip.setGeometry(self._chip_left(), y, hint.width(), hint.height())


_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
