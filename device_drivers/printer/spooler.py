"""The system's spooler (CUPS), spoken to by its own commands ``lp`` and ``lpstat``."""

from __future__ import annotations

import asyncio
import contextlib
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import DeviceOffline, DeviceRefused, DeviceTimeout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PACKAGE = "cups-client"
_REQUEST = re.compile(r"request id is (\S+)")
_STATE = re.compile(r"^printer \S+ (?P<words>.*)$", re.MULTILINE)
_ALERTS = re.compile(r"^\s+Alerts: *(?P<words>.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Queue:
    """How a queue stands; ``words`` say why it does not print."""

    is_printing: bool
    words: str


class Spooler:
    """One queue; an empty name is the system's default.

    ``find`` looks a command up; ``environment`` is what the commands run in.

    Raises (every method):
        DeviceOffline: the commands are not installed, or the spooler does not run.
        DeviceTimeout: a command did not end in time.
        DeviceRefused: the spooler said no.
    """

    def __init__(
        self,
        queue: str,
        *,
        environment: Mapping[str, str],
        find: Callable[[str], str | None] = shutil.which,
        timeout_s: float = 10.0,
    ) -> None:
        self._queue = queue
        # Its answers are read by a program: always in English.
        self._environment = {**environment, "LC_ALL": "C", "LANG": "C"}
        self._find = find
        self._timeout_s = timeout_s

    @property
    def name(self) -> str:
        return self._queue or "default queue"

    async def submit(self, document: bytes, title: str) -> str:
        """Hand over ``document``; returns the spooler's number of it."""
        chosen = ("-d", self._queue) if self._queue else ()
        said = await self._run("lp", *chosen, "-t", title, "-", given=document)
        found = _REQUEST.search(said)
        if found is None:
            raise DeviceRefused(self.name, f"lp answered without a request id: {said.strip()!r}")
        return found[1]

    async def is_waiting(self, request: str) -> bool:
        """Whether the request is still to be printed."""
        said = await self._run("lpstat", "-W", "not-completed", "-o", *self._chosen())
        return any(line.split()[:1] == [request] for line in said.splitlines())

    async def end_of(self, request: str) -> str:
        """What the spooler says of a request that is over: its alerts, or nothing."""
        said = await self._run("lpstat", "-l", "-W", "completed", "-o", *self._chosen())
        blocks = re.split(r"^(?=\S)", said, flags=re.MULTILINE)
        block = next((b for b in blocks if b.split()[:1] == [request]), "")
        alerts = _ALERTS.search(block)
        return alerts["words"].strip() if alerts else ""

    async def queue(self) -> Queue:
        """How the queue stands now."""
        said = await self._run("lpstat", "-p", *self._chosen())
        state = _STATE.search(said)
        if state is None:
            raise DeviceRefused(self.name, "the spooler has no such queue; see lpstat -p")
        first, _, rest = said.partition("\n")
        return Queue("disabled" not in first, " ".join(rest.split()) or state["words"])

    def _chosen(self) -> tuple[str, ...]:
        return (self._queue,) if self._queue else ()

    async def _run(self, command: str, *arguments: str, given: bytes = b"") -> str:
        path = self._find(command)
        if path is None:
            detail = f"the command {command} is not here; install the Debian package {PACKAGE}"
            raise DeviceOffline(self.name, detail)
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            path, *arguments, stdin=pipe, stdout=pipe, stderr=pipe, env=self._environment
        )
        try:
            async with asyncio.timeout(self._timeout_s):
                said, complaint = await process.communicate(given)
        except TimeoutError as error:
            detail = f"{command} did not end within {self._timeout_s:g} s"
            raise DeviceTimeout(self.name, detail) from error
        finally:
            await _end(process)
        if process.returncode:
            words = complaint.decode("utf-8", "replace").strip() or f"{command} failed"
            raise DeviceRefused(self.name, words)
        return said.decode("utf-8", "replace")


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
