"""Calls and messages at the server: told to all, answered once, receipted; on both databases."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.domain.broadcasts import LONGEST_H, Broadcast, BroadcastRead, BroadcastSent
from app.domain.envelope import Actor
from app.domain.line_events import CallAnswered, CallClosed, CallOpened
from app.domain.plant import Person, StationInfo
from app.domain.plant_calls import EscalationPlan, PlanRung, PlantCall
from server.read.times import utc
from tests.helpers.named_people import names_person
from tests.helpers.plant_station import OPERATOR

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

pytest_plugins = ["tests.helpers.plant_fixtures"]

LEAD = Actor("person", "204")
CALL = CallOpened(call="call-1", kind="maintenance", is_stopped=True, step="bolts", tool="T-07")


async def calls_at(plant: PlantRig, station: FakeStation) -> list[PlantCall]:
    """The calls as a station gets them."""
    snapshot = await station.snapshot(plant.client)
    bodies = [item.body for item in snapshot.items if item.kind == PlantCall.KIND]
    return [msgspec.json.decode(body, type=PlantCall) for body in bodies]


async def messages_at(plant: PlantRig, station: FakeStation) -> list[Broadcast]:
    snapshot = await station.snapshot(plant.client)
    bodies = [item.body for item in snapshot.items if item.kind == Broadcast.KIND]
    return [msgspec.json.decode(body, type=Broadcast) for body in bodies]


async def board(plant: PlantRig) -> Any:
    reply = await plant.client.get("/v1/andon")
    assert reply.status_code == 200, reply.text
    return reply.json()


async def answered(
    plant: PlantRig, stage: str, *, role: str = "lead", call: str = "call-1"
) -> Any:
    asked = {"stage": stage, "role": role}
    return await plant.client.post(f"/v1/andon/calls/{call}/answers", json=asked)


async def say(
    plant: PlantRig, station: FakeStation, *bodies: Any, actor: Actor = OPERATOR
) -> None:
    for body in bodies:
        station.write(body, actor=actor)
    await station.pushed(plant.client)


def at_now(plant: PlantRig, *stations: FakeStation) -> None:
    """Their clocks are right."""
    for station in stations:
        station.at_us = plant.plant.now_us()


# -- calls ---------------------------------------------------------------------------------


async def test_a_call_that_nobody_made_cannot_be_answered(plant: PlantRig) -> None:
    reply = await answered(plant, "seen", call="call-9")
    assert (reply.status_code, reply.json()["detail"]) == (404, "There is no call call-9.")


async def test_a_stage_that_is_none_is_named(plant: PlantRig) -> None:
    await say(plant, await plant.station(), CALL)
    reply = await answered(plant, "heard")
    assert reply.status_code == 422
    assert "expected one of seen, on_the_way, arrived, solved, cancelled" in reply.json()["detail"]


async def test_only_an_administrators_program_may_answer_from_afar(plant: PlantRig) -> None:
    await say(plant, await plant.station(), CALL)
    afar = plant.caller("10.0.0.9")
    reply = await afar.post("/v1/andon/calls/call-1/answers", json={"stage": "seen", "role": "x"})
    assert reply.status_code == 403


async def test_the_second_answer_hears_who_gave_the_first(plant: PlantRig) -> None:
    station = await plant.station()
    await say(plant, station, CALL)
    assert (await answered(plant, "on_the_way", role="technician")).status_code == 200
    reply = await answered(plant, "on_the_way")
    assert reply.status_code == 409
    assert reply.json()["code"] == "already_answered"
    assert "Already answered by technician: on the way" in reply.json()["detail"]
    assert reply.json()["role"] == "technician"
    [told] = await calls_at(plant, station)
    assert [(one.stage, one.role) for one in told.answers] == [("on_the_way", "technician")]


async def test_of_many_answers_at_once_one_is_kept(plant: PlantRig) -> None:
    await say(plant, await plant.station(), CALL)
    replies = await asyncio.gather(*(answered(plant, "seen", role=f"role {n}") for n in range(6)))
    assert sorted(reply.status_code for reply in replies) == [200, 409, 409, 409, 409, 409]


async def test_a_stage_that_was_passed_over_is_not_made_up_afterwards(plant: PlantRig) -> None:
    await say(plant, await plant.station(), CALL)
    assert (await answered(plant, "arrived")).status_code == 200
    assert (await answered(plant, "seen")).status_code == 409


async def test_every_station_hears_of_a_call_with_its_context(plant: PlantRig) -> None:
    await plant.publish(StationInfo(station="ST-040", name="Gearbox mount", line="L4"))
    station, other = await plant.station(), await plant.station("ST-050")
    station.write_in("U-1", CALL)
    await station.pushed(plant.client)
    [told] = await calls_at(plant, other)
    assert (told.station, told.kind, told.line, told.unit) == (
        "ST-040",
        "maintenance",
        "L4",
        "U-1",
    )
    assert (told.step, told.tool, told.is_stopped) == ("bolts", "T-07", True)


async def test_an_answer_of_another_station_has_the_role_of_who_gave_it(plant: PlantRig) -> None:
    await plant.publish(Person(person="204", name="Lead 204", role="lead"))
    station, other = await plant.station(), await plant.station("ST-050")
    await say(plant, station, CALL)
    seen = CallAnswered(call="call-1", stage="seen", means="tap")
    await say(plant, other, seen, actor=LEAD)
    [told] = await calls_at(plant, station)
    [answer] = told.answers
    assert (answer.stage, answer.role, answer.place) == ("seen", "lead", "ST-050")


async def test_a_tap_at_the_station_that_called_is_nobodys_in_particular(plant: PlantRig) -> None:
    await plant.publish(Person(person="417", name="Operator 417", role="operator"))
    station = await plant.station()
    await say(plant, station, CALL, CallAnswered(call="call-1", stage="seen", means="tap"))
    [told] = await calls_at(plant, station)
    assert [one.role for one in told.answers] == [None]


async def test_the_earliest_word_counts_in_whatever_order_they_arrive(plant: PlantRig) -> None:
    await plant.publish(Person(person="204", name="Lead 204", role="lead"))
    station, late, early = [await plant.station(f"ST-0{n}0") for n in (4, 5, 6)]
    now_us = plant.plant.now_us()
    station.at_us = now_us - 300_000_000
    await say(plant, station, CALL)
    seen = CallAnswered(call="call-1", stage="seen", means="tap")
    late.at_us, early.at_us = now_us - 90_000_000, now_us - 200_000_000
    await say(plant, late, seen, actor=LEAD)
    await say(plant, early, seen, actor=LEAD)
    [told] = await calls_at(plant, station)
    assert [one.place for one in told.answers] == ["ST-060"]


async def test_a_closed_call_is_taken_away_from_every_station(plant: PlantRig) -> None:
    station = await plant.station()
    await say(plant, station, CALL)
    await say(plant, station, CallClosed(call="call-1", how="solved"))
    assert await calls_at(plant, station) == []
    assert (await board(plant))["calls"] == []
    assert (await answered(plant, "seen")).status_code == 409


async def test_what_was_solved_at_the_board_stays_until_the_station_knows(plant: PlantRig) -> None:
    station = await plant.station()
    await say(plant, station, CALL)
    assert (await answered(plant, "solved")).status_code == 200
    [told] = await calls_at(plant, station)
    assert told.end is not None
    assert (await board(plant))["calls"] == []
    await say(plant, station, CallClosed(call="call-1", how="solved"))
    assert await calls_at(plant, station) == []


async def test_a_call_that_was_over_before_anybody_heard_of_it_is_told_to_nobody(
    plant: PlantRig,
) -> None:
    station = await plant.station()
    await say(plant, station, CALL, CallClosed(call="call-1", how="cancelled"))
    assert await calls_at(plant, station) == []


async def test_the_board_says_who_is_next_and_when_by_the_plants_own_plan(plant: PlantRig) -> None:
    await plant.publish(StationInfo(station="ST-040", name="Gearbox mount", line="L4"))
    rungs = (
        PlanRung(to="lead", after_s=60, stage="seen"),
        PlanRung(to="plant manager", after_s=900, stage="arrived"),
    )
    await plant.publish(
        EscalationPlan(plan="L4", kind="maintenance", line="L4", roles=("fitter",), rungs=rungs)
    )
    station = await plant.station()
    station.at_us = plant.plant.now_us() - 7_000_000 - 120_000_000
    await say(plant, station, CALL)
    [call] = (await board(plant))["calls"]
    assert [one["to"] for one in call["went"]] == ["lead"]
    assert call["goes"]["to"] == "plant manager"
    assert call["roles"] == ["fitter", "lead", "plant manager"]
    await answered(plant, "arrived")
    [call] = (await board(plant))["calls"]
    assert (call["went"], call["goes"]) == ([], None)


async def test_a_plan_that_makes_no_sense_is_refused_in_words(plant: PlantRig) -> None:
    reply = await plant.client.put(
        "/v1/documents/escalation/x",
        json={"plan": "x", "rungs": [{"to": "lead", "after_s": 0, "stage": "seen"}]},
    )
    assert reply.status_code == 422
    assert "after_s" in reply.json()["detail"]


async def test_response_times_are_by_kind_and_only_said_of_enough_calls(plant: PlantRig) -> None:
    station = await plant.station()
    station.at_us = plant.plant.now_us() - 3_600_000_000
    for n in range(10):
        name, opened_us = f"call-{n}", station.at_us
        station.write(CallOpened(call=name, kind="maintenance", is_stopped=False))
        station.at_us = opened_us + (n + 1) * 10_000_000
        station.write(CallAnswered(call=name, stage="seen", means="tap"))
        station.write(CallClosed(call=name, how="solved"))
    station.write(CallOpened(call="q", kind="quality", is_stopped=False))
    await station.pushed(plant.client)
    reply = await plant.client.get("/v1/andon/times?days=1")
    times = {one["kind"]: one for one in reply.json()}
    assert times["maintenance"]["seen"] == {"count": 10, "p50_s": 50.0, "p90_s": 90.0}
    assert times["maintenance"]["arrived"] == {"count": 0, "p50_s": None, "p90_s": None}
    assert (times["quality"]["calls"], times["quality"]["seen"]["p50_s"]) == (1, None)
    assert times["lead"]["calls"] == 0
    assert not names_person(reply.text, "417")


# -- messages ------------------------------------------------------------------------------


async def sent(plant: PlantRig, **more: Any) -> str:
    asked = {"text": {"en": "Use torque tool T-08"}, "role": "lead", **more}
    reply = await plant.client.post("/v1/broadcasts", json=asked)
    assert reply.status_code == 200, reply.text
    return str(reply.json()["broadcast"])


async def receipts(plant: PlantRig) -> dict[str, str | None]:
    [message] = (await board(plant))["messages"]
    return {one["station"]: one["role"] for one in message["receipts"]}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": {}}, "text"),
        ({"text": {"en": "x" * 161}}, "text"),
        ({"hours": 0}, "hours 0"),
        ({"hours": 169}, "at most 168"),
        ({"audience": "skill"}, "For which skill?"),
        ({"audience": "nobody"}, "audience"),
    ],
)
async def test_a_message_nobody_could_read_is_not_sent(
    plant: PlantRig, wrong: dict[str, Any], said: str
) -> None:
    station = await plant.station()
    asked = {"text": {"en": "Hello"}, "role": "lead", **wrong}
    reply = await plant.client.post("/v1/broadcasts", json=asked)
    assert reply.status_code == 422
    assert said in reply.json()["detail"]
    assert await messages_at(plant, station) == []


async def test_the_board_says_which_stations_have_not_signed(plant: PlantRig) -> None:
    await plant.publish(StationInfo(station="ST-040", name="A", line="L4", skills=("torque",)))
    await plant.publish(StationInfo(station="ST-050", name="B", line="L4", skills=("torque",)))
    station, other, _third = [await plant.station(f"ST-0{n}0") for n in (4, 5, 6)]
    name = await sent(plant, audience="skill", names=["torque"], is_urgent=True)
    assert await receipts(plant) == {"ST-040": None, "ST-050": None}
    [message] = await messages_at(plant, other)
    assert (message.text, message.is_urgent) == ({"en": "Use torque tool T-08"}, True)
    await say(plant, station, BroadcastRead(broadcast=name, role="operator"))
    assert await receipts(plant) == {"ST-040": "operator", "ST-050": None}


async def test_a_stations_message_goes_to_every_other(plant: PlantRig) -> None:
    station, other = await plant.station(), await plant.station("ST-050")
    at_now(plant, station)
    until = utc(plant.plant.now_us()) + timedelta(hours=2)
    body = BroadcastSent(broadcast="m-1", text={"de": "Halt"}, role="lead", until=until)
    await say(plant, station, body)
    [message] = await messages_at(plant, other)
    assert (message.broadcast, message.place, message.role) == ("m-1", "ST-040", "lead")


async def test_a_message_that_comes_too_late_is_told_to_nobody(plant: PlantRig) -> None:
    station = await plant.station()
    until = utc(plant.plant.now_us()) - timedelta(hours=1)
    body = BroadcastSent(broadcast="m-1", text={"en": "x"}, role="lead", until=until)
    await say(plant, station, body)
    assert await messages_at(plant, station) == []
    [message] = (await board(plant))["messages"]
    assert not message["is_open"]


@pytest.mark.parametrize(
    ("until", "lasts"),
    [("9999-12-31T23:59:59-12:00", [LONGEST_H]), ("0001-01-01T00:00:00+12:00", [])],
)
async def test_a_message_until_a_time_of_no_calendar_stops_no_station(
    local_plant: PlantRig, until: str, lasts: list[int]
) -> None:
    station = await local_plant.station()
    at_now(local_plant, station)
    body = BroadcastSent(
        broadcast="m-1", text={"en": "x"}, role="lead", until=datetime.fromisoformat(until)
    )
    await say(local_plant, station, body)
    told = await messages_at(local_plant, station)
    assert [message.until - message.at for message in told] == [timedelta(hours=h) for h in lasts]


async def test_a_message_taken_back_is_asked_for_no_more(plant: PlantRig) -> None:
    station = await plant.station()
    name = await sent(plant)
    assert (await plant.client.delete(f"/v1/broadcasts/{name}")).status_code == 200
    assert await messages_at(plant, station) == []
    again = await plant.client.delete(f"/v1/broadcasts/{name}")
    assert (again.status_code, again.json()["code"]) == (409, "is_over")
    assert (await plant.client.delete("/v1/broadcasts/x")).status_code == 404
