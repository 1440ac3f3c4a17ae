"""Memory of a station's core and of the server: over an hour's work, and after days offline.

The station builds real units on a real journal while its sync talks to a real server; another
server takes an hour of twenty stations.  What is reported is growth after the first quarter;
of days offline (see bench/days_offline.py) it is the most that was held.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import statistics
import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec

from app.domain.plant import Order
from app.journal.outbox import SqliteOutbox
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from bench import days_offline
from bench.long_journal import scratch_folder
from bench.plant import resident_bytes, serving
from bench.pusher import pusher, until_drawn
from bench.rows import Row
from bench.scale import scaled
from server.log.feed import Document, publish
from server.plant import open_plant
from server.settings import Settings
from sync.client import SyncClient, open_http
from sync.identity import SEED_BYTES, Enrolment, Identity
from sync.link import enrol
from tests.helpers.gearbox import INSTRUCTION
from tests.helpers.station_rig import PLANT, REVISION, document, station_at
from tests.helpers.whole_units import build_unit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: A station finishes a unit a minute; so an hour is sixty.
MINUTES = 60
HOURS = 3
STATIONS = 20
EVENTS_A_MINUTE = 20
STATION = "ST-040"
#: The last quarter against the second one.
MOST_RATIO = 1.05
_MB = 1e6


def run() -> list[Row]:
    """The station works three hours, because one hour of one station is little to tell from."""
    return [_station(), asyncio.run(_server()), *days_offline.rows()]


def _station() -> Row:
    data = scratch_folder() / "data"
    _publish(data)
    units = scaled(HOURS * MINUTES)
    with serving(data) as server:
        words = ["-m", "bench.memory", server.url, server.enrolment_code(), str(units)]
        child = subprocess.run(  # noqa: S603 - our own interpreter and words
            [sys.executable, *words], stdout=subprocess.PIPE, check=True, text=True
        )
    return _row(f"station's core: {units} units", [int(line) for line in child.stdout.split()])


async def _server() -> Row:
    with serving(scratch_folder() / "data") as server:
        minutes = scaled(MINUTES)
        stations = [
            await pusher(server, f"ST-{n:03}", pushes=minutes, size=EVENTS_A_MINUTE, curves=False)
            for n in range(STATIONS)
        ]
        sizes = []
        for _ in range(minutes):
            await asyncio.gather(*(one.push(1) for one in stations))
            await until_drawn(server, stations[0].client)
            sizes.append(server.resident_bytes())
        for one in stations:
            await one.client.aclose()
    events = minutes * STATIONS * EVENTS_A_MINUTE
    return _row(f"server: {events:,} events of {STATIONS} stations", sizes)


def _row(name: str, sizes: list[int]) -> Row:
    quarter = max(1, len(sizes) // 4)
    early, late = sizes[quarter : 2 * quarter] or sizes, sizes[-quarter:]
    before, after = statistics.median(early), statistics.median(late)
    note = f"{(after - before) / _MB:+.1f} MB from the second quarter to the last"
    return Row(
        f"memory of the {name}",
        len(sizes),
        after / _MB,
        "MB",
        after / before,
        MOST_RATIO,
        note=note,
    )


def _publish(folder: Path) -> None:
    """What the station works from, with an order that is large enough."""
    plant = open_plant(Settings(folder))
    with plant.database.write() as connection:
        publish(connection, list(_documents()), now_us=plant.now_us())
    plant.close()


def _documents() -> Iterable[Document]:
    for record in PLANT:
        kept = (
            msgspec.structs.replace(record, quantity=10**6)
            if isinstance(record, Order)
            else record
        )
        one = document(kept, 0)
        assert one.body is not None
        yield Document(one.kind, one.key, one.body)
    yield Document("instruction", REVISION, msgspec.json.encode(INSTRUCTION))


async def _work(url: str, code: str, units: int) -> None:
    """The station's own process: says after each unit what memory it holds."""
    folder = scratch_folder()
    identity = Identity(STATION, os.urandom(SEED_BYTES))
    async with open_http(url) as http, station_at(folder) as rig:
        enrolled = await enrol(http, identity, code=code, name=STATION)
        outbox = SqliteOutbox(rig.journal._journal)  # noqa: SLF001 - the rig's own way to the real one
        client = SyncClient(
            outbox=outbox,
            blobs=BlobFiles(folder / "blobs"),
            identity=identity,
            enrolment=Enrolment(
                server_url=url,
                station=STATION,
                epoch=enrolled.epoch,
                plant=enrolled.plant,
                plant_key=enrolled.plant_key,
            ),
            http=http,
            clock=SystemClock(),
            random=lambda: 0.5,
            on_status=lambda _: None,
        )
        syncing = asyncio.create_task(client.run())
        results = itertools.count(1)
        for number in range(units):
            await build_unit(rig, f"0418-{number:05}", results)
            print(resident_bytes(os.getpid()), flush=True)
        syncing.cancel()


if __name__ == "__main__":
    asyncio.run(_work(sys.argv[1], sys.argv[2], int(sys.argv[3])))
