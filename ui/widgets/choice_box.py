"""A choice with what is known of it: its name, how often it held, and a line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from ui.messages import say
from ui.presenters.phrases import phrase
from ui.theme.tokens import RADIUS_CONTROL, ShownState
from ui.widgets.painted import RIGHT, Brush, text_width
from ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent

    from ui.presenters.card_body import ResponseView
    from ui.theme.look import Look

_PAD, _PAD_DENSE, _GAP, _LEAST_WIDTH = 20, 10, 16, 240
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_ENDLESS = 10_000


class ChoiceBox(Pressable):
    """As high as its three texts need; without a name it only tells."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__(on_tap)
        self._look = look
        self._texts = ("", "", "")
        self._is_chosen = False
        self.cut: set[str] = set()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_response(self, view: ResponseView | None) -> None:
        """None takes no room."""
        self.setVisible(view is not None)
        if view is None:
            return
        self._texts = (say(view.words), say(view.held), say(view.line))
        self._is_chosen = view.is_chosen
        self.setObjectName(view.name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if view.name else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not view.name)
        self.setAccessibleName(", ".join(text for text in self._texts if text))
        chosen = say(phrase("state/chosen")) if view.is_chosen else ""
        self.setAccessibleDescription(chosen)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(_LEAST_WIDTH), self._look.metrics.sizes.target)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002, N802
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        palette, px, rect = self._look.palette, self._look.px, QRectF(self.rect())
        fill = self._look.state(ShownState.IN_PROGRESS).tint if self._is_chosen else palette.raised
        line = palette.accent if self._is_chosen else palette.control
        is_open = bool(self.objectName())
        brush.box(
            rect,
            fill=palette.divider if self.isDown() else fill,
            line=line if is_open else palette.divider,
            width_px=px(3 if self._is_chosen else 2),
            radius_px=px(RADIUS_CONTROL),
        )
        inks = (palette.text if is_open else palette.text_muted, palette.text, palette.text_muted)
        top = (self.height() - sum(self._heights())) // 2
        first, width = self._first_line(), self._inner_width()
        for text, font, ink, height in zip(
            self._texts, self._fonts(), inks, self._heights(), strict=True
        ):
            box = QRect(self._pad(), top, width, height)
            if text and height:
                brush.wrapped(box, text, font=font, colour=ink, align=_AT_LEFT)
            elif text:
                # Beside the name, on its line.
                box = QRect(self._pad(), top - first, width, first)
                brush.text(box, text, font=font, colour=ink, align=RIGHT)
            top += height
        if self.hasFocus():
            brush.ring(rect, radius_px=px(RADIUS_CONTROL))
        brush.end()

    def _fit(self) -> None:
        least = self._look.px(self._look.metrics.sizes.target)
        height = max(least, sum(self._heights()) + 2 * self._pad())
        if height != self.height():
            self.setFixedHeight(height)

    def _heights(self) -> list[int]:
        """Of each text; the middle one takes none where it fits beside the first."""
        width, flags = self._inner_width(), _AT_LEFT | Qt.TextFlag.TextWordWrap
        found = [
            QFontMetrics(font).boundingRect(0, 0, width, _ENDLESS, flags, text).height()
            if text
            else 0
            for text, font in zip(self._texts, self._fonts(), strict=True)
        ]
        name, held, _ = (
            text_width(font, text) for text, font in zip(self._texts, self._fonts(), strict=True)
        )
        if name + held + self._look.px(_GAP) <= width:
            found[1] = 0
        return found

    def _first_line(self) -> int:
        return QFontMetrics(self._fonts()[0]).height()

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        look = self._look
        name = look.font_of(look.metrics.sizes.body + 2, 600)
        return name, look.font("strong", is_tabular=True), look.font("meta")

    def _inner_width(self) -> int:
        return max(self.width(), self._look.px(_LEAST_WIDTH)) - 2 * self._pad()

    def _pad(self) -> int:
        return self._look.px(_PAD_DENSE if self._look.metrics.is_dense else _PAD)
