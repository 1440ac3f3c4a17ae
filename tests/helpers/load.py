"""Stations that push until everything is acknowledged, whatever the server does meanwhile."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import httpx
import msgspec
import psycopg

from sync.wire import Pushed
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAUSE_S = 0.05


@dataclass
class Pusher:
    """One station's outbox: ``acked`` events are the server's promise."""

    station: FakeStation
    batch: int = 50
    acked: int = 0
    progress: asyncio.Event = field(default_factory=asyncio.Event)

    async def push_once(self, client: httpx.AsyncClient) -> httpx.Response:
        """The next batch; only an acknowledgement moves on."""
        first = self.acked + 1
        push = self.station.push_of(first, first + self.batch - 1)
        reply = await self.station.push(client, push)
        if reply.status_code == HTTPStatus.OK:
            answer = msgspec.json.decode(reply.content, type=Pushed)
            assert answer.hash_at_high_water == self.station.hash_at(answer.high_water)
            self.acked = answer.high_water
            self.progress.set()
        return reply

    async def drain(self, client: httpx.AsyncClient) -> None:
        """Push until all is acknowledged; what goes wrong on the way is tried again."""
        while self.acked < len(self.station.written):
            try:
                reply = await self.push_once(client)
            except httpx.TransportError:
                await asyncio.sleep(_PAUSE_S)
                continue
            if reply.status_code == HTTPStatus.UNAUTHORIZED:
                await self.station.sign_in(client)
            elif reply.status_code != HTTPStatus.OK:
                assert reply.status_code == HTTPStatus.SERVICE_UNAVAILABLE, reply.text
                await asyncio.sleep(_PAUSE_S)

    async def push_until_gone(self, client: httpx.AsyncClient) -> None:
        """Push until the server stops answering."""
        while self.acked < len(self.station.written):
            try:
                await self.push_once(client)
            except httpx.TransportError:
                return

    async def has_acked(self, least: int) -> None:
        while self.acked < least:
            self.progress.clear()
            await self.progress.wait()


async def pushers(client: httpx.AsyncClient, codes: Sequence[str], events: int) -> list[Pusher]:
    """Enrolled and signed-in stations, one for each code, with ``events`` notes to push."""
    found = []
    for number, code in enumerate(codes):
        station = FakeStation(f"ST-{number:03}")
        await station.enrol(client, code)
        assert (await station.sign_in(client)).status_code == HTTPStatus.OK
        station.notes(events)
        found.append(Pusher(station))
    return found


def client_of(url: str, timeout_s: float = PATIENT_S) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=url, timeout=timeout_s, trust_env=False)


async def codes_of(client: httpx.AsyncClient, count: int) -> list[str]:
    """Enrolment codes, as an administrator on the server's machine asks for them."""
    replies = [await client.post("/v1/enrolment-codes") for _ in range(count)]
    return [str(reply.json()["code"]) for reply in replies]


def assert_log_is_union(rows: Sequence[Any], stations: Sequence[FakeStation]) -> None:
    """Rows (pos, station, seq, hash) are all the stations wrote: once, in order, without holes."""
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    stored: dict[str, list[tuple[int, str]]] = {station.name: [] for station in stations}
    for _pos, name, seq, digest in rows:
        stored[name].append((seq, digest))
    for station in stations:
        written = [(seq, one.hash) for seq, one in enumerate(station.written, start=1)]
        assert stored[station.name] == written


def log_in_postgres(url: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(
            "SELECT pos, station, seq, hash FROM event ORDER BY pos"
        ).fetchall()


async def all_drawn(client: httpx.AsyncClient, events: int) -> None:
    """Until the projections show all ``events``; the caller's time limit is its own."""
    while True:
        health = (await client.get("/v1/health")).json()
        if (health.get("events"), health.get("behind")) == (events, 0):
            return
        await asyncio.sleep(_PAUSE_S)
