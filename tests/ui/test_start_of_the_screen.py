"""A station whose journal stays shut shows a window that says so, and opens when it can."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

import apsw
import pytest

from app.journal.lockfile import LockFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIG = """
[station]
id = "ST-040"
name = "Gears"
line = "L1"
"""


@contextmanager
def screen(config: Path) -> Iterator[subprocess.Popen[str]]:
    """The station with its window, on no display, driven by lines."""
    command = [sys.executable, "-m", "app.cli", "station", "--config", str(config)]
    with subprocess.Popen(
        [*command, "--control", "--window"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def told(stream: IO[str] | None, **wanted: Any) -> dict[str, Any]:
    """The first state that says all of ``wanted``."""
    assert stream is not None
    for line in stream:
        state: dict[str, Any] = json.loads(line)
        if all(state.get(name, "") == value for name, value in wanted.items()):
            return state
    pytest.fail(f"the station ended without {wanted}")


def tap(process: subprocess.Popen[str], name: str) -> None:
    assert process.stdin is not None
    process.stdin.write(json.dumps({"do": "tap", "name": name}) + "\n")
    process.stdin.flush()


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "station.toml"
    path.write_text(CONFIG, encoding="utf-8")
    (tmp_path / "data").mkdir()
    return path


def test_a_journal_another_process_has_is_said_and_opens_once_it_is_free(config: Path) -> None:
    lock = LockFile(config.parent / "data" / "journal.db.lock")
    lock.acquire()
    with screen(config) as process:
        told(process.stdout, storage="storage.locked_by_other", face="storage_fault")
        tap(process, "primary")
        told(process.stdout, storage="storage.locked_by_other")
        lock.release()
        tap(process, "primary")
        told(process.stdout, storage=None, face="sign_in")


def test_a_file_that_is_no_journal_is_said_and_kept(config: Path) -> None:
    file = config.parent / "data" / "journal.db"
    file.write_bytes(b"this is no database at all, whatever its name says" * 100)
    before = file.read_bytes()
    with screen(config) as process:
        told(process.stdout, storage="storage.damaged", face="storage_fault")
    assert file.read_bytes() == before


def test_the_journal_of_another_station_is_said(config: Path) -> None:
    file = config.parent / "data" / "journal.db"
    database = apsw.Connection(str(file))
    database.execute(
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;"
        "INSERT INTO meta VALUES ('station', 'ST-020')"
    )
    database.close()
    with screen(config) as process:
        told(process.stdout, storage="storage.not_ours", face="storage_fault")
