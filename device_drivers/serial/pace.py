"""Tells values a person asked for from a device that talks without end."""

from __future__ import annotations

from collections import deque

#: Nobody presses a button so often.
MOST = 5
WITHIN_S = 1.0


class Pace:
    """How fast values come; times are monotonic seconds."""

    def __init__(self, *, most: int = MOST, within_s: float = WITHIN_S) -> None:
        self._within_s = within_s
        self._times: deque[float] = deque(maxlen=most + 1)

    def is_stream(self, at: float) -> bool:
        """Whether the value that came at ``at`` is one of an unbroken stream."""
        self._times.append(at)
        is_full = len(self._times) == self._times.maxlen
        return is_full and at - self._times[0] <= self._within_s
