"""A station killed at any moment, and the controller as the witness of what was acknowledged.

The simulated controller's own list is the truth: every result it made is in the journal exactly
once, whether it came live, was sent again or was fetched after a restart.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.envelope import decode_envelope
from app.domain.events import ReadingUnassigned
from app.domain.readings import ReadingKind
from app.journal.export import export
from app.journal.projections import read_fact
from app.journal.verify import verify
from app.runtime.blob_files import BlobFiles
from device_drivers.open_protocol.simulator.controller_simulator import ControllerSimulator
from sync.wire import head_message
from tests.helpers.effort import effort

ROOT = Path(__file__).parents[2]
#: Each journey is this many kills of one journal's station.
KILLS = 25
JOURNEYS = effort(6, 40)


class Witness:
    """The controller, and what it saw."""

    def __init__(self, seed: int) -> None:
        self.made: list[str] = []
        self.acknowledged: set[str] = set()
        self.connections = 0
        self._changed = asyncio.Event()
        self.simulator = ControllerSimulator(
            emit=self._saw,
            rng=random.Random(seed),  # noqa: S311 (repeatable)
            now=lambda: datetime.now(UTC),
        )

    def _saw(self, event: Mapping[str, object]) -> None:
        match event["event"]:
            case "tightened":
                self.made.append(str(event["result_id"]))
            case "acknowledged":
                self.acknowledged.add(str(event["result_id"]))
            case "subscribed":
                self.connections += 1
        self._changed.set()

    async def until(self, claim: Callable[[], bool]) -> None:
        async with asyncio.timeout(30):
            while not claim():
                self._changed.clear()
                await self._changed.wait()


class Station:
    """Started and killed through a process that forks it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._in, self._out = process.stdin, process.stdout
        self._pid = 0

    async def start(self) -> None:
        self._in.write(b"start\n")
        self._pid = int(await self._out.readline())

    async def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        assert await self._out.readline() == b"gone\n"


@asynccontextmanager
async def _stations(path: Path, port: int) -> AsyncIterator[Station]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.helpers.witness_station", str(path), str(port)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        yield Station(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(JOURNEYS))
async def test_every_result_of_the_controller_is_there_once_after_kill_9_at_any_moment(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 (repeatable)
    path, witness = tmp_path / "j.db", Witness(seed)
    controller = witness.simulator.controller
    port = await witness.simulator.start()
    async with _stations(path, port) as station:
        # A station that never had a result begins with the controller's newest: give it one.
        await _make_one(witness, station)
        await station.kill()
        for _ in range(KILLS):
            await _work_and_die(witness, station, chance)
            for _ in range(chance.choice((0, 0, 1, 3))):
                controller.tighten()  # nobody is listening
        await _make_one(witness, station)
        await station.kill()
    await witness.simulator.stop()
    _check(path, witness, seed)


async def _make_one(witness: Witness, station: Station) -> None:
    seen = witness.connections
    await station.start()
    await witness.until(lambda: witness.connections > seen)
    witness.simulator.controller.tighten()
    last = witness.made[-1]
    await witness.until(lambda: last in witness.acknowledged)


async def _work_and_die(witness: Witness, station: Station, chance: random.Random) -> None:
    """Some tightenings while the station connects, catches up and works; then the end."""
    seen, acknowledged = witness.connections, len(witness.acknowledged)
    await station.start()
    if chance.random() < 0.85:
        await witness.until(lambda: witness.connections > seen)
        for _ in range(chance.randrange(1, 6)):
            witness.simulator.controller.tighten()
            if chance.random() < 0.5:
                await asyncio.sleep(chance.random() * 0.003)
        if chance.random() < 0.7:
            await witness.until(lambda: len(witness.acknowledged) > acknowledged)
    await asyncio.sleep(chance.random() * 0.01)  # any moment
    await station.kill()


def _check(path: Path, witness: Witness, seed: int) -> None:
    found = verify(
        path, read_blob=BlobFiles(path.parent / "blobs").read, head_message=head_message
    )
    assert found.is_ok, f"seed {seed}: {found}"
    facts = [read_fact(decode_envelope(raw)) for raw in export(path)]
    readings = [
        fact.body.reading for fact in facts if fact and isinstance(fact.body, ReadingUnassigned)
    ]
    kept = Counter(r.result_id for r in readings if r.kind is ReadingKind.TIGHTENING)
    assert {reading.epoch for reading in readings} == {1}
    assert not witness.acknowledged - set(kept), f"seed {seed}: acknowledged and lost"
    assert kept == Counter(witness.made), f"seed {seed}"
    assert len(kept) > KILLS
