"""The text pad: a keyboard on the glass, for the few words nothing else can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.theme.tokens import RADIUS_CONTROL
from ui.widgets.keys import BACK, SHIFT, SPACE, has_command, name_keys, pad_key, press_key
from ui.widgets.painted import Brush

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ui.presenters.text_pad import TextPadView
    from ui.theme.look import Look
    from ui.widgets.button import Button

#: Rows of letters by the name of the arrangement.
LETTERS = {
    "qwerty": ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "qwertz": ("1234567890ß", "qwertzuiopü", "asdfghjklöä", "yxcvbnm"),
    "azerty": ("1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn"),
    "spanish": ("1234567890á", "qwertyuiopé", "asdfghjklñí", "zxcvbnmóú"),
    "polish": ("1234567890ń", "qwertyuiopó", "asdfghjklłą", "zxcvbnmżź"),
    "address": ("1234567890_", "qwertyuiop@", "asdfghjkl:&", "zxcvbnm?="),
}
_HALVES = 22  # columns of half a key: rows of letters are staggered by one
_LAST_ROW: tuple[tuple[str, int], ...] = (
    (",", 2),
    ("-", 2),
    (SPACE, 12),
    (".", 2),
    ("/", 2),
)
#: Where the rows above have no room for all letters.
_LAST_ROWS: dict[str, tuple[tuple[str, int], ...]] = {
    "polish": (
        (",", 2),
        ("-", 2),
        ("ć", 2),
        (SPACE, 8),
        ("ę", 2),
        ("ś", 2),
        (".", 2),
        ("/", 2),
    )
}
_ICONS = {BACK: "backspace-bold", SHIFT: "caret-up-bold"}


class TextPad(QWidget):
    """Draws what the presenter holds; keeps no letters itself.

    Taps are "key:" and the character as it stands on the key, or back, shift and space.
    """

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        self._on_tap = on_tap
        self._typed = _Typed(look)
        self._arrangement = ""
        self._board = QWidget()
        self._keys: dict[str, Button] = {}
        self._letters: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4 if look.metrics.is_dense else 12))
        self._column.addWidget(self._typed)
        self._column.addWidget(self._board)
        self._arrange("qwerty")

    def show_pad(self, view: TextPadView | None) -> None:
        """None takes no room."""
        self.setVisible(view is not None)
        if view is None:
            return
        self._arrange(view.letters)
        self._typed.show_typed(view.typed, say(view.hint))
        self._keys[SHIFT].show_action(
            f"key:{SHIFT}", "", icon=_ICONS[SHIFT], kind="chosen" if view.is_upper else "letter"
        )
        name_keys(self._keys)
        for button in self._letters:
            letter = button.text().upper() if view.is_upper else button.text().lower()
            button.show_action(f"key:{letter}", letter)

    def take_key(self, event: QKeyEvent) -> bool:
        """Let a real keyboard press our keys; False when the key is none of them."""
        text = event.text()
        if not text.isalpha() and press_key(self._keys, event):
            return True
        if not text or not text.isprintable() or has_command(event):
            return False
        # The keyboard has its own shift, and letters that stand on no glass.
        self._on_tap(f"key:{text}")
        return True

    def _arrange(self, arrangement: str) -> None:
        """The keys of ``arrangement``; others only when a person of another language comes."""
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        self._keys, self._letters = {}, []
        board = QWidget()
        self._fill(QGridLayout(board), LETTERS[arrangement])
        self._column.replaceWidget(self._board, board)
        self._board.hide()
        self._board.deleteLater()
        self._board = board

    def _fill(self, grid: QGridLayout, rows: tuple[str, ...]) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._look.px(self._look.metrics.sizes.key_gap))
        for column in range(_HALVES):
            grid.setColumnStretch(column, 1)
        for number, row in enumerate(rows):
            first = (_HALVES - 2 * len(row)) // 2
            for i, letter in enumerate(row):
                grid.addWidget(self._letter(letter), number, first + 2 * i, 1, 2)
        last = len(rows) - 1
        side = (_HALVES - 2 * len(rows[last])) // 2
        grid.addWidget(self._key(SHIFT, ""), last, 0, 1, side)
        grid.addWidget(self._key(BACK, ""), last, _HALVES - side, 1, side)
        self._fill_last(grid, last + 1)

    def _fill_last(self, grid: QGridLayout, number: int) -> None:
        row = _LAST_ROWS.get(self._arrangement, _LAST_ROW)
        column = (_HALVES - sum(span for _, span in row)) // 2
        for name, span in row:
            key = self._key(SPACE, "") if name == SPACE else self._letter(name)
            grid.addWidget(key, number, column, 1, span)
            column += span

    def _letter(self, letter: str) -> Button:
        button = self._key(letter, letter)
        if letter.isalpha() and letter != "ß":
            self._letters.append(button)
        return button

    def _key(self, name: str, word: str) -> Button:
        icon = _ICONS.get(name, "")
        button = pad_key(self._look, self._on_tap, name, word, kind="letter", icon=icon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._keys[name] = button
        return button


class _Typed(QWidget):
    """What is typed, its end always in view, with a caret; the hint while it is empty."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text, self._hint = "", ""
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_typed(self, text: str, hint: str) -> None:
        if (text, hint) != (self._text, self._hint):
            self._text, self._hint = text, hint
            self.setAccessibleName(hint)
            self.setAccessibleDescription(text)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        sizes = self._look.metrics.sizes
        return QSize(self._look.px(_HALVES / 2 * sizes.letter), self._look.px(sizes.letter))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        px, palette = self._look.px, self._look.palette
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        brush.box(
            QRectF(self.rect()), fill=palette.raised, line=palette.control,
            width_px=px(2), radius_px=px(RADIUS_CONTROL),
        )  # fmt: skip
        font, colour = self._look.font("lead"), palette.text if self._text else palette.text_muted
        box = QRect(px(16), 0, self.width() - px(32), self.height())
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideLeft, box.width() - px(4))
        brush.text(box, shown or self._hint, font=font, colour=colour)
        caret = box.left() + (metrics.horizontalAdvance(shown) + px(2) if shown else -px(6))
        top = (self.height() - metrics.ascent()) // 2
        brush.painter.fillRect(caret, top, px(2), metrics.ascent(), QColor(palette.accent))
        brush.end()
