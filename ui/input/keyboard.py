"""What the keys of a keyboard or a foot pedal mean, as far as no field or pad takes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from app.domain import printed_commands as printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_COMMANDS = {
    Qt.Key.Key_F1: printed.INFO,
    Qt.Key.Key_F2: printed.PROBLEM,
    Qt.Key.Key_F4: printed.HELP,
    Qt.Key.Key_Escape: printed.BACK,
    Qt.Key.Key_PageUp: printed.UP,
    Qt.Key.Key_PageDown: printed.DOWN,
}
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.ShiftModifier
)


@dataclass(frozen=True, slots=True)
class InputRules:
    """How this station's scanner and foot pedal are set.

    ``pedal_key`` does what F8 does; with ``knows_bursts`` a scanner needs no prefix.
    """

    pedal_key: str = "F8"
    knows_bursts: bool = False


def is_confirm(event: QKeyEvent, rules: InputRules) -> bool:
    """F8, or the key that the foot pedal sends."""
    pedal = Qt.Key[f"Key_{rules.pedal_key}"]
    return not event.modifiers() & _HELD and event.key() in (Qt.Key.Key_F8, pedal)


def command_of(event: QKeyEvent) -> str | None:
    """The printed command that the key stands for; digits are choices."""
    if event.modifiers() & _HELD:
        return None
    if event.text() in printed.CHOICES:
        return event.text()
    return _COMMANDS.get(Qt.Key(event.key()))


def is_arrow(event: QKeyEvent) -> bool:
    """Whether the key moves the focus."""
    return event.key() in _ARROWS


def neighbour(of: QWidget, event: QKeyEvent, among: Iterable[QWidget]) -> QWidget | None:
    """The nearest of ``among`` in the arrow's direction; None when there is none that way."""
    way, here = _ARROWS[Qt.Key(event.key())], _centre(of)
    ahead = [w for w in among if w is not of and _along(_centre(w) - here, way) > 0]
    return min(ahead, key=lambda w: _distance(_centre(w) - here, way), default=None)


def _along(step: QPoint, way: QPoint) -> int:
    return step.x() * way.x() + step.y() * way.y()


def _distance(step: QPoint, way: QPoint) -> float:
    """Aside counts double: in a row of tiles the next one is meant, not the one below."""
    aside = abs(step.x() * way.y()) + abs(step.y() * way.x())
    return _along(step, way) + 2 * aside


def _centre(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())
