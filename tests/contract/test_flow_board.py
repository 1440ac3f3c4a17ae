"""The line's board: what a stop costs, who limits the line, what is promised, what can run."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.calibration import Calibration
from app.domain.events import PersonSignedIn
from app.domain.line_events import StopBegan
from app.domain.plant import Hold, Lot, Person
from server.db.flow_tables import flow_cycle, flow_station
from tests.contract.test_flow_drawing import MORNING
from tests.helpers.flow_station import (
    HOUR,
    LINE,
    MINUTE,
    ORDER,
    REASONS,
    Script,
    info,
    plan,
    three_shifts,
)  # fmt: skip
from tests.helpers.line_simulation import SimulatedStation, simulate
from tests.helpers.plant_station import INSTRUCTION_BYTES

if TYPE_CHECKING:
    from msgspec import Struct

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

#: 60 units of a minute each were made; at 11:02 the 18 minutes are over.
BEGAN = MORNING + 2 * HOUR
NOON = "2026-11-20T12:00:00+00:00"


async def get(plant: PlantRig, path: str) -> Any:
    reply = await plant.client.get(path)
    assert reply.status_code == 200, reply.text
    return reply.json()


def plain(page: str) -> str:
    """The words of a page without its links."""
    return re.sub(r"</?a\b[^>]*>", "", page)


async def publish(plant: PlantRig, *documents: Struct) -> None:
    for document in documents:
        await plant.publish(document)


async def busy_line(plant: PlantRig) -> None:
    """ST-020 works without a pause and limits the line; it has stopped four times for feeding."""
    order = msgspec.structs.replace(ORDER, due=datetime.fromisoformat(NOON))
    plans = (REASONS, three_shifts(), plan("ST-010", "ST-020"))
    await publish(plant, order, *plans, info("ST-010"), info("ST-020"))
    first, last = await plant.station("ST-010"), await plant.station("ST-020")
    ahead, script = Script(first), Script(last)
    ahead.on(MORNING)
    script.on(MORNING)
    here = MORNING
    for number in range(60):
        ahead.unit(f"U-{number}", here, here + MINUTE // 2)
        if number in {10, 20, 30}:
            script.begin(f"U-{number}", here)
            script.stop(f"stop-{number}", here, here + 5 * MINUTE, "material/feeding")
            here += 5 * MINUTE
            script.unit_done(f"U-{number}", here + MINUTE)
        else:
            script.unit(f"U-{number}", here, here + MINUTE)
        here += MINUTE
    script.begin("U-60", here)
    plant.clock.at_us = here
    for station in (first, last):
        await station.sign_in(plant.client)
        await station.pushed(plant.client)
    script.stop("stop-now", here, None, "material/feeding")
    await last.pushed(plant.client, last.push_of(len(last.written) - 1))
    plant.clock.at_us = here + 18 * MINUTE


# --- the value of a stop


async def test_a_stop_says_what_it_hits_where_how_often_and_what_it_moves(plant: PlantRig) -> None:
    await busy_line(plant)
    (stop,) = await get(plant, "/v1/flow/stops")
    assert (stop["is_limiting"], stop["times"], stop["priority"]) == (True, 4, 1)
    assert (stop["units_left"], stop["moved_min"], stop["is_at_most"]) == (60, 18, False)
    before, after = (datetime.fromisoformat(stop[k][1]) for k in ("promise", "now_expected"))
    assert after - before == timedelta(minutes=18)
    shown = (await plant.client.get("/")).text
    assert "ST-020 is stopped: material, feeding, 4th time this shift" in shown
    said = (
        "This stop hits PO-1 (priority 1), on the station that limits the line, "
        "for the 4th time from the same cause, and moves the promise by 18 min: from "
    )
    assert said in plain(shown)
    page = "/losses/stops/ST-020/stop-now/cost"
    for part in ("order", "limits", "again", "promise"):
        assert f'href="{page}#{part}"' in shown
    opened = (await plant.client.get(page)).text
    assert said in plain(opened)
    for part in ("order", "limits", "again", "promise"):
        assert f'id="{part}"' in opened
    for earlier in ("stop-10", "stop-20", "stop-30"):
        assert f'href="/losses/stops/ST-020/{earlier}/cost"' in opened
    assert opened.count("ST-020, epoch 1, record") == 2
    assert "The reason was said: Material, feeding" in opened


async def test_what_a_lead_found_out_since_decides_which_stops_had_the_same_cause(
    plant: PlantRig,
) -> None:
    await busy_line(plant)
    for name, times in (("stop-10", 3), ("stop-now", 2)):
        body = {"version": 1, "parts": [{"reason": "setup"}], "by": "lead 204"}
        path = f"/v1/flow/stops/ST-020/{name}/reason"
        assert (await plant.client.post(path, json=body)).status_code == 200
        (stop,) = await get(plant, "/v1/flow/stops")
        assert stop["times"] == times
    opened = (await plant.client.get("/losses/stops/ST-020/stop-now/cost")).text
    assert 'href="/losses/stops/ST-020/stop-10/cost"' in opened
    assert 'href="/losses/stops/ST-020/stop-20/cost"' not in opened


async def test_a_stop_that_is_over_says_what_it_cost_the_line(local_plant: PlantRig) -> None:
    await busy_line(local_plant)
    opened = (await local_plant.client.get("/losses/stops/ST-020/stop-20/cost")).text
    assert (
        "This stop hit PO-1 (priority 1), on the station that limits the line, "
        "for the 2nd time from the same cause, and cost the line 5 min of planned time."
    ) in plain(opened)


async def test_the_cost_of_a_stop_nobody_knows_is_not_found(local_plant: PlantRig) -> None:
    reply = await local_plant.client.get("/losses/stops/ST-020/stop-1/cost")
    assert reply.status_code == 404
    assert "There is no stop stop-1 of ST-020." in reply.text


async def test_a_break_moves_no_promise(local_plant: PlantRig) -> None:
    """The promise is working time: the half hour at ten is not lost by it."""
    await busy_line(local_plant)
    local_plant.clock.at_us = MORNING + 4 * HOUR + 30 * MINUTE
    (stop,) = await get(local_plant, "/v1/flow/stops")
    whole = (local_plant.clock.at_us - MORNING) / MINUTE
    assert stop["moved_min"] == whole - 30 - 75


async def test_a_stop_without_order_or_units_promises_nothing(local_plant: PlantRig) -> None:
    await publish(local_plant, info("ST-040"))
    station = await local_plant.station()
    script = Script(station)
    script.on(MORNING)
    script.stop("stop-1", MORNING)
    await station.pushed(local_plant.client)
    (stop,) = await get(local_plant, "/v1/flow/stops")
    assert stop["missing"] == "No order is worked there, so no promise moves."
    assert stop["promise"] == []
    shown = (await local_plant.client.get("/")).text
    assert "ST-040 is stopped" in shown
    assert stop["missing"] in shown
    opened = (await local_plant.client.get("/losses/stops/ST-040/stop-1/cost")).text
    assert stop["missing"] in opened
    assert "No order was worked there." in opened
    assert "It is the first one in its shift." in opened


async def test_too_few_units_are_said_to_be_too_few(local_plant: PlantRig) -> None:
    await publish(local_plant, info("ST-040"), ORDER)
    station = await local_plant.station()
    script = Script(station)
    script.unit("U-1", MORNING, MORNING + MINUTE)
    script.begin("U-2", MORNING + MINUTE)
    script.stop("stop-1", MORNING + MINUTE)
    await station.pushed(local_plant.client)
    (stop,) = await get(local_plant, "/v1/flow/stops")
    assert stop["missing"] == "A promise needs 21 finished units; 1 are known of this line."


# --- the line


async def test_the_line_shows_who_limits_it_and_plan_against_actual(plant: PlantRig) -> None:
    await busy_line(plant)
    (line,) = await get(plant, "/v1/flow/lines")
    assert (line["line"], line["limiting"], line["exit"]) == (LINE, "ST-020", "ST-020")
    output = line["output"]
    assert (output["shift"], output["made"], output["planned"]) == ("2026-11-20/early", 60, 450)
    p50, p80, p95 = output["expected"]
    assert 60 < p95 <= p80 <= p50 < 450
    assert line["promise"]["units_left"] == 60
    shown = (await plant.client.get("/")).text
    assert "limits the line" in shown
    assert "60 made, 93 were planned by now and 450 for the shift" in shown
    assert "How often P80 was kept cannot be said yet" in shown


async def test_the_page_shows_how_often_p80_was_kept(local_plant: PlantRig) -> None:
    """A simulated line with breakdowns: 400 promises, each from what was known by then."""
    stations = [SimulatedStation(f"ST-{n}0", 69 if n == 3 else 60, 0.25, 0.03, 300, 3)
                for n in range(1, 7)]  # fmt: skip
    finished = simulate(stations, units=4_401, seed=7).finished_us
    await publish(local_plant, info("ST-60"), msgspec.structs.replace(ORDER, quantity=15))
    end = MORNING + max(finished)
    row = {
        "station": "ST-60",
        "order_id": "PO-1",
        "product": "GX-200",
        "is_good": 1,
        "shift": None,
    }
    cycles = [
        row
        | {"serial": f"U-{n}", "pos": n, "started_at": MORNING + at - MINUTE, "at": MORNING + at}
        for n, at in enumerate(finished, start=1)
    ]
    lasting = {
        "station": "ST-60", "pos": 1, "at": end, "heard_from": MORNING, "doing": "waiting",
        "doing_from": MORNING, "machine_from": 0, "order_id": "PO-1", "is_attended": 1,
    }  # fmt: skip
    with local_plant.plant.database.write() as connection:
        connection.execute(sa.insert(flow_cycle), cycles)
        connection.execute(sa.insert(flow_station), [lasting])
    local_plant.clock.at_us = end
    (line,) = await get(local_plant, "/v1/flow/lines")
    kept = line["promise"]["kept"]
    assert (kept["ahead"], kept["promises"]) == (10, 400)
    assert 0.75 <= kept["share"] <= 0.85
    shown = (await local_plant.client.get("/")).text
    assert f"P80 was kept {kept['kept']} of {kept['promises']} times" in shown


async def test_an_oee_stands_with_its_coverage_on_the_page(local_plant: PlantRig) -> None:
    await busy_line(local_plant)
    report = await get(local_plant, "/v1/flow/losses?by=order")
    (row,) = [one for one in report["rows"] if one["name"] == "PO-1"]
    assert (row["made"], row["good"]) == (120, 120)
    shown = (await local_plant.client.get("/losses?by=order")).text
    for said in ("Known of the planned time", "Material, feeding", "PO-1", "Timeline"):
        assert said in shown
    for by in ("station", "line", "product", "order", "shift"):
        rows = (await get(local_plant, f"/v1/flow/losses?by={by}"))["rows"]
        whole = (await get(local_plant, f"/v1/flow/losses?by={by}"))["whole"]
        for name in ("planned_min", "running_min", "made"):
            assert sum(one[name] for one in rows) == pytest.approx(whole[name]), (by, name)


# --- what can run


async def test_what_cannot_run_names_what_is_in_its_way_cheapest_first(plant: PlantRig) -> None:
    today = datetime.fromtimestamp(plant.clock.at_us / 1e6, UTC).date()
    station = await plant.station()
    station.write(PersonSignedIn(person="417", role="operator", means="badge"))
    await station.pushed(plant.client)
    await publish(
        plant,
        msgspec.structs.replace(info("ST-040"), skills=("torque",)),
        ORDER,
        Lot(lot="L-1", part="HS-200", expires=today - timedelta(days=1)),
        Lot(lot="L-2", part="SKF-6204"),
        Hold(
            hold="H-1", reason="noise", owner="quality 31", lot="L-2", placed_at=datetime.now(UTC)
        ),
        Calibration(device="T-07", due=date(2026, 1, 1), owner="tool room", action="recalibrate"),
        Person(person="402", name="Ada", role="operator", skills={"torque": date(2099, 1, 1)}),
    )
    assert (await plant.client.post("/v1/instructions", content=INSTRUCTION_BYTES)).is_success
    board = await get(plant, "/v1/flow/can-run")
    (one,) = board["orders"]
    assert [found["kind"] for found in one["blockers"]] == [
        "person", "material", "hold", "calibration",
    ]  # fmt: skip
    said = " | ".join(found["unblock"] for found in one["blockers"])
    assert "the one person who holds it signs in" in said
    assert "quality 31 decides about hold H-1 (noise)" in said
    assert "tool room: recalibrate" in said
    assert board["cheapest"]["order"] == "PO-1"
    assert "Ada" not in msgspec.json.encode(board).decode()
    shown = (await plant.client.get("/")).text
    assert "Cheapest to unblock" in shown


async def test_certificates_nobody_has_are_one_line_with_who_clears_them_all(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    station.write(PersonSignedIn(person="417", role="operator", means="badge"))
    await station.pushed(local_plant.client)
    ever = date(2099, 1, 1)
    skilled = {"torque": ever, "seal": ever}
    await publish(
        local_plant,
        msgspec.structs.replace(info("ST-040"), skills=("torque", "seal", "gauge")),
        ORDER,
        Lot(lot="L-1", part="HS-200"),
        Person(person="402", name="Ada", role="operator", skills={**skilled, "gauge": ever}),
        Person(person="403", name="Bea", role="operator", skills=skilled),
    )
    assert (
        await local_plant.client.post("/v1/instructions", content=INSTRUCTION_BYTES)
    ).is_success
    (one,) = (await get(local_plant, "/v1/flow/can-run"))["orders"]
    assert len(one["blockers"]) == 3
    (kind,) = one["kinds"]
    assert (kind["kind"], kind["count"], kind["clears"]) == ("person", 3, 3)
    assert kind["unblock"] == "the one person who holds them all signs in"
    shown = (await local_plant.client.get("/")).text
    assert shown.count("3 certificates nobody who is signed in has") == 1
    assert '<details id="in-the-way-PO-1-person"><summary' in shown


async def test_an_order_can_run_when_nothing_is_in_its_way(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    station.write(PersonSignedIn(person="417", role="operator", means="badge"))
    await station.pushed(local_plant.client)
    await publish(local_plant, info("ST-040"), ORDER, Lot(lot="L-1", part="HS-200"))
    assert (
        await local_plant.client.post("/v1/instructions", content=INSTRUCTION_BYTES)
    ).is_success
    (one,) = (await get(local_plant, "/v1/flow/can-run"))["orders"]
    assert (one["can_run"], one["blockers"]) == (True, [])
    assert one["unchecked"] == ["Bearing SKF-6204"]


@pytest.mark.parametrize("wild", [0, 2**60])
async def test_a_wild_clock_takes_no_page_of_the_line_from_anybody(
    local_plant: PlantRig, wild: int
) -> None:
    """Times of 1970 and of no calendar; the promise is what it was."""
    plant = local_plant
    await busy_line(plant)
    before = await promised(plant)
    script = Script(await plant.station("ST-020"), order="PO-2")
    script.unit("W-1", wild, wild + MINUTE)
    script.stop("over", wild, wild + MINUTE, "setup")
    script.at(wild, StopBegan(stop="lasts"))
    script.stop("long", plant.clock.at_us - MINUTE, wild, "setup")
    await script.station.pushed(plant.client)
    plant.clock.advance(60)  # longer than figures are kept
    assert await promised(plant) == before + timedelta(minutes=1)
    stops = {one["stop"]["stop"]: one for one in await get(plant, "/v1/flow/stops")}
    assert stops["lasts"]["moved_min"] >= 0
    assert (await lost_here(plant)) < 8 * 60
    for path in ("/", "/losses?window=week&by=shift", "/handover", "/losses/stops/ST-020/over"):
        assert (await plant.client.get(path)).status_code == 200, path


async def lost_here(plant: PlantRig) -> int:
    """The most minutes that the sheet of the shift says were lost to one reason."""
    sheet = await get(plant, f"/v1/handovers/draft?line={LINE}")
    words = [one["sentence"] for one in sheet["items"] if one["kind"] == "lost"]
    return max(int(sentence.split()[0]) for sentence in words)


async def promised(plant: PlantRig) -> datetime:
    (line,) = await get(plant, "/v1/flow/lines")
    return datetime.fromisoformat(line["promise"]["p80"])


async def test_an_order_that_is_due_when_anybody_likes_is_not_late(local_plant: PlantRig) -> None:
    await busy_line(local_plant)
    never = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    await local_plant.publish(msgspec.structs.replace(ORDER, due=never))
    (line,) = await get(local_plant, "/v1/flow/lines")
    assert line["promise"]["late_risk"] == 0
    assert {one["late_risk"] for one in await get(local_plant, "/v1/flow/stops")} <= {0, None}
