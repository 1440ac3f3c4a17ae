"""A station with its screen that says when what was painted: python -m bench.watched_screen FILE.

It is the station as ``asbuilt station --control`` starts it.  Beside the state it prints one line
for each value and each part that a finished frame shows for the first time, one for each result
of ``TOOL`` that is durable, and at its end how late a timer of 10 ms on the screen's thread was.
Times are of the system's monotonic clock, in nanoseconds.
"""

from __future__ import annotations

import json
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.runtime.config import load_config
from app.screen import run_with_screen
from app.services.inbox import ResultInbox
from ui.application import make_application
from ui.views.readout import Readout
from ui.views.step_panels import ScanPanel
from ui.widgets.number_pad import NumberPad
from ui.window import StationWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.readings import Reading

TOOL = "T-07"
#: Said when a scanned part is seen in its slot.
FILLED = "filled"
BEAT_MS = 10


class PaintWatch(QObject):
    """Sees the paint events of one widget that shows what ``read`` says."""

    def __init__(self, widget: QWidget, read: Callable[[], str]) -> None:
        super().__init__(widget)
        self._read = read
        self._painted = ""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        text = self._read()
        if event.type() == QEvent.Type.Paint and text != self._painted:
            self._painted = text
            # Its turn comes when the whole frame is drawn and the thread is back in its loop.
            QTimer.singleShot(0, self, partial(_say, "painted", text))
        return super().eventFilter(watched, event)


class Heartbeat:
    """A timer on the screen's thread, and how late each of its beats was."""

    def __init__(self) -> None:
        self.beats: list[tuple[int, float]] = []
        self._due_ns = time.perf_counter_ns() + BEAT_MS * 1_000_000
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now_ns = time.perf_counter_ns()
        self.beats.append((now_ns, (now_ns - self._due_ns) / 1e6))
        self._due_ns = now_ns + BEAT_MS * 1_000_000
        self._timer.start(BEAT_MS)


def _watch_inbox() -> None:
    """Say when a result of the tool is durable."""
    kept = ResultInbox.store

    async def store(inbox: ResultInbox, reading: Reading) -> bool:
        is_new = await kept(inbox, reading)
        if reading.source == TOOL:
            _say("stored", reading.result_id or "")
        return is_new

    ResultInbox.store = store  # type: ignore[method-assign, assignment]


def main(path: Path) -> int:
    """Until the station ends."""
    make_application()
    _watch_inbox()
    StationWindow.tap = _tap_as_a_finger  # type: ignore[method-assign, assignment]
    heartbeat = Heartbeat()
    QTimer.singleShot(0, _watch_labels)
    status = run_with_screen(load_config(path), path, with_control=True, in_window=True)
    sys.stdout.write(json.dumps({"event": "beats", "beats": heartbeat.beats}) + "\n")
    sys.stdout.flush()
    return status


def _watch_labels() -> None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, StationWindow):
            # What is measured is a window that has stood there for a while.
            while window._views.build_one():  # noqa: SLF001  a measuring eye
                pass
            PaintWatch(window, lambda w=window: f"face:{w.face}")  # type: ignore[misc]
            for pad in window.findChildren(NumberPad):
                typed = pad._typed  # noqa: SLF001
                PaintWatch(typed, lambda t=typed: f"typed:{t.text()}")  # type: ignore[misc]
            for readout in window.findChildren(Readout):
                value = readout._value  # noqa: SLF001
                PaintWatch(value, value.text)
            for panel in window.findChildren(ScanPanel):
                name, slot = panel._name, panel._slot  # noqa: SLF001
                PaintWatch(name, name.text)
                PaintWatch(slot, lambda s=slot: FILLED if s._is_filled else "")  # type: ignore[misc] # noqa: SLF001


def _tap_as_a_finger(window: StationWindow, name: str) -> bool:
    """Press and release in the middle of the button, as the screen's own events."""
    button = window._button(name)  # noqa: SLF001
    if button is None or not button.isEnabled():
        return False
    window._took = False  # noqa: SLF001
    at = QPointF(button.rect().center())
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, held in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, none),
    ):
        place = button.mapToGlobal(at)
        event = QMouseEvent(kind, at, place, left, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(button, event)
    return window._took  # noqa: SLF001


def _say(event: str, what: str) -> None:
    at_ns = time.perf_counter_ns()
    sys.stdout.write(json.dumps({"event": event, "what": what, "at_ns": at_ns}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
