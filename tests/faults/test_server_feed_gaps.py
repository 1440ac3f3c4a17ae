"""Eight writers commit at once: readers with a cursor miss nothing, see no hole, nothing twice."""

from __future__ import annotations

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from server.db.tables import event, feed
from server.log.feed import Document, publish
from server.log.identity import FEED, LOG, head
from server.log.ingest import ingest
from server.plant import open_plant
from server.settings import Settings
from sync.wire import Pushed
from tests.helpers.effort import effort
from tests.helpers.load import assert_log_is_union
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from server.db.engine import Database
    from server.plant import Plant

pytest_plugins = ["tests.helpers.plant_fixtures"]

WRITERS = 8
READERS = 2
EVENTS = effort(2_500, 125_000)  # of each writer
DOCUMENTS = effort(100, 5_000)  # of each writer
SEED = 20_261_120
_LOOK_EVERY_S = 0.005


class Reader:
    """Follows positions with a cursor until told that all is written, then to the end."""

    def __init__(self, database: Database, table: sa.Table, counter: str) -> None:
        self._database = database
        self._table = table
        self._counter = counter
        self.seen: list[int] = []

    def follow(self, done: threading.Event) -> None:
        while True:
            is_last = done.wait(_LOOK_EVERY_S)
            self._read_on()
            if is_last:
                return

    def _read_on(self) -> None:
        after = self.seen[-1] if self.seen else 0
        pos = self._table.c.pos
        with self._database.read() as connection:
            newest = head(connection, self._counter)
            rows = connection.execute(sa.select(pos).where(pos > after).order_by(pos)).scalars()
            self.seen += rows
        assert (self.seen[-1] if self.seen else 0) == newest


@pytest.fixture
def plant(database_url: str | None, tmp_path: Path) -> Any:
    opened = open_plant(Settings(tmp_path, database=database_url))
    yield opened
    opened.close()


def write_and_follow(
    plant: Plant, table: sa.Table, counter: str, writers: Sequence[Callable[[], None]]
) -> list[Reader]:
    readers = [Reader(plant.database, table, counter) for _ in range(READERS)]
    done = threading.Event()
    with ThreadPoolExecutor(len(writers) + READERS) as pool:
        following = [pool.submit(reader.follow, done) for reader in readers]
        try:
            for written in [pool.submit(writer) for writer in writers]:
                written.result()
        finally:
            done.set()
        for followed in following:
            followed.result()
    return readers


def test_followers_of_the_log_see_every_event_once(plant: Plant) -> None:
    stations = [enrolled(plant, f"ST-{number}") for number in range(WRITERS)]
    writers = [partial(push_all, plant, one) for one in stations]
    readers = write_and_follow(plant, event, LOG, writers)
    for reader in readers:
        assert reader.seen == list(range(1, WRITERS * EVENTS + 1))
    with plant.database.read() as connection:
        columns = (event.c.pos, event.c.station, event.c.seq, event.c.hash)
        rows = connection.execute(sa.select(*columns).order_by(event.c.pos)).all()
    assert_log_is_union(rows, stations)


def test_followers_of_the_feed_see_every_document_once(plant: Plant) -> None:
    writers = [partial(publish_all, plant, number) for number in range(WRITERS)]
    readers = write_and_follow(plant, feed, FEED, writers)
    for reader in readers:
        assert reader.seen == list(range(1, WRITERS * DOCUMENTS + 1))


def enrolled(plant: Plant, name: str) -> FakeStation:
    """A station with its events written, entered as enrolment would."""
    from server.log.enrolment import enrol
    from sync.wire import Enrol

    station = FakeStation(name)
    code = plant.create_enrolment_code(3600)
    asked = Enrol(code=code, station=name, public_key=station.public_key)
    with plant.database.write() as connection:
        enrol(connection, asked, identity=plant.identity, now_us=plant.now_us())
    station.notes(EVENTS)
    return station


def push_all(plant: Plant, station: FakeStation) -> None:
    """Batches of any size; some transactions fail before they commit, and are tried again."""
    choice = random.Random(f"{SEED} {station.name}")  # noqa: S311 - repeatable, not secret
    done = 0
    while done < EVENTS:
        push = station.push_of(done + 1, done + choice.randint(1, 200))
        try:
            with plant.database.write() as connection:
                answer = ingest(connection, push, identity=plant.identity, now_us=plant.now_us())
                fail_now_and_then(choice)
        except InterruptedError:
            continue
        assert isinstance(answer, Pushed)
        done = answer.high_water


def fail_now_and_then(choice: random.Random) -> None:
    if choice.random() < 0.05:
        raise InterruptedError


def publish_all(plant: Plant, number: int) -> None:
    for count in range(DOCUMENTS):
        document = Document("hold", f"H-{number}-{count}", b'{"hold":"%d"}' % count)
        with plant.database.write() as connection:
            publish(connection, [document], now_us=plant.now_us())
