"""The bottleneck by active periods: sole, shifting, or no single one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.bottleneck import ACTIVE, Bottleneck, Momentary, bottleneck
from analysis.station_states import Span, State
from tests.helpers.line_simulation import SimulatedStation, simulate

R, B = State.RUNNING, State.STARVED


def periods(*edges: tuple[int, int]) -> list[Span]:
    return [Span(R, begin, end) for begin, end in edges]


def line(*, slow: float = 1.0, at: int = 3) -> list[SimulatedStation]:
    return [
        SimulatedStation(
            f"ST-{number}0", 60 * (slow if number == at else 1), 0.25, 0.02, 240, buffer=3
        )
        for number in range(1, 7)
    ]


# -- nobody is named without reason --------------------------------------------------------------


def test_a_line_without_stations_or_without_data_has_no_bottleneck() -> None:
    assert bottleneck({}) == Bottleneck(None, 0.0, (), ())
    found = bottleneck({"A": [Span(State.NO_DATA, 0, 100)], "B": []})
    assert found.station is None
    assert found.momentary == ()
    assert [share.whole for share in found.shares] == [0, 0]


def test_two_stations_that_take_turns_are_no_single_bottleneck() -> None:
    found = bottleneck({"A": periods((0, 100)), "B": periods((90, 185))})
    assert found.station is None
    assert 0 < found.lead < 0.10


@pytest.mark.parametrize("seed", range(3))
def test_a_balanced_line_has_no_single_bottleneck(seed: int) -> None:
    assert bottleneck(simulate(line(), units=1500, seed=seed).spans).station is None


# -- worked by hand ------------------------------------------------------------------------------


def test_the_overlap_of_one_bottleneck_with_the_next_is_shifting_for_both() -> None:
    found = bottleneck({"A": periods((0, 100)), "B": periods((60, 300))})
    assert found.momentary == (
        Momentary("A", 0, 60),
        Momentary("B", 60, 100, shifting_with="A"),
        Momentary("B", 100, 300),
    )
    shares = {share.station: (share.sole * 300, share.shifting * 300) for share in found.shares}
    assert shares == {"A": pytest.approx((60, 40)), "B": pytest.approx((200, 40))}
    assert found.station == "B"


def test_the_next_bottleneck_may_have_begun_while_the_longer_period_lasted() -> None:
    found = bottleneck({"A": periods((0, 300)), "B": periods((250, 400))})
    assert found.momentary == (
        Momentary("A", 0, 250),
        Momentary("A", 250, 300, shifting_with="B"),
        Momentary("B", 300, 400),
    )


def test_a_shorter_period_inside_a_longer_one_is_never_the_bottleneck() -> None:
    found = bottleneck({"A": periods((0, 300)), "B": periods((50, 90), (120, 200))})
    assert found.momentary == (Momentary("A", 0, 300),)
    assert found.shares[1].whole == 0


def test_repairs_and_setups_are_active_and_waiting_is_not() -> None:
    spans = [Span(R, 0, 50), Span(State.STOPPED, 50, 80), Span(State.SETUP, 80, 100)]
    waiting = [Span(State.BLOCKED, 0, 60), Span(R, 60, 100)]
    assert bottleneck({"A": spans, "B": waiting}).momentary == (Momentary("A", 0, 100),)


def test_a_break_ends_a_period_and_is_no_observed_time() -> None:
    both = [Span(R, 0, 100), Span(State.BREAK, 100, 130), Span(R, 130, 200)]
    found = bottleneck({"A": both, "B": [Span(B, 0, 100), Span(State.BREAK, 100, 200)]})
    assert [(m.begin_us, m.end_us) for m in found.momentary] == [(0, 100), (130, 200)]
    assert found.shares[0].sole == 1.0


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("slow_at", [1, 3, 6])
def test_the_slow_station_of_a_line_is_found(seed: int, slow_at: int) -> None:
    found = bottleneck(simulate(line(slow=1.3, at=slow_at), units=1500, seed=seed).spans)
    assert found.station == f"ST-{slow_at}0"


# -- in general ----------------------------------------------------------------------------------

SPANS = st.lists(
    st.tuples(st.sampled_from(list(State)), st.integers(1, 12)), min_size=1, max_size=12
)


def laid(parts: list[tuple[State, int]]) -> list[Span]:
    spans, at = [], 0
    for state, lasts in parts:
        spans.append(Span(state, at, at + lasts))
        at += lasts
    return spans


def longest_at(moment: int, stations: dict[str, list[Span]]) -> str | None:
    """By looking at each moment alone."""
    best: tuple[int, int, str] | None = None
    for station, spans in stations.items():
        active = {t for s in spans if s.state in ACTIVE for t in range(s.begin_us, s.end_us)}
        if moment in active:
            begin = next(t for t in range(moment, -2, -1) if t not in active) + 1
            end = next(t for t in range(moment, 1000) if t not in active)
            rank = (begin - end, begin, station)
            best = rank if best is None else min(best, rank)
    return None if best is None else best[2]


@given(st.lists(SPANS, min_size=1, max_size=4))
def test_at_each_moment_the_longest_active_period_is_the_bottleneck(
    parts: list[list[tuple[State, int]]],
) -> None:
    stations = {f"ST-{number}": laid(found) for number, found in enumerate(parts)}
    found = bottleneck(stations)
    end = max(spans[-1].end_us for spans in stations.values())
    for moment in range(end):
        here = [m for m in found.momentary if m.begin_us <= moment < m.end_us]
        assert [m.station for m in here] == [s for s in [longest_at(moment, stations)] if s]
    assert all(0 <= share.sole <= 1 and 0 <= share.shifting <= 1 for share in found.shares)
    sole = sum(share.sole for share in found.shares)
    reigned = sum(m.end_us - m.begin_us for m in found.momentary)
    shifting = sum(m.end_us - m.begin_us for m in found.momentary if m.shifting_with)
    observed = len({
        t for spans in stations.values() for s in spans
        if s.state not in (State.BREAK, State.NO_DATA) for t in range(s.begin_us, s.end_us)
    })  # fmt: skip
    if observed:
        assert sole == pytest.approx((reigned - shifting) / observed)
