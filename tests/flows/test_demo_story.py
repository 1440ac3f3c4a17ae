"""The reference story, as a new user runs it: real programs, real protocols, real faults."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

EPCIS_RULES = Path(__file__).parents[1] / "fixtures" / "epcis" / "epcis-2.0-rules.json"
B2MML = "{http://www.mesa.org/xml/B2MML}"


def asbuilt(*words: str, timeout_s: float = 60) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app.cli", *words],
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a story with misbehaving devices, played once."""
    folder = tmp_path_factory.mktemp("story") / "out"
    played = asbuilt(
        "demo", "--headless", "--faults", "--units", "5", "--out", str(folder), timeout_s=500
    )
    assert played.returncode == 0, played.stdout + played.stderr
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def summary(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "summary.json").read_bytes())
    return found


pytestmark = pytest.mark.timeout(600)


def test_nothing_was_lost_and_everything_reached_the_server(summary: dict[str, Any]) -> None:
    assert summary["journal_ok"]
    assert summary["server_in_step"]
    assert summary["outage_survived"]
    assert summary["resumed_after_kill"]
    assert summary["units"] == 5


def test_what_was_wrong_is_on_record(summary: dict[str, Any]) -> None:
    # The three lots, and the noise that the scanner sent.
    assert summary["refused_scans"] == 4
    assert summary["nok"] == 1
    # The failed bolt, and the scratch.
    assert summary["reworked"] == 2
    assert (summary["calls_solved"], summary["handovers"]) == (1, 1)


def test_a_result_fetched_without_its_limits_leaves_one_unit_not_provable(
    summary: dict[str, Any],
) -> None:
    # The one whose gate was bypassed has no proof of it either.
    assert summary["provable"] == 3


def test_a_defect_leads_to_a_decision_rework_and_signatures(summary: dict[str, Any]) -> None:
    assert (summary["defects"], summary["dispositions"], summary["defects_resolved"]) == (1, 1, 1)
    # Rework ordered and verified, who came to help, a bypass opened, a unit accepted by two, a
    # gate verified, the shift handed over and taken over.
    assert summary["signatures"] == 9


def test_the_failed_bolt_is_decided_about_in_five_taps_on_what_held_before(
    summary: dict[str, Any],
) -> None:
    (decided,) = summary["decisions"]
    assert (decided["response"], decided["taps"]) == ("replace_tool", 5)
    assert (decided["held"], decided["closed"]) == (4, 5)


def test_too_few_units_close_no_watch(summary: dict[str, Any]) -> None:
    (decided,) = summary["decisions"]
    # The unit itself and the two after it.
    assert (decided["outcome"], decided["built"], decided["repeats"]) == ("watching", 3, 0)
    assert decided["units"] == 50


def test_who_comes_ticks_what_is_open_and_takes_the_shift_over(summary: dict[str, Any]) -> None:
    # The decision that is watched; that the order goes on needs no tick.
    assert (summary["ticked"], summary["taken_over"]) == (1, 1)
    assert summary["handed_over"] == 2


def test_the_board_tells_what_the_stop_behind_the_station_costs(summary: dict[str, Any]) -> None:
    line = summary["line"]
    (stop,) = line["stops"]
    assert (stop["station"], stop["is_limiting"], stop["priority"]) == ("ST-050", True, 1)
    assert stop["reason"] == "Material, feeding"
    assert stop["moved_min"] >= 18
    assert line["limiting"] == "ST-050"
    assert 0 < line["oee"] < 1
    # The station of the story has been there for a minute of it.
    assert 0 < line["coverage"] < 1
    assert len(line["promised"]) == 3


def test_the_line_is_handed_over_item_by_item_and_signed_by_two(summary: dict[str, Any]) -> None:
    handover = summary["line_handover"]
    assert handover["is_whole"]
    assert 0 < handover["accepted"] == handover["open"] <= handover["items"]
    assert handover["signed"] == ["Lead 12", "Lead 14"]


def test_the_shift_began_with_its_check(out: Path, summary: dict[str, Any]) -> None:
    with sqlite3.connect(f"file:{out / 'station' / 'journal.db'}?mode=ro", uri=True) as db:
        raws = db.execute("SELECT raw FROM event WHERE kind LIKE 'form.%' ORDER BY epoch, seq")
        events = [json.loads(raw) for (raw,) in raws]
    db.close()
    kinds = [event["kind"] for event in events]
    assert kinds == ["form.due", "form.started", "form.completed"]
    assert summary["checks"] == 1
    assert events[-1]["body"]["evidence"] == "provable"
    assert (out / "screens" / "check-done.png").is_file()


def test_the_backlash_is_measured_on_the_first_unit_and_every_second(
    out: Path, summary: dict[str, Any]
) -> None:
    assert summary["samples"] == 3
    with sqlite3.connect(f"file:{out / 'station' / 'journal.db'}?mode=ro", uri=True) as db:
        bodies = [
            json.loads(raw)["body"]
            for (raw,) in db.execute(
                "SELECT raw FROM event WHERE kind = 'measurement.recorded' "
                "AND unit NOT LIKE 'check:%' ORDER BY epoch, seq"
            )
        ]
    db.close()
    assert len(bodies) == 3
    assert {body["calibration"]["record"] for body in bodies} == {"C-2201-91"}


def test_a_bypass_is_for_one_unit_locks_itself_and_is_verified(summary: dict[str, Any]) -> None:
    found = (summary["bypassed"], summary["bypasses_locked"], summary["bypasses_verified"])
    assert found == (1, 1, 1)


def test_a_unit_without_proof_is_accepted_by_two_and_stays_not_provable(
    out: Path, summary: dict[str, Any]
) -> None:
    assert summary["evidence_accepted"] == 1
    said = asbuilt("record", "verify", str(out / "records" / "as-built-0418-77222.json"), "--json")
    assert json.loads(said.stdout)["evidence"] == "not_provable"


def test_a_single_changed_byte_is_found_and_its_event_named(out: Path, tmp_path: Path) -> None:
    # All in one file: the copy has no write-ahead log beside it.
    copy = tmp_path / "journal.db"
    shutil.copytree(out / "station" / "blobs", tmp_path / "blobs")
    with sqlite3.connect(f"file:{out / 'station' / 'journal.db'}?mode=ro", uri=True) as source:
        source.execute("VACUUM INTO ?", (str(copy),))
    source.close()
    assert asbuilt("journal", "verify", str(copy)).returncode == 0
    with sqlite3.connect(copy) as db:
        (raw,) = db.execute("SELECT raw FROM event WHERE seq = 40").fetchone()
        changed = raw.replace(b'"station":"ST-040"', b'"station":"ST-041"')
        assert changed != raw
        db.execute("UPDATE event SET raw = ? WHERE seq = 40", (changed,))
    db.close()
    verdict = asbuilt("journal", "verify", str(copy))
    assert verdict.returncode == 1
    assert json.loads(verdict.stdout)["first_bad"]["seq"] == 40


def test_each_unit_has_its_record_as_pdf(out: Path) -> None:
    records = sorted((out / "records").glob("as-built-*.pdf"))
    assert len(records) == 5
    text = "".join(page.extract_text() for page in PdfReader(records[2]).pages)
    assert "0418-77221" in text
    assert "16.90" in text, "the failed bolt is part of the record"


def test_each_signed_record_is_good_until_one_character_changes(out: Path, tmp_path: Path) -> None:
    key = str(out / "records" / "plant.pub")
    records = sorted((out / "records").glob("as-built-*.json"))
    assert len(records) == 5
    record = records[2].read_text()
    assert asbuilt("record", "verify", str(records[2]), "--key", key).returncode == 0
    changed = tmp_path / "changed.json"
    assert "16.90" in record
    changed.write_text(record.replace("16.90", "26.90", 1))
    assert asbuilt("record", "verify", str(changed), "--key", key).returncode == 1


def test_each_history_keeps_the_rules_of_epcis(out: Path) -> None:
    rules = jsonschema.Draft7Validator(
        json.loads(EPCIS_RULES.read_text()), format_checker=jsonschema.FormatChecker()
    )
    documents = sorted((out / "records").glob("epcis-*.json"))
    assert len(documents) == 5
    for document in documents:
        rules.validate(json.loads(document.read_text()))


def test_the_recall_list_says_which_units_have_left(out: Path, summary: dict[str, Any]) -> None:
    text = (out / "records" / "where-used-GW-118.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    left = [row["serial"] for row in rows if row["now"] == "shipped"]
    assert len(rows) == 5
    assert left == ["0418-77219", "0418-77220"]
    assert summary["shipped"] == 2


def test_the_confirmation_counts_what_was_made_and_used(out: Path) -> None:
    (file,) = (out / "records").glob("confirmation-*.xml")
    root = ET.parse(file).getroot()  # noqa: S314 - our own file
    assert root.tag == f"{B2MML}SyncOperationsPerformance"
    uses = [use.text for use in root.iter(f"{B2MML}MaterialUse")]
    assert uses.count("Produced") == 5
    # Three tracked parts each; the housing whose label could not be read is in no list.
    assert uses.count("Consumed") >= 14


def test_every_face_was_kept_as_a_picture(out: Path) -> None:
    faces = {path.stem for path in (out / "screens").glob("*.png")}
    assert faces >= {
        "sign-in", "queue", "scan", "confirm", "instruct", "torque", "measure", "inspect",
        "nok", "done", "offline", "machine-refused", "blocked-lot-on_hold",
        "blocked-lot-expired", "blocked-part-other_variant", "defect-where", "defect-what",
        "defect-then", "held", "sign-dispose", "bypass", "bypass-use", "bypass-restart",
        "not-provable", "evidence",
        "card", "card-chosen", "card-worked",
        "call", "sign-call", "handover", "handover-take", "sign-handover",
    }  # fmt: skip
    for face in faces:
        image = QImage(str(out / "screens" / f"{face}.png"))
        assert (image.width(), image.height()) == (1920, 1080)
        colours = {image.pixel(x, y) for x in range(0, 1920, 9) for y in range(0, 1080, 9)}
        assert len(colours) > 10, f"{face} is blank"


def test_a_second_run_replaces_the_first_but_nobody_else_s_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    refused = asbuilt("demo", "--headless", "--units", "1", "--out", str(tmp_path))
    assert refused.returncode == 2
    assert "Name another --out" in refused.stderr
    assert (tmp_path / "mine.txt").exists()
