"""The station's health on one page: the server, the clock and every device."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.languages import spoken
from ui.messages import say
from ui.theme.tokens import RADIUS_CONTROL, ShownState
from ui.views.trouble_box import TroubleBox
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.painted import Brush
from ui.widgets.pressable import Pressable
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.presenters.view_states import DeviceLine, HealthBody
    from ui.theme.look import Look

_IS_HIGH_FROM_DU = 1_000
_CARET = 28
#: What a small panel has for rows below the title.
_DENSE_ROOM_DU = 384
#: Where name, identity, state, sign of life and last value start, as shares of the width.  On a
#: large panel the identity stands below the name, on a dense one the sign below the identity.
_COLUMNS = (0.0, 0.29, 0.29, 0.46, 0.62, 1.0)
_DENSE_COLUMNS = (0.0, 0.14, 0.41, 0.67, 0.67, 1.0)


def health_rows_that_fit(look: Look) -> int:
    """How many lines one page shows beside a trouble; without one there is room for one more."""
    if look.metrics.is_dense:
        return int(_DENSE_ROOM_DU // _row_du(look)) - 1
    return 7 if _is_high(look) else 6


def _row_du(look: Look) -> int:
    return max(look.metrics.sizes.target, 64 if look.metrics.is_dense else 78)


def _is_high(look: Look) -> bool:
    return not look.metrics.is_dense and look.metrics.height_du >= _IS_HIGH_FROM_DU


class HealthView(QWidget):
    """One row each: name, state, last value, what is known."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._title = Label(look, "title")
        self._trouble = TroubleBox(look)
        self._is_high = _is_high(look)
        self._rows = [_Row(look, on_tap) for _ in range(health_rows_that_fit(look) + 1)]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(look, pad_du=32 if not look.metrics.is_dense else 10)
        column.setSpacing(0)
        outer.addWidget(frame)
        column.addWidget(self._title)
        column.addSpacing(look.px(16 if not look.metrics.is_dense else 4))
        column.addWidget(self._trouble)
        column.addSpacing(look.px(8))
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)

    def show_body(self, body: HealthBody) -> None:
        # A low panel has no room for both, and the trouble says more.
        is_full = not self._is_high and body.trouble is not None
        self._title.set_text("" if is_full else say(body.title))
        self._trouble.show_any(body.trouble)
        for row, line in zip_longest(self._rows, body.lines):
            row.show_line(line)


class _Row(Pressable):
    """One device, under a hairline; a tap opens all that is known of it."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__(on_tap)
        self._look = look
        self._line: DeviceLine | None = None
        self._language = ""
        self._chip = StateChip(look, parent=self)
        self.cut: set[str] = set()
        self._is_dense = look.metrics.is_dense
        self._columns = _DENSE_COLUMNS if self._is_dense else _COLUMNS
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, line: DeviceLine | None) -> None:
        self.setVisible(line is not None)
        if line is None or (line, spoken()) == (self._line, self._language):
            return
        self._line, self._language = line, spoken()
        self._chip.show_chip(line.chip)
        self.setObjectName(line.tap)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if line.tap else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not line.tap)
        self.setAccessibleName(f"{say(line.name)}: {say(line.chip.words)}")
        self._place_chip()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(600), self._look.px(_row_du(self._look)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002, N802
        self._place_chip()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        line = self._line
        if line is None:
            return
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        if self.isDown():
            brush.box(QRectF(self.rect()), fill=self._look.palette.surface)
        brush.painter.setPen(QColor(self._look.palette.divider))
        brush.painter.drawLine(0, 0, self.width(), 0)
        if self._is_dense:
            self._dense(brush, line)
        else:
            self._two(brush, 0, say(line.name), say(line.identity), role="strong")
            self._two(brush, 3, say(line.sign), say(line.tier), role="meta")
            self._two(brush, 4, say(line.last), say(line.detail), role="body")
        self._paint_way(brush, line)
        brush.end()

    def _paint_way(self, brush: Brush, line: DeviceLine) -> None:
        px, palette = self._look.px, self._look.palette
        if line.tap:
            x, y = self.width() - px(_CARET), (self.height() - px(_CARET)) // 2
            brush.icon("caret-right-bold", palette.text_muted, x=x, y=y, size_px=px(_CARET))
        if self.hasFocus():
            brush.ring(QRectF(self.rect()), radius_px=px(RADIUS_CONTROL))

    def _dense(self, brush: Brush, line: DeviceLine) -> None:
        """Two small lines beside the name: no room here for anything larger."""
        palette, strong = self._look.palette, self._look.font("strong")
        name = self._box(0, 0, self.height())
        brush.text(name, say(line.name), font=strong, colour=palette.text)
        signs = " · ".join(say(words) for words in (line.tier, line.sign) if words)
        self._small(brush, 1, say(line.identity), signs, ink=palette.text_muted)
        is_quiet = line.chip.state in (ShownState.OK, ShownState.TODO)
        ink = palette.text_muted if is_quiet else palette.text
        self._small(brush, 4, say(line.last), say(line.detail), ink=ink)

    def _small(self, brush: Brush, column: int, upper: str, lower: str, *, ink: str) -> None:
        lines = [words for words in (upper, lower) if words]
        height = self._look.px(22) if len(lines) > 1 else self.height()
        top = (self.height() - height * len(lines)) // 2
        font = self._look.font("meta")
        for number, words in enumerate(lines):
            box = self._box(column, top + number * height, height)
            brush.text(box, words, font=font, colour=ink)

    def _two(self, brush: Brush, column: int, upper: str, lower: str, *, role: str) -> None:
        px, palette, middle = self._look.px, self._look.palette, self.height() // 2
        top = middle - px(30) if lower else middle - px(16)
        font, meta = self._look.font(role), self._look.font("meta")
        brush.text(self._box(column, top, px(32)), upper, font=font, colour=palette.text)
        lower_box = self._box(column, middle + px(2), px(26))
        brush.text(lower_box, lower, font=meta, colour=palette.text_muted)

    def _box(self, column: int, top: int, height: int) -> QRect:
        shares = self._columns[column : column + 2]
        width = self.width() - self._look.px(_CARET + 4)
        left, right = (round(share * width) for share in shares)
        return QRect(left, top, right - left - self._look.px(12), height)

    def _place_chip(self) -> None:
        hint = self._chip.sizeHint()
        width = self.width() - self._look.px(_CARET + 4)
        x, y = round(self._columns[2] * width), (self.height() - hint.height()) // 2
        self._chip.setGeometry(x, y, hint.width(), hint.height())
