"""A shift handed over: what was counted, what is open, what people say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.presenters.handover_face import MOST_LOST, MOST_NOTES
from ui.widgets.button import Button
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.painted import Brush
from ui.widgets.tick_row import TickRow, row_height_du

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from ui.presenters.handover_face import HandoverBody, LostLine, NoteLine
    from ui.theme.look import Look

_MOST_OPEN, _LEAST_OPEN = 7, 4
_MAX_ASKS, _LEAST_LINES = 3, 4


def open_items_that_fit(look: Look) -> int:
    """How many open things one page shows."""
    gap = 12 if not look.metrics.is_dense else 6
    fits = int((_column_du(look) + gap) // (row_height_du(look) + gap))
    return max(_LEAST_OPEN, min(_MOST_OPEN, fits))


def note_lines_that_fit(look: Look) -> int:
    """How many lines of notes stand over the buttons; the line of who wrote one counts as two."""
    sizes = look.metrics.sizes
    gap = 12 if not look.metrics.is_dense else 6
    buttons = 2 * sizes.target + sizes.body * 1.4 + 4 * gap
    return max(_LEAST_LINES, int((_column_du(look) - buttons) // (_note_du(look) * 1.3)))


def _column_du(look: Look) -> float:
    """What a card holds below its heading."""
    sizes, is_dense = look.metrics.sizes, look.metrics.is_dense
    top, pad = (20, 24) if not is_dense else (12, 14)
    frame = sizes.header + sizes.action_bar + 2 * top + 2 * pad
    text = (sizes.title + (sizes.lead if not is_dense else sizes.body)) * 1.3 + 16
    return look.metrics.height_du - frame - text


def _note_du(look: Look) -> int:
    return look.metrics.sizes.body if not look.metrics.is_dense else look.metrics.sizes.meta


class HandoverView(QWidget):
    """Three cards side by side under one title."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        is_dense = look.metrics.is_dense
        self._title = Label(look, "title")
        self._line = Label(look, "meta", colour=look.palette.text_muted, wraps=False)
        self._counted = _Counted(look)
        self._open_title = Label(look, "heading" if not is_dense else "strong")
        self._open_note = Label(look, "body", colour=look.palette.text_muted)
        self._rows = [TickRow(look, on_tap) for _ in range(open_items_that_fit(look))]
        self._told = _Told(look, on_tap)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(16 if not is_dense else 8))
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._line)
        outer.addLayout(top)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(20 if not is_dense else 10))
        columns.addWidget(self._counted.frame, 10)
        columns.addWidget(self._open(), 13)
        columns.addWidget(self._told.frame, 11)
        outer.addLayout(columns, 1)

    def show_body(self, body: HandoverBody) -> None:
        self._title.set_text(say(body.title))
        self._line.set_text(say(body.line))
        self._counted.show_body(body)
        self._open_title.set_text(say(body.open_title))
        self._open_note.set_text(say(body.open_note))
        for row, line in zip(self._rows, (*body.open, *(None,) * len(self._rows)), strict=False):
            row.show_line(line)
        self._told.show_body(body)

    def _open(self) -> QFrame:
        frame, column = card(self._look, pad_du=_pad_du(self._look))
        column.setSpacing(self._look.px(12 if not self._look.metrics.is_dense else 6))
        column.addWidget(self._open_title)
        column.addWidget(self._open_note)
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)
        return frame


class _Counted:
    """The shift's units, and where its minutes went."""

    def __init__(self, look: Look) -> None:
        is_dense, muted = look.metrics.is_dense, look.palette.text_muted
        self._is_dense = is_dense
        heading = "heading" if not is_dense else "strong"
        self._title = Label(look, heading)
        self._good = Label(look, "value", wraps=False)
        self._good_word = Label(look, "lead", colour=muted)
        self._more = Label(look, "body")
        self._lost_title = Label(look, heading)
        self._lost = [_Lost(look) for _ in range(MOST_LOST)]
        self.frame, column = card(look, pad_du=_pad_du(look))
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(self._good, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._good_word, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.addWidget(self._more)
        column.addSpacing(look.px(24 if not is_dense else 8))
        column.addWidget(self._lost_title)
        for lost in self._lost:
            column.addWidget(lost)
        column.addStretch(1)

    def show_body(self, body: HandoverBody) -> None:
        self._title.set_text(say(body.counts_title))
        first = body.counts[0] if body.counts else ("", "")
        self._good.set_text(first[0])
        self._good_word.set_text(say(first[1]))
        more = (f"{number} {say(word)}" for number, word in body.counts[1:])
        self._more.set_text(" · ".join(more) if self._is_dense else "\n".join(more))
        self._lost_title.set_text(say(body.lost_title))
        for row, line in zip(self._lost, (*body.lost, *(None,) * MOST_LOST), strict=False):
            row.show_line(line)


class _Lost(QWidget):
    """A reason with its minutes, and how much of the most that is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self._words = Label(look, "body")
        self._minutes = Label(look, "strong", wraps=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.px(14))
        column.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._minutes)
        column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_line(self, line: LostLine | None) -> None:
        self.setVisible(line is not None)
        if line is not None:
            self._share = line.share
            self._words.set_text(say(line.words))
            self._minutes.set_text(say(line.minutes))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        brush, px, palette = Brush(self, self._look, set()), self._look.px, self._look.palette
        top, height = self.height() - px(12), px(8)
        whole = QRectF(0, top, self.width(), height)
        brush.box(whole, fill=palette.surface, radius_px=px(4))
        part = QRectF(0, top, max(px(8), round(self.width() * self._share)), height)
        brush.box(part, fill=palette.control, radius_px=px(4))
        brush.end()


class _Note(QFrame):
    """Own words and whose they are."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("surface", "inset")
        self._text = Label(look, "body" if not look.metrics.is_dense else "meta")
        self._by = Label(look, "meta", colour=look.palette.text_muted)
        column = QVBoxLayout(self)
        pad = look.px(14 if not look.metrics.is_dense else 8)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.px(2))
        column.addWidget(self._text)
        column.addWidget(self._by)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_line(self, line: NoteLine | None) -> None:
        self.setVisible(line is not None)
        if line is not None:
            self._text.set_text(line.text)
            self._by.set_text(say(line.by))


class _Told:
    """Notes, what was said about safety, and the buttons to say more."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        is_dense = look.metrics.is_dense
        self._title = Label(look, "heading" if not is_dense else "strong")
        self._notes = [_Note(look) for _ in range(MOST_NOTES)]
        self._safety = Label(look, "strong")
        self._asks = [_Ask(look, on_tap) for _ in range(_MAX_ASKS)]
        self.frame, column = card(look, pad_du=_pad_du(look))
        column.setSpacing(look.px(12 if not is_dense else 6))
        column.addWidget(self._title)
        for note in self._notes:
            column.addWidget(note)
        column.addStretch(1)
        first, *others = self._asks
        column.addWidget(first)
        column.addWidget(self._safety)
        row = QHBoxLayout()
        row.setSpacing(look.px(look.metrics.sizes.gap))
        for ask in others:
            row.addWidget(ask, 1)
        column.addLayout(row)

    def show_body(self, body: HandoverBody) -> None:
        self._title.set_text(say(body.notes_title))
        for note, line in zip(self._notes, (*body.notes, *(None,) * MOST_NOTES), strict=False):
            note.show_line(line)
        self._safety.set_text(say(body.safety))
        for button, ask in zip(self._asks, (*body.asks, *(None,) * _MAX_ASKS), strict=False):
            button.setVisible(ask is not None)
            if ask is not None:
                name, words, icon, is_chosen = ask
                kind = "chosen" if is_chosen else "standard"
                button.show_action(name, say(words), icon=icon, kind=kind)


class _Ask(Button):
    """As wide as its column, whatever its words: they go without the icon if they must."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002, N802
        self.set_compact(is_compact=False)
        self.set_compact(is_compact=self.sizeHint().width() > self.width())


def _pad_du(look: Look) -> int:
    return 24 if not look.metrics.is_dense else 14
