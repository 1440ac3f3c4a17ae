"""What waits for a person: the list, and one situation with its form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from server.api.access import caller
from server.problems import Problem
from server.read.situation_decisions import decide
from server.read.situation_list import open_situations, situation_detail
from server.web.deciding import may_decide
from server.web.format import PlantTimes
from server.web.site import Page

if TYPE_CHECKING:
    import sqlalchemy as sa
    from starlette.responses import Response

    from server.log.accounts import SignedIn
    from server.web.site import Visit

_REFUSED = 400
_MOST_DIGITS = 9
#: Given back when the decision was refused; passwords never are.
_TYPED = ("decision", "by", "second", "why")


def _situations(visit: Visit) -> Response:
    with visit.plant.database.read() as connection:
        found = open_situations(connection)
    return visit.show("situations.html", situations=found)


def _situation(visit: Visit, *, said: str = "", status: int = 200) -> Response:
    key = visit.path("key")
    with visit.plant.database.read() as connection:
        detail = situation_detail(connection, key)
    if detail is None:
        raise Problem(404, "not_found", f"There is no situation {key}.")
    return visit.show(
        "situation.html",
        status=status,
        one=detail.situation,
        detail=detail,
        may_decide=may_decide(visit.visitor, detail.situation.owner),
        said=said,
        typed={name: visit.form.get(name, "") for name in _TYPED},
    )


def _decided(visit: Visit) -> Response:
    """Keep the decision; what is wrong with it is said on the page, with what was typed."""
    key, plant = visit.path("key"), visit.plant
    try:
        _require_theirs(visit, key)
        asked = {name: visit.form.get(name, "") for name in ("decision", "why")} | _names(visit)
        with plant.database.write() as connection:
            _require_seen(visit, connection, key)
            decide(connection, key, asked, now_us=plant.now_us())
    except Problem as problem:
        return _situation(visit, said=problem.detail, status=max(problem.status, _REFUSED))
    plant.published()
    return visit.go_to(f"/situations/{quote(key, safe='')}")


def _require_theirs(visit: Visit, key: str) -> None:
    with visit.plant.database.read() as connection:
        detail = situation_detail(connection, key)
    if detail is not None and not may_decide(visit.visitor, detail.situation.owner):
        owner = detail.situation.owner
        raise Problem(403, "role", f"This decision is for: {owner}. Nothing was changed.")


def _require_seen(visit: Visit, connection: sa.Connection, key: str) -> None:
    """Raise when somebody decided since the page was shown: who comes second reads it first."""
    seen = visit.form.get("seen", "")
    detail = situation_detail(connection, key)
    if detail is None or not seen.isdecimal() or len(detail.decisions) <= int(seen[:_MOST_DIGITS]):
        return
    newest = detail.decisions[-1]
    at = PlantTimes(visit.plant.settings.zone()).minute(newest.at)
    raise Problem(
        409,
        "decided_already",
        f"Already decided by {newest.by} at {at}: {newest.words}. Nothing was changed; "
        "look at the decision again before you change it.",
    )


def _names(visit: Visit) -> dict[str, str]:
    """Who decides: whoever is signed in; at the server itself, who they say they are."""
    signed_in = visit.visitor.signed_in
    second = visit.form.get("second", "").strip()
    if signed_in is None:
        return {"by": visit.form.get("by", ""), "second": second}
    if second:
        password = visit.form.get("second_password", "")
        second = _called(visit.gate.confirm(second, password, caller(visit.request)))
    return {"by": _called(signed_in), "second": second}


def _called(person: SignedIn) -> str:
    return f"{person.role} {person.person}"


SITUATIONS = Page(
    "/situations", _situations, key="situations", name="Decisions", sign="scales-bold"
)
SITUATION = Page("/situations/{key:path}", _situation, key="situations", submit=_decided)
