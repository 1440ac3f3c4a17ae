"""Calls for help, how long they took, and messages to stations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends
from msgspec import Struct
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response  # noqa: TC002 - as above

from app.domain.broadcasts import EVERYBODY, Audience, Broadcast
from app.domain.plant_calls import PlantCall
from server.andon.board import Board, andon_board
from server.andon.times import DAYS, ResponseTimes, response_times
from server.api.access import require_admin, require_reader
from server.api.exchange import json_answer, parse_json, plant_of, whole_number
from server.api.openapi import body_of, returns
from server.limits import read_body
from server.log.andon_calls import answer
from server.log.andon_messages import send, take_back

if TYPE_CHECKING:
    from server.plant import Plant

_MOST_BYTES = 20_000
_MOST_DAYS = 366

router = APIRouter(tags=["andon"])


class AnswerAsked(Struct, frozen=True, kw_only=True):
    """``stage`` is "seen", "on_the_way", "arrived", "solved" or "cancelled"; ``role`` says it."""

    stage: str
    role: str


class MessageAsked(Struct, frozen=True, kw_only=True):
    """A message as :class:`Broadcast` has it, for so many ``hours``."""

    text: dict[str, str]
    role: str
    hours: float = 8.0
    audience: Audience = EVERYBODY
    names: tuple[str, ...] = ()
    is_urgent: bool = False


class Taken(Struct, frozen=True, kw_only=True):
    """The message is taken back."""

    broadcast: str


#: What is answered, for the description of the interface.
ANSWERS = (Board, ResponseTimes, PlantCall, Broadcast, Taken)


async def andon_body(request: Request) -> bytes:
    """The body of a request only an administrator may send."""
    require_admin(request, plant_of(request))
    return await read_body(request, limit=_MOST_BYTES)


AndonBody = Annotated[bytes, Depends(andon_body)]


@router.get("/v1/andon", responses=returns(Board))
def get_board(request: Request) -> Response:
    """The open calls with whom they go to when, and the newest messages with their receipts."""
    plant: Plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(andon_board(connection, now_us=plant.now_us()))


@router.get("/v1/andon/times", responses=returns(ResponseTimes, many=True))
def get_times(request: Request) -> Response:
    """How long it took to seen, arrived and solved in the last ``days``, by kind of call."""
    plant: Plant = plant_of(request)
    require_reader(request, plant)
    days = max(1, whole_number(request, "days", DAYS, most=_MOST_DAYS))
    with plant.database.read() as connection:
        return json_answer(response_times(connection, now_us=plant.now_us(), days=days))


@router.post(
    "/v1/andon/calls/{call:path}/answers",
    responses=returns(PlantCall),
    openapi_extra=body_of("application/json"),
)
def post_answer(request: Request, call: str, body: AndonBody) -> Response:
    """Say how far a call is; 409 tells who said so before."""
    plant: Plant = plant_of(request)
    asked = parse_json(body, AnswerAsked)
    with plant.database.write() as connection:
        told = answer(connection, call, asked.stage, role=asked.role[:60], now_us=plant.now_us())
    plant.published()
    return json_answer(told)


@router.post(
    "/v1/broadcasts", responses=returns(Broadcast), openapi_extra=body_of("application/json")
)
def post_broadcast(request: Request, body: AndonBody) -> Response:
    """Send a message to stations."""
    plant: Plant = plant_of(request)
    asked = parse_json(body, MessageAsked)
    with plant.database.write() as connection:
        sent = send(
            connection,
            name=plant.random(8).hex(),
            text=asked.text,
            role=asked.role[:60],
            hours=asked.hours,
            audience=asked.audience,
            names=asked.names,
            is_urgent=asked.is_urgent,
            now_us=plant.now_us(),
        )
    plant.published()
    return json_answer(sent)


@router.delete("/v1/broadcasts/{name:path}", responses=returns(Taken))
def delete_broadcast(request: Request, name: str) -> Response:
    """Take a message back: stations stop asking for it."""
    plant: Plant = plant_of(request)
    require_admin(request, plant)
    with plant.database.write() as connection:
        take_back(connection, name, now_us=plant.now_us())
    plant.published()
    return json_answer(Taken(broadcast=name))
