"""The faces of checks: what is shown, and what each tap asks the station."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.services.forms import (
    FailFormLine,
    PutOffForm,
    SettleFormLine,
    SkipForm,
    StartForm,
)
from tests.screens import forms_scenes, scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.rows import RowsBody
from ui.presenters.view_states import BandBody

NOT_RUNNING = SkipForm("five-s", "not_running")


def names(scene: Scene) -> list[str]:
    actions = scene.screen.actions
    return [a.name for a in actions.left] + ([actions.primary.name] if actions.primary else [])


def rows(scene: Scene) -> list[str]:
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    return [say(row.words) for row in body.rows]


def test_a_station_without_checks_has_no_button_and_no_chip() -> None:
    scene = Scene(scenes.signed_in())
    assert "checks" not in names(scene)
    assert scene.screen.header.way == "station"


def test_what_is_overdue_stands_in_the_bar_and_leads_to_the_list() -> None:
    scene = Scene(forms_scenes.due())
    header = scene.screen.header
    assert header.trouble is not None
    assert say(header.trouble.words) == "Check overdue"
    assert header.way == "checks"
    scene.tap("checks")
    assert rows(scene) == [
        "Start-of-shift check",
        "Daily maintenance",
        "5S round",
        "Layered audit",
    ]


@pytest.mark.parametrize(
    ("taps", "act"),
    [
        (("check:start-of-shift", "primary"), StartForm("start-of-shift")),
        (("check:five-s", "put_off", "check_why:no_means"), PutOffForm("five-s", "no_means")),
        (("check:five-s", "leave_out", "check_why:not_running"), NOT_RUNNING),
        (
            ("check:tpm", "settle_line:check:tpm:1/oil", "check_why:put_right"),
            SettleFormLine("check:tpm:1", "oil", "put_right"),
        ),
    ],
)  # fmt: skip
def test_each_way_asks_the_station(taps: tuple[str, ...], act: object) -> None:
    scene = Scene(forms_scenes.due())
    scene.tap("checks", *taps)
    assert scene.intents.calls[-1] == ("do", act)


def test_one_that_was_put_off_or_may_not_wait_offers_no_putting_off() -> None:
    state = forms_scenes.due()
    first, second, third, last = state.forms.rows
    put_off = replace(third, is_put_off=True)
    scene = Scene(replace(state, forms=replace(state.forms, rows=(first, second, put_off, last))))
    scene.tap("checks", "check:five-s")
    assert "put_off" not in names(scene)
    assert "leave_out" in names(scene)
    scene.tap("to_checks", "check:audit")
    assert "leave_out" not in names(scene)


def test_a_line_that_is_not_so_is_said_with_why() -> None:
    scene = Scene(forms_scenes.at_step("guard"))
    assert names(scene)[0] == "line_failed"
    scene.tap("line_failed", "check_why:damaged")
    assert scene.intents.calls[-1] == ("do", FailFormLine("guard", "damaged"))


def test_own_words_say_why_as_well() -> None:
    scene = Scene(forms_scenes.at_step("guard"))
    scene.tap(
        "line_failed", "check_why:other", *(f"key:{letter}" for letter in "loose"), "primary"
    )
    assert scene.intents.calls[-1] == ("do", FailFormLine("guard", "loose"))


def test_a_check_that_is_done_names_the_lines_that_are_not_so() -> None:
    scene = Scene(forms_scenes.done("guard"))
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert [say(line) for line in body.blocks[0].lines] == ["Guard"]


def test_a_unit_that_is_refused_for_a_check_leads_to_the_checks() -> None:
    scene = Scene(forms_scenes.blocked())
    body = scene.screen.body
    assert isinstance(body, BandBody)
    assert say(body.headline) == "First the check: Start-of-shift check"
    scene.tap("primary")
    assert scene.screen.face == "checks"


def test_a_check_can_be_left_for_later() -> None:
    scene = Scene(forms_scenes.at_step("bench"))
    assert names(scene) == ["line_failed", "problem", "step_back", "leave", "primary"]
    scene.tap("leave")
    assert scene.intents.calls[-1] == ("unit_left",)


def test_a_check_that_lies_open_elsewhere_says_where_and_cannot_be_pressed() -> None:
    scene = Scene(forms_scenes.due())
    scene.tap("checks", "check:audit")
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    there = [row for row in body.rows if not row.name]
    assert [say(row.words) for row in there] == [
        "Left open at ST-050, 09:17", "Left open at ST-060, 09:17",
    ]  # fmt: skip
