"""A check in work: a line that is not as it should be, a code that has to be there, its end.

A check in work is a :class:`~app.domain.unit_run.UnitRun` whose instruction has a ``form``; its
serial is the name of this one run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.events import StepConfirmed
from app.domain.form_events import FormCompleted, FormLineFailed
from app.domain.instructions import Instruction, ScanStep
from app.domain.refusal import Refusal

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.event_body import Body
    from app.domain.unit_run import StepRun, UnitRun

PREFIX = "check:"
#: What a line that failed is called as a situation, at the plant and in its decisions.
CHECK_FAILED = "check_failed"
#: Why a line failed whose value was out of its limits as often as it may be measured.
TOO_MANY = "too_many_attempts"


def run_name(form: str, station: str, at: datetime) -> str:
    """The name of the run of ``form`` that fell due, or was begun, ``at`` (UTC) at ``station``."""
    return f"{PREFIX}{form}:{station}:{at:%Y%m%dT%H%M%S}{at.microsecond // 1000:03d}"


def is_run_name(name: str) -> bool:
    """Whether ``name`` is a check's and no unit's serial."""
    return name.startswith(PREFIX)


def failed_line_key(run: str, step: str) -> str:
    """The situation of a line that failed, as the plant decides about it."""
    return f"{CHECK_FAILED}:{run}:{step}"


def is_form(instruction: Instruction) -> bool:
    """Whether it is done without a unit."""
    return instruction.form is not None


def line_failed(run: UnitRun, current: StepRun, why: str) -> tuple[Body, ...] | Refusal:
    """The open line is not as it should be, and why."""
    rule = run.instruction.form
    if rule is None:
        return Refusal("form.none", {"serial": run.serial})
    if not why.strip():
        return Refusal("form.no_reason")
    failed = FormLineFailed(
        run=run.serial,
        form=run.instruction.id,
        step=current.step.id,
        title=current.step.short or current.step.title,
        why=why.strip(),
        right=rule.settle_right,
        blocks=rule.failed_blocks,
    )
    return (failed,)


def code_seen(current: StepRun, code: str) -> tuple[Body, ...] | Refusal:
    """A code was scanned where the check wants to see a certain one."""
    step = current.step
    if not isinstance(step, ScanStep) or step.expects is None:
        return Refusal("scan.not_expected", {"step": step.id})
    if code != step.expects:
        return Refusal("form.other_code", {"expected": step.expects, "scanned": code})
    return (StepConfirmed(step=step.id, means="scan", detail=code),)


def form_completed(run: UnitRun, gaps: tuple[str, ...]) -> FormCompleted:
    """All lines are answered; ``gaps`` are what its record cannot prove."""
    return FormCompleted(
        run=run.serial,
        form=run.instruction.id,
        evidence="not_provable" if gaps else "provable",
        gaps=gaps,
        failed=tuple(step.step.id for step in run.steps if step.is_failed),
    )
