"""The recall list: which units, where each is now, and which have left."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.envelope import Refs
from app.domain.events import PartFitted, UnitHeld, UnitStarted
from app.domain.plant import Shipment
from tests.helpers.plant_station import GEAR_SET

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ["tests.helpers.plant_fixtures"]

LEFT_AT = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)


def shipment(*serials: str, to: str = "Mill 7", name: str = "D-1", hour: int = 6) -> Shipment:
    return Shipment(shipment=name, serials=serials, to=to, at=LEFT_AT.replace(hour=hour))


async def recall(plant: PlantRig, name: str) -> Any:
    reply = await plant.client.get(f"/v1/where-used/{name}")
    assert reply.status_code == 200, reply.text
    return reply.json()


def places(found: Any) -> list[tuple[str, str, int]]:
    return [(one["now"], one["at"], one["units"]) for one in found["places"]]


def started(serial: str, product: str = "GX-200") -> UnitStarted:
    return UnitStarted(
        serial=serial, order="PO-88219", product=product, variant="B",
        instruction="i", revision="r", raw=serial,
    )  # fmt: skip


def fit(station: FakeStation, unit: str, part: str, number: str, *, lot: bool = False) -> None:
    fitted = PartFitted(
        step="s", component="c", part=part, raw=number, means="scanner",
        lot=number if lot else None, serial=None if lot else number,
    )  # fmt: skip
    station.write(fitted, refs=Refs(unit=unit))


async def test_what_nobody_ever_saw_is_not_an_empty_recall(plant: PlantRig) -> None:
    for path in ("/v1/where-used/L-9", "/v1/where-used/L-9?format=csv", "/where-used/L-9"):
        reply = await plant.client.get(path)
        assert reply.status_code == 404, path


async def test_a_form_nobody_writes_is_refused(plant: PlantRig) -> None:
    assert (await plant.client.get("/v1/where-used/L-9?format=xls")).status_code == 422


async def test_each_unit_says_where_it_is_now(plant: PlantRig) -> None:
    station, other = await plant.station(), await plant.station("ST-050")
    for serial in ("U-shipped", "U-here"):
        station.build(serial, gears=f"GS-{serial}")
    station.write(started("U-held"), refs=Refs(unit="U-held"))
    fit(station, "U-held", "HS-200", "H-2210", lot=True)
    station.write(UnitHeld(serial="U-held", code="too_many"), refs=Refs(unit="U-held"))
    other.write(started("U-open"), refs=Refs(unit="U-open"))
    fit(other, "U-open", "HS-200", "H-2210", lot=True)
    await station.pushed(plant.client)
    await other.pushed(plant.client)
    await plant.publish(shipment("U-shipped", "U-of-nobody"))
    found = await recall(plant, "H-2210")
    assert places(found) == [
        ("shipped", "Mill 7", 1),
        ("completed", "ST-040", 1),
        ("held", "ST-040", 1),
        ("in_work", "ST-050", 1),
    ]
    gone = next(one for one in found["units"] if one["serial"] == "U-shipped")
    assert (gone["shipment"], gone["shipped_at"]) == ("D-1", "2026-11-21T06:30:00Z")
    assert [one["shipped_at"] for one in found["units"] if one is not gone] == [None] * 3


async def test_what_is_built_into_a_shipped_unit_was_shipped_with_it(plant: PlantRig) -> None:
    station = await plant.station()
    station.write(started("GS-1", product="GS-55"), refs=Refs(unit="GS-1"))
    fit(station, "GS-1", "SH-30", "SH-7", lot=True)
    station.build("U-1", gears="GS-1")
    await station.pushed(plant.client)
    await plant.publish(shipment("U-1"))
    found = await recall(plant, "SH-7")
    inner, outer = sorted(found["units"], key=lambda one: str(one["serial"]))
    assert (inner["now"], inner["built_into"], inner["shipped_to"]) == (
        "built_into",
        "U-1",
        "Mill 7",
    )
    assert (outer["now"], outer["built_into"], outer["shipped_to"]) == ("shipped", None, "Mill 7")
    assert places(found) == [("shipped", "Mill 7", 1), ("built_into", "", 1)]


async def test_a_piece_of_the_same_number_is_not_the_unit(plant: PlantRig) -> None:
    """Another maker's part called "GS-1" does not make our GX-200 GS-1 a part of U-1."""
    station = await plant.station()
    station.write(started("GS-1", product="GX-200"), refs=Refs(unit="GS-1"))
    fit(station, "GS-1", "SH-30", "SH-7", lot=True)
    station.build("U-1", gears="GS-1")
    await station.pushed(plant.client)
    (only,) = (await recall(plant, "SH-7"))["units"]
    assert (only["serial"], only["now"], only["built_into"]) == ("GS-1", "in_work", None)


async def test_units_that_contain_each_other_end_the_search(plant: PlantRig) -> None:
    station = await plant.station()
    for serial, other in (("A", "B"), ("B", "A")):
        station.write(started(serial, product="P"), refs=Refs(unit=serial))
        fit(station, serial, "P", other)
        fit(station, serial, "X", "L-1", lot=True)
    await station.pushed(plant.client)
    found = await recall(plant, "L-1")
    assert {(one["serial"], one["built_into"]) for one in found["units"]} == {
        ("A", "B"),
        ("B", "A"),
    }


async def test_a_shipment_said_again_replaces_itself_and_the_latest_counts(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    for serial in ("U-1", "U-2"):
        station.build(serial, gears=f"GS-{serial}")
    await station.pushed(plant.client)
    await plant.publish(shipment("U-1", "U-2"))
    await plant.publish(shipment("U-2", "U-2"))
    await plant.publish(shipment("U-2", to="Mill 9", name="D-0", hour=9))
    assert places(await recall(plant, "H-2210")) == [
        ("shipped", "Mill 9", 1),
        ("completed", "ST-040", 1),
    ]
    for name in ("D-0", "D-1"):
        assert (await plant.client.delete(f"/v1/documents/shipment/{name}")).is_success
    assert places(await recall(plant, "H-2210")) == [("completed", "ST-040", 2)]


async def test_the_list_drawn_anew_is_the_same(plant: PlantRig) -> None:
    station = await plant.station()
    station.build("U-1")
    await station.pushed(plant.client)
    await plant.publish(shipment("U-1"))
    await recall(plant, "H-2210")
    assert plant.plant.projector.rebuild()
    assert places(await recall(plant, "H-2210")) == [("shipped", "Mill 7", 1)]


@pytest.mark.parametrize("serial", ["=1+1", "+U", "-U", "@U"])
async def test_no_serial_becomes_a_formula_of_the_spreadsheet(
    plant: PlantRig, serial: str
) -> None:
    station = await plant.station()
    station.build(serial)
    await station.pushed(plant.client)
    await plant.publish(shipment(serial, to='Mill "7", Hall 2'))
    reply = await plant.client.get("/v1/where-used/H-2210?format=csv")
    assert reply.headers["Content-Disposition"] == 'attachment; filename="where-used-H-2210.csv"'
    (row,) = csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig")))
    assert (row["serial"], row["now"], row["shipped_to"]) == (
        f"'{serial}",
        "shipped",
        'Mill "7", Hall 2',
    )
    assert row["shipped_at"] == "2026-11-21T06:30:00+00:00"


async def test_the_page_counts_by_place_and_leads_to_each_unit(plant: PlantRig) -> None:
    station = await plant.station()
    for serial in ("U-1", "U/2"):
        station.build(serial, gears=f"GS-{serial}")
    await station.pushed(plant.client)
    await plant.publish(shipment("U/2", to="<Mill>"))
    shown = (await plant.client.get("/where-used/H-2210")).text
    assert "1 of 2 shipped, 1 not" in shown
    assert 'href="/units/U%2F2"' in shown
    assert "&lt;Mill&gt;" in shown
    assert 'href="/v1/where-used/H-2210?format=csv"' in shown
    assert 'href="/where-used/H-2210"' in (await plant.client.get("/units/U-1")).text


async def test_a_lot_that_is_only_inside_lots_is_in_no_unit(plant: PlantRig) -> None:
    station = await plant.station()
    station.write(started("U-1"), refs=Refs(unit="U-1"))
    await station.pushed(plant.client)
    await plant.publish(GEAR_SET)
    assert "It is in no unit" in (await plant.client.get("/where-used/SH-301")).text
