"""The steps of the unit with their evidence, beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.instructions import InspectStep, MeasureStep, ScanStep, Step, TorqueStep
from app.domain.unit_run import StepState
from ui.presenters.elsewhere_face import station_of_step
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
            state=_state(scene, i),
            is_current=i == scene.index,
        )
        for i, step in enumerate(run.steps)
    )


def _state(scene: Scene, number: int) -> ShownState:
    """An open defect is not hidden behind a step that is done."""
    run = scene.run
    if run is None:
        return ShownState.TODO
    state = SHOWN[run.state_of(number)]
    is_open = _open_at(scene, run.steps[number].step)
    return ShownState.ATTENTION if is_open and state is ShownState.OK else state


def _open_at(scene: Scene, step: Step) -> int:
    """How many defects of this step nobody has put right."""
    return 0 if scene.run is None else sum(d.step == step.id for d in scene.run.open_defects)


def _detail(scene: Scene, step_run: StepRun) -> Words:
    step = step_run.step
    still_open = _open_at(scene, step)
    if still_open:
        return phrase("do_it/defects", count=str(still_open))
    other = station_of_step(scene, step.id)
    if other and step_run.is_completed:
        return phrase("rail/done_at", station=other)
    if isinstance(step, ScanStep) and step.component == "unit" and scene.run is not None:
        return phrase("header/serial", serial=scene.run.serial)
    if isinstance(step, ScanStep) and step.expects is not None:
        return step.expects
    part = step_run.parts[-1] if step_run.parts else None
    if part is not None and part.lot:
        return phrase("rail/lot", lot=part.lot)
    if part is not None and part.serial:
        return phrase("header/serial", serial=part.serial)
    return scene.text(step.detail) or _asked(scene, step)


def _asked(scene: Scene, step: Step) -> Words:
    match step:
        case TorqueStep():
            return f"{len(step.positions)} × {scene.range(step.torque)}"
        case MeasureStep():
            return scene.range(step.limits)
        case InspectStep():
            return phrase("rail/places", count=str(len(step.positions)))
        case _:
            return ""
