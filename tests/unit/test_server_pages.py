"""The pages and the record on paper: they say what is, and never more."""

from __future__ import annotations

import asyncio
import io
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import httpx
import msgspec
import pypdf
import pytest
from starlette.requests import Request

from app.domain.envelope import Refs
from app.domain.events import StationStarted, UnitCompleted
from app.domain.line_events import StopBegan, StopEnded
from app.domain.readings import Reading
from server.problems import Problem
from server.web.format import PlantTimes, age
from server.web.plain import answer_to
from tests.helpers.abnormal_line import started
from tests.helpers.plant_rig import URL
from tests.helpers.plant_station import (
    GEAR_SET,
    HOLD,
    INSTRUCTION_BYTES,
    ORDER,
    START_US,
    FakeStation,
    curve_content,
)

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


async def page(plant: PlantRig, path: str, status: int = 200) -> str:
    reply = await plant.client.get(path)
    assert reply.status_code == status, reply.text
    return reply.text


async def one_unit(plant: PlantRig, serial: str = "0418-77231") -> FakeStation:
    for document in (ORDER, GEAR_SET, HOLD):
        await plant.publish(document)
    assert (await plant.client.post("/v1/instructions", content=INSTRUCTION_BYTES)).is_success
    station = await plant.station()
    station.build(serial)
    await station.pushed(plant.client)
    return station


async def record_text(plant: PlantRig, serial: str) -> str:
    reply = await plant.client.get(f"/v1/units/{serial}/record.pdf")
    assert reply.status_code == 200, reply.text
    reader = pypdf.PdfReader(io.BytesIO(reply.content))
    return "\n".join(sheet.extract_text() for sheet in reader.pages)


@pytest.mark.parametrize("path", ["/", "/orders", "/units", "/stations", "/find?q=x", "/find"])
async def test_an_empty_plant_has_pages_that_say_so(local_plant: PlantRig, path: str) -> None:
    shown = await page(local_plant, path)
    assert "empty" in shown
    assert "Traceback" not in shown


@pytest.mark.parametrize("path", ["/", "/orders", "/units", "/stations", "/where-used/H-2210"])
async def test_every_page_draws_a_busy_plant(local_plant: PlantRig, path: str) -> None:
    await one_unit(local_plant)
    assert "ST-040" in await page(local_plant, path) or path == "/orders"


async def test_a_unit_that_no_record_names_is_not_called_unbroken(local_plant: PlantRig) -> None:
    station = await local_plant.station()
    station.write(started("U-1"))
    await station.pushed(local_plant.client)
    assert "No record names it" in await page(local_plant, "/units/U-1")
    assert "0 records of this unit" in await record_text(local_plant, "U-1")


async def test_an_address_without_a_page_is_a_page_for_people_only(local_plant: PlantRig) -> None:
    look = {"Accept": "text/html,application/xhtml+xml"}
    shown = await local_plant.client.get("/nowhere", headers=look)
    assert (shown.status_code, "There is no page at this address" in shown.text) == (404, True)
    assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
    for path, headers in (("/nowhere", {}), ("/v1/nowhere", look)):
        told = await local_plant.client.get(path, headers=headers)
        assert (told.status_code, told.json()["code"]) == (404, "not_found")


def test_a_page_without_its_database_says_so_and_looks_again() -> None:
    headers = [(b"accept", b"text/html")]
    asked = Request({"type": "http", "method": "GET", "path": "/orders", "headers": headers})
    away = Problem(503, "database_away", "The database is away.", headers={"Retry-After": "5"})
    shown = answer_to(asked, away)
    assert (shown.status_code, shown.headers["Retry-After"]) == (503, "5")
    assert 'data-again="5"><p class="empty">The database is away.' in bytes(shown.body).decode()


async def test_the_line_shows_no_data_as_no_data(local_plant: PlantRig) -> None:
    await local_plant.station("ST-010")
    station = await one_unit(local_plant)
    shown = await page(local_plant, "/")
    assert ("No data yet" in shown, "Waiting" in shown) == (True, True)
    local_plant.clock.advance(400)
    shown = await page(local_plant, "/")
    assert ("Offline 6 min" in shown, "Waiting" in shown) == (True, False)
    await station.sign_in(local_plant.client)
    await station.feed(local_plant.client)
    assert "Waiting" in await page(local_plant, "/")


async def test_the_stations_page_says_since_when_one_stands_and_what_runs_there(
    local_plant: PlantRig,
) -> None:
    station = await local_plant.station()
    station.write(StationStarted(software="0.1.0"), at=START_US - 60_000_000)
    station.write(StopBegan(stop="s-1"), at=START_US - 18 * 60_000_000)
    await station.pushed(local_plant.client)
    for path, told in {
        "/stations": ("0.1.0", "Stopped 18 min", "20 Nov, 09:13"),
        "/": ("ST-040 is stopped", "18 min", "09:13"),
    }.items():
        shown = await page(local_plant, path)
        assert [words for words in told if words not in shown] == []
    station.write(StopEnded(stop="s-1", why="progress"))
    await station.pushed(local_plant.client, station.push_of(3))
    assert "is stopped" not in await page(local_plant, "/")


async def test_a_unit_page_tells_the_story_and_the_tree(local_plant: PlantRig) -> None:
    await one_unit(local_plant)
    shown = await page(local_plant, "/units/0418-77231")
    for told in (
        "GX-200 · Variant B",
        "19 records, unbroken",
        "25.1 Nm · 59° · tool T-07 · PSet 12",
        "lot 88190 refused, on hold H-0093",
        "Gear set GS-5512",
        "Shaft SH-301",
        "20 Nov, 09:31 – 09:33",
    ):
        assert told in shown


async def test_what_came_from_outside_is_text_on_a_page(local_plant: PlantRig) -> None:
    serial = "<script>alert(1)</script>"
    await one_unit(local_plant, serial)
    path = "/units/%3Cscript%3Ealert(1)%3C%2Fscript%3E"
    for shown in (await page(local_plant, "/"), await page(local_plant, "/units")):
        assert "<script>alert" not in shown
        assert "&lt;script&gt;alert" in shown
        assert "/units/%3Cscript%3Ealert" in shown
    assert "<script>alert(1)" not in await page(local_plant, path)
    assert "<script>alert" not in await page(local_plant, "/find?q=%3Cscript%3Ealert(2)")


async def test_pages_load_nothing_from_elsewhere(local_plant: PlantRig) -> None:
    reply = await local_plant.client.get("/")
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "style=" not in reply.text
    assert "onclick" not in reply.text
    assert "http://" not in reply.text.replace("http://www.w3.org/", "")
    for asset in ("/static/asbuilt.css", "/static/live.js", "/static/fonts/Inter-Regular.ttf"):
        assert (await local_plant.client.get(asset)).status_code == 200


async def test_an_unknown_unit_has_a_page_in_words(local_plant: PlantRig) -> None:
    shown = await page(local_plant, "/units/nope", 404)
    assert "No station ever started a unit nope" in shown


async def test_searching_opens_what_was_meant(local_plant: PlantRig) -> None:
    await one_unit(local_plant)
    for wanted, target in {
        "0418-77231": "/units/0418-77231",
        " PO-100482 ": "/units?order=PO-100482",
        "H-2210": "/where-used/H-2210",
    }.items():
        reply = await local_plant.client.get("/find", params={"q": wanted})
        assert (reply.status_code, reply.headers["location"]) == (303, target)
    assert "was ever seen here" in await page(local_plant, "/find?q=nothing")


async def test_the_stream_says_which_topics_moved(local_plant: PlantRig) -> None:
    asking = asyncio.create_task(local_plant.client.get("/changes"))
    await until_waiting(local_plant)
    await local_plant.publish(ORDER)
    await until_waiting(local_plant)
    local_plant.plant.waker.close()
    reply: httpx.Response = await asking
    assert reply.headers["content-type"].startswith("text/event-stream")
    assert [line for line in reply.text.splitlines() if line.startswith(("event", "data:"))] == [
        "event: hello",
        "data:",
        "event: moved",
        "data: line memory orders situations units",
    ]


async def until_waiting(plant: PlantRig) -> None:
    while not plant.plant.waker.waiting:  # noqa: ASYNC110 - the request needs its turns
        await asyncio.sleep(0.01)


# --- the record on paper


async def test_the_record_on_paper_says_what_the_page_says(local_plant: PlantRig) -> None:
    station = await one_unit(local_plant)
    text = await record_text(local_plant, "0418-77231")
    for told in (
        "0418-77231",
        "GX-200 · variant B",
        "PO-100482",
        "19 records, unbroken",
        "lot 88190 refused, on hold H-0093",
        "25.1 Nm · 59°",
        "Gear set GS-5512",
        "The curve is not on the server yet.",
        "ST-040 · epoch 1 · seq 19",
        station.prev_hash,
        "page 1 of",
    ):
        assert told in text, told


async def test_curves_are_drawn_once_they_are_here(local_plant: PlantRig) -> None:
    station = await one_unit(local_plant)
    curves = (await local_plant.client.get("/v1/units/0418-77231")).json()["curves"]
    blobs = {one["result_id"]: one["blob"] for one in curves}
    for pushed in station.written:
        stored = msgspec.json.decode(pushed.envelope)
        if stored["kind"] == "tightening.recorded" and stored["body"]["ok"]:
            content = curve_content(msgspec.convert(stored["body"]["reading"], Reading))
            blob = blobs[stored["body"]["reading"]["result_id"]]
            assert (await local_plant.client.put(f"/v1/blobs/{blob}", content=content)).is_success
    text = await record_text(local_plant, "0418-77231")
    assert "not on the server" not in text
    assert "26.5" in text


async def test_a_record_with_a_gap_is_not_called_good(local_plant: PlantRig) -> None:
    station = await one_unit(local_plant)
    gap = UnitCompleted(
        serial="0418-77231", evidence="not_provable", gaps=("limits_unknown:bolts.2",)
    )
    station.write(gap, refs=Refs(unit="0418-77231"))
    await station.pushed(local_plant.client)
    text = await record_text(local_plant, "0418-77231")
    assert "Not provable" in text
    assert "limits unknown at Tighten · Bolt 2" in text
    assert "unbroken" not in text
    shown = await page(local_plant, "/units/0418-77231")
    assert "Missing evidence: limits unknown at Tighten · Bolt 2" in shown


async def test_a_long_record_runs_over_pages(local_plant: PlantRig) -> None:
    station = await one_unit(local_plant)
    for _ in range(8):
        station.build("0418-77231")
    await station.pushed(local_plant.client)
    reply = await local_plant.client.get("/v1/units/0418-77231/record.pdf")
    pages = pypdf.PdfReader(io.BytesIO(reply.content)).pages
    assert len(pages) > 2
    for number, sheet in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in sheet.extract_text()


@pytest.mark.parametrize("serial", ["Ünit-7", "A" * 60, "0418 <b> & 7", "序号1"])
async def test_an_odd_serial_gets_its_record_too(local_plant: PlantRig, serial: str) -> None:
    await one_unit(local_plant, serial)
    reply = await local_plant.client.get(f"{URL}/v1/units/{httpx.QueryParams(q=serial)['q']}")
    assert reply.status_code == 200
    assert (await local_plant.client.get(f"/v1/units/{serial}/record.pdf")).status_code == 200


async def test_the_same_record_is_the_same_file(local_plant: PlantRig) -> None:
    await one_unit(local_plant)
    path = "/v1/units/0418-77231/record.pdf"
    first = await local_plant.client.get(path)
    assert (await local_plant.client.get(path)).content == first.content


# --- how values read


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (3599, "59 min"),
        (3600, "1 h"),
        (86400 * 3, "3 days"),
    ],
)
def test_an_age_has_one_unit(seconds: float, text: str) -> None:
    assert age(seconds) == text


def test_a_span_names_the_second_day_only_when_it_is_another() -> None:
    times = PlantTimes(UTC)
    assert times.span(NOON, NOON + timedelta(hours=1)) == "20 Nov, 12:00 – 13:00"
    assert times.span(NOON, NOON + timedelta(days=1)) == "20 Nov, 12:00 – 21 Nov, 12:00"
    assert times.span(NOON, None) == "20 Nov, 12:00 – in work"
