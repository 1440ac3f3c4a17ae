"""Dispositions, concessions and rework as rules: who must sign, what is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as with_fields

from app.domain import concession
from app.domain.defect_rules import FoundDefect, record_defect
from app.domain.event_body import Body
from app.domain.events import SignedOff, StepRedone
from app.domain.evidence import assess
from app.domain.instructions import (
    BomLine,
    ConfirmStep,
    Instruction,
    InstructStep,
    Limits,
    Position,
    ScanStep,
    Step,
    TorqueStep,
)
from app.domain.nonconformance import (
    AS_IS,
    DEFAULT_RULES,
    DISPOSITIONS,
    TO_REWORK,
    TO_SCRAP,
    ConcessionUse,
    Disposition,
    dispose,
    order_rework,
    signatures_of,
)
from app.domain.problem_events import DefectResolved
from app.domain.quality_events import ReworkOrdered
from app.domain.quality_plans import Approval, BypassPlan, Concession
from app.domain.refusal import Refusal
from app.domain.rework import ReworkPlan, of_words
from app.domain.rights import CONCEDE, DISPOSE, SCRAP
from app.domain.rules import AcknowledgeNok, Confirm, decide
from app.domain.unit_run import UnitRun, begin, replay
from tests.helpers.gearbox import NOW, pull, tightening

PLACE = InstructStep(id="place", title={"en": "Place"})
BOLTS = TorqueStep(
    id="bolts",
    title={"en": "Tighten"},
    tool="T-07",
    program=12,
    torque=Limits(Decimal("23.5"), Decimal("26.5"), "N.m"),
    positions=(Position("1", 0.1, 0.1), Position("2", 0.2, 0.1)),
)
COVER = ScanStep(id="cover", title={"en": "Scan cover"}, component="cover")
LABEL = ConfirmStep(id="label", title={"en": "Label"}, statement={"en": "It is on."})
LINE = BomLine(component="cover", part="CV-1", name={"en": "Cover"})
CHECK = ConfirmStep(id="wrench", title={"en": "By hand"}, statement={"en": "25 Nm by hand."})
END = NOW + timedelta(hours=2)
PLAN = BypassPlan(
    bypass="BP-1",
    station="ST-040",
    gate="torque",
    title={"en": "Tool broken"},
    alternative={"en": "Click wrench W-3"},
    checks=(CHECK,),
    max_units=2,
    valid_until=END,
    owner="quality 31",
    restart={"en": "Tighten the master twice."},
    approvals=(Approval(person="31", name="Quality 31", role="quality", at=NOW),),
)
SOON = Concession(
    concession="C-1",
    station="ST-040",
    by="customer",
    max_units=2,
    valid_until=END,
    codes=("dent",),
)
HAND = ReworkPlan({"en": "New seal"}, (PLACE,), "leak", "words", opens=("bolts/2",))


def fresh(*steps: Step, serial: str = "1") -> UnitRun:
    instruction = Instruction(
        id="i",
        title={},
        product="GX",
        operation="10",
        steps=steps or (PLACE, BOLTS, LABEL),
        bills={"A": (LINE,)},
    )
    return begin(serial=serial, order="PO", variant="A", instruction=instruction, revision="r")


def after(run: UnitRun, decision: tuple[Body, ...] | Refusal) -> UnitRun:
    assert not isinstance(decision, Refusal), decision
    return replay(run, decision)


def taken(decision: tuple[Body, ...] | Refusal) -> tuple[Body, ...]:
    assert not isinstance(decision, Refusal), decision
    return decision


def code(decision: tuple[Body, ...] | Refusal) -> str:
    assert isinstance(decision, Refusal), decision
    return decision.code


def built(run: UnitRun, last: str = "") -> UnitRun:
    """Everything done up to ``last``."""
    number = 0
    while run.current is not None and run.current.step.id != last:
        step = run.current.step
        if isinstance(step, TorqueStep):
            number += 1
            run = after(run, decide(run, pull(tightening(result_id=str(number)), step.id)))
        else:
            run = after(run, decide(run, Confirm(seconds_shown=60)))
    return run


def held(*, found: str = "dent", severity: str = "minor") -> UnitRun:
    run = built(fresh(), "label")
    return after(run, record_defect(run, FoundDefect(found, severity, "scrap", step="place")))


def too_often() -> UnitRun:
    run = built(fresh(), "bolts")
    for number in (1, 2, 3):
        low = tightening("11.0", result_id=f"low-{number}")
        run = after(run, decide(run, pull(low, "bolts")))
        if run.held is None:
            run = after(run, decide(run, AcknowledgeNok()))
    assert run.held == "too_many_attempts"
    return run


def signed(right: str, person: str) -> SignedOff:
    return SignedOff(
        act="dispose", right=right, meaning="m", person=person, name=person, role="r", means="pin"
    )


SCRAPPED = Disposition(TO_SCRAP, "cracked", (signed(SCRAP, "412"),))
TWO = (signed(SCRAP, "1"), signed(SCRAP, "2"))
BOTH = (signed(DISPOSE, "31"), signed(CONCEDE, "51"))
NEEDED_AS_IS = signatures_of((), AS_IS)


# -- dispositions ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (replace(SCRAPPED, signed=()), "disposition.not_signed"),
        (replace(SCRAPPED, signed=(signed(DISPOSE, "31"),)), "disposition.not_signed"),
        (replace(SCRAPPED, signed=TWO), "disposition.not_signed"),
        (replace(SCRAPPED, why="  "), "disposition.no_reason"),
        (replace(SCRAPPED, disposition="hide"), "disposition.unknown"),
        (Disposition(TO_REWORK, "leak"), "rework.nothing_to_do"),
    ],
)  # fmt: skip
def test_what_is_not_fully_said_and_signed_decides_nothing(asked: Disposition, why: str) -> None:
    assert code(dispose(held(), asked, signatures_of((), TO_SCRAP))) == why


def test_nobody_signs_twice_for_two_rights() -> None:
    asked = Disposition(AS_IS, "harmless", (signed(DISPOSE, "31"), signed(CONCEDE, "31")))
    assert code(dispose(held(), asked, NEEDED_AS_IS)) == "disposition.signed_twice"


def test_a_unit_that_is_not_held_waits_for_no_decision() -> None:
    assert code(dispose(fresh(), SCRAPPED, ())) == "disposition.not_held"


@pytest.mark.parametrize(("way", "now"), [("scrap", "scrapped"), ("return", "returned")])
def test_a_scrapped_or_returned_unit_never_goes_on(way: str, now: str) -> None:
    rule = signatures_of((), way)
    signatures = tuple(signed(one.right, str(n)) for n, one in enumerate(rule))
    run = after(held(), dispose(held(), Disposition(way, "cracked", signatures), rule))
    assert run.held == now
    assert code(decide(run, Confirm())) == "unit.held"
    assert code(dispose(run, SCRAPPED, rule)) == "disposition.not_held"


def test_used_as_is_its_defects_are_settled_and_the_decision_stays_in_the_record() -> None:
    run = after(held(), dispose(held(), Disposition(AS_IS, "harmless", BOTH), NEEDED_AS_IS))
    assert (run.held, run.open_defects) == (None, ())
    assert [d.disposition for d in run.dispositions] == [AS_IS]
    assert run.dispositions[0].signed == ("31", "51")
    done = built(run)
    assert done.completed is not None
    assert done.completed.evidence == "provable"


def test_a_failed_value_that_is_used_as_is_stays_a_gap() -> None:
    run = too_often()
    run = after(run, dispose(run, Disposition(AS_IS, "tested", BOTH), NEEDED_AS_IS))
    assert run.current is not None
    assert run.current.step is LABEL
    assert built(run).completed is not None
    assert assess(built(run)) == ("conceded:bolts",)


@given(
    way=st.sampled_from(DISPOSITIONS),
    people=st.lists(
        st.tuples(st.sampled_from([SCRAP, DISPOSE, CONCEDE, "rework"]), st.sampled_from("abc")),
        max_size=4,
    ),
    has_concession=st.booleans(),
)
def test_nothing_is_decided_without_exactly_the_signatures_it_needs(
    way: str, people: list[tuple[str, str]], has_concession: bool
) -> None:
    needed = signatures_of(DEFAULT_RULES, way, has_concession=has_concession)
    asked = Disposition(
        way,
        "because",
        tuple(signed(right, person) for right, person in people),
        plan=HAND if way == TO_REWORK else None,
    )
    decision = dispose(held(), asked, needed)
    is_enough = sorted(r for r, _ in people) == sorted(r.right for r in needed)
    is_distinct = len({p for _, p in people}) == len(people)
    assert isinstance(decision, Refusal) is not (is_enough and is_distinct)
    if isinstance(decision, Refusal):
        assert needed
    else:
        assert [b.person for b in decision if isinstance(b, SignedOff)] == [p for _, p in people]


def test_the_plant_may_ask_for_other_signatures() -> None:
    rule = DEFAULT_RULES[3]
    asked = with_fields(DEFAULT_RULES[1].signatures[0], right="own.right")
    own = with_fields(rule, signatures=(asked,))
    assert signatures_of((own,), rule.disposition) == (asked,)
    assert signatures_of((own,), TO_SCRAP) == DEFAULT_RULES[1].signatures


# -- concessions -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("used", "now", "station", "found", "why"),
    [
        ((), NOW, "ST-050", "dent", "concession.other_station"),
        ((), END, "ST-040", "dent", "concession.expired"),
        ((), NOW, "ST-040", "crack", "concession.not_for_unit"),
        (("8", "9"), NOW, "ST-040", "dent", "concession.used_up"),
    ],
)
def test_a_concession_is_used_only_for_what_it_says(
    used: tuple[str, ...], now: datetime, station: str, found: str, why: str
) -> None:
    run = held(found=found)
    refusal = concession.refusal_of_use(SOON, run, frozenset(used), station=station, now=now)
    assert refusal is not None
    assert refusal.code == why


def test_a_unit_under_a_concession_says_which_number_it_is() -> None:
    use = ConcessionUse("C-1", 2, 2)
    needed = signatures_of((), AS_IS, has_concession=True)
    assert [one.right for one in needed] == [DISPOSE]
    asked = Disposition(AS_IS, "conceded", (signed(DISPOSE, "31"),), use)
    (disposed,) = after(held(), dispose(held(), asked, needed)).dispositions
    assert (disposed.concession, disposed.number, disposed.of) == ("C-1", 2, 2)


# -- rework ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        (replace(HAND, why=" "), "rework.no_reason"),
        (replace(HAND, steps=(), opens=()), "rework.nothing_to_do"),
        (replace(HAND, opens=("bolts/7",)), "rework.no_such_place"),
        (replace(HAND, opens=("place/1",)), "rework.no_such_place"),
        (of_words("   ", "leak"), "rework.nothing_to_do"),
    ],
)
def test_rework_that_says_too_little_is_not_ordered(plan: ReworkPlan, why: str) -> None:
    assert code(order_rework(built(fresh(), "label"), plan)) == why


def test_neither_a_held_nor_a_completed_unit_is_reworked_without_a_decision() -> None:
    assert code(order_rework(held(), HAND)) == "unit.held"
    assert code(order_rework(built(fresh()), HAND)) == "unit.completed"


def test_rework_opens_what_it_names_and_comes_back_to_the_step_that_was_left() -> None:
    run = built(fresh(), "label")
    run = after(run, order_rework(run, HAND))
    assert [s.step.id for s in run.steps] == ["place", "r1.place", "r1.judge", "bolts", "label"]
    bolts = run.step_run("bolts")
    assert bolts is not None
    assert (bolts.is_completed, bolts.next_position) == (False, "2")
    assert [t.position for t in bolts.tightenings] == ["1"]
    assert [getattr(e, "position", None) for e in bolts.earlier] == ["2"]
    assert run.reworks[0].back_to == "label"
    order = []
    for step in run.steps[1:]:
        run = built(run, step.step.id)
        order.append(None if run.current is None else run.current.step.id)
    run = built(run)
    assert order == ["r1.place", "r1.judge", "bolts", "label"]
    assert run.completed is not None
    assert run.completed.evidence == "provable"


def test_rework_of_a_whole_step_undoes_it_in_the_record_too() -> None:
    run = built(fresh(), "label")
    decision = order_rework(run, replace(HAND, opens=("bolts", "bolts/1")))
    assert not isinstance(decision, Refusal)
    assert [type(body) for body in decision] == [ReworkOrdered, StepRedone]
    bolts = replay(run, decision).step_run("bolts")
    assert bolts is not None
    assert (bolts.tightenings, len(bolts.earlier)) == ((), 2)


def test_the_step_that_failed_too_often_starts_anew_with_its_rework() -> None:
    run = too_often()
    rule = signatures_of((), TO_REWORK)
    asked = Disposition(
        TO_REWORK, "helicoil", (signed("rework", "412"),), plan=of_words("Helicoil", "x")
    )
    run = after(run, dispose(run, asked, rule))
    assert run.held is None
    assert [s.step.id for s in run.steps][1:4] == ["r1.do", "r1.judge", "bolts"]
    bolts = run.step_run("bolts")
    assert bolts is not None
    assert bolts.attempts_at("1") == 0
    assert bolts.failures == 3
    done = built(run)
    assert done.completed is not None
    assert done.completed.reworked == 3


def test_after_rework_the_unit_is_judged_and_only_then_its_defects_are_put_right() -> None:
    rule = signatures_of((), TO_REWORK)
    run = held(found="crack", severity="major")
    asked = Disposition(TO_REWORK, "weld", (signed("rework", "412"),), plan=of_words("Weld", "x"))
    run = after(run, dispose(run, asked, rule))
    run = built(run, "r1.judge")
    assert len(run.open_defects) == 1
    assert code(decide(run, Confirm())) == "confirm.needs_sign_off"
    decision = decide(run, Confirm(signed=signed("sign_off", "31")))
    assert not isinstance(decision, Refusal)
    assert DefectResolved(serial="1", number=1, step="place") in decision
    run = replay(run, decision)
    assert (run.open_defects, run.current and run.current.step.id) == ((), "label")


def test_the_parts_of_a_rework_are_asked_for_beside_the_bill() -> None:
    run = built(fresh(), "label")
    plan = replace(HAND, steps=(COVER,), lines=(LINE,), opens=())
    run = after(run, order_rework(run, plan))
    assert run.current is not None
    assert isinstance(run.current.step, ScanStep)
    assert run.current.step.component == "r1.cover"
    assert run.instruction.bom_line("A", "r1.cover") is not None


def test_rework_on_rework_keeps_both() -> None:
    run = built(fresh(), "label")
    for _ in range(2):
        run = after(run, order_rework(run, of_words("Clean", "dirty")))
    assert [s.step.id for s in run.steps if "." in s.step.id] == [
        "r2.do", "r2.judge", "r1.do", "r1.judge",
    ]  # fmt: skip
    assert built(run).completed is not None


@given(st.sets(st.sampled_from(["place", "bolts", "bolts/1", "bolts/2", "label"]), min_size=1))
def test_no_evidence_is_ever_lost_by_rework(opens: set[str]) -> None:
    run = built(fresh(), "label")
    before = [e for s in run.steps for e in (*s.earlier, *s.evidence)]
    run = after(run, order_rework(run, replace(HAND, opens=tuple(sorted(opens)))))
    now = [e for s in run.steps for e in (*s.earlier, *s.evidence)]
    assert sorted(map(repr, before)) == sorted(map(repr, now))
    assert built(run).completed is not None
