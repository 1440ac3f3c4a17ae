"""Pushes over HTTP into PostgreSQL against a raw COPY of the same rows into an equal table.

Several stations push bodies that were packed beforehand; the server is a process of its own.
What it stored is then copied by psycopg, 500 rows a commit, into a database of the same schema.
"""

from __future__ import annotations

import asyncio
import gzip
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx
import msgspec
import psycopg

from bench.long_journal import scratch_folder
from bench.plant import postgres, serving
from bench.rows import Row, rate_row
from bench.scale import scaled
from server.db.engine import open_database
from server.db.migrate import migrate
from tests.helpers.plant_rig import scratch_database
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from pathlib import Path

    from bench.plant import Serving

STATIONS = 4
EVENTS_A_PUSH = 500
PUSHES_A_ROUND = 4
ROUNDS = 5
LEAST_RATIO = 0.4

COLUMNS = (
    "pos, station, epoch, seq, event_id, kind, at, recv_at, unit, order_id, hash, prev_hash, raw"
)
TYPES = (
    ("int8", "text", "int4", "int8", "text", "text", "int8", "int8") + ("text",) * 4 + ("bytea",)
)


@dataclass
class Pusher:
    """A station with its pushes packed and its connection open."""

    station: FakeStation
    bodies: list[bytes]
    client: httpx.AsyncClient

    async def push(self, count: int) -> None:
        """The next few pushes, one after the other."""
        for _ in range(count):
            body = self.bodies.pop(0)
            reply = await self.client.post("/v1/sync/push", content=body, headers=self._headers())
            assert reply.status_code == 200, reply.text

    def _headers(self) -> dict[str, str]:
        return {**self.station.headers, "Content-Encoding": "gzip"}


def run() -> list[Row]:
    """Pushes and copies in turn, so that the disk's moods meet both alike."""
    folder = scratch_folder()
    with (
        postgres() as cluster,
        scratch_database(cluster) as pushed,
        scratch_database(cluster) as copied,
    ):
        _make_schema(copied, folder)
        with serving(folder / "data", database=pushed) as server:
            return asyncio.run(_measure(server, pushed, copied))


def _make_schema(url: str, folder: Path) -> None:
    database = open_database(url, file=folder / "unused.db")
    migrate(database)
    database.close()


async def _measure(server: Serving, pushed: str, copied: str) -> list[Row]:
    rounds = scaled(ROUNDS)
    pushers = [await _pusher(server, f"ST-{n:03}", rounds + 1) for n in range(STATIONS)]
    seconds, copy_seconds, cpu_s, at = 0.0, 0.0, 0.0, 0
    for number in range(rounds + 1):
        cpu_before, began = server.cpu_s(), time.perf_counter()
        await asyncio.gather(*(one.push(PUSHES_A_ROUND) for one in pushers))
        took, cpu = time.perf_counter() - began, server.cpu_s() - cpu_before
        rows = _rows_after(pushed, at)
        at += len(rows)
        took_copy = _copy(copied, rows)
        if number:  # the first round warms both up
            seconds, copy_seconds, cpu_s = seconds + took, copy_seconds + took_copy, cpu_s + cpu
    for one in pushers:
        await one.client.aclose()
    count = rounds * STATIONS * PUSHES_A_ROUND * EVENTS_A_PUSH
    raw = rate_row(f"raw COPY, {EVENTS_A_PUSH} rows a commit", count, copy_seconds)
    assert raw.value is not None
    busy = f"the server's process is busy {cpu_s / seconds:.0%} of the time"
    name = f"ingest over HTTP, {STATIONS} stations, PostgreSQL"
    base, least = raw.value, LEAST_RATIO
    return [raw, rate_row(name, count, seconds, baseline_per_s=base, least=least, note=busy)]


async def _pusher(server: Serving, name: str, rounds: int) -> Pusher:
    client = httpx.AsyncClient(base_url=server.url, trust_env=False, timeout=60)
    station = FakeStation(name)
    await station.enrol(client, server.enrolment_code())
    assert (await station.sign_in(client)).status_code == 200
    wanted = rounds * PUSHES_A_ROUND * EVENTS_A_PUSH
    while len(station.written) < wanted:
        serial = f"{name}-{len(station.written):07}"
        station.build(serial, gears=f"GS-{serial}")
    firsts = range(1, wanted + 1, EVENTS_A_PUSH)
    return Pusher(station, [_packed(station, first) for first in firsts], client)


def _packed(station: FakeStation, first: int) -> bytes:
    push = station.push_of(first, first + EVENTS_A_PUSH - 1)
    return gzip.compress(msgspec.json.encode(push), compresslevel=3, mtime=0)


def _rows_after(url: str, pos: int) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        statement = f"SELECT {COLUMNS} FROM event WHERE pos > %s ORDER BY pos"  # noqa: S608 (ours)
        return connection.execute(statement.encode(), (pos,), binary=True).fetchall()


def _copy(url: str, rows: list[tuple[Any, ...]]) -> float:
    """Seconds that COPY takes for ``rows``, without connecting."""
    statement = f"COPY event ({COLUMNS}) FROM STDIN (FORMAT BINARY)".encode()
    with psycopg.connect(url) as connection:
        began = time.perf_counter()
        for first in range(0, len(rows), EVENTS_A_PUSH):
            with connection.cursor().copy(statement) as copy:
                copy.set_types(TYPES)
                for row in rows[first : first + EVENTS_A_PUSH]:
                    copy.write_row(row)
            connection.commit()
        return time.perf_counter() - began
