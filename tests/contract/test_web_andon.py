"""The andon page: who may answer and write, what is said when somebody was first, the wall."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.broadcasts import BroadcastRead
from app.domain.line_events import CallOpened
from app.domain.plant import StationInfo
from server.web.live import Live
from tests.helpers.patience import PATIENT_S
from tests.helpers.web_people import add_person, browser, form_token, sign_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]


async def called(plant: PlantRig) -> None:
    """ST-040 stands still and calls maintenance, two minutes ago."""
    await plant.publish(StationInfo(station="ST-040", name="Gearbox mount", line="L4"))
    station = await plant.station()
    station.at_us = plant.plant.now_us() - 127_000_000
    station.write_in("U-1", CallOpened(call="call-1", kind="maintenance", is_stopped=True))
    await station.pushed(plant.client)


async def sent(page: httpx.AsyncClient, does: str, **form: str) -> httpx.Response:
    token = await form_token(page, "/andon")
    return await page.post("/andon", data={"form_token": token, "does": does, **form})


async def answers(plant: PlantRig) -> list[Any]:
    reply = await plant.client.get("/v1/andon")
    return [one["call"].get("answers", []) for one in reply.json()["calls"]]


async def signed_in(plant: PlantRig, number: str, role: str) -> httpx.AsyncClient:
    await add_person(plant.client, number, role)
    page = browser(plant)
    reply = await sign_in(page, number)
    assert reply.status_code == 303
    return page


async def test_who_is_not_called_cannot_answer(local_plant: PlantRig) -> None:
    await called(local_plant)
    page = await signed_in(local_plant, "31", "planner")
    shown = (await page.get("/andon")).text
    assert "I have seen it" not in shown
    assert "Answered by: lead, manager, technician." in shown
    reply = await sent(page, "answer", call="call-1", stage="seen")
    assert (reply.status_code, await answers(local_plant)) == (403, [[]])
    assert "This call is answered by: lead, manager, technician." in reply.text


async def test_a_form_of_a_foreign_page_answers_nothing(local_plant: PlantRig) -> None:
    await called(local_plant)
    page = await signed_in(local_plant, "204", "lead")
    form = {"form_token": "0" * 64, "does": "answer", "call": "call-1", "stage": "seen"}
    assert (await page.post("/andon", data=form)).status_code == 403
    assert await answers(local_plant) == [[]]


async def test_who_comes_second_reads_who_was_first(local_plant: PlantRig) -> None:
    await called(local_plant)
    first = await signed_in(local_plant, "7", "technician")
    second = await signed_in(local_plant, "204", "lead")
    assert (await sent(first, "answer", call="call-1", stage="on_the_way")).status_code == 303
    reply = await sent(second, "answer", call="call-1", stage="on_the_way")
    assert reply.status_code == 409
    assert "Already answered by technician: on the way" in reply.text


async def test_what_was_answered_shows_with_role_and_time_never_with_a_name(
    local_plant: PlantRig,
) -> None:
    await called(local_plant)
    page = await signed_in(local_plant, "204", "lead")
    await sent(page, "answer", call="call-1", stage="seen")
    shown = (await local_plant.client.get("/andon")).text
    assert "after 02:" in shown
    assert "lead, web board" in shown
    assert "Lead 204" not in shown


async def test_the_page_says_who_is_next_and_in_how_long(local_plant: PlantRig) -> None:
    await called(local_plant)
    shown = (await local_plant.client.get("/andon")).text
    assert "Team lead</b> in" in shown
    assert 'data-ticks="down"' in shown


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"hours": "8"}, "says nothing yet"),
        ({"text_en": "x", "hours": "soon"}, "expected a number of hours"),
        ({"text_en": "x" * 161, "hours": "8"}, "English: 161 letters, at most 160"),
        ({"text_en": "x", "hours": "8", "audience": "skill"}, "For which skill?"),
        ({"text_en": "x", "hours": "999"}, "at most 168"),
    ],
)
async def test_a_message_that_cannot_be_sent_comes_back_as_it_was_typed(
    local_plant: PlantRig, form: dict[str, str], said: str
) -> None:
    page = await signed_in(local_plant, "204", "lead")
    reply = await sent(page, "write", **form)
    assert reply.status_code == 422
    assert said in reply.text
    assert form.get("text_en", "") in reply.text


async def test_who_may_not_write_has_no_form_and_cannot_send_one(local_plant: PlantRig) -> None:
    await called(local_plant)
    page = await signed_in(local_plant, "417", "operator")
    assert "Write to the stations" not in (await page.get("/andon")).text
    reply = await sent(page, "write", text_en="x", hours="8")
    assert reply.status_code == 403
    assert "ask a lead or an engineer" in reply.text


async def test_a_message_shows_who_signed_and_who_is_away(local_plant: PlantRig) -> None:
    station, other = await local_plant.station(), await local_plant.station("ST-050")
    await local_plant.publish(StationInfo(station="ST-040", name="A", line="L4"))
    page = await signed_in(local_plant, "204", "lead")
    reply = await sent(page, "write", text_en="Use <b>T-08</b>", text_de="T-08", hours="8")
    assert reply.status_code == 303
    [message] = (await local_plant.client.get("/v1/andon")).json()["messages"]
    name = message["message"]["broadcast"]
    assert message["message"]["text"] == {"en": "Use <b>T-08</b>", "de": "T-08"}
    local_plant.clock.advance(600)
    station.at_us = local_plant.plant.now_us() - 7_000_000
    station.write(BroadcastRead(broadcast=name, role="operator"))
    await station.pushed(local_plant.client)
    shown = (await page.get("/andon")).text
    assert "Use &lt;b&gt;T-08&lt;/b&gt;" in shown
    assert "1 of 2 signed" in shown
    assert "ST-040 · operator" in shown
    assert f"{other.name} · offline 10 min" in shown or f"{other.name}</span>" in shown
    assert (await sent(page, "take_back", broadcast=name)).status_code == 303
    assert "Taken back" in (await page.get("/andon")).text


async def test_the_wall_has_calls_and_urgent_messages_and_nothing_to_press(
    local_plant: PlantRig,
) -> None:
    await called(local_plant)
    asked = {"text": {"en": "Evacuate hall 2"}, "role": "lead", "is_urgent": True}
    await local_plant.client.post("/v1/broadcasts", json=asked)
    shown = (await local_plant.client.get("/andon?wall=1")).text
    wall = shown[shown.index('class="wall"') :]
    assert "ST-040" in wall
    assert "Evacuate hall 2" in wall
    assert "<form" not in wall


async def test_a_form_of_another_release_is_refused_in_words(local_plant: PlantRig) -> None:
    page = await signed_in(local_plant, "204", "lead")
    reply = await sent(page, "dance")
    assert reply.status_code == 422
    assert "Open it again" in reply.text


async def test_open_pages_hear_of_a_call_an_answer_and_a_receipt_at_once(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    reply = await local_plant.client.post(
        "/v1/broadcasts", json={"text": {"en": "Hello"}, "role": "lead"}
    )
    events = Live(local_plant.plant).events()
    assert "event: hello" in await anext(events)
    station.write(CallOpened(call="call-1", kind="lead", is_stopped=False))
    await station.pushed(local_plant.client)
    assert "line" in await _moved(events)
    asked = {"stage": "seen", "role": "lead"}
    await local_plant.client.post("/v1/andon/calls/call-1/answers", json=asked)
    assert "line" in await _moved(events)
    station.write(BroadcastRead(broadcast=reply.json()["broadcast"], role="operator"))
    await station.pushed(local_plant.client)
    assert "line" in await _moved(events)


async def _moved(events: AsyncIterator[str]) -> list[str]:
    """The topics of the next event that names some."""
    async with asyncio.timeout(PATIENT_S):
        async for event in events:
            if event.startswith("event: moved"):
                return event.partition("data: ")[2].split()
    return []
