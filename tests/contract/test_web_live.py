"""Open pages hear of what moved: from any worker, not too many of them, also after a failure."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import httpx
import pytest
import sqlalchemy as sa

from app.domain.line_events import StopBegan
from server.web import live
from server.web.live import Live
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_rig import scratch_database, server_process
from tests.helpers.plant_station import ORDER, FakeStation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

ALL = {"line", "memory", "orders", "situations", "units"}


async def next_moved(events: AsyncIterator[str]) -> set[str]:
    """The topics of the next event that names some."""
    async with asyncio.timeout(PATIENT_S):
        async for event in events:
            if event.startswith("event: moved"):
                return set(event.split("data: ")[1].split())
    return set()


async def opened(pages: Live) -> AsyncIterator[str]:
    """A stream that has said hello and will hear of what comes."""
    events = pages.events()
    assert "event: hello" in await anext(events)
    return events


async def test_a_stop_moves_the_line_and_nothing_else(plant: PlantRig) -> None:
    station = await plant.station()
    events = await opened(Live(plant.plant))
    station.write(StopBegan(stop="stop-1"))
    await station.pushed(plant.client)
    assert await next_moved(events) == {"line"}


async def test_every_page_that_is_open_hears_of_it_once(local_plant: PlantRig) -> None:
    pages = Live(local_plant.plant)
    streams = [await opened(pages) for _ in range(3)]
    await local_plant.publish(ORDER)
    assert [await next_moved(one) for one in streams] == [ALL, ALL, ALL]


async def test_beyond_so_many_pages_the_others_are_told_to_look_themselves(
    local_plant: PlantRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = Live(local_plant.plant, most=1)
    events = await opened(pages)
    assert pages.is_full
    await events.aclose()  # type: ignore[attr-defined] # an async generator has it
    assert not pages.is_full
    monkeypatch.setattr(Live, "is_full", True)
    reply = await local_plant.client.get("/changes")
    assert (reply.status_code, reply.headers["retry-after"]) == (503, "15")
    assert "looks for itself" in reply.json()["detail"]


async def test_pages_hear_of_what_came_while_the_database_was_away(
    local_plant: PlantRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "_AFTER_A_FAILURE_S", 0.0)
    pages = Live(local_plant.plant)
    events = await opened(pages)
    working = pages._positions
    failures = iter([sa.exc.OperationalError("SELECT", {}, Exception("away"))])

    def positions() -> dict[str, tuple[int | None, ...]]:
        for failure in failures:
            raise failure
        return working()

    monkeypatch.setattr(pages, "_positions", positions)
    await local_plant.publish(ORDER)
    assert await next_moved(events) == set(live.TOPICS)
    local_plant.plant.project()
    assert await next_moved(events) == set(live.TOPICS)


async def test_the_stream_ends_when_the_server_stops(local_plant: PlantRig) -> None:
    events = await opened(Live(local_plant.plant))
    local_plant.plant.waker.close()
    async with asyncio.timeout(PATIENT_S):
        assert [one async for one in events if one.startswith("event")] == []


async def test_a_page_at_one_worker_hears_of_what_another_took(
    tmp_path: Path, postgres: str
) -> None:
    station = FakeStation("ST-040")
    with scratch_database(postgres) as url:
        words = ("--data", str(tmp_path), "--database", url, "--workers", "2")
        with server_process(*words) as (_, said):
            async with httpx.AsyncClient(base_url=said["url"], timeout=PATIENT_S) as client:
                await station.enrol(client, said["enrolment_code"])
                await station.sign_in(client)
                # Connections are handed to either worker; with six both have some.
                async with AsyncExitStack() as open_pages:
                    streams = [await _page(client, open_pages) for _ in range(6)]
                    station.write(StopBegan(stop="stop-1"))
                    await station.pushed(client)
                    assert [await next_moved(one) for one in streams] == [{"line"}] * 6


async def _page(client: httpx.AsyncClient, stack: AsyncExitStack) -> AsyncIterator[str]:
    """An open stream that has said hello; events come whole."""
    reply = await stack.enter_async_context(client.stream("GET", "/changes"))
    lines = reply.aiter_lines()
    async for line in lines:
        if line == "event: hello":
            return _events(lines)
    raise AssertionError


async def _events(lines: AsyncIterator[str]) -> AsyncIterator[str]:
    event = ""
    async for line in lines:
        event += f"{line}\n"
        if not line:
            yield event.strip()
            event = ""
