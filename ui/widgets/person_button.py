"""A person who signed in here lately, as one large row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSizePolicy

from ui.messages import say
from ui.theme.tokens import RADIUS_CONTROL, ShownState
from ui.widgets.button import Button
from ui.widgets.painted import CENTRE, LEFT, Brush

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from ui.presenters.view_states import PersonLine
    from ui.theme.look import Look


class PersonButton(Button):
    """Tapping asks for the PIN of this person."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__(look, on_tap, kind="person")
        self._line: PersonLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_person(self, line: PersonLine) -> None:
        self._line = line
        self.setObjectName(f"person:{line.person}")
        self.setAccessibleName(line.name)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.look.px(320), self.look.px(84))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        line = self._line
        if line is None:
            return
        px, palette = self.look.px, self.look.palette
        self.cut.clear()
        brush = Brush(self, self.look, self.cut)
        tint = self.look.state(ShownState.IN_PROGRESS).tint
        brush.box(
            QRectF(self.rect()),
            fill=tint if line.is_chosen or self.isDown() else palette.raised,
            line=palette.accent if line.is_chosen else palette.control,
            width_px=px(3 if line.is_chosen else 2),
            radius_px=px(RADIUS_CONTROL),
        )
        if self.hasFocus():
            brush.ring(QRectF(self.rect()), radius_px=px(RADIUS_CONTROL))
        disc, middle = px(56), self.height() // 2
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(QColor(palette.avatar))
        brush.painter.drawEllipse(QRectF(px(14), middle - disc / 2, disc, disc))
        box = QRect(px(14), middle - disc // 2, disc, disc)
        strong = self.look.font("strong")
        brush.text(box, line.initials, font=strong, colour=palette.on_avatar, align=CENTRE)
        left, width = px(90), self.width() - px(100)
        upper, lower = (
            QRect(left, middle - px(30), width, px(34)),
            QRect(left, middle + px(4), width, px(26)),
        )
        brush.text(upper, line.name, font=strong, colour=palette.text, align=LEFT)
        meta = self.look.font("meta")
        brush.text(lower, say(line.role), font=meta, colour=palette.text_muted, align=LEFT)
        brush.end()
