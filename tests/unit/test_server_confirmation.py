"""The confirmation: what it says, and that each element stands where the schema wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import msgspec
import pytest

from app.domain.envelope import Refs
from app.domain.events import UnitStarted
from tests.helpers.plant_station import BEARING_LOT, GEAR_SET, INSTRUCTION_BYTES, ORDER, REVISION

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

NAMESPACE = "{http://www.mesa.org/xml/B2MML}"

#: The sequences of B2MML V0700 for the elements we write; "+" marks what must be there.
SEQUENCES = {
    "SyncOperationsPerformance": ["ApplicationArea+", "DataArea+"],
    "ApplicationArea": ["Sender", "Receiver", "CreationDateTime+", "Signature", "BODID"],
    "Sender": ["LogicalID", "ComponentID", "TaskID", "ReferenceID", "ConfirmationCode"],
    "DataArea": ["Sync+", "OperationsPerformance+"],
    "Sync": ["ActionCriteria"],
    "ActionCriteria": ["ActionExpression", "ChangeStatus"],
    "OperationsPerformance": [
        "ID+", "Description", "Version", "PublishedDate", "StartTime", "Endtime",
        "HierarchyScope", "OperationsType", "OperationsScheduleID", "PerformanceState",
        "OperationsResponse+",
    ],
    "OperationsResponse": [
        "ID+", "Description", "Version", "StartTime", "EndTime", "HierarchyScope",
        "OperationsType", "OperationsRequestID", "SegmentRequirementID",
        "OperationsDefinitionID", "OperationsSegmentID", "ResponseState", "SegmentResponse+",
    ],
    "SegmentResponse": [
        "ID", "Description", "Version", "ActualStartTime", "ActualEndTime", "HierarchyScope",
        "OperationsType", "ProcessSegmentID", "OperationsRequestID", "SegmentRequirementID",
        "OperationsDefinitionID", "OperationsSegmentID", "WorkResponseID", "JobResponseID",
        "SegmentState", "SegmentData", "PersonnelActual", "EquipmentActual",
        "PhysicalAssetActual", "MaterialActual",
    ],
    "PersonnelActual": ["ID+", "PersonnelClassID", "PersonID", "Description", "PersonnelUse"],
    "EquipmentActual": ["ID+", "EquipmentClassID", "EquipmentID", "Description", "EquipmentUse"],
    "MaterialActual": [
        "ID+", "MaterialClassID", "MaterialDefinitionID", "MaterialLotID", "MaterialSubLotID",
        "Description", "MaterialUse", "SpatialDefinition", "StorageLocation", "Quantity",
    ],
    "Quantity": ["QuantityString+", "DataType", "UnitOfMeasure", "Key"],
}  # fmt: skip


def check_sequences(element: ET.Element) -> None:
    """Every child in the schema's order, and what must be there is there."""
    assert element.tag.startswith(NAMESPACE)
    name = element.tag.removeprefix(NAMESPACE)
    children = [child.tag.removeprefix(NAMESPACE) for child in element]
    if not children:
        return
    allowed = [entry.rstrip("+") for entry in SEQUENCES[name]]
    places = [allowed.index(child) for child in children]
    assert places == sorted(places), f"{name}: {children}"
    needed = {entry.rstrip("+") for entry in SEQUENCES[name] if entry.endswith("+")}
    assert needed <= set(children), f"{name}: {children}"
    for child in element:
        check_sequences(child)


async def confirmation(plant: PlantRig) -> ET.Element:
    reply = await plant.client.get("/v1/orders/PO-100482/confirmation")
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"].startswith("application/xml")
    return ET.fromstring(reply.content)  # noqa: S314 - our own message


def texts(root: ET.Element, path: str) -> list[str | None]:
    parts = "/".join(f"{NAMESPACE}{part}" for part in path.split("/"))
    return [element.text for element in root.iterfind(f".//{parts}")]


async def built(plant: PlantRig, count: int = 1) -> None:
    for document in (msgspec.structs.replace(ORDER, quantity=2), GEAR_SET, BEARING_LOT):
        await plant.publish(document)
    assert (await plant.client.post("/v1/instructions", content=INSTRUCTION_BYTES)).is_success
    station = await plant.station()
    for number in range(count):
        station.build(f"0418-{number}", gears=f"GS-{number}")
    await station.pushed(plant.client)


async def test_an_order_without_units_has_nothing_to_confirm(local_plant: PlantRig) -> None:
    await local_plant.publish(ORDER)
    reply = await local_plant.client.get("/v1/orders/PO-100482/confirmation")
    assert (reply.status_code, reply.json()["code"]) == (409, "nothing_to_confirm")
    assert (await local_plant.client.get("/v1/orders/X/confirmation")).status_code == 404


async def test_the_confirmation_keeps_the_schemas_order(local_plant: PlantRig) -> None:
    await built(local_plant, 2)
    check_sequences(await confirmation(local_plant))


def test_the_order_check_itself_can_fail() -> None:
    wrong = ET.Element(f"{NAMESPACE}Quantity")
    for name in ("UnitOfMeasure", "QuantityString"):
        ET.SubElement(wrong, f"{NAMESPACE}{name}")
    with pytest.raises(AssertionError):
        check_sequences(wrong)


async def test_the_confirmation_names_units_lots_people_and_stations(
    local_plant: PlantRig,
) -> None:
    await built(local_plant)
    root = await confirmation(local_plant)
    assert texts(root, "OperationsRequestID")[0] == "PO-100482"
    assert texts(root, "ResponseState") == ["Running"]
    assert texts(root, "SegmentState") == ["Completed"]
    assert texts(root, "PersonID") == ["417"]
    assert texts(root, "EquipmentID") == ["ST-040"]
    assert texts(root, "MaterialActual/MaterialUse") == ["Produced"] + ["Consumed"] * 3
    definitions = texts(root, "MaterialActual/MaterialDefinitionID")
    assert definitions == ["GX-200:B", "HS-200", "SKF-6204", "GS-55"]
    assert texts(root, "MaterialActual/MaterialLotID") == ["0418-0", "H-2210", "88213"]
    assert texts(root, "MaterialActual/MaterialSubLotID") == ["GS-0"]
    assert texts(root, "QuantityString") == ["1", "1", "1", "1"]
    ids = texts(root, "MaterialActual/ID")
    assert len(set(ids)) == len(ids)


async def test_a_full_order_is_completed_and_an_unfinished_unit_produced_nothing(
    local_plant: PlantRig,
) -> None:
    await built(local_plant, 2)
    assert texts(await confirmation(local_plant), "ResponseState") == ["Completed"]
    other = await local_plant.station("ST-050")
    body = UnitStarted(
        serial="0418-9",
        order="PO-100482",
        product="GX-200",
        variant="B",
        instruction="gearbox-mount",
        revision=REVISION,
        raw="0418-9",
    )
    other.write(body, refs=Refs(unit="0418-9", order="PO-100482"))
    await other.pushed(local_plant.client)
    root = await confirmation(local_plant)
    assert texts(root, "SegmentState") == ["Completed", "Completed", "Running"]
    assert texts(root, "QuantityString")[-1] == "0"


async def test_the_same_facts_have_the_same_message_id(local_plant: PlantRig) -> None:
    await built(local_plant)
    first = texts(await confirmation(local_plant), "BODID")
    local_plant.clock.advance(60)
    assert texts(await confirmation(local_plant), "BODID") == first
    station = await local_plant.station("ST-050")
    station.build("0418-8", gears="GS-8")
    await station.pushed(local_plant.client)
    assert texts(await confirmation(local_plant), "BODID") != first


async def test_what_xml_cannot_write_does_not_break_the_message(local_plant: PlantRig) -> None:
    await built(local_plant)
    station = await local_plant.station("ST-050")
    station.build("0418-\x07<&8", gears="GS-8")
    await station.pushed(local_plant.client)
    root = await confirmation(local_plant)
    assert "0418-<&8" in texts(root, "MaterialActual/MaterialLotID")
