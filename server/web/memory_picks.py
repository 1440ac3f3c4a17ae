"""Which case a search led to: the glossary learns what people meant, as it does at stations.

A script says so beside the way to the case; nobody waits for it, and without it all works.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from server.memory.glossary import keep_pick
from server.problems import invalid
from server.web.site import Page

if TYPE_CHECKING:
    from server.web.site import Visit

_LONGEST = 500
_DONE = 204


def _searched(visit: Visit) -> Response:
    return visit.go_to("/memory")


def _picked(visit: Visit) -> Response:
    signed_in = visit.visitor.signed_in
    if signed_in is None and not visit.visitor.is_admin:
        return visit.ask_to_sign_in()  # who may only look teaches nothing
    query, case = visit.form.get("q", "").strip(), visit.form.get("case", "")
    if not (0 < len(query) <= _LONGEST and 0 < len(case) <= _LONGEST):
        raise invalid(detail=f"q, case: expected 1 to {_LONGEST} characters each")
    role = "administrator" if signed_in is None else signed_in.role
    with visit.plant.database.write() as connection:
        keep_pick(connection, query, case, role=role, now_us=visit.plant.now_us())
    return Response(status_code=_DONE)


PICKED = Page("/memory/picked", _searched, key="memory", submit=_picked)
