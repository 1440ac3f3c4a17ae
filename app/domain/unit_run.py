"""Where a unit stands at this station: folded from its events, never edited."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from app.domain.events import (
    Body,
    MeasurementRecorded,
    NokAcknowledged,
    PartFitted,
    PhotoTaken,
    PointInspected,
    ReadingAssigned,
    StepCompleted,
    StepConfirmed,
    StepRedone,
    TighteningRecorded,
    UnitCompleted,
    UnitHeld,
)
from app.domain.instructions import Instruction, Step, TorqueStep

if TYPE_CHECKING:
    from collections.abc import Iterable

Evidence: TypeAlias = (
    PartFitted
    | TighteningRecorded
    | MeasurementRecorded
    | PointInspected
    | StepConfirmed
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
    ``is_nok_open`` means a failed result waits to be acknowledged.
    """

    step: Step
    evidence: tuple[Evidence, ...] = ()
    earlier: tuple[Evidence, ...] = ()
    is_completed: bool = False
    is_nok_open: bool = False

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
    """A unit in work, frozen to one revision of its instruction."""

    serial: str
    order: str
    product: str
    variant: str
    instruction: Instruction
    revision: str
    steps: tuple[StepRun, ...]
    held: str | None = None
    completed: UnitCompleted | None = None

    @property
    def index(self) -> int | None:
        """The first step that is not completed; None when all are."""
        return next((i for i, s in enumerate(self.steps) if not s.is_completed), None)

    @property
    def current(self) -> StepRun | None:
        return None if self.index is None else self.steps[self.index]

    @property
    def reworked(self) -> int:
        """How many failed results were put right."""
        return sum(step.failures for step in self.steps)

    def state_of(self, number: int) -> StepState:
        """The state of the step at ``number`` (from 0)."""
        step = self.steps[number]
        if step.is_completed:
            return StepState.OK
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
            return replace(run, completed=body)
        case UnitHeld():
            return replace(run, held=body.code)
        case ReadingAssigned(recorded=recorded):
            return _with_step(run, recorded.step, recorded)
        case (
            PartFitted()
            | TighteningRecorded()
            | MeasurementRecorded()
            | PointInspected()
            | StepConfirmed()
            | PhotoTaken()
            | NokAcknowledged()
            | StepCompleted()
            | StepRedone()
        ):
            return _with_step(run, body.step, body)
        case _:
            return run


def replay(run: UnitRun, bodies: Iterable[Body]) -> UnitRun:
    """``run`` after all of ``bodies``."""
    for body in bodies:
        run = evolve(run, body)
    return run


def _with_step(run: UnitRun, step_id: str, body: Body) -> UnitRun:
    steps = tuple(_evolve_step(s, body) if s.step.id == step_id else s for s in run.steps)
    return replace(run, steps=steps)


def _evolve_step(step: StepRun, body: Body) -> StepRun:
    match body:
        case StepCompleted():
            return replace(step, is_completed=True, is_nok_open=False)
        case StepRedone():
            return StepRun(step.step, earlier=(*step.earlier, *step.evidence))
        case NokAcknowledged():
            return replace(step, is_nok_open=False)
        case TighteningRecorded(counted=counted, ok=ok):
            is_open = step.is_nok_open or (counted and not ok)
            return replace(step, evidence=(*step.evidence, body), is_nok_open=is_open)
        case MeasurementRecorded(ok=ok):
            return replace(step, evidence=(*step.evidence, body), is_nok_open=not ok)
        case PartFitted() | PointInspected() | StepConfirmed() | PhotoTaken():
            return replace(step, evidence=(*step.evidence, body))
        case _:
            return step
