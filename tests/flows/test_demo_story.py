"""The reference story, as a new user runs it: real programs, real protocols, real faults."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

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
        "demo", "--headless", "--faults", "--units", "5", "--out", str(folder), timeout_s=170
    )
    assert played.returncode == 0, played.stdout + played.stderr
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def summary(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "summary.json").read_bytes())
    return found


pytestmark = pytest.mark.timeout(200)


def test_nothing_was_lost_and_everything_reached_the_server(summary: dict[str, Any]) -> None:
    assert summary["journal_ok"]
    assert summary["server_in_step"]
    assert summary["outage_survived"]
    assert summary["resumed_after_kill"]
    assert summary["units"] == 5


def test_what_was_wrong_is_on_record(summary: dict[str, Any]) -> None:
    # The three lots, and the noise that the scanner sent.
    assert summary["refused_scans"] == 4
    assert (summary["nok"], summary["reworked"]) == (1, 1)


def test_a_result_fetched_without_its_limits_leaves_one_unit_not_provable(
    summary: dict[str, Any],
) -> None:
    assert summary["provable"] == 4


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


def test_the_confirmation_counts_what_was_made_and_used(out: Path) -> None:
    (file,) = (out / "records").glob("confirmation-*.xml")
    root = ET.parse(file).getroot()  # noqa: S314 - our own file
    assert root.tag == f"{B2MML}SyncOperationsPerformance"
    uses = [use.text for use in root.iter(f"{B2MML}MaterialUse")]
    assert uses.count("Produced") == 5
    assert uses.count("Consumed") >= 15


def test_every_face_was_kept_as_a_picture(out: Path) -> None:
    faces = {path.stem for path in (out / "screens").glob("*.png")}
    assert faces >= {
        "sign-in", "queue", "scan", "confirm", "instruct", "torque", "measure", "inspect",
        "nok", "done", "offline", "machine-refused", "blocked-lot-on_hold",
        "blocked-lot-expired", "blocked-part-not_in_bill",
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
