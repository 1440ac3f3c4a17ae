"""What is heard of calls and messages from elsewhere, and when it waits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.refusal import Refusal
from app.services.line_state import LineState
from app.services.station_state import ShownRefusal
from tests.screens import andon_scenes, line_scenes, scenes
from tests.unit.test_ui_presenter import Scene

if TYPE_CHECKING:
    from app.services.station_state import StationState


def seconds(scene: Scene, count: int) -> list[str]:
    """The cues of so many seconds."""
    before = len(scene.cues)
    for _ in range(count):
        scene.seconds.now_s += 1
        scene.presenter.tick()
    return scene.cues[before:]


def unseen() -> StationState:
    """ST-050 calls maintenance, and nobody has seen it; a lead is signed in here."""
    state = andon_scenes.elsewhere()
    call = replace(state.line.elsewhere[0], answers=())
    return replace(state, line=LineState(elsewhere=(call,)))


def test_a_call_from_elsewhere_is_not_heard_by_who_does_not_answer_it() -> None:
    operator = replace(scenes.signed_in(), line=unseen().line)
    assert seconds(Scene(operator), 30) == []
    assert seconds(Scene(replace(unseen(), person=None)), 30) == []


def test_a_call_from_elsewhere_sounds_every_ten_seconds_until_it_is_seen() -> None:
    scene = Scene(unseen())
    assert seconds(scene, 30) == ["call"] * 3
    scene.show(andon_scenes.there())
    assert seconds(scene, 30) == []


def test_a_message_that_comes_in_sounds_once() -> None:
    scene = Scene(scenes.torque())
    scene.show(andon_scenes.at_work())
    assert seconds(scene, 30) == ["attention"]


def test_a_message_that_was_there_at_the_start_or_for_nobody_is_quiet() -> None:
    assert seconds(Scene(andon_scenes.at_work()), 5) == []
    nobody = replace(scenes.signed_in(), person=None)
    scene = Scene(nobody).show(replace(nobody, line=andon_scenes.to_read().line))
    assert seconds(scene, 5) == []


def test_a_message_that_was_read_meanwhile_is_not_heard() -> None:
    scene = Scene(scenes.torque())
    scene.show(andon_scenes.at_work())
    scene.show(scenes.torque())
    assert seconds(scene, 5) == []


def test_neither_sounds_over_a_device_that_speaks_for_itself() -> None:
    """The scanner beeps each half second: the tones wait for a second without it."""
    state = unseen()
    line = replace(state.line, messages=andon_scenes.at_work().line.messages)
    scene = Scene(replace(state, line=replace(line, elsewhere=(), messages=())))
    for count in range(1, 6):
        scene.show(replace(state, line=line, scans=count))
        scene.seconds.now_s += 0.5
        scene.presenter.tick()
    assert scene.cues == []
    assert seconds(scene, 3) == ["call", "attention"]


def test_a_cue_of_the_station_comes_first() -> None:
    state = line_scenes.called()
    scene = Scene(state)
    wrong = ShownRefusal(Refusal("part.held"), 1)
    scene.show(replace(state, refusal=wrong))
    scene.presenter.tick()
    assert scene.cues == ["nok"]
    assert seconds(scene, 2) == ["call"]
