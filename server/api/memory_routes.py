"""The decision memory: search, suggestions, import and export, glossary, lists of codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Query
from msgspec import Struct
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response, StreamingResponse

from app.domain.memory_documents import SiteGlossary
from memory.code_lists import Code, CodeList
from memory.glossary import GlossaryFileError, Pair, read_glossary
from memory.glossary_learning import Entry
from memory.records import Case
from memory.suggest import Shown
from server.api.access import require_admin, require_reader
from server.api.exchange import json_answer, parse_json, plant_of, whole_number
from server.api.openapi import body_of, returns
from server.limits import read_body
from server.memory.code_lists import ListState, add_code, all_lists, list_state, retire_code
from server.memory.glossary import rule_pairs, standing
from server.memory.importing import MOST_BYTES, ImportDone, exported, import_cases
from server.memory.search import AskedSituation
from server.memory.speaking import check_role
from server.problems import Problem, invalid

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_ASKED_BYTES = 100_000
_MOST_HITS = 100
_MOST_VALUES = 100
#: Of a page of JSON lines.
_LINES = "application/x-ndjson"

router = APIRouter(tags=["memory"])


class FoundCase(Struct, frozen=True, kw_only=True):
    """A case that was found; ``why`` are the words it shares with the question."""

    id: str
    score: float
    why: tuple[str, ...]
    case: Case


class SearchAnswer(Struct, frozen=True, kw_only=True):
    """The best cases, how many matched at all, and what these were about."""

    hits: tuple[FoundCase, ...]
    matches: int
    facets: dict[str, dict[str, int]]


class RuledPair(Struct, frozen=True, kw_only=True):
    """Whether a short or misspelt word stands for another one, as a role says."""

    short: str
    word: str
    is_accepted: bool = True
    role: str = "administrator"


class GlossaryState(Struct, frozen=True, kw_only=True):
    """What is in force at the stations, and every pair with how it came."""

    glossary: SiteGlossary
    entries: tuple[Entry, ...]


class AskedCode(Struct, frozen=True, kw_only=True):
    """A code for a list, and the role that approves it."""

    code: Code
    role: str = "administrator"


ANSWERS = (
    SearchAnswer, Shown, ImportDone, GlossaryState, SiteGlossary, CodeList, ListState,
)  # fmt: skip


async def asked_body(request: Request) -> bytes:
    """The body of a question that anybody who may look may ask."""
    return await read_body(request, limit=_MOST_ASKED_BYTES)


async def admin_body(request: Request) -> bytes:
    """The body of a request only an administrator may send."""
    require_admin(request, plant_of(request))
    return await read_body(request, limit=_MOST_ASKED_BYTES)


async def import_body(request: Request) -> bytes:
    """A file, for administrators only."""
    require_admin(request, plant_of(request))
    return await read_body(request, limit=MOST_BYTES)


AdminBody = Annotated[bytes, Depends(admin_body)]


@router.get("/v1/memory/search", responses=returns(SearchAnswer))
def search(
    request: Request,
    q: str,
    context: Annotated[list[str], Query()] = [],  # noqa: B006 - FastAPI copies it
    within: Annotated[list[str], Query()] = [],  # noqa: B006 - as above
    facet: Annotated[list[str], Query()] = [],  # noqa: B006 - as above
) -> Response:
    """Cases like a text, best first; ``context`` decides between equals, ``within`` filters.

    Each ``facet`` has the hundred values that most of them have.
    """
    plant = plant_of(request)
    require_reader(request, plant)
    limit = whole_number(request, "limit", 10, most=_MOST_HITS)
    found = plant.memory.search(
        q,
        limit,
        context=_pairs(context),
        within=_pairs(within),
        facets=facet[:_MOST_HITS],
        most_values=_MOST_VALUES,
    )
    hits = tuple(
        FoundCase(id=hit.case.case, score=round(hit.score, 6), why=hit.why, case=hit.case)
        for hit in found.hits
    )
    return json_answer(SearchAnswer(hits=hits, matches=found.matches, facets=found.facets))


@router.post(
    "/v1/memory/suggest",
    responses=returns(Shown),
    openapi_extra=body_of("application/json"),
)
def suggest(request: Request, body: Annotated[bytes, Depends(asked_body)]) -> Response:
    """What people did and found in like cases; nothing where that says too little."""
    plant = plant_of(request)
    require_reader(request, plant)
    return json_answer(plant.memory.suggest(parse_json(body, AskedSituation)))


@router.post("/v1/memory/import", responses=returns(ImportDone), openapi_extra=body_of(_LINES))
def import_history(request: Request, content: Annotated[bytes, Depends(import_body)]) -> Response:
    """Keep the cases of JSON lines; a row that is none is named, the others go on."""
    plant = plant_of(request)
    done = import_cases(plant.database, content, now_us=plant.now_us())
    if done.told:
        plant.published()
    return json_answer(done)


@router.get(
    "/v1/memory/export",
    responses={200: {"content": {_LINES: {}}, "description": "One case a line"}},
)
def export_history(request: Request) -> Response:
    """Every case as JSON lines, which import to the same cases elsewhere."""
    plant = plant_of(request)
    require_reader(request, plant)
    return StreamingResponse(exported(plant.memory.cases()), media_type=_LINES)


# --- the glossary


@router.get("/v1/memory/glossary", responses=returns(GlossaryState))
def get_glossary(request: Request) -> Response:
    """Every short or misspelt word that is proposed, in force or removed."""
    plant = plant_of(request)
    require_reader(request, plant)
    entries = plant.memory.glossary_entries()
    with plant.database.read() as connection:
        return json_answer(GlossaryState(glossary=standing(connection), entries=entries))


@router.post(
    "/v1/memory/glossary",
    responses=returns(SiteGlossary),
    openapi_extra=body_of("text/csv"),
)
def add_glossary(request: Request, body: AdminBody, role: str = "administrator") -> Response:
    """Put the pairs of a two-column file in force: all of them or, with every error, none."""
    try:
        pairs = read_glossary(body.decode())
    except UnicodeDecodeError as error:
        raise Problem(
            422, "glossary_file", "The glossary is not UTF-8; save it as such."
        ) from error
    except GlossaryFileError as error:
        errors = [
            {"row": one.line, "field": "line", "message": one.message} for one in error.errors
        ]
        detail = f"Nothing was added: {error}"
        raise Problem(422, "glossary_file", detail, extra={"errors": errors}) from error
    return _ruled(request, pairs, is_accepted=True, role=role)


@router.post(
    "/v1/memory/glossary/rulings",
    responses=returns(SiteGlossary),
    openapi_extra=body_of("application/json"),
)
def rule_glossary(request: Request, body: AdminBody) -> Response:
    """Accept a pair, proposed or new, or remove it for good."""
    asked = parse_json(body, RuledPair)
    pair = Pair(asked.short, asked.word)
    return _ruled(request, [pair], is_accepted=asked.is_accepted, role=asked.role)


def _ruled(request: Request, pairs: Sequence[Pair], *, is_accepted: bool, role: str) -> Response:
    plant = plant_of(request)
    check_role(role)
    with plant.database.write() as connection:
        now_us = plant.now_us()
        rule_pairs(connection, pairs, is_accepted=is_accepted, role=role, now_us=now_us)
    plant.memory.learn_words()
    plant.published()
    with plant.database.read() as connection:
        return json_answer(standing(connection))


# --- the lists of codes


@router.get("/v1/memory/lists", responses=returns(CodeList, many=True))
def get_lists(request: Request) -> Response:
    """Constraints, responses and tradeoffs, as they are offered."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(list(all_lists(connection).values()))


@router.get("/v1/memory/lists/{name}", responses=returns(ListState))
def get_list(request: Request, name: str) -> Response:
    """One list with how well it fits, and the texts people keep writing beside it."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(list_state(connection, name))


@router.post(
    "/v1/memory/lists/{name}/codes",
    responses=returns(CodeList),
    openapi_extra=body_of("application/json"),
)
def post_code(request: Request, name: str, body: AdminBody) -> Response:
    """Publish the list's next version with one more code, new or proposed."""
    plant = plant_of(request)
    asked = parse_json(body, AskedCode)
    check_role(asked.role)
    with plant.database.write() as connection:
        changed = add_code(connection, name, asked.code, role=asked.role, now_us=plant.now_us())
    plant.published()
    return json_answer(changed)


@router.delete("/v1/memory/lists/{name}/codes/{code}", responses=returns(CodeList))
def delete_code(request: Request, name: str, code: str) -> Response:
    """Publish the list's next version, which offers the code no longer; old records keep it."""
    plant = plant_of(request)
    require_admin(request, plant)
    with plant.database.write() as connection:
        changed = retire_code(connection, name, code, now_us=plant.now_us())
    plant.published()
    return json_answer(changed)


def _pairs(texts: list[str]) -> dict[str, str]:
    """``station=ST-040`` of a query."""
    found = {}
    for text in texts:
        key, mark, value = text.partition("=")
        if not (key and mark):
            raise invalid(detail=f"{text!r}: expected KEY=VALUE, like station=ST-040")
        found[key] = value
    return found
