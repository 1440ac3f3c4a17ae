"""What the server makes of the log: records, genealogy, situations, orders; on both databases."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.envelope import Actor, Refs
from app.domain.events import (
    MachineChanged,
    NoteWritten,
    PartFitted,
    PersonSignedIn,
    PersonSignedOut,
    ProblemReported,
    ReadingUnassigned,
    SignedOff,
    StepCompleted,
    StepRedone,
    UnitCompleted,
    UnitHeld,
    UnitStarted,
)
from app.domain.problem_events import (
    DefectRecorded,
    DefectResolved,
    ExceptionExplained,
    ProblemEnded,
)
from server.db.tables import edge, event, metadata, unit
from server.read.projector import Projector
from tests.helpers.plant_station import (
    BEARING_LOT,
    GEAR_SET,
    HOLD,
    INSTRUCTION_BYTES,
    ORDER,
    PERSON,
    REVISION,
    FakeStation,
    curve_content,
    reading,
)

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


async def get(plant: PlantRig, path: str) -> Any:
    reply = await plant.client.get(path)
    assert reply.status_code == 200, reply.text
    return reply.json()


async def situations(plant: PlantRig) -> list[tuple[str, str]]:
    return [(one["kind"], one["title"]) for one in await get(plant, "/v1/situations")]


async def publish_all(plant: PlantRig) -> None:
    for document in (ORDER, PERSON, GEAR_SET, BEARING_LOT, HOLD):
        await plant.publish(document)
    reply = await plant.client.post("/v1/instructions", content=INSTRUCTION_BYTES)
    assert reply.status_code == 200, reply.text
    assert reply.json()["revision"] == REVISION


def started(serial: str, **changes: str) -> UnitStarted:
    values = {
        "serial": serial,
        "order": "PO-100482",
        "product": "GX-200",
        "variant": "B",
        "instruction": "gearbox-mount",
        "revision": REVISION,
        "raw": serial,
    }
    return UnitStarted(**{**values, **changes})


async def test_a_unit_nobody_started_is_not_found(plant: PlantRig) -> None:
    reply = await plant.client.get("/v1/units/0418-1")
    assert reply.status_code == 404
    assert "0418-1" in reply.json()["detail"]


async def test_the_as_built_list_is_told_in_words(plant: PlantRig) -> None:
    await publish_all(plant)
    station = await plant.station()
    station.build("0418-77231")
    await station.pushed(plant.client)
    record = await get(plant, "/v1/units/0418-77231")
    told = [(one["step"], one["evidence"], one["by"], one["result"]) for one in record["lines"]]
    assert told == [
        ("Unit started", "0418-77231 · order PO-100482", "operator 417", "OK"),
        ("Scan housing", "lot H-2210", "operator 417", "OK"),
        ("Scan bearing", "lot 88190 refused, on hold H-0093", "operator 417", "Blocked"),
        ("Scan bearing", "lot 88213", "operator 417", "OK"),
        ("Scan gear set", "serial GS-5512", "operator 417", "OK"),
        ("Place gearbox", "the machine confirmed", "PLC-4", "OK"),
        ("Bolt 1", "25.1 Nm · 59° · tool T-07 · PSet 12", "T-07", "OK"),
        ("Bolt 2", "24.8 Nm · 61° · tool T-07 · PSet 12", "T-07", "OK"),
        (
            "Bolt 3",
            "16.9 Nm · 112° · tool T-07 · PSet 12 · torque too low · angle too high",
            "T-07",
            "NOK",
        ),
        ("Bolt 3", "NOK acknowledged", "operator 417", "seen"),
        ("Bolt 3, attempt 2", "25.2 Nm · 58° · tool T-07 · PSet 12", "T-07", "OK"),
        ("Bolt 4", "24.9 Nm · 60° · tool T-07 · PSet 12", "T-07", "OK"),
        ("Backlash", "0.11 mm (0.08 – 0.14) · gauge G-12", "G-12", "OK"),
        ("Unit completed", "all evidence is there", "station", "OK"),
    ]
    assert (record["state"], record["evidence"], record["gaps"]) == ("completed", "provable", [])
    assert (record["proof"]["records"], record["proof"]["broken_at"]) == (19, None)
    assert record["proof"]["heads"] == [
        {"station": "ST-040", "epoch": 1, "seq": 19, "hash": station.prev_hash}
    ]


async def test_a_record_is_there_before_its_instruction_is(plant: PlantRig) -> None:
    station = await plant.station()
    station.build("0418-77231")
    await station.pushed(plant.client)
    record = await get(plant, "/v1/units/0418-77231")
    assert record["lines"][6]["step"] == "bolts · 1"
    assert record["lines"][1]["by"] == "person 417"


async def test_a_changed_record_is_named(plant: PlantRig) -> None:
    station = await plant.station()
    station.build("0418-77231")
    await station.pushed(plant.client)
    with plant.plant.database.write() as connection:
        raw = connection.execute(sa.select(event.c.raw).where(event.c.pos == 7)).scalar_one()
        forged = bytes(raw).replace(b'"25.1"', b'"26.1"')
        assert forged != bytes(raw)
        connection.execute(event.update().where(event.c.pos == 7).values(raw=forged))
    record = await get(plant, "/v1/units/0418-77231")
    assert record["proof"]["broken_at"] == 7


async def test_the_tree_shows_what_is_in_the_unit_and_in_its_parts(plant: PlantRig) -> None:
    await publish_all(plant)
    station = await plant.station()
    station.build("0418-77231")
    await station.pushed(plant.client)
    tree = (await get(plant, "/v1/units/0418-77231"))["parts"]
    assert (tree["title"], tree["detail"]) == ("0418-77231", "GX-200 B")
    assert [(one["title"], one["detail"]) for one in tree["children"]] == [
        ("Housing H-2210", "HS-200 · lot"),
        ("Bearing 88213", "SKF-6204 · lot · supplier batch S-9917"),
        ("Gear set GS-5512", "GS-55"),
    ]
    inside = tree["children"][2]["children"]
    assert [(one["title"], one["detail"]) for one in inside] == [("Shaft SH-301", "SH-30 · lot")]


async def test_a_lot_inside_a_part_leads_to_the_unit(plant: PlantRig) -> None:
    station = await plant.station()
    station.build("0418-77231")
    station.build("0418-77232", gears="GS-9")
    await station.pushed(plant.client)
    await publish_all(plant)
    for name, serials in {
        "SH-301": ["0418-77231"],
        "GS-5512": ["0418-77231"],
        "H-2210": ["0418-77231", "0418-77232"],
        "88190": None,
    }.items():
        reply = await plant.client.get(f"/v1/where-used/{name}")
        assert reply.status_code == (404 if serials is None else 200)
        if serials is not None:
            assert [one["serial"] for one in reply.json()["units"]] == serials


async def test_a_sub_assembly_built_here_is_part_of_the_tree(plant: PlantRig) -> None:
    station = await plant.station()
    station.write(started("GS-1", product="GS-55"), refs=Refs(unit="GS-1"))
    shaft = PartFitted(
        step="s", component="shaft", part="SH-30", raw="SH-7", means="scanner", lot="SH-7"
    )
    station.write(shaft, refs=Refs(unit="GS-1"))
    station.build("0418-77231", gears="GS-1")
    await station.pushed(plant.client)
    tree = (await get(plant, "/v1/units/0418-77231"))["parts"]
    assert [one["title"] for one in tree["children"][2]["children"]] == ["SH-30 SH-7"]
    used = await get(plant, "/v1/where-used/SH-7")
    assert [one["serial"] for one in used["units"]] == ["GS-1", "0418-77231"]


async def test_equal_serials_of_two_parts_are_two_things(plant: PlantRig) -> None:
    station = await plant.station()
    for serial, part in (("U-1", "P-1"), ("U-2", "P-2")):
        station.write_in(serial, started(serial))
        fitted = PartFitted(
            step="s", component="c", part=part, raw="7", means="scanner", serial="7"
        )
        station.write_in(serial, fitted)
    await station.pushed(plant.client)
    assert await situations(plant) == []
    assert len((await get(plant, "/v1/where-used/7"))["found"]) == 2


async def test_the_same_serial_in_two_units_keeps_both_and_asks(plant: PlantRig) -> None:
    one, other = await plant.station("ST-1"), await plant.station("ST-2")
    one.build("0418-1", gears="GS-5512")
    other.build("0418-2", gears="GS-5512")
    await one.pushed(plant.client)
    await other.pushed(plant.client)
    assert await situations(plant) == [("serial_twice", "Same serial fitted twice")]
    used = await get(plant, "/v1/where-used/GS-5512")
    assert [unit["serial"] for unit in used["units"]] == ["0418-1", "0418-2"]


async def test_a_step_done_again_ends_the_old_part_and_keeps_the_record(plant: PlantRig) -> None:
    station = await plant.station()
    for serial in ("U-1", "U-2"):
        station.write_in(serial, started(serial))
        fitted = PartFitted(
            step="gears", component="c", part="GS-55", raw="7", means="scanner", serial="7"
        )
        station.write_in(serial, fitted)
        station.write_in(serial, StepRedone(step="gears", reason="wrong_part"))
    await station.pushed(plant.client)
    assert await situations(plant) == []
    tree = (await get(plant, "/v1/units/U-1"))["parts"]
    assert [one["is_removed"] for one in tree["children"]] == [True]
    assert (await get(plant, "/v1/where-used/7"))["units"] == []


async def test_a_unit_in_work_at_two_stations_is_noticed(plant: PlantRig) -> None:
    one, other = await plant.station("ST-1"), await plant.station("ST-2")
    one.write_in("U-1", started("U-1"))
    other.write_in("U-1", started("U-1"))
    await one.pushed(plant.client)
    await other.pushed(plant.client)
    assert await situations(plant) == [("two_stations", "Unit U-1 is in work at two stations")]


async def test_a_gap_of_one_operation_stays_a_gap_of_the_unit(plant: PlantRig) -> None:
    station = await plant.station()
    station.write_in("U-1", started("U-1"))
    gaps = ("typed:backlash",)
    station.write_in("U-1", UnitCompleted(serial="U-1", evidence="not_provable", gaps=gaps))
    station.write_in("U-1", started("U-1"))
    station.write_in("U-1", UnitCompleted(serial="U-1", evidence="provable"))
    await station.pushed(plant.client)
    record = await get(plant, "/v1/units/U-1")
    assert (record["evidence"], record["gaps"]) == ("not_provable", ["typed:backlash"])
    assert ("not_provable", "Unit U-1 is not provable") in await situations(plant)


async def test_a_held_unit_waits_for_a_decision_until_it_goes_on(plant: PlantRig) -> None:
    station = await plant.station()
    station.write_in("U-1", started("U-1"))
    station.write_in("U-1", UnitHeld(serial="U-1", code="tightening.too_many_attempts", step="x"))
    await station.pushed(plant.client)
    assert await situations(plant) == [("held", "Unit U-1 is held")]
    assert (await get(plant, "/v1/units/U-1"))["state"] == "held"
    station.write_in("U-1", started("U-1"))
    await station.pushed(plant.client)
    assert await situations(plant) == []


async def test_a_hold_names_the_units_its_lot_is_in(plant: PlantRig) -> None:
    station = await plant.station()
    station.build("0418-1")
    await station.pushed(plant.client)
    await plant.publish(msgspec.structs.replace(HOLD, lot="H-2210"))
    assert await situations(plant) == [("hold", "Held lot H-2210 is in unit 0418-1")]
    tree = (await get(plant, "/v1/units/0418-1"))["parts"]
    assert tree["children"][0]["hold"] == "H-0093"
    await plant.client.delete("/v1/documents/hold/H-0093")
    assert await situations(plant) == []


async def test_problems_and_unasked_results_wait_for_a_person(plant: PlantRig) -> None:
    station = await plant.station()
    stray = ReadingUnassigned(reading=reading("25.0", "60", ok=True), reason="nothing_armed")
    station.write(stray, Actor("device", "T-07"))
    station.write(ProblemReported(code="problem.material"))
    await station.pushed(plant.client)
    assert await situations(plant) == [
        ("problem", "ST-040: material"),
        ("unassigned", "T-07 sent a result nobody asked for"),
    ]


async def test_order_progress_counts_units_by_state(plant: PlantRig) -> None:
    await plant.publish(ORDER)
    station = await plant.station()
    station.build("U-1")
    station.write_in("U-2", started("U-2"))
    station.write_in("U-3", started("U-3"))
    station.write_in("U-3", UnitHeld(serial="U-3", code="x"))
    await station.pushed(plant.client)
    order = await get(plant, "/v1/orders/PO-100482")
    counts = ("started", "in_work", "completed", "held", "not_provable")
    assert [order[name] for name in counts] == [3, 1, 1, 1, 0]
    assert (await plant.client.get("/v1/orders/PO-9")).status_code == 404
    for state, serials in {"in_work": "U-2", "completed": "U-1", "held": "U-3"}.items():
        shown = await units_shown(plant, state)
        assert shown == {serials}, "a number opens what it counts"
    assert await units_shown(plant, "not_provable") == set()


async def units_shown(plant: PlantRig, state: str) -> set[str]:
    """The units of the order that its number of ``state`` opens."""
    path = f"/units?order=PO-100482&state={state}"
    return set(re.findall(r'href="/units/(U-\d)"', (await plant.client.get(path)).text))


async def test_who_signed_who_was_there_and_who_trained_are_lines_of_the_record(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    station.write_in("U-1", started("U-1"))
    signed = SignedOff(
        act="confirm", right="sign_off", meaning="Verified", person="12", name="Lead 12",
        role="lead", means="badge", step="label",
    )  # fmt: skip
    station.write_in("U-1", signed)
    station.write_in("U-1", StepCompleted(step="label", crew=("417", "402"), trainer="7"))
    station.write_in("U-1", StepCompleted(step="next"))
    await station.pushed(plant.client)
    lines = (await get(plant, "/v1/units/U-1"))["lines"]
    assert [line["evidence"] for line in lines[1:]] == [
        "signed by Lead 12 (lead 12) · meaning: Verified · badge",
        "there were 417, 402 · in training, 7 answers for it",
    ]


async def test_a_defect_its_repair_and_its_cause_are_lines_of_the_record(plant: PlantRig) -> None:
    station = await plant.station()
    station.write_in("U-1", started("U-1"))
    found = DefectRecorded(
        serial="U-1", number=1, product="GX-200", code="missing_part", severity="major",
        proposal="rework_here", count=2, step="seal",
    )  # fmt: skip
    station.write_in("U-1", found)
    station.write_in("U-1", ProblemEnded(code="not_safe", how="cleaned", step="seal"))
    why = ExceptionExplained(exception="e", kind="nok", cause="thread", facts={}, words="Oily")
    station.write_in("U-1", why)
    station.write_in("U-1", DefectResolved(serial="U-1", number=1, step="seal"))
    await station.pushed(plant.client)
    lines = (await get(plant, "/v1/units/U-1"))["lines"]
    assert [(line["evidence"], line["result"]) for line in lines[1:]] == [
        ("2 × missing part · major · proposed: rework here", "Defect"),
        ("not safe no longer: cleaned", ""),
        ("cause: thread · Oily", ""),
        ("reworked, looked at again", "Put right"),
    ]


async def test_who_stays_of_a_crew_is_shown_after_the_other_left(plant: PlantRig) -> None:
    station = await plant.station()
    station.write(PersonSignedIn(person="402", role="operator", means="badge"))
    station.write(PersonSignedOut(person="402", stays="417"))
    await station.pushed(plant.client)
    assert (await get(plant, "/v1/stations"))[0]["person"] == "417"


async def test_a_station_that_never_spoke_is_not_called_waiting(plant: PlantRig) -> None:
    await plant.station()
    card = (await get(plant, "/v1/stations"))[0]
    assert (card["state"], card["silent_s"]) == ("never", None)


async def test_a_station_shows_what_it_does_until_it_falls_silent(plant: PlantRig) -> None:
    station = await plant.station()
    station.write(PersonSignedIn(person="417", role="operator", means="badge"))
    station.write_in("U-1", started("U-1"))
    await station.pushed(plant.client)
    card = (await get(plant, "/v1/stations"))[0]
    assert (card["state"], card["unit"], card["person"]) == ("working", "U-1", "417")
    station.write(MachineChanged(machine="PLC-4", state="stopped", part_present=True))
    await station.pushed(plant.client)
    assert (await get(plant, "/v1/stations"))[0]["state"] == "stopped"
    plant.clock.advance(91)
    card = (await get(plant, "/v1/stations"))[0]
    assert (card["state"], card["silent_s"]) == ("offline", 91.0)
    await station.sign_in(plant.client)
    await station.feed(plant.client)
    assert (await get(plant, "/v1/stations"))[0]["state"] == "stopped"


async def test_curves_are_found_once_their_blobs_are_here(plant: PlantRig) -> None:
    station = await plant.station()
    station.build("U-1")
    answer = await station.pushed(plant.client)
    curves = (await get(plant, "/v1/units/U-1"))["curves"]
    assert sorted(one["blob"] for one in curves) == list(answer.missing_blobs)
    results = [msgspec.json.decode(one.envelope) for one in station.written]
    for stored in results:
        if stored["kind"] == "tightening.recorded" and stored["body"]["ok"]:
            again = msgspec.convert(stored["body"]["reading"], type(reading("1", "1", ok=True)))
            content = curve_content(again)
            blob = next(c["blob"] for c in curves if c["result_id"] == again.result_id)
            assert (await plant.client.put(f"/v1/blobs/{blob}", content=content)).is_success
    assert (await station.pushed(plant.client)).missing_blobs == ()


# --- projections


def dump(plant: PlantRig) -> dict[str, list[Any]]:
    names = ("unit", "unit_line", "edge", "curve", "station_state", "situation")
    tables = [metadata.tables[name] for name in names]
    with plant.plant.database.read() as connection:
        return {
            table.name: [
                tuple(row)
                for row in connection.execute(sa.select(table).order_by(*table.primary_key))
            ]
            for table in tables
        }


async def busy_plant(plant: PlantRig) -> list[FakeStation]:
    stations = [await plant.station(f"ST-{number}") for number in range(3)]
    for number, station in enumerate(stations):
        station.build(f"U-{number}", gears="GS-5512" if number < 2 else "GS-7")
        station.write_in(f"V-{number}", started(f"V-{number}"))
        station.write_in(f"V-{number}", UnitHeld(serial=f"V-{number}", code="x"))
        station.write_in(f"V-{number}", NoteWritten(text="x"))
    await publish_all(plant)
    await asyncio.gather(*(station.pushed(plant.client) for station in stations))
    await plant.publish(msgspec.structs.replace(GEAR_SET, contains=()))
    return stations


async def test_rebuilt_projections_are_equal(plant: PlantRig) -> None:
    await busy_plant(plant)
    before = dump(plant)
    assert all(before[name] for name in ("unit", "unit_line", "edge", "curve", "situation"))
    assert Projector(plant.plant.database).rebuild()
    assert dump(plant) == before


async def test_a_rebuild_says_when_they_were_not_equal(plant: PlantRig) -> None:
    await busy_plant(plant)
    before = dump(plant)
    with plant.plant.database.write() as connection:
        connection.execute(unit.update().values(state="completed"))
    projector = Projector(plant.plant.database)
    assert not projector.rebuild()
    assert dump(plant) == before
    assert projector.rebuild()


async def test_a_rebuild_keeps_what_was_noted_at_the_door(plant: PlantRig) -> None:
    station = await plant.station()
    station.notes(1)
    await station.pushed(plant.client)
    twin = FakeStation("ST-040", key=station.key, token=station.token)
    twin.write(NoteWritten(text="another history"))
    await twin.refused(plant.client)
    assert Projector(plant.plant.database).rebuild()
    assert await situations(plant) == [("fork", "ST-040 has two histories")]


@pytest.mark.allow_warnings
async def test_a_failing_projection_does_not_refuse_what_is_stored(
    plant: PlantRig, caplog: pytest.LogCaptureFixture
) -> None:
    station = await plant.station()
    with plant.plant.database.write() as connection:
        edge.drop(connection)
    station.build("U-1")
    assert (await station.pushed(plant.client)).high_water == 19
    assert "projections are behind" in caplog.text
    health = await plant.client.get("/v1/health")
    assert (health.status_code, health.json()["behind"]) == (503, 19)
    with plant.plant.database.write() as connection:
        edge.create(connection)
    await station.pushed(plant.client)
    assert (await get(plant, "/v1/health"))["behind"] == 0
