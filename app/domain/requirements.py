"""What a unit still needs: one list, from its bill, its instruction and its record.

Screens show it and gates ask it, so that nothing is asked for twice and nothing is forgotten.  A
component that a step scans is missing until the record has its whole quantity; one that nobody
scans goes in with the step that ``uses`` it, else with the last step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.instructions import BomLine, ScanStep, Step
from app.domain.unit_run import UnitRun, begin

if TYPE_CHECKING:
    from app.domain.instructions import Instruction
    from app.domain.material_events import PartHeld
    from app.domain.problem_events import DefectRecorded
    from app.domain.unit_run import StepRun


@dataclass(frozen=True, slots=True)
class MissingPart:
    """So many of a component still to fit, at ``step``; ``line`` says what and from where."""

    line: BomLine
    quantity: int
    step: str | None
    is_scanned: bool


@dataclass(frozen=True, slots=True)
class StillMissing:
    """``steps`` are the open ones that ask for more than a part on the list; both in order.

    ``held`` are parts of the unit that must come out, or whose hold must be lifted; ``defects``
    are to be put right.
    """

    parts: tuple[MissingPart, ...] = ()
    steps: tuple[Step, ...] = ()
    held: tuple[PartHeld, ...] = ()
    defects: tuple[DefectRecorded, ...] = ()

    @property
    def count(self) -> int:
        return len(self.parts) + len(self.steps) + len(self.held) + len(self.defects)


def still_missing(run: UnitRun) -> StillMissing:
    """Empty exactly when a unit may be completed: steps done, no part on hold, no defect open."""
    lines = run.instruction.bills.get(run.variant, ())
    found = (_missing(run, line) for line in lines)
    parts = tuple(part for part in found if part is not None)
    place = {step.step.id: i for i, step in enumerate(run.steps)}
    parts = tuple(sorted(parts, key=lambda p: place.get(p.step or "", len(place))))
    scanned = {p.line.component for p in parts if p.is_scanned}
    still_open = (s.step for s in run.steps if not s.is_completed)
    steps = tuple(s for s in still_open if not _asks_for(s, scanned))
    return StillMissing(parts, steps, run.held_parts, run.open_defects)


def needed(instruction: Instruction, variant: str) -> StillMissing:
    """What a unit of ``variant`` needs before its first step."""
    blank = begin(serial="", order="", variant=variant, instruction=instruction, revision="")
    return still_missing(blank)


def _missing(run: UnitRun, line: BomLine) -> MissingPart | None:
    scans = [s for s in run.steps if _asks_for(s.step, {line.component})]
    if scans:
        return _to_scan(run, line, scans)
    uses = [s for s in run.steps if line.component in s.step.uses] or run.steps[-1:]
    step = next((s for s in uses if not s.is_completed), None)
    if step is None:
        return None
    return MissingPart(line, line.quantity, step.step.id, is_scanned=False)


def missing_at(run: UnitRun, step: StepRun) -> int:
    """How many pieces a scan step still asks for; the steps of one component share its pieces."""
    wanted = step.step
    if not isinstance(wanted, ScanStep):
        return 0
    if wanted.expects is not None:
        return 0 if step.confirmation else 1
    line = run.instruction.bom_line(run.variant, wanted.component)
    fitted = fitted_at(step, wanted.component)
    if line is None:
        return 0 if fitted else 1
    asking = [s.step.id for s in run.steps if _asks_for(s.step, {line.component})]
    place = asking.index(wanted.id) if wanted.id in asking else 0
    share, rest = divmod(line.quantity, max(1, len(asking)))
    return max(0, max(1, share + (place < rest)) - fitted)


def fitted_at(step: StepRun, component: str) -> int:
    """How many pieces of ``component`` are in at ``step``."""
    return sum(part.quantity for part in step.parts if part.component == component)


def _to_scan(run: UnitRun, line: BomLine, scans: list[StepRun]) -> MissingPart | None:
    wanting = [s for s in scans if not s.is_completed and missing_at(run, s)]
    if not wanting:
        return None
    missing = min(line.quantity, sum(missing_at(run, s) for s in wanting))
    return MissingPart(line, missing, wanting[0].step.id, is_scanned=True)


def _asks_for(step: Step, components: set[str]) -> bool:
    return isinstance(step, ScanStep) and step.component in components
