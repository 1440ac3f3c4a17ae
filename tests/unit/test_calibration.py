"""A gauge or tool whose calibration is over: what counts, what does not, and who is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.domain.calibration import (
    BARRED,
    Calibration,
    Grade,
    about,
    calibrated,
    grade,
    is_barred,
    record_of,
)
from app.domain.events import MeasurementRecorded, ReadingUnassigned, TighteningRecorded
from app.domain.evidence import assess
from app.domain.inspection import good_values
from app.domain.instructions import MeasureStep
from app.domain.rules import AcknowledgeNok, TakeReading
from app.domain.unit_run import UnitRun, replay
from app.ports.devices import CommandResult, Outcome
from tests.helpers.gearbox import NOW, TODAY, accepted, at_step, measured
from tests.helpers.station_rig import BADGE, station_at
from tests.screens import scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.view_states import StepBody, ValueSide

RECORD = Calibration(
    device="G-12",
    record="C-2201",
    due=date(2026, 11, 19),
    owner="metrology 7",
    action="send it in",
)


@pytest.mark.parametrize(
    ("days_left", "expected"),
    [
        (15, Grade.GOOD),
        (13, Grade.SOON),
        (0, Grade.SOON),
        (-1, Grade.GRACE),
        (-3, Grade.GRACE),
        (-4, Grade.OVERDUE),
    ],
)
def test_a_calibration_ends_by_degrees(days_left: int, expected: Grade) -> None:
    record = structs.replace(RECORD, due=TODAY + timedelta(days=days_left), grace_days=3)
    assert grade(record, TODAY) is expected


def test_without_days_of_grace_the_day_after_is_too_late() -> None:
    assert grade(RECORD, date(2026, 11, 19)) is Grade.SOON
    assert grade(RECORD, date(2026, 11, 20)) is Grade.OVERDUE


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 90), st.integers(0, 90))
def test_a_calibration_never_gets_better_by_waiting(today: date, warn: int, grace: int) -> None:
    record = structs.replace(RECORD, warn_days=warn, grace_days=grace)
    order = list(Grade)
    tomorrow = grade(record, today + timedelta(days=1))
    assert order.index(tomorrow) >= order.index(grade(record, today))


def test_a_withdrawn_one_is_barred_before_its_day() -> None:
    record = structs.replace(RECORD, due=date(2030, 1, 1), is_withdrawn=True)
    assert is_barred(about("G-12", record, TODAY))


def test_a_plant_that_requires_records_bars_a_device_without_one() -> None:
    rule = Calibration(device="*", is_required=True, owner="metrology 7", action="calibrate it")
    mine = structs.replace(RECORD, due=date(2030, 1, 1))
    assert grade(record_of("G-13", [rule, mine]), TODAY) is Grade.MISSING
    assert grade(record_of("G-12", [rule, mine]), TODAY) is Grade.GOOD
    assert about("G-13", record_of("G-13", [mine]), TODAY) is None


def test_a_refusal_names_record_owner_and_next_action() -> None:
    said = about("G-12", RECORD, TODAY)
    assert said is not None
    assert said.code == "calibration.overdue"
    assert said.facts == {
        "device": "G-12",
        "record": "C-2201",
        "due": "2026-11-19",
        "owner": "metrology 7",
        "action": "send it in",
    }


# -- values -----------------------------------------------------------------------------------


@pytest.mark.parametrize("found", sorted(BARRED))
@pytest.mark.parametrize("means", ["gauge", "typed"])
def test_a_value_of_a_barred_gauge_is_kept_and_does_not_count(found: Grade, means: str) -> None:
    of = calibrated(RECORD, TODAY)
    assert of is not None
    command = TakeReading(
        measured(), "backlash", means, calibration=structs.replace(of, grade=found)
    )
    (kept,) = accepted(at_step("backlash"), command)
    assert isinstance(kept, ReadingUnassigned)
    assert kept.reason == "not_calibrated"


def test_a_value_in_the_days_of_grace_counts_and_the_unit_is_not_provable() -> None:
    of = calibrated(structs.replace(RECORD, grace_days=5), TODAY)
    run = at_step("backlash")
    run = replay(run, accepted(run, TakeReading(measured(), "backlash", calibration=of)))
    assert run.current is not None
    assert run.current.step.id == "seal"
    assert "calibration_over:backlash" in assess(run)


# -- repeats, spread, limits later ------------------------------------------------------------


def repeated(**changes: object) -> UnitRun:
    run = at_step("backlash")
    current = run.current
    assert current is not None
    step = structs.replace(current.step, **changes)
    steps = tuple(replace(s, step=step) if s is current else s for s in run.steps)
    return replace(run, steps=steps)


def take(run: UnitRun, value: str) -> UnitRun:
    reading = measured(value)
    return replay(run, accepted(run, TakeReading(reading, "backlash")))


def test_values_too_far_apart_are_all_measured_again() -> None:
    run = repeated(repeats=2, spread=Decimal("0.01"), max_attempts=5)
    run = take(take(run, "0.10"), "0.12")
    current = run.current
    assert current is not None
    assert current.is_nok_open
    assert current.measurements[-1].reasons == ("spread_high",)
    run = replay(run, accepted(run, AcknowledgeNok()))
    current = run.current
    assert current is not None
    assert good_values(current) == ()
    run = take(run, "0.12")
    assert run.current is not None
    assert run.current.step.id == "backlash"
    run = take(run, "0.13")
    assert run.current is not None
    assert run.current.step.id == "seal"


def test_a_spread_that_is_just_allowed_is_good() -> None:
    run = take(take(repeated(repeats=2, spread=Decimal("0.01")), "0.10"), "0.11")
    assert run.current is not None
    assert run.current.step.id == "seal"


@given(st.lists(st.decimals("0.08", "0.14", places=3), min_size=1, max_size=8))
def test_a_step_is_done_only_by_values_that_lie_close_enough(values: list[Decimal]) -> None:
    run = repeated(repeats=3, spread=Decimal("0.02"), max_attempts=99)
    for value in values:
        if run.current is None or run.current.step.id != "backlash":
            break
        run = take(run, str(value))
        if run.current is not None and run.current.is_nok_open:
            run = replay(run, accepted(run, AcknowledgeNok()))
    step = next(s for s in run.steps if s.step.id == "backlash")
    good = [m.reading.values[0].value for m in good_values(step)]
    assert step.is_completed == (len(good) >= 3)
    assert not good or max(good) - min(good) <= Decimal("0.02")


def test_the_record_says_that_the_limits_were_not_seen_before() -> None:
    run = repeated(limits_later=True, repeats=2, max_attempts=5)
    before = accepted(run, TakeReading(measured("0.20"), "backlash"))
    assert isinstance(before[0], MeasurementRecorded)
    assert before[0].is_blind
    run = replay(replay(run, before), accepted(replay(run, before), AcknowledgeNok()))
    (after, *_) = accepted(run, TakeReading(measured("0.11"), "backlash"))
    assert isinstance(after, MeasurementRecorded)
    assert not after.is_blind


# -- at the station ---------------------------------------------------------------------------


async def test_a_tool_whose_calibration_is_over_is_not_released(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.publish(structs.replace(RECORD, device="T-07"))
        await rig.scan(BADGE, "SN 0418-77231", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
        rig.machine.answers.put_nowait(CommandResult(Outcome.CONFIRMED))
        await rig.until(lambda s: s.calibration is not None)
        assert rig.state.calibration is not None
        assert rig.state.calibration.code == "calibration.overdue"
        assert not [asked for asked in rig.tool.asked if asked.startswith("arm")]
        await rig.publish(structs.replace(RECORD, device="T-07", due=date(2027, 11, 19)))
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)


async def test_a_value_typed_from_such_a_gauge_is_refused_and_kept(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        await rig.pull("2")
        await rig.publish(RECORD)
        await rig.station.value_typed(Decimal("0.11"))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "calibration.overdue"
        assert rig.step == "backlash"
        assert "reading.unassigned" in await rig.kinds("0418-77231")
        await rig.publish(structs.replace(RECORD, record="C-2301", due=date(2027, 11, 19)))
        await rig.station.value_typed(Decimal("0.11"))
        assert rig.step == "seal"
        bodies = await rig.bodies("0418-77231")
        found = [b.calibration for b in bodies if isinstance(b, MeasurementRecorded)]
        assert [c.record for c in found if c is not None] == ["C-2301"]
        assert all(b.calibration is None for b in bodies if isinstance(b, TighteningRecorded))


def test_the_step_says_that_its_gauge_is_not_to_be_used() -> None:
    state = scenes.signed_in("backlash")
    step = state.run.current.step if state.run is not None and state.run.current else None
    assert isinstance(step, MeasureStep)
    said = about(step.gauge, structs.replace(RECORD, device=step.gauge), NOW.date())
    body = Scene(replace(state, calibration=said)).screen.body
    assert isinstance(body, StepBody)
    assert isinstance(body.side, ValueSide)
    assert body.side.trouble is not None
    words = f"{say(body.side.trouble.headline)} {say(body.side.trouble.line)}"
    for fact in (step.gauge, "2026-11-19", "C-2201", "metrology 7", "send it in"):
        assert fact in words


def test_limits_and_verdicts_wait_for_the_values() -> None:
    state = scenes.signed_in("backlash", scenes.measurement("0.112"))
    assert state.run is not None
    current = state.run.current
    assert current is not None
    assert isinstance(current.step, MeasureStep)
    blind = structs.replace(current.step, limits_later=True, repeats=9)
    run = replace(
        state.run,
        steps=tuple(replace(s, step=blind) if s is current else s for s in state.run.steps),
    )
    body = Scene(replace(state, run=run)).screen.body
    assert isinstance(body, StepBody)
    side = body.side
    assert isinstance(side, ValueSide)
    assert (side.gauge, side.verdict) == (None, None)
    assert [(say(name), say(words)) for name, words in side.facts] == [
        ("Limits", "Limits are shown after the value.")
    ]
    assert side.table is not None
    assert [say(row.word) for row in side.table.rows] == ["recorded"]
