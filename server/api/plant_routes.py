"""What administrators put into the plant: enrolment codes, documents, instructions."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import available_timezones

import msgspec
import sqlalchemy as sa
from fastapi import APIRouter, Depends
from msgspec import Struct
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response  # noqa: TC002 - as above

from app.domain.instructions import Instruction
from app.domain.plant import REFERENCE_KINDS, EffectiveRevision
from app.domain.shift_calendar import ShiftCalendar
from server.api.access import require_admin
from server.api.exchange import in_utc, json_answer, parse_json, plant_of
from server.api.openapi import body_of, returns
from server.db.tables import blob
from server.files import is_sha256
from server.limits import read_body
from server.log.feed import INSTRUCTION, WITHDRAWN, Document, current_all, publish
from server.problems import Problem, invalid, not_found

if TYPE_CHECKING:
    from server.plant import Plant

MAX_DOCUMENT_BYTES = 4_000_000
_CODE_VALID_S = 60 * 60
_LONGEST_CODE_S = 7 * 24 * 60 * 60

router = APIRouter(tags=["plant"])


class CodeAsked(Struct, frozen=True, kw_only=True):
    """How long the code shall be good for."""

    valid_s: int = _CODE_VALID_S


class EnrolmentCode(Struct, frozen=True, kw_only=True):
    """A one-time code; it is shown once and not kept."""

    code: str
    valid_s: int


class Published(Struct, frozen=True, kw_only=True):
    """Where a document stands in the feed; None when it said nothing new."""

    kind: str
    key: str
    pos: int | None


class PublishedInstruction(Struct, frozen=True, kw_only=True):
    """An instruction's revision is the SHA-256 of its bytes."""

    instruction: str
    revision: str


class StandingDocument(Struct, frozen=True, kw_only=True):
    """A document as it stands."""

    key: str
    pos: int
    body: Any


async def admin_body(request: Request) -> bytes:
    """The body of a request only an administrator may send."""
    require_admin(request, plant_of(request))
    return await read_body(request, limit=MAX_DOCUMENT_BYTES)


AdminBody = Annotated[bytes, Depends(admin_body)]


@router.post("/v1/enrolment-codes", responses=returns(EnrolmentCode))
def create_enrolment_code(request: Request, body: AdminBody) -> Response:
    """A new one-time code for ``asbuilt enrol``."""
    asked = parse_json(body or b"{}", CodeAsked)
    if not 0 < asked.valid_s <= _LONGEST_CODE_S:
        raise invalid(detail=f"valid_s={asked.valid_s}: expected 1 to {_LONGEST_CODE_S}")
    code = plant_of(request).create_enrolment_code(asked.valid_s)
    return json_answer(EnrolmentCode(code=code, valid_s=asked.valid_s))


@router.get("/v1/documents/{kind}", responses=returns(StandingDocument, many=True))
def list_documents(request: Request, kind: str) -> Response:
    """Every document of a kind that stands."""
    plant = plant_of(request)
    require_admin(request, plant)
    _kind(kind)
    with plant.database.read() as connection:
        items = current_all(connection, kind)
    return json_answer([StandingDocument(key=i.key, pos=i.pos, body=i.body) for i in items])


@router.put(
    "/v1/documents/{kind}/{key:path}",
    responses=returns(Published),
    openapi_extra=body_of("application/json"),
)
def put_document(request: Request, kind: str, key: str, body: AdminBody) -> Response:
    """Publish a lot, hold, person, station, order or effective revision."""
    found = in_utc(parse_json(body, _kind(kind)))
    named = getattr(found, found.__struct_fields__[0])
    if named != key:
        raise invalid(detail=f"{kind}: the document names {named!r}, the address {key!r}")
    if isinstance(found, ShiftCalendar) and found.zone not in available_timezones():
        raise invalid(detail=f'zone {found.zone!r}: expected a name like "Europe/Berlin"')
    return _publish_one(plant_of(request), kind, key, msgspec.json.encode(found))


@router.delete("/v1/documents/{kind}/{key:path}", responses=returns(Published))
def withdraw_document(request: Request, kind: str, key: str) -> Response:
    """Withdraw a document: stations forget it."""
    plant = plant_of(request)
    require_admin(request, plant)
    _kind(kind)
    with plant.database.read() as connection:
        if all(item.key != key for item in current_all(connection, kind)):
            raise not_found(detail=f"There is no {kind} {key}.")
    return _publish_one(plant, kind, key, WITHDRAWN)


@router.post(
    "/v1/instructions",
    responses=returns(PublishedInstruction),
    openapi_extra=body_of("application/json"),
)
def publish_instruction(request: Request, body: AdminBody) -> Response:
    """Publish a revision, byte for byte, and make it the one new units start with."""
    plant = plant_of(request)
    instruction = parse_json(body, Instruction)
    if body != body.strip():
        raise invalid(detail="Instruction: white space around the JSON; its revision would change")
    revision = hashlib.sha256(body).hexdigest()
    now = plant.now_us()
    effective = EffectiveRevision(
        instruction=instruction.id,
        revision=revision,
        effective_from=datetime.fromtimestamp(now // 1_000_000, tz=UTC),
    )
    with plant.database.write() as connection:
        _require_blobs(connection, instruction)
        documents = [Document(INSTRUCTION, revision, body)]
        if not _is_effective(connection, effective):
            content = msgspec.json.encode(effective)
            documents.append(Document(EffectiveRevision.KIND, instruction.id, content))
        publish(connection, documents, now_us=now)
    plant.published()
    return json_answer(PublishedInstruction(instruction=instruction.id, revision=revision))


def _kind(kind: str) -> type[Struct]:
    found = REFERENCE_KINDS.get(kind)
    if found is None:
        raise not_found(detail=f"No documents of kind {kind!r}; there are {_kinds()}.")
    return found


def _kinds() -> str:
    return ", ".join(sorted(REFERENCE_KINDS))


def _publish_one(plant: Plant, kind: str, key: str, body: bytes) -> Response:
    with plant.database.write() as connection:
        positions = publish(connection, [Document(kind, key, body)], now_us=plant.now_us())
    plant.published()
    pos = positions[0] if positions else None
    return json_answer(Published(kind=kind, key=key, pos=pos))


def _require_blobs(connection: sa.Connection, instruction: Instruction) -> None:
    pictures = {step.picture for step in instruction.steps if step.picture is not None}
    wanted = {*instruction.blobs, *pictures}
    wrong = sorted(name for name in wanted if not is_sha256(name))
    if wrong:
        raise invalid(detail=f"{wrong[0]!r}: pictures are named by SHA-256, 64 hex digits")
    here = connection.execute(sa.select(blob.c.sha256).where(blob.c.sha256.in_(wanted))).scalars()
    missing = sorted(wanted - set(here))
    if missing:
        detail = f"{len(missing)} pictures are not here yet; PUT /v1/blobs/{{sha256}} them first."
        raise Problem(409, "blobs_missing", detail, extra={"missing": missing})


def _is_effective(connection: sa.Connection, wanted: EffectiveRevision) -> bool:
    for item in current_all(connection, EffectiveRevision.KIND):
        if item.key == wanted.instruction:
            standing = msgspec.json.decode(item.body, type=EffectiveRevision)
            return standing.revision == wanted.revision
    return False
