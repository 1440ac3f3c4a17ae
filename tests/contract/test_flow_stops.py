"""Why a station stood still: named, split, named anew, and never two at once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.flow_documents import StopContradicted, StopPart
from app.domain.line_events import StopReclassified, StopsNamed
from server.db.flow_tables import flow_stop
from server.flow.settling import ReasonAsked, settle
from server.log.feed import current
from server.read.situation_list import open_situations
from tests.contract.test_flow_drawing import MORNING, rows
from tests.helpers.flow_station import HOUR, MINUTE, REASONS, Script, info, three_shifts
from tests.helpers.lock_waits import somebody_waits
from tests.helpers.web_people import add_person, form_token, sign_in

if TYPE_CHECKING:
    import httpx

    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ["tests.helpers.plant_fixtures"]

PATH = "/v1/flow/stops/ST-040/stop-1/reason"
PAGE = "/losses/stops/ST-040/stop-1"


async def stopped(plant: PlantRig, reason: str | None = None) -> FakeStation:
    """A stop of 18 minutes in the early shift; it is 07:00."""
    for document in (REASONS, info("ST-040"), three_shifts()):
        await plant.publish(document)
    station = await plant.station()
    script = Script(station)
    script.on(MORNING)
    script.begin("U-1", MORNING)
    script.stop("stop-1", MORNING + 20 * MINUTE, MORNING + 38 * MINUTE, reason)
    await station.pushed(plant.client)
    plant.clock.at_us = MORNING + HOUR
    return station


async def say(plant: PlantRig, version: int, *reasons: tuple[str, int]) -> httpx.Response:
    parts = [{"reason": reason, "after_s": after} for reason, after in reasons]
    body = {"version": version, "parts": parts, "by": "lead 204"}
    return await plant.client.post(PATH, json=body)


async def losses(plant: PlantRig, **query: str) -> dict[str, Any]:
    reply = await plant.client.get("/v1/flow/losses", params=query)
    assert reply.status_code == 200, reply.text
    found: dict[str, Any] = reply.json()
    return found


async def test_who_comes_second_is_told_who_was_first_and_when(plant: PlantRig) -> None:
    await stopped(plant)
    assert (await say(plant, 0, ("material/feeding", 0))).status_code == 200
    reply = await say(plant, 0, ("setup", 0))
    assert reply.status_code == 409
    problem = reply.json()
    assert (problem["code"], problem["by"], problem["version"]) == ("already_set", "lead", 1)
    assert problem["detail"].startswith("Already set by lead at ")
    assert "Material, feeding. Nothing was changed" in problem["detail"]
    (row,) = rows(plant, flow_stop)
    assert '"material/feeding"' in row["parts"]


async def test_the_station_may_have_been_first(plant: PlantRig) -> None:
    await stopped(plant, "setup")
    problem = (await say(plant, 0, ("material/feeding", 0))).json()
    assert "Already set at the station (ST-040)" in problem["detail"]
    assert (await say(plant, problem["version"], ("material/feeding", 0))).status_code == 200


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ((), "expected 1 to 20"),
        ((("gremlins", 0),), "'gremlins' is no reason here; these are: material/feeding"),
        ((("setup", 60),), "the first from the beginning on"),
        ((("setup", 0), ("setup", 0)), "each must begin after the one before it"),
        ((("setup", 0), ("other", 18 * 60)), "but the stop has lasted 18 min; begin it earlier"),
    ],
)
async def test_a_reason_that_cannot_be_is_refused_in_words(
    local_plant: PlantRig, parts: tuple[tuple[str, int], ...], sentence: str
) -> None:
    await stopped(local_plant)
    reply = await say(local_plant, 0, *parts)
    assert reply.status_code == 422
    assert sentence in reply.json()["detail"]


async def test_a_stop_nobody_recorded_cannot_be_named(local_plant: PlantRig) -> None:
    reply = await say(local_plant, 0, ("setup", 0))
    assert (reply.status_code, reply.json()["code"]) == (404, "not_found")


async def test_a_name_that_no_database_can_hold_is_a_stop_nobody_recorded(
    plant: PlantRig,
) -> None:
    for path in ("/losses/stops/S%00/s%00", "/losses/stops/S%00/s%00/cost"):
        assert (await plant.client.get(path)).status_code == 404
    body = {"version": 0, "parts": [{"reason": "setup"}], "by": "lead 204"}
    reply = await plant.client.post("/v1/flow/stops/S%00/s%00/reason", json=body)
    assert (reply.status_code, reply.json()["code"]) == (404, "not_found")


async def test_a_stop_is_split_into_its_reasons_to_the_minute(plant: PlantRig) -> None:
    await stopped(plant, "material/missing")
    reply = await say(plant, 1, ("material/feeding", 0), ("setup", 5 * 60))
    assert [(part["words"], part["minutes"]) for part in reply.json()["parts"]] == [
        ("Material, feeding", 5), ("Setup", 13),
    ]  # fmt: skip
    bars = (await losses(plant))["pareto"]
    assert [(bar["words"], bar["minutes"]) for bar in bars] == [
        ("Setup", 13), ("Material, feeding", 5),
    ]  # fmt: skip
    assert bars[-1]["running"] == 1
    assert plant.plant.projector.rebuild()


async def test_what_a_lead_found_out_stands_above_what_comes_late(plant: PlantRig) -> None:
    station = await stopped(plant, "unknown")
    assert (await say(plant, 1, ("setup", 0))).status_code == 200
    station.write(StopsNamed(stops=("stop-1",), reason="material/missing"))
    await station.pushed(plant.client)
    (stop,) = (await losses(plant))["stops"]
    assert (stop["parts"][0]["words"], stop["said_by"], stop["version"]) == ("Setup", "lead", 3)
    assert plant.plant.projector.rebuild()


async def test_what_nobody_knows_waits_for_the_lead_until_it_is_named(plant: PlantRig) -> None:
    await stopped(plant, "unknown")
    with plant.plant.database.read() as connection:
        (waiting,) = open_situations(connection)
    assert (waiting.title, waiting.owner) == ("Nobody knows why ST-040 stopped", "team lead")
    await say(plant, 1, ("setup", 0))
    with plant.plant.database.read() as connection:
        assert open_situations(connection) == []
    assert plant.plant.projector.rebuild()


async def many_unknown(plant: PlantRig) -> FakeStation:
    """Three short stops in one question, and nobody at the station knows."""
    station = await stopped(plant)
    script = Script(station)
    for number in range(3):
        begin = MORNING + (40 + 5 * number) * MINUTE
        script.stop(f"short-{number}", begin, begin + MINUTE)
    names = tuple(f"short-{number}" for number in range(3))
    script.at(MORNING + 55 * MINUTE, StopsNamed(stops=names, reason="unknown"))
    await station.pushed(plant.client, station.push_of(6))
    return station


async def set_short(plant: PlantRig, number: int, **more: Any) -> httpx.Response:
    path = f"/v1/flow/stops/ST-040/short-{number}/reason"
    body = {"version": 1, "parts": [{"reason": "setup"}], "by": "lead 204"}
    return await plant.client.post(path, json=body | more)


def kinds_waiting(plant: PlantRig) -> list[str]:
    with plant.plant.database.read() as connection:
        return [one.kind for one in open_situations(connection)]


async def test_short_stops_nobody_knew_wait_until_the_last_of_them_is_named(
    plant: PlantRig,
) -> None:
    await many_unknown(plant)
    assert kinds_waiting(plant) == ["stop_unknown"]
    for number in (0, 2):
        assert (await set_short(plant, number)).status_code == 200
        assert kinds_waiting(plant) == ["stop_unknown"]
    assert (await set_short(plant, 1)).status_code == 200
    plant.plant.projector.catch_up()
    assert kinds_waiting(plant) == []
    assert plant.plant.projector.rebuild()


async def test_what_another_lead_sets_meanwhile_is_not_set_again_with_the_others(
    plant: PlantRig,
) -> None:
    await many_unknown(plant)
    database, now_us = plant.plant.database, plant.clock.at_us
    asked = ReasonAsked(version=1, parts=(StopPart(reason="material/missing"),), by="lead 205")
    with database.write() as connection:
        settle(connection, "ST-040", "short-0", asked, now_us=now_us, zone=None)
        second = asyncio.create_task(set_short(plant, 1, others=True))
        if database.is_postgres:
            await somebody_waits(database)
    assert (await second).status_code == 200
    words = {stop["stop"]: stop["parts"][0]["words"] for stop in (await losses(plant))["stops"]}
    assert words["short-0"] == "Material, missing"
    assert (words["short-1"], words["short-2"]) == ("Setup", "Setup")


async def test_one_reason_is_set_for_all_stops_of_an_answer(plant: PlantRig) -> None:
    await many_unknown(plant)
    page = (await plant.client.get("/losses/stops/ST-040/short-1")).text
    assert "The same reason for 2 other stops" in page
    split = [{"reason": "setup"}, {"reason": "other", "after_s": 5}]
    assert (await set_short(plant, 1, others=True, parts=split)).status_code == 422
    assert (await set_short(plant, 1, others=True)).status_code == 200
    plant.plant.projector.catch_up()
    assert kinds_waiting(plant) == []
    settled = {row["stop"] for row in rows(plant, flow_stop) if row["parts"] is not None}
    assert settled == {"short-0", "short-1", "short-2"}
    assert "The same reason" not in (await plant.client.get("/losses/stops/ST-040/short-0")).text
    assert plant.plant.projector.rebuild()


async def test_a_break_in_a_stop_is_no_loss(local_plant: PlantRig) -> None:
    await stopped(local_plant)
    script = Script(await local_plant.station("ST-041"))
    await local_plant.publish(info("ST-041"))
    ten = MORNING + 4 * HOUR
    script.on(ten - HOUR)
    script.stop("stop-2", ten - 10 * MINUTE, ten + 40 * MINUTE, "setup")
    await script.station.pushed(local_plant.client)
    local_plant.clock.at_us = ten + HOUR
    (bar, unnamed) = (await losses(local_plant))["pareto"]
    assert (bar["words"], bar["minutes"], unnamed["words"]) == ("Setup", 20, "Not named")


async def test_the_page_names_and_says_who_was_first(local_plant: PlantRig) -> None:
    await stopped(local_plant)
    await add_person(local_plant.client, "204", "lead")
    async with local_plant.caller("127.0.0.1") as browser:
        await sign_in(browser, "204")
        token = await form_token(browser, PAGE)
        form = {"form_token": token, "version": "0", "reason": "material/feeding"}
        bad = await browser.post(PAGE, data=form | {"after_min": "5"})
        assert "give both" in bad.text
        assert (await browser.post(PAGE, data=form)).status_code == 303
        again = await browser.post(PAGE, data=form | {"reason": "setup"})
        assert again.status_code == 409
        assert "Already set by lead at " in again.text
        assert "Material, feeding" in again.text


async def test_an_operator_reads_the_reasons_and_gives_none(local_plant: PlantRig) -> None:
    await stopped(local_plant)
    await add_person(local_plant.client, "417", "operator")
    async with local_plant.caller("127.0.0.1") as browser:
        await sign_in(browser, "417")
        shown = (await browser.get(PAGE)).text
        assert "A reason is given by" in shown
        token = await form_token(browser, PAGE)
        form = {"form_token": token, "version": "0", "reason": "setup"}
        assert (await browser.post(PAGE, data=form)).status_code == 403


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        ({"window": "year"}, 422, "expected one of shift, last_shift, day, week"),
        ({"by": "person"}, 422, "expected one of station, line, product, order, shift"),
        ({"line": "Line 9"}, 404, "There is no line 'Line 9' with records."),
    ],
)
async def test_losses_nobody_can_tell_apart_are_refused(
    local_plant: PlantRig, query: dict[str, str], status: int, sentence: str
) -> None:
    reply = await local_plant.client.get("/v1/flow/losses", params=query)
    assert (reply.status_code, sentence in reply.json()["detail"]) == (status, True)


async def test_short_stops_are_counted_per_thousand_units(local_plant: PlantRig) -> None:
    station = await stopped(local_plant)
    script = Script(station)
    for number in range(10):
        begin = MORNING + 2 * HOUR + number * MINUTE
        script.unit(f"V-{number}", begin, begin + MINUTE)
    for number in range(3):
        begin = MORNING + (200 + 20 * number) * MINUTE
        script.stop(f"short-{number}", begin, begin + MINUTE, "setup")
    await station.pushed(local_plant.client, station.push_of(6))
    local_plant.clock.at_us = MORNING + 5 * HOUR
    (short,) = (await losses(local_plant))["short"]
    assert (short["count"], short["episodes"], short["per_thousand"]) == (3, 3, 300)
    assert (short["before"], short["is_more"]) == (None, False)


# -- said at the station -------------------------------------------------------------------


def corrected(reason: str = "setup") -> StopReclassified:
    """A lead at the station says what it was from the fifth minute on."""
    parts = (StopPart(reason="material/missing"), StopPart(reason=reason, after_s=300))
    return StopReclassified(stop="stop-1", parts=parts, role="lead")


async def page(plant: PlantRig) -> str:
    return (await plant.client.get(PAGE)).text


async def test_what_a_lead_says_at_the_station_counts_everywhere(plant: PlantRig) -> None:
    station = await stopped(plant, "unknown")
    station.write(corrected())
    await station.pushed(plant.client)
    bars = (await losses(plant))["pareto"]
    assert [(bar["words"], bar["minutes"]) for bar in bars] == [
        ("Setup", 13), ("Material, missing", 5),
    ]  # fmt: skip
    with plant.plant.database.read() as connection:
        assert open_situations(connection) == []
    problem = (await say(plant, 1, ("setup", 0))).json()
    assert problem["detail"].startswith("Already set by lead at ")
    station.write(corrected("material/feeding"))
    await station.pushed(plant.client)
    assert "Material, feeding" in await page(plant)
    assert plant.plant.projector.rebuild()


async def test_who_was_away_and_second_changes_nothing_and_nothing_is_lost(
    plant: PlantRig,
) -> None:
    station = await stopped(plant)
    assert (await say(plant, 0, ("material/feeding", 0))).status_code == 200
    station.write(corrected())
    await station.pushed(plant.client)
    assert [bar["words"] for bar in (await losses(plant))["pareto"]] == ["Material, feeding"]
    with plant.plant.database.read() as connection:
        (waiting,) = open_situations(connection)
        against = current(connection, StopContradicted.KIND, "ST-040/stop-1")
    assert (waiting.kind, waiting.owner) == ("stop_twice", "team lead")
    assert "lead at ST-040 said material missing, then setup" in waiting.detail
    assert against is not None
    assert "said <b>Material, missing, then Setup</b>" in await page(plant)
    assert plant.plant.projector.rebuild()


async def test_setting_the_reason_anew_answers_the_second_word(plant: PlantRig) -> None:
    station = await stopped(plant)
    await say(plant, 0, ("material/feeding", 0))
    station.write(corrected())
    await station.pushed(plant.client)
    assert (await say(plant, 1, ("setup", 0))).status_code == 200
    plant.plant.projector.catch_up()
    with plant.plant.database.read() as connection:
        assert open_situations(connection) == []
        assert current(connection, StopContradicted.KIND, "ST-040/stop-1") is None
    assert "and could not know this" not in await page(plant)
    assert plant.plant.projector.rebuild()


async def test_a_station_that_had_seen_the_first_word_may_change_it(plant: PlantRig) -> None:
    station = await stopped(plant)
    await say(plant, 0, ("material/feeding", 0))
    station.write(corrected(), seen_pos=1_000_000)
    await station.pushed(plant.client)
    assert "Setup" in await page(plant)
    with plant.plant.database.read() as connection:
        assert open_situations(connection) == []


@pytest.mark.parametrize(
    "parts", [(), (StopPart(reason="setup", after_s=5),), (StopPart(reason=""),)]
)
async def test_what_cannot_be_stays_in_the_log_and_says_nothing(
    local_plant: PlantRig, parts: tuple[StopPart, ...]
) -> None:
    station = await stopped(local_plant)
    station.write(StopReclassified(stop="stop-1", parts=parts, role="lead"))
    await station.pushed(local_plant.client)
    (row,) = rows(local_plant, flow_stop)
    assert row["parts"] is None


async def test_stops_that_are_too_many_for_one_report_are_left_out_in_words(
    local_plant: PlantRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = await stopped(local_plant, "setup")
    script = Script(station)
    script.stop("stop-2", MORNING + 40 * MINUTE, MORNING + 44 * MINUTE, "setup")
    await station.pushed(local_plant.client)
    assert (await losses(local_plant))["left_out"] == 0
    monkeypatch.setattr("server.flow.stops.MOST_STOPS", 1)
    found = await losses(local_plant)
    assert (found["left_out"], found["pareto"][0]["stops"]) == (1, 1)
    page = (await local_plant.client.get("/losses")).text
    assert "1 older stop is not counted here" in page


async def test_of_a_stop_at_a_silent_station_what_is_known_is_lost(local_plant: PlantRig) -> None:
    station = await stopped(local_plant, "material/feeding")
    local_plant.clock.at_us = MORNING + 45 * MINUTE
    Script(station).stop("stop-2", MORNING + 40 * MINUTE, None, "setup")
    await station.pushed(local_plant.client, station.push_of(len(station.written) - 1))
    local_plant.clock.at_us = MORNING + 3 * HOUR
    found = await losses(local_plant)
    lost = {bar["words"]: bar["minutes"] for bar in found["pareto"]}
    assert lost == {"Material, feeding": 18, "Setup": 5}
    assert (found["whole"]["lost"]["stopped"], found["whole"]["lost"]["setup"]) == (18, 5)
    sheet = (await local_plant.client.get("/v1/handovers/draft?line=Line 4")).json()
    said = [one["sentence"] for one in sheet["items"] if one["kind"] == "lost"]
    assert said == ["18 min stood still: Material, feeding.", "5 min stood still: Setup."]
