"""The steps of the unit with their evidence, beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.instructions import InspectStep, MeasureStep, ScanStep, Step, TorqueStep
from app.domain.unit_run import StepState
from ui.presenters.numbers import range_text
from ui.presenters.phrases import Words, phrase
from ui.presenters.view_states import RailRow
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.unit_run import StepRun
    from ui.presenters.scene import Scene

SHOWN = {
    StepState.TODO: ShownState.TODO,
    StepState.IN_PROGRESS: ShownState.IN_PROGRESS,
    StepState.OK: ShownState.OK,
    StepState.NOK: ShownState.NOK,
}


def rail_rows(scene: Scene) -> tuple[RailRow, ...]:
    """All steps of the unit, in order."""
    run = scene.run
    if run is None:
        return ()
    return tuple(
        RailRow(
            step=step.step.id,
            number=i + 1,
            title=scene.text(step.step.short or step.step.title),
            detail=_detail(scene, step),
            state=SHOWN[run.state_of(i)],
            is_current=i == scene.index,
        )
        for i, step in enumerate(run.steps)
    )


def _detail(scene: Scene, step_run: StepRun) -> Words:
    step = step_run.step
    if isinstance(step, ScanStep) and step.component == "unit" and scene.run is not None:
        return phrase("header/serial", serial=scene.run.serial)
    part = step_run.parts[-1] if step_run.parts else None
    if part is not None and part.lot:
        return phrase("rail/lot", lot=part.lot)
    if part is not None and part.serial:
        return phrase("header/serial", serial=part.serial)
    return scene.text(step.detail) or _asked(step)


def _asked(step: Step) -> Words:
    match step:
        case TorqueStep():
            return f"{len(step.positions)} × {range_text(step.torque)}"
        case MeasureStep():
            return range_text(step.limits)
        case InspectStep():
            return phrase("rail/places", count=str(len(step.positions)))
        case _:
            return ""
