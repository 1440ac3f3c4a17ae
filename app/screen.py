"""The station with its screen: Qt on the main thread, everything else on the I/O loop."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from app.domain.errors import StorageFault
from app.main import closed_state, run_station, starting_state
from app.runtime.config import load_config
from app.runtime.control import LineControl, describe
from app.runtime.intents import IntentsOnLoop
from app.runtime.io_loop import IoLoop
from app.runtime.settings_store import settings_of
from ui.application import build_window, change_look, make_application
from ui.dispatcher import InOneGo, UiDispatcher
from ui.input.keyboard import InputRules
from ui.qt_log import log_qt_messages
from ui.second_screen import second_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from app.runtime.config import StationConfig
    from app.services.station import Station
    from app.services.station_state import StationState
    from app.services.work_state import Work
    from ui.window import StationWindow

log = logging.getLogger(__name__)

#: A script is faster than any finger: its tap waits until the screen takes it.
TAP_RETRY_MS = 25
TAP_GIVE_UP_S = 5.0
_RESTART_AFTER_S = 0.3
#: Lets Python see signals while Qt's loop runs.
SIGNALS_MS = 200
#: Devices that send without end keep the I/O thread busy: the screen's waits a tenth as long as
#: usual for its turn.
_SWITCH_INTERVAL_S = 0.000_5


def run_with_screen(
    config: StationConfig, path: Path, *, with_control: bool, in_window: bool
) -> int:
    """Show the station and run it until its window closes; returns the exit status."""
    log_qt_messages()
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    application = make_application()
    io_loop = IoLoop()
    io_loop.start()
    intents = IntentsOnLoop(io_loop.submit)
    screen = config.screen
    window = build_window(
        intents,
        theme=screen.theme,
        px_per_mm=screen.px_per_mm,
        language=screen.language,
        has_sound=screen.sound,
        has_gloves=screen.gloves,
        has_motion=screen.motion,
        rules=InputRules(screen.pedal_key, screen.scan_without_prefix),
    )
    dispatcher = UiDispatcher()
    script = ScriptedScreen(window, intents, dispatcher) if with_control else None
    if screen.full_screen and not in_window:
        window.showFullScreen()
    else:
        window.show()
    log.info("window shown")
    second_screen(
        window,
        wanted=screen.second,
        shows=screen.second_shows,
        theme=screen.theme,
        px_per_mm=screen.px_per_mm,
    )

    worn = settings_of(config).screen

    def show(states: Sequence[StationState]) -> None:
        nonlocal worn
        wanted = states[-1].settings.screen
        if wanted is not None and wanted != worn:
            worn = wanted
            change_look(window, wanted)
        window.show_states(states)
        if script is not None and not states[-1].is_starting:
            script.tell(states[-1])

    core = _Core(
        config,
        path,
        io_loop=io_loop,
        intents=intents,
        post=dispatcher.post,
        show=InOneGo(dispatcher.post, show).put,
        leave=application.exit,
    )
    window.show_state(starting_state(config))
    core.start()
    if script is not None:
        script.start(application.quit)
    heartbeat = _let_signals_quit(application.quit)
    try:
        status = application.exec()
    finally:
        heartbeat.stop()
        core.stop()
        io_loop.stop()
    return core.status or status


class _Core:
    """The station behind the window: runs it, and runs it again when its journal stayed shut.

    ``leave`` belongs to the screen's thread; ``post`` carries calls there.
    """

    def __init__(
        self,
        config: StationConfig,
        path: Path,
        *,
        io_loop: IoLoop,
        intents: IntentsOnLoop,
        post: Callable[[Callable[[], None]], None],
        show: Callable[[StationState], None],
        leave: Callable[[int], object],
    ) -> None:
        self._config = config
        self._path = path
        self._io_loop = io_loop
        self._intents = intents
        self._post = post
        self._show = show
        self._leave = leave
        self._running: Future[None] | None = None
        self._station: asyncio.Future[None] | None = None
        self._is_again = False
        self.status = 0
        intents.when_closed = self.start

    def start(self) -> None:
        """Open the station, unless it is being opened."""
        if self._running is not None and not self._running.done():
            return
        self._running = self._io_loop.submit(self._run())
        self._running.add_done_callback(self._ended)

    def stop(self) -> None:
        if self._running is not None:
            self._running.cancel()

    async def _run(self) -> None:
        """Run the station, and again with a changed configuration whenever somebody asks."""
        while True:
            self._is_again = False
            self._station = asyncio.ensure_future(
                run_station(
                    self._config,
                    self._path,
                    on_state=self._show,
                    on_open=self._opened,
                    on_upgrade=self._upgraded,
                    restart=self._restart,
                )
            )
            try:
                await self._station
            except asyncio.CancelledError:
                # The window may be closed while a restart is on its way.
                mine = asyncio.current_task()
                if not self._is_again or mine is None or mine.cancelling():
                    raise
            else:
                return
            self._intents.serve(None)
            self._config = load_config(self._path)

    def _restart(self) -> None:
        """On the I/O thread, in a turn of the station: that is over before the station is."""
        self._is_again = True
        if self._station is not None:
            asyncio.get_running_loop().call_later(_RESTART_AFTER_S, self._station.cancel)

    def _upgraded(self, work: Work) -> None:
        self._show(starting_state(self._config, work))

    def _opened(self, station: Station) -> None:
        station.let_screen_answer()
        self._intents.serve(station)

    def _ended(self, running: Future[None]) -> None:
        """On the I/O thread."""
        if running.cancelled():
            return
        error = running.exception()
        self._intents.serve(None)
        if error is not None:
            sys.stderr.write(f"The station cannot run: {_reason(error)}\n")
            log.error("the station ended", exc_info=error)
        fault = _first(error) if error is not None else None
        if isinstance(fault, StorageFault):
            # Somebody stands in front of the screen: say it there, and let them try again.
            self._show(closed_state(self._config, fault))
            return
        self.status = 1
        self._post(self._quit)

    def _quit(self) -> None:
        self._leave(1)


class ScriptedScreen:
    """Lets a script look at the window and tap its widgets."""

    def __init__(
        self, window: StationWindow, intents: IntentsOnLoop, dispatcher: UiDispatcher
    ) -> None:
        self._window = window
        self._intents = intents
        self._dispatcher = dispatcher
        self._control = LineControl(self._heard)
        self._quit: Any = None
        self._told: StationState | None = None
        self._was_settled = True
        self._watch = QTimer()
        self._watch.timeout.connect(self._look)
        self._watch.start(TAP_RETRY_MS)

    def start(self, leave: Any) -> None:  # noqa: ANN401 - Qt's quit
        self._quit = leave
        self._control.start()

    def tell(self, state: StationState) -> None:
        """Say what the station is and what the screen shows of it.

        A script that acts on what is not on the screen yet would do what no person can.
        """
        self._told = state
        self._was_settled = self._window.presenter.is_settled
        shown = {"face": self._window.face, "settled": self._was_settled}
        self._control.say(describe(state) | shown)

    def _look(self) -> None:
        if self._told is not None and self._window.presenter.is_settled != self._was_settled:
            self.tell(self._told)

    def _heard(self, command: dict[str, Any]) -> None:
        """On the control thread; a wrong command is answered there."""
        match command["do"]:
            case "tap":
                tries = round(TAP_GIVE_UP_S * 1000 / TAP_RETRY_MS)
                self._dispatcher.post(partial(self._tap, str(command["name"]), tries))
            case "scan":
                self._intents.code_scanned(str(command["text"]), "wedge")
            case "where":
                tries = round(TAP_GIVE_UP_S * 1000 / TAP_RETRY_MS)
                self._dispatcher.post(partial(self._where, str(command["name"]), tries))
            case "screenshot":
                self._dispatcher.post(partial(self._screenshot, Path(command["path"])))
            case "quit":
                self._dispatcher.post(self._quit)
            case other:
                msg = f"no such command: {other}"
                raise ValueError(msg)

    def _tap(self, name: str, tries: int) -> None:
        if self._window.tap(name):
            return
        if tries <= 0:
            why = f"the screen {self._window.face!r} takes no tap on {name!r}"
            self._control.say({"event": "error", "why": why})
            return
        QTimer.singleShot(TAP_RETRY_MS, self._window, partial(self._tap, name, tries - 1))

    def _where(self, name: str, tries: int) -> None:
        """Tell the middle of a button on the glass, once it takes a finger."""
        place = self._window.place_of(name)
        if place is not None:
            self._control.say({"event": "where", "name": name, "x": place[0], "y": place[1]})
        elif tries <= 0:
            why = f"the screen {self._window.face!r} has no {name!r} to press"
            self._control.say({"event": "error", "why": why})
        else:
            again = partial(self._where, name, tries - 1)
            QTimer.singleShot(TAP_RETRY_MS, self._window, again)

    def _screenshot(self, path: Path) -> None:
        try:
            self._window.grab_png(path)
        except OSError as error:
            self._control.say({"event": "error", "why": str(error), "path": str(path)})
        else:
            face = self._window.face
            self._control.say({"event": "screenshot", "path": str(path), "face": face})


def _let_signals_quit(leave: Any) -> QTimer:  # noqa: ANN401 - Qt's quit
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, lambda *_: leave())
    timer = QTimer()
    timer.timeout.connect(lambda: None)
    timer.start(SIGNALS_MS)
    return timer


def _reason(error: BaseException) -> str:
    """The first mistake inside a group, in its own words."""
    first = _first(error)
    return str(first) or type(first).__name__


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
