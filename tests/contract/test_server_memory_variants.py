"""Two variants take turns at a station, each with its own program; both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from msgspec import structs

from app.domain.envelope import Refs
from app.domain.events import TighteningRecorded, UnitCompleted, UnitStarted
from app.domain.memory_documents import KnownDecision
from memory.records import Outcome
from memory.scopes import what_changed
from server.log.feed import current
from tests.helpers.memory_station import CONTEXT, decide, open_situation
from tests.helpers.plant_station import reading

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ["tests.helpers.plant_fixtures"]

PROGRAMS = {"A": "P-1", "B": "P-2"}
HERE = {**CONTEXT, "variant": "B", "program": PROGRAMS["B"]}


def told(plant: PlantRig, name: str) -> KnownDecision:
    with plant.plant.database.read() as connection:
        body = current(connection, KnownDecision.KIND, name)
    assert body is not None
    return msgspec.json.decode(body, type=KnownDecision)


def build(
    station: FakeStation,
    serial: str,
    variant: str,
    *,
    program: str = "",
    second: str = "",
    tool: str = CONTEXT["tool"],
) -> None:
    """A unit of the variant, tightened by its own program if no other is named.

    With ``second`` there is another bolt at the same step, with that program.
    """
    started = UnitStarted(
        serial=serial,
        order="PO-1",
        product="GX-200",
        variant=variant,
        instruction="gearbox-mount",
        revision="r1",
        raw=serial,
    )
    first = bolt("1", program or PROGRAMS[variant], tool)
    bolts = [first, *([bolt("2", second)] if second else [])]
    refs = Refs(unit=serial, order="PO-1")
    for body in (started, *bolts, UnitCompleted(serial=serial, evidence="provable")):
        station.write(body, refs=refs)


def bolt(position: str, program: str, tool: str = CONTEXT["tool"]) -> TighteningRecorded:
    used = structs.replace(reading("25.1", "59", ok=True), program=program, source=tool)
    return TighteningRecorded(
        step="bolts", position=position, attempt=1, ok=True, counted=True, reading=used
    )


def decided_among_both(station: FakeStation, *, second: str = "", response: str = "clean") -> None:
    for number in range(10):
        build(station, f"B-{number}", "AB"[number % 2], second=second)
        if number % 2:
            open_situation(station, f"before-{number}", context=HERE)
    decide(station, "D-1", "before-9", context=HERE, response=response)


async def test_the_program_of_the_other_variant_ends_no_trial(plant: PlantRig) -> None:
    station = await plant.station()
    decided_among_both(station)
    for number in range(10):
        build(station, f"A-{number}", "AB"[number % 2])
    await station.pushed(plant.client)
    known = told(plant, "D-1")
    assert known.outcome is Outcome.HELD
    assert what_changed(known.scope, {**HERE, "variant": "A", "program": PROGRAMS["A"]}) is None
    assert what_changed(known.scope, {**HERE, "program": "P-3"}) == "program"


async def test_the_program_of_the_bolt_beside_ends_no_trial(plant: PlantRig) -> None:
    station = await plant.station()
    decided_among_both(station, second="P-9")
    for number in range(10):
        build(station, f"A-{number}", "AB"[number % 2], second="P-9")
    await station.pushed(plant.client)
    assert told(plant, "D-1").outcome is Outcome.HELD


async def test_another_program_for_its_own_variant_ends_the_trial(plant: PlantRig) -> None:
    station = await plant.station()
    decided_among_both(station)
    build(station, "A-0", "A")
    build(station, "A-1", "B", program="P-3")
    await station.pushed(plant.client)
    assert told(plant, "D-1").outcome is Outcome.INCONCLUSIVE


async def test_what_came_again_on_the_other_variant_came_again(plant: PlantRig) -> None:
    station = await plant.station()
    decided_among_both(station)
    build(station, "A-0", "A")
    other = {**HERE, "variant": "A"}
    open_situation(station, "again", context={**other, "program": PROGRAMS["B"]})
    await station.pushed(plant.client)
    assert told(plant, "D-1").outcome is Outcome.RECURRED


@pytest.mark.parametrize(
    ("response", "outcome"),
    [("clean", Outcome.INCONCLUSIVE), ("replace_tool", Outcome.HELD)],
)
async def test_another_tool_ends_every_trial_but_that_of_changing_the_tool(
    local_plant: PlantRig, response: str, outcome: Outcome
) -> None:
    station = await local_plant.station()
    decided_among_both(station, response=response)
    for number in range(10):
        build(station, f"A-{number}", "AB"[number % 2], tool="T-08")
    await station.pushed(local_plant.client)
    assert told(local_plant, "D-1").outcome is outcome


async def test_the_next_tool_fails_the_same_way_and_changing_it_did_not_hold(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    decided_among_both(station, response="replace_tool")
    build(station, "A-1", "B", tool="T-08")
    open_situation(station, "again", context={**HERE, "tool": "T-08"})
    await station.pushed(local_plant.client)
    known = told(local_plant, "D-1")
    assert known.outcome is Outcome.RECURRED
    assert what_changed(known.scope, {**HERE, "tool": "T-09"}) is None
