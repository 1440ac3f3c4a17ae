"""Rework: steps of its own for one unit, what they undo, and the way back.

A rework comes from a published instruction, from the plant's library of operations, or from
somebody's words; its steps stand in the unit's record, so that every reader sees the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from app.domain.instructions import (
    BomLine,
    ConfirmStep,
    InspectStep,
    InstructStep,
    ScanStep,
    SignOffRule,
    Step,
    Text,
    TorqueStep,
)
from app.domain.problem_events import DefectResolved
from app.domain.refusal import Refusal
from app.domain.rights import SIGN_OFF

if TYPE_CHECKING:
    from app.domain.instructions import Instruction
    from app.domain.quality_plans import OperationTemplate
    from app.domain.unit_run import StepRun, UnitRun

JUDGE = "judge"
#: Between a step and its position.
AT = "/"
_UNIT = "unit"
_MINOR = "minor"
#: The program's own texts stand in the record, so they bring their languages with them.
_IN_WORDS: Text = {
    "en": "Rework",
    "de": "Nacharbeit",
    "es": "Retrabajo",
    "pl": "Poprawa",
    "zh": "返工",
}
_TITLE: Text = {
    "en": "Check the rework",
    "de": "Nacharbeit prüfen",
    "es": "Revisar el retrabajo",
    "pl": "Sprawdź poprawę",
    "zh": "检查返工",
}
_SHORT: Text = {
    "en": "Check",
    "de": "Prüfen",
    "es": "Revisar",
    "pl": "Sprawdź",
    "zh": "检查",
}
_STATEMENT: Text = {
    "en": "The rework is done and the unit was looked at again.",
    "de": "Die Nacharbeit ist gemacht, und die Einheit wurde noch einmal angesehen.",
    "es": "El retrabajo está hecho y la unidad se revisó de nuevo.",
    "pl": "Poprawa jest zrobiona, a sztukę obejrzano jeszcze raz.",
    "zh": "返工已完成, 并已再次检查该件。",
}
_MEANING: Text = {"en": "Rework verified"}


@dataclass(frozen=True, slots=True)
class ReworkPlan:
    """What somebody orders, and why; the unit is judged again at its end in any case."""

    title: Text
    steps: tuple[Step, ...]
    why: str
    source: str
    lines: tuple[BomLine, ...] = ()
    opens: tuple[str, ...] = ()


def of_template(template: OperationTemplate, why: str) -> ReworkPlan:
    """An operation of the library."""
    return ReworkPlan(
        title=template.title,
        steps=template.steps,
        why=why,
        source=f"template:{template.template}",
        lines=template.lines,
        opens=template.opens,
    )


def of_instruction(instruction: Instruction, revision: str, variant: str, why: str) -> ReworkPlan:
    """A published rework instruction, at one revision; the unit is known, and not scanned."""
    asked = instruction.steps_for(variant)
    steps = (s for s in asked if not (isinstance(s, ScanStep) and s.component == _UNIT))
    return ReworkPlan(
        title=instruction.title,
        steps=tuple(steps),
        why=why,
        source=f"instruction:{revision}",
        lines=instruction.bills.get(variant, ()),
    )


def of_words(words: str, why: str, opens: tuple[str, ...] = ()) -> ReworkPlan:
    """An operation of one step that says what to do."""
    text = {"en": words.strip()}
    steps = (InstructStep(id="do", title=_IN_WORDS, text=text),) if words.strip() else ()
    return ReworkPlan(text, steps, why, "words", opens=opens)


def refusal_of_rework(run: UnitRun, plan: ReworkPlan) -> Refusal | None:
    """Why it cannot be done on the unit as it is."""
    if run.completed is not None:
        return Refusal("unit.completed", {"serial": run.serial})
    if not plan.why.strip():
        return Refusal("rework.no_reason", {"serial": run.serial})
    if not plan.steps and not plan.opens:
        return Refusal("rework.nothing_to_do", {"serial": run.serial})
    unknown = [what for what in plan.opens if not _is_there(run, what)]
    if unknown:
        return Refusal("rework.no_such_place", {"place": unknown[0], "serial": run.serial})
    return None


def own_steps(run: UnitRun, plan: ReworkPlan, rework: str) -> tuple[Step, ...]:
    """The steps under names of their own, and at the end the one that judges the unit again."""
    titles = (with_fields(step, id=f"{rework}.{step.id}", variants=()) for step in plan.steps)
    named = (_own_component(step, rework) for step in titles)
    is_grave = any(defect.severity != _MINOR for defect in run.open_defects)
    judge = ConfirmStep(
        id=f"{rework}.{JUDGE}",
        title=_TITLE,
        short=_SHORT,
        statement=_STATEMENT,
        sign_off=SignOffRule(right=SIGN_OFF, meaning=_MEANING) if is_grave else None,
    )
    return (*named, judge)


def own_lines(plan: ReworkPlan, rework: str) -> tuple[BomLine, ...]:
    """The parts of the rework, beside the unit's own bill."""
    return tuple(with_fields(one, component=f"{rework}.{one.component}") for one in plan.lines)


def positions_of(opens: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """What is undone, by step; no positions mean the whole step."""
    found: dict[str, tuple[str, ...]] = {}
    whole = {what for what in opens if AT not in what}
    for what in opens:
        step, _, position = what.partition(AT)
        known = found.get(step, ())
        found[step] = () if step in whole else (*known, position)
    return found


def judged(run: UnitRun, step: str) -> tuple[DefectResolved, ...]:
    """The defects that a rework was for are put right once its last step judged the unit."""
    found = next((r for r in run.reworks if step == f"{r.rework}.{JUDGE}"), None)
    if found is None:
        return ()
    still_open = (d for d in run.open_defects if d.number in found.defects)
    return tuple(
        DefectResolved(serial=run.serial, number=d.number, how="reworked", step=d.step)
        for d in still_open
    )


def has_evidence(step: StepRun) -> bool:
    """Whether there is anything to undo."""
    return bool(step.evidence) or step.is_completed


def _own_component(step: Step, rework: str) -> Step:
    if isinstance(step, ScanStep):
        return with_fields(step, component=f"{rework}.{step.component}")
    return step


def _is_there(run: UnitRun, what: str) -> bool:
    name, _, position = what.partition(AT)
    found = run.step_run(name)
    if found is None:
        return False
    if not position:
        return True
    has_places = isinstance(found.step, TorqueStep | InspectStep)
    return has_places and position in {place.id for place in found.step.positions}
