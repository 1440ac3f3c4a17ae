"""Units without end on a real journal, shown by the real window; and what that holds in memory."""

from __future__ import annotations

import asyncio
import gc
import itertools
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from app.runtime.io_loop import IoLoop
from tests.helpers.station_rig import station_at
from tests.helpers.whole_units import build_unit, enlarge_orders
from tests.screens.camera import PANELS, HandClock, RecordedIntents
from ui.application import build_window
from ui.dispatcher import InOneGo, UiDispatcher
from ui.window import WindowClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.services.station_state import StationState

_PANEL = "1280x800"


@dataclass(frozen=True, slots=True)
class Held:
    """What there is after so many units."""

    units: int
    widgets: int
    qobjects: int
    objects: int


class ScreenSoak:
    """A window on this thread, a station on another; ``run`` lets Qt's loop turn until the end."""

    def __init__(self, folder: Path, application: QApplication) -> None:
        self._folder = folder
        self._application = application
        self._clock = HandClock()
        self._intents = RecordedIntents()
        size, px_per_mm = PANELS[_PANEL]
        self.window = build_window(
            self._intents,
            theme="light",
            px_per_mm=px_per_mm,
            size=size,
            clock=WindowClock(now_s=self._clock, zone=UTC),
        )
        self._dispatcher = UiDispatcher()
        self._feed = InOneGo(self._dispatcher.post, self.window.show_states)

    def run(self, units: int, *, every: int, note: Callable[[Held], None]) -> None:
        """Build ``units``; ``note`` gets what is held after each ``every`` of them."""
        self.window.show()
        loop = IoLoop()
        loop.start()
        working = loop.submit(self._work(units, every, note))
        # A loop of our own: one that the application quits takes all later ones with it.
        screen = QEventLoop()
        working.add_done_callback(lambda _: self._dispatcher.post(screen.quit))
        screen.exec()
        self.window.close()
        loop.stop()
        working.result()

    async def _work(self, units: int, every: int, note: Callable[[Held], None]) -> None:
        async with station_at(self._folder) as rig:
            board = rig.station.board
            tell_rig = board._on_state

            def tell(state: StationState) -> None:
                tell_rig(state)
                self._feed.put(state)

            board._on_state = tell
            await enlarge_orders(rig)
            results = itertools.count(1)
            for number in range(1, units + 1):
                await build_unit(rig, f"0418-{number:05}", results)
                await self._on_screen(self._look_around)
                if number % every == 0:
                    await self._on_screen(lambda n=number: note(self._held(n)))  # type: ignore[misc]

    async def _on_screen(self, call: Callable[[], None]) -> None:
        """On the screen's thread, once all that was shown before is drawn."""
        loop, done = asyncio.get_running_loop(), asyncio.Event()

        def do() -> None:
            try:
                call()
            finally:
                loop.call_soon_threadsafe(done.set)

        self._dispatcher.post(do)
        await done.wait()

    def _look_around(self) -> None:
        """Somebody opens a page and comes back."""
        for name in ("problem", "back"):
            self._clock.now_s += 1
            self.window.tap(name)
        self._intents.calls.clear()

    def _held(self, units: int) -> Held:
        gc.collect()
        return Held(
            units=units,
            widgets=len(self._application.allWidgets()),
            qobjects=len(self.window.findChildren(QObject)),
            objects=len(gc.get_objects()),
        )
