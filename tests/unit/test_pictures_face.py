"""The pictures of a step over the whole work area."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from app.services.pictures import load_pictures, pictures_of
from app.services.station_state import StationState
from tests.helpers.gearbox import unit
from tests.screens import scenes, step_scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.pictures_face import PicturesBody
from ui.presenters.view_states import StepBody


def body(scene: Scene) -> PicturesBody:
    assert isinstance(scene.screen.body, PicturesBody)
    return scene.screen.body


def with_place(**changes: object) -> StationState:
    """The inspect step, its second place changed."""
    state = scenes.inspect()
    assert state.run is not None
    index = state.run.index or 0
    run = state.run.steps[index]
    first, second, third = run.step.positions
    places = (first, msgspec.structs.replace(second, **changes), third)
    step = msgspec.structs.replace(run.step, positions=places)
    steps = (*state.run.steps[:index], replace(run, step=step), *state.run.steps[index + 1 :])
    return replace(state, run=replace(state.run, steps=steps))


def test_a_picture_that_is_not_here_says_so_on_the_face_and_on_its_page() -> None:
    scene = Scene(step_scenes.without_pictures())
    assert isinstance(scene.screen.body, StepBody)
    assert say(scene.screen.body.picture.note).startswith("This picture has not come down")
    scene.tap("picture")
    assert say(body(scene).picture.note).startswith("This picture has not come down")


def test_a_step_without_a_picture_opens_nothing() -> None:
    scene = Scene(scenes.signed_in("backlash"))
    step = scenes.unit_at("backlash").current
    assert step is not None
    bare = msgspec.structs.replace(step.step, picture=None)
    state = scenes.signed_in("backlash")
    assert state.run is not None
    index = state.run.index or 0
    steps = list(state.run.steps)
    steps[index] = replace(step, step=bare)
    scene.show(replace(state, version=2, run=replace(state.run, steps=tuple(steps))))
    assert not scene.tap("picture") or scene.screen.face == "step.measure"


def test_the_page_offers_every_picture_and_shows_the_larger_form() -> None:
    scene = Scene(scenes.signed_in("scan-bearing"))
    scene.tap("picture", "show:1")
    shown = body(scene)
    assert [say(c.words) for c in shown.choices] == ["Scan bearing", "Bearing seat"]
    step = scenes.unit_at("scan-bearing").current
    assert step is not None
    assert shown.picture.key == step.step.more[0].large


def test_without_the_larger_form_the_small_one_is_shown() -> None:
    state = scenes.signed_in("scan-bearing")
    assert state.run is not None
    assert state.run.current is not None
    (more,) = state.run.current.step.more
    few = {name: c for name, c in state.pictures.items() if name != more.large}
    scene = Scene(replace(state, pictures=few))
    scene.tap("picture", "show:1")
    assert body(scene).picture.key == more.blob


def test_a_place_says_its_words_on_the_picture_it_is_on() -> None:
    scene = Scene(scenes.inspect())
    scene.tap("spot:seal-2")
    shown = body(scene)
    assert (shown.title, shown.detail) == ("Right", "No scratch across the lip.")
    assert [m.is_current for m in shown.picture.markers] == [False, True, False]
    scene.tap("spot:seal-3")
    assert body(scene).title == "Left"
    scene.tap("show:0")
    assert say(body(scene).title) == "Inspect seal"


def test_a_place_with_a_picture_of_its_own_shows_that() -> None:
    state = with_place(zoom="z" * 64)
    scene = Scene(replace(state, pictures=state.pictures | {"z" * 64: b"<svg/>"}))
    scene.tap("spot:seal-2")
    assert body(scene).picture.key == "z" * 64
    assert body(scene).picture.markers == ()


def test_only_a_place_with_more_to_say_is_a_button() -> None:
    scene = Scene(with_place(detail={}))
    assert isinstance(scene.screen.body, StepBody)
    buttons = [m.button for m in scene.screen.body.picture.markers]
    assert buttons == ["spot:seal-1", "", "spot:seal-3"]


def test_a_scan_leads_back_to_the_step() -> None:
    state = scenes.signed_in("scan-bearing")
    scene = Scene(state)
    scene.tap("picture")
    scene.show(replace(state, version=2, scans=1))
    assert scene.screen.face == "step.scan"


class Shelf:
    """Blobs that are here, and which of them were asked for."""

    def __init__(self, **blobs: bytes) -> None:
        self.blobs, self.asked = blobs, list[str]()

    async def put(self, content: bytes) -> str:
        raise NotImplementedError

    async def get(self, sha256: str) -> bytes | None:
        self.asked.append(sha256)
        return self.blobs.get(sha256)


async def test_large_pictures_are_loaded_for_the_step_in_work_and_the_next_one() -> None:
    run = unit()
    steps = tuple(
        replace(
            s,
            step=msgspec.structs.replace(
                s.step, picture=f"p{i}", picture_large=f"l{i}", positions=()
            ),
        )
        for i, s in enumerate(run.steps)
    )
    run = replace(run, steps=steps)
    shelf = Shelf(**{f"{kind}{i}": b"x" for kind in "pl" for i in range(len(steps))})
    loaded = await load_pictures(run, {}, shelf)
    assert {name for name in loaded if name.startswith("l")} == {"l1", "l2"}
    assert {name for name in loaded if name.startswith("p")} == {f"p{i}" for i in range(8)}
    shelf.asked.clear()
    assert await load_pictures(run, loaded, shelf) == loaded
    assert shelf.asked == []


def test_all_that_a_step_shows_is_on_the_list() -> None:
    step = scenes.unit_at("scan-bearing").current
    assert step is not None
    assert set(pictures_of(step.step)) <= set(scenes.published().blobs)
    assert len(pictures_of(step.step)) == 3
