"""What a request may cost: size, unpacked size, time, and wrong guesses."""

from __future__ import annotations

import asyncio
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

from server.problems import Problem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send

_GZIP = 16 + zlib.MAX_WBITS
_WINDOW_US = 60 * 1_000_000
_MAX_FAILURES = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a caller may take, and how much there may be at once.

    A body has ``body_within_s`` and a second more for every ``slowest_bytes_per_s`` that came;
    an answer that is not taken must move every ``answer_moves_within_s``.
    """

    headers_within_s: float = 10.0
    headers: int = 100
    header_bytes: int = 32_768
    body_within_s: float = 20.0
    slowest_bytes_per_s: int = 10_000
    answer_moves_within_s: float = 30.0
    connections: int = 1_000
    #: Long-polls are woken at once when the server stops; this is for answers on their way.
    stop_within_s: int = 15


async def read_body(request: Request, *, limit: int) -> bytes:
    """The request's body, unpacked, never more than ``limit`` bytes of it in memory.

    Raises:
        Problem: 413 too large, 415 packed in a way we do not know, 400 damaged or cut off, 408
            too slow.
    """
    encoding = request.headers.get("content-encoding", "identity").lower()
    if encoding not in {"identity", "gzip"}:
        raise Problem(415, "encoding", f"Content-Encoding {encoding}: only gzip is understood.")
    unpack = zlib.decompressobj(_GZIP) if encoding == "gzip" else None
    body = bytearray()
    async for chunk in _prompt(request):
        body += _unpacked(unpack, chunk, room=limit - len(body)) if unpack else chunk
        if len(body) > limit:
            raise Problem(413, "too_large", f"The body is larger than {limit} bytes; send less.")
    if unpack is not None and not unpack.eof:
        raise Problem(400, "encoding", "The gzip body is damaged or cut off; send it again.")
    return bytes(body)


async def _prompt(request: Request) -> AsyncIterator[bytes]:
    """The body as it comes, as long as it comes at a usable pace."""
    limits: Limits = request.app.state.limits
    stream = aiter(request.stream())
    due = asyncio.get_running_loop().time() + limits.body_within_s
    while True:
        try:
            async with asyncio.timeout_at(due):
                chunk = await anext(stream, None)
        except TimeoutError as error:
            raise Problem(
                408, "too_slow", "The body did not arrive in time; try again."
            ) from error
        except ClientDisconnect as error:
            # Nobody hears it, and nothing is wrong with the server.
            raise Problem(400, "cut_off", "The body did not come whole; send it again.") from error
        if chunk is None:
            return
        due += len(chunk) / limits.slowest_bytes_per_s
        yield chunk


def _unpacked(unpack: zlib._Decompress, chunk: bytes, *, room: int) -> bytes:
    """At most one byte more than there is room for: enough to know that it is too much."""
    try:
        return unpack.decompress(chunk, room + 1)
    except zlib.error as error:
        raise Problem(400, "encoding", "The gzip body is damaged; send it again.") from error


class FewHeaders:
    """Refuses requests with too many or too long headers, however they arrived."""

    def __init__(self, app: ASGIApp, *, limits: Limits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._is_too_much(scope["headers"]):
            problem = Problem(431, "headers_too_large", "The headers are too many or too long.")
            await problem.response()(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _is_too_much(self, headers: Sequence[tuple[bytes, bytes]]) -> bool:
        size = sum(len(name) + len(value) for name, value in headers)
        return len(headers) > self._limits.headers or size > self._limits.header_bytes


class Attempts:
    """Counts wrong guesses per caller: ten a minute, then wait.

    Each of several workers counts alone and allows its share.
    """

    def __init__(self, *, now_us: Callable[[], int], workers: int = 1) -> None:
        self._now_us = now_us
        self._most = max(1, _MAX_FAILURES // workers)
        self._failures: dict[str, list[int]] = {}

    def check(self, caller: str) -> None:
        """Raise 429 when ``caller`` guessed wrong too often in the last minute."""
        recent = self._recent(caller)
        if len(recent) >= self._most:
            wait_s = max(1, (recent[0] + _WINDOW_US - self._now_us()) // 1_000_000)
            raise Problem(
                429,
                "too_many_attempts",
                f"Too many wrong attempts; wait {wait_s} s.",
                headers={"Retry-After": str(wait_s)},
            )

    def failed(self, caller: str) -> None:
        """Count one; callers that went quiet are forgotten."""
        self._failures = {
            known: recent for known in self._failures if (recent := self._recent(known))
        }
        self._failures.setdefault(caller, []).append(self._now_us())

    def _recent(self, caller: str) -> list[int]:
        since = self._now_us() - _WINDOW_US
        return [at for at in self._failures.get(caller, ()) if at > since]
