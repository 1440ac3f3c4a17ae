"""A station killed at any moment, and the controller as the witness of what was acknowledged.

The simulated controller's own list is the truth: every result it made is in the journal exactly
once, whether it came live, was sent again or was fetched after a restart.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from pathlib import Path

import pytest

from app.domain.envelope import decode_envelope, head_message
from app.domain.events import ReadingUnassigned
from app.domain.readings import ReadingKind
from app.journal.export import export
from app.journal.projections import read_fact
from app.journal.verify import verify
from app.runtime.blob_files import BlobFiles
from tests.helpers.effort import effort
from tests.helpers.witness import Station, Witness, stations

#: Each journey is this many kills of one journal's station.
KILLS = 25
JOURNEYS = effort(6, 40)


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
    async with stations("tests.helpers.witness_station", path, port) as station:
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
