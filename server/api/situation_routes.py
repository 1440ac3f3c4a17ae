"""Situations: what waits for a person, what it rests on, and what they decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends
from msgspec import Struct
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response  # noqa: TC002 - as above

from server.api.access import require_admin, require_reader
from server.api.exchange import json_answer, parse_json, plant_of
from server.api.openapi import body_of, returns
from server.limits import read_body
from server.problems import not_found
from server.read.situation_decisions import decide
from server.read.situation_list import (
    OpenSituation,
    SituationDetail,
    open_situations,
    situation_detail,
)

if TYPE_CHECKING:
    from server.plant import Plant

_MOST_BYTES = 20_000

router = APIRouter(tags=["situations"])


class DecisionAsked(Struct, frozen=True, kw_only=True):
    """``decision`` is the code of one of the situation's actions; ``by`` names the person.

    ``second`` is another person who agrees: needed to accept a unit that is not provable.
    """

    decision: str
    by: str
    why: str
    second: str = ""


async def decision_body(request: Request) -> bytes:
    """The body of a request only an administrator may send."""
    require_admin(request, plant_of(request))
    return await read_body(request, limit=_MOST_BYTES)


@router.get("/v1/situations", responses=returns(OpenSituation, many=True))
def list_situations(request: Request) -> Response:
    """What waits for a person's decision, newest first."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(open_situations(connection))


@router.post(
    "/v1/situations/{key:path}/decision",
    responses=returns(SituationDetail),
    openapi_extra=body_of("application/json"),
)
def post_decision(
    request: Request, key: str, body: Annotated[bytes, Depends(decision_body)]
) -> Response:
    """Keep a decision; the situation leaves the list and stays with its unit."""
    plant: Plant = plant_of(request)
    asked = parse_json(body, DecisionAsked)
    said = {"decision": asked.decision, "by": asked.by, "why": asked.why, "second": asked.second}
    with plant.database.write() as connection:
        detail = decide(connection, key, said, now_us=plant.now_us())
    plant.published()
    return json_answer(detail)


@router.get("/v1/situations/{key:path}", responses=returns(SituationDetail))
def get_situation(request: Request, key: str) -> Response:
    """One situation with its records, its ways out and its decisions."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        detail = situation_detail(connection, key)
    if detail is None:
        raise not_found(detail=f"There is no situation {key}.")
    return json_answer(detail)
