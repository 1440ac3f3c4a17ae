"""Levels of what is measured: one that changed is told with what was replaced, noise is not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest
import sqlalchemy as sa

from server.db.tables import metadata
from server.memory.pattern_levels import look_at_levels
from server.memory.pattern_log import Value
from server.memory.pattern_records import CHANGE, DRIFT, Characteristic, Pattern
from server.memory.pattern_words import effect_words, pattern_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
SERIES = 30


@pytest.fixture
def connection() -> Iterator[sa.Connection]:
    engine = sa.create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def of(name: str) -> Characteristic:
    return Characteristic(
        station="ST-1", product="GX", variant="B", step="bolts", name=name, unit_code="N.m"
    )


def values(
    numbers: NDArray[np.float64], tool: Callable[[int], str] = lambda _: "T-1"
) -> list[Value]:
    return [
        Value(float(number), place, f"E-{place}", f"U-{place}", {"tool": tool(place)})
        for place, number in enumerate(numbers)
    ]


def noise(seed: int, count: int = 200) -> NDArray[np.float64]:
    return np.random.default_rng(seed).normal(25.0, 0.5, count)


def look(
    connection: sa.Connection, *first: Sequence[Value], series: int = SERIES
) -> list[Pattern]:
    """At ``first`` and so many series in which nothing happens."""
    told = {of(f"first {number}"): one for number, one in enumerate(first)}
    told |= {of(f"noise {number}"): values(noise(number)) for number in range(series)}
    found, looked = look_at_levels(connection, told, NOW)
    assert looked == len(told)
    return found


def test_series_in_which_nothing_happens_show_nothing(connection: sa.Connection) -> None:
    assert look(connection) == []


def test_what_is_sure_and_within_the_noise_is_not_told(connection: sa.Connection) -> None:
    little = noise(100, 2_000) + np.where(np.arange(2_000) >= 1_000, 0.2, 0.0)
    assert look(connection, values(little), series=0) == []


def test_fewer_than_sixty_values_are_not_looked_at(connection: sa.Connection) -> None:
    few = values(np.where(np.arange(59) >= 30, 30.0, 25.0))
    assert look_at_levels(connection, {of("torque"): few}, NOW) == ([], 0)


def test_a_change_is_told_with_its_effect_and_the_tool_that_was_replaced(
    connection: sa.Connection,
) -> None:
    changed = noise(101) - np.where(np.arange(200) >= 120, 1.0, 0.0)
    (found,) = look(connection, values(changed, lambda place: "T-1" if place < 118 else "T-2"))
    assert (found.kind, found.level is not None) == (CHANGE, True)
    level = found.level
    assert level is not None
    assert level.earliest_pos <= 120 <= level.latest_pos
    assert effect_words(level).startswith("−1.0 Nm (1.9 σ)")
    (near,) = level.near
    assert (near.kind, near.was, near.now, near.unit) == ("tool", "T-1", "T-2", "U-118")
    assert set(level.before).isdisjoint(level.after)
    assert "E-150" in level.after


def test_tools_that_take_turns_were_not_replaced(connection: sa.Connection) -> None:
    changed = noise(102) + np.where(np.arange(200) >= 120, 2.0, 0.0)
    (found,) = look(connection, values(changed, lambda place: f"T-{place % 2}"))
    assert found.level is not None
    assert found.level.near == ()


def test_each_of_two_changes_is_measured_from_the_one_before(connection: sa.Connection) -> None:
    rows = np.arange(300)
    changed = noise(103, 300) + np.where(rows >= 100, 1.5, 0.0) + np.where(rows >= 200, 1.5, 0.0)
    found = look(connection, values(changed), series=0)
    assert [one.kind for one in found] == [CHANGE, CHANGE]
    effects = [one.level.now - one.level.was for one in found if one.level is not None]
    assert effects == pytest.approx([1.5, 1.5], abs=0.25)


def test_a_wear_is_a_drift_and_no_row_of_changes(connection: sa.Connection) -> None:
    worn = noise(104, 400) - 0.01 * np.arange(400)
    (found,) = look(connection, values(worn))
    assert found.kind == DRIFT
    assert "falls by 1." in pattern_sentence(found)
    assert "in 100 values" in pattern_sentence(found)
