"""Handovers of lines: the draft as it is now, and the books of those that were signed.

People write and sign on the pages, each with their own password; the interface reads.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query
from msgspec import Struct
from starlette.requests import Request  # noqa: TC002 - FastAPI reads it at run time
from starlette.responses import Response

from app.domain.handover_book import HandoverEntry, is_whole
from app.domain.handover_draft import is_mandatory, section_of
from app.domain.handover_sentences import sentence
from server.api.access import require_reader
from server.api.exchange import json_answer, plant_of
from server.api.handover_pdf import handover_pdf
from server.api.openapi import returns
from server.handover.books import books_of, read_book
from server.handover.drafting import draft_of
from server.read.times import utc

if TYPE_CHECKING:
    from app.domain.line_events import HandoverItem
    from server.handover.books import Kept

router = APIRouter(tags=["handover"])

_LINE = Query(description="The line's name; empty for the stations without one")


class HandoverLine(Struct, frozen=True, kw_only=True):
    """One item: what it says, and the records it rests on ("feed:" is a document's place)."""

    item: str
    kind: str
    section: str
    sentence: str
    is_mandatory: bool
    events: tuple[str, ...]


class HandoverDraft(Struct, frozen=True, kw_only=True):
    """What a line's handover says at this moment, by consequence."""

    line: str
    shift: str
    next_shift: str
    since: datetime
    items: tuple[HandoverLine, ...]


class LineHandover(Struct, frozen=True, kw_only=True):
    """A handover with all its entries; ``seals`` are the plant's signatures by entry number.

    ``is_whole``: every entry stands over the one before it.  ``unsettled`` are the items nobody
    has accepted or asked about, ``open_questions`` the numbers of those not settled.
    """

    handover: str
    line: str
    is_taken: bool
    is_whole: bool
    unsettled: tuple[str, ...]
    open_questions: tuple[int, ...]
    entries: tuple[HandoverEntry, ...]
    seals: dict[str, str]


@router.get("/v1/handovers/draft", responses=returns(HandoverDraft))
def get_draft(request: Request, line: Annotated[str, _LINE] = "") -> Response:
    """What is abnormal on the line now, each with its records."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        draft = draft_of(
            connection,
            line,
            now_us=plant.now_us(),
            zone=plant.settings.zone(),
            flow=plant.flow,
        )
    return json_answer(
        HandoverDraft(
            line=draft.line.name,
            shift=draft.line.shift,
            next_shift=draft.line.next_shift,
            since=utc(draft.line.since_us),
            items=tuple(map(_line, draft.items)),
        )
    )


@router.get("/v1/handovers", responses=returns(LineHandover, many=True))
def list_handovers(request: Request, line: Annotated[str, _LINE] = "") -> Response:
    """The line's handovers, the newest first."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer([_handover(kept) for kept in books_of(connection, line)])


@router.get("/v1/handovers/{handover}", responses=returns(LineHandover))
def get_handover(request: Request, handover: str) -> Response:
    """One handover."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        return json_answer(_handover(read_book(connection, handover)))


@router.get(
    "/v1/handovers/{handover}/handover.pdf",
    responses={200: {"content": {"application/pdf": {}}, "description": "The signed sheet"}},
)
def get_handover_pdf(request: Request, handover: str) -> Response:
    """The signed sheet to keep or print."""
    plant = plant_of(request)
    require_reader(request, plant)
    with plant.database.read() as connection:
        kept = read_book(connection, handover)
    content = handover_pdf(kept, plant=plant.identity.name, zone=plant.settings.zone())
    return Response(content, media_type="application/pdf")


def _line(item: HandoverItem) -> HandoverLine:
    return HandoverLine(
        item=item.item,
        kind=item.kind,
        section=section_of(item.kind),
        sentence=sentence(item),
        is_mandatory=is_mandatory(item),
        events=item.events,
    )


def _handover(kept: Kept) -> LineHandover:
    return LineHandover(
        handover=kept.handover,
        line=kept.book.line,
        is_taken=kept.book.taken is not None,
        is_whole=is_whole(kept.entries),
        unsettled=tuple(item.item for item in kept.book.unsettled),
        open_questions=tuple(one.number for one in kept.book.open_questions),
        entries=kept.entries,
        seals={str(number): seal for number, seal in kept.seals.items()},
    )
