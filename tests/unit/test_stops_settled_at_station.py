"""A lead at the station finds out why it stood still: anew, in parts, offline, and second."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.domain.flow_documents import StopContradicted, StopPart, StopSettled, stop_key
from app.domain.handover import minutes_of
from app.domain.line_events import StopReclassified
from app.domain.stops import UNKNOWN, Stop, stops_of
from app.services.stop_settling import SeeContradiction, SettleStop, known_stops
from app.services.stops import NameStops
from tests.helpers.station_rig import BADGE
from tests.unit.test_line import UNIT, do, refused, wait, watched

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.line_state import ToldStop
    from tests.helpers.station_rig import Rig

LEAD = "BADGE-412"
AT = datetime(2026, 11, 20, 9, 12, tzinfo=UTC)
MINUTE_US = 60_000_000


async def stopped(rig: Rig) -> str:
    """The station stood still for five minutes; a lead stands before it then."""
    await rig.scan(BADGE, UNIT)
    await wait(rig, 300)
    await rig.scan("P:HS-200;L:H-2", LEAD)
    return only(rig).stop.stop


def only(rig: Rig) -> ToldStop:
    (found,) = rig.state.line.stops
    return found


def parts(*reasons: tuple[str, int]) -> tuple[StopPart, ...]:
    return tuple(StopPart(reason=reason, after_s=after_s) for reason, after_s in reasons)


def at_board(stop: str, version: int = 1, place: str | None = None) -> StopSettled:
    return StopSettled(
        stop=stop_key("ST-040", stop), parts=parts(("setup", 0)), by="lead 204", role="lead",
        at=AT, version=version, place=place,
    )  # fmt: skip


async def said(rig: Rig) -> list[StopReclassified]:
    return [body for _, body in await rig.record() if isinstance(body, StopReclassified)]


async def test_an_operator_is_told_who_corrects_a_stop(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        stop = await stopped(rig)
        await rig.station.signed_out()
        await rig.scan(BADGE)
        await do(rig, SettleStop(stop, parts(("tool", 0))))
        assert refused(rig) == "stop.not_yours"
        assert await said(rig) == []


@pytest.mark.parametrize(
    ("reasons", "code"),
    [
        ((), "stop.no_parts"),
        ((("tool", 60),), "stop.no_parts"),
        ((("gremlins", 0),), "stop.named"),
        ((("tool", 0), ("setup", 900)), "stop.too_short"),
    ],
)
async def test_reasons_that_cannot_be_are_refused(
    tmp_path: Path, reasons: tuple[tuple[str, int], ...], code: str
) -> None:
    async with watched(tmp_path) as rig:
        stop = await stopped(rig)
        await do(rig, SettleStop(stop, parts(*reasons)))
        assert refused(rig) == code
        await do(rig, SettleStop("another", parts(("tool", 0))))
        assert refused(rig) == "stop.too_old"
        assert await said(rig) == []


async def test_a_stop_is_split_without_the_plant_and_asked_no_more(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        stop = await stopped(rig)
        await do(rig, SettleStop(stop, parts(("material", 0), ("tool", 120))))
        assert [body.role for body in await said(rig)] == ["lead"]
        told = only(rig)
        assert (told.by, told.is_on_its_way) == ("lead", True)
        assert [part.reason for part in told.parts] == ["material", "tool"]
        assert rig.state.line.ask is None


async def test_what_the_station_did_not_know_a_lead_says_later(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        stop = await stopped(rig)
        await do(rig, NameStops((stop,), UNKNOWN))
        assert [part.reason for part in only(rig).parts] == [UNKNOWN]
        await do(rig, SettleStop(stop, parts(("machine", 0))))
        assert [part.reason for part in only(rig).parts] == ["machine"]


async def test_the_next_question_has_learned_what_it_really_was(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        stop = await stopped(rig)
        await do(rig, NameStops((stop,), "tool"))
        await do(rig, SettleStop(stop, parts(("machine", 0), ("setup", 60))))
        counts = await rig.journal._journal.reason_counts(0)
        assert counts == {"machine": 1, "setup": 1}


async def test_who_looked_before_the_board_was_first_is_told_and_nothing_changes(
    tmp_path: Path,
) -> None:
    async with watched(tmp_path) as rig:
        stop = await stopped(rig)
        await rig.publish(at_board(stop))
        await do(rig, SettleStop(stop, parts(("tool", 0)), version=0))
        assert rig.state.refusal is not None
        refusal = rig.state.refusal.refusal
        assert refusal.code == "stop.already_set"
        assert refusal.facts == {"who": "lead", "since": "2026-11-20T09:12:00+00:00"}
        assert await said(rig) == []
        await do(rig, SettleStop(stop, parts(("tool", 0)), version=1))
        assert [body.version for body in await said(rig)] == [1]


async def test_what_the_plant_has_taken_is_on_its_way_no_more(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        stop = await stopped(rig)
        await do(rig, SettleStop(stop, parts(("setup", 0))))
        await rig.publish(at_board(stop, place="ST-040"))
        assert not only(rig).is_on_its_way
        assert only(rig).settled_at == AT


async def test_who_was_second_while_apart_reads_it_once_and_the_first_word_stands(
    tmp_path: Path,
) -> None:
    async with watched(tmp_path) as rig:
        stop = await stopped(rig)
        await do(rig, SettleStop(stop, parts(("tool", 0))))
        against = StopContradicted(
            stop=stop_key("ST-040", stop), parts=parts(("tool", 0)), role="lead", at=AT,
            place="ST-040", counts=parts(("setup", 0)), counts_role="lead",
        )  # fmt: skip
        await rig.publish(at_board(stop), against)
        told = only(rig)
        assert [part.reason for part in told.parts] == ["setup"]
        assert told.against == against
        await do(rig, SeeContradiction(stop))
        assert only(rig).against is None


async def test_the_handover_loses_the_minutes_to_the_reason_that_counts(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        stop = await stopped(rig)
        await do(rig, NameStops((stop,), "tool"))
        assert await minutes_lost(rig) == {"tool": 5}
        await rig.publish(at_board(stop))
        assert await minutes_lost(rig) == {"setup": 5}
        await do(rig, SettleStop(stop, parts(("machine", 0), ("setup", 60)), version=1))
        assert await minutes_lost(rig) == {"setup": 4, "machine": 1}


async def minutes_lost(rig: Rig) -> dict[str, int]:
    facts = await rig.journal._journal.line_facts(0)
    stops = await known_stops(facts, rig.journal._journal, "ST-040", 0)
    return dict(minutes_of(stops, 0, rig.clock.us))


def test_the_handover_counts_each_part_for_its_reason() -> None:
    stop = Stop("s", 0, 18 * MINUTE_US, "tool", parts=parts(("material", 0), ("tool", 300)))
    assert minutes_of([stop], 0, 0) == (("tool", 13), ("material", 5))
    assert minutes_of([stop], 4 * MINUTE_US, 0) == (("tool", 13), ("material", 1))


def test_a_reason_for_a_stop_nobody_knows_changes_nothing() -> None:
    body = StopReclassified(stop="other", parts=parts(("tool", 0)), role="lead")
    assert stops_of([(body, 0)]) == ()
