"""What held often is proposed for the instruction, and points to it once that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.helpers.memory_station import KEY, build_unit, decide, open_situation

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


async def held(plant: PlantRig, *, shifts: tuple[str, ...]) -> None:
    """It was often, one decided, and it did not come again: once for each of the shifts."""
    station = await plant.station()
    for number, shift in enumerate(shifts):
        for unit in range(10):
            build_unit(station, f"B-{number}-{unit}")
            if unit % 2:
                open_situation(station, f"S-{number}-{unit}")
        decide(station, f"D-{number}", f"S-{number}-9", response="clean", shift=shift)
        station.at_us += 1
        for unit in range(10):
            build_unit(station, f"A-{number}-{unit}")
    await station.pushed(plant.client)


async def advice(plant: PlantRig) -> dict[str, Any]:
    (one,) = (await plant.client.get("/v1/memory/advice", params={"key": KEY})).json()
    return dict(one)


async def page(plant: PlantRig) -> str:
    return (await plant.client.get("/memory/advice", params={"key": KEY})).text


async def test_what_one_shift_alone_found_is_not_proposed(local_plant: PlantRig) -> None:
    await held(local_plant, shifts=("A",) * 5)
    assert (await advice(local_plant))["state"] == "live"
    assert "name its revision" not in await page(local_plant)


async def test_five_times_in_two_shifts_it_is_proposed_then_the_instruction_has_it(
    local_plant: PlantRig,
) -> None:
    await held(local_plant, shifts=("A", "B", "A", "B", "A"))
    found = await advice(local_plant)
    assert (found["state"], found["reason"], found["ranked"]["held"]) == (
        "proposed", "held_often", 5,
    )  # fmt: skip
    shown = await page(local_plant)
    assert "For the instruction" in shown
    assert '<a href="/memory/decisions/D-4">name its revision</a>' in shown
    link = {"kind": "rolled_into_instruction", "decision": "D-4", "revision": "r7"}
    reply = await local_plant.client.post("/v1/memory/links", json={**link, "role": "engineer"})
    assert reply.status_code == 200, reply.text
    found = await advice(local_plant)
    assert (found["state"], found["instruction"]) == ("in_instruction", "r7")
    shown = await page(local_plant)
    assert "revision r7" in shown
    assert "name its revision" not in shown
