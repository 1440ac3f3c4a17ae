"""Control charts and capability against published worked examples, by the command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.capability import LEAST_VALUES
from analysis.control_charts import i_mr, p_chart, xbar_r
from analysis.distributions import chi_square_quantile
from analysis.proportions import wilson
from analysis.run_rules import nelson, western_electric
from analysis.slow_shifts import cusum
from analysis.spc_constants import c4
from app.cli import main

PISTON_RINGS = Path(__file__).parents[1] / "fixtures" / "spc" / "piston_rings.csv"
#: NIST/SEMATECH e-Handbook, 6.3.2.2.
FLOW_RATE = (49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)
#: Montgomery, chapter 7: defective cans of orange juice in 30 samples of 50.
CANS = (
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22,
    8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
)  # fmt: skip
#: Montgomery, chapter 7: defects on 26 samples of 100 circuit boards.
BOARDS = (
    21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16,
    19, 17, 15,
)  # fmt: skip
#: Montgomery, chapter 7: defects in dyed cloth, and the inspected units of each roll.
CLOTH = ((14, 10), (12, 8), (20, 13), (11, 10), (7, 9.5), (10, 10), (21, 12), (16, 10.5),
         (19, 12), (23, 12.5))  # fmt: skip


def analyse(capsys: pytest.CaptureFixture[str], path: Path, *words: str) -> dict[str, Any]:
    main(["analyse", "spc", str(path), *words, "--json"])
    found: dict[str, Any] = msgspec.json.decode(capsys.readouterr().out)
    return found


def values_file(folder: Path, values: tuple[float, ...], *, sizes: float | None = None) -> Path:
    head = "value" if sizes is None else "value,n"
    lines = [str(v) if sizes is None else f"{v},{sizes}" for v in values]
    path = folder / "values.csv"
    path.write_text("\n".join([head, *lines]))
    return path


# -- what is wrong is said ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words", "sentence"),
    [
        ("", (), "expected a first line with the column"),
        ("diameter\n1\n", (), "expected a first line with the column"),
        ("value\n1\nabout 2\n", (), "line 3: value is 'about 2', expected a number"),
        ("value\n1\nnan\n", (), "line 3: value is 'nan', expected a number"),
        ("value\n1\n", (), "needs at least 2 values, there are 1"),
        ("value\n1\n2\n", ("--chart", "xbar-r"), 'needs the column "subgroup"'),
        ("value\n1\n2\n", ("--chart", "p"), 'needs the column "n"'),
        ("value,subgroup\n1,a\n2,a\n3,b\n", ("--chart", "xbar-r"), "subgroup 2 has 1 values"),
        ("value,n\n1,50\n2,60\n", ("--chart", "np"), "use a p chart"),
        ("value,n\n1,50\n2,\n", ("--chart", "p"), 'needs the column "n" in every line'),
        ("value,family\n1,a\n2,\n", ("--chart", "z-mr"), 'the column "family" in every line'),
        ("value,n\n1,50\n2,0\n", ("--chart", "u"), "point 2 is 2 in a sample of 0"),
        ("value,n\n60,50\n", ("--chart", "p"), "point 1 is 60 in a sample of 50"),
        ("value,n\n60,50\n", ("--chart", "np"), "point 1 is 60 in a sample of 50"),
        ("value\n-1\n", ("--chart", "c"), "point 1 is -1: nobody can have counted that"),
        ("value,n\n1,50\n", ("--chart", "p", "--target", "2"), "0 or more, and at most 1"),
        ("value\n1\n2\n", ("--sigma", "nan"), "--sigma nan: must be a number"),
        ("value\n1\n2\n", ("--chart", "capability"), "needs --lsl or --usl"),
        ("value\n1\n2\n", ("--lambda", "0"), "must be above 0"),
        ("value\n5\n5\n", ("--chart", "cusum"), "all values are equal"),
    ],
)
def test_a_file_that_makes_no_chart_is_refused_with_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: str,
    words: tuple[str, ...],
    sentence: str,
) -> None:
    path = tmp_path / "values.csv"
    path.write_text(content)
    assert main(["analyse", "spc", str(path), *words]) == 2
    assert sentence in capsys.readouterr().err


def test_a_file_that_is_not_there_is_refused_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyse", "spc", str(tmp_path / "none.csv")]) == 2
    assert "cannot be read as CSV (No such file or directory)" in capsys.readouterr().err


def test_capability_is_refused_below_thirty_values(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = values_file(tmp_path, tuple(float(i % 3) for i in range(LEAST_VALUES - 1)))
    assert main(["analyse", "spc", str(path), "--chart", "capability", "--lsl", "-5"]) == 1
    assert "needs at least 30 values, there are 29" in capsys.readouterr().out


def test_capability_is_refused_while_the_chart_alarms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = values_file(tmp_path, (*(float(i % 2) for i in range(40)), 30.0))
    found = analyse(capsys, path, "--chart", "capability", "--usl", "50")
    assert "the chart alarms at point 41" in found["refused"]
    assert "cpk" not in found


# -- published cases ---------------------------------------------------------------------------


def test_piston_rings_have_the_published_mean_and_range_charts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = analyse(capsys, PISTON_RINGS, "--chart", "xbar-r")
    assert found["centre"] == pytest.approx(74.00118, abs=5e-6)
    assert found["sigma"] == pytest.approx(0.009785039, abs=5e-10)
    assert (found["lower"], found["upper"]) == pytest.approx((73.98805, 74.0143), abs=5e-6)
    assert found["spread"]["centre"] == pytest.approx(0.02276, abs=5e-6)
    assert found["spread"]["lower"] == 0
    assert found["spread"]["upper"] == pytest.approx(0.04812533, abs=5e-9)
    assert found["alarms"] == []


def test_piston_rings_have_the_published_ewma_limits(capsys: pytest.CaptureFixture[str]) -> None:
    found = analyse(capsys, PISTON_RINGS, "--chart", "ewma", "--lambda", "0.2")
    assert (found["lower"][0], found["upper"][0]) == pytest.approx((73.99855, 74.00380), abs=5e-6)
    assert (found["lower"][24], found["upper"][24]) == pytest.approx(
        (73.99680, 74.00555), abs=5e-6
    )


def test_piston_rings_have_the_published_capability(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--chart", "capability", "--lsl", "73.95", "--usl", "74.05")
    found = analyse(capsys, PISTON_RINGS, *words)
    assert found["cp"]["value"] == pytest.approx(1.703, abs=5e-4)
    assert found["cpk"]["value"] == pytest.approx(1.663, abs=5e-4)
    assert found["cp"]["low"] == pytest.approx(1.491, abs=1.5e-3)
    assert found["cp"]["high"] == pytest.approx(1.915, abs=1.5e-3)


def test_flow_rates_have_the_published_individuals_chart() -> None:
    chart = i_mr(FLOW_RATE)
    assert chart.location.centre == pytest.approx(50.81)
    limits = (chart.location.lower[0], chart.location.upper[0])
    assert limits == pytest.approx((45.8159, 55.8041), abs=5e-4)
    assert chart.spread.centre == pytest.approx(1.8778, abs=5e-5)
    assert chart.spread.upper[0] == pytest.approx(6.1349, abs=5e-4)


@pytest.mark.parametrize(
    ("chart", "samples", "published"),
    [
        ("p", (CANS, 50), (0.2313333, 0.05242755, 0.4102391)),
        ("c", (BOARDS, None), (19.84615, 6.481447, 33.21086)),
    ],
)
def test_attribute_charts_have_the_published_limits(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    chart: str,
    samples: tuple[tuple[float, ...], float | None],
    published: tuple[float, float, float],
) -> None:
    path = values_file(tmp_path, samples[0], sizes=samples[1])
    found = analyse(capsys, path, "--chart", chart)
    got = (found["centre"], found["lower"], found["upper"])
    assert got == pytest.approx(published, rel=5e-7)


def test_a_u_chart_has_limits_that_move_with_the_sample(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cloth.csv"
    path.write_text("value,n\n" + "\n".join(f"{k},{n}" for k, n in CLOTH))
    found = analyse(capsys, path, "--chart", "u")
    # The published example: 153 defects in 107.5 units, 1.42 a unit.
    assert found["centre"] == pytest.approx(1.42, abs=5e-3)
    assert found["upper"][0] == pytest.approx(2.555, abs=5e-4)
    assert found["upper"][1] > found["upper"][0]


@pytest.mark.parametrize(
    ("scores", "rule", "points"),
    [
        ((0, 3.2, -3.5, 2.9), 1, [2, 3]),
        ((0, 2.5, 1, 2.6, 0), 2, [4]),
        ((0, 1.2, 1.3, 0.2, 1.4, 1.5), 3, [6]),
        ((-1, -1, -1, -1, -1, -1, -1, -1, 1), 4, [8]),
    ],
)
def test_western_electric_rules_fire_where_published(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    scores: tuple[float, ...],
    rule: int,
    points: list[int],
) -> None:
    path = values_file(tmp_path, scores)
    found = analyse(capsys, path, "--chart", "i-mr", "--target", "0", "--sigma", "1")
    assert found["western_electric"][str(rule)] == points


def test_nelson_rule_four_fires_at_fourteen_and_fifteen_alternating_points() -> None:
    assert nelson([(-1.0) ** i for i in range(15)])[4] == [14, 15]


def test_nelson_rule_eight_wants_both_sides() -> None:
    assert 8 not in nelson([1.2] * 8)
    assert nelson([1.2, -1.2] * 4)[8] == [8]


def test_cusum_has_the_published_sums(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = values_file(tmp_path, (1.5, 0.5, 0.6, -1.5, -0.5, -0.8))
    words = ("--chart", "cusum", "--target", "0", "--sigma", "1", "--k", "0.5")
    found = analyse(capsys, path, *words)
    assert found["c_plus"] == pytest.approx([1, 1, 1.1, 0, 0, 0])
    assert found["c_minus"] == pytest.approx([0, 0, 0, -1, -1, -1.3])


def test_wilson_intervals_are_the_published_ones() -> None:
    assert wilson(0, 10) == pytest.approx((0, 0.2775), abs=5e-5)
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=5e-5)
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize("chart", ["p", "np"])
@pytest.mark.parametrize(("defective", "interval"), [(0, (0, 0.2775)), (8, (0.4902, 0.9433))])
def test_a_p_chart_says_the_published_interval_of_its_proportion(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    chart: str,
    defective: int,
    interval: tuple[float, float],
) -> None:
    path = values_file(tmp_path, (defective,), sizes=10)
    found = analyse(capsys, path, "--chart", chart)["proportion"]
    assert found["value"] == defective / 10
    assert (found["low"], found["high"]) == pytest.approx(interval, abs=5e-5)


def test_half_a_defective_unit_has_no_proportion(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "proportion" not in analyse(
        capsys, values_file(tmp_path, (0.5,), sizes=10), "--chart", "p"
    )


@pytest.mark.parametrize(
    ("p", "freedom", "value"),
    [(0.05, 1, 0.00393), (0.95, 1, 3.841), (0.025, 10, 3.247), (0.975, 24, 39.364),
     (0.025, 124, 95.070)],
)  # fmt: skip
def test_chi_square_quantiles_are_those_of_the_tables(
    p: float, freedom: int, value: float
) -> None:
    assert chi_square_quantile(p, freedom) == pytest.approx(value, abs=6e-4)


@pytest.mark.parametrize(("size", "value"), [(2, 0.7979), (5, 0.9400), (25, 0.9896)])
def test_c4_is_that_of_the_tables(size: int, value: float) -> None:
    assert c4(size) == pytest.approx(value, abs=5e-5)


# -- for any values ----------------------------------------------------------------------------

_numbers = st.floats(-1e6, 1e6, allow_subnormal=False)


@given(st.lists(st.lists(_numbers, min_size=4, max_size=4), min_size=2, max_size=30))
def test_moving_every_value_moves_the_chart_and_no_alarm(groups: list[list[float]]) -> None:
    here = xbar_r(groups)
    there = xbar_r([[value + 512.0 for value in group] for group in groups])
    assert there.location.centre == pytest.approx(here.location.centre + 512.0, rel=1e-6, abs=1e-3)
    assert there.sigma == pytest.approx(here.sigma, rel=1e-6, abs=1e-6)


@given(st.lists(st.floats(-6, 6), max_size=40))
def test_a_mirrored_chart_breaks_the_same_rules(scores: list[float]) -> None:
    mirrored = [-score for score in scores]
    assert western_electric(scores) == western_electric(mirrored)
    assert nelson(scores) == nelson(mirrored)
    here, there = (cusum(x, centre=0, sigma=1) for x in (scores, mirrored))
    assert here.alarms == there.alarms


@given(st.integers(1, 500), st.data())
def test_a_wilson_interval_holds_its_share(trials: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, trials))
    low, high = wilson(successes, trials)
    assert 0 <= low <= successes / trials <= high <= 1


def test_a_p_chart_never_leaves_zero_to_one() -> None:
    chart = p_chart([0, 1, 2], [2, 2, 2])
    assert min(chart.lower) >= 0
    assert max(chart.upper) <= 1
