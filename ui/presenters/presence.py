"""Tells the station now and then that somebody uses the screen, where no act tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.idle import Present
from ui.presenters.openers import PLAIN_ACTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.station_state import StationIntents

TELL_S = 15.0
#: The station hears these by themselves.
_HEARD = frozenset({"confirm", "photo", "acknowledge", "retry", "close", "sign_out", "leave",
                    "order", "point", "sign_in", "take_value", *PLAIN_ACTS})  # fmt: skip


class Presence:
    """Typing and looking are work too: the station must not take them for nobody."""

    def __init__(self, intents: StationIntents, now_s: Callable[[], float]) -> None:
        self._intents = intents
        self._now_s = now_s
        self._told_at_s = now_s()

    def shown_by(self, verb: str) -> None:
        """A button was pressed, ``verb`` is what it does."""
        now_s = self._now_s()
        if verb in _HEARD:
            self._told_at_s = now_s
        elif now_s - self._told_at_s >= TELL_S:
            self._told_at_s = now_s
            self._intents.do(Present())
