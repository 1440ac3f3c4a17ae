"""One asyncio loop on one named thread: the only place where I/O happens."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from concurrent.futures import Future

T = TypeVar("T")


class IoLoop:
    """Owns the I/O thread.  Start it before the screen, stop it after.

    ``asyncio.Runner`` does the hard part of stopping: it cancels what still runs, lets it clean
    up, and closes the default executor.
    """

    def __init__(self, name: str = "station-io") -> None:
        self._thread = threading.Thread(target=self._main, name=name, daemon=True)
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None

    def start(self) -> None:
        self._thread.start()
        self._ready.wait()

    def submit(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        """Schedule ``work`` from any thread.

        Raises:
            RuntimeError: before ``start`` or after ``stop``.
        """
        if self._loop is None:
            work.close()
            msg = "IoLoop.submit() called before start() or after stop()"
            raise RuntimeError(msg)
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def stop(self, timeout_s: float = 5.0) -> bool:
        """Cancel everything and wait.  False means a task refused to end."""
        loop, stop = self._loop, self._stop
        if loop is None or stop is None:
            return True
        self._loop = None
        loop.call_soon_threadsafe(stop.set)
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _main(self) -> None:
        with asyncio.Runner() as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._ready.set()
        await self._stop.wait()
