"""Who this plant server is: its generation, name and signing key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.db.bell import CHANNEL
from server.db.tables import counter, plant, projection_cursor

if TYPE_CHECKING:
    from collections.abc import Callable

#: Names of the counters that positions are taken from.
LOG = "log"
FEED = "feed"

#: Said to the other workers when the projections show something new.
DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class PlantIdentity:
    """``generation`` changes when the server no longer has all it once acknowledged."""

    name: str
    generation: str
    plant_key: str


def ensure_identity(
    connection: sa.Connection,
    *,
    name: str,
    plant_key: str,
    now_us: int,
    new_generation: Callable[[], str],
) -> PlantIdentity:
    """The plant in this database, entered on the first start."""
    row = connection.execute(sa.select(plant)).one_or_none()
    if row is not None:
        return PlantIdentity(row.name, row.generation, row.plant_key)
    generation = new_generation()
    connection.execute(
        plant.insert().values(
            id=1, name=name, generation=generation, plant_key=plant_key, created_at=now_us
        )
    )
    for source in (LOG, FEED):
        connection.execute(counter.insert().values(name=source, value=0))
        connection.execute(projection_cursor.insert().values(source=source, pos=0))
    return PlantIdentity(name, generation, plant_key)


def renew_generation(connection: sa.Connection, new_generation: Callable[[], str]) -> None:
    """Say that this database may lack what was acknowledged: it came from a backup."""
    connection.execute(plant.update().values(generation=new_generation()))


def take_positions(connection: sa.Connection, name: str, count: int) -> int:
    """The first of ``count`` positions.

    Call it last before inserting: the row stays locked until the commit, which is what keeps
    positions free of holes and of late arrivals behind a reader's cursor.  On PostgreSQL the
    other workers hear of it at the commit.
    """
    statement = _take(connection.dialect.name)
    newest = connection.execute(statement, {"of": name, "count": count}).scalar_one()
    return int(newest) - count + 1


@cache
def _take(dialect: str) -> sa.Executable:
    of, count = sa.bindparam("of", type_=sa.Text), sa.bindparam("count", type_=sa.BigInteger)
    statement = counter.update().where(counter.c.name == of)
    statement = statement.values(value=counter.c.value + count)
    rung = (sa.cast(sa.func.pg_notify(CHANNEL, of), sa.Text),)
    return statement.returning(counter.c.value, *(rung if dialect == "postgresql" else ()))


def head(connection: sa.Connection, name: str) -> int:
    """The newest position."""
    statement = sa.select(counter.c.value).where(counter.c.name == name)
    return int(connection.execute(statement).scalar_one())
