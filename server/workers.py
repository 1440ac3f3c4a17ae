"""Several processes that serve one PostgreSQL behind one listening socket.

The first process draws the projections and watches over the others: one that ends is started
again, and none outlives it.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket
    from multiprocessing.context import SpawnContext, SpawnProcess

    from server.settings import Settings

#: Longer than a worker gives the answers on their way.
_STOP_WITHIN_S = 20
_RESTART_AFTER_S = 0.5

_log = logging.getLogger(__name__)


class Workers:
    """The processes of one server."""

    def __init__(self, settings: Settings, listener: socket.socket) -> None:
        self._settings = settings
        self._listener = listener
        self._context: SpawnContext = multiprocessing.get_context("spawn")
        self._stopping = threading.Event()
        self._processes: list[SpawnProcess] = []

    def start(self) -> None:
        self._processes = [self._spawn() for _ in range(self._settings.workers)]

    @property
    def pids(self) -> list[int]:
        return [process.pid for process in self._processes if process.pid is not None]

    def stop(self) -> None:
        """Callable from a signal handler."""
        self._stopping.set()

    def watch(self) -> None:
        """Replace workers that end, until told to stop; then wait for all to finish."""
        while not self._stopping.wait(_RESTART_AFTER_S):
            for index, process in enumerate(self._processes):
                if not process.is_alive():
                    _log.error(
                        "worker %s ended (%s); starting another", process.pid, _why(process)
                    )
                    self._processes[index] = self._spawn()
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join(_STOP_WITHIN_S)
            if process.is_alive():
                process.kill()

    def _spawn(self) -> SpawnProcess:
        process = self._context.Process(
            target=_work, args=(self._settings, self._listener), name="asbuilt-worker"
        )
        process.start()
        return process


def _why(process: SpawnProcess) -> str:
    code = process.exitcode or 0
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _work(settings: Settings, listener: socket.socket) -> None:
    """A worker's life; also ends when the first process does, however it ended."""
    from server.plant import open_plant
    from server.serving import plant_server, share_the_interpreter

    # Ctrl-C reaches every process of the terminal: here the first process decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    share_the_interpreter()
    threading.Thread(target=_follow_parent, name="parent", daemon=True).start()
    plant = open_plant(settings, is_worker=True)
    plant.start(draws=False)
    plant_server(plant).run(sockets=[listener])


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
