"""Who may speak to whom, over real OPC UA servers: each refusal is a sentence of its own."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from asyncua import ua
from asyncua.common.utils import ServiceError
from asyncua.crypto.permission_rules import User, UserRole
from asyncua.server.server import Server
from asyncua.ua.status_codes import StatusCodes
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from app.domain.errors import DeviceFault, DeviceRefused
from device_drivers.opcua.check import check, trust
from device_drivers.opcua.connection import open_connection, quieten_library
from device_drivers.opcua.keys import Keys, thumbprint
from device_drivers.opcua.security import check_server
from device_drivers.opcua.url import POLICIES, settings_from
from device_drivers.supervisor import DeviceBusy

NOW = datetime.now(UTC)
pytestmark = pytest.mark.asyncio(loop_scope="module")
PASSWORD = "right"  # noqa: S105  of a server that lives for this test
EVERY_POLICY = [
    ua.SecurityPolicyType.NoSecurity,
    ua.SecurityPolicyType.Basic256Sha256_SignAndEncrypt,
    ua.SecurityPolicyType.Basic256Sha256_Sign,
    ua.SecurityPolicyType.Aes128Sha256RsaOaep_SignAndEncrypt,
    ua.SecurityPolicyType.Aes256Sha256RsaPss_SignAndEncrypt,
]


class Users:
    """Lets in ``line`` with its password, and everybody else but one stranger's certificate."""

    def __init__(self, stranger: bytes) -> None:
        self._stranger = stranger

    def get_user(
        self,
        iserver: object,
        username: str | None = None,
        password: str | None = None,
        certificate: Any = None,
    ) -> User | None:
        del iserver
        if username:
            return User(UserRole.User) if (username, password) == ("line", PASSWORD) else None
        # A client's own certificate comes here too, where it names no user.
        if certificate is not None and _der(certificate) == self._stranger:
            return None
        return User(UserRole.User)


def _der(certificate: x509.Certificate | bytes) -> bytes:
    if isinstance(certificate, bytes):
        return certificate
    return certificate.public_bytes(serialization.Encoding.DER)


class Peer:
    """A protected server, and the keys folder of a station that speaks to it."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.keys = Keys(folder / "station")
        self.server = server
        self.url = ""

    @property
    def certificate(self) -> bytes:
        made: x509.Certificate = self.server.iserver.certificate
        return made.public_bytes(serialization.Encoding.DER)

    async def reach(self, query: str = "", *, now: datetime = NOW) -> list[str]:
        """Connect as configured and read something."""
        settings = settings_from(f"{self.url}?{query}", keys=self.keys.folder)
        async with open_connection(settings, now=lambda: now) as connection:
            return await connection.spaces()

    async def refusal(self, query: str = "", *, now: datetime = NOW) -> DeviceFault:
        with pytest.raises(DeviceFault) as refused:
            await self.reach(query, now=now)
        return refused.value

    def write_password(self, password: str) -> None:
        path = self.keys.folder / "passwords.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'line = "{password}"\n', "utf-8")
        path.chmod(0o600)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keys of everybody, made once: that takes long."""
    folder = tmp_path_factory.mktemp("keys")
    for name in ("server", "station", "user", "stranger"):
        Keys(folder / name).own(NOW)
    return folder


@asynccontextmanager
async def a_peer(
    folder: Path, policies: list[ua.SecurityPolicyType] = EVERY_POLICY
) -> AsyncIterator[Peer]:
    quieten_library()
    certificate, key = Keys(folder / "server").own(NOW)
    stranger, _ = Keys(folder / "stranger").own(NOW)
    server = Server(user_manager=Users(stranger.read_bytes()))  # type: ignore[arg-type]
    await server.init()
    server.set_endpoint("opc.tcp://127.0.0.1:0/peer")
    await server.load_certificate(certificate)
    await server.load_private_key(key)
    server.set_security_policy(policies)
    peer = Peer(folder, server)
    async with server:
        assert server.bserver is not None
        peer.url = f"opc.tcp://127.0.0.1:{server.bserver.port}/peer"
        yield peer


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def one(folder: Path) -> AsyncIterator[Peer]:
    """One server for all: they are slow to start."""
    async with a_peer(folder) as peer:
        yield peer


@pytest.fixture
def peer(one: Peer, folder: Path, tmp_path: Path) -> Peer:
    """The server, and a station that has met nobody yet."""
    peer = Peer(tmp_path, one.server)
    peer.url = one.url
    shutil.copytree(folder / "station", peer.keys.folder)
    return peer


async def test_a_server_nobody_has_trusted_is_refused_naming_its_thumbprint(peer: Peer) -> None:
    refused = await peer.refusal("security=Basic256Sha256")
    mark = thumbprint(peer.certificate)
    assert isinstance(refused, DeviceRefused)
    assert mark in refused.detail
    assert "not trusted" in refused.detail
    assert (peer.keys.folder / "refused" / f"{mark}.der").read_bytes() == peer.certificate


async def test_an_engineer_trusts_a_server_by_command_and_it_is_looked_over(peer: Peer) -> None:
    url = f"{peer.url}?security=Basic256Sha256&keys={peer.keys.folder}"
    assert thumbprint(peer.certificate) in await trust(url)
    assert peer.keys.trusts(peer.certificate)
    security, link, identity, tags = await check(url, now=lambda: NOW, mono=lambda: 0.0)
    assert "security=Aes256Sha256RsaPss&mode=SignAndEncrypt" in security.facts["offers"]
    assert security.facts["thumbprint"] == thumbprint(peer.certificate)
    assert (link.works, identity.facts["state"]) == (True, "Running")
    assert "has no namespace urn:asbuilt:machine" in tags.facts["why"]


async def test_every_policy_and_mode_is_spoken_once_the_server_is_trusted(peer: Peer) -> None:
    peer.keys.trust(peer.certificate)
    queries = [f"security={policy}" for policy in POLICIES]
    for query in [*queries, "security=Basic256Sha256&mode=Sign"]:
        assert await peer.reach(query)


async def test_a_password_is_taken_encrypted_and_a_wrong_one_named(peer: Peer) -> None:
    peer.keys.trust(peer.certificate)
    peer.write_password(PASSWORD)
    assert await peer.reach("security=Basic256Sha256&user=line")
    # Without an encrypted channel the password itself is encrypted.
    assert await peer.reach("user=line")
    peer.write_password("wrong")
    for query in ("security=Basic256Sha256&user=line", "user=line"):
        assert "refuses the user or the password" in (await peer.refusal(query)).detail


async def test_a_user_is_known_by_a_certificate(peer: Peer, folder: Path) -> None:
    peer.keys.trust(peer.certificate)
    for name in ("user", "stranger"):
        certificate, key = Keys(folder / name).own(NOW)
        made = x509.load_der_x509_certificate(certificate.read_bytes())
        pem = made.public_bytes(serialization.Encoding.PEM)
        (peer.keys.folder / f"{name}.pem").write_bytes(pem)
        (peer.keys.folder / f"{name}.key.pem").write_bytes(key.read_bytes())
    assert await peer.reach("security=Basic256Sha256&certificate=user.pem")
    refused = await peer.refusal("security=Basic256Sha256&certificate=stranger.pem")
    assert "refuses the user or the password" in refused.detail


async def test_a_password_never_goes_over_the_network_in_the_clear(folder: Path) -> None:
    async with a_peer(folder, [ua.SecurityPolicyType.NoSecurity]) as peer:
        peer.write_password(PASSWORD)
        refused = await peer.refusal("user=line")
    assert "unencrypted" in refused.detail
    assert PASSWORD not in refused.detail


async def test_a_security_the_server_has_not_is_answered_with_what_it_offers(peer: Peer) -> None:
    refused = await peer.refusal("security=Aes256Sha256RsaPss&mode=Sign")
    assert "does not offer security Aes256Sha256RsaPss with Sign" in refused.detail
    assert "security=Basic256Sha256&mode=Sign" in refused.detail


async def test_a_server_that_does_not_trust_this_station_is_told_apart(peer: Peer) -> None:
    async def nobody(*_: object) -> None:
        raise ServiceError(StatusCodes.BadCertificateUntrusted)

    async def everybody(*_: object) -> None:
        pass

    peer.server.set_certificate_validator(nobody)
    peer.keys.trust(peer.certificate)
    refused = await peer.refusal("security=Basic256Sha256")
    peer.server.set_certificate_validator(everybody)
    assert "does not trust this station's certificate" in refused.detail


async def test_an_expired_certificate_is_refused_though_it_is_trusted(peer: Peer) -> None:
    peer.keys.trust(peer.certificate)
    late = NOW + timedelta(days=5000)
    with pytest.raises(DeviceRefused, match=r"is valid from .* this station's clock says"):
        check_server("M-1", peer.keys, peer.certificate, late)


async def test_a_server_without_a_free_session_is_tried_again_later(peer: Peer) -> None:
    async def full(*_: object, **__: object) -> None:
        raise ServiceError(StatusCodes.BadTooManySessions)

    inside: Any = peer.server.iserver
    create = inside.create_session

    def no_session(*args: Any, **kwargs: Any) -> Any:
        session = create(*args, **kwargs)
        session.create_session = full
        return session

    inside.create_session = no_session
    refused = await peer.refusal()
    inside.create_session = create
    assert isinstance(refused, DeviceBusy)
    assert "no session left" in refused.detail
    assert refused.retry_after_s > 0
