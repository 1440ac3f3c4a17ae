"""What stopped or ended the work: the band, the facts, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import say
from ui.theme.tokens import ShownState
from ui.views.band import Band, ToneFrame
from ui.views.readout import Readout
from ui.widgets.card import hairline
from ui.widgets.label import Label
from ui.widgets.picture_panel import PicturePanel
from ui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from ui.presenters.phrases import Words
    from ui.presenters.view_states import BandBody, Block, NokBody
    from ui.theme.look import Look

_MAX_LINES = 4
_MAX_TODO = 4
#: Beside a failed result the picture only says where: what to do may take its room.
_LEAST_PICTURE_DU = 110


class BandView(QWidget):
    """Blocked, held, done, problem reported, storage fault."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._frame, self._band = ToneFrame(look), Band(look)
        self._progress = ProgressBar(look)
        self._blocks = [FactsBlock(look) for _ in range(2)]
        self._line = hairline(look)
        self._todo = TodoList(look)
        self._note = Label(look, "strong")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self._frame.column.addWidget(self._band)
        pad = look.px(40 if not look.metrics.is_dense else 20)
        inner = QVBoxLayout()
        inner.setContentsMargins(pad, look.px(32 if not look.metrics.is_dense else 16), pad, pad)
        inner.setSpacing(look.px(24 if not look.metrics.is_dense else 12))
        inner.addWidget(self._progress)
        row = QHBoxLayout()
        row.setSpacing(look.px(24))
        for block in self._blocks:
            row.addWidget(block, 1, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(row)
        inner.addWidget(self._line)
        inner.addWidget(self._todo)
        inner.addWidget(self._note)
        inner.addStretch(1)
        self._frame.column.addLayout(inner, 1)

    def show_body(self, body: BandBody) -> None:
        self._band.show_band(tone=body.tone, icon=body.icon, headline=body.headline, why=body.why)
        self._frame.set_tone(body.tone, is_quiet=self._band.is_quiet)
        for widget, block in zip(self._blocks, (*body.blocks, None, None), strict=False):
            widget.show_block(block)
        self._progress.show_share(body.share)
        self._line.setVisible(bool(body.blocks))
        self._todo.show_todo(body.todo_heading, body.todo)
        self._note.set_text(say(body.note))


class NokView(QWidget):
    """A failed result: which place, how far off, and how to put it right."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._frame, self._band = ToneFrame(look), Band(look)
        self._picture = PicturePanel(look)
        self._value = Readout(look)
        self._note = Label(look, "strong")
        self._todo = TodoList(look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self._frame.column.addWidget(self._band)
        pad = look.px(32 if not look.metrics.is_dense else 12)
        row = QHBoxLayout()
        row.setContentsMargins(pad, pad, pad, pad)
        row.setSpacing(look.px(32 if not look.metrics.is_dense else 16))
        left = QVBoxLayout()
        left.setSpacing(look.px(16 if not look.metrics.is_dense else 8))
        self._picture.setMinimumHeight(look.px(_LEAST_PICTURE_DU))
        left.addWidget(self._picture, 1)
        left.addWidget(self._note)
        left.addWidget(self._todo)
        row.addLayout(left, 1)
        row.addWidget(self._value, 0, Qt.AlignmentFlag.AlignTop)
        self._value.setFixedWidth(look.px(560 if not look.metrics.is_dense else 400))
        self._frame.column.addLayout(row, 1)

    def show_body(self, body: NokBody) -> None:
        nok = ShownState.NOK
        self._band.show_band(tone=nok, icon="x-square-bold", headline=body.headline, why=body.why)
        self._frame.set_tone(nok, is_quiet=False)
        self._picture.show_picture(body.picture)
        self._value.show_value(body.side)
        self._note.set_text(say(body.note))
        self._todo.show_todo("", body.todo)


class TodoList(QWidget):
    """Numbered, one line each, verb first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._heading = Label(look, "heading")
        self._lines = [Label(look, "lead") for _ in range(_MAX_TODO)]
        for line in self._lines:
            line.setFont(look.font("lead", is_tabular=True))  # the numbers stand in a column
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12 if not look.metrics.is_dense else 6))
        column.addWidget(self._heading)
        for line in self._lines:
            column.addWidget(line)

    def show_todo(self, heading: Words, todo: tuple[Words, ...]) -> None:
        self._heading.set_text(say(heading) if todo else "")
        for number, label in enumerate(self._lines, start=1):
            has = number <= len(todo)
            label.set_text(f"{number}.  {say(todo[number - 1])}" if has else "")


class FactsBlock(QWidget):
    """A few facts under a label."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        muted = look.palette.text_muted
        self._label = Label(look, "meta", colour=muted)
        self._title = Label(look, "title" if not look.metrics.is_dense else "heading")
        self._lines = [Label(look, "body", colour=muted) for _ in range(_MAX_LINES)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        for label in (self._label, self._title, *self._lines):
            column.addWidget(label)

    def show_block(self, block: Block | None) -> None:
        self.setVisible(block is not None)
        if block is None:
            return
        self._label.set_text(say(block.label))
        colour = self._look.state(block.mark_state).on_tint
        self._title.set_marked(say(block.title), say(block.mark), colour)
        shown = (*block.lines, *("",) * _MAX_LINES)
        for label, line in zip(self._lines, shown, strict=False):
            label.set_text(say(line))
