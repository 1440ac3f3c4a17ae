"""From process start to the station's window, against a bare Qt window on the same machine."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.rows import Row, Times, median_row

ROUNDS = 7
#: Two seconds are promised; here that would be about twenty times an empty window.
PROMISED_RATIO = 8.0

CONFIG = '[station]\nid = "BENCH"\nname = "Bench"\nline = "L"\n[screen]\nfull_screen = false\n'
BARE = (
    "import sys; from PySide6.QtWidgets import QApplication, QWidget; "
    "a = QApplication([]); w = QWidget(); w.show(); sys.stderr.write('window shown\\n')"
)


def run() -> list[Row]:
    """Time both in turn."""
    bare, station = [], []
    with tempfile.TemporaryDirectory() as folder:
        command = station_command(Path(folder))
        for _ in range(ROUNDS):
            bare.append(until_shown(["-c", BARE]))
            station.append(until_shown(command))
    base = Times("python + empty Qt window", bare)
    started = Times("station: window shown", station)
    return [median_row(base), median_row(started, base, most=PROMISED_RATIO)]


def station_command(folder: Path) -> list[str]:
    """What starts a station whose configuration and journal are in ``folder``."""
    config = folder / "station.toml"
    config.write_text(CONFIG, "utf-8")
    return ["-m", "app.cli", "station", "--config", str(config)]


def until_shown(words: list[str]) -> float:
    """Microseconds until the process says that its window is shown."""
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and words
        [sys.executable, *words],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    with process:
        assert process.stderr is not None
        shown = any("window shown" in line for line in process.stderr)
        taken = time.perf_counter() - began
        process.terminate()
    assert shown, "the window was never shown"
    return taken * 1e6
