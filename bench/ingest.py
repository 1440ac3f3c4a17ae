"""Pushes over HTTP into PostgreSQL against a raw COPY of the same rows into an equal table.

Several stations push bodies that were packed beforehand; the server is a process of its own.
What it stored is then copied by psycopg, 500 rows a commit, into a database of the same schema.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg

from bench.long_journal import scratch_folder
from bench.plant import postgres, serving
from bench.pusher import pusher, until_drawn
from bench.rows import Row, rate_row
from bench.scale import scaled
from server.db.engine import open_database
from server.db.migrate import migrate
from tests.helpers.plant_rig import scratch_database

if TYPE_CHECKING:
    from pathlib import Path

    from bench.plant import Serving
    from bench.pusher import Pusher

STATIONS = 4
EVENTS_A_PUSH = 500
PUSHES_A_ROUND = 12
ROUNDS = 4
LEAST_RATIO = 0.4

COLUMNS = (
    "pos, station, epoch, seq, event_id, kind, at, recv_at, unit, order_id, hash, prev_hash, raw"
)
TYPES = (
    ("int8", "text", "int4", "int8", "text", "text", "int8", "int8") + ("text",) * 4 + ("bytea",)
)


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


@dataclass(slots=True)
class _Seconds:
    """What each side has taken so far."""

    pushed: float = 0.0
    drawn: float = 0.0
    copied: float = 0.0
    server_cpu: float = 0.0


async def _measure(server: Serving, pushed: str, copied: str) -> list[Row]:
    rounds = scaled(ROUNDS)
    pushers = [await _ready(server, n, rounds + 1) for n in range(STATIONS)]
    taken, at = _Seconds(), 0
    for number in range(rounds + 1):
        if number == 1:
            taken = _Seconds()  # the first round warmed everything up
        cpu_before, began = server.cpu_s(), time.perf_counter()
        await asyncio.gather(*(one.push(PUSHES_A_ROUND) for one in pushers))
        taken.pushed += time.perf_counter() - began
        taken.server_cpu += server.cpu_s() - cpu_before
        await until_drawn(server, pushers[0].client)
        taken.drawn += time.perf_counter() - began
        rows = _rows_after(pushed, at)
        at += len(rows)
        taken.copied += _copy(copied, rows)
    for one in pushers:
        await one.client.aclose()
    return _rows(taken, rounds * STATIONS * PUSHES_A_ROUND * EVENTS_A_PUSH)


def _rows(taken: _Seconds, count: int) -> list[Row]:
    raw = rate_row(f"raw COPY, {EVENTS_A_PUSH} rows a commit", count, taken.copied)
    pushes = count / EVENTS_A_PUSH
    busy = f"{taken.server_cpu / pushes * 1e3:.1f} ms of processor time a push in the server"
    name = f"ingest over HTTP, {STATIONS} stations, PostgreSQL"
    base = raw.value
    return [
        raw,
        rate_row(name, count, taken.pushed, baseline_per_s=base, least=LEAST_RATIO, note=busy),
        rate_row("… until also drawn", count, taken.drawn, baseline_per_s=base),
    ]


async def _ready(server: Serving, number: int, rounds: int) -> Pusher:
    pushes = rounds * PUSHES_A_ROUND
    return await pusher(server, f"ST-{number:03}", pushes=pushes, size=EVENTS_A_PUSH, curves=True)


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
