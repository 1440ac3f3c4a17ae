"""When help that is called, and a message that came in, are heard.

A call sounds until somebody has seen it: at the station that called, and wherever somebody is
signed in who is to answer it.  A message sounds once.  Both wait while a device speaks for itself:
a scanner's beep, a tool's lamp and tone, and what the station says to their results.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.andon_face import calls_to_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.station_state import StationState
    from ui.presenters.scene import Scene

#: A call that nobody has seen sounds again after so long.
RING_S = 10.0
#: So long after a result, a scan or another sound nothing is added to it.
QUIET_S = 1.0


class Ringing:
    """Remembers what was heard last; the screen's clock comes in as an argument."""

    def __init__(self, now_s: Callable[[], float]) -> None:
        self._now_s = now_s
        self._rang_at_s = self._heard_at_s = float("-inf")
        self._is_message_new = False

    def note(self, before: StationState, after: StationState, cue: str | None) -> None:
        """What came between two states, and the ``cue`` that it was given."""
        if cue is not None or before.scans != after.scans:
            self._heard_at_s = self._now_s()
        if _messages(after) - _messages(before) and after.person is not None:
            self._is_message_new = True

    def look(self, scene: Scene) -> str | None:
        """A second went by: the cue that is to sound now, if any."""
        now_s = self._now_s()
        if now_s - self._heard_at_s < QUIET_S:
            return None
        cue = self._due(scene, now_s)
        if cue is not None:
            self._heard_at_s = now_s
        return cue

    def _due(self, scene: Scene, now_s: float) -> str | None:
        if now_s - self._rang_at_s >= RING_S and _is_anybody_waited_for(scene):
            self._rang_at_s = now_s
            return "call"
        is_new, self._is_message_new = self._is_message_new, False
        return "attention" if is_new and scene.state.line.messages else None


def _is_anybody_waited_for(scene: Scene) -> bool:
    calls = (*scene.state.line.calls, *calls_to_answer(scene))
    return any(not call.answers for call in calls)


def _messages(state: StationState) -> frozenset[str]:
    return frozenset(one.broadcast for one in state.line.messages)
