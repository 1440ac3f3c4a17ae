"""The pages in a real browser: nothing overflows, nothing is blocked, and they stay current."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Literal, TypeAlias

import httpx
import msgspec
import pytest
from playwright.async_api import ViewportSize, async_playwright

from tests.helpers.plant_rig import server_process
from tests.helpers.plant_station import GEAR_SET, ORDER, FakeStation

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from msgspec import Struct
    from playwright.async_api import Browser

Scheme: TypeAlias = Literal["light", "dark"]

CHROMIUM = shutil.which("chromium")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium")


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()


async def publish(client: httpx.AsyncClient, kind: str, document: Struct) -> None:
    key = getattr(document, document.__struct_fields__[0])
    content = msgspec.json.encode(document)
    assert (await client.put(f"/v1/documents/{kind}/{key}", content=content)).is_success


async def fill(url: str, code: str, station: FakeStation) -> None:
    async with httpx.AsyncClient(base_url=url) as client:
        await publish(client, "order", ORDER)
        await publish(client, "lot", GEAR_SET)
        await station.enrol(client, code)
        await station.sign_in(client)
        await push(client, station, "0418-77231")


async def push(client: httpx.AsyncClient, station: FakeStation, serial: str) -> None:
    first = len(station.written) + 1
    station.build(serial, gears=f"GS-{serial}")
    await station.pushed(client, station.push_of(first))


async def push_another(url: str, station: FakeStation, serial: str) -> None:
    async with httpx.AsyncClient(base_url=url) as client:
        await push(client, station, serial)


async def complaints_of(browser: Browser, url: str, *, width: int, scheme: Scheme) -> list[str]:
    """What the browser or the layout complains about, over all pages."""
    found: list[str] = []
    viewport = ViewportSize(width=width, height=800)
    page = await browser.new_page(viewport=viewport, color_scheme=scheme)
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    for path in ("/", "/units/0418-77231", "/orders", "/units", "/stations", "/find?q=x"):
        await page.goto(url + path)
        wide = await page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{path} is {wide} px wide at {width}")
        if not await page.evaluate("document.fonts.check('16px Inter')"):
            found.append(f"{path} has no font")
    await page.close()
    return found


async def test_pages_fit_load_only_their_own_and_stay_current(
    browser: Browser, tmp_path: Path
) -> None:
    station = FakeStation("ST-040")
    with server_process("--data", str(tmp_path)) as (process, said):
        url = said["url"]
        await fill(url, said["enrolment_code"], station)
        assert await complaints_of(browser, url, width=1920, scheme="light") == []
        assert await complaints_of(browser, url, width=1280, scheme="dark") == []
        assert await complaints_of(browser, url, width=600, scheme="light") == []
        page = await browser.new_page()
        await page.goto(url)
        await page.wait_for_selector("a:text-is('0418-77231')")
        await push_another(url, station, "0418-77232")
        await page.wait_for_selector("a:text-is('0418-77232')", timeout=10_000)
        assert not await page.is_visible("#cut-off")
        process.terminate()
        await page.wait_for_selector("text=No connection to the server", timeout=10_000)
        await page.close()
