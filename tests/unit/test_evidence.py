"""No path makes a unit provable while a value that its plan asks for lacks its proof."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.domain.events import (
    MeasurementRecorded,
    PartFitted,
    PointInspected,
    SignedOff,
    StepCompleted,
    StepConfirmed,
    StepRedone,
    StepSkipped,
    TighteningRecorded,
    UnitCompleted,
)
from app.domain.evidence import assess, next_of, required_values
from app.domain.evidence_rules import accept, ask_again, completion, steps_with_gaps
from app.domain.quality_events import ReworkOrdered
from app.domain.readings import Quantity
from app.domain.refusal import Refusal
from app.domain.signatures import content_hash, linked
from app.domain.unit_run import UnitRun, replay
from tests.helpers.gearbox import INSTRUCTION, measured, tightening, unit

if TYPE_CHECKING:
    from app.domain.event_body import Body
    from app.domain.readings import Reading

#: By slot and provenance: what is recorded, and whether that proves the value.
Choice = tuple[tuple["Body", ...], bool]
BACKLASH = next(step for step in INSTRUCTION.steps if step.id == "backlash")
NO_LIMITS = (Quantity("torque", Decimal("25.10"), "N.m"),)


def fitted(step: str, component: str, means: str) -> PartFitted:
    return PartFitted(step=step, component=component, part="P", raw="P:P", means=means, lot="L-1")


def part_choices(step: str, component: str) -> list[Choice]:
    return [
        ((fitted(step, component, "scanner"),), True),
        ((fitted(step, component, "wedge"),), True),
        ((fitted(step, component, "typed"),), False),
        ((fitted(step, component, "a way of tomorrow"),), False),
        ((), False),
    ]


def bolt(position: str, reading: Reading, **changes: object) -> TighteningRecorded:
    fields: dict[str, object] = {"ok": True, "counted": True, "means": "tool", **changes}
    return TighteningRecorded(
        step="bolts",
        position=position,
        attempt=1,
        reading=reading,
        **fields,  # type: ignore[arg-type]
    )


def bolt_choices(position: str) -> list[Choice]:
    good, late = tightening(), tightening(backfilled=True)
    return [
        ((bolt(position, good),), True),
        ((bolt(position, late),), True),
        ((bolt(position, good, ok=False), bolt(position, good)), True),
        ((bolt(position, good), bolt(position, good, ok=False)), False),
        ((bolt(position, tightening(backfilled=True, values=NO_LIMITS)),), False),
        ((bolt(position, tightening(backfilled=True, program=None)),), False),
        ((bolt(position, good, means="person"),), False),
        ((bolt(position, good, means="typed"),), False),
        ((bolt(position, good, counted=False),), False),
        ((), False),
    ]


def value(means: str, *, ok: bool) -> MeasurementRecorded:
    return MeasurementRecorded(
        step="backlash",
        characteristic="backlash",
        attempt=1,
        ok=ok,
        means=means,
        reading=measured(),
    )


def point(position: str) -> list[Choice]:
    yes, no = (PointInspected(step="seal", position=position, ok=ok) for ok in (True, False))
    return [((yes,), True), ((no, yes), True), ((yes, no), False), ((), False)]


def confirmed(step: str, *means: str) -> list[Choice]:
    return [*(((StepConfirmed(step=step, means=one),), True) for one in means), ((), False)]


SLOTS: dict[str, list[list[Choice]]] = {
    "housing": [part_choices("housing", "housing")],
    "gears": [part_choices("gears", "gear-set")],
    "place": [confirmed("place", "machine", "tap")],
    "bolts": [bolt_choices("1"), bolt_choices("2")],
    "backlash": [
        [
            ((value("gauge", ok=True),), True),
            ((value("gauge", ok=False), value("gauge", ok=True)), True),
            ((value("typed", ok=True),), False),
            ((value("gauge", ok=False),), False),
            ((value("a guess", ok=True),), False),
            ((), False),
        ]
    ],
    "seal": [point("left"), point("right")],
    "label": [confirmed("label", "tap", "scan")],
}
ENDS = ("done", "done", "done", "open", "skipped", "redone")


@st.composite
def runs(draw: st.DrawFn) -> tuple[UnitRun, bool]:
    """A unit with any provenance of each value, and whether all of it is proof."""
    bodies: list[Body] = []
    is_proven = True
    for step, slots in SLOTS.items():
        for choices in slots:
            # Mostly good ones: else hardly any unit would be provable.
            found, is_good = draw(st.sampled_from([*choices[:1] * 20, *choices]))
            bodies += found
            is_proven = is_proven and is_good
        end = draw(st.sampled_from(["done"] * 30 + list(ENDS)))
        is_proven = is_proven and end == "done"
        bodies += _end(step, end)
    return replay(unit(), bodies), is_proven


def _end(step: str, end: str) -> tuple[Body, ...]:
    done = StepCompleted(step=step)
    if end == "skipped":
        return (StepSkipped(step=step, reason="no_tool", right="skip_step"), done)
    if end == "redone":
        return (done, StepRedone(step=step, reason="done_wrong"), done)
    return (done,) if end == "done" else ()


@given(runs())
def test_a_unit_is_provable_exactly_when_every_value_has_its_proof(
    drawn: tuple[UnitRun, bool],
) -> None:
    run, is_proven = drawn
    assert (assess(run) == ()) == is_proven
    (done,) = completion(run)
    assert isinstance(done, UnitCompleted)
    assert (done.evidence == "provable") == is_proven


@given(runs())
def test_each_value_without_proof_names_a_gap_with_an_owner(drawn: tuple[UnitRun, bool]) -> None:
    values = required_values(drawn[0])
    assert {v.step for v in values} == {s.step.id for s in drawn[0].steps}
    for gap in assess(drawn[0]):
        owner, action = next_of(gap)
        assert owner in {"lead", "quality"}
        assert action


def signed(person: str, right: str) -> SignedOff:
    return SignedOff(
        act="a", right=right, meaning="m", person=person, name=person, role="quality", means="pin"
    )


QUALITY, LEAD = signed("31", "dispose"), signed("412", "sign_off")


@given(runs())
def test_nobodys_acceptance_makes_a_unit_provable(drawn: tuple[UnitRun, bool]) -> None:
    run = replay(drawn[0], completion(drawn[0]))
    decision = accept(run, "proven_elsewhere", (QUALITY, LEAD))
    if drawn[1]:
        assert isinstance(decision, Refusal)
        return
    assert not isinstance(decision, Refusal)
    after = replay(run, decision)
    assert after.completed is not None
    assert after.completed.evidence == "not_provable"
    assert after.accepted is not None
    assert after.accepted.evidence == "not_provable"
    assert assess(after) == assess(run)


@given(runs())
def test_what_is_asked_for_again_is_judged_again_and_never_taken_for_granted(
    drawn: tuple[UnitRun, bool],
) -> None:
    run = replay(drawn[0], completion(drawn[0]))
    decision = ask_again(run, "evidence_missing", (signed("412", "rework"),))
    if isinstance(decision, Refusal):
        assert drawn[1]
        return
    after = replay(run, decision)
    assert after.completed is None
    assert after.index is not None
    done = completion(after)[0]
    assert isinstance(done, UnitCompleted)
    assert done.evidence == "not_provable"


def test_the_steps_of_rework_can_be_asked_for_again() -> None:
    run, check = unit(), msgspec.structs.replace(BACKLASH, id="r1.backlash")
    ordered = ReworkOrdered(
        serial=run.serial,
        rework="r1",
        title={"en": "Look"},
        steps=(check,),
        why="noise",
        source="words",
    )
    gaps = ("typed:r1.backlash", "no_good_result:bolts.2", "typed:r1", "defect_open:1")
    held = UnitCompleted(serial=run.serial, evidence="not_provable", gaps=gaps)
    assert set(steps_with_gaps(replay(run, (ordered, held)))) == {"r1.backlash", "bolts"}


def test_acceptance_needs_a_reason_two_people_and_both_rights() -> None:
    run = unit()
    run = replay(run, completion(run))
    for why, who, code in (
        (" ", (QUALITY, LEAD), "evidence.no_reason"),
        ("because", (QUALITY,), "evidence.not_signed"),
        ("because", (QUALITY, signed("31", "sign_off")), "evidence.signed_twice"),
        ("because", (LEAD, signed("31", "sign_off")), "evidence.not_signed"),
    ):
        refused = accept(run, why, who)
        assert isinstance(refused, Refusal)
        assert refused.code == code


def test_a_signature_is_bound_to_the_fact_that_follows_it() -> None:
    fact = StepConfirmed(step="label", means="tap")
    first, second, last = linked((QUALITY, LEAD, fact))
    assert isinstance(first, SignedOff)
    assert isinstance(second, SignedOff)
    assert (
        first.signs
        == second.signs
        == content_hash("step.confirmed", b'{"step":"label","means":"tap"}')
    )
    assert last is fact
    (alone,) = linked((QUALITY,))
    assert alone == QUALITY
