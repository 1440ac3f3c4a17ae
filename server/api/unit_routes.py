"""What was built: units, their records, where parts went, stations and health."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query
from msgspec import Struct
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response

from app.domain.form_run import is_run_name
from app.domain.signed_record import RECORD_TAG, write_record
from server.api.access import require_reader, require_station
from server.api.exchange import json_answer, plant_of
from server.api.openapi import returns
from server.api.recall_csv import recall_csv
from server.connectors.epcis import EpcisScope, epcis_document
from server.log.identity import FEED, LOG, head
from server.log.unit_events import unit_events
from server.paper.curves import load_curves
from server.paper.photos import load_jpeg, load_photos, load_pictures
from server.paper.record_pdf import record_pdf
from server.problems import Problem, not_found
from server.read.alarms import alarms
from server.read.board import StationCard, station_cards
from server.read.projector import projected
from server.read.recall import RecallList, recall_list
from server.read.record import UnitRecord, unit_facts, unit_record
from server.read.signed_record import record_content
from server.read.vocabulary import vocabulary
from server.read.where_used import UnitBrief, recent_units
from sync.wire import UNIT_SIGNATURE, UNIT_TAG, UnitEvents

router = APIRouter(tags=["units"])


class PlantKey(Struct, frozen=True, kw_only=True):
    """What the plant signs records with: Ed25519, hex."""

    plant: str
    public_key: str


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
        load_pictures(plant.blobs, (one.picture for one in record.defects)),
        plant=plant.identity.name,
        zone=plant.settings.zone(),
        now_us=plant.now_us(),
    )
    headers = {"Content-Disposition": f'inline; filename="{_file_name(serial)}.pdf"'}
    return Response(content, media_type="application/pdf", headers=headers)


@router.get(
    "/v1/units/{serial:path}/record.json",
    responses={200: {"content": {"application/json": {}}, "description": "The signed record"}},
)
def get_signed_record(request: Request, serial: str) -> Response:
    """The as-built record with its events, signed by the plant: ``asbuilt record verify``."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        record = unit_record(connection, serial)
        if record is None:
            raise _unknown(serial)
        content = record_content(connection, record, plant.identity, now_us=plant.now_us())
    signature = plant.sign(RECORD_TAG + content)
    file = write_record(content, plant_key=plant.identity.plant_key, signature=signature)
    return Response(file, media_type="application/json")


@router.get(
    "/v1/units/{serial:path}/epcis.json",
    responses={200: {"content": {"application/ld+json": {}}, "description": "EPCIS 2.0"}},
)
def get_epcis(request: Request, serial: str) -> Response:
    """The unit's history as a GS1 EPCIS 2.0 document; a check is done without a unit: 422."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        record = unit_record(connection, serial)
        if record is None:
            raise _unknown(serial)
        if is_run_name(serial):
            raise _no_unit(serial)
        facts = unit_facts(connection, serial)
        words = vocabulary(connection, record.revision, record.variant)
    scope = EpcisScope(plant.identity.name, plant.settings.zone(), plant.now_us())
    document = epcis_document(record, facts, words.instruction, scope)
    return Response(document, media_type="application/ld+json")


@router.get("/v1/plant/key", responses=returns(PlantKey))
def get_plant_key(request: Request) -> Response:
    """The plant's public key; open to everyone, for that is what it is for."""
    identity = plant_of(request).identity
    return json_answer(PlantKey(plant=identity.name, public_key=identity.plant_key))


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


@router.get("/v1/units/{serial:path}/events", responses=returns(UnitEvents))
def get_unit_events(
    request: Request,
    serial: str,
    generation: Annotated[str, Query(max_length=100)] = "",
    after: Annotated[int, Query(ge=0, le=2**62)] = 0,
) -> Response:
    """What all stations recorded about a unit, for a station that takes it up; signed."""
    plant = plant_of(request)
    require_station(request, plant)
    with plant.database.read() as connection:
        found = unit_events(
            connection, serial, identity=plant.identity, generation=generation, after=after
        )
    content = msgspec.json.encode(found)
    headers = {UNIT_SIGNATURE: plant.sign(UNIT_TAG + content)}
    return Response(content, media_type="application/json", headers=headers)


@router.get("/v1/units/{serial:path}", responses=returns(UnitRecord))
def get_unit(request: Request, serial: str) -> Response:
    """A unit's as-built list, what is in it, and its evidence."""
    return json_answer(_record(request, serial))


@router.get("/v1/where-used/{name:path}", responses=returns(RecallList))
def get_where_used(
    request: Request,
    name: str,
    form: Annotated[Literal["json", "csv"], Query(alias="format")] = "json",
) -> Response:
    """Every unit that has this lot, serial or part in it, at any depth, and where it is now."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        found = recall_list(connection, name)
    if not found.found:
        raise not_found(detail=f"No lot, serial, part or unit called {name} was ever seen.")
    if form == "json":
        return json_answer(found)
    headers = {"Content-Disposition": f'attachment; filename="where-used-{_file_name(name)}.csv"'}
    return Response(recall_csv(found), media_type="text/csv", headers=headers)


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
        raise _unknown(serial)
    return record


def _file_name(text: str) -> str:
    """Of what every system takes in a file's name."""
    name = "".join(
        char if char.isascii() and (char.isalnum() or char in "-_.") else "_" for char in text
    )
    return name or "unit"


def _unknown(serial: str) -> Problem:
    return not_found(detail=f"No station ever started a unit {serial}.")


def _no_unit(run: str) -> Problem:
    """Who asked for the wrong document is told which one there is."""
    return Problem(
        422,
        "no_unit",
        f"{run} is a check, done without a unit: EPCIS tells what became of units, so there is no "
        "such document. Its signed record (record.json) has every line of it.",
    )
