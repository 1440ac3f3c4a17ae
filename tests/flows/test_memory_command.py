"""``asbuilt memory``: a history goes in, is asked, and comes out again; against a real server."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.cli import main
from memory.importing import read_json_lines
from tests.helpers.plant_rig import server_process

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CSV = """Nr;Beschreibung;Datum;Anlage;Bediener;Maßnahme
1;Drehmoment zu klein an Schraube 3;02.03.2026 08:15;ST-040;Anna;replace_tool
2;Scanner liest das Etikett nicht;03.03.2026 09:15;ST-050;Anna;clean
3;Drehmoment zu klein nach Bitwechsel;04.03.2026 10:15;ST-040;Anna;replace_tool
4;;05.03.2026 11:15;ST-040;Anna;replace_tool
"""
MAPPING = {
    "columns": {
        "Nr": "id",
        "Beschreibung": "text",
        "Datum": "at",
        "Anlage": "context.station",
        "Maßnahme": "response",
    },
    "at_format": "%d.%m.%Y %H:%M",
    "zone": "Europe/Berlin",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("plant")
    with server_process("--data", str(folder), "--port", "0") as (_, ready):
        yield ready["url"]


def test_a_history_goes_in_is_asked_and_comes_out(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history, mapping, words = (tmp_path / name for name in ("h.csv", "map.json", "words.csv"))
    history.write_text(CSV, encoding="utf-8")
    mapping.write_text(json.dumps(MAPPING), encoding="utf-8")
    words.write_text("trq,Drehmoment\n", encoding="utf-8")
    asked = ["memory", "import", str(history), "--server", server, "--mapping", str(mapping)]
    assert main([*asked, "--glossary", str(words)]) == 1
    said = capsys.readouterr()
    assert "row 5, Beschreibung: is empty" in said.err
    done = json.loads(said.out)
    assert (done["told"], done["bad_rows"], done["ignored"]) == (3, 1, ["Bediener"])

    search = ["memory", "search", "trq zu klein", "--server", server]
    assert main([*search, "--limit", "2", "--context", "station=ST-040"]) == 0
    hits = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {hit["id"] for hit in hits} == {"1", "3"}
    assert set(hits[0]) == {"id", "score", "why"}
    assert "Drehmoment" in hits[0]["why"]

    situation = tmp_path / "situation.json"
    situation.write_text('{"text": "Drehmoment zu klein", "context": {"station": "ST-040"}}')
    assert main(["memory", "suggest", "--situation", str(situation), "--server", server]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert {name for name, _ in shown["cases"]} >= {"1", "3"}

    out = tmp_path / "out.jsonl"
    assert main(["memory", "export", "--server", server, "--out", str(out)]) == 0
    exported = out.read_bytes()
    assert [case.case for case in read_json_lines(exported).cases] == ["1", "2", "3"]
    assert b"Anna" not in exported


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "nothing.csv"], "nothing.csv: cannot be read"),
        (["import", "empty.jsonl"], "it has no rows"),
        (["import", "bad.jsonl"], "none of its lines is a JSON object"),
        (["import", "bad.jsonl", "--mapping", "bad.jsonl"], "is no mapping"),
        (["import", "one.jsonl", "--glossary", "bad.jsonl"], "has 1 columns"),
        (["import", "one.jsonl", "--glossary", "latin.csv"], "latin.csv: is not UTF-8"),
        (["suggest", "--situation", "bad.jsonl"], "is no JSON object"),
        (["search", "torque", "--context", "station"], "expected KEY=VALUE"),
        (["search", "torque", "--limit", "0"], "must be 1 or more"),
    ],
)
def test_a_wrong_input_is_a_sentence(
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "empty.jsonl").write_bytes(b"")
    (tmp_path / "bad.jsonl").write_bytes(b"no json\n")
    (tmp_path / "one.jsonl").write_bytes(b'{"text": "t", "at": "2026-01-01T00:00:00Z"}\n')
    (tmp_path / "latin.csv").write_bytes("drehm,Drehmoment größer\n".encode("latin-1"))
    monkeypatch.chdir(tmp_path)
    assert main(["memory", *words, "--server", "http://127.0.0.1:9"]) == 2
    assert said in capsys.readouterr().err
