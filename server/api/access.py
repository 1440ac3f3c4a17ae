"""Who may do what: stations and administrators by token or machine, people by their sign-in.

A session opens pages and lists, never the interface that changes the plant: a foreign page could
send a request with its cookie.

A request counts as local only when everything about it says so: the peer's address, the host it
asked for, no proxy in between and no foreign web page behind it.
"""

from __future__ import annotations

import hmac
import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import sqlalchemy as sa

from server.db.tables import station
from server.log.accounts import find_session, note_seen
from server.problems import Problem

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

    from server.log.accounts import SignedIn
    from server.log.tokens import Claims
    from server.plant import Plant

_PROXY_HEADERS = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
_KEY = sa.select(station.c.public_key).where(station.c.station == sa.bindparam("of"))
_LOCAL_NAMES = {"localhost", "127.0.0.1", "::1"}
#: What the pages' scripts send when they look again by themselves: nobody is there for that.
BY_ITSELF = "x-asbuilt-by-itself"
#: The cookie with a session's secret.
SESSION_COOKIE = "asbuilt_session"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks for a page: somebody signed in, this machine's administrator, or anybody.

    Whoever is signed in is that person also on the server's own machine.
    """

    signed_in: SignedIn | None
    is_admin: bool
    may_read: bool

    def has_right(self, right: str) -> bool:
        if self.signed_in is None:
            return self.is_admin
        return right in self.signed_in.rights

    def has_role(self, roles: frozenset[str]) -> bool:
        if self.signed_in is None:
            return self.is_admin
        return self.signed_in.role in roles


def require_admin(request: HTTPConnection, plant: Plant) -> None:
    """Raise unless the request may change the plant."""
    if is_admin(request, plant):
        return
    raise Problem(
        403,
        "admin_only",
        "Only an administrator may do this: call it on the server's own machine, or send "
        "Authorization: Bearer with the content of admin.token from the server's data folder.",
    )


def is_admin(request: HTTPConnection, plant: Plant) -> bool:
    """Whether the request may change the plant."""
    return _has_admin_token(request, plant) or is_local(request)


def visitor_of(request: HTTPConnection, plant: Plant) -> Visitor:
    """Who asks, and that they are there.  Call it off the event loop: it reads the database."""
    found = _session(request, plant)
    if found is not None:
        return Visitor(found, is_admin=found.role == "administrator", may_read=True)
    is_ours = is_admin(request, plant)
    return Visitor(None, is_ours, is_ours or plant.settings.reading == "everyone")


def require_reader(request: HTTPConnection, plant: Plant) -> None:
    """Raise unless the request may look.  Call it off the event loop."""
    if plant.settings.reading == "everyone" or is_admin(request, plant):
        return
    if _session(request, plant) is not None:
        return
    raise Problem(
        403,
        "local_only",
        'Sign in at /sign-in, ask on the server\'s own machine, or set reading = "everyone" in '
        "its configuration to open its pages to the network.",
    )


def _session(request: HTTPConnection, plant: Plant) -> SignedIn | None:
    secret = request.cookies.get(SESSION_COOKIE)
    if secret is None:
        return None
    now = plant.now_us()
    with plant.database.read() as connection:
        found = find_session(connection, secret, now_us=now)
    if found is None:
        return None
    person, is_due = found
    if is_due and not _is_by_itself(request):
        with plant.database.write() as connection:
            note_seen(connection, secret, now_us=now)
    return person


def _is_by_itself(request: HTTPConnection) -> bool:
    """Browsers open a lost stream of changes again, and send no header of ours with it."""
    headers = request.headers
    return BY_ITSELF in headers or "text/event-stream" in headers.get("accept", "")


def require_station(request: HTTPConnection, plant: Plant) -> str:
    """The station whose good token the request carries.

    Call it off the event loop: it reads the database.
    """
    claims = station_claims(request, plant)
    with plant.database.read() as connection:
        check_claims(connection, claims)
    return claims.station


def station_claims(request: HTTPConnection, plant: Plant) -> Claims:
    """What the request's good token says; whether it still holds says :func:`check_claims`."""
    token = _bearer(request)
    if token is None:
        raise Problem(
            401,
            "unauthorized",
            "A station's token is needed; sign in first.",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return plant.tokens.claims(token)


def check_claims(connection: sa.Connection, claims: Claims) -> None:
    """Raise unless the station still has the key that its token was given for."""
    key = connection.execute(_KEY, {"of": claims.station}).scalar_one_or_none()
    if key != claims.key:
        raise Problem(401, "unauthorized", f"{claims.station} was enrolled anew; sign in again.")


def is_local(request: HTTPConnection) -> bool:
    """Whether the request surely comes from this machine."""
    headers = request.headers
    if any(name in headers for name in _PROXY_HEADERS):
        return False
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != headers.get("host"):
        return False
    if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
        return False
    host = urlsplit(f"//{headers.get('host', '')}").hostname
    return host in _LOCAL_NAMES and _is_loopback(request)


def caller(request: HTTPConnection) -> str:
    """Whom to count wrong guesses against."""
    return request.client.host if request.client else "unknown"


def _is_loopback(request: HTTPConnection) -> bool:
    if request.client is None:
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _has_admin_token(request: HTTPConnection, plant: Plant) -> bool:
    token = _bearer(request)
    return token is not None and hmac.compare_digest(token.encode(), plant.admin_token.encode())


def _bearer(request: HTTPConnection) -> str | None:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None
