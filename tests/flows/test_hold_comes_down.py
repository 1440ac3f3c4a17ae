"""A hold placed at the plant refuses the lot at a connected station by itself, and at once."""

from __future__ import annotations

import asyncio
import os
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import msgspec

from app.domain.plant import Hold, Lot
from app.domain.scans import Scan, ScanKind
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.store import JournalStore
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from app.services.parts_lookup import look_up_part
from sync.client import Pace, SyncClient, open_http
from sync.identity import Identity
from tests.helpers.gearbox import HOUSING
from tests.helpers.journal_rig import STATION
from tests.helpers.patience import PATIENT_S
from tests.helpers.sync_rig import RunningPlant, enrolled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import httpx

    from app.ports.sync import Document

IDENTITY = Identity(STATION, b"k" * 32)
#: A station that asked only now and then would ask again after this long: the test is over before.
ASKS_AGAIN_S = 600
SCAN = Scan(kind=ScanKind.PART, raw="x", part="HS-200", lot="L-1")


class Connected:
    """A station's journal and its sync, and a bell that rings when documents came."""

    def __init__(self, journal: SqliteJournal) -> None:
        self.journal = journal
        self.came = asyncio.Event()

    def documents_came(self, _documents: Sequence[Document]) -> None:
        self.came.set()

    async def reasons(self) -> list[str]:
        """Why a scan of the lot is refused now."""
        facts = await look_up_part(
            SCAN,
            HOUSING,
            journal=self.journal,
            reference=self.journal,
            today=date(2026, 11, 20),
            now=datetime(2026, 11, 20, tzinfo=UTC),
        )
        return [hold.reason for hold in facts.holds]

    async def until(self, reasons: list[str]) -> None:
        async with asyncio.timeout(PATIENT_S):
            while await self.reasons() != reasons:
                await self.came.wait()
                self.came.clear()


async def test_a_hold_comes_down_without_being_asked_for_and_goes_as_it_came(
    tmp_path: Path,
) -> None:
    plant = RunningPlant(tmp_path / "plant")
    await plant.start()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(plant.stop)
        enrolment = await enrolled(plant, IDENTITY)
        clock = SystemClock()
        store = JournalStore(
            tmp_path / "j.db", station=STATION, clock=clock, random_bytes=os.urandom
        )
        journal = SqliteJournal(store)
        await journal.open()
        stack.push_async_callback(journal.close)
        outbox = SqliteOutbox(journal)
        await outbox.begin_epoch(enrolment.epoch)
        http = await stack.enter_async_context(open_http(plant.url))
        station = Connected(journal)
        client = SyncClient(
            outbox=outbox,
            blobs=BlobFiles(tmp_path / "blobs"),
            identity=IDENTITY,
            enrolment=enrolment,
            http=http,
            clock=clock,
            random=lambda: 0.5,
            on_status=lambda _status: None,
            on_documents=station.documents_came,
            pace=Pace(feed_wait_s=20, watch_s=ASKS_AGAIN_S),
        )
        running = asyncio.create_task(client.run())
        stack.push_async_callback(_ended, running)
        await station.until([])
        planner = await stack.enter_async_context(open_http(plant.url))
        hold = Hold(
            hold="H-1",
            reason="porous",
            owner="quality 31",
            placed_at=datetime(2026, 11, 20, tzinfo=UTC),
            lot="L-1",
        )
        await _publish(planner, Lot(lot="L-1", part="HS-200"), "L-1")
        await _publish(planner, hold, "H-1")
        await station.until(["porous"])
        lifted = msgspec.structs.replace(hold, lifted_at=hold.placed_at, lifted_by="31")
        await _publish(planner, lifted, "H-1")
        await station.until([])


async def _publish(planner: httpx.AsyncClient, record: Lot | Hold, key: str) -> None:
    content = msgspec.json.encode(record)
    reply = await planner.put(f"/v1/documents/{record.KIND}/{key}", content=content)
    assert not reply.is_error, reply.text


async def _ended(running: asyncio.Task[None]) -> None:
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
