"""Defects: where they are, what keeps a unit from being finished, and who decides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.defect_rules import FoundDefect, record_defect, resolve_defect
from app.domain.defects import (
    MOST_PINS,
    OWNERS,
    PROPOSALS,
    DefectCode,
    Pin,
    codes_at,
    middle_of,
    zone_at,
)
from app.domain.event_body import Body
from app.domain.events import ProblemReported, UnitHeld
from app.domain.evidence import assess
from app.domain.instructions import ConfirmStep, Instruction, InstructStep, Position, Zone
from app.domain.problem_events import DefectRecorded, ProblemEnded
from app.domain.refusal import Refusal
from app.domain.rules import Confirm, RedoStep, decide
from app.domain.unit_run import UnitRun, begin, replay

PLACE = InstructStep(id="place", title={"en": "Place"})
LABEL = ConfirmStep(id="label", title={"en": "Label"}, statement={"en": "It is on."})
SCRATCH = FoundDefect("scratch", "minor", "rework_here", (Pin(0.5, 0.5, "left"),), step="place")


def fresh() -> UnitRun:
    instruction = Instruction(
        id="i", title={}, product="GX", operation="10", steps=(PLACE, LABEL), bills={}
    )
    return begin(serial="1", order="PO", variant="A", instruction=instruction, revision="r")


def after(run: UnitRun, decision: tuple[Body, ...] | Refusal) -> UnitRun:
    assert not isinstance(decision, Refusal), decision
    return replay(run, decision)


def confirmed(run: UnitRun) -> UnitRun:
    return after(run, decide(run, Confirm()))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"code": ""}, "code"),
        ({"code": "other"}, "code"),
        ({"severity": "bad"}, "severity"),
        ({"proposal": "use_as_is"}, "proposal"),
        ({"pins": (Pin(1.2, 0.5),)}, "place"),
        ({"pins": (Pin(0.5, 0.5),) * (MOST_PINS + 1)}, "place"),
        ({"count": 0}, "count"),
    ],
)
def test_a_defect_that_says_too_little_is_not_recorded(change: Any, what: str) -> None:
    refusal = record_defect(fresh(), replace(SCRATCH, **change))
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.facts["what"]) == ("defect.incomplete", what)


def test_a_completed_unit_takes_no_defect() -> None:
    done = confirmed(confirmed(fresh()))
    assert done.completed is not None
    refusal = record_defect(done, SCRATCH)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "unit.completed"


def test_a_unit_with_an_open_defect_is_not_completed_with_its_last_step() -> None:
    run = after(fresh(), record_defect(fresh(), SCRATCH))
    run = confirmed(confirmed(run))
    assert (run.index, run.completed) == (None, None)
    assert assess(run) == ("defect_open:1",)
    refusal = decide(run, Confirm())
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.facts["count"]) == ("unit.defects_open", "1")


def test_putting_the_last_defect_right_completes_the_unit() -> None:
    run = after(fresh(), record_defect(fresh(), SCRATCH))
    run = after(run, record_defect(run, replace(SCRATCH, code="burr")))
    run = confirmed(confirmed(run))
    run = after(run, resolve_defect(run, 1))
    assert run.completed is None
    run = after(run, resolve_defect(run, 2))
    assert run.completed is not None
    assert (run.completed.evidence, run.completed.reworked) == ("provable", 2)


def test_a_defect_put_right_before_the_last_step_changes_nothing_else() -> None:
    run = after(fresh(), record_defect(fresh(), SCRATCH))
    run = after(run, resolve_defect(run, 1))
    assert run.current is not None
    assert run.current.step is PLACE
    assert confirmed(confirmed(run)).completed is not None


def test_no_defect_is_put_right_twice_or_that_is_not_there() -> None:
    run = after(fresh(), record_defect(fresh(), SCRATCH))
    run = after(run, resolve_defect(run, 1))
    for number in (1, 2):
        refusal = resolve_defect(run, number)
        assert isinstance(refusal, Refusal)
        assert refusal.code == "defect.not_open"


@pytest.mark.parametrize("proposal", PROPOSALS)
def test_only_rework_here_goes_on(proposal: str) -> None:
    decision = record_defect(fresh(), replace(SCRATCH, proposal=proposal))
    assert not isinstance(decision, Refusal)
    holds = [body for body in decision if isinstance(body, UnitHeld)]
    if proposal == "rework_here":
        assert holds == []
    else:
        assert (holds[0].owner, holds[0].defect) == (OWNERS[proposal], 1)
        run = replay(fresh(), decision)
        for refusal in (decide(run, Confirm()), resolve_defect(run, 1)):
            assert isinstance(refusal, Refusal)
            assert refusal.code == "unit.held"


def test_a_held_unit_takes_a_further_defect_and_is_held_once() -> None:
    run = after(fresh(), record_defect(fresh(), replace(SCRATCH, proposal="scrap")))
    decision = record_defect(run, replace(SCRATCH, proposal="ask_quality"))
    assert not isinstance(decision, Refusal)
    assert [type(body) for body in decision] == [DefectRecorded]


def test_a_step_may_be_done_again_while_a_defect_is_open() -> None:
    run = after(fresh(), record_defect(fresh(), SCRATCH))
    run = confirmed(confirmed(run))
    run = after(run, decide(run, RedoStep("place", "done_wrong")))
    assert run.current is not None
    assert run.current.step is PLACE


def test_what_is_not_safe_stands_still_until_somebody_ends_it() -> None:
    run = replay(fresh(), (ProblemReported(code="not_safe", step="place"),))
    for command in (Confirm(), RedoStep("place", "done_wrong")):
        refusal = decide(run, command)
        assert isinstance(refusal, Refusal)
        assert refusal.code == "unit.not_safe"
    run = replay(run, (ProblemEnded(code="not_safe", how="cleaned"),))
    assert isinstance(decide(run, Confirm()), tuple)


def test_another_problem_stops_nothing() -> None:
    run = replay(fresh(), (ProblemReported(code="tool", step="place"),))
    assert not run.is_stopped


FACTS = st.sampled_from(["found", "resolved", "confirm", "redo"])


@given(facts=st.lists(FACTS, max_size=25))
def test_no_unit_is_ever_completed_with_an_open_defect(facts: list[str]) -> None:
    run = fresh()
    for fact in facts:
        decision = {
            "found": lambda run: record_defect(run, SCRATCH),
            "resolved": lambda run: resolve_defect(run, len(run.resolved) + 1),
            "confirm": lambda run: decide(run, Confirm()),
            "redo": lambda run: decide(run, RedoStep("place", "x")),
        }[fact](run)
        if not isinstance(decision, Refusal):
            run = replay(run, decision)
        if run.completed is not None:
            assert run.open_defects == ()
            break


# -- places ----------------------------------------------------------------------------------

SQUARE = Zone("left", {"en": "Left bore"}, ((0.1, 0.1), (0.4, 0.1), (0.4, 0.4), (0.1, 0.4)))
STEP = InstructStep(
    id="s",
    title={},
    zones=(SQUARE,),
    positions=(Position("p1", 0.7, 0.7), Position("p2", 0.74, 0.7)),
)


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ((0.2, 0.2), "left"),
        ((0.39, 0.39), "left"),
        ((0.5, 0.2), None),
        ((0.69, 0.7), "p1"),
        ((0.73, 0.72), "p2"),
        ((0.9, 0.9), None),
    ],
)
def test_a_pin_is_in_the_zone_around_it_else_at_the_place_near_it(
    place: tuple[float, float], zone: str | None
) -> None:
    assert zone_at(STEP, *place) == zone


def test_a_zone_chosen_by_name_is_pinned_inside_it() -> None:
    assert zone_at(STEP, *middle_of(SQUARE)) == "left"


def test_the_most_frequent_come_first_and_equals_stay_in_order() -> None:
    codes = (*map(DefectCode, ("a", "b", "c")), DefectCode("d", zones=("right",)))
    counts = {("left", "c"): 2, (None, "b"): 9}
    assert [code.code for code in codes_at(codes, "left", counts)] == ["c", "a", "b"]
    assert [code.code for code in codes_at(codes, "right", {})] == ["a", "b", "c", "d"]


@given(
    x=st.floats(0, 1, allow_nan=False),
    y=st.floats(0, 1, allow_nan=False),
)
def test_every_place_has_at_most_a_known_name(x: float, y: float) -> None:
    assert zone_at(STEP, x, y) in {None, "left", "p1", "p2"}
