"""From process start to window and sign-in page, against a bare Qt window on the same machine.

With a new journal; with one of a million events in bench/million_events.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from functools import lru_cache
from pathlib import Path

from bench.long_journal import scratch_folder
from bench.rows import Row, Times, median_row

ROUNDS = 7
PROMISED_RATIO = 8.0
#: Until somebody can sign in.
MOST_START_MS = 2_000.0

CONFIG = (
    '[station]\nid = "BENCH"\nname = "Bench"\nline = "L"\ndata = "{data}"\n'
    "[screen]\nfull_screen = false\n"
)
BARE = (
    "import sys; from PySide6.QtWidgets import QApplication, QWidget; "
    "a = QApplication([]); w = QWidget(); w.show(); sys.stderr.write('window shown\\n')"
)


def run() -> list[Row]:
    """Time both in turn."""
    bare, station, sign_in = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        command = station_command(Path(folder))
        until_sign_in(command)  # leaves the bytecode behind
        for _ in range(ROUNDS):
            bare.append(until_shown(["-c", BARE]))
            station.append(until_shown(command))
            sign_in.append(until_sign_in(command))
    base = Times("python + empty Qt window", bare)
    started = Times("station: window shown", station)
    page = Times("station: sign-in page, new journal", sign_in)
    note = f"{page.median_us / base.median_us:.1f} times an empty window"
    return [
        median_row(base),
        median_row(started, base, most=PROMISED_RATIO),
        sign_in_row(page, note),
    ]


def sign_in_row(page: Times, note: str) -> Row:
    """What is promised to whoever switches it on."""
    median_ms = page.median_us / 1e3
    return Row(page.name, page.count, median_ms, "ms", most=MOST_START_MS, note=note)


def station_command(folder: Path, *, data: Path | None = None) -> list[str]:
    """What starts a station configured in ``folder``, its journal there or in ``data``."""
    config = folder / "station.toml"
    config.write_text(CONFIG.format(data=data or folder / "data"), "utf-8")
    return ["-m", "app.cli", "station", "--config", str(config)]


def until_shown(words: list[str]) -> float:
    """Microseconds until the process says that its window is shown."""
    return _until("window shown", words)


def until_sign_in(words: list[str]) -> float:
    """Microseconds until somebody can sign in at the screen."""
    return _until('"face":"sign_in"', [*words, "--control"])


def _until(said: str, words: list[str]) -> float:
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and words
        [sys.executable, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=_as_installed(),
    )
    with process:
        assert process.stdout is not None
        is_said = any(said in line for line in process.stdout)
        taken = time.perf_counter() - began
        process.terminate()
    assert is_said, f"the process never said {said!r}"
    return taken * 1e6


def _as_installed() -> dict[str, str]:
    """With bytecode on the disk, as pip and the bundle leave it, whatever the shell says."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    folder = str(_bytecode_folder())
    return env | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": folder}


@lru_cache(maxsize=1)
def _bytecode_folder() -> Path:
    return scratch_folder()
