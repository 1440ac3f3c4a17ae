"""Patterns: the list of what was seen, and one with its numbers, its records and its decision."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from memory.code_lists import ListName
from server.api.exchange import whole_number
from server.memory import pattern_words as says
from server.memory.code_lists import all_lists
from server.memory.pattern_records import OWNERS, STATES, case_of
from server.memory.pattern_sweep import sweep_state
from server.memory.patterns import (
    PatternAsked,
    change_pattern,
    count_patterns,
    read_one,
    read_patterns,
)
from server.memory.reading import case_detail
from server.problems import Problem, invalid
from server.web.memory_pages import role_of, show
from server.web.site import Page

if TYPE_CHECKING:
    from starlette.responses import Response

    from server.memory.pattern_records import Pattern
    from server.web.site import Visit

#: Who looks after patterns: each owner may, and whoever reviews the memory.
KEEPERS = frozenset({"administrator", "engineer", "quality", "lead"})
#: Tone and sign of a state's chip.
STATE_CHIPS = {
    "new": ("attention", "lightbulb-bold"),
    "looked_at": ("doing", "eye-bold"),
    "confirmed": ("doing", "check-circle-bold"),
    "refused": ("todo", "prohibit-bold"),
    "closed": ("todo", "check-circle-bold"),
}
_REFUSED = 400
_ON_A_PAGE, _MOST_PAGES = 25, 1_000_000


def _patterns(visit: Visit, *, wrong: str = "", status: int = 200) -> Response:
    with_done = visit.request.query_params.get("closed") == "1"
    page = max(1, whole_number(visit.request, "page", 1, most=_MOST_PAGES))
    newer = (page - 1) * _ON_A_PAGE
    with visit.plant.database.read() as connection:
        found = read_patterns(connection, with_done=with_done, limit=_ON_A_PAGE, after=newer)
        every = count_patterns(connection, with_done=with_done)
        state = sweep_state(connection)
    return show(
        visit,
        "memory_patterns.html",
        tab="patterns",
        status=status,
        patterns=found,
        every=every,
        page=page,
        pages=-(-every // _ON_A_PAGE),
        with_done=with_done,
        sweep=state,
        chips=STATE_CHIPS,
        says=says,
        may_look=visit.visitor.has_role(KEEPERS),
        said=wrong,
    )


def _looked(visit: Visit) -> Response:
    try:
        role_of(visit, KEEPERS)
        visit.plant.look_for_patterns()
    except Problem as problem:
        return _patterns(visit, wrong=problem.detail, status=max(problem.status, _REFUSED))
    return visit.go_to("/memory/patterns")


def _pattern(visit: Visit, *, wrong: str = "", status: int = 200) -> Response:
    name = visit.path("pattern")
    with visit.plant.database.read() as connection:
        one = read_one(connection, name)
        told = case_detail(connection, case_of(one.pattern))
        lists = all_lists(connection)
    return show(
        visit,
        "memory_pattern.html",
        tab="patterns",
        status=status,
        one=one,
        decisions=() if told is None else told.decisions,
        lists=lists,
        responses=lists[ListName.RESPONSES].offered,
        states=STATES,
        owners=OWNERS,
        chips=STATE_CHIPS,
        says=says,
        may_change=visit.visitor.has_role(KEEPERS),
        said=wrong,
        typed=_typed(visit, one),
    )


def _typed(visit: Visit, one: Pattern) -> dict[str, str]:
    """What was sent and refused comes back; else how it stands."""
    standing = {"state": one.state, "owner": one.owner, "why": "", "response": ""}
    return standing | {name: visit.form[name] for name in standing if name in visit.form}


def _changed(visit: Visit) -> Response:
    name, plant, form = visit.path("pattern"), visit.plant, visit.form
    try:
        role = role_of(visit, KEEPERS)
        asked = PatternAsked(
            state=form.get("state", ""),
            owner=form.get("owner", ""),
            why=form.get("why", "").strip(),
            response=form.get("response", ""),
            version=_version(form.get("version", "")),
        )
        with plant.database.write() as connection:
            change_pattern(
                connection,
                name,
                asked,
                role=role,
                now_us=plant.now_us(),
                zone=plant.settings.zone(),
            )
    except Problem as problem:
        return _pattern(visit, wrong=problem.detail, status=max(problem.status, _REFUSED))
    plant.published()
    return visit.go_to(f"/memory/patterns/{quote(name, safe='')}")


def _version(text: str) -> int:
    if not text.isdecimal():
        raise invalid(detail="Look at the pattern again before you change it.")
    return int(text)


PATTERNS = Page("/memory/patterns", _patterns, key="memory", submit=_looked)
PATTERN = Page("/memory/patterns/{pattern:path}", _pattern, key="memory", submit=_changed)
