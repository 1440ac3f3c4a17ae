"""A value somebody typed: in the same vocabulary as a gauge's, and taken by the same rules."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.instructions import MeasureStep
from app.domain.readings import TYPED_BY, Quantity, Reading, ReadingKind
from app.domain.refusal import Refusal
from app.domain.rules import TakeReading
from app.services.digit_check import DigitCheck
from app.services.unit_work import why_unassigned

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.envelope import Actor
    from app.services.calibrations import Calibrations
    from app.services.workplace import Workplace


class TypedValues:
    """Takes a typed value for the open step; ``noted`` is told what became of the unit."""

    def __init__(self, at: Workplace, *, calibrations: Calibrations) -> None:
        self._work = at.work
        self._board = at.board
        self._clock = at.ports.clock
        self._calibrations = calibrations
        self._digits = DigitCheck(at.ports.journal)
        self._noted = at.noted

    async def take(self, value: Decimal, by: Actor) -> Refusal | None:
        """None when it counted; what did not is kept for a person, and said."""
        run, step = self._work.run, self._work.step
        if not isinstance(step, MeasureStep):
            return Refusal("value.not_expected", {"value": str(value)})
        reading = typed_reading(step, value, by.id, self._clock.now_us())
        # It was read from the step's gauge, whoever typed it.
        calibration = await self._calibrations.of(step.gauge)
        command = TakeReading(reading, step.id, "typed", calibration=calibration)
        result = await self._work.apply(command, by)
        if isinstance(result, Refusal):
            return result
        reason = why_unassigned(result)
        if reason == "not_calibrated":
            return await self._calibrations.about(step)
        if reason is not None:
            return Refusal(f"value.{reason}", {"value": str(value)})
        self._board.update(refusal=None)
        if run is not None:
            await self._digits.look(run.instruction.id, step.id)
        await self._noted(result)
        return None


def typed_reading(step: MeasureStep, value: Decimal, person: str, now_us: int) -> Reading:
    """The reading of ``person`` at ``now_us`` (µs UTC); its source says that it was typed."""
    return Reading(
        kind=ReadingKind.MEASUREMENT,
        source=f"{TYPED_BY}{person}",
        result_id=str(now_us),
        received_at=datetime.fromtimestamp(now_us / 1e6, UTC),
        values=(Quantity(step.characteristic, value, step.limits.unit),),
    )
