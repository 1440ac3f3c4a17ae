"""The locked screen: the time and what to do, large enough for the aisle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.messages import say
from ui.theme.icons import icon_pixmap
from ui.widgets.call_band import CallBand
from ui.widgets.card import card, hairline
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.presenters.view_states import IdleBody
    from ui.theme.look import Look

_MAX_NOTES = 3


class IdleView(QWidget):
    """Clock and station above, the badge and what waits below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        muted = look.palette.text_muted
        self._time = Label(look, "andon", wraps=False)
        self._time.setFont(look.font("andon", is_tabular=True))
        self._day = Label(look, "title", wraps=False, colour=muted)
        self._station = Label(look, "title", wraps=False)
        self._title = Label(look, "title")
        self._notes = [Label(look, "lead", colour=muted) for _ in range(_MAX_NOTES)]
        is_dense = look.metrics.is_dense
        frame, column = card(look, pad_du=48 if not is_dense else 24)
        column.setSpacing(look.px(20 if not is_dense else 10))
        self._call = CallBand(look)
        column.addWidget(self._call)
        column.addStretch(2)
        column.addLayout(self._clock())
        column.addWidget(self._station)
        column.addStretch(1)
        column.addWidget(hairline(look))
        column.addStretch(1)
        column.addLayout(self._what_to_do())
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(frame)

    def show_body(self, body: IdleBody) -> None:
        self._time.set_text(body.time)
        self._day.set_text(body.day)
        self._station.set_text(body.station)
        self._title.set_text(say(body.title))
        self._call.show_call(say(body.call), is_seen=body.is_call_seen)
        for label, note in zip(self._notes, (*body.notes, *("",) * _MAX_NOTES), strict=False):
            label.set_text(say(note))

    def _clock(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(32))
        row.addWidget(self._time)
        row.addWidget(self._day, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        return row

    def _what_to_do(self) -> QHBoxLayout:
        look = self._look
        size = look.px(120 if not look.metrics.is_dense else 80)
        icon, ratio = QLabel(), self.devicePixelRatioF()
        pixmap = icon_pixmap("identification-badge-bold", look.palette.accent, size, ratio)
        icon.setPixmap(pixmap)
        row = QHBoxLayout()
        row.setSpacing(look.px(32 if not look.metrics.is_dense else 20))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.addWidget(self._title)
        for note in self._notes:
            column.addWidget(note)
        row.addLayout(column, 1)
        return row
