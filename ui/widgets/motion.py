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
        self._widget, self._duration_ms = widget, duration_ms
        self._animation: QVariantAnimation | None = None

    def run(self, first: float, last: float) -> None:
        """Go there once."""
        self._start(QEasingCurve.Type.OutCubic, ((0.0, first), (1.0, last)), loops=1)

    def pulse(self) -> None:
        """Full, dimmed, full, until it is stopped."""
        steps = ((0.0, 1.0), (0.5, _DIMMED), (1.0, 1.0))
        self._start(QEasingCurve.Type.InOutSine, steps, loops=-1)

    def stop(self) -> None:
        if self._animation is not None:
            self._animation.stop()

    @property
    def is_running(self) -> bool:
        animation = self._animation
        return animation is not None and animation.state() is QAbstractAnimation.State.Running

    def value_or(self, settled: float) -> float:
        """Where it is now; ``settled`` when nothing moves."""
        if self._animation is None or not self.is_running:
            return settled
        return float(self._animation.currentValue())

    def _start(
        self, curve: QEasingCurve.Type, steps: tuple[tuple[float, float], ...], *, loops: int
    ) -> None:
        animation = self._animation = self._animation or self._made()
        animation.stop()
        animation.setEasingCurve(curve)
        for at, value in steps:
            animation.setKeyValueAt(at, value)
        animation.setLoopCount(loops)
        animation.start()

    def _made(self) -> QVariantAnimation:
        """Most widgets never move: theirs is never made."""
        animation = QVariantAnimation(self._widget)
        animation.setDuration(self._duration_ms)
        animation.valueChanged.connect(lambda _value: self._widget.update())
        animation.finished.connect(self._widget.update)
        return animation
