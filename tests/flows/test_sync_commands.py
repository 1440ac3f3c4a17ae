"""From the configuration file to the server, by the commands an administrator types."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from app.cli import main
from app.journal.store import JournalStore
from app.main import run_station
from app.runtime.clock import SystemClock
from app.runtime.config import load_config
from app.services.station_state import StationState
from tests.helpers.certificates import self_signed
from tests.helpers.journal_rig import STATION, note
from tests.helpers.patience import PATIENT_S
from tests.helpers.sync_rig import RunningPlant

#: A server stopped amid a handshake, a station in an epoch of its own: they say so in the log.
pytestmark = pytest.mark.allow_warnings


@asynccontextmanager
async def _running(plant: RunningPlant) -> AsyncIterator[RunningPlant]:
    await plant.start()
    try:
        yield plant
    finally:
        await plant.stop()


async def test_the_plants_certificate_is_named_in_the_configuration_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tls = self_signed(tmp_path, "plant")
    folder = tmp_path / "st"
    _record_offline(folder / "data", "a", "b", "c")
    async with _running(RunningPlant(tmp_path / "plant", tls=tls)) as plant:
        without = _configure(folder, plant.url)
        assert await _command(plant, "enrol", without) != 0
        assert "certificate that this station does not trust" in capsys.readouterr().err
        config = _configure(folder, plant.url, ca_file="../plant.pem")  # from the file's folder
        assert await _command(plant, "enrol", config) == 0
        async with _station(config) as states:
            await _until(lambda: len(plant.hashes()) >= 3)  # and what a start records
            await _until(lambda: bool(states) and states[-1].sync.waiting == 0)
        assert states[-1].sync.server_url == plant.url


async def test_a_restored_station_is_enrolled_and_goes_on_in_an_epoch_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "st"
    _record_offline(folder / "data", "a", "b", "c")
    async with _running(RunningPlant(tmp_path / "plant")) as plant:
        config = _configure(folder, plant.url)
        assert await _command(plant, "enrol", config) == 0
        async with _station(config) as states:
            await _until(lambda: len(plant.hashes()) >= 3)
            await _until(lambda: bool(states) and states[-1].sync.waiting == 0)
        backup = tmp_path / "backup" / "journal.db"
        backup.parent.mkdir()
        journal = folder / "data" / "journal.db"
        assert await _journal("backup", journal, "--out", backup) == 0
        _record_offline(folder / "data", "d", "e")
        before = len(plant.hashes())
        async with _station(config):
            await _until(lambda: len(plant.hashes()) >= before + 2)
        in_log = plant.hashes()
        (folder / "data").rename(tmp_path / "broken disk")
        capsys.readouterr()
        assert await _journal("restore", backup, "--to", journal) == 0
        assert json.loads(capsys.readouterr().out)["epoch"] == 2
        assert await _command(plant, "enrol", config) == 0
        _record_offline(folder / "data", "f")
        async with _station(config) as states:
            await _until(lambda: len(plant.hashes(epoch=2)) >= 1)
            await _until(lambda: bool(states) and states[-1].sync.waiting == 0)
            assert states[-1].sync.problem is None
        assert plant.hashes() == in_log  # also what the backup lacked
        assert plant.kept_beside() == []


async def test_what_a_restored_station_does_goes_on_beside_a_contradiction_in_what_it_did(
    tmp_path: Path,
) -> None:
    """Its backup is older than the server's first word: whose history it is must be asked."""
    folder = tmp_path / "st"
    _record_offline(folder / "data", "a", "b", "c")
    backup = tmp_path / "journal.db"
    journal = folder / "data" / "journal.db"
    assert await _journal("backup", journal, "--out", backup) == 0
    _record_offline(folder / "data", "d")
    async with _running(RunningPlant(tmp_path / "plant")) as plant:
        config = _configure(folder, plant.url)
        assert await _command(plant, "enrol", config) == 0
        async with _station(config):
            await _until(lambda: len(plant.hashes()) >= 4)
        in_log = plant.hashes()
        (folder / "data").rename(tmp_path / "broken disk")
        assert await _journal("restore", backup, "--to", journal) == 0
        assert await _command(plant, "enrol", config) == 0
        _record_offline(folder / "data", "f")
        async with _station(config):
            await _until(lambda: len(plant.hashes(epoch=2)) >= 1)
            await _until(lambda: plant.open_situations() == [f"fork:{STATION}:1"])
        assert plant.hashes() == in_log
        assert plant.kept_beside() == []  # the log has them


def _configure(folder: Path, url: str, *, ca_file: str | None = None) -> Path:
    named = "" if ca_file is None else f'ca_file = "{ca_file}"\n'
    path = folder / "station.toml"
    path.write_text(
        f'[station]\nid = "{STATION}"\nname = "Cover"\nline = "L"\n'
        f'[server]\nurl = "{url}"\n{named}',
        "utf-8",
    )
    return path


def _record_offline(data: Path, *texts: str) -> None:
    data.mkdir(parents=True, exist_ok=True)
    store = JournalStore(
        data / "journal.db", station=STATION, clock=SystemClock(), random_bytes=os.urandom
    )
    store.open()
    store.append([note(text) for text in texts])
    store.close()


async def _command(plant: RunningPlant, name: str, config: Path) -> int:
    assert plant.plant is not None
    code = plant.plant.create_enrolment_code(3600)
    words = [name, "--server", plant.url, "--code", code, "--config", str(config)]
    return await asyncio.to_thread(main, words)


async def _journal(action: str, path: Path, option: str, where: Path) -> int:
    return await asyncio.to_thread(main, ["journal", action, str(path), option, str(where)])


@asynccontextmanager
async def _station(config: Path) -> AsyncIterator[list[StationState]]:
    """The whole station without its screen; the states it tells."""
    states: list[StationState] = []
    running = asyncio.create_task(
        run_station(load_config(config), config, on_state=states.append, on_open=lambda _: None)
    )
    try:
        yield states
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running  # a station that ended by itself says why


async def _until(is_so: object) -> None:
    assert callable(is_so)
    async with asyncio.timeout(PATIENT_S):
        while not is_so():  # noqa: ASYNC110 (other tasks do it)
            await asyncio.sleep(0.01)
