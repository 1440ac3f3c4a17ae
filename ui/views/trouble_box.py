"""What is wrong with a device, inside the panel it stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ui.messages import say
from ui.theme.icons import icon_pixmap
from ui.theme.tokens import ShownState
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.presenters.view_states import TroubleView
    from ui.theme.look import Look


class TroubleBox(QFrame):
    """Amber for what can wait, red for danger; always with the next thing to do."""

    def __init__(self, look: Look, *, is_danger: bool = False) -> None:
        super().__init__()
        self._look = look
        self._is_danger = is_danger
        self._icon = QLabel()
        self._headline = Label(look, "strong")
        self._line = Label(look, "body")
        self._dress(is_danger=is_danger)
        row = QHBoxLayout(self)
        pad = look.px(16)
        row.setContentsMargins(pad, pad, pad, pad)
        row.setSpacing(look.px(14))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        column.addWidget(self._headline)
        column.addWidget(self._line)
        row.addLayout(column, 1)

    def show_trouble(self, view: TroubleView | None) -> None:
        """Shows itself only for trouble of its own kind."""
        is_mine = view is not None and view.is_danger is self._is_danger
        self.setVisible(is_mine)
        if view is not None and is_mine:
            self._headline.set_text(say(view.headline))
            self._line.set_text(say(view.line))

    def show_any(self, view: TroubleView | None) -> None:
        """Shows itself for trouble of either kind, dressed for it."""
        if view is not None and view.is_danger is not self._is_danger:
            self._dress(is_danger=view.is_danger)
            self.style().unpolish(self)
            self.style().polish(self)
        self.show_trouble(view)

    def _dress(self, *, is_danger: bool) -> None:
        look = self._look
        self._is_danger = is_danger
        self.setProperty("surface", "danger" if is_danger else "warn")
        ink = look.state(ShownState.NOK if is_danger else ShownState.ATTENTION).on_tint
        name = "warning-octagon-fill" if is_danger else "warning-fill"
        self._icon.setPixmap(icon_pixmap(name, ink, look.px(32), self.devicePixelRatioF()))
        self._headline.set_colour(ink if is_danger else look.palette.text)
