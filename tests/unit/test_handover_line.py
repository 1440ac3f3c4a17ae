"""Where in the log a shift begins: found by few looks, also where places are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from app.domain.line_events import CallOpened, HandoverNoted
from server.db.tables import event, metadata
from server.handover.line import first_position_since, kind_is

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS = {
    "station": "S", "epoch": 1, "kind": HandoverNoted.KIND, "unit": None, "order_id": None,
    "hash": "", "prev_hash": "", "raw": b"",
}  # fmt: skip


@pytest.fixture
def log() -> Iterator[sa.Connection]:
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine, tables=[event])
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def fill(log: sa.Connection, places: Iterable[int]) -> None:
    """Each came in ten microseconds after the one before."""
    rows = [
        {**COLUMNS, "pos": pos, "seq": pos, "event_id": str(pos), "at": pos, "recv_at": pos * 10}
        for pos in places
    ]
    log.execute(event.insert(), rows)


def test_in_an_empty_log_it_begins_with_the_first_that_will_come(log: sa.Connection) -> None:
    assert first_position_since(log, 0) == 1


@pytest.mark.parametrize("count", [1, 31, 32, 33, 1_000, 5_000])
def test_it_begins_with_the_first_that_came_in_from_then_on(
    log: sa.Connection, count: int
) -> None:
    fill(log, range(1, count + 1))
    for pos in {1, 2, count // 2 + 1, count - 1, count} & set(range(1, count + 1)):
        assert first_position_since(log, pos * 10 - 9) == pos
        assert first_position_since(log, pos * 10) == pos
    assert first_position_since(log, count * 10 + 1) == count + 1
    assert first_position_since(log, 0) == 1


def test_places_that_are_missing_do_not_mislead(log: sa.Connection) -> None:
    there = [pos for pos in range(1, 4_001) if not 700 < pos < 3_200 and pos % 7]
    fill(log, there)
    for pos in (1, 699, 3_201, 3_999):
        assert pos in there
        assert first_position_since(log, pos * 10) == pos
    assert first_position_since(log, 7_010) == 3_200


def test_the_few_kinds_that_are_read_of_a_shift_are_found_by_their_own_index(
    log: sa.Connection,
) -> None:
    fill(log, range(1, 100))
    asked = sa.select(event.c.pos).where(
        kind_is(HandoverNoted.KIND, CallOpened.KIND), event.c.station == "S", event.c.pos >= 5
    )
    assert len(log.execute(asked).all()) == 95
    words = str(asked.compile(log.engine, compile_kwargs={"literal_binds": True}))
    plan = log.execute(sa.text(f"EXPLAIN QUERY PLAN {words}")).all()
    assert "ix_event_told" in str(plan)
