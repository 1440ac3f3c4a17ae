"""The demonstration plant hangs together: labels, lots, bills, orders, pictures and dates."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import yaml
from argon2 import PasswordHasher
from defusedxml import ElementTree

from app.authoring.demo_plant import DemoPlant, Label, count_up, load_demo_plant
from app.authoring.instruction_folder import check, load
from app.domain.errors import InvalidInput
from app.domain.gtin import gtin14
from app.domain.instructions import BomLine, Instruction, TorqueStep
from app.domain.parts import part_named
from app.domain.plant import REFERENCE_KINDS, Hold, Lot, Person
from app.domain.scans import Scan, ScanKind
from app.scanning.parser import parse_scan

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEMO = Path(__file__).parents[2] / "resources" / "demo"
REFERENCE_DAY = date(2026, 11, 20)
TODAY = date(2031, 5, 6)
NAMESPACE = "{http://www.mesa.org/xml/B2MML}"
#: The neutral colours the screens re-tint for the dark theme.
PALETTE = {"#DDE2E9", "#ECEFF2", "#F3F5F7", "#C9D0D8", "#A7B0BC", "#8A94A0", "#5B6673"}
PINS = {
    "417": "4170",
    "402": "4020",
    "409": "4090",
    "12": "1212",
    "31": "3131",
    "7": "7070",
    "5": "5050",
}
PICTURES = sorted((DEMO / "gearbox-mount" / "pictures").glob("*.svg"))


@pytest.fixture(scope="module")
def plant() -> DemoPlant:
    return load_demo_plant(DEMO, today=TODAY)


@pytest.fixture(scope="module")
def instruction() -> Instruction:
    return load(DEMO / "gearbox-mount").instruction


def scanned(plant: DemoPlant, label: str) -> Scan:
    return parse_scan(plant.labels[label].text())


def line_of(instruction: Instruction, variant: str, component: str) -> BomLine:
    line = instruction.bom_line(variant, component)
    assert line is not None
    return line


def lot_of(plant: DemoPlant, label: str) -> Lot:
    return next(lot for lot in plant.lots if lot.lot == scanned(plant, label).lot)


def test_the_instruction_has_no_problem_and_no_warning() -> None:
    assert check(DEMO / "gearbox-mount") == []


def test_both_variants_have_ten_steps_with_their_own_program(instruction: Instruction) -> None:
    programs = {}
    for variant in ("A", "B"):
        steps = instruction.steps_for(variant)
        assert len(steps) == 10
        programs[variant] = [s.program for s in steps if isinstance(s, TorqueStep)]
    assert programs == {"A": [11], "B": [12]}


def test_every_text_is_there_in_english_and_german(instruction: Instruction) -> None:
    for step in instruction.steps:
        assert all(set(text) == {"en", "de"} for text in (step.title, step.short, step.text))


def test_the_positions_of_the_bolts_are_where_the_picture_has_bolts(
    instruction: Instruction,
) -> None:
    picture = DEMO / "gearbox-mount" / "pictures" / "torque.svg"
    drawing = ElementTree.fromstring(picture.read_bytes())
    drawn = {
        (float(c.get("cx", "")) / 800, float(c.get("cy", "")) / 600)
        for c in drawing.iter("{http://www.w3.org/2000/svg}circle")
    }
    steps = [s for s in instruction.steps if isinstance(s, TorqueStep)]
    assert len(steps) == 2
    for step in steps:
        assert [p.id for p in step.positions] == ["1", "2", "3", "4"]
        assert {(p.x, p.y) for p in step.positions} <= drawn


@pytest.mark.parametrize("picture", PICTURES, ids=lambda p: p.name)
def test_a_picture_uses_only_colours_that_can_be_re_tinted_and_no_text(picture: Path) -> None:
    content = picture.read_text("utf-8")
    assert set(re.findall(r'(?:fill|stroke)="(#[^"]*)"', content)) <= PALETTE
    elements = set(re.findall(r"<([a-z]\w*)", content))
    assert elements <= {"svg", "g", "path", "circle", "rect"}
    assert 'viewBox="0 0 800 600"' in content


def test_the_good_labels_are_parts_of_the_bill_from_lots_that_are_good(
    plant: DemoPlant, instruction: Instruction
) -> None:
    held = {hold.lot for hold in plant.holds}
    for component, label, variant in (
        ("housing", "housing", "B"),
        ("bearing", "bearing", "B"),
        ("gear-set", "gear-set", "B"),
        ("gear-set", "gear-set-a", "A"),
        ("bearing", "bearing-wrong", "A"),
        ("bearing", "bearing-alternate", "B"),
    ):
        scan, line, lot = scanned(plant, label), line_of(instruction, variant, component), None
        lot = lot_of(plant, label)
        assert scan.kind is ScanKind.PART
        assert part_named(scan, line) == lot.part
        assert scan.gtin == line.gtin_of(lot.part)
        assert lot.lot not in held
        assert lot.expires == scan.expiry
        assert lot.expires is None or lot.expires > TODAY
        assert (scan.serial is not None) == (line.tracked == "serial")


def test_the_bad_bearings_are_bad_for_one_reason_each(
    plant: DemoPlant, instruction: Instruction
) -> None:
    line = line_of(instruction, "B", "bearing")
    assert scanned(plant, "bearing-wrong").gtin != line.gtin
    assert scanned(plant, "bearing-held").gtin == line.gtin
    assert [hold.lot for hold in plant.holds] == [scanned(plant, "bearing-held").lot]
    expired = scanned(plant, "bearing-expired")
    assert expired.gtin == line.gtin
    assert expired.expiry is not None
    assert expired.expiry < TODAY


def test_the_gear_set_says_what_it_is_made_of(plant: DemoPlant) -> None:
    assert "SH-301" in {part.lot for part in lot_of(plant, "gear-set").contains}


def test_every_gtin_has_a_sound_check_digit(plant: DemoPlant, instruction: Instruction) -> None:
    lines = [line for bill in instruction.bills.values() for line in bill]
    gtins = [line.gtin for line in lines if line.gtin]
    gtins += [gtin for line in lines for gtin in line.alternate_gtins.values()]
    gtins += [label.gtin for label in plant.labels.values() if label.gtin]
    assert len(gtins) >= 12
    assert all(gtin14(gtin) == gtin for gtin in gtins)


def test_a_label_can_be_counted_up_for_the_next_unit(plant: DemoPlant) -> None:
    assert plant.labels["unit"].text(12) == "SN 0418-77231"
    assert parse_scan(plant.labels["gear-set"].text(3)).serial == "GS-5515"
    assert plant.labels["bearing"].text(3) == plant.labels["bearing"].text()


def test_counting_up_keeps_the_width_and_needs_a_number() -> None:
    assert count_up("A-0099", 1) == "A-0100"
    assert Label(gtin="09521234503125", serial="7").text(1) == "]d20109521234503125218"
    with pytest.raises(InvalidInput, match="no next one"):
        count_up("A-", 1)


def test_every_card_opens_for_its_person_and_no_other(plant: DemoPlant) -> None:
    for person in plant.people:
        scan = parse_scan(plant.cards[person.person])
        assert scan.kind is ScanKind.BADGE
        assert scan.value is not None
        assert hashlib.sha256(scan.value.encode()).hexdigest() == person.badge
    assert len({person.badge for person in plant.people}) == len(plant.people) == len(plant.cards)


def test_the_pins_in_the_comment_are_the_pins(plant: DemoPlant) -> None:
    comment = (DEMO / "plant.yaml").read_text("utf-8")
    for person in plant.people:
        pin = PINS[person.person]
        assert f"{person.person}: PIN {pin}" in comment
        assert person.pin is not None
        assert PasswordHasher().verify(person.pin, pin)


def test_all_but_one_may_work_at_the_station(plant: DemoPlant) -> None:
    def may_work(person: Person) -> bool:
        return all(person.skills.get(s, date.min) >= TODAY for s in plant.station.skills)

    assert [p.person for p in plant.people if not may_work(p)] == ["409"]


def test_every_document_is_of_a_known_kind_and_unknown_keys_would_be_seen(
    plant: DemoPlant,
) -> None:
    library = (plant.calibrations, plant.operations, plant.bypasses)
    several = (plant.people, plant.lots, plant.holds, *library)
    assert len(plant.documents()) == 1 + sum(map(len, several))
    assert {type(document) for document in plant.documents()} <= set(REFERENCE_KINDS.values())
    content: dict[str, Any] = yaml.safe_load((DEMO / "plant.yaml").read_text("utf-8"))
    for kind, key in ((Person, "people"), (Lot, "lots"), (Hold, "holds")):
        known = set(kind.__struct_fields__)
        assert all(set(entry) <= known for entry in content[key])


def child(element: Element, name: str) -> Element:
    found = element.find(NAMESPACE + name)
    assert found is not None, name
    return found


def text(element: Element, name: str) -> str:
    return child(element, name).text or ""


def orders(content: bytes) -> list[dict[str, Any]]:
    root = ElementTree.fromstring(content)
    assert root.tag == f"{NAMESPACE}ProcessOperationsSchedule"
    found = []
    for request in root.iter(f"{NAMESPACE}OperationsRequest"):
        segment = child(request, "SegmentRequirement")
        material = child(segment, "MaterialRequirement")
        product, variant = text(material, "MaterialDefinitionID").split(":")
        found.append(
            {
                "order": text(request, "ID"),
                "product": product,
                "variant": variant,
                "quantity": text(child(material, "Quantity"), "QuantityString"),
                "due": text(request, "EndTime"),
                "instruction": text(segment, "ProcessSegmentID"),
                "priority": text(request, "Priority"),
                "serials": [lot.text for lot in material.findall(f"{NAMESPACE}MaterialLotID")],
                "order_of_elements": [each.tag.removeprefix(NAMESPACE) for each in segment],
                "material": [each.tag.removeprefix(NAMESPACE) for each in material],
            }
        )
    return found


def test_the_orders_are_the_same_in_b2mml_and_csv(plant: DemoPlant) -> None:
    columns = ("order", "product", "variant", "quantity", "due", "instruction", "priority")
    rows = list(csv.DictReader(io.StringIO(plant.orders_csv.decode())))
    assert tuple(rows[0]) == columns
    assert [{c: o[c] for c in columns} for o in orders(plant.orders_xml)] == rows
    assert len(rows) == 4


def test_the_orders_keep_the_element_order_of_b2mml(plant: DemoPlant) -> None:
    for order in orders(plant.orders_xml):
        assert order["order_of_elements"] == [
            "ID",
            "ProcessSegmentID",
            "OperationsDefinitionID",
            "OperationsSegmentID",
            "MaterialRequirement",
        ]
        lots = ["MaterialLotID"] * int(order["quantity"])
        assert order["material"] == [
            "ID",
            "MaterialDefinitionID",
            *lots,
            "MaterialUse",
            "Quantity",
        ]


def test_the_units_of_the_orders_are_as_many_as_ordered_and_none_twice(
    plant: DemoPlant, instruction: Instruction
) -> None:
    found = orders(plant.orders_xml)
    serials = [serial for order in found for serial in order["serials"]]
    assert len(serials) == len(set(serials)) == sum(int(order["quantity"]) for order in found)
    assert all(parse_scan(serial).kind is ScanKind.UNIT for serial in serials)
    assert scanned(plant, "unit").value == found[0]["serials"][0]
    assert {order["variant"] for order in found} == set(instruction.bills)
    assert {order["instruction"] for order in found} == {instruction.id}


@pytest.mark.parametrize("today", [REFERENCE_DAY, date(2027, 3, 1), date(2044, 2, 29)])
def test_the_story_is_the_same_on_any_day(today: date) -> None:
    plant = load_demo_plant(DEMO, today=today)
    first, *_, last = orders(plant.orders_xml)
    assert datetime.fromisoformat(first["due"]).date() == today
    assert datetime.fromisoformat(last["due"]).date() == today + timedelta(days=1)
    assert plant.holds[0].placed_at.date() == today - timedelta(days=1)
    assert lot_of(plant, "bearing").expires == today + timedelta(days=131)


def test_on_the_reference_day_the_files_are_as_they_stand() -> None:
    plant = load_demo_plant(DEMO, today=REFERENCE_DAY)
    assert plant.orders_xml == (DEMO / "orders.xml").read_bytes()
    assert plant.orders_csv == (DEMO / "orders.csv").read_bytes()
    assert lot_of(plant, "bearing").expires == date(2027, 3, 31)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read (No such file or directory)"),
        ("a: [", "not YAML"),
        ("- 1", "list indices must be integers"),
        ("station: {}", "reference_day"),
        ("reference_day: soon", "Invalid RFC3339"),
        ("reference_day: 2026-11-20\nstation: {station: 7}", "Expected `str`, got `int`"),
    ],
)
def test_a_broken_plant_file_is_named(tmp_path: Path, content: str | None, says: str) -> None:
    if content is not None:
        (tmp_path / "plant.yaml").write_text(content)
    with pytest.raises(InvalidInput) as refused:
        load_demo_plant(tmp_path, today=TODAY)
    assert "plant.yaml" in str(refused.value)
    assert says in str(refused.value)


def test_documents_survive_the_wire(plant: DemoPlant) -> None:
    for document in plant.documents():
        assert msgspec.json.decode(msgspec.json.encode(document), type=type(document)) == document
