"""Forms in a real browser: a slow press is one message, and typed words outlive a lost session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest

from tests.contract.test_server_browser import CHROMIUM, browser
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_rig import server_process
from tests.helpers.web_people import PASSWORD, add_person

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser, Page

__all__ = ["browser"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium")

WORDS = "[name=text_en]"
TYPED = "feeder 2 jams when more than half full"
SENT = f"#messages >> text={TYPED}"
#: What was sent from a page, and arrived.
ARRIVED = ["asbuilt-typed:/nowhere", '[["field","words",true]]']
#: Nothing leaves while it is being asked, so that every press comes before the answer.
PRESSED = """() => {
  const button = document.querySelector("[name=text_en]").form.querySelector("button");
  button.click();
  setTimeout(() => button.click());
}"""


async def sign_in(page: Page) -> None:
    await page.fill("[name=number]", "204")
    await page.fill("[name=password]", PASSWORD)
    await page.keyboard.press("Enter")
    await loaded(page, ".who")


async def loaded(page: Page, selector: str) -> None:
    """The page that has this, with its scripts: they run when all of it is there."""
    await page.wait_for_selector(selector)
    await page.wait_for_load_state()


async def test_words_are_sent_once_and_outlive_a_session(browser: Browser, tmp_path: Path) -> None:
    with server_process("--data", str(tmp_path)) as (_, said):
        url = said["url"]
        async with httpx.AsyncClient(base_url=url, timeout=PATIENT_S) as client:
            await add_person(client, "204", "lead")
        context = await browser.new_context()
        page = await context.new_page()
        await page.goto(f"{url}/sign-in?to=/andon")
        await sign_in(page)
        await page.fill(WORDS, TYPED)
        await context.clear_cookies()
        await page.evaluate(PRESSED)
        await loaded(page, "text=nothing was changed")
        await page.goto(f"{url}/sign-in?to=/andon")
        await sign_in(page)
        assert await page.input_value(WORDS) == TYPED
        assert await page.is_visible("text=This was typed before and has not arrived")
        await page.evaluate(PRESSED)
        await loaded(page, SENT)
        assert await page.locator(SENT).count() == 1
        assert await page.input_value(WORDS) == ""
        await page.goto(f"{url}/nowhere")
        await page.evaluate(f"sessionStorage.setItem(...{ARRIVED})")
        await page.reload()
        kept = await page.evaluate(f"sessionStorage.getItem({ARRIVED}[0])")
        assert kept == ARRIVED[1], "a page that cannot be shown answers no form"
        await page.goto(f"{url}/andon")
        await page.fill(WORDS, "nobody else's")
        await page.click("[aria-label='Sign out']")
        await page.wait_for_selector("[name=password]")
        await page.goto(f"{url}/sign-in?to=/andon")
        await sign_in(page)
        assert await page.input_value(WORDS) == ""
        await context.close()
