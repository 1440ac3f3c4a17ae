"""What people look after in the memory: advice, the glossary and the lists of codes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from msgspec import structs

from memory.code_lists import KINDS, Code, ListName
from memory.glossary import Pair
from memory.list_health import proposed_code
from server.api.exchange import whole_number
from server.memory import said
from server.memory.code_lists import add_code, all_lists, list_state, retire_code
from server.memory.glossary import rule_pairs, standing
from server.memory.reading import (
    decision_detail,
    list_advice,
    list_contradictions,
    recent_decisions,
)
from server.memory.speaking import link, speak
from server.memory.standing import Plan
from server.problems import Problem, invalid
from server.web.memory_pages import SPEAKERS, new_link, role_of, show
from server.web.site import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import sqlalchemy as sa
    from starlette.responses import Response

    from server.memory.code_lists import ListState
    from server.memory.reading import AdviceState
    from server.web.site import Visit

#: Who settles contradictions, and looks after lists.
ENGINEERS = frozenset({"administrator", "engineer"})
REVIEWERS = frozenset({"administrator", "engineer", "quality"})
_REFUSED = 400
_KEYS_A_PAGE, _MOST_PAGES = 25, 1_000_000
_MOST_PAIRS = 500
_LONGEST_CODE_WORDS = 60
_FIRST = ("suspended", "proposed")


def _kept(visit: Visit, work: Callable[[], str], draw: Callable[..., Response]) -> Response:
    """Do the work and go where it says; what is wrong is said on the page."""
    try:
        to = work()
    except Problem as problem:
        return draw(visit, wrong=problem.detail, status=max(problem.status, _REFUSED))
    visit.plant.published()
    return visit.go_to(to)


# --- advice


def _advice(visit: Visit, *, wrong: str = "", status: int = 200) -> Response:
    key = visit.request.query_params.get("key", "")
    page = max(1, whole_number(visit.request, "page", 1, most=_MOST_PAGES))
    every = [key] if key else visit.plant.memory.advised_keys()
    first = (page - 1) * _KEYS_A_PAGE
    with visit.plant.database.read() as connection:
        plan = Plan(connection, every[first : first + _KEYS_A_PAGE])
        states = list_advice(plan)
        conflicts = list_contradictions(connection, plan=plan if key else None)
        lists = all_lists(connection)
    by_key: dict[str, list[AdviceState]] = {}
    for one in states:
        by_key.setdefault(one.key, []).append(one)
    ordered = sorted(by_key, key=lambda one: (_matter(by_key[one]), one))
    return show(
        visit,
        "memory_advice.html",
        tab="advice",
        status=status,
        by_key=[(one, by_key[one]) for one in ordered],
        keys=len(every),
        page=page,
        pages=-(-len(every) // _KEYS_A_PAGE),
        key=key,
        conflicts=conflicts,
        lists=lists,
        may_speak=visit.visitor.has_role(SPEAKERS),
        may_settle=visit.visitor.has_role(ENGINEERS),
        said=wrong,
    )


def _matter(states: Sequence[AdviceState]) -> tuple[bool, int]:
    """What somebody has to look at first, then what came most often."""
    is_waiting = any(one.suspended is not None or one.state in _FIRST for one in states)
    return not is_waiting, -sum(len(one.ranked.decisions) for one in states)


def _advised(visit: Visit) -> Response:
    acts = {said.SUSPENDED: _suspend, said.RESUMED: _suspend, "settle": _settle}
    act = acts.get(visit.form.get("act", ""))

    def work() -> str:
        if act is None:
            raise invalid(detail="Choose what is to be done.")
        with visit.plant.database.write() as connection:
            act(visit, connection)
        query = visit.request.query_params
        asked = {name: query[name] for name in ("key", "page") if query.get(name)}
        return "/memory/advice" + (f"?{urlencode(asked)}" if asked else "")

    return _kept(visit, work, _advice)


def _suspend(visit: Visit, connection: sa.Connection) -> None:
    """Of the advice that this decision is one use of."""
    role, form = role_of(visit, SPEAKERS), visit.form
    now_us = visit.plant.now_us()
    decision, why = form.get("decision", ""), form.get("why", "")
    speak(connection, decision, form["act"], role=role, why=why, now_us=now_us)


def _settle(visit: Visit, connection: sa.Connection) -> None:
    """One of two responses stands: its decision takes the place of all with the other one."""
    role = role_of(visit, ENGINEERS)
    stands, falls = _two(visit)
    winner, loser = (decision_detail(connection, name) for name in (stands, falls))
    if winner is None or loser is None or winner.decision.key != loser.decision.key:
        raise invalid(detail="These two decisions are not there any more; look again.")
    gone = loser.decision
    for one in recent_decisions(connection, key=gone.key, response=gone.response):
        new = new_link(visit, "supersedes", stands, other=one.decision)
        link(connection, new, role=role, now_us=visit.plant.now_us())


def _two(visit: Visit) -> tuple[str, str]:
    pair = [visit.form.get(name, "") for name in ("one", "other")]
    stands = visit.form.get("stands", "")
    if stands not in pair:
        raise invalid(detail="Choose which of the two stands.")
    return stands, next(one for one in pair if one != stands)


# --- the glossary


def _glossary(visit: Visit, *, wrong: str = "", status: int = 200) -> Response:
    entries = visit.plant.memory.glossary_entries()
    with visit.plant.database.read() as connection:
        version = standing(connection).version
    return show(
        visit,
        "memory_glossary.html",
        tab="glossary",
        status=status,
        entries=sorted(entries, key=_proposed_first)[:_MOST_PAIRS],
        counts=Counter(entry.state.value for entry in entries),
        version=version,
        may_rule=visit.visitor.has_role(SPEAKERS),
        said=wrong,
        typed={name: visit.form.get(name, "") for name in ("short", "word")},
    )


def _proposed_first(entry: object) -> int:
    return ("proposed", "accepted", "removed").index(str(getattr(entry, "state", "removed")))


def _ruled(visit: Visit) -> Response:
    form, plant = visit.form, visit.plant

    def work() -> str:
        role = role_of(visit, SPEAKERS)
        pair = Pair(form.get("short", "").strip(), form.get("word", "").strip())
        is_accepted = form.get("act") == "accept"
        with plant.database.write() as connection:
            rule_pairs(
                connection, [pair], is_accepted=is_accepted, role=role, now_us=plant.now_us()
            )
        plant.memory.learn_words()
        return "/memory/glossary"

    return _kept(visit, work, _glossary)


# --- the lists of codes


def _lists(visit: Visit, *, wrong: str = "", status: int = 200) -> Response:
    name = visit.request.query_params.get("list", ListName.CONSTRAINTS.value)
    with visit.plant.database.read() as connection:
        state = list_state(connection, name)
    proposed = [(one, proposed_code(one, "en").code) for one in state.proposals]
    return show(
        visit,
        "memory_lists.html",
        tab="lists",
        status=status,
        state=state,
        lists={state.codes.name: state.codes},
        proposed=proposed,
        names=[one.value for one in ListName],
        kinds=KINDS,
        may_change=visit.visitor.has_role(REVIEWERS),
        said=wrong,
    )


def _list_changed(visit: Visit) -> Response:
    form, plant = visit.form, visit.plant
    name = visit.request.query_params.get("list", ListName.CONSTRAINTS.value)

    def work() -> str:
        role = role_of(visit, REVIEWERS)
        with plant.database.write() as connection:
            if form.get("act") == "retire":
                retire_code(connection, name, form.get("code", ""), now_us=plant.now_us())
            else:
                code = _code(form.get("code", ""), form.get("text", ""), form.get("kind", ""))
                if not code.text:
                    code = _offered_again(list_state(connection, name), code)
                add_code(connection, name, code, role=role, now_us=plant.now_us())
        return f"/memory/lists?{urlencode({'list': name})}"

    return _kept(visit, work, _lists)


def _code(code: str, text: str, kind: str) -> Code:
    words = text.strip()[:_LONGEST_CODE_WORDS]
    return Code(code=code.strip(), text={"en": words} if words else {}, kind=kind)


def _offered_again(state: ListState, code: Code) -> Code:
    """A retired code comes back as it was; a new one needs words that people read."""
    known = state.codes.get(code.code)
    if known is None:
        raise invalid(detail=f"{code.code}: say in words what it means.")
    return structs.replace(known, is_retired=False)


ADVICE = Page("/memory/advice", _advice, key="memory", submit=_advised)
GLOSSARY = Page("/memory/glossary", _glossary, key="memory", submit=_ruled)
LISTS = Page("/memory/lists", _lists, key="memory", submit=_list_changed)
