"""The flow of lines over the API: what limits them, their stops and losses, what can run now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response  # noqa: TC002 - as above

from server.api.access import require_admin, require_reader
from server.api.exchange import json_answer, parse_json, plant_of
from server.api.openapi import body_of, returns
from server.flow.can_run import CanRun, what_can_run
from server.flow.line_flow import LineFlow, line_flows
from server.flow.loss_report import THIS_SHIFT, LossReport, loss_report
from server.flow.settling import ReasonAsked, settle
from server.flow.stop_values import ValuedStop, valued_stops
from server.flow.stops import KnownStop
from server.limits import read_body
from server.read.board import station_cards
from server.read.line_documents import LineDocuments
from server.read.orders import all_orders

if TYPE_CHECKING:
    from server.plant import Plant

_MOST_BYTES = 20_000

router = APIRouter(tags=["flow"])
ANSWERS: tuple[type, ...] = (LineFlow, ValuedStop, LossReport, CanRun, KnownStop)


async def reason_body(request: Request) -> bytes:
    """The body of a request that changes the plant."""
    require_admin(request, plant_of(request))
    return await read_body(request, limit=_MOST_BYTES)


@router.get("/v1/flow/lines", responses=returns(LineFlow, many=True))
def list_lines(request: Request) -> Response:
    """Every line: who limits it, output against plan, the promise and how often P80 was kept."""
    plant = _reader(request)
    with plant.database.read() as connection:
        found = line_flows(
            connection, LineDocuments(connection), plant.flow, now_us=plant.now_us()
        )
    return json_answer(found)


@router.get("/v1/flow/stops", responses=returns(ValuedStop, many=True))
def list_lasting_stops(request: Request) -> Response:
    """The stops that last, with what they cost, in the order of their consequences."""
    plant = _reader(request)
    with plant.database.read() as connection:
        found = valued_stops(
            connection, LineDocuments(connection), plant.flow, now_us=plant.now_us()
        )
    return json_answer(found)


@router.get("/v1/flow/losses", responses=returns(LossReport))
def get_losses(
    request: Request, line: str | None = None, window: str = THIS_SHIFT, by: str = "station"
) -> Response:
    """OEE with its coverage, stops by reason, short stops and the states of each station."""
    plant = _reader(request)
    with plant.database.read() as connection:
        found = loss_report(
            connection,
            LineDocuments(connection),
            plant.flow,
            line=line,
            window=window,
            by=by,
            now_us=plant.now_us(),
        )
    return json_answer(found)


@router.get("/v1/flow/can-run", responses=returns(CanRun))
def get_can_run(request: Request) -> Response:
    """What can run now, and what is in the way of what cannot."""
    plant = _reader(request)
    now_us = plant.now_us()
    with plant.database.read() as connection:
        found = what_can_run(
            connection,
            LineDocuments(connection),
            all_orders(connection),
            station_cards(connection, now_us=now_us),
            now_us=now_us,
            zone=plant.settings.zone(),
        )
    return json_answer(found)


@router.post(
    "/v1/flow/stops/{station}/{stop}/reason",
    responses=returns(KnownStop),
    openapi_extra=body_of("application/json"),
)
def post_reason(
    request: Request, station: str, stop: str, body: Annotated[bytes, Depends(reason_body)]
) -> Response:
    """Say why a stop was, in one reason or in parts; 409 when somebody else has said so since."""
    plant = plant_of(request)
    asked = parse_json(body, ReasonAsked)
    with plant.database.write() as connection:
        settled = settle(
            connection, station, stop, asked, now_us=plant.now_us(), zone=plant.settings.zone()
        )
    plant.published()
    return json_answer(settled)


def _reader(request: Request) -> Plant:
    plant = plant_of(request)
    require_reader(request, plant)
    return plant
