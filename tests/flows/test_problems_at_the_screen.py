"""A defect, a danger and a decision at the screen: from the tap to the journal and back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.line_events import CallOpened
from app.domain.memory_events import DecisionConfirmed, DecisionMade
from app.domain.problem_events import DefectRecorded
from tests.flows.test_people_at_the_screen import Desk
from tests.helpers.station_rig import station_at

if TYPE_CHECKING:
    from pathlib import Path

UNIT = "0418-77231"
_GOOD = Decimal("0.11")


async def test_a_unit_with_a_defect_is_finished_once_it_is_put_right(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        desk = Desk(rig)
        await rig.to_step("label")
        await desk.tap("problem", "tile:defect", "place:", "code:scratch", "proposal:rework_here")
        assert desk.face == "defect.recorded"
        await desk.tap("primary", "primary")
        assert desk.face == "defects_open"
        assert rig.state.finished is None
        await desk.tap("primary", "resolve:1")
        assert desk.face == "done"
        [found] = [b for b in await rig.bodies(UNIT) if isinstance(b, DefectRecorded)]
        assert (found.code, found.proposal) == ("scratch", "rework_here")


async def test_a_unit_for_quality_is_held_at_once(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        desk = Desk(rig)
        await rig.to_bolts()
        await desk.tap("problem", "tile:defect", "place:", "code:crack", "proposal:ask_quality")
        assert desk.face == "held"
        assert await rig.journal._journal.unit_state(UNIT) == "held"


async def test_not_safe_stops_calls_and_goes_on_when_somebody_says_how(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        desk = Desk(rig)
        await rig.to_bolts()
        await desk.tap("problem", "tile:not_safe")
        assert desk.face == "not_safe"
        [call] = [b for _, b in await rig.record() if isinstance(b, CallOpened)]
        assert (call.kind, call.is_stopped) == ("lead", True)
        await desk.tap("primary", "made_safe:cleaned")
        assert desk.face == "step.torque"


async def test_a_failed_bolt_is_decided_about_redone_and_asked_about_once(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        desk = Desk(rig)
        await rig.to_bolts()
        await rig.pull("1", "18.00")
        assert desk.face == "nok"
        await desk.tap("why", "responses", "take:clean", "constraint:thread", "tradeoff:none")
        await desk.tap("primary")
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        await rig.pull("2")
        await rig.pull("3")
        await rig.station.value_typed(_GOOD)
        for place in ("left", "right"):
            await rig.station.point_answered(place, True)
        await rig.station.primary_pressed()
        await rig.station.primary_pressed()
        assert desk.face == "why.worked"
        await desk.tap("worked_yes")
        assert desk.face == "done"
        bodies = await rig.bodies(UNIT)
        [made] = [b for b in bodies if isinstance(b, DecisionMade)]
        [confirmed] = [b for b in bodies if isinstance(b, DecisionConfirmed)]
        assert (made.constraint, made.response, made.step) == ("thread", "clean", "bolts")
        assert made.context["tool"] == "T-07"
        assert (confirmed.decision, confirmed.answer) == (made.decision, "yes")
