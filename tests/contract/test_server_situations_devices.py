"""Situations of devices, clocks and versions: what is missing, far off, newer or forked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest
from msgspec import Raw

from app.domain.events import (
    ReadingAssigned,
    ReadingDiscarded,
    ReadingUnassigned,
    StationStarted,
    TighteningRecorded,
)
from app.domain.readings import ReadingKind
from tests.contract.test_server_situations import (
    at,
    bearing,
    get,
    kinds,
    only,
    rebuilds_equal,
    started,
)
from tests.helpers.plant_station import reading

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

MINUTE_US = 60_000_000


async def test_missing_results_of_a_tool_are_their_own_kind(plant: PlantRig) -> None:
    gap = msgspec.structs.replace(
        reading("25.1", "59", ok=True), kind=ReadingKind.GAP, values=(), reason="lost_results"
    )
    station = await plant.station()
    at(station, 1, "U-1", ReadingUnassigned(reading=gap, reason="gap"))
    await station.pushed(plant.client)
    detail = await only(plant)
    assert detail["situation"]["kind"] == "result_gap"
    assert "lost results" in detail["situation"]["detail"]


@pytest.mark.parametrize("is_assigned", [True, False])
async def test_a_result_that_a_lead_settled_at_the_station_is_settled(
    plant: PlantRig, is_assigned: bool
) -> None:
    found = reading("25.1", "59", ok=True)
    recorded = TighteningRecorded(
        step="bolts", position="1", attempt=1, ok=True, counted=True, reading=found, means="person"
    )
    settled = (
        ReadingAssigned(recorded=recorded)
        if is_assigned
        else ReadingDiscarded(source=found.source, result_id=found.result_id, why="trial")
    )
    station = await plant.station()
    at(station, 1, "U-1", ReadingUnassigned(reading=found, reason="not_armed"))
    at(station, 2, "U-1", settled)
    await station.pushed(plant.client)
    assert await kinds(plant) == []
    assert await rebuilds_equal(plant)


async def test_tools_of_the_same_name_at_two_stations_are_two_matters(plant: PlantRig) -> None:
    found = reading("25.1", "59", ok=True)
    both = [await plant.station(name) for name in ("ST-040", "ST-050")]
    for station in both:
        at(station, 1, "U-1", ReadingUnassigned(reading=found, reason="not_armed"))
        await station.pushed(plant.client)
    assert await kinds(plant) == ["unassigned", "unassigned"]
    settled = ReadingDiscarded(source=found.source, result_id=found.result_id, why="trial")
    at(both[1], 2, "U-1", settled)
    await both[1].pushed(plant.client)
    assert [s["station"] for s in await get(plant, "/v1/situations")] == ["ST-040"]


async def test_what_another_station_of_a_controller_made_waits_for_nobody(
    plant: PlantRig,
) -> None:
    foreign = msgspec.structs.replace(reading("25.1", "59", ok=True), source="T-07@2")
    station = await plant.station()
    at(station, 1, "U-1", ReadingUnassigned(reading=foreign, reason="other_station"))
    await station.pushed(plant.client)
    assert await kinds(plant) == []


async def test_what_a_controller_says_about_itself_waits_for_nobody(plant: PlantRig) -> None:
    reset = msgspec.structs.replace(
        reading("0.0", "0", ok=True), kind=ReadingKind.STATE, values=(), state="batch reset"
    )
    station = await plant.station()
    at(station, 1, "U-1", ReadingUnassigned(reading=reset, reason="no_rundown"))
    await station.pushed(plant.client)
    assert await kinds(plant) == []


@pytest.mark.parametrize(
    ("offset_us", "said"),
    [(7 * MINUTE_US, "7 min behind"), (-90 * MINUTE_US, "90 min ahead")],
    ids=["behind", "ahead"],
)
async def test_a_clock_that_is_far_off_is_its(plant: PlantRig, offset_us: int, said: str) -> None:
    station = await plant.station()
    for _ in range(3):
        body = StationStarted(software="1")
        station.write(body, clock_offset_us=offset_us, clock_quality="synced")
    await station.pushed(plant.client)
    detail = await only(plant)
    assert (detail["situation"]["kind"], detail["situation"]["owner"]) == ("clock_off", "IT")
    assert said in detail["situation"]["detail"]


async def test_a_newer_station_is_named_once_a_kind(plant: PlantRig) -> None:
    station = await plant.station()
    for _ in range(3):
        station.write(Raw(b'{"what":"is this"}'))
    station.write(StationStarted(software="9"), version=7)
    await station.pushed(plant.client)
    assert await kinds(plant) == ["unknown_kind", "unknown_kind"]
    assert await rebuilds_equal(plant)


async def test_a_fork_shows_where_the_two_histories_part(plant: PlantRig) -> None:
    station = await plant.station()
    at(station, 1, "U-1", started("U-1"))
    copied = replace(station, written=[*station.written])
    at(station, 2, "U-1", bearing("88213"))
    await station.pushed(plant.client)
    at(copied, 3, "U-1", bearing("88190"))
    await copied.refused(plant.client)
    detail = await only(plant)
    assert (detail["situation"]["kind"], detail["situation"]["owner"]) == ("fork", "IT")
    assert [(one["what"], one["where"]) for one in detail["records"]] == [
        ("bearing · lot 88213", "ST-040, epoch 1, record 2, in the log"),
        ("bearing · lot 88190", "ST-040, epoch 1, record 2, kept beside it"),
    ]
