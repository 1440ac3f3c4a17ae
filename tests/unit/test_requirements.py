"""What a unit still needs: never twice, and nothing at its end."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.domain.defect_rules import FoundDefect, record_defect, resolve_defect
from app.domain.events import Body, PartFitted, StepCompleted, StepRedone, UnitCompleted
from app.domain.instructions import BomLine, ConfirmStep, Instruction, ScanStep, Step
from app.domain.refusal import Refusal
from app.domain.requirements import needed, still_missing
from app.domain.rules import RedoStep, finish
from app.domain.unit_run import StepRun, UnitRun, begin, evolve, replay
from tests.helpers.gearbox import (
    GEARS,
    HOUSING,
    INSTRUCTION,
    at_step,
    done,
    part,
    pull,
    tightening,
    unit,
)

BOLT = BomLine(
    component="bolt",
    part="M8x30",
    name={"en": "Bolt"},
    quantity=4,
    tracked="none",
    location="D1",
)


def with_bolts(*, used_at: str | None = None) -> UnitRun:
    steps = tuple(
        msgspec.structs.replace(s, uses=("bolt",)) if s.id == used_at else s
        for s in INSTRUCTION.steps
    )
    bills = {"B": (HOUSING, GEARS, BOLT)}
    instruction = msgspec.structs.replace(INSTRUCTION, steps=steps, bills=bills)
    return begin(serial="1", order="o", variant="B", instruction=instruction, revision="r")


def asked(run: UnitRun) -> list[tuple[str, int]]:
    return [(p.line.component, p.quantity) for p in still_missing(run).parts]


def test_a_part_is_missing_until_its_scan_is_in_the_record() -> None:
    assert "housing" in dict(asked(unit()))
    assert "housing" not in dict(asked(done(unit(), part())))


def test_a_part_taken_out_again_is_missing_again() -> None:
    run = done(done(unit(), part()), RedoStep("housing", "wrong_part"))
    assert "housing" in dict(asked(run))


def test_a_part_on_the_list_is_not_also_a_step_on_the_list() -> None:
    missing = still_missing(unit())
    assert [s.id for s in missing.steps] == ["place", "bolts", "backlash", "seal", "label"]
    assert missing.count == len(missing.parts) + 5


def test_a_part_is_asked_for_in_the_order_of_the_steps() -> None:
    backwards = msgspec.structs.replace(INSTRUCTION, bills={"B": (BOLT, GEARS, HOUSING)})
    missing = needed(backwards, "B")
    assert [p.line.component for p in missing.parts] == ["housing", "gear-set", "bolt"]


def test_what_nobody_scans_is_missing_until_the_step_that_uses_it_is_done() -> None:
    before, after = at_step("bolts"), at_step("backlash")
    run = with_bolts(used_at="bolts")
    assert dict(asked(replace(run, steps=_done(run, before))))["bolt"] == 4
    assert "bolt" not in dict(asked(replace(run, steps=_done(run, after))))


def test_without_such_a_step_it_is_missing_until_the_last_one_is_done() -> None:
    run = with_bolts()
    last = run.steps[-1].step.id
    done_so_far = replay(run, (StepCompleted(step=s.step.id) for s in run.steps[:-1]))
    (bolt,) = still_missing(done_so_far).parts
    assert (bolt.line.component, bolt.step, bolt.is_scanned) == ("bolt", last, False)
    assert still_missing(evolve(done_so_far, StepCompleted(step=last))).count == 0


def test_a_part_of_which_some_went_in_is_missing_by_the_rest() -> None:
    run = begin(
        serial="1",
        order="o",
        variant="B",
        revision="r",
        instruction=msgspec.structs.replace(
            INSTRUCTION, bills={"B": (msgspec.structs.replace(HOUSING, quantity=3),)}
        ),
    )
    fitted = PartFitted(step="housing", component="housing", part="x", raw="x", means="scanner")
    assert asked(evolve(run, fitted)) == [("housing", 2)]


def test_a_tightening_does_not_change_what_to_fetch() -> None:
    run = at_step("bolts")
    assert asked(done(run, pull(tightening()))) == asked(run)


def test_a_finished_unit_needs_nothing_more() -> None:
    run = unit()
    run = replay(run, (StepCompleted(step=s.step.id) for s in run.steps))
    assert still_missing(run).count == 0


def _done(run: UnitRun, other: UnitRun) -> tuple[StepRun, ...]:
    return tuple(
        replace(mine, is_completed=theirs.is_completed, evidence=theirs.evidence)
        for mine, theirs in zip(run.steps, other.steps, strict=True)
    )


COMPONENTS = ("a", "b", "c", "d")
_steps = st.lists(
    st.tuples(st.sampled_from(("scan", "confirm")), st.sampled_from(COMPONENTS)),
    min_size=1,
    max_size=8,
)


@st.composite
def runs(draw: st.DrawFn) -> UnitRun:
    """Any instruction, anything recorded on it."""
    steps = [_step(n, kind, of) for n, (kind, of) in enumerate(draw(_steps))]
    bill = tuple(
        BomLine(component=c, part=f"part-{c}", name={"en": c}, quantity=draw(st.integers(1, 3)))
        for c in draw(st.sets(st.sampled_from(COMPONENTS)))
    )
    instruction = Instruction(
        id="any", title={"en": "Any"}, product="p", operation="10", steps=tuple(steps),
        bills={"B": bill},
    )  # fmt: skip
    run = begin(serial="1", order="o", variant="B", instruction=instruction, revision="r")
    return replay(run, draw(st.lists(st.sampled_from(_bodies(run)), max_size=12)))


def _step(number: int, kind: str, component: str) -> Step:
    title = {"en": f"Step {number}"}
    if kind == "scan":
        return ScanStep(id=f"s{number}", title=title, component=component)
    uses = (component,)
    return ConfirmStep(id=f"s{number}", title=title, statement={"en": "Yes"}, uses=uses)


def _bodies(run: UnitRun) -> list[Body]:
    found: list[Body] = []
    for step in run.steps:
        name = step.step.id
        found += [StepCompleted(step=name), StepRedone(step=name, reason="other")]
        if isinstance(step.step, ScanStep):
            component = step.step.component
            found.append(
                PartFitted(step=name, component=component, part="p", raw="r", means="scanner")
            )
    return found


@given(run=runs())
def test_nothing_is_asked_for_twice_and_nothing_more_than_the_bill_says(run: UnitRun) -> None:
    missing = still_missing(run)
    components = [p.line.component for p in missing.parts]
    assert len(set(components)) == len(components)
    assert all(0 < p.quantity <= p.line.quantity for p in missing.parts)
    scanned = {p.line.component for p in missing.parts if p.is_scanned}
    assert not [s for s in missing.steps if isinstance(s, ScanStep) and s.component in scanned]
    assert {p.step for p in missing.parts} <= {s.step.id for s in run.steps if not s.is_completed}


@given(run=runs())
def test_the_list_is_empty_exactly_when_every_step_is_completed(run: UnitRun) -> None:
    assert (still_missing(run).count == 0) == (run.index is None)


def test_a_defect_is_on_the_list_until_it_is_put_right() -> None:
    found = FoundDefect(code="scratch", severity="minor", proposal="rework_here")
    decision = record_defect(unit(), found)
    assert not isinstance(decision, Refusal)
    run = replay(unit(), decision)
    assert [defect.code for defect in still_missing(run).defects] == ["scratch"]
    decision = resolve_defect(run, 1)
    assert not isinstance(decision, Refusal)
    assert still_missing(replay(run, decision)).defects == ()


@given(run=runs())
def test_the_list_is_the_gate_of_completion(run: UnitRun) -> None:
    decision = finish(run, ())
    assert not isinstance(decision, Refusal)
    after = replay(run, decision)
    is_completed = any(isinstance(body, UnitCompleted) for body in decision)
    assert is_completed == (still_missing(after).count == 0)


@given(run=runs())
def test_completing_what_is_open_only_ever_shortens_the_list(run: UnitRun) -> None:
    while run.current is not None:
        before = still_missing(run)
        run = evolve(run, StepCompleted(step=run.current.step.id))
        after = still_missing(run)
        left = {p.line.component: p.quantity for p in before.parts}
        assert all(p.quantity <= left.get(p.line.component, 0) for p in after.parts)
