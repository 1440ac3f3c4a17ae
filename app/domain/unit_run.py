"""Where a unit stands at this station: folded from its events, never edited."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from msgspec.structs import replace as with_fields

from app.domain.events import (
    Body,
    MeasurementRecorded,
    NokAcknowledged,
    PartFitted,
    PhotoTaken,
    PointInspected,
    ProblemReported,
    ReadingAssigned,
    SignedOff,
    StepCompleted,
    StepConfirmed,
    StepRedone,
    StepSkipped,
    TighteningRecorded,
    UnitCompleted,
    UnitHeld,
)
from app.domain.evidence_events import EvidenceAsked, EvidenceResolved
from app.domain.form_events import FormCompleted, FormLineFailed
from app.domain.instructions import Instruction, Step, TorqueStep
from app.domain.material_events import EXTRA, PartCleared, PartHeld, PartRemoved
from app.domain.problem_events import (
    DefectRecorded,
    DefectResolved,
    ProblemEnded,
)
from app.domain.quality_events import (
    BypassApplied,
    PositionsReopened,
    ReworkOrdered,
    UnitDisposed,
)
from app.domain.sample_events import SampleDecided, SampleSettled

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Dispositions after which a unit is never worked on again, and what holds it then.
FINAL = {"scrapped": "scrap", "returned": "return"}

Evidence: TypeAlias = (
    PartFitted
    | TighteningRecorded
    | MeasurementRecorded
    | PointInspected
    | StepConfirmed
    | SignedOff
    | PhotoTaken
)


class StepState(enum.StrEnum):
    """Where one step stands."""

    TODO = "todo"
    IN_PROGRESS = "in_progress"
    OK = "ok"
    NOK = "nok"


@dataclass(frozen=True, slots=True)
class StepRun:
    """One step of one unit: what it asks for and what was recorded.

    ``evidence`` is of the present round; what a redo superseded stays in ``earlier``.
    ``is_nok_open`` means a failed result waits to be acknowledged; a step that ``is_skipped`` was
    left out on purpose, one that ``is_bypassed`` done by the approved alternative, and one that
    ``is_conceded`` failed and was taken as it is.  A line of a check that ``is_failed`` was
    answered with no.
    """

    step: Step
    evidence: tuple[Evidence, ...] = ()
    earlier: tuple[Evidence, ...] = ()
    is_completed: bool = False
    is_nok_open: bool = False
    is_skipped: bool = False
    is_bypassed: bool = False
    is_conceded: bool = False
    is_failed: bool = False

    @property
    def is_passed(self) -> bool:
        """Done without what it asks for; never silent, see its evidence."""
        return self.is_skipped or self.is_bypassed or self.is_conceded or self.is_failed

    @property
    def tightenings(self) -> tuple[TighteningRecorded, ...]:
        """The counted ones, oldest first."""
        return tuple(e for e in self.evidence if isinstance(e, TighteningRecorded) and e.counted)

    @property
    def measurements(self) -> tuple[MeasurementRecorded, ...]:
        return tuple(e for e in self.evidence if isinstance(e, MeasurementRecorded))

    @property
    def parts(self) -> tuple[PartFitted, ...]:
        return tuple(e for e in self.evidence if isinstance(e, PartFitted))

    @property
    def confirmation(self) -> StepConfirmed | None:
        return next((e for e in self.evidence if isinstance(e, StepConfirmed)), None)

    @property
    def photo(self) -> PhotoTaken | None:
        return next((e for e in self.evidence if isinstance(e, PhotoTaken)), None)

    @property
    def signature(self) -> SignedOff | None:
        """The second person's, under what the step states."""
        signed = (e for e in self.evidence if isinstance(e, SignedOff))
        return next((e for e in signed if e.act == "confirm"), None)

    @property
    def answers(self) -> dict[str, bool]:
        """The newest answer of each inspected position."""
        return {e.position: e.ok for e in self.evidence if isinstance(e, PointInspected)}

    def tightening_at(self, position: str) -> TighteningRecorded | None:
        """The newest counted tightening of a position."""
        found = (t for t in reversed(self.tightenings) if t.position == position)
        return next(found, None)

    def attempts_at(self, position: str) -> int:
        return sum(t.position == position for t in self.tightenings)

    @property
    def next_position(self) -> str | None:
        """The first position, in order, without a good tightening."""
        if not isinstance(self.step, TorqueStep):
            return None
        for position in self.step.positions:
            newest = self.tightening_at(position.id)
            if newest is None or not newest.ok:
                return position.id
        return None

    @property
    def failures(self) -> int:
        """Failed results of all rounds: the ones that had to be put right."""
        both = (*self.earlier, *self.evidence)
        judged = (TighteningRecorded, MeasurementRecorded, PointInspected)
        counted = (e for e in both if isinstance(e, judged))
        return sum(not e.ok and getattr(e, "counted", True) for e in counted)


@dataclass(frozen=True, slots=True)
class UnitRun:
    """A unit in work, frozen to one revision of its instruction.

    ``resolved`` are the numbers of defects that were put right; ``is_stopped`` while somebody's
    "not safe" stands.  ``held_parts`` are in it, and a hold came for them.  ``asked`` while
    evidence that was missing is made after all; ``accepted`` when people took it without.
    ``samples`` are what was decided about steps that are due on some units only; one that is not
    due is none of its steps.  ``settled`` are those whose awaited sample on another unit was good.
    """

    serial: str
    order: str
    product: str
    variant: str
    instruction: Instruction
    revision: str
    steps: tuple[StepRun, ...]
    held: str | None = None
    completed: UnitCompleted | None = None
    defects: tuple[DefectRecorded, ...] = ()
    resolved: frozenset[int] = frozenset()
    is_stopped: bool = False
    held_parts: tuple[PartHeld, ...] = ()
    dispositions: tuple[UnitDisposed, ...] = ()
    reworks: tuple[ReworkOrdered, ...] = ()
    bypassed: tuple[BypassApplied, ...] = ()
    asked: EvidenceAsked | None = None
    accepted: EvidenceResolved | None = None
    samples: tuple[SampleDecided, ...] = ()
    settled: frozenset[str] = frozenset()

    @property
    def index(self) -> int | None:
        """The first step that is not completed; None when all are."""
        return next((i for i, s in enumerate(self.steps) if not s.is_completed), None)

    @property
    def current(self) -> StepRun | None:
        return None if self.index is None else self.steps[self.index]

    @property
    def work(self) -> tuple[Step, ...]:
        """What is asked of it, with the steps of its rework."""
        return tuple(step.step for step in self.steps)

    @property
    def reworked(self) -> int:
        """How many failed results and defects were put right."""
        return sum(step.failures for step in self.steps) + len(self.resolved)

    @property
    def open_defects(self) -> tuple[DefectRecorded, ...]:
        """Those nobody has put right."""
        return tuple(d for d in self.defects if d.number not in self.resolved)

    def state_of(self, number: int) -> StepState:
        """The state of the step at ``number`` (from 0)."""
        step = self.steps[number]
        if step.is_completed:
            return StepState.NOK if step.is_failed else StepState.OK
        if number != self.index:
            return StepState.TODO
        return StepState.NOK if step.is_nok_open else StepState.IN_PROGRESS

    def step_run(self, step_id: str) -> StepRun | None:
        return next((s for s in self.steps if s.step.id == step_id), None)


def begin(
    *,
    serial: str,
    order: str,
    variant: str,
    instruction: Instruction,
    revision: str,
) -> UnitRun:
    """A unit before its first step."""
    steps = tuple(StepRun(step) for step in instruction.steps_for(variant))
    return UnitRun(serial, order, instruction.product, variant, instruction, revision, steps)


def evolve(run: UnitRun, body: Body) -> UnitRun:
    """``run`` after ``body``; a body that is not about steps changes nothing."""
    match body:
        case UnitCompleted():
            return replace(run, completed=body, asked=None, accepted=None)
        case UnitHeld():
            return replace(run, held=body.code)
        case ReadingAssigned(recorded=recorded):
            return _with_step(run, recorded.step, recorded)
        case SignedOff(step=str(step)):
            return _with_step(run, step, body)
        case PartRemoved() | StepRedone() | PartHeld() | PartCleared():
            return _with_parts(run, body)
        case (
            PartFitted()
            | TighteningRecorded()
            | MeasurementRecorded()
            | PointInspected()
            | StepConfirmed()
            | PhotoTaken()
            | NokAcknowledged()
            | StepCompleted()
            | StepSkipped()
        ):
            return _with_step(run, body.step, body)
        case _:
            return _with_what_is_wrong(run, body)


def replay(run: UnitRun, bodies: Iterable[Body]) -> UnitRun:
    """``run`` after all of ``bodies``."""
    for body in bodies:
        run = evolve(run, body)
    return run


def _with_what_is_wrong(run: UnitRun, body: Body) -> UnitRun:
    match body:
        case DefectRecorded():
            return replace(run, defects=(*run.defects, body))
        case DefectResolved(number=number):
            return replace(run, resolved=run.resolved | {number})
        case ProblemReported(code="not_safe") | ProblemEnded(code="not_safe"):
            return replace(run, is_stopped=isinstance(body, ProblemReported))
        case _:
            return _with_quality(run, body)


def _with_quality(run: UnitRun, body: Body) -> UnitRun:
    match body:
        case UnitDisposed():
            return _disposed(run, body)
        case ReworkOrdered():
            return _with_rework(run, body)
        case PositionsReopened(step=name):
            return _with_step(run, name, body)
        case BypassApplied(step=name):
            passed = _with_step(run, name, body)
            at = next((i for i, s in enumerate(run.steps) if s.step.id == name), len(run.steps))
            added = _inserted(passed, body.checks, at + 1)
            return replace(added, bypassed=(*run.bypassed, body))
        case EvidenceAsked():
            return replace(run, completed=None, asked=body)
        case EvidenceResolved(how="accepted"):
            return replace(run, accepted=body)
        case SampleDecided() | SampleSettled():
            return _with_sample(run, body)
        case _:
            return _with_check(run, body)


def _with_check(run: UnitRun, body: Body) -> UnitRun:
    match body:
        case FormLineFailed(step=name):
            return _with_step(run, name, body)
        case FormCompleted(run=name, evidence=evidence, gaps=gaps):
            done = UnitCompleted(serial=name, evidence=evidence, gaps=gaps)
            return replace(run, completed=done)
        case _:
            return run


def _with_sample(run: UnitRun, body: SampleDecided | SampleSettled) -> UnitRun:
    if isinstance(body, SampleSettled):
        return replace(run, settled=run.settled | {body.step})
    run = replace(run, samples=(*run.samples, body))
    if body.is_due:
        return run
    return replace(run, steps=tuple(s for s in run.steps if s.step.id != body.step))


def _disposed(run: UnitRun, body: UnitDisposed) -> UnitRun:
    """Used as is, its defects are settled and the step that failed is taken as it is."""
    held = next((held for held, why in FINAL.items() if why == body.disposition), None)
    after = replace(run, held=held, dispositions=(*run.dispositions, body))
    if body.disposition != "use_as_is":
        return after
    after = replace(after, resolved=run.resolved | set(body.defects))
    return after if body.step is None else _with_step(after, body.step, body)


def _with_rework(run: UnitRun, body: ReworkOrdered) -> UnitRun:
    """Its steps come before the first that is open or that it undoes; its parts are added."""
    undone = {what.partition("/")[0] for what in body.opens}
    places = (i for i, s in enumerate(run.steps) if not s.is_completed or s.step.id in undone)
    at = next(places, len(run.steps))
    bills = run.instruction.bills
    lines = (*bills.get(run.variant, ()), *body.lines)
    instruction = with_fields(run.instruction, bills={**bills, run.variant: lines})
    added = _inserted(run, body.steps, at)
    return replace(added, instruction=instruction, reworks=(*run.reworks, body))


def _inserted(run: UnitRun, steps: tuple[Step, ...], at: int) -> UnitRun:
    new = tuple(StepRun(step) for step in steps)
    return replace(run, steps=(*run.steps[:at], *new, *run.steps[at:]))


def _reopened(step: StepRun, body: PositionsReopened) -> StepRun:
    """These positions lose what was made there; it stands with what was superseded."""
    gone = tuple(e for e in step.evidence if getattr(e, "position", None) in body.positions)
    kept = tuple(e for e in step.evidence if e not in gone and not isinstance(e, StepConfirmed))
    return replace(
        step,
        evidence=kept,
        earlier=(*step.earlier, *(e for e in step.evidence if e not in kept)),
        is_completed=False,
        is_nok_open=False,
    )


def _with_parts(run: UnitRun, body: PartRemoved | StepRedone | PartHeld | PartCleared) -> UnitRun:
    match body:
        case PartHeld():
            return replace(run, held_parts=(*run.held_parts, body))
        case PartCleared(hold=hold):
            still = tuple(held for held in run.held_parts if held.hold != hold)
            return replace(run, held_parts=still)
        case PartRemoved(step=name):
            out = tuple(_taken_out(s, body) if s.step.id == name else s for s in run.steps)
            return _without_gone(replace(run, steps=out))
        case StepRedone(step=name):
            return _without_gone(_with_step(run, name, body))


def _without_gone(run: UnitRun) -> UnitRun:
    """What is no longer in the unit needs no hold lifted."""
    inside = {(p.step, p.part, p.lot, p.serial) for step in run.steps for p in step.parts}
    still = (h for h in run.held_parts if (h.step, h.part, h.lot, h.serial) in inside)
    return replace(run, held_parts=tuple(still))


def _with_step(run: UnitRun, step_id: str, body: Body) -> UnitRun:
    steps = tuple(_evolve_step(s, body) if s.step.id == step_id else s for s in run.steps)
    return replace(run, steps=steps)


def _evolve_step(step: StepRun, body: Body) -> StepRun:
    match body:
        case StepCompleted():
            return replace(step, is_completed=True, is_nok_open=False)
        case StepSkipped():
            return replace(step, is_skipped=True)
        case StepRedone():
            return StepRun(step.step, earlier=(*step.earlier, *step.evidence))
        case NokAcknowledged():
            return replace(step, is_nok_open=False)
        case TighteningRecorded(counted=counted, ok=ok):
            is_open = step.is_nok_open or (counted and not ok)
            return replace(step, evidence=(*step.evidence, body), is_nok_open=is_open)
        case MeasurementRecorded(ok=ok):
            return replace(step, evidence=(*step.evidence, body), is_nok_open=not ok)
        case PartFitted() | PointInspected() | StepConfirmed() | SignedOff() | PhotoTaken():
            return replace(step, evidence=(*step.evidence, body))
        case _:
            return _decided(step, body)


def _decided(step: StepRun, body: Body) -> StepRun:
    match body:
        case BypassApplied():
            return replace(step, is_bypassed=True)
        case UnitDisposed():
            return replace(step, is_conceded=True, is_nok_open=False)
        case PositionsReopened():
            return _reopened(step, body)
        case FormLineFailed():
            return replace(step, is_failed=True, is_nok_open=False)
        case _:
            return step


def _taken_out(step: StepRun, body: PartRemoved) -> StepRun:
    """The newest of these pieces are out, and stand with what was superseded."""
    left, inside, gone = body.quantity, list[Evidence](), list[Evidence]()
    for one in reversed(step.evidence):
        if not left or not _is_of(one, body):
            inside.append(one)
            continue
        pieces = min(left, one.quantity)
        left -= pieces
        gone.append(with_fields(one, quantity=pieces))
        if one.quantity > pieces:
            inside.append(with_fields(one, quantity=one.quantity - pieces))
    return replace(
        step,
        evidence=tuple(reversed(inside)),
        earlier=(*step.earlier, *gone),
        is_completed=step.is_completed and body.component == EXTRA,
    )


def _is_of(one: Evidence, body: PartRemoved) -> TypeGuard[PartFitted]:
    return isinstance(one, PartFitted) and (
        (one.component, one.part, one.lot, one.serial)
        == (body.component, body.part, body.lot, body.serial)
    )
