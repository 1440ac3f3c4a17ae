"""Says that a result did not count: beside the values of its own step, else over the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.instructions import MeasureStep, TorqueStep
from app.domain.readings import ReadingKind
from app.domain.refusal import Refusal

if TYPE_CHECKING:
    from app.domain.instructions import Step
    from app.domain.readings import Reading
    from app.services.state_board import StateBoard

_VALUES = (
    ReadingKind.TIGHTENING,
    ReadingKind.LOOSENING,
    ReadingKind.MEASUREMENT,
    ReadingKind.WEIGHT,
)
_RUNS = (ReadingKind.TIGHTENING, ReadingKind.LOOSENING)


def say_uncounted(
    reading: Reading, reason: str, *, step: Step | None, board: StateBoard, now_us: int
) -> None:
    """A tool that runs where none should is said at once; what was only fetched later is not."""
    if reading.kind not in _VALUES or reading.is_of_other_station:
        return
    facts = {"device": reading.source}
    if _is_of(reading.source, step):
        board.update(uncounted=Refusal(f"uncounted.{reason}", facts))
    elif not reading.backfilled and reading.kind in _RUNS:
        board.show_refusal(Refusal("result.not_wanted", facts), now_us)


def _is_of(device: str, step: Step | None) -> bool:
    match step:
        case TorqueStep(tool=tool):
            return device == tool
        case MeasureStep(gauge=gauge):
            return device == gauge
        case _:
            return False
