"""The station starts again for a changed setting while its window stays open."""

from __future__ import annotations

import asyncio
import queue
from contextlib import contextmanager
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
    from collections.abc import Iterator
    from pathlib import Path

    from app.services.station_state import StationState

TEXT = """\
[station]
id = "ST-040"
name = "Before"
line = "L4"
"""


@contextmanager
def running(path: Path) -> Iterator[tuple[_Core, IoLoop, queue.Queue[str]]]:
    """The station behind a window that only keeps the names it is told."""
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
        yield core, io_loop, names
    finally:
        core.stop()
        io_loop.stop()
    assert core.status == 0


def starts(folder: Path) -> int:
    return sum(b"station.started" in raw for raw in export(folder / "data" / JOURNAL))


async def restart(core: _Core) -> None:
    core._restart()


async def restart_and_close(core: _Core) -> None:
    """In one step: however slow the machine is, the restart is still on its way."""
    core._restart()
    core.stop()


async def wait_until_over() -> None:
    """Until nothing runs a station any more."""
    for task in asyncio.all_tasks():
        if getattr(task.get_coro(), "__qualname__", "") == _Core._run.__qualname__:
            await asyncio.wait([task])


def test_a_restart_takes_the_changed_file_and_the_same_journal(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    with running(path) as (core, io_loop, names):
        ConfigFile(path).write("station.name", "After")
        io_loop.submit(restart(core)).result(PATIENT_S)
        while names.get(timeout=PATIENT_S) != "After":
            pass
    assert starts(tmp_path) == 2


def test_a_window_that_is_closed_during_a_restart_starts_nothing(tmp_path: Path) -> None:
    with running(tmp_path / "station.toml") as (core, io_loop, _):
        io_loop.submit(restart_and_close(core)).result(PATIENT_S)
        io_loop.submit(wait_until_over()).result(PATIENT_S)
    assert starts(tmp_path) == 1
