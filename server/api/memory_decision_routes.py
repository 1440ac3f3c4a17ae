"""The decision memory: cases and decisions with what came of them, advice, links, patterns."""

from __future__ import annotations

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends
from msgspec import Struct
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response  # noqa: TC002 - as above

from app.domain.memory_documents import KnownDecision
from memory.advice import Contradiction
from memory.links import Link, LinkKind
from server.api.access import require_admin, require_reader
from server.api.exchange import json_answer, parse_json, plant_of, whole_number
from server.api.openapi import body_of, returns
from server.limits import read_body
from server.memory.advice_keys import keys_after
from server.memory.pattern_records import Pattern
from server.memory.pattern_sweep import SweepState, sweep_state
from server.memory.patterns import PatternAsked, change_pattern, read_patterns
from server.memory.reading import (
    MOST_DECISIONS,
    AdviceState,
    CaseDetail,
    DecisionDetail,
    case_detail,
    decision_detail,
    list_advice,
    list_contradictions,
    list_decisions,
)
from server.memory.said import ROLES
from server.memory.speaking import link, speak
from server.memory.standing import Plan
from server.problems import invalid, not_found

_MOST_BYTES = 20_000

router = APIRouter(tags=["memory"])

ANSWERS = (
    CaseDetail,
    KnownDecision,
    DecisionDetail,
    AdviceState,
    Contradiction,
    Pattern,
    SweepState,
)


class Spoken(Struct, frozen=True, kw_only=True):
    """What a role says of a decision.

    ``kind`` is "answer" (with ``answer``: did it hold?), "withdrawn" (it was taken back),
    "suspended" (nobody is advised to do it) or "resumed"; all but the first need ``why``.
    """

    kind: str
    why: str = ""
    answer: str = ""
    role: str = "administrator"


class AskedLink(Struct, frozen=True, kw_only=True):
    """How ``decision`` hangs together with ``other``, or with an instruction's ``revision``."""

    kind: LinkKind
    decision: str
    other: str = ""
    revision: str = ""
    role: str = "administrator"


class PatternChanged(PatternAsked, frozen=True, kw_only=True):
    """What ``role`` says of ``pattern``: whose it is, how far, and why."""

    pattern: str
    role: str = "administrator"


async def admin_body(request: Request) -> bytes:
    """The body of a request only an administrator may send."""
    require_admin(request, plant_of(request))
    return await read_body(request, limit=_MOST_BYTES)


AdminBody = Annotated[bytes, Depends(admin_body)]


@router.get("/v1/memory/decisions", responses=returns(KnownDecision, many=True))
def get_decisions(request: Request, key: str = "", status: str = "") -> Response:
    """Decisions and how they stand, newest first."""
    plant = plant_of(request)
    require_reader(request, plant)
    limit = whole_number(request, "limit", 100, most=MOST_DECISIONS)
    with plant.database.read() as connection:
        return json_answer(list_decisions(connection, key=key, status=status, limit=limit))


@router.post(
    "/v1/memory/decisions/{decision:path}/said",
    responses=returns(DecisionDetail),
    openapi_extra=body_of("application/json"),
)
def post_said(request: Request, decision: str, body: AdminBody) -> Response:
    """Answer whether it held, take it back, suspend its advice or resume it."""
    plant = plant_of(request)
    asked = parse_json(body, Spoken)
    with plant.database.write() as connection:
        detail = speak(
            connection,
            decision,
            asked.kind,
            role=asked.role,
            why=asked.why,
            answer=asked.answer,
            now_us=plant.now_us(),
        )
    plant.published()
    return json_answer(detail)


@router.get("/v1/memory/decisions/{decision:path}", responses=returns(DecisionDetail))
def get_decision(request: Request, decision: str) -> Response:
    """One decision with its watch and its timeline."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        found = decision_detail(connection, decision)
    if found is None:
        raise not_found(detail=f"There is no decision {decision} of this plant's stations.")
    return json_answer(found)


@router.get("/v1/memory/cases/{case:path}", responses=returns(CaseDetail))
def get_case(request: Request, case: str) -> Response:
    """One case with its evidence, its decisions and what its card showed."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        found = case_detail(connection, case)
    if found is None:
        raise not_found(detail=f"There is no case {case}.")
    return json_answer(found)


@router.post(
    "/v1/memory/links",
    responses=returns(DecisionDetail),
    openapi_extra=body_of("application/json"),
)
def post_link(request: Request, body: AdminBody) -> Response:
    """Say that a decision supersedes or contradicts another, or is in an instruction now."""
    plant = plant_of(request)
    asked = parse_json(body, AskedLink)
    new = Link(
        link=str(uuid.UUID(bytes=plant.random(16), version=4)),
        kind=asked.kind,
        decision=asked.decision,
        at_us=plant.now_us(),
        other=asked.other,
        revision=asked.revision,
    )
    with plant.database.write() as connection:
        detail = link(connection, new, role=asked.role, now_us=plant.now_us())
    plant.published()
    return json_answer(detail)


@router.get("/v1/memory/advice", responses=returns(AdviceState, many=True))
def get_advice(request: Request, key: str = "", after: str = "") -> Response:
    """What was done on each key, ranked by how surely it held; suspended ones say why.

    Without a ``key`` it is told of so many keys as ``limit`` says, in their order; the next ones
    are those ``after`` the last of them.
    """
    plant = plant_of(request)
    require_reader(request, plant)
    limit = whole_number(request, "limit", 100, most=MOST_DECISIONS)
    with plant.database.read() as connection:
        keys = [key] if key else keys_after(connection, after, limit)
        return json_answer(list_advice(Plan(connection, keys)))


@router.get("/v1/memory/contradictions", responses=returns(Contradiction, many=True))
def get_contradictions(request: Request) -> Response:
    """Live decisions whose responses exclude each other, for the engineer."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(list_contradictions(connection))


@router.get("/v1/memory/patterns", responses=returns(Pattern, many=True))
def get_patterns(request: Request, closed: bool = False) -> Response:
    """What was seen more often than chance would have it, as the last sweep found it."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(read_patterns(connection, with_done=closed))


@router.get("/v1/memory/patterns/sweep", responses=returns(SweepState))
def get_sweep(request: Request) -> Response:
    """When patterns were looked for last, and in what."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(sweep_state(connection))


@router.post("/v1/memory/patterns", responses=returns(Pattern, many=True))
def find_patterns(request: Request) -> Response:
    """Look for them now; the server does it by itself once an hour."""
    plant = plant_of(request)
    require_admin(request, plant)
    plant.look_for_patterns()
    with plant.database.read() as connection:
        return json_answer(read_patterns(connection))


@router.post(
    "/v1/memory/patterns/state",
    responses=returns(Pattern),
    openapi_extra=body_of("application/json"),
)
def post_pattern(request: Request, body: AdminBody) -> Response:
    """Say whose a pattern is and how far it is; 409 where somebody else said so meanwhile."""
    plant = plant_of(request)
    asked = parse_json(body, PatternChanged)
    if asked.role not in ROLES:
        raise invalid(detail=f"role={asked.role!r}: expected one of {', '.join(ROLES)}")
    with plant.database.write() as connection:
        changed = change_pattern(
            connection,
            asked.pattern,
            asked,
            role=asked.role,
            now_us=plant.now_us(),
            zone=plant.settings.zone(),
        )
    plant.published()
    return json_answer(changed)
