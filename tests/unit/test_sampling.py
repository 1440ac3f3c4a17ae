"""On which units a step is due, why, and what a sample that was not taken leads to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.domain.events import UnitCompleted, UnitHeld, UnitStarted
from app.domain.instructions import (
    ConfirmStep,
    Instruction,
    LotRule,
    SamplingRule,
    ScanStep,
    SignOffRule,
)
from app.domain.line_events import StopBegan, StopEnded
from app.domain.sample_events import LotPlan, SampleDecided, SampleSettled
from app.domain.sampling import NOT_DUE, Moment, Outcome, Sample, decided, lots_of, sample_numbers
from app.ports.journal import NewEvent
from app.services.leaving_out import LeaveOut
from app.services.unit_work import SYSTEM
from tests.helpers.gearbox import INSTRUCTION
from tests.helpers.station_rig import BADGE, Rig, station_at

_MINUTE_US = 60_000_000


def moment(**changes: object) -> Moment:
    facts: dict[str, object] = {
        "now_us": 1_000 * _MINUTE_US,
        "order": "PO-1",
        "variant": "B",
        "revision": "r1",
        "shift": "Early",
        "lot_size": 40,
    }
    return Moment(**(facts | changes))  # type: ignore[arg-type]


class Line:
    """Units one after the other, each decided by what was before it."""

    def __init__(self, rule: SamplingRule) -> None:
        self.rule = rule
        self.history: list[Sample] = []
        self.now_us = 1_000 * _MINUTE_US

    def unit(
        self,
        outcome: Outcome = "done",
        *,
        is_bad: bool = False,
        minutes: int = 1,
        **changes: object,
    ) -> str:
        """The reason for the next unit."""
        self.now_us += minutes * _MINUTE_US
        body = decided("gauge", self.rule, moment(now_us=self.now_us, **changes), self.history)
        serial = f"SN-{len(self.history) + 1}"
        self.history.append(Sample(serial, self.now_us, body, outcome, is_bad))
        return body.reason


def test_without_a_condition_no_unit_is_due() -> None:
    assert Line(SamplingRule()).unit() == NOT_DUE


def test_every_fifth_unit_beginning_with_the_first() -> None:
    line = Line(SamplingRule(every=5))
    found = [line.unit() for _ in range(11)]
    assert [n for n, reason in enumerate(found, 1) if reason == "count"] == [1, 6, 11]


@given(st.integers(1, 20), st.integers(1, 100))
def test_by_count_never_more_units_lie_between_two_samples(every: int, units: int) -> None:
    line = Line(SamplingRule(every=every))
    due = [n for n in range(units) if line.unit() == "count"]
    assert due == list(range(0, units, every))


def test_by_time_the_first_unit_after_so_many_minutes() -> None:
    line = Line(SamplingRule(every_min=60))
    found = [line.unit(minutes=25) for _ in range(7)]
    assert found == ["time", NOT_DUE, NOT_DUE, "time", NOT_DUE, NOT_DUE, "time"]


def test_the_first_units_of_an_order() -> None:
    line = Line(SamplingRule(at_order=2))
    found = [line.unit(order=order) for order in ("A", "A", "A", "B", "A", "B", "B")]
    assert found == ["order", "order", NOT_DUE, "order", NOT_DUE, "order", NOT_DUE]


def test_the_first_unit_of_a_shift_also_when_it_has_yesterday_s_name() -> None:
    line = Line(SamplingRule(at_start=1))
    assert [line.unit(), line.unit(), line.unit(shift="Late"), line.unit(shift="Late")] == [
        "start",
        NOT_DUE,
        "start",
        NOT_DUE,
    ]
    assert line.unit(minutes=24 * 60, shift="Late") == "start"


def test_the_first_units_after_a_stop() -> None:
    line = Line(SamplingRule(after_stop=2))
    assert line.unit() == NOT_DUE
    stopped = line.now_us + 30_000_000
    found = [line.unit(stopped_us=stopped) for _ in range(3)]
    assert found == ["stop", "stop", NOT_DUE]


@pytest.mark.parametrize("change", [{"revision": "r2"}, {"variant": "A"}])
def test_the_first_unit_after_a_change_of_instruction_or_variant(change: dict[str, Any]) -> None:
    line = Line(SamplingRule(after_change=1))
    assert [line.unit(), line.unit(), line.unit(**change), line.unit(**change)] == [
        "change",
        NOT_DUE,
        "change",
        NOT_DUE,
    ]


def test_a_sample_that_was_missed_is_due_on_the_next_unit() -> None:
    line = Line(SamplingRule(every=5))
    assert [line.unit("missed"), line.unit("missed"), line.unit(), line.unit()] == [
        "count",
        "missed",
        "missed",
        NOT_DUE,
    ]


def test_one_that_is_still_open_is_waited_for_only_where_the_rule_says_so() -> None:
    for until_done, expected in (("", None), ("wait", "SN-1"), ("mark", "SN-1")):
        line = Line(SamplingRule(at_order=1, until_done=until_done))
        line.unit("open")
        line.unit()
        assert line.history[-1].body.waits_for == expected


# -- lots -------------------------------------------------------------------------------------

LOT = SamplingRule(lot=LotRule(aql="4.0"))


def lot(line: Line, order: str, units: int = 40, *, bad: int = 0) -> list[str]:
    reasons = []
    for _ in range(units):
        reasons.append(line.unit(order=order, is_bad=bad > 0, lot_size=units))
        bad -= line.history[-1].body.is_due and bad > 0
    return reasons


def test_so_many_units_of_a_lot_are_drawn_as_its_plan_says() -> None:
    line = Line(LOT)
    reasons = lot(line, "PO-1")
    plan = line.history[0].body.plan
    assert plan == LotPlan(letter="E", severity="normal", size=13, accept=1, reject=2)
    assert reasons.count("lot") == plan.size
    assert set(reasons) == {"lot", NOT_DUE}


def test_a_lot_that_is_not_accepted_is_sorted_from_there_on() -> None:
    line = Line(SamplingRule(lot=LotRule(aql="4.0")))
    reasons = lot(line, "PO-1", bad=9)
    plan = line.history[0].body.plan
    assert plan is not None
    last = [i for i, r in enumerate(reasons) if r == "lot"][plan.reject - 1]
    assert set(reasons[last + 1 :]) == {"lot_refused"}


def test_two_refused_lots_of_five_make_the_next_one_tightened() -> None:
    line = Line(LOT)
    lot(line, "PO-1", bad=9)
    lot(line, "PO-2")
    lot(line, "PO-3", bad=9)
    lot(line, "PO-4", units=1)
    plan = line.history[-1].body.plan
    assert plan is not None
    assert plan.severity == "tightened"
    assert [severity for severity, *_ in lots_of(line.history)][:3] == ["normal"] * 3


def test_inspection_that_is_stopped_looks_at_every_unit() -> None:
    line = Line(LOT)
    for n in range(7):
        lot(line, f"PO-{n}", bad=40)
    reasons = lot(line, "PO-9", units=8)
    assert set(reasons) == {"lot_stopped"}


@given(st.text(max_size=9), st.integers(1, 500), st.integers(1, 80))
def test_the_draw_is_of_the_lot_whole_and_the_same_each_time(
    seed: str, units: int, size: int
) -> None:
    drawn = sample_numbers(seed, units, size)
    assert len(drawn) == min(size, units)
    assert all(1 <= number <= units for number in drawn)
    assert drawn == sample_numbers(seed, units, size)


# -- at the station ---------------------------------------------------------------------------


def sampled(rule: SamplingRule, *, skip_right: str | None = None) -> Instruction:
    """Scan, approve (on some units), put the label on."""
    return structs.replace(
        INSTRUCTION,
        steps=(
            ScanStep(id="unit", title={"en": "Scan unit"}, component="unit"),
            ConfirmStep(
                id="approve",
                title={"en": "Approve the first piece"},
                statement={"en": "It is as it should be"},
                sign_off=SignOffRule(
                    right="approve_first", meaning={"en": "First piece approved"}
                ),
                sampling=rule,
                skip_right=skip_right,
            ),
            ConfirmStep(id="label", title={"en": "Label"}, statement={"en": "It is labelled"}),
        ),
    )


async def confirm(rig: Rig) -> None:
    rig.clock.us += 5_000_000
    await rig.station.primary_pressed()


async def build(rig: Rig, serial: str) -> None:
    """From the scan to the next unit, without a sample."""
    await rig.scan(f"SN {serial}")
    assert rig.step == "label", rig.state.refusal
    await confirm(rig)
    await confirm(rig)


async def approve(rig: Rig) -> None:
    await confirm(rig)
    await rig.scan("BADGE-412")


async def decisions(rig: Rig, serial: str) -> list[SampleDecided]:
    return [b for b in await rig.bodies(serial) if isinstance(b, SampleDecided)]


async def completed(rig: Rig, serial: str) -> UnitCompleted:
    return next(b for b in await rig.bodies(serial) if isinstance(b, UnitCompleted))


async def test_units_behind_the_first_piece_wait_until_it_is_approved(tmp_path: Path) -> None:
    plan = sampled(SamplingRule(at_order=1, until_done="wait"))
    async with station_at(tmp_path, instruction=plan) as rig:
        await rig.scan(BADGE, "SN 0418-77231")
        assert rig.step == "approve"
        await rig.station.unit_left()
        await rig.scan("SN 0418-77232")
        assert rig.state.refusal is not None
        refusal = rig.state.refusal.refusal
        assert (refusal.code, refusal.facts["first"]) == ("sample.waits", "0418-77231")
        assert rig.state.run is None
        assert not [b for b in await rig.bodies("0418-77232") if isinstance(b, UnitStarted)]
        await rig.scan("SN 0418-77231")
        await approve(rig)
        assert rig.step == "label"
        await confirm(rig)
        await confirm(rig)
        await build(rig, "0418-77232")
        assert (await completed(rig, "0418-77231")).evidence == "provable"
        assert [(d.is_due, d.reason) for d in await decisions(rig, "0418-77232")] == [
            (False, NOT_DUE)
        ]
        assert (await completed(rig, "0418-77232")).evidence == "provable"


async def test_units_behind_it_are_marked_until_it_is_approved(tmp_path: Path) -> None:
    plan = sampled(SamplingRule(at_start=1, until_done="mark"))
    async with station_at(tmp_path, instruction=plan) as rig:
        await rig.scan(BADGE, "SN 0418-77231")
        await rig.station.unit_left()
        await build(rig, "0418-77232")
        assert (await completed(rig, "0418-77232")).gaps == ("sample_open:approve",)
        await rig.scan("SN 0418-77233")
        await rig.station.unit_left()
        await rig.scan("SN 0418-77231")
        await approve(rig)
        await confirm(rig)
        await confirm(rig)
        settled = [b for b in await rig.bodies("0418-77232") if isinstance(b, SampleSettled)]
        assert [b.of for b in settled] == ["0418-77231"]
        await rig.scan("SN 0418-77233")
        await confirm(rig)
        assert (await completed(rig, "0418-77233")).evidence == "provable"


async def test_a_due_sample_that_is_left_out_is_a_gap_and_due_on_the_next_unit(
    tmp_path: Path,
) -> None:
    plan = sampled(SamplingRule(every=10), skip_right="reprint_label")
    async with station_at(tmp_path, instruction=plan) as rig:
        await rig.scan(BADGE, "SN 0418-77231")
        await rig.station.do(LeaveOut("approve", "no gauge"))
        assert rig.step == "label", rig.state.refusal
        await confirm(rig)
        await confirm(rig)
        assert "sample_missed:approve" in (await completed(rig, "0418-77231")).gaps
        await rig.scan("SN 0418-77232")
        assert rig.step == "approve"
        assert [d.reason for d in await decisions(rig, "0418-77232")] == ["missed"]


async def test_a_held_first_piece_keeps_nobody_waiting_the_next_one_is_it(tmp_path: Path) -> None:
    plan = sampled(SamplingRule(at_order=1, until_done="wait"))
    async with station_at(tmp_path, instruction=plan) as rig:
        await rig.scan(BADGE, "SN 0418-77231")
        held = UnitHeld(serial="0418-77231", code="quality")
        refs = rig.station._work.refs()
        await rig.journal.append(NewEvent(held, SYSTEM, refs))
        rig.station._work.run = None
        await rig.scan("SN 0418-77232")
        assert rig.step == "approve"
        assert [d.reason for d in await decisions(rig, "0418-77232")] == ["missed"]


async def test_after_a_stop_the_next_unit_is_due(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=sampled(SamplingRule(after_stop=1))) as rig:
        await rig.scan(BADGE)
        await build(rig, "0418-77231")
        await rig.journal.append(
            NewEvent(StopBegan(stop="s1"), SYSTEM), NewEvent(StopEnded(stop="s1", why="x"), SYSTEM)
        )
        await rig.scan("SN 0418-77232")
        assert [d.reason for d in await decisions(rig, "0418-77232")] == ["stop"]


async def test_a_restart_forgets_no_decision(tmp_path: Path) -> None:
    plan = sampled(SamplingRule(every=3))
    async with station_at(tmp_path, instruction=plan) as rig:
        await rig.scan(BADGE, "SN 0418-77231")
        await approve(rig)
        await confirm(rig)
        await confirm(rig)
        await build(rig, "0418-77232")
        await rig.scan("SN 0418-77233")
        await rig.until(lambda s: s.run is not None)
    async with station_at(tmp_path, instruction=plan) as rig:
        assert rig.step == "label"
        assert rig.state.run is not None
        assert [s.step.id for s in rig.state.run.steps] == ["unit", "label"]


def test_an_order_of_one_unit_is_a_lot_too() -> None:
    assert Line(LOT).unit(lot_size=1) == "lot"


async def test_what_the_next_decision_counts_by_is_drawn_anew_from_the_events(
    tmp_path: Path,
) -> None:
    plan = sampled(SamplingRule(every=2))
    async with station_at(tmp_path, instruction=plan) as rig:
        await rig.scan(BADGE, "SN 0418-77231")
        await approve(rig)
        await confirm(rig)
        await confirm(rig)
        await build(rig, "0418-77232")
        before = await rig.journal._journal.samples("gearbox-mount", "approve")
        assert [(s.unit, s.body.is_due) for s in before] == [
            ("0418-77231", True),
            ("0418-77232", False),
        ]
        assert before[0].outcome == "done"
        journal = rig.journal._journal
        assert await journal.work(journal._store.rebuild_projections) == ()
        assert await rig.journal._journal.samples("gearbox-mount", "approve") == before
