r"""The characters of a scan's keys, those typed as Alt codes and control keys too.

A scanner sends what no key types (the GS of a GS1 code, ASCII 29) as Ctrl+] or as Alt and the
digits 029.  The text of a control key is not the same on every platform, so it is computed here;
a system that turns an Alt code into a character itself is heard once, not twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
#: "@" to "_": with Ctrl they mean the characters 0 to 31.
_FIRST, _LAST = 0x40, 0x5F
_MOST_DIGITS = 4


class AltCodes:
    """The keys of one scan, in order."""

    def __init__(self) -> None:
        self._digits = ""
        self._composed = ""

    def pressed(self, event: QKeyEvent) -> str:
        """What this key adds to the scan."""
        composed, self._composed = self._composed, ""
        if event.key() == Qt.Key.Key_Alt:
            self._digits = ""
            return ""
        if self._is_digit_of_a_code(event):
            self._digits += chr(event.key())
            return ""
        text = _text_of(event)
        return "" if composed and text == composed else text

    def released(self, event: QKeyEvent) -> str:
        """The character of a code, when Alt is let go."""
        if event.key() != Qt.Key.Key_Alt or not self._digits:
            return ""
        digits, self._digits = self._digits, ""
        number = int(digits)
        # With a nought in front it is Windows-1252, else the old code page; ASCII in both.
        self._composed = chr(number) if number < 0x80 else _windows(number)  # noqa: PLR2004
        return self._composed

    def _is_digit_of_a_code(self, event: QKeyEvent) -> bool:
        is_digit = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
        is_alone = event.modifiers() & (_ALT | _CONTROL) == _ALT
        return is_digit and is_alone and len(self._digits) < _MOST_DIGITS


def _windows(number: int) -> str:
    return bytes([number % 256]).decode("cp1252", errors="replace")


def _text_of(event: QKeyEvent) -> str:
    if event.modifiers() & (_CONTROL | _ALT) == _CONTROL and _FIRST <= event.key() <= _LAST:
        return chr(event.key() - _FIRST)
    return event.text()
