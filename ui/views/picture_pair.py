"""The picture of a step, alone or beside a second one it is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import say
from ui.widgets.label import Label
from ui.widgets.picture_panel import PicturePanel
from ui.widgets.step_picture import StepPicture

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.presenters.view_states import PictureView
    from ui.theme.look import Look


class PicturePair(QWidget):
    """The first picture can be tapped; captions stand over two only."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._first, self._second = StepPicture(look, on_tap), PicturePanel(look)
        muted = look.palette.text_muted
        self._captions = [Label(look, "meta", colour=muted) for _ in range(2)]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(12))
        panels = (self._first, self._second)
        for caption, panel in zip(self._captions, panels, strict=True):
            column = QVBoxLayout()
            column.setSpacing(look.px(4))
            column.addWidget(caption)
            column.addWidget(panel, 1)
            # Neither is wider for what its caption says.
            self._row.addLayout(column, 1)

    def show_pictures(self, views: Sequence[PictureView]) -> None:
        """One or two of them."""
        first, *more = views
        self._first.show_picture(first)
        self._second.setVisible(bool(more))
        # A hidden one would keep its half.
        self._row.setStretch(1, 1 if more else 0)
        for second in more:
            self._second.show_picture(second)
        captions = [say(view.caption) for view in views] if more else []
        for label, words in zip(self._captions, (*captions, "", ""), strict=False):
            label.set_text(words)
