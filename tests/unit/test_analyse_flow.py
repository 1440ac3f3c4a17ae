"""``asbuilt analyse bottleneck|promise|oee`` on plain files."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.cli import main
from tests.helpers.line_simulation import SimulatedStation, simulate

BEGAN = datetime(2026, 11, 20, 6, tzinfo=UTC)
OEE_HEAD = "planned_shift_min,breaks_min,stops_min,ideal_cycle_s,made,bad"
STATES_HEAD = "station,state,start,end"


def analysed(capsys: pytest.CaptureFixture[str], kind: str, path: Path, *words: str) -> list[Any]:
    assert main(["analyse", kind, str(path), *words, "--json"]) == 0
    return [msgspec.json.decode(line) for line in capsys.readouterr().out.splitlines()]


def written(folder: Path, *lines: str) -> Path:
    path = folder / "given.csv"
    path.write_text("\n".join(lines))
    return path


def finished(folder: Path, count: int, every_s: float = 60) -> Path:
    times = (BEGAN + timedelta(seconds=every_s * n) for n in range(count))
    return written(folder, "finished_at", *(at.isoformat() for at in times))


# -- what is wrong is said -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "lines", "sentence"),
    [
        ("oee", ("made,bad", "1,0"), 'expected a column "planned_shift_min"'),
        ("oee", (OEE_HEAD,), "there are none"),
        ("oee", (OEE_HEAD, "480,60,47,1.0,abc,0"), "line 2: made is 'abc', expected a number"),
        ("oee", (OEE_HEAD, "480,60,,1.0,10,0"), "line 2: stops_min is empty"),
        ("oee", (OEE_HEAD, "480,60,-1,1.0,10,0"), "line 2: stops_min is -1"),
        ("oee", (OEE_HEAD, "480,500,0,1.0,10,0"), "breaks_min is more than planned"),
        ("oee", (OEE_HEAD, "480,60,421,1.0,10,0"), "stops are more than the shift"),
        ("oee", (OEE_HEAD, "480,60,47,1.0,10.5,0"), "expected whole numbers"),
        ("oee", (OEE_HEAD, "480,60,47,1.0,10,11"), "line 2: bad is more than made"),
        ("promise --ahead 5", ("at", "1"), 'expected a column "finished_at"'),
        ("promise --ahead 5", ("finished_at", "1", "2"), "needs 21 finished units"),
        ("promise --ahead 5", ("finished_at", "1", "soon"), "line 3: finished_at is 'soon'"),
        ("promise --ahead 5", ("finished_at", "today"), "expected a time like 2026-"),
        ("promise --ahead 5", ("finished_at", "0001-01-01"), "expected a time like 2026-"),
        ("promise --ahead 0", ("finished_at", "1"), "--ahead 0: expected 1 to 10000"),
        ("bottleneck", (STATES_HEAD,), "there are none"),
        ("bottleneck", (STATES_HEAD, "A,asleep,0,1"), "state is 'asleep', expected one of"),
        ("bottleneck", (STATES_HEAD, "A,running,5,1"), "line 2: ends before it starts"),
        (
            "bottleneck",
            (STATES_HEAD, "A,running,0,9", "B,running,0,9", "A,stopped,8,10"),
            "lines 2 and 4: A is in both at the same time",
        ),
    ],
)
def test_a_file_that_cannot_be_analysed_is_refused_with_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    lines: tuple[str, ...],
    sentence: str,
) -> None:
    path = written(tmp_path, *lines)
    assert main(["analyse", *command.split(), str(path)]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert str(path) in said or "--ahead" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    "document",
    ["{", '{"calendar": "*"}', '{"calendar": "*", "zone": "Europe/Atlantis"}',
     '{"calendar": "*", "zone": "UTC", "patterns": [{"begins": "2026-01-01", "weeks": 0}]}'],
)  # fmt: skip
def test_a_calendar_that_is_none_is_refused_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], document: str
) -> None:
    plan = tmp_path / "calendar.json"
    plan.write_text(document)
    words = ["--ahead", "5", "--calendar", str(plan)]
    assert main(["analyse", "promise", str(finished(tmp_path, 50)), *words]) == 2
    assert f"{plan}: is no shift calendar" in capsys.readouterr().err


# -- OEE -----------------------------------------------------------------------------------------


def test_the_published_oee_by_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, OEE_HEAD, "480,60,47,1.0,19271,423")
    (found,) = analysed(capsys, "oee", path)
    names = ("availability", "effectiveness", "quality", "oee")
    assert [round(found[name], 4) for name in names] == [0.8881, 0.8611, 0.9780, 0.7479]
    assert found["coverage"] == 1
    assert found["losses"]["quality"]["units"] == pytest.approx(423)


def test_time_without_data_is_left_out_and_stands_beside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(
        tmp_path, OEE_HEAD + ",no_data_min", "480,60,42,1.0,10000,0,210", "480,60,42,1.0,10000,0,0"
    )
    silent, whole = analysed(capsys, "oee", path)
    assert (silent["coverage"], whole["coverage"]) == (0.5, 1)
    assert silent["availability"] == pytest.approx(0.8)
    assert whole["availability"] == pytest.approx(0.9)


def test_an_effectiveness_above_one_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, OEE_HEAD, "100,0,0,10,700,0")
    assert main(["analyse", "oee", str(path)]) == 0
    said = capsys.readouterr().out
    assert "effectiveness 1.1667" in said
    assert "above 1, so an input is wrong: effectiveness" in said


# -- promise -------------------------------------------------------------------------------------


def test_a_promise_is_in_seconds_and_says_the_hour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = analysed(capsys, "promise", finished(tmp_path, 301), "--ahead", "30")
    assert (found["p50"], found["p80"], found["p95"], found["n"]) == (1800, 1800, 1800, 300)
    assert found["finished_by"]["p80"] == "2026-11-20T11:30:00Z"
    assert found["p80_kept"] == {"promises": 3, "kept": 3, "share": 1.0}


def test_seconds_and_decimal_places_will_do_for_times(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, "finished_at", *(f"{n * 61.5}" for n in range(30)))
    (found,) = analysed(capsys, "promise", path, "--ahead", "2")
    assert found["p80"] == pytest.approx(123)
    assert found["p80_kept"]["share"] is None


def test_a_promise_beyond_all_years_names_no_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    years = (f"{1950 + 10 * n}-01-01T00:00:00Z" for n in range(30))
    path = written(tmp_path, "finished_at", *years)
    (found,) = analysed(capsys, "promise", path, "--ahead", "10000")
    assert found["finished_by"]["p50"] is None


def test_with_a_calendar_the_night_is_no_slow_unit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Units of two days, 06:00 to 06:20 UTC on each, in a plant that works half an hour a day."""
    times = [BEGAN + timedelta(days=day, minutes=n) for day in (0, 1) for n in range(21)]
    path = written(tmp_path, "finished_at", *(at.isoformat() for at in times))
    day = {"name": "day", "start": "07:00:00", "end": "07:30:00", "days": [1, 2, 3, 4, 5, 6, 7]}
    document = {
        "calendar": "*",
        "zone": "Europe/Berlin",
        "patterns": [{"begins": "2026-01-01", "shifts": [day]}],
    }
    plan = tmp_path / "calendar.json"
    plan.write_text(json.dumps(document))
    words = ("--ahead", "20", "--calendar", str(plan))
    (found,) = analysed(capsys, "promise", path, *words)
    assert found["p50"] < 20 * 2 * 60
    assert found["finished_by"]["p95"].startswith("2026-11-22T06:")
    (naive,) = analysed(capsys, "promise", path, "--ahead", "20")
    assert naive["p95"] > 86_000


def test_the_sentence_says_how_often_such_promises_were_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyse", "promise", str(finished(tmp_path, 301)), "--ahead", "30"]) == 0
    assert "P80 was kept 3 of 3 times (100%)" in capsys.readouterr().out
    assert main(["analyse", "promise", str(finished(tmp_path, 30)), "--ahead", "30"]) == 0
    assert "too few units" in capsys.readouterr().out


# -- bottleneck ----------------------------------------------------------------------------------


def test_the_bottleneck_with_its_shares_and_when_it_was_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ("B,Running,2026-11-20T06:01:00Z,2026-11-20T06:05:00Z",
            "A,running,2026-11-20T07:00:00+01:00,2026-11-20T06:01:40",
            "A,no data,2026-11-20T06:01:40Z,2026-11-20T06:05:00Z")  # fmt: skip
    (found,) = analysed(capsys, "bottleneck", written(tmp_path, STATES_HEAD, *rows))
    assert found["bottleneck"] == "B"
    assert found["stations"][1] == {
        "station": "A",
        "sole": pytest.approx(0.2),
        "shifting": pytest.approx(0.4 / 3),
        "total": pytest.approx(1 / 3),
    }
    assert found["momentary"][1] == {
        "station": "B",
        "start": "2026-11-20T06:01:00Z",
        "end": "2026-11-20T06:01:40Z",
        "kind": "shifting",
        "with": "A",
    }


def test_no_single_bottleneck_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, STATES_HEAD, "A,running,0,100", "B,running,90,185")
    assert main(["analyse", "bottleneck", str(path)]) == 0
    assert "no single bottleneck: the first leads by 2.7 points" in capsys.readouterr().out


def test_the_slow_station_of_a_simulated_line_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = [
        SimulatedStation(f"ST-{n}0", 78 if n == 2 else 60, 0.25, 0.02, 240) for n in range(1, 5)
    ]
    rows = [
        f"{station},{span.state},{span.begin_us / 1e6},{span.end_us / 1e6}"
        for station, spans in simulate(line, units=400, seed=1).spans.items()
        for span in spans
    ]
    (found,) = analysed(capsys, "bottleneck", written(tmp_path, STATES_HEAD, *reversed(rows)))
    assert found["bottleneck"] == "ST-20"
    assert found["momentary"][0]["start"] >= 0
