"""Notices that the wall clock was set: then it disagrees with the clock that only counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.envelope import Envelope

STEP_US = 1_000_000
#: A clock that is being slewed runs off by 500 millionths at most.
SLEW_SHARE = 2_000


class ClockWatch:
    """Fed with each event's clocks, in order.

    ``has_stepped`` stays true until somebody has measured the clock again: :meth:`measured`.
    """

    def __init__(self) -> None:
        self.has_stepped = False
        self._last: tuple[int, int, str] | None = None

    def begin_after(self, envelope: Envelope) -> None:
        """The newest event in the file, perhaps of an earlier run."""
        self._last = (envelope.recorded_at, envelope.mono_ns, envelope.boot)

    def see(self, now_us: int, mono_ns: int, boot: str) -> None:
        if self._last is not None and self._is_step(self._last, now_us, mono_ns, boot):
            self.has_stepped = True
        self._last = (now_us, mono_ns, boot)

    def measured(self) -> None:
        self.has_stepped = False

    @staticmethod
    def _is_step(last: tuple[int, int, str], now_us: int, mono_ns: int, boot: str) -> bool:
        last_us, last_ns, last_boot = last
        if boot != last_boot:
            # How long the machine was off is unknown; that it was not a negative time is not.
            return now_us < last_us - STEP_US
        counted_us = (mono_ns - last_ns) // 1_000
        return abs((now_us - last_us) - counted_us) > STEP_US + abs(counted_us) // SLEW_SHARE
