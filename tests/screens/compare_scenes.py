"""A photo beside the reference picture of its step, and the shots of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.refusal import Refusal
from app.services.problem_states import SnapView
from tests.screens import photo_scenes, scenes

if TYPE_CHECKING:
    from app.services.station_state import StationState

OF = (scenes.SERIAL, "seal")


def with_camera(snap: SnapView | None = None) -> StationState:
    """The seal is inspected at a station with a camera."""
    state = scenes.inspect()
    return replace(state, defects=replace(state.defects, camera="C-1", snap=snap))


def compared() -> StationState:
    taken = photo_scenes.taken().photo
    assert taken is not None
    return with_camera(SnapView("C-1", photo=taken.photo, of=OF))


def camera_away() -> StationState:
    problem = Refusal("camera.unplugged", {"device": "C-1"})
    return with_camera(SnapView("C-1", problem=problem, of=OF))


#: Name, face, state, and the buttons that lead there.
COMPARE_SHOTS = (
    ("inspect-camera", "step.inspect", with_camera, ()),
    ("inspect-compared", "step.inspect", compared, ()),
    ("inspect-camera-away", "step.inspect", camera_away, ()),
)
