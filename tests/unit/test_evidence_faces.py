"""The pages about units without proof: what is missing is said by the names it has at work."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from app.services.evidence_state import Unproven
from tests.screens import evidence_scenes, scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.rows import RowsBody
from ui.presenters.view_states import BandBody

OPEN = f"evidence:{scenes.SERIAL}"


def rows(scene: Scene) -> list[str]:
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    return [say(row.words) for row in body.rows]


def test_a_gap_of_a_step_nobody_knows_any_more_is_said_by_its_code() -> None:
    state = replace(
        evidence_scenes.gaps(), unproven=Unproven(scenes.SERIAL, ("typed:gone", "new:thing"), ())
    )
    scene = Scene(state)
    scene.tap(OPEN)
    assert rows(scene) == ["Typed, not measured: gone", "thing"]


def test_a_gap_names_its_step_and_its_position() -> None:
    scene = Scene(evidence_scenes.gaps())
    scene.tap(OPEN)
    assert rows(scene)[:2] == [
        "Typed, not measured: Backlash",
        "Limits unknown: Tighten M8 bolts, Bolt 3",
    ]


def test_a_gap_is_named_in_the_language_of_whoever_looks() -> None:
    state = scenes.done_with_gaps()
    assert state.person is not None
    person = msgspec.structs.replace(state.person, languages=("de",))
    body = Scene(replace(state, person=person)).screen.body
    assert isinstance(body, BandBody)
    assert [say(line) for line in body.blocks[1].lines] == [
        "Typed, not measured: Zahnspiel",
        "Limits unknown: M8 anziehen, Schraube 3",
    ]
