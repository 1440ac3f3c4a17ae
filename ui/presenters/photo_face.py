"""The photo face: where to aim, the picture once it is taken, and using or retaking it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.phrases import phrase
from ui.presenters.troubles import camera_trouble
from ui.presenters.view_states import Action, Chip, InstructSide
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.instructions import PhotoStep
    from app.ports.devices import Photo
    from ui.presenters.scene import Scene

_CAMERA = "camera-bold"
_YOUR_TURN = Chip(ShownState.IN_PROGRESS, phrase("state/your_turn"), _CAMERA)


def photo_shown(scene: Scene) -> Photo | None:
    """The picture that waits to be used or taken again."""
    shown = scene.state.photo
    return None if shown is None else shown.photo


def photo_side(scene: Scene, step: PhotoStep) -> InstructSide:
    """What must be on it, and what is wrong with the camera."""
    photo = photo_shown(scene)
    asked = tuple(line.strip() for line in scene.text(step.text).splitlines() if line.strip())
    if photo is None:
        trouble = camera_trouble(scene, step.camera)
        return InstructSide((*asked, phrase("photo/aim")), _YOUR_TURN, trouble=trouble)
    size = phrase(
        "photo/size", camera=step.camera, width=str(photo.width_px), height=str(photo.height_px)
    )
    return InstructSide((*asked, phrase("photo/look"), size), _YOUR_TURN)


def photo_action(scene: Scene) -> Action:
    """Take it, wait for it, use it."""
    shown = scene.state.photo
    if shown is not None and shown.is_taking:
        return Action("primary", phrase("wait/photo"), _CAMERA, "waiting")
    if shown is not None and shown.photo is not None:
        return Action("primary", phrase("do_it/use_photo"), "check-bold", "primary", "confirm")
    words = "do_it/take_photo" if shown is None or shown.problem is None else "do_it/try_again"
    return Action("primary", phrase(words), _CAMERA, "primary", "photo")
