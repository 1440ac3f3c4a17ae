"""Which shift it is, by the time of day each one starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from app.runtime.config import ShiftSection


def shift_at(now: time, shifts: Sequence[ShiftSection]) -> str:
    """The name of the shift at ``now``: the last one begun, over midnight too; "" if none."""
    ordered = sorted(shifts, key=lambda shift: shift.start)
    if not ordered:
        return ""
    begun = [shift for shift in ordered if shift.start <= now]
    return (begun or ordered)[-1].name
