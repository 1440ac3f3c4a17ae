"""Patterns at the server: found by sweeps, kept with what people say, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from app.domain.envelope import Actor, Refs
from app.domain.events import PartFitted
from app.domain.plant import Lot
from server.db.memory_tables import memory_pattern_sweep
from server.memory.pattern_sweep import EVERY_S, PatternSweep
from server.memory.patterns import PatternAsked, change_pattern, keep_patterns, read_one
from tests.helpers.lock_waits import somebody_waits
from tests.helpers.memory_station import build_unit
from tests.helpers.pattern_plant import (
    fault_at,
    fit,
    measure,
    send,
    write_bad_lot,
    write_change,
)

if TYPE_CHECKING:
    import httpx

    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ["tests.helpers.plant_fixtures"]

PATTERNS = "/v1/memory/patterns"
WHO = "P-90417"
DAY_US = 86_400_000_000


async def bad_lot(plant: PlantRig) -> FakeStation:
    station = await plant.station()
    write_bad_lot(station)
    await send(plant.client, station)
    return station


async def found(plant: PlantRig, kind: str) -> list[dict[str, Any]]:
    """What a look made now finds."""
    every = (await plant.client.post(PATTERNS)).json()
    return [one for one in every if one["kind"] == kind]


async def say(plant: PlantRig, pattern: str, **said: Any) -> httpx.Response:
    asked = {"pattern": pattern, "state": "confirmed", "owner": "quality"} | said
    return await plant.client.post(f"{PATTERNS}/state", json=asked)


# --- what people say


async def test_a_lot_whose_units_fail_is_a_pattern_with_an_owner(plant: PlantRig) -> None:
    await bad_lot(plant)
    (hint,) = await found(plant, "factor")
    assert hint["parts"] == [["lot of bearing", "L-bad"]]
    assert (hint["n"], hint["k"], len(hint["units"])) == (25, 22, 22)
    assert (sorted(hint["others"]), hint["among"]) == (["U-22", "U-23", "U-24"], 60)
    assert (await say(plant, hint["pattern"], why="sorting")).status_code == 200
    (again,) = await found(plant, "factor")
    assert (again["state"], again["owner"], again["said"][0]["why"]) == (
        "confirmed", "quality", "sorting",
    )  # fmt: skip
    await say(plant, hint["pattern"], state="closed")
    assert await found(plant, "factor") == []
    everything = (await plant.client.get(f"{PATTERNS}?closed=true")).json()
    assert [one["state"] for one in everything] == ["closed"]


async def test_who_looked_at_an_older_pattern_is_told_who_set_it_meanwhile(
    plant: PlantRig,
) -> None:
    await bad_lot(plant)
    (hint,) = await found(plant, "factor")
    first = await say(plant, hint["pattern"], version=0, role="quality", state="looked_at")
    assert first.status_code == 200
    late = await say(plant, hint["pattern"], version=0, role="lead", state="refused")
    assert late.status_code == 409
    assert "Already set by quality at" in late.json()["detail"]
    assert "looked at, owner quality. Nothing was changed" in late.json()["detail"]
    assert (await found(plant, "factor"))[0]["state"] == "looked_at"
    assert (await say(plant, hint["pattern"], version=1)).status_code == 200


async def test_what_is_said_while_a_sweep_writes_stays(plant: PlantRig) -> None:
    await bad_lot(plant)
    (hint,) = await found(plant, "factor")
    database = plant.plant.database
    with database.read() as connection:
        seen = read_one(connection, hint["pattern"])

    def sweep() -> None:
        with database.write() as connection:
            keep_patterns(connection, [seen])

    asked = PatternAsked(state="closed", owner="lead")
    with ThreadPoolExecutor(1) as beside:
        with database.write() as connection:
            change_pattern(connection, seen.pattern, asked, role="lead", now_us=1)
            swept = beside.submit(sweep)
            if database.is_postgres:
                await somebody_waits(database)
        swept.result()
    with database.read() as connection:
        assert read_one(connection, seen.pattern).state == "closed"


async def test_what_is_decided_is_a_case_that_everybody_finds(local_plant: PlantRig) -> None:
    await bad_lot(local_plant)
    (hint,) = await found(local_plant, "factor")
    for response, why in (("fly", "x"), ("hold_lot", " ")):
        refused = await say(local_plant, hint["pattern"], response=response, why=why)
        assert refused.status_code == 422
    assert (await found(local_plant, "factor"))[0]["state"] == "new"
    await say(local_plant, hint["pattern"], response="hold_lot", why="porous at the edge")
    search = await local_plant.client.get("/v1/memory/search?q=porous+edge")
    (hit,) = search.json()["hits"]
    assert hit["case"]["response"] == "hold_lot"
    assert "lot of bearing L-bad" in hit["case"]["text"]


# --- sweeps


async def test_a_sweep_is_due_after_an_hour_and_only_for_something_new(
    plant: PlantRig,
) -> None:
    station = await bad_lot(plant)
    sweep = plant.plant.patterns
    assert sweep.run_if_due()
    state = (await plant.client.get(f"{PATTERNS}/sweep")).json()
    done = state["done"]
    assert (done["units"], done["outcomes"], done["found"]) == (60, 1, 1)
    assert done["tests"] > 1
    plant.clock.advance(EVERY_S + 1)
    assert not sweep.run_if_due()
    build_unit(station, "U-60")
    await send(plant.client, station)
    assert sweep.run_if_due()
    build_unit(station, "U-61")
    await send(plant.client, station)
    assert not sweep.run_if_due()


async def test_of_two_servers_one_sweeps(plant: PlantRig) -> None:
    await bad_lot(plant)
    other = PatternSweep(plant.plant.database, plant.clock.now_us)
    assert other.run_if_due()
    assert not plant.plant.patterns.run_if_due()


async def test_a_sweep_that_broke_off_says_so_and_is_made_again(local_plant: PlantRig) -> None:
    station = await bad_lot(local_plant)
    sweep = local_plant.plant.patterns
    sweep.run_now()
    local_plant.clock.advance(EVERY_S + 1)
    begun = memory_pattern_sweep.update().values(begun_at=local_plant.clock.now_us())
    with local_plant.plant.database.write() as connection:
        connection.execute(begun)
    page = (await local_plant.client.get("/memory/patterns")).text
    assert "is not done yet" in page
    local_plant.clock.advance(EVERY_S + 1)
    build_unit(station, "U-60")
    await send(local_plant.client, station)
    assert sweep.run_if_due()
    assert "is not done yet" not in (await local_plant.client.get("/memory/patterns")).text


async def test_a_server_that_stops_gives_up_its_sweep(local_plant: PlantRig) -> None:
    await bad_lot(local_plant)
    sweep = local_plant.plant.patterns
    sweep.start()
    sweep.stop()
    sweep.run_now()
    assert (await local_plant.client.get(PATTERNS)).json() == []


async def test_what_comes_back_stays_one_pattern_while_it_goes_on(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    began_us = station.at_us - 110 * DAY_US
    for day in (0, 100, 101, 103, 104):
        station.at_us = began_us + day * DAY_US
        build_unit(station, f"U-{day}")
        fault_at(station, f"U-{day}")
    await send(local_plant.client, station)
    (first,) = await found(local_plant, "recurrence")
    assert (first["n"], len(first["cases"]), len(first["before_cases"])) == (4, 4, 1)
    await say(local_plant, first["pattern"], state="looked_at", owner="lead")
    station.at_us = began_us + 106 * DAY_US
    build_unit(station, "U-106")
    fault_at(station, "U-106")
    await send(local_plant.client, station)
    (again,) = await found(local_plant, "recurrence")
    assert (again["pattern"], again["n"]) == (first["pattern"], 5)
    assert (again["state"], again["owner"]) == ("looked_at", "lead")
    page = (await local_plant.client.get(f"/memory/patterns/{again['pattern']}")).text
    assert "comes back: 5 times, where" in page
    assert "5 cases in 14 days" in page


# --- what is measured


async def test_a_level_that_changed_is_told_with_what_was_replaced_and_its_records(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    write_change(station)
    await send(plant.client, station)
    (change,) = await found(plant, "change")
    level = change["level"]
    assert (level["first"], level["n_before"], level["n_after"]) == ("C-50", 50, 40)
    assert round(level["now"] - level["was"], 3) == 0.02
    near = [(one["kind"], one["was"], one["now"], one["records"]) for one in level["near"]]
    assert near == [("calibration", "K-1", "K-2", 0), ("lot of bearing", "L-1", "L-2", -2)]
    page = (await plant.client.get(f"/memory/patterns/{change['pattern']}")).text
    assert "Backlash at backlash (GX-200 B; ST-040) is" in page
    assert "calibration K-2 instead of K-1, at the same record" in page
    address = "/memory/records?" + "&".join(f"event={one}" for one in level["after"])
    records = (await plant.client.get(address)).text
    assert records.count("backlash") >= 25
    build_unit(station, "U-90")
    measure(station, "U-90", 0.124)
    await send(plant.client, station)
    assert [one["pattern"] for one in await found(plant, "change")] == [change["pattern"]]


async def test_a_wear_is_told_as_a_drift(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    for number in range(120):
        build_unit(station, f"U-{number}")
        noise = 0.002 * (number * 7 % 5)
        measure(station, f"U-{number}", round(0.10 + noise + 0.0002 * number, 4))
    await send(local_plant.client, station)
    (drifting,) = await found(local_plant, "drift")
    page = (await local_plant.client.get("/memory/patterns")).text
    assert "Backlash at backlash (GX-200 B; ST-040) rises by 0.02" in page
    assert (drifting["level"]["per_unit"] > 0, await found(local_plant, "change")) == (True, [])


# --- never a person


async def test_no_person_and_nothing_that_stands_for_one_is_a_factor(
    plant: PlantRig,
) -> None:
    """One person types, signs and scans at exactly the units that fail."""
    station = await plant.station()
    for number in range(80):
        serial, is_theirs = f"U-{number}", number % 2 == 0
        who = WHO if is_theirs else "P-2"
        station_actor = Actor("person", who)
        build_unit(station, serial)
        measure(station, serial, 0.1, means="typed", source=f"typed:{who}")
        fit(station, serial, f"badge {who}", component="operator_badge")
        station.write(
            PartFitted(step="b", component="seal", part="P", raw="L", means="typed", lot="L"),
            station_actor,
            refs=Refs(unit=serial),
        )
        if is_theirs:
            fault_at(station, serial)
    await send(plant.client, station)
    assert await found(plant, "factor") == []
    state = (await plant.client.get(f"{PATTERNS}/sweep")).json()
    assert [one for one in state["done"]["factors"] if "tool" in one or "badge" in one] == []
    assert any("operator_badge" in one for one in state["done"]["left_out"])
    assert WHO not in str(state)


async def test_where_a_lot_came_from_is_a_factor(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    for number in range(8):
        supplier = "Nordfix" if number % 2 else "Almet"
        lot = Lot(lot=f"L-{number}", part="P", supplier=supplier)
        reply = await local_plant.client.put(
            f"/v1/documents/lot/L-{number}", content=msgspec.json.encode(lot)
        )
        assert reply.status_code == 200, reply.text
    for number in range(160):
        build_unit(station, f"U-{number}")
        fit(station, f"U-{number}", f"L-{number % 8}")
        if number % 4 in {1, 3} and number % 5:
            fault_at(station, f"U-{number}")
    await send(local_plant.client, station)
    shown = [one for one in await found(local_plant, "factor") if not one["explained_by"]]
    assert [one["parts"] for one in shown] == [[["supplier of bearing", "Nordfix"]]]


async def test_a_sweep_of_nothing_finds_nothing(local_plant: PlantRig) -> None:
    page = (await local_plant.client.get("/memory/patterns")).text
    assert "Nobody has looked yet" in page
    assert (await local_plant.client.post(PATTERNS)).json() == []
    with local_plant.plant.database.read() as connection:
        assert connection.execute(sa.select(memory_pattern_sweep.c.body)).scalar_one() != ""
