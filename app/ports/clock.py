"""Port: the clocks, so that no test and no rule ever asks the machine."""

from __future__ import annotations

from typing import Protocol


class Clock(Protocol):
    """Wall time for people and records, monotonic time for durations."""

    @property
    def boot(self) -> str:
        """An id that changes when the machine restarts; ``mono_ns`` compares only within it."""
        ...

    def now_us(self) -> int:
        """Microseconds since 1970, UTC."""
        ...

    def mono_ns(self) -> int:
        """Nanoseconds from an arbitrary start, never going back."""
        ...
