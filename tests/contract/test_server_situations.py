"""Contradictions become situations: an owner, both records, a decision; on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec
import pytest

from app.domain.events import (
    PartFitted,
    UnitCompleted,
    UnitHeld,
    UnitLeft,
    UnitResumed,
    UnitStarted,
)
from app.domain.material_events import LotOpened
from app.domain.plant import EffectiveRevision, Hold, Lot, Order, Person, StationInfo
from app.domain.spc import CharacteristicAlarmed
from tests.helpers.plant_station import ORDER, START_US, FakeStation

if TYPE_CHECKING:
    from msgspec import Struct

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

MINUTE_US = 60_000_000
START = datetime.fromtimestamp(START_US / 1e6, UTC)
NEW, OLD = "b" * 64, "a" * 64


async def get(plant: PlantRig, path: str) -> Any:
    reply = await plant.client.get(path)
    assert reply.status_code == 200, reply.text
    return reply.json()


async def kinds(plant: PlantRig) -> list[str]:
    return [one["kind"] for one in await get(plant, "/v1/situations")]


async def only(plant: PlantRig) -> dict[str, Any]:
    """The one situation there is, in full."""
    (found,) = await get(plant, "/v1/situations")
    detail: dict[str, Any] = await get(plant, "/v1/situations/" + quote(found["key"], safe=""))
    return detail


async def published(plant: PlantRig, document: Struct) -> int:
    """Put a document; returns its place in the feed."""
    kind = document.KIND  # type: ignore[attr-defined]
    key = getattr(document, document.__struct_fields__[0])
    reply = await plant.client.put(
        f"/v1/documents/{kind}/{key}", content=msgspec.json.encode(document)
    )
    assert reply.status_code == 200, reply.text
    pos: int = reply.json()["pos"]
    return pos


async def rebuilds_equal(plant: PlantRig) -> bool:
    return plant.plant.projector.rebuild()


def started(serial: str, **changes: str) -> UnitStarted:
    values = {
        "serial": serial,
        "order": "PO-100482",
        "product": "GX-200",
        "variant": "B",
        "instruction": "gearbox-mount",
        "revision": OLD,
        "raw": serial,
    }
    return UnitStarted(**{**values, **changes})


def completed(serial: str) -> UnitCompleted:
    return UnitCompleted(serial=serial, evidence="provable")


def bearing(lot: str) -> PartFitted:
    return PartFitted(
        step="bearing", component="bearing", part="SKF-6204", raw=lot, means="scanner", lot=lot
    )


def later(minutes: float) -> int:
    return START_US + round(minutes * MINUTE_US)


def at(station: FakeStation, minutes: float, unit: str, body: Any, **changes: Any) -> None:
    """Write so many minutes after the start."""
    station.at_us = later(minutes) - 7_000_000
    if changes:
        from app.domain.envelope import Refs

        station.write(body, refs=Refs(order="PO-100482", unit=unit), **changes)
    else:
        station.write_in(unit, body)


# --- two stations


async def test_work_at_two_stations_names_both_records_and_the_lead(plant: PlantRig) -> None:
    one, other = await plant.station("ST-1"), await plant.station("ST-2")
    at(one, 0, "U-1", started("U-1"))
    at(one, 30, "U-1", completed("U-1"))
    at(other, 10, "U-1", started("U-1"))
    await one.pushed(plant.client)
    await other.pushed(plant.client)
    detail = await only(plant)
    assert detail["situation"]["kind"] == "two_stations"
    assert detail["situation"]["owner"] == "team lead"
    assert [record["where"].split(",")[0] for record in detail["records"]] == ["ST-1", "ST-2"]
    assert {record["by"] for record in detail["records"]} == {"person 417"}
    assert await rebuilds_equal(plant)


async def test_one_station_after_the_other_is_no_contradiction(plant: PlantRig) -> None:
    one, other = await plant.station("ST-1"), await plant.station("ST-2")
    at(one, 0, "U-1", started("U-1"))
    at(one, 5, "U-1", UnitLeft(serial="U-1"))
    at(other, 10, "U-1", started("U-1"))
    at(other, 15, "U-1", completed("U-1"))
    await other.pushed(plant.client)
    await one.pushed(plant.client)
    assert await kinds(plant) == []


async def test_a_late_report_settles_what_looked_like_a_contradiction(plant: PlantRig) -> None:
    one, other = await plant.station("ST-1"), await plant.station("ST-2")
    at(one, 0, "U-1", started("U-1"))
    await one.pushed(plant.client)
    at(other, 10, "U-1", started("U-1"))
    await other.pushed(plant.client)
    assert await kinds(plant) == ["two_stations"]
    at(one, 5, "U-1", UnitLeft(serial="U-1"))
    await one.pushed(plant.client, one.push_of(2))
    assert await kinds(plant) == []
    record = await plant.client.get("/units/U-1")
    assert "Settled itself" in record.text


async def test_a_wrong_clock_does_not_make_a_contradiction(plant: PlantRig) -> None:
    one, other = await plant.station("ST-1"), await plant.station("ST-2")
    at(one, 0, "U-1", started("U-1"))
    at(one, 5, "U-1", UnitLeft(serial="U-1"))
    # ST-2's clock is four minutes behind: by the plant's it began at minute 6.
    at(other, 2, "U-1", started("U-1"), clock_offset_us=4 * MINUTE_US, clock_quality="synced")
    await one.pushed(plant.client)
    await other.pushed(plant.client)
    assert await kinds(plant) == []


async def test_who_knew_of_the_others_work_shares_it(plant: PlantRig) -> None:
    one, other = await plant.station("ST-1"), await plant.station("ST-2")
    at(one, 0, "U-1", started("U-1"))
    at(other, 2, "U-1", UnitResumed(serial="U-1"), causes=("ST-1-1-1",))
    await one.pushed(plant.client)
    await other.pushed(plant.client)
    assert await kinds(plant) == []


async def test_a_start_that_only_came_in_late_ends_no_hold(plant: PlantRig) -> None:
    one, other = await plant.station("ST-1"), await plant.station("ST-2")
    at(one, 10, "U-1", UnitHeld(serial="U-1", code="too_many_attempts"))
    await one.pushed(plant.client)
    at(other, 1, "U-1", started("U-1"))
    await other.pushed(plant.client)
    assert await kinds(plant) == ["held"]


# --- holds, lots


async def test_a_lot_fitted_though_its_hold_was_known_is_qualitys(plant: PlantRig) -> None:
    pos = await published(
        plant, Hold(hold="H-7", reason="noise", owner="quality 31", placed_at=START, lot="88190")
    )
    station = await plant.station()
    station.seen_pos = pos
    at(station, 1, "U-1", started("U-1"))
    at(station, 2, "U-1", bearing("88190"))
    await station.pushed(plant.client)
    assert sorted(await kinds(plant)) == ["held_lot_fitted", "hold"]
    detail = await get(plant, "/v1/situations/held_lot_fitted%3AH-7%3AU-1")
    assert detail["situation"]["owner"] == "quality"
    assert "ST-040 knew it" in detail["situation"]["detail"]
    assert [one["what"] for one in detail["records"]] == ["bearing · lot 88190", "Hold H-7"]
    assert await rebuilds_equal(plant)


async def test_a_lot_fitted_before_its_hold_was_seen_is_contained(plant: PlantRig) -> None:
    pos = await published(
        plant, Hold(hold="H-7", reason="noise", owner="quality 31", placed_at=START, lot="88190")
    )
    station = await plant.station()
    station.seen_pos = pos - 1
    for serial in ("U-1", "U-2"):
        at(station, 1, serial, started(serial))
        at(station, 2, serial, bearing("88190"))
    await station.pushed(plant.client)
    detail = await only(plant)
    assert detail["situation"]["kind"] == "hold"
    assert detail["situation"]["units"] == ["U-1", "U-2"]
    seen = f"had seen the plant's documents up to position {pos - 1}"
    assert [one["seen"] for one in detail["records"]] == [seen, seen, ""]


async def test_a_hold_that_was_lifted_before_is_no_contradiction(plant: PlantRig) -> None:
    hold = Hold(hold="H-7", reason="noise", owner="quality 31", placed_at=START, lot="88190")
    await published(plant, hold)
    lifted = msgspec.structs.replace(hold, lifted_at=START, lifted_by="31")
    pos = await published(plant, lifted)
    station = await plant.station()
    station.seen_pos = pos
    at(station, 2, "U-1", bearing("88190"))
    await station.pushed(plant.client)
    assert await kinds(plant) == []


@pytest.mark.parametrize(
    ("seen", "knew"), [(0, "could not know"), (1, "knew")], ids=["unseen", "seen"]
)
async def test_an_expired_lot_says_whether_the_station_knew(
    plant: PlantRig, seen: int, knew: str
) -> None:
    await published(plant, Lot(lot="88213", part="SKF-6204", expires=START.date() - timedelta(3)))
    station = await plant.station()
    station.seen_pos = seen
    at(station, 2, "U-1", bearing("88213"))
    await station.pushed(plant.client)
    detail = await only(plant)
    assert detail["situation"]["kind"] == "lot_expired"
    assert f"ST-040 {knew} it" in detail["situation"]["detail"]
    assert await rebuilds_equal(plant)


@pytest.mark.parametrize(("minutes", "wanted"), [(59, []), (61, ["lot_opened_too_long"])])
async def test_a_lot_opened_elsewhere_is_over_when_its_hours_are(
    plant: PlantRig, minutes: float, wanted: list[str]
) -> None:
    await published(plant, Lot(lot="88190", part="SKF-6204", use_within_h=1))
    one, other = await plant.station("ST-1"), await plant.station("ST-2")
    opened = LotOpened(lot="88190", part="SKF-6204", opened_at=START, use_within_h=1)
    at(one, 0, "U-1", opened)
    await one.pushed(plant.client)
    at(other, minutes, "U-2", bearing("88190"))
    await other.pushed(plant.client)
    assert await kinds(plant) == wanted
    assert await rebuilds_equal(plant)


async def test_a_lot_is_good_through_its_last_day(plant: PlantRig) -> None:
    pos = await published(plant, Lot(lot="88213", part="SKF-6204", expires=START.date()))
    station = await plant.station()
    station.seen_pos = pos
    at(station, 2, "U-1", bearing("88213"))
    await station.pushed(plant.client)
    assert await kinds(plant) == []


# --- people


@pytest.mark.parametrize(
    ("skills", "ended"),
    [
        ({"assembly": date(2026, 11, 17)}, "ended on 2026-11-17"),
        ({}, "is missing"),
    ],
    ids=["expired", "missing"],
)
async def test_work_without_a_certificate_is_qualitys(
    plant: PlantRig, skills: dict[str, date], ended: str
) -> None:
    await published(
        plant, StationInfo(station="ST-040", name="Gears", line="L1", skills=("assembly",))
    )
    person = Person(person="417", name="Operator 417", role="operator", skills=skills)
    pos = await published(plant, person)
    station = await plant.station()
    station.seen_pos = pos
    at(station, 1, "U-1", started("U-1"))
    await station.pushed(plant.client)
    detail = await only(plant)
    assert detail["situation"]["kind"] == "certificate_expired"
    assert ended in detail["situation"]["detail"]
    assert await rebuilds_equal(plant)


@pytest.mark.parametrize(
    ("until", "kinds"),
    [(date(2027, 1, 1), []), (date(2026, 11, 17), ["certificate_expired"])],
    ids=["certified", "expired"],
)
async def test_in_training_it_is_the_trainer_who_must_have_the_certificate(
    plant: PlantRig, until: date, kinds: list[str]
) -> None:
    await published(
        plant, StationInfo(station="ST-040", name="Gears", line="L1", skills=("assembly",))
    )
    trainer = Person(person="7", name="Trainer", role="trainer", skills={"assembly": until})
    await published(plant, Person(person="417", name="O", role="operator"))
    pos = await published(plant, trainer)
    station = await plant.station()
    station.seen_pos = pos
    at(station, 1, "U-1", started("U-1", trainer="7"))
    await station.pushed(plant.client)
    found = await get(plant, "/v1/situations")
    assert [one["kind"] for one in found] == kinds


async def test_a_certificate_revoked_while_apart_could_not_be_known(plant: PlantRig) -> None:
    await published(
        plant, StationInfo(station="ST-040", name="Gears", line="L1", skills=("assembly",))
    )
    good = Person(person="417", name="O", role="operator", skills={"assembly": date(2027, 1, 1)})
    pos = await published(plant, good)
    station = await plant.station()
    station.seen_pos = pos
    await published(plant, msgspec.structs.replace(good, is_active=False))
    at(station, 1, "U-1", started("U-1"))
    await station.pushed(plant.client)
    detail = await only(plant)
    assert "could not know" in detail["situation"]["detail"]


# --- instructions and orders


def effective(revision: str, from_minute: float) -> EffectiveRevision:
    return EffectiveRevision(
        instruction="gearbox-mount",
        revision=revision,
        effective_from=START + timedelta(minutes=from_minute),
    )


async def test_a_unit_started_by_an_older_revision_is_engineerings(plant: PlantRig) -> None:
    pos = await published(plant, effective(NEW, -60))
    station = await plant.station()
    station.seen_pos = pos
    at(station, 1, "U-1", started("U-1"))
    await station.pushed(plant.client)
    detail = await only(plant)
    assert detail["situation"]["kind"] == "old_revision"
    assert detail["situation"]["owner"] == "engineering"
    assert await rebuilds_equal(plant)


async def test_an_instruction_changed_while_a_unit_was_built_is_said(plant: PlantRig) -> None:
    await published(plant, effective(OLD, -60))
    station = await plant.station()
    station.seen_pos = 1
    at(station, 1, "U-1", started("U-1"))
    await published(plant, effective(NEW, 5))
    at(station, 10, "U-1", completed("U-1"))
    await station.pushed(plant.client)
    detail = await only(plant)
    assert detail["situation"]["kind"] == "revision_changed"
    assert "could not know" in detail["situation"]["detail"]
    assert len(detail["records"]) == 3
    assert await rebuilds_equal(plant)


@pytest.mark.parametrize(
    ("seen", "knew"), [(0, "could not know"), (1, "knew")], ids=["unseen", "seen"]
)
async def test_a_unit_started_for_a_closed_order_is_the_planners(
    plant: PlantRig, seen: int, knew: str
) -> None:
    await published(plant, msgspec.structs.replace(ORDER, state="closed"))
    station = await plant.station()
    station.seen_pos = seen
    at(station, 1, "U-1", started("U-1"))
    await station.pushed(plant.client)
    detail = await only(plant)
    assert detail["situation"]["kind"] == "order_closed"
    assert detail["situation"]["owner"] == "planner"
    assert detail["situation"]["detail"] == f"ST-040 {knew} it"


async def test_more_units_than_ordered_are_one_situation(plant: PlantRig) -> None:
    small: Order = msgspec.structs.replace(ORDER, quantity=1)
    pos = await published(plant, small)
    station = await plant.station()
    station.seen_pos = pos
    for serial in ("U-1", "U-2", "U-3"):
        at(station, 1, serial, started(serial))
    await station.pushed(plant.client)
    detail = await only(plant)
    assert detail["situation"]["kind"] == "order_exceeded"
    assert detail["situation"]["units"] == ["U-2", "U-3"]
    assert await rebuilds_equal(plant)


# --- control charts


async def test_an_alarm_of_a_control_chart_is_qualitys_each_time(plant: PlantRig) -> None:
    station = await plant.station()
    for number, rule in enumerate(("beyond", "frozen", "beyond"), start=1):
        alarm = CharacteristicAlarmed(
            characteristic="gearbox-mount:bolts",
            chart="i-mr",
            rule=rule,
            point=f"event-{number}",
            value=26.4,
            lower=24.4 if rule == "beyond" else None,
            upper=25.6 if rule == "beyond" else None,
            source="T-07",
        )
        at(station, number, f"U-{number}", alarm)
    await station.pushed(plant.client)
    found = await get(plant, "/v1/situations")
    assert [one["kind"] for one in found] == ["chart_alarm"] * 3
    assert {one["owner"] for one in found} == {"quality"}
    said = {f"{one['title']}; {one['detail']}" for one in found}
    assert any("24.4 to 25.6, measured by T-07" in one for one in said)
    assert any("the same value again and again" in one and "limits" not in one for one in said)
    assert await rebuilds_equal(plant)
