"""OpenAPI from the same msgspec types the endpoints speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from fastapi.openapi.utils import get_openapi

from app.domain.plant import REFERENCE_KINDS
from server.read.board import StationCard
from server.read.orders import OrderProgress
from server.read.recall import RecallList
from server.read.record import UnitRecord
from server.read.situation_list import OpenSituation, SituationDetail
from server.read.where_used import UnitBrief
from sync import wire

if TYPE_CHECKING:
    from fastapi import FastAPI

_REF = "#/components/schemas/{name}"

_ANSWERS = (
    OpenSituation,
    SituationDetail,
    StationCard,
    OrderProgress,
    UnitRecord,
    UnitBrief,
    RecallList,
    wire.UnitEvents,
)

#: The stations' endpoints are plain routes; this is what they take and give.
_SYNC: tuple[tuple[str, str, str, type | None, type | None], ...] = (
    ("/v1/enrol", "post", "Register a station's key", wire.Enrol, wire.Enrolled),
    ("/v1/token/challenge", "post", "Ask for a challenge", wire.ChallengeAsked, wire.Challenge),
    ("/v1/token", "post", "Exchange a signed challenge", wire.TokenAsked, wire.Token),
    ("/v1/sync/push", "post", "Push events (409: PushConflict)", wire.Push, wire.Pushed),
    ("/v1/sync/feed", "get", "Documents after a position (409: FeedConflict)", None, wire.Feed),
    ("/v1/sync/snapshot", "get", "Every document that stands", None, wire.Snapshot),
    ("/v1/blobs/{sha256}", "get", "A blob's bytes", None, None),
    ("/v1/blobs/{sha256}", "put", "Keep a blob under its SHA-256", None, None),
)


def returns(kind: type, *, many: bool = False) -> dict[int | str, dict[str, Any]]:
    """What an endpoint answers, for its documentation."""
    ref = {"$ref": _REF.format(name=kind.__name__)}
    schema: dict[str, Any] = {"type": "array", "items": ref} if many else ref
    return {200: {"description": "OK", "content": {"application/json": {"schema": schema}}}}


def body_of(*media_types: str) -> dict[str, Any]:
    """A body that is a file, for an endpoint's documentation."""
    file = {"schema": {"type": "string", "format": "binary"}}
    return {"requestBody": {"required": True, "content": dict.fromkeys(media_types, file)}}


def describe(app: FastAPI, extra: tuple[type, ...]) -> dict[str, Any]:
    """The whole API; ``extra`` are answers' types the read models do not have."""
    schema = get_openapi(title=app.title, version=app.version, routes=app.routes)
    kinds: list[type] = [*_ANSWERS, *extra, *REFERENCE_KINDS.values()]
    kinds += [wire.PushConflict, wire.FeedConflict]
    for path, method, summary, takes, gives in _SYNC:
        schema["paths"].setdefault(path, {})[method] = _operation(summary, takes, gives)
        kinds += [kind for kind in (takes, gives) if kind is not None]
    _, components = msgspec.json.schema_components(kinds, ref_template=_REF)
    schema.setdefault("components", {}).setdefault("schemas", {}).update(components)
    return schema


def _operation(summary: str, takes: type | None, gives: type | None) -> dict[str, Any]:
    operation: dict[str, Any] = {"summary": summary, "tags": ["stations"]}
    if takes is not None:
        ref = {"$ref": _REF.format(name=takes.__name__)}
        operation["requestBody"] = {"content": {"application/json": {"schema": ref}}}
    plain: dict[int | str, Any] = {200: {"description": "OK"}}
    answer = plain if gives is None else returns(gives)
    operation["responses"] = {str(status): said for status, said in answer.items()}
    return operation
