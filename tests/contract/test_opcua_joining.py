"""A tightening tool behind a joining system's OPC UA server, over real sockets."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
import pytest_asyncio

from app.domain.errors import InvalidInput
from app.domain.readings import FIRST_CONTACT, Judgement, Quality, Reading, ReadingKind
from app.ports.devices import LinkState, Outcome
from device_drivers.opcua.joining_simulator import JoiningSimulator
from device_drivers.opcua.joining_system import JoiningSystem
from device_drivers.opcua.simulator import MachineSimulator
from tests.helpers.effort import SOAK, effort
from tests.helpers.joining_rig import JoiningRig, a_rig, a_rig_at

logger = logging.getLogger(__name__)

pytestmark = pytest.mark.asyncio(loop_scope="module")
SERIAL = "0418-77231"
#: What is made in cuts of 4, 8 and 30 s, at one result every 0.7 s.
IN_CUTS = (6, 12, 43)
EVERY_S = 0.7


#: A simulator and where it is.
Shared = tuple[JoiningSimulator, str]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[Shared]:
    """One server for those who leave it as it was: they are slow to start."""
    peer = JoiningSimulator(emit=lambda _: None)
    address = await peer.start()
    yield peer, address
    await peer.stop()


@pytest.fixture
def server(shared: Shared) -> Shared:
    shared[0].system.restart()
    shared[0].system.made = 0
    return shared


def tightenings(rig: JoiningRig, epoch: int = 1) -> list[str]:
    """The numbers of the tightenings that are here, in the order in which they were stored."""
    return [
        r.result_id
        for r in rig.log.readings
        if r.kind is ReadingKind.TIGHTENING and r.epoch == epoch
    ]


def numbers(first: int, last: int) -> list[str]:
    return [str(number) for number in range(first, last + 1)]


async def cut_off(rig: JoiningRig, count: int) -> None:
    """``count`` results while the line is cut, and the link back afterwards."""
    assert rig.line is not None
    rig.line.cut()
    for _ in range(count):
        await rig.do(do="tighten")
    await rig.until_link(LinkState.DISCONNECTED)
    rig.line.mend()
    await rig.until_link(LinkState.READY)


async def test_a_tool_is_enabled_only_for_its_program_and_locked_when_the_station_leaves(
    server: Shared,
) -> None:
    async with a_rig_at(*server) as rig:
        await rig.until_link(LinkState.READY)
        system, tool = rig.simulator.system, rig.tool
        assert tool is not None
        unknown = await tool.arm(99, SERIAL)
        await rig.do(do="select_wrong_next", program="13")
        wrong = await tool.arm(12, SERIAL)
        assert not system.is_enabled
        armed = await tool.arm(12, SERIAL)
        assert (system.is_enabled, system.selected) == (True, "12")
        await rig.do(do="tighten", torque=25.2, angle=61)
        await rig.do(do="tighten", torque=29.0)
        await rig.do(do="loosen")
        await rig.do(do="tighten", offline=True)
        await rig.do(do="tighten")
        await rig.until_stored(*numbers(1, 5))
        locked = await tool.disarm()
        assert not system.is_enabled
        assert (await tool.arm(13, SERIAL)).is_confirmed
    assert not system.is_enabled
    assert [armed.outcome, locked.outcome] == [Outcome.CONFIRMED, Outcome.CONFIRMED]
    assert "has no program 99; it has 12, 13" in (unknown.words or "")
    assert (wrong.code, wrong.facts["selected"]) == ("program", "13")
    assert rig.log.readings[0].state == FIRST_CONTACT
    check_readings(rig)


def check_readings(rig: JoiningRig) -> None:
    good, bad, loosened, offline = (rig.reading(number) for number in numbers(1, 4))
    torque, angle = good.value("torque"), good.value("angle")
    assert torque is not None
    assert angle is not None
    assert (str(torque.value), torque.unit, torque.judgement) == ("25.2", "N.m", Judgement.OK)
    assert (str(torque.low), str(torque.high), str(torque.target)) == ("23.5", "26.5", "25.0")
    assert (str(angle.value), angle.unit) == ("61.0", "deg")
    assert (good.ok, good.program, good.identifiers) == (True, "12", (SERIAL,))
    assert (bad.ok, bad.values[0].judgement) == (False, Judgement.HIGH)
    assert (loosened.kind, loosened.ok) == (ReadingKind.LOOSENING, False)
    assert (offline.backfilled, good.backfilled) == (True, False)


async def test_what_no_event_told_is_fetched_and_what_cannot_be_read_is_kept_aside(
    server: Shared,
) -> None:
    async with a_rig_at(*server) as rig:
        await rig.until_link(LinkState.READY)
        await rig.do(do="tighten")
        await rig.do(do="lose_events", count=3)
        for _ in range(4):
            await rig.do(do="tighten")
        await rig.until_stored(*numbers(1, 5))
        await rig.do(do="garble_next")
        await rig.do(do="tighten")
        await rig.until(lambda: rig.log.readings[-1].quality is Quality.QUARANTINED)
        aside = rig.log.readings[-1]
        await rig.do(do="tighten")
        await rig.until_stored("6", "7")
    assert aside.raw
    assert aside.reason
    assert aside.ok is None
    assert [r for r in tightenings(rig) if r.isdecimal()] == numbers(1, 7)
    assert ReadingKind.GAP not in rig.kinds()


async def test_cuts_lose_nothing_whichever_methods_are_there_or_the_gap_is_named() -> None:
    async with a_rig() as rig:
        await rig.until_link(LinkState.READY)
        for count in IN_CUTS:
            await rig.do(do="tighten")
            await cut_off(rig, count)
        total = len(IN_CUTS) + sum(IN_CUTS)
        await rig.until_stored(*numbers(1, total))
        for missing in ("RequestUnacknowledgedResults", "RequestResults"):
            await rig.do(do="lack", method=missing)
            await cut_off(rig, 4)
            total += 4
            await rig.until_stored(*numbers(1, total))
        assert tightenings(rig) == numbers(1, total)
        assert ReadingKind.GAP not in rig.kinds()
        await rig.do(do="lack", method="GetResultById")
        await cut_off(rig, 4)
        await rig.until_stored(str(total + 4))
        assert rig.reading(f"{total + 1}-{total + 3}").kind is ReadingKind.GAP
        await rig.do(do="lack", method="GetLatestResult")
        await cut_off(rig, 2)
        await rig.do(do="tighten")
        await rig.until_stored(str(total + 7))
    gap = rig.reading(f"{total + 5}-{total + 6}")
    assert (gap.kind, gap.reason) == (
        ReadingKind.GAP,
        "the joining system does not give it any more",
    )


async def test_a_restarted_server_counts_anew_with_its_namespaces_in_other_places() -> None:
    async with a_rig() as rig:
        await rig.until_link(LinkState.READY)
        for _ in range(3):
            await rig.do(do="tighten")
        await rig.until_stored(*numbers(1, 3))
        await rig.do(do="restart")
        for _ in range(2):
            await rig.do(do="tighten")
        await rig.until(lambda: tightenings(rig, epoch=2) == numbers(1, 2))
        await rig.until_link(LinkState.READY)
        assert rig.tool is not None
        assert (await rig.tool.arm(12, SERIAL)).is_confirmed
    assert tightenings(rig) == numbers(1, 3)
    assert any(r.kind is ReadingKind.ALARM and r.state == "counts anew" for r in rig.log.readings)


async def test_the_first_release_gives_results_and_a_tool_that_cannot_be_locked() -> None:
    async with a_rig(release=1, is_silent=True) as rig:
        degraded = await rig.until_link(LinkState.DEGRADED)
        assert rig.line is not None
        assert rig.tool is not None
        rig.simulator.system.identifiers = (SERIAL,)
        await rig.do(do="tighten", torque=25.2)
        await rig.until_stored("1")
        rig.line.cut()
        for _ in range(5):
            await rig.do(do="tighten")
        await rig.until_link(LinkState.DISCONNECTED)
        rig.line.mend()
        await rig.until_stored(*numbers(1, 6))
        armed = await rig.tool.arm(12, SERIAL)
    first = rig.reading("1")
    assert (first.ok, first.identifiers) == (True, (SERIAL,))
    assert str(first.values[0].value) == "25.2"
    assert tightenings(rig) == numbers(1, 6)
    assert "EnableAsset" in (degraded.detail or "")
    assert (armed.outcome, armed.code) == (Outcome.REJECTED, "unsupported")


async def test_at_the_first_contact_nothing_older_is_ours_though_the_newest_is_not_said() -> None:
    system = JoiningSystem()
    for _ in range(50):
        system.tighten(at=datetime.now(UTC), torque=25.0, angle=59.0)
    lacks = frozenset({"GetLatestResult", "RequestUnacknowledgedResults"})
    async with a_rig(system=system, lacks=lacks) as rig:
        await rig.until_link(LinkState.READY)
        await rig.do(do="tighten")
        await rig.until_stored("51")
        await cut_off(rig, 3)
        await rig.until_stored("54")
    assert rig.ids == numbers(51, 54)


async def test_a_full_disk_holds_the_tool_and_what_was_not_kept_is_fetched_later(
    server: Shared,
) -> None:
    async with a_rig_at(*server) as rig:
        await rig.until_link(LinkState.READY)
        assert rig.tool is not None
        await rig.do(do="tighten")
        await rig.until_stored("1")
        rig.log.is_full = True
        await rig.do(do="tighten")
        degraded = await rig.until_link(LinkState.DEGRADED)
        armed = await rig.tool.arm(12, SERIAL)
        rig.log.is_full = False
        await rig.do(do="tighten")
        await rig.until_stored("2", "3")
        await rig.until_link(LinkState.READY)
        # Only what is durable here was acknowledged.
        await rig.until(lambda: "R-3" in rig.simulator.system.acknowledged)
    assert "the disk is full" in (degraded.detail or "")
    assert (armed.outcome, armed.code) == (Outcome.REJECTED, "storage")
    assert tightenings(rig) == numbers(1, 3)


async def test_a_server_that_answers_and_says_nothing_more_is_given_up(
    server: Shared,
) -> None:
    async with a_rig_at(*server, deaf_after=1.25) as rig:
        await rig.until_link(LinkState.READY)
        await rig.do(do="deaf")
        lost = await rig.until_link(LinkState.DISCONNECTED)
        assert "its subscription has been silent" in (lost.detail or "")


async def test_a_server_that_is_no_joining_system_is_named_as_such() -> None:
    machine = MachineSimulator(emit=lambda _: None)
    url = await machine.start()
    rig = JoiningRig(JoiningSimulator(emit=lambda _: None))
    running = asyncio.ensure_future(rig.make_tool(f"{url}?profile=joining").run())
    try:
        refused = await rig.until_link(LinkState.DISCONNECTED)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await machine.stop()
    assert "the server is no joining system" in (refused.detail or "")
    with pytest.raises(InvalidInput, match="profile=joining"):
        rig.make_tool("opc.tcp://127.0.0.1:1?profile=tags")


@pytest.mark.timeout(300)
@pytest.mark.skipif(effort(0, 1) == 0, reason=f"cuts in real time: HYPOTHESIS_PROFILE={SOAK}")
async def test_cuts_of_4_8_and_30_seconds_at_a_result_every_700_ms_lose_nothing() -> None:
    async with a_rig() as rig:
        await rig.until_link(LinkState.READY)
        assert rig.line is not None
        began = datetime.now(UTC)
        producing = asyncio.ensure_future(produce(rig))
        for seconds in (4, 8, 30):
            await asyncio.sleep(3)
            rig.line.cut()
            await asyncio.sleep(seconds)
            rig.line.mend()
        await asyncio.sleep(5)
        producing.cancel()
        await asyncio.gather(producing, return_exceptions=True)
        made = rig.simulator.system.made
        await rig.until_stored(str(made))
    took = (datetime.now(UTC) - began).total_seconds()
    fetched: list[Reading] = [r for r in rig.log.readings if r.backfilled]
    logger.info("%d results in %.0f s, %d of them fetched", made, took, len(fetched))
    assert tightenings(rig) == numbers(1, made)
    assert ReadingKind.GAP not in rig.kinds()


async def produce(rig: JoiningRig) -> None:
    while True:
        await rig.do(do="tighten")
        await asyncio.sleep(EVERY_S)
