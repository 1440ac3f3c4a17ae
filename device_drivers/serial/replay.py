"""Feeds what a serial device once sent back into its driver, over a pseudo-terminal.

Pauses are kept up to what a driver can tell apart; where we had asked first, the answer waits for
the question.
"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode, urlsplit

from device_drivers.serial.listen import listen
from device_drivers.serial.pty_port import PtyPort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.readings import Reading
    from app.ports.devices import OnStatus
    from device_drivers.ring_file import Record

#: Longer than any window in which a driver takes two codes for one, or waits for the rest.
LONGEST_PAUSE_S = 0.6
QUESTION_S = 2.0
#: What was sent just before the plug was pulled had arrived.
DELIVERY_S = 0.1


async def replay(
    url: str,
    records: Iterable[Record],
    on_reading: Callable[[Reading], None],
    on_status: OnStatus,
) -> None:
    """Returns when all that was recorded has gone through the driver configured as ``url``.

    Raises:
        InvalidInput: the URL cannot be used.
    """
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder) / "replayed"
        player = _Player(link)
        player.plug_in()
        tasks = (
            asyncio.ensure_future(listen(_at(url, link), on_reading, on_status)),
            asyncio.ensure_future(player.listen()),
        )
        playing = asyncio.ensure_future(player.play(records))
        try:
            await asyncio.wait({playing, tasks[0]}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (playing, *tasks):
                task.cancel()
            ended = await asyncio.gather(playing, *tasks, return_exceptions=True)
            player.unplug()
        for end in ended:
            if isinstance(end, Exception):
                raise end


def _at(url: str, link: Path) -> str:
    """The same device on our pseudo-terminal."""
    query = parse_qs(urlsplit(url).query)
    query.pop("usb", None)
    return f"serial://{link}?{urlencode(query, doseq=True)}"


class _Player:
    """The device's end of the cable."""

    def __init__(self, link: Path) -> None:
        self._port = PtyPort(link, on_bytes=self._asked_something)
        self._asked = asyncio.Event()
        self._is_in = False

    def plug_in(self) -> None:
        if not self._is_in:
            self._port.plug_in()
        self._is_in = True

    def unplug(self) -> None:
        if self._is_in:
            self._port.unplug()
        self._is_in = False

    async def listen(self) -> None:
        await self._port.listen()

    async def play(self, records: Iterable[Record]) -> None:
        """All of it, in order."""
        before_us: int | None = None
        for record in records:
            pause_s = (record.at_us - (before_us or record.at_us)) / 1e6
            match record.what:
                case "ended":
                    await asyncio.sleep(min(max(pause_s, DELIVERY_S), LONGEST_PAUSE_S))
                    self.unplug()
                case "out":
                    await self._question()
                case "in":
                    self.plug_in()
                    await asyncio.sleep(max(0.0, min(pause_s, LONGEST_PAUSE_S)))
                    await self._port.send(record.payload)
                    before_us = record.at_us
        await asyncio.sleep(LONGEST_PAUSE_S)

    async def _question(self) -> None:
        self.plug_in()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(QUESTION_S):
                await self._asked.wait()
        self._asked.clear()

    def _asked_something(self, _question: bytes) -> None:
        self._asked.set()
