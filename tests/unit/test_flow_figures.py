"""How often P80 was kept: told of the longest promises that were tried often enough."""

from __future__ import annotations

import pytest

from analysis.bottleneck import bottleneck
from analysis.stop_value import EveryMinute
from server.flow.figures import FlowFigures, LineFigures

MINUTE_US = 60_000_000


def line_of(units: int) -> LineFigures:
    """A line like a clock, a unit a minute."""
    return LineFigures(
        line="L", at_us=units * MINUTE_US, stations=("ST",), exit="ST",
        finished_us=tuple(number * MINUTE_US for number in range(units + 1)),
        gaps=(60.0,) * units, limits=bottleneck({}), clock=EveryMinute(), shift=None, stays={},
    )  # fmt: skip


def test_before_any_promise_has_come_to_its_end_nothing_is_told() -> None:
    ahead, kept = FlowFigures().kept(line_of(200), 120)
    assert (ahead, kept.share) == (10, None)


@pytest.mark.parametrize(
    ("known", "units", "ahead", "promises"),
    [
        # Few of the past: the shortest promises, of which there were the most.
        (400, 120, 10, 20),
        # Enough of the longer ones, where so many units are to be made.
        (2_200, 120, 20, 100),
        (2_200, 12, 10, 200),
        (5_200, 120, 50, 100),
        # And never more than say anything.
        (5_200, 5, 10, 400),
    ],
)
def test_longer_promises_are_told_as_soon_as_enough_of_them_are_over(
    known: int, units: int, ahead: int, promises: int
) -> None:
    found, kept = FlowFigures().kept(line_of(known), units)
    assert (found, kept.promises, kept.share) == (ahead, promises, 1.0)


def test_they_are_tried_anew_only_when_one_more_is_over() -> None:
    figures = FlowFigures()
    first = figures.kept(line_of(400), 120)
    assert figures.kept(line_of(409), 120)[1] is first[1]
    assert figures.kept(line_of(410), 120)[1].promises == 21
