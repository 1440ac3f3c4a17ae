"""What a person decides about a situation is kept, shown and never lost; on both databases."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec
import pytest

from app.domain.events import PartFitted, UnitHeld, UnitStarted
from app.domain.plant import Hold
from server.read.situation_kinds import kind_of
from tests.helpers.plant_station import START_US

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

START = datetime.fromtimestamp(START_US / 1e6, UTC)
HOLD = Hold(hold="H-7", reason="noise", owner="quality 31", placed_at=START, lot="88190")
DECISION = {"decision": "rework", "by": "lead 204", "why": "bolt 3 is replaced"}


async def get(plant: PlantRig, path: str) -> Any:
    reply = await plant.client.get(path)
    assert reply.status_code == 200, reply.text
    return reply.json()


async def kinds(plant: PlantRig) -> list[str]:
    return [one["kind"] for one in await get(plant, "/v1/situations")]


def started(serial: str) -> UnitStarted:
    return UnitStarted(
        serial=serial,
        order="PO-100482",
        product="GX-200",
        variant="B",
        instruction="gearbox-mount",
        revision="a" * 64,
        raw=serial,
    )


async def held(plant: PlantRig) -> str:
    station = await plant.station()
    station.write_in("U/1", started("U/1"))
    station.write_in("U/1", UnitHeld(serial="U/1", code="too_many_attempts", step="bolts"))
    await station.pushed(plant.client)
    (found,) = await get(plant, "/v1/situations")
    return f"/v1/situations/{quote(found['key'], safe='')}"


async def test_a_decided_situation_leaves_the_list_and_stays_with_its_unit(
    plant: PlantRig,
) -> None:
    path = await held(plant)
    reply = await plant.client.post(f"{path}/decision", json=DECISION)
    assert reply.status_code == 200, reply.text
    assert reply.json()["decisions"][0]["words"] == "Rework the unit"
    assert await kinds(plant) == []
    page = (await plant.client.get("/units/U%2F1")).text
    assert "Decided" in page
    assert "Unit U/1 is held" in page


async def test_a_second_decision_is_added_and_counts(plant: PlantRig) -> None:
    path = await held(plant)
    await plant.client.post(f"{path}/decision", json=DECISION)
    second = {**DECISION, "decision": "scrap", "why": "the housing is cracked too"}
    detail = (await plant.client.post(f"{path}/decision", json=second)).json()
    assert [one["decision"] for one in detail["decisions"]] == ["rework", "scrap"]
    assert detail["situation"]["decided"]["decision"] == "scrap"


async def test_a_decision_survives_drawing_the_projections_anew(plant: PlantRig) -> None:
    path = await held(plant)
    await plant.client.post(f"{path}/decision", json=DECISION)
    assert plant.plant.projector.rebuild()
    assert await kinds(plant) == []


async def test_a_decided_hold_keeps_its_decision_when_it_is_lifted(plant: PlantRig) -> None:
    await plant.publish(HOLD)
    station = await plant.station()
    station.write_in("U-1", started("U-1"))
    fitted = PartFitted(
        step="b", component="b", part="SKF-6204", raw="x", means="scanner", lot="88190"
    )
    station.write_in("U-1", fitted)
    await station.pushed(plant.client)
    asked = {**DECISION, "decision": "release_units"}
    reply = await plant.client.post("/v1/situations/hold%3AH-7/decision", json=asked)
    assert reply.status_code == 200, reply.text
    assert await kinds(plant) == []
    await plant.publish(msgspec.structs.replace(HOLD, lifted_at=START, lifted_by="31"))
    detail = await get(plant, "/v1/situations/hold%3AH-7")
    assert detail["situation"]["decided"]["why"] == "bolt 3 is replaced"


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ({**DECISION, "decision": "ship"}, 422, "rework, accept, use_as_is, scrap, return"),
        ({**DECISION, "why": "  "}, 422, "why: expected 1 to 2000 characters"),
        ({**DECISION, "by": "x" * 300}, 422, "by: expected 1 to 200 characters"),
        ({"decision": "rework"}, 422, "by"),
    ],
    ids=["no-way-out", "no-reason", "long-name", "missing"],
)
async def test_a_decision_that_makes_no_sense_is_refused_in_words(
    plant: PlantRig, asked: dict[str, str], status: int, said: str
) -> None:
    path = await held(plant)
    reply = await plant.client.post(f"{path}/decision", json=asked)
    assert reply.status_code == status
    assert said in reply.json()["detail"]
    assert await kinds(plant) == ["held"]


async def test_nobody_but_an_administrator_decides(plant: PlantRig) -> None:
    path = await held(plant)
    async with plant.caller("192.0.2.7") as stranger:
        reply = await stranger.post(f"{path}/decision", json=DECISION)
    assert reply.status_code == 403
    assert await kinds(plant) == ["held"]


async def test_a_situation_nobody_knows_is_not_found(plant: PlantRig) -> None:
    for path in ("/v1/situations/held:x:1", "/situations/held:x:1", "/v1/situations/hold:H-99"):
        assert (await plant.client.get(path)).status_code == 404
    reply = await plant.client.post("/v1/situations/held:x:1/decision", json=DECISION)
    assert reply.status_code == 404


async def test_the_page_of_a_situation_names_owner_records_and_ways_out(plant: PlantRig) -> None:
    path = await held(plant)
    page = (await plant.client.get(path.removeprefix("/v1"))).text
    for words in ("team lead", "record 2", "person 417", "Rework the unit", "Keep this decision"):
        assert words in page
    line = (await plant.client.get("/")).text
    assert 'href="/situations/' in line
    assert "team lead" in line
    assert "Unit U/1 is held" in (await plant.client.get("/situations")).text


def test_every_situation_has_an_owner_and_a_way_out() -> None:
    assert kind_of("never heard of").owner == "administrator"
    assert kind_of("never heard of").actions
