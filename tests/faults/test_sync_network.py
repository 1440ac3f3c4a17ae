"""Stations and the server with a bad network in between, on both databases.

Every station appends, pushes, pulls and carries blobs while the network refuses, cuts, delays,
repeats and loses.  When it is well again, everything drains and everybody has the same.
Run one seed with ``ASBUILT_NETWORK_SEED=7``.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from app.domain.plant import Lot
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.store import JournalStore
from app.ports.sync import SyncState, SyncStatus
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from server.db.tables import event
from sync.client import Pace, SyncClient
from sync.identity import Identity
from tests.helpers.effort import effort
from tests.helpers.journal_rig import curve, note
from tests.helpers.network import BadNetwork, Fault, bad_network
from tests.helpers.sync_rig import RunningPlant, enrolled

pytest_plugins = ("tests.helpers.plant_fixtures",)

STATIONS = effort(usual=3, soak=20)
ROUNDS = effort(usual=40, soak=1500)
#: One seed, or a few; ``ASBUILT_NETWORK_SEED`` names another.
SEEDS = [int(text) for text in os.environ.get("ASBUILT_NETWORK_SEED", "").split()] or list(
    range(1, effort(usual=2, soak=5))
)
#: Small enough for many requests, large enough that a cut strikes in the middle.
PACE = Pace(
    flush_idle_s=0.01, feed_wait_s=1, first_back_off_s=0.02, back_off_cap_s=0.1, watch_s=0.1
)
PATIENCE = httpx.Timeout(0.5)
DRAIN_S = effort(usual=60, soak=600)


@dataclass
class Drawn:
    """One station at the bad network."""

    name: str
    journal: SqliteJournal
    outbox: SqliteOutbox
    blobs: BlobFiles
    task: asyncio.Task[None]
    told: list[SyncStatus]
    kept: dict[str, bytes] = field(default_factory=dict)

    async def record(self, chance: random.Random) -> None:
        """What a station does in a while: some events, now and then a curve or a photo."""
        await self.journal.append(*(note(f"{self.name} {n}") for n in range(chance.randrange(30))))
        if chance.random() < 0.4:
            size = chance.choice((200, 5_000, 600_000))
            content = chance.randbytes(size)
            sha256 = await self.blobs.put(content)
            self.kept[sha256] = content
            await self.journal.append(curve(sha256, sha256[:12]))

    async def hashes(self) -> list[str]:
        return [one.hash for one in await self.outbox.events(1, after=0, limit=10**9)]


@pytest.fixture(params=["sqlite", "postgresql"])
async def plant(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[RunningPlant]:
    database = None
    if request.param == "postgresql":
        database = request.getfixturevalue("emptied_postgres")
    running = RunningPlant(tmp_path / "plant", database=database)
    await running.start()
    yield running
    await running.stop()


@pytest.mark.parametrize("seed", SEEDS)
async def test_everything_arrives_once_through_a_bad_network(
    plant: RunningPlant, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 (repeatable)
    async with AsyncExitStack() as stack:
        network = await stack.enter_async_context(bad_network(plant.port, seed=seed, faulty=0.4))
        stations = [
            await stack.enter_async_context(
                _station(tmp_path / name, name, plant, network, random.Random(f"{seed} {name}"))  # noqa: S311
            )
            for name in (f"ST-{number:03}" for number in range(STATIONS))
        ]
        for round_ in range(ROUNDS):
            for station in stations:
                await station.record(chance)
            if chance.random() < 0.2:
                lot = Lot(lot=f"L-{chance.randrange(9)}", part=f"P-{round_}")
                await plant.publish(lot, lot.lot)
            await asyncio.sleep(chance.random() * 0.1)
        network.heal()
        await _drained(plant, stations)
        await _all_agree(plant, stations)
    assert all(network.seen[fault] for fault in Fault), network.seen


@asynccontextmanager
async def _station(
    folder: Path, name: str, plant: RunningPlant, network: BadNetwork, chance: random.Random
) -> AsyncIterator[Drawn]:
    identity = Identity(name, chance.randbytes(32))
    enrolment = await enrolled(plant, identity)
    store = JournalStore(
        folder / "j.db", station=name, clock=SystemClock(), random_bytes=chance.randbytes
    )
    journal = SqliteJournal(store)
    await journal.open()
    outbox, blobs = SqliteOutbox(journal), BlobFiles(folder / "blobs")
    told: list[SyncStatus] = []
    # A connection each request: every request meets a fault of its own.
    limits = httpx.Limits(max_keepalive_connections=0)
    url = f"http://127.0.0.1:{network.port}"
    async with httpx.AsyncClient(
        base_url=url, timeout=PATIENCE, limits=limits, trust_env=False
    ) as http:
        client = SyncClient(
            outbox=outbox,
            blobs=blobs,
            identity=identity,
            enrolment=enrolment,
            http=http,
            clock=SystemClock(),
            random=chance.random,
            on_status=told.append,
            pace=PACE,
        )
        task = asyncio.create_task(client.run())
        yield Drawn(name, journal, outbox, blobs, task, told)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await journal.close()


async def _drained(plant: RunningPlant, stations: list[Drawn]) -> None:
    head = plant.feed_head()
    async with asyncio.timeout(DRAIN_S):
        for station in stations:
            while not await _is_drained(station, head):
                assert not station.task.done(), station.task
                await asyncio.sleep(0.05)


async def _is_drained(station: Drawn, head: int) -> bool:
    return (
        (await station.outbox.backlog()).waiting == 0
        and await station.outbox.blobs_to_send(1) == ()
        and (await station.outbox.feed_mark()).pos == head
        and station.told[-1].state is SyncState.SYNCED
    )


async def _all_agree(plant: RunningPlant, stations: list[Drawn]) -> None:
    assert plant.plant is not None
    for station in stations:
        assert plant.hashes(station=station.name) == await station.hashes()
        assert {sha: plant.plant.blobs.get(sha) for sha in station.kept} == station.kept
        assert await station.journal.all(Lot) == await stations[0].journal.all(Lot)
    with plant.plant.database.read() as connection:
        positions = connection.execute(sa.select(event.c.pos).order_by(event.c.pos)).scalars()
        assert list(positions) == list(range(1, sum(_counts(plant, stations)) + 1))


def _counts(plant: RunningPlant, stations: list[Drawn]) -> list[int]:
    return [len(plant.hashes(station=station.name)) for station in stations]
