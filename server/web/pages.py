"""The pages: server-rendered, for people at a desk or under a board."""

from __future__ import annotations

import asyncio
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from anyio.to_thread import run_sync
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from server.api.access import is_admin, require_reader
from server.api.exchange import plant_of
from server.log.identity import LOG
from server.problems import Problem
from server.read.board import station_cards
from server.read.orders import all_orders, one_order
from server.read.record import unit_record
from server.read.situation_list import open_situations, situation_detail, unit_situations
from server.read.situations import gaps_in_words
from server.read.times import utc
from server.read.verdict import record_verdict
from server.read.where_used import recent_units, where_used
from server.resources import FONTS
from server.web.format import PlantTimes, age, count, icon
from server.web.line_view import current_order, output, tiles

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from server.plant import Plant

_HERE = Path(__file__).parent
_HEARTBEAT_S = 15
_RECENT = 200
#: On the line's page; the others are one link away.
_MOST_SHOWN = 8

#: Nothing from elsewhere, nothing inline: what a page may load is what we ship.
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def page_routes() -> list[BaseRoute]:
    """Every page's route."""
    return [
        Route("/", _page(_line)),
        Route("/orders", _page(_orders)),
        Route("/units", _page(_units)),
        Route("/units/{serial:path}", _page(_unit)),
        Route("/stations", _page(_stations)),
        Route("/situations", _page(_situations)),
        Route("/situations/{key:path}", _page(_situation)),
        Route("/find", _page(_find)),
        Route("/changes", _changes),
        Mount("/static/fonts", StaticFiles(directory=FONTS, check_dir=False)),
        Mount("/static", StaticFiles(directory=_HERE / "static")),
    ]


def _page(draw: Callable[[Plant, Request], Response]) -> Callable[[Request], Any]:
    """A page drawn off the event loop; a problem becomes a page too."""

    async def serve(request: Request) -> Response:
        plant = plant_of(request)
        try:
            require_reader(request, plant)
            return await run_sync(partial(draw, plant, request))
        except Problem as problem:
            return _render(
                plant, "problem.html", status=problem.status, detail=problem.detail, nav=""
            )

    return serve


def _line(plant: Plant, _request: Request) -> Response:
    now = plant.now_us()
    with plant.database.read() as connection:
        cards = station_cards(connection, now_us=now)
        orders = all_orders(connection)
        units = recent_units(connection, limit=_RECENT)
        found = open_situations(connection)
    return _render(
        plant,
        "line.html",
        nav="line",
        tiles=tiles(cards, orders),
        current=current_order(orders, cards),
        situations=found[:_MOST_SHOWN],
        waiting=len(found),
        units=units[:8],
        output=output(units, until=utc(now)),
    )


def _orders(plant: Plant, _request: Request) -> Response:
    with plant.database.read() as connection:
        orders = all_orders(connection)
    return _render(plant, "orders.html", nav="orders", orders=orders)


def _units(plant: Plant, request: Request) -> Response:
    order = request.query_params.get("order")
    with plant.database.read() as connection:
        units = recent_units(connection, limit=_RECENT, order=order)
    return _render(plant, "units.html", nav="units", units=units, order=order, most=_RECENT)


def _unit(plant: Plant, request: Request) -> Response:
    serial = str(request.path_params["serial"])
    with plant.database.read() as connection:
        record = unit_record(connection, serial)
        found = unit_situations(connection, serial)
    if record is None:
        raise Problem(404, "not_found", f"No station ever started a unit {serial}.")
    result, evidence = record_verdict(record)
    return _render(
        plant,
        "unit.html",
        nav="units",
        record=record,
        result=result,
        evidence=evidence,
        situations=found,
    )


def _situations(plant: Plant, _request: Request) -> Response:
    with plant.database.read() as connection:
        found = open_situations(connection)
    return _render(plant, "situations.html", nav="situations", situations=found)


def _situation(plant: Plant, request: Request) -> Response:
    key = str(request.path_params["key"])
    with plant.database.read() as connection:
        detail = situation_detail(connection, key)
    if detail is None:
        raise Problem(404, "not_found", f"There is no situation {key}.")
    return _render(
        plant,
        "situation.html",
        nav="situations",
        one=detail.situation,
        detail=detail,
        may_decide=is_admin(request, plant),
    )


def _stations(plant: Plant, _request: Request) -> Response:
    with plant.database.read() as connection:
        cards = station_cards(connection, now_us=plant.now_us())
    shown = zip(cards, tiles(cards, []), strict=True)
    return _render(plant, "stations.html", nav="stations", stations=list(shown))


def _find(plant: Plant, request: Request) -> Response:
    """A unit or order opens; anything else shows where it went."""
    wanted = request.query_params.get("q", "").strip()
    with plant.database.read() as connection:
        if unit_record(connection, wanted) is not None:
            return RedirectResponse(f"/units/{quote(wanted, safe='')}", 303)
        if one_order(connection, wanted) is not None:
            return RedirectResponse(f"/units?order={quote(wanted, safe='')}", 303)
        found = where_used(connection, wanted)
    return _render(plant, "find.html", nav="", wanted=wanted, found=found)


async def _changes(request: Request) -> Response:
    """Server-sent events: one whenever there is something new to look at."""
    plant = plant_of(request)
    require_reader(request, plant)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_stream(plant), media_type="text/event-stream", headers=headers)


async def _stream(plant: Plant) -> AsyncIterator[str]:
    seen = plant.waker.version(LOG)
    yield "event: hello\ndata: \n\n"
    while not plant.waker.is_closed:
        is_new = await plant.waker.wait(LOG, seen=seen, timeout_s=_HEARTBEAT_S)
        seen = plant.waker.version(LOG)
        yield "event: changed\ndata: \n\n" if is_new else ": still here\n\n"
        # A busy line must not make every board draw itself a hundred times a second.
        await asyncio.sleep(0.5)


def _render(plant: Plant, template: str, *, status: int = 200, **values: object) -> Response:
    shown = (
        _environment()
        .get_template(template)
        .render(
            times=PlantTimes(plant.settings.zone()),
            now=utc(plant.now_us()),
            plant=plant.identity.name,
            status=status,
            **values,
        )
    )
    return HTMLResponse(shown, status_code=status, headers=_HEADERS)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(icon=icon, age=age, count=count, gaps_in_words=gaps_in_words)
    environment.filters["path"] = partial(quote, safe="")
    return environment
