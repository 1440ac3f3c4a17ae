"""Parts taken out again and lots opened, on the server; on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.domain.events import PartFitted, UnitStarted
from app.domain.material_events import LotOpened, PartCleared, PartHeld, PartRemoved
from app.domain.plant import Lot
from tests.helpers.plant_station import INSTRUCTION_BYTES, REVISION

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)
GLUE = Lot(lot="G-1", part="LOC-243", use_within_h=8)


def started(serial: str) -> UnitStarted:
    return UnitStarted(
        serial=serial,
        order="PO-1",
        product="GX-200",
        variant="B",
        instruction="gearbox-mount",
        revision=REVISION,
        raw=serial,
    )


def fitted(*, quantity: int = 1, serial: str | None = None) -> PartFitted:
    return PartFitted(
        step="bearing",
        component="bearing",
        part="SKF-6204",
        raw="x",
        means="scanner",
        lot=None if serial else "L-1",
        serial=serial,
        quantity=quantity,
    )


def removed(*, quantity: int = 1, serial: str | None = None) -> PartRemoved:
    return PartRemoved(
        step="bearing",
        component="bearing",
        part="SKF-6204",
        reason="wrong_part",
        lot=None if serial else "L-1",
        serial=serial,
        quantity=quantity,
    )


def opened(at: datetime) -> LotOpened:
    return LotOpened(lot="G-1", part="LOC-243", opened_at=at, use_within_h=8)


async def get(plant: PlantRig, path: str) -> Any:
    reply = await plant.client.get(path)
    assert reply.status_code == 200, reply.text
    return reply.json()


async def children(plant: PlantRig) -> list[tuple[int, bool]]:
    tree = (await get(plant, "/v1/units/U-1"))["parts"]
    return sorted((one["quantity"], one["is_removed"]) for one in tree["children"])


async def test_a_part_taken_out_is_no_longer_where_it_was(plant: PlantRig) -> None:
    station = await plant.station()
    for body in (started("U-1"), fitted(), removed()):
        station.write_in("U-1", body)
    await station.pushed(plant.client)
    assert await children(plant) == [(1, True)]
    assert (await get(plant, "/v1/where-used/L-1"))["units"] == []


async def test_of_some_pieces_taken_out_the_others_stay(plant: PlantRig) -> None:
    station = await plant.station()
    for body in (started("U-1"), fitted(quantity=1), fitted(quantity=4), removed(quantity=3)):
        station.write_in("U-1", body)
    await station.pushed(plant.client)
    assert await children(plant) == [(1, False), (1, False), (3, True)]
    used = await get(plant, "/v1/where-used/L-1")
    assert [unit["serial"] for unit in used["units"]] == ["U-1"]


async def test_a_piece_taken_out_may_go_into_another_unit(plant: PlantRig) -> None:
    station = await plant.station()
    station.write_in("U-1", started("U-1"))
    station.write_in("U-1", fitted(serial="S-7"))
    station.write_in("U-1", removed(serial="S-7"))
    station.write_in("U-2", started("U-2"))
    station.write_in("U-2", fitted(serial="S-7"))
    await station.pushed(plant.client)
    assert await get(plant, "/v1/situations") == []
    used = await get(plant, "/v1/where-used/S-7")
    assert [unit["serial"] for unit in used["units"]] == ["U-2"]


async def test_the_record_says_what_came_out_and_what_was_held(plant: PlantRig) -> None:
    station = await plant.station()
    reply = await plant.client.post("/v1/instructions", content=INSTRUCTION_BYTES)
    assert reply.status_code == 200
    held = PartHeld(
        step="bearing",
        component="bearing",
        part="SKF-6204",
        lot="L-1",
        hold="H-9",
        reason="porous",
        owner="quality 31",
    )
    for body in (started("U-1"), fitted(), held, PartCleared(hold="H-9", step="bearing")):
        station.write_in("U-1", body)
    station.write_in("U-1", removed())
    await station.pushed(plant.client)
    record = msgspec.json.encode(await get(plant, "/v1/units/U-1")).decode()
    for said in (
        "taken out: wrong part",
        "on hold since it was fitted, H-9: porous",
        "was lifted",
    ):
        assert said in record


@pytest.mark.parametrize("second", [timedelta(hours=-1), timedelta(hours=1)])
async def test_a_lot_opened_at_one_station_is_open_since_then_at_all(
    plant: PlantRig, second: timedelta
) -> None:
    await plant.publish(GLUE)
    one, other = await plant.station("ST-1"), await plant.station("ST-2")
    one.write_in("U-1", opened(AT))
    other.write_in("U-2", opened(AT + second))
    await one.pushed(plant.client)
    await other.pushed(plant.client)
    feed = await get(plant, "/v1/documents/lot")
    lots = [msgspec.convert(one["body"], Lot) for one in feed]
    assert [lot.opened_at for lot in lots] == [min(AT, AT + second)]


async def test_an_opened_lot_nobody_published_is_kept_and_tells_nobody(plant: PlantRig) -> None:
    station = await plant.station()
    station.write_in("U-1", opened(AT))
    await station.pushed(plant.client)
    assert await get(plant, "/v1/documents/lot") == []
