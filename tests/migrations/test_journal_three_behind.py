"""A station that is releases behind and was offline for long: it migrates, and all of it arrives.

Covered are the formats that ever were: 0 (built here, and the file 0.1.0 itself wrote) and 2.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import apsw
import pytest

from app.domain.envelope import Envelope, decode_envelope, head_message
from app.domain.errors import DuplicateResult
from app.domain.events import UnitCompleted
from app.journal.export import export
from app.journal.schema import SCHEMA_VERSION
from app.journal.verify import verify
from sync.identity import Identity
from tests.helpers.effort import effort
from tests.helpers.journal_rig import STATION, note, tightening
from tests.helpers.sync_rig import RunningPlant, RunningStation, enrolled, running_station
from tests.migrations.earlier_journals import (
    EVENTS_A_UNIT,
    add_waiting,
    make_earlier,
    seal_first,
)
from tests.migrations.released_journal import FIXTURES

WAITING = effort(2_000, 50_000)
UNITS = WAITING // EVENTS_A_UNIT


def _of_0_1_0(path: Path) -> None:
    shutil.copy(FIXTURES / "journal-0.1.0.db", path)
    add_waiting(path, count=WAITING)


def _of_format_0(path: Path) -> None:
    make_earlier(path, file_format=0, count=WAITING)


def _of_format_2(path: Path) -> None:
    make_earlier(path, file_format=2, count=WAITING)


def _of_format_2_pruned(path: Path) -> None:
    make_earlier(path, file_format=2, count=WAITING)
    seal_first(path, WAITING // 4)


@pytest.fixture
async def plant(tmp_path: Path) -> AsyncIterator[RunningPlant]:
    running = RunningPlant(tmp_path / "plant")
    await running.start()
    yield running
    await running.stop()


@pytest.mark.allow_warnings
@pytest.mark.timeout(600)
@pytest.mark.parametrize("make", [_of_0_1_0, _of_format_0, _of_format_2, _of_format_2_pruned])
async def test_what_waits_in_a_journal_of_an_earlier_format_arrives_once_and_in_order(
    plant: RunningPlant, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "st" / "j.db"
    path.parent.mkdir()
    make(path)
    before = [decode_envelope(raw) for raw in export(path)]
    epochs = sorted({envelope.epoch for envelope in before})
    identity = Identity(STATION, b"k" * 32)
    enrolment = await enrolled(plant, identity, epoch=epochs[-1])
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        written = await station.journal.append(note("by the software of today"))
        await _until_all_arrived(station, plant, len(before) + 1)
        await _still_knows_what_it_did(station, before)
        stored = {epoch: await _hashes_here(station, epoch) for epoch in epochs}
    for epoch in epochs:
        assert plant.hashes(epoch) == stored[epoch]
    after = [decode_envelope(raw) for raw in export(path)]
    assert after == [*before, *written.envelopes]
    assert {"robot.jogged", "note.written"} < {envelope.kind for envelope in after}
    found = verify(path, read_blob=lambda _: b"", head_message=head_message)
    assert found.is_ok, found
    assert _format(path) == SCHEMA_VERSION


async def _still_knows_what_it_did(station: RunningStation, before: list[Envelope]) -> None:
    """The projections of then are gone or old: they are what the events say."""
    journal = station.journal
    done = [one for one in before if one.kind == UnitCompleted.KIND and one.refs.unit]
    assert await journal.done_count("PO-1") == len(done) >= UNITS
    for number in (1_000, 1_000 + UNITS - 1):
        assert await journal.unit_state(f"W-{number}") == "completed"
        assert await journal.fitted_in("P-1", f"S-{number}") == f"W-{number}"
        assert len(await journal.unit_events(f"W-{number}")) == EVENTS_A_UNIT
        with pytest.raises(DuplicateResult):
            await journal.append(tightening(f"{number}-2"))


async def _until_all_arrived(station: RunningStation, plant: RunningPlant, count: int) -> None:
    async with asyncio.timeout(effort(60, 300)):
        while not (station.told and station.told[-1].waiting == 0 and _arrived(plant) == count):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


def _arrived(plant: RunningPlant) -> int:
    return sum(len(plant.hashes(epoch)) for epoch in (1, 2))


async def _hashes_here(station: RunningStation, epoch: int) -> list[str]:
    hashes: list[str] = []
    while found := await station.outbox.events(epoch, after=len(hashes), limit=20_000):
        hashes += [event.hash for event in found]
    return hashes


def _format(path: Path) -> int:
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return int(db.pragma("user_version"))
    finally:
        db.close()
