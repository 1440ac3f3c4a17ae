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
    bare, station = [], []
    with tempfile.TemporaryDirectory() as folder:
        command = station_command(Path(folder))
        for _ in range(ROUNDS):
            bare.append(until_shown(["-c", BARE]))
            station.append(until_shown(command))
    base = Times("python + empty Qt window", bare)
    started = Times("station: window shown", station)
    return [median_row(base), median_row(started, base, most=PROMISED_RATIO)]


def station_command(folder: Path, *, data: Path | None = None) -> list[str]:
    """What starts a station configured in ``folder``, its journal there or in ``data``."""
    config = folder / "station.toml"
    config.write_text(CONFIG.format(data=data or folder / "data"), "utf-8")
    return ["-m", "app.cli", "station", "--config", str(config)]


def until_shown(words: list[str]) -> float:
    """Microseconds until the process says that its window is shown."""
    return _until("window shown", words)


def until_ready(words: list[str]) -> float:
    """Microseconds until the station shows what its journal says: it can be worked at."""
    return _until('"settled":true', [*words, "--control"])


def _until(said: str, words: list[str]) -> float:
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and words
        [sys.executable, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    with process:
        assert process.stdout is not None
        is_said = any(said in line for line in process.stdout)
        taken = time.perf_counter() - began
        process.terminate()
    assert is_said, f"the process never said {said!r}"
    return taken * 1e6
