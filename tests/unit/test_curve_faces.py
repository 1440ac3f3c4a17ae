"""What a curve looks like, said on the NOK face, beside an OK, and as a fact for the cause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.domain.curve_events import CurveWindow, LeftWindow
from tests.screens import curve_scenes, scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.rows import RowsBody
from ui.presenters.view_states import NokBody, StepBody, ValueSide
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.services.station_state import StationState


def note(state: StationState) -> str:
    body = Scene(state).screen.body
    assert isinstance(body, NokBody)
    return say(body.note)


def trouble(state: StationState) -> tuple[str, str] | None:
    body = Scene(state).screen.body
    assert isinstance(body, StepBody)
    assert isinstance(body.side, ValueSide)
    said = body.side.trouble
    return None if said is None else (say(said.headline), say(said.line))


def test_without_a_reading_nothing_is_said() -> None:
    assert note(scenes.nok()) == ""
    assert trouble(scenes.torque()) is None


def test_the_reading_of_another_result_says_nothing_here() -> None:
    other = curve_scenes.nok().curve_reading
    assert note(replace(scenes.nok(), curve_reading=curve_scenes.ok().curve_reading)) == ""
    assert trouble(replace(scenes.torque(), curve_reading=other)) is None


@pytest.mark.parametrize("verdict", ["ok", "learning", "unreadable"])
def test_only_an_alarm_is_said(verdict: str) -> None:
    state = curve_scenes.nok()
    assert state.curve_reading is not None
    read = msgspec.structs.replace(state.curve_reading, verdict=verdict)
    assert note(replace(state, curve_reading=read)) == ""


def test_the_nok_face_says_what_it_looks_like_and_by_which_window() -> None:
    assert note(curve_scenes.nok()) == (
        "Looks like a stripped thread: final torque 16.9 Nm, usual 24.7–25.4"
    )


def test_an_ok_with_an_alarming_curve_is_attention_and_the_work_goes_on() -> None:
    assert trouble(curve_scenes.ok()) == (
        "OK, but check the curve",
        "Looks like a cross-thread: torque before snug 6.1 Nm, usual 0.4–1.2. The work goes on.",
    )


@pytest.mark.parametrize(
    ("signature", "left", "said"),
    [
        ("frozen_tool", (), "The tool says the same torque again and again"),
        (
            None,
            (LeftWindow(None, CurveWindow("peak_nm:2", 1, 2, 1.5, 1.2, 1.8)),),
            "Unlike the curves of OK results: highest torque of program step 2 is missing",
        ),
        (
            "stick_slip",
            (LeftWindow(0.514, CurveWindow("jump_nm", 0, 0.2, 0.1, 0.07, 0.09)),),
            "Looks like stick-slip: jumps of torque 0.51 Nm, usual 0.07–0.09",
        ),
        (
            "washer",
            (LeftWindow(1238.4, CurveWindow("total_deg", 700, 840, 779, 752.5, 805.5)),),
            "Looks like a wrong or missing washer: whole angle 1238°, usual 752–806",
        ),
    ],
)
def test_each_reading_is_one_sentence(
    signature: str | None, left: tuple[LeftWindow, ...], said: str
) -> None:
    state = curve_scenes.nok()
    assert state.curve_reading is not None
    read = msgspec.structs.replace(state.curve_reading, signature=signature, left=left)
    assert note(replace(state, curve_reading=read)) == said


def test_once_the_work_went_on_the_bar_says_it_until_the_unit_is_gone() -> None:
    chip = Scene(curve_scenes.later()).screen.header.trouble
    assert chip is not None
    assert (chip.state, say(chip.words)) == (ShownState.ATTENTION, "Bolt 2: check curve")
    for state in (curve_scenes.ok(), replace(curve_scenes.later(), run=None)):
        quiet = Scene(state).screen.header.trouble
        assert quiet is None or "curve" not in say(quiet.words)


def test_the_record_of_a_reading_says_its_windows_first_of_its_facts() -> None:
    scene = Scene(curve_scenes.record())
    scene.tap("records:step:tighten-b")
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    assert body.rows[0].chip is not None
    assert body.rows[0].chip.state is ShownState.ATTENTION
    scene.tap("record:01JCXV4800")
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    assert ("before_snug_nm", "6.1 (0–1.9)") in [
        (say(row.words), say(row.value)) for row in body.rows
    ]
