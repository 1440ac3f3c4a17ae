"""Starts the screen: the application, the theme, the window.

Composed by ``app.main`` like this, on the main thread::

    application = make_application()
    window = build_window(intents, theme="light", px_per_mm=4.02, language="en")
    dispatcher = UiDispatcher()
    station.on_state = lambda state: dispatcher.post(lambda: window.show_state(state))
    window.showFullScreen()
    application.exec()

``intents`` is called on the Qt thread and must not block; states may come from any thread
through the dispatcher.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.immortal_none import keep_none_alive
from ui.sound import chime_for
from ui.theme.look import Look, load_fonts
from ui.theme.qss import compile_sheet
from ui.window import StationWindow, WindowClock

if TYPE_CHECKING:
    from app.services.settings_state import ScreenSettings
    from app.services.station_state import StationIntents
    from ui.input.keyboard import InputRules

_NAME = "Asbuilt"
_NO_GLASS = (1920, 1080)  # offscreen there is no panel; take the reference one


def make_application() -> QApplication:
    """The one QApplication, with our style and fonts."""
    keep_none_alive()
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    if application.applicationName() != _NAME:
        application.setApplicationName(_NAME)
        application.setStyle("Fusion")
        load_fonts()
    return application


def build_window(
    intents: StationIntents,
    *,
    theme: str = "light",
    px_per_mm: float = 4.02,
    language: str = "en",
    size: tuple[int, int] | None = None,
    has_sound: bool = False,
    has_gloves: bool = False,
    has_motion: bool = False,
    clock: WindowClock | None = None,
    rules: InputRules | None = None,
) -> StationWindow:
    """The window, not yet shown.

    ``size`` in pixels is the primary screen's unless given; ``px_per_mm`` was measured on the
    glass.  Sets the application's palette and style sheet.
    """
    application = make_application()
    width, height = _screen_size() if size is None else size
    look = Look.of(
        theme,
        size_px=(width, height),
        px_per_mm=px_per_mm,
        has_gloves=has_gloves,
        has_motion=has_motion,
    )
    _dress(application, look)
    play = chime_for(has_sound=has_sound)
    window = StationWindow(
        intents, look, language=language, play=play.play, clock=clock, rules=rules
    )
    window.resize(width, height)
    window.listen_for_scans(application)
    return window


def change_look(window: StationWindow, settings: ScreenSettings) -> None:
    """Another theme, size, language or sound, at once; the work on the screen stays."""
    size = window.size()
    look = Look.of(
        settings.theme,
        size_px=(size.width(), size.height()),
        px_per_mm=settings.px_per_mm,
        has_gloves=settings.has_gloves,
        has_motion=settings.has_motion,
    )
    _dress(make_application(), look)
    play = chime_for(has_sound=settings.has_sound)
    window.wear(look, language=settings.language, play=play.play)


def _dress(application: QApplication, look: Look) -> None:
    application.setPalette(look.qt_palette())
    application.setStyleSheet(compile_sheet(look))


def _screen_size() -> tuple[int, int]:
    if QGuiApplication.platformName() == "offscreen":
        return _NO_GLASS
    screen = QGuiApplication.primaryScreen()
    return screen.size().width(), screen.size().height()
