"""Shows a shot on a window of any size and theme, with a clock that stands still."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt

from tests.screens.scenes import NOW_US, signed_in, signed_out
from ui.application import build_window
from ui.languages import speak_with
from ui.presenters.scene import Local
from ui.window import WindowClock

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtCore import QTranslator

    from app.services.acts import Act
    from app.services.station_state import StationState
    from tests.screens.catalogue import Shot
    from ui.window import StationWindow

#: Panel name to size in pixels and pixels a millimetre.
PANELS = {
    "1920x1080": ((1920, 1080), 4.02),  # 21.5"
    "1280x800": ((1280, 800), 4.92),  # 12.1"
}
#: Panels that must work too, without pictures of their own.
MORE_PANELS = {
    "1366x768": ((1366, 768), 3.94),  # 15.6"
    "1366x768-18": ((1366, 768), 3.35),  # 18.5"
    "1920x1080-16": ((1920, 1080), 5.55),  # 15.6"
}
THEMES = ("light", "dark")


@dataclass
class RecordedIntents:
    """Takes intents down instead of acting on them."""

    calls: list[tuple[object, ...]] = field(default_factory=list)

    def do(self, act: Act) -> None:
        self.calls.append(("do", act))

    def code_scanned(self, raw: str, means: str) -> None:
        self.calls.append(("code_scanned", raw, means))

    def pin_entered(self, person: str, pin: str) -> None:
        self.calls.append(("pin_entered", person, pin))

    def signed_out(self) -> None:
        self.calls.append(("signed_out",))

    def order_chosen(self, order: str) -> None:
        self.calls.append(("order_chosen", order))

    def primary_pressed(self, means: str = "tap") -> None:
        self.calls.append(("primary_pressed", *(() if means == "tap" else (means,))))

    def point_answered(self, position: str, is_ok: bool) -> None:
        self.calls.append(("point_answered", position, is_ok))

    def value_typed(self, value: Decimal) -> None:
        self.calls.append(("value_typed", value))

    def photo_pressed(self) -> None:
        self.calls.append(("photo_pressed",))

    def nok_acknowledged(self) -> None:
        self.calls.append(("nok_acknowledged",))

    def step_redone(self, step: str, reason: str) -> None:
        self.calls.append(("step_redone", step, reason))

    def refusal_closed(self) -> None:
        self.calls.append(("refusal_closed",))

    def problem_reported(self, code: str) -> None:
        self.calls.append(("problem_reported", code))

    def unit_left(self) -> None:
        self.calls.append(("unit_left",))

    def retry_pressed(self) -> None:
        self.calls.append(("retry_pressed",))


class HandClock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


class Camera:
    """One window; ``show`` brings it to a shot.

    With a ``translator`` that one speaks, under the name of ``language``.
    """

    def __init__(
        self,
        panel: str,
        theme: str,
        *,
        has_gloves: bool = False,
        language: str = "en",
        translator: QTranslator | None = None,
    ) -> None:
        self.language = language
        self._translator = translator
        size, px_per_mm = (PANELS | MORE_PANELS)[panel]
        self.px_per_mm = px_per_mm
        self.intents = RecordedIntents()
        self.seconds = HandClock()
        clock = WindowClock(now_us=lambda: NOW_US, now_s=self.seconds, zone=UTC)
        self.window: StationWindow = build_window(
            self.intents,
            theme=theme,
            px_per_mm=px_per_mm,
            size=size,
            has_gloves=has_gloves,
            clock=clock,
            language=language,
        )

    def lay_out(self) -> None:
        """As on the glass; but it is drawn only when it is looked at, and not again by itself."""
        self.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.window.show()

    def show(self, shot: Shot) -> None:
        # Somebody came and went: each picture starts from the same place, with nothing open.
        if self._translator is not None:
            speak_with(self._translator, self.language)
        self.window.presenter._local = Local()  # a page may outlast who opened it
        self.window.show_state(self._read(signed_in()))
        self.window.show_state(signed_out())
        self.window.show_state(self._read(shot.state()))
        for name in shot.taps:
            self.seconds.now_s += 1
            assert self._do(name), f"{shot.name}: {name} cannot be tapped"
        self.seconds.now_s += 1
        assert self.window.face == shot.face, f"{shot.name} shows {self.window.face}"

    def _do(self, name: str) -> bool:
        """A tap; "scan:CODE" and "command:WORD" are what they say."""
        kind, _, what = name.partition(":")
        if kind == "scan":
            self.window.presenter.code_scanned(what)
            return True
        if kind == "command":
            return self.window.presenter.key_pressed(what)
        return self.window.tap(name)

    def _read(self, state: StationState) -> StationState:
        """Whoever works here reads the language of this camera."""
        if state.person is None:
            return state
        person = msgspec.structs.replace(state.person, languages=(self.language,))
        return replace(state, person=person)
