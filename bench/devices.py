"""From a controller's telegram to the committed event, and twenty tools on one station."""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from msgspec import structs

from app.domain.envelope import Actor
from app.domain.events import Body, ReadingUnassigned
from app.domain.plant import StationInfo
from app.journal.export import export
from app.journal.journal import SqliteJournal
from app.journal.store import JournalStore
from app.ports.devices import LinkState
from app.ports.journal import NewEvent
from app.ports.sync import SyncState, SyncStatus
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from app.services.inbox import ResultInbox
from app.services.state_board import StateBoard
from app.services.station_state import StationState
from bench.rows import Row, Times, median_row, p99_row
from bench.scale import scaled
from device_drivers.open_protocol.simulator.controller_simulator import ControllerSimulator
from device_drivers.open_protocol.tool import OpenProtocolTool
from device_drivers.open_protocol.url import settings_from
from device_drivers.supervisor import BackOff

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from app.domain.readings import Curve, Reading
    from app.ports.devices import DeviceStatus, LastResult

ROUNDS = 1_000
#: From the last byte on the socket to the committed event, against the append alone.
MOST_MEDIAN = 2.0
TOOLS, PER_S = 20, 5.0
SECONDS = 20
PATIENT_S = 30.0
MEGABYTE = 1024 * 1024


class Station:
    """What keeps results at a station, and how long the last one took to be durable."""

    def __init__(self, folder: Path, journal: SqliteJournal) -> None:
        info = StationInfo(station="BENCH", name="Bench", line="L")
        state = StationState(version=0, station=info, sync=SyncStatus(SyncState.NOT_ENROLLED))
        self._journal = journal
        self._inbox = ResultInbox(
            journal=journal,
            blobs=BlobFiles(folder / "blobs"),
            board=StateBoard(state, lambda _: None),
            take=self._take,
            record=self.append,
            storage_failed=lambda _: None,
        )
        self.ready: dict[str, asyncio.Event] = {}
        self.stored_at_ns = 0
        self.reading: Reading | None = None
        self.changed = asyncio.Event()

    async def append(self, body: Body, device: str) -> None:
        await self._journal.append(NewEvent(body, Actor("device", device)))

    async def store(self, reading: Reading) -> bool:
        is_new = await self._inbox.store(reading)
        self.stored_at_ns = time.perf_counter_ns()
        self.reading = reading
        self.changed.set()
        return is_new

    async def store_curve(self, curve: Curve) -> None:
        await self._inbox.store_curve(curve)

    async def last(self, source: str) -> LastResult | None:
        return await self._inbox.last(source)

    def tool(self, name: str, port: int) -> OpenProtocolTool:
        """The driver of one controller, as the station configures it, without curves."""
        self.ready[name] = asyncio.Event()
        settings = settings_from(name, f"openprotocol://127.0.0.1:{port}")
        return OpenProtocolTool(
            replace(settings, wants_traces=False),
            log=self,
            now=lambda: datetime.now(UTC),
            back_off=BackOff(rng=random.random, cap_s=1.0),
            on_status=self._status,
        )

    def _status(self, status: DeviceStatus) -> None:
        if status.state is LinkState.READY:
            self.ready[status.device].set()

    async def _take(self, reading: Reading) -> None:
        await self.append(ReadingUnassigned(reading=reading, reason="no_unit"), reading.source)


def run() -> list[Row]:
    """Latency of one result, then many tools for a while."""
    with tempfile.TemporaryDirectory(dir=".", prefix=".bench-") as folder:
        latency, many = Path(folder) / "latency", Path(folder) / "many"
        latency.mkdir()
        many.mkdir()
        return asyncio.run(_latency(latency)) + asyncio.run(_many(many))


@asynccontextmanager
async def _station(folder: Path) -> AsyncIterator[Station]:
    store = JournalStore(
        folder / "journal.db", station="BENCH", clock=SystemClock(), random_bytes=os.urandom
    )
    journal = SqliteJournal(store)
    await journal.open()
    try:
        yield Station(folder, journal)
    finally:
        await journal.close()


async def _latency(folder: Path) -> list[Row]:
    """A result and the bare append of the same reading, in turns."""
    controller = ControllerSimulator(
        emit=lambda _: None,
        rng=random.Random(1),  # noqa: S311  a simulation, not a secret
        now=lambda: datetime.now(UTC),
    )
    port = await controller.start()
    async with _station(folder) as station:
        running = asyncio.create_task(station.tool("T-1", port).run())
        await station.ready["T-1"].wait()
        bare, results = [], []
        for _ in range(ROUNDS):
            station.changed.clear()
            controller.controller.tighten()
            # The telegram is on the socket; nothing has read it yet.
            sent_ns = time.perf_counter_ns()
            await station.changed.wait()
            results.append((station.stored_at_ns - sent_ns) / 1_000)
            bare.append(await _bare_append(station))
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    await controller.stop()
    base = Times("a result appended to the journal", bare)
    committed = Times("0061 on the socket to its committed event", results)
    return [
        median_row(base),
        p99_row(base),
        median_row(committed, base, most=MOST_MEDIAN),
        p99_row(committed, base),
    ]


async def _bare_append(station: Station) -> float:
    """The same reading, as of another tool, straight into the journal."""
    assert station.reading is not None
    reading = structs.replace(station.reading, source="T-0")
    began_ns = time.perf_counter_ns()
    await station.append(ReadingUnassigned(reading=reading, reason="no_unit"), reading.source)
    return (time.perf_counter_ns() - began_ns) / 1_000


async def _many(folder: Path) -> list[Row]:
    """Twenty controllers in a process of their own, one station in this."""
    seconds = scaled(SECONDS)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.controllers", str(TOOLS)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    ports = json.loads(await process.stdout.readline())
    async with _station(folder) as station:
        tools = [station.tool(f"T-{n}", port) for n, port in enumerate(ports)]
        running = [asyncio.create_task(tool.run()) for tool in tools]
        async with asyncio.timeout(PATIENT_S):
            await asyncio.gather(*(ready.wait() for ready in station.ready.values()))
        me = psutil.Process()
        cpu_before = sum(me.cpu_times()[:2])
        process.stdin.write(f"{PER_S} {seconds}\n".encode())
        made = sum(json.loads(await process.stdout.readline()))
        cpu_s = sum(me.cpu_times()[:2]) - cpu_before
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        process.stdin.write(b"\n")
    await process.wait()
    kept = sum(b'"reading.unassigned"' in raw and b'"tightening"' in raw for raw in _raw(folder))
    name = f"{TOOLS} tools at {PER_S:g} results a second"
    return [
        Row(f"{name}: lost", made, made - kept, "results", most=0, least=0),
        Row(f"{name}: processor", made, 100 * cpu_s / seconds, "% of a core"),
        Row(f"{name}: memory of the process", made, me.memory_info().rss / MEGABYTE, "MB"),
    ]


def _raw(folder: Path) -> list[bytes]:
    return list(export(folder / "journal.db"))
