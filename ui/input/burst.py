"""A scanner that sends no prefix, known by its speed: no hand types so fast.

What may be the beginning of a scan is held back for a moment; when it was typing after all, it
goes where it was going, in order.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

from ui.input.alt_codes import AltCodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
#: Scanners take 1 to 20 ms a character, a fast typist 60.
GAP_S = 0.035
LEAST = 4


class Burst(QObject):
    """Ask :meth:`takes` of every key event that belongs to no scan with a prefix."""

    def __init__(
        self,
        scanned: Callable[[str], object],
        *,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._scanned = scanned
        self._now = now
        self._held: list[tuple[QObject, QKeyEvent]] = []
        self._text = ""
        self._codes = AltCodes()
        self._last_s = 0.0
        self._is_letting_go = False
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self.let_go)

    def takes(self, watched: QObject, event: QKeyEvent) -> bool:
        """True when the event is held back, or was the end of a scan."""
        if self._is_letting_go or not watched.isWidgetType():
            return False
        is_press = event.type() == QEvent.Type.KeyPress
        if event.isAutoRepeat() or (is_press and self._moment(event) - self._last_s > GAP_S):
            self.let_go()
        if event.type() == QEvent.Type.ShortcutOverride or event.isAutoRepeat():
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return bool(self._held) and self._hold(watched, event, self._codes.released(event))
        if self._held and event.key() in _ENTER:
            return self._end(watched, event)
        if not self._held and not _may_begin(event):
            return False
        return self._hold(watched, event, self._codes.pressed(event))

    def let_go(self) -> None:
        """It was typing: it goes on to where it was going."""
        self._silence.stop()
        held, self._held, self._text, self._codes = self._held, [], "", AltCodes()
        self._is_letting_go = True
        try:
            for watched, event in held:
                QCoreApplication.sendEvent(watched, event)
        finally:
            self._is_letting_go = False

    def _hold(self, watched: QObject, event: QKeyEvent, text: str) -> bool:
        self._held.append((watched, event.clone()))
        self._text += text
        if event.type() == QEvent.Type.KeyPress:  # from one key down to the next
            self._last_s = self._moment(event)
            self._silence.start(round(GAP_S * 1_000))
        return True

    def _end(self, watched: QObject, event: QKeyEvent) -> bool:
        if len(self._text) < LEAST:
            self._hold(watched, event, "")
            self.let_go()
            return True
        code, self._held, self._text = self._text, [], ""
        self._silence.stop()
        self._codes = AltCodes()
        self._scanned(code)
        return True

    def _moment(self, event: QKeyEvent) -> float:
        """When the key was pressed, not when there was time to look at it."""
        return event.timestamp() / 1_000 if event.timestamp() else self._now()


def _may_begin(event: QKeyEvent) -> bool:
    return event.text().isprintable() and bool(event.text()) and not event.modifiers() & _COMMANDS
