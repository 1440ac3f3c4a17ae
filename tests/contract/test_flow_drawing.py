"""What stations did, drawn from the log: the same whatever came when, and nothing made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from app.domain.events import MachineChanged, StationStarted, UnitHeld
from app.domain.flow_documents import StopPart
from app.domain.line_events import StopBegan, StopReclassified
from server.db.flow_tables import FLOW_TABLES, flow_cycle, flow_stop
from server.db.tables import station_state
from server.flow.station_times import StationTimes
from server.read.line_documents import LineDocuments
from tests.helpers.flow_station import HOUR, LINE, MINUTE, Script, info, three_shifts, us

if TYPE_CHECKING:
    from analysis.station_states import Span
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

MORNING = us("2026-11-20T06:00:00+01:00")


def rows(plant: PlantRig, table: sa.Table, *but: str) -> list[dict[str, Any]]:
    with plant.plant.database.read() as connection:
        found = connection.execute(sa.select(table)).mappings()
        kept = [{name: v for name, v in row.items() if name not in but} for row in found]
    return sorted(kept, key=str)


def spans(plant: PlantRig, station: str, begin: int, end: int) -> list[tuple[str, float]]:
    """States with their minutes."""
    with plant.plant.database.read() as connection:
        times = StationTimes(connection, [station], begin_us=begin, end_us=end)
        documents = LineDocuments(connection)
        found = times.spans(documents, now_us=plant.clock.at_us)[station]
    return [(span.state.value, minutes(span)) for span in found]


def minutes(span: Span) -> float:
    return (span.end_us - span.begin_us) / MINUTE


def write_morning(script: Script, begin: int = MORNING) -> None:
    script.on(begin)
    script.unit("U-1", begin + 2 * MINUTE, begin + 12 * MINUTE)
    script.begin("U-2", begin + 12 * MINUTE)
    script.stop("stop-1", begin + 20 * MINUTE, begin + 38 * MINUTE, "material")
    script.off(begin + 60 * MINUTE)


async def test_states_follow_from_units_stops_and_who_is_there(plant: PlantRig) -> None:
    station = await plant.station()
    write_morning(Script(station))
    await station.pushed(plant.client)
    assert spans(plant, "ST-040", MORNING - HOUR, MORNING + HOUR) == [
        ("no_data", 60), ("starved", 2), ("running", 18), ("stopped", 18), ("running", 22),
    ]  # fmt: skip


async def test_a_machine_knows_better_than_an_open_unit(plant: PlantRig) -> None:
    station = await plant.station()
    script = Script(station)
    script.on(MORNING)
    script.begin("U-1", MORNING)
    for at, state in ((10, "blocked"), (20, "idle"), (30, "running")):
        changed = MachineChanged(machine="PLC-4", state=state, part_present=True)
        script.at(MORNING + at * MINUTE, changed)
    script.off(MORNING + 40 * MINUTE)
    await station.pushed(plant.client)
    assert spans(plant, "ST-040", MORNING, MORNING + 40 * MINUTE) == [
        ("running", 10), ("blocked", 10), ("running", 20),
    ]  # fmt: skip


async def test_a_stop_is_setup_for_as_long_as_that_is_what_it_was(plant: PlantRig) -> None:
    station = await plant.station()
    script = Script(station)
    script.on(MORNING)
    script.begin("U-1", MORNING)
    script.stop("stop-1", MORNING + 5 * MINUTE, MORNING + 9 * MINUTE, "setup/fixture")
    script.stop("stop-2", MORNING + 10 * MINUTE, MORNING + 20 * MINUTE, "tool")
    split = (StopPart(reason="tool"), StopPart(reason="setup", after_s=240))
    script.at(MORNING + 21 * MINUTE, StopReclassified(stop="stop-2", parts=split, role="lead"))
    script.off(MORNING + 22 * MINUTE)
    await station.pushed(plant.client)
    assert spans(plant, "ST-040", MORNING, MORNING + 22 * MINUTE) == [
        ("running", 5), ("setup", 4), ("running", 1), ("stopped", 4), ("setup", 6), ("running", 2),
    ]  # fmt: skip


async def test_a_station_that_was_off_did_nothing_anybody_knows_of(plant: PlantRig) -> None:
    station = await plant.station()
    script = Script(station)
    script.on(MORNING)
    script.begin("U-1", MORNING)
    script.at(MORNING + 10 * MINUTE, UnitHeld(serial="U-9", code="x"))
    # Two minutes are a restart, an hour is not.
    script.at(MORNING + 12 * MINUTE, StationStarted(software="1"))
    script.on(MORNING + 72 * MINUTE)
    script.off(MORNING + 80 * MINUTE)
    await station.pushed(plant.client)
    found = spans(plant, "ST-040", MORNING, MORNING + 80 * MINUTE)
    assert [state for state, _ in found if state == "no_data"] == ["no_data"]
    assert ("no_data", 60) in found


async def test_a_late_station_changes_when_it_is_drawn_and_nothing_else(plant: PlantRig) -> None:
    """Two stations, once one after the other and once interleaved; the plan before or after."""
    first, second = await plant.station("ST-010"), await plant.station("ST-020")
    write_morning(Script(first))
    write_morning(Script(second), MORNING + 5 * MINUTE)
    await plant.publish(info("ST-010"))
    for number in range(1, len(first.written) + 1):
        await first.pushed(plant.client, first.push_of(number, number))
        if number == 3:
            await plant.publish(three_shifts())
    await second.pushed(plant.client)
    await plant.publish(info("ST-020"))
    drawn = [rows(plant, table) for table in FLOW_TABLES]
    assert {row["shift"] for row in rows(plant, flow_cycle)} == {"2026-11-20/early"}
    assert {row["shift"] for row in rows(plant, flow_stop)} == {"2026-11-20/early"}
    assert plant.plant.projector.rebuild()
    assert [rows(plant, table) for table in FLOW_TABLES] == drawn


async def test_a_unit_that_was_held_or_reworked_is_made_but_not_good(plant: PlantRig) -> None:
    station = await plant.station()
    script = Script(station)
    script.on(MORNING)
    script.unit("U-1", MORNING, MORNING + MINUTE)
    script.unit("U-2", MORNING + MINUTE, MORNING + 2 * MINUTE, reworked=1)
    script.begin("U-3", MORNING + 3 * MINUTE)
    script.at(MORNING + 4 * MINUTE, UnitHeld(serial="U-3", code="defect"))
    await station.pushed(plant.client)
    good = {row["serial"]: (row["is_good"], row["at"] is None) for row in rows(plant, flow_cycle)}
    assert good == {"U-1": (1, False), "U-2": (0, False), "U-3": (0, True)}


async def test_what_a_lost_journal_left_open_ends_where_it_was_heard_of_last(
    plant: PlantRig,
) -> None:
    lost = await plant.station()
    script = Script(lost)
    script.on(MORNING)
    script.begin("U-1", MORNING)
    script.at(MORNING + 5 * MINUTE, StopBegan(stop="stop-1"))
    script.at(MORNING + 9 * MINUTE, StationStarted(software="1"))
    await lost.pushed(plant.client)
    anew = await plant.station()
    assert anew.epoch > lost.epoch
    script = Script(anew)
    script.on(MORNING + HOUR)
    script.off(MORNING + HOUR + 10 * MINUTE)
    await anew.pushed(plant.client)
    (stop,) = rows(plant, flow_stop)
    assert stop["ended_at"] == MORNING + 9 * MINUTE
    assert spans(plant, "ST-040", MORNING, MORNING + HOUR + 10 * MINUTE) == [
        ("running", 5), ("stopped", 4), ("no_data", 51), ("starved", 10),
    ]  # fmt: skip
    (card,) = rows(plant, station_state)
    assert (card["unit"], card["stopped_at"]) == (None, None)
    assert plant.plant.projector.rebuild()


async def test_a_wild_clock_is_in_no_shift_and_stops_nothing(plant: PlantRig) -> None:
    await plant.publish(three_shifts())
    await plant.publish(info("ST-040", LINE))
    station = await plant.station()
    Script(station).stop("stop-1", 2**60, 2**60 + MINUTE)
    await station.pushed(plant.client)
    (row,) = rows(plant, flow_stop)
    assert (row["shift"], row["ended_at"] - row["began_at"]) == (None, MINUTE)
