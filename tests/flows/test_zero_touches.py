"""A whole unit with both hands on the product: scanner, tool and gauge; the glass is not touched.

Real programs: the station with its screen, the scanner on its serial line, the controller, the
gauge, the machine and the server.
"""

from __future__ import annotations

import asyncio
import random
import time
from pathlib import Path

import pytest

from app.demo.operator import Bench, Deviations, Operator
from app.demo.programs import Event
from tests.helpers.demo_line import DemoLine, demo_line

pytestmark = pytest.mark.allow_warnings

#: A person reads before answering; and nobody means the same code twice in half a second.
READING_S, TWICE_S = 0.35, 0.6
COMMANDS = {"primary": "CONFIRM", "acknowledge": "ACK", "retry": "REPEAT"}


class HandsFull(Operator):
    """Does with the scanner what others do with a finger."""

    def __init__(self, line: DemoLine) -> None:
        programs = line.programs
        super().__init__(
            Bench(
                station=programs["station"],
                tool=programs["tool"],
                gauge=programs["gauge"],
                scanner=programs["scanner"],
                machine=programs["machine"],
            ),
            badge=line.plant.cards["417"],
            labels={name: label.text() for name, label in line.plant.labels.items()},
            chance=random.Random(1),  # noqa: S311 - plays a person
            pace_s=READING_S,
            picture=lambda face: line.places.screens / f"{face}.png",
        )
        self._scanned: dict[str, float] = {}

    async def command(self, word: str) -> None:
        await asyncio.sleep(READING_S)
        await self._scan(f"CMD:{word}")

    async def seen(self, face: str) -> Event:
        return await self._state(lambda s: s["face"] == face, f"the face {face}")

    async def _tap(self, name: str) -> None:
        await self.command(COMMANDS.get(name) or name.rpartition(":")[2].upper())

    async def _scan(self, code: str) -> None:
        since = time.monotonic() - self._scanned.get(code, 0.0)
        await asyncio.sleep(max(0.0, TWICE_S - since))
        self._scanned[code] = time.monotonic()
        await super()._scan(code)


async def test_a_unit_is_built_without_touching_the_glass(tmp_path: Path) -> None:
    async with demo_line(tmp_path) as line:
        hands = HandsFull(line)
        await hands.sign_in()
        await a_command_at_the_wrong_place_or_time(hands, line)
        deviations = Deviations({"scan-bearing": [line.label("bearing-held")]}, {"tighten-b.3"})
        await hands.build(line.unit, line.gears, deviations)
        await hands.seen("done")
        await hands.command("NEXT")
        await hands.seen("queue")
        await line.station.stop()

        confirmed = line.bodies("step.confirmed")
        assert {body["means"] for body in confirmed} == {"scan", "machine"}
        assert {body["means"] for body in line.bodies("part.fitted")} == {"scanner"}
        assert {body["means"] for body in line.bodies("person.signed_in")} == {"badge"}
        refused = [body["code"] for body in line.bodies("scan.refused")]
        assert refused == ["command.not_here", "command.too_early", "lot.on_hold"]
        assert line.bodies("problem.reported") == []
        (done,) = line.bodies("unit.completed")
        assert done["evidence"] == "provable"
        assert len(line.bodies("nok.acknowledged")) == 1


async def a_command_at_the_wrong_place_or_time(hands: HandsFull, line: DemoLine) -> None:
    """Both are answered in words, and do nothing else."""
    await hands.command("OK")
    assert (await hands.seen("blocked"))["refusal"] == "command.not_here"
    await hands.command("BACK")
    await hands.seen("queue")
    await hands.command("PROBLEM")
    await hands.seen("problem")
    # At once: whoever scans this cannot have read the page.
    await line.programs["scanner"].tell(do="scan", text="CMD:1")
    assert (await hands.seen("blocked"))["refusal"] == "command.too_early"
    await hands.command("BACK")
    await hands.seen("queue")
