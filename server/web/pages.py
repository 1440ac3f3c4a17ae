"""Every page and its route: server-rendered, for people at a desk or under a board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio.to_thread import run_sync
from starlette.responses import Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from server.api.access import require_reader
from server.problems import Problem
from server.resources import FONTS
from server.web.andon_pages import ANDON
from server.web.form_pages import CHECK, CHECKS
from server.web.gate import Gate
from server.web.handover_pages import (
    HANDOVER,
    HANDOVER_GIVEN,
    HANDOVER_PAPER,
    HANDOVER_RECORDS,
)
from server.web.line_pages import LINE, ORDERS, STATIONS
from server.web.live import Live
from server.web.losses_pages import LOSSES, STOP
from server.web.memory_exchange import EXPORT, IMPORT
from server.web.memory_pages import CASE, DECISION, DECISIONS, MEMORY, RECORDS
from server.web.memory_picks import PICKED
from server.web.memory_review import ADVICE, GLOSSARY, LISTS
from server.web.pattern_pages import PATTERN, PATTERNS
from server.web.people_pages import PASSWORD, SIGN_IN, SIGN_INS, SIGN_OUT
from server.web.site import HERE, Page, Site
from server.web.situation_pages import SITUATION, SITUATIONS
from server.web.stop_pages import STOP_COST
from server.web.unit_pages import FIND, UNIT, UNITS, WHERE_USED

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from server.plant import Plant

#: In the order of the navigation.  A new page is one line here.
PAGES: tuple[Page, ...] = (
    LINE,
    ANDON,
    ORDERS,
    UNITS,
    UNIT,
    LOSSES,
    STOP,
    STOP_COST,
    STATIONS,
    SITUATIONS,
    SITUATION,
    CHECKS,
    CHECK,
    MEMORY,
    PICKED,
    DECISIONS,
    DECISION,
    CASE,
    RECORDS,
    ADVICE,
    PATTERNS,
    PATTERN,
    GLOSSARY,
    LISTS,
    IMPORT,
    EXPORT,
    HANDOVER,
    HANDOVER_RECORDS,
    HANDOVER_PAPER,
    HANDOVER_GIVEN,
    SIGN_INS,
    FIND,
    WHERE_USED,
    SIGN_IN,
    SIGN_OUT,
    PASSWORD,
)


def page_routes(plant: Plant) -> list[BaseRoute]:
    """Every page's route, and what pages load."""
    site, live = Site(plant, Gate(plant), PAGES), Live(plant)
    return [
        *(Route(one.path, site.endpoint(one), methods=_methods(one)) for one in PAGES),
        Route("/changes", _changes(plant, live)),
        Mount("/static/fonts", StaticFiles(directory=FONTS, check_dir=False)),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]


def _methods(page: Page) -> list[str]:
    return ["GET"] if page.submit is None else ["GET", "POST"]


def _changes(plant: Plant, live: Live) -> Callable[[Request], Awaitable[Response]]:
    async def stream(request: Request) -> Response:
        """Server-sent events: which topics moved."""
        await run_sync(require_reader, request, plant)
        if live.is_full:
            detail = "Too many pages are open; this one looks for itself now and then."
            raise Problem(503, "busy", detail, headers={"Retry-After": "15"})
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(live.events(), media_type="text/event-stream", headers=headers)

    return stream
