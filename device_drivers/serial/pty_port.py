"""A pseudo-terminal that plays a serial port: the simulator's end of the cable.

What is sent while nobody has the port open waits, unlike on a real cable: a script must not
depend on who was started first.  ``is_open`` tells, for whoever would rather not send then.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import tty
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

POLL_S = 0.02
#: A program that opens a port sets it up and throws away what came before that was done.
SETTLE_S = 0.15


class PtyPort:
    """One pseudo-terminal with a stable name; it can be unplugged and plugged in again."""

    def __init__(self, link: Path | None, *, on_bytes: Callable[[bytes], None]) -> None:
        self._link = link
        self._on_bytes = on_bytes
        self._master: int | None = None
        self._sending = asyncio.Lock()
        self._is_settled = False

    def plug_in(self) -> str:
        """Create the terminal and its link; returns the name to open it by.

        Raises:
            InvalidInput: the link cannot be made there.
        """
        master, slave = os.openpty()
        tty.setraw(slave)
        name = os.ttyname(slave)
        # Closing our copy lets the master see whether anybody else has the slave open.
        os.close(slave)
        os.set_blocking(master, False)
        try:
            path = self._make_link(name)
        except OSError as error:
            os.close(master)
            message = f"The link {self._link} cannot be made: {error.strerror or error}."
            raise InvalidInput(message) from error
        self._master = master
        return path

    def unplug(self) -> None:
        """What pulling the cable does: the other side gets an I/O error; the name is gone."""
        if self._master is None:
            return
        os.close(self._master)
        self._master = None
        self._is_settled = False
        if self._link is not None:
            with contextlib.suppress(FileNotFoundError):
                self._link.unlink()

    @property
    def is_open(self) -> bool:
        """Whether a program has the port open."""
        if self._master is None:
            return False
        poll = select.poll()
        poll.register(self._master, 0)
        return not any(events & select.POLLHUP for _, events in poll.poll(0))

    async def send(self, payload: bytes) -> None:
        """Put ``payload`` on the line once somebody listens; the order of sending is kept."""
        async with self._sending:
            while payload:
                await self._until_open()
                payload = payload[self._write(payload) :]
                if payload:
                    await asyncio.sleep(POLL_S)

    async def listen(self) -> None:
        """Hand on what the other side writes, until cancelled."""
        while True:
            if not self.is_open:
                self._is_settled = False
            if received := self._read():
                self._on_bytes(received)
            else:
                await asyncio.sleep(POLL_S)

    async def _until_open(self) -> None:
        while not self.is_open:
            self._is_settled = False
            await asyncio.sleep(POLL_S)
        if not self._is_settled:
            await asyncio.sleep(SETTLE_S)
            self._is_settled = self.is_open

    def _write(self, payload: bytes) -> int:
        if self._master is None or not self.is_open:
            return 0
        try:
            return os.write(self._master, payload)
        except OSError:  # full, or gone in between: tried again when somebody reads
            return 0

    def _read(self) -> bytes:
        if self._master is None:
            return b""
        try:
            return os.read(self._master, 4096)
        except OSError:  # nothing to read, or nobody has the port open
            return b""

    def _make_link(self, name: str) -> str:
        if self._link is None:
            return name
        # Never delete a file that is not ours: only an old link may be replaced.
        if self._link.is_symlink():
            self._link.unlink()
        self._link.symlink_to(name)
        return str(self._link)
