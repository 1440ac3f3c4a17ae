"""Calling help, naming stops and handing over, as the screen's presenter does them."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from app.services.calls import AnswerCall, ArriveByBadge, CloseCall, OpenCall
from app.services.handover import (
    AcceptHandover,
    AddNote,
    CloseHandover,
    GiveHandover,
    PrepareHandover,
    PrintHandover,
    PutOffHandover,
)
from app.services.line_state import LineState
from app.services.station_state import StationState
from app.services.stops import NameStops, PutOffStops
from tests.screens import line_scenes, scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.andon_face import AndonBody
from ui.presenters.handover_face import HandoverBody
from ui.theme.tokens import ShownState


def acts(scene: Scene) -> list[object]:
    return [call[1] for call in scene.intents.calls if call[0] == "do"]


def andon(scene: Scene) -> AndonBody:
    body = scene.screen.body
    assert isinstance(body, AndonBody)
    return body


def sheet(scene: Scene) -> HandoverBody:
    body = scene.screen.body
    assert isinstance(body, HandoverBody)
    return body


# -- help ----------------------------------------------------------------------------------


def test_a_call_that_is_not_recorded_shows_no_time() -> None:
    scene = Scene(scenes.torque())
    scene.tap("help")
    scene.tap("call_kind:maintenance")
    assert (scene.screen.face, andon(scene).timer) == ("call.sent", "")
    scene.show(line_scenes.called())
    assert (scene.screen.face, andon(scene).timer) == ("call.open", "02:10")


def test_who_is_called_already_is_not_called_again() -> None:
    scene = Scene(line_scenes.called())
    for name in ("help", "call_new", "call_kind:maintenance"):
        scene.tap(name)
    assert acts(scene) == []
    assert scene.screen.face == "call.open"


def test_two_taps_call_help_and_a_third_one_says_that_the_station_waits() -> None:
    scene = Scene(scenes.torque())
    for name in ("help", "call_stopped:yes", "call_kind:quality"):
        scene.tap(name)
    assert acts(scene) == [OpenCall("quality", is_stopped=True)]


def test_what_a_call_is_about_is_filled_in() -> None:
    scene = Scene(scenes.torque())
    scene.tap("help")
    assert "bolt 3, tool T-07" in say(andon(scene).line)


def test_answers_are_recorded_by_a_tap_or_by_the_badge_of_who_came() -> None:
    scene = Scene(line_scenes.called())
    scene.tap("help")
    scene.tap("call_stage:on_the_way")
    scene.tap("call_badge")
    assert acts(scene) == [AnswerCall("maintenance", "on_the_way"), ArriveByBadge("maintenance")]


def test_we_run_again_closes_the_call() -> None:
    scene = Scene(line_scenes.called())
    scene.tap("help")
    scene.tap("primary")
    assert acts(scene) == [CloseCall("maintenance", "solved")]
    assert scene.screen.face == "step.torque"


def test_a_call_says_whom_it_goes_to_next() -> None:
    scene = Scene(line_scenes.called())
    scene.tap("help")
    assert say(andon(scene).after_timer) == "Team lead in 00:50"


def test_a_call_is_on_every_face_and_calm_once_somebody_has_seen_it() -> None:
    scene = Scene(line_scenes.called())
    chip = scene.screen.header.call
    assert chip is not None
    assert chip.state is ShownState.CALLING
    seen = line_scenes.calling(scenes.torque(), line_scenes.call(seen_s=35))
    scene.show(seen)
    chip = scene.screen.header.call
    assert chip is not None
    assert chip.state is ShownState.IN_PROGRESS


def test_a_call_sounds_every_ten_seconds_until_it_is_seen() -> None:
    scene = Scene(line_scenes.called())
    for _ in range(30):
        scene.seconds.now_s += 1
        scene.presenter.tick()
    assert scene.cues.count("call") == 3
    scene.show(line_scenes.calling(scenes.torque(), line_scenes.call(seen_s=35)))
    for _ in range(30):
        scene.seconds.now_s += 1
        scene.presenter.tick()
    assert scene.cues.count("call") == 3


# -- stops ---------------------------------------------------------------------------------


@pytest.mark.parametrize("state", [scenes.torque(), scenes.done(), scenes.held()])
def test_a_stop_is_never_asked_over_a_unit(state: StationState) -> None:
    asking = replace(state, line=line_scenes.to_name().line)
    assert Scene(asking).screen.face != "stop"


def test_a_stop_is_named_with_one_tap() -> None:
    scene = Scene(line_scenes.to_name())
    scene.tap("stop_reason:waiting")
    assert acts(scene) == [NameStops(("s",), "waiting")]
    scene.show(scenes.signed_in())
    assert scene.screen.face == "card"


def test_not_knowing_is_an_answer_and_so_is_not_now() -> None:
    scene = Scene(line_scenes.to_name_short())
    scene.tap("stop_reason:unknown")
    scene.tap("stop_later")
    assert acts(scene) == [NameStops(("s3", "s2", "s1"), "unknown"), PutOffStops()]


def test_a_scan_is_taken_while_a_stop_is_asked() -> None:
    scene = Scene(line_scenes.to_name())
    scene.presenter.code_scanned("SN 1")
    assert ("code_scanned", "SN 1", "wedge") in scene.intents.calls


# -- handover ------------------------------------------------------------------------------


def test_the_shift_is_not_handed_over_before_safety_was_spoken_of() -> None:
    scene = Scene(line_scenes.sheet())
    assert not scene.presenter.tapped("primary")
    scene.tap("handover_safe")
    scene.tap("primary")
    assert acts(scene) == [GiveHandover("person", None)]


def test_alone_it_goes_to_the_station_with_what_is_not_safe() -> None:
    scene = Scene(line_scenes.sheet())
    scene.tap("handover_unsafe")
    for letter in "oil":
        scene.tap(f"key:{letter}")
    scene.tap("primary")
    assert sheet(scene).notes[0].text.lower() == "oil"
    scene.tap("handover_alone")
    (act,) = acts(scene)
    assert isinstance(act, GiveHandover)
    assert (act.to, (act.safety or "").lower()) == ("station", "oil")


def test_a_note_is_recorded_at_once() -> None:
    scene = Scene(line_scenes.sheet())
    scene.tap("handover_note")
    for letter in "bit":
        scene.tap(f"key:{letter}")
    scene.tap("primary")
    (act,) = acts(scene)
    assert isinstance(act, AddNote)
    assert scene.screen.face == "handover"


def test_the_queue_leads_to_the_handover_and_back() -> None:
    scene = Scene(scenes.signed_in())
    scene.tap("handover")
    assert acts(scene) == [PrepareHandover()]
    scene.show(line_scenes.sheet())
    scene.show(line_scenes.sheet())
    scene.tap("handover_close")
    assert acts(scene)[-1] == CloseHandover()


def test_every_exception_has_to_be_ticked() -> None:
    scene = Scene(line_scenes.waiting_few())
    for name in ("safety:", "call:c", "tool:T-07"):
        scene.tap(f"tick:{name}")
    assert not scene.presenter.tapped("primary")
    scene.tap("tick:held:1")
    scene.tap("primary")
    ticks = ("call:c", "held:1", "safety:", "tool:T-07")
    assert acts(scene) == [AcceptHandover("h", ticks)]


def test_a_tick_can_be_taken_back() -> None:
    scene = Scene(line_scenes.waiting_few())
    scene.tap("tick:call:c")
    scene.tap("tick:call:c")
    assert not any(line.is_ticked for line in sheet(scene).open)


def test_nobody_has_to_take_over_now() -> None:
    scene = Scene(line_scenes.waiting())
    scene.tap("handover_later")
    assert acts(scene) == [PutOffHandover()]
    scene.show(line_scenes.put_off())
    assert scene.screen.face == "queue"


def test_who_gave_it_to_the_station_is_not_asked_to_take_it() -> None:
    state = line_scenes.waiting_here()
    waiting = state.line.waiting
    assert waiting is not None
    to_station = replace(waiting, given=msgspec.structs.replace(waiting.given, to="station"))
    scene = Scene(replace(state, line=LineState(waiting=to_station)))
    assert scene.screen.face == "queue"


def test_the_paper_has_all_of_it_in_words() -> None:
    scene = Scene(line_scenes.sheet())
    scene.presenter._say = say
    scene.tap("handover_print")
    (act,) = acts(scene)
    assert isinstance(act, PrintHandover)
    text = "\n".join(line.text for line in act.lines)
    for words in ("312 OK", "Material missing: 27 min", "PO-100491 cannot run", "Feeder 2 jams"):
        assert words in text
