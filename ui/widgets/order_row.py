"""One order of the queue as a card: number, product, done, due, state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtWidgets import QSizePolicy

from ui.languages import spoken
from ui.messages import say
from ui.presenters.phrases import phrase
from ui.theme.tokens import RADIUS_CARD
from ui.widgets.button import Button
from ui.widgets.painted import LEFT, Brush
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.presenters.phrases import Words
    from ui.presenters.view_states import OrderLine
    from ui.theme.look import Look

#: Where the columns start, as shares of the width: order, product, done, due, chip.
_COLUMNS = (0.0, 0.155, 0.52, 0.63, 0.765)
_DENSE = (0.0, 0.18, 0.395, 0.505, 0.705)


class OrderRow(Button):
    """Tapping chooses the order; its units are found by scanning anyway."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__(look, on_tap, kind="row")
        self._line: OrderLine | None = None
        self._language = ""
        self._chip = StateChip(look, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(look.px(128))

    def show_order(self, line: OrderLine) -> None:
        if (line, spoken()) == (self._line, self._language):
            return
        self._line, self._language = line, spoken()
        self.setObjectName(f"order:{line.order}")
        self.setAccessibleName(f"{line.order} {say(line.product)} {say(line.chip.words)}")
        self._chip.show_chip(line.chip)
        self._place_chip()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(600), self.look.px(128))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(600), self.look.px(84))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002, N802
        self._place_chip()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        line = self._line
        if line is None:
            return
        px, palette = self.look.px, self.look.palette
        self.cut.clear()
        brush = Brush(self, self.look, self.cut)
        edge = palette.accent if line.is_chosen else palette.divider
        brush.box(
            QRectF(self.rect()),
            fill=palette.surface if self.isDown() else palette.raised,
            line=edge,
            width_px=px(3) if line.is_chosen else px(1),
            radius_px=px(RADIUS_CARD),
        )
        if self.hasFocus():
            brush.ring(QRectF(self.rect()), radius_px=px(RADIUS_CARD))
        is_dense = self.look.metrics.is_dense
        size = self.look.metrics.sizes.body
        large = size + (2 if is_dense else 6)
        self._two(brush, 0, line.order, line.below, weight=600, size=large)
        product = self._box(1, 0, self.height())
        font = self.look.font_of(size if is_dense else size + 4, 400)
        brush.text(product, say(line.product), font=font, colour=palette.text, align=LEFT)
        self._labelled(brush, 2, phrase("queue/done"), line.done)
        self._labelled(brush, 3, phrase("queue/due"), line.due)
        icon = px(28)
        x, y = self.width() - px(32) - icon, (self.height() - icon) // 2
        brush.icon("caret-right-bold", palette.text_muted, x=x, y=y, size_px=icon)
        brush.end()

    def _two(
        self, brush: Brush, column: int, title: str, below: Words, *, weight: int, size: int
    ) -> None:
        px, palette, middle = self.look.px, self.look.palette, self.height() // 2
        font = self.look.font_of(size, weight)
        if not say(below):
            brush.text(self._box(column, 0, self.height()), title, font=font, colour=palette.text)
            return
        upper, lower = (
            self._box(column, middle - px(34), px(38)),
            self._box(column, middle + px(6), px(26)),
        )
        brush.text(upper, title, font=font, colour=palette.text)
        brush.text(lower, say(below), font=self.look.font("meta"), colour=palette.text_muted)

    def _labelled(self, brush: Brush, column: int, label: Words, value: Words) -> None:
        px, palette, middle = self.look.px, self.look.palette, self.height() // 2
        meta, strong = self.look.font("meta"), self.look.font("strong")
        upper, lower = (
            self._box(column, middle - px(31), px(26)),
            self._box(column, middle - px(3), px(34)),
        )
        brush.text(upper, say(label), font=meta, colour=palette.text_muted)
        brush.text(lower, say(value), font=strong, colour=palette.text)

    def _box(self, column: int, top: int, height: int) -> QRect:
        columns = _DENSE if self.look.metrics.is_dense else _COLUMNS
        inner = self.width() - self.look.px(56)
        left = self.look.px(28) + round(columns[column] * inner)
        return QRect(
            left,
            top,
            round((columns[column + 1] - columns[column]) * inner) - self.look.px(8),
            height,
        )

    def _place_chip(self) -> None:
        columns = _DENSE if self.look.metrics.is_dense else _COLUMNS
        inner = self.width() - self.look.px(56)
        hint = self._chip.sizeHint()
        x = self.look.px(28) + round(columns[-1] * inner)
        self._chip.setGeometry(
            x, (self.height() - hint.height()) // 2, hint.width(), hint.height()
        )
