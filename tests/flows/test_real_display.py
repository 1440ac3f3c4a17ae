"""The station on a real X server, with real key and mouse events of another program.

Xvfb is the glass, xdotool the hands and the keyboard-wedge scanner.  Signed in with the mouse by
number and PIN, a unit is built, a wrong part refused and recovered from, a failed bolt redone.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.demo.operator import Bench, Deviations, Operator
from app.demo.programs import Event
from tests.helpers.demo_line import DemoLine, demo_line

pytestmark = pytest.mark.allow_warnings

SIZE = "1920x1080x24"
GS = "\x1d"


def needs(*programs: str) -> None:
    missing = [name for name in programs if shutil.which(name) is None]
    if missing and os.geteuid() != 0:
        pytest.skip(f"needs {', '.join(missing)}: sh installer/system-packages.sh display")
    assert not missing, f"run: sh installer/system-packages.sh display (no {', '.join(missing)})"


@asynccontextmanager
async def x_server() -> AsyncIterator[str]:
    """An X server of our own; yields its display, which it chose itself."""
    read, write = os.pipe()
    server = await asyncio.create_subprocess_exec(
        "Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp",
        pass_fds=(write,), stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as said:
            number = await asyncio.to_thread(said.readline)
        yield f":{number.strip()}"
    finally:
        server.terminate()
        await server.wait()


class AtTheGlass(Operator):
    """Presses where a button is, and scans with a scanner that is a keyboard."""

    def __init__(self, line: DemoLine, display: str) -> None:
        programs = line.programs
        super().__init__(
            Bench(
                station=programs["station"],
                tool=programs["tool"],
                gauge=programs["gauge"],
                scanner=programs["scanner"],
                machine=programs["machine"],
            ),
            badge="",
            labels={name: label.text() for name, label in line.plant.labels.items()},
            chance=random.Random(1),  # noqa: S311 - plays a person
            pace_s=0,
            picture=lambda face: line.places.screens / f"{face}.png",
        )
        self._station = programs["station"]
        self._display = display

    async def sign_in(self) -> None:
        """By number and PIN, with the mouse on the pad."""
        await self.press("number", *(f"key:{digit}" for digit in "417"), "primary")
        await self.press(*(f"key:{digit}" for digit in "4170"), "primary")
        await self.seen("queue")

    async def press(self, *names: str) -> None:
        for name in names:
            x, y = await self.where(name)
            await self.hands("mousemove", str(x), str(y), "click", "1")

    async def where(self, name: str) -> tuple[int, int]:
        """The middle of a button, once the screen takes a tap on it."""
        self._station.forget()
        await self._station.tell(do="where", name=name)
        answers = {("where", name), ("error", None)}
        at = await self._station.hear(
            lambda e: (e["event"], e.get("name")) in answers, f"the place of {name}"
        )
        assert at["event"] == "where", at
        return at["x"], at["y"]

    async def hands(self, *words: str) -> None:
        process = await asyncio.create_subprocess_exec(
            "xdotool", *words, env=os.environ | {"DISPLAY": self._display}
        )
        assert await process.wait() == 0, words

    async def seen(self, face: str) -> Event:
        return await self._state(lambda s: s["face"] == face, f"the face {face}")

    async def _tap(self, name: str) -> None:
        await self.press("primary" if name in ("acknowledge", "retry") else name)

    async def _scan(self, code: str) -> None:
        """As a wedge does: Ctrl+B, the keys, Ctrl+] for the separator, Enter."""
        await self.hands("key", "ctrl+b")
        for number, part in enumerate(code.split(GS)):
            if number:
                await self.hands("key", "ctrl+bracketright")
            await self.hands("type", "--delay", "2", part)
        await self.hands("key", "Return")


async def test_a_unit_is_built_with_real_keys_and_a_real_mouse(tmp_path: Path) -> None:
    needs("Xvfb", "xdotool")
    async with (
        x_server() as display,
        demo_line(tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=display) as line,
    ):
        person = AtTheGlass(line, display)
        await person.sign_in()
        await a_scan_while_a_button_has_the_focus(person)
        deviations = Deviations({"scan-bearing": [line.label("bearing-held")]}, {"tighten-b.3"})
        await person.build(line.unit, line.gears, deviations)
        await person.seen("done")
        await person.press("primary")
        await person.seen("queue")
        await line.station.stop()

        assert [body["means"] for body in line.bodies("person.signed_in")] == ["pin"]
        assert {body["means"] for body in line.bodies("part.fitted")} == {"wedge"}
        assert {body["means"] for body in line.bodies("step.confirmed")} == {"tap", "machine"}
        refused = [body["code"] for body in line.bodies("scan.refused")]
        assert refused == ["scan.no_unit", "lot.on_hold"]
        assert len(line.bodies("nok.acknowledged")) == 1
        (done,) = line.bodies("unit.completed")
        assert done["evidence"] == "provable"


async def a_scan_while_a_button_has_the_focus(person: AtTheGlass) -> None:
    """It presses nothing, and is told what it was; Escape leads back."""
    await person.hands("key", "Tab")
    await person._scan("P:SKF 6204;L:88213")
    assert (await person.seen("blocked"))["refusal"] == "scan.no_unit"
    await person.where("close")
    await person.hands("key", "Escape")
    await person.seen("queue")
