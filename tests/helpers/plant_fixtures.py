"""Fixtures for tests of the plant server; a test module names this file in pytest_plugins."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest

from server.settings import Settings
from tests.helpers.plant_rig import postgres_server, running_plant, scratch_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from tests.helpers.plant_rig import PlantRig


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a running PostgreSQL, started once a session."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel warns about folders of its own
        with postgres_server() as url:
            yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """None for the file in the data folder, else a scratch database."""
    if request.param == "sqlite":
        yield None
        return
    with scratch_database(request.getfixturevalue("postgres")) as url:
        yield url


@pytest.fixture
async def plant(tmp_path: Path, database_url: str | None) -> AsyncIterator[PlantRig]:
    """A plant on each of the databases."""
    async with running_plant(Settings(tmp_path / "plant", database=database_url)) as rig:
        yield rig


@pytest.fixture
async def local_plant(tmp_path: Path) -> AsyncIterator[PlantRig]:
    """A plant on the embedded database, where the database is not the question."""
    async with running_plant(Settings(tmp_path / "plant", timezone="Europe/Berlin")) as rig:
        yield rig
