"""The decision memory: finding cases, one case, one decision, and the records behind them."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.envelope import chain_hash
from memory.code_lists import CodeList, ListName
from memory.links import Link, LinkKind
from memory.records import Outcome
from memory.watch import CONFIRMED
from server.db.memory_tables import memory_decision
from server.db.storable import storable_text
from server.db.tables import event
from server.memory import pattern_words, said
from server.memory.code_lists import all_lists
from server.memory.patterns import count_new, front_patterns
from server.memory.reading import case_detail, decision_detail, recent_decisions, spoken_of
from server.memory.so_far import so_far
from server.memory.speaking import link, speak
from server.memory.standing import read_known
from server.problems import Problem, invalid
from server.read.situation_records import Record, records_of
from server.read.situation_store import Records
from server.web import memory_words as words
from server.web.site import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from starlette.responses import Response

    from app.domain.memory_documents import KnownDecision
    from memory.search import Found
    from server.web.site import Visit

#: What found cases are about, in this order.
FACETS = (
    "station", "product", "variant", "step", "part", "lot", "supplier", "tool", "program", "shift",
)  # fmt: skip
_HITS = 20
_FACET_VALUES = 6
_RECENT = 12
_MOST_PATTERNS = 3
_LIKE = 5
_MOST_LISTED = 250
#: As many as say how a list of codes does.
_MOST_READ = 2_000
_LONGEST_QUESTION = 500
_REFUSED = 400
#: Who may say something of a decision.
SPEAKERS = frozenset(said.ROLES)
_OF_DECISION = (said.ANSWER, said.WITHDRAWN)


class FacetValue(Struct, frozen=True, kw_only=True):
    """One value that found cases have: how many of them, and where to only see these."""

    name: str
    count: int
    address: str
    is_chosen: bool


class SignedRecord(Struct, frozen=True, kw_only=True):
    """A record of a station; ``is_whole``: it is what its hash says."""

    record: Record
    title: str
    event: str
    hash: str
    is_whole: bool
    content: str


def show(
    visit: Visit, template: str, *, tab: str, status: int = 200, **values: object
) -> Response:
    """A page of the memory; its templates say everything in the words of ``memory_words``."""
    return visit.show(template, status=status, tab=tab, words=words, **values)


def role_of(visit: Visit, roles: frozenset[str]) -> str:
    """The role that speaks: names are not kept in the memory.

    Raises:
        Problem: it is not theirs.
    """
    if not visit.visitor.has_role(roles):
        names = ", ".join(sorted(roles))
        raise Problem(403, "role", f"This is for: {names}. Nothing was changed.")
    signed_in = visit.visitor.signed_in
    return "administrator" if signed_in is None else signed_in.role


# --- finding


def _memory(visit: Visit) -> Response:
    query = visit.request.query_params
    asked = query.get("q", "").strip()[:_LONGEST_QUESTION]
    within = {kind: query[kind] for kind in FACETS if query.get(kind)}
    found = None
    if asked:
        found = visit.plant.memory.search(
            asked, _HITS, context={}, within=within, facets=FACETS, most_values=_FACET_VALUES
        )
    with visit.plant.database.read() as connection:
        lists = all_lists(connection)
        recent = [] if found else recent_decisions(connection, limit=_RECENT)
        counts = _counts(connection)
        patterns = [] if found else front_patterns(connection, most=_MOST_PATTERNS)
        new_patterns = count_new(connection)
    return show(
        visit,
        "memory.html",
        tab="search",
        asked=asked,
        within=within,
        found=found,
        facets=_facets(found, asked, within) if found else {},
        recent=recent,
        counts=counts,
        is_loading=visit.plant.memory.is_loading,
        cases=len(visit.plant.memory),
        lists=lists,
        most=_HITS,
        patterns=patterns,
        new_patterns=new_patterns,
        says=pattern_words,
    )


def _facets(
    found: Found, asked: str, within: Mapping[str, str]
) -> dict[str, tuple[FacetValue, ...]]:
    """Only what tells cases apart, or was chosen."""
    told = {}
    for kind, values in found.facets.items():
        if kind not in within and len(values) < 2:  # noqa: PLR2004 - one value tells nothing apart
            continue
        told[kind] = tuple(
            FacetValue(
                name=name,
                count=count,
                address=_search_address(asked, _toggled(within, kind, name)),
                is_chosen=within.get(kind) == name,
            )
            for name, count in _shown(values, within.get(kind)).items()
        )
    return told


def _shown(values: Mapping[str, int], chosen: str | None) -> Mapping[str, int]:
    """What was chosen stands there even when nothing has it, to be given up again."""
    return values if chosen is None else {chosen: 0, **values}


def _toggled(within: Mapping[str, str], kind: str, name: str) -> dict[str, str]:
    others = {key: value for key, value in within.items() if key != kind}
    return others if within.get(kind) == name else {**others, kind: name}


def _search_address(asked: str, within: Mapping[str, str]) -> str:
    return "/memory?" + urlencode({"q": asked, **within}, quote_via=quote)


def _counts(connection: sa.Connection) -> dict[str, int]:
    """How many decisions stand how; those that people spoke of, as they said."""
    columns = memory_decision.c
    spoken = spoken_of()
    by_rule = sa.select(columns.status, sa.func.count()).where(columns.decision.not_in(spoken))
    found = Counter(
        {row[0]: row[1] for row in connection.execute(by_rule.group_by(columns.status))}
    )
    found.update(known.outcome for known in read_known(connection, columns.decision.in_(spoken)))
    return {one.value: found[one.value] for one in Outcome}


# --- one case


def _case(visit: Visit) -> Response:
    name = visit.path("case")
    with visit.plant.database.read() as connection:
        detail = case_detail(connection, name)
        lists = all_lists(connection)
    if detail is None:
        raise Problem(404, "not_found", f"The memory has no case {name}.")
    asked = detail.case.text[:_LONGEST_QUESTION]
    like = visit.plant.memory.search(asked, _LIKE + 1, context=detail.case.context, within={})
    others = [hit for hit in like.hits if hit.case.case != detail.case.case][:_LIKE]
    return show(
        visit, "memory_case.html", tab="search", detail=detail, case=detail.case, like=others,
        lists=lists,
    )  # fmt: skip


# --- decisions


def _decisions(visit: Visit) -> Response:
    query = visit.request.query_params
    wanted = {name: query.get(name, "") for name in ("key", "response", "code", "list", "outcome")}
    outcomes = frozenset(filter(None, wanted["outcome"].split(",")))
    with visit.plant.database.read() as connection:
        every = recent_decisions(
            connection,
            key=wanted["key"],
            response=wanted["response"],
            outcomes=outcomes,
            limit=_MOST_READ if wanted["code"] else _MOST_LISTED,
        )
        lists = all_lists(connection)
    found = [one for one in every if not wanted["code"] or _has_code(one, wanted)]
    return show(
        visit, "memory_decisions.html", tab="decisions", decisions=found[:_MOST_LISTED],
        wanted=wanted, lists=lists, title=_title(wanted, outcomes, lists), most=_MOST_LISTED,
    )  # fmt: skip


def _has_code(one: KnownDecision, wanted: Mapping[str, str]) -> bool:
    """On the list that is asked for, or on any."""
    codes = {
        ListName.CONSTRAINTS: (one.constraint,),
        ListName.RESPONSES: (one.response,),
        ListName.TRADEOFFS: one.tradeoffs,
    }
    asked = [of for name, of in codes.items() if wanted["list"] in ("", name)]
    return any(wanted["code"] in of for of in asked)


def _title(
    wanted: Mapping[str, str], outcomes: Iterable[str], lists: Mapping[str, CodeList]
) -> str:
    named = [
        words.key_words(wanted["key"]) if wanted["key"] else "",
        *(words.code_words(wanted[name], lists) for name in ("response", "code") if wanted[name]),
        " or ".join(sorted(words.OUTCOMES.get(one, ("", "", one))[2] for one in outcomes)),
    ]
    return ": ".join(filter(None, ["Decisions", ", ".join(filter(None, named))]))


def _decision(visit: Visit, *, said_wrong: str = "", status: int = 200) -> Response:
    name = visit.path("decision")
    now_us = visit.plant.now_us()
    with visit.plant.database.read() as connection:
        detail = decision_detail(connection, name)
        far = so_far(connection, name, now_us=now_us)
        lists = all_lists(connection)
        case = case_detail(connection, detail.decision.case) if detail else None
    if detail is None:
        with visit.plant.database.read() as connection:
            is_case = case_detail(connection, name) is not None
        if is_case:
            # An imported decision has no name but its case's.
            return visit.go_to(f"/memory/cases/{quote(name, safe='')}")
        raise Problem(404, "not_found", f"The memory has no decision {name}.")
    return show(
        visit,
        "memory_decision.html",
        tab="decisions",
        status=status,
        detail=detail,
        one=detail.decision,
        case=case,
        far=far,
        lists=lists,
        asks_person=detail.watch.metric == CONFIRMED,
        may_speak=visit.visitor.has_role(SPEAKERS),
        said=said_wrong,
        typed={name: visit.form.get(name, "") for name in ("act", "why", "revision")},
    )


def _spoken(visit: Visit) -> Response:
    """Keep what somebody says of the decision; what is wrong with it is said on the page."""
    name, plant = visit.path("decision"), visit.plant
    try:
        role = role_of(visit, SPEAKERS)
        _speak(visit, name, role)
    except Problem as problem:
        return _decision(visit, said_wrong=problem.detail, status=max(problem.status, _REFUSED))
    plant.published()
    return visit.go_to(f"/memory/decisions/{quote(name, safe='')}")


def _speak(visit: Visit, name: str, role: str) -> None:
    act, why = visit.form.get("act", ""), visit.form.get("why", "")
    plant, now_us = visit.plant, visit.plant.now_us()
    with plant.database.write() as connection:
        if act == LinkKind.ROLLED_INTO_INSTRUCTION:
            revision = visit.form.get("revision", "").strip()
            link(
                connection, new_link(visit, act, name, revision=revision), role=role, now_us=now_us
            )
        elif act in _OF_DECISION:
            answer = visit.form.get("answer", "")
            speak(connection, name, act, role=role, why=why, answer=answer, now_us=now_us)
        else:
            raise invalid(detail="Choose what you say of this decision.")


def new_link(
    visit: Visit, kind: str, decision: str, *, other: str = "", revision: str = ""
) -> Link:
    """A statement of now about a decision."""
    return Link(
        link=str(uuid.UUID(bytes=visit.plant.random(16), version=4)),
        kind=LinkKind(kind),
        decision=decision,
        at_us=visit.plant.now_us(),
        other=other,
        revision=revision[:200],
    )


# --- the records behind a number


def _records(visit: Visit) -> Response:
    """The signed records that were named, with their content as it came."""
    given = visit.request.query_params.getlist("event")[: words.MOST_RECORDS]
    wanted = [storable_text(one) for one in given]
    with visit.plant.database.read() as connection:
        statement = sa.select(event).where(event.c.event_id.in_(wanted)).order_by(event.c.pos)
        rows = connection.execute(statement).all()
        told = list(records_of(connection, Records(events=tuple(row.pos for row in rows))))
    found = [
        SignedRecord(
            record=record,
            title=words.RECORDS.get(row.kind, record.what),
            event=row.event_id,
            hash=row.hash,
            is_whole=chain_hash(row.prev_hash, bytes(row.raw)) == row.hash,
            content=_as_text(bytes(row.raw)),
        )
        for record, row in zip(told, rows, strict=True)
    ]
    missing = sorted(set(wanted) - {one.event for one in found})
    return show(visit, "memory_records.html", tab="", found=found, missing=missing)


def _as_text(raw: bytes) -> str:
    return msgspec.json.format(raw, indent=2).decode("utf-8", "replace")


MEMORY = Page("/memory", _memory, key="memory", name="Memory", sign="lightbulb-bold")
CASE = Page("/memory/cases/{case:path}", _case, key="memory")
DECISIONS = Page("/memory/decisions", _decisions, key="memory")
DECISION = Page("/memory/decisions/{decision:path}", _decision, key="memory", submit=_spoken)
RECORDS = Page("/memory/records", _records, key="memory")
