"""What is decided about a pattern is watched like any decision; on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec
import sqlalchemy as sa

from app.domain.memory_documents import KnownCase, KnownDecision
from memory.records import Outcome
from memory.watch import CONFIRMED
from server.db.memory_tables import memory_case, memory_decision, memory_outcome, memory_pattern
from server.log.feed import current, current_all
from tests.helpers.memory_station import CONTEXT, build_unit, open_situation
from tests.helpers.pattern_plant import fault_at, send, write_bad_lot, write_change

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ["tests.helpers.plant_fixtures"]

PATTERNS = "/v1/memory/patterns"
DAY_US = 86_400_000_000
WHY = "the bit is worn after 5,000 bolts"


async def pattern(plant: PlantRig, kind: str) -> dict[str, Any]:
    """The one that a look finds now."""
    every = (await plant.client.post(PATTERNS)).json()
    (one,) = [each for each in every if each["kind"] == kind]
    return dict(one)


async def decided(plant: PlantRig, kind: str, response: str = "replace_tool") -> str:
    """Somebody decides about what a look finds; the pattern's name."""
    name = str((await pattern(plant, kind))["pattern"])
    asked = {"pattern": name, "state": "confirmed", "owner": "engineer", "role": "quality"}
    reply = await plant.client.post(
        f"{PATTERNS}/state", json={**asked, "response": response, "why": WHY}
    )
    assert reply.status_code == 200, reply.text
    plant.plant.projector.catch_up()
    return name


async def coming_back(plant: PlantRig) -> FakeStation:
    """A fault that came ten times in two weeks, and once long before."""
    station = await plant.station()
    began_us = station.at_us - 120 * DAY_US
    for number, day in enumerate((0, *range(100, 110))):
        station.at_us = began_us + day * DAY_US
        build_unit(station, f"U-{number}")
        fault_at(station, f"U-{number}")
    await send(plant.client, station)
    plant.clock.at_us = station.at_us + 1
    station.at_us += 60_000_000
    return station


def told(plant: PlantRig) -> KnownDecision:
    with plant.plant.database.read() as connection:
        (item,) = current_all(connection, KnownDecision.KIND)
    return msgspec.json.decode(item.body, type=KnownDecision)


def told_case(plant: PlantRig, name: str) -> KnownCase:
    with plant.plant.database.read() as connection:
        body = current(connection, KnownCase.KIND, f"pattern:{name}")
    assert body is not None
    return msgspec.json.decode(body, type=KnownCase)


def drawn(plant: PlantRig) -> list[Any]:
    with plant.plant.database.read() as connection:
        return [
            sorted(map(tuple, connection.execute(sa.select(table)).all()), key=str)
            for table in (memory_case, memory_decision, memory_outcome)
        ]


async def test_without_its_pattern_or_a_response_nothing_is_watched(local_plant: PlantRig) -> None:
    await coming_back(local_plant)
    name = str((await pattern(local_plant, "recurrence"))["pattern"])
    asked = {"pattern": name, "state": "confirmed", "owner": "lead"}
    assert (await local_plant.client.post(f"{PATTERNS}/state", json=asked)).status_code == 200
    with local_plant.plant.database.write() as connection:
        connection.execute(memory_pattern.delete())
    line = (
        b'{"id": "pattern:gone", "text": "t", "at": "2026-01-01T00:00:00Z", "response": "clean"}'
    )
    reply = await local_plant.client.post("/v1/memory/import", content=line)
    assert reply.status_code == 200, reply.text
    local_plant.plant.projector.catch_up()
    with local_plant.plant.database.read() as connection:
        assert connection.execute(sa.select(memory_decision)).all() == []


async def test_what_is_decided_about_what_comes_back_fails_when_it_comes_again(
    plant: PlantRig,
) -> None:
    station = await coming_back(plant)
    name = await decided(plant, "recurrence")
    known = told(plant)
    assert (known.outcome, known.role, known.key) == (
        Outcome.WATCHING,
        "quality",
        "nok:ST-040:bolts",
    )
    assert known.observed["before"] == 11
    assert known.scope.context == {
        "station": "ST-040", "product": "GX-200", "revision": "r1", "step": "bolts",
    }  # fmt: skip
    assert told_case(plant, name).outcome is Outcome.WATCHING
    build_unit(station, "A-1")
    open_situation(station, "again", context={**CONTEXT, "tool": "T-08"})
    await station.pushed(plant.client)
    assert told(plant).outcome is Outcome.RECURRED
    case = told_case(plant, name)
    assert (case.decision, case.outcome, case.response) == (
        known.decision, Outcome.RECURRED, "replace_tool",
    )  # fmt: skip
    assert case.text.endswith(WHY)
    before = drawn(plant)
    assert plant.plant.projector.rebuild()
    assert drawn(plant) == before


async def test_it_held_when_it_comes_no_more_and_is_no_repeat_itself(
    local_plant: PlantRig,
) -> None:
    station = await coming_back(local_plant)
    name = await decided(local_plant, "recurrence")
    for number in range(50):
        build_unit(station, f"A-{number}")
    await send(local_plant.client, station)
    assert told(local_plant).outcome is Outcome.HELD
    seen = await pattern(local_plant, "recurrence")
    assert (seen["n"], seen["pattern"]) == (10, name)


async def test_what_units_with_a_fault_have_in_common_is_watched_by_the_fault(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    write_bad_lot(station)
    await send(local_plant.client, station)
    name = await decided(local_plant, "factor", "hold_lot")
    known = told(local_plant)
    assert (known.kind, known.expectation.metric) == ("contain", "escapes")
    page = (await local_plant.client.get(f"/memory/patterns/{name}")).text
    assert f'href="/memory/decisions/{quote(known.decision, safe="")}"' in page
    page = (await local_plant.client.get(f"/memory/decisions/{known.decision}")).text
    assert f'<a href="/memory/patterns/{quote(name, safe="")}">decided at the board</a>' in page
    page = (await local_plant.client.get(f"/memory/cases/pattern:{name}")).text
    assert f'It rests on <a href="/memory/patterns/{quote(name, safe="")}">' in page


async def test_of_a_level_somebody_says_whether_it_held(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    write_change(station)
    await send(local_plant.client, station)
    name = await decided(local_plant, "change", "adjust")
    known = told(local_plant)
    assert (known.expectation.metric, known.scope.context["step"]) == (CONFIRMED, "backlash")
    path = f"/v1/memory/decisions/{known.decision}/said"
    answer = {"kind": "answer", "answer": "yes", "role": "quality"}
    assert (await local_plant.client.post(path, json=answer)).status_code == 200
    assert told(local_plant).outcome is Outcome.HELD
    assert told_case(local_plant, name).outcome is Outcome.HELD
