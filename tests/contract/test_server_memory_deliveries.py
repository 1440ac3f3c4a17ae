"""However late stations send and however the log is cut: the memory comes to the same."""

from __future__ import annotations

import shutil
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.db.engine import open_database
from server.db.memory_tables import DRAWN_TABLES, memory_decision, memory_outcome
from server.db.tables import unit
from server.memory.drawing import MemoryDrawing, close_ended
from server.read.facts import read_fact
from tests.helpers.memory_station import build_unit, decide, open_situation
from tests.helpers.plant_station import START_US, FakeStation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from server.read.facts import Fact

pytest_plugins = ["tests.helpers.plant_fixtures"]

HOUR_US = 3_600_000_000
LATER_US = START_US + 200 * HOUR_US


def histories(repeats: frozenset[int], escapes: frozenset[int]) -> list[list[bytes]]:
    """What two stations wrote: a containment at the first, escapes of it at the second."""
    first, second = FakeStation("ST-040"), FakeStation("ST-050")
    for number in range(10):
        build_unit(first, f"B-{number}")
        if number % 2:
            open_situation(first, f"before-{number}")
    open_situation(first, "S-1")
    decide(first, "D-1", "S-1")
    decide(first, "D-2", "S-1", kind="contain", response="check_all")
    second.at_us = first.at_us
    for number in range(10):
        build_unit(first, f"A-{number}")
        if number in repeats:
            open_situation(first, f"again-{number}")
        build_unit(second, f"L-{number}")
        if number in escapes:
            open_situation(second, f"escaped-{number}")
    return [[bytes(one.envelope) for one in station.written] for station in (first, second)]


def interleaved(stations: list[list[bytes]], order: Sequence[bool]) -> list[bytes]:
    """Each station's events in their order, the stations' as ``order`` has it."""
    queues = [list(events) for events in stations]
    came = []
    for is_second in order:
        queue = queues[is_second] or queues[not is_second]
        if queue:
            came.append(queue.pop(0))
    return [*came, *queues[0], *queues[1]]


def drawn(file: Path, log: Sequence[bytes], cuts: Sequence[int]) -> dict[str, list[Any]]:
    """Every row of the memory after the log came in these batches."""
    database = open_database(None, file=file)
    facts: list[Fact] = [read_fact(pos, START_US, raw) for pos, raw in enumerate(log, start=1)]
    try:
        with database.engine.connect() as connection:
            for table in (*DRAWN_TABLES, unit):
                connection.execute(table.delete())
            edges = sorted({0, *(cut for cut in cuts if cut < len(facts)), len(facts)})
            for start, end in pairwise(edges):
                MemoryDrawing(connection, facts[start:end]).draw()
            close_ended(connection, now_us=LATER_US)
            return {
                table.name: sorted(
                    map(tuple, connection.execute(sa.select(table)).all()), key=repr
                )
                for table in DRAWN_TABLES
            }
    finally:
        database.close()


def rows_of(connection: sa.Connection, table: sa.Table) -> list[Any]:
    return sorted(map(tuple, connection.execute(sa.select(table)).all()), key=repr)


ORDERS = st.lists(st.booleans(), max_size=80)
SOME = st.frozensets(st.integers(0, 9), max_size=3)


@given(repeats=SOME, escapes=SOME, order=ORDERS, cuts=st.lists(st.integers(1, 90), max_size=6))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_log_cut_into_any_batches_draws_the_same(  # noqa: PLR0917 - what hypothesis draws
    sqlite_template: Path,
    tmp_path: Path,
    repeats: frozenset[int],
    escapes: frozenset[int],
    order: list[bool],
    cuts: list[int],
) -> None:
    file = tmp_path / "plant.db"
    if not file.exists():
        shutil.copy(sqlite_template, file)
    log = interleaved(histories(repeats, escapes), order)
    assert drawn(file, log, cuts) == drawn(file, log, ())


@given(repeats=SOME, escapes=SOME, order=ORDERS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whichever_station_is_late_the_outcome_is_the_same_in_the_end(
    sqlite_template: Path,
    tmp_path: Path,
    repeats: frozenset[int],
    escapes: frozenset[int],
    order: list[bool],
) -> None:
    file = tmp_path / "plant.db"
    if not file.exists():
        shutil.copy(sqlite_template, file)
    stations = histories(repeats, escapes)
    here = drawn(file, interleaved(stations, order), ())
    prompt = drawn(file, interleaved(stations, ()), ())
    assert outcomes(here) == outcomes(prompt)
    numbers = [row[1] for row in here[memory_outcome.name] if row[0] == "D-1"]
    assert numbers == list(range(1, len(numbers) + 1))


def outcomes(rows: dict[str, list[Any]]) -> dict[str, str]:
    status = list(memory_decision.c.keys()).index("status")
    return {row[0]: row[status] for row in rows[memory_decision.name]}
