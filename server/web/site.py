"""What every page has in common: who asks, what they may see and send, and how it is drawn.

A page is one :class:`Page` in a module's ``PAGES``, joined in :mod:`server.web.pages`.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlsplit

from anyio.to_thread import run_sync
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response

from server.api.access import SESSION_COOKIE, is_local, visitor_of
from server.limits import read_body
from server.problems import Problem
from server.read.times import utc
from server.web.format import PlantTimes, age, count, icon
from server.web.recall_view import place_words
from server.web.uploads import MULTIPART, Upload, read_multipart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.requests import Request

    from server.api.access import Visitor
    from server.plant import Plant
    from server.web.gate import Gate

HERE = Path(__file__).parent
#: What a form may weigh, in bytes and fields.
_MOST_BYTES, _MOST_FIELDS = 20_000, 50
#: Marks a browser without a session, so that its forms can be told from a foreign page's.
_VISIT_COOKIE = "asbuilt_visit"
_SEE_OTHER, _FORBIDDEN = 303, 403

#: Nothing from elsewhere, nothing inline: what a page may load is what we ship.
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    ``draw`` answers a look, ``submit`` the page's form; both run off the event loop and may
    raise a :class:`Problem`, which is shown in words.  With a ``name`` it stands in the
    navigation, under the icon ``sign``; ``key`` says which entry is lit.  ``roles`` are those
    that may see it, beside this machine's administrator; None: whoever may look at all.
    ``is_open``: also for those who may look at nothing.  ``most_bytes`` is what its form may
    weigh.
    """

    path: str
    draw: Callable[[Visit], Response]
    key: str = ""
    name: str | None = None
    sign: str = ""
    roles: frozenset[str] | None = None
    submit: Callable[[Visit], Response] | None = None
    is_open: bool = False
    most_bytes: int = _MOST_BYTES

    def is_for(self, visitor: Visitor) -> bool:
        if self.is_open or not visitor.may_read:
            return self.is_open
        return self.roles is None or visitor.has_role(self.roles)


@dataclass(frozen=True)
class Visit:
    """One request for a page, as ``draw`` and ``submit`` work with it; ``form`` is what was sent.

    ``mark`` is the secret of the browser that its forms are bound to, ``upload`` a file that was
    sent with the form.
    """

    plant: Plant
    gate: Gate
    request: Request
    visitor: Visitor
    page: Page
    nav: tuple[Page, ...]
    mark: str
    form: Mapping[str, str] = field(default_factory=dict)
    upload: Upload | None = None

    @cached_property
    def form_token(self) -> str:
        """Goes into every form as ``form_token``: only a page of ours knows it."""
        key = self.plant.sign(b"asbuilt/forms/1").encode()
        return hmac.digest(key, self.mark.encode(), "sha256").hex()

    def path(self, name: str) -> str:
        """A part of the page's address."""
        return str(self.request.path_params[name])

    def show(self, template: str, *, status: int = 200, **values: object) -> Response:
        """The page, drawn from its template."""
        shown = (
            environment()
            .get_template(template)
            .render(
                visit=self,
                lit=self.page.key,
                times=PlantTimes(self.plant.settings.zone()),
                now=utc(self.plant.now_us()),
                plant=self.plant.identity.name,
                status=status,
                **values,
            )
        )
        return HTMLResponse(shown, status_code=status, headers=HEADERS)

    def go_to(self, address: str) -> Response:
        """Another page of ours."""
        return RedirectResponse(address, _SEE_OTHER, headers={"Cache-Control": "no-store"})

    def ask_to_sign_in(self, *, to: str = "") -> Response:
        """The sign-in page in this page's place; afterwards it goes on to where this one is."""
        here = self.request.url
        wanted = to or (f"{here.path}?{here.query}" if here.query else here.path)
        return self.show("sign_in.html", status=_FORBIDDEN, said="", to=wanted)

    def refuse_sign_in(self, problem: Problem, *, to: str) -> Response:
        """The sign-in page again, with what was wrong."""
        answer = self.show("sign_in.html", status=problem.status, said=problem.detail, to=to)
        answer.headers.update(problem.headers)
        return answer


class Site:
    """Serves pages."""

    def __init__(self, plant: Plant, gate: Gate, pages: Sequence[Page]) -> None:
        self._plant = plant
        self._gate = gate
        self._pages = tuple(pages)

    def endpoint(self, page: Page) -> Callable[[Request], Any]:
        """What serves ``page``; a problem becomes a page too."""

        async def serve(request: Request) -> Response:
            body = b""
            if request.method == "POST" and await run_sync(self._may_send, page, request):
                try:
                    body = await read_body(request, limit=page.most_bytes)
                except Problem as problem:
                    return problem.response()
            return await run_sync(partial(self._answer, page, request, body))

        return serve

    def _may_send(self, page: Page, request: Request) -> bool:
        """Nobody fills our memory with a file that is not theirs to send."""
        return page.most_bytes <= _MOST_BYTES or page.is_for(visitor_of(request, self._plant))

    def _answer(self, page: Page, request: Request, body: bytes) -> Response:
        visitor = visitor_of(request, self._plant)
        cookies = request.cookies
        form, upload = _sent(request.headers.get("content-type", ""), body)
        known = cookies.get(SESSION_COOKIE) if visitor.signed_in else cookies.get(_VISIT_COOKIE)
        visit = Visit(
            plant=self._plant,
            gate=self._gate,
            request=request,
            visitor=visitor,
            page=page,
            nav=tuple(one for one in self._pages if one.name and one.is_for(visitor)),
            mark=known or self._plant.random(16).hex(),
            form=form,
            upload=upload,
        )
        try:
            answer = self._drawn(visit)
        except Problem as problem:
            answer = visit.show(
                "problem.html",
                status=problem.status,
                detail=problem.detail,
                # What was sent is not sent again by itself.
                again_s=problem.headers.get("Retry-After") if request.method == "GET" else None,
            )
            answer.headers.update(problem.headers)
        if known is None:
            set_cookie(answer, request, _VISIT_COOKIE, visit.mark)
        return answer

    def _drawn(self, visit: Visit) -> Response:
        page = visit.page
        if not page.is_for(visit.visitor):
            if visit.visitor.signed_in is None:
                return visit.ask_to_sign_in()
            names = ", ".join(sorted(page.roles or ()))
            raise Problem(403, "role", f"This page is for: {names}. Ask one of them.")
        if visit.request.method != "POST" or page.submit is None:
            return page.draw(visit)
        _require_own_form(visit)
        return page.submit(visit)


def set_cookie(answer: Response, request: Request, name: str, value: str) -> None:
    """A cookie no script can read; only over TLS, but on the server's own machine."""
    answer.set_cookie(
        name, value, path="/", httponly=True, samesite="lax", secure=not is_local(request)
    )


def forget_cookie(answer: Response, request: Request, name: str) -> None:
    """Take it back."""
    answer.delete_cookie(
        name, path="/", httponly=True, samesite="lax", secure=not is_local(request)
    )


def _sent(content_type: str, body: bytes) -> tuple[dict[str, str], Upload | None]:
    if content_type.lower().startswith(MULTIPART):
        return read_multipart(content_type, body)
    return _form(body), None


def _form(body: bytes) -> dict[str, str]:
    try:
        text = body.decode("utf-8")
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        return {}


def _require_own_form(visit: Visit) -> None:
    """Raise unless the form is one that we showed to this browser."""
    headers = visit.request.headers
    origin = headers.get("origin")
    is_foreign = headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"} or (
        origin is not None and urlsplit(origin).netloc != headers.get("host")
    )
    given = visit.form.get("form_token", "").encode()
    if is_foreign or not hmac.compare_digest(given, visit.form_token.encode()):
        raise Problem(
            403,
            "foreign_form",
            "This form is too old, or your browser keeps no cookies of this server: nothing was "
            "changed. Open the page again, over https when you are not at the server itself.",
        )


@cache
def environment() -> Environment:
    """What every page is drawn with."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(icon=icon, age=age, count=count, place_words=place_words)
    environment.filters["path"] = partial(quote, safe="")
    return environment
