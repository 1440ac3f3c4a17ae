"""Two histories under one identity: both are kept at the server, and a person decides."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.events import CurveAttached, NoteWritten
from app.ports.sync import SyncState
from server.db.tables import forked_event
from sync.identity import Identity
from sync.wire import Push
from tests.helpers.journal_rig import STATION, curve, note
from tests.helpers.plant_rig import PlantRig
from tests.helpers.plant_station import FakeStation
from tests.helpers.sync_rig import RunningPlant, enrolled, is_synced, running_station

pytest_plugins = ("tests.helpers.plant_fixtures",)


@pytest.fixture
async def running_plant(tmp_path: Path) -> AsyncIterator[RunningPlant]:
    running = RunningPlant(tmp_path / "plant")
    await running.start()
    yield running
    await running.stop()


async def test_a_copied_disk_is_a_fork_until_the_station_is_enrolled_again(
    running_plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await enrolled(running_plant, identity)
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        await station.journal.append(note("a"))
        await station.until(lambda status: is_synced(status) and len(running_plant.hashes()) == 1)
    shutil.copytree(tmp_path / "st", tmp_path / "copy")
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        await station.journal.append(note("only here"))
        await station.until(lambda status: is_synced(status) and len(running_plant.hashes()) == 2)
    async with running_station(tmp_path / "copy", identity, enrolment) as copied:
        await copied.until(lambda status: status.state is SyncState.FORK)
        await copied.journal.append(note("kept all the same"))
        await copied.until(lambda _: len(running_plant.kept_beside()) == 1)
        await copied.until(lambda status: status.state is SyncState.FORK and not status.waiting)
        assert running_plant.kept_beside() == (await copied.own_hashes())[1:]
    assert len(running_plant.hashes()) == 2
    renewed = await enrolled(running_plant, Identity(STATION, b"n" * 32))
    assert renewed.epoch == 2
    async with running_station(tmp_path / "copy", Identity(STATION, b"n" * 32), renewed) as copied:
        await copied.journal.append(note("in the new epoch"))
        status = await copied.until(
            lambda status: is_synced(status) and len(running_plant.hashes(epoch=2)) == 1
        )
        assert status.last_error is None
    assert len(running_plant.hashes()) == 2


async def test_a_set_back_disk_says_so_before_it_records_and_loses_nothing_after(
    running_plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await enrolled(running_plant, identity)
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        await station.journal.append(note("a"))
        await station.until(lambda status: is_synced(status) and len(running_plant.hashes()) == 1)
    shutil.copytree(tmp_path / "st", tmp_path / "backup")
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        await station.journal.append(note("b"), note("c"))
        await station.until(lambda status: is_synced(status) and len(running_plant.hashes()) == 3)
    in_log = running_plant.hashes()
    async with running_station(tmp_path / "backup", identity, enrolment) as restored:
        status = await restored.until(lambda status: status.state is SyncState.FORK)
        assert "event 3 of this station, which is not in its journal" in (status.last_error or "")
        # Nothing is recorded yet; the plant must know all the same, or no code could end it.
        await restored.until(lambda _: running_plant.open_situations() == ["fork:ST-040:1"])
        sha256 = await restored.blobs.put(b"a curve from the other side")
        await restored.journal.append(*(note(str(number)) for number in range(600)))
        await restored.journal.append(curve(sha256))
        await restored.until(lambda _: len(running_plant.kept_beside()) == 601)
        await restored.until(lambda _: running_plant.has_blob(sha256))
    renewed = await enrolled(running_plant, identity, epoch=1)
    assert renewed.epoch == 2
    assert running_plant.open_situations() == []
    async with running_station(tmp_path / "backup", identity, renewed) as restored:
        appended = await restored.journal.append(note("on we go"))
        await restored.until(
            lambda status: is_synced(status) and len(running_plant.hashes(epoch=2)) == 1
        )
        assert appended.envelopes[0].prev_hash == running_plant.kept_beside()[-1]
        assert running_plant.kept_beside() == (await restored.own_hashes())[1:]
    assert running_plant.hashes() == in_log


@pytest.mark.allow_warnings
async def test_a_restored_server_gets_older_epochs_and_the_other_side_again(
    running_plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    first = await enrolled(running_plant, identity)
    await running_plant.stop()
    running_plant.back_up(tmp_path / "backup")
    await running_plant.start()
    async with running_station(tmp_path / "st", identity, first) as station:
        await station.journal.append(note("a"), note("b"))
        await station.until(lambda _: len(running_plant.hashes()) == 2)
        whole = await station.own_hashes()
    other = Identity(STATION, b"n" * 32)
    second = await enrolled(running_plant, other, epoch=1)
    async with running_station(tmp_path / "st", other, second) as station:
        await station.journal.append(note("c"))
        await station.until(lambda status: is_synced(status) and len(running_plant.hashes(2)) == 1)
    await running_plant.stop()
    running_plant.restore(tmp_path / "backup")
    await running_plant.start()
    assert running_plant.hashes() == []
    again = await enrolled(running_plant, other, epoch=2)
    assert again.epoch == 2
    async with running_station(tmp_path / "st", other, again) as station:
        await station.until(lambda _: running_plant.hashes() == whole)
        await station.until(lambda status: is_synced(status) and len(running_plant.hashes(2)) == 1)


async def test_a_branch_is_kept_once_and_only_when_it_is_signed_and_joins(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(3)
    await station.pushed(plant.client)
    twin = FakeStation("ST-040", key=station.key, token=station.token)
    for number in range(4):
        twin.notes(1) if number else twin.written.append(station.written[0])
        twin.prev_hash = twin.written[-1].hash
    forged = twin.push_of(2, head_signature="00" * 64)
    assert await _branch(plant, twin, forged) == (409, "signature")
    assert await _branch(plant, twin, twin.push_of(4)) == (409, "gap")
    assert await _branch(plant, twin, twin.push_of(2, 3)) == (200, 3)
    assert await _branch(plant, twin, twin.push_of(2, 3)) == (200, 3)
    assert await _branch(plant, twin, twin.push_of(4)) == (200, 4)
    assert await _branch(plant, twin, twin.push_of(1)) == (200, 4)
    with plant.plant.database.read() as connection:
        kept = connection.execute(sa.select(forked_event.c.hash).order_by(forked_event.c.seq))
        assert list(kept.scalars()) == [one.hash for one in twin.written[1:]]


async def test_the_log_goes_on_while_a_branch_is_kept_beside_it(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(2)
    await station.pushed(plant.client)
    twin = FakeStation("ST-040", key=station.key, token=station.token)
    twin.write(NoteWritten(text="another history"))
    assert await _branch(plant, twin, twin.push_of(1)) == (200, 1)
    station.notes(1)
    assert (await station.pushed(plant.client, station.push_of(3))).high_water == 3
    unknown = twin.push_of(1, epoch=7)
    assert await _branch(plant, twin, unknown) == (409, "epoch")


async def test_the_answer_to_a_branch_names_the_blobs_that_are_missing(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(1)
    await station.pushed(plant.client)
    twin = FakeStation("ST-040", key=station.key, token=station.token)
    sha256 = "ab" * 32
    twin.write(CurveAttached(source="T-07", epoch=1, result_id="1", blob=sha256, samples=3))
    reply = await plant.client.post(
        "/v1/sync/branch", content=msgspec.json.encode(twin.push_of(1)), headers=twin.headers
    )
    assert reply.json()["missing_blobs"] == [sha256]


async def _branch(plant: PlantRig, station: FakeStation, push: Push) -> tuple[int, int | str]:
    reply = await plant.client.post(
        "/v1/sync/branch", content=msgspec.json.encode(push), headers=station.headers
    )
    answer = reply.json()
    return reply.status_code, answer.get("reason") or answer["high_water"]
