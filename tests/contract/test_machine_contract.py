"""What every machine adapter must do, over a real OPC UA server; few, because servers are slow."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest

from app.domain.errors import InvalidInput
from app.domain.readings import Reading, ReadingKind
from app.ports.devices import DeviceStatus, LinkState, Machine, Outcome
from device_drivers.local_clock import LocalClock
from device_drivers.opcua.connection import REQUEST_TIMEOUT_S
from device_drivers.opcua.handshake import PhaseLimits
from device_drivers.opcua.listen import listen
from device_drivers.opcua.machine import OpcUaMachine
from device_drivers.opcua.simulator import MachineSimulator
from device_drivers.opcua.tags import TagNames
from device_drivers.simulator_control import Emit
from device_drivers.supervisor import BackOff
from tests.helpers.patience import PATIENT_S

LIMITS = PhaseLimits(clear_s=1, acknowledge_s=0.3, result_s=5)


class Watched:
    """Remembers what a machine reported; ``until`` waits for a report that fits."""

    def __init__(self) -> None:
        self.statuses: list[DeviceStatus] = []
        self.changes: list[tuple[str, bool]] = []
        self._news = asyncio.Event()

    def on_status(self, status: DeviceStatus) -> None:
        self.statuses.append(status)
        self._news.set()

    def on_change(self, state: str, part_present: bool) -> None:
        self.changes.append((state, part_present))
        self._news.set()

    async def until(self, fits: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENT_S):
            while not fits():
                self._news.clear()
                await self._news.wait()

    async def until_link(self, state: LinkState) -> None:
        await self.until(lambda: bool(self.statuses) and self.statuses[-1].state is state)


async def no_pause(_: float) -> None:
    await asyncio.sleep(0.02)


def opcua_machine(url: str, watched: Watched, **settings: Any) -> OpcUaMachine:
    return OpcUaMachine(
        device="M-1",
        url=url,
        clock=LocalClock(),
        back_off=BackOff(lambda: 1.0, sleep=no_pause),
        on_status=watched.on_status,
        on_change=watched.on_change,
        limits=LIMITS,
        **settings,
    )


@asynccontextmanager
async def running(device: Machine) -> AsyncIterator[None]:
    task = asyncio.ensure_future(device.run())
    try:
        yield
    finally:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


@asynccontextmanager
async def simulated(
    port: int = 0, work_s: float = 0.05, emit: Emit = lambda _: None
) -> AsyncIterator[tuple[Any, str]]:
    simulator = MachineSimulator(emit=emit, port=port, work_s=work_s)
    url = await simulator.start()
    try:
        yield simulator, url
    finally:
        await simulator.stop()


async def test_a_request_before_the_machine_was_reached_is_offline_with_the_reason() -> None:
    watched = Watched()
    machine = opcua_machine("opc.tcp://127.0.0.1:1/nobody", watched)
    async with running(machine):
        await watched.until_link(LinkState.DISCONNECTED)
        result = await machine.request("clamp", "SN-1")
    assert result.outcome is Outcome.OFFLINE
    assert "refused" in (result.words or "")


async def test_stopping_does_not_wait_for_a_server_that_took_the_call_and_says_nothing() -> None:
    called = asyncio.Event()

    async def say_nothing(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        called.set()
        await hung_up.wait()
        writer.close()

    hung_up = asyncio.Event()
    server = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    machine = opcua_machine(f"opc.tcp://{host}:{port}", Watched())
    # It would be given up by itself after this long, counted from the call.
    async with server, asyncio.timeout(REQUEST_TIMEOUT_S), running(machine):
        await called.wait()
    hung_up.set()
    assert machine.status.state is LinkState.DISCONNECTED


async def test_a_machine_refuses_goes_mute_and_works_again_one_request_at_a_time() -> None:
    watched = Watched()
    async with simulated() as (simulator, url):
        machine = opcua_machine(url, watched)
        async with running(machine):
            await watched.until_link(LinkState.READY)
            await simulator.do({"do": "refuse_next", "code": "E17", "text": "clamp pressure low"})
            refused = await machine.request("clamp", "SN-1")
            await simulator.do({"do": "mute", "seconds": 0.35})
            muted = await machine.request("clamp", "SN-1")
            both = await asyncio.gather(
                machine.request("clamp", "SN-1"), machine.request("release", "SN-1")
            )
            await watched.until(lambda: not machine.is_part_present)
    assert (refused.outcome, refused.code) == (Outcome.REJECTED, "E17")
    assert refused.words == "clamp pressure low"
    assert (muted.outcome, muted.facts["phase"]) == (Outcome.TIMED_OUT, "acknowledge")
    assert [result.outcome for result in both] == [Outcome.CONFIRMED, Outcome.CONFIRMED]
    assert watched.changes[0] == ("running", True)


async def test_a_restarted_server_is_found_again_and_a_request_cut_off_is_offline() -> None:
    watched = Watched()
    acknowledged = asyncio.Event()
    async with simulated(work_s=60, emit=lambda _: acknowledged.set()) as (_, url):
        machine = opcua_machine(url, watched)
        run = asyncio.ensure_future(machine.run())
        await watched.until_link(LinkState.READY)
        cut_off = asyncio.ensure_future(machine.request("clamp", "SN-1"))
        async with asyncio.timeout(PATIENT_S):
            await acknowledged.wait()
    result = await cut_off
    assert result.outcome is Outcome.OFFLINE
    # Whether we had seen its acknowledgement yet or not, the record says how far we knew it to be.
    assert result.facts["phase"] in {"acknowledge", "result"}
    assert (machine.state, machine.is_part_present) == ("", False)
    async with simulated(port=urlsplit(url).port or 0) as (again, _):
        await again.do({"do": "state", "value": "idle"})
        await watched.until(lambda: machine.state == "idle")
        await watched.until_link(LinkState.READY)
        assert (await machine.request("clamp", "SN-1")).is_confirmed
        run.cancel()
        with pytest.raises(asyncio.CancelledError):
            await run


async def test_a_standing_plc_program_is_degraded_and_not_asked_and_missing_tags_are_named() -> (
    None
):
    watched = Watched()
    async with simulated() as (simulator, url):
        machine = opcua_machine(url, watched, heartbeat_s=0.4)
        simulator.program.scan = lambda *_: simulator.program.shown
        async with running(machine):
            await watched.until_link(LinkState.DEGRADED)
            result = await machine.request("clamp", "SN-1")
        elsewhere = Watched()
        names = TagNames(state="Press.State")
        async with running(opcua_machine(url, elsewhere, names=names)):
            await elsewhere.until_link(LinkState.DISCONNECTED)
        foreign = Watched()
        async with running(opcua_machine(f"{url}?ns=urn:oem:press", foreign)):
            await foreign.until_link(LinkState.DISCONNECTED)
    assert result.outcome is Outcome.OFFLINE
    assert "stands still" in (result.words or "")
    assert "Press.State" in (elsewhere.statuses[-1].detail or "")
    assert "urn:oem:press" in (foreign.statuses[-1].detail or "")


async def test_a_simulator_whose_port_is_taken_says_so() -> None:
    async with await asyncio.start_server(lambda *_: None, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(InvalidInput, match=f"Port {port} cannot be used"):
            await MachineSimulator(emit=lambda _: None, port=port).start()


async def test_listening_reports_each_change_as_a_reading_of_its_own() -> None:
    readings: list[Reading] = []
    news = asyncio.Event()

    def on_reading(reading: Reading) -> None:
        readings.append(reading)
        news.set()

    async def next_reading() -> Reading:
        async with asyncio.timeout(PATIENT_S):
            await news.wait()
        news.clear()
        return readings[-1]

    async with simulated() as (simulator, url):
        task = asyncio.ensure_future(listen(f"{url}?profile=tags", on_reading))
        first = await next_reading()
        await simulator.do({"do": "state", "value": "stopped"})
        second = await next_reading()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert [r.state for r in (first, second)] == ["running", "stopped"]
    assert {r.kind for r in (first, second)} == {ReadingKind.STATE}
    assert first.result_id != second.result_id
