"""Several processes serve one PostgreSQL as one server, also when one of them is killed."""

from __future__ import annotations

import asyncio
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import psutil
import psycopg
import pytest
import sqlalchemy as sa

from app.domain.errors import InvalidInput
from server.commands import run
from server.db.bell import Bell, ring
from server.plant import open_plant
from server.settings import Settings
from tests.helpers.effort import effort
from tests.helpers.load import (
    all_drawn,
    assert_log_is_union,
    client_of,
    codes_of,
    log_in_postgres,
    pushers,
)
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_rig import scratch_database, server_process
from tests.helpers.plant_station import HOLD, FakeStation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx

pytest_plugins = ["tests.helpers.plant_fixtures"]

STATIONS = 4
EVENTS = effort(1_000, 50_000)
FIRST_STARTS = effort(2, 40)
_LONG_S = 3_600


@pytest.fixture
def database(postgres: str) -> Iterator[str]:
    with scratch_database(postgres) as url:
        yield url


def workers_of(pid: int) -> list[int]:
    """The processes that answer for server ``pid``."""
    children = psutil.Process(pid).children()
    return [one.pid for one in children if "spawn_main" in " ".join(one.cmdline())]


async def hold_placed(client: httpx.AsyncClient, name: str) -> None:
    content = (
        b'{"hold":"%s","reason":"noise","owner":"quality","placed_at":"2026-11-19T00:00:00Z"}'
    )
    reply = await client.put(f"/v1/documents/hold/{name}", content=content % name.encode())
    assert reply.is_success, reply.text


async def test_a_killed_worker_is_replaced_and_loses_nothing(
    tmp_path: Path, database: str
) -> None:
    words = ("--data", str(tmp_path), "--database", database, "--workers", "3")
    with server_process(*words) as (process, said):
        async with client_of(said["url"]) as client:
            outboxes = await pushers(client, await codes_of(client, STATIONS), EVENTS)
            draining = [asyncio.create_task(one.drain(client)) for one in outboxes]
            await asyncio.gather(*(one.has_acked(EVENTS // 4) for one in outboxes))
            first, *_others = before = workers_of(process.pid)
            assert len(before) == 3
            os.kill(first, signal.SIGKILL)
            await asyncio.gather(*draining)
            assert_log_is_union(log_in_postgres(database), [one.station for one in outboxes])
            await asyncio.wait_for(all_drawn(client, STATIONS * EVENTS), PATIENT_S)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENT_S) == 0
        assert not [pid for pid in before if psutil.pid_exists(pid)]


async def test_workers_do_not_outlive_the_first_process(tmp_path: Path, database: str) -> None:
    words = ("--data", str(tmp_path), "--database", database, "--workers", "2")
    with server_process(*words) as (process, said):
        async with client_of(said["url"]) as client:
            assert (await client.get("/v1/health")).is_success
        orphans = [psutil.Process(pid) for pid in workers_of(process.pid)]
        process.kill()
        _gone, alive = await asyncio.to_thread(psutil.wait_procs, orphans, timeout=PATIENT_S)
        assert alive == []


async def test_two_servers_started_apart_are_one_plant(tmp_path: Path, database: str) -> None:
    words = ("--data", str(tmp_path), "--database", database)
    with server_process(*words) as (_first, one), server_process(*words) as (_second, other):
        assert one["generation"] == other["generation"]
        async with client_of(one["url"]) as here, client_of(other["url"]) as there:
            station = FakeStation("ST-1")
            await station.enrol(here, one["enrolment_code"])
            await station.sign_in(there)
            station.notes(3)
            assert (await station.pushed(here)).high_water == 3
            assert (await station.pushed(there)).high_water == 3
            waiting = asyncio.create_task(station.feed(there, wait_s=25))
            await asyncio.sleep(0)
            await hold_placed(here, HOLD.hold)
            assert [item.key for item in (await waiting).items] == [HOLD.hold]
            await asyncio.wait_for(all_drawn(there, 3), PATIENT_S)


async def test_servers_started_at_the_same_moment_on_nothing_are_one_plant(
    tmp_path: Path, postgres: str
) -> None:
    for number in range(FIRST_STARTS):
        folder = tmp_path / str(number)
        with scratch_database(postgres) as url, started_together(folder, url) as said:
            await both_are_one(*said)
            assert len(list(folder.glob("*.key"))) == 2
            assert not list(folder.glob(".*"))


@contextmanager
def started_together(folder: Path, database: str) -> Iterator[list[dict[str, str]]]:
    """Two servers that both find neither keys nor tables, with what they said."""
    words = ("--data", str(folder), "--database", database)
    with ExitStack() as stack, ThreadPoolExecutor(2) as pool:
        servers = [server_process(*words) for _ in range(2)]
        said = list(pool.map(stack.enter_context, servers))
        yield [answer for _process, answer in said]


async def both_are_one(one: dict[str, str], other: dict[str, str]) -> None:
    assert one["generation"] == other["generation"]
    async with client_of(one["url"]) as here, client_of(other["url"]) as there:
        station = FakeStation("ST-1")
        await station.enrol(here, other["enrolment_code"])
        await station.sign_in(there)
        station.notes(2)
        assert (await station.pushed(here)).high_water == 2
        health = [(await client.get("/v1/health")).json() for client in (here, there)]
        assert [one["alarms"] for one in health] == [[], []]


@pytest.mark.parametrize(
    ("workers", "said"), [("0", "expected a whole number"), ("2", "need PostgreSQL")]
)
def test_workers_that_cannot_be_are_refused_in_words(
    tmp_path: Path, workers: str, said: str
) -> None:
    args = _Args(data=tmp_path / "plant", workers=int(workers))
    with pytest.raises(InvalidInput, match=said):
        run(args)  # type: ignore[arg-type] # as argparse would name them
    assert not (tmp_path / "plant").exists()


class _Args:
    action = "run"
    config = host = database = None
    port = 0
    restored = rebuild = json = False

    def __init__(self, **given: Any) -> None:
        self.__dict__.update(given)


# --- the bell between workers


class Heard:
    """What a bell rang, for the test's loop to wait for."""

    def __init__(self) -> None:
        self.topics: asyncio.Queue[str] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()

    def __call__(self, topic: str) -> None:
        self._loop.call_soon_threadsafe(self.topics.put_nowait, topic)

    async def next(self) -> str:
        return await asyncio.wait_for(self.topics.get(), PATIENT_S)


async def until_listening(database: str) -> None:
    question = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND {}"
    listens = question.format(
        "query LIKE '%counter%' AND pid <> pg_backend_pid() AND state = 'idle'"
    )
    with psycopg.connect(database, autocommit=True) as connection:
        while connection.execute(listens.encode()).fetchone() == (0,):  # noqa: ASYNC110 - polls PostgreSQL
            await asyncio.sleep(0.01)


async def test_a_worker_hears_what_another_committed(tmp_path: Path, database: str) -> None:
    plant = open_plant(Settings(tmp_path, database=database))
    heard = Heard()
    bell = Bell(plant.database.engine, heard, look_every_s=_LONG_S)
    bell.start()
    await until_listening(database)
    ring(plant.database.engine, "feed")
    assert await heard.next() == "feed"
    bell.stop()
    plant.close()


async def test_a_lost_notification_is_caught_by_looking(tmp_path: Path, database: str) -> None:
    plant = open_plant(Settings(tmp_path, database=database))
    heard = Heard()
    bell = Bell(plant.database.engine, heard, look_every_s=0.05)
    bell.start()
    await until_listening(database)
    with plant.database.write() as connection:
        connection.execute(sa.text("UPDATE counter SET value = value + 1 WHERE name = 'feed'"))
    assert await heard.next() == "feed"
    bell.stop()
    plant.close()


async def test_a_broken_bell_listens_again(tmp_path: Path, database: str) -> None:
    plant = open_plant(Settings(tmp_path, database=database))
    heard = Heard()
    bell = Bell(plant.database.engine, heard, look_every_s=0.05)
    bell.start()
    await until_listening(database)
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    async with asyncio.timeout(PATIENT_S):
        # What is rung before it listens again is lost by nature: ring until it is heard.
        while heard.topics.empty():
            ring(plant.database.engine, "log")
            await asyncio.sleep(0.05)
    assert await heard.next() == "log"
    bell.stop()
    plant.close()
