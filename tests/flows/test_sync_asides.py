"""What a server says beside its answers, to a real journal: blobs it lacks, its backups."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.journal.pruning import durable_backup, prune
from app.runtime.clock import SystemClock
from server.db.tables import blob, missing_blob
from server.log.backup_mark import kept_places, note_backup
from sync.identity import Identity
from tests.helpers.journal_rig import STATION, curve, note
from tests.helpers.patience import PATIENT_S
from tests.helpers.sync_rig import (
    PACE,
    RunningPlant,
    RunningStation,
    enrolled,
    is_synced,
    running_station,
)

IDENTITY = Identity(STATION, b"k" * 32)
#: What is said beside an answer wakes nobody: it comes with the next one.
ASKS_OFTEN = replace(PACE, feed_wait_s=1)


@pytest.fixture
async def plant(tmp_path: Path) -> AsyncIterator[RunningPlant]:
    running = RunningPlant(tmp_path / "plant")
    await running.start()
    yield running
    await running.stop()


async def test_an_idle_station_sends_again_what_the_server_lost(
    plant: RunningPlant, tmp_path: Path
) -> None:
    enrolment = await enrolled(plant, IDENTITY)
    async with running_station(tmp_path / "st", IDENTITY, enrolment, pace=ASKS_OFTEN) as station:
        sha256 = await station.blobs.put(b"a curve")
        await station.journal.append(curve(sha256))
        await station.until(lambda _: plant.has_blob(sha256))
        async with asyncio.timeout(PATIENT_S):
            while await station.outbox.blobs_to_send(1):  # noqa: ASYNC110 (until it is confirmed)
                await asyncio.sleep(0.01)
        await _lose(plant, sha256)
        assert not plant.has_blob(sha256)
        await _until(lambda: plant.has_blob(sha256))
        assert len(plant.hashes()) == 1


async def test_an_idle_station_hears_of_the_backup_and_may_prune_without_anyones_word(
    plant: RunningPlant, tmp_path: Path
) -> None:
    enrolment = await enrolled(plant, IDENTITY)
    async with running_station(tmp_path / "st", IDENTITY, enrolment, pace=ASKS_OFTEN) as station:
        station.journal.store.signer = IDENTITY
        await station.journal.append(*(note(str(number)) for number in range(20)))
        await station.until(lambda status: is_synced(status) and len(plant.hashes()) == 20)
        assert _prune(station) == (0, "not known to be in a backup of the server")
        _back_up(plant)
        async with asyncio.timeout(PATIENT_S):
            while await _noted(station) != (1, 20):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        await station.journal.append(note("after the backup"))
        await station.until(lambda status: is_synced(status) and len(plant.hashes()) == 21)
        assert await _noted(station) == (1, 20)


async def _noted(station: RunningStation) -> tuple[int, int]:
    return await station.journal.read(durable_backup)


def _prune(station: RunningStation) -> tuple[int, str]:
    done = prune(station.journal.store, keep_days=0, now_us=SystemClock().now_us() + 1)
    return done.events, done.kept_for


def _back_up(plant: RunningPlant) -> None:
    """As ``asbuilt server backup`` does once its file is durable."""
    assert plant.plant is not None
    with plant.plant.database.write() as connection:
        note_backup(connection, kept_places(connection), now_us=1)


async def _lose(plant: RunningPlant, sha256: str) -> None:
    """A disk lost it, and the server has noticed."""
    assert plant.plant is not None
    for file in plant.folder.rglob(sha256):
        await asyncio.to_thread(file.unlink)
    with plant.plant.database.write() as connection:
        connection.execute(sa.delete(blob).where(blob.c.sha256 == sha256))
        connection.execute(missing_blob.insert().values(sha256=sha256, station=STATION))


async def _until(is_so: object) -> None:
    assert callable(is_so)
    async with asyncio.timeout(PATIENT_S):
        while not is_so():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
