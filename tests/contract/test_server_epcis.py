"""A unit's EPCIS 2.0 document, held against the standard's own rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from app.domain.envelope import Refs
from app.domain.events import UnitCompleted, UnitHeld
from app.domain.evidence_events import EvidenceResolved
from app.domain.material_events import PartFitted, PartRemoved
from tests.contract.test_server_read import publish_all, started

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

UNIT = "0418-77231"
_RULES = Path(__file__).parents[1] / "fixtures" / "epcis" / "epcis-2.0-rules.json"


def check(document: dict[str, Any]) -> None:
    rules = json.loads(_RULES.read_text())
    jsonschema.Draft7Validator(rules, format_checker=jsonschema.FormatChecker()).validate(document)


async def document_of(plant: PlantRig, serial: str = UNIT) -> dict[str, Any]:
    reply = await plant.client.get(f"/v1/units/{serial}/epcis.json")
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"] == "application/ld+json"
    document: dict[str, Any] = reply.json()
    check(document)
    return document


def events(document: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [one for one in document["epcisBody"]["eventList"] if one["type"] == kind]


async def built(plant: PlantRig, *, instruction: bool = True) -> dict[str, Any]:
    if instruction:
        await publish_all(plant)
    station = await plant.station()
    station.build(UNIT)
    await station.pushed(plant.client)
    return await document_of(plant)


async def test_a_unit_nobody_started_has_no_document(local_plant: PlantRig) -> None:
    assert (await local_plant.client.get("/v1/units/x/epcis.json")).status_code == 404


@pytest.mark.parametrize(
    "spoil",
    [
        {"schemaVersion": "1.2"},
        {"epcisBody": {"eventList": [{"type": "ObjectEvent", "action": "OBSERVE"}]}},
        {"@context": ["no uri"]},
    ],
)
async def test_the_rules_find_what_is_wrong(local_plant: PlantRig, spoil: dict[str, Any]) -> None:
    document = await built(local_plant)
    with pytest.raises(jsonschema.ValidationError):
        check(document | spoil)


async def test_a_held_unit_says_holding_and_no_transformation(local_plant: PlantRig) -> None:
    await publish_all(local_plant)
    station = await local_plant.station()
    station.write_in("0418-2", started("0418-2"))
    station.write_in("0418-2", UnitHeld(serial="0418-2", code="too_many_attempts"))
    await station.pushed(local_plant.client)
    document = await document_of(local_plant, "0418-2")
    steps = [one["bizStep"] for one in events(document, "ObjectEvent")]
    assert steps == ["commissioning", "holding"]
    assert not events(document, "TransformationEvent")


async def test_everything_fitted_is_an_input_of_one_transformation(plant: PlantRig) -> None:
    document = await built(plant)
    (made,) = events(document, "TransformationEvent")
    assert made["outputEPCList"] == [f"urn:asbuilt:{plant_name(plant)}:unit:GX-200:{UNIT}"]
    assert made["bizStep"] == "assembling"
    inputs = [*made["inputEPCList"], *(one["epcClass"] for one in made["inputQuantityList"])]
    assert len(inputs) == len(set(inputs))
    assert any("GS-5512" in one for one in inputs)


async def test_a_judged_value_is_an_observation_with_its_sensor(local_plant: PlantRig) -> None:
    document = await built(local_plant)
    measured = [one for one in events(document, "ObjectEvent") if "sensorElementList" in one]
    (bad,) = [one for one in measured if one["disposition"] == "non_conformant"]
    reports = bad["sensorElementList"][0]["sensorReport"]
    assert {(one["type"], one["uom"]) for one in reports} == {("Torque", "NU"), ("Angle", "DD")}


async def test_without_the_instruction_parts_have_names_of_this_plant(
    local_plant: PlantRig,
) -> None:
    document = await built(local_plant, instruction=False)
    (made,) = events(document, "TransformationEvent")
    assert all(one.startswith("urn:asbuilt:") for one in made["inputEPCList"])


def plant_name(plant: PlantRig) -> str:
    return plant.plant.identity.name


async def test_what_went_in_is_told_once_and_an_acceptance_is_seen(local_plant: PlantRig) -> None:
    await publish_all(local_plant)
    station = await local_plant.station()
    station.build(UNIT)
    gaps = ("typed:backlash",)
    accepted = EvidenceResolved(serial=UNIT, how="accepted", evidence="not_provable", gaps=gaps)
    held = UnitCompleted(serial=UNIT, evidence="not_provable", gaps=gaps)
    for body in (held, accepted):
        station.write(body, refs=Refs(unit=UNIT))
    await station.pushed(local_plant.client)
    document = await document_of(local_plant)
    assert len(events(document, "TransformationEvent")) == 1
    assert events(document, "ObjectEvent")[-1]["bizStep"] == "accepting"


def fitted(part: str, *, lot: str | None = None, serial: str | None = None, count: int = 1) -> Any:
    return PartFitted(
        step="s", component="c", part=part, raw="x", means="scanner", lot=lot, serial=serial,
        quantity=count,
    )  # fmt: skip


def removed(part: str, reason: str, *, lot: str | None = None, count: int = 1) -> Any:
    return PartRemoved(
        step="s", component="c", part=part, reason=reason, lot=lot, quantity=count,
        is_returned=reason == "wrong_part",
    )  # fmt: skip


def named(event: dict[str, Any]) -> tuple[Any, ...]:
    amounts = event.get("childQuantityList", ())
    return (
        event["action"],
        event["bizStep"],
        event.get("disposition"),
        [(one["epcClass"].rpartition(":")[2], one["quantity"]) for one in amounts],
    )


async def test_what_came_out_again_is_no_input_and_its_way_in_and_out_is_told(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    for body in (
        started(UNIT),
        fitted("SC-8", lot="S-1", count=4),
        fitted("SC-8", lot="S-1", count=2),
        removed("SC-8", "part_damaged", lot="S-1", count=3),
        removed("SC-8", "wrong_part", lot="S-1"),
        fitted("SC-8", lot="S-2", count=4),
        UnitCompleted(serial=UNIT, evidence="provable", gaps=()),
    ):
        station.write_in(UNIT, body)
    await station.pushed(local_plant.client)
    document = await document_of(local_plant)
    assert [named(one) for one in events(document, "AssociationEvent")] == [
        ("ADD", "installing", None, [("S-1", 2)]),
        ("ADD", "installing", None, [("S-1", 2)]),
        ("DELETE", "removing", "damaged", [("S-1", 3)]),
        ("DELETE", "removing", None, [("S-1", 1)]),
    ]
    (made,) = events(document, "TransformationEvent")
    inputs = {
        one["epcClass"].rpartition(":")[2]: one["quantity"] for one in made["inputQuantityList"]
    }
    assert inputs == {"S-1": 2, "S-2": 4}


async def test_a_numbered_piece_that_came_out_is_named_by_its_number(
    local_plant: PlantRig,
) -> None:
    await publish_all(local_plant)
    station = await local_plant.station()
    gone = PartRemoved(
        step="gears", component="gear-set", part="GS-55", reason="on_hold", serial="GS-1",
        is_returned=False,
    )  # fmt: skip
    fit = PartFitted(
        step="gears", component="gear-set", part="GS-55", raw="x", means="scanner", serial="GS-1"
    )
    for body in (started(UNIT), fit, gone):
        station.write_in(UNIT, body)
    await station.pushed(local_plant.client)
    document = await document_of(local_plant)
    into, out = events(document, "AssociationEvent")
    assert into["childEPCs"] == out["childEPCs"]
    assert out["disposition"] == "non_sellable_other"
    assert out["parentID"] == events(document, "ObjectEvent")[0]["epcList"][0]


async def test_the_rules_want_a_child_that_is_added(local_plant: PlantRig) -> None:
    document = await built(local_plant)
    (first, *_) = events(document, "ObjectEvent")
    lone = {name: value for name, value in first.items() if name != "epcList"}
    added = lone | {"type": "AssociationEvent", "parentID": "urn:x:y", "action": "ADD"}
    with pytest.raises(jsonschema.ValidationError):
        check(document | {"epcisBody": {"eventList": [added]}})
