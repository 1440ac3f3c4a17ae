"""The step runner's rules: what stops an operator, and what lets a unit go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.events import (
    MachineRefused,
    PartFitted,
    ReadingUnassigned,
    StepCompleted,
    TighteningRecorded,
    UnitCompleted,
    UnitHeld,
)
from app.domain.evidence import assess
from app.domain.instructions import BomLine
from app.domain.parts import PartFacts
from app.domain.plant import Hold, Lot
from app.domain.readings import Quantity, ReadingKind
from app.domain.refusal import Refusal
from app.domain.rules import (
    AcknowledgeNok,
    AnswerPoint,
    Command,
    Confirm,
    FitPart,
    RedoStep,
    SkipStep,
    TakeMachineAnswer,
    TakeReading,
    decide,
)
from app.domain.scans import Scan, ScanFault, ScanKind
from app.domain.unit_run import StepState, UnitRun, replay
from tests.helpers.gearbox import (
    BEARING,
    GEARS,
    HOUSING,
    NOW,
    TODAY,
    accepted,
    at_step,
    done,
    measured,
    part,
    pull,
    refused,
    tightening,
    unit,
)

HOLD = Hold(hold="H-0093", reason="noise", owner="quality 31", placed_at=NOW, lot="L-1")


def test_scanning_the_unit_is_the_first_step_done() -> None:
    assert unit().index == 1
    assert unit().state_of(0) is StepState.OK


def test_a_step_for_the_other_variant_is_not_there() -> None:
    assert unit("A").step_run("wipe") is not None
    assert unit("B").step_run("wipe") is None


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (part(holds=(HOLD,)), "lot.on_hold"),
        (part(lot=None), "lot.unknown"),
        (part(lot=Lot(lot="L-1", part="OTHER")), "lot.of_other_part"),
        (part(lot=Lot(lot="L-1", part="HS-200", expires=date(2026, 11, 19))), "lot.expired"),
        (part(GEARS), "part.not_this_step"),
        (part(BEARING), "part.not_this_step"),
    ],
)
def test_a_part_that_may_not_go_in_is_refused_by_name(command: FitPart, code: str) -> None:
    assert refused(unit(), command).code == code


def test_a_lot_is_good_until_the_end_of_its_last_day() -> None:
    lot = Lot(lot="L-1", part="HS-200", expires=TODAY)
    assert isinstance(accepted(unit(), part(lot=lot))[-1], StepCompleted)


def test_the_label_s_own_expiry_counts_too() -> None:
    command = part()
    scan = msgspec.structs.replace(command.scan, expiry=date(2020, 1, 31))
    assert refused(unit(), replace(command, scan=scan)).code == "lot.expired"


def test_a_hold_names_its_record_owner_and_the_lot_to_take_instead() -> None:
    substitute = Lot(lot="L-2", part="HS-200", location="rack B3", quantity=140)
    facts = refused(unit(), part(holds=(HOLD,), substitute=substitute)).facts
    assert (facts["hold"], facts["owner"], facts["reason"]) == ("H-0093", "quality 31", "noise")
    assert (facts["use_lot"], facts["use_location"]) == ("L-2", "rack B3")


@pytest.mark.parametrize(
    ("scan", "code"),
    [
        (Scan(kind=ScanKind.UNKNOWN, raw="???"), "scan.unknown"),
        (Scan(kind=ScanKind.UNKNOWN, raw="?", fault=ScanFault.COMPRESSED), "scan.compressed"),
        (Scan(kind=ScanKind.UNKNOWN, raw="?", fault=ScanFault.AMBIGUOUS), "scan.ambiguous"),
        (Scan(kind=ScanKind.LOCATION, raw="LOC-1", value="1"), "scan.not_a_part"),
        (Scan(kind=ScanKind.PART, raw="P:X", part="X"), "part.not_in_bill"),
        (Scan(kind=ScanKind.PART, raw="P:HS-200", part="HS-200"), "scan.no_lot"),
    ],
)
def test_a_scan_that_is_no_such_part_says_what_it_was(scan: Scan, code: str) -> None:
    command = FitPart(scan, PartFacts(today=TODAY))
    assert refused(unit(), command).code == code


def test_a_gtin_matches_with_and_without_its_leading_zero() -> None:
    command = part()
    scan = msgspec.structs.replace(command.scan, gtin="04006381333931", part=None)
    assert accepted(unit(), replace(command, scan=scan))


OTHER_HOUSING = "HS-201"
WITH_ALTERNATE = msgspec.structs.replace(
    HOUSING, alternates=(OTHER_HOUSING, "HS-202"), alternate_gtins={OTHER_HOUSING: "96385074"}
)


def with_alternate() -> UnitRun:
    bills = {"B": (WITH_ALTERNATE, BEARING, GEARS)}
    run = unit()
    return replace(run, instruction=msgspec.structs.replace(run.instruction, bills=bills))


def alternate(lot_of: str = OTHER_HOUSING, **scanned: str | None) -> FitPart:
    labelled = {"kind": ScanKind.PART, "raw": "x", "lot": "L-9"} | scanned
    facts = PartFacts(today=TODAY, lot=Lot(lot="L-9", part=lot_of))
    return FitPart(msgspec.convert(labelled, Scan), facts)


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (alternate(gtin="00000096385074"), OTHER_HOUSING),
        (alternate(part=OTHER_HOUSING), OTHER_HOUSING),
        (alternate("HS-202", part="HS-202", gtin="09521234502043"), "HS-202"),
    ],
)
def test_an_alternate_is_taken_and_the_record_says_which(command: FitPart, name: str) -> None:
    fitted = accepted(with_alternate(), command)[0]
    assert isinstance(fitted, PartFitted)
    assert (fitted.part, fitted.instead_of, fitted.lot) == (name, "HS-200", "L-9")


def test_the_part_that_is_meant_is_instead_of_nothing() -> None:
    fitted = accepted(with_alternate(), part())[0]
    assert isinstance(fitted, PartFitted)
    assert (fitted.part, fitted.instead_of) == ("HS-200", None)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (alternate("HS-200", gtin="96385074"), "lot.of_other_part"),
        (alternate(part=OTHER_HOUSING, gtin="09521234502043"), "part.not_in_bill"),
        (alternate("HS-202", gtin="09521234502043"), "part.not_in_bill"),
    ],
)
def test_an_alternate_is_judged_like_any_part(command: FitPart, code: str) -> None:
    assert refused(with_alternate(), command).code == code


def test_alternates_of_older_and_newer_instructions_are_read_by_newer_and_older_stations() -> None:
    old = b'{"component":"c","part":"P","name":{"en":"C"},"alternates":["Q"]}'
    line = msgspec.json.decode(old, type=BomLine)
    assert (line.parts, line.gtin_of("Q")) == (("P", "Q"), None)
    new = msgspec.json.decode(msgspec.json.encode(WITH_ALTERNATE))
    assert new["alternates"] == [OTHER_HOUSING, "HS-202"]


def test_a_serial_fitted_elsewhere_is_refused_with_its_unit() -> None:
    refusal = refused(at_step("gears"), part(GEARS, fitted_in="0418-77239"))
    assert (refusal.code, refusal.facts["unit"]) == ("serial.already_fitted", "0418-77239")


def test_a_scan_when_no_part_is_asked_for_changes_nothing() -> None:
    assert refused(at_step("bolts"), part()).code == "scan.not_expected"


def test_the_machine_s_no_leaves_the_step_open() -> None:
    run = at_step("place")
    (body,) = accepted(run, TakeMachineAnswer("clamp", ok=False, code="E17"))
    assert body == MachineRefused(step="place", request="clamp", code="E17")
    assert done(run, TakeMachineAnswer("clamp", ok=False)).index == run.index


def test_a_tap_cannot_stand_in_for_the_machine() -> None:
    assert refused(at_step("place"), Confirm()).code == "confirm.not_yet"


@pytest.mark.parametrize(
    ("reading", "reason"),
    [
        (tightening("23.4", ok=False), "torque_low"),
        (tightening("26.6", ok=False), "torque_high"),
        (tightening(angle="49", ok=False), "angle_low"),
        (tightening("25.0", ok=False), "device_nok"),
        (tightening(ok=None), "device_nok"),
        (tightening(program="11"), "wrong_program"),
        (tightening(values=(Quantity("angle", Decimal(60), "deg"),)), "torque_missing"),
        (
            tightening(
                values=(
                    Quantity("torque", Decimal(25), "[lbf_av].[ft_i]"),
                    Quantity("angle", Decimal(60), "deg"),
                )
            ),
            "wrong_unit",
        ),
        (
            tightening(
                values=(
                    Quantity("torque", Decimal(25), "N.m", Decimal(20), Decimal(30)),
                    Quantity("angle", Decimal(60), "deg"),
                )
            ),
            "limits_differ",
        ),
    ],
)
def test_a_result_is_judged_by_us_whatever_the_tool_says(reading: object, reason: str) -> None:
    recorded = accepted(at_step("bolts"), pull(reading))[0]  # type: ignore[arg-type]
    assert isinstance(recorded, TighteningRecorded)
    assert (recorded.ok, reason in recorded.reasons) == (False, True)


def test_a_failed_bolt_must_be_acknowledged_before_the_next_pull_counts() -> None:
    run = done(at_step("bolts"), pull(tightening("20.0", ok=False)))
    (body,) = accepted(run, pull(tightening(result_id="2")))
    assert isinstance(body, ReadingUnassigned)
    assert body.reason == "nok_not_acknowledged"
    run = done(run, AcknowledgeNok())
    recorded = accepted(run, pull(tightening(result_id="3")))[0]
    assert isinstance(recorded, TighteningRecorded)
    assert (recorded.position, recorded.attempt, recorded.ok) == ("1", 2, True)


def test_three_failures_at_one_place_hold_the_unit() -> None:
    run = at_step("bolts")
    for attempt in ("a", "b"):
        run = done(run, pull(tightening("20.0", ok=False, result_id=attempt)))
        run = done(run, AcknowledgeNok())
    bodies = accepted(run, pull(tightening("20.0", ok=False, result_id="c")))
    assert isinstance(bodies[-1], UnitHeld)
    assert refused(replay(run, bodies), AcknowledgeNok()).code == "unit.held"


def test_a_loosening_is_evidence_and_never_counts() -> None:
    run = at_step("bolts")
    (body,) = accepted(run, pull(tightening(kind=ReadingKind.LOOSENING)))
    assert isinstance(body, TighteningRecorded)
    assert (body.counted, body.ok) == (False, False)
    assert replay(run, (body,)).current.next_position == "1"  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", [ReadingKind.GAP, ReadingKind.STATE, ReadingKind.ALARM])
def test_what_is_no_rundown_is_never_recorded_as_one(kind: ReadingKind) -> None:
    (body,) = accepted(at_step("bolts"), pull(tightening(kind=kind)))
    assert isinstance(body, ReadingUnassigned)
    assert body.reason == "no_rundown"


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (pull(armed=None), "not_armed"),
        (pull(armed="other"), "not_armed"),
        (pull(tightening(identifiers=("0418-77232",))), "other_unit"),
        (pull(tightening(source="T-08")), "other_device"),
    ],
)
def test_a_result_nobody_asked_for_is_kept_and_not_counted(
    command: TakeReading, reason: str
) -> None:
    (body,) = accepted(at_step("bolts"), command)
    assert isinstance(body, ReadingUnassigned)
    assert body.reason == reason


def test_a_result_that_names_this_unit_is_taken() -> None:
    command = pull(tightening(identifiers=("0418-77231",)))
    assert isinstance(accepted(at_step("bolts"), command)[0], TighteningRecorded)


def test_the_last_bolt_completes_the_step() -> None:
    run = done(at_step("bolts"), pull())
    assert run.current.next_position == "2"  # type: ignore[union-attr]
    assert isinstance(accepted(run, pull(tightening(result_id="2")))[-1], StepCompleted)


def test_a_value_in_another_unit_is_not_a_good_measurement() -> None:
    run = done(at_step("backlash"), TakeReading(measured("0.11", "[in_i]"), "backlash"))
    assert run.current.measurements[0].reasons == ("wrong_unit",)  # type: ignore[union-attr]


def test_a_typed_value_is_taken_but_the_unit_is_not_provable() -> None:
    run = done(at_step("backlash"), TakeReading(measured(), "backlash", "typed"))
    for place in ("left", "right"):
        run = done(run, AnswerPoint(place, ok=True))
    completed = accepted(done(run, Confirm()), Confirm())[-1]
    assert isinstance(completed, UnitCompleted)
    assert (completed.evidence, completed.gaps) == ("not_provable", ("typed:backlash",))


def test_an_inspection_takes_no_blanket_tick() -> None:
    run = done(at_step("seal"), AnswerPoint("left", ok=True))
    refusal = refused(run, Confirm())
    assert (refusal.code, refusal.facts) == ("inspect.places_open", {"places": "right"})


def test_a_bad_place_keeps_the_inspection_open_until_it_is_good() -> None:
    run = at_step("seal")
    for place, ok in (("left", False), ("right", True)):
        run = done(run, AnswerPoint(place, ok=ok))
    assert refused(run, Confirm()).code == "inspect.places_nok"
    run = done(run, AnswerPoint("left", ok=True))
    assert isinstance(accepted(run, Confirm())[-1], StepCompleted)


def test_an_instruction_cannot_be_tapped_away_before_it_was_read() -> None:
    run = at_step("wipe", "A")
    for means in ("tap", "scan", "badge"):
        refusal = refused(run, Confirm(means, seconds_shown=0.9))
        assert (refusal.code, refusal.facts["seconds"]) == ("confirm.too_soon", "2")
        assert accepted(run, Confirm(means, seconds_shown=2))


def test_a_good_unit_is_provable_and_says_what_was_reworked() -> None:
    completed = accepted(at_step("label"), Confirm())[-1]
    assert completed == UnitCompleted(serial="0418-77231", evidence="provable")
    run = done(at_step("bolts"), pull(tightening("20", ok=False)))
    assert run.reworked == 1


def test_redoing_a_step_keeps_what_was_recorded() -> None:
    run = done(at_step("backlash"), RedoStep("bolts", "wrong bolts"))
    step = run.step_run("bolts")
    assert step is not None
    assert (run.current, len(step.earlier), step.evidence) == (step, 2, ())


def test_nothing_can_be_done_to_a_completed_unit() -> None:
    run = done(at_step("label"), Confirm())
    assert refused(run, Confirm()).code == "unit.completed"
    assert refused(run, RedoStep("bolts", "late")).code == "redo.nothing_to_redo"


COMMANDS: tuple[Command, ...] = (
    part(),
    part(GEARS),
    part(BEARING),
    part(holds=(HOLD,)),
    pull(),
    pull(tightening("20", ok=False)),
    pull(tightening(kind=ReadingKind.LOOSENING)),
    pull(armed=None),
    TakeReading(measured(), "backlash"),
    TakeReading(measured("0.2"), "backlash"),
    AnswerPoint("left", ok=True),
    AnswerPoint("right", ok=True),
    AnswerPoint("right", ok=False),
    Confirm(),
    TakeMachineAnswer("clamp", ok=True),
    TakeMachineAnswer("clamp", ok=False),
    AcknowledgeNok(),
    RedoStep("bolts", "again"),
)


@given(st.lists(st.sampled_from(COMMANDS), max_size=60))
def test_whatever_happens_a_unit_is_complete_only_with_all_its_evidence(
    commands: list[Command],
) -> None:
    run = unit()
    for command in commands:
        decision = decide(run, command)
        if isinstance(decision, Refusal):
            continue
        before, run = run, replay(run, decision)
        assert len(run.steps) == len(before.steps)
        for old, new in zip(before.steps, run.steps, strict=True):
            kept = (*new.earlier, *new.evidence)
            assert kept[: len(old.earlier)] == old.earlier, "evidence is never dropped"
            assert set(map(id, old.evidence)) <= set(map(id, kept))
        if run.completed is not None:
            bolts = run.step_run("bolts")
            assert bolts is not None
            assert all(step.is_completed for step in run.steps)
            assert all(t is not None and t.ok for t in map(bolts.tightening_at, ("1", "2")))


def skippable(right: str | None = "skip_step") -> UnitRun:
    run = at_step("backlash")
    steps = tuple(
        replace(s, step=msgspec.structs.replace(s.step, skip_right=right))
        if s.step.id == "backlash"
        else s
        for s in run.steps
    )
    return replace(run, steps=steps)


@pytest.mark.parametrize(
    ("run", "command", "code"),
    [
        (skippable(None), SkipStep("no gauge", frozenset({"skip_step"})), "skip.not_planned"),
        (skippable(), SkipStep("no gauge", frozenset({"sign_off"})), "skip.no_right"),
        (skippable(), SkipStep("  ", frozenset({"skip_step"})), "skip.no_reason"),
    ],
)
def test_a_step_is_left_out_only_as_the_plan_says(
    run: UnitRun, command: SkipStep, code: str
) -> None:
    assert refused(run, command).code == code


def test_a_step_left_out_is_done_and_leaves_its_gap_in_the_evidence() -> None:
    run = done(skippable(), SkipStep("no gauge", frozenset({"skip_step"})))
    assert run.current is not None
    assert run.current.step.id == "seal"
    assert "skipped:backlash" in assess(run)
    assert not [gap for gap in assess(run) if gap == "not_completed:backlash"]


def test_a_step_left_out_can_be_done_after_all() -> None:
    run = done(skippable(), SkipStep("no gauge", frozenset({"skip_step"})))
    run = done(run, RedoStep("backlash", "other"))
    run = done(run, TakeReading(measured(), "backlash"))
    assert not [gap for gap in assess(run) if "backlash" in gap]
