"""A plant's own certificates: trusted, unknown, expired and renewed."""

from __future__ import annotations

import ipaddress
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.domain.errors import InvalidInput, PlantFault
from app.ports.sync import SyncState
from sync.client import open_http
from sync.identity import Identity
from tests.helpers.journal_rig import STATION, note
from tests.helpers.sync_rig import (
    Certificate,
    RunningPlant,
    enrolled,
    is_synced,
    running_station,
)

DAY = timedelta(days=1)


@pytest.fixture
async def plant(tmp_path: Path) -> AsyncIterator[RunningPlant]:
    running = RunningPlant(tmp_path / "plant", tls=_certificate(tmp_path, "good"))
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
    expired = _certificate(tmp_path, "expired", until=datetime.now(UTC) - DAY)
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


def _certificate(folder: Path, name: str, *, until: datetime | None = None) -> Certificate:
    """A self-signed one for 127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    end = until or datetime.now(UTC) + DAY
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(end - 30 * DAY)
        .not_valid_after(end)
        .add_extension(address, critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate = Certificate(folder / f"{name}.pem", folder / f"{name}.key.pem")
    certificate.file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    certificate.key_file.write_bytes(private)
    return certificate
