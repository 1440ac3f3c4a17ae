"""The machine's clocks, for tools that run a driver alone, without the station around it."""

from __future__ import annotations

import time


class LocalClock:
    """Implements :class:`app.ports.clock.Clock`; times of different runs do not compare."""

    boot = "local"

    def now_us(self) -> int:
        return time.time_ns() // 1_000

    def mono_ns(self) -> int:
        return time.monotonic_ns()
