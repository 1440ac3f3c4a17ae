"""Calls as the plant knows them: at the station that called, and at every other."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calls import LADDER, STAGES, Rung
from app.domain.line_events import CallAnswered, CallClosed
from app.domain.plant_calls import (
    EscalationPlan,
    PlanRung,
    PlantAnswer,
    PlantCall,
    answering_roles,
    ladder_of,
    next_stages,
    plan_for,
)
from app.journal.outbox import SqliteOutbox
from app.ports.sync import Document
from app.services.calls import AnswerCall, CloseCall, OpenCall
from tests.helpers.gearbox import NOW
from tests.helpers.station_rig import BADGE, Rig, station_at

if TYPE_CHECKING:
    from pathlib import Path

LEAD = "BADGE-412"
ELSEWHERE = PlantCall(
    call="call-9", station="ST-050", kind="maintenance", opened_at=NOW, line="L4", tool="T-09"
)


async def told(rig: Rig, *calls: PlantCall, gone: str = "") -> None:
    """The plant's documents come down; ``gone`` is a call that is no more."""
    outbox = SqliteOutbox(rig.journal._journal)
    mark = await outbox.feed_mark()
    pos = mark.pos + 1
    documents = [Document(pos, "call", one.call, msgspec.json.encode(one)) for one in calls]
    if gone:
        documents.append(Document(pos, "call", gone, None))
    await outbox.apply_feed(mark, up_to=pos, documents=documents)
    await rig.station.reference_changed()


def answer(stage: str, *, after_s: int, role: str | None = "lead") -> PlantAnswer:
    return PlantAnswer(stage=stage, at=NOW + timedelta(seconds=after_s), role=role)


def refused(rig: Rig) -> tuple[str, dict[str, str]]:
    assert rig.state.refusal is not None
    return rig.state.refusal.refusal.code, rig.state.refusal.refusal.facts


async def test_an_operator_cannot_answer_for_another_station(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await told(rig, ELSEWHERE)
        await rig.station.do(AnswerCall("call-9", "seen"))
        code, facts = refused(rig)
        assert (code, facts["station"]) == ("call.role", "ST-050")
        assert "technician" in facts["roles"]


async def test_nobody_is_told_that_they_answered_what_somebody_else_did(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(LEAD)
        seen = answer("seen", after_s=20, role="technician")
        await told(rig, msgspec.structs.replace(ELSEWHERE, answers=(seen,)))
        await rig.station.do(AnswerCall("call-9", "seen"))
        assert refused(rig) == (
            "call.answered",
            {"who": "technician", "since": seen.at.isoformat()},
        )
        assert not [b for _, b in await rig.record() if isinstance(b, CallAnswered)]


async def test_a_call_of_another_station_is_not_cancelled_from_here(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(LEAD)
        await told(rig, ELSEWHERE)
        await rig.station.do(CloseCall("call-9", "cancelled"))
        assert refused(rig)[0] == "call.not_yours"


async def test_a_lead_answers_for_another_station_and_sees_it_at_once(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(LEAD)
        await told(rig, ELSEWHERE)
        await rig.station.do(AnswerCall("call-9", "on_the_way"))
        (call,) = rig.state.line.elsewhere
        assert [(one.stage, one.name) for one in call.answers] == [("on_the_way", None)]
        assert rig.state.line.calls == ()
        await rig.station.do(CloseCall("call-9", "solved"))
        assert rig.state.line.elsewhere == ()


async def test_a_call_elsewhere_goes_when_its_station_closed_it(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await told(rig, ELSEWHERE)
        assert [call.station for call in rig.state.line.elsewhere] == ["ST-050"]
        await told(rig, gone="call-9")
        assert rig.state.line.elsewhere == ()


async def test_what_was_answered_at_the_board_shows_where_it_was_called(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.station.do(OpenCall("maintenance"))
        (call,) = rig.state.line.calls
        said = PlantCall(
            call=call.call,
            station="ST-040",
            kind="maintenance",
            opened_at=NOW,
            answers=(answer("seen", after_s=35, role="technician"),),
        )
        await told(rig, said)
        (call,) = rig.state.line.calls
        assert [(one.stage, one.name) for one in call.answers] == [("seen", "technician")]
        assert call.next_stages == ("on_the_way", "arrived")
        assert rig.state.line.elsewhere == ()


async def test_what_was_solved_at_the_board_is_closed_in_the_record_here(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.station.do(OpenCall("quality"))
        (call,) = rig.state.line.calls
        said = PlantCall(
            call=call.call,
            station="ST-040",
            kind="quality",
            opened_at=NOW,
            answers=(answer("solved", after_s=300),),
        )
        await told(rig, said)
        assert rig.state.line.calls == ()
        await told(rig, said)
        closed = [b for _, b in await rig.record() if isinstance(b, CallClosed)]
        assert closed == [CallClosed(call=call.call, how="solved")]


# -- who answers, and who comes next -------------------------------------------------------


def test_the_most_particular_plan_counts() -> None:
    plans = [
        EscalationPlan(plan="all"),
        EscalationPlan(plan="line", line="L4"),
        EscalationPlan(plan="kind", kind="quality"),
        EscalationPlan(plan="both", kind="quality", line="L4"),
    ]
    asked = [("quality", "L4"), ("quality", "L1"), ("lead", "L4"), ("lead", "L1")]
    found = [plan_for(plans, kind, line) for kind, line in asked]
    assert [None if one is None else one.plan for one in found] == ["both", "kind", "line", "all"]
    assert plan_for([], "lead", "L4") is None


def test_without_a_plan_it_is_as_the_station_is_configured() -> None:
    own = (Rung("lead", 60, "seen"),)
    assert ladder_of(None, own) == own
    assert ladder_of(EscalationPlan(plan="x", roles=("fitter",)), own) == own
    assert ladder_of(None) == LADDER


def test_a_plan_is_climbed_by_time_however_it_is_written() -> None:
    rungs = (
        PlanRung(to="manager", after_s=600, stage="arrived"),
        PlanRung(to="lead", after_s=120, stage="seen"),
    )
    plan = EscalationPlan(plan="x", rungs=rungs)
    assert [rung.to for rung in ladder_of(plan)] == ["lead", "manager"]
    assert answering_roles(plan, "lead") == {"lead", "manager"}


@pytest.mark.parametrize("end", ["solved", "cancelled"])
def test_after_its_end_nothing_is_said_of_a_call(end: str) -> None:
    assert next_stages(["seen", end]) == ()


@given(st.lists(st.sampled_from(STAGES)))
def test_what_may_be_said_next_was_never_said_or_passed_over(said: list[str]) -> None:
    reached = max((STAGES.index(stage) for stage in said), default=-1)
    assert next_stages(said) == (*STAGES[reached + 1 :], "solved", "cancelled")
