"""A unit's evidence on the server: provenance, gaps with owners, signatures, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from app.domain.envelope import Refs
from app.domain.events import SignedOff, UnitCompleted
from app.domain.evidence_events import EvidenceAsked, EvidenceResolved
from app.domain.signatures import linked
from tests.contract.test_server_read import publish_all
from tests.contract.test_server_signed_record import check, wrong
from tests.helpers.plant_station import REVISION

if TYPE_CHECKING:
    from app.domain.event_body import Body
    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ["tests.helpers.plant_fixtures"]

UNIT = "0418-77231"
GAPS = ("typed:backlash",)
HELD = UnitCompleted(serial=UNIT, evidence="not_provable", gaps=GAPS)


def signature(person: str, name: str, right: str) -> SignedOff:
    return SignedOff(
        act="accept_evidence",
        right=right,
        meaning="Accepted without full evidence",
        person=person,
        name=name,
        role="quality",
        means="badge",
    )


ACCEPTED = linked(
    (
        signature("31", "Quality 31", "dispose"),
        signature("412", "Lead 412", "sign_off"),
        EvidenceResolved(
            serial=UNIT,
            how="accepted",
            evidence="not_provable",
            gaps=GAPS,
            why="proven_elsewhere",
            signed=("31", "412"),
            accepted_by=("Quality 31", "Lead 412"),
        ),
    )
)


async def built(plant: PlantRig, *more: Body) -> FakeStation:
    await publish_all(plant)
    station = await plant.station()
    station.build(UNIT)
    for body in more:
        station.write(body, refs=Refs(unit=UNIT))
    await station.pushed(plant.client)
    return station


async def unit(plant: PlantRig) -> dict[str, Any]:
    record: dict[str, Any] = (await plant.client.get(f"/v1/units/{UNIT}")).json()
    return record


async def waiting(plant: PlantRig) -> list[str]:
    found = (await plant.client.get("/v1/situations")).json()
    return [one["kind"] for one in found]


async def test_every_gap_has_an_owner_and_a_next_action(plant: PlantRig) -> None:
    await built(plant, HELD)
    record = await unit(plant)
    (gap,) = record["missing"]
    assert gap["words"] == "typed by hand at Backlash"
    assert (gap["owner"], gap["next"]) == ("quality", "have it scanned or measured, not typed")
    assert "not_provable" in await waiting(plant)


async def test_who_decides_about_a_gap_reads_the_name_of_its_step(plant: PlantRig) -> None:
    await publish_all(plant)
    station = await plant.station()
    station.build(UNIT)
    station.write(HELD, refs=Refs(unit=UNIT, revision=REVISION))
    await station.pushed(plant.client)
    found = (await plant.client.get("/v1/situations")).json()
    waits = next(one for one in found if one["kind"] == "not_provable")
    assert waits["detail"] == "Missing: typed by hand at Backlash"
    page = (await plant.client.get(f"/situations/{quote(waits['key'], safe='')}")).text
    assert "not provable: typed by hand at Backlash" in page


async def test_each_required_value_says_how_it_came_and_by_which_record(plant: PlantRig) -> None:
    await built(plant)
    record = await unit(plant)
    values = record["values"]
    known = {line["event_id"] for line in record["lines"]}
    came = {value["provenance"] for value in values}
    assert {"tool", "gauge", "scanner"} <= came
    assert all(value["event_id"] in known for value in values if value.get("event_id"))


async def test_accepted_it_stays_not_provable_and_nothing_waits(plant: PlantRig) -> None:
    await built(plant, HELD, *ACCEPTED)
    record = await unit(plant)
    assert (record["evidence"], tuple(record["gaps"])) == ("not_provable", GAPS)
    (resolution,) = record["resolutions"]
    said = "not provable, accepted by Quality 31 and Lead 412 because: proven elsewhere"
    assert resolution["words"] == said
    assert "not_provable" not in await waiting(plant)
    page = (await plant.client.get(f"/units/{UNIT}")).text
    assert "Not provable, accepted by Quality 31 and Lead 412" in page
    assert "Completed, accepted" in page


async def test_accepted_on_the_server_it_stays_not_provable_too(plant: PlantRig) -> None:
    await built(plant, HELD)
    found = (await plant.client.get("/v1/situations")).json()
    key = next(one["key"] for one in found if one["kind"] == "not_provable")
    asked = {"decision": "accept", "by": "A. Weiss", "why": "checked on the test bench"}
    reply = await plant.client.post(f"/v1/situations/{key}/decision", json=asked)
    assert reply.status_code == 422, reply.text
    assert "second" in reply.text
    asked["second"] = "A. Weiss"
    assert (
        await plant.client.post(f"/v1/situations/{key}/decision", json=asked)
    ).status_code == 422
    asked["second"] = "B. Novak"
    assert (await plant.client.post(f"/v1/situations/{key}/decision", json=asked)).is_success
    record = await unit(plant)
    assert record["evidence"] == "not_provable"
    (resolution,) = record["resolutions"]
    assert resolution["by"] == ["A. Weiss and B. Novak"]


async def test_evidence_that_came_makes_it_provable_and_leaves_its_history(
    plant: PlantRig,
) -> None:
    asked = EvidenceAsked(serial=UNIT, why="evidence_missing", gaps=GAPS, steps=("backlash",))
    done = UnitCompleted(serial=UNIT, evidence="provable")
    came = EvidenceResolved(serial=UNIT, how="came", evidence="provable", gaps=GAPS)
    station = await built(plant, HELD, asked)
    record = await unit(plant)
    assert (record["state"], record["evidence"]) == ("open", "not_provable")
    for body in (done, came):
        station.write(body, refs=Refs(unit=UNIT))
    await station.pushed(plant.client)
    record = await unit(plant)
    assert (record["state"], record["evidence"], record["gaps"]) == ("completed", "provable", [])
    assert [one["how"] for one in record["resolutions"]] == ["asked", "came"]


async def test_a_second_completion_alone_closes_no_gap(plant: PlantRig) -> None:
    await built(plant, HELD, UnitCompleted(serial=UNIT, evidence="provable"))
    assert (await unit(plant))["evidence"] == "not_provable"


async def test_signatures_are_shown_and_bound_to_what_they_sign(local_plant: PlantRig) -> None:
    await built(local_plant, HELD, *ACCEPTED)
    record = await unit(local_plant)
    signed = record["signatures"]
    assert [one["name"] for one in signed] == ["Quality 31", "Lead 412"]
    resolved = next(x for x in record["lines"] if x["kind"] == "evidence.resolved")
    assert {one["signed_event"] for one in signed} == {resolved["event_id"]}
    file = (await local_plant.client.get(f"/v1/units/{UNIT}/record.json")).content
    checked = check(file)
    assert checked.is_ok
    assert any("2 signatures" in one.words for one in checked.checks)


async def test_a_signature_bound_to_nothing_is_found(local_plant: PlantRig) -> None:
    lost = msgspec.structs.replace(signature("31", "Quality 31", "dispose"), signs="0" * 64)
    await built(local_plant, HELD, lost, ACCEPTED[-1])
    file = (await local_plant.client.get(f"/v1/units/{UNIT}/record.json")).content
    assert "signs nothing in this record" in wrong(file)
