"""A printed command that was scanned does what its button does: no more, no sooner."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.domain.events import PointInspected
from app.domain.printed_commands import COMMANDS
from app.services.card import DecideCard
from app.services.handover import AcceptHandover
from app.services.scan_routing import CommandNotTaken
from app.services.station_state import ScannedCommand, StationState
from tests.helpers.station_rig import BADGE, Rig, station_at
from tests.screens import card_scenes, line_scenes, photo_scenes, scenes
from tests.screens.catalogue import SHOTS, Shot
from tests.unit.test_ui_presenter import Scene, bearing
from ui.messages import say
from ui.presenters.handover_face import HandoverBody
from ui.presenters.view_states import BandBody

if TYPE_CHECKING:
    from pathlib import Path

#: What a button means, and the intent it becomes.
ANSWERS = {
    "confirm": "primary_pressed",
    "acknowledge": "nok_acknowledged",
    "point": "point_answered",
    "leave": "unit_left",
    "take_value": "value_typed",
}
AT_SIGN_IN = {"LANGUAGE", "HELP", "INFO", "1", "2", "3"}
NOT_HERE, TOO_EARLY = "command.not_here", "command.too_early"


class ByScanner(Scene):
    """The screen of somebody who has both hands full."""

    def __init__(self, state: StationState) -> None:
        super().__init__(state)
        self.state = state
        self._number = 0

    def scan(self, *words: str, after_s: float = 1, age_s: float = 0) -> None:
        """Commands, each ``after_s`` after the one before; made ``age_s`` before it is here."""
        for word in words:
            self.seconds.now_s += after_s
            self._number += 1
            at_us = scenes.NOW_US - round(age_s * 1e6)
            command = ScannedCommand(word, f"CMD:{word}", at_us, self._number)
            self.state = replace(self.state, command=command)
            self.show(self.state)

    def move_to(self, state: StationState) -> None:
        self.state = replace(state, command=self.state.command)
        self.show(self.state)

    @property
    def not_taken(self) -> list[str]:
        return [
            call[1].why
            for call in self.intents.calls
            if call[0] == "do" and isinstance(call[1], CommandNotTaken)
        ]


# -- what is not taken -----------------------------------------------------------------------


def test_a_command_does_not_answer_a_screen_that_came_less_than_a_quarter_second_ago() -> None:
    scene = ByScanner(scenes.nok())
    scene.scan("CONFIRM", after_s=0.2)
    assert scene.not_taken == [TOO_EARLY]
    scene.scan("CONFIRM", after_s=0.2)
    assert ("nok_acknowledged",) in scene.intents.calls


def test_a_scan_made_before_the_screen_changed_does_not_answer_the_new_one() -> None:
    scene = ByScanner(scenes.signed_in("scan-bearing"))
    scene.seconds.now_s += 10
    scene.move_to(scenes.nok())
    scene.scan("CONFIRM", after_s=2, age_s=2.1)
    assert scene.not_taken == [TOO_EARLY]
    assert ("nok_acknowledged",) not in scene.intents.calls


def test_a_command_and_the_change_it_comes_with_are_not_an_answer() -> None:
    """Both reached the screen in one state: whoever scanned had the other screen before him."""
    scene = ByScanner(scenes.signed_in("scan-bearing"))
    scene.seconds.now_s += 10
    command = ScannedCommand("CONFIRM", "CMD:CONFIRM", scenes.NOW_US, 1)
    scene.show(replace(scenes.nok(), command=command))
    assert scene.not_taken == [TOO_EARLY]


def test_nothing_is_confirmed_while_a_finished_step_stays_for_its_moment() -> None:
    scene = ByScanner(scenes.signed_in("scan-bearing"))
    scene.move_to(bearing(scenes.signed_in()))
    scene.scan("CONFIRM", after_s=0.3)
    assert scene.not_taken == [TOO_EARLY]


@pytest.mark.parametrize("word", sorted(set(COMMANDS) - AT_SIGN_IN))
def test_nobody_commands_who_has_not_signed_in(word: str) -> None:
    scene = ByScanner(scenes.signed_out())
    scene.scan(word)
    assert scene.screen.face == "sign_in"
    assert scene.not_taken == [NOT_HERE]


@pytest.mark.parametrize("word", ["OK", "NOK", "NEXT", "LANGUAGE", "UP", "DOWN", "BACK", "4"])
def test_a_command_without_its_button_says_so(word: str) -> None:
    scene = ByScanner(scenes.torque())
    scene.scan(word)
    assert scene.not_taken == [NOT_HERE]
    assert len(scene.intents.calls) == 1


def test_a_command_does_not_reach_the_step_behind_an_open_page() -> None:
    scene = ByScanner(scenes.inspect())
    scene.tap("problem")
    scene.scan("OK", "CONFIRM", "ACK")
    assert scene.not_taken == [NOT_HERE] * 3
    assert scene.screen.face == "problem"


def test_while_nothing_can_be_recorded_the_only_command_is_to_try_again() -> None:
    scene = ByScanner(scenes.storage_fault())
    scene.scan("PROBLEM", "OK", "LEAVE", "MISSING")
    assert scene.not_taken == [NOT_HERE] * 4
    scene.scan("CONFIRM")
    assert scene.intents.calls[-1] == ("retry_pressed",)


def test_a_step_that_is_not_done_is_refused_in_the_step_s_own_words() -> None:
    """The station knows what is missing; the screen only knows that its button waits."""
    scene = ByScanner(scenes.torque())
    scene.scan("CONFIRM")
    assert scene.intents.calls == [("primary_pressed", "scan")]


@pytest.mark.parametrize("shot", [s for s in SHOTS if not s.taps], ids=lambda shot: shot.name)
def test_no_command_answers_what_is_not_on_the_screen(shot: Shot) -> None:
    """Whatever covers the work: no command reaches the step below it."""
    for word in COMMANDS:
        scene = ByScanner(shot.state())
        face, actions = scene.screen.face, scene.screen.actions
        scene.scan(word)
        offered = {a.does or a.name for a in (*actions.left, actions.primary) if a is not None}
        called = {call[0] for call in scene.intents.calls}
        for verb, intent in ANSWERS.items():
            assert intent not in called or verb in offered or face.startswith("step."), word


# -- what each does --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "word", "call"),
    [
        (lambda: scenes.signed_in("label"), "CONFIRM", ("primary_pressed", "scan")),
        (scenes.nok, "CONFIRM", ("nok_acknowledged",)),
        (scenes.nok, "ACK", ("nok_acknowledged",)),
        (scenes.nok, "REPEAT", ("nok_acknowledged",)),
        (scenes.torque_refused, "CONFIRM", ("retry_pressed",)),
        (scenes.torque_refused, "REPEAT", ("retry_pressed",)),
        (scenes.instruct_refused, "REPEAT", ("retry_pressed",)),
        (photo_scenes.before, "CONFIRM", ("photo_pressed",)),
        (photo_scenes.taken, "CONFIRM", ("primary_pressed", "scan")),
        (photo_scenes.taken, "REPEAT", ("photo_pressed",)),
        (scenes.blocked, "CONFIRM", ("refusal_closed",)),
        (scenes.blocked, "BACK", ("refusal_closed",)),
        (scenes.done, "NEXT", ("primary_pressed", "scan")),
        (scenes.held, "NEXT", ("unit_left",)),
        (scenes.held, "LEAVE", ("unit_left",)),
        (scenes.signed_in, "2", ("order_chosen", "PO-100490")),
        (scenes.signed_in, "SIGN-OUT", ("signed_out",)),
    ],
)
def test_a_command_does_what_its_button_does(
    state: object, word: str, call: tuple[object, ...]
) -> None:
    assert callable(state)
    scene = ByScanner(state())
    scene.scan(word)
    assert scene.intents.calls == [call]


@pytest.mark.parametrize("state", [scenes.torque, scenes.blocked, scenes.nok, scenes.signed_in])
def test_a_problem_is_reported_from_anywhere_and_at_once(state: object) -> None:
    assert callable(state)
    scene = ByScanner(state())
    scene.scan("PROBLEM", after_s=0)
    assert scene.screen.face == "problem"
    assert scene.not_taken == []


@pytest.mark.parametrize(
    ("word", "face"), [("HELP", "call"), ("MISSING", "missing"), ("INFO", "keys")]
)
@pytest.mark.parametrize("state", [scenes.torque, scenes.blocked, scenes.nok])
def test_what_answers_nothing_opens_from_anywhere_and_at_once(
    state: object, word: str, face: str
) -> None:
    assert callable(state)
    scene = ByScanner(state())
    scene.scan(word, after_s=0)
    assert scene.screen.face == face
    assert scene.not_taken == []


def test_the_tiles_are_answered_by_their_numbers() -> None:
    scene = ByScanner(scenes.signed_in("label"))
    scene.scan("REPEAT")
    assert scene.screen.face == "redo"
    scene.scan("2")
    assert scene.intents.calls == [("step_redone", "seal", "done_wrong")]


def test_the_card_is_filled_by_numbers_one_question_after_the_other() -> None:
    scene = ByScanner(card_scenes.nok_known())
    scene.scan("1", "2", "5", "CONFIRM")
    decided = scene.intents.calls[-2][1]
    assert isinstance(decided, DecideCard)
    draft = decided.draft
    assert (draft.response, draft.constraint, draft.tradeoffs) == ("clean", "bit_worn", ("none",))
    assert scene.not_taken == []


def test_a_shift_is_taken_over_by_numbers() -> None:
    scene = ByScanner(line_scenes.waiting_here())
    scene.scan("1", "2", "3", "4")
    body = scene.screen.body
    assert isinstance(body, HandoverBody)
    assert all(line.is_ticked is not False for line in body.open)
    scene.scan("CONFIRM")
    assert isinstance(scene.intents.calls[-1][1], AcceptHandover)


def test_leaving_a_unit_takes_two_scans() -> None:
    scene = ByScanner(scenes.torque())
    scene.scan("LEAVE")
    assert scene.screen.face == "problem"
    scene.scan("LEAVE")
    assert scene.intents.calls == [("unit_left",)]


def test_back_closes_the_page_and_nothing_else() -> None:
    scene = ByScanner(scenes.torque())
    scene.scan("PROBLEM", "BACK")
    assert scene.screen.face == "step.torque"
    assert scene.intents.calls == []


def test_a_typed_value_is_taken_by_scanning_confirm() -> None:
    scene = ByScanner(scenes.signed_in("backlash"))
    scene.tap("type_value", "key:0", "key:.", "key:1", "key:1")
    scene.scan("CONFIRM")
    assert scene.intents.calls == [("value_typed", Decimal("0.11"))]


def test_each_place_is_inspected_by_scanning_ok_or_not_ok() -> None:
    state = scenes.signed_in("seal")
    scene = ByScanner(state)
    scene.scan("OK")
    first = PointInspected(step="seal", position="seal-1", ok=True)
    scene.move_to(replace(state, run=scenes.unit_at("seal", first)))
    scene.scan("NOK")
    assert scene.intents.calls == [
        ("point_answered", "seal-1", True),
        ("point_answered", "seal-2", False),
    ]


def test_a_place_that_was_not_good_is_answered_again_once_all_others_are() -> None:
    answers = [PointInspected(step="seal", position=f"seal-{n}", ok=n != 2) for n in (1, 2, 3)]
    state = scenes.signed_in("seal")
    scene = ByScanner(replace(state, run=scenes.unit_at("seal", *answers)))
    scene.scan("NOK")
    scene.scan("OK")
    assert scene.not_taken == [NOT_HERE]
    assert scene.intents.calls[-1] == ("point_answered", "seal-2", True)


def test_a_scan_of_a_part_closes_what_was_open_whichever_way_it_came() -> None:
    state = scenes.signed_in("scan-bearing")
    scene = Scene(state)
    scene.tap("problem")
    scene.show(replace(state, scans=1))
    assert scene.screen.face == "step.scan"


# -- the station -----------------------------------------------------------------------------


async def to_the_screen(rig: Rig) -> None:
    rig.station.let_screen_answer()
    await rig.scan(BADGE, "SN 0418-77231")


async def test_a_command_goes_to_the_screen_with_the_moment_it_was_made(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await to_the_screen(rig)
        await rig.scan("CMD:PROBLEM", "]d1CMD:5")
        command = rig.state.command
        assert command is not None
        assert (command.word, command.raw, command.number) == ("5", "]d1CMD:5", 2)
        assert 0 <= rig.clock.us - command.at_us <= 10_000
        assert rig.state.refusal is None


async def test_a_command_the_screen_cannot_use_is_refused_and_on_record(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await to_the_screen(rig)
        await rig.station.do(CommandNotTaken("CMD:OK", NOT_HERE))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == NOT_HERE
        assert rig.state.refusal.refusal.facts == {"scanned": "CMD:OK"}
        assert "scan.refused" in await rig.kinds("0418-77231")


async def test_a_command_of_nobody_asks_for_the_badge(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        rig.station.let_screen_answer()
        await rig.station.do(CommandNotTaken("CMD:OK", NOT_HERE))
        assert rig.state.refusal is None
        assert rig.state.sign_in_refusal is not None
        assert rig.state.sign_in_refusal.refusal.code == "sign_in.needed"


async def test_a_badge_does_not_sign_a_step_that_came_less_than_a_quarter_second_ago(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_step("sworn", "0418-90001")
        rig.clock.us += 100_000
        await rig.station.code_scanned(BADGE, "scanner")
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == TOO_EARLY
        await rig.scan(BADGE)
        assert rig.step != "sworn"


async def test_a_second_press_never_answers_what_came_of_the_first(
    tmp_path: Path,
) -> None:
    """The disk takes its time: the finger is faster than the screen."""
    async with station_at(tmp_path) as rig:
        await rig.to_step("label")
        presses = [asyncio.create_task(rig.station.primary_pressed()) for _ in range(2)]
        await asyncio.sleep(0)
        rig.clock.us += 100_000
        await asyncio.gather(*presses)
        assert rig.state.finished is not None
        await rig.station.primary_pressed()
        assert rig.state.finished is None


# -- wrong scans -----------------------------------------------------------------------------


async def test_the_label_of_a_location_is_named_as_what_it_is(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "LOC-B3")
        assert rig.state.refusal is not None
        refusal = rig.state.refusal.refusal
        assert (refusal.facts["kind"], refusal.facts["value"]) == ("location", "B3")
        scene = Scene(replace(scenes.signed_in("scan-bearing"), refusal=rig.state.refusal))
        body = scene.screen.body
        assert isinstance(body, BandBody)
        assert (say(body.blocks[0].title), body.blocks[0].mark) == ("Location ", "B3")


async def test_three_wrong_scans_in_a_row_offer_a_problem_and_the_step_stays(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231", "LOC-B3", "nonsense", "P:NOT-MINE;L:1")
        assert rig.state.refusal is not None
        assert rig.state.refusal.in_a_row == 3
        scene = Scene(replace(scenes.signed_in("scan-bearing"), refusal=rig.state.refusal))
        assert scene.primary == ("primary", "Report a problem")
        run = rig.state.run
        assert run is not None
        assert run.current is not None
        assert run.current.evidence == ()


def test_a_wrong_scan_is_heard_once_as_not_ok() -> None:
    scene = Scene(scenes.signed_in("scan-bearing"))
    scene.show(scenes.blocked())
    scene.presenter.tick()
    assert scene.cues == ["nok"]
