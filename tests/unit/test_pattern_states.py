"""What people said of patterns before there was a sweep stays said, and can be taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from server.db.engine import Database, open_database
from server.db.memory_tables import memory_pattern
from server.db.migrate import migrate, take_back
from server.memory.patterns import read_patterns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BEFORE = "0012"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(None, file=tmp_path / "plant.db")
    migrate(opened)
    yield opened
    opened.close()


def put(database: Database, name: str, state: str) -> None:
    at = "2026-11-01T08:00:00Z"
    body = {"pattern": name, "kind": name.partition(":")[0], "key": "K", "p": 1e-6,
            "found_at": at, "seen_at": at, "state": state, "owner": "lead"}  # fmt: skip
    row = {"pattern": name, "state": state, "found_at": 1, "seen_at": 1, "body": json.dumps(body)}
    with database.write() as connection:
        connection.execute(memory_pattern.insert().values(row))


def states(database: Database) -> dict[str, str]:
    with database.read() as connection:
        rows = connection.execute(sa.select(memory_pattern)).all()
    assert all(json.loads(row.body)["state"] == row.state for row in rows)
    return {row.pattern: row.state for row in rows}


def test_what_was_watched_was_looked_at_and_what_was_acted_on_is_confirmed(
    database: Database,
) -> None:
    take_back(database, BEFORE)
    old = {"factor:a": "new", "factor:b": "watched", "factor:c": "acted", "factor:d": "closed"}
    for name, state in old.items():
        put(database, name, state)
    migrate(database)
    assert list(states(database).values()) == ["new", "looked_at", "confirmed", "closed"]
    with database.read() as connection:
        assert [one.state for one in read_patterns(connection)] == [
            "new",
            "looked_at",
            "confirmed",
        ]
    take_back(database, BEFORE)
    assert states(database) == old


def test_what_older_software_does_not_know_goes_when_it_is_taken_back(
    database: Database,
) -> None:
    put(database, "change:a", "confirmed")
    put(database, "factor:a", "refused")
    take_back(database, BEFORE)
    assert states(database) == {"factor:a": "closed"}
