"""The smallest station that keeps results: driver, inbox, journal; made to be killed.

Run as a process with a journal's path and a controller's port.  Each line on its standard input
forks a station from a process that has everything loaded; its process id is the answer, and
"gone" once it died.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.envelope import Actor
from app.domain.events import Body, ReadingUnassigned
from app.domain.plant import StationInfo
from app.journal.journal import SqliteJournal
from app.journal.store import JournalStore
from app.ports.journal import NewEvent
from app.ports.sync import SyncState, SyncStatus
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from app.services.inbox import ResultInbox
from app.services.state_board import StateBoard
from app.services.station_state import StationState
from device_drivers.open_protocol.tool import OpenProtocolTool
from device_drivers.open_protocol.url import settings_from
from device_drivers.supervisor import BackOff

if TYPE_CHECKING:
    from app.domain.readings import Reading

STATION, TOOL = "ST-W", "T-W"


async def keep_results(path: Path, port: int) -> None:
    """Until killed."""
    store = JournalStore(path, station=STATION, clock=SystemClock(), random_bytes=os.urandom)
    journal = SqliteJournal(store)
    await journal.open()

    async def record(body: Body, device: str) -> None:
        await journal.append(NewEvent(body, Actor("device", device)))

    async def take(reading: Reading) -> None:
        await record(ReadingUnassigned(reading=reading, reason="no_unit"), reading.source)

    def storage_failed(fault: Exception) -> None:
        sys.stderr.write(f"{fault}\n")

    info = StationInfo(station=STATION, name="Witnessed", line="L")
    first = StationState(version=0, station=info, sync=SyncStatus(SyncState.NOT_ENROLLED))
    inbox = ResultInbox(
        journal=journal,
        blobs=BlobFiles(path.parent / "blobs"),
        board=StateBoard(first, lambda _: None),
        take=take,
        record=record,
        storage_failed=storage_failed,
    )
    tool = OpenProtocolTool(
        settings_from(TOOL, f"openprotocol://127.0.0.1:{port}"),
        log=inbox,
        now=lambda: datetime.now(UTC),
        back_off=BackOff(rng=random.random, base_s=0.02, cap_s=0.1),
    )
    await tool.run()


def fork_on_demand(work: Callable[[Path, int], Coroutine[None, None, None]]) -> None:
    """A line of standard input forks a process that does ``work`` until it is killed."""
    path, port = Path(sys.argv[1]), int(sys.argv[2])
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            asyncio.run(work(path, port))
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write("gone\n")
        sys.stdout.flush()


if __name__ == "__main__":
    fork_on_demand(keep_results)
