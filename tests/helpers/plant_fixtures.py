"""Fixtures for tests of the plant server; a test module names this file in pytest_plugins."""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql

from server.db.engine import open_database
from server.db.migrate import migrate
from server.db.tables import metadata
from server.settings import Settings
from tests.helpers.plant_rig import postgres_server, running_plant, scratch_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from tests.helpers.plant_rig import PlantRig


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a running PostgreSQL, started once a session."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel warns about folders of its own
        with postgres_server() as url:
            yield url


@pytest.fixture(scope="session")
def migrated_postgres(postgres: str) -> Iterator[str]:
    """A migrated database for one test after the other."""
    with scratch_database(postgres) as url:
        _migrate(url, Path())
        yield url


@pytest.fixture
def emptied_postgres(migrated_postgres: str) -> str:
    """That database as if just migrated."""
    is_filled = sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})")
    asked = [is_filled.format(name, sql.Identifier(name)) for name in metadata.tables]
    with psycopg.connect(migrated_postgres) as connection:
        filled = connection.execute(sql.SQL(" UNION ALL ").join(asked)).fetchall()
        if filled:  # each table takes its time, and most were left alone
            tables = sql.SQL(", ").join(sql.Identifier(name) for (name,) in filled)
            connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(tables))
    return migrated_postgres


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy."""
    file = tmp_path_factory.mktemp("sqlite") / "plant.db"
    _migrate(None, file)
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """None for the file in the data folder, else an empty scratch database."""
    if request.param == "sqlite":
        yield None
        return
    with scratch_database(request.getfixturevalue("postgres")) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
async def plant(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[PlantRig]:
    """A plant on each of the databases."""
    if request.param == "sqlite":
        settings = _embedded(tmp_path, request.getfixturevalue("sqlite_template"))
        async with running_plant(settings) as rig:
            yield rig
        return
    url = request.getfixturevalue("emptied_postgres")
    async with running_plant(Settings(tmp_path / "plant", database=url)) as rig:
        yield rig


@pytest.fixture
async def local_plant(tmp_path: Path, sqlite_template: Path) -> AsyncIterator[PlantRig]:
    """A plant on the embedded database, where the database is not the question."""
    async with running_plant(_embedded(tmp_path, sqlite_template)) as rig:
        yield rig


def _embedded(folder: Path, template: Path) -> Settings:
    data_dir = folder / "plant"
    data_dir.mkdir()
    shutil.copy(template, data_dir / "plant.db")
    return Settings(data_dir, timezone="Europe/Berlin")


def _migrate(url: str | None, file: Path) -> None:
    database = open_database(url, file=file)
    migrate(database)
    database.close()
