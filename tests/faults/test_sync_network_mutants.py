"""What watches the bad network is not blind: stations and servers that cheat are found out.

Each mutant is the product with one part of it replaced by one that breaks a rule.
"""

from __future__ import annotations

import asyncio
import gzip
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import httpx
import msgspec
import pytest
import sqlalchemy as sa

from app.ports.sync import Document, FeedMark
from server.db.engine import Database
from server.plant import Plant
from sync.wire import Push, Pushed
from tests.helpers.network import bad_network
from tests.helpers.storm import Lost, Parts, WatchedOutbox, Weather, one_connection_each, storm
from tests.helpers.sync_rig import RunningPlant

#: Two stations need no longer than this to meet every fault.
WEATHER = Weather(stations=2, rounds=30)
PUSH = "/v1/sync/push"


class Cheating(httpx.AsyncBaseTransport):
    """Hands requests on; ``without_answer`` says what becomes of one that has none."""

    def __init__(self) -> None:
        self._honest = one_connection_each()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            return await self._honest.handle_async_request(request)
        except httpx.TransportError:
            answer = await self.without_answer(request)
            if answer is None:
                raise
            return answer

    async def without_answer(self, request: httpx.Request) -> httpx.Response | None:
        raise NotImplementedError

    async def aclose(self) -> None:
        await self._honest.aclose()


class PushTakenForDone(Cheating):
    """What was sent is held for confirmed although no answer came."""

    async def without_answer(self, request: httpx.Request) -> httpx.Response | None:
        if request.url.path != PUSH:
            return None
        push = msgspec.json.decode(gzip.decompress(request.content), type=Push)
        if not push.events or not push.generation:
            return None
        answer = Pushed(
            generation=push.generation,
            epoch=push.epoch,
            high_water=push.from_seq + len(push.events) - 1,
            hash_at_high_water=push.events[-1].hash,
            server_time=push.sent_at,
        )
        return httpx.Response(200, content=msgspec.json.encode(answer))


class BlobTakenForSent(Cheating):
    """As with events, with the bytes of curves and photos."""

    async def without_answer(self, request: httpx.Request) -> httpx.Response | None:
        is_blob = request.url.path.startswith("/v1/blobs/")
        return httpx.Response(200) if is_blob and request.method != "GET" else None


class SilentAfterFailure(Cheating):
    """One push without an answer, and the station waits for it for ever."""

    async def without_answer(self, request: httpx.Request) -> httpx.Response | None:
        if request.url.path == PUSH:
            await asyncio.Event().wait()
        return None


class CursorAhead(WatchedOutbox):
    """A station that goes one further in the feed than what it was sent."""

    async def apply_feed(
        self, asked: FeedMark, *, up_to: int, documents: Sequence[Document]
    ) -> bool:
        return await super().apply_feed(asked, up_to=up_to + 1, documents=documents)


class ForgetfulDatabase(Database):
    """Some transactions are undone, and nobody is told."""

    def __init__(self, database: Database) -> None:
        super().__init__(database.engine)
        self._database = database
        self._luck = random.Random(1)  # noqa: S311 (repeatable)

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        with suppress(_Undone), self._database.write() as connection:
            yield connection
            self._forget()

    @contextmanager
    def write_on(self, connection: sa.Connection) -> Iterator[None]:
        with suppress(_Undone), self._database.write_on(connection):
            yield
            self._forget()

    def _forget(self) -> None:
        if self._luck.random() < 0.05:
            raise _Undone


class _Undone(Exception):
    """Rolls back."""


def _honest(plant: Plant) -> Plant:
    return plant


def _forgetful(plant: Plant) -> Plant:
    return replace(plant, database=ForgetfulDatabase(plant.database))


@dataclass(frozen=True, slots=True)
class Mutant:
    """A part of a station or of the server that breaks a rule, and how that is told."""

    told: str
    parts: Parts = field(default_factory=Parts)
    server: Callable[[Plant], Plant] = _honest
    weather: Weather = WEATHER


MUTANTS = {
    "a push without an answer counts": Mutant("for confirmed", Parts(transport=PushTakenForDone)),
    "a blob without an answer counts": Mutant("for sent", Parts(transport=BlobTakenForSent)),
    "a lane that never tries again": Mutant(
        "nothing moved", Parts(transport=SilentAfterFailure), weather=replace(WEATHER, stall_s=3)
    ),
    "a cursor ahead of what was sent": Mutant("goes from", Parts(outbox=CursorAhead)),
    "a server that answers without a commit": Mutant("for confirmed", server=_forgetful),
}


@pytest.mark.parametrize("name", MUTANTS)
async def test_a_cheat_is_found_out(tmp_path: Path, name: str) -> None:
    mutant = MUTANTS[name]
    async with AsyncExitStack() as stack:
        plant = RunningPlant(tmp_path / "plant", altered=mutant.server)
        await plant.start()
        stack.push_async_callback(plant.stop)
        network = await stack.enter_async_context(bad_network(plant.port, seed=1, faulty=0.4))
        raging = await stack.enter_async_context(
            storm(tmp_path, plant, network, mutant.weather, seed=1, parts=mutant.parts)
        )
        with pytest.raises(Lost, match=mutant.told):
            await raging.play()
