"""One open thing of a handover: words, a smaller line, and a box to tick where it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from ui.messages import say
from ui.presenters.phrases import phrase
from ui.theme.tokens import RADIUS_CONTROL, ShownState
from ui.widgets.painted import Brush
from ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from ui.presenters.handover_face import OpenLine
    from ui.theme.look import Look

_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_PAD, _BOX, _GAP = 14, 36, 14
_LINES = 2


def row_height_du(look: Look) -> int:
    """Two lines of words, or one and a small one; never less than a target."""
    sizes = look.metrics.sizes
    return max(sizes.target, 84 if not look.metrics.is_dense else 64)


class TickRow(Pressable):
    """The whole row is the target where it can be ticked; else it only tells."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__(on_tap)
        self._look = look
        self._line: OpenLine | None = None
        self._words = self._below = ""
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(row_height_du(look)))

    def show_line(self, line: OpenLine | None) -> None:
        """None takes no room."""
        self.setVisible(line is not None)
        self._line = line
        if line is None:
            return
        self._words, self._below = say(line.words), say(line.below)
        is_asked = line.is_ticked is not None
        self.setObjectName(line.name)
        focus = Qt.FocusPolicy.TabFocus if is_asked else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_asked)
        spoken = ", ".join(part for part in (self._words, self._below) if part)
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(say(phrase("state/chosen")) if line.is_ticked else "")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(240), self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        line = self._line
        if line is None:
            return
        self.cut.clear()
        look, px = self._look, self._look.px
        palette, brush = look.palette, Brush(self, look, self.cut)
        rect, radius = QRectF(self.rect()), px(RADIUS_CONTROL)
        done = look.state(ShownState.OK)
        is_ticked = bool(line.is_ticked)
        fill = palette.surface if self.isDown() else done.tint if is_ticked else palette.raised
        edge = palette.divider
        if line.is_ticked is not None:
            edge = done.solid if is_ticked else palette.control
        brush.box(rect, fill=fill, line=edge, width_px=px(2), radius_px=radius)
        left = px(_PAD)
        if line.is_ticked is not None:
            size = px(_BOX)
            name = "check-circle-fill" if is_ticked else "circle-bold"
            colour = done.on_tint if is_ticked else palette.control
            brush.icon(name, colour, x=left, y=(self.height() - size) // 2, size_px=size)
            left += size + px(_GAP)
        self._paint_words(brush, left)
        if self.hasFocus():
            brush.ring(rect, radius_px=radius)
        brush.end()

    def _paint_words(self, brush: Brush, left: int) -> None:
        look = self._look
        sizes, is_dense = look.metrics.sizes, look.metrics.is_dense
        strong = look.font_of(sizes.body if not is_dense else sizes.meta, 600)
        meta = look.font("meta")
        width = self.width() - left - look.px(_PAD)
        upper, lower = QFontMetrics(strong).lineSpacing(), QFontMetrics(meta).lineSpacing()
        endless = QRect(0, 0, width, 10 * upper)
        flags = _TOP_LEFT | Qt.TextFlag.TextWordWrap
        wanted = QFontMetrics(strong).boundingRect(endless, flags, self._words).height()
        is_long = wanted > upper * 1.5
        words_height = _LINES * upper if is_long else upper
        # Two lines of words leave no room; what a person must know stands in the words.
        below = "" if is_long else self._below
        below_height = lower if below else 0
        top = (self.height() - words_height - below_height) // 2
        palette = look.palette
        box = QRect(left, top, width, words_height)
        brush.wrapped(box, self._words, font=strong, colour=palette.text, align=_TOP_LEFT)
        under = QRect(left, top + words_height, width, lower)
        brush.text(under, below, font=meta, colour=palette.text_muted)
