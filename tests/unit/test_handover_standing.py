"""What stands on a line's sheet from situations and holds: by the plant's clock, however many."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.plant import Hold
from server.db.tables import decision, event, feed, metadata, situation, unit
from server.handover.line import Line
from server.handover.standing import holds, situations

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
NOW_US = int(NOW.timestamp() * 1e6)


@pytest.fixture
def plant() -> Iterator[sa.Connection]:
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine, tables=[decision, event, feed, situation, unit])
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def detail_of(plant: sa.Connection, detail: str) -> str:
    """As a sheet in Berlin shows it."""
    row = {
        "key": "bypass:S:B-1", "origin": "log", "kind": "bypass", "title": "bypassed",
        "detail": detail, "unit": None, "station": None, "opened_at": 1, "closed_at": None,
        "records": "{}",
    }  # fmt: skip
    plant.execute(situation.insert(), row)
    line = Line("L4", (), NOW_US, NOW_US, zone=ZoneInfo("Europe/Berlin"))
    (item,) = situations(plant, line)
    return item.facts["detail"]


@pytest.mark.parametrize(
    ("detail", "shown"),
    [
        (
            "B-1, 20 units until 2026-11-20 12:31 UTC: lamp broken",
            "B-1, 20 units until 13:31: lamp broken",
        ),
        ("until 2026-11-21 12:31 UTC", "until 21 Nov 13:31"),
        ("B-1: the log says 2026-99-99 12:31 UTC", "B-1: the log says 2026-99-99 12:31 UTC"),
        ("lamp broken", "lamp broken"),
    ],
)
def test_a_situations_moments_are_told_by_the_plants_clock(
    plant: sa.Connection, detail: str, shown: str
) -> None:
    assert detail_of(plant, detail) == shown


def test_a_plant_may_have_scrapped_more_units_than_a_statement_takes_parameters(
    plant: sa.Connection,
) -> None:
    raw = plant.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    for number in range(60):
        serial = f"U-{number}"
        hold = Hold(
            hold=f"unit:{serial}", reason="scrap", owner="lead", placed_at=NOW, serial=serial
        )
        body = msgspec.json.encode(hold)
        row = {"pos": number + 1, "kind": Hold.KIND, "key": hold.hold, "at": 1, "body": body}
        plant.execute(feed.insert(), row)
    raw.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 50)
    assert len(list(holds(plant))) == 60
