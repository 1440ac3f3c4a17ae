"""A station's journal and its sync steps against a real server, without the lanes' pauses."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.store import JournalStore
from app.runtime.clock import SystemClock
from sync.client import open_http
from sync.feed_lane import Downlink
from sync.identity import SEED_BYTES, Identity
from sync.link import PlantLink, enrol
from sync.push_lane import Uplink
from sync.push_message import PushWriter

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bench.plant import Serving


@dataclass(frozen=True, slots=True)
class SyncedStation:
    """An enrolled station; lanes are made new when sync starts."""

    journal: SqliteJournal
    outbox: SqliteOutbox
    link: PlantLink
    identity: Identity

    def uplink(self) -> Uplink:
        return Uplink(
            outbox=self.outbox,
            link=self.link,
            identity=self.identity,
            writer=PushWriter(self.identity, SystemClock()),
            clock=SystemClock(),
            on_sample=lambda _: None,
        )

    def downlink(self) -> Downlink:
        return Downlink(
            outbox=self.outbox,
            link=self.link,
            clock=SystemClock(),
            wait_s=1,
            on_documents=lambda _: None,
            on_sample=lambda _: None,
        )

    async def push_all(self) -> None:
        """Push until there is nothing left to push."""
        uplink = self.uplink()
        while await uplink.step() is not None:
            pass


@asynccontextmanager
async def synced_station(path: Path, server: Serving, name: str) -> AsyncIterator[SyncedStation]:
    """The station on the journal at ``path``, enrolled with ``server``."""
    store = JournalStore(path, station=name, clock=SystemClock(), random_bytes=os.urandom)
    journal = SqliteJournal(store)
    await journal.open()
    identity = Identity(name, os.urandom(SEED_BYTES))
    try:
        async with open_http(server.url) as http:
            await enrol(http, identity, code=server.enrolment_code(), name=name)
            link = PlantLink(http, identity, lambda: None)
            yield SyncedStation(journal, SqliteOutbox(journal), link, identity)
    finally:
        await journal.close()
