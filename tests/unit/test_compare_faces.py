"""A photo beside the reference: on the photo step, and where a person inspects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.services.problem_states import SnapView
from app.services.snapshots import TakeSnapshot
from tests.helpers.station_rig import BADGE, station_at
from tests.screens import compare_scenes, photo_scenes, problem_scenes, scenes
from tests.unit.test_problem_desk import FakeCamera
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.view_states import PictureView, StepBody

if TYPE_CHECKING:
    from pathlib import Path


def pictures(scene: Scene) -> tuple[PictureView, ...]:
    body = scene.screen.body
    assert isinstance(body, StepBody)
    return body.pictures


def buttons(scene: Scene) -> list[str]:
    return [action.name for action in scene.screen.actions.left]


def test_without_a_camera_there_is_nothing_to_compare() -> None:
    scene = Scene(scenes.inspect())
    assert "compare" not in buttons(scene)
    assert len(pictures(scene)) == 1


def test_a_camera_that_gives_nothing_says_so_beside_the_reference() -> None:
    reference, taken = pictures(Scene(compare_scenes.camera_away()))
    assert reference.markers
    assert say(taken.note) == "C-1 is not plugged in."


def test_a_photo_of_another_step_or_unit_is_not_compared() -> None:
    snap = compare_scenes.compared().defects.snap
    assert snap is not None
    for of in (None, (scenes.SERIAL, "label"), ("0418-77999", "seal")):
        assert len(pictures(Scene(compare_scenes.with_camera(replace(snap, of=of))))) == 1


def test_the_inspection_shows_the_reference_and_the_photo_with_its_time() -> None:
    scene = Scene(compare_scenes.with_camera())
    scene.tap("compare")
    assert scene.intents.calls == [("do", TakeSnapshot())]
    scene.show(compare_scenes.with_camera(SnapView("C-1", is_taking=True, of=compare_scenes.OF)))
    assert say(pictures(scene)[1].note) == "Taking the photo"
    scene.show(compare_scenes.compared())
    captions = [say(view.caption) for view in pictures(scene)]
    assert captions == ["How it should be", "Photo of C-1, 08:42"]


def test_a_photo_step_shows_the_drawing_beside_the_photo_it_asks_about() -> None:
    assert len(pictures(Scene(photo_scenes.before()))) == 1
    reference, photo = pictures(Scene(photo_scenes.taken()))
    assert reference.key == scenes.published().instruction.steps_for("B")[-1].picture
    assert photo.content is not None
    assert photo.content.startswith(b"\xff\xd8")


def test_a_photo_step_without_a_drawing_shows_the_photo_alone() -> None:
    state = replace(photo_scenes.taken(), pictures={})
    (photo,) = pictures(Scene(state))
    assert photo.content is not None


def test_a_snapshot_of_a_defect_is_none_of_the_inspection() -> None:
    assert len(pictures(Scene(problem_scenes.snapped()))) == 1


async def test_a_photo_belongs_to_the_unit_and_the_step_it_was_asked_for_at(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        rig.station._problems.use({"C-1": FakeCamera()})
        await rig.station.do(TakeSnapshot())
        assert rig.state.defects.snap is not None
        assert rig.state.defects.snap.of is None
        await rig.to_step("seal")
        await rig.station.do(TakeSnapshot())
        await rig.until(lambda s: s.defects.snap is not None and not s.defects.snap.is_taking)
        assert rig.state.defects.snap.of == ("0418-77231", "seal")
