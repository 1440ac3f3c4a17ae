"""Whose turn it is to push: one message of a station at a time, and not too many of all."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from server.problems import Problem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

#: What waits has not been read yet: this many bodies at most are in memory.
AT_ONCE = 8
WAIT_S = 10.0
_RETRY_AFTER_S = "2"


class Turns:
    """A station's second push waits for its first; a third, or too long a wait, is sent away."""

    def __init__(self, *, at_once: int = AT_ONCE, wait_s: float = WAIT_S) -> None:
        self._room = asyncio.Semaphore(at_once)
        self._wait_s = wait_s
        self._locks: dict[str, asyncio.Lock] = {}
        self._waiting: set[str] = set()

    @asynccontextmanager
    async def take(self, station: str) -> AsyncIterator[None]:
        """Hold the station's turn.

        Raises:
            Problem: 429 the station is pushing already, 503 all are.
        """
        lock = self._locks.setdefault(station, asyncio.Lock())
        await self._wait_for(lock, station)
        try:
            await self._wait_for_room()
            try:
                yield
            finally:
                self._room.release()
        finally:
            lock.release()

    async def _wait_for(self, lock: asyncio.Lock, station: str) -> None:
        detail = f"{station} is pushing already; send one message after the other."
        if not lock.locked():
            await lock.acquire()
            return
        if station in self._waiting:
            raise _busy(429, detail)
        self._waiting.add(station)
        try:
            async with asyncio.timeout(self._wait_s):
                await lock.acquire()
        except TimeoutError:
            raise _busy(429, detail) from None
        finally:
            self._waiting.discard(station)

    async def _wait_for_room(self) -> None:
        try:
            async with asyncio.timeout(self._wait_s):
                await self._room.acquire()
        except TimeoutError:
            raise _busy(503, "Too many stations are pushing at this moment.") from None


def _busy(status: int, detail: str) -> Problem:
    return Problem(status, "busy", detail, headers={"Retry-After": _RETRY_AFTER_S})
