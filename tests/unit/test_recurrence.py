"""What comes back more often than before, and what only seems to."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.recurrence import recurrences
from app.cli import main

BEGAN = datetime(2026, 3, 1, tzinfo=UTC)


def on(day: float) -> datetime:
    return BEGAN + timedelta(days=day)


def events(key: str, *days: float) -> list[tuple[str, datetime]]:
    return [(key, on(day)) for day in days]


def steady(key: str, per_day: float, days: int, seed: int) -> list[tuple[str, datetime]]:
    """A key that comes by chance, always at the same rate."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    day, found = 0.0, []
    while (day := day + draw.expovariate(per_day)) < days:
        found.append((key, on(day)))
    return found


# -- what is no recurrence ----------------------------------------------------------------------


def test_nothing_is_found_in_nothing() -> None:
    assert recurrences([]) == ()


def test_three_times_without_days_before_them_say_nothing() -> None:
    assert recurrences(events("leak", 0, 1, 2)) == ()


def test_few_days_before_are_not_enough_to_call_three_rare() -> None:
    assert recurrences(events("leak", 31, 33, 35), since=BEGAN) == ()


def test_twice_is_never_a_recurrence() -> None:
    assert recurrences(events("leak", 200, 200.1), since=BEGAN) == ()


def test_three_times_in_more_than_fourteen_days_are_no_recurrence() -> None:
    assert recurrences(events("leak", 200, 207.5, 215), since=BEGAN) == ()


def test_what_always_came_so_often_is_no_recurrence() -> None:
    assert recurrences(events("leak", *range(0, 300, 4))) == ()


@pytest.mark.parametrize(("per_day", "share"), [(0.01, 0.05), (0.05, 0.15), (0.5, 0.2)])
def test_so_many_keys_that_come_by_chance_seem_to_come_back_in_a_year(
    per_day: float, share: float
) -> None:
    """One p below 0.001 a window, but a window at every event, against a rate that is counted."""
    keys = [steady(f"key {seed}", per_day, 180 + 365, seed) for seed in range(200)]
    found = recurrences([event for key in keys for event in key], since=BEGAN)
    judged = {hit.key for hit in found if hit.found_at >= on(180)}
    assert len(judged) <= share * len(keys)


# -- what is one --------------------------------------------------------------------------------


def test_three_times_in_two_weeks_after_one_in_half_a_year_are_a_recurrence() -> None:
    (found,) = recurrences(events("leak", 100, 200, 205, 210), since=BEGAN)
    assert (found.key, found.n, found.first, found.last) == ("leak", 3, on(200), on(210))
    assert (found.before, found.days_before) == (1, 180)
    assert found.expected == pytest.approx(14 / 180)
    assert found.p == pytest.approx(7.4e-5, rel=0.01)
    assert found.found_at == on(210)


def test_what_never_came_before_counts_as_once() -> None:
    (found,) = recurrences(events("leak", 200, 201, 202), since=BEGAN)
    assert found.before == 0
    assert found.expected == pytest.approx(14 / 180)


def test_one_stretch_is_said_once_with_its_rarest_window() -> None:
    (found,) = recurrences(events("leak", *range(200, 212)), since=BEGAN)
    assert found.found_at == on(202)
    assert (found.n, found.first, found.last, found.until) == (12, on(200), on(211), on(211))


def test_two_stretches_are_said_twice() -> None:
    days = (200, 201, 202, 203, 300, 301, 302, 303, 304)
    found = recurrences(events("leak", *days), since=BEGAN)
    assert [(hit.first, hit.last) for hit in found] == [(on(200), on(203)), (on(300), on(304))]


@given(st.permutations([*events("leak", 200, 203, 206), *events("gap", 1, 90, 201, 202)]))
def test_the_order_of_the_records_does_not_matter(
    shuffled: list[tuple[str, datetime]],
) -> None:
    assert recurrences(shuffled) == recurrences(sorted(shuffled, key=lambda event: event[1]))


# -- the command --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", 'expected a column "key"; there are: none'),
        ("key,when\nleak,2026-01-01\n", 'expected a column "at"; there are: key, when'),
        ("key,at\nleak,yesterday\n", "line 2: at is 'yesterday', expected a time"),
        ("key,at\n,2026-01-01\n", "line 2: key is empty"),
        ("key,at\nleak\n", "line 2: 1 columns, expected 2"),
        ("key,key\nleak,leak\n", "two columns have the same name"),
    ],
)
def test_a_file_with_something_else_is_refused_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, sentence: str
) -> None:
    path = tmp_path / "events.csv"
    path.write_text(content)
    assert main(["analyse", "recurrence", str(path)]) == 2
    assert sentence in capsys.readouterr().err


def test_the_command_says_what_came_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "events.csv"
    lines = ["key,at", "other,2026-01-01", "", "leak,2026-09-01T06:00:00Z"]
    lines += ["leak,2026-09-02T08:00:00+02:00", "leak,2026-09-03 06:00"]
    path.write_text("\n".join(lines))
    assert main(["analyse", "recurrence", str(path)]) == 0
    said = capsys.readouterr().out
    assert "leak: 3 times from 2026-09-01 06:00 to 2026-09-03 06:00 UTC" in said
    assert main(["analyse", "recurrence", str(path), "--json"]) == 0
    found = msgspec.json.decode(capsys.readouterr().out)
    assert (found["key"], found["n"], found["before"]) == ("leak", 3, 0)
    assert (found["first"], found["last"]) == ("2026-09-01T06:00:00Z", "2026-09-03T06:00:00Z")
    assert found["p"] < 0.001
