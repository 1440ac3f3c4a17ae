"""A plant's server and whole stations beside each other, over real HTTP, for stories of a line."""

from __future__ import annotations

import asyncio
import hashlib
import os
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from app.domain.instructions import Instruction
from app.domain.plant import EffectiveRevision, StationInfo
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.store import JournalStore
from app.ports.devices import CommandResult, Outcome
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from server.log import feed
from sync.client import SyncClient, open_http
from sync.identity import Identity
from tests.helpers.gearbox import INSTRUCTION, NOW
from tests.helpers.patience import PATIENT_S
from tests.helpers.station_rig import BADGE, PLANT, FakeClock, Rig, document
from tests.helpers.sync_rig import PACE, RunningPlant, enrolled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from app.domain.instructions import Step
    from sync.identity import Enrolment


@dataclass
class LineStation:
    """A station of the line: its core, and its sync while it is ``connect``-ed."""

    rig: Rig
    journal: SqliteJournal
    enrolment: Enrolment
    identity: Identity
    stack: AsyncExitStack

    async def connect(self) -> None:
        """Sync from now on, and with the plant's documents."""
        http = await self.stack.enter_async_context(open_http(self.enrolment.server_url))
        client = SyncClient(
            outbox=SqliteOutbox(self.journal),
            blobs=BlobFiles(self.journal.store.path.parent / "blobs"),
            identity=self.identity,
            enrolment=self.enrolment,
            http=http,
            clock=SystemClock(),
            random=lambda: 0.5,
            on_status=self.rig.station.sync_changed,
            on_documents=lambda _: self._documents_came(),
            pace=PACE,
        )
        self.rig.station.units.use(client.units)
        self._running = asyncio.create_task(client.run())
        self.stack.push_async_callback(_ended, self._running)

    async def disconnect(self) -> None:
        """The cable is out: nothing comes, goes or can be asked."""
        self.rig.station.units.use(None)
        await _ended(self._running)

    def _documents_came(self) -> None:
        self._reading = asyncio.ensure_future(self.rig.station.reference_changed())

    async def synced(self) -> None:
        """Wait until the plant has all that was recorded here."""
        outbox = SqliteOutbox(self.journal)
        async with asyncio.timeout(PATIENT_S):
            while (await outbox.backlog()).waiting:  # noqa: ASYNC110 (an empty outbox rings no bell)
                await asyncio.sleep(0.01)

    async def has_revision_of(self, steps: Sequence[Step]) -> None:
        """Wait until units begun here are of the instruction with ``steps``."""
        async with asyncio.timeout(PATIENT_S):
            while True:
                effective = await self.journal.get(EffectiveRevision, INSTRUCTION.id)
                content = effective and await self.journal.instruction(effective.revision)
                if content and msgspec.json.decode(content, type=Instruction).steps == steps:
                    return
                await asyncio.sleep(0.01)

    async def take(self, serial: str, *more: str) -> None:
        """Sign in, and scan the unit's label and what comes after it."""
        if self.rig.state.person is None:
            await self.rig.scan(BADGE)
        await self.rig.scan(f"SN {serial}", *more)

    async def place(self) -> None:
        """The machine answers the step that waits for it."""
        self.rig.machine.answers.put_nowait(CommandResult(Outcome.CONFIRMED))
        await self.rig.until(lambda s: s.tool is not None and s.tool.is_armed)

    async def leave(self) -> None:
        await self.rig.station.unit_left()

    @property
    def refusal(self) -> tuple[str, dict[str, str]]:
        shown = self.rig.state.refusal
        assert shown is not None
        return shown.refusal.code, shown.refusal.facts


async def start_plant(folder: Path) -> RunningPlant:
    """A server with the documents of a gearbox line."""
    plant = RunningPlant(folder)
    await plant.start()
    publish(plant, *PLANT, instruction=INSTRUCTION)
    return plant


def publish(plant: RunningPlant, *records: msgspec.Struct, instruction: Instruction) -> None:
    """Documents of planners and engineers."""
    assert plant.plant is not None
    told = [document(record, 0) for record in records]
    documents = [feed.Document(one.kind, one.key, one.body or b"null") for one in told]
    content = msgspec.json.encode(instruction)
    revision = hashlib.sha256(content).hexdigest()
    documents.append(feed.Document(feed.INSTRUCTION, revision, content))
    effective = EffectiveRevision(
        instruction=instruction.id, revision=revision, effective_from=NOW
    )
    body = msgspec.json.encode(effective)
    documents.append(feed.Document(EffectiveRevision.KIND, instruction.id, body))
    with plant.plant.database.write() as connection:
        feed.publish(connection, documents, now_us=plant.plant.now_us())
    plant.plant.published()


async def enrolment_at(plant: RunningPlant, name: str) -> tuple[Identity, Enrolment]:
    identity = Identity(name, name.encode().ljust(32, b"k"))
    return identity, await enrolled(plant, identity)


@asynccontextmanager
async def station_of_line(
    folder: Path, name: str, identity: Identity, enrolment: Enrolment, *, is_connected: bool = True
) -> AsyncIterator[LineStation]:
    """The station ``name`` on the journal in ``folder``, with its documents."""
    folder.mkdir(exist_ok=True)  # noqa: ASYNC240 - before anything runs
    async with AsyncExitStack() as stack:
        store = JournalStore(
            folder / "journal.db", station=name, clock=FakeClock(), random_bytes=os.urandom
        )
        journal = SqliteJournal(store)
        await journal.open()
        stack.push_async_callback(journal.close)
        await SqliteOutbox(journal).begin_epoch(enrolment.epoch)
        rig = Rig(
            journal,
            folder,
            has_machine=True,
            info=StationInfo(station=name, name=name, line="L4"),
        )
        running = asyncio.create_task(rig.station.run())
        stack.push_async_callback(_ended, running)
        station = LineStation(rig, journal, enrolment, identity, stack)
        if is_connected:
            await station.connect()
        await rig.until(lambda s: s.version > 0 and bool(s.orders or s.run))
        yield station


async def _ended(running: asyncio.Task[None]) -> None:
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
