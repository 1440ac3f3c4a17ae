"""Other processes of the demonstration: started, told things and listened to by JSON lines."""

from __future__ import annotations

import asyncio
import os
import sys
from collections import deque
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from app.domain.errors import EnvironmentFault

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Callable, Sequence
    from pathlib import Path

Event: TypeAlias = dict[str, Any]

STOP_S = 10.0
#: A program on a slow machine takes a while to say its first word.
PATIENT_S = 60.0
_KEPT_WORDS = 40


class ProgramFailed(EnvironmentFault):
    """A process of the demonstration ended, or did not do in time what it should."""

    code = "demo.program"


def own_command(*words: str) -> list[str]:
    """How to start ``asbuilt`` again: the frozen program itself, or this interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-m", "app.cli", *words]


class Program:
    """One child process.  Its stdout is JSON lines; its log goes to a file."""

    def __init__(self, name: str, words: Sequence[str], *, log: Path) -> None:
        self.name = name
        self._words = list(words)
        self._log = log
        self._process: Process | None = None
        self._reader: asyncio.Task[None] | None = None
        self._changed = asyncio.Condition()
        self._last_words: deque[str] = deque(maxlen=_KEPT_WORDS)
        self._events: list[Event] = []

    async def start(self, **environment: str) -> None:
        """Start it; the log is appended to."""
        self._events.clear()
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *own_command(*self._words),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                env=os.environ | environment,
                limit=1 << 20,
            )
        self._reader = asyncio.create_task(self._read(self._process))

    async def tell(self, **command: Any) -> None:  # noqa: ANN401 - JSON
        """Send one command line."""
        process = self._running()
        if process.stdin is None:
            return
        process.stdin.write(msgspec.json.encode(command) + b"\n")
        try:
            await process.stdin.drain()
        except ConnectionError as error:
            raise ProgramFailed(self._obituary()) from error

    async def hear(
        self, claim: Callable[[Event], bool], what: str, *, timeout_s: float = PATIENT_S
    ) -> Event:
        """The first event since the start that fulfils ``claim``; waits for it.

        Raises:
            ProgramFailed: the process ended or time ran out.
        """
        return await self._wait(lambda: next(filter(claim, self._events), None), what, timeout_s)

    async def latest(
        self, claim: Callable[[Event], bool], what: str, *, timeout_s: float = PATIENT_S
    ) -> Event:
        """The newest state event, once it fulfils ``claim``."""

        def newest() -> Event | None:
            states = (e for e in reversed(self._events) if e.get("event") == "state")
            event = next(states, None)
            return event if event is not None and claim(event) else None

        return await self._wait(newest, what, timeout_s)

    def forget(self) -> None:
        """Drop what was heard, so that ``hear`` waits for something new."""
        self._events = [e for e in self._events if e.get("event") == "state"][-1:]

    async def stop(self) -> None:
        """Ask it to end; kill it when it does not."""
        process = self._process
        if process is None or process.returncode is not None:
            return
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_S)
        except TimeoutError:
            process.kill()
        await self._end(process)

    async def kill(self) -> None:
        """End it at once, as a power cut would."""
        process = self._running()
        process.kill()
        await self._end(process)

    async def _end(self, process: Process) -> None:
        await process.wait()
        if self._reader is not None:
            await self._reader
        if process.stdin is not None:
            process.stdin.close()

    async def _wait(self, look: Callable[[], Event | None], what: str, timeout_s: float) -> Event:
        try:
            async with asyncio.timeout(timeout_s), self._changed:
                while (event := look()) is None:
                    self._running()
                    await self._changed.wait()
                return event
        except TimeoutError as error:
            last = next(reversed(self._events), None)
            msg = f"{self.name}: waited {timeout_s:.0f} s for {what}; the last word was {last}"
            raise ProgramFailed(msg) from error

    async def _read(self, process: Process) -> None:
        if process.stdout is None:
            return
        async for line in process.stdout:
            try:
                event = msgspec.json.decode(line)
            except msgspec.DecodeError:
                self._last_words.append(line.decode("utf-8", "replace").rstrip())
                continue
            async with self._changed:
                self._events.append(event)
                self._changed.notify_all()
        await process.wait()
        async with self._changed:
            self._changed.notify_all()

    def _running(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            raise ProgramFailed(self._obituary())
        return self._process

    def _obituary(self) -> str:
        status = self._process.returncode if self._process is not None else "never started"
        words = " / ".join(list(self._last_words)[-3:])
        return f"{self.name} ended unexpectedly (status {status}); see {self._log}. {words}"
