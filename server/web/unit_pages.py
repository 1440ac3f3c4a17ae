"""Units: the list, one unit's record, where a part went, and the search that leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from server.problems import Problem
from server.read.genealogy import nodes_called
from server.read.orders import one_order
from server.read.recall import recall_list
from server.read.record import unit_record
from server.read.situation_list import unit_situations
from server.read.verdict import record_verdict
from server.read.where_used import recent_units
from server.web.memory_unit import with_decisions
from server.web.recall_view import left_words
from server.web.site import Page

if TYPE_CHECKING:
    from starlette.responses import Response

    from server.web.site import Visit

_RECENT = 200


#: How a list of units in one state is called.
_STATE_WORDS = {
    "in_work": "in work", "completed": "completed", "held": "held", "not_provable": "not provable",
}  # fmt: skip


def _units(visit: Visit) -> Response:
    asked = visit.request.query_params
    order, state = asked.get("order"), asked.get("state")
    if order is None or state not in _STATE_WORDS:
        state = None  # of a whole plant's units it would be a search through all of them
    with visit.plant.database.read() as connection:
        units = recent_units(connection, limit=_RECENT, order=order, state=state)
    return visit.show(
        "units.html", units=units, order=order, state=_STATE_WORDS.get(state or ""), most=_RECENT
    )


def _unit(visit: Visit) -> Response:
    serial = visit.path("serial")
    with visit.plant.database.read() as connection:
        record = unit_record(connection, serial)
        found = unit_situations(connection, serial)
        built = with_decisions(connection, serial, record.lines) if record else []
    if record is None:
        raise Problem(404, "not_found", f"No station ever started a unit {serial}.")
    result, evidence = record_verdict(record)
    return visit.show(
        "unit.html",
        record=record,
        built=built,
        result=result,
        evidence=evidence,
        situations=found,
    )


def _find(visit: Visit) -> Response:
    """A unit or order opens; of anything else, where it went, or when something like it was."""
    wanted = visit.request.query_params.get("q", "").strip()
    quoted = quote(wanted, safe="")
    with visit.plant.database.read() as connection:
        if unit_record(connection, wanted) is not None:
            return visit.go_to(f"/units/{quoted}")
        if one_order(connection, wanted) is not None:
            return visit.go_to(f"/units?order={quoted}")
        is_known = bool(nodes_called(connection, wanted)[1])
    if is_known:
        return visit.go_to(f"/where-used/{quoted}")
    if visit.plant.memory.search(wanted, 1, context={}, within={}).hits:
        return visit.go_to(f"/memory?q={quoted}")
    return visit.show("find.html", wanted=wanted)


def _where_used(visit: Visit) -> Response:
    """The recall list of a lot, serial or part."""
    wanted = visit.path("name")
    with visit.plant.database.read() as connection:
        found = recall_list(connection, wanted)
    if not found.found:
        return visit.show("find.html", status=404, wanted=wanted)
    return visit.show("where_used.html", found=found, left=left_words(found))


UNITS = Page("/units", _units, key="units", name="Units", sign="git-branch-bold")
UNIT = Page("/units/{serial:path}", _unit, key="units")
FIND = Page("/find", _find)
WHERE_USED = Page("/where-used/{name:path}", _where_used)
