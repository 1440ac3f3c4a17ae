"""Stations that record, push and pull through a bad network, watched at every step.

A station may never hold for confirmed what the server does not have, at no moment of the storm
and not only at its end: what is confirmed may be pruned.  And something always moves, until all
is done: no time is given for it, only for standing still.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import msgspec
import sqlalchemy as sa

from app.domain.plant import Lot
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.store import JournalStore
from app.ports.sync import Document, FeedMark, PushMark, SignedHead, SyncState, SyncStatus
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from server.db.engine import Database
from server.db.tables import blob, event
from server.db.tables import plant as plant_table
from server.log.feed import current_all
from server.log.identity import FEED, LOG, head
from server.plant import Plant
from sync.client import Pace, SyncClient
from sync.identity import Identity
from tests.helpers.journal_rig import curve, note
from tests.helpers.network import BadNetwork
from tests.helpers.patience import PATIENT_S
from tests.helpers.sync_rig import RunningPlant, enrolled

#: Small enough for many requests, large enough that a cut strikes in the middle.
PACE = Pace(
    flush_idle_s=0.01, feed_wait_s=1, first_back_off_s=0.02, back_off_cap_s=0.1, watch_s=0.1
)
_SERVER_ERROR = 500
_TICK_S = 0.02


class Lost(AssertionError):
    """A promise is broken, or nothing moves any more; the text says which."""


class WatchedOutbox(SqliteOutbox):
    """The station's own outbox; whatever is kept as confirmed is looked up at the server."""

    def __init__(self, journal: SqliteJournal, plant: RunningPlant) -> None:
        super().__init__(journal)
        self._plant = plant

    async def move_push_mark(self, mark: PushMark, head: SignedHead | None = None) -> None:
        own = await self.hash_at(mark.epoch, mark.acked)
        if mark.fork is not None or mark.closed is not None:
            msg = f"{self.station}: a fork is called out and there is none: {mark}"
            raise Lost(msg)
        if mark.acked and mark.generation == generation_of(self._plant):
            theirs = hash_at_server(self._plant, self.station, mark)
            if own is None or theirs != own:
                msg = f"{self.station} holds {mark.acked} for confirmed; the server has {theirs}"
                raise Lost(msg)
        await super().move_push_mark(mark, head)

    async def apply_feed(
        self, asked: FeedMark, *, up_to: int, documents: Sequence[Document]
    ) -> bool:
        if len(documents) != up_to - asked.pos:
            msg = f"{self.station} goes from {asked.pos} to {up_to} with {len(documents)}"
            raise Lost(msg)
        return await super().apply_feed(asked, up_to=up_to, documents=documents)

    async def blob_sent(self, sha256: str) -> None:
        if not self._plant.has_blob(sha256):
            msg = f"{self.station} holds blob {sha256} for sent; the server does not have it"
            raise Lost(msg)
        await super().blob_sent(sha256)


class UnsureDatabase(Database):
    """Of the transactions that write, a share ends without a commit, and says so."""

    def __init__(self, database: Database, luck: random.Random, *, share: float) -> None:
        super().__init__(database.engine)
        self.share = share
        self.failed = 0
        self._database = database
        self._luck = luck

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        with self._database.write() as connection:
            yield connection
            self._fail()

    @contextmanager
    def write_on(self, connection: sa.Connection) -> Iterator[None]:
        with self._database.write_on(connection):
            yield
            self._fail()

    def _fail(self) -> None:
        if self._luck.random() < self.share:
            self.failed += 1
            statement = "COMMIT"
            raise sa.exc.OperationalError(statement, {}, OSError("the machine went away"))


def one_connection_each() -> httpx.AsyncHTTPTransport:
    """A connection for each request: every request meets a fault of its own."""
    return httpx.AsyncHTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))


@dataclass(frozen=True, slots=True)
class Parts:
    """What a station is made of; a test may put another part in."""

    outbox: Callable[[SqliteJournal, RunningPlant], SqliteOutbox] = WatchedOutbox
    transport: Callable[[], httpx.AsyncBaseTransport] = one_connection_each


@dataclass(frozen=True, slots=True)
class Weather:
    """How much happens, and how long a station waits for an answer.

    ``events`` is the most that a station records in one round; the next round begins when no
    more than ``behind`` events of all wait.  ``stall_s`` without any progress is standing still:
    an exchange that fails costs a station at most its patience, a wait at the feed and a tenth
    of a second, and several stations have four lanes each.
    """

    stations: int
    rounds: int
    events: int = 30
    behind: int = 60
    blob_share: float = 0.4
    faulty: float = 0.4
    patience_s: float = 0.5
    stall_s: float = 20.0


@dataclass
class Drawn:
    """One station at the bad network."""

    name: str
    journal: SqliteJournal
    outbox: SqliteOutbox
    blobs: BlobFiles
    task: asyncio.Task[None]
    told: list[SyncStatus]
    recorded: int = 0
    kept: dict[str, bytes] = field(default_factory=dict)

    async def record(self, chance: random.Random, weather: Weather) -> None:
        """What a station does in a while: some events, now and then a curve or a photo."""
        events = [note(f"{self.name} {n}") for n in range(chance.randrange(weather.events))]
        if chance.random() < weather.blob_share:
            content = chance.randbytes(chance.choice((200, 5_000, 600_000)))
            sha256 = await self.blobs.put(content)
            self.kept[sha256] = content
            events.append(curve(sha256, sha256[:12]))
        await self.journal.append(*events)
        self.recorded += len(events)

    async def hashes(self) -> list[str]:
        return [one.hash for one in await self.outbox.events(1, after=0, limit=10**9)]


@dataclass
class Storm:
    """Stations, their server and what is between them."""

    plant: RunningPlant
    network: BadNetwork
    weather: Weather
    chance: random.Random
    stations: list[Drawn]
    _moved: tuple[int, ...] = ()
    _moved_at: float = 0.0

    async def play(self) -> None:
        """All of it: work, drain, look, and all is well."""
        await self.rage(self.weather.rounds)
        await self.drain()
        await self.look()
        await self.settle()
        await self.look()

    async def rage(self, rounds: int) -> None:
        """So many rounds of work, never far ahead of what gets through."""
        for _ in range(rounds):
            for station in self.stations:
                await station.record(self.chance, self.weather)
            if self.chance.random() < 0.2:
                await self._publish()
            await self._until(self._is_near)

    async def drain(self) -> None:
        """Still in bad weather: nothing is waiting any more, anywhere."""
        await self._until(self._is_drained)

    async def settle(self) -> None:
        """In good weather, every station says that all is well."""
        self.network.heal()
        await self._until(self._is_calm)

    async def look(self) -> None:
        """The server's log is the union of the journals, and everybody has the documents."""
        served = self._documents()
        total = 0
        for station in self.stations:
            own = await station.hashes()
            total += len(own)
            _agree(station.name, self.plant.hashes(station=station.name), own)
            lots = sorted(await station.journal.all(Lot), key=lambda lot: lot.lot)
            _agree(f"documents of {station.name}", lots, served)
            for sha256 in station.kept:
                _agree(f"blob of {station.name}", self.plant.has_blob(sha256), True)
        with _opened(self.plant).database.read() as connection:
            positions = connection.execute(sa.select(event.c.pos).order_by(event.c.pos)).scalars()
            _agree("positions of the log", list(positions), list(range(1, total + 1)))

    async def _publish(self) -> None:
        lot = Lot(lot=f"L-{self.chance.randrange(9)}", part=f"P-{self.chance.randrange(10**9)}")
        async with httpx.AsyncClient(
            base_url=self.plant.url, timeout=PATIENT_S, trust_env=False
        ) as http:
            while True:
                url, content = f"/v1/documents/{lot.KIND}/{lot.lot}", msgspec.json.encode(lot)
                reply = await http.put(url, content=content)
                if reply.status_code < _SERVER_ERROR:
                    break
        _agree("publishing", reply.status_code, 200)

    def _documents(self) -> list[Lot]:
        with _opened(self.plant).database.read() as connection:
            items = current_all(connection, Lot.KIND)
        lots = [msgspec.json.decode(item.body, type=Lot) for item in items]
        return sorted(lots, key=lambda lot: lot.lot)

    async def _until(self, is_so: Callable[[], Awaitable[bool]]) -> None:
        self._moved_at = time.monotonic()
        while not await is_so():
            await self._watch()
            await asyncio.sleep(_TICK_S)

    async def _watch(self) -> None:
        for station in self.stations:
            if station.task.done():
                error = station.task.exception()
                msg = f"{station.name} has stopped: {error!r}"
                raise Lost(msg) from error
        moved = await self._progress()
        now = time.monotonic()
        if moved != self._moved:
            self._moved, self._moved_at = moved, now
        elif now - self._moved_at > self.weather.stall_s:
            told = {one.name: one.told[-1:] for one in self.stations}
            msg = f"nothing moved for {self.weather.stall_s} s at {moved}: {told}"
            raise Lost(msg)

    async def _progress(self) -> tuple[int, ...]:
        """Grows with everything that gets anywhere."""
        log, feed, blobs = at_server(self.plant)
        marks = [await station.outbox.feed_mark() for station in self.stations]
        waiting = [(await station.outbox.backlog()).waiting for station in self.stations]
        to_send = [len(await station.outbox.blobs_to_send(10_000)) for station in self.stations]
        return (log, feed, blobs, sum(mark.pos for mark in marks), sum(waiting), sum(to_send))

    async def _is_near(self) -> bool:
        recorded = sum(station.recorded for station in self.stations)
        return recorded - at_server(self.plant)[0] <= self.weather.behind

    async def _is_drained(self) -> bool:
        for station in self.stations:
            outbox = station.outbox
            if (
                (await outbox.backlog()).waiting
                or await outbox.blobs_to_send(1)
                or (await outbox.feed_mark()).pos != at_server(self.plant)[1]
            ):
                return False
        return True

    async def _is_calm(self) -> bool:
        is_synced = all(station.told[-1].state is SyncState.SYNCED for station in self.stations)
        return is_synced and await self._is_drained()


@asynccontextmanager
async def storm(
    folder: Path,
    plant: RunningPlant,
    network: BadNetwork,
    weather: Weather,
    *,
    seed: int,
    parts: Parts | None = None,
) -> AsyncIterator[Storm]:
    """Enrolled stations at the network's port."""
    async with AsyncExitStack() as stack:
        raging = Storm(plant, network, weather, _luck(f"{seed}"), [])
        for number in range(weather.stations):
            name = f"ST-{number:03}"
            luck = _luck(f"{seed} {name}")
            station = _station(folder / name, raging, luck, parts or Parts())
            raging.stations.append(await stack.enter_async_context(station))
        yield raging


@asynccontextmanager
async def _station(
    folder: Path, raging: Storm, luck: random.Random, parts: Parts
) -> AsyncIterator[Drawn]:
    identity = Identity(folder.name, luck.randbytes(32))
    enrolment = await enrolled(raging.plant, identity)
    store = JournalStore(
        folder / "j.db", station=folder.name, clock=SystemClock(), random_bytes=luck.randbytes
    )
    journal = SqliteJournal(store)
    await journal.open()
    outbox, blobs = parts.outbox(journal, raging.plant), BlobFiles(folder / "blobs")
    told: list[SyncStatus] = []
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{raging.network.port}",
        timeout=httpx.Timeout(raging.weather.patience_s),
        transport=parts.transport(),
        trust_env=False,
    ) as http:
        client = SyncClient(
            outbox=outbox,
            blobs=blobs,
            identity=identity,
            enrolment=enrolment,
            http=http,
            clock=SystemClock(),
            random=luck.random,
            on_status=told.append,
            pace=PACE,
        )
        task = asyncio.create_task(client.run())
        yield Drawn(folder.name, journal, outbox, blobs, task, told)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await journal.close()


def at_server(plant: RunningPlant) -> tuple[int, int, int]:
    """Where its log and its feed end, and how many blobs it has."""
    with _opened(plant).database.read() as connection:
        blobs = connection.execute(sa.select(sa.func.count()).select_from(blob)).scalar_one()
        return head(connection, LOG), head(connection, FEED), blobs


def generation_of(plant: RunningPlant) -> str:
    """As the database says, whoever has it open."""
    with _opened(plant).database.read() as connection:
        return str(connection.execute(sa.select(plant_table.c.generation)).scalar_one())


def hash_at_server(plant: RunningPlant, station: str, mark: PushMark) -> str | None:
    """Of the event up to which the station holds all for confirmed."""
    statement = sa.select(event.c.hash).where(
        event.c.station == station, event.c.epoch == mark.epoch, event.c.seq == mark.acked
    )
    with _opened(plant).database.read() as connection:
        return connection.execute(statement).scalar_one_or_none()


def _opened(plant: RunningPlant) -> Plant:
    assert plant.plant is not None
    return plant.plant


def _agree(what: str, here: object, there: object) -> None:
    if here != there:
        msg = f"{what}: {str(here)[:300]} is not {str(there)[:300]}"
        raise Lost(msg)


def _luck(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 (repeatable)
