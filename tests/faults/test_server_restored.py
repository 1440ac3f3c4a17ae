"""A database set back to a backup is found out without being told; a restart is not one."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import msgspec
import psycopg
import pytest
import sqlalchemy as sa

from server.db.tables import plant as plant_table
from server.log.position import FILE_NAME, Position, read_position, write_position
from server.plant import open_plant
from server.settings import Settings
from tests.helpers.plant_rig import running_plant
from tests.helpers.plant_station import HOLD, ORDER, FakeStation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


class Copies:
    """Backups of a closed plant's database, put back in its place."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._url = settings.database
        self._file = settings.data_dir / "plant.db"

    def back_up(self) -> None:
        if self._url is None:
            shutil.copy(self._file, self._file.with_suffix(".backup"))
        else:
            self._copy(self._name, f"{self._name}_backup")

    def put_back(self) -> None:
        if self._url is None:
            shutil.copy(self._file.with_suffix(".backup"), self._file)
        else:
            self._copy(f"{self._name}_backup", self._name)

    def remove(self) -> None:
        if self._url is not None:
            self._run(f'DROP DATABASE IF EXISTS "{self._name}_backup" WITH (FORCE)')

    @property
    def _name(self) -> str:
        assert self._url is not None
        return str(sa.make_url(self._url).database)

    def _copy(self, source: str, target: str) -> None:
        self._run(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        self._run(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')

    def _run(self, statement: str) -> None:
        assert self._url is not None
        server = self._url.replace(f"/{self._name}", "/postgres", 1)
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture
def copies(tmp_path: Path, database_url: str | None) -> Any:
    made = Copies(Settings(tmp_path, database=database_url))
    yield made
    made.remove()


@asynccontextmanager
async def serving(copies: Copies) -> AsyncIterator[PlantRig]:
    async with running_plant(copies.settings) as rig:
        yield rig


async def alarms(rig: PlantRig) -> list[str]:
    return list((await rig.client.get("/v1/health")).json()["alarms"])


async def filled(copies: Copies, station: FakeStation) -> str:
    """Three events in the backup, five in the database; returns the generation."""
    async with serving(copies) as rig:
        await station.enrol(rig.client, rig.plant.create_enrolment_code(60))
        await station.sign_in(rig.client)
        await rig.publish(ORDER)
        station.notes(3)
        await station.pushed(rig.client)
    copies.back_up()
    async with serving(copies) as rig:
        station.notes(2)
        await station.pushed(rig.client, station.push_of(4))
        await rig.publish(HOLD)
        return rig.plant.identity.generation


async def test_a_restart_is_no_restore(copies: Copies) -> None:
    generation = await filled(copies, FakeStation("ST-1"))
    async with serving(copies) as rig:
        assert (rig.plant.identity.generation, await alarms(rig)) == (generation, [])


async def test_a_server_that_was_killed_is_not_restored(copies: Copies) -> None:
    generation = await filled(copies, FakeStation("ST-1"))
    killed = open_plant(copies.settings)  # never closed in order: what it knew last is not noted
    async with serving(copies) as rig:
        assert (rig.plant.identity.generation, await alarms(rig)) == (generation, [])
    killed.database.close()


async def test_a_database_set_back_to_a_backup_begins_a_generation_and_says_so(
    copies: Copies, caplog: pytest.LogCaptureFixture
) -> None:
    station = FakeStation("ST-1")
    generation = await filled(copies, station)
    copies.put_back()
    async with serving(copies) as rig:
        renewed = rig.plant.identity.generation
        assert renewed != generation
        assert await alarms(rig) == ["The database came from a backup"]
        (shown,) = (await rig.client.get("/v1/situations")).json()
        assert "it was at event 5 and document 2, and is at event 3 and document 1" in caplog.text
        assert "at event 5" in shown["detail"]
        asked = {"generation": generation, "after": "2"}
        reply = await rig.client.get("/v1/sync/feed", params=asked, headers=station.headers)
        assert (reply.status_code, reply.json()["generation"]) == (409, renewed)
        answer = await station.pushed(rig.client, station.push_of(4))
        assert (answer.high_water, answer.generation) == (5, renewed)
    async with serving(copies) as rig:  # said once: the next start is an ordinary one
        assert rig.plant.identity.generation == renewed


async def test_a_backup_that_grew_past_the_old_position_is_found_by_its_hash(
    copies: Copies,
) -> None:
    station = FakeStation("ST-1")
    generation = await filled(copies, station)
    noted = read_position(copies.settings.data_dir / FILE_NAME)
    assert noted is not None
    copies.put_back()
    (copies.settings.data_dir / FILE_NAME).unlink()  # as an older release, which had none
    async with serving(copies) as rig:
        other = await rig.station("ST-2")
        other.notes(4)
        await other.pushed(rig.client)
        await rig.publish(HOLD)
    write_position(copies.settings.data_dir / FILE_NAME, noted)
    async with serving(copies) as rig:
        assert rig.plant.identity.generation != generation
        assert await alarms(rig) == ["The database came from a backup"]


async def test_an_empty_database_where_one_was_served_is_an_alarm(copies: Copies) -> None:
    known = Position(generation="g", log=7, hash="ab", feed=2)
    copies.settings.data_dir.mkdir(exist_ok=True)
    write_position(copies.settings.data_dir / FILE_NAME, known)
    async with serving(copies) as rig:
        assert await alarms(rig) == ["The database came from a backup"]


async def test_a_crash_while_a_generation_begins_does_not_begin_another(copies: Copies) -> None:
    """The file names what is coming before the commit; after it the file is not yet rewritten."""
    generation = await filled(copies, FakeStation("ST-1"))
    file = copies.settings.data_dir / FILE_NAME
    known = read_position(file)
    assert known is not None
    copies.put_back()
    write_position(file, msgspec.structs.replace(known, coming="begun"))
    plant = open_plant(copies.settings)  # the crash came before the commit: it is begun now
    first = plant.identity.generation
    assert first not in {generation, "begun"}
    plant.close()
    coming = msgspec.structs.replace(known, coming=first)
    write_position(file, coming)  # the crash came after the commit
    async with serving(copies) as rig:
        assert rig.plant.identity.generation == first


async def test_the_operators_word_is_enough_and_needs_no_alarm(copies: Copies) -> None:
    generation = await filled(copies, FakeStation("ST-1"))
    copies.put_back()
    told = open_plant(copies.settings, is_restored=True)
    renewed = told.identity.generation
    assert renewed != generation
    told.close()
    async with serving(copies) as rig:
        assert (rig.plant.identity.generation, await alarms(rig)) == (renewed, [])


async def test_a_damaged_position_is_not_a_restore(copies: Copies) -> None:
    generation = await filled(copies, FakeStation("ST-1"))
    (copies.settings.data_dir / FILE_NAME).write_bytes(b'{"generation":')
    async with serving(copies) as rig:
        assert (rig.plant.identity.generation, await alarms(rig)) == (generation, [])


async def test_a_database_that_goes_back_under_a_running_server_is_not_noted(
    copies: Copies, caplog: pytest.LogCaptureFixture
) -> None:
    """What the file knows stays: the next start finds out."""
    generation = await filled(copies, FakeStation("ST-1"))
    file = copies.settings.data_dir / FILE_NAME
    known = read_position(file)
    copies.put_back()
    plant = open_plant(copies.settings, is_worker=True)
    plant.keeper.write()
    assert "the database went back" in caplog.text
    assert read_position(file) == known
    assert plant.identity.generation == generation
    plant.close()
    async with serving(copies) as rig:
        assert rig.plant.identity.generation != generation


async def test_a_position_is_never_ahead_of_what_is_committed(copies: Copies) -> None:
    async with serving(copies) as rig:
        rig.plant.start()
        station = await rig.station("ST-1")
        for count in range(1, 6):
            station.notes(10)
            await station.pushed(rig.client, station.push_of(10 * count - 9))
            rig.plant.keeper.write()
            noted = read_position(copies.settings.data_dir / FILE_NAME)
            assert noted is not None
            with rig.plant.database.read() as connection:
                generation = connection.execute(sa.select(plant_table.c.generation)).scalar_one()
            assert noted.generation == generation
            assert noted.log <= 10 * count
        assert await asyncio.to_thread(rig.plant.drawer.settle, 60)
    last = read_position(copies.settings.data_dir / FILE_NAME)
    assert last is not None
    assert (last.log, last.hash) == (50, station.hash_at(50))
