"""What keeps a unit from going on, whatever is to be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.refusal import Refusal

if TYPE_CHECKING:
    from app.domain.unit_run import UnitRun


def why_blocked(run: UnitRun) -> Refusal | None:
    """Nothing may be done with a unit that is held, or that somebody called not safe."""
    if run.held is not None:
        return Refusal("unit.held", {"serial": run.serial, "why": run.held})
    if run.is_stopped:
        return Refusal("unit.not_safe", {"serial": run.serial})
    return None


def why_over(run: UnitRun) -> Refusal:
    """No step of the unit is open: because it is completed, or because a defect still is."""
    if run.completed is None and run.held_parts:
        held = run.held_parts[0]
        return Refusal("unit.part_held", {"serial": run.serial, "hold": held.hold})
    if run.completed is None and run.open_defects:
        count = str(len(run.open_defects))
        return Refusal("unit.defects_open", {"serial": run.serial, "count": count})
    return Refusal("unit.completed", {"serial": run.serial})
