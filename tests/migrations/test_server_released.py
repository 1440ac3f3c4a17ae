"""The server's schema goes both ways, and every released database opens, draws and serves."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from msgspec import Raw

from app.domain.errors import InvalidInput, StorageFault
from server.db.engine import Database, open_database
from server.db.migrate import migrate, revision_of, take_back
from server.db.tables import event, metadata
from server.plant import open_plant
from server.settings import Settings
from sync.wire import PushedEvent
from tests.helpers.plant_rig import running_plant
from tests.helpers.plant_station import FakeStation
from tests.migrations.released_server import FIXTURES, KEY, STATION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest_plugins = ["tests.helpers.plant_fixtures"]

RELEASED = sorted(FIXTURES.glob("server-*.db"))
#: Newest first; "base" is no schema at all.
STEPS_BACK = ("0002", "0001", "base")


@pytest.fixture
def database(tmp_path: Path, database_url: str | None) -> Iterator[Database]:
    opened = open_database(database_url, file=tmp_path / "plant.db")
    yield opened
    opened.close()


def differences(database: Database) -> list[Any]:
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


def table_names(database: Database) -> set[str]:
    return set(sa.inspect(database.engine).get_table_names()) - {"alembic_version"}


def shape(database: Database) -> dict[str, Any]:
    """Columns, keys and indexes of every table, as the database itself tells them."""
    inspector = sa.inspect(database.engine)
    return {
        name: (
            sorted((one["name"], str(one["type"]), one["nullable"]) for one in columns),
            inspector.get_pk_constraint(name),
            sorted(str(one["name"]) for one in inspector.get_indexes(name)),
        )
        for name in inspector.get_table_names()
        if (columns := inspector.get_columns(name))
    }


@pytest.mark.parametrize("revision", STEPS_BACK)
def test_the_schema_goes_back_and_forth_and_is_the_same(database: Database, revision: str) -> None:
    migrate(database)
    newest = shape(database)
    take_back(database, revision)
    with database.read() as connection:
        assert revision_of(connection) == (None if revision == "base" else revision)
    assert table_names(database) < set(metadata.tables)
    assert differences(database) != []
    migrate(database)
    assert (shape(database), differences(database)) == (newest, [])


def test_nothing_is_left_before_the_first_schema(database: Database) -> None:
    migrate(database)
    take_back(database, "base")
    assert table_names(database) == set()


def test_a_schema_that_is_not_behind_cannot_be_gone_back_to(database: Database) -> None:
    migrate(database)
    take_back(database, "0001")
    for revision in ("0002", "9999"):
        with pytest.raises(InvalidInput, match="can go back to base, 0001"):
            take_back(database, revision)


def test_a_migration_that_fails_leaves_the_schema_as_it_was(database: Database) -> None:
    migrate(database)
    take_back(database, "0001")
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE decision (key TEXT)")
    before = shape(database)
    with pytest.raises(sa.exc.DBAPIError):
        migrate(database)
    assert shape(database) == before
    with database.read() as connection:
        assert revision_of(connection) == "0001"


def test_a_database_of_newer_software_is_refused_and_left_alone(
    tmp_path: Path, database_url: str | None
) -> None:
    settings = Settings(tmp_path, database=database_url)
    open_plant(settings).close()
    database = open_database(database_url, file=tmp_path / "plant.db")
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    before = shape(database)
    with pytest.raises(StorageFault, match="newer software wrote this database") as refused:
        open_plant(settings)
    assert refused.value.reason == "too_new"
    with pytest.raises(StorageFault, match="schema 0999"):
        take_back(database, "0001")
    assert shape(database) == before
    database.close()


# --- what earlier releases wrote


def test_there_is_a_database_of_the_first_release() -> None:
    assert FIXTURES / "server-0.1.0.db" in RELEASED


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path, database_url: str | None) -> Settings:
    """A data folder with a released database; its rows are copied for PostgreSQL."""
    file = tmp_path / "plant.db"
    if database_url is None:
        shutil.copy(request.param, file)
    else:
        copy_rows(request.param, file, database_url)
    return Settings(tmp_path, database=database_url)


def copy_rows(fixture: Path, scratch: Path, url: str) -> None:
    """The same rows under the same schema, in PostgreSQL."""
    shutil.copy(fixture, scratch)
    old, new = open_database(None, file=scratch), open_database(url, file=scratch)
    migrate(new)
    with old.read() as connection:
        revision = revision_of(connection)
    assert revision is not None
    take_back(new, revision)
    tables = sa.MetaData()
    tables.reflect(new.engine)
    with old.read() as source, new.write() as target:
        for table in tables.sorted_tables:
            rows = [row._asdict() for row in source.execute(sa.select(table))]
            if rows and table.name != "alembic_version":
                target.execute(table.insert(), rows)
    old.close()
    new.close()


def log_of(database: Database) -> list[Any]:
    columns = event.c
    wanted = (columns.pos, columns.station, columns.epoch, columns.seq, columns.hash, columns.raw)
    with database.read() as connection:
        rows = connection.execute(sa.select(*wanted).order_by(columns.pos))
        return [(*row[:-1], bytes(row.raw)) for row in rows]


def test_its_log_is_untouched_and_its_lists_are_drawn_anew(released: Settings) -> None:
    before = open_database(released.database, file=released.data_dir / "plant.db")
    written = log_of(before)
    before.close()
    plant = open_plant(released)
    assert differences(plant.database) == []
    assert log_of(plant.database) == written
    assert len(written) == 41
    plant.projector.rebuild()  # newer drawing may show more than was drawn then
    assert plant.projector.rebuild()
    plant.close()


async def test_it_serves_what_was_built_and_takes_what_comes(released: Settings) -> None:
    async with running_plant(released) as rig:
        units = (await rig.client.get("/v1/units")).json()
        assert sorted(one["serial"] for one in units) == ["GX-1", "GX-2"]
        used = (await rig.client.get("/v1/where-used/GS-5512")).json()
        assert {"GX-1", "GX-2"} <= {one["serial"] for one in used["units"]}
        kinds = {one["kind"] for one in (await rig.client.get("/v1/situations")).json()}
        assert kinds >= {"fork", "serial_twice"}
        station = revived(rig.plant.database, rig.plant.identity.generation)
        assert (await station.sign_in(rig.client)).is_success
        feed = await station.feed(rig.client)
        assert [item.pos for item in feed.items] == list(range(1, 8))
        known = len(station.written)
        station.notes(2)
        answer = await station.pushed(rig.client, station.push_of(known))
        assert (answer.high_water, answer.hash_at_high_water) == (known + 2, station.prev_hash)
        assert (await rig.client.get("/v1/health")).json()["events"] == 43


def revived(database: Database, generation: str) -> FakeStation:
    """The station of then, with the journal it had."""
    station = FakeStation(STATION, key=KEY, generation=generation)
    for _pos, name, _epoch, _seq, digest, raw in log_of(database):
        if name == STATION:
            station.written.append(PushedEvent(digest, Raw(raw)))
            station.prev_hash = digest
    return station
