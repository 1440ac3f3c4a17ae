"""The confirmation: what it says, and that each element stands where the schema wants it."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import msgspec
import pytest
from defusedxml import ElementTree

from app.domain.events import UnitHeld, UnitStarted
from tests.helpers.plant_station import BEARING_LOT, GEAR_SET, INSTRUCTION_BYTES, ORDER, REVISION

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

NAMESPACE = "{http://www.mesa.org/xml/B2MML}"
SCHEDULES = (
    Path(__file__).parents[1] / "fixtures" / "b2mml" / "schedule-v0700.xml",
    Path(__file__).parents[2] / "resources" / "demo" / "orders.xml",
)

#: The sequences of B2MML V0700, whole: "!" once, "?" at most once, "*" any number, "+" from one.
#: DataArea is another in each message, so it is named with its message.
SEQUENCES = {
    "SyncOperationsPerformance": "ApplicationArea! DataArea!",
    "SyncOperationsPerformance/DataArea": "Sync! OperationsPerformance+",
    "ProcessOperationsSchedule": "ApplicationArea! DataArea!",
    "ProcessOperationsSchedule/DataArea": "Process! OperationsSchedule+",
    "ApplicationArea": "Sender? Receiver* CreationDateTime! Signature? BODID? UserArea?",
    "Sender": "LogicalID? ComponentID? TaskID? ReferenceID? ConfirmationCode? AuthorizationID?",
    "Sync": "ActionCriteria*",
    "Process": "ActionCriteria*",
    "ActionCriteria": "ActionExpression* ChangeStatus?",
    "OperationsPerformance": (
        "ID! Description* Version? PublishedDate? StartTime? Endtime? HierarchyScope?"
        " OperationsType? OperationsScheduleID? PerformanceState? OperationsResponse+"
    ),
    "OperationsResponse": (
        "ID! Description* Version? StartTime? EndTime? HierarchyScope? OperationsType?"
        " OperationsRequestID* SegmentRequirementID* OperationsDefinitionID*"
        " OperationsSegmentID* ResponseState? SegmentResponse+"
    ),
    "SegmentResponse": (
        "ID! Description* PublishedDate? PostingDate? ActualStartTime? ActualEndTime?"
        " HierarchyScope? OperationsType? ProcessSegmentID* OperationsRequestID*"
        " SegmentRequirementID* OperationsDefinitionID* OperationsSegmentID* WorkResponseID*"
        " JobResponseID* SegmentState? SegmentData* PersonnelActual* EquipmentActual*"
        " PhysicalAssetActual* MaterialActual* SegmentResponseChild*"
        " RequiredByRequestedSegmentResponse?"
    ),
    "PersonnelActual": (
        "ID! PersonnelClassID* PersonID* Description* PersonnelUse? Quantity* HierarchyScope?"
        " SpatialDefinition? OperationalLocation? TestResult* PersonnelActualProperty*"
        " PersonnelActualChild* RequiredByRequestedSegmentResponse?"
    ),
    "EquipmentActual": (
        "ID! EquipmentClassID* EquipmentID* Description* EquipmentUse? Quantity* HierarchyScope?"
        " SpatialDefinition? OperationalLocation? TestResult* EquipmentActualProperty*"
        " EquipmentActualChild* RequiredByRequestedSegmentResponse?"
    ),
    "MaterialActual": (
        "ID! MaterialClassID* MaterialDefinitionID* MaterialLotID* MaterialSubLotID* Description*"
        " MaterialUse? SpatialDefinition? StorageLocation? Quantity* AssemblyActual* AssemblyType?"
        " AssemblyRelationship? HierarchyScope? TestResult* MaterialActualProperty*"
        " RequiredByRequestedSegmentResponse?"
    ),
    "Quantity": "QuantityString! DataType? UnitOfMeasure? Key?",
    "OperationsSchedule": (
        "ID! Description* Version? PublishedDate? StartTime? EndTime? HierarchyScope?"
        " OperationsType? ScheduleState? OperationsRequest+"
    ),
    "OperationsRequest": (
        "ID! Description* Version? StartTime? EndTime? HierarchyScope? OperationsType? Priority?"
        " RequestState? OperationsDefinitionID? OperationsSegmentID? SegmentRequirement+"
        " RequestedSegmentResponse* RequiredByRequestedSegmentResponse?"
    ),
    "SegmentRequirement": (
        "ID! Description* Version? EarliestStartTime? LatestEndTime? HierarchyScope?"
        " OperationsType? ProcessSegmentID! Duration? OperationsDefinitionID!"
        " OperationsSegmentID! SegmentState? SegmentParameter* PersonnelRequirement*"
        " EquipmentRequirement* PhysicalAssetRequirement* MaterialRequirement*"
        " SegmentRequirementChild* RequestedSegmentResponse*"
        " RequiredByRequestedSegmentResponse?"
    ),
    "MaterialRequirement": (
        "ID! MaterialClassID* MaterialDefinitionID* MaterialLotID* MaterialSubLotID* Description*"
        " MaterialUse? SpatialDefinition? StorageLocation? Quantity* AssemblyRequirement*"
        " AssemblyType? AssemblyRelationship? HierarchyScope? MaterialRequirementProperty*"
        " RequiredByRequestedSegmentResponse? TestSpecificationID*"
    ),
}

TEXT = r".*"
TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})"
STATE = "Waiting|Ready|Running|Completed|Aborted|Held|Suspended|Closed|Other"

#: Every element we write that holds a text, and the texts we use of those the schema allows.
TEXTS = {
    **dict.fromkeys(("ID", "BODID", "LogicalID", "Description", "ActionExpression"), TEXT),
    **dict.fromkeys(("ProcessSegmentID", "OperationsRequestID", "OperationsDefinitionID"), TEXT),
    **dict.fromkeys(("OperationsSegmentID", "PersonID", "EquipmentID", "UnitOfMeasure"), TEXT),
    **dict.fromkeys(("MaterialDefinitionID", "MaterialLotID", "MaterialSubLotID"), TEXT),
    **dict.fromkeys(("CreationDateTime", "PublishedDate", "StartTime", "EndTime"), TIME),
    **dict.fromkeys(("ActualStartTime", "ActualEndTime"), TIME),
    **dict.fromkeys(("EarliestStartTime", "LatestEndTime"), TIME),
    **dict.fromkeys(("ResponseState", "SegmentState"), STATE),
    "OperationsType": "Production|Maintenance|Quality|Inventory|Mixed|Other",
    "MaterialUse": "Consumed|Produced",
    "QuantityString": r"[0-9]+(\.[0-9]+)?",
    "DataType": "integer|decimal",
    "Priority": r"[0-9]+",
}
ATTRIBUTES = {
    "SyncOperationsPerformance": {"releaseID"},
    "ProcessOperationsSchedule": {"releaseID"},
    "ActionExpression": {"actionCode"},
}

#: All that a confirmation is made of: the checks below must have met each of them.
LEVELS = {
    "SyncOperationsPerformance",
    "SyncOperationsPerformance/DataArea",
    *("ApplicationArea", "Sender", "Sync", "ActionCriteria"),
    *("OperationsPerformance", "OperationsResponse", "SegmentResponse"),
    *("PersonnelActual", "EquipmentActual", "MaterialActual", "Quantity"),
}


def local(element: ET.Element) -> str:
    assert element.tag.startswith(NAMESPACE), element.tag
    return element.tag.removeprefix(NAMESPACE)


def level(element: ET.Element, parent: str = "") -> str:
    name = local(element)
    return f"{parent}/{name}" if name == "DataArea" else name


def sequence(name: str) -> re.Pattern[str]:
    """The children an element may have, as a pattern over their names."""
    entries = [(entry[:-1], entry[-1].strip("!")) for entry in SEQUENCES[name].split()]
    return re.compile("".join(f"(?:{child},){times}" for child, times in entries))


def check_schema(element: ET.Element, parent: str = "") -> set[str]:
    """Check an element and all below it against V0700; returns the levels it met."""
    name = level(element, parent)
    assert set(element.attrib) == ATTRIBUTES.get(name, set()), name
    if name not in SEQUENCES:
        assert name in TEXTS, f"{parent}: {name} is not in the tables"
        assert not len(element), f"{name} holds a text"
        assert re.fullmatch(TEXTS[name], element.text or ""), f"{name}: {element.text}"
        return set()
    assert not (element.text or "").strip(), f"{name} holds elements"
    children = "".join(f"{local(child)}," for child in element)
    assert sequence(name).fullmatch(children), f"{name}: {children}"
    return {name}.union(*(check_schema(child, name) for child in element))


def is_valid(root: ET.Element) -> bool:
    try:
        check_schema(root)
    except AssertionError:
        return False
    return True


async def confirmation(plant: PlantRig) -> ET.Element:
    reply = await plant.client.get("/v1/orders/PO-100482/confirmation")
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"].startswith("application/xml")
    return ET.fromstring(reply.content)  # noqa: S314 - our own message


def texts(root: ET.Element, path: str) -> list[str | None]:
    parts = "/".join(f"{NAMESPACE}{part}" for part in path.split("/"))
    return [element.text for element in root.iterfind(f".//{parts}")]


def started(serial: str) -> UnitStarted:
    return UnitStarted(
        serial=serial,
        order="PO-100482",
        product="GX-200",
        variant="B",
        instruction="gearbox-mount",
        revision=REVISION,
        raw=serial,
    )


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


async def in_every_state(plant: PlantRig) -> ET.Element:
    """Two units completed (so the order is), one held and one in work."""
    await built(plant, 2)
    other = await plant.station("ST-050")
    for serial in ("0418-8", "0418-9"):
        other.write_in(serial, started(serial))
    other.write_in("0418-8", UnitHeld(serial="0418-8", code="attempts"))
    await other.pushed(plant.client)
    return await confirmation(plant)


async def test_every_child_of_the_confirmation_stands_where_the_schema_wants_it(
    local_plant: PlantRig,
) -> None:
    root = await in_every_state(local_plant)
    assert check_schema(root) == LEVELS
    assert set(texts(root, "SegmentState")) == {"Completed", "Held", "Running"}
    assert texts(root, "OperationsResponse/EndTime")
    assert root.attrib == {"releaseID": "V0700"}


async def test_an_order_in_work_is_confirmed_without_its_end(local_plant: PlantRig) -> None:
    await built(local_plant)
    root = await confirmation(local_plant)
    assert check_schema(root) == LEVELS
    assert not texts(root, "OperationsResponse/EndTime")


@pytest.mark.parametrize("path", SCHEDULES, ids=lambda path: path.name)
def test_the_schedules_we_ship_stand_as_the_schema_wants_them(path: Path) -> None:
    root = ElementTree.fromstring(path.read_bytes())
    met = check_schema(root)
    assert {"OperationsRequest", "SegmentRequirement", "MaterialRequirement", "Quantity"} <= met
    assert root.attrib == {"releaseID": "V0700"}


async def test_children_turned_round_are_seen_at_every_level(local_plant: PlantRig) -> None:
    root = await in_every_state(local_plant)
    turned = set()
    for number, element in enumerate(root.iter()):
        if len({child.tag for child in element}) > 1:
            wrong = copy.deepcopy(root)
            changed = list(wrong.iter())[number]
            changed[:] = list(reversed(changed))
            assert not is_valid(wrong), changed.tag
            turned.add(local(element))
    assert turned == {one.rpartition("/")[2] for one in LEVELS} - {
        *("Sender", "Sync", "ActionCriteria"),
    }


async def test_a_missing_doubled_or_foreign_child_is_seen(local_plant: PlantRig) -> None:
    root = await in_every_state(local_plant)
    for name in ("CreationDateTime", "Sync", "ID", "QuantityString", "OperationsResponse"):
        for change in (without, renamed):
            wrong = copy.deepcopy(root)
            change(wrong, name)
            assert not is_valid(wrong), (name, change)
    for name in ("ID", "BODID", "EndTime", "SegmentState", "MaterialUse", "DataArea"):
        wrong = copy.deepcopy(root)
        doubled(wrong, name)
        assert not is_valid(wrong), name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("MaterialUse", "Used"),
        ("SegmentState", "Holding"),
        ("ResponseState", "completed"),
        ("OperationsType", "Assembly"),
        ("DataType", "pieces"),
        ("QuantityString", ""),
        ("ActualStartTime", "2026-11-20 08:31:02"),
    ],
)
async def test_a_text_the_schema_does_not_know_is_seen(
    local_plant: PlantRig, name: str, text: str
) -> None:
    await built(local_plant, 1)
    root = await confirmation(local_plant)
    next(root.iter(f"{NAMESPACE}{name}")).text = text
    assert not is_valid(root)


def without(root: ET.Element, name: str) -> None:
    parent, child = first(root, name)
    parent.remove(child)


def renamed(root: ET.Element, name: str) -> None:
    _, child = first(root, name)
    child.tag += "Other"


def doubled(root: ET.Element, name: str) -> None:
    parent, child = first(root, name)
    parent.insert(list(parent).index(child), copy.deepcopy(child))


def first(root: ET.Element, name: str) -> tuple[ET.Element, ET.Element]:
    """The first element of that name, and the one it stands in."""
    found = ((parent, child) for parent in root.iter() for child in parent if local(child) == name)
    return next(found)


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
    other.write_in("0418-9", started("0418-9"))
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
