"""The step runner: a command and a state give events, or a refusal that says why.

Pure: the clock, the lots and the holds come in as facts.  A refusal has a code and facts; the
screen turns them into what happened, why, and what to do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from app.domain.events import (
    Body,
    MachineRefused,
    MeasurementRecorded,
    NokAcknowledged,
    PartFitted,
    PhotoTaken,
    PointInspected,
    ReadingAssigned,
    ReadingUnassigned,
    StepCompleted,
    StepConfirmed,
    StepRedone,
    TighteningRecorded,
    UnitCompleted,
    UnitHeld,
)
from app.domain.evidence import assess
from app.domain.instructions import (
    ConfirmStep,
    InspectStep,
    InstructStep,
    MeasureStep,
    PhotoStep,
    ScanStep,
    TorqueStep,
)
from app.domain.judging import (
    counts_as_tightening,
    reasons_against_measurement,
    reasons_against_tightening,
)
from app.domain.parts import PartFacts, part_named, refusal_of_part
from app.domain.readings import ReadingKind
from app.domain.refusal import Refusal
from app.domain.unit_run import StepRun, UnitRun, evolve, replay

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.readings import Reading
    from app.domain.scans import Scan


@dataclass(frozen=True, slots=True)
class FitPart:
    """A part was scanned."""

    scan: Scan
    facts: PartFacts
    means: str = "scanner"


@dataclass(frozen=True, slots=True)
class TakeReading:
    """A tool or gauge reported.

    ``armed_step`` is the step of this unit its tool was armed for, if any; ``is_over`` when that
    release came to its end before, with a failed result.
    """

    reading: Reading
    armed_step: str | None = None
    means: str = "gauge"
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class AnswerPoint:
    """A place of a visual inspection was judged by a person."""

    position: str
    ok: bool


@dataclass(frozen=True, slots=True)
class Confirm:
    """The one primary action was taken.  ``means`` is "tap", "badge" or "scan".

    ``seconds_shown`` is for how long the step could be read, whatever the means.
    """

    means: str = "tap"
    seconds_shown: float = 0.0


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
    """Do a step again; its evidence stays beside the new one."""

    step: str
    reason: str


Command: TypeAlias = (
    FitPart
    | TakeReading
    | AnswerPoint
    | Confirm
    | TakeMachineAnswer
    | UsePhoto
    | AssignReading
    | AcknowledgeNok
    | RedoStep
)
Decision: TypeAlias = tuple[Body, ...] | Refusal


def decide(run: UnitRun, command: Command) -> Decision:
    """What ``command`` means for ``run``.

    The events returned are to be appended together: with the evidence that completes a step
    come ``step.completed`` and, for the last step, ``unit.completed``.
    """
    if isinstance(command, TakeReading):
        return _finish(run, _take_reading(run, command))
    if run.held is not None:
        return Refusal("unit.held", {"serial": run.serial, "why": run.held})
    if isinstance(command, RedoStep):
        return _redo(run, command)
    current = run.current
    if current is None:
        return Refusal("unit.completed", {"serial": run.serial})
    return _finish(run, _on_step(run, current, command))


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
        case FitPart():
            return _fit_part(run, current, command)
        case AnswerPoint():
            return _answer(current, command)
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
            return Refusal("command.unknown", {"step": current.step.id})


def _fit_part(run: UnitRun, current: StepRun, command: FitPart) -> Decision:
    step = current.step
    if not isinstance(step, ScanStep):
        return Refusal("scan.not_expected", {"step": step.id, "scanned": command.scan.raw})
    line = run.instruction.bom_line(run.variant, step.component)
    if line is None:
        return Refusal("bill.no_such_component", {"component": step.component})
    refusal = refusal_of_part(command.scan, line, run, command.facts)
    if refusal is not None:
        return refusal
    scan = command.scan
    part = part_named(scan, line) or line.part
    return (
        PartFitted(
            step=step.id,
            component=line.component,
            part=part,
            instead_of=line.part if part != line.part else None,
            lot=scan.lot,
            serial=scan.serial,
            quantity=line.quantity,
            raw=scan.raw,
            symbology=scan.symbology,
            means=command.means,
        ),
    )


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
        return _tightening(run, current, current.step, reading)
    if current is not None and isinstance(current.step, MeasureStep):
        return _measurement(run, current, current.step, command)
    return unassigned(reading, "not_expected")


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
    return _held_if(run, failed_for_good, step.id, recorded)


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


def _measurement(
    run: UnitRun, current: StepRun, step: MeasureStep, command: TakeReading
) -> tuple[Body, ...]:
    if command.means == "typed" and not step.may_be_typed:
        return unassigned(command.reading, "typing_not_allowed")
    reasons = reasons_against_measurement(command.reading, step)
    failed = sum(not m.ok for m in current.measurements) + bool(reasons)
    recorded = MeasurementRecorded(
        step=step.id,
        characteristic=step.characteristic,
        attempt=len(current.measurements) + 1,
        ok=not reasons,
        means=command.means,
        reading=command.reading,
        reasons=reasons,
    )
    return _held_if(run, bool(reasons) and failed >= step.max_attempts, step.id, recorded)


def _held_if(run: UnitRun, is_held: bool, step_id: str, recorded: Body) -> tuple[Body, ...]:
    if not is_held:
        return (recorded,)
    return (recorded, UnitHeld(serial=run.serial, code="too_many_attempts", step=step_id))


def _answer(current: StepRun, command: AnswerPoint) -> Decision:
    step = current.step
    if not isinstance(step, InspectStep) or command.position not in {p.id for p in step.positions}:
        return Refusal("point.not_here", {"step": step.id, "position": command.position})
    return (PointInspected(step=step.id, position=command.position, ok=command.ok),)


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
        case ConfirmStep(needs_badge=needs_badge) if command.means == "badge" or not needs_badge:
            pass
        case ConfirmStep():
            return Refusal("confirm.needs_badge", {"step": step.id})
        case InspectStep():
            return _confirm_inspection(current, command)
        case PhotoStep():
            return Refusal("photo.none", {"step": step.id})
        case _:
            return Refusal("confirm.not_yet", {"step": step.id})
    return (StepConfirmed(step=step.id, means=command.means),)


def _confirm_inspection(current: StepRun, command: Confirm) -> Decision:
    """Never a blanket tick: each place must have been answered by itself."""
    answers = current.answers
    open_places = [p.id for p in current.step.positions if p.id not in answers]
    if open_places:
        return Refusal("inspect.places_open", {"places": ", ".join(open_places)})
    failed = [place for place, ok in answers.items() if not ok]
    if failed:
        return Refusal("inspect.places_nok", {"places": ", ".join(failed)})
    return (StepConfirmed(step=current.step.id, means=command.means),)


def _redo(run: UnitRun, command: RedoStep) -> Decision:
    step = run.step_run(command.step)
    if run.completed is not None or step is None or not (step.evidence or step.is_completed):
        return Refusal("redo.nothing_to_redo", {"step": command.step})
    return (StepRedone(step=command.step, reason=command.reason),)


def _finish(run: UnitRun, decision: Decision) -> Decision:
    """Add what the new evidence completes."""
    if isinstance(decision, Refusal):
        return decision
    after = replay(run, decision)
    current = after.current
    if current is None or after.held is not None or not is_satisfied(current):
        return decision
    done = StepCompleted(step=current.step.id)
    after = evolve(after, done)
    if after.index is not None or run.completed is not None:
        return (*decision, done)
    return (*decision, done, _completion(after))


def _completion(run: UnitRun) -> UnitCompleted:
    gaps = assess(run)
    return UnitCompleted(
        serial=run.serial,
        evidence="not_provable" if gaps else "provable",
        gaps=gaps,
        reworked=run.reworked,
    )


def is_satisfied(current: StepRun) -> bool:
    """Whether everything the step asks for is recorded."""
    match current.step:
        case ScanStep(component="unit"):
            return True
        case ScanStep():
            return bool(current.parts)
        case TorqueStep():
            return current.next_position is None and not current.is_nok_open
        case PhotoStep():
            return current.photo is not None
        case MeasureStep(repeats=repeats):
            return sum(m.ok for m in current.measurements) >= repeats
        case _:
            return current.confirmation is not None
