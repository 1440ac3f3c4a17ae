"""Torque curves read on planted faults, and ``asbuilt analyse curves`` on plain files."""

from __future__ import annotations

import csv
import json
import random
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from analysis.curve_signatures import ALARM, FROZEN, OK, judge, with_frozen
from analysis.curve_windows import (
    LEAST_CURVES,
    NotEnoughCurves,
    learn,
    left_windows,
    width_in_sigma,
)
from analysis.curves import (
    BEFORE,
    FINAL,
    SNUG,
    TOTAL,
    WORK,
    Trace,
    UnreadableCurve,
    features_of,
)
from app.cli import main
from tests.helpers.curve_plant import FAULTS, good_joint, planted, tightened

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.helpers.curve_plant import Planted

#: What a fault is called; either washer looks the same to a curve.
NAMED = {name: name.replace("missing_", "").replace("wrong_", "") for name in FAULTS}


def read(curve: Planted) -> dict[str, float]:
    return features_of(Trace(curve.angle_deg, curve.torque_nm))


def many(truth: str, count: int, chance: random.Random) -> list[dict[str, float]]:
    return [read(planted(truth, chance)) for _ in range(count)]


def confusion(
    learned: list[dict[str, float]], chance: random.Random, *, good: int, bad: int
) -> dict[str, Counter[str]]:
    """What each truth was called: "ok", "unnamed" for windows left without a name, a signature."""
    windows = learn(learned)
    table: dict[str, Counter[str]] = {}
    for truth, count in [("ok", good), *((fault, bad) for fault in FAULTS)]:
        verdicts = [judge(curve, windows) for curve in many(truth, count, chance)]
        table[truth] = Counter(
            OK if v.verdict == OK else v.signature or "unnamed" for v in verdicts
        )
    return table


def test_too_few_curves_make_no_windows() -> None:
    with pytest.raises(NotEnoughCurves, match=r"29 curves are not enough .* at least 30"):
        learn([{FINAL: 25.0}] * (LEAST_CURVES - 1))


@pytest.mark.parametrize(
    ("angle", "torque", "why"),
    [
        ([1.0, 2.0], [0.1, 0.2], "samples: 2;"),
        ([1.0, 2.0, 3.0], [0.1] * 5, "3 angles do not fit 5 torques"),
        ([1.0, 2.0, float("nan"), 4.0, 5.0], [0.1] * 5, "not a number"),
    ],
)
def test_what_is_no_curve_says_why(angle: list[float], torque: list[float], why: str) -> None:
    with pytest.raises(UnreadableCurve, match=why):
        features_of(Trace(angle, torque))


@given(st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(-500, 500)), min_size=5, max_size=60))
def test_any_samples_that_are_numbers_can_be_read(samples: list[tuple[float, float]]) -> None:
    angle, torque = zip(*samples, strict=True)
    found = features_of(Trace(angle, torque))
    assert found[FINAL] == torque[-1]
    assert found[TOTAL] == angle[-1] - angle[0]


@given(st.floats(-1000, 1000), st.integers(0, 2**32))
def test_where_the_angle_begins_to_count_changes_nothing(shift: float, seed: int) -> None:
    curve = planted("ok", random.Random(seed))  # noqa: S311 - a simulated joint
    moved = features_of(Trace([a + shift for a in curve.angle_deg], curve.torque_nm))
    assert moved == pytest.approx(read(curve), rel=1e-6, abs=1e-6)


def test_the_numbers_of_a_drawn_curve_are_those_reckoned_by_hand() -> None:
    """Half a turn at 1 N·m, then from nothing to 20 N·m in 40°: 0.5 N·m a degree."""
    angle = [float(a) for a in range(221)]
    torque = [1.0 if a <= 180 else max(1.0, (a - 180) / 2) for a in angle]
    found = features_of(Trace(angle, torque, ["run"] * 181 + ["final"] * 40))
    assert found[SNUG] == pytest.approx(40, abs=0.01)
    assert found[BEFORE] == 1.0
    assert found[TOTAL] == 220
    assert found["peak_nm:run"] == 1.0
    assert found["peak_nm:final"] == 20.0
    # 182° at 1 N·m, then a trapezoid from 1 to 20 N·m over 38°, in rad.
    assert found[WORK] == pytest.approx((182 + 38 * 10.5) * 3.14159265 / 180)


def test_a_curve_without_its_run_down_has_no_torque_before_snug() -> None:
    found = features_of(Trace([float(a) for a in range(41)], [a / 2 for a in range(41)]))
    assert BEFORE not in found
    assert found[SNUG] == pytest.approx(40)


def test_windows_are_wider_the_fewer_the_curves_and_end_at_the_normal_quantile() -> None:
    widths = [width_in_sigma(count) for count in (30, 100, 1000, 100_000)]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] == pytest.approx(3.09, abs=0.05)


def test_a_step_that_is_missing_has_left_its_window() -> None:
    chance = random.Random(3)  # noqa: S311 - simulated
    learned = [{FINAL: chance.gauss(25, 0.2), "peak_nm:2": chance.gauss(25, 0.2)}] * 40
    (left,) = left_windows({FINAL: learned[0][FINAL]}, learn(learned))
    assert (left.name, left.value) == ("peak_nm:2", None)


@pytest.mark.parametrize("count", [LEAST_CURVES, 200])
def test_planted_faults_are_found_and_named_and_good_curves_let_be(count: int) -> None:
    """Stated: each fault found in 97 of 100 and named in 95; at most 1 of 100 good ones alarms."""
    chance = random.Random(count)  # noqa: S311 - simulated
    table = confusion(many("ok", count, chance), chance, good=300, bad=40)
    told = {truth: dict(called) for truth, called in table.items()}
    assert table["ok"]["ok"] >= 0.99 * 300, told
    for fault in FAULTS:
        assert table[fault]["ok"] <= 0.03 * 40, told
        assert table[fault][NAMED[fault]] >= 0.95 * 40, told


def test_some_bad_curves_among_those_learned_from_do_not_blind_it() -> None:
    """One in twenty was OK by mistake of the controller."""
    chance = random.Random(11)  # noqa: S311 - simulated
    by_mistake = [curve for fault in ("cross_thread", "stick_slip", "wrong_washer")
                  for curve in many(fault, 2, chance)]  # fmt: skip
    table = confusion([*many("ok", 114, chance), *by_mistake], chance, good=100, bad=20)
    assert table["ok"]["ok"] >= 99
    assert all(table[fault][NAMED[fault]] >= 19 for fault in FAULTS)


def test_a_nut_that_turns_hard_and_goes_all_the_way_names_its_window_and_no_fault() -> None:
    chance = random.Random(5)  # noqa: S311 - simulated
    windows = learn(many("ok", 60, chance))
    joint = good_joint(chance)
    hard = tightened("locking nut", replace(joint, idle_nm=3.5), chance)
    verdict = judge(read(hard), windows)
    assert verdict.verdict == ALARM
    assert verdict.signature is None
    assert BEFORE in {left.name for left in verdict.left}


def test_what_tells_a_cross_thread_is_said_first() -> None:
    chance = random.Random(6)  # noqa: S311 - simulated
    windows = learn(many("ok", 60, chance))
    verdict = judge(read(planted("cross_thread", chance)), windows)
    first = verdict.left[0]
    assert (verdict.signature, first.name) == ("cross_thread", BEFORE)
    assert first.value is not None
    assert first.value > first.window.high > first.window.most


def test_a_tool_that_says_the_same_five_times_is_an_alarm() -> None:
    good = judge({FINAL: 25.0}, {})
    assert with_frozen(good, [25.1, 24.9, 25.0, 25.0, 25.0, 25.0]).verdict == OK
    assert with_frozen(good, [25.1, *[25.0] * 5]).signature == FROZEN
    # One that shows whole newton metres does so by chance.
    assert with_frozen(good, [25.0] * 30 + [24.0] * 3 + [25.0] * 5).verdict == OK


# --- on files


def write_csv(path: Path, curves: Iterable[Planted], *, comma: bool = False) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, delimiter=";" if comma else ",")
        out.writerow(["curve_id", "angle_deg", "torque_nm"])
        for number, curve in enumerate(curves):
            for angle, torque in zip(curve.angle_deg, curve.torque_nm, strict=True):
                row = [f"{curve.truth}-{number}", str(angle), str(torque)]
                out.writerow([cell.replace(".", ",") for cell in row] if comma else row)
    return path


def to_parquet(path: Path) -> Path:
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    table = pa.table(
        {
            "curve_id": [row["curve_id"] for row in rows],
            "angle_deg": [float(row["angle_deg"]) for row in rows],
            "torque_nm": [float(row["torque_nm"]) for row in rows],
            "time_s": [n / 1000 for n in range(len(rows))],
        }
    )
    target = path.with_suffix(".parquet")
    parquet.write_table(table, target)
    return target


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """OK curves to learn from, and one of each truth to score."""
    chance = random.Random(1)  # noqa: S311 - simulated
    folder = tmp_path_factory.mktemp("curves")
    learned = write_csv(folder / "ok.csv", [planted("ok", chance) for _ in range(40)])
    new = [planted(truth, chance) for truth in ("ok", *FAULTS)]
    return learned, write_csv(folder / "new.csv", new)


def analysed(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    assert main(["analyse", "curves", *map(str, words), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_each_curve_of_a_file_gets_its_verdict(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    learned, new = files
    found = analysed(capsys, "--learn", learned, "--score", new)
    assert found["learned"] == 40
    said = {one["curve_id"].rpartition("-")[0]: one["signature"] for one in found["curves"]}
    assert said == {"ok": None, **NAMED}
    assert [one["verdict"] for one in found["curves"]] == [OK] + [ALARM] * len(FAULTS)
    cross = next(one for one in found["curves"] if one["signature"] == "cross_thread")
    first = cross["left"][0]
    assert first["window"] == "before_snug_nm"
    assert first["low"] <= first["usual"] <= first["high"] < first["value"]


def test_parquet_gives_what_csv_gives(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    learned, new = files
    by_csv = analysed(capsys, new, "--learn", learned)
    assert analysed(capsys, to_parquet(new), "--learn", to_parquet(learned)) == by_csv


def test_numbers_with_a_comma_are_read_between_semicolons(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(1)  # noqa: S311 - as the fixture's
    good = [planted("ok", chance) for _ in range(40)]
    learned = write_csv(tmp_path / "ok.csv", good, comma=True)
    assert analysed(capsys, "--learn", learned) == analysed(capsys, "--learn", files[0])


def test_without_json_it_is_said_in_lines(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    learned, new = files
    assert main(["analyse", "curves", str(new), "--learn", str(learned)]) == 0
    out = capsys.readouterr().out
    assert "learned from 40 curves" in out
    assert "re_hit-3: alarm, re_hit, snug_deg" in out


def test_a_curve_of_three_samples_is_unreadable_and_stops_no_other(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "short.csv"
    rows = ["a,1,0.1", "a,2,0.2", "a,3,0.3", *(f"b,{n},{n / 10}" for n in range(20))]
    new.write_text("\n".join(["curve_id,angle_deg,torque_nm", *rows]))
    found = analysed(capsys, "--learn", files[0], "--score", new)
    assert [one["verdict"] for one in found["curves"]] == ["unreadable", "alarm"]
    assert "samples: 3" in found["curves"][0]["reason"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("curve_id,angle_deg\na,1\n", "the column 'torque_nm' is missing"),
        ("curve_id,angle_deg,torque_nm\n", "no samples"),
        ("curve_id,angle_deg,torque_nm\na,1,x\n", "line 2: torque_nm is 'x', expected a number"),
        ("curve_id,angle_deg,torque_nm\n,1,2\n", "line 2: curve_id is empty"),
        ("curve_id,angle_deg,torque_nm\na,1,2\n", "curve a: samples: 1"),
        ("curve_id,angle_deg,torque_nm,step\na,1,2,1\na,2,3,\n", "curve a: some samples have"),
    ],
)
def test_a_file_that_cannot_be_learned_from_is_refused_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, said: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(content)
    assert main(["analyse", "curves", "--learn", str(path)]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("name", ["none.csv", "none.parquet"])
def test_a_file_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["analyse", "curves", "--learn", str(tmp_path / name)]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_too_few_curves_in_a_file_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(2)  # noqa: S311 - simulated
    path = write_csv(tmp_path / "few.csv", [planted("ok", chance) for _ in range(5)])
    assert main(["analyse", "curves", "--learn", str(path)]) == 2
    assert "5 curves are not enough" in capsys.readouterr().err
