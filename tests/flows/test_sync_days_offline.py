"""Days without a server: all of it drains through cuts and restarts, every photo too."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from server.db.tables import missing_blob
from sync.identity import Identity
from tests.helpers.effort import effort
from tests.helpers.journal_rig import STATION
from tests.helpers.network import bad_network
from tests.helpers.offline_days import work_offline
from tests.helpers.sync_rig import (
    RunningPlant,
    RunningStation,
    enrolled,
    is_synced,
    running_station,
)

pytest_plugins = ("tests.helpers.plant_fixtures",)

EVENTS = effort(4_000, 200_000)
PHOTOS = effort(60, 2_000)
PATIENCE_S = effort(60, 3_600)
_PAGE = 5_000


@pytest.fixture
async def plant(tmp_path: Path, database_url: str | None) -> AsyncIterator[RunningPlant]:
    running = RunningPlant(tmp_path / "plant", database=database_url)
    await running.start()
    yield running
    await running.stop()


@pytest.mark.timeout(2 * PATIENCE_S)
@pytest.mark.allow_warnings
async def test_what_days_offline_gathered_arrives_through_cuts_and_a_restart(
    plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await enrolled(plant, identity)
    days = await asyncio.to_thread(work_offline, tmp_path / "st", events=EVENTS, photos=PHOTOS)
    async with bad_network(plant.port, seed=1, faulty=0) as network:
        url = f"http://127.0.0.1:{network.port}"
        through = replace(enrolment, server_url=url)
        async with running_station(tmp_path / "st", identity, through) as station:
            await _until_acked(station, EVENTS // 4)
            network.cut()
            await _until_acked(station, EVENTS // 2)
            await plant.stop()
            await plant.start()
            await _until_acked(station, EVENTS * 3 // 4)
            network.cut()
            await _until_acked(station, EVENTS)
            await _until_photos(station, left=PHOTOS // 2)
            network.cut()
            await _until_photos(station, left=0)
            await station.until(lambda status: is_synced(status) and status.waiting == 0)
            assert plant.hashes() == await _own_hashes(station)
    assert len(plant.hashes()) == EVENTS
    assert [sha256 for sha256 in days.photos if not plant.has_blob(sha256)] == []
    assert _missing(plant) == 0
    assert plant.open_situations() == []


async def _until_acked(station: RunningStation, count: int) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while (await station.outbox.push_mark()).acked < count:  # noqa: ASYNC110 (another lane does it)
            await asyncio.sleep(0.01)


async def _until_photos(station: RunningStation, *, left: int) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while len(await station.outbox.blobs_to_send(left + 1)) > left:  # noqa: ASYNC110 (another lane does it)
            await asyncio.sleep(0.02)


async def _own_hashes(station: RunningStation) -> list[str]:
    found: list[str] = []
    while page := await station.outbox.events(1, after=len(found), limit=_PAGE):
        found += [event.hash for event in page]
    return found


def _missing(plant: RunningPlant) -> int:
    assert plant.plant is not None
    with plant.plant.database.read() as connection:
        return len(connection.execute(sa.select(missing_blob)).all())
