"""Requests and answers in msgspec's terms, shared by all endpoints."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import Struct, structs
from starlette.responses import Response

from server.limits import read_body
from server.problems import Problem, invalid

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection, Request

    from server.plant import Plant

T = TypeVar("T")


def plant_of(request: HTTPConnection) -> Plant:
    """The plant this application serves."""
    plant: Plant = request.app.state.plant
    return plant


def in_utc(found: Any) -> Any:  # noqa: ANN401 - any value of a document, and the same again
    """A time without a zone is UTC, as in files of orders: no other can be compared with it."""
    match found:
        case datetime() if found.tzinfo is None:
            return found.replace(tzinfo=UTC)
        case Struct():
            values = {name: in_utc(getattr(found, name)) for name in found.__struct_fields__}
            return structs.replace(found, **values)
        case tuple():
            return tuple(map(in_utc, found))
        case _:
            return found


def json_answer(content: object, status: int = 200) -> Response:
    """An answer in JSON."""
    return Response(
        msgspec.json.encode(content), status_code=status, media_type="application/json"
    )


async def read_json(request: Request, kind: type[T], *, limit: int) -> T:
    """The body as ``kind``.

    Raises:
        Problem: 413 and its like as in :func:`server.limits.read_body`, 422 when it is not one.
    """
    return parse_json(await read_body(request, limit=limit), kind)


def parse_json(body: bytes, kind: type[T]) -> T:
    """``body`` as ``kind``, or a 4xx that says what is wrong with it."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError as error:
        raise invalid(detail=f"{kind.__name__}: {error}") from error
    except msgspec.DecodeError as error:
        raise Problem(400, "not_json", f"The body is not JSON: {error}") from error


def whole_number(request: Request, name: str, default: int, *, most: int = 2**62) -> int:
    """A number of the query, bounded."""
    text = request.query_params.get(name)
    if text is None:
        return default
    if not text.isascii() or not text.isdigit():
        raise invalid(detail=f"{name}={text!r}: expected a whole number")
    return min(int(text), most)
