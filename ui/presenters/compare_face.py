"""A photo of this unit beside the reference picture of its step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.instructions import InspectStep, PhotoStep
from ui.presenters.phrases import phrase
from ui.presenters.snap_face import snap_side
from ui.presenters.view_states import Action, PictureView

if TYPE_CHECKING:
    from app.domain.instructions import Step
    from app.domain.unit_run import StepRun
    from app.ports.devices import Photo
    from app.services.problem_states import SnapView
    from ui.presenters.scene import Scene

_CAMERA = "camera-bold"


def photo_view(scene: Scene, camera: str, photo: Photo) -> PictureView:
    """``photo``, with when it was taken: it is no live picture."""
    time = scene.moment(photo.taken_at)
    said = phrase("compare/photo", camera=camera, time=time)
    return PictureView(photo.taken_at.isoformat(), photo.jpeg, caption=said)


def beside(scene: Scene, current: StepRun, shown: PictureView) -> tuple[PictureView, ...]:
    """What the step shows: ``shown`` alone, or the reference and the photo to compare it with."""
    step, photo = current.step, scene.state.photo
    if isinstance(step, PhotoStep) and photo is not None and photo.photo is not None:
        reference = _reference(scene, step)
        if reference is None:
            return (shown,)
        return reference, photo_view(scene, photo.camera, photo.photo)
    snap = _snap(scene, current)
    if snap is None:
        return (shown,)
    taken = snap_side(scene)[0]
    if snap.photo is not None:
        taken = photo_view(scene, snap.camera, snap.photo)
    return replace(shown, caption=phrase("compare/reference")), taken


def compare_button(scene: Scene, current: StepRun) -> tuple[Action, ...]:
    """Where a person inspects against a picture, and the station has a camera."""
    step = current.step
    if not isinstance(step, InspectStep) or not step.picture or not scene.state.defects.camera:
        return ()
    key = "do_it/compare" if _snap(scene, current) is None else "do_it/compare_again"
    return (Action("compare", phrase(key), _CAMERA),)


def _reference(scene: Scene, step: Step) -> PictureView | None:
    content = scene.state.pictures.get(step.picture) if step.picture else None
    if content is None:
        return None
    return PictureView(step.picture, content, caption=phrase("compare/reference"))


def _snap(scene: Scene, current: StepRun) -> SnapView | None:
    """The photo of this very step of this unit, if one was asked for."""
    snap, run = scene.state.defects.snap, scene.run
    if snap is None or run is None or not isinstance(current.step, InspectStep):
        return None
    return snap if snap.of == (run.serial, current.step.id) else None
