"""What was built since a decision: counted from the log, told in steps; both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec
import sqlalchemy as sa

from app.domain.memory_documents import KnownDecision
from app.domain.memory_events import DecisionConfirmed, SituationOpened
from app.services.card_state import Lists
from app.services.station_memory import StationMemory
from memory.advice import RETIRE_UNITS, UNUSED
from server.db.memory_tables import memory_now
from server.db.tables import feed
from server.log.feed import current
from server.memory.built import MOST, STEP
from server.memory.search import AskedSituation
from tests.helpers.memory_station import CONTEXT, KEY, build_unit, decide, open_situation
from tests.judge.feed_as_of import FeedAsOf
from tests.judge.server_run import send

if TYPE_CHECKING:
    from app.ports.journal import Journal
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


def told(plant: PlantRig, name: str) -> KnownDecision:
    with plant.plant.database.read() as connection:
        body = current(connection, KnownDecision.KIND, name)
    assert body is not None
    return msgspec.json.decode(body, type=KnownDecision)


def times_told(plant: PlantRig, name: str) -> int:
    """How often the feed spoke of the decision."""
    wanted = (feed.c.kind == KnownDecision.KIND) & (feed.c.key == name)
    with plant.plant.database.read() as connection:
        statement = sa.select(sa.func.count()).select_from(feed).where(wanted)
        return connection.execute(statement).scalar_one()


def has_built(plant: PlantRig, count: int, *, product: str = "GX-200") -> None:
    """As if the station had built so many until now."""
    with plant.plant.database.write() as connection:
        for thing in ("built\t", f"built\t{product}"):
            mine = (memory_now.c.station == "ST-040") & (memory_now.c.thing == thing)
            connection.execute(memory_now.update().where(mine).values(value=str(count)))


async def test_the_units_of_another_product_are_not_counted(plant: PlantRig) -> None:
    station = await plant.station()
    build_unit(station, "B-0")
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1", context={**CONTEXT, "product": "GX-300"})
    await station.pushed(plant.client)
    has_built(plant, STEP - 1)
    build_unit(station, "A-0")
    await station.pushed(plant.client)
    assert told(plant, "D-1").units_since == 0


async def test_a_full_step_is_told_once_and_what_lies_between_is_not(plant: PlantRig) -> None:
    station = await plant.station()
    build_unit(station, "B-0")
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1", expected_hours=0.0)
    await station.pushed(plant.client)
    before = times_told(plant, "D-1")
    has_built(plant, STEP - 2)
    build_unit(station, "A-0")
    await station.pushed(plant.client)
    assert (told(plant, "D-1").units_since, times_told(plant, "D-1")) == (0, before)
    build_unit(station, "A-1")
    await station.pushed(plant.client)
    assert (told(plant, "D-1").units_since, times_told(plant, "D-1")) == (STEP, before + 1)
    build_unit(station, "A-2")
    await station.pushed(plant.client)
    assert times_told(plant, "D-1") == before + 1


async def test_when_nothing_speaks_any_more_no_step_is_told(plant: PlantRig) -> None:
    station = await plant.station()
    build_unit(station, "B-0")
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1", expected_hours=0.0)
    await station.pushed(plant.client)
    has_built(plant, MOST - 1)
    build_unit(station, "A-0")
    await station.pushed(plant.client)
    before = times_told(plant, "D-1")
    assert told(plant, "D-1").units_since == MOST
    has_built(plant, 10 * MOST - 1)
    build_unit(station, "A-1")
    await station.pushed(plant.client)
    assert (told(plant, "D-1").units_since, times_told(plant, "D-1")) == (MOST, before)


async def test_what_nobody_needed_for_long_retires_everywhere_until_it_is_done_again(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    build_unit(station, "B-0")
    for number in range(6):
        open_situation(station, f"S-{number}")
        decide(station, f"D-{number}", f"S-{number}", metric="overtime_min", expected_hours=9e3)
        station.write(DecisionConfirmed(decision=f"D-{number}", answer="yes"))
    await station.pushed(plant.client)
    assert told(plant, "D-0").suspended is None
    has_built(plant, RETIRE_UNITS - 1)
    build_unit(station, "A-0")
    await station.pushed(plant.client)
    assert (told(plant, "D-0").suspended, told(plant, "D-0").units_since) == (UNUSED, RETIRE_UNITS)
    title = "Bolt 3: torque too low, angle too high"
    asked = AskedSituation(situation="S", title=title, key=KEY, context=CONTEXT)
    there = plant.plant.memory.suggest(asked)
    assert there.barred == ("replace_tool",)
    assert await at_a_station(plant, title) == msgspec.json.encode(there)
    page = (await plant.client.get("/memory/advice")).text
    assert "nobody needed it for a long time" in page
    assert "Advise it again" in page
    open_situation(station, "S-9")
    decide(station, "D-9", "S-9")
    await station.pushed(plant.client)
    assert told(plant, "D-0").suspended is None


async def at_a_station(plant: PlantRig, title: str) -> bytes:
    """What a card of a station shows of the same, as it is recorded."""
    documents = FeedAsOf(plant.plant.database)
    memory = StationMemory(cast("Journal", documents))
    await memory.refresh()
    opened = SituationOpened(
        situation="S", kind="nok", key=KEY, title=title, evidence=(), context=CONTEXT
    )
    return msgspec.json.encode((await memory.advise(opened, Lists())).shown)


async def test_drawn_anew_as_many_were_built(plant: PlantRig) -> None:
    station = await plant.station()
    for number in range(STEP - 3):
        build_unit(station, f"B-{number}")
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1")
    for number in range(5):
        build_unit(station, f"A-{number}")
    await send(plant, station)
    known = told(plant, "D-1")
    assert known.units_since == STEP
    assert plant.plant.projector.rebuild()
    assert told(plant, "D-1") == known
