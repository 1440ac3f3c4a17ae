"""Stations and the server with a bad network in between, on both databases.

Every station appends, pushes, pulls and carries blobs while the network refuses, cuts, delays,
repeats and loses, and while the server fails before its commits.  Everything drains in the midst
of it, and everybody has the same.  Run one seed with ``ASBUILT_NETWORK_SEED=7``.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from server.plant import Plant
from tests.helpers.effort import effort
from tests.helpers.network import Fault, bad_network
from tests.helpers.storm import UnsureDatabase, Weather, at_server, storm
from tests.helpers.sync_rig import RunningPlant

pytest_plugins = ("tests.helpers.plant_fixtures",)

#: Usually a gust.  The long version is an hour of a plant: 20 stations with 7 events a second
#: are 25,000 events; it takes as long as they need to get through.
WEATHER = Weather(
    stations=effort(usual=3, soak=20),
    rounds=effort(usual=25, soak=60),
    events=effort(usual=30, soak=42),
    behind=effort(usual=60, soak=420),
    blob_share=0.4,
    patience_s=effort(usual=5, soak=20) / 10,
)
#: One seed, or a few; ``ASBUILT_NETWORK_SEED`` names another.
SEEDS = [int(text) for text in os.environ.get("ASBUILT_NETWORK_SEED", "").split()] or list(
    range(1, effort(usual=2, soak=4))
)
UNSURE = 0.03


class Unsure:
    """Opens plants whose database fails now and then, and remembers it."""

    def __init__(self, seed: int) -> None:
        self._luck = random.Random(seed)  # noqa: S311 (repeatable)
        self.share = 0.0
        self.databases: list[UnsureDatabase] = []

    def __call__(self, plant: Plant) -> Plant:
        self.databases.append(UnsureDatabase(plant.database, self._luck, share=self.share))
        return replace(plant, database=self.databases[-1])

    def fail(self, share: float) -> None:
        """From now on."""
        self.share = self.databases[-1].share = share

    @property
    def failed(self) -> int:
        return sum(database.failed for database in self.databases)


@pytest.fixture
def unsure() -> Unsure:
    return Unsure(seed=1)


@pytest.fixture(params=["sqlite", "postgresql"])
async def plant(
    request: pytest.FixtureRequest, tmp_path: Path, unsure: Unsure
) -> AsyncIterator[RunningPlant]:
    database = None
    if request.param == "postgresql":
        database = request.getfixturevalue("emptied_postgres")
    running = RunningPlant(tmp_path / "plant", database=database, altered=unsure)
    await running.start()
    yield running
    await running.stop()


@pytest.mark.timeout(effort(usual=120, soak=1200))
@pytest.mark.parametrize("seed", SEEDS)
async def test_everything_arrives_once_through_a_bad_network(
    plant: RunningPlant,
    tmp_path: Path,
    unsure: Unsure,
    caplog: pytest.LogCaptureFixture,
    seed: int,
) -> None:
    began = time.monotonic()
    async with AsyncExitStack() as stack:
        network = await stack.enter_async_context(
            bad_network(plant.port, seed=seed, faulty=WEATHER.faulty)
        )
        raging = await stack.enter_async_context(
            storm(tmp_path, plant, network, WEATHER, seed=seed)
        )
        unsure.fail(UNSURE)
        await raging.rage(WEATHER.rounds)
        await raging.drain()
        unsure.fail(0)
        await raging.look()
        await raging.settle()
        await raging.look()
    sys.stdout.write(
        f"{sum(station.recorded for station in raging.stations)} events, "
        f"{sum(len(station.kept) for station in raging.stations)} blobs in "
        f"{time.monotonic() - began:.0f} s; {unsure.failed} commits failed; "
        f"{dict(network.seen)}\n"
    )
    assert all(network.seen[fault] for fault in Fault), network.seen
    assert unsure.failed
    # A caller that is gone is no fault of the server's, to be looked into by a person.
    assert [record for record in caplog.records if record.exc_info] == []


async def test_what_a_restored_server_lost_is_sent_again_through_a_bad_network(
    tmp_path: Path,
) -> None:
    """Also what was answered, and what an answer was lost of."""
    weather = Weather(stations=2, rounds=10)
    plant = RunningPlant(tmp_path / "plant")
    await plant.start()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(plant.stop)
        network = await stack.enter_async_context(bad_network(plant.port, seed=1, faulty=0.4))
        raging = await stack.enter_async_context(storm(tmp_path, plant, network, weather, seed=1))
        await raging.rage(weather.rounds)
        await plant.stop()
        plant.back_up(tmp_path / "backup")
        await plant.start()
        await raging.rage(weather.rounds)
        before = at_server(plant)[0]
        network.cut()
        await plant.stop()
        plant.restore(tmp_path / "backup")
        await plant.start()
        assert at_server(plant)[0] < before
        await raging.play()
