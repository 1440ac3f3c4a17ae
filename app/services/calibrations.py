"""The calibration of the devices of this station, from the plant's documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.calibration import Calibrated, Calibration, about, calibrated, record_of
from app.domain.instructions import MeasureStep, TorqueStep

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.domain.instructions import Step
    from app.domain.refusal import Refusal
    from app.ports.journal import Reference


class Calibrations:
    """Asked for each value: a record may come down, or run out, between two of them."""

    def __init__(self, reference: Reference, today: Callable[[], date]) -> None:
        self._reference = reference
        self._today = today

    async def about(self, step: Step | None) -> Refusal | None:
        """What is to say of the gauge or tool of ``step``."""
        device = device_of(step)
        return None if device is None else about(device, await self._record(device), self._today())

    async def of(self, device: str) -> Calibrated | None:
        """What the record of a value of ``device`` says about its calibration."""
        return calibrated(await self._record(device), self._today())

    async def _record(self, device: str) -> Calibration | None:
        return record_of(device, await self._reference.all(Calibration))


def device_of(step: Step | None) -> str | None:
    """The gauge or tool a step's values come from."""
    match step:
        case MeasureStep(gauge=gauge):
            return gauge
        case TorqueStep(tool=tool):
            return tool
        case _:
            return None
