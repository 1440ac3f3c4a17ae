"""The station starts again for a changed setting while its window stays open."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING

from app.journal.export import export
from app.runtime.config import load_config
from app.runtime.config_file import ConfigFile
from app.runtime.intents import IntentsOnLoop
from app.runtime.io_loop import IoLoop
from app.screen import _Core
from app.upkeep import JOURNAL
from tests.helpers.patience import PATIENT_S

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.station_state import StationState

TEXT = """\
[station]
id = "ST-040"
name = "Before"
line = "L4"
"""


def test_a_restart_takes_the_changed_file_and_the_same_journal(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text(TEXT, "utf-8")
    names: queue.Queue[str] = queue.Queue()
    io_loop = IoLoop()
    io_loop.start()

    def show(state: StationState) -> None:
        if not state.is_starting:
            names.put(state.station.name)

    core = _Core(
        load_config(path),
        path,
        io_loop=io_loop,
        intents=IntentsOnLoop(io_loop.submit),
        post=lambda call: call(),
        show=show,
        leave=lambda _status: None,
    )
    try:
        core.start()
        assert names.get(timeout=PATIENT_S) == "Before"
        ConfigFile(path).write("station.name", "After")

        async def restart() -> None:
            core._restart()

        io_loop.submit(restart()).result(PATIENT_S)
        while names.get(timeout=PATIENT_S) != "After":
            pass
    finally:
        core.stop()
        io_loop.stop()
    assert core.status == 0
    started = [raw for raw in export(tmp_path / "data" / JOURNAL) if b"station.started" in raw]
    assert len(started) == 2
