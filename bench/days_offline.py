"""Days offline, drained: what it takes of a station's and of the server's memory at most.

``python -m bench.days_offline URL CODE FOLDER`` is the station's process.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.store import JournalStore
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from bench.long_journal import scratch_folder
from bench.plant import peak_bytes, serving
from bench.rows import Row
from bench.scale import scaled
from sync.client import SyncClient, open_http
from sync.identity import SEED_BYTES, Enrolment, Identity
from sync.link import enrol
from tests.helpers.offline_days import work_offline

if TYPE_CHECKING:
    from app.ports.sync import SyncStatus

EVENTS, PHOTOS = 200_000, 2_000
STATION = "ST-040"
#: Ten times as much offline, against a tenth of it.
MOST_RATIO = 1.2


def rows() -> list[Row]:
    """The drain of a tenth, then of all, each into a server of its own."""
    events, photos = scaled(EVENTS), scaled(PHOTOS)
    short = _peaks(max(1, events // 10), max(1, photos // 10))
    long = _peaks(events, photos)
    return [
        Row(
            f"days offline: most memory of the {side}",
            events,
            after / 1e6,
            "MB",
            after / before,
            MOST_RATIO,
            note=f"{photos:,} photos; {before / 1e6:.0f} MB for a tenth",
        )
        for side, before, after in zip(("station's sync", "server"), short, long, strict=True)
    ]


def _peaks(events: int, photos: int) -> tuple[int, int]:
    folder = scratch_folder()
    work_offline(folder / "station", events=events, photos=photos)
    with serving(folder / "data") as server:
        words = [server.url, server.enrolment_code(), str(folder / "station")]
        child = subprocess.run(  # noqa: S603 - our own interpreter and words
            [sys.executable, "-m", "bench.days_offline", *words],
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
        return int(child.stdout), server.peak_bytes()


async def _drain(url: str, code: str, folder: Path) -> None:
    identity = Identity(STATION, os.urandom(SEED_BYTES))
    store = JournalStore(
        folder / "j.db", station=STATION, clock=SystemClock(), random_bytes=os.urandom
    )
    journal = SqliteJournal(store)
    await journal.open()
    async with open_http(url) as http:
        enrolled = await enrol(http, identity, code=code, name=STATION)
        outbox = SqliteOutbox(journal)
        drained = asyncio.Event()

        def told(status: SyncStatus) -> None:
            if status.generation and status.waiting == 0:
                drained.set()

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
            on_status=told,
        )
        syncing = asyncio.create_task(client.run())
        await drained.wait()
        while await outbox.blobs_to_send(1):  # noqa: ASYNC110 - another lane does it
            await asyncio.sleep(0.05)
        syncing.cancel()
        await asyncio.gather(syncing, return_exceptions=True)
    await journal.close()


if __name__ == "__main__":
    asyncio.run(_drain(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
    print(peak_bytes(os.getpid()))
