"""Buffers of the line plan: who waits is blocked or starved by them, and a stop lives on them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from tests.contract.test_flow_drawing import MORNING
from tests.helpers.flow_station import MINUTE, ORDER, S, Script, info, plan, three_shifts

if TYPE_CHECKING:
    from app.domain.flow_documents import LinePlan
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

FIRST, LAST = "ST-010", "ST-020"


def with_places(places: int) -> LinePlan:
    return msgspec.structs.replace(plan(FIRST, LAST), buffers={FIRST: places})


async def two_stations(plant: PlantRig, line: LinePlan) -> tuple[Script, Script]:
    for document in (ORDER, three_shifts(), line, info(FIRST), info(LAST)):
        await plant.publish(document)
    scripts = Script(await plant.station(FIRST)), Script(await plant.station(LAST))
    for script in scripts:
        script.on(MORNING)
    return scripts


async def send(plant: PlantRig, scripts: tuple[Script, Script], now_us: int) -> None:
    plant.clock.at_us = now_us
    for script in scripts:
        await script.station.sign_in(plant.client)
        await script.station.pushed(plant.client)


async def get(plant: PlantRig, path: str) -> Any:
    reply = await plant.client.get(path)
    assert reply.status_code == 200, reply.text
    return reply.json()


async def a_quick_start(plant: PlantRig, line: LinePlan) -> dict[str, float]:
    """Six units in two minutes, one of which is taken on every minute; seconds by state."""
    ahead, script = await two_stations(plant, line)
    for number in range(6):
        begin = MORNING + number * 20 * S
        ahead.unit(f"U-{number}", begin, begin + 20 * S)
        begin = MORNING + (number + 1) * MINUTE
        script.unit(f"U-{number}", begin, begin + MINUTE)
    await send(plant, (ahead, script), MORNING + 10 * MINUTE)
    timeline = (await get(plant, "/v1/flow/losses?window=day"))["timeline"]
    lasted: dict[str, float] = {}
    for span in timeline[FIRST]:
        began, ended = (datetime.fromisoformat(span[k]) for k in ("began_at", "ended_at"))
        lasted[span["state"]] = lasted.get(span["state"], 0) + (ended - began).total_seconds()
    return lasted


async def test_who_waits_is_starved_where_nobody_says_how_many_places_there_are(
    local_plant: PlantRig,
) -> None:
    lasted = await a_quick_start(local_plant, plan(FIRST, LAST))
    assert lasted["starved"] == 480
    assert "blocked" not in lasted


async def test_who_waits_while_every_place_behind_is_taken_is_blocked(plant: PlantRig) -> None:
    """Three units and more stand there from the 80th to the 240th second."""
    lasted = await a_quick_start(plant, with_places(3))
    assert (lasted["running"], lasted["blocked"], lasted["starved"]) == (120, 120, 360)


async def test_a_stop_costs_what_the_units_behind_it_do_not_cover(local_plant: PlantRig) -> None:
    """Nine units wait for the limiting station, a minute each; the stop lasts eighteen."""
    ahead, script = await two_stations(local_plant, with_places(12))
    for number in range(40):
        begin = MORNING + number * MINUTE
        if number < 35:
            ahead.unit(f"U-{number}", begin, begin + MINUTE // 2)
        if number >= 10:
            script.unit(f"U-{number - 10}", begin, begin + MINUTE)
    last = MORNING + 35 * MINUTE
    ahead.begin("U-35", last)
    ahead.stop("stop-now", last, None, "material/feeding")
    script.begin("U-30", MORNING + 40 * MINUTE)
    await send(local_plant, (ahead, script), last + 18 * MINUTE)
    (stop,) = await get(local_plant, "/v1/flow/stops")
    assert (stop["is_limiting"], stop["cover_units"]) == (False, 9)
    assert (round(stop["moved_min"]), stop["is_at_most"]) == (9, False)
    shown = (await local_plant.client.get("/")).text
    assert "the buffers cover 9 units" in shown
