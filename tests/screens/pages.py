"""Pictures of the server's pages, over the records of a played reference story."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import httpx
import msgspec
from playwright.sync_api import ViewportSize, sync_playwright

from tests.helpers.patience import PATIENT_S

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Browser

Theme = Literal["light", "dark"]
SIZES = ((1920, 1080), (1280, 800))
#: The unit whose third bolt failed, and the one whose bearing was refused three times.
PAGES = {
    "web-unit": "/units/0418-77221",
    "web-unit-refusals": "/units/0418-77220",
}
#: Quality holds a lot that is in units already: a situation for somebody to decide.
HOLD = {
    "hold": "H-0101",
    "reason": "noise at run-in",
    "owner": "quality 31",
    "placed_at": "2026-11-20T09:40:00Z",
    "lot": "88213",
}
#: Two of the units have left in the story; here goes a third.
SHIPMENT = {
    "shipment": "D-2042",
    "serials": ["0418-77221"],
    "to": "Mill 9, Hall 2",
}
PAGES_AFTER_HOLD = {
    "web-line": "/",
    "web-situation": "/situations/hold%3AH-0101",
    "web-where-used": "/where-used/GW-118",
    "web-andon": "/andon",
    "web-orders": "/orders",
    "web-units": "/units",
    "web-losses": "/losses?window=day",
    "web-stop-cost": "/losses/stops/ST-050/stop-now/cost",
    "web-stations": "/stations",
    "web-checks": "/checks",
    "web-handover": "/handover",
    "web-memory": "/memory",
    "web-memory-search": "/memory?q=bolt",
    "web-patterns": "/memory/patterns",
    "web-advice": "/memory/advice",
    "web-glossary": "/memory/glossary",
    "web-code-lists": "/memory/lists",
    "web-sign-in": "/sign-in",
}
TABLET = ((768, 1024),)
TABLET_PAGES = {name: PAGES_AFTER_HOLD[name] for name in ("web-line", "web-where-used")}
ASBUILT = (sys.executable, "-m", "app.cli")


def picture_pages(folder: Path) -> None:
    """Play the story, then picture every page at every size in both themes."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out"
        story = (*ASBUILT, "demo", "--headless", "--units", "6", "--out", str(out))
        subprocess.run(story, check=True, stdout=subprocess.DEVNULL)
        port = _port_of(out / "station" / "station.toml")
        server = (*ASBUILT, "server", "--data", str(out / "server"), "--port", port, "--json")
        station = (*ASBUILT, "station", "--config", str(out / "station" / "station.toml"))
        with (
            _running(server, until='"listening"') as said,
            _running((*station, "--headless", "--control"), until='"sync":"synced"'),
        ):
            _picture(msgspec.json.decode(said)["url"], folder)


def _picture(url: str, folder: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        _picture_pages(browser, url, PAGES, folder)
        httpx.put(f"{url}/v1/documents/hold/H-0101", json=HOLD).raise_for_status()
        shipment = f"{url}/v1/documents/shipment/{SHIPMENT['shipment']}"
        now = datetime.now(UTC).isoformat()
        httpx.put(shipment, json=SHIPMENT | {"at": now}).raise_for_status()
        decision = {"web-decision": _newest_decision(browser, url)}
        _picture_pages(browser, url, PAGES_AFTER_HOLD | decision, folder)
        _picture_pages(browser, url, TABLET_PAGES, folder, sizes=TABLET)
        browser.close()


def _newest_decision(browser: Browser, url: str) -> str:
    page = browser.new_page()
    page.goto(f"{url}/memory/decisions")
    path = page.locator("a[href^='/memory/decisions/']").first.get_attribute("href")
    page.close()
    assert path is not None
    return path


def _picture_pages(
    browser: Browser,
    url: str,
    pages: dict[str, str],
    folder: Path,
    *,
    sizes: Iterable[tuple[int, int]] = SIZES,
) -> None:
    for width, height in sizes:
        for theme in get_args(Theme):
            page = browser.new_page(
                viewport=ViewportSize(width=width, height=height), color_scheme=theme
            )
            for name, path in pages.items():
                page.goto(url + path)
                page.evaluate("document.fonts.ready")
                page.screenshot(path=folder / f"{name}-{width}x{height}-{theme}.png")
            page.close()


@contextmanager
def _running(words: tuple[str, ...], *, until: str) -> Iterator[str]:
    """A process, from the line that contains ``until`` on; yields that line."""
    process = subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    try:
        yield next(line for line in process.stdout if until in line)
    finally:
        process.terminate()
        process.communicate(timeout=PATIENT_S)


def _port_of(config: Path) -> str:
    import tomllib

    url: str = tomllib.loads(config.read_text("utf-8"))["server"]["url"]
    return url.rpartition(":")[2]
