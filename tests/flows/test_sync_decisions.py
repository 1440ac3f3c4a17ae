"""A person's decision at the plant comes down to the station whose work it is about."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.domain.plant import DecidedSituation
from app.services.decisions import decisions_here
from sync.client import open_http
from sync.identity import Identity
from tests.helpers.journal_rig import STATION, held, note, started
from tests.helpers.patience import PATIENT_S
from tests.helpers.sync_rig import RunningPlant, RunningStation, enrolled, running_station

IDENTITY = Identity(STATION, b"k" * 32)


#: The second station has the first one's key: it says so in the log.
pytestmark = pytest.mark.allow_warnings


@pytest.fixture
async def plant(tmp_path: Path) -> AsyncIterator[RunningPlant]:
    running = RunningPlant(tmp_path / "plant")
    await running.start()
    yield running
    await running.stop()


async def test_a_decision_about_a_unit_comes_down_to_where_it_was_built(
    plant: RunningPlant, tmp_path: Path
) -> None:
    enrolment = await enrolled(plant, IDENTITY)
    async with running_station(tmp_path / "st", IDENTITY, enrolment) as station:
        await station.journal.append(started("U-1"), note("x", "U-1"), held("U-1"))
        key = await _situation(plant)
        assert await _here(station) == ()
        await _decide(plant, key, "rework", "bolt 3 was loose")
        assert await _until_told(station, "rework") == "Rework the unit"
        await _decide(plant, key, "scrap", "the housing is cracked too")
        assert await _until_told(station, "scrap") == "Scrap the unit"
        (one,) = await _here(station)  # the newest counts
        assert (one.by, one.why, one.units) == (
            "lead 204",
            "the housing is cracked too",
            ("U-1",),
        )
        # To a station that neither built it nor is meant, it says nothing.
    (tmp_path / "other").mkdir()
    async with running_station(tmp_path / "other", IDENTITY, enrolment) as other:
        async with asyncio.timeout(PATIENT_S):
            while not await other.journal.all(DecidedSituation):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        assert await _here(other, "ST-999") == ()


async def _here(station: RunningStation, name: str = STATION) -> tuple[DecidedSituation, ...]:
    return await decisions_here(station.journal, station.journal, name, most=9)


async def _situation(plant: RunningPlant) -> str:
    async with open_http(plant.url) as http, asyncio.timeout(PATIENT_S):
        while True:
            found = (await http.get("/v1/situations")).json()
            if found:
                return str(found[0]["key"])
            await asyncio.sleep(0.02)


async def _decide(plant: RunningPlant, key: str, decision: str, why: str) -> None:
    said = {"decision": decision, "by": "lead 204", "why": why}
    async with open_http(plant.url) as http:
        reply = await http.post(f"/v1/situations/{key}/decision", json=said)
    assert reply.status_code == 200, reply.text


async def _until_told(station: RunningStation, decision: str) -> str:
    async with asyncio.timeout(PATIENT_S):
        while True:
            for one in await _here(station):
                if one.decision == decision:
                    return one.words
            await asyncio.sleep(0.02)
