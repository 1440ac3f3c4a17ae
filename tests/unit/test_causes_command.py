"""``asbuilt analyse causes`` on a plain file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.cli import main

HEAD = "serial,result,lot,minutes_since_refill,product"


def units_file(folder: Path, *, separator: str = ",", bad: str = "NOK", good: str = "OK") -> Path:
    """Lot 4712 fails ten times as often, and so do units more than 80 minutes after a refill."""
    lines = [HEAD]
    for row in range(2_000):
        lot = 4710 + row % 5
        minutes = row * 37 % 100
        fails = row % 11 == 0 if lot == 4712 or minutes >= 80 else row % 101 == 0
        result = bad if fails else good
        lines.append(f"U-{row},{result},{lot},{minutes},P{row % 2}")
    path = folder / "units.csv"
    path.write_text("\n".join(lines).replace(",", separator))
    return path


def causes(capsys: pytest.CaptureFixture[str], path: Path, *words: str) -> list[dict[str, Any]]:
    assert main(["analyse", "causes", str(path), *words, "--json"]) == 0
    return [msgspec.json.decode(line) for line in capsys.readouterr().out.splitlines()]


# -- what is wrong is said ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words", "sentence"),
    [
        ("", (), 'expected a column "nok"; there are: none'),
        ("nok,tool\n1,A\n", (), 'expected a column "lot"; there are: nok, tool'),
        ("nok,lot\nmaybe,A\n", (), "line 2: nok is 'maybe', expected 1 or 0, true or false"),
        ("nok,lot\n1,A,B\n", (), "line 2: 3 columns, expected 2"),
        ("nok,lot\n1,A\n", ("--value", "leak"), "no unit has 'leak' in the column nok"),
        ("nok,lot\n1,A\n", ("--strata", "line"), 'expected a column "line"'),
        ("nok,lot\n1,A\n", ("--as-number", "lot"), "line 2: lot is 'A', expected a number"),
        ("nok,lot\n1,nan\n", ("--as-number", "lot"), "line 2: lot is 'nan', expected a number"),
        ("nok,lot\n1,A\n", ("--shuffles", "0"), "--shuffles 0: must be 1 or more"),
        ("nok,lot\n1,A\n", ("--outcome", "lot"), "lot is the outcome, and cannot be a factor"),
    ],
)
def test_a_file_or_word_that_makes_no_analysis_is_refused_with_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: str,
    words: tuple[str, ...],
    sentence: str,
) -> None:
    path = tmp_path / "units.csv"
    path.write_text(content)
    given = ("--outcome", "nok", "--factors", "lot", *words)
    assert main(["analyse", "causes", str(path), *given]) == 2
    assert sentence in capsys.readouterr().err


def test_factors_that_name_nothing_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["analyse", "causes", str(tmp_path), "--outcome", "nok", "--factors", " , "])
    assert ended.value.code == 2
    assert "expected names of columns" in capsys.readouterr().err


# -- what is found -----------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";"])
def test_lots_are_codes_and_minutes_are_cut(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], separator: str
) -> None:
    path = units_file(tmp_path, separator=separator)
    words = ("--outcome", "result", "--factors", "lot,minutes_since_refill", "--strata", "product")
    found = causes(capsys, path, *words, "--depth", "1")
    by_name = {(hint["factor"], hint["level"]): hint for hint in found}
    assert set(by_name) == {("lot", "4712"), ("minutes_since_refill", "80 to 99")}
    lot = by_name["lot", "4712"]
    assert lot["n"] == 400
    assert len(lot["units"]) == lot["k"]
    assert lot["low"] <= lot["lift"] <= lot["high"]
    assert lot["q"] <= 0.05
    assert by_name["minutes_since_refill", "80 to 99"]["parts"][0]["bounds"] == [80, 99]


def test_the_outcome_may_be_any_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = units_file(tmp_path, bad="leak", good="fine")
    words = ("--outcome", "result", "--value", "leak", "--factors", "lot")
    assert [hint["level"] for hint in causes(capsys, path, *words)] == ["4712"]


def test_codes_may_be_cut_and_numbers_taken_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = units_file(tmp_path)
    words = ("--outcome", "result", "--factors", "minutes_since_refill,lot", "--as-number", "lot")
    found = causes(capsys, path, *words, "--as-code", "minutes_since_refill", "--depth", "1")
    assert "4712 to 4712" in {hint["level"] for hint in found}
    assert "80 to 99" not in {hint["level"] for hint in found}


def test_a_sentence_says_seen_more_often_with_and_never_caused_by(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = units_file(tmp_path)
    assert main(["analyse", "causes", str(path), "--outcome", "result", "--factors", "lot"]) == 0
    said = capsys.readouterr().out
    assert "seen more often with lot 4712:" in said
    assert "units U-" in said
    assert "1 hint from 2000 units" in said
    assert "cause" not in said


def test_no_hint_is_said_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = units_file(tmp_path)
    words = ("--outcome", "result", "--factors", "product")
    assert main(["analyse", "causes", str(path), *words]) == 0
    assert "no hint from 2000 units" in capsys.readouterr().out
    assert causes(capsys, path, *words) == []


def test_dealing_anew_says_how_often_chance_shows_a_hint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = units_file(tmp_path)
    words = ("--outcome", "result", "--factors", "lot,product", "--shuffles", "30")
    (found,) = causes(capsys, path, *words)
    assert (found["shuffles"], found["seed"]) == (30, 1)
    assert found["share_with_hints"] <= 0.05
    assert main(["analyse", "causes", str(path), *words]) == 0
    assert "of 30 deals without any cause" in capsys.readouterr().out
