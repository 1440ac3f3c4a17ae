"""Sync end to end: a journal into the server, documents back, and PouchDB with the same ones."""

from __future__ import annotations

import asyncio
import shutil
import time
from typing import TYPE_CHECKING

import msgspec

from app.domain.plant import Lot
from app.ports.sync import FeedMark
from bench.long_journal import STATION, long_journal, open_journal, scratch_folder
from bench.plant import any_database, serving
from bench.pouchdb_peer import CannotRun, Peer, pouchdb
from bench.rows import Row, not_run, rate_row
from bench.scale import scaled
from bench.synced_station import synced_station
from server.log.feed import Document, publish
from server.plant import open_plant
from server.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bench.plant import Serving

ROUNDS = 3
LEAST_PUSH = 5.0
LEAST_PULL = 8.0


def run() -> list[Row]:
    """Everything against an empty server of its own, so that no run helps the next."""
    rows = [_end_to_end(kind) for kind in ("SQLite", "PostgreSQL")]
    try:
        with pouchdb() as peer:
            return rows + _push_against(peer) + _pull_against(peer)
    except CannotRun as why:
        return [*rows, not_run("PouchDB: push and cold pull", str(why))]


def _end_to_end(kind: str) -> Row:
    count = scaled(50_000)
    seconds = _push_seconds(count, kind)
    return rate_row(f"sync of {count:,} events, journal to {kind}", count, seconds)


def _push_against(peer: Peer) -> list[Row]:
    count = scaled(10_000)
    documents = _events_as_documents(count)
    theirs, ours = 0.0, 0.0
    for number in range(ROUNDS):
        theirs += peer.push(documents, f"events-{number}")
        ours += _push_seconds(count, "SQLite")
    total = count * ROUNDS
    base = rate_row("PouchDB: push, LevelDB to LevelDB", total, theirs)
    name = "the same events, journal to SQLite"
    return [base, rate_row(name, total, ours, baseline_per_s=base.value, least=LEAST_PUSH)]


def _pull_against(peer: Peer) -> list[Row]:
    count = scaled(10_000)
    folder = scratch_folder()
    lots = [_lot(number) for number in range(count)]
    _publish(folder / "data", lots)
    documents = _write_lines(folder / "lots.jsonl", (_as_document(d.key, d.body) for d in lots))
    peer.push(documents, "lots")
    theirs, ours = 0.0, 0.0
    with serving(folder / "data") as server:
        for number in range(ROUNDS):
            shutil.rmtree(peer.folder / "client-pull-lots", ignore_errors=True)
            theirs += peer.pull(documents, "lots")
            ours += asyncio.run(_pull_seconds(folder, server, number, count))
    total = count * ROUNDS
    base = rate_row("PouchDB: cold pull, LevelDB to LevelDB", total, theirs)
    name = "the same documents, SQLite to journal"
    return [base, rate_row(name, total, ours, baseline_per_s=base.value, least=LEAST_PULL)]


def _push_seconds(count: int, kind: str) -> float:
    """From the first step to the last confirmation, all of a journal of ``count``."""
    path, folder = long_journal(count), scratch_folder()
    with any_database(kind) as database, serving(folder / "data", database=database) as server:
        return asyncio.run(_push_all(path, server, count))


async def _push_all(path: Path, server: Serving, count: int) -> float:
    async with synced_station(path, server, STATION) as station:
        began = time.perf_counter()
        await station.push_all()
        seconds = time.perf_counter() - began
        mark = await station.outbox.push_mark()
        assert mark.acked == count, f"the server confirmed {mark.acked} of {count}"
        return seconds


async def _pull_seconds(folder: Path, server: Serving, number: int, count: int) -> float:
    """A new station, from its first question to every document durable in its journal."""
    name = f"PULL-{number}"
    async with synced_station(folder / f"{name}.db", server, name) as station:
        assert await station.outbox.feed_mark() == FeedMark("", 0)
        began = time.perf_counter()
        await station.downlink().step()
        seconds = time.perf_counter() - began
        assert len(await station.journal.all(Lot)) == count
        return seconds


def _events_as_documents(count: int) -> Path:
    """The same events as a document database takes them: their JSON with their id."""
    store = open_journal(long_journal(count))
    with store.read() as db:
        rows = db.execute("SELECT event_id, raw FROM event ORDER BY epoch, seq").fetchall()
    store.close()
    lines = (_as_document(str(key), bytes(raw)) for key, raw in rows)  # type: ignore[arg-type]  # the columns' types are the schema's
    return _write_lines(scratch_folder() / "events.jsonl", lines)


def _as_document(key: str, body: bytes) -> bytes:
    return b'{"_id":' + msgspec.json.encode(key) + b"," + body[1:]


def _write_lines(path: Path, lines: Iterable[bytes]) -> Path:
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


def _lot(number: int) -> Document:
    lot = Lot(lot=f"L-{number:06}", part="SKF-6204", location=f"rack B{number % 40}", quantity=140)
    return Document(Lot.KIND, lot.lot, msgspec.json.encode(lot))


def _publish(folder: Path, documents: list[Document]) -> None:
    plant = open_plant(Settings(folder))
    with plant.database.write() as connection:
        publish(connection, documents, now_us=plant.now_us())
    plant.project()
    plant.close()
