"""The optional second monitor: the picture of the step only, or the line's state from afar.

It takes no touch and no focus.  It is bound to a monitor by its serial number (or its name, where
it tells none), never by its place in a list; when that monitor vanishes, so does the window, and
nothing on the main one changes.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.messages import say
from ui.presenters.view_states import NokBody, PictureView, StepBody
from ui.theme.look import Look
from ui.widgets.call_band import CallBand
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.picture_panel import PicturePanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from ui.presenters.view_states import Screen
    from ui.window import StationWindow

log = logging.getLogger(__name__)

#: Beside a picture the empty room is none.
_ALL_THERE_IS = 100
#: Without a unit the header has three fields: station, line and shift.
_WITH_ORDER = 3
_FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowTransparentForInput
)


def second_screen(
    window: StationWindow, *, wanted: str, shows: str, theme: str, px_per_mm: float
) -> SecondScreen | None:
    """Follow the monitor ``wanted``, beside the station's ``window``; None when none is wanted."""
    application = QApplication.instance()
    if not wanted or not isinstance(application, QApplication):
        return None
    second = SecondScreen(
        application,
        wanted=wanted,
        shows=shows,
        main=window.screen,
        look_of=lambda size: Look.of(theme, size_px=size, px_per_mm=px_per_mm),
    )
    window.shown.connect(second.show_screen)
    return second


class SecondScreen(QObject):
    """Follows one monitor as it comes and goes.  Feed it with :meth:`show_screen`.

    ``wanted`` is its serial number or name; ``main`` is where the station's window is, and is
    never taken.  ``shows`` is "picture" or "line".
    """

    def __init__(
        self,
        application: QApplication,
        *,
        wanted: str,
        shows: str,
        main: Callable[[], QScreen | None],
        look_of: Callable[[tuple[int, int]], Look],
    ) -> None:
        super().__init__(application)
        self._wanted, self._shows = wanted, shows
        self._main, self._look_of = main, look_of
        self._screen: Screen | None = None
        self._glass: QScreen | None = None
        self.window: SecondWindow | None = None
        application.screenAdded.connect(self._came)
        application.screenRemoved.connect(self._went)
        for glass in application.screens():
            log.info("monitor %s, serial number %s", glass.name(), glass.serialNumber() or "none")
            self._came(glass)

    def show_screen(self, screen: Screen) -> None:
        """What the station's window shows now."""
        self._screen = screen
        if self.window is not None:
            self.window.show_screen(screen)

    def _came(self, glass: QScreen) -> None:
        is_ours = self._wanted in (glass.serialNumber(), glass.name())
        if not is_ours or self.window is not None or glass == self._main():
            return
        size = glass.size()
        self._glass = glass
        look = self._look_of((size.width(), size.height()))
        self.window = SecondWindow(look, self._shows)
        self.window.setScreen(glass)
        self.window.setGeometry(glass.geometry())
        if self._screen is not None:
            self.window.show_screen(self._screen)
        self.window.showFullScreen()

    def _went(self, glass: QScreen) -> None:
        """At once: what is left of it would be moved over the station's window."""
        if glass == self._glass and self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window, self._glass = None, None


class SecondWindow(QWidget):
    """Nothing on it can be pressed."""

    def __init__(self, look: Look, shows: str) -> None:
        super().__init__(None, _FLAGS)
        self.setObjectName("station")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._has_picture = shows == "picture"
        self._title = Label(look, "title")
        self._call = CallBand(look)
        self._state = Label(look, "andon")
        self._order = Label(look, "title", colour=look.palette.text_muted)
        self._picture = PicturePanel(look)
        margin = look.px(look.metrics.sizes.margin)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(margin, margin, margin, margin)
        frame, column = card(look)
        column.addWidget(self._title)
        column.addStretch(1)
        column.addWidget(self._call)
        column.addWidget(self._state)
        column.addWidget(self._picture, _ALL_THERE_IS)
        column.addStretch(1)
        column.addWidget(self._order)
        outer.addWidget(frame)

    def show_screen(self, screen: Screen) -> None:
        header = screen.header
        station = header.fields[0].value if header.fields else ""
        self._call.show_call(say(header.afar), is_seen=header.is_call_seen)
        picture = _picture_of(screen) if self._has_picture else None
        self._picture.setVisible(picture is not None)
        if picture is not None:
            self._title.set_text(_title_of(screen))
            self._state.set_text("")
            self._order.set_text("")
            self._picture.show_picture(picture)
            return
        self._title.set_text(say(station))
        order = header.fields[1] if len(header.fields) > _WITH_ORDER else None
        self._order.set_text("" if order is None else say(order.value) + say(order.suffix))
        # Without a call: that it stands still, or the time.
        quiet = "" if header.call is None else say(header.call.words)
        self._state.set_text("" if header.afar else quiet or header.time)


def _picture_of(screen: Screen) -> PictureView | None:
    body = screen.body
    if isinstance(body, StepBody | NokBody) and body.picture.content is not None:
        return body.picture
    return None


def _title_of(screen: Screen) -> str:
    body = screen.body
    if isinstance(body, StepBody):
        return say(body.title)
    return say(body.headline) if isinstance(body, NokBody) else ""
