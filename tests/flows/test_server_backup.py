"""An administrator backs the server up while it runs, serves the copy, and stations go on."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from app.cli import main
from app.domain.errors import InvalidInput, StorageFault
from server.backup import copy_plant, run_backup
from server.db.engine import open_database
from server.db.migrate import revision_of, take_back
from server.log.backup_mark import durable_backup
from server.plant import open_plant
from server.settings import Settings
from tests.helpers.plant_rig import running_plant, scratch_database
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

NOW_US = 1_800_000_000_000_000


def marks(rig: PlantRig, *stations: str) -> list[tuple[int, int] | None]:
    with rig.plant.database.read() as connection:
        return [durable_backup(connection, station) for station in stations]


@pytest.mark.allow_warnings  # a restored copy says so
async def test_a_copy_is_served_as_a_restored_server(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "plant")
    out = tmp_path / "backup"
    async with running_plant(settings) as rig:
        station = await rig.station("ST-1")
        station.build("U-1")
        await station.pushed(rig.client)
        sha256 = rig.plant.blobs.put(b"a picture")
        await rig.client.put(f"/v1/blobs/{sha256}", content=b"a picture")
        found = copy_plant(settings, out, now_us=NOW_US)
        assert (found.stations, found.missing_blobs) == ({"ST-1": (1, 19)}, ())
        assert marks(rig, "ST-1", "ST-2") == [(1, 19), None]
        station.notes(2)
        await station.pushed(rig.client, station.push_of(20))
        generation = rig.plant.identity.generation
    async with running_plant(Settings(out)) as rig:
        assert rig.plant.identity.generation != generation
        assert marks(rig, "ST-1") == [None]  # of the backup before it, and there was none
        answer = await station.pushed(rig.client, station.push_of(20))
        assert answer.high_water == 21
        assert rig.plant.blobs.get(sha256) == b"a picture"
        assert [one["serial"] for one in (await rig.client.get("/v1/units")).json()] == ["U-1"]


def test_a_backup_never_overwrites_one(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "plant")
    open_plant(settings).close()
    copy_plant(settings, tmp_path / "backup", now_us=NOW_US)
    with pytest.raises(InvalidInput, match="is there already"):
        copy_plant(settings, tmp_path / "backup", now_us=NOW_US)


def test_a_folder_without_a_plant_is_not_backed_up(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no plant in this folder"):
        copy_plant(Settings(tmp_path / "typo"), tmp_path / "backup", now_us=NOW_US)


def test_a_database_of_another_release_is_not_backed_up(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    open_plant(settings).close()
    database = open_database(None, file=tmp_path / "plant.db")
    take_back(database, "0001")
    database.close()
    with pytest.raises(StorageFault, match="start the server of this one first"):
        copy_plant(settings, tmp_path / "backup", now_us=NOW_US)


async def test_a_blob_that_is_gone_is_named(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "plant")
    async with running_plant(settings) as rig:
        sha256 = rig.plant.blobs.put(b"a picture")
        await rig.client.put(f"/v1/blobs/{sha256}", content=b"a picture")
        (settings.data_dir / "blobs" / sha256[:2] / sha256).unlink()
        found = copy_plant(settings, tmp_path / "backup", now_us=NOW_US)
    assert found.missing_blobs == (sha256,)


@pytest.mark.parametrize(("exit_code", "mark"), [(0, (1, 3)), (7, None)])
async def test_a_command_that_backs_postgresql_up_counts_when_it_went_well(
    tmp_path: Path, postgres: str, exit_code: int, mark: tuple[int, int] | None
) -> None:
    with scratch_database(postgres) as url:
        settings = Settings(tmp_path, database=url)
        async with running_plant(settings) as rig:
            station = FakeStation("ST-1")
            await station.enrol(rig.client, rig.plant.create_enrolment_code(60))
            await station.sign_in(rig.client)
            station.notes(3)
            await station.pushed(rig.client)
            command = f'"{sys.executable}" -c "raise SystemExit({exit_code})"'
            if exit_code:
                with pytest.raises(StorageFault, match="nothing was noted"):
                    run_backup(settings, command, now_us=NOW_US)
            else:
                assert run_backup(settings, command, now_us=NOW_US).stations == {"ST-1": (1, 3)}
            with pytest.raises(InvalidInput, match="cannot be run"):
                run_backup(settings, "/no/such/program", now_us=NOW_US)
            assert marks(rig, "ST-1") == [mark]


# --- the commands


def test_the_command_says_what_is_in_the_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_plant(Settings(tmp_path / "plant")).close()
    words = ["server", "backup", "--data", str(tmp_path / "plant")]
    assert main([*words, "--out", str(tmp_path / "backup")]) == 0
    assert json.loads(capsys.readouterr().out) == {"stations": {}, "missing_blobs": []}
    assert main(words) == 2
    assert "backup: give --out DIR" in capsys.readouterr().err


def test_the_command_takes_the_schema_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_plant(Settings(tmp_path)).close()
    words = ["server", "schema", "--data", str(tmp_path)]
    assert main([*words, "--to", "0002"]) == 0
    assert "schema 0002" in capsys.readouterr().out
    database = open_database(None, file=tmp_path / "plant.db")
    with database.read() as connection:
        assert revision_of(connection) == "0002"
    database.close()
    assert main([*words, "--to", "7"]) == 2
    assert "can go back to base, 0001, 0002" in capsys.readouterr().err
