"""Whether a finished unit is provable: which required value lacks which proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.instructions import TorqueStep

if TYPE_CHECKING:
    from app.domain.unit_run import StepRun, UnitRun


def assess(run: UnitRun) -> tuple[str, ...]:
    """The gaps, as "what:step[.place]"; empty means provable.

    A typed value is a claim, not a proof; a back-filled result without its limits cannot show
    which limits the tool used.
    """
    return tuple(gap for step in run.steps for gap in _gaps(step))


def _gaps(step: StepRun) -> list[str]:
    name = step.step.id
    gaps = [] if step.is_completed else [f"not_completed:{name}"]
    gaps += [f"typed:{name}" for part in step.parts if part.means == "typed"]
    gaps += [f"typed:{name}" for m in step.measurements if m.ok and m.means == "typed"]
    if isinstance(step.step, TorqueStep):
        gaps += [gap for p in step.step.positions for gap in _gap_at(step, p.id)]
    return gaps


def _gap_at(step: StepRun, position: str) -> list[str]:
    newest = step.tightening_at(position)
    if newest is None or not newest.ok:
        return [f"no_good_result:{step.step.id}.{position}"]
    torque = newest.reading.value("torque")
    if newest.reading.backfilled and (torque is None or torque.low is None):
        return [f"limits_unknown:{step.step.id}.{position}"]
    return []
