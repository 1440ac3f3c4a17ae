"""What the screen decides, without a QApplication.  Unhappy paths first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.domain.events import NokAcknowledged, PartFitted, PointInspected, StepCompleted
from app.domain.refusal import Refusal
from app.ports.devices import LinkState
from app.services.calls import OpenCall
from app.services.station_state import ReportedProblem, ShownRefusal, StationState
from tests.screens import evidence_scenes, scenes
from tests.screens.camera import HandClock, RecordedIntents
from ui.messages import say
from ui.presenters.phrases import phrase
from ui.presenters.station_presenter import StationPresenter
from ui.presenters.view_states import BandBody, NokBody, Screen, StepBody, ValueSide
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from collections.abc import Callable


class Scene:
    """A presenter whose clock, timers and intents the test holds."""

    def __init__(self, state: StationState | None = None) -> None:
        self.drawn: list[Screen] = []
        self.intents = RecordedIntents()
        self.seconds = HandClock()
        self.cues: list[str] = []
        self.timers: list[tuple[float, Callable[[], None]]] = []
        self.presenter = StationPresenter(
            self.drawn.append,
            intents=self.intents,
            now_us=lambda: scenes.NOW_US,
            now_s=self.seconds,
            later=lambda seconds, call: self.timers.append((seconds, call)),
            play=self.cues.append,
            zone=UTC,
        )
        if state is not None:
            self.show(state)

    def show(self, state: StationState) -> Scene:
        self.presenter.state_changed(state)
        return self

    def tap(self, *names: str) -> bool:
        """Unhurried taps: each after the guard."""
        taken = False
        for name in names:
            self.seconds.now_s += 1
            taken = self.presenter.tapped(name)
        return taken

    def fire(self) -> None:
        """Let the timers end."""
        timers, self.timers = self.timers, []
        for _, call in timers:
            call()

    @property
    def screen(self) -> Screen:
        return self.drawn[-1]

    @property
    def primary(self) -> tuple[str, str]:
        action = self.screen.actions.primary
        assert action is not None
        return action.kind, say(action.words)


def side_of(screen: Screen) -> ValueSide:
    assert isinstance(screen.body, StepBody | NokBody)
    assert isinstance(screen.body.side, ValueSide)
    return screen.body.side


def bearing(state: StationState) -> StationState:
    """``state`` after the bearing was fitted."""
    fitted = PartFitted(
        step="scan-bearing",
        component="bearing",
        part="SKF 6204",
        raw="x",
        means="wedge",
        lot="88213",
    )
    run = scenes.unit_at("scan-bearing", fitted, StepCompleted(step="scan-bearing"))
    return replace(state, run=run)


# -- what stops the work ---------------------------------------------------------------------


def test_a_full_disk_stops_everything_and_offers_another_try() -> None:
    scene = Scene(scenes.storage_fault())
    assert scene.screen.face == "storage_fault"
    assert not scene.tap("problem")
    assert scene.tap("primary")
    assert scene.intents.calls == [("retry_pressed",)]


def test_a_held_lot_says_what_why_and_what_to_take_instead() -> None:
    body = Scene(scenes.blocked()).screen.body
    assert isinstance(body, BandBody)
    assert say(body.headline) == "Stop. Do not fit this bearing 6204."
    assert say(body.why) == "Lot 88190 is on hold since 08:15."
    scanned, instead = body.blocks
    assert (say(scanned.mark), scanned.mark_state) == ("88190", ShownState.NOK)
    assert (say(instead.mark), instead.mark_state) == ("88213", ShownState.OK)
    assert say(instead.lines[0]) == "Location B3, 140 pieces, expires 2027-03-31"
    assert say(body.todo[1]) == "Take the bearing 6204 from B3."


def test_a_refused_scan_waits_for_another_and_cannot_be_pressed_away() -> None:
    scene = Scene(scenes.blocked())
    assert scene.primary == ("waiting", "Scan another lot")
    assert not scene.tap("primary")
    assert scene.tap("close")
    assert scene.intents.calls == [("refusal_closed",)]


def test_the_third_wrong_scan_in_a_row_offers_a_problem() -> None:
    scene = Scene(scenes.blocked_wrong())
    assert scene.primary == ("primary", "Report a problem")
    scene.tap("primary")
    assert scene.screen.face == "problem"


def test_an_unknown_refusal_is_shown_with_its_code() -> None:
    refusal = ShownRefusal(Refusal("brand.new"), scenes.NOW_US)
    scene = Scene(replace(scenes.signed_in("scan-bearing"), refusal=refusal))
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert say(body.headline) == "This did not work."
    assert "brand.new" in say(body.why)
    assert scene.primary == ("primary", "Back to the step")


def test_a_failed_bolt_blocks_until_it_is_acknowledged() -> None:
    scene = Scene(scenes.nok())
    assert scene.screen.face == "nok"
    body = scene.screen.body
    assert isinstance(body, NokBody)
    assert say(body.headline) == "Not OK. Bolt 3: too low."
    side = side_of(scene.screen)
    assert side.verdict is not None
    assert say(side.verdict.words) == "NOK – too low"
    assert scene.primary == ("primary", "Redo bolt 3")
    scene.tap("primary")
    assert scene.intents.calls == [("nok_acknowledged",)]


def test_after_acknowledging_the_step_waits_for_the_same_bolt() -> None:
    failed = scenes.tightening(3, "16.94", "112", reasons=("torque_low",))
    seen = NokAcknowledged(step="tighten-b", position="3")
    state = scenes.signed_in("tighten-b", *scenes.GOOD, failed, seen)
    scene = Scene(replace(state, tool=scenes.ARMED))
    assert scene.screen.face == "step.torque"
    assert scene.primary == ("waiting", "Waiting for bolt 3")


def test_a_held_unit_is_explained_first_and_can_be_left_at_once() -> None:
    scene = Scene(scenes.held())
    assert scene.screen.face == "held"
    scene.tap("leave")
    assert scene.intents.calls == [("unit_left",)]
    scene.tap("primary")
    assert scene.screen.face == "card"


def test_a_finished_unit_without_proof_is_never_shown_as_good() -> None:
    body = Scene(scenes.done_with_gaps()).screen.body
    assert isinstance(body, BandBody)
    assert body.tone is ShownState.ATTENTION
    assert say(body.blocks[0].mark) == "Not provable"
    assert "Typed, not measured: Backlash" in [say(line) for line in body.blocks[1].lines]


def test_losing_the_link_of_an_armed_tool_is_a_danger_and_its_value_is_old() -> None:
    state = replace(scenes.torque(), devices=scenes.devices(T07=LinkState.DISCONNECTED))
    side = side_of(Scene(state).screen)
    assert side.trouble is not None
    assert side.trouble.is_danger
    assert side.is_stale
    assert say(side.chip.words) == "Tool lost"


def test_a_refusing_controller_is_quoted_and_can_be_tried_again() -> None:
    scene = Scene(scenes.torque_refused())
    trouble = side_of(scene.screen).trouble
    assert trouble is not None
    assert not trouble.is_danger
    assert "program 12 does not exist" in say(trouble.line)
    scene.tap("primary")
    assert scene.intents.calls == [("retry_pressed",)]


def test_no_result_for_seconds_is_said_and_not_silence() -> None:
    side = side_of(Scene(scenes.torque_first()).screen)
    assert say(side.meta) == "No result yet · armed for 9 s"
    assert side.value == "–"


def test_a_curve_of_another_result_is_never_drawn_beside_this_one() -> None:
    state = replace(scenes.torque(), curve=scenes.curve_of(scenes.GOOD[0]))
    side = side_of(Scene(state).screen)
    assert side.plot is None
    assert side.gauge is not None


def test_offline_says_how_much_is_kept_and_for_how_long() -> None:
    header = Scene(scenes.offline(scenes.signed_in())).screen.header
    assert say(header.sync.words) == "Offline · 14 kept safe, oldest 4 min"
    assert header.sync.state is ShownState.ATTENTION


def test_an_unknown_badge_says_whom_to_ask() -> None:
    body = Scene(scenes.sign_in_refused()).screen.body
    refusal = getattr(body, "refusal", None)
    assert refusal is not None
    assert say(refusal.headline) == "This badge is not known here."
    assert "Lead 12" in say(refusal.line)


# -- fast fingers ----------------------------------------------------------------------------


def test_a_tap_in_the_first_quarter_second_of_a_screen_is_ignored() -> None:
    scene = Scene(scenes.nok())
    scene.seconds.now_s += 0.2
    assert not scene.presenter.tapped("primary")
    scene.seconds.now_s += 0.1
    assert scene.presenter.tapped("primary")
    assert scene.intents.calls == [("nok_acknowledged",)]


def test_a_new_value_on_the_same_screen_does_not_start_the_guard_anew() -> None:
    scene = Scene(scenes.torque_first())
    scene.seconds.now_s += 1
    scene.show(scenes.torque())
    assert scene.presenter.tapped("problem")


def test_a_finished_step_stays_for_a_moment_and_takes_no_tap() -> None:
    scene = Scene(scenes.signed_in("scan-bearing"))
    scene.show(bearing(scenes.signed_in()))
    assert scene.screen.face == "step.scan"
    assert scene.primary == ("waiting", "OK")
    assert scene.timers[0][0] == 0.4
    assert not scene.tap("problem")
    scene.fire()
    assert scene.screen.rail[4].is_current


def test_a_refusal_ends_the_pause_at_once() -> None:
    scene = Scene(scenes.signed_in("scan-bearing"))
    after = bearing(scenes.signed_in())
    scene.show(after)
    refusal = ShownRefusal(Refusal("scan.unknown", {"scanned": "x"}), scenes.NOW_US)
    scene.show(replace(after, refusal=refusal))
    assert scene.screen.face == "blocked"
    scene.fire()
    assert scene.screen.face == "blocked"


def test_a_human_claim_never_advances_with_a_pause() -> None:
    scene = Scene(scenes.signed_in("check-variant-b"))
    scene.show(scenes.signed_in("scan-housing"))
    assert scene.timers == []
    assert scene.screen.face == "step.scan"


def test_signing_out_during_the_pause_shows_the_sign_in() -> None:
    scene = Scene(scenes.signed_in("scan-bearing"))
    after = bearing(scenes.signed_in())
    scene.show(after)
    scene.show(replace(after, person=None))
    assert scene.screen.face == "sign_in"


# -- typing ----------------------------------------------------------------------------------


def test_a_typed_value_far_outside_is_asked_for_twice() -> None:
    scene = Scene(scenes.signed_in("backlash"))
    scene.tap("type_value", "key:9", "primary")
    assert scene.intents.calls == []
    pad = side_of(scene.screen).pad
    assert pad is not None
    assert pad.typed == ""
    assert say(pad.note) == "Far outside the limits. Type it again."
    scene.tap("key:9", "primary")
    assert scene.intents.calls == [("value_typed", Decimal(9))]


def test_leading_zeros_and_second_points_are_not_typed() -> None:
    scene = Scene(scenes.signed_in("backlash"))
    scene.tap("type_value", "key:0", "key:0", "key:.", "key:.", "key:1", "key:1")
    pad = side_of(scene.screen).pad
    assert pad is not None
    assert pad.typed == "0.11"
    scene.tap("primary")
    assert scene.intents.calls == [("value_typed", Decimal("0.11"))]


def test_an_offline_gauge_opens_the_number_pad() -> None:
    state = replace(
        scenes.signed_in("backlash"), devices=scenes.devices(G12=LinkState.DISCONNECTED)
    )
    side = side_of(Scene(state).screen)
    assert side.pad is not None
    assert side.chip.state is ShownState.OFFLINE


def test_what_was_typed_is_forgotten_when_the_step_is_left() -> None:
    scene = Scene(scenes.signed_in("backlash"))
    scene.tap("type_value", "key:4")
    scene.show(scenes.inspect())
    scene.fire()
    scene.show(scenes.signed_in("backlash"))
    assert side_of(scene.screen).pad is None


def test_a_pin_is_sent_once_and_not_kept() -> None:
    scene = Scene(scenes.signed_out())
    scene.tap("person:417", "key:4", "key:1", "key:7")
    assert scene.primary == ("waiting", "Enter your PIN")
    scene.tap("key:0", "primary")
    assert scene.intents.calls == [("pin_entered", "417", "4170")]
    assert scene.primary == ("waiting", "Enter your PIN")


def test_whoever_is_not_on_the_list_types_number_and_pin() -> None:
    scene = Scene(replace(scenes.signed_out(), recent_people=()))
    scene.tap("number")
    assert scene.primary == ("waiting", "Enter your number")
    scene.tap("key:.", "key:4", "key:0", "key:2", "primary")
    assert scene.primary == ("waiting", "Enter your PIN")
    scene.tap("key:4", "key:0", "key:2", "key:0", "primary")
    assert scene.intents.calls == [("pin_entered", "402", "4020")]


def test_a_pin_has_digits_only_and_six_at_most() -> None:
    scene = Scene(scenes.signed_out())
    scene.tap("person:417", "key:.", "key:sign", *["key:1"] * 9)
    pad = getattr(scene.screen.body, "pad", None)
    assert pad is not None
    assert pad.typed == "111111"


# -- problem and redo ------------------------------------------------------------------------


_WET = ("key:W", "key:e", "key:t", "primary")


def test_a_problem_is_called_recorded_only_when_the_station_says_so() -> None:
    scene = Scene(scenes.signed_in())
    scene.tap("problem", "tile:defect", *_WET)
    assert scene.intents.calls[0] == ("problem_reported", "defect")
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert say(body.headline) == "Being recorded: Defect"
    scene.show(replace(scenes.signed_in(), reported=ReportedProblem("defect", scenes.NOW_US)))
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert say(body.headline) == "Recorded: Defect"


def test_an_older_report_does_not_count_for_a_new_one() -> None:
    old = ReportedProblem("defect", scenes.NOW_US - 1)
    scene = Scene(replace(scenes.signed_in(), reported=old))
    scene.tap("problem", "tile:defect", *_WET)
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert body.headline == phrase("problem/recording", what=phrase("problem/defect"))


def test_step_back_asks_why_and_keeps_what_was_recorded() -> None:
    scene = Scene(scenes.signed_in("scan-gear-set"))
    scene.tap("step_back")
    assert scene.screen.face == "redo"
    scene.tap("reason:part_damaged")
    assert scene.intents.calls == [("step_redone", "scan-bearing", "part_damaged")]


def test_there_is_nothing_to_step_back_to_before_the_first_evidence() -> None:
    scene = Scene(scenes.signed_in("check-variant-b"))
    assert "step_back" not in [a.name for a in scene.screen.actions.left]


def test_help_can_be_called_before_signing_in() -> None:
    scene = Scene(scenes.signed_out())
    scene.tap("help")
    scene.tap("call_kind:lead")
    assert scene.intents.calls == [("do", OpenCall("lead"))]
    assert scene.screen.face == "call.sent"
    scene.tap("back")
    assert scene.screen.face == "sign_in"


def test_a_refusal_closes_the_problem_page() -> None:
    scene = Scene(scenes.signed_in("scan-bearing"))
    scene.tap("problem")
    scene.show(scenes.blocked())
    assert scene.screen.face == "blocked"


def test_leaving_the_unit_closes_the_page() -> None:
    scene = Scene(scenes.torque())
    scene.tap("problem", "leave")
    assert scene.intents.calls == [("unit_left",)]
    assert scene.screen.face == "step.torque"


# -- inspection ------------------------------------------------------------------------------


def test_all_ok_is_offered_only_after_every_place_was_answered() -> None:
    scene = Scene(scenes.inspect())
    assert scene.primary == ("waiting", "2 still to look at")
    answered = (PointInspected(step="seal", position=f"seal-{i}", ok=True) for i in (1, 2, 3))
    scene.show(scenes.signed_in("seal", *answered))
    assert scene.primary == ("primary", "All OK")


def test_a_place_that_is_not_ok_keeps_the_step_closed() -> None:
    answers = (PointInspected(step="seal", position=f"seal-{i}", ok=i != 2) for i in (1, 2, 3))
    scene = Scene(scenes.signed_in("seal", *answers))
    assert scene.primary == ("primary", "Record the defect")
    scene.tap("point:seal-2:ok")
    assert scene.intents.calls == [("point_answered", "seal-2", True)]


# -- the rest --------------------------------------------------------------------------------


def test_the_header_counts_the_unit_in_work() -> None:
    fields = Scene(scenes.torque()).screen.header.fields
    assert say(fields[1].value) + say(fields[1].suffix) == "PO-100482 · 12 of 40"


def test_a_scan_goes_to_the_station_from_any_page() -> None:
    scene = Scene(scenes.torque())
    scene.tap("problem")
    scene.presenter.code_scanned("BADGE-1")
    assert scene.intents.calls == [("code_scanned", "BADGE-1", "wedge")]


def test_equal_states_are_drawn_once() -> None:
    scene = Scene(scenes.torque())
    scene.show(scenes.torque())
    scene.presenter.tick()
    assert len(scene.drawn) == 1


def test_cues_follow_what_happened() -> None:
    scene = Scene(scenes.torque_first())
    scene.show(scenes.torque())
    scene.show(scenes.nok())
    scene.show(scenes.blocked())
    assert scene.cues == ["ok", "nok", "nok"]


@pytest.mark.parametrize(
    ("state", "cue"),
    [
        (scenes.done(), "ok"),
        (scenes.done_with_gaps(), "attention"),
        (evidence_scenes.accepted(), "ok"),
        (scenes.storage_fault("full"), "nok"),
    ],
)
def test_a_unit_that_is_put_aside_does_not_sound_like_a_good_one(
    state: StationState, cue: str
) -> None:
    scene = Scene(scenes.torque())
    scene.show(state)
    assert scene.cues == [cue]


def test_names_in_the_persons_language_come_from_the_instruction() -> None:
    state = scenes.torque()
    assert state.person is not None
    german = msgspec.structs.replace(state.person, languages=("de-AT", "en"))
    scene = Scene(replace(state, person=german))
    assert scene.screen.language == "de"
    assert "Schraube 3" in say(side_of(scene.screen).heading)
