"""A plant server and stations in the test's loop over real HTTP, for tests of sync."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import sqlalchemy as sa
import uvicorn

from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.store import JournalStore
from app.ports.sync import SyncState, SyncStatus
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from server.db.tables import event, forked_event, situation
from server.log.identity import FEED, head
from server.main import create_app
from server.plant import Plant, open_plant
from server.settings import Settings
from sync.client import Pace, SyncClient, open_http
from sync.identity import Enrolment, Identity
from sync.link import enrol
from tests.helpers.journal_rig import STATION
from tests.helpers.patience import PATIENT_S

#: Only the wait for news is long: what comes sooner was told, not asked for.
PACE = Pace(
    flush_idle_s=0.02, feed_wait_s=20, first_back_off_s=0.05, back_off_cap_s=0.2, watch_s=0.05
)


@dataclass(frozen=True, slots=True)
class Certificate:
    """PEM files of a certificate and its key."""

    file: Path
    key_file: Path


@dataclass
class RunningPlant:
    """A server in this loop on a port of its own, that can be stopped and started again."""

    folder: Path
    port: int = 0
    plant: Plant | None = None
    #: A PostgreSQL's URL; None for the file in the folder.
    database: str | None = None
    #: Its certificate and the key of it, for https.
    tls: Certificate | None = None
    #: What a test wants other in the opened plant.
    altered: Callable[[Plant], Plant] = lambda plant: plant
    _server: uvicorn.Server | None = None
    _task: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def generation(self) -> str:
        assert self.plant is not None
        return self.plant.identity.generation

    async def start(self) -> None:
        settings = Settings(data_dir=self.folder, database=self.database)
        self.plant = self.altered(open_plant(settings))
        listener = socket.create_server(("127.0.0.1", self.port))
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as the product's own
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(
            create_app(settings, plant=self.plant),
            log_level="error",
            timeout_graceful_shutdown=1,
            ssl_certfile=self.tls.file if self.tls else None,
            ssl_keyfile=self.tls.key_file if self.tls else None,
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
        open_plant(Settings(data_dir=self.folder), is_restored=True).close()

    def hashes(self, epoch: int = 1, *, station: str = STATION) -> list[str]:
        assert self.plant is not None
        columns = event.c
        statement = (
            sa.select(columns.hash)
            .where(columns.station == station, columns.epoch == epoch)
            .order_by(columns.seq)
        )
        with self.plant.database.read() as connection:
            return list(connection.execute(statement).scalars())

    def kept_beside(self, epoch: int = 1) -> list[str]:
        """Hashes of the other side of a fork, in order."""
        assert self.plant is not None
        columns = forked_event.c
        statement = sa.select(columns.hash).where(columns.epoch == epoch).order_by(columns.seq)
        with self.plant.database.read() as connection:
            return list(connection.execute(statement).scalars())

    def feed_head(self) -> int:
        assert self.plant is not None
        with self.plant.database.read() as connection:
            return head(connection, FEED)

    def open_situations(self) -> list[str]:
        """Keys of those at the door."""
        assert self.plant is not None
        columns = situation.c
        statement = sa.select(columns.key).where(
            columns.origin == "sync", columns.closed_at.is_(None)
        )
        with self.plant.database.read() as connection:
            return list(connection.execute(statement).scalars())

    def has_blob(self, sha256: str) -> bool:
        assert self.plant is not None
        return self.plant.blobs.get(sha256) is not None

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
        async with asyncio.timeout(PATIENT_S):
            while not (self.told and is_so(self.told[-1])):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return self.told[-1]

    async def own_hashes(self, epoch: int = 1) -> list[str]:
        return [event.hash for event in await self.outbox.events(epoch, after=0, limit=9999)]


async def enrolled(
    plant: RunningPlant, identity: Identity, *, epoch: int = 0, ca_file: Path | None = None
) -> Enrolment:
    assert plant.plant is not None
    code = plant.plant.create_enrolment_code(3600)
    async with open_http(plant.url, ca_file=ca_file) as http:
        answer = await enrol(http, identity, code=code, name="Gearbox cover", epoch=epoch)
    return Enrolment(
        server_url=plant.url,
        station=answer.station,
        epoch=answer.epoch,
        plant=answer.plant,
        plant_key=answer.plant_key,
    )


@asynccontextmanager
async def running_station(
    folder: Path,
    identity: Identity,
    enrolment: Enrolment,
    *,
    ca_file: Path | None = None,
    pace: Pace = PACE,
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
        http = await stack.enter_async_context(open_http(enrolment.server_url, ca_file=ca_file))
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
            pace=pace,
        )
        task = asyncio.create_task(client.run())
        try:
            yield RunningStation(folder, journal, outbox, blobs, client, told)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def is_synced(status: SyncStatus) -> bool:
    return status.state is SyncState.SYNCED
