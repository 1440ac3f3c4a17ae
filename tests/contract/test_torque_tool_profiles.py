"""Every vendor profile, shown with a simulated controller of that vendor over a real socket."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from app.domain.readings import ReadingKind
from app.ports.devices import LinkState, Outcome
from device_drivers.open_protocol import profile as profiles
from tests.helpers.controller_rig import NOW, a_controller
from tests.helpers.tool_rig import TIMES, Rig, a_rig

#: Losing a link is logged as a warning.
pytestmark = pytest.mark.allow_warnings

#: Profiles whose controllers keep old results, and those that do not.
KEEPING = (
    "acradyne",
    "atlas_flex",
    "atlas_mtf6000",
    "atlas_pf4000",
    "atlas_pf6000",
    "atlas_pf6000_old",
    "cleco_mpro",
    "desoutter_cvi",
    "generic",
)
FORGETTING = ("emulator", "sturtevant_global400")
#: What these controllers call a program when they report it, where that is another number.
INDEX = {"atlas_pf6000": {112: 12}, "atlas_pf6000_old": {112: 12}}


@asynccontextmanager
async def a_vendor(name: str, **settings: Any) -> AsyncIterator[Rig]:
    profile = profiles.load(name)
    known = {"profile": profile, "program_index": INDEX.get(name, {}), **settings}
    async with a_rig(vendor=name, settings=known) as rig:
        await rig.until_state(LinkState.READY)
        yield rig


def made_by(rig: Rig) -> int:
    """A tightening; returns its id."""
    rig.simulator.controller.tighten()
    return rig.simulator.controller.shelf.kept[-1].result_id


async def tighten(rig: Rig) -> None:
    def acknowledged() -> int:
        return sum(what.startswith("acknowledged") for what in rig.story)

    kept, before = len(rig.log.readings), acknowledged()
    made_by(rig)
    await rig.until(lambda: len(rig.log.readings) > kept and acknowledged() > before)


def test_there_is_a_profile_for_every_simulated_vendor_and_none_without() -> None:
    from device_drivers.open_protocol.simulator.vendor import vendor_names

    assert {*profiles.names()} == {*vendor_names()} - {"link_level"}


@pytest.mark.parametrize("name", profiles.names())
async def test_a_tool_of_every_vendor_is_armed_tightens_and_its_result_is_kept(name: str) -> None:
    async with a_vendor(name) as rig:
        program = 112 if name in INDEX else 12
        await rig.do(do="program", pset=program, target="25.00")
        armed = await rig.tool.arm(program, "0418-77231")
        assert armed.is_confirmed, armed
        await tighten(rig)
        (reading,) = rig.log.readings.values()
        assert (reading.kind, reading.ok, reading.program) == (
            ReadingKind.TIGHTENING,
            True,
            str(program),
        )
        assert reading.identifiers == ("0418-77231",)
        torque = reading.value("torque")
        assert torque is not None
        assert torque.low is not None
        assert torque.low < torque.value
        assert (await rig.tool.disarm()).is_confirmed
        assert not rig.simulator.controller.is_enabled


@pytest.mark.parametrize("name", [*KEEPING, "atlas_powermacs", "bosch_rexroth"])
async def test_what_was_made_while_nobody_listened_is_fetched_in_order(name: str) -> None:
    async with a_vendor(name) as rig:
        await tighten(rig)
        keeps_while_away = rig.simulator.controller.vendor.results.are_made_without_client
        calls = rig.story.count("connected")
        await rig.do(do="cut", seconds=0.1)
        if keeps_while_away:
            for _ in range(3):
                rig.simulator.controller.tighten()
        await rig.until_happened("connected", times=calls + 1)
        await rig.until_state(LinkState.READY)
        await tighten(rig)
        newest = rig.simulator.controller.shelf.kept[-1].result_id
        await rig.until_happened(f"stored {newest}")
        own = [reading for reading in rig.log.readings.values() if reading.source == "T-07"]
        made = [kept for kept in rig.simulator.controller.shelf.kept if kept.station == 1]
        assert [reading.result_id for reading in own] == [str(kept.result_id) for kept in made]
        assert not any(reading.kind is ReadingKind.GAP for reading in own)


async def test_results_of_another_station_are_kept_under_a_source_of_their_own() -> None:
    async with a_vendor("atlas_pf6000_old") as rig:
        await tighten(rig)
        calls = rig.story.count("connected")
        await rig.do(do="cut", seconds=0.1)
        for _ in range(5):
            rig.simulator.controller.tighten()
        await rig.until_happened("connected", times=calls + 1)
        await rig.until_state(LinkState.READY)
        foreign = [r for r in rig.log.readings.values() if r.source != "T-07"]
        theirs = [kept for kept in rig.simulator.controller.shelf.kept if kept.station != 1]
        assert [reading.result_id for reading in foreign] == [str(t.result_id) for t in theirs]
        assert {reading.source for reading in foreign} == {"T-07@2"}


@pytest.mark.parametrize("name", FORGETTING)
async def test_where_nothing_can_be_fetched_what_is_missing_is_named(name: str) -> None:
    async with a_vendor(name) as rig:
        await tighten(rig)
        calls = rig.story.count("connected")
        await rig.do(do="cut", seconds=0.1)
        rig.simulator.controller.tighten()
        rig.simulator.controller.tighten()
        await rig.until_happened("connected", times=calls + 1)
        await rig.until_state(LinkState.READY)
        await tighten(rig)
        gaps = [r for r in rig.log.readings.values() if r.kind is ReadingKind.GAP]
        assert len(gaps) == 1
        assert gaps[0].reason == "the controller keeps no old results"


async def test_a_ring_memory_that_counts_anew_begins_an_epoch() -> None:
    async with a_vendor("bosch_rexroth") as rig:
        await tighten(rig)
        await tighten(rig)
        await rig.do(do="reset_ids")
        await tighten(rig)
        assert [*rig.log.readings] == [(1, "1"), (1, "2"), (2, "1")]
        assert [alarm.epoch for alarm in rig.log.alarms] == [2]


async def test_a_count_that_begins_anew_with_each_connection_overwrites_nothing() -> None:
    async with a_vendor("emulator") as rig:
        await tighten(rig)
        calls = rig.story.count("connected")
        await rig.do(do="cut", seconds=0.05)
        await rig.until_happened("connected", times=calls + 1)
        await rig.until_state(LinkState.READY)
        await tighten(rig)
        tightenings = [r for r in rig.log.readings.values() if r.kind is ReadingKind.TIGHTENING]
        assert [(r.epoch, r.result_id) for r in tightenings] == [(1, "1"), (2, "1")]


async def test_a_controller_that_hangs_up_over_a_revision_is_asked_lower_the_next_time() -> None:
    """Public issue 23 of node-open-protocol; with the profile it is not asked in vain at all."""
    async with a_vendor("bosch_rexroth", profile=profiles.load("generic")) as rig:
        assert rig.tool.status.state is LinkState.READY
        await tighten(rig)
        attempts = sum(status.state is LinkState.CONNECTING for status in rig.statuses)
        assert attempts > 1
    async with a_vendor("bosch_rexroth") as rig:
        assert sum(status.state is LinkState.CONNECTING for status in rig.statuses) == 1


async def test_after_a_rude_end_the_controller_is_not_hammered_while_it_still_believes_in_us() -> (
    None
):
    async with a_vendor("atlas_pf4000", times=replace(TIMES, busy_s=30.0)) as rig:
        await rig.do(do="cut", how="half_open", seconds=0.3)
        status = await rig.until_state(LinkState.DISCONNECTED)
        await rig.until_happened("turned away")
        await rig.until_state(LinkState.DISCONNECTED)
        assert "another client is connected already" in str(rig.tool.status.detail)
        assert rig.story.count("turned away") == 1
        assert status.device == "T-07"


@pytest.mark.parametrize("name", ["generic", "atlas_mtf6000", "atlas_pf6000_old"])
async def test_subscriptions_that_were_dropped_without_a_word_are_noticed(name: str) -> None:
    async with a_vendor(name, times=replace(TIMES, hearing_s=0.1)) as rig:
        await tighten(rig)
        await rig.do(do="drop_subscriptions")
        newest = max(made_by(rig) for _ in range(3))
        await rig.until_happened(f"stored {newest}")
        assert len(rig.log.readings) == newest
        assert rig.story.count("connected") == 1


async def test_a_result_of_another_station_that_is_pushed_here_is_kept_beside_ours() -> None:
    async with a_vendor("generic") as rig:
        await tighten(rig)
        await rig.do(do="foreign_result", station=2)
        await rig.until(lambda: len(rig.log.readings) == 2)
        await tighten(rig)
        sources = [reading.source for reading in rig.log.readings.values()]
        assert sources.count("T-07@2") == 1


@pytest.mark.parametrize(
    "name", [each for each in (*KEEPING, *FORGETTING, "bosch_rexroth") if each != "atlas_mtf6000"]
)
async def test_without_its_profile_a_controller_is_found_out_by_what_it_refuses(name: str) -> None:
    async with a_vendor(name, profile=profiles.load("generic")) as rig:
        await tighten(rig)
        assert (await rig.tool.disarm()).is_confirmed


async def test_a_job_number_the_revision_cannot_say_is_rejected_and_not_sent() -> None:
    async with a_vendor("atlas_pf4000") as rig:
        await rig.do(do="limit_revision", mid=38, revision=1)
        assert rig.tool.session is not None
        result = await rig.tool.session.commands.select_job(1234)
        assert (result.outcome, result.code) == (Outcome.REJECTED, "answer")
        assert "does not fit into 2 bytes" in str(result.words)


@pytest.mark.parametrize("name", ["generic", "atlas_mtf6000", "atlas_powermacs", "desoutter_cvi"])
async def test_a_controller_is_looked_over_by_what_its_profile_says_and_left_as_it_was(
    name: str,
) -> None:
    from device_drivers.open_protocol.check import check

    async with a_controller(name) as rig:
        url = f"openprotocol://127.0.0.1:{rig.port}?profile={name}"
        findings = await check(url, now=lambda: NOW, mono=lambda: 0.0)
        assert findings[0].topic == "identity"
        refused = {finding.topic for finding in findings if not finding.works}
        known = {"jobs", "job information"} if name == "desoutter_cvi" else set()
        assert refused <= known
        results = {finding.topic for finding in findings if finding.topic.endswith("results")}
        assert results
        assert not rig.simulator.controller.clients
