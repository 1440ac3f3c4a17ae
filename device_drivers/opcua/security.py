"""Which of a server's endpoints is used, and whether the server is who an engineer trusted.

Nothing is sent that could tell a secret before the server's certificate is known to be trusted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from asyncua import ua
from asyncua.crypto import security_policies
from cryptography import x509

from app.domain.errors import DeviceRefused, InvalidInput
from device_drivers.opcua.keys import Keys, thumbprint
from device_drivers.opcua.url import NO_SECURITY

if TYPE_CHECKING:
    from datetime import datetime

    from asyncua.client.client import Client

    from device_drivers.opcua.url import Settings

_NONE_URI = security_policies.SecurityPolicyNone.URI


async def secure(client: Client, settings: Settings, now: datetime) -> None:
    """Set ``client`` up as configured; asks the server for its endpoints first.

    Raises:
        DeviceRefused: the server does not offer it, or is not the one that was trusted.
        InvalidInput: a key or password of ours is missing.
    """
    if not settings.is_secure and settings.user is None and settings.certificate is None:
        return
    endpoint = _chosen(settings, await client.connect_and_get_server_endpoints())
    keys = Keys(settings.keys)
    if settings.is_secure:
        server = endpoint.ServerCertificate or b""
        check_server(settings.url, keys, server, now)
        certificate, key = keys.own(now)
        await client.set_security(
            getattr(security_policies, f"SecurityPolicy{settings.policy}"),
            certificate,
            key,
            server_certificate=server,
            mode=ua.MessageSecurityMode[settings.mode],
        )
    await _identify(client, settings, keys, endpoint)


def check_server(device: str, keys: Keys, der: bytes, now: datetime) -> None:
    """Raise unless ``der`` is a server's certificate that is trusted and valid now.

    Raises:
        DeviceRefused: it is not.
    """
    try:
        certificate = x509.load_der_x509_certificate(der)
    except ValueError as error:
        words = "the server shows no certificate that can be read"
        raise DeviceRefused(device, words) from error
    mark = thumbprint(der)
    if not keys.trusts(der):
        kept = keys.refuse(der)
        words = (
            f"the server's certificate is not trusted: thumbprint {mark}, of "
            f"{certificate.subject.rfc4514_string()}. Compare the thumbprint with the server's; "
            f"if it is the same, trust it with “asbuilt device check URL --trust” or move {kept} "
            "to the folder trusted beside it"
        )
        raise DeviceRefused(device, words)
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        words = (
            f"the server's certificate {mark} is valid from "
            f"{certificate.not_valid_before_utc:%Y-%m-%d} to "
            f"{certificate.not_valid_after_utc:%Y-%m-%d}, and this station's clock says "
            f"{now:%Y-%m-%d}; renew it at the server, or correct the clock"
        )
        raise DeviceRefused(device, words)


def _chosen(settings: Settings, endpoints: list[ua.EndpointDescription]) -> ua.EndpointDescription:
    mode = "None_" if settings.policy == NO_SECURITY else settings.mode
    for endpoint in endpoints:
        if _policy(endpoint) == settings.policy and endpoint.SecurityMode.name == mode:
            return endpoint
    wanted = settings.policy if mode == "None_" else f"{settings.policy} with {settings.mode}"
    there = ", ".join(offered(endpoints))
    words = (
        f"the server does not offer security {wanted}; it offers {there}. Correct the URL, or "
        "switch it on at the server"
    )
    raise DeviceRefused(settings.url, words)


def offered(endpoints: list[ua.EndpointDescription]) -> list[str]:
    """Each security a server offers, as it is written in a URL."""
    return sorted(
        f"security={_policy(endpoint)}"
        + (f"&mode={endpoint.SecurityMode.name}" if _policy(endpoint) != NO_SECURITY else "")
        for endpoint in endpoints
    )


def _policy(endpoint: ua.EndpointDescription) -> str:
    # Aes128_Sha256_RsaOaep in the URI, and Aes128Sha256RsaOaep everywhere else.
    return str(endpoint.SecurityPolicyUri or "").rpartition("#")[2].replace("_", "")


async def _identify(
    client: Client, settings: Settings, keys: Keys, endpoint: ua.EndpointDescription
) -> None:
    if settings.certificate is not None:
        _check_token(settings, endpoint, ua.UserTokenType.Certificate, "a user's certificate")
        path = keys.folder / settings.certificate
        try:
            await client.load_client_certificate(str(path))
            await client.load_private_key(path.with_suffix(".key.pem"))
        except (OSError, ValueError) as error:
            message = f"{path}: the user's certificate or its key cannot be read ({error})."
            raise InvalidInput(message) from error
    elif settings.user is not None:
        token = _check_token(settings, endpoint, ua.UserTokenType.UserName, "a password")
        uri = token.SecurityPolicyUri or endpoint.SecurityPolicyUri
        if uri == _NONE_URI and endpoint.SecurityMode.name != "SignAndEncrypt":
            words = (
                "the server wants the password unencrypted, where anybody on the network can "
                "read it; choose a security other than None"
            )
            raise DeviceRefused(settings.url, words)
        client.set_user(settings.user)
        client.set_password(keys.password(settings.user, settings.url))


def _check_token(
    settings: Settings,
    endpoint: ua.EndpointDescription,
    kind: ua.UserTokenType,
    words: str,
) -> ua.UserTokenPolicy:
    tokens: list[ua.UserTokenPolicy] = endpoint.UserIdentityTokens
    for token in tokens:
        if token.TokenType == kind:
            return token
    takes = ", ".join(sorted({token.TokenType.name for token in tokens}))
    detail = f"the server does not take {words} here; it takes {takes}"
    raise DeviceRefused(settings.url, detail)
