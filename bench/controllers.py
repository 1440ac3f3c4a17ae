"""Simulated controllers in a process of their own: python -m bench.controllers COUNT.

Prints their ports; a line ``RATE SECONDS`` on its standard input makes them all tighten so often
for so long; then prints how many results each has made and how many were acknowledged.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
from datetime import UTC, datetime

from device_drivers.open_protocol.simulator.controller_simulator import ControllerSimulator

#: For the last acknowledgements, once nothing more is made.
PATIENT_S = 30


class Counted:
    """One controller and what became of its results."""

    def __init__(self, seed: int) -> None:
        self.made = self.acknowledged = 0
        self._acknowledged = asyncio.Event()
        self._chance = random.Random(seed)  # noqa: S311  a simulation, not a secret
        self.simulator = ControllerSimulator(
            emit=self._saw,
            rng=self._chance,
            now=lambda: datetime.now(UTC).astimezone(),
        )

    def _saw(self, event: dict[str, object]) -> None:
        self.made += event["event"] == "tightened"
        self.acknowledged += event["event"] == "acknowledged"
        self._acknowledged.set()

    async def work(self, per_s: float, seconds: float) -> None:
        """Evenly, whatever the station does."""
        loop = asyncio.get_running_loop()
        began = loop.time() + self._chance.random() / per_s
        for n in range(int(per_s * seconds)):
            await asyncio.sleep(max(0.0, began + n / per_s - loop.time()))
            self.simulator.controller.tighten()
        async with asyncio.timeout(PATIENT_S):
            while self.acknowledged < self.made:
                self._acknowledged.clear()
                await self._acknowledged.wait()


async def main(count: int) -> None:
    """Until a second line comes."""
    controllers = [Counted(seed) for seed in range(count)]
    print(json.dumps([await each.simulator.start() for each in controllers]), flush=True)
    line = await asyncio.to_thread(sys.stdin.readline)
    per_s, seconds = map(float, line.split())
    await asyncio.gather(*(each.work(per_s, seconds) for each in controllers))
    print(json.dumps([each.made for each in controllers]), flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    for each in controllers:
        await each.simulator.stop()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
