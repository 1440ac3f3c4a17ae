"""Measures how far the station's clock is from the server's, from ordinary exchanges.

Nothing is ever ordered or decided by it: it is written into events and shown.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

#: A round trip much longer than the best says little about the offset.
_KEPT = 8
HOLDOVER_AFTER_NS = 600 * 1_000_000_000
STEP_US = 1_000_000


@dataclass(frozen=True, slots=True)
class Sample:
    """One exchange: our clocks when it began and ended, the server's in between."""

    sent_us: int
    sent_mono_ns: int
    received_mono_ns: int
    server_us: int

    @property
    def round_trip_ns(self) -> int:
        return self.received_mono_ns - self.sent_mono_ns

    @property
    def offset_us(self) -> int:
        """What to add to our clock to get the server's, right to half the round trip."""
        return self.server_us - (self.sent_us + self.round_trip_ns // 2_000)

    @property
    def wall_minus_mono_us(self) -> int:
        return self.sent_us - self.sent_mono_ns // 1_000


class ClockOffset:
    """Keeps the last few samples; the shortest round trip speaks."""

    def __init__(self) -> None:
        self._samples: deque[Sample] = deque(maxlen=_KEPT)

    def add(self, sample: Sample) -> None:
        if self._samples and _has_stepped(self._samples[-1], sample.wall_minus_mono_us):
            self._samples.clear()  # what was measured before the step is void
        self._samples.append(sample)

    def judge(self, *, now_us: int, mono_ns: int) -> tuple[str, int | None]:
        """The quality (as in an envelope) and the offset, as of now."""
        if not self._samples:
            return "unknown", None
        newest = self._samples[-1]
        best = min(self._samples, key=lambda sample: sample.round_trip_ns)
        if _has_stepped(newest, now_us - mono_ns // 1_000):
            return "stepped", None
        if mono_ns - newest.received_mono_ns > HOLDOVER_AFTER_NS:
            return "holdover", best.offset_us
        return "synced", best.offset_us


def _has_stepped(sample: Sample, wall_minus_mono_us: int) -> bool:
    return abs(wall_minus_mono_us - sample.wall_minus_mono_us) > STEP_US
