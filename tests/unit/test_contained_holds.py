"""Holds of what went into nothing: however many there are, nobody looks for each by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.plant import Hold
from server.db.tables import decision, edge, feed, metadata, situation, unit
from server.read.situation_list import open_situations

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def plant() -> Iterator[sa.Connection]:
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine, tables=[decision, edge, feed, situation, unit])
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def hold(plant: sa.Connection, pos: int, serial: str) -> None:
    found = Hold(hold=f"unit:{serial}", reason="scrap", owner="lead", placed_at=NOW, serial=serial)
    body = msgspec.json.encode(found)
    row = {"pos": pos, "kind": Hold.KIND, "key": found.hold, "at": 1, "body": body}
    plant.execute(feed.insert(), row)


def statements_of_a_look(plant: sa.Connection) -> tuple[list[str], int]:
    """The titles that are shown, and what that took."""
    asked: list[str] = []

    def note(*told: object) -> None:
        asked.append(str(told[2]))

    sa.event.listen(plant.engine, "before_cursor_execute", note)
    titles = [one.title for one in open_situations(plant)]
    sa.event.remove(plant.engine, "before_cursor_execute", note)
    return titles, len(asked)


def test_fifty_scrapped_units_cost_no_more_looks_than_one(plant: sa.Connection) -> None:
    hold(plant, 1, "U-1")
    titles, once = statements_of_a_look(plant)
    for number in range(2, 50):
        hold(plant, number, f"U-{number}")
    assert titles == []
    assert statements_of_a_look(plant) == ([], once)


def test_a_held_piece_that_is_in_a_unit_is_contained(plant: sa.Connection) -> None:
    hold(plant, 1, "GS-1")
    hold(plant, 2, "U-2")
    row = {
        "parent": "unit\x1f\x1fU-9", "child": "serial\x1fGS-55\x1fGS-1", "at_pos": 1,
        "child_id": "GS-1", "part": "GS-55", "component": None, "name": None, "step": None,
        "quantity": 1, "removed_pos": None,
    }  # fmt: skip
    plant.execute(edge.insert(), row)
    titles, _ = statements_of_a_look(plant)
    assert titles == ["Held part GS-1 is in unit U-9"]
