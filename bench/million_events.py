"""A journal of a million events: opened after a kill, started upon, and nothing to sync."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.domain.envelope import decode_envelope
from app.ports.sync import PushMark
from bench.journal_append import timed
from bench.long_journal import STATION, long_journal, open_journal, scratch_folder
from bench.plant import serving
from bench.rows import Row, Times, median_row
from bench.scale import scaled
from bench.station_start import sign_in_row, station_command, until_sign_in
from bench.synced_station import synced_station
from server.db.engine import open_database
from server.db.tables import chain, counter, event, plant
from server.log.identity import LOG

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.ports.sync import StoredEvent
    from bench.plant import Serving
    from bench.synced_station import SyncedStation

OPENS = 5
STARTS = 3
SYNCS = 100
SHORT = 1_000
MOST_SYNC_US = 20_000.0

#: Leaves a write-ahead log behind: it is killed before anything of it is checkpointed.
VICTIM = """
import sys; from pathlib import Path; from bench.long_journal import note, open_journal
store = open_journal(Path(sys.argv[1]))
for _ in range(200): store.append((note(),))
print("written", flush=True); sys.stdin.read()
"""


def run() -> list[Row]:
    """On a long journal and on a short one."""
    count = scaled(1_000_000)
    long, short = long_journal(count), long_journal(SHORT)
    return [*_opens(long, short, count), *_starts(long, short, count), *_syncs(long, count)]


def _opens(long: Path, short: Path, count: int) -> list[Row]:
    took: dict[Path, list[float]] = {short: [], long: []}
    for _ in range(OPENS):
        for path, times in took.items():
            _write_and_die(path)
            assert path.with_name("journal.db-wal").stat().st_size > 0
            times.append(timed(lambda p=path: open_journal(p).close()))  # type: ignore[misc]  # mypy cannot infer the default's type
    base = Times(f"journal of {SHORT:,}: opened after a kill", took[short])
    opened = Times(f"journal of {count:,}: opened after a kill", took[long])
    return [median_row(base), median_row(opened, base)]


def _write_and_die(path: Path) -> None:
    words = [sys.executable, "-c", VICTIM, str(path)]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and words
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline() == "written\n"
        victim.kill()


def _starts(long: Path, short: Path, count: int) -> list[Row]:
    commands = {
        path: station_command(scratch_folder(), data=path.parent) for path in (short, long)
    }
    took: dict[Path, list[float]] = {short: [], long: []}
    for _ in range(STARTS):
        for path, command in commands.items():
            took[path].append(until_sign_in(command))
    few = Times(f"station on a journal of {SHORT:,}: sign-in page", took[short])
    many = Times(f"station on a journal of {count:,}: sign-in page", took[long])
    slower = many.median_us / few.median_us
    note = f"{slower:.2f} times as long"
    return [median_row(few), sign_in_row(many, note)]


def _syncs(path: Path, count: int) -> list[Row]:
    data = scratch_folder() / "data"
    with serving(data) as server:
        return asyncio.run(_sync(path, data, server, count))


async def _sync(path: Path, data: Path, server: Serving, count: int) -> list[Row]:
    async with synced_station(path, server, STATION) as station:
        await _confirm_all(station, data)
        took, cpu = [], []
        for _ in range(SYNCS):
            began, cpu_began = time.perf_counter(), time.process_time()
            await _sync_from_start(station)
            took.append((time.perf_counter() - began) * 1e6)
            cpu.append((time.process_time() - cpu_began) * 1e6)
    name = f"station of {count:,} events: nothing to sync"
    return [
        median_row(Times(name, took), most=MOST_SYNC_US),
        median_row(Times(f"{name}, its processor time", cpu)),
    ]


async def _sync_from_start(station: SyncedStation) -> None:
    """All that a station asks when it has just come up and nothing is new on either side."""
    uplink = station.uplink()
    while await uplink.step() is not None:
        pass
    await station.downlink().step()
    backlog = await station.outbox.backlog()
    assert backlog.waiting == 0
    await station.outbox.blobs_to_send(16)
    await station.outbox.blobs_to_fetch(16)


async def _confirm_all(station: SyncedStation, data: Path) -> None:
    """Make both sides agree that all was sent.

    To send a million events first would take longer than all the rest: the server's own tables
    are told of the last two, which is what it compares a question with.
    """
    mark = await station.outbox.push_mark()
    head = station.journal.store.head
    last = await station.outbox.events(mark.epoch, after=head.seq - 2, limit=2)
    generation = await asyncio.to_thread(_tell_server, data, last)
    await station.outbox.move_push_mark(PushMark(generation, mark.epoch, head.seq))
    await station.downlink().step()


def _tell_server(data: Path, last: Sequence[StoredEvent]) -> str:
    database = open_database(None, file=data / "plant.db")
    with database.write() as connection:
        newest = last[-1]
        rows = [_row(one, pos) for pos, one in enumerate(last, 1)]
        connection.execute(event.insert(), rows)
        connection.execute(counter.update().where(counter.c.name == LOG).values(value=len(rows)))
        here = (chain.c.station == STATION) & (chain.c.epoch == newest.epoch)
        known = chain.update().where(here).values(high_water=newest.seq, hash=newest.hash)
        assert connection.execute(known).rowcount == 1
        generation = str(connection.execute(sa.select(plant.c.generation)).scalar_one())
    database.close()
    return generation


def _row(one: StoredEvent, pos: int) -> dict[str, object]:
    envelope = decode_envelope(one.raw)
    return {
        "pos": pos,
        "station": envelope.station,
        "epoch": one.epoch,
        "seq": one.seq,
        "event_id": envelope.event_id,
        "kind": envelope.kind,
        "at": envelope.at,
        "recv_at": envelope.at,
        "unit": envelope.refs.unit,
        "order_id": envelope.refs.order,
        "hash": one.hash,
        "prev_hash": one.prev_hash,
        "raw": one.raw,
    }
