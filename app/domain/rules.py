"""The step runner: a command and a state give events, or a refusal that says why.

Pure: the clock, the lots and the holds come in as facts.  A refusal has a code and facts; the
screen turns them into what happened, why, and what to do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from app.domain.blocking import why_blocked, why_over
from app.domain.events import (
    Body,
    MachineRefused,
    NokAcknowledged,
    PhotoTaken,
    ReadingAssigned,
    ReadingUnassigned,
    SignedOff,
    StepCompleted,
    StepConfirmed,
    StepRedone,
    StepSkipped,
    TighteningRecorded,
)
from app.domain.evidence_rules import completion
from app.domain.form_run import code_seen, line_failed
from app.domain.inspection import (
    answered,
    good_values,
    held_if,
    inspected,
    is_trusted,
    measured,
    stamped,
)
from app.domain.instructions import (
    ConfirmStep,
    InspectStep,
    InstructStep,
    MeasureStep,
    PhotoStep,
    ScanStep,
    TorqueStep,
)
from app.domain.judging import counts_as_tightening, reasons_against_tightening
from app.domain.material import AddPart, RemovePart, put_in, remove_part, signed_at, why_not_redone
from app.domain.material import FitPart as FitPart  # noqa: PLC0414 - others take it from here
from app.domain.readings import ReadingKind
from app.domain.refusal import Refusal
from app.domain.requirements import missing_at, still_missing
from app.domain.rework import judged
from app.domain.unit_run import StepRun, UnitRun, replay

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.calibration import Calibrated
    from app.domain.readings import Reading


@dataclass(frozen=True, slots=True)
class TakeReading:
    """A tool or gauge reported.

    ``armed_step`` is the step of this unit its tool was armed for, if any; ``is_over`` when that
    release came to its end before, with a failed result.  ``calibration`` is the device's.
    """

    reading: Reading
    armed_step: str | None = None
    means: str = "gauge"
    is_over: bool = False
    calibration: Calibrated | None = None


@dataclass(frozen=True, slots=True)
class AnswerPoint:
    """A place of a visual inspection was judged by a person."""

    position: str
    ok: bool


@dataclass(frozen=True, slots=True)
class Confirm:
    """The one primary action was taken.  ``means`` is "tap", "badge" or "scan".

    ``seconds_shown`` is for how long the step could be read, whatever the means; ``signed`` is the
    second person's signature, where the step asks for one.
    """

    means: str = "tap"
    seconds_shown: float = 0.0
    signed: SignedOff | None = None


@dataclass(frozen=True, slots=True)
class TakeMachineAnswer:
    """The machine finished (or refused) what the step asked of it."""

    request: str
    ok: bool
    code: str = ""


@dataclass(frozen=True, slots=True)
class UsePhoto:
    """A person found the picture good; it is kept as ``blob`` already."""

    blob: str
    width_px: int
    height_px: int
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class AcknowledgeNok:
    """The operator has seen the failed result."""


@dataclass(frozen=True, slots=True)
class AssignReading:
    """A person says that an unassigned result was made at the unit's open step."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class RedoStep:
    """Do a step again; its evidence stays beside the new one.

    ``signed`` is the second person's signature, where it takes a safety-critical part out.
    """

    step: str
    reason: str
    signed: SignedOff | None = None


@dataclass(frozen=True, slots=True)
class SkipStep:
    """Leave the open step out.  ``rights`` are those of whoever says so."""

    reason: str
    rights: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FailLine:
    """The open line of a check is not as it should be."""

    why: str


@dataclass(frozen=True, slots=True)
class ShowCode:
    """A code was scanned that a check wants to see."""

    code: str


Command: TypeAlias = (
    FitPart
    | AddPart
    | RemovePart
    | TakeReading
    | AnswerPoint
    | Confirm
    | TakeMachineAnswer
    | UsePhoto
    | AssignReading
    | AcknowledgeNok
    | RedoStep
    | SkipStep
    | FailLine
    | ShowCode
)
Decision: TypeAlias = tuple[Body, ...] | Refusal


def decide(run: UnitRun, command: Command) -> Decision:
    """What ``command`` means for ``run``.

    The events returned are to be appended together: with the evidence that completes a step
    come ``step.completed`` and, for the last step, ``unit.completed``.
    """
    if isinstance(command, TakeReading):
        return finish(run, _take_reading(run, command))
    blocked = why_blocked(run)
    if blocked is not None:
        return blocked
    if isinstance(command, RedoStep):
        return _redo(run, command)
    if isinstance(command, RemovePart):
        return finish(run, remove_part(run, command))
    current = run.current
    if current is None:
        return why_over(run)
    if isinstance(command, SkipStep):
        return finish(run, _skip(current, command))
    return finish(run, _on_step(run, current, command))


def unassigned(reading: Reading, reason: str) -> tuple[Body, ...]:
    """Keep a result that belongs to no armed step, for a person to look at."""
    return (ReadingUnassigned(reading=reading, reason=reason),)


def opening(run: UnitRun) -> tuple[Body, ...]:
    """What starting a unit already settles: scanning its label is a step done."""
    first = run.current
    if first is None or not isinstance(first.step, ScanStep) or first.step.component != "unit":
        return ()
    return (StepCompleted(step=first.step.id),)


def _on_step(run: UnitRun, current: StepRun, command: Command) -> Decision:
    match command:
        case FitPart() | AddPart():
            return put_in(run, current, command)
        case AnswerPoint():
            return answered(current, command.position, is_ok=command.ok)
        case AcknowledgeNok():
            return _acknowledge(current)
        case AssignReading():
            return _assign(run, current, command.reading)
        case TakeMachineAnswer():
            return _machine_answer(current, command)
        case UsePhoto():
            return _use_photo(current, command)
        case Confirm():
            return _confirm(current, command)
        case _:
            return _on_line(run, current, command)


def _on_line(run: UnitRun, current: StepRun, command: Command) -> Decision:
    """What is done in checks alone."""
    match command:
        case FailLine(why=why):
            return line_failed(run, current, why)
        case ShowCode(code=code):
            return code_seen(current, code)
        case _:
            return Refusal("command.unknown", {"step": current.step.id})


def _take_reading(run: UnitRun, command: TakeReading) -> tuple[Body, ...]:
    reading = command.reading
    reason = _why_not_for(run, command)
    if reason is not None:
        return unassigned(reading, reason)
    current = run.current
    if current is not None and isinstance(current.step, TorqueStep):
        if reading.kind not in (ReadingKind.TIGHTENING, ReadingKind.LOOSENING):
            # A gap, an abort, an alarm: nothing was tightened or loosened.
            return unassigned(reading, "no_rundown")
        first, *rest = _tightening(run, current, current.step, reading)
        return (stamped(first, command.calibration), *rest)
    if current is None:
        return unassigned(reading, "not_expected")
    return measured(run, current, reading, means=command.means, calibration=command.calibration)


def _why_not_for(run: UnitRun, command: TakeReading) -> str | None:
    """Identifier first, armed step second, never "whatever is on the screen"."""
    reading, current = command.reading, run.current
    named = [i for i in reading.identifiers if i]
    if named and run.serial not in named:
        return "other_unit"
    if run.held is not None:
        return "unit_held"
    if current is None or current.step.id != command.armed_step:
        return _why_not_now(run, command.armed_step)
    if _is_of_other_device(current, command):
        return "other_device"
    if current.is_nok_open:
        return "nok_not_acknowledged"
    if not is_trusted(current.step, command.calibration):
        return "not_calibrated"
    return "not_armed" if command.is_over else None


def _why_not_now(run: UnitRun, armed_step: str | None) -> str:
    """A tool released for a step that is done made one too many, or was late."""
    armed_for = None if armed_step is None else run.step_run(armed_step)
    return "one_too_many" if armed_for is not None and armed_for.is_completed else "not_armed"


def _is_of_other_device(current: StepRun, command: TakeReading) -> bool:
    match current.step:
        case TorqueStep(tool=tool):
            return command.reading.source != tool
        case MeasureStep(gauge=gauge):
            return command.means != "typed" and command.reading.source != gauge
        case _:
            return False


def _tightening(
    run: UnitRun, current: StepRun, step: TorqueStep, reading: Reading
) -> tuple[Body, ...]:
    position = current.next_position
    if position is None:
        return unassigned(reading, "one_too_many")
    reasons = reasons_against_tightening(reading, step)
    counted = counts_as_tightening(reading)
    attempt = current.attempts_at(position) + int(counted)
    recorded = TighteningRecorded(
        step=step.id,
        position=position,
        attempt=attempt,
        ok=counted and not reasons,
        counted=counted,
        reading=reading,
        reasons=reasons if counted else ("loosening",),
    )
    failed_for_good = counted and bool(reasons) and attempt >= step.max_attempts
    return held_if(run, failed_for_good, step.id, recorded)


def may_be_assigned(run: UnitRun, reading: Reading) -> bool:
    """Whether the open step of ``run`` still waits for a result of this tool."""
    current = run.current
    if current is None or run.held is not None or current.is_nok_open:
        return False
    is_its_tool = isinstance(current.step, TorqueStep) and current.step.tool == reading.source
    return is_its_tool and counts_as_tightening(reading) and current.next_position is not None


def _assign(run: UnitRun, current: StepRun, reading: Reading) -> Decision:
    if not isinstance(current.step, TorqueStep) or not may_be_assigned(run, reading):
        return Refusal("result.not_for_step", {"step": current.step.id, "serial": run.serial})
    first, *rest = _tightening(run, current, current.step, reading)
    if not isinstance(first, TighteningRecorded):
        return Refusal("result.not_for_step", {"step": current.step.id, "serial": run.serial})
    return (ReadingAssigned(recorded=replace(first, means="person")), *rest)


def _acknowledge(current: StepRun) -> Decision:
    if not current.is_nok_open:
        return Refusal("nok.none_open", {"step": current.step.id})
    return (NokAcknowledged(step=current.step.id, position=current.next_position),)


def _machine_answer(current: StepRun, command: TakeMachineAnswer) -> Decision:
    step = current.step
    if not isinstance(step, InstructStep) or step.machine != command.request:
        return Refusal("machine.not_asked", {"request": command.request})
    if not command.ok:
        return (MachineRefused(step=step.id, request=command.request, code=command.code),)
    return (StepConfirmed(step=step.id, means="machine", detail=command.request),)


def _use_photo(current: StepRun, command: UsePhoto) -> Decision:
    step = current.step
    if not isinstance(step, PhotoStep):
        return Refusal("photo.not_asked", {"step": step.id})
    return (
        PhotoTaken(
            step=step.id,
            camera=step.camera,
            blob=command.blob,
            width_px=command.width_px,
            height_px=command.height_px,
            taken_at=command.taken_at,
        ),
    )


def _confirm(current: StepRun, command: Confirm) -> Decision:
    step = current.step
    match step:
        case InstructStep(machine=None, min_dwell_s=dwell):
            left_s = math.ceil(dwell - command.seconds_shown)
            if left_s > 0:
                return Refusal("confirm.too_soon", {"step": step.id, "seconds": str(left_s)})
        case ConfirmStep():
            return _confirm_fact(step, command)
        case InspectStep():
            return inspected(current, command.means)
        case PhotoStep():
            return Refusal("photo.none", {"step": step.id})
        case _:
            return Refusal("confirm.not_yet", {"step": step.id})
    return (StepConfirmed(step=step.id, means=command.means),)


def _confirm_fact(step: ConfirmStep, command: Confirm) -> Decision:
    """By tap or badge, and where two are asked for by a second person too, in one go."""
    if step.needs_badge and command.means != "badge":
        return Refusal("confirm.needs_badge", {"step": step.id})
    confirmed = StepConfirmed(step=step.id, means=command.means)
    if step.sign_off is None:
        return (confirmed,)
    signed = command.signed
    if signed is None or signed.right != step.sign_off.right:
        return Refusal("confirm.needs_sign_off", {"step": step.id, "right": step.sign_off.right})
    return (replace(signed, step=step.id), confirmed)


def _redo(run: UnitRun, command: RedoStep) -> Decision:
    step = run.step_run(command.step)
    if run.completed is not None or step is None or not (step.evidence or step.is_completed):
        return Refusal("redo.nothing_to_redo", {"step": command.step})
    refusal = why_not_redone(step, run, command.signed)
    if refusal is not None:
        return refusal
    redone = StepRedone(step=command.step, reason=command.reason)
    return (*signed_at(command.signed, command.step), redone)


def _skip(current: StepRun, command: SkipStep) -> Decision:
    """Only where the plan names the right, and only by somebody who has it."""
    step = current.step
    if step.skip_right is None:
        return Refusal("skip.not_planned", {"step": step.id})
    if step.skip_right not in command.rights:
        return Refusal("skip.no_right", {"step": step.id, "right": step.skip_right})
    if not command.reason.strip():
        return Refusal("skip.no_reason", {"step": step.id})
    return (StepSkipped(step=step.id, reason=command.reason, right=step.skip_right),)


def finish(run: UnitRun, decision: Decision) -> Decision:
    """Add what the new evidence completes; a unit of which anything is missing stays open."""
    if isinstance(decision, Refusal):
        return decision
    after = replay(run, decision)
    current = after.current
    if current is not None and after.held is None and is_satisfied(after, current):
        done = (StepCompleted(step=current.step.id), *judged(after, current.step.id))
        after, decision = replay(after, done), (*decision, *done)
    if after.completed is not None or after.held is not None or still_missing(after).count:
        return decision
    return (*decision, *completion(after))


def is_satisfied(run: UnitRun, current: StepRun) -> bool:
    """Whether everything the step asks for is recorded, or it was left out."""
    if current.is_passed:
        return True
    match current.step:
        case ScanStep(component="unit"):
            return True
        case ScanStep():
            return not missing_at(run, current)
        case TorqueStep():
            return current.next_position is None and not current.is_nok_open
        case PhotoStep():
            return current.photo is not None
        case MeasureStep(repeats=repeats):
            return len(good_values(current)) >= repeats
        case _:
            return current.confirmation is not None
