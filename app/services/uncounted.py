"""Says that a result did not count: beside the values of its own step, else over the work, once.

A tool that goes on is counted: it covers the work with its first result only, and never what
already stands there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.instructions import MeasureStep, TorqueStep
from app.domain.readings import ReadingKind
from app.domain.refusal import Refusal
from app.services.station_state import ShownRefusal, UnwantedResults

if TYPE_CHECKING:
    from app.domain.instructions import Step
    from app.domain.readings import Reading
    from app.ports.clock import Clock
    from app.services.state_board import StateBoard

_VALUES = (
    ReadingKind.TIGHTENING,
    ReadingKind.LOOSENING,
    ReadingKind.MEASUREMENT,
    ReadingKind.WEIGHT,
)
_RUNS = (ReadingKind.TIGHTENING, ReadingKind.LOOSENING)
#: A tool that was quiet for so long is said in words again.
QUIET_S = 60


class UncountedResults:
    """Call it inside a turn, once a result is kept."""

    def __init__(self, *, board: StateBoard, clock: Clock) -> None:
        self._board = board
        self._clock = clock
        self._last_ns: dict[str, int] = {}

    def say(self, reading: Reading, reason: str, step: Step | None) -> None:
        """A tool that runs where none should is said at once; what was only fetched is not."""
        if reading.kind not in _VALUES or reading.is_of_other_station:
            return
        if _is_of(reading.source, step):
            refusal = Refusal(f"uncounted.{reason}", {"device": reading.source})
            self._board.update(uncounted=refusal)
        elif not reading.backfilled and reading.kind in _RUNS:
            self._gather(reading.source)

    def _gather(self, device: str) -> None:
        now_ns, now_us = self._clock.mono_ns(), self._clock.now_us()
        going_on = self._going_on(now_ns)
        self._last_ns[device] = now_ns
        before = going_on.pop(device, None)
        first = UnwantedResults(device, 0, now_us) if before is None else before
        # The newest stands last: it is the one that is named.
        now = replace(first, count=first.count + 1, last_us=now_us)
        changes: dict[str, object] = {"unwanted": (*going_on.values(), now)}
        if before is None and self._board.state.refusal is None:
            refusal = Refusal("result.not_wanted", {"device": device})
            changes["refusal"] = ShownRefusal(refusal, now_us)
        self._board.update(**changes)

    def _going_on(self, now_ns: int) -> dict[str, UnwantedResults]:
        """By the clock that nobody sets."""
        return {
            one.device: one
            for one in self._board.state.unwanted
            if now_ns - self._last_ns[one.device] < QUIET_S * 1_000_000_000
        }


def _is_of(device: str, step: Step | None) -> bool:
    match step:
        case TorqueStep(tool=tool):
            return device == tool
        case MeasureStep(gauge=gauge):
            return device == gauge
        case _:
            return False
