"""The memory's pages in a real browser: found as one types, by keyboard, and nothing is lost."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import httpx
import pytest
from playwright.async_api import FilePayload, async_playwright

from tests.contract.test_server_browser import barriers_of, complaints_of, reached_by_keyboard
from tests.helpers.memory_plant import CASE, OPEN, UNIT, fill_memory
from tests.helpers.memory_station import build_unit
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_rig import server_process
from tests.helpers.plant_station import FakeStation
from tests.helpers.web_people import PASSWORD, add_person

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Browser, Page

    from tests.contract.test_server_browser import Scheme

CHROMIUM = shutil.which("chromium")
ADVICE = "/memory/advice"
LOOKS: tuple[tuple[int, Scheme], ...] = ((1280, "light"), (768, "dark"))
PATHS = (
    "/memory", "/memory?q=torque+low", "/memory/decisions", f"/memory/decisions/{OPEN}",
    f"/memory/cases/{CASE}", "/memory/cases/X-1", ADVICE, "/memory/patterns", "/memory/glossary",
    "/memory/lists?list=responses", "/memory/import", "/memory/records?event=ST-040-1-10",
    f"/units/{UNIT}",
)  # fmt: skip
CSV = b"Datum;Description;Station\n2026-03-02 10:00;Seal torn at the lip;ST-070\nnever;Hose;ST-1\n"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium")


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()


async def fill(url: str, code: str, station: FakeStation) -> None:
    async with httpx.AsyncClient(base_url=url, timeout=PATIENT_S) as client:
        await add_person(client, "77", "engineer")
        await station.enrol(client, code)
        await station.sign_in(client)
        await fill_memory(client, station)


async def sign_in(page: Page, url: str, *, to: str) -> None:
    await page.goto(f"{url}/sign-in?to={to}")
    await page.fill("[name=number]", "77")
    await page.fill("[name=password]", PASSWORD)
    await page.keyboard.press("Enter")
    await page.wait_for_selector("text=Engineer 77")


async def test_the_pages_fit_find_as_one_types_and_follow_the_line(
    browser: Browser, tmp_path: Path
) -> None:
    station = FakeStation("ST-040")
    with server_process("--data", str(tmp_path)) as (_, said):
        url = said["url"]
        await fill(url, said["enrolment_code"], station)
        for width, scheme in LOOKS:
            found = await complaints_of(
                browser, url, width=width, scheme=scheme, axe=True, paths=PATHS
            )
            assert found == [], f"at {width} in {scheme}"
        narrow = await complaints_of(browser, url, width=390, scheme="light", paths=PATHS[:3])
        assert narrow == [], "on a phone"
        page = await browser.new_page()
        await finds_as_one_types(page, url)
        await page.goto(f"{url}/memory/decisions/{OPEN}")
        await page.wait_for_selector("#watch >> text=1 of 10")
        first = len(station.written) + 1
        build_unit(station, "0418-99003")
        async with httpx.AsyncClient(base_url=url, timeout=PATIENT_S) as client:
            await station.pushed(client, station.push_of(first))
        await page.wait_for_selector("#watch >> text=2 of 10", timeout=60_000)
        await page.close()


async def finds_as_one_types(page: Page, url: str) -> None:
    await page.goto(f"{url}/memory")
    await page.wait_for_selector("text=12 cases to search")
    await page.focus("[aria-label='Search the memory']")
    await page.keyboard.type("housing porous")
    await page.wait_for_selector("mark:text-is('porous')")
    assert "2 cases of 12 match" in await page.inner_text("#found")
    assert page.url.endswith("q=housing+porous")
    assert await page.evaluate("document.activeElement.name") == "q"
    await page.fill("[aria-label='Search the memory']", "bolt")
    await page.click("a:text('ST-020')")
    await page.wait_for_selector("text=1 case of 12 match")
    assert await page.is_visible("a[aria-current]:text('ST-020')")
    async with page.expect_request("**/memory/picked") as picked:
        await page.click(".hit > a")
    assert "q=bolt" in ((await picked.value).post_data or "")
    await page.wait_for_url("**/memory/cases/*")


async def test_an_engineer_settles_suspends_and_imports(browser: Browser, tmp_path: Path) -> None:
    with server_process("--data", str(tmp_path)) as (_, said):
        url = said["url"]
        await fill(url, said["enrolment_code"], FakeStation("ST-040"))
        page = await browser.new_page()
        await sign_in(page, url, to=ADVICE)
        assert await barriers_of(page) == []
        await settles_and_suspends_by_keyboard(page)
        await page.goto(f"{url}/memory/import")
        await previews_where_it_was_chosen_and_imports(page)
        await page.close()


async def settles_and_suspends_by_keyboard(page: Page) -> None:
    reached = await reached_by_keyboard(page)
    assert {"Search", "Advice", "stands", "Settle it", "Suspend"} <= reached
    await page.focus("[name=stands]")
    for key in ("Space", "Tab", "Enter"):
        await page.keyboard.press(key)
    await page.wait_for_selector("text=exclude each other", state="detached")
    await page.focus("summary")
    for key in ("Enter", "Tab"):
        await page.keyboard.press(key)
    await page.keyboard.type("the bit splinters")
    await page.keyboard.press("Enter")
    await page.wait_for_selector(".why:text('the bit splinters')")


async def previews_where_it_was_chosen_and_imports(page: Page) -> None:
    file = FilePayload(name="history.csv", mimeType="text/csv", buffer=CSV)
    await page.set_input_files("[type=file]", file)
    await page.wait_for_selector("text=1 row cannot be taken")
    assert await barriers_of(page) == []
    await page.select_option("[aria-label='Station is taken as']", "context.supplier")
    await page.click("text=Look at it first")
    await page.wait_for_selector("#preview .thing:has-text('supplier')")
    await page.click("button:text-is('Import')")
    await page.wait_for_selector("text=1 case imported")
