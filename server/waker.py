"""Wakes those who wait for something new, from whatever thread it came."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress


class Waker:
    """Topics with a version each; a waiter names the version it has seen, so nothing is missed."""

    def __init__(self) -> None:
        self._versions: Counter[str] = Counter()
        self._waiters: set[asyncio.Event] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.is_closed = False

    def bind(self, loop: asyncio.AbstractEventLoop) -> None:
        """Say on which loop the waiters live; called once when the server starts."""
        self._loop = loop

    @property
    def waiting(self) -> int:
        """How many wait at this moment."""
        return len(self._waiters)

    def version(self, topic: str) -> int:
        return self._versions[topic]

    def notify(self, topic: str) -> None:
        """Something new; callable from any thread."""
        self._versions[topic] += 1
        self._wake()

    def close(self) -> None:
        """Nobody waits any more: the server stops."""
        self.is_closed = True
        self._wake()

    async def wait(self, topic: str, *, seen: int, timeout_s: float) -> bool:
        """Whether ``topic`` moved past ``seen`` in time; returns early when closed."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout_s
        while self._versions[topic] == seen and not self.is_closed:
            remaining_s = deadline - loop.time()
            if remaining_s <= 0:
                return False
            await self._next_wake(remaining_s)
        return self._versions[topic] != seen

    async def _next_wake(self, timeout_s: float) -> None:
        waiter = asyncio.Event()
        self._waiters.add(waiter)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(waiter.wait(), timeout_s)
        finally:
            self._waiters.discard(waiter)

    def _wake(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._set_all)

    def _set_all(self) -> None:
        for waiter in self._waiters:
            waiter.set()
