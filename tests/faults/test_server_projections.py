"""Projections under trouble: drawn anew while all goes on, events that cannot be drawn, holes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from server.db.tables import event, feed
from tests.helpers.effort import effort
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_station import BEARING_LOT, GEAR_SET, HOLD, ORDER, PERSON

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

STATIONS = 3
UNITS = effort(6, 200)  # of each station
REBUILDS = effort(3, 30)
UNDRAWABLE = "U-1-2"


async def get(plant: PlantRig, path: str) -> Any:
    reply = await plant.client.get(path)
    assert reply.status_code == 200, reply.text
    return reply.json()


async def drawn(plant: PlantRig) -> None:
    async with asyncio.timeout(PATIENT_S):
        while not await asyncio.to_thread(plant.plant.drawer.settle, 1.0):
            pass


async def push_units(plant: PlantRig, number: int) -> None:
    """One push for each unit, as they are built."""
    station = await plant.station(f"ST-{number}")
    for count in range(UNITS):
        first = len(station.written) + 1
        station.build(f"U-{number}-{count}", gears=f"GS-{number}-{count}")
        await station.pushed(plant.client, station.push_of(first))
        await plant.publish(ORDER if count % 2 else BEARING_LOT)


async def look(plant: PlantRig, done: asyncio.Event) -> None:
    """Whoever looks never sees a unit gone again."""
    seen: set[str] = set()
    while not done.is_set():
        units = {one["serial"] for one in await get(plant, "/v1/units?limit=1000")}
        assert seen <= units
        seen = units


async def test_projections_are_drawn_anew_while_stations_push_and_people_look(
    plant: PlantRig,
) -> None:
    plant.plant.start()
    done = asyncio.Event()
    looking = asyncio.create_task(look(plant, done))
    pushing = [asyncio.create_task(push_units(plant, number)) for number in range(STATIONS)]
    for _ in range(REBUILDS):
        assert await asyncio.to_thread(plant.plant.projector.rebuild)
    await asyncio.gather(*pushing)
    assert await asyncio.to_thread(plant.plant.projector.rebuild)
    done.set()
    await looking
    await drawn(plant)
    assert len(await get(plant, "/v1/units?limit=1000")) == STATIONS * UNITS
    health = await get(plant, "/v1/health")
    assert (health["events"], health["behind"], health["alarms"]) == (STATIONS * UNITS * 19, 0, [])


def refuse_unit(connection: sa.Connection, serial: str) -> None:
    """No list takes this unit any more: the database says no, as to a mistake of ours."""
    if connection.dialect.name == "postgresql":
        check = f"CHECK (serial <> '{serial}')"
        connection.exec_driver_sql(f"ALTER TABLE unit ADD CONSTRAINT refused {check}")
        return
    connection.exec_driver_sql(
        f"CREATE TRIGGER refused BEFORE INSERT ON unit WHEN NEW.serial = '{serial}'"
        " BEGIN SELECT RAISE(ABORT, 'refused'); END"
    )


def accept_all(connection: sa.Connection) -> None:
    """The mistake was found."""
    is_postgres = connection.dialect.name == "postgresql"
    connection.exec_driver_sql(
        "ALTER TABLE unit DROP CONSTRAINT refused" if is_postgres else "DROP TRIGGER refused"
    )


@pytest.mark.parametrize("beside", [True, False])
async def test_an_event_that_cannot_be_drawn_is_set_aside_and_the_others_go_on(
    plant: PlantRig, beside: bool
) -> None:
    if beside:
        plant.plant.start()
    station = await plant.station("ST-1")
    with plant.plant.database.write() as connection:
        refuse_unit(connection, UNDRAWABLE)
    try:
        for count in (1, 2, 3):
            station.build(f"U-1-{count}", gears=f"GS-{count}")
        assert (await station.pushed(plant.client)).high_water == 57
        assert serials(await get(plant, "/v1/units")) == {"U-1-1", "U-1-3"}
        health = await get(plant, "/v1/health")
        assert (health["ok"], health["behind"]) == (True, 0)
        assert health["alarms"] == ["An event of ST-1 is not shown"]
        (waits,) = [one for one in await get(plant, "/v1/situations") if one["kind"] == "undrawn"]
        assert (waits["station"], waits["owner"]) == ("ST-1", "administrator")
        assert "Event 20 (position 20) is stored" in waits["detail"]
    finally:
        with plant.plant.database.write() as connection:
            accept_all(connection)
    # Mended, all is drawn anew, and the alarm is gone with its reason.
    assert not await asyncio.to_thread(plant.plant.projector.rebuild)
    assert serials(await get(plant, "/v1/units")) == {"U-1-1", "U-1-2", "U-1-3"}
    assert (await get(plant, "/v1/health"))["alarms"] == []


def serials(units: list[dict[str, Any]]) -> set[str]:
    return {one["serial"] for one in units}


def take_out(plant: PlantRig, table: sa.Table, *positions: int) -> None:
    with plant.plant.database.write() as connection:
        connection.execute(table.delete().where(table.c.pos.in_(positions)))


async def test_a_hole_in_the_feed_is_an_alarm_and_the_rest_arrives(plant: PlantRig) -> None:
    for document in (ORDER, GEAR_SET, BEARING_LOT, HOLD, PERSON):
        await plant.publish(document)
    take_out(plant, feed, 2, 3)
    assert not await asyncio.to_thread(plant.plant.projector.rebuild)
    assert (await get(plant, "/v1/health"))["alarms"] == ["The feed has a hole"]
    (alarm,) = [one for one in await get(plant, "/v1/situations") if one["kind"] == "hole"]
    assert "Position 2 to 3 is not in the database any more" in alarm["detail"]
    station = await plant.station("ST-1")
    assert [item.pos for item in (await station.feed(plant.client)).items] == [1, 4, 5]
    await decide(plant, alarm["key"], "noted")
    assert (await get(plant, "/v1/health"))["alarms"] == []


async def test_a_hole_in_the_log_is_an_alarm_and_the_rest_is_drawn(plant: PlantRig) -> None:
    station = await plant.station("ST-1")
    station.build("U-1")
    station.build("U-2", gears="GS-2")
    await station.pushed(plant.client)
    take_out(plant, event, 38)
    station.build("U-3", gears="GS-3")
    await station.pushed(plant.client, station.push_of(39))
    assert not await asyncio.to_thread(plant.plant.projector.rebuild)
    assert (await get(plant, "/v1/health"))["alarms"] == ["The log has a hole"]
    states = {one["serial"]: one["state"] for one in await get(plant, "/v1/units")}
    assert (states["U-1"], states["U-2"], states["U-3"]) == ("completed", "open", "completed")


async def decide(plant: PlantRig, key: str, decision: str) -> None:
    asked = {"decision": decision, "by": "it 7", "why": "seen"}
    reply = await plant.client.post(f"/v1/situations/{key}/decision", json=asked)
    assert reply.is_success, reply.text
