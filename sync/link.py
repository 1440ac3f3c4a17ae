"""The HTTP side of sync: one method a message, every failure a named fault.

* PlantUnreachable   no answer: network, server or proxy
* PlantBusy          429, 503 and other passing refusals, maybe with a time to wait
* PlantRefused       the server understood and says no; sending it again will not help
  - MessageTooLarge  413
"""

from __future__ import annotations

import asyncio
import gzip
import re
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

import httpx
import msgspec

from app.domain.errors import PlantFault
from sync.wire import (
    UNIT_SIGNATURE,
    Challenge,
    ChallengeAsked,
    Enrol,
    Enrolled,
    Feed,
    FeedConflict,
    Push,
    PushConflict,
    Pushed,
    Snapshot,
    Token,
    TokenAsked,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from msgspec import Struct

    from app.ports.sync import FeedMark
    from sync.identity import Identity

M = TypeVar("M", bound="Struct")

_NOT_FOUND = 404
_CONFLICT = 409
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_JSON = {"Content-Type": "application/json"}
_WORDS_SHOWN = 200
#: Longer than the slowest line needs for the largest message.
MOST_EXCHANGE_S = 300.0
_OFFSET = "Upload-Offset"
_CONTENT_RANGE = re.compile(r"bytes (\d{1,12})-\d{1,12}/(\d{1,12})")


class PlantUnreachable(PlantFault):
    """No answer came."""

    code = "plant.unreachable"


class PlantBusy(PlantFault):
    """Not now; ``retry_after_s`` when the server said so."""

    code = "plant.busy"

    def __init__(self, detail: str, retry_after_s: float | None) -> None:
        super().__init__(detail)
        self.retry_after_s = retry_after_s


class PlantRefused(PlantFault):
    """The server says no; ``problem`` is its own code for why, as far as it gave one."""

    code = "plant.refused"

    def __init__(self, detail: str, status: int, problem: str = "") -> None:
        super().__init__(detail)
        self.status = status
        self.problem = problem


class MessageTooLarge(PlantRefused):
    """Send less at once."""

    code = "plant.message_too_large"


@dataclass(frozen=True, slots=True)
class BlobState:
    """``offset`` is how much came in parts, None where only whole blobs are taken."""

    is_whole: bool
    offset: int | None


@dataclass(frozen=True, slots=True)
class BlobPart:
    """Bytes of a blob from ``start``; ``size`` is the whole blob's."""

    content: bytes
    start: int
    size: int


class PlantLink:
    """Speaks to one server as one station.

    ``http`` has the server's address as its base; ``on_answer`` is called at each useful answer.
    """

    def __init__(
        self, http: httpx.AsyncClient, identity: Identity, on_answer: Callable[[], None]
    ) -> None:
        self._http = http
        self._identity = identity
        self._on_answer = on_answer
        self._token: str | None = None

    async def push(self, push: bytes) -> Pushed | PushConflict:
        """Send an encoded and gzipped :class:`sync.wire.Push` for the log."""
        return await self._send_push("/v1/sync/push", push)

    async def branch(self, push: bytes) -> Pushed | PushConflict:
        """Send one to be kept beside the log, which it contradicts."""
        return await self._send_push("/v1/sync/branch", push)

    async def _send_push(self, path: str, push: bytes) -> Pushed | PushConflict:
        response = await self._signed_in(
            "POST",
            path,
            content=push,
            headers={**_JSON, "Content-Encoding": "gzip"},
            also_fine=_CONFLICT,
        )
        if response.status_code == _CONFLICT:
            return _read(response, PushConflict)
        return _read(response, Pushed)

    async def feed(self, mark: FeedMark, *, limit: int, wait_s: int) -> Feed | FeedConflict:
        """Ask for what comes after ``mark``; the server answers at once if there is something."""
        response = await self._signed_in(
            "GET",
            "/v1/sync/feed",
            params={
                "generation": mark.generation,
                "after": mark.pos,
                "limit": limit,
                "wait_s": wait_s,
            },
            extra_wait_s=wait_s,
            also_fine=_CONFLICT,
        )
        if response.status_code == _CONFLICT:
            return _read(response, FeedConflict)
        return _read(response, Feed)

    async def snapshot(self, *, pos: int | None = None, after: int = 0) -> Snapshot:
        """A page of what stands at ``pos``; older servers answer with all of it."""
        params: dict[str, str | int] = {"after": after}
        if pos is not None:
            params["pos"] = pos
        response = await self._signed_in("GET", "/v1/sync/snapshot", params=params)
        return _read(response, Snapshot)

    async def unit_events(self, serial: str, *, generation: str, after: int) -> tuple[bytes, str]:
        """A :class:`sync.wire.UnitEvents` as its bytes, and the plant's signature of them."""
        response = await self._signed_in(
            "GET",
            f"/v1/units/{quote(serial, safe='')}/events",
            params={"generation": generation, "after": after},
        )
        return response.content, response.headers.get(UNIT_SIGNATURE, "")

    async def blob_state(self, sha256: str) -> BlobState:
        """How much of a blob the server has."""
        response = await self._signed_in("HEAD", f"/v1/blobs/{sha256}", also_fine=_NOT_FOUND)
        offset = response.headers.get(_OFFSET, "")
        return BlobState(response.is_success, int(offset) if offset.isdecimal() else None)

    async def add_to_blob(self, sha256: str, part: bytes, *, offset: int, length: int) -> int:
        """Send a part; returns where the next one begins, also when this one was not it."""
        response = await self._signed_in(
            "PATCH",
            f"/v1/blobs/{sha256}",
            content=part,
            headers={_OFFSET: str(offset), "Upload-Length": str(length)},
            also_fine=_CONFLICT,
        )
        found = response.headers.get(_OFFSET, "")
        if not found.isdecimal():
            msg = f"the answer of {response.url.host} to a part of a blob names no offset"
            raise PlantUnreachable(msg)
        return int(found)

    async def put_blob(self, sha256: str, content: bytes) -> None:
        await self._signed_in("PUT", f"/v1/blobs/{sha256}", content=content)

    async def get_blob(self, sha256: str, *, offset: int, most: int) -> BlobPart | None:
        """At most ``most`` bytes from ``offset``, if the server understands parts."""
        response = await self._signed_in(
            "GET",
            f"/v1/blobs/{sha256}",
            headers={"Range": f"bytes={offset}-{offset + most - 1}"},
            also_fine=_NOT_FOUND,
        )
        if not response.is_success:
            return None
        if response.status_code != httpx.codes.PARTIAL_CONTENT:
            return BlobPart(response.content, 0, len(response.content))
        return _part(response)

    async def _signed_in(
        self,
        method: str,
        path: str,
        *,
        content: bytes | None = None,
        headers: dict[str, str] | None = None,
        params: dict[str, str | int] | None = None,
        extra_wait_s: float = 0,
        also_fine: int | None = None,
    ) -> httpx.Response:
        fresh = self._token is None
        token = self._token or await self._sign_in()
        while True:
            request = self._http.build_request(
                method,
                path,
                content=content,
                params=params,
                headers={**(headers or {}), "Authorization": f"Bearer {token}"},
                timeout=_timeout(self._http.timeout, extra_wait_s),
            )
            response = await _exchange(self._http, request)
            if response.status_code != httpx.codes.UNAUTHORIZED or fresh:
                break
            token, fresh = await self._sign_in(), True  # it had expired: once more, not again
        if response.status_code != also_fine:
            _raise_for(response)
        self._on_answer()
        return response

    async def _sign_in(self) -> str:
        self._token = None
        station = self._identity.station
        challenge = await _post(
            self._http, "/v1/token/challenge", ChallengeAsked(station), Challenge
        )
        signature = self._identity.sign_challenge(challenge.nonce)
        asked = TokenAsked(station, challenge.nonce, signature)
        self._token = (await _post(self._http, "/v1/token", asked, Token)).token
        return self._token


async def enrol(
    http: httpx.AsyncClient, identity: Identity, *, code: str, name: str, epoch: int = 0
) -> Enrolled:
    """Use a one-time code up; ``epoch`` is the newest of the journal, 0 without one.

    Raises:
        PlantFault: the server cannot be reached, or refuses the code.
    """
    asked = Enrol(code, identity.station, identity.public_key, name, epoch)
    return await _post(http, "/v1/enrol", asked, Enrolled)


def encode_push(push: Push) -> bytes:
    """As it goes over the wire; equal pushes give equal bytes."""
    return gzip.compress(msgspec.json.encode(push), compresslevel=3, mtime=0)


async def _post(http: httpx.AsyncClient, path: str, message: Struct, answer: type[M]) -> M:
    request = http.build_request("POST", path, content=msgspec.json.encode(message), headers=_JSON)
    response = await _exchange(http, request)
    _raise_for(response)
    return _read(response, answer)


async def _exchange(http: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
    try:
        # A byte now and then keeps httpx content for ever; this ends also that.
        async with asyncio.timeout(MOST_EXCHANGE_S):
            return await http.send(request)
    except (httpx.TimeoutException, TimeoutError) as error:
        msg = f"{request.url.host} did not answer in time"
        raise PlantUnreachable(msg) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        untrusted = certificate_problem(error)
        words = f"cannot be reached: {str(error) or type(error).__name__}"
        if untrusted is not None:
            words = f"shows a certificate that this station does not trust: {untrusted}"
        msg = f"{request.url.host} {words}"
        raise PlantUnreachable(msg) from error


def certificate_problem(error: BaseException) -> str | None:
    """What is wrong with the server's certificate, if that is what stands between us."""
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, ssl.SSLCertVerificationError):
            return found.verify_message
        found = found.__cause__ or found.__context__
    return None


def _raise_for(response: httpx.Response) -> None:
    status = response.status_code
    if response.is_success:
        return
    problem = _problem(response)
    words = _words(response, problem)
    if status in _PASSING:
        raise PlantBusy(words, _retry_after_s(response))
    if status == httpx.codes.REQUEST_ENTITY_TOO_LARGE:
        raise MessageTooLarge(words, status)
    raise PlantRefused(words, status, str(problem.get("code", "")))


def _problem(response: httpx.Response) -> dict[str, object]:
    """The problem details, when there are any."""
    try:
        return msgspec.json.decode(response.content, type=dict[str, object])
    except msgspec.MsgspecError:
        return {}


def _words(response: httpx.Response, problem: dict[str, object]) -> str:
    """The server's own reason, as a sentence."""
    reason = problem.get("detail") or problem.get("title") or response.reason_phrase
    return f"the server answered {response.status_code}: {str(reason)[:_WORDS_SHOWN]}"


def _retry_after_s(response: httpx.Response) -> float | None:
    text = response.headers.get("Retry-After", "")
    return float(text) if text.isdecimal() else None


def _read(response: httpx.Response, answer: type[M]) -> M:
    try:
        return msgspec.json.decode(response.content, type=answer)
    except msgspec.MsgspecError as error:
        # A captive portal or proxy answers with a page of its own: try again later.
        msg = f"the answer of {response.url.host} is not the server's: {error}"
        raise PlantUnreachable(msg) from error


def _part(response: httpx.Response) -> BlobPart:
    found = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
    if found is None:
        msg = f"the answer of {response.url.host} does not say which part of a blob it is"
        raise PlantUnreachable(msg)
    return BlobPart(response.content, int(found[1]), int(found[2]))


def _timeout(usual: httpx.Timeout, extra_s: float) -> httpx.Timeout:
    read_s = None if usual.read is None else usual.read + extra_s
    return httpx.Timeout(connect=usual.connect, read=read_s, write=usual.write, pool=usual.pool)
