"""How long to wait before trying again: full jitter, so that stations do not knock in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: Doubling any further than this only overflows.
_MOST_DOUBLINGS = 16


class BackOff:
    """Counts failures in a row.  ``random`` gives a number from 0 up to 1."""

    def __init__(self, random: Callable[[], float], *, first_s: float, cap_s: float) -> None:
        self._random = random
        self._first_s = first_s
        self._cap_s = cap_s
        self._failures = 0

    def reset(self) -> None:
        self._failures = 0

    def next_s(self, asked_s: float | None = None) -> float:
        """The pause after one more failure, at least what the server asked for (up to the cap)."""
        most = min(self._cap_s, self._first_s * 2.0 ** min(self._failures, _MOST_DOUBLINGS))
        self._failures += 1
        pause = self._random() * most
        return pause if asked_s is None else max(pause, min(asked_s, self._cap_s))
