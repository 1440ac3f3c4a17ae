"""The plant server's composition root: one application of endpoints and pages."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from anyio.to_thread import run_sync
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException

from server.api import (
    account_routes,
    andon_routes,
    flow_routes,
    form_routes,
    handover_routes,
    memory_decision_routes,
    memory_routes,
    order_routes,
    plant_routes,
    situation_routes,
    unit_routes,
)
from server.api.openapi import describe
from server.api.sync_routes import sync_routes
from server.limits import FewHeaders, Limits
from server.plant import open_plant
from server.problems import Problem
from server.web.pages import page_routes
from server.web.plain import answer_to

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

    from server.plant import Plant
    from server.settings import Settings

_log = logging.getLogger(__name__)

#: What is looked at through the projections; stations' calls and pictures are not.
_NOT_DRAWN = (
    "/v1/sync/",
    "/v1/blobs/",
    "/static/",
    "/changes",
    "/openapi.json",
    "/v1/memory/search",
)
_RETRY_AFTER_S = "1"

_DOCUMENTED = (
    account_routes.Account,
    *andon_routes.ANSWERS,
    *flow_routes.ANSWERS,
    *memory_routes.ANSWERS,
    *memory_decision_routes.ANSWERS,
    handover_routes.HandoverDraft,
    handover_routes.LineHandover,
    *form_routes.ANSWERS,
    order_routes.Imported,
    plant_routes.EnrolmentCode,
    plant_routes.Published,
    plant_routes.PublishedInstruction,
    plant_routes.StandingDocument,
    unit_routes.Health,
    unit_routes.PlantKey,
)

_ROUTERS = (
    order_routes.router,
    plant_routes.router,
    unit_routes.router,
    situation_routes.router,
    account_routes.router,
    andon_routes.router,
    form_routes.router,
    flow_routes.router,
    memory_routes.router,
    memory_decision_routes.router,
    handover_routes.router,
)


def create_app(
    settings: Settings, *, plant: Plant | None = None, limits: Limits | None = None
) -> FastAPI:
    """The application; ``plant`` is opened from ``settings`` unless it is handed in.

    Raises:
        AsbuiltError: the data folder or database cannot be used as told.
    """
    plant = plant or open_plant(settings)
    app = FastAPI(
        title="Asbuilt plant server",
        version="1",
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
    )
    app.state.plant = plant
    app.state.limits = limits or Limits()
    for router in _ROUTERS:
        app.router.routes.extend(router.routes)  # as they are: to include makes them anew
    app.router.routes.extend(sync_routes())
    app.router.routes.extend(page_routes(plant))
    app.add_exception_handler(Problem, _answer_problem)
    app.add_exception_handler(HTTPException, _answer_http_exception)
    app.add_exception_handler(RequestValidationError, _answer_invalid_request)
    app.add_exception_handler(DBAPIError, _answer_database)
    app.add_exception_handler(PoolTimeout, _answer_busy)
    app.add_exception_handler(Exception, _answer_bug)
    app.add_middleware(ReadYourWrites, plant=plant)
    app.add_middleware(FewHeaders, limits=app.state.limits)
    app.openapi = partial(_openapi, app)  # type: ignore[method-assign] # FastAPI's own way
    return app


class ReadYourWrites:
    """Lets what was acknowledged before a request be drawn before it is answered."""

    def __init__(self, app: ASGIApp, *, plant: Plant) -> None:
        self._app = app
        self._plant = plant

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_reading = scope["type"] == "http" and scope["method"] == "GET"
        if is_reading and self._plant.drawer.is_running and not _is_not_drawn(scope["path"]):
            await run_sync(self._plant.settle)
        await self._app(scope, receive, send)


def _is_not_drawn(path: str) -> bool:
    return path.startswith(_NOT_DRAWN)


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    plant: Plant = app.state.plant
    plant.waker.bind(asyncio.get_running_loop())
    yield
    plant.waker.close()
    plant.close()


def _openapi(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        app.openapi_schema = describe(app, _DOCUMENTED)
    return app.openapi_schema


async def _answer_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)  # noqa: S101 - it is registered for nothing else
    return answer_to(request, error)


async def _answer_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - as above
    code = HTTPStatus(error.status_code).phrase.lower().replace(" ", "_")
    detail = f"{request.method} {request.url.path}: {error.detail}"
    return answer_to(request, Problem(error.status_code, code, detail, headers=error.headers))


async def _answer_invalid_request(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as above
    errors = [
        {"field": ".".join(str(part) for part in one["loc"]), "message": one["msg"]}
        for one in error.errors()
    ]
    said = "; ".join(f"{one['field']}: {one['message']}" for one in errors)
    return Problem(422, "invalid", said, extra={"errors": errors}).response()


async def _answer_database(request: Request, error: Exception) -> Response:
    """The database is away, moving to another machine, or full: the caller comes back."""
    if isinstance(error, (DataError, IntegrityError, ProgrammingError)):
        raise error
    reason = str(getattr(error, "orig", error)).strip().partition("\n")[0]
    _log.warning("%s %s: the database failed: %s", request.method, request.url.path, reason)
    detail = "The database does not answer at the moment. Nothing was half-stored; try again."
    return _unavailable(request, "database_away", detail)


async def _answer_busy(request: Request, _error: Exception) -> Response:
    detail = "Too many requests at once wait for the database; try again."
    return _unavailable(request, "busy", detail)


def _unavailable(request: Request, code: str, detail: str) -> Response:
    headers = {"Retry-After": _RETRY_AFTER_S}
    return answer_to(request, Problem(503, code, detail, headers=headers))


async def _answer_bug(request: Request, _error: Exception) -> Response:
    _log.error("unexpected error", extra={"method": request.method, "path": request.url.path})
    detail = "The server made a mistake; its log has the details. Nothing was half-stored."
    return answer_to(request, Problem(500, "bug", detail))
