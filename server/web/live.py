"""Tells open pages which topics moved: one look at the database for all pages of a worker.

A topic is a few newest positions; when one is another than before, the topic moved.  What moved
is no secret: names of topics, never what is in them.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from anyio.to_thread import run_sync

from server.db.form_tables import form_run
from server.db.memory_tables import memory_case, memory_said
from server.db.tables import feed, situation, station, station_state, unit
from server.log.identity import LOG

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from server.plant import Plant

#: Open pages of one worker; those beyond look for themselves now and then.
MOST_STREAMS = 200
_HEARTBEAT_S = 15.0
#: A busy line must not make every board draw itself a hundred times a second.
_PAUSE_S = 0.2
_AFTER_A_FAILURE_S = 1.0

_UNITS = sa.select(sa.func.max(unit.c.last_pos))
_DOCUMENTS = sa.select(sa.func.max(feed.c.pos))

#: A page's part names the topics it shows; here is what makes each of them move.
TOPICS: dict[str, tuple[sa.Select[Any], ...]] = {
    "line": (
        sa.select(sa.func.max(station_state.c.pos)),
        sa.select(sa.func.count()).select_from(station),
        _DOCUMENTS,
    ),
    "orders": (_UNITS, _DOCUMENTS),
    "situations": (
        sa.select(sa.func.count()).where(situation.c.closed_at.is_(None)),
        sa.select(sa.func.max(situation.c.opened_at)),
        _DOCUMENTS,
    ),
    "memory": (
        sa.select(sa.func.max(memory_case.c.at)),
        sa.select(sa.func.max(memory_said.c.number)),
        _DOCUMENTS,
    ),
    "units": (_UNITS, _DOCUMENTS),
    "checks": (sa.select(sa.func.max(form_run.c.last_pos)),),
}

_log = logging.getLogger(__name__)


class Live:
    """The streams of one worker; every method belongs to its event loop."""

    def __init__(self, plant: Plant, *, most: int = MOST_STREAMS) -> None:
        self._plant = plant
        self._most = most
        self._streams: set[_Stream] = set()
        self._watching: asyncio.Task[None] | None = None
        self._is_looking = asyncio.Event()

    @property
    def is_full(self) -> bool:
        return len(self._streams) >= self._most

    async def events(self) -> AsyncIterator[str]:
        """Server-sent events, until the server stops or the other end hangs up.

        From "hello" on nothing is missed; a page looks once more when it hears it.
        """
        stream = _Stream()
        self._streams.add(stream)
        if self._watching is None or self._watching.done():
            self._is_looking.clear()
            self._watching = asyncio.create_task(self._watch())
        try:
            await self._is_looking.wait()
            yield "event: hello\nretry: 2000\ndata:\n\n"
            while not self._plant.waker.is_closed:
                moved = await stream.next(_HEARTBEAT_S)
                if moved:
                    yield f"event: moved\ndata: {' '.join(sorted(moved))}\n\n"
                else:
                    yield ": still here\n\n"
        finally:
            self._streams.discard(stream)

    async def _watch(self) -> None:
        """Look whenever something was drawn, here or by another worker, while pages are open."""
        waker = self._plant.waker
        seen, before = waker.version(LOG), await self._look()
        self._is_looking.set()
        while self._streams and not waker.is_closed:
            if await waker.wait(LOG, seen=seen, timeout_s=_HEARTBEAT_S):
                seen, now = waker.version(LOG), await self._look()
                self._tell({topic for topic in TOPICS if now.get(topic) != before.get(topic)})
                before = now
                await asyncio.sleep(_PAUSE_S)
        self._tell(set())

    def _tell(self, moved: set[str]) -> None:
        for stream in self._streams:
            if moved or self._plant.waker.is_closed:
                stream.add(moved)

    async def _look(self) -> Mapping[str, tuple[int | None, ...]]:
        """The newest positions of every topic; nothing while the database is away."""
        try:
            return await run_sync(self._positions)
        except (sa.exc.DBAPIError, sa.exc.TimeoutError):
            _log.info("the database is away; open pages are not told what is new")
            await asyncio.sleep(_AFTER_A_FAILURE_S)
            return {}

    def _positions(self) -> dict[str, tuple[int | None, ...]]:
        wanted = {one: index for index, one in enumerate(_every_select())}
        with self._plant.database.read() as connection:
            row = connection.execute(
                sa.select(*(one.scalar_subquery().label(f"n{at}") for one, at in wanted.items()))
            ).one()
        return {topic: tuple(row[wanted[one]] for one in of) for topic, of in TOPICS.items()}


class _Stream:
    """What one open page has not been told yet."""

    def __init__(self) -> None:
        self._moved: set[str] = set()
        self._news = asyncio.Event()

    def add(self, moved: set[str]) -> None:
        self._moved |= moved
        self._news.set()

    async def next(self, timeout_s: float) -> set[str]:
        """What moved since the last time; empty when nothing did in time."""
        try:
            await asyncio.wait_for(self._news.wait(), timeout_s)
        except TimeoutError:
            return set()
        self._news.clear()
        moved, self._moved = self._moved, set()
        return moved


def _every_select() -> list[sa.Select[Any]]:
    return list(dict.fromkeys(one for of in TOPICS.values() for one in of))
