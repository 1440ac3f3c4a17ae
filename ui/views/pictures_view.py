"""A picture over the whole work area, its words, and the others there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.widgets.button import Button
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.step_picture import StepPicture

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.pictures_face import PicturesBody
    from ui.theme.look import Look

_MAX_CHOICES = 6
_SIDE_DU, _SIDE_DENSE_DU = 420, 300


class PicturesView(QWidget):
    """The picture on the left; title, words and the choice on the right."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        is_dense = look.metrics.is_dense
        self._title = Label(look, "title" if not is_dense else "heading")
        self._detail = Label(look, "lead" if not is_dense else "body")
        self._picture = StepPicture(look, on_tap)
        self._choices = [Button(look, on_tap) for _ in range(_MAX_CHOICES)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(20 if not is_dense else 12))
        work, column = card(look, pad_du=20 if not is_dense else 12)
        column.addWidget(self._picture, 1)
        row.addWidget(work, 1)
        row.addWidget(self._side(look))

    def show_body(self, body: PicturesBody) -> None:
        self._title.set_text(say(body.title))
        self._detail.set_text(say(body.detail))
        self._picture.show_picture(body.picture)
        shown = (*body.choices, *(None,) * _MAX_CHOICES)
        for button, choice in zip(self._choices, shown, strict=False):
            button.setVisible(choice is not None)
            if choice is not None:
                kind = "chosen" if choice.name == body.chosen else "standard"
                button.show_action(choice.name, say(choice.words), kind=kind)

    def _side(self, look: Look) -> QWidget:
        is_dense = look.metrics.is_dense
        frame, column = card(look, pad_du=None if not is_dense else 12)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(look.px(12 if not is_dense else 8))
        for button in self._choices:
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        column.addLayout(buttons)
        frame.setFixedWidth(look.px(_SIDE_DENSE_DU if is_dense else _SIDE_DU))
        return frame
