"""A simulated controller as witness, and a station that can be killed at any moment."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import sys
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from device_drivers.open_protocol.simulator.controller_simulator import ControllerSimulator
from tests.helpers.patience import PATIENT_S

ROOT = Path(__file__).parents[2]


class Witness:
    """The controller, and what it saw."""

    def __init__(
        self,
        seed: int,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        **options: Any,
    ) -> None:
        self.made: list[str] = []
        self.acknowledged: set[str] = set()
        self.fetched: set[str] = set()
        self.connections = 0
        self._changed = asyncio.Event()
        self._last: deque[str] = deque(maxlen=40)
        self.simulator = ControllerSimulator(
            emit=self._saw,
            rng=random.Random(seed),  # noqa: S311 (repeatable)
            now=now,
            **options,
        )

    def _saw(self, event: Mapping[str, object]) -> None:
        self._last.append(" ".join(map(str, event.values())))
        match event["event"]:
            case "tightened":
                self.made.append(str(event["result_id"]))
            case "acknowledged":
                self.acknowledged.add(str(event["result_id"]))
            case "fetched":
                self.fetched.add(str(event["result_id"]))
            case "subscribed":
                self.connections += 1
        self._changed.set()

    async def until(self, claim: Callable[[], bool]) -> None:
        try:
            async with asyncio.timeout(PATIENT_S):
                while not claim():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            message = f"it never came to that; the controller's last words: {list(self._last)}"
            raise AssertionError(message) from None


class Station:
    """Started and killed through a process that forks it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._in, self._out = process.stdin, process.stdout
        self._pid = 0

    async def start(self) -> None:
        self._in.write(b"start\n")
        self._pid = int(await self._out.readline())

    async def kill(self) -> None:
        # One that ended by itself is gone already, and has said why.
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        self._pid = 0
        assert await self._out.readline() == b"gone\n"

    async def end(self) -> None:
        """Whatever happened before."""
        if self._pid:
            await self.kill()


@asynccontextmanager
async def stations(module: str, path: Path, port: int, *words: str) -> AsyncIterator[Station]:
    """The station of ``module``, on the journal at ``path`` and the controller at ``port``."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, str(path), str(port), *words),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    station = Station(process)
    try:
        yield station
    finally:
        await station.end()
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
