"""A card that was put off reaches the team lead, whose decision becomes its case's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec
import sqlalchemy as sa

from app.domain.memory_documents import KnownCase, KnownDecision
from app.domain.memory_events import CardPostponed
from app.domain.plant import StationInfo
from memory.code_lists import RESPONSES, Code
from memory.records import Expectation, Outcome
from memory.watch import CONFIRMED
from server.db.memory_tables import memory_decision, memory_outcome
from server.log.feed import current, current_all
from server.memory.code_lists import add_code, retire_code
from server.memory.decision_drawing import MOST_HOURS
from server.read.situation_kinds import kind_of
from server.web.memory_words import code_words
from tests.helpers.memory_station import build_unit, decide, open_situation

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ["tests.helpers.plant_fixtures"]

KEY = "decision_waiting:ST-040:S-1"
DECIDED = {"decision": "replace_tool", "by": "lead 204", "why": "T-07 slips when it is warm"}


async def put_off(plant: PlantRig) -> FakeStation:
    await plant.publish(StationInfo(station="ST-040", name="Torque", line="L4"))
    station = await plant.station()
    build_unit(station, "U-1")
    open_situation(station, "S-1")
    station.write(CardPostponed(situation="S-1", shift="Early"))
    await station.pushed(plant.client)
    return station


async def waiting(plant: PlantRig) -> list[Any]:
    return [
        one
        for one in (await plant.client.get("/v1/situations")).json()
        if one["kind"] == "decision_waiting"
    ]


async def asked(plant: PlantRig) -> list[Any]:
    sheet = (await plant.client.get("/v1/handovers/draft", params={"line": "L4"})).json()
    return [one for one in sheet["items"] if one["kind"] == "decision_waiting"]


async def say(plant: PlantRig, **changes: str) -> int:
    path = f"/v1/situations/{quote(KEY, safe='')}/decision"
    return (await plant.client.post(path, json={**DECIDED, **changes})).status_code


def told_case(plant: PlantRig) -> KnownCase | None:
    with plant.plant.database.read() as connection:
        body = current(connection, KnownCase.KIND, "S-1")
        assert current(connection, KnownCase.KIND, f"plant:{KEY}") is None
    return None if body is None else msgspec.json.decode(body, type=KnownCase)


async def test_a_lead_says_why_and_with_a_response_of_the_list(local_plant: PlantRig) -> None:
    await put_off(local_plant)
    assert await say(local_plant, why=" ") == 422
    assert await say(local_plant, decision="pray") == 422
    assert len(await waiting(local_plant)) == 1


async def test_what_was_put_off_waits_for_the_lead_with_its_records(plant: PlantRig) -> None:
    await put_off(plant)
    (found,) = await waiting(plant)
    assert found["owner"] == "team lead"
    assert found["title"] == "Decision waiting: Bolt 3: torque too low, angle too high"
    assert found["detail"] == "The card was put off at ST-040 in shift Early"
    detail = (await plant.client.get(f"/v1/situations/{quote(KEY, safe='')}")).json()
    said = [one["what"] for one in detail["records"]]
    assert said == ["Bolt 3: torque too low, angle too high", "The card was put off"]
    (item,) = await asked(plant)
    assert item["events"] == ["ST-040-1-3", "ST-040-1-4"]
    assert item["sentence"].startswith("Decision waiting: Bolt 3")


async def test_one_whose_situation_is_not_here_waits_all_the_same(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    station.write(CardPostponed(situation="S-9", shift=""))
    await station.pushed(local_plant.client)
    (found,) = await waiting(local_plant)
    assert found["title"] == "Decision waiting: a situation at ST-040"


async def test_the_station_decides_after_all_and_nothing_waits(local_plant: PlantRig) -> None:
    station = await put_off(local_plant)
    decide(station, "D-1", "S-1")
    await station.pushed(local_plant.client)
    assert await waiting(local_plant) == []
    assert await asked(local_plant) == []


async def test_the_leads_decision_becomes_the_cases_and_is_told(plant: PlantRig) -> None:
    await put_off(plant)
    assert told_case(plant) is None
    assert await say(plant) == 200
    assert await waiting(plant) == []
    assert await asked(plant) == []
    plant.plant.projector.catch_up()
    case = told_case(plant)
    assert case is not None
    assert (case.response, case.text.splitlines()[-1]) == ("replace_tool", DECIDED["why"])
    page = (await plant.client.get("/memory/cases/S-1")).text
    assert "Change the tool" in page
    assert plant.plant.projector.rebuild()
    assert told_case(plant) == case


async def test_the_leads_decision_is_watched_and_drawn_anew_it_is_the_same(
    plant: PlantRig,
) -> None:
    station = await put_off(plant)
    for number in range(8):
        build_unit(station, f"B-{number}")
        open_situation(station, f"before-{number}")
    await station.pushed(plant.client)
    plant.clock.at_us = station.at_us
    assert await say(plant) == 200
    plant.plant.projector.catch_up()
    (watched,) = told_decisions(plant)
    assert (watched.outcome, watched.role, watched.response) == (
        Outcome.WATCHING, "lead", "replace_tool",
    )  # fmt: skip
    assert (watched.observed["before"], watched.observed["window"]) == (9.0, 50.0)
    page = (await plant.client.get(f"/memory/decisions/{watched.decision}")).text
    assert f'href="/situations/{quote(KEY, safe="")}"' in page
    station.at_us += 60_000_000
    for number in range(3):
        build_unit(station, f"A-{number}")
    open_situation(station, "again")
    await station.pushed(plant.client)
    (known,) = told_decisions(plant)
    assert known.outcome is Outcome.RECURRED
    case = told_case(plant)
    assert case is not None
    assert (case.decision, case.outcome) == (known.decision, Outcome.RECURRED)
    before = table_rows(plant)
    assert plant.plant.projector.rebuild()
    assert table_rows(plant) == before


async def test_the_window_of_a_leads_decision_ends_by_the_clock(local_plant: PlantRig) -> None:
    await put_off(local_plant)
    await say(local_plant, decision="check_all")
    local_plant.clock.advance(80 * 3600)
    local_plant.plant.project()
    (known,) = told_decisions(local_plant)
    assert (known.kind, known.outcome) == ("contain", Outcome.INCONCLUSIVE)
    assert local_plant.plant.projector.rebuild()


async def test_a_leads_decision_whose_list_asks_for_what_nobody_can_watch_stops_nothing(
    local_plant: PlantRig,
) -> None:
    await put_off(local_plant)
    asked = Expectation(metric="check_min", direction="at_most", threshold=60, units=0, hours=1e12)
    own = Code(code="warm_up", kind="accept", expectation=asked)
    with local_plant.plant.database.write() as connection:
        add_code(connection, "responses", own, role="engineer", now_us=1)
    assert await say(local_plant, decision="warm_up") == 200
    local_plant.plant.projector.catch_up()
    (known,) = told_decisions(local_plant)
    expected = known.expectation
    assert (expected.metric, expected.units, expected.hours) == (CONFIRMED, 1, MOST_HOURS)
    assert known.outcome is Outcome.WATCHING


def told_decisions(plant: PlantRig) -> list[KnownDecision]:
    with plant.plant.database.read() as connection:
        found = current_all(connection, KnownDecision.KIND)
    return [msgspec.json.decode(one.body, type=KnownDecision) for one in found]


def table_rows(plant: PlantRig) -> list[Any]:
    """What came of the decisions, as it is kept."""
    with plant.plant.database.read() as connection:
        statement = sa.select(memory_outcome, memory_decision.c.pos).join(
            memory_decision, memory_decision.c.decision == memory_outcome.c.decision
        )
        return list(connection.execute(statement).all())


async def test_a_decision_of_the_station_counts_before_the_leads(local_plant: PlantRig) -> None:
    station = await put_off(local_plant)
    await say(local_plant)
    decide(station, "D-1", "S-1", response="adjust")
    await station.pushed(local_plant.client)
    case = told_case(local_plant)
    assert case is not None
    assert (case.response, case.decision) == ("adjust", "D-1")


async def test_the_plants_own_responses_are_offered_and_what_it_retired_is_not(
    local_plant: PlantRig,
) -> None:
    await put_off(local_plant)
    path = f"/situations/{quote(KEY, safe='')}"
    before = (await local_plant.client.get(path)).text
    assert "Warm the tool up" not in before
    assert "Clean it" in before
    assert "Call the lead" not in before
    own = Code(code="warm_up", kind="correct", text={"de": "Aufwärmen", "en": "Warm the tool up"})
    with local_plant.plant.database.write() as connection:
        add_code(connection, "responses", own, role="engineer", now_us=1)
        retire_code(connection, "responses", "clean", now_us=2)
    after = (await local_plant.client.get(path)).text
    assert "Warm the tool up" in after
    assert "Clean it" not in after
    assert await say(local_plant, decision="clean") == 422
    assert await say(local_plant, decision="warm_up") == 200
    with local_plant.plant.database.write() as connection:
        retire_code(connection, "responses", "warm_up", now_us=3)
    assert "<b>Warm the tool up</b>" in (await local_plant.client.get(path)).text


def test_the_ways_out_are_responses_in_the_words_of_the_memory() -> None:
    actions = kind_of("decision_waiting").actions
    assert [one.decision for one in actions] == [
        code.code for code in RESPONSES.offered if code.code != "call_lead"
    ]
    for action in actions:
        assert action.words == code_words(action.decision)
