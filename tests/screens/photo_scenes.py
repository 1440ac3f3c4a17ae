"""A photo step as the operator meets it: before, after, and when the camera gives nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import cv2
import numpy as np

from app.domain.instructions import PhotoStep
from app.domain.refusal import Refusal
from app.ports.devices import Photo
from app.services.station_state import PhotoView, StationState
from tests.screens import scenes

STEP = PhotoStep(
    id="plate",
    title={"en": "Photograph the type plate"},
    short={"en": "Type plate"},
    text={"en": "All four corners of the plate in the picture"},
    camera="C-1",
)
_TAKEN_AT = datetime(2026, 11, 20, 8, 42, tzinfo=UTC)


def before() -> StationState:
    """The operator has not taken it yet; the drawing shows where to aim."""
    return _at(PhotoView("C-1"))


def taken() -> StationState:
    return _at(PhotoView("C-1", photo=Photo(_plate(), 1280, 720, _TAKEN_AT)))


def covered() -> StationState:
    return _at(PhotoView("C-1", problem=Refusal("camera.dark", {"device": "C-1"})))


def _at(view: PhotoView) -> StationState:
    state = scenes.signed_in("label")
    run = state.run
    assert run is not None
    index = run.index
    assert index is not None
    step = replace(run.steps[index], step=_with_picture(run.steps[index].step.picture))
    steps = (*run.steps[:index], step, *run.steps[index + 1 :])
    return replace(state, run=replace(run, steps=steps), photo=view)


def _with_picture(picture: str | None) -> PhotoStep:
    return PhotoStep(
        id=STEP.id,
        title=STEP.title,
        short=STEP.short,
        text=STEP.text,
        camera=STEP.camera,
        picture=picture,
    )


def _plate() -> bytes:
    """A plate on a housing, as a camera might see it."""
    light = np.tile(np.linspace(60, 120, 1280), (720, 1)).astype(np.uint8)
    frame = cv2.merge([light, light, light])
    corners = np.array([[330, 190], [960, 170], [975, 540], [320, 555]], np.int32)
    cv2.fillPoly(frame, [corners], (196, 200, 198))
    cv2.polylines(frame, [corners], isClosed=True, color=(40, 40, 40), thickness=6)
    for row, text in enumerate(("GX-200 B", "SN 0418-77231", "MADE 2026-11")):
        place = (380, 300 + 90 * row)
        cv2.putText(frame, text, place, cv2.FONT_HERSHEY_SIMPLEX, 1.8, (35, 35, 35), 5)
    return cv2.imencode(".jpg", cv2.GaussianBlur(frame, (5, 5), 0))[1].tobytes()
