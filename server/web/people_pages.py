"""Signing in and out, and who tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.api.access import SESSION_COOKIE, caller
from server.log.accounts import tries
from server.problems import Problem
from server.read.times import utc
from server.web.site import Page, forget_cookie, set_cookie

if TYPE_CHECKING:
    from starlette.responses import Response

    from server.web.site import Visit

_MOST_TRIES = 200


def _sign_in(visit: Visit) -> Response:
    to = _own_address(visit.request.query_params.get("to", ""))
    return visit.show("sign_in.html", said="", to=to)


def _signed_in(visit: Visit) -> Response:
    to = _own_address(visit.form.get("to", ""))
    number, password = visit.form.get("number", ""), visit.form.get("password", "")
    request = visit.request
    before = request.cookies.get(SESSION_COOKIE)
    try:
        secret = visit.gate.sign_in(number, password, caller(request), before=before)
    except Problem as problem:
        return visit.refuse_sign_in(problem, to=to)
    answer = visit.go_to(to)
    set_cookie(answer, request, SESSION_COOKIE, secret)
    return answer


def _signed_out(visit: Visit) -> Response:
    secret = visit.request.cookies.get(SESSION_COOKIE)
    answer = visit.go_to("/sign-in")
    if secret is not None and visit.visitor.signed_in is not None:
        visit.gate.sign_out(secret, visit.visitor.signed_in.person, caller(visit.request))
    forget_cookie(answer, visit.request, SESSION_COOKIE)
    return answer


def _password(visit: Visit, problem: Problem | None = None) -> Response:
    if visit.visitor.signed_in is None:
        return visit.ask_to_sign_in()
    if problem is None:
        return visit.show("password.html", said="")
    answer = visit.show("password.html", status=problem.status, said=problem.detail)
    answer.headers.update(problem.headers)
    return answer


def _password_changed(visit: Visit) -> Response:
    """Their other sessions end; this one goes on under a new secret."""
    signed_in, request = visit.visitor.signed_in, visit.request
    if signed_in is None:
        return visit.ask_to_sign_in()
    known, wanted = visit.form.get("password", ""), visit.form.get("new_password", "")
    try:
        secret = visit.gate.change_password(signed_in.person, known, wanted, caller(request))
    except Problem as problem:
        return _password(visit, problem)
    answer = visit.go_to("/")
    set_cookie(answer, request, SESSION_COOKIE, secret)
    return answer


def _tries(visit: Visit) -> Response:
    with visit.plant.database.read() as connection:
        found = tries(connection, limit=_MOST_TRIES)
    shown = [(utc(one.at), one) for one in found]
    return visit.show("sign_ins.html", tries=shown, most=_MOST_TRIES)


def _own_address(wanted: str) -> str:
    """An address of ours to go on to; anything else leads to the line."""
    is_ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\", "/sign-"))
    return wanted if is_ours and wanted.isprintable() else "/"


SIGN_IN = Page("/sign-in", _sign_in, submit=_signed_in, is_open=True)
SIGN_OUT = Page("/sign-out", _sign_in, submit=_signed_out, is_open=True)
PASSWORD = Page("/password", _password, submit=_password_changed)
SIGN_INS = Page(
    "/sign-ins",
    _tries,
    key="sign-ins",
    name="Sign-ins",
    sign="identification-badge-bold",
    roles=frozenset({"administrator"}),
)
