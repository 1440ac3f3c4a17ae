"""The station's window: every view built once, one screen shown at a time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.input.scan_wedge import ScanWedge
from ui.presenters.station_presenter import StationPresenter
from ui.presenters.view_states import (
    BandBody,
    Body,
    HealthBody,
    NokBody,
    QueueBody,
    Screen,
    SignInBody,
    StepBody,
    TilesBody,
)
from ui.theme.tokens import RAIL_WIDTH
from ui.views.band_view import BandView, NokView
from ui.views.frame import ActionBar, HeaderBar
from ui.views.health_view import HealthView, health_rows_that_fit
from ui.views.queue_view import QueueView, rows_that_fit
from ui.views.sign_in_view import SignInView
from ui.views.step_view import StepView
from ui.views.tiles_view import TilesView
from ui.widgets.number_pad import NumberPad
from ui.widgets.stack import ViewStack
from ui.widgets.step_rail import ProgressStrip, StepRail
from ui.widgets.text_pad import TextPad

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from app.services.station_state import StationIntents, StationState
    from ui.theme.look import Look

_KEYS = {
    Qt.Key.Key_F1: "help",
    Qt.Key.Key_F2: "problem",
    Qt.Key.Key_F4: "help",
    Qt.Key.Key_F8: "primary",
}
_TICK_MS = 1_000
_LAYOUT_PASSES = 10  # a change in a nested layout reaches the window one level a pass


@dataclass(frozen=True, slots=True)
class WindowClock:
    """Wall time in µs, monotonic time in seconds, and the zone people read clocks in."""

    now_us: Callable[[], int] = lambda: time.time_ns() // 1_000
    now_s: Callable[[], float] = time.monotonic
    zone: tzinfo | None = None


class StationWindow(QWidget):
    """Feed it states with :meth:`show_state`; intents go to ``intents``.  Qt thread only.

    ``quiet`` is what plays a cue when there is nothing to play it with.
    """

    def __init__(
        self,
        intents: StationIntents,
        look: Look,
        *,
        language: str = "en",
        play: Callable[[str], None] = lambda _cue: None,
        clock: WindowClock | None = None,
    ) -> None:
        super().__init__()
        clock = clock or WindowClock()
        self.setObjectName("station")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self.presenter = StationPresenter(
            self._render,
            intents=intents,
            now_us=clock.now_us,
            now_s=clock.now_s,
            later=lambda seconds, call: QTimer.singleShot(round(seconds * 1_000), self, call),
            play=play,
            zone=clock.zone,
            language=language,
            rows_a_page=rows_that_fit(look),
            health_rows=health_rows_that_fit(look),
        )
        self._build()
        self.wedge = ScanWedge(parent=self)
        self.wedge.scanned.connect(self.presenter.code_scanned)
        self._ticks = QTimer(self)
        self._ticks.timeout.connect(self.presenter.tick)
        self._ticks.start(_TICK_MS)

    # -- for whoever runs the window ---------------------------------------------------------

    def listen_for_scans(self, application: QApplication) -> None:
        """Take wedge scans from the whole application, whatever has the focus."""
        application.installEventFilter(self.wedge)

    def show_state(self, state: StationState) -> None:
        self.presenter.state_changed(state)

    @property
    def face(self) -> str:
        """The name of the face shown, "" before the first state."""
        screen = self.presenter.screen
        return "" if screen is None else screen.face

    def tap(self, name: str) -> bool:
        """Click the visible button called ``name``, as a finger would.

        "acknowledge" and what else the primary button means stands for "primary".  False when
        the screen does not take the tap: no such button, disabled, or shown less than 250 ms.
        """
        button = self._button(name)
        if button is None or not button.isEnabled():
            return False
        self._took = False
        button.click()
        return self._took

    def grab_png(self, path: Path) -> None:
        """Write what is shown now; raises OSError when it cannot."""
        for _ in range(_LAYOUT_PASSES):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if not self.grab().save(str(path), "PNG"):
            message = f"cannot write the picture {path}"
            raise OSError(message)

    # -- Qt --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        name = _KEYS.get(Qt.Key(event.key()))
        if name is None and self._type_on_pad(event):
            return
        if name is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            self.tap(name)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self._ticks.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self.wedge)
        super().closeEvent(event)

    # -- inside ----------------------------------------------------------------------------

    def _build(self) -> None:
        look, tapped = self._look, self._tapped
        sizes, px = look.metrics.sizes, look.px
        self._took = False
        self._header, self._actions = HeaderBar(look), ActionBar(look, tapped)
        self._rail, self._strip = StepRail(look, tapped), ProgressStrip(look)
        self._step, self._nok = StepView(look, tapped), NokView(look)
        self._band, self._tiles = BandView(look), TilesView(look, tapped)
        self._queue, self._sign_in = QueueView(look, tapped), SignInView(look, tapped)
        self._health = HealthView(look)
        self._stack = ViewStack()
        for view in (
            self._step, self._nok, self._band, self._tiles,
            self._queue, self._sign_in, self._health,
        ):  # fmt: skip
            self._stack.addWidget(view)
        margin = px(sizes.margin)
        top = px(20 if not look.metrics.is_dense else 12)
        work = QHBoxLayout()
        work.setContentsMargins(margin, top, margin, top)
        work.setSpacing(px(20 if not look.metrics.is_dense else 12))
        self._rail.setFixedWidth(px(RAIL_WIDTH - sizes.margin))
        self._rail.hide()
        self._strip.hide()
        work.addWidget(self._rail)
        work.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._strip)
        column.addLayout(work, 1)
        column.addWidget(self._actions)

    def _tapped(self, name: str) -> None:
        self._took = self.presenter.tapped(name)

    def _type_on_pad(self, event: QKeyEvent) -> bool:
        """What a real keyboard types goes to the pad on the screen, wherever the focus is."""
        pads: list[NumberPad | TextPad] = [*self.findChildren(NumberPad)]
        pads += self.findChildren(TextPad)
        return any(pad.isVisibleTo(self) and pad.take_key(event) for pad in pads)

    def _button(self, name: str) -> QAbstractButton | None:
        screen = self.presenter.screen
        primary = None if screen is None else screen.actions.primary
        if primary is not None and name == primary.does:
            name = primary.name
        found = self.findChildren(QAbstractButton, name)
        return next((b for b in found if b.isVisibleTo(self)), None)

    def _render(self, screen: Screen) -> None:
        self.setUpdatesEnabled(False)
        self._header.show_header(screen.header)
        self._actions.show_actions(screen.actions)
        has_rail = self._look.metrics.has_rail
        self._rail.setVisible(bool(screen.rail) and has_rail)
        self._rail.show_rows(screen.rail)
        self._strip.show_rows(() if has_rail else screen.rail)
        view = self._show_body(screen.body)
        if self._stack.currentWidget() is not view:
            self._stack.setCurrentWidget(view)
            self.setFocus()  # the screen itself, not a button: a stray Enter presses nothing
        self.setUpdatesEnabled(True)

    def _show_body(self, body: Body) -> QWidget:
        match body:
            case StepBody():
                self._step.show_body(body)
                return self._step
            case NokBody():
                self._nok.show_body(body)
                return self._nok
            case BandBody():
                self._band.show_body(body)
                return self._band
            case TilesBody():
                self._tiles.show_body(body)
                return self._tiles
            case QueueBody():
                self._queue.show_body(body)
                return self._queue
            case SignInBody():
                self._sign_in.show_body(body)
                return self._sign_in
            case HealthBody():
                self._health.show_body(body)
                return self._health
