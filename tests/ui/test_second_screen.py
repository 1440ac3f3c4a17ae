"""The second monitor: bound by name, shows the picture or the line, and vanishes without a trace.

Qt has as many screens as its platform says when it starts, so each test is a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_BEGIN = """
from datetime import UTC
from PySide6.QtWidgets import QApplication
from tests.screens import line_scenes, scenes
from tests.screens.camera import RecordedIntents
from ui.application import build_window, make_application
from ui.second_screen import second_screen
from ui.widgets.picture_panel import PicturePanel
from ui.widgets.call_band import CallBand
from ui.window import WindowClock

application = make_application()
clock = WindowClock(now_us=lambda: scenes.NOW_US, zone=UTC)
window = build_window(RecordedIntents(), size=(1280, 800), clock=clock)
window.show()

def second(wanted, shows="picture"):
    return second_screen(window, wanted=wanted, shows=shows, theme="light", px_per_mm=4.0)

def glass(name):
    return next(s for s in application.screens() if s.name() == name)
"""


def run(tmp_path: Path, script: str) -> None:
    """``script`` in a process with the monitors MAIN and SIDE; its asserts are the test's."""
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1280, "height": 800}
        for name, x in (("MAIN", 0), ("SIDE", 1280))
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), "utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    done = subprocess.run(
        [sys.executable, "-c", _BEGIN + script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_it_takes_the_monitor_of_that_name_and_never_the_main_one(tmp_path: Path) -> None:
    run(
        tmp_path,
        """
assert second("") is None
assert second("MAIN").window is None
assert second("gone").window is None
side = second("SIDE")
assert side.window.screen().name() == "SIDE"
window.show_state(scenes.torque())
(picture,) = side.window.findChildren(PicturePanel)
assert picture.isVisible()

window.show_state(line_scenes.called())
(band,) = side.window.findChildren(CallBand)
assert band.isVisible() and band.accessibleName() == "Maintenance 02:10"
""",
    )


def test_it_vanishes_and_comes_back_and_the_main_one_does_not_change(tmp_path: Path) -> None:
    run(
        tmp_path,
        """
side = second("SIDE")
window.show_state(scenes.torque())
before = (window.geometry(), window.face, window.grab().toImage())
application.screenRemoved.emit(glass("SIDE"))
assert side.window is None
assert (window.geometry(), window.face, window.grab().toImage()) == before
application.screenAdded.emit(glass("SIDE"))
assert side.window.isVisible()
(picture,) = side.window.findChildren(PicturePanel)
assert picture.isVisible(), "it shows at once what is shown now"

application.screenRemoved.emit(glass("SIDE"))
line = second("SIDE", "line")
window.show_state(line_scenes.called())
(band,), (picture,) = (line.window.findChildren(kind) for kind in (CallBand, PicturePanel))
assert band.isVisible() and not picture.isVisible()
""",
    )
