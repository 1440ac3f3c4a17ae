"""The demonstration's own plant, devices and station as real programs, for a test's own story."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from app.authoring.demo_plant import load_demo_plant
from app.demo.places import RESOURCES, Places
from app.demo.programs import Program
from app.demo.story import Story, Wishes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from app.authoring.demo_plant import DemoPlant


class StationProgram(Program):
    """A station that is started with an environment of its own."""

    environment: dict[str, str]

    async def start(self, **environment: str) -> None:
        await super().start(**environment | self.environment)


class DemoLine:
    """What runs, by name: "station", "scanner", "tool", "gauge", "machine", "server"."""

    def __init__(self, story: Story, plant: DemoPlant) -> None:
        self._story = story
        self.plant = plant
        self.programs = story._programs
        self.station = self.programs["station"]
        self.places = story.places

    @property
    def unit(self) -> str:
        return self.plant.labels["unit"].text(0)

    @property
    def gears(self) -> str:
        return self.plant.labels["gear-set"].text(0)

    def label(self, name: str) -> str:
        return self.plant.labels[name].text()

    def recorded(self) -> list[dict[str, Any]]:
        """Every event of the station's journal, oldest first."""
        with sqlite3.connect(f"file:{self.places.journal}?mode=ro", uri=True) as db:
            rows = db.execute("SELECT raw FROM event ORDER BY epoch, seq").fetchall()
        db.close()
        return [msgspec.json.decode(raw) for (raw,) in rows]

    def bodies(self, kind: str) -> list[dict[str, Any]]:
        return [event["body"] for event in self.recorded() if event["kind"] == kind]


@asynccontextmanager
async def demo_line(folder: Path, **environment: str) -> AsyncIterator[DemoLine]:
    """Everything running, orders here, nobody signed in; ``environment`` is the station's."""
    places = Places(folder / "out")
    places.prepare()
    today = datetime.now().astimezone().date()
    plant = await asyncio.to_thread(load_demo_plant, RESOURCES / "demo", today=today)
    wishes = Wishes(units=1, seed=1, is_headless=True, with_faults=False)
    story = Story(wishes, places, plant)
    station = story._programs["station"]
    on_its_own = StationProgram("station", station._words, log=station._log)
    on_its_own.environment = environment
    story._programs["station"] = on_its_own
    try:
        await story._start_all()
        yield DemoLine(story, plant)
    finally:
        await story._stop_all()
