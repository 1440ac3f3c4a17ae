"""Losses and the line's flow in a real browser: what a stop costs is told, not asked for."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

import httpx
import msgspec
import pytest
from playwright.async_api import ViewportSize

from app.domain.line_events import StopEnded, StopsNamed
from tests.contract.test_server_browser import (
    CHROMIUM,
    barriers_of,
    browser,
    listening,
    publish,
)
from tests.helpers.flow_station import (
    HOUR,
    MINUTE,
    ORDER,
    REASONS,
    Script,
    info,
    plan,
    three_shifts,
)
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_rig import server_process
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser, ConsoleMessage, Page

    from tests.contract.test_server_browser import Scheme

__all__ = ["browser"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium")

STOPS = 3
PATHS = (
    "/", "/losses?window=day&by=order", "/losses/stops/ST-040/stop-0",
    "/losses/stops/ST-040/stop-0/cost",
)  # fmt: skip
SCREENS: tuple[tuple[int, Scheme], ...] = ((1280, "dark"), (768, "light"))
SENTENCE = "This stop hits PO-1 (priority 1), on the station that limits the line"


async def busy(url: str, code: str, station: FakeStation) -> Script:
    """A station that has made 40 units in the last hour, and works on the next one."""
    now = time.time_ns() // 1_000
    script = Script(station)
    place = msgspec.structs.replace(info("ST-040"), skills=("torque", "seal"))
    async with httpx.AsyncClient(base_url=url, timeout=PATIENT_S) as client:
        for document in (ORDER, REASONS, three_shifts(), plan("ST-040"), place):
            await publish(client, document.KIND, document)
        await station.enrol(client, code)
        await station.sign_in(client)
        script.on(now - HOUR)
        for number in range(40):
            begin = now - 41 * MINUTE + number * MINUTE
            script.unit(f"U-{number}", begin, begin + MINUTE)
        script.stop("stop-0", now - 30 * MINUTE, now - 25 * MINUTE, "material/feeding")
        script.begin("U-40", now - MINUTE)
        await station.pushed(client)
    return script


async def tell(url: str, script: Script, count: int) -> None:
    """Push the last ``count`` events."""
    station = script.station
    async with httpx.AsyncClient(base_url=url, timeout=PATIENT_S) as client:
        await station.pushed(client, station.push_of(len(station.written) - count + 1))


def _heard(found: list[str], message: ConsoleMessage) -> None:
    found.append(message.text)


async def complaints(page: Page, url: str, path: str, width: int) -> list[str]:
    found: list[str] = []
    await page.goto(url + path)
    wide = await page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        found.append(f"{path} is {wide} px wide at {width}")
    return [*found, *(f"{path}: {said}" for said in await barriers_of(page))]


async def test_the_pages_of_the_flow_fit_and_keep_nobody_out(
    browser: Browser,
    tmp_path: Path,
) -> None:
    station = FakeStation("ST-040")
    with server_process("--data", str(tmp_path)) as (_, said):
        url = said["url"]
        await busy(url, said["enrolment_code"], station)
        found: list[str] = []
        for width, scheme in SCREENS:
            context = await browser.new_context(
                viewport=ViewportSize(width=width, height=900), color_scheme=scheme
            )
            page = await context.new_page()
            page.on("console", partial(_heard, found))
            for path in PATHS:
                found += await complaints(page, url, path, width)
            await context.close()
        assert found == []


async def test_what_a_stop_costs_is_pushed_to_the_open_board(
    browser: Browser,
    tmp_path: Path,
) -> None:
    station = FakeStation("ST-040")
    with server_process("--data", str(tmp_path)) as (_, said):
        url = said["url"]
        script = await busy(url, said["enrolment_code"], station)
        page = await browser.new_page()
        await page.add_init_script("window.setInterval = () => 0")  # it never asks by itself
        await page.goto(url)
        await listening(page)
        await page.locator("#can-run summary").focus()
        await page.keyboard.press("Enter")
        for number in range(1, STOPS + 1):
            now = time.time_ns() // 1_000
            script.stop(f"stop-{number}", now - 90 * 1_000_000)
            await tell(url, script, 1)
            await page.wait_for_selector(f"text={SENTENCE}", timeout=60_000)
            named = StopsNamed(stops=(f"stop-{number}",), reason="material/feeding")
            script.at(now, StopEnded(stop=f"stop-{number}", why="progress"))
            script.at(now, named)
            await tell(url, script, 2)
            await page.wait_for_selector(f"text={SENTENCE}", state="detached", timeout=60_000)
        # The board was drawn anew; what somebody had opened is still open, and theirs.
        assert await page.locator("#can-run details[open]").count() == 1
        assert await page.evaluate("document.activeElement.localName") == "summary"
        await page.goto(f"{url}/losses")
        assert await page.is_visible("text=Material, feeding")
        await page.close()


async def test_a_lead_names_a_stop_by_keyboard_and_the_second_is_told_who_was_first(
    browser: Browser,
    tmp_path: Path,
) -> None:
    station = FakeStation("ST-040")
    with server_process("--data", str(tmp_path)) as (_, said):
        url = said["url"]
        script = await busy(url, said["enrolment_code"], station)
        now = time.time_ns() // 1_000
        script.stop("stop-1", now - 10 * MINUTE, now)
        await tell(url, script, 2)
        first, second = await browser.new_page(), await browser.new_page()
        for page in (first, second):
            await page.goto(f"{url}/losses/stops/ST-040/stop-1")
        for page, choice in ((first, "m"), (second, "s")):
            await page.focus("[name=reason]")
            await page.keyboard.press(choice)
            await page.focus("[name=by]")
            await page.keyboard.type("lead 204")
            await page.keyboard.press("Enter")
        await first.wait_for_selector("#why >> text=Material, feeding")
        await second.wait_for_selector("text=Already set by lead at")
        async with httpx.AsyncClient(base_url=url, timeout=PATIENT_S) as client:
            report = (await client.get("/v1/flow/losses")).json()
        stop = next(one for one in report["stops"] if one["stop"] == "stop-1")
        assert msgspec.convert(stop["parts"][0]["reason"], str) == "material/feeding"
        for page in (first, second):
            await page.close()
