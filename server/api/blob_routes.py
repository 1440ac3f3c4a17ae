"""Blobs by their SHA-256: whole, or in parts that a cut line resumes.

``HEAD`` of a blob that is not here answers 404 with ``Upload-Offset``: how much of it has come.
``PATCH`` adds a part there (``Upload-Offset``, ``Upload-Length``); 409 names the true offset, 422
says that the whole was not what its name says and is gone.  ``GET`` understands ``Range``.
"""

from __future__ import annotations

import hashlib
import re
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync
from starlette.responses import Response
from starlette.routing import Route

from server.api.access import is_local, require_admin, require_station
from server.api.exchange import plant_of
from server.db.storable import upsert
from server.db.tables import blob, missing_blob
from server.files import WrongContent, WrongOffset, is_sha256
from server.limits import read_body
from server.problems import Problem, invalid, not_found

if TYPE_CHECKING:
    from starlette.requests import Request

    from server.plant import Plant

MAX_BLOB_BYTES = 32_000_000
MAX_PART_BYTES = 1_000_000
PARTS_KEPT_S = 7 * 24 * 60 * 60
OFFSET = "Upload-Offset"
LENGTH = "Upload-Length"
_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{1,12})")
_AS_IS = {"X-Content-Type-Options": "nosniff"}


def blob_routes() -> list[Route]:
    """Every route of blobs."""
    return [
        Route("/v1/blobs/{sha256}", _get_blob, methods=["GET", "HEAD"]),
        Route("/v1/blobs/{sha256}", _put_blob, methods=["PUT"]),
        Route("/v1/blobs/{sha256}", _add_part, methods=["PATCH"]),
    ]


async def _get_blob(request: Request) -> Response:
    plant, sha256 = plant_of(request), _sha256(request)
    await run_sync(partial(_require_access, request, plant))
    asked = _RANGE.fullmatch(request.headers.get("range", ""))
    if request.method == "GET" and asked is not None and int(asked[1]) > 0:
        return await run_sync(partial(_rest, plant, sha256, int(asked[1]), int(asked[2])))
    content = await run_sync(partial(plant.blobs.get, sha256))
    if content is None:
        offset = await run_sync(partial(plant.blobs.offset, sha256))
        raise Problem(404, "not_found", f"Blob {sha256} is not here.", headers=_at(offset))
    if request.method == "HEAD":
        return Response(status_code=204, headers=_AS_IS)
    if asked is not None and content:
        return _partial(content[: int(asked[2]) + 1], 0, len(content))
    return Response(content, media_type="application/octet-stream", headers=_AS_IS)


def _rest(plant: Plant, sha256: str, first: int, last: int) -> Response:
    try:
        size = plant.blobs.size(sha256)
        part = plant.blobs.read(sha256, first, min(last - first + 1, MAX_PART_BYTES))
    except FileNotFoundError:
        raise not_found(detail=f"Blob {sha256} is not here.") from None
    if not part:
        detail = f"Blob {sha256} has {size} bytes; none from {first} to {last}."
        raise Problem(416, "range", detail, headers={"Content-Range": f"bytes */{size}"})
    return _partial(part, first, size)


def _partial(part: bytes, first: int, size: int) -> Response:
    part = part[:MAX_PART_BYTES]
    headers = {**_AS_IS, "Content-Range": f"bytes {first}-{first + len(part) - 1}/{size}"}
    status = HTTPStatus.PARTIAL_CONTENT
    return Response(part, status, media_type="application/octet-stream", headers=headers)


async def _put_blob(request: Request) -> Response:
    plant, sha256 = plant_of(request), _sha256(request)
    await run_sync(partial(_require_access, request, plant))
    content = await read_body(request, limit=MAX_BLOB_BYTES)
    await run_sync(partial(_keep_blob, plant, sha256, content))
    return Response(status_code=204)


async def _add_part(request: Request) -> Response:
    plant, sha256 = plant_of(request), _sha256(request)
    await run_sync(partial(_require_access, request, plant))
    offset, length = _number(request, OFFSET), _number(request, LENGTH)
    if length > MAX_BLOB_BYTES:
        raise Problem(413, "too_large", f"A blob may have {MAX_BLOB_BYTES} bytes at most.")
    content = await read_body(request, limit=MAX_PART_BYTES)
    await run_sync(partial(_keep_part, plant, sha256, content, offset, length))
    return Response(status_code=204, headers=_at(offset + len(content)))


def _keep_part(plant: Plant, sha256: str, content: bytes, offset: int, length: int) -> None:
    now_s = plant.now_us() / 1e6
    if offset == 0:
        plant.blobs.forget_parts(before_s=now_s - PARTS_KEPT_S)
    try:
        is_whole = plant.blobs.append(sha256, content, offset=offset, length=length, now_s=now_s)
    except WrongOffset as wrong:
        detail = f"The next part begins at {wrong.offset}, not at {offset}."
        raise Problem(409, "offset", detail, headers=_at(wrong.offset)) from wrong
    except WrongContent as wrong:
        detail = f"The parts together are not {sha256}; they are thrown away, send them again."
        raise invalid(detail=detail) from wrong
    if is_whole:
        _note_blob(plant, sha256, length)


def _keep_blob(plant: Plant, sha256: str, content: bytes) -> None:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise invalid(detail=f"The content's SHA-256 is not {sha256}; it was damaged on the way.")
    plant.blobs.put(content)
    _note_blob(plant, sha256, len(content))


def _note_blob(plant: Plant, sha256: str, size: int) -> None:
    with plant.database.write() as connection:
        row = {"sha256": sha256, "size": size, "stored_at": plant.now_us()}
        upsert(connection, blob, row, keep=True)
        connection.execute(missing_blob.delete().where(missing_blob.c.sha256 == sha256))


def _at(offset: int) -> dict[str, str]:
    return {OFFSET: str(offset)}


def _number(request: Request, header: str) -> int:
    text = request.headers.get(header, "")
    if not text.isascii() or not text.isdigit():
        raise invalid(detail=f"{header} {text!r}: expected a whole number")
    return int(text)


def _sha256(request: Request) -> str:
    sha256 = str(request.path_params["sha256"])
    if not is_sha256(sha256):
        raise invalid(detail=f"{sha256!r}: expected a SHA-256 of 64 lower-case hex digits")
    return sha256


def _require_access(request: Request, plant: Plant) -> None:
    if not is_local(request):
        try:
            require_station(request, plant)
        except Problem:
            require_admin(request, plant)
