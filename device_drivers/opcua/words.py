"""What a server's status codes mean here, and who does what about it."""

from __future__ import annotations

import asyncio
import os
from types import MappingProxyType
from typing import TYPE_CHECKING

from asyncua.ua.status_codes import StatusCodes
from asyncua.ua.uaerrors import UaError, UaStatusCodeError

from app.domain.errors import DeviceFault, DeviceOffline, DeviceRefused, DeviceTimeout
from device_drivers.supervisor import DeviceBusy

if TYPE_CHECKING:
    from collections.abc import Mapping

#: A server without a free session gets one back when somebody's times out.
BUSY_S = 15.0

_CODES = StatusCodes
_OUR_CERTIFICATE = (
    "the server does not trust this station's certificate; trust it there (its file is own.der in "
    "the keys folder)"
)
_WRONG_USER = (
    "the server refuses the user or the password; correct user= in the URL or passwords.toml"
)
_RESTARTED = "the server was restarted, or it forgot this session"

_REFUSED: Mapping[int, str] = MappingProxyType(
    {
        _CODES.BadUserAccessDenied: _WRONG_USER,
        _CODES.BadIdentityTokenRejected: _WRONG_USER,
        _CODES.BadIdentityTokenInvalid: (
            "the server does not take this kind of user; look at which it offers: anonymous, "
            "password or certificate"
        ),
        _CODES.BadSecurityChecksFailed: _OUR_CERTIFICATE,
        _CODES.BadCertificateUntrusted: _OUR_CERTIFICATE,
        _CODES.BadCertificateInvalid: _OUR_CERTIFICATE,
        _CODES.BadCertificateUriInvalid: _OUR_CERTIFICATE,
        _CODES.BadCertificateTimeInvalid: (
            "the server takes this station's certificate for expired; check the clocks, or delete "
            "own.der and own.key.pem and trust the new one"
        ),
        _CODES.BadSecurityPolicyRejected: (
            "the server refuses this security; correct security= and mode= in the URL"
        ),
        _CODES.BadSecurityModeRejected: (
            "the server refuses this security; correct security= and mode= in the URL"
        ),
        _CODES.BadTcpEndpointUrlInvalid: (
            "the server does not know this address of its own; correct the path in the URL"
        ),
    }
)
_GONE: Mapping[int, str] = MappingProxyType(
    {
        _CODES.BadSessionIdInvalid: _RESTARTED,
        _CODES.BadSessionClosed: _RESTARTED,
        _CODES.BadSecureChannelIdInvalid: _RESTARTED,
        _CODES.BadSecureChannelClosed: _RESTARTED,
        _CODES.BadServerHalted: "the server is shutting down",
        _CODES.BadShutdown: "the server is shutting down",
        _CODES.BadTooManySubscriptions: "the server has no subscription left for this station",
    }
)
#: What says that the connection is over, and not only this one call.
_LINK = frozenset(
    {
        *_GONE,
        _CODES.BadTimeout,
        _CODES.BadConnectionClosed,
        _CODES.BadConnectionRejected,
        _CODES.BadCommunicationError,
        _CODES.BadDisconnect,
        _CODES.BadTcpInternalError,
        _CODES.BadTcpSecureChannelUnknown,
    }
)
_FULL = frozenset({_CODES.BadTooManySessions, _CODES.BadTcpNotEnoughResources})


def fault_of(device: str, error: BaseException, *, timeout_s: float) -> DeviceFault:
    """The product's error for what the library raised."""
    if isinstance(error, asyncio.TimeoutError):
        return DeviceTimeout(device, f"no answer within {timeout_s:g} s")
    code = _code(error)
    if code in _FULL:
        words = (
            "the server has no session left: others hold them all, or an earlier run of this "
            "station still does; it is tried again"
        )
        return DeviceBusy(device, words, retry_after_s=BUSY_S)
    if code in _REFUSED:
        return DeviceRefused(device, _REFUSED[code])
    if code in _GONE:
        return DeviceOffline(device, _GONE[code])
    return DeviceOffline(device, reason_of(error))


def reason_of(error: BaseException) -> str:
    """Why, in words, of anything that can happen to a connection."""
    if isinstance(error, OSError) and error.errno and error.errno > 0:
        return os.strerror(error.errno).lower()
    gone = _GONE.get(_code(error))
    return gone or str(error) or type(error).__name__


def _code(error: BaseException) -> int:
    return int(error.code or 0) if isinstance(error, UaStatusCodeError) else 0


def is_link_gone(error: UaStatusCodeError) -> bool:
    """Whether a fault means the connection; else it is about what was asked."""
    return _code(error) in _LINK


#: What a broken link looks like, from sockets, the protocol and the library's own checks.
LINK_ERRORS = (OSError, asyncio.TimeoutError, UaError)
