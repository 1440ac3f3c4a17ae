"""A plant's own certificates: trusted, unknown, expired and renewed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.errors import InvalidInput, PlantFault
from app.ports.sync import SyncState
from sync.client import open_http
from sync.identity import Identity
from tests.helpers.certificates import DAY, self_signed
from tests.helpers.journal_rig import STATION, note
from tests.helpers.sync_rig import (
    RunningPlant,
    enrolled,
    is_synced,
    running_station,
)

# A station that is stopped amid a handshake leaves that socket to the garbage collector: httpcore
# closes it after an error, but not after a cancellation (AnyIOStream.start_tls).
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
async def plant(tmp_path: Path) -> AsyncIterator[RunningPlant]:
    running = RunningPlant(tmp_path / "plant", tls=self_signed(tmp_path, "good"))
    await running.start()
    yield running
    await running.stop()


async def test_the_plants_own_authority_is_trusted_when_named(
    plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    assert plant.tls is not None
    enrolment = await enrolled(plant, identity, ca_file=plant.tls.file)
    async with running_station(
        tmp_path / "st", identity, enrolment, ca_file=plant.tls.file
    ) as station:
        await station.journal.append(note("over https"))
        await station.until(lambda status: is_synced(status) and len(plant.hashes()) == 1)


@pytest.mark.allow_warnings
async def test_an_unknown_authority_is_told_at_enrolment_and_on_the_screen(
    plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    with pytest.raises(PlantFault, match="certificate that this station does not trust"):
        await enrolled(plant, identity)
    assert plant.tls is not None
    enrolment = await enrolled(plant, identity, ca_file=plant.tls.file)
    async with running_station(tmp_path / "st", identity, enrolment) as station:
        await station.journal.append(note("kept here"))
        status = await station.until(lambda status: status.state is SyncState.STUCK)
        assert status.problem == "sync.certificate"
        assert "self-signed certificate" in (status.last_error or "")
        assert status.waiting == 1
    assert plant.hashes() == []


@pytest.mark.allow_warnings
async def test_an_expired_certificate_is_a_clear_state_until_it_is_renewed(
    plant: RunningPlant, tmp_path: Path
) -> None:
    identity = Identity(STATION, b"k" * 32)
    good = plant.tls
    assert good is not None
    enrolment = await enrolled(plant, identity, ca_file=good.file)
    expired = self_signed(tmp_path, "expired", until=datetime.now(UTC) - DAY)
    both = tmp_path / "both.pem"
    both.write_bytes(good.file.read_bytes() + expired.file.read_bytes())
    await plant.stop()
    plant.tls = expired
    await plant.start()
    async with running_station(tmp_path / "st", identity, enrolment, ca_file=both) as station:
        await station.journal.append(note("waits"))
        status = await station.until(lambda status: status.state is SyncState.STUCK)
        assert "certificate has expired" in (status.last_error or "")
    # Nobody calls meanwhile: a server that stops amid a handshake leaves that socket to chance.
    await plant.stop()
    plant.tls = good
    await plant.start()
    async with running_station(tmp_path / "st", identity, enrolment, ca_file=both) as station:
        await station.until(lambda status: is_synced(status) and len(plant.hashes()) == 1)


@pytest.mark.parametrize("content", [None, b"no certificate", b""])
def test_a_certificate_file_that_is_none_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "plant.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InvalidInput, match=r"plant\.pem: the plant's certificate cannot be used"):
        open_http("https://plant", ca_file=file)
