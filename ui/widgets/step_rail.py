"""The steps of the unit: done, current and to do, with the evidence under each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.languages import spoken
from ui.messages import say, state_word
from ui.presenters.phrases import phrase
from ui.theme.tokens import PROGRESS_STRIP, RADIUS_CONTROL, ShownState
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.painted import LEFT, Brush
from ui.widgets.state_disc import draw_disc

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from ui.presenters.view_states import RailRow
    from ui.theme.look import Look

_MAX_ROWS = 12
_GAP_DU = 4
_DISC_DU = 44
_BREAK_DU = 12
_BROKEN = frozenset({ShownState.NOK, ShownState.ATTENTION, ShownState.BLOCKED})


class StepRail(QFrame):
    """Shows the steps around the current one when there are more than fit."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._look = look
        self._shown: tuple[RailRow, ...] = ()
        self._rows = [_Row(look, on_tap) for _ in range(_MAX_ROWS)]
        self._more = Label(look, "meta", colour=look.palette.text_muted)
        column = QVBoxLayout(self)
        pad = look.px(16)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.px(_GAP_DU))
        for row in self._rows:
            column.addWidget(row)
            row.hide()
        column.addWidget(self._more)
        column.addStretch(1)
        self._more.hide()

    def show_rows(self, rows: tuple[RailRow, ...]) -> None:
        self._shown = rows
        self._place()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002, N802
        self._place()

    def _place(self) -> None:
        pitch = self._look.px(self._look.metrics.sizes.target) + self._look.px(_GAP_DU)
        room = self.height() - 2 * self._look.px(16) + self._look.px(_GAP_DU)
        fits = max(1, min(_MAX_ROWS, room // pitch))
        shown = self._shown
        if len(shown) > fits:
            shown = _around(shown, fits - 1)
        hidden = len(self._shown) - len(shown)
        self._more.set_text(say(phrase("step/more", count=str(hidden))) if hidden else "")
        for i, row in enumerate(self._rows):
            row.setVisible(i < len(shown))
            if i < len(shown):
                row.show_row(shown[i])


class _Row(Button):
    """One step; tapping a done one offers to do it again."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__(look, on_tap, kind="row")
        self._row: RailRow | None = None
        self._language = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: RailRow) -> None:
        if (row, spoken()) == (self._row, self._language):
            return
        self._row, self._language = row, spoken()
        self.setObjectName(f"rail:{row.step}")
        self.setAccessibleName(f"{row.number} {row.title}")
        self.setAccessibleDescription(f"{state_word(row.state)} {say(row.detail)}".strip())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(200), self.look.px(self.look.metrics.sizes.target))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.look.px(self.look.metrics.sizes.target))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        row = self._row
        if row is None:
            return
        px, palette = self.look.px, self.look.palette
        self.cut.clear()
        brush = Brush(self, self.look, self.cut)
        if row.is_current:
            tint = self.look.state(ShownState.IN_PROGRESS).tint
            if row.state is ShownState.NOK:
                tint = self.look.state(ShownState.NOK).tint
            brush.box(QRectF(self.rect()), fill=tint, radius_px=px(RADIUS_CONTROL))
        self._disc(brush, row)
        left = px(14 + _DISC_DU + 14)
        width = self.width() - left - px(8)
        title_font = self.look.font("strong" if row.is_current else "body")
        colour = palette.text if row.is_current else palette.text_muted
        detail_height = px(26) if say(row.detail) else 0
        top = (self.height() - px(30) - detail_height) // 2 + px(1)
        title = QRect(left, top, width, px(30))
        brush.text(title, row.title, font=title_font, colour=colour, align=LEFT)
        if self.hasFocus():
            brush.ring(QRectF(self.rect()), radius_px=px(RADIUS_CONTROL))
        detail, meta = QRect(left, top + px(29), width, px(26)), self.look.font("meta")
        brush.text(detail, say(row.detail), font=meta, colour=palette.text_muted, align=LEFT)
        brush.end()

    def _disc(self, brush: Brush, row: RailRow) -> None:
        size = self.look.px(_DISC_DU)
        rect = QRectF(self.look.px(14), (self.height() - size) // 2, size, size)
        font = self.look.font_of(20, 600)
        number = str(row.number)
        draw_disc(brush, self.look, row.state, rect, number=number, font=font, is_quiet=True)


class ProgressStrip(QWidget):
    """The rail of a small panel: one segment a step."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[RailRow, ...] = ()
        self._language = ""
        self.setFixedHeight(look.px(PROGRESS_STRIP))

    def show_rows(self, rows: tuple[RailRow, ...]) -> None:
        self.setVisible(bool(rows))
        if (rows, spoken()) != (self._rows, self._language):
            self._rows, self._language = rows, spoken()
            place = next((i for i, row in enumerate(rows, 1) if row.is_current), len(rows))
            said = phrase("step/of", place=str(place), total=str(len(rows)))
            self.setAccessibleName(say(said))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        rows = self._rows
        if not rows:
            return
        margin, gap = self._look.px(self._look.metrics.sizes.margin), self._look.px(5)
        step = (self.width() - 2 * margin + gap) / len(rows)
        brush = Brush(self, self._look, set())
        for i, row in enumerate(rows):
            is_todo = row.state is ShownState.TODO
            fill = self._look.palette.divider if is_todo else self._look.state(row.state).solid
            segment = QRectF(margin + i * step, 0, step - gap, self.height())
            brush.box(segment, fill=fill)
            if row.state in _BROKEN:
                self._break(brush, segment)
        brush.end()

    def _break(self, brush: Brush, segment: QRectF) -> None:
        """A gap in the middle: also seen without colour."""
        gap = QRectF(0, 0, self._look.px(_BREAK_DU), segment.height())
        gap.moveCenter(segment.center())
        brush.box(gap, fill=self._look.palette.canvas)


def _around(rows: tuple[RailRow, ...], count: int) -> tuple[RailRow, ...]:
    """``count`` rows with the current one a little above the middle."""
    current = next((i for i, row in enumerate(rows) if row.is_current), 0)
    first = min(max(0, current - count // 2), len(rows) - count)
    return rows[first : first + count]
