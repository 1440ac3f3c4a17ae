"""A failed critical result over the whole work area, readable from afar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.messages import say
from ui.theme.icons import icon_pixmap
from ui.theme.tokens import RADIUS_CARD, ShownState
from ui.views.band_view import TodoList
from ui.widgets.card import hairline
from ui.widgets.label import Label
from ui.widgets.painted import Brush

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.presenters.critical_face import CriticalBody
    from ui.theme.look import Look

_EDGE_DU = 8
_HEADLINE_DU, _HEADLINE_DENSE_DU = 56, 32


class CriticalView(QWidget):
    """Shape, word and value large; below, what failed and what to do."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        is_dense = look.metrics.is_dense
        ink = look.state(ShownState.NOK).on_tint
        self._word = Label(look, "andon", colour=ink, wraps=False)
        self._value = Label(look, "andon", colour=ink, wraps=False)
        self._headline = Label(look, "title", colour=ink)
        self._headline.setFont(look.font_of(_HEADLINE_DENSE_DU if is_dense else _HEADLINE_DU, 700))
        self._why = Label(look, "lead" if not is_dense else "body")
        self._todo = TodoList(look)
        column = QVBoxLayout(self)
        pad = look.px(56 if not is_dense else 20)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.px(16 if not is_dense else 8))
        column.addLayout(self._top(look))
        for widget in (self._headline, self._why, hairline(look), self._todo):
            column.addWidget(widget)
        column.addStretch(1)

    def show_body(self, body: CriticalBody) -> None:
        self._word.set_text(say(body.word))
        self._value.set_text(body.value)
        self._headline.set_text(say(body.headline))
        self._why.set_text(say(body.why))
        self._todo.show_todo("", body.todo)
        self.setAccessibleName(f"{say(body.word)} {body.value} {say(body.headline)}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        colours = self._look.state(ShownState.NOK)
        brush = Brush(self, self._look, set())
        brush.box(
            QRectF(self.rect()),
            fill=colours.tint,
            line=colours.solid,
            width_px=self._look.px(_EDGE_DU),
            radius_px=self._look.px(RADIUS_CARD),
        )
        brush.end()

    def _top(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(32 if not look.metrics.is_dense else 16))
        icon, size = QLabel(), look.px(120 if not look.metrics.is_dense else 88)
        colour = look.state(ShownState.NOK).solid
        icon.setPixmap(icon_pixmap("x-square-bold", colour, size, self.devicePixelRatioF()))
        icon.setFixedSize(size, size)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._word)
        row.addStretch(1)
        row.addWidget(self._value)
        return row
