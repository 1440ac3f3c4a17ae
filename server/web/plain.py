"""A problem as a page of its own: no such address, or no database to draw a page from."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response

from server.web.site import HEADERS, environment

if TYPE_CHECKING:
    from starlette.requests import Request

    from server.problems import Problem

#: Programs talk to these; whoever opens one in a browser gets what a program gets.
_NO_PAGES = ("/v1/", "/static/")
_NOWHERE = "There is no page at this address. Begin at the line."


def answer_to(request: Request, problem: Problem) -> Response:
    """What is wrong in the words of a page for whoever looks, as an object for a program."""
    is_for_a_person = "text/html" in request.headers.get("accept", "")
    if not is_for_a_person or request.url.path.startswith(_NO_PAGES):
        return problem.response()
    is_nowhere = problem.status == HTTPStatus.NOT_FOUND
    shown = (
        environment()
        .get_template("plain.html")
        .render(
            detail=_NOWHERE if is_nowhere else problem.detail,
            status=problem.status,
            method=request.method,
            again_s=problem.headers.get("Retry-After") if request.method == "GET" else None,
        )
    )
    headers = HEADERS | problem.headers
    return HTMLResponse(shown, status_code=problem.status, headers=headers)
