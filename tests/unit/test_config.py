"""A wrong configuration file is answered with the file, the key and what was expected."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from app.cli import main
from app.domain.errors import InvalidInput
from app.domain.scans import ScanKind
from app.runtime.config import ShiftSection, data_folder, load_config, scan_patterns
from app.runtime.shifts import shift_at
from app.scanning.parser import parse_scan

STATION = '[station]\nid = "ST-040"\nname = "Gearbox mount"\nline = "L4"\n'
TOOL = '[[device]]\nname = "T-07"\nkind = "tool"\nurl = "openprotocol://10.0.0.7:4545"\n'
SCAN = "[[scan]]\nkind = \"unit\"\npattern = 'GX(?P<value>\\d{6})'\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "station.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[station", "not valid TOML"),
        ('[station]\nid = "ST-040"\n', "station: object missing required field `name`"),
        (STATION + "[screen]\npx_per_mm = '4'\n", "screen.px_per_mm: expected `float`"),
        (STATION + "[screen]\npedal_key = 'Return'\n", "screen.pedal_key: expected F5 to F24"),
        (
            STATION + "[screen]\nlanguage = 'fr'\n",
            "screen.language: expected one of en, de, es, pl, zh, got 'fr'",
        ),
        (STATION + "[screen]\npx_per_mm = 0\n", "screen.px_per_mm: expected above 0, got 0"),
        (STATION + "[people]\nidle_after_min = -1\n", "people.idle_after_min: expected minutes"),
        (STATION + "[screen]\ncolour = 1\n", "screen: object contains unknown field `colour`"),
        (STATION.replace("ST-040", "ST 040"), "station.id: expected 1 to 32 letters"),
        (STATION + '[server]\nurl = "plant"\n', "server.url: expected http(s)://host:port"),
        (
            STATION + TOOL.replace("openprotocol", "http"),
            "device[0].url: expected openprotocol://",
        ),
        (STATION + TOOL + TOOL, "device[0].name: 'T-07' is used twice"),
        (STATION + SCAN.replace("unit", "pallet"), "scan[0]: scan pattern"),
        (STATION + SCAN.replace("value", "number"), "no field 'number'"),
        (STATION + SCAN.replace("(", ""), "not a regular expression"),
        (STATION + TOOL.replace('"tool"', '"wrench"'), "device[0].kind: invalid enum value"),
    ],
)
def test_a_mistake_is_named_by_file_key_and_expectation(
    tmp_path: Path, text: str, says: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(InvalidInput) as caught:
        load_config(path)
    assert says in str(caught.value).replace("[...]", "[0]")
    assert str(path) in str(caught.value)


def test_a_good_file_is_read_with_its_data_beside_it(tmp_path: Path) -> None:
    path = written(tmp_path, STATION + TOOL)
    config = load_config(path)
    assert config.device[0].url == "openprotocol://10.0.0.7:4545"
    assert data_folder(config, path) == tmp_path.resolve() / "data"


def test_the_plants_own_codes_are_known_beside_ours(tmp_path: Path) -> None:
    patterns = scan_patterns(load_config(written(tmp_path, STATION + SCAN)))
    assert parse_scan("GX000231", patterns=patterns).value == "000231"
    assert parse_scan("0418-77231", patterns=patterns).kind is ScanKind.UNKNOWN
    assert parse_scan("CMD:OK", patterns=patterns).kind is ScanKind.COMMAND


def test_the_command_answers_a_wrong_file_with_exit_code_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["config", "check", str(tmp_path / "none.toml")]) == 2
    assert "none.toml: cannot be read" in capsys.readouterr().err
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\xff\x00")
    assert main(["config", "check", str(picture)]) == 2
    assert "picture.png: not UTF-8 text" in capsys.readouterr().err
    assert main(["config", "check", str(written(tmp_path, STATION))]) == 0


def test_an_unknown_command_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["jurnal"]) == 2
    assert "journal" in capsys.readouterr().err


def test_wrong_words_give_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["config", "check"])
    assert caught.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("clock", "name"),
    [("05:59", "Night"), ("06:00", "Early"), ("21:59", "Late"), ("22:00", "Night")],
)
def test_the_night_shift_lasts_over_midnight(clock: str, name: str) -> None:
    shifts = [
        ShiftSection("Late", time(14)),
        ShiftSection("Night", time(22)),
        ShiftSection("Early", time(6)),
    ]
    assert shift_at(time.fromisoformat(clock), shifts) == name


def test_a_station_without_shifts_has_none() -> None:
    assert shift_at(time(12), ()) == ""
