"""The station's window: every view built once, one screen shown at a time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.input.keyboard import InputRules, command_of, is_arrow, is_confirm
from ui.input.scan_wedge import ScanWedge
from ui.languages import speak
from ui.messages import say
from ui.presenters.announcements import announcement
from ui.presenters.handover_face import MOST_LOST
from ui.presenters.scene import Room
from ui.presenters.station_presenter import StationPresenter
from ui.theme.tokens import RAIL_WIDTH
from ui.views.card_view import asks_in_two
from ui.views.catalogue import Views
from ui.views.frame import ActionBar, HeaderBar
from ui.views.handover_view import note_lines_that_fit, open_items_that_fit
from ui.views.health_view import health_rows_that_fit
from ui.views.queue_view import rows_that_fit
from ui.views.rows_view import list_rows_that_fit
from ui.widgets.number_pad import NumberPad
from ui.widgets.pressable import Pressable
from ui.widgets.stack import ViewStack
from ui.widgets.step_rail import ProgressStrip, StepRail
from ui.widgets.text_pad import TextPad

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent

    from app.services.station_state import StationIntents, StationState
    from ui.presenters.view_states import Body, RailRow, Screen
    from ui.theme.look import Look

_TICK_MS = 1_000
_AHEAD_MS = 50
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

    #: The screen as it is drawn now, for whoever shows it elsewhere too.
    shown = Signal(object)

    def __init__(
        self,
        intents: StationIntents,
        look: Look,
        *,
        language: str = "en",
        play: Callable[[str], None] = lambda _cue: None,
        clock: WindowClock | None = None,
        rules: InputRules | None = None,
    ) -> None:
        super().__init__()
        clock, self._rules = clock or WindowClock(), rules or InputRules()
        self._place: tuple[object, ...] = ()
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
            room=_room(look),
            say=say,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._frame = self._build()
        self._column.addWidget(self._frame)
        self.wedge = ScanWedge(knows_bursts=self._rules.knows_bursts, parent=self)
        self.wedge.scanned.connect(self.presenter.code_scanned)
        self.wedge.unfinished.connect(self.presenter.scan_unfinished)
        self._ticks = QTimer(self)
        self._ticks.timeout.connect(self.presenter.tick)
        self._ticks.start(_TICK_MS)
        self._ahead = QTimer(self)
        self._ahead.timeout.connect(self._build_ahead)

    # -- for whoever runs the window ---------------------------------------------------------

    def build_ahead(self) -> bool:
        """Build one more view, so that none is built on a tap; False when all are there."""
        return self._views.build_one()

    def listen_for_scans(self, application: QApplication) -> None:
        """Take wedge scans from the whole application, whatever has the focus."""
        application.installEventFilter(self.wedge)

    def show_state(self, state: StationState) -> None:
        self.presenter.state_changed(state)

    def show_states(self, states: Sequence[StationState]) -> None:
        """What has come since the last frame, oldest first: one frame for all of them."""
        self.presenter.states_changed(states)

    def wear(self, look: Look, *, language: str, play: Callable[[str], None]) -> None:
        """Draw everything anew in another look; what is open and half typed stays as it is."""
        self._look = look
        self.presenter.change_to(room=_room(look), language=language, play=play)
        before, self._frame = self._frame, self._build()
        self._column.replaceWidget(before, self._frame)
        before.hide()
        before.deleteLater()
        if self.presenter.screen is not None:
            self._render(self.presenter.screen)
        self._ahead.start(_AHEAD_MS)

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

    def place_of(self, name: str) -> tuple[int, int] | None:
        """The middle of the button called ``name`` on the glass, in pixels, if it takes a tap."""
        button = self._button(name)
        if button is None or not button.isEnabled() or not self.presenter.takes_taps:
            return None
        middle = button.mapToGlobal(button.rect().center())
        return middle.x(), middle.y()

    def grab_png(self, path: Path) -> None:
        """Write what is shown now; raises OSError when it cannot."""
        for _ in range(_LAYOUT_PASSES):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if not self.grab().save(str(path), "PNG"):
            message = f"cannot write the picture {path}"
            raise OSError(message)

    # -- Qt --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """What no button that has the focus takes."""
        if event.isAutoRepeat() or self._type_on_pad(event) or self._type_number(event):
            return  # a key that is held down does what it does once
        word = command_of(event)
        if is_confirm(event, self._rules):
            self.tap("primary")
        elif word is not None:
            self.presenter.key_pressed(word)
        elif is_arrow(event):
            self._enter_focus()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._ahead.start(_AHEAD_MS)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self._ticks.stop()
        self._ahead.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self.wedge)
        super().closeEvent(event)

    # -- inside ----------------------------------------------------------------------------

    def _build(self) -> QWidget:
        """Header, work area and action bar; all that is drawn."""
        look, tapped = self._look, self._tapped
        sizes, px = look.metrics.sizes, look.px
        self._took = False
        self._drawn: Screen | None = None
        self._header, self._actions = HeaderBar(look), ActionBar(look, tapped)
        self._rail, self._strip = StepRail(look, tapped), ProgressStrip(look)
        self._stack = ViewStack()
        self._views = Views(look, tapped, self._stack)
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
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._strip)
        column.addLayout(work, 1)
        column.addWidget(self._actions)
        self._header.open_health_on_tap(frame, tapped)
        return frame

    def _build_ahead(self) -> None:
        if not self.build_ahead():
            self._ahead.stop()

    def _tapped(self, name: str) -> None:
        self._took = self.presenter.tapped(name)

    def _type_number(self, event: QKeyEvent) -> bool:
        """Who types digits at sign-in types a number of their own, the first digit too."""
        is_number = self.face == "sign_in" and event.text().isdigit()
        return is_number and self.tap("number") and self._type_on_pad(event)

    def _enter_focus(self) -> None:
        """The first arrow goes to what the page is about, or to the primary button."""
        page = self._stack.currentWidget()
        inside = [] if page is None else page.findChildren(Pressable)
        found = [b for b in (*inside, *self._actions.findChildren(Pressable)) if b.can_be_pressed]
        if found:
            found[0].setFocus(Qt.FocusReason.TabFocusReason)

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
        """Draw what differs from the screen before; another face is drawn in one go."""
        before, self._drawn = self._drawn, screen
        self._announce(before, screen)
        self._leave_focus()
        speak(screen.language)
        if before is None or (before.face, before.language) != (screen.face, screen.language):
            self.setUpdatesEnabled(False)
            self._render_parts(screen, None)
            self.setUpdatesEnabled(True)
        else:
            self._render_parts(screen, before)
        self.shown.emit(screen)

    def _leave_focus(self) -> None:
        """Targets have moved: the screen itself has the focus, a stray Enter presses nothing."""
        if self.presenter.place != self._place:
            self._place = self.presenter.place
            self.setFocus()

    def _announce(self, before: Screen | None, screen: Screen) -> None:
        """At most one sentence a change, for whoever listens instead of looking."""
        words, is_urgent = announcement(before, screen)
        if not words or not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self, say(words))
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)

    def _render_parts(self, screen: Screen, before: Screen | None) -> None:
        if before is None or before.header != screen.header:
            self._header.show_header(screen.header)
        if before is None or before.actions != screen.actions:
            self._actions.show_actions(screen.actions)
        if before is None or before.rail != screen.rail:
            self._render_rail(screen.rail)
        if before is None or before.body != screen.body:
            self._render_body(screen.body)

    def _render_rail(self, rows: tuple[RailRow, ...]) -> None:
        has_rail = self._look.metrics.has_rail
        self._rail.setVisible(bool(rows) and has_rail)
        self._rail.show_rows(rows)
        self._strip.show_rows(() if has_rail else rows)

    def _render_body(self, body: Body) -> None:
        view = self._views.show(body)
        if self._stack.currentWidget() is not view:
            self._stack.setCurrentWidget(view)


def _room(look: Look) -> Room:
    return Room(
        orders=rows_that_fit(look),
        health=health_rows_that_fit(look),
        rows=list_rows_that_fit(look),
        cases=2 if look.metrics.is_dense else 3,
        open_items=open_items_that_fit(look),
        lost=MOST_LOST if not look.metrics.is_dense else 2,
        note_lines=note_lines_that_fit(look),
        is_small=asks_in_two(look),
    )
