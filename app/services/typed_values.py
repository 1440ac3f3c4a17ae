"""A value somebody typed, in the same vocabulary as a gauge's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.readings import Quantity, Reading, ReadingKind

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.instructions import MeasureStep


def typed_reading(step: MeasureStep, value: Decimal, person: str, now_us: int) -> Reading:
    """The reading of ``person`` at ``now_us`` (µs UTC); its source says that it was typed."""
    return Reading(
        kind=ReadingKind.MEASUREMENT,
        source=f"typed:{person}",
        result_id=str(now_us),
        received_at=datetime.fromtimestamp(now_us / 1e6, UTC),
        values=(Quantity(step.characteristic, value, step.limits.unit),),
    )
