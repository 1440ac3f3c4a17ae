"""From each face of the screen to eight others: how long until the whole frame is drawn.

Drawn offscreen on both panels, against a bare window of the same size that is drawn anew.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from bench.rows import Row, percentile
from tests.screens.scenes import signed_out

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screens.camera import Camera
    from tests.screens.catalogue import Shot

#: What hmi.md promises.
MOST_MS = 50.0
#: Every face is left for the next one, the third after it, and so on: all pairs take minutes.
STRIDES = (1, 3, 6, 10, 15, 21, 28, 36)
_BARE = "bare"


def run() -> list[Row]:
    """Each panel in a process of its own."""
    rows: list[Row] = []
    for panel in ("1920x1080", "1280x800"):
        found = _measured(panel)
        bare = sorted(found.pop(_BARE))
        rows.append(Row(f"{panel}: a bare window drawn anew", len(bare), _median(bare), "ms"))
        every = sorted(t for times in found.values() for t in times)
        slowest = max(found, key=lambda pair: _median(found[pair]))
        note = f"slowest: {slowest}, {_median(found[slowest]):.0f} ms"
        ratio = f"{_median(every) / _median(bare):.1f} times a bare window"
        name = f"{panel}: from face to face, {len(found)} pairs"
        rows += [
            Row(f"{name}, median", len(every), _median(every), "ms", note=ratio),
            Row(
                f"{name}, p95",
                len(every),
                percentile(every, 0.95),
                "ms",
                most=MOST_MS,
                note=note,
            ),
            Row(f"{name}, longest", len(every), every[-1], "ms", most=MOST_MS),
        ]
    return rows


def _median(values: list[float]) -> float:
    return percentile(sorted(values), 0.5)


def _measured(panel: str) -> dict[str, list[float]]:
    done = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-m", "bench.screen_switch", panel],
        stdout=subprocess.PIPE,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found


def measure(panel: str) -> dict[str, list[float]]:
    """Milliseconds of each change, by "from > to"; under "bare" those of the bare window."""
    from tests.screens.camera import Camera
    from ui.application import make_application
    from ui.qt_log import log_qt_messages

    log_qt_messages()
    application = make_application()
    camera = Camera(panel, "light")
    camera.window.show()
    faces = _faces()
    for shot in faces:  # every view is built, every icon drawn once: as after a minute of work
        _put(camera, shot)
    found: dict[str, list[float]] = {_BARE: _bare(camera.window)}
    for number, first in enumerate(faces):
        for stride in STRIDES:
            second = faces[(number + stride) % len(faces)]
            taken = None if second is first else _change(camera, first, second)
            if taken is not None:
                found.setdefault(f"{first.name} > {second.name}", []).append(taken)
    camera.window.close()
    application.quit()
    return found


def _faces() -> list[Shot]:
    """One shot of each face; a page that is opened by a tap is its own."""
    from tests.screens.catalogue import SHOTS

    one_each: dict[str, Shot] = {}
    for shot in SHOTS:
        one_each.setdefault(shot.face, shot)
    return list(one_each.values())


def _change(camera: Camera, first: Shot, second: Shot) -> float | None:
    """Milliseconds from ``first`` to ``second``; None where no way leads from here to there."""
    _put(camera, first)
    if second.taps:
        _put(camera, second._replace(taps=second.taps[:-1]))
    state = second.state()
    camera.seconds.now_s += 1
    began = time.perf_counter_ns()
    if second.taps:
        camera.window.tap(second.taps[-1])
    else:
        camera.window.show_state(state)
    _drawn()
    taken = (time.perf_counter_ns() - began) / 1e6
    return taken if camera.window.face == second.face else None


def _put(camera: Camera, shot: Shot) -> None:
    """Show ``shot`` from a clean desk, and draw it."""
    camera.window.show_state(signed_out())
    camera.window.show_state(shot.state())
    for name in shot.taps:
        camera.seconds.now_s += 1
        camera.window.tap(name)
    _drawn()


def _drawn() -> None:
    """Until nothing is left to lay out or to draw."""
    from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop

    loop = QAbstractEventDispatcher.instance()
    while loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        pass


def _bare(like: QWidget) -> list[float]:
    from PySide6.QtWidgets import QWidget

    bare = QWidget()
    bare.resize(like.size())
    bare.show()
    _drawn()
    taken = []
    for _ in range(50):
        began = time.perf_counter_ns()
        bare.update()
        _drawn()
        taken.append((time.perf_counter_ns() - began) / 1e6)
    bare.close()
    return taken


if __name__ == "__main__":
    json.dump(measure(sys.argv[1]), sys.stdout)
