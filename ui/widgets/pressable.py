"""How anything is pressed: by one finger, a mouse or Enter; never by a palm or a stray key."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTouchEvent
from PySide6.QtWidgets import QAbstractButton

from ui.input.keyboard import is_arrow, neighbour

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

_PALM_S = 3.0  # a longer press is a palm or a sleeve, not a finger
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(QAbstractButton):
    """Acts when the finger is lifted inside; ``on_tap`` is called with the object name.

    Tab reaches it, a tap does not focus it: a stray Enter presses nothing.  Two fingers at once,
    or a press longer than three seconds, is a palm or a sleeve and does nothing.
    """

    def __init__(
        self,
        on_tap: Callable[[str], object],
        *,
        now_s: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self._pressed_at_s = 0.0
        self._is_palm = False
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: on_tap(self.objectName()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touched(event)
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed_at_s = self._now_s()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._now_s() - self._pressed_at_s > _PALM_S:
            self.setDown(False)
            return
        super().mouseReleaseEvent(event)

    def _touched(self, event: QTouchEvent) -> None:
        """A finger as a mouse would do it, but two at once are none."""
        points = event.points()
        is_inside = bool(points) and self.rect().contains(points[0].position().toPoint())
        match event.type():
            case QEvent.Type.TouchBegin:
                self._is_palm = len(points) > 1 or self._take_back_others()
                self._pressed_at_s = self._now_s()
                self.setDown(self.isEnabled() and not self._is_palm)
            case QEvent.Type.TouchUpdate:
                self._is_palm = self._is_palm or len(points) > 1
                self.setDown(self.isEnabled() and is_inside and not self._is_palm)
            case QEvent.Type.TouchEnd:
                was_down = self.isDown() and is_inside
                self.setDown(False)
                if was_down and self._now_s() - self._pressed_at_s <= _PALM_S:
                    self.click()
            case _:
                self.setDown(False)

    def _take_back_others(self) -> bool:
        """A palm across several buttons presses none of them; True when there were others."""
        others = [b for b in self.window().findChildren(Pressable) if b is not self and b.isDown()]
        for other in others:
            other.take_back()
        return bool(others)

    @property
    def can_be_pressed(self) -> bool:
        """Shown, enabled, and reached by Tab."""
        is_reached = bool(self.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return is_reached and self.isEnabled() and self.isVisibleTo(self.window())

    def take_back(self) -> None:
        """Forget the press that has begun."""
        self._is_palm = True
        self.setDown(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        elif is_arrow(event):
            self._move_focus(event)
        else:
            super().keyPressEvent(event)

    def _move_focus(self, event: QKeyEvent) -> None:
        others = [b for b in self.window().findChildren(Pressable) if b.can_be_pressed]
        found = neighbour(self, event, others)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)
