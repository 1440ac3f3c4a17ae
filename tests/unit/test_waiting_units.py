"""Units that wait for proof or a decision: found, listed, and settled from there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.domain.defect_rules import FoundDefect
from app.services.defects import RecordDefect
from app.services.dispositions import LookAtHeld
from app.services.evidence_desk import AcceptEvidence, AskEvidence, LookAtEvidence
from app.services.waiting_units import LOOK_BACK_DAYS, LookAtWaiting
from tests.helpers.station_rig import station_at
from tests.screens import scenes, waiting_scenes
from tests.unit.test_evidence_desk import INSPECTOR, UNIT, built_with_a_typed_value
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.rows import RowsBody

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.station_rig import Rig

WAY = ("station", "waiting_units")


async def waiting(rig: Rig) -> list[str]:
    await rig.station.do(LookAtWaiting())
    assert rig.state.waiting is not None
    return [unit.serial for unit in rig.state.waiting]


def body_of(scene: Scene) -> RowsBody:
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    return body


async def test_nothing_waits_at_a_station_that_built_nothing(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        assert rig.state.waiting is None
        assert await waiting(rig) == []


async def test_a_unit_without_proof_waits_until_it_is_accepted(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
    async with station_at(tmp_path) as rig:
        await rig.publish(INSPECTOR)
        await rig.scan("BADGE-417")
        assert await waiting(rig) == [UNIT]
        (unit,) = rig.state.waiting or ()
        assert (unit.gaps, unit.held) == (("typed:backlash",), "")
        await rig.station.do(AcceptEvidence(UNIT, "proven_elsewhere"))
        await rig.scan("BADGE-431")
        await rig.scan("BADGE-412")
        assert await waiting(rig) == []


async def test_a_unit_whose_proof_is_made_now_is_in_work_and_does_not_wait(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
        await rig.station.do(AskEvidence(UNIT))
        await rig.scan("BADGE-412")
        assert await waiting(rig) == []


async def test_a_held_unit_waits_with_its_owner(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.station.do(RecordDefect(FoundDefect("crack", "major", "scrap")))
        assert await waiting(rig) == [UNIT]
        (unit,) = rig.state.waiting or ()
        assert (unit.held, unit.owner) == ("defect_scrap", "quality")


async def test_no_more_units_are_read_than_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        for serial in (UNIT, "0418-77232"):
            await rig.scan(f"SN {serial}", "P:HS-200;L:H-2")
            await rig.station.do(RecordDefect(FoundDefect("crack", "major", "scrap")))
        assert await waiting(rig) == [UNIT, "0418-77232"]
        monkeypatch.setattr("app.services.waiting_units.MOST_WAITING", 1)
        read: list[str] = []

        async def unit_events(serial: str) -> object:
            read.append(serial)
            return await rig.journal._journal.unit_events(serial)

        monkeypatch.setattr(rig.journal, "unit_events", unit_events, raising=False)
        assert await waiting(rig) == [UNIT]
        assert set(read) == {UNIT}


async def test_what_waits_for_longer_is_left_to_the_plant(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await built_with_a_typed_value(rig)
        rig.clock.us += (LOOK_BACK_DAYS + 1) * 86_400_000_000
        assert await waiting(rig) == []


def test_before_the_station_has_looked_the_list_says_so() -> None:
    scene = Scene(scenes.signed_in())
    scene.tap(*WAY)
    assert scene.intents.calls == [("do", LookAtWaiting())]
    assert say(body_of(scene).line) == "Looking it up …"
    scene.show(waiting_scenes.none())
    assert say(body_of(scene).line) == "No unit of the last 30 days waits."


def test_nobody_signed_in_has_no_way_to_the_list() -> None:
    scene = Scene(scenes.signed_out())
    scene.tap("station")
    assert scene.screen.face == "station"
    assert "waiting_units" not in {action.name for action in scene.screen.actions.left}


def test_each_row_says_what_is_missing_whose_it_is_and_for_how_long() -> None:
    scene = Scene(waiting_scenes.some())
    scene.tap(*WAY)
    body = body_of(scene)
    assert say(body.line) == (
        "Put aside and marked. They can be settled by: Quality 31, Engineer 51."
    )
    said = [
        (say(row.below), say(row.chip.words) if row.chip else "", say(row.value))
        for row in body.rows
    ]
    assert said[0] == ("Typed, not measured: Backlash · 2 more", "Quality", "for 1 d")
    assert said[1][:2] == ("Scrap was proposed. Quality decides.", "Quality")
    assert said[2][0] == "Limits unknown: Tighten M8 bolts, Bolt 3"
    assert said[3] == ("Too many failed tries.", "Team lead", "for 15 min")


def test_where_nobody_here_may_settle_them_no_name_is_made_up() -> None:
    state = waiting_scenes.some()
    scene = Scene(replace(state, people=replace(state.people, holders={})))
    scene.tap(*WAY)
    assert say(body_of(scene).line) == "Put aside and marked until they are settled."


def test_a_row_opens_what_settles_the_unit() -> None:
    scene = Scene(waiting_scenes.some())
    scene.tap(*WAY, "settle:0418-77198")
    assert scene.screen.face == "evidence"
    assert scene.intents.calls[-1] == ("do", LookAtEvidence("0418-77198"))
    scene = Scene(waiting_scenes.some())
    scene.tap(*WAY, "decide_held:0418-77204")
    assert scene.screen.face == "disposition"
    assert scene.intents.calls[-1] == ("do", LookAtHeld("0418-77204"))
