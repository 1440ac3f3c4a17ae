"""What was built: units, their records, where parts went, stations and health."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from msgspec import Struct
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response

from server.api.access import require_reader
from server.api.curves import load_curves
from server.api.exchange import json_answer, plant_of
from server.api.openapi import returns
from server.api.photos import load_jpeg, load_photos
from server.api.record_pdf import record_pdf
from server.log.identity import FEED, LOG, head
from server.problems import not_found
from server.read.alarms import alarms
from server.read.board import StationCard, station_cards
from server.read.projector import projected
from server.read.record import UnitRecord, unit_record
from server.read.where_used import UnitBrief, WhereUsed, recent_units, where_used

router = APIRouter(tags=["units"])


class Health(Struct, frozen=True, kw_only=True):
    """Whether the server does its work: ``behind`` is how much is not drawn yet.

    ``alarms`` are about the records themselves, until somebody decides; the work goes on.
    """

    ok: bool
    plant: str
    generation: str
    events: int
    documents: int
    behind: int
    alarms: Sequence[str] = ()


@router.get("/v1/units", responses=returns(UnitBrief, many=True))
def list_units(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    order: str | None = None,
) -> Response:
    """Units by their newest event, newest first."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(recent_units(connection, limit=limit, order=order))


@router.get(
    "/v1/units/{serial:path}/record.pdf",
    responses={200: {"content": {"application/pdf": {}}, "description": "The as-built record"}},
)
def get_record_pdf(request: Request, serial: str) -> Response:
    """The as-built record to keep or print."""
    plant = plant_of(request)
    record = _record(request, serial)
    content = record_pdf(
        record,
        load_curves(plant.blobs, record.curves),
        load_photos(plant.blobs, record.photos),
        plant=plant.identity.name,
        zone=plant.settings.zone(),
        now_us=plant.now_us(),
    )
    name = "".join(
        char if char.isascii() and (char.isalnum() or char in "-_.") else "_" for char in serial
    )
    headers = {"Content-Disposition": f'inline; filename="{name or "unit"}.pdf"'}
    return Response(content, media_type="application/pdf", headers=headers)


@router.get(
    "/v1/units/{serial:path}/photos/{sha256}.jpg",
    responses={200: {"content": {"image/jpeg": {}}, "description": "A photo of the unit"}},
)
def get_photo(request: Request, serial: str, sha256: str) -> Response:
    """One of the photos that the unit's record names."""
    record = _record(request, serial)
    is_named = sha256 in {photo.blob for photo in record.photos}
    jpeg = load_jpeg(plant_of(request).blobs, sha256) if is_named else None
    if jpeg is None:
        raise not_found(detail=f"There is no photo {sha256} of unit {serial} here (yet).")
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, immutable"}
    return Response(jpeg, media_type="image/jpeg", headers=headers)


@router.get("/v1/units/{serial:path}", responses=returns(UnitRecord))
def get_unit(request: Request, serial: str) -> Response:
    """A unit's as-built list, what is in it, and its evidence."""
    return json_answer(_record(request, serial))


@router.get("/v1/where-used/{name:path}", responses=returns(WhereUsed))
def get_where_used(request: Request, name: str) -> Response:
    """Every unit that has this lot, serial or part in it, at any depth."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        found = where_used(connection, name)
    if not found.found:
        raise not_found(detail=f"No lot, serial, part or unit called {name} was ever seen.")
    return json_answer(found)


@router.get("/v1/stations", responses=returns(StationCard, many=True))
def list_stations(request: Request) -> Response:
    """Every enrolled station and what it does."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(station_cards(connection, now_us=plant.now_us()))


@router.get("/v1/health", responses=returns(Health))
def get_health(request: Request) -> Response:
    """For monitoring; open to everyone, and it tells nothing about the work."""
    plant = plant_of(request)
    with plant.database.read() as connection:
        events, documents = head(connection, LOG), head(connection, FEED)
        behind = events + documents - projected(connection)
        wrong = alarms(connection)
    health = Health(
        ok=plant.is_drawing(behind),
        plant=plant.identity.name,
        generation=plant.identity.generation,
        events=events,
        documents=documents,
        behind=behind,
        alarms=wrong,
    )
    return json_answer(health, 200 if health.ok else 503)


def _record(request: Request, serial: str) -> UnitRecord:
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        record = unit_record(connection, serial)
    if record is None:
        raise not_found(detail=f"No station ever started a unit {serial}.")
    return record
