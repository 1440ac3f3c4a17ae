"""Calls, stops and the handover at a station, on a real journal."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.domain.handover import REST, exceptions
from app.domain.line_events import HandoverItem, StopBegan
from app.domain.stops import UNKNOWN
from app.services.calls import AnswerCall, ArriveByBadge, CloseCall, OpenCall
from app.services.handover import (
    AcceptHandover,
    AddNote,
    GiveHandover,
    PrepareHandover,
    PrintHandover,
)
from app.services.line_state import LineRules, PaperLine
from app.services.stops import NameStops, PutOffStops
from tests.helpers.station_rig import BADGE, Rig, station_at

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from app.domain.calls import Call
    from app.services.acts import Act

UNIT = "SN 0418-77231"
SECOND = 1_000_000


async def do(rig: Rig, *acts: Act) -> None:
    for act in acts:
        await rig.station.do(act)


def only_call(rig: Rig) -> Call:
    (call,) = rig.state.line.calls
    return call


def refused(rig: Rig) -> str:
    assert rig.state.refusal is not None
    return rig.state.refusal.refusal.code


# -- calls ---------------------------------------------------------------------------------


@pytest.mark.allow_warnings
async def test_a_call_that_cannot_be_recorded_is_not_shown(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        rig.journal.is_broken = True
        await do(rig, OpenCall("maintenance"))
        assert rig.state.line.calls == ()
        assert rig.state.storage_problem is not None


async def test_what_is_closed_cannot_be_answered(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await do(rig, OpenCall("quality"))
        name = only_call(rig).call
        await do(rig, CloseCall(name, "cancelled"), AnswerCall(name, "seen"))
        assert rig.state.line.calls == ()
        assert refused(rig) == "call.closed"


async def test_nobody_is_called_twice_for_the_same(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await do(rig, OpenCall("material"), OpenCall("material"), OpenCall("quality"))
        assert [call.kind for call in rig.state.line.calls] == ["material", "quality"]


async def test_a_call_says_what_it_is_about(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        await do(rig, OpenCall("maintenance", is_stopped=True))
        call = only_call(rig)
        opened = call.opened
        assert (call.unit, call.order) == ("0418-77231", "PO-1")
        assert (opened.step, opened.tool, opened.is_stopped) == ("bolts", "T-07", True)
        assert opened.position is not None
        assert opened.name == "Operator 417"


async def test_a_call_survives_a_restart_with_its_age_and_answers(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await do(rig, OpenCall("lead"))
        before = only_call(rig)
        await do(rig, AnswerCall(before.call, "on_the_way"))
    async with station_at(tmp_path) as rig:
        await rig.until(lambda s: bool(s.line.calls))
        call = only_call(rig)
        assert (call.call, call.at_us) == (before.call, before.at_us)
        assert call.next_stages == ("arrived",)


async def test_who_comes_says_so_with_their_own_badge(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await do(rig, OpenCall("lead"))
        await do(rig, ArriveByBadge(only_call(rig).call))
        await rig.scan(BADGE)
        assert only_call(rig).answers == ()
        await rig.scan("BADGE-412")
        (answer,) = only_call(rig).answers
        assert (answer.stage, answer.name) == ("arrived", "Lead 412")
        assert rig.state.person is not None
        assert rig.state.person.person == "417"


async def test_help_can_be_called_by_who_has_not_signed_in(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await do(rig, OpenCall("lead"))
        assert only_call(rig).opened.name is None


# -- stops ---------------------------------------------------------------------------------


@asynccontextmanager
async def watched(folder: Path, after_s: float = 60) -> AsyncIterator[Rig]:
    async with station_at(folder, line=LineRules(stop_after_s=after_s)) as rig:
        yield rig


async def wait(rig: Rig, seconds: int) -> None:
    rig.clock.us += seconds * SECOND
    await rig.station._look()


async def test_a_stop_begins_by_itself_and_ends_with_the_next_step(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await wait(rig, 59)
        assert rig.state.line.stop is None
        began = rig.clock.us
        await wait(rig, 200)
        assert rig.state.line.stop is not None
        assert rig.state.line.stop.began_us < began
        await rig.scan("P:HS-200;L:H-2")
        assert rig.state.line.stop is None
        assert rig.state.line.ask is not None


@pytest.mark.parametrize("is_signed_in", [True, False])
async def test_nobody_there_is_no_stop(tmp_path: Path, is_signed_in: bool) -> None:
    async with watched(tmp_path) as rig:
        if is_signed_in:
            await rig.scan(BADGE)
        await wait(rig, 500)
        assert (rig.state.line.stop is not None) is is_signed_in
        await rig.station.signed_out()
        assert rig.state.line.stop is None


async def test_without_a_time_nothing_is_a_stop(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await wait(rig, 5_000)
        assert rig.state.line.stop is None


async def test_a_wrong_scan_is_no_progress(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await wait(rig, 300)
        await rig.scan("nonsense")
        assert rig.state.line.stop is not None


async def test_leaving_a_unit_and_taking_it_up_again_is_no_progress(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await wait(rig, 300)
        began = rig.state.line.stop
        assert began is not None
        await rig.station.unit_left()
        assert rig.state.line.stop == began
        await rig.scan(UNIT)
        assert rig.state.line.stop == began
        await rig.scan("P:HS-200;L:H-2")
        assert rig.state.line.stop is None


async def test_the_first_unit_ends_a_stop(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE)
        await wait(rig, 300)
        assert rig.state.line.stop is not None
        await rig.scan(UNIT)
        assert rig.state.line.stop is None


async def test_short_stops_are_one_question(tmp_path: Path) -> None:
    async with watched(tmp_path, after_s=30) as rig:
        await rig.scan(BADGE, UNIT)
        for code in ("P:HS-200;L:H-2", "P:GS-55;S:GS-1"):
            await wait(rig, 40)
            await rig.scan(code)
        asked = rig.state.line.ask
        assert asked is not None
        assert (len(asked.stops), rig.state.line.unnamed) == (2, 2)
        await do(rig, NameStops(tuple(s.stop for s in asked.stops), "material"))
        assert (rig.state.line.ask, rig.state.line.unnamed) == (None, 0)


async def test_the_likeliest_reason_comes_first_and_unknown_is_an_answer(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await wait(rig, 300)
        await rig.scan("P:HS-200;L:H-2")
        asked = rig.state.line.ask
        assert asked is not None
        assert asked.reasons[0] == "material"
        await do(rig, NameStops((asked.stops[0].stop,), "setup"))
        await wait(rig, 300)
        await rig.scan("P:GS-55;S:GS-1")
        asked = rig.state.line.ask
        assert asked is not None
        assert asked.reasons[0] == "setup"
        await do(rig, NameStops((asked.stops[0].stop,), UNKNOWN))
        assert rig.state.line.ask is None


async def test_a_question_that_was_answered_elsewhere_is_not_answered_twice(
    tmp_path: Path,
) -> None:
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await wait(rig, 300)
        await rig.scan("P:HS-200;L:H-2")
        asked = rig.state.line.ask
        assert asked is not None
        answer = NameStops((asked.stops[0].stop,), "tool")
        await do(rig, answer, answer)
        assert refused(rig) == "stop.named"


async def test_a_question_put_off_stays_visible_as_a_number(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await wait(rig, 300)
        await rig.scan("P:HS-200;L:H-2")
        await do(rig, PutOffStops())
        assert (rig.state.line.ask, rig.state.line.unnamed) == (None, 1)


async def test_a_stop_lasts_through_a_restart(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await wait(rig, 300)
        stop = rig.state.line.stop
        began = [b for _, b in await rig.record() if isinstance(b, StopBegan)]
        assert len(began) == 1
    async with watched(tmp_path) as rig:
        await rig.until(lambda s: s.line.stop == stop)
        await rig.scan(BADGE)
        assert rig.state.line.stop == stop


# -- handover ------------------------------------------------------------------------------


async def test_a_handover_needs_somebody(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await do(rig, PrepareHandover())
        assert refused(rig) == "sign_in.needed"


async def test_the_sheet_counts_what_the_journal_has(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_step("label")
        rig.clock.us += 5 * SECOND
        await rig.station.primary_pressed()
        await rig.scan("SN 0418-90001")
        await rig.station.unit_left()
        await do(rig, OpenCall("quality"), AddNote("watch bolt 2"), PrepareHandover())
        sheet = rig.state.line.sheet
        assert sheet is not None
        assert sheet.counts["not_provable"] == 1
        assert [item.kind for item in sheet.items][:2] == ["call", "mid_step"]
        assert sheet.notes == (("watch bolt 2", "Operator 417"),)


async def test_a_note_without_its_photo_is_still_a_note(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await do(rig, AddNote("belt is loose", with_photo=True), PrepareHandover())
        sheet = rig.state.line.sheet
        assert sheet is not None
        assert sheet.notes == (("belt is loose", "Operator 417"),)


async def test_paper_that_cannot_be_kept_is_said(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await do(rig, PrepareHandover(), PrintHandover((PaperLine("title", "Handover"),)))
        assert refused(rig) == "handover.not_kept"


async def test_the_giver_cannot_take_over_and_every_exception_is_ticked(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await do(rig, PrepareHandover(), GiveHandover("station", safety="oil on the floor"))
        await rig.scan(BADGE)
        waiting = rig.state.line.waiting
        assert waiting is not None
        name = waiting.given.handover
        ticks = tuple(item.item for item in exceptions(waiting.given.items))
        assert ticks[0].startswith("safety")
        await do(rig, AcceptHandover(name, ticks[:-1]))
        assert refused(rig) == "handover.not_seen"
        await do(rig, AcceptHandover(name, ticks))
        await rig.scan(BADGE)
        assert rig.state.line.waiting is not None
        await rig.scan("BADGE-412")
        assert rig.state.line.waiting is None
        assert rig.state.line.accepted == name


async def test_the_next_one_takes_over_after_a_restart(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await do(rig, GiveHandover("station"))
        await rig.scan(BADGE)
    async with station_at(tmp_path) as rig:
        await rig.scan("BADGE-412")
        waiting = rig.state.line.waiting
        assert waiting is not None
        await do(rig, AcceptHandover(waiting.given.handover, ()))
        await rig.scan(BADGE)
        assert rig.state.line.waiting is not None
        await rig.scan("BADGE-412")
        assert rig.state.line.waiting is None
        await do(rig, AcceptHandover(waiting.given.handover, ()))
        assert refused(rig) == "handover.taken"


def test_no_more_than_five_ticks_and_none_is_left_out() -> None:
    items = tuple(HandoverItem(f"held:{n}", "held") for n in range(9))
    ticks = exceptions((*items, HandoverItem("order:1", "order")))
    assert len(ticks) == 5
    assert (ticks[-1].kind, ticks[-1].facts) == (REST, {"count": "5"})
