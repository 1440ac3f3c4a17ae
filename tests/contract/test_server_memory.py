"""The decision memory at the server: drawn from the log, told to the stations; both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from app.domain.line_events import StopEnded
from app.domain.memory_documents import KnownCase, KnownDecision
from app.domain.memory_events import DecisionConfirmed
from app.domain.problem_events import ExceptionExplained, ExceptionVerified
from memory.records import Outcome
from server.db.memory_tables import memory_evidence, memory_fact, memory_outcome
from server.db.tables import feed, situation
from server.log.feed import current
from tests.helpers.memory_station import build_unit, decide, open_situation

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ["tests.helpers.plant_fixtures"]


def told(plant: PlantRig, name: str) -> KnownDecision:
    with plant.plant.database.read() as connection:
        body = current(connection, KnownDecision.KIND, name)
    assert body is not None
    return msgspec.json.decode(body, type=KnownDecision)


def told_case(plant: PlantRig, name: str) -> KnownCase | None:
    with plant.plant.database.read() as connection:
        body = current(connection, KnownCase.KIND, name)
    return None if body is None else msgspec.json.decode(body, type=KnownCase)


def rows(plant: PlantRig, table: sa.Table) -> list[Any]:
    with plant.plant.database.read() as connection:
        return list(connection.execute(sa.select(table)).all())


def often_before(station: FakeStation) -> None:
    """Four repeats in ten units: often enough to tell whether it ends."""
    for number in range(10):
        build_unit(station, f"B-{number}")
        if number % 2:
            open_situation(station, f"before-{number}")


async def test_the_end_of_a_stop_without_a_name_is_no_price_and_hides_nothing(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    station.write(StopEnded(stop="", why="progress"))
    await station.pushed(local_plant.client)
    kinds = [one.kind for one in rows(local_plant, situation)]
    assert (kinds, rows(local_plant, memory_fact)) == ([], [])


async def test_a_decision_after_which_nothing_came_again_held(plant: PlantRig) -> None:
    station = await plant.station()
    often_before(station)
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1")
    await station.pushed(plant.client)
    assert told(plant, "D-1").outcome is Outcome.WATCHING
    for number in range(10):
        build_unit(station, f"A-{number}")
    await station.pushed(plant.client)
    known = told(plant, "D-1")
    assert known.outcome is Outcome.HELD
    assert known.observed["units"] == 10
    case = told_case(plant, "S-1")
    assert case is not None
    assert (case.response, case.outcome) == ("replace_tool", Outcome.HELD)


async def test_a_repeat_closes_the_watch(plant: PlantRig) -> None:
    station = await plant.station()
    often_before(station)
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1")
    build_unit(station, "A-1")
    open_situation(station, "S-2")
    await station.pushed(plant.client)
    assert told(plant, "D-1").outcome is Outcome.RECURRED


async def test_what_was_never_often_is_too_rare_to_tell(plant: PlantRig) -> None:
    station = await plant.station()
    for number in range(10):
        build_unit(station, f"B-{number}")
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1")
    for number in range(10):
        build_unit(station, f"A-{number}")
    await station.pushed(plant.client)
    assert told(plant, "D-1").outcome is Outcome.TOO_RARE


async def test_a_containment_held_once_three_were_held_back_and_none_got_past(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    build_unit(station, "B-1")
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1", response="check_all", kind="contain", metric="escapes")
    for number in range(10):
        build_unit(station, f"A-{number}")
        if number in {2, 5}:
            open_situation(station, f"again-{number}")
    await station.pushed(plant.client)
    assert told(plant, "D-1").outcome is Outcome.TOO_RARE
    open_situation(station, "S-2")
    decide(station, "D-2", "S-2", response="check_all", kind="contain", metric="escapes")
    for number in range(10, 20):
        build_unit(station, f"A-{number}")
        if number < 13:
            open_situation(station, f"again-{number}")
    await station.pushed(plant.client)
    known = told(plant, "D-2")
    assert (known.outcome, known.is_rare) == (Outcome.HELD, False)
    assert known.observed["held_back"] == 3
    page = (await plant.client.get("/memory/decisions/D-2")).text
    assert "three or more were held back, and none got past" in page
    assert plant.plant.projector.rebuild()


async def test_a_replaced_revision_ends_the_trial(plant: PlantRig) -> None:
    station = await plant.station()
    often_before(station)
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1")
    build_unit(station, "A-1")
    build_unit(station, "A-2", revision="r2")
    await station.pushed(plant.client)
    assert told(plant, "D-1").outcome is Outcome.INCONCLUSIVE


async def test_a_window_that_ends_in_quiet_is_closed_by_the_clock(plant: PlantRig) -> None:
    station = await plant.station()
    often_before(station)
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1")
    await station.pushed(plant.client)
    plant.clock.advance(80 * 3600)
    plant.plant.project()
    assert told(plant, "D-1").outcome is Outcome.INCONCLUSIVE
    assert plant.plant.projector.rebuild()


async def test_only_a_person_knows_what_no_station_measures(plant: PlantRig) -> None:
    station = await plant.station()
    build_unit(station, "B-1")
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1", metric="overtime_min", direction="at_most", threshold=60)
    await station.pushed(plant.client)
    station.write(DecisionConfirmed(decision="D-1", answer="yes"))
    await station.pushed(plant.client)
    assert told(plant, "D-1").outcome is Outcome.HELD


async def test_what_an_offline_station_sends_late_supersedes_the_record(plant: PlantRig) -> None:
    station, late = await plant.station(), await plant.station("ST-050")
    often_before(station)
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1", kind="contain", metric="repeats")
    decision_at = station.at_us
    build_unit(station, "A-0")
    late.at_us = decision_at + 1_000_000
    build_unit(late, "L-1")
    open_situation(late, "S-escaped")
    for number in range(1, 10):
        build_unit(station, f"A-{number}")
    await station.pushed(plant.client)
    first = told(plant, "D-1").outcome
    await late.pushed(plant.client)
    assert first is not Outcome.RECURRED
    assert told(plant, "D-1").outcome is Outcome.RECURRED
    assert [row.number for row in rows(plant, memory_outcome)] == [1, 2]


async def test_a_situation_without_evidence_is_no_case(plant: PlantRig) -> None:
    station = await plant.station()
    build_unit(station, "B-1")
    open_situation(station, "S-1", evidence=())
    decide(station, "D-1", "S-1")
    await station.pushed(plant.client)
    assert told_case(plant, "S-1") is None


async def test_a_cause_named_in_the_old_way_is_a_case_with_its_event(plant: PlantRig) -> None:
    station = await plant.station()
    explained = ExceptionExplained(
        exception="x-1", kind="nok", cause="thread", facts={"position": "3"}, step="bolts"
    )
    station.write(explained)
    await station.pushed(plant.client)
    case = told_case(plant, "why:ST-040:x-1")
    assert case is not None
    assert case.constraint == "thread"
    answer = ExceptionVerified(exception="x-1", cause="thread", answer="no")
    station.write(answer)
    await station.pushed(plant.client)
    case = told_case(plant, "why:ST-040:x-1")
    assert case is not None
    assert case.constraint == "unknown"
    hashes = {row.hash for row in rows(plant, memory_evidence)}
    assert hashes == {written.hash for written in station.written}


async def test_drawn_anew_it_is_the_same_and_nothing_is_told_again(plant: PlantRig) -> None:
    station = await plant.station()
    often_before(station)
    open_situation(station, "S-1")
    decide(station, "D-1", "S-1")
    for number in range(12):
        build_unit(station, f"A-{number}")
    open_situation(station, "S-2")
    decide(station, "D-2", "S-2", response="clean")
    await station.pushed(plant.client)
    before = len(rows(plant, feed))
    assert plant.plant.projector.rebuild()
    assert len(rows(plant, feed)) == before
