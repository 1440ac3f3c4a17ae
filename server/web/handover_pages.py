"""The handover of a line: its sheet, what was given and taken over, and the records behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from anyio import from_thread
from starlette.responses import Response

from app.domain.handover_book import Book
from server.api.access import caller
from server.api.handover_pdf import handover_pdf
from server.handover.acts import Desk, Who
from server.handover.books import MOST_SHOWN, read_book, take_turn
from server.handover.citing import MOST_OPENED, cited_records
from server.handover.drafting import draft_of
from server.handover.line import line_names
from server.handover.rewording import reworded
from server.log.identity import LOG
from server.problems import Problem, invalid, not_found
from server.read.board import station_cards
from server.read.situation_kinds import LEAD
from server.read.times import utc
from server.web.deciding import may_decide
from server.web.handover_view import block, blocks, open_blocks
from server.web.site import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from app.domain.line_events import HandoverItem
    from server.handover.books import Kept
    from server.handover.drafting import LineDraft
    from server.read.board import StationCard
    from server.web.site import Visit

_REFUSED = 400
_LEAD_ROLE, _LEAD_RIGHT = "lead", "decide_lead"


def _sheet(visit: Visit, *, said: str = "", status: int = 200) -> Response:
    """What the line's handover says now; nothing is kept until somebody writes or signs."""
    with visit.plant.database.read() as connection:
        cards = station_cards(connection, now_us=visit.plant.now_us())
        names = line_names(cards)
        name = _asked(visit, "line", names[0] if names else "")
        draft = _draft(visit, connection, name, cards) if names else None
    if draft is None:
        return visit.show("handover_none.html")
    other = _in_other_words(visit, draft.items)
    found = blocks(draft.items, draft.open.book if draft.open else Book(), other[0])
    return visit.show(
        "handover.html",
        status=status,
        line=draft.line,
        names=names,
        title=_title(draft.line.name, draft.line.shift, draft.line.next_shift),
        blocks=open_blocks(found),
        output=block(found, "output"),
        output_facts=_output(draft.items),
        told=block(found, "told"),
        waiting=draft.waiting,
        earlier=draft.earlier[:MOST_SHOWN],
        questions=[(kept, one) for kept in draft.earlier for one in kept.book.open_questions],
        mark=draft.mark,
        has_model=visit.plant.settings.language_model is not None,
        reworded=other,
        may_write=may_decide(visit.visitor, LEAD),
        said=said,
        typed={name: visit.form.get(name, "") for name in ("act", "words")},
    )


def _written(visit: Visit) -> Response:
    """Add, comment or hand over; what is wrong is said on the sheet, with what was typed."""
    try:
        who = _writer(visit)
        signer = _signer(visit) if visit.form.get("act") == "give" else None
        with visit.plant.database.write() as connection:
            take_turn(connection)
            draft = _draft(visit, connection, visit.form.get("line", ""))
            kept = _do_on_sheet(visit, _desk(visit, connection), draft, signer or who)
    except Problem as problem:
        return _sheet(visit, said=problem.detail, status=max(problem.status, _REFUSED))
    visit.plant.waker.notify(LOG)
    if signer is not None:
        return visit.go_to(f"/handovers/{kept.handover}")
    return visit.go_to(f"/handover?line={quote(kept.book.line, safe='')}")


def _do_on_sheet(visit: Visit, desk: Desk, draft: LineDraft, who: Who) -> Kept:
    form = visit.form
    match form.get("act"):
        case "add":
            return desk.add(draft, who, form.get("words", ""))
        case "comment":
            return desk.comment(draft, who, form.get("item", ""), form.get("words", ""))
        case "give":
            to, seen = form.get("to", "person"), form.get("mark", "")
            return desk.give(draft, who, to=to, seen=seen)
        case act:
            raise invalid(detail=f"act={act!r}: expected add, comment or give")


def _given(visit: Visit, *, said: str = "", status: int = 200) -> Response:
    """One handover as it was signed, and what has become of it."""
    with visit.plant.database.read() as connection:
        kept = read_book(connection, visit.path("handover"))
    given = kept.book.given
    if given is None:
        return visit.go_to(f"/handover?line={quote(kept.book.line, safe='')}")
    found = blocks(kept.book.items, kept.book)
    return visit.show(
        "handover_given.html",
        status=status,
        kept=kept,
        given=given,
        taken=kept.book.taken,
        title=_title(kept.book.line, given.shift, ""),
        blocks=open_blocks(found),
        output=block(found, "output"),
        output_facts=_output(kept.book.items),
        told=block(found, "told"),
        left=len(kept.book.unsettled),
        moment=utc,
        is_giver=_me(visit) == given.person,
        may_write=may_decide(visit.visitor, LEAD),
        said=said,
        typed={name: visit.form.get(name, "") for name in ("act", "words")},
    )


def _answered(visit: Visit) -> Response:
    """Accept, ask back, answer, settle or take over."""
    try:
        who = _writer(visit)
        signer = _signer(visit) if visit.form.get("act") == "take" else None
        with visit.plant.database.write() as connection:
            _do_on_given(visit, _desk(visit, connection), signer or who)
    except Problem as problem:
        return _given(visit, said=problem.detail, status=max(problem.status, _REFUSED))
    visit.plant.waker.notify(LOG)
    return visit.go_to(f"/handovers/{quote(visit.path('handover'), safe='')}")


def _do_on_given(visit: Visit, desk: Desk, who: Who) -> Kept:
    form, handover = visit.form, visit.path("handover")
    item, words = form.get("item", ""), form.get("words", "")
    match form.get("act"):
        case "accept":
            return desk.accept(handover, who, item)
        case "ask":
            return desk.ask(handover, who, item, words)
        case "answer":
            return desk.answer(handover, who, _number(form.get("question", "")), words)
        case "close":
            return desk.close(handover, who, _number(form.get("question", "")))
        case "take":
            return desk.take(handover, who)
        case act:
            raise invalid(detail=f"act={act!r}: expected accept, ask, answer, close or take")


def _records(visit: Visit) -> Response:
    """The records behind one item of a sheet."""
    wanted, handover = _asked(visit, "item", ""), _asked(visit, "handover", "")
    with visit.plant.database.read() as connection:
        if handover:
            kept = read_book(connection, handover)
            items, name = kept.book.items, kept.book.line
        else:
            name = _asked(visit, "line", "")
            items = _draft(visit, connection, name).items
        item = next((one for one in items if one.item == wanted), None)
        if item is None:
            raise not_found(detail="This item is not on the sheet any more.")
        records = cited_records(connection, item.events)
    found = blocks((item,), Book())[0]
    return visit.show(
        "handover_records.html",
        section=found.title,
        words=found.shown[0].words,
        records=records,
        more=max(0, len(item.events) - MOST_OPENED),
        is_counted=item.kind == "output",
        back=f"/handovers/{handover}" if handover else f"/handover?line={quote(name, safe='')}",
    )


def _paper(visit: Visit) -> Response:
    """The signed sheet to print or keep."""
    with visit.plant.database.read() as connection:
        kept = read_book(connection, visit.path("handover"))
    settings = visit.plant.settings
    content = handover_pdf(kept, plant=visit.plant.identity.name, zone=settings.zone())
    name = f'inline; filename="handover-{kept.handover}.pdf"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


def _in_other_words(
    visit: Visit, items: tuple[HandoverItem, ...]
) -> tuple[dict[str, str] | None, str]:
    """Reworded sentences where somebody asked for them and the guard agrees; else why not."""
    model = visit.plant.settings.language_model
    if model is None or _asked(visit, "words", "") != "other":
        return None, ""
    found = from_thread.run(partial(reworded, items, model))
    return found.sentences, found.why


def _draft(
    visit: Visit,
    connection: sa.Connection,
    name: str,
    cards: Sequence[StationCard] | None = None,
) -> LineDraft:
    plant = visit.plant
    zone, now_us = plant.settings.zone(), plant.now_us()
    return draft_of(connection, name, now_us=now_us, zone=zone, flow=plant.flow, cards=cards)


def _desk(visit: Visit, connection: sa.Connection) -> Desk:
    plant = visit.plant
    return Desk(connection, plant.now_us(), plant.sign, lambda: f"ho-{plant.random(6).hex()}")


def _writer(visit: Visit) -> Who:
    """Who writes: whoever is signed in, or this machine's administrator."""
    if not may_decide(visit.visitor, LEAD):
        raise Problem(403, "role", f"The handover is for: {LEAD}. Nothing was changed.")
    me = visit.visitor.signed_in
    if me is None:
        return Who("server", "Administrator at the server", "administrator")
    return Who(me.person, me.name, me.role)


def _signer(visit: Visit) -> Who:
    """Whoever signs proves who they are with their password, also when signed in."""
    number = _me(visit) or visit.form.get("number", "")
    found = visit.gate.confirm(number, visit.form.get("password", ""), caller(visit.request))
    if found.role != _LEAD_ROLE and _LEAD_RIGHT not in found.rights:
        raise Problem(403, "role", f"A handover is signed by: {LEAD}. Nothing was signed.")
    return Who(found.person, found.name, found.role, "password")


def _me(visit: Visit) -> str:
    me = visit.visitor.signed_in
    return "" if me is None else me.person


def _output(items: tuple[HandoverItem, ...]) -> dict[str, str]:
    return next((item.facts for item in items if item.kind == "output"), {})


def _asked(visit: Visit, name: str, default: str) -> str:
    return visit.form.get(name) or visit.request.query_params.get(name, default)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):  # noqa: PLR2004 - a small number
        raise invalid(detail=f"question={text!r}: expected the number of a question")
    return int(text)


def _title(line: str, shift: str, following: str) -> str:
    name = line or "Stations without a line"
    if not shift:
        return f"Handover · {name}"
    return (
        f"Handover · {name} · {shift} → {following}"
        if following
        else f"Handover · {name} · {shift}"
    )


HANDOVER = Page(
    "/handover", _sheet, key="handover", name="Handover", sign="users-bold", submit=_written
)
HANDOVER_RECORDS = Page("/handover/records", _records, key="handover")
HANDOVER_PAPER = Page("/handovers/{handover}/paper.pdf", _paper, key="handover")
HANDOVER_GIVEN = Page("/handovers/{handover}", _given, key="handover", submit=_answered)
