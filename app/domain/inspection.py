"""Inspection: measured values with their repeats and spread, and places looked at one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.calibration import BARRED, Grade
from app.domain.events import (
    MeasurementRecorded,
    PointInspected,
    ReadingUnassigned,
    StepConfirmed,
    TighteningRecorded,
    UnitHeld,
)
from app.domain.form_run import TOO_MANY, is_form, line_failed
from app.domain.instructions import InspectStep, MeasureStep
from app.domain.judging import reasons_against_measurement
from app.domain.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from app.domain.calibration import Calibrated
    from app.domain.events import Body
    from app.domain.instructions import Step
    from app.domain.readings import Reading
    from app.domain.unit_run import StepRun, UnitRun

SPREAD = "spread_high"


def is_trusted(step: Step, calibration: Calibrated | None) -> bool:
    """Whether a value may count.  A tool is kept from being released, so what it made stands."""
    return (
        not isinstance(step, MeasureStep) or calibration is None or calibration.grade not in BARRED
    )


def measured(
    run: UnitRun, current: StepRun, reading: Reading, *, means: str, calibration: Calibrated | None
) -> tuple[Body, ...]:
    """A value of the open step, judged by its limits and by those measured before it."""
    step = current.step
    if not isinstance(step, MeasureStep):
        return (ReadingUnassigned(reading=reading, reason="not_expected"),)
    if means == "typed" and not step.may_be_typed:
        return (ReadingUnassigned(reading=reading, reason="typing_not_allowed"),)
    reasons = reasons_against_measurement(reading, step)
    if not reasons and _is_spread(current, step, reading.values[0].value):
        reasons = (SPREAD,)
    failed = sum(not m.ok for m in current.measurements) + bool(reasons)
    recorded = MeasurementRecorded(
        step=step.id,
        characteristic=step.characteristic,
        attempt=len(current.measurements) + 1,
        ok=not reasons,
        means=means,
        reading=reading,
        reasons=reasons,
        calibration=calibration,
        is_blind=are_limits_hidden(current),
    )
    failed_for_good = bool(reasons) and failed >= step.max_attempts
    if failed_for_good and is_form(run.instruction):
        line = line_failed(run, current, TOO_MANY)
        return (recorded,) if isinstance(line, Refusal) else (recorded, *line)
    return held_if(run, failed_for_good, step.id, recorded)


def good_values(current: StepRun) -> tuple[MeasurementRecorded, ...]:
    """Those that count: values that lay too far apart are all to be measured again."""
    found: list[MeasurementRecorded] = []
    for one in current.measurements:
        if SPREAD in one.reasons:
            found.clear()
        elif one.ok:
            found.append(one)
    return tuple(found)


def are_limits_hidden(current: StepRun) -> bool:
    """Whether limits and verdicts wait for the values; once a verdict was seen they are known."""
    step = current.step
    if not isinstance(step, MeasureStep) or not step.limits_later:
        return False
    both = (*current.earlier, *current.evidence)
    has_failed = any(isinstance(e, MeasurementRecorded) and not e.ok for e in both)
    return not has_failed and len(current.measurements) < step.repeats


def answered(current: StepRun, position: str, *, is_ok: bool) -> tuple[Body, ...] | Refusal:
    """The answer for one place of a visual inspection."""
    step = current.step
    if not isinstance(step, InspectStep) or position not in {p.id for p in step.positions}:
        return Refusal("point.not_here", {"step": step.id, "position": position})
    return (PointInspected(step=step.id, position=position, ok=is_ok),)


def inspected(current: StepRun, means: str) -> tuple[Body, ...] | Refusal:
    """Never a blanket tick: each place must have been answered by itself."""
    answers = current.answers
    open_places = [p.id for p in current.step.positions if p.id not in answers]
    if open_places:
        return Refusal("inspect.places_open", {"places": ", ".join(open_places)})
    failed = [place for place, ok in answers.items() if not ok]
    if failed:
        return Refusal("inspect.places_nok", {"places": ", ".join(failed)})
    return (StepConfirmed(step=current.step.id, means=means),)


def held_if(run: UnitRun, is_held: bool, step_id: str, recorded: Body) -> tuple[Body, ...]:
    """``recorded``, and with it that the unit may not go on."""
    if not is_held:
        return (recorded,)
    return (recorded, UnitHeld(serial=run.serial, code="too_many_attempts", step=step_id))


def stamped(body: Body, calibration: Calibrated | None) -> Body:
    """A tightening with the calibration of its tool."""
    if calibration is None or not isinstance(body, TighteningRecorded):
        return body
    return replace(body, calibration=calibration)


def calibration_gaps(step: StepRun) -> list[str]:
    """Good values made with a device whose calibration was over, as gaps of the evidence."""
    judged = (MeasurementRecorded, TighteningRecorded)
    good = (e for e in step.evidence if isinstance(e, judged) and e.ok)
    late = any(_is_over(e.calibration) for e in good)
    return [f"calibration_over:{step.step.id}"] if late else []


def sample_gaps(run: UnitRun) -> list[str]:
    """Samples that were due and not taken, and those of other units that this one waited for."""
    gaps: list[str] = []
    for sample in run.samples:
        step = run.step_run(sample.step)
        if sample.is_due and step is not None and (step.is_skipped or not step.is_completed):
            gaps.append(f"sample_missed:{sample.step}")
        if sample.waits_for is not None and sample.step not in run.settled:
            gaps.append(f"sample_open:{sample.step}")
    return gaps


def _is_over(calibration: Calibrated | None) -> bool:
    return calibration is not None and calibration.grade in {Grade.GRACE, *BARRED}


def _is_spread(current: StepRun, step: MeasureStep, value: Decimal) -> bool:
    if step.spread is None:
        return False
    before = (m.reading.values[0].value for m in good_values(current))
    return _range((*before, value)) > step.spread


def _range(values: Iterable[Decimal]) -> Decimal:
    known = tuple(values)
    return max(known) - min(known)
