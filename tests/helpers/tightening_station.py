"""A whole station that builds units bolt by bolt, with nobody at it; made to be killed.

Run as :mod:`tests.helpers.witness_station` is, with the controller's profile as a third word.
Whoever works here is a few lines of code: signs
in, scans the next unit when none is open, acknowledges what is not OK, and tries again.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import random
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import msgspec
from msgspec import structs

from app.domain.instructions import Limits, Position, ScanStep, TorqueStep
from app.domain.plant import EffectiveRevision, Order, Person, StationInfo
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.store import JournalStore
from app.ports.devices import DeviceStatus
from app.ports.sync import Document, FeedMark, SyncState, SyncStatus
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from app.scanning.parser import parse_scan
from app.services.station import Station
from app.services.station_ports import StationPorts
from app.services.station_state import StationState
from device_drivers.open_protocol.settings import Times
from device_drivers.open_protocol.tool import OpenProtocolTool
from device_drivers.open_protocol.url import settings_from
from device_drivers.supervisor import BackOff
from tests.helpers.gearbox import INSTRUCTION, NOW, TODAY
from tests.helpers.station_rig import BADGE, document, sha256
from tests.helpers.witness_station import fork_on_demand

STATION, TOOL, BOLTS = "ST-W", "T-07", 3
#: Short, but long against a busy machine's hiccups.
TIMES = Times(
    connect_s=2.0,
    answer_s=1.0,
    keep_alive_s=0.2,
    silence_s=0.6,
    select_s=0.3,
    close_s=0.3,
    busy_s=0.05,
    hearing_s=0.5,
)
RETRY_S = 0.05
WORK = structs.replace(
    INSTRUCTION,
    steps=(
        ScanStep(id="unit", title={"en": "Scan unit"}, component="unit"),
        TorqueStep(
            id="bolts",
            title={"en": "Tighten"},
            tool=TOOL,
            program=12,
            torque=Limits(Decimal("23.5"), Decimal("26.5"), "N.m", Decimal(25)),
            angle=Limits(Decimal(40), Decimal(80), "deg"),
            positions=tuple(Position(str(n), 0.1, 0.1) for n in range(BOLTS)),
            max_attempts=1000,
        ),
    ),
)
CONTENT = msgspec.json.encode(WORK)
REVISION = hashlib.sha256(CONTENT).hexdigest()
PLANT: tuple[msgspec.Struct, ...] = (
    Order(
        order="PO-1", product="GX-200", variant="B", quantity=100_000, instruction="gearbox-mount"
    ),
    EffectiveRevision(instruction="gearbox-mount", revision=REVISION, effective_from=NOW),
    Person(person="417", name="Operator 417", role="operator", badge=sha256("417"), pin="1234"),
)


async def build_units(path: Path, port: int) -> None:
    """Until killed."""
    store = JournalStore(path, station=STATION, clock=SystemClock(), random_bytes=os.urandom)
    journal = SqliteJournal(store)
    await journal.open()
    documents = [document(record, n) for n, record in enumerate(PLANT, 1)]
    documents.append(Document(99, "instruction", REVISION, CONTENT))
    await SqliteOutbox(journal).replace_documents(FeedMark("g", 99), documents)
    changed = asyncio.Event()
    station = _station(journal, path.parent, lambda _: changed.set())
    tool = _tool(port, station, station.device_changed)
    station.use(tools={TOOL: tool}, gauges={}, machine=None)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(station.run())
        tasks.create_task(tool.run())
        tasks.create_task(_operate(station, changed))


async def _operate(station: Station, changed: asyncio.Event) -> None:
    """What a person would do, again and again."""
    while True:
        await changed.wait()
        changed.clear()
        step = _next_act(station)
        if step is not None:
            await step
            # A person needs a moment, and a refusal must not be answered in a circle.
            await asyncio.sleep(RETRY_S)
            changed.set()


def _next_act(station: Station) -> Awaitable[None] | None:
    state = station.board.state
    if state.person is None:
        return station.code_scanned(BADGE, "scanner")
    if state.refusal is not None:
        return station.refusal_closed()
    if state.run is None:
        serial = int.from_bytes(os.urandom(3)) % 90000 + 10000
        return station.code_scanned(f"SN 0418-{serial}", "scanner")
    if state.run.current is not None and state.run.current.is_nok_open:
        return station.nok_acknowledged()
    if state.storage_problem is not None or (state.tool is not None and state.tool.problem):
        return station.retry_pressed()
    return None


def _station(
    journal: SqliteJournal, folder: Path, on_state: Callable[[StationState], None]
) -> Station:
    async def same_pin(stored: str, pin: str) -> bool:
        return stored == pin

    return Station(
        info=StationInfo(station=STATION, name="Witnessed", line="L"),
        ports=StationPorts(
            journal=journal,
            reference=journal,
            blobs=BlobFiles(folder / "blobs"),
            clock=SystemClock(),
            parse_scan=parse_scan,
            verify_pin=same_pin,
            today=lambda: TODAY,
            shift=lambda: "Early",
        ),
        sync=SyncStatus(SyncState.NOT_ENROLLED),
        software="test",
        on_state=on_state,
    )


def _tool(
    port: int, station: Station, on_status: Callable[[DeviceStatus], None]
) -> OpenProtocolTool:
    settings = settings_from(TOOL, f"openprotocol://127.0.0.1:{port}?profile={sys.argv[3]}")
    return OpenProtocolTool(
        replace(settings, times=TIMES),
        log=station.inbox,
        now=lambda: datetime.now(UTC),
        back_off=BackOff(rng=random.random, base_s=0.02, cap_s=0.1),
        on_status=on_status,
    )


if __name__ == "__main__":
    fork_on_demand(build_units)
