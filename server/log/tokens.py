"""Station tokens: proof of a key, good for a quarter of an hour by our own clock.

Tokens and challenges carry their own seal (HMAC-SHA256) and are not stored, so that any worker
of the plant can check them.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from server.problems import Problem
from sync.wire import TOKEN_TAG, Token

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

TOKEN_LIFE_S = 15 * 60
CHALLENGE_LIFE_S = 60


class Claims(Struct, frozen=True):
    """What a token says: this station, with this key, until then (µs)."""

    station: str
    key: str
    until: int


class _Nonce(Struct, frozen=True):
    station: str
    salt: str
    until: int


class Tokens:
    """Makes and checks challenges and tokens."""

    def __init__(
        self, secret: bytes, *, now_us: Callable[[], int], random: Callable[[int], bytes]
    ) -> None:
        self._secret = secret
        self._now_us = now_us
        self._random = random
        self._used: dict[str, int] = {}

    def challenge(self, station: str) -> str:
        until = self._now_us() + CHALLENGE_LIFE_S * 1_000_000
        nonce = _Nonce(station, self._random(16).hex(), until)
        return self._seal(b"nonce", msgspec.json.encode(nonce))

    def exchange(self, station: str, nonce: str, signature: str, public_key: str) -> Token:
        """A token for a challenge signed with ``public_key``.

        Raises:
            Problem: 401, the challenge is not ours, too old or used, or the signature is wrong.
        """
        asked = self._open(b"nonce", nonce, _Nonce)
        if asked is None or asked.station != station or asked.until < self._now_us():
            raise _unauthorized(detail="The challenge is unknown or too old; ask for a new one.")
        if nonce in self._used:
            raise _unauthorized(detail="The challenge was used already; ask for a new one.")
        if not signature_is_good(public_key, TOKEN_TAG + nonce.encode(), signature):
            raise _unauthorized(
                detail=f"The signature does not match the key {station} enrolled with; "
                "enrol it again with a new code."
            )
        self._remember(nonce, asked.until)
        claims = Claims(station, public_key, self._now_us() + TOKEN_LIFE_S * 1_000_000)
        return Token(self._seal(b"token", msgspec.json.encode(claims)), TOKEN_LIFE_S)

    def claims(self, token: str) -> Claims:
        """What a good token says.

        Raises:
            Problem: 401, the token is not ours or has expired.
        """
        found = self._open(b"token", token, Claims)
        if found is None:
            raise _unauthorized(detail="The token is not one of this server; sign in again.")
        if found.until < self._now_us():
            raise _unauthorized(detail="The token has expired; sign in again.")
        return found

    def _remember(self, nonce: str, until: int) -> None:
        now = self._now_us()
        self._used = {known: end for known, end in self._used.items() if end >= now}
        self._used[nonce] = until

    def _seal(self, purpose: bytes, content: bytes) -> str:
        mac = hmac.digest(self._secret, purpose + b"\0" + content, hashlib.sha256)
        return base64.urlsafe_b64encode(mac + content).rstrip(b"=").decode()

    def _open(self, purpose: bytes, sealed: str, kind: type[T]) -> T | None:
        try:
            content = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
        except (binascii.Error, ValueError):
            return None
        mac, content = content[:32], content[32:]
        good = hmac.digest(self._secret, purpose + b"\0" + content, hashlib.sha256)
        if not hmac.compare_digest(mac, good):
            return None
        return msgspec.json.decode(content, type=kind)


def signature_is_good(public_key: str, message: bytes, signature: str) -> bool:
    """Whether ``signature`` (hex) is that key's (hex) over ``message``."""
    try:
        VerifyKey(bytes.fromhex(public_key)).verify(message, bytes.fromhex(signature))
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True


def _unauthorized(detail: str) -> Problem:
    return Problem(401, "unauthorized", detail, headers={"WWW-Authenticate": "Bearer"})
