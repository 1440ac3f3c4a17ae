"""Whether a finished unit is provable: which required value lacks which proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.instructions import TorqueStep

if TYPE_CHECKING:
    from app.domain.readings import Reading
    from app.domain.unit_run import StepRun, UnitRun


def assess(run: UnitRun) -> tuple[str, ...]:
    """The gaps, as "what:step[.place]"; empty means provable.

    A typed value is a claim, not a proof, and so is a result that a person assigned; a back-filled
    result without its limits or program cannot show under which the tool worked.
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
    place = f"{step.step.id}.{position}"
    if newest.means == "person":
        return [f"assigned:{place}"]
    return _unseen(newest.reading, place) if newest.reading.backfilled else []


def _unseen(reading: Reading, place: str) -> list[str]:
    """What a result must say by itself when nobody watched it being made."""
    torque = reading.value("torque")
    if torque is None or torque.low is None:
        return [f"limits_unknown:{place}"]
    return [] if reading.program is not None else [f"program_unknown:{place}"]
