"""The pages of patterns in a real browser: they fit, by keyboard, and a decision is kept."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
import pytest
from playwright.async_api import async_playwright

from tests.contract.test_server_browser import complaints_of, reached_by_keyboard
from tests.helpers.patience import PATIENT_S
from tests.helpers.pattern_plant import send, write_bad_lot, write_change
from tests.helpers.plant_rig import server_process
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Browser

    from tests.contract.test_server_browser import Scheme

CHROMIUM = shutil.which("chromium")
LOOKS: tuple[tuple[int, Scheme], ...] = ((1280, "light"), (768, "dark"))

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium")


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()


async def fill(url: str, code: str) -> list[str]:
    """A plant with a bad lot and a changed level; the paths of its patterns."""
    station = FakeStation("ST-040")
    async with httpx.AsyncClient(base_url=url, timeout=PATIENT_S) as client:
        await station.enrol(client, code)
        write_bad_lot(station)
        write_change(station)
        await send(client, station)
        found = (await client.post("/v1/memory/patterns")).json()
    assert {one["kind"] for one in found} == {"factor", "change"}
    return [f"/memory/patterns/{quote(one['pattern'], safe='')}" for one in found]


async def test_the_pages_fit_and_a_decision_is_kept_by_keyboard(
    browser: Browser, tmp_path: Path
) -> None:
    with server_process("--data", str(tmp_path)) as (_, said):
        url = said["url"]
        paths = await fill(url, said["enrolment_code"])
        for width, scheme in LOOKS:
            every = ("/", "/memory/patterns", *paths)
            found = await complaints_of(
                browser, url, width=width, scheme=scheme, axe=True, paths=every
            )
            assert found == [], f"at {width} in {scheme}"
        page = await browser.new_page()
        await page.goto(url)
        await page.click("text=All patterns")
        await page.click("text=is seen more often with lot of bearing L-bad")
        await page.wait_for_selector("[name=owner]")
        assert {"owner", "state", "response", "why", "Keep it"} <= await reached_by_keyboard(page)
        await page.select_option("[name=owner]", "quality")
        await page.select_option("[name=state]", "confirmed")
        await page.select_option("[name=response]", "hold_lot")
        await page.fill("[name=why]", "porous at the edge")
        await page.click("text=Keep it")
        await page.wait_for_selector("text=Confirmed · quality")
        assert await page.locator("text=Hold the lot · quality").count() == 1
