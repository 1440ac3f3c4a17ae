"""Station and server of different releases: which of the two is too old is said by name."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.ports.sync import SyncState
from server.api import sync_routes
from sync import push_message
from sync.identity import Identity
from sync.wire import PROTOCOL
from tests.helpers.journal_rig import STATION, note
from tests.helpers.sync_rig import RunningPlant, enrolled, is_synced, running_station

pytestmark = pytest.mark.allow_warnings


@pytest.fixture
async def plant(tmp_path: Path) -> AsyncIterator[RunningPlant]:
    running = RunningPlant(tmp_path / "plant")
    await running.start()
    yield running
    await running.stop()


@pytest.mark.parametrize(
    ("raised", "problem", "words"),
    [
        ((sync_routes, "OLDEST_PROTOCOL"), "sync.station_old", "update the station"),
        ((push_message, "PROTOCOL"), "sync.server_old", "update the server first"),
    ],
)
async def test_the_older_side_is_named_and_all_is_sent_once_it_is_updated(
    plant: RunningPlant,
    tmp_path: Path,
    *,
    monkeypatch: pytest.MonkeyPatch,
    raised: tuple[object, str],
    problem: str,
    words: str,
) -> None:
    identity = Identity(STATION, b"k" * 32)
    enrolment = await enrolled(plant, identity)
    monkeypatch.setattr(*raised, PROTOCOL + 1)
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        await station.until(lambda status: status.problem == problem)  # before anything is said
        await station.journal.append(note("a"), note("b"))
        status = await station.until(lambda status: status.waiting == 2)
        assert (status.state, status.problem) == (SyncState.STUCK, problem)
        assert words in (status.last_error or "")
        assert plant.hashes() == []
        monkeypatch.undo()
        await station.until(lambda status: is_synced(status) and len(plant.hashes()) == 2)
        assert station.told[-1].problem is None
