"""The one button, painted in all its kinds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.languages import spoken
from ui.messages import say
from ui.presenters.phrases import phrase
from ui.theme.tokens import LEAST_KEY, RADIUS_CONTROL, ShownState
from ui.widgets.painted import CENTRE, Brush, text_width
from ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont, QPaintEvent

    from ui.theme.look import Look

_TILES = ("tile", "urgent")
_KEYS = ("key", "letter")
_DISABLED = ("waiting", "unread")


class Button(Pressable):
    """``on_tap`` is called with the button's object name.

    ``kind`` is standard, primary, waiting (disabled, dashed), unread (the same, of standard size),
    danger, tile, urgent, key, letter or chosen (chosen_ok, chosen_nok: an answer given).
    """

    def __init__(
        self,
        look: Look,
        on_tap: Callable[[str], object],
        *,
        kind: str = "standard",
        now_s: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(on_tap, now_s=now_s, parent=parent)
        self.look = look
        self.kind = kind
        self.cut: set[str] = set()
        self._icon_name = self._language = self._about = ""
        self._is_compact = self._is_folded = False
        self._filled: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_action(
        self, name: str, words: str, *, icon: str = "", kind: str = "", about: str = ""
    ) -> None:
        """What the button is now; a waiting one cannot be pressed.

        ``about`` is read aloud before the words, where others beside it have the same.
        """
        kind = kind or self.kind
        if (name, words, about, icon, kind, spoken()) == (
            self.objectName(),
            self.text(),
            self._about,
            self._icon_name,
            self.kind,
            self._language,
        ):
            return
        self._language, self._about = spoken(), about
        self.setObjectName(name)
        self.setAccessibleName(f"{about}: {words}" if about else words)
        is_chosen = kind.startswith("chosen")
        self.setAccessibleDescription(say(phrase("state/chosen")) if is_chosen else "")
        self.setText(words)
        self._icon_name, self.kind = icon, kind
        self.setEnabled(kind not in _DISABLED)
        self.updateGeometry()
        self.update()

    def set_filled(self, filled: float | None) -> None:
        """The share of the waiting time that is over; None when nothing is waited for."""
        if filled != self._filled:
            self._filled = filled
            self.update()

    def set_compact(self, *, is_compact: bool, is_folded: bool = False) -> None:
        """Words only, with narrow margins; folded, on two lines where there are two words."""
        if (is_compact, is_folded) != (self._is_compact, self._is_folded):
            self._is_compact, self._is_folded = is_compact, is_folded
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        sizes, px = self.look.metrics.sizes, self.look.px
        if self.kind in _TILES:
            return QSize(px(240), px(140))
        if self.kind in _KEYS:
            size = px(sizes.key if self.kind == "key" else sizes.letter)
            return QSize(size, size)
        width = self._content_width() + 2 * px(12 if self._is_compact else sizes.pad + 4)
        if self.kind in ("primary", "waiting"):
            least = 0 if self._is_compact else px(sizes.primary_width)
            return QSize(max(width, least), px(sizes.primary))
        return QSize(max(width, px(sizes.target)), px(sizes.target))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        if self.kind == "key":
            least = self.look.px(LEAST_KEY)
            return QSize(least, least)
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        self.cut.clear()
        brush = Brush(self, self.look, self.cut)
        self._paint_box(brush)
        if self.kind in _TILES:
            self._paint_column(brush)
        else:
            self._paint_row(brush)
        brush.end()

    # -- painting --------------------------------------------------------------------------

    def _colours(self) -> tuple[str, str | None, str]:
        """Fill, line and ink."""
        palette, nok = self.look.palette, self.look.state(ShownState.NOK)
        down = self.isDown()
        match self.kind:
            case "primary":
                fill = palette.accent_pressed if down else palette.accent
                return fill, None, palette.on_accent
            case "waiting" | "unread":
                return palette.surface, palette.control, palette.text_muted
            case "danger" | "urgent":
                return (nok.tint if down else palette.raised), nok.solid, nok.on_tint
            case "chosen":
                fill = self.look.state(ShownState.IN_PROGRESS).tint
                return (palette.divider if down else fill), palette.accent, palette.text
            case "chosen_ok":
                ok = self.look.state(ShownState.OK)
                return (palette.raised if down else ok.tint), ok.solid, ok.on_tint
            case "chosen_nok":
                return (palette.raised if down else nok.tint), nok.solid, nok.on_tint
            case _:
                return (palette.divider if down else palette.raised), palette.control, palette.text

    def _paint_box(self, brush: Brush) -> None:
        px = self.look.px
        fill, line, _ = self._colours()
        rect = QRectF(self.rect())
        brush.box(
            rect,
            fill=fill,
            line=line,
            width_px=px(3 if self.kind.startswith("chosen") else 2),
            radius_px=px(RADIUS_CONTROL),
            is_dashed=self.kind in _DISABLED,
        )
        if self._filled is not None:
            self._paint_filled(brush, rect)
        if self.hasFocus():
            brush.ring(rect, radius_px=px(RADIUS_CONTROL))

    def _paint_filled(self, brush: Brush, rect: QRectF) -> None:
        """The border, from the upper left corner round, as far as the time is over."""
        width, radius = self.look.px(4), self.look.px(RADIUS_CONTROL)
        border = QPainterPath()
        inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        border.addRoundedRect(inner, radius, radius)
        length = border.length() / width
        pen = QPen(QColor(self.look.palette.accent), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([max(0.01, length * min(1.0, self._filled or 0.0)), length])
        brush.painter.strokePath(border, pen)

    def _paint_row(self, brush: Brush) -> None:
        ink = self._colours()[2]
        width = min(self._content_width(), self.width() - self.look.px(16))
        x = (self.width() - width) // 2
        if self._icon_name and self._has_icon():
            size = self._icon_px()
            y = (self.height() - size) // 2
            brush.icon(self._icon_name, ink, x=x, y=y, size_px=size)
            used = size + (self._gap_px() if self.text() else 0)
            x, width = x + used, width - used
        font, lines = self._text_font(), self._lines()
        height = QFontMetrics(font).height()
        top = (self.height() - len(lines) * height) // 2
        for i, line in enumerate(lines):
            box = QRect(x, top + i * height, width, height)
            brush.text(box, line, font=font, colour=ink, align=CENTRE)

    def _paint_column(self, brush: Brush) -> None:
        px, ink = self.look.px, self._colours()[2]
        width, font = self.width() - px(24), self._text_font()
        line = QFontMetrics(font).height()
        lines = 1 if text_width(font, self.text()) <= width else 2
        is_low = self.height() < lines * line + px(56 + 14 + 24)
        size, gap = (px(44), px(8)) if is_low else (px(56), px(14))
        top = (self.height() - size - gap - lines * line) // 2
        brush.icon(self._icon_name, ink, x=(self.width() - size) // 2, y=top, size_px=size)
        box = QRect(px(12), top + size + gap, width, lines * line)
        brush.wrapped(box, self.text(), font=font, colour=ink)

    def _lines(self) -> tuple[str, ...]:
        """The words, folded where both lines come out shortest."""
        text = self.text()
        if not self._is_folded or " " not in text:
            return (text,)
        words, font = text.split(" "), self._text_font()
        folds = ((" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words)))
        return min(folds, key=lambda fold: max(text_width(font, line) for line in fold))

    def _text_font(self) -> QFont:
        sizes = self.look.metrics.sizes
        if self.kind in _KEYS:
            return self.look.font_of(sizes.lead, 600)
        size = sizes.body + 4 if self.kind in ("primary", "waiting") else sizes.body + 2
        return self.look.font_of(size, 600)

    def _has_icon(self) -> bool:
        return not (self._is_compact and self.text())

    def _icon_px(self) -> int:
        return self.look.px(self.look.metrics.sizes.icon)

    def _gap_px(self) -> int:
        return self.look.px(16)

    def _content_width(self) -> int:
        font = self._text_font()
        width = max(text_width(font, line) for line in self._lines()) if self.text() else 0
        if self._icon_name and self._has_icon():
            width += self._icon_px() + (self._gap_px() if self.text() else 0)
        return width
