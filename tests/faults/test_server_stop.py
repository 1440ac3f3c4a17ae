"""The server is told to stop while stations push: what it began it finishes, and it says so."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

import httpx
import pytest
import sqlalchemy as sa

from server.db.engine import open_database
from server.db.tables import event
from tests.helpers.effort import effort
from tests.helpers.load import (
    all_drawn,
    assert_log_is_union,
    client_of,
    codes_of,
    pushers,
)
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_rig import scratch_database, server_process

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from tests.helpers.load import Pusher

pytest_plugins = ["tests.helpers.plant_fixtures"]

STATIONS = 4
EVENTS = effort(300, 3_000)  # acknowledged to each station before the stop
BATCH = 20
ROUNDS = effort(1, 20)
_STOPS_WITHIN_S = 60


def log_of(url: str | None, folder: Path) -> list[Any]:
    database = open_database(url, file=folder / "plant.db")
    columns = (event.c.pos, event.c.station, event.c.seq, event.c.hash)
    with database.read() as connection:
        rows = connection.execute(sa.select(*columns).order_by(event.c.pos)).all()
    database.close()
    return list(rows)


def high_waters(rows: list[Any]) -> dict[str, int]:
    return {row.station: row.seq for row in rows}


async def stop_under_load(
    process: subprocess.Popen[str], url: str, outboxes: list[Pusher], *, least: int
) -> None:
    """SIGTERM once every station has ``least`` acknowledged; wait for all to see the end."""
    async with client_of(url, timeout_s=PATIENT_S) as client:
        for one in outboxes:
            one.station.generation = (await client.get("/v1/health")).json()["generation"]
            assert (await one.station.sign_in(client)).is_success
        polling = asyncio.create_task(outboxes[0].station.feed(client, wait_s=25))
        pushing = [asyncio.create_task(push_until_gone(one, client)) for one in outboxes]
        await asyncio.gather(*(one.has_acked(least) for one in outboxes))
        process.send_signal(signal.SIGTERM)
        assert (await polling).items == ()
        await asyncio.gather(*pushing)
    assert await asyncio.to_thread(process.wait, _STOPS_WITHIN_S) == 0
    assert process.stderr is not None
    assert process.stderr.read() == ""


@pytest.fixture(params=["sqlite", "postgresql", "two workers"])
def words(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[str]]:
    """How the server is started."""
    if request.param == "sqlite":
        yield ["--data", str(tmp_path)]
        return
    with scratch_database(request.getfixturevalue("postgres")) as url:
        workers = "2" if request.param == "two workers" else "1"
        yield ["--data", str(tmp_path), "--workers", workers, "--database", url]


async def test_what_is_under_way_at_the_stop_is_finished_and_answered(
    tmp_path: Path, words: list[str]
) -> None:
    url = words[-1] if "--database" in words else None
    outboxes: list[Pusher] = []
    for number in range(1, ROUNDS + 1):
        with server_process(*words) as (process, said):
            outboxes = outboxes or await enrolled(said["url"])
            await stop_under_load(process, said["url"], outboxes, least=number * EVENTS)
        acked = {one.station.name: one.acked for one in outboxes}
        assert high_waters(log_of(url, tmp_path)) == acked
    with server_process(*words) as (process, said):
        async with client_of(said["url"]) as client:
            await asyncio.gather(*(one.drain(client) for one in outboxes))
            written = sum(len(one.station.written) for one in outboxes)
            await asyncio.wait_for(all_drawn(client, written), PATIENT_S)
    assert_log_is_union(log_of(url, tmp_path), [one.station for one in outboxes])


async def enrolled(url: str) -> list[Pusher]:
    async with client_of(url) as client:
        return await pushers(client, await codes_of(client, STATIONS), BATCH)


async def push_until_gone(outbox: Pusher, client: httpx.AsyncClient) -> None:
    """Work goes on and on, until the server stops answering."""
    while True:
        outbox.station.notes(BATCH)
        try:
            reply = await outbox.push_once(client)
            assert reply.is_success, reply.text
        except httpx.TransportError:
            return
