"""How the flow reads: ordinals, and bars that neither overlap nor leave anything out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.flow.loss_report import LossReport, StateSpan
from server.web.flow_view import percent, timeline_bars, timeline_words
from server.web.format import PlantTimes
from server.web.stop_view import nth

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd"), (113, "113th")],
)
def test_a_count_is_said_as_people_say_it(number: int, said: str) -> None:
    assert nth(number) == said


def test_what_is_no_share_is_no_figure() -> None:
    assert (percent(None), percent(0), percent(0.796)) == ("–", "0 %", "80 %")


def report(spans: list[tuple[str, float]]) -> LossReport:
    found, here = [], NOON
    for state, seconds in spans:
        end = here + timedelta(seconds=seconds)
        found.append(StateSpan(state=state, began_at=here, ended_at=end))
        here = end
    empty: dict[str, Any] = {
        "line": "L", "lines": (), "window": "day", "by": "line", "shift": None,
        "has_calendar": False, "whole": None, "rows": (), "pareto": (), "short": (), "stops": (),
    }  # fmt: skip
    return LossReport(begins=NOON, ends=here, timeline={"ST": tuple(found)}, **empty)


def test_a_short_stop_between_long_runs_is_still_seen() -> None:
    one = report([("running", 4000), ("stopped", 10), ("running", 4000)])
    states = [bar.state for bar in timeline_bars(one, PlantTimes(UTC))["ST"]]
    assert states == ["running", "stopped", "running"]
    assert timeline_words(one.timeline["ST"]) == "running 133 min, stopped 0 min"


@given(
    st.lists(
        st.tuples(st.sampled_from(["running", "stopped", "no_data"]), st.integers(1, 500)),
        min_size=1,
        max_size=60,
    )
)
def test_bars_lie_side_by_side_from_the_first_moment_to_the_last(
    spans: list[tuple[str, int]],
) -> None:
    bars = timeline_bars(report(cast("list[tuple[str, float]]", spans)), PlantTimes(UTC))["ST"]
    here = 0.0
    for bar in bars:
        assert bar.x == pytest.approx(here, abs=1e-6)
        here = bar.x + bar.width
    assert here == pytest.approx(1000)
    assert len(bars) <= 2 * 480 + 1
