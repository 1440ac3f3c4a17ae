"""A step: what to do with its picture on the left, the face's own panel on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.messages import say
from ui.presenters.view_states import (
    ConfirmSide,
    InspectSide,
    InstructSide,
    ScanSide,
    Side,
    StepBody,
    ValueSide,
)
from ui.views.picture_pair import PicturePair
from ui.views.step_panels import ConfirmPanel, InspectPanel, InstructPanel, ScanPanel
from ui.views.value_panel import ValuePanel
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.painted import text_width
from ui.widgets.stack import ViewStack

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme.look import Look

_SIDE_DU, _SIDE_DENSE_DU = 560, 382


class StepView(QWidget):
    """All six faces; only the panel on the right changes."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        self._title = Label(look, "title")
        self._title_room = _title_room(look)
        self._line = Label(look, "body", colour=look.palette.text_muted)
        self._note = Label(look, "meta", wraps=False, colour=look.palette.text_muted)
        self._pictures = PicturePair(look, on_tap)
        self._value, self._scan = ValuePanel(look, on_tap), ScanPanel(look)
        self._instruct, self._confirm = InstructPanel(look), ConfirmPanel(look)
        self._inspect = InspectPanel(look, on_tap)
        self._sides = ViewStack()
        for panel in (self._value, self._scan, self._instruct, self._confirm, self._inspect):
            self._sides.addWidget(panel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(20 if not look.metrics.is_dense else 12))
        row.addWidget(self._work(), 1)
        row.addWidget(self._side())

    def show_body(self, body: StepBody) -> None:
        has_room = text_width(self._title.font(), body.title) <= self._title_room
        self._title.set_text(body.title if has_room else body.short_title)
        self._line.set_text(body.line)
        self._note.set_text(say(body.language_note))
        self._pictures.show_pictures(body.pictures)
        self._sides.setCurrentWidget(self._panel_of(body.side))

    def _panel_of(self, side: Side) -> QWidget:
        match side:
            case ValueSide():
                self._value.show_side(side)
                return self._value
            case ScanSide():
                self._scan.show_side(side)
                return self._scan
            case InstructSide():
                self._instruct.show_side(side)
                return self._instruct
            case InspectSide():
                self._inspect.show_side(side)
                return self._inspect
            case ConfirmSide():
                self._confirm.show_side(side)
                return self._confirm

    def _work(self) -> QFrame:
        frame, column = card(self._look)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addWidget(self._note)
        column.addSpacing(self._look.px(4 if self._look.metrics.is_dense else 16))
        column.addWidget(self._pictures, 1)
        return frame

    def _side(self) -> QFrame:
        frame, column = card(self._look)
        column.addWidget(self._sides)
        metrics = self._look.metrics
        frame.setFixedWidth(self._look.px(_SIDE_DENSE_DU if metrics.is_dense else _SIDE_DU))
        return frame


def _title_room(look: Look) -> int:
    """The width of the title: two lines where there is room for them, one on a small panel."""
    metrics = look.metrics
    if not metrics.is_dense:
        return 1 << 20
    sizes = metrics.sizes
    return look.px(metrics.width_du - 2 * sizes.margin - _SIDE_DENSE_DU - 12 - 2 * sizes.pad - 4)
