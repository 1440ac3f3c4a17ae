"""Text in one of the roles of the type scale."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from ui.theme.look import Look


class Label(QLabel):
    """A text of one ``role``; wraps unless told otherwise.  Empty text takes no room."""

    def __init__(
        self,
        look: Look,
        role: str,
        *,
        colour: str | None = None,
        wraps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._colour = ""
        self.setFont(look.font(role))
        self.setWordWrap(wraps)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Maximum,
            QSizePolicy.Policy.Fixed if not wraps else QSizePolicy.Policy.Minimum,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_colour(colour or look.palette.text)

    def set_text(self, text: str) -> None:
        """Plain text; markup in it is shown as it is."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._put(text)

    def set_marked(self, text: str, mark: str, colour: str) -> None:
        """``text`` with ``mark`` behind it in ``colour``."""
        self.setTextFormat(Qt.TextFormat.RichText)
        marked = f'<span style="color:{colour}">{escape(mark)}</span>' if mark else ""
        self._put(escape(text).replace(" · ", " ·&nbsp;") + marked if text or mark else "")

    def set_colour(self, colour: str) -> None:
        if colour != self._colour:
            self._colour = colour
            palette = self.palette()
            palette.setColor(self.foregroundRole(), QColor(colour))
            self.setPalette(palette)

    def set_struck(self, *, is_struck: bool) -> None:
        """An old value is never shown as if it were live."""
        font = self.font()
        if font.strikeOut() != is_struck:
            font.setStrikeOut(is_struck)
            self.setFont(font)

    def _put(self, text: str) -> None:
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))
