"""The only three things that may move: a pointer, a flash, and the pulse of a call.

Without motion (the look's setting) every one of them is at its end at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QVariantAnimation

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

POINTER_MS = 120
FLASH_MS = 150
PULSE_MS = 1_430  # 0.7 Hz, the slow flash of IEC 60073
_DIMMED = 0.6


class Motion:
    """A number that goes from one value to another and repaints ``widget`` meanwhile."""

    def __init__(self, widget: QWidget, duration_ms: int) -> None:
        self._animation = QVariantAnimation(widget)
        self._animation.setDuration(duration_ms)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(lambda _value: widget.update())
        self._animation.finished.connect(widget.update)

    def run(self, first: float, last: float) -> None:
        self._animation.stop()
        self._animation.setStartValue(first)
        self._animation.setEndValue(last)
        self._animation.start()

    def pulse(self) -> None:
        """Full, dimmed, full, until it is stopped."""
        self._animation.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._animation.setKeyValueAt(0.0, 1.0)
        self._animation.setKeyValueAt(0.5, _DIMMED)
        self._animation.setKeyValueAt(1.0, 1.0)
        self._animation.setLoopCount(-1)
        self._animation.start()

    def stop(self) -> None:
        self._animation.stop()

    @property
    def is_running(self) -> bool:
        return self._animation.state() is QAbstractAnimation.State.Running

    def value_or(self, settled: float) -> float:
        """Where it is now; ``settled`` when nothing moves."""
        return float(self._animation.currentValue()) if self.is_running else settled
