"""A step that asks for a photo: taken, looked at, taken again, kept once it is used."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import structs

from app.domain.errors import (
    CameraBusy,
    DeviceFault,
    DeviceOffline,
    DeviceRefused,
    DeviceTimeout,
    PictureDark,
)
from app.domain.events import PhotoTaken, StepCompleted, UnitCompleted
from app.domain.instructions import ConfirmStep, PhotoStep, ScanStep
from app.domain.refusal import Refusal
from app.domain.rules import Confirm, UsePhoto
from app.domain.unit_run import begin, replay
from app.ports.devices import DeviceStatus, LinkState, Photo
from app.runtime.blob_files import BlobFiles
from app.services.station_state import PhotoView, StationState
from tests.helpers.gearbox import INSTRUCTION, accepted, refused
from tests.helpers.pictures import drawn, jpeg
from tests.helpers.station_rig import BADGE, Rig, station_at
from tests.screens import scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import WORDS, say
from ui.presenters.view_states import InstructSide, StepBody

SERIAL = "0418-77231"
STEP = PhotoStep(id="photo", title={"en": "Photo"}, text={"en": "The type plate"}, camera="C-1")
WORK = structs.replace(
    INSTRUCTION,
    steps=(
        ScanStep(id="unit", title={"en": "Scan unit"}, component="unit"),
        STEP,
        ConfirmStep(id="label", title={"en": "Label"}, statement={"en": "It is labelled"}),
    ),
)
TAKEN_AT = datetime(2026, 11, 20, 9, 31, tzinfo=UTC)
USE = UsePhoto("b" * 64, 64, 48, TAKEN_AT)
FAULTS = [
    (DeviceOffline("C-1", "the camera is not plugged in"), "camera.unplugged"),
    (CameraBusy("C-1", "another program has the camera"), "camera.busy"),
    (PictureDark("C-1", "the picture is black"), "camera.dark"),
    (DeviceTimeout("C-1", "no picture within 10 s"), "camera.timeout"),
    (DeviceRefused("C-1", "it is no JPEG picture"), "camera.refused"),
]


class FakeCamera:
    """Gives another picture each time, or the fault it was told."""

    def __init__(self) -> None:
        self.status = DeviceStatus("C-1", LinkState.READY)
        self.fault: DeviceFault | None = None
        self.may_go = asyncio.Event()
        self.may_go.set()
        self.pictures: list[bytes] = []

    async def run(self) -> None:
        await asyncio.Event().wait()

    async def photo(self) -> Photo:
        await self.may_go.wait()
        if self.fault is not None:
            raise self.fault
        self.pictures.append(jpeg(drawn(len(self.pictures))))
        return Photo(self.pictures[-1], 64, 48, TAKEN_AT)


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[tuple[Rig, FakeCamera]]:
    async with station_at(tmp_path, instruction=WORK) as rig:
        camera = FakeCamera()
        rig.station._photos.use({"C-1": camera})
        await rig.scan(BADGE, f"SN {SERIAL}")
        assert rig.step == "photo"
        yield rig, camera


def test_a_photo_step_is_done_by_a_photo_and_by_nothing_else() -> None:
    run = replay(
        begin(serial=SERIAL, order="PO", variant="A", instruction=WORK, revision="r"),
        [StepCompleted(step="unit")],
    )
    assert refused(run, Confirm()).code == "photo.none"
    taken, done = accepted(run, USE)
    assert isinstance(taken, PhotoTaken)
    assert (taken.camera, taken.blob, taken.taken_at) == ("C-1", USE.blob, TAKEN_AT)
    assert done == StepCompleted(step="photo")
    assert refused(replay(run, (taken, done)), USE).code == "photo.not_asked"


async def test_a_camera_that_is_not_set_up_is_said(pair: tuple[Rig, FakeCamera]) -> None:
    rig, _ = pair
    rig.station._photos.use({})
    await rig.station.photo_pressed()
    assert _problem(rig) == "camera.not_configured"


@pytest.mark.parametrize(("fault", "code"), FAULTS)
async def test_each_failure_of_the_camera_is_said_and_can_be_tried_again(
    pair: tuple[Rig, FakeCamera], fault: DeviceFault, code: str
) -> None:
    rig, camera = pair
    camera.fault = fault
    await rig.station.photo_pressed()
    assert _problem(rig) == code
    camera.fault = None
    await rig.station.photo_pressed()
    assert _problem(rig) is None
    await rig.station.primary_pressed()
    assert rig.step == "label"


async def test_a_photo_taken_again_leaves_only_the_one_that_is_used(
    pair: tuple[Rig, FakeCamera], tmp_path: Path
) -> None:
    rig, camera = pair
    await rig.station.photo_pressed()
    await rig.station.photo_pressed()
    await rig.station.primary_pressed()
    (taken,) = [b for b in await rig.bodies(SERIAL) if isinstance(b, PhotoTaken)]
    assert await BlobFiles(tmp_path / "blobs").get(taken.blob) == camera.pictures[1]
    kept = [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]
    assert len(kept) == 1
    assert rig.state.photo is None
    await rig.station.primary_pressed()
    (end,) = [b for b in await rig.bodies(SERIAL) if isinstance(b, UnitCompleted)]
    assert end.evidence == "provable"


async def test_the_photo_is_named_to_sync_as_curves_are(pair: tuple[Rig, FakeCamera]) -> None:
    rig, _ = pair
    await rig.station.photo_pressed()
    await rig.station.primary_pressed()
    (taken,) = [b for b in await rig.bodies(SERIAL) if isinstance(b, PhotoTaken)]
    named = await rig.journal._journal.read(
        lambda db: db.execute("SELECT sha256 FROM blob_ref").fetchall()
    )
    assert named == [(taken.blob,)]


async def test_a_printed_confirmation_uses_the_photo_on_the_screen(
    pair: tuple[Rig, FakeCamera],
) -> None:
    rig, _ = pair
    await rig.scan("CMD:CONFIRM")
    assert rig.state.refusal is not None
    assert rig.state.refusal.refusal.code == "photo.none"
    await rig.station.refusal_closed()
    await rig.station.photo_pressed()
    await rig.scan("CMD:CONFIRM")
    assert rig.step == "label"


async def test_a_photo_that_comes_after_the_step_was_left_is_dropped(
    pair: tuple[Rig, FakeCamera],
) -> None:
    rig, camera = pair
    camera.may_go.clear()
    taking = asyncio.create_task(rig.station.photo_pressed())
    await rig.until(lambda state: state.photo is not None and state.photo.is_taking)
    await rig.station.unit_left()
    camera.may_go.set()
    await taking
    assert rig.state.photo is None


async def test_a_second_tap_while_the_camera_works_takes_no_second_photo(
    pair: tuple[Rig, FakeCamera],
) -> None:
    rig, camera = pair
    camera.may_go.clear()
    taking = asyncio.create_task(rig.station.photo_pressed())
    await rig.until(lambda state: state.photo is not None and state.photo.is_taking)
    await rig.station.photo_pressed()
    camera.may_go.set()
    await taking
    assert len(camera.pictures) == 1


@pytest.mark.allow_warnings
async def test_a_full_disk_keeps_the_photo_on_the_screen(pair: tuple[Rig, FakeCamera]) -> None:
    rig, _ = pair
    await rig.station.photo_pressed()
    rig.journal.is_broken = True
    await rig.station.primary_pressed()
    assert rig.state.storage_problem is not None
    assert rig.step == "photo"
    assert rig.state.photo is not None
    rig.journal.is_broken = False
    await rig.station.primary_pressed()
    assert rig.step == "label"


def _problem(rig: Rig) -> str | None:
    shown = rig.state.photo
    return None if shown is None or shown.problem is None else shown.problem.code


# -- the screen ------------------------------------------------------------------------------


def at_photo(view: PhotoView | None) -> StationState:
    state = scenes.signed_in("label")
    assert state.run is not None
    steps = (replace(state.run.steps[0], is_completed=False, step=STEP),)
    return replace(state, run=replace(state.run, steps=steps), photo=view)


def test_the_screen_asks_for_the_photo_then_shows_it_with_both_ways_on() -> None:
    scene = Scene(at_photo(PhotoView("C-1")))
    assert (scene.screen.face, scene.primary) == ("step.photo", ("primary", "Take photo"))
    assert scene.tap("primary")
    scene.show(at_photo(PhotoView("C-1", is_taking=True)))
    assert scene.primary == ("waiting", "Taking the photo")
    assert not scene.tap("primary")
    photo = Photo(jpeg(drawn(1)), 64, 48, TAKEN_AT)
    scene.show(at_photo(PhotoView("C-1", photo=photo)))
    assert scene.primary == ("primary", "Use this photo")
    assert isinstance(scene.screen.body, StepBody)
    assert scene.screen.body.picture.content == photo.jpeg
    assert scene.tap("photo")
    assert scene.tap("primary")
    pressed = ["photo_pressed", "photo_pressed", "primary_pressed"]
    assert [call[0] for call in scene.intents.calls] == pressed


@pytest.mark.parametrize("code", [*(code for _, code in FAULTS), "camera.not_configured"])
def test_what_is_wrong_with_the_camera_is_said_in_the_step(code: str) -> None:
    problem = Refusal(code, {"device": "C-1", "words": "it hangs"})
    scene = Scene(at_photo(PhotoView("C-1", problem=problem)))
    assert f"{code}/headline" in WORDS
    assert f"{code}/why" in WORDS
    assert isinstance(scene.screen.body, StepBody)
    side = scene.screen.body.side
    assert isinstance(side, InstructSide)
    assert side.trouble is not None
    assert "–" not in say(side.trouble.headline)
    assert scene.primary == ("primary", "Try again")


def test_a_camera_that_went_away_is_said_before_it_is_needed() -> None:
    away = DeviceStatus("C-1", LinkState.DISCONNECTED, "the camera is not plugged in")
    scene = Scene(replace(at_photo(PhotoView("C-1")), devices=(away,)))
    assert isinstance(scene.screen.body, StepBody)
    side = scene.screen.body.side
    assert isinstance(side, InstructSide)
    assert side.trouble is not None
    assert say(side.trouble.headline) == "C-1 is not plugged in."
