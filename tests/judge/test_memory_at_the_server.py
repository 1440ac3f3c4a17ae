"""A stretch of the plant's history through a real server: what it keeps and tells is the truth."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, cast

import msgspec

from app.domain.memory_documents import KnownDecision, SiteCalibrations
from app.domain.memory_events import MemoryPicked, SituationOpened
from app.services.card_state import Lists
from app.services.station_memory import StationMemory
from memory.calibration import LEAST_ANSWERS, Calibration
from memory.code_lists import Code
from memory.glossary import Pair
from memory.importing import write_json_lines
from server.log.feed import Document, current_all, publish
from server.memory.built import STEP
from server.memory.code_lists import add_code
from server.memory.glossary import rule_pairs
from server.memory.reading import list_contradictions
from server.memory.search import AskedSituation
from server.memory.standing import Plan
from tests.helpers.effort import effort
from tests.helpers.plant_history import PlantHistory, plant_history, script
from tests.helpers.plant_history.judge import outcomes
from tests.helpers.plant_history.units import BEGAN
from tests.judge.driven_memory import verdict
from tests.judge.feed_as_of import FeedAsOf
from tests.judge.server_run import decided_within, record, send

if TYPE_CHECKING:
    from app.ports.journal import Journal
    from memory.suggest import Shown
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

#: A history with a watch that the change of revision ends; around that, or all of it.
SEED = 2
ROWS = range(effort(11_900, soak=0), effort(12_850, soak=script.UNITS))


@functools.cache
def history() -> PlantHistory:
    return plant_history(SEED)


async def recorded(plant: PlantRig, rows: range = ROWS) -> None:
    plant.clock.at_us = int(BEGAN.timestamp() * 1_000_000)
    station = await plant.station("LINE-1")
    record(history(), station, rows)
    await send(plant, station)


def told(plant: PlantRig) -> dict[str, KnownDecision]:
    with plant.plant.database.read() as connection:
        items = current_all(connection, KnownDecision.KIND)
    known = (msgspec.json.decode(item.body, type=KnownDecision) for item in items)
    return {one.decision: one for one in known}


async def at_a_station(plant: PlantRig, upto: int | None = None) -> StationMemory:
    """A station's memory, from what the feed had told up to there."""
    documents = FeedAsOf(plant.plant.database, upto)
    memory = StationMemory(cast("Journal", documents))
    await memory.refresh()
    return memory


def asked_about(
    text: str, key: str = "", context: dict[str, str] | None = None
) -> SituationOpened:
    return SituationOpened(
        situation="now", kind="nok", key=key, title=text, evidence=(), context=context or {}
    )


def at_the_server(plant: PlantRig, opened: SituationOpened) -> Shown:
    return plant.plant.memory.suggest(
        AskedSituation(situation="now", title=opened.title, key=opened.key, context=opened.context)
    )


async def shown_at(memory: StationMemory, opened: SituationOpened) -> Shown:
    return (await memory.advise(opened, Lists())).shown


async def test_what_the_server_says_of_decisions_and_advice_is_what_was_planted(
    local_plant: PlantRig,
) -> None:
    with local_plant.plant.database.write() as connection:
        code = Code(code="more_grease", kind="correct", opposes=("less_grease",))
        add_code(connection, "responses", code, role="engineer", now_us=1)
    await recorded(local_plant)
    known = told(local_plant)
    planted = {one.decision: one for one in decided_within(history(), ROWS)}
    assert known.keys() == planted.keys()
    score = outcomes(history(), {name: str(one.outcome) for name, one in known.items()})
    assert [one for one in score.wrong if one[0] in planted] == []
    assert {str(one.outcome) for one in known.values()} >= {"held", "recurred", "inconclusive"}
    rows = {one.decision.decision: one.row for one in history().truth.told.decided}
    for name, one in known.items():
        ruled = verdict(history(), planted[name], rows[name])
        assert (one.outcome, one.is_rare) == (ruled.status, ruled.is_rare), name
    look_at_advice(local_plant)


def look_at_advice(plant: PlantRig) -> None:
    """Nothing good is suspended, what contradicts goes to the engineer; in all, what harms."""
    with plant.plant.database.read() as connection:
        plan = Plan(connection)
        suspended = {one: plan.advice(*one) for one in plan.advised if plan.why_suspended(*one)}
        against = list_contradictions(connection)
    assert not suspended.keys() & advice_that_is(script.GOOD)
    assert {one.responses for one in against} == {("less_grease", "more_grease")}
    if len(ROWS) == script.UNITS:
        harmful = advice_that_is(script.HARMFUL)
        assert suspended.keys() >= harmful
        assert max(len(suspended[one].evidence) for one in harmful) <= 8


def advice_that_is(truth: str) -> set[tuple[str, str]]:
    return {
        (trouble.key, code)
        for trouble in script.TROUBLES
        for code, what in trouble.truth.items()
        if what == truth
    }


async def test_station_and_server_show_the_same_and_it_comes_again_after_years(
    local_plant: PlantRig,
) -> None:
    await recorded(local_plant, range(9_000, 9_800))
    taught(local_plant)
    asked = [
        asked_about(trouble.topic, trouble.key, {"station": "LINE-1", "revision": "B"})
        for trouble in script.TROUBLES
    ]
    station = await at_a_station(local_plant)
    shown = [await shown_at(station, one) for one in asked]
    assert [stored(at_the_server(local_plant, one)) for one in asked] == [
        stored(one) for one in shown
    ]
    assert any(one.ranked for one in shown)
    assert {one.units_since for one in told(local_plant).values()} == {0, STEP}
    await imported(local_plant)
    now = await at_a_station(local_plant)
    then = await at_a_station(local_plant, shown[0].upto)
    for case in history().cases[1_000:1_012]:
        opened = asked_about(case.text, case.key, case.context)
        assert stored(at_the_server(local_plant, opened)) == stored(await shown_at(now, opened))
    changed = [(await shown_at(now, one)).inputs for one in asked]
    assert changed != [one.inputs for one in shown]
    assert [stored(await shown_at(then, one)) for one in asked] == [stored(one) for one in shown]


def taught(plant: PlantRig) -> None:
    """The newest documents are none of cases: words, and how often suggestions came true."""
    half = Calibration()
    for number in range(LEAST_ANSWERS):
        half = half.with_answer(0.5, was_right=number % 2 == 0)
    told = SiteCalibrations(calibrations="site", asked={"constraint": half, "response": half})
    with plant.plant.database.write() as connection:
        document = Document(SiteCalibrations.KIND, "site", msgspec.json.encode(told))
        publish(connection, [document], now_us=1)
        pair = Pair("grse", "grease")
        rule_pairs(connection, [pair], is_accepted=True, role="engineer", now_us=1)
    plant.plant.memory.learn_words()


async def test_the_same_ten_are_found_at_station_and_server_once_short_words_are_learned(
    local_plant: PlantRig,
) -> None:
    await imported(local_plant)
    station = await local_plant.station("LINE-1")
    before = await shared_with_clean(local_plant)
    for query in history().truth.queries:
        found = local_plant.plant.memory.search(query.clean, 6, context={}, within={}).hits
        for hit in found:
            for typed in (query.misspelt, query.abbreviated):
                station.write(MemoryPicked(query=typed, case=hit.case.case))
    await send(local_plant, station)
    local_plant.plant.memory.learn()
    assert await shared_with_clean(local_plant) >= max(0.9, before)


async def shared_with_clean(plant: PlantRig) -> float:
    """Of the ten that the clean question finds, how many the others find; both sides agree."""
    station = await at_a_station(plant)
    share = []
    for query in history().truth.queries:
        ten = {}
        for way in ("clean", "misspelt", "abbreviated"):
            opened = asked_about(getattr(query, way))
            here, there = await shown_at(station, opened), at_the_server(plant, opened)
            assert here.cases == there.cases
            hits = plant.plant.memory.search(opened.title, 10, context={}, within={}).hits
            ten[way] = {hit.case.case for hit in hits}
        share += [len(ten["clean"] & ten[way]) / 10 for way in ("misspelt", "abbreviated")]
    return sum(share) / len(share)


def stored(shown: Shown) -> bytes:
    """As it stands in the record."""
    return msgspec.json.encode(shown, order="deterministic")


async def imported(plant: PlantRig) -> None:
    """Every case of the history, as an engineer imports it on the first day."""
    content = b"".join(write_json_lines(history().cases[:1_000]))
    reply = await plant.client.post("/v1/memory/import", content=content)
    assert reply.status_code == 200, reply.text
