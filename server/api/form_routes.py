"""Checks: what is due, overdue, failed and done, in all stations."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response  # noqa: TC002 - as above

from server.api.access import require_reader
from server.api.exchange import json_answer, plant_of
from server.api.openapi import returns
from server.read.forms import MOST_DONE, Checks, checks

#: Described in the OpenAPI document.
ANSWERS = (Checks,)

router = APIRouter(tags=["checks"])


@router.get("/v1/checks", responses=returns(Checks))
def list_checks(
    request: Request, limit: Annotated[int, Query(ge=1, le=1000)] = MOST_DONE
) -> Response:
    """At most so many of each: to do, with lines not settled, ended.

    The record of a run is ``/v1/units/{run}``, signed as a unit's is.
    """
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(checks(connection, most=limit))
