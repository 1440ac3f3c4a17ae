"""A station and a plant server over real HTTP: outages, restores, a forked disk, documents."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx
import msgspec
import pytest
import sqlalchemy as sa
import uvicorn

from app.domain.plant import Hold, Lot
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.store import JournalStore
from app.journal.verify import verify
from app.ports.sync import SyncState, SyncStatus
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from server.db.tables import event
from server.db.tables import plant as plant_table
from server.main import create_app
from server.plant import Plant, open_plant
from server.settings import Settings
from sync.client import Pace, SyncClient, open_http
from sync.identity import Enrolment, Identity
from sync.link import PlantRefused, enrol
from sync.wire import head_message
from tests.helpers.journal_rig import STATION, curve, note

PACE = Pace(
    flush_idle_s=0.02, feed_wait_s=2, first_back_off_s=0.05, back_off_cap_s=0.2, watch_s=0.05
)


@dataclass
class RunningPlant:
    """A server in this loop on a port of its own, that can be stopped and started again."""

    folder: Path
    port: int = 0
    plant: Plant | None = None
    _server: uvicorn.Server | None = None
    _task: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        settings = Settings(data_dir=self.folder)
        self.plant = open_plant(settings)
        listener = socket.create_server(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(
            create_app(settings, plant=self.plant),
            log_level="error",
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._task = asyncio.create_task(self._server.serve(sockets=[listener]))
        while not self._server.started:  # noqa: ASYNC110 (uvicorn has no event for it)
            await asyncio.sleep(0.005)

    async def stop(self) -> None:
        assert self.plant is not None
        assert self._server is not None
        assert self._task is not None
        self.plant.waker.close()
        self._server.should_exit = True
        await self._task

    def back_up(self, target: Path) -> None:
        """Of a stopped server."""
        shutil.copytree(self.folder, target)

    def restore(self, source: Path) -> None:
        """Of a stopped server: what came after the backup is gone, and the plant says so."""
        shutil.rmtree(self.folder)
        shutil.copytree(source, self.folder)
        restored = open_plant(Settings(data_dir=self.folder))
        with restored.database.write() as connection:
            connection.execute(sa.update(plant_table).values(generation="restored"))
        restored.close()

    def hashes(self, epoch: int = 1) -> list[str]:
        assert self.plant is not None
        statement = sa.select(event.c.hash).where(event.c.epoch == epoch).order_by(event.c.seq)
        with self.plant.database.read() as connection:
            return list(connection.execute(statement).scalars())

    async def publish(self, document: msgspec.Struct, key: str) -> None:
        kind = document.KIND  # type: ignore[attr-defined]
        async with open_http(self.url) as http:
            reply = await http.put(
                f"/v1/documents/{kind}/{key}", content=msgspec.json.encode(document)
            )
        assert reply.status_code == 200, reply.text


@dataclass
class RunningStation:
    """A journal and its sync."""

    folder: Path
    journal: SqliteJournal
    outbox: SqliteOutbox
    blobs: BlobFiles
    client: SyncClient
    told: list[SyncStatus] = field(default_factory=list)

    async def until(self, is_so: Callable[[SyncStatus], bool]) -> SyncStatus:
        async with asyncio.timeout(15):
            while not (self.told and is_so(self.told[-1])):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return self.told[-1]

    async def own_hashes(self, epoch: int = 1) -> list[str]:
        return [event.hash for event in await self.outbox.events(epoch, after=0, limit=9999)]


@pytest.fixture
async def plant(tmp_path: Path) -> AsyncIterator[RunningPlant]:
    running = RunningPlant(tmp_path / "plant")
    await running.start()
    yield running
    await running.stop()


async def _enrolment(plant: RunningPlant, identity: Identity) -> Enrolment:
    assert plant.plant is not None
    code = plant.plant.create_enrolment_code(3600)
    async with open_http(plant.url) as http:
        answer = await enrol(http, identity, code=code, name="Gearbox cover")
    return Enrolment(
        server_url=plant.url,
        station=answer.station,
        epoch=answer.epoch,
        plant=answer.plant,
        plant_key=answer.plant_key,
    )


@asynccontextmanager
async def _station(
    folder: Path, identity: Identity, enrolment: Enrolment
) -> AsyncIterator[RunningStation]:
    async with AsyncExitStack() as stack:
        journal = SqliteJournal(
            JournalStore(
                folder / "j.db",
                station=STATION,
                clock=SystemClock(),
                random_bytes=os.urandom,
            )
        )
        await journal.open()
        stack.push_async_callback(journal.close)
        outbox, blobs = SqliteOutbox(journal), BlobFiles(folder / "blobs")
        await outbox.begin_epoch(enrolment.epoch)  # before anything is recorded
        http = await stack.enter_async_context(open_http(enrolment.server_url))
        told: list[SyncStatus] = []
        client = SyncClient(
            outbox=outbox,
            blobs=blobs,
            identity=identity,
            enrolment=enrolment,
            http=http,
            clock=SystemClock(),
            random=lambda: 0.5,
            on_status=told.append,
            pace=PACE,
        )
        task = asyncio.create_task(client.run())
        try:
            yield RunningStation(folder, journal, outbox, blobs, client, told)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def _is_synced(status: SyncStatus) -> bool:
    return status.state is SyncState.SYNCED


async def test_a_code_works_once_and_a_wrong_one_not_at_all(plant: RunningPlant) -> None:
    identity = Identity(STATION, b"k" * 32)
    async with open_http(plant.url) as http:
        with pytest.raises(PlantRefused, match="403"):
            await enrol(http, identity, code="AAAA-BBBB-CCCC", name="x")
    assert (await _enrolment(plant, identity)).epoch == 1


@pytest.mark.allow_warnings
async def test_what_was_recorded_offline_arrives_once_and_in_order(
    plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await _enrolment(plant, identity)
    async with _station(tmp_path / "st", identity, enrolment) as station:
        await station.journal.append(note("before"))
        await station.until(lambda status: _is_synced(status) and len(plant.hashes()) == 1)
        await plant.stop()
        for number in range(1200):
            await station.journal.append(note(str(number)))
        offline = await station.until(lambda status: status.state is SyncState.OFFLINE)
        assert offline.oldest_waiting_at_us is not None
        await station.until(lambda status: status.waiting == 1200)
        await plant.start()
        await station.until(lambda status: _is_synced(status) and status.waiting == 0)
        assert plant.hashes() == await station.own_hashes()
        assert len(plant.hashes()) == 1201
    found = verify(tmp_path / "st" / "j.db", read_blob=lambda _: None, head_message=head_message)
    assert found.is_ok  # with the heads signed at each upload


@pytest.mark.allow_warnings
async def test_a_restored_server_gets_back_what_its_backup_lacked(
    plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await _enrolment(plant, identity)
    async with _station(tmp_path / "st", identity, enrolment) as station:
        await station.journal.append(note("a"), note("b"))
        await station.until(lambda status: _is_synced(status) and len(plant.hashes()) == 2)
        await plant.stop()
        plant.back_up(tmp_path / "backup")
        await plant.start()
        await plant.publish(Lot(lot="L-1", part="P"), "L-1")
        await station.journal.append(note("c"), note("d"), note("e"))
        await station.until(lambda status: _is_synced(status) and len(plant.hashes()) == 5)
        await plant.stop()
        plant.restore(tmp_path / "backup")
        await plant.start()
        assert len(plant.hashes()) == 2
        # Nothing new is recorded: the feed's generation alone must set it going.
        await station.until(lambda status: _is_synced(status) and len(plant.hashes()) == 5)
        await station.until(lambda status: status.generation == "restored")
        assert plant.hashes() == await station.own_hashes()
        assert await station.journal.all(Lot) == []


async def test_a_hold_arrives_within_about_a_second(plant: RunningPlant, tmp_path: Path) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await _enrolment(plant, identity)
    hold = Hold(
        hold="H-1",
        reason="cracks",
        owner="quality",
        placed_at=datetime(2026, 11, 20, 6, tzinfo=UTC),
        lot="L-1",
    )
    async with _station(tmp_path / "st", identity, enrolment) as station:
        await station.until(_is_synced)
        async with asyncio.timeout(10):
            while not (await station.outbox.feed_mark()).generation:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        await plant.publish(hold, "H-1")
        async with asyncio.timeout(1.5):
            while await station.journal.get(Hold, "H-1") != hold:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        mark = await station.outbox.feed_mark()
        appended = await station.journal.append(note("knew of it"))
        assert appended.envelopes[0].seen_pos == mark.pos > 0


async def test_a_copied_disk_is_a_fork_until_the_station_is_enrolled_again(
    plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await _enrolment(plant, identity)
    async with _station(tmp_path / "st", identity, enrolment) as station:
        await station.journal.append(note("a"))
        await station.until(lambda status: _is_synced(status) and len(plant.hashes()) == 1)
    shutil.copytree(tmp_path / "st", tmp_path / "copy")
    async with _station(tmp_path / "st", identity, enrolment) as station:
        await station.journal.append(note("only here"))
        await station.until(lambda status: _is_synced(status) and len(plant.hashes()) == 2)
    async with _station(tmp_path / "copy", identity, enrolment) as copied:
        await copied.until(lambda status: status.state is SyncState.FORK)
        await copied.journal.append(note("kept all the same"))
        await copied.until(lambda status: status.waiting == 1)
    assert len(plant.hashes()) == 2
    renewed = await _enrolment(plant, Identity(STATION, b"n" * 32))
    assert renewed.epoch == 2
    async with _station(tmp_path / "copy", Identity(STATION, b"n" * 32), renewed) as copied:
        await copied.journal.append(note("in the new epoch"))
        status = await copied.until(
            lambda status: _is_synced(status) and len(plant.hashes(epoch=2)) == 1
        )
        assert "1 events of epoch 1 stay here only" in (status.last_error or "")
    assert len(plant.hashes()) == 2


async def test_a_curve_follows_its_event(plant: RunningPlant, tmp_path: Path) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await _enrolment(plant, identity)
    async with _station(tmp_path / "st", identity, enrolment) as station:
        sha256 = await station.blobs.put(b"a curve")
        await station.journal.append(curve(sha256))
        async with open_http(plant.url) as http, asyncio.timeout(10):
            while (await _blob(http, sha256)) != b"a curve":  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        assert await station.outbox.blobs_to_send(9) == ()


async def _blob(http: httpx.AsyncClient, sha256: str) -> bytes | None:
    reply = await http.get(f"/v1/blobs/{sha256}")
    return reply.content if reply.is_success else None
