"""A station and a plant server over real HTTP: outages, restores, documents, curves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import msgspec
import pytest

from app.domain.envelope import head_message
from app.domain.plant import Hold, Lot
from app.journal.verify import verify
from app.ports.sync import SyncState
from server.log.feed import Document, publish
from server.log.snapshot import PAGE_ITEMS
from sync.client import open_http
from sync.identity import Identity
from sync.link import PlantRefused, enrol
from tests.helpers.journal_rig import STATION, curve, note
from tests.helpers.patience import PATIENT_S
from tests.helpers.sync_rig import PACE, RunningPlant, enrolled, is_synced, running_station


@pytest.fixture
async def plant(tmp_path: Path) -> AsyncIterator[RunningPlant]:
    running = RunningPlant(tmp_path / "plant")
    await running.start()
    yield running
    await running.stop()


async def test_a_code_works_once_and_a_wrong_one_not_at_all(plant: RunningPlant) -> None:
    identity = Identity(STATION, b"k" * 32)
    async with open_http(plant.url) as http:
        with pytest.raises(PlantRefused, match="403"):
            await enrol(http, identity, code="AAAA-BBBB-CCCC", name="x")
    assert (await enrolled(plant, identity)).epoch == 1


@pytest.mark.allow_warnings
async def test_what_was_recorded_offline_arrives_once_and_in_order(
    plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await enrolled(plant, identity)
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        await station.journal.append(note("before"))
        await station.until(lambda status: is_synced(status) and len(plant.hashes()) == 1)
        await plant.stop()
        for number in range(1200):
            await station.journal.append(note(str(number)))
        offline = await station.until(lambda status: status.state is SyncState.OFFLINE)
        assert offline.oldest_waiting_at_us is not None
        await station.until(lambda status: status.waiting == 1200)
        await plant.start()
        await station.until(lambda status: is_synced(status) and status.waiting == 0)
        assert plant.hashes() == await station.own_hashes()
        assert len(plant.hashes()) == 1201
    found = verify(tmp_path / "st" / "j.db", read_blob=lambda _: None, head_message=head_message)
    assert found.is_ok  # with the heads signed at each upload


@pytest.mark.allow_warnings
async def test_a_restored_server_gets_back_what_its_backup_lacked(
    plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await enrolled(plant, identity)
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        await station.journal.append(note("a"), note("b"))
        await station.until(lambda status: is_synced(status) and len(plant.hashes()) == 2)
        await plant.stop()
        plant.back_up(tmp_path / "backup")
        await plant.start()
        await plant.publish(Lot(lot="L-1", part="P"), "L-1")
        await station.journal.append(note("c"), note("d"), note("e"))
        await station.until(lambda status: is_synced(status) and len(plant.hashes()) == 5)
        await plant.stop()
        before = plant.generation
        plant.restore(tmp_path / "backup")
        await plant.start()
        assert plant.generation != before
        assert len(plant.hashes()) == 2
        # Nothing new is recorded: the feed's generation alone must set it going.
        await station.until(lambda status: is_synced(status) and len(plant.hashes()) == 5)
        await station.until(lambda status: status.generation == plant.generation)
        assert plant.hashes() == await station.own_hashes()
        assert await station.journal.all(Lot) == []


async def test_a_new_station_gets_more_documents_than_one_page_holds(
    plant: RunningPlant, tmp_path: Path
) -> None:
    assert plant.plant is not None
    lots = [Lot(lot=f"L-{number:04}", part="P") for number in range(PAGE_ITEMS + 200)]
    documents = [Document(Lot.KIND, lot.lot, msgspec.json.encode(lot)) for lot in lots]
    with plant.plant.database.write() as connection:
        publish(connection, documents, now_us=1)
    identity = Identity(STATION, b"k" * 32)
    enrolment = await enrolled(plant, identity)
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        async with asyncio.timeout(PATIENT_S):
            while await station.journal.all(Lot) != lots:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        assert (await station.outbox.feed_mark()).pos == plant.feed_head()


async def test_a_hold_arrives_long_before_the_station_would_ask_again(
    plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await enrolled(plant, identity)
    hold = Hold(
        hold="H-1",
        reason="cracks",
        owner="quality",
        placed_at=datetime(2026, 11, 20, 6, tzinfo=UTC),
        lot="L-1",
    )
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        await station.until(is_synced)
        async with asyncio.timeout(PATIENT_S):
            while not (await station.outbox.feed_mark()).generation:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        await plant.publish(hold, "H-1")
        async with asyncio.timeout(PACE.feed_wait_s / 2):
            while await station.journal.get(Hold, "H-1") != hold:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        mark = await station.outbox.feed_mark()
        appended = await station.journal.append(note("knew of it"))
        assert appended.envelopes[0].seen_pos == mark.pos > 0


async def test_a_curve_follows_its_event(plant: RunningPlant, tmp_path: Path) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await enrolled(plant, identity)
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        sha256 = await station.blobs.put(b"a curve")
        await station.journal.append(curve(sha256))
        async with open_http(plant.url) as http, asyncio.timeout(PATIENT_S):
            while (await _blob(http, sha256)) != b"a curve":  # noqa: ASYNC110
                await asyncio.sleep(0.02)
            # The plant has it a moment before the station has heard so.
            while await station.outbox.blobs_to_send(9) != ():  # noqa: ASYNC110
                await asyncio.sleep(0.02)


async def _blob(http: httpx.AsyncClient, sha256: str) -> bytes | None:
    reply = await http.get(f"/v1/blobs/{sha256}")
    return reply.content if reply.is_success else None
