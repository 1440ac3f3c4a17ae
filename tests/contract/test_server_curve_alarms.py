"""OK results with an alarming curve wait for quality; the unit stays what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.curve_events import CurveRead, CurveWindow, LeftWindow
from app.domain.envelope import Refs
from tests.contract.test_server_read import publish_all
from tests.contract.test_server_situations import at, get, rebuilds_equal, started
from tests.helpers.plant_station import REVISION

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

WINDOW = CurveWindow("before_snug_nm", 0.0, 1.9, 0.66, 0.4, 1.2)
pytest_plugins = ["tests.helpers.plant_fixtures"]

READ = CurveRead(
    joint="gearbox-mount:bolts:12:T-07",
    source="T-07",
    epoch=1,
    result_id="1",
    blob="ab" * 32,
    step="bolts",
    position="1",
    is_ok=True,
    verdict="alarm",
    version=1,
    signature="cross_thread",
    left=(LeftWindow(6.1, WINDOW),),
)


async def test_only_an_alarm_beside_an_ok_is_qualitys_and_says_which_window_was_left(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    at(station, 0, "U-1", started("U-1"))
    at(station, 1, "U-1", READ)
    quiet = msgspec.structs.replace(READ, result_id="2", verdict="ok", left=(), signature=None)
    at(station, 2, "U-2", quiet)
    at(station, 3, "U-3", msgspec.structs.replace(READ, result_id="3", is_ok=False))
    await station.pushed(plant.client)
    (found,) = await get(plant, "/v1/situations")
    assert (found["kind"], found["owner"]) == ("curve_alarm", "quality")
    assert found["title"] == "T-07, step bolts: OK, but the curve looks like a cross-thread"
    assert found["detail"] == (
        "ST-040, result 1, position 1: torque before snug (N·m) 6.1, usual 0.4 to 1.2"
    )
    record = await get(plant, "/v1/units/U-1")
    (line,) = [one for one in record["lines"] if one["kind"] == "curve.read"]
    assert line["state"] == "attention"
    assert line["evidence"].startswith("the curve looks like a cross-thread: torque before snug")
    assert await rebuilds_equal(plant)


async def test_where_the_instruction_is_known_the_step_has_its_name(local_plant: PlantRig) -> None:
    await publish_all(local_plant)
    station = await local_plant.station()
    station.write(READ, refs=Refs(unit="U-1", revision=REVISION))
    await station.pushed(local_plant.client)
    (found,) = await get(local_plant, "/v1/situations")
    assert found["title"] == "T-07, step Tighten: OK, but the curve looks like a cross-thread"
    assert await rebuilds_equal(local_plant)


async def test_an_instruction_that_comes_later_changes_no_name(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    station.write(READ, refs=Refs(unit="U-1", revision=REVISION))
    await station.pushed(local_plant.client)
    local_plant.clock.advance(1)
    await publish_all(local_plant)
    assert await rebuilds_equal(local_plant)


async def test_curves_without_a_name_are_one_for_their_joint(plant: PlantRig) -> None:
    station = await plant.station()
    for number in (1, 2, 3):
        signature = "cross_thread" if number == 3 else None
        read = msgspec.structs.replace(READ, result_id=str(number), signature=signature)
        at(station, number, f"U-{number}", read)
    await station.pushed(plant.client)
    found = await get(plant, "/v1/situations")
    assert len(found) == 2
    assert any("no OK curve of its joint" in one["title"] for one in found)
