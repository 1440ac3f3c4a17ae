"""Checks at a station: due, blocked for, begun, interrupted, failed, signed, put off, left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.domain.events import SignedOff, UnitStarted
from app.domain.form_documents import OpenCheck
from app.domain.form_events import (
    FormCompleted,
    FormDue,
    FormLeft,
    FormLineFailed,
    FormOverdue,
    FormPutOff,
    FormResumed,
    FormSkipped,
)
from app.domain.shift_calendar import PlannedShift, ShiftCalendar, WeekPattern
from app.journal.forms_projection import FORMS
from app.journal.projections import rebuild
from app.services.forms import (
    FailFormLine,
    PutOffForm,
    SettleFormLine,
    SkipForm,
    StartForm,
)
from tests.helpers.checks import APPROVAL, EXTINGUISHER, FLOOR, GUARD, MASTER, check, published
from tests.helpers.gearbox import NOW
from tests.helpers.station_rig import BADGE, station_at

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.events import Body
    from app.journal.store import JournalStore
    from app.services.forms_state import FormRow
    from tests.helpers.station_rig import Rig

NAME = "start-of-shift"
UNIT = "SN 0418-77231"
MINUTE_US = 60_000_000


def row(rig: Rig, form: str = NAME) -> FormRow:
    found = rig.state.forms.row(form)
    assert found is not None
    return found


async def recorded(rig: Rig, *kinds: type[Body]) -> list[Body]:
    return [body for _, body in await rig.record() if isinstance(body, kinds)]


async def later(rig: Rig, minutes: int) -> None:
    """Time goes by, and the station looks as it does every second."""
    rig.clock.us += minutes * MINUTE_US
    await rig.station._look()


async def begun(rig: Rig, *steps: Any, **rule: Any) -> None:
    """Somebody is signed in and has begun a check that fell due."""
    await published(rig, check(*steps, **({"every_h": 8} | rule)))
    await rig.scan(BADGE)
    await rig.station.do(StartForm(NAME))
    assert rig.state.refusal is None, rig.state.refusal


async def again(rig: Rig) -> None:
    """The rig forgets its documents between two starts, which a station does not."""
    await published(rig, check(GUARD, FLOOR, every_h=8))
    await rig.station._work.recover()
    await rig.station.reference_changed()


async def pressed(rig: Rig) -> None:
    rig.clock.us += 5_000_000
    await rig.station.primary_pressed()


def code(rig: Rig) -> str | None:
    return None if rig.state.refusal is None else rig.state.refusal.refusal.code


async def test_a_station_without_checks_shows_none(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        assert rig.state.forms.rows == ()
        await rig.station.do(StartForm(NAME))
        assert code(rig) == "form.not_here"


async def test_a_check_of_another_station_is_none_of_this_one(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(every_h=8, stations=("ST-050",)))
        await rig.scan(BADGE)
        assert rig.state.forms.rows == ()


async def test_where_a_check_lies_open_elsewhere_is_said(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(every_h=8))
        there = OpenCheck(run=f"check:{NAME}:ST-050:1", form=NAME, station="ST-050", left_at=NOW)
        here = msgspec.structs.replace(there, run=f"check:{NAME}:ST-040:1", station="ST-040")
        other = msgspec.structs.replace(there, run="check:other:ST-050:1", form="other")
        await rig.publish(there, here, other)
        assert row(rig).elsewhere == (there,)
        await rig.scan(BADGE)
        assert row(rig).elsewhere == (there,)


async def test_nothing_falls_due_while_nobody_is_there(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(every_h=8))
        assert row(rig).state == ""
        await rig.scan(BADGE)
        assert row(rig).state == "due"
        (due,) = await recorded(rig, FormDue)
        assert isinstance(due, FormDue)
        assert due.why == "hours"


async def test_what_is_late_says_so_once_and_keeps_units_away_where_it_blocks(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(every_h=8, within_min=30, overdue_blocks=True))
        await rig.scan(BADGE)
        await later(rig, 29)
        assert not row(rig).is_overdue
        await later(rig, 2)
        await later(rig, 1)
        assert len(await recorded(rig, FormOverdue)) == 1
        await rig.scan(UNIT)
        assert rig.state.run is None
        assert code(rig) == "form.overdue"
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.facts["check"] == "Start of shift"
        await rig.station.do(StartForm(NAME))
        await pressed(rig)
        assert row(rig).state == "done"
        await rig.scan(UNIT)
        assert rig.state.run is not None


async def test_a_check_that_does_not_block_lets_units_pass(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(every_h=8, within_min=30))
        await rig.scan(BADGE)
        await later(rig, 31)
        assert row(rig).is_overdue
        await rig.scan(UNIT)
        assert rig.state.run is not None


async def test_a_check_is_done_and_its_record_stands_under_its_own_name(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig)
        name = row(rig).run
        assert rig.state.run is not None
        assert rig.state.run.serial == name
        await pressed(rig)
        assert await rig.kinds(name) == [
            "form.due",
            "form.started",
            "step.confirmed",
            "step.completed",
            "form.completed",
        ]
        (done,) = await recorded(rig, FormCompleted)
        assert isinstance(done, FormCompleted)
        assert (done.evidence, done.failed) == ("provable", ())
        assert rig.state.finished is not None
        assert rig.state.finished.failed == ()
        assert rig.state.run is None
        assert all(o.done == 0 for o in rig.state.orders)


async def test_without_a_calendar_checks_go_by_the_computers_own_zone(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        zone, _ = rig.station._quality._forms._shelf.clock_at(rig.clock.us)
        assert zone is None


async def test_a_unit_interrupts_a_check_which_goes_on_where_it_stood(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig, GUARD, FLOOR)
        await pressed(rig)
        name = row(rig).run
        assert rig.step == "floor"
        await rig.scan(UNIT)
        assert rig.state.run is not None
        assert rig.state.run.serial == "0418-77231"
        assert await recorded(rig, FormLeft) == [FormLeft(run=name)]
        assert row(rig).state == "left"
        await rig.station.do(StartForm(NAME))
        assert code(rig) == "form.unit_open"
        await rig.station.refusal_closed()
        await rig.station.unit_left()
        await rig.station.do(StartForm(NAME))
        assert rig.step == "floor"
        assert await recorded(rig, FormResumed) == [FormResumed(run=name)]


async def test_no_power_cut_leaves_a_unit_begun_and_its_check_not_left(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig)
        name = row(rig).run
        await rig.scan(UNIT)
        found = {e.kind: e for e in await rig.envelopes()}
        left = found[FormLeft.KIND]
        assert (left.refs.unit, left.seq + 1) == (name, found[UnitStarted.KIND].seq)


async def test_a_refused_unit_does_not_interrupt_a_check(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig, GUARD, FLOOR)
        await rig.station.order_chosen("PO-4711")
        await rig.scan("SN 0418-00000")
        assert code(rig) is not None
        assert rig.step == "guard"
        assert await recorded(rig, FormLeft, UnitStarted) == []


async def test_a_check_survives_a_kill_at_the_very_line(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig, GUARD, FLOOR)
        await pressed(rig)
    async with station_at(tmp_path) as rig:
        await again(rig)
        assert rig.step == "floor"
        await rig.scan(BADGE, UNIT)
    async with station_at(tmp_path) as rig:
        await again(rig)
        assert rig.state.run is not None
        assert rig.state.run.serial == "0418-77231"


async def test_a_line_that_is_not_so_is_kept_with_why_and_the_check_goes_on(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig, GUARD, FLOOR, failed_blocks=True)
        await rig.station.do(FailFormLine("guard", " "))
        assert code(rig) == "form.no_reason"
        await rig.station.do(FailFormLine("guard", "switch is loose"))
        assert rig.step == "floor"
        for place in ("floor", "bench"):
            await rig.station.point_answered(place, True)
        await pressed(rig)
        (done,) = await recorded(rig, FormCompleted)
        assert isinstance(done, FormCompleted)
        assert done.failed == ("guard",)
        assert done.evidence == "provable"
        await rig.scan(UNIT)
        assert code(rig) == "form.line_failed"
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.facts["line"] == "The guard is closed"
        assert rig.state.refusal.refusal.facts["who"] == "Lead 412"


async def test_a_failed_line_is_settled_by_who_may_with_a_reason(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig, failed_blocks=True)
        await rig.station.do(FailFormLine("guard", "switch is loose"))
        settle = SettleFormLine(row(rig).run, "guard", "switch tightened")
        await rig.station.do(settle)
        assert code(rig) == "right.missing"
        await rig.station.signed_out()
        await rig.scan("BADGE-412")
        await rig.station.do(settle)
        assert row(rig).failed == ()
        assert not row(rig).blocks


async def test_a_good_check_settles_what_failed_in_the_one_before(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig, failed_blocks=True)
        await rig.station.do(FailFormLine("guard", "switch is loose"))
        assert row(rig).blocks
        rig.clock.us += MINUTE_US
        await rig.station.do(StartForm(NAME))
        assert row(rig).blocks
        await pressed(rig)
        assert row(rig).failed == ()


async def test_a_value_out_of_its_limits_for_good_is_a_failed_line_and_holds_nothing(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig, MASTER, GUARD)
        for _ in range(2):
            await rig.station.value_typed(Decimal("0.30"))
            await rig.station.nok_acknowledged()
        (failed,) = await recorded(rig, FormLineFailed)
        assert isinstance(failed, FormLineFailed)
        assert failed.why == "too_many_attempts"
        assert rig.step == "guard"
        assert rig.state.run is not None
        assert rig.state.run.held is None


async def test_only_the_code_the_check_wants_is_taken(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig, EXTINGUISHER, GUARD)
        await rig.scan("EXT-115")
        assert code(rig) == "form.other_code"
        await rig.scan("EXT-114")
        assert rig.step == "guard"
        await rig.scan("EXT-114")
        assert code(rig) == "scan.not_expected"


async def test_an_approval_is_a_second_persons_signature(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig, GUARD, APPROVAL)
        await pressed(rig)
        await pressed(rig)
        assert rig.state.people.asked is not None
        await rig.scan("BADGE-412")
        (signed,) = await recorded(rig, SignedOff)
        assert isinstance(signed, SignedOff)
        assert (signed.person, signed.right) == ("412", "sign_off")
        assert row(rig).state == "done"


async def test_a_check_is_put_off_once_with_a_reason(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(every_h=8, within_min=10, put_off_min=30))
        await rig.scan(BADGE)
        await rig.station.do(PutOffForm(NAME, ""))
        assert code(rig) == "form.no_reason"
        await rig.station.do(PutOffForm(NAME, "line_first"))
        assert row(rig).is_put_off
        await later(rig, 11)
        assert not row(rig).is_overdue
        await later(rig, 20)
        assert row(rig).is_overdue
        await rig.station.do(PutOffForm(NAME, "line_first"))
        assert code(rig) == "form.put_off_before"
        assert len(await recorded(rig, FormPutOff)) == 1


async def test_a_check_that_may_not_wait_is_not_put_off(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(every_h=8))
        await rig.scan(BADGE)
        await rig.station.do(PutOffForm(NAME, "line_first"))
        assert code(rig) == "form.never_put_off"
        await rig.station.do(SkipForm(NAME, "line_first"))
        assert code(rig) == "form.never_skipped"


async def test_a_check_is_left_out_by_who_has_the_right(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(every_h=8, skip_right="skip_step"))
        await rig.scan(BADGE)
        await rig.station.do(SkipForm(NAME, "not_running"))
        assert code(rig) == "right.missing"
        await rig.station.signed_out()
        await rig.scan("BADGE-412")
        await rig.station.do(SkipForm(NAME, "not_running"))
        assert row(rig).state == "skipped"
        (skipped,) = await recorded(rig, FormSkipped)
        assert isinstance(skipped, FormSkipped)
        assert (skipped.why, skipped.right) == ("not_running", "skip_step")
        await rig.station.do(PutOffForm(NAME, "line_first"))
        assert code(rig) == "form.not_due"


@pytest.mark.parametrize(
    ("rule", "refused"),
    [({"roles": ("lead",)}, "form.not_yours"), ({"skills": ("seal",)}, "form.no_certificate")],
)
async def test_a_check_is_for_those_it_names(
    tmp_path: Path, rule: dict[str, Any], refused: str
) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(every_h=8, **rule))
        await rig.scan(BADGE)
        await rig.station.do(StartForm(NAME))
        assert code(rig) == refused
        assert rig.state.run is None


async def test_one_that_falls_due_anew_takes_the_place_of_the_one_that_was_missed(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(daily=("00:00", "06:00", "12:00", "18:00")))
        await rig.scan(BADGE)
        assert row(rig).state == ""
        await later(rig, 6 * 60)
        first = row(rig).run
        await later(rig, 6 * 60)
        assert row(rig).run != first
        (skipped,) = await recorded(rig, FormSkipped)
        assert isinstance(skipped, FormSkipped)
        assert (skipped.run, skipped.why, skipped.right) == (first, "missed", None)


async def test_units_completed_here_make_a_check_due(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(every_units=1))
        await rig.to_step("seal")
        assert row(rig).state == ""
        while rig.state.run is not None:
            await pressed(rig)
        assert row(rig).state == "due"
        await rig.station.do(StartForm(NAME))
        await pressed(rig)
        assert row(rig).state == "done"


async def test_an_order_is_chosen_while_a_check_is_open(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig, GUARD, FLOOR)
        await rig.scan("PO-4711")
        assert rig.state.refusal is None
        assert rig.state.chosen_order == "PO-4711"
        assert rig.step == "guard"


async def test_the_shift_calendar_says_when_a_shift_begins(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        late = PlannedShift(name="Late", start=time(14), end=time(22), days=(1, 2, 3, 4, 5, 6, 7))
        pattern = WeekPattern(begins=date(2026, 1, 5), shifts=(late,))
        await rig.publish(ShiftCalendar(calendar="*", zone="UTC", patterns=(pattern,)))
        await published(rig, check(each_shift=True))
        await rig.scan(BADGE)
        now = datetime.fromtimestamp(rig.clock.us / 1e6, UTC)
        assert row(rig).state == ""
        await later(rig, (14 - now.hour) * 60)
        (due,) = await recorded(rig, FormDue)
        assert isinstance(due, FormDue)
        assert (due.why, due.due_at) == ("shift", datetime.combine(now, time(14), UTC))


async def test_only_what_is_asked_for_is_kept_beside_the_events(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await begun(rig)
        await rig.station.do(FailFormLine("guard", "switch is loose"))
        for _ in range(3):
            rig.clock.us += MINUTE_US
            await rig.station.do(StartForm(NAME))
            await pressed(rig)
        journal = rig.journal._journal
        runs = await journal.read(lambda db: db.execute("SELECT run FROM form_run").fetchall())
        assert runs == [(row(rig).run,)]
        assert row(rig).failed == ()
        assert await journal.work(lambda: rebuilt(journal.store)) == ()


def rebuilt(store: JournalStore) -> tuple[str, ...]:
    """The projections that come out otherwise when they are drawn anew."""
    with store.transaction() as db:
        return rebuild(db, [FORMS])
