"""Signing in: a badge from anywhere, or a name and its PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.messages import say
from ui.theme.icons import icon_pixmap
from ui.views.trouble_box import TroubleBox
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.number_pad import NumberPad
from ui.widgets.person_button import PersonButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.view_states import SignInBody
    from ui.theme.look import Look

_MAX_PEOPLE = 3
_MAX_NOTES = 4


class SignInView(QWidget):
    """The badge on the left, people and number pad on the right."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        muted = look.palette.text_muted
        self._title, self._line = Label(look, "title"), Label(look, "lead", colour=muted)
        self._refusal = TroubleBox(look)
        self._notes = [Label(look, "body", colour=muted) for _ in range(_MAX_NOTES)]
        self._people_label = Label(look, "heading")
        self._people = [PersonButton(look, on_tap) for _ in range(_MAX_PEOPLE)]
        self._pad = NumberPad(look, on_tap)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(20 if not look.metrics.is_dense else 12))
        row.addWidget(self._badge(), 1)
        row.addWidget(self._by_name())

    def show_body(self, body: SignInBody) -> None:
        self._title.set_text(say(body.title))
        self._line.set_text(say(body.line))
        self._refusal.show_trouble(body.refusal)
        for label, note in zip(self._notes, (*body.notes, *("",) * _MAX_NOTES), strict=False):
            label.set_text(say(note))
        is_typing = body.pad is not None
        self._people_label.set_text("" if is_typing else say(body.people_label))
        shown = () if is_typing and self._look.metrics.is_dense else body.people
        for button, line in zip(self._people, (*shown, *(None,) * _MAX_PEOPLE), strict=False):
            button.setVisible(line is not None and (not is_typing or line.is_chosen))
            if line is not None:
                button.show_person(line)
        self._pad.show_pad(body.pad)

    def _badge(self) -> QFrame:
        look, is_dense = self._look, self._look.metrics.is_dense
        frame, column = card(look, pad_du=48 if not is_dense else 24)
        column.setSpacing(look.px(16 if not is_dense else 8))
        size = look.px(160 if not is_dense else 96)
        icon = QLabel()
        ratio = self.devicePixelRatioF()
        colour = look.palette.accent
        icon.setPixmap(icon_pixmap("identification-badge-bold", colour, size, ratio))
        column.addStretch(2)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addSpacing(look.px(12))
        column.addWidget(self._refusal)
        column.addStretch(3)
        for note in self._notes:
            column.addWidget(note)
        return frame

    def _by_name(self) -> QFrame:
        look = self._look
        frame, column = card(look)
        frame.setFixedWidth(look.px(620 if not look.metrics.is_dense else 400))
        column.setSpacing(look.px(12))
        column.addWidget(self._people_label)
        for button in self._people:
            column.addWidget(button)
        column.addWidget(self._pad)
        column.addStretch(1)
        return frame
