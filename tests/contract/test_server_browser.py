"""The pages in a real browser: nothing overflows, nothing is blocked, everybody can use them."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import httpx
import msgspec
import pytest
from playwright.async_api import ViewportSize, async_playwright

from app.domain.event_body import Body
from app.domain.line_events import StopBegan, StopEnded
from tests.helpers.check_runs import done
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_rig import server_process
from tests.helpers.plant_station import GEAR_SET, HOLD, ORDER, FakeStation
from tests.helpers.web_people import PASSWORD, add_person

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from msgspec import Struct
    from playwright.async_api import Browser, Page

Scheme: TypeAlias = Literal["light", "dark"]

CHROMIUM = shutil.which("chromium")

#: axe-core under its own licence (MPL-2.0), see the folder; for tests only.
AXE = Path(__file__).parents[1] / "fixtures/axe/axe.min.js"

SITUATION = "/situations/hold%3AH-0093"
CHECK_RUN = "check:start-of-shift:ST-040:20261120T060000001"
CHECK = f"/checks/{CHECK_RUN}"
PATHS = (
    "/", "/units/0418-77231", "/orders", "/units", "/stations", "/find?q=x", "/where-used/H-2210",
    "/situations", SITUATION, "/checks", CHECK, "/sign-in", "/sign-ins", "/units/nope",
    "/andon", "/andon?wall=1", "/handover",
)  # fmt: skip

HIDDEN = """
let isHidden = false;
Object.defineProperty(document, "hidden", { get: () => isHidden });
window.pretend = (hidden) => {
  isHidden = hidden;
  document.dispatchEvent(new Event("visibilitychange"));
};
"""

LISTENING = """new Promise((done) => {
  const look = () => (stream?.readyState === EventSource.OPEN ? done() : setTimeout(look, 50));
  look();
})"""

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
    async with httpx.AsyncClient(base_url=url, timeout=PATIENT_S) as client:
        await publish(client, "order", ORDER)
        await publish(client, "lot", GEAR_SET)
        await publish(client, "hold", msgspec.structs.replace(HOLD, lot="H-2210"))
        await add_person(client, "31", "quality")
        await station.enrol(client, code)
        await station.sign_in(client)
        await push(client, station, "0418-77231")
        first = len(station.written) + 1
        done(station, CHECK_RUN)
        await station.pushed(client, station.push_of(first))


async def push(client: httpx.AsyncClient, station: FakeStation, serial: str) -> None:
    first = len(station.written) + 1
    station.build(serial, gears=f"GS-{serial}")
    await station.pushed(client, station.push_of(first))


async def record(url: str, station: FakeStation, body: Body) -> None:
    station.write(body)
    async with httpx.AsyncClient(base_url=url, timeout=PATIENT_S) as client:
        await station.pushed(client, station.push_of(len(station.written)))


async def push_another(url: str, station: FakeStation, serial: str) -> None:
    async with httpx.AsyncClient(base_url=url, timeout=PATIENT_S) as client:
        await push(client, station, serial)


async def listening(page: Page) -> None:
    """Wait until the page's stream is open.

    Not with ``wait_for_function``: the page's own policy forbids what that puts into it.
    """
    async with asyncio.timeout(PATIENT_S):
        await page.evaluate(LISTENING)


async def complaints_of(
    browser: Browser,
    url: str,
    *,
    width: int,
    scheme: Scheme,
    axe: bool = False,
    paths: Sequence[str] = PATHS,
) -> list[str]:
    """What the browser, the layout or axe complains about, over all pages."""
    found: list[str] = []
    viewport = ViewportSize(width=width, height=800)
    context = await browser.new_context(viewport=viewport, color_scheme=scheme)
    page = await context.new_page()
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    for path in paths:
        await page.goto(url + path)
        wide = await page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{path} is {wide} px wide at {width}")
        if not await page.evaluate("document.fonts.check('16px Inter')"):
            found.append(f"{path} has no font")
        if axe:
            found += [f"{path}: {said}" for said in await barriers_of(page)]
    await context.close()
    # A page that is not there says so to the browser as well.
    return [said for said in found if "404 (Not Found)" not in said]


async def barriers_of(page: Page) -> list[str]:
    """What axe finds that keeps people out."""
    # Through the debugger, not the page: the page's own policy stays as it is.
    await page.evaluate(AXE.read_text("utf-8"))
    ran: dict[str, Any] = await page.evaluate("axe.run()")
    assert ran["passes"], "axe looked at nothing"
    return [
        f"{one['impact']} {one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in ran["violations"]
        if one["impact"] in {"serious", "critical"}
    ]


async def reached_by_keyboard(page: Page) -> set[str]:
    """What Tab comes to, from the first to the last: words or name of each."""
    found: list[str] = []
    while True:
        await page.keyboard.press("Tab")
        name: str = await page.evaluate(
            "(e => e === document.body ? '' : e.getAttribute('aria-label') || e.name || "
            "e.value || e.textContent.trim())(document.activeElement)"
        )
        is_marked = await page.evaluate(
            "[document.activeElement, document.activeElement.closest('form')].some("
            "one => one && getComputedStyle(one).outlineStyle !== 'none')"
        )
        if name == "" or name in found[:1]:
            return set(found)
        assert is_marked, f"nobody sees that {name} has the focus"
        found.append(name)


async def test_pages_fit_load_only_their_own_and_stay_current(
    browser: Browser, tmp_path: Path
) -> None:
    station = FakeStation("ST-040")
    with server_process("--data", str(tmp_path)) as (process, said):
        url = said["url"]
        await fill(url, said["enrolment_code"], station)
        assert await complaints_of(browser, url, width=1920, scheme="light", axe=True) == []
        assert await complaints_of(browser, url, width=1280, scheme="dark") == []
        assert await complaints_of(browser, url, width=768, scheme="dark", axe=True) == []
        assert await complaints_of(browser, url, width=600, scheme="light") == []
        page = await browser.new_page()
        await page.goto(url)
        await page.wait_for_selector("a:text-is('0418-77231')")
        await push_another(url, station, "0418-77232")
        await page.wait_for_selector("a:text-is('0418-77232')", timeout=60_000)
        assert not await page.is_visible("#cut-off")
        await record(url, station, StopBegan(stop="stop-1"))
        await page.wait_for_selector("text=ST-040 is stopped", timeout=60_000)
        await record(url, station, StopEnded(stop="stop-1", why="progress"))
        await page.wait_for_selector("text=ST-040 is stopped", state="detached", timeout=60_000)
        process.terminate()
        await page.wait_for_selector("text=No connection to the server", timeout=60_000)
        await page.close()


async def test_a_recall_list_prints_black_on_white_whatever_the_screen_shows(
    browser: Browser, tmp_path: Path
) -> None:
    with server_process("--data", str(tmp_path)) as (_, said):
        await fill(said["url"], said["enrolment_code"], FakeStation("ST-040"))
        page = await browser.new_page(color_scheme="dark")
        await page.goto(f"{said['url']}/where-used/H-2210")
        assert await page.is_visible("text=CSV")
        await page.emulate_media(media="print")
        for gone in (".side", ".find", "text=CSV"):
            assert not await page.is_visible(gone), gone
        # Paper is as wide as A4 between its margins, and nobody scrolls it.
        await page.set_viewport_size(ViewportSize(width=718, height=1010))
        assert await page.evaluate("document.querySelector('.recall').scrollWidth") <= 718
        shown = "getComputedStyle(document.querySelector('.recall td')).color"
        assert await page.evaluate(shown) == "rgb(0, 0, 0)"
        await page.close()


async def test_somebody_signs_in_decides_and_signs_out_by_keyboard_alone(
    browser: Browser, tmp_path: Path
) -> None:
    with server_process("--data", str(tmp_path)) as (_, said):
        url = said["url"]
        await fill(url, said["enrolment_code"], FakeStation("ST-040"))
        page = await browser.new_page()
        await page.goto(f"{url}/sign-in?to={SITUATION.replace('%', '%25')}")
        await page.focus("[name=number]")
        for typed in ("31", "Tab", PASSWORD, "Enter"):
            await (
                page.keyboard.press(typed)
                if typed in {"Tab", "Enter"}
                else page.keyboard.type(typed)
            )
        await page.wait_for_selector("text=Quality 31")
        for path in ("/password", SITUATION):
            await page.goto(url + path)
            assert await barriers_of(page) == []
        assert {"To the content", "Line", "Decisions", "Sign out", "decision", "why"} <= (
            await reached_by_keyboard(page)
        )
        await page.focus("[name=decision]")
        for typed in ("ArrowDown", "Tab", "cracked at the boss", "Tab", "Enter"):
            await (page.keyboard.type(typed) if " " in typed else page.keyboard.press(typed))
        await page.wait_for_selector("text=cracked at the boss")
        assert await page.is_visible("text=quality 31,")
        await page.focus("[aria-label='Sign out']")
        await page.keyboard.press("Enter")
        await page.wait_for_selector("[name=password]")
        await page.close()


async def test_the_switch_chooses_a_theme_for_this_browser_and_what_is_typed_stays(
    browser: Browser, tmp_path: Path
) -> None:
    station = FakeStation("ST-040")
    with server_process("--data", str(tmp_path)) as (_, said):
        url = said["url"]
        await fill(url, said["enrolment_code"], station)
        context = await browser.new_context(color_scheme="light")
        page = await context.new_page()
        await page.goto(url + SITUATION)
        ground = "getComputedStyle(document.body.parentElement).backgroundColor"
        before = await page.evaluate(ground)
        await page.click("[data-theme-switch]")
        chosen = await page.evaluate(ground)
        assert chosen != before
        await page.fill("[name=why]", "half a sentence")
        await page.evaluate("refresh()")
        assert await page.input_value("[name=why]") == "half a sentence"
        await page.reload()
        assert await page.evaluate(ground) == chosen
        assert [said for said in await barriers_of(page) if "contrast" in said] == []
        await context.close()


async def test_a_dozen_tabs_of_one_browser_all_open(browser: Browser, tmp_path: Path) -> None:
    with server_process("--data", str(tmp_path)) as (_, said):
        context = await browser.new_context()
        pages = [await context.new_page() for _ in range(12)]
        for page in pages:
            # As a browser tells the tabs behind; headless ones are all in front.
            await page.add_init_script(HIDDEN)
            await page.goto(said["url"])
            await page.evaluate("pretend(true)")
        await pages[0].evaluate("pretend(false)")
        await listening(pages[0])
        assert [await page.evaluate("stream === null") for page in pages[1:]] == [True] * 11
        await context.close()
