"""Who may sign in on the pages: passwords, sessions, and a record of every try.

A password belongs to a person of the plant's documents: their role, rights and whether they are
still here count as they stand at each request.  Sessions lie in the database, so that any worker
of the plant knows them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from argon2 import extract_parameters
from argon2.exceptions import InvalidHashError
from argon2.low_level import Type
from msgspec import Struct

from app.domain.plant import Person, Role
from app.domain.rights import rights_of
from server.db.storable import storable_text, upsert
from server.db.tables import account, sign_in, web_session
from server.log.feed import current
from server.problems import invalid, not_found

if TYPE_CHECKING:
    from collections.abc import Callable

#: A session ends when nobody did anything for so long, and after so long in any case.
IDLE_S = 60 * 60
LONGEST_S = 12 * 60 * 60
_TRIES_KEPT_S = 365 * 24 * 60 * 60

#: How a try came out.
SIGNED_IN, CONFIRMED, WRONG, SIGNED_OUT = "signed_in", "confirmed", "wrong", "signed_out"

#: OWASP's least for argon2id (19 MiB, two passes), and the most that we let a check cost.
_LEAST_MEMORY_KIB, _MOST_MEMORY_KIB = 19_456, 262_144
_LEAST_PASSES, _MOST_PASSES, _MOST_LANES = 2, 10, 16
_LONGEST_HASH = 300
#: Not every look is written down: a minute more or less does not matter.
_NOTED_EVERY_US = 60_000_000
_US = 1_000_000


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person with a session, as the plant's documents say they are now."""

    person: str
    name: str
    role: str
    rights: frozenset[str]


class Try(Struct, frozen=True, kw_only=True):
    """A sign-in that was tried, or a sign-out, ``at`` µs; ``person``: None for nobody of ours."""

    at: int
    person: str | None
    address: str
    outcome: str


def set_password(connection: sa.Connection, person: str, password: str, *, now_us: int) -> None:
    """Give ``person`` a password (its argon2id hash); whoever is signed in as them is out.

    Raises:
        Problem: nobody is called so, or the hash is none, too weak or too dear to check.
    """
    if current(connection, Person.KIND, person) is None:
        raise not_found(detail=f"There is no person {person}.")
    _check_hash(password)
    row = {"person": person, "password": password, "changed_at": now_us}
    upsert(connection, account, row)
    _end_all_of(connection, person)


def remove_password(connection: sa.Connection, person: str) -> None:
    """Take the password away, and end every session with it.

    Raises:
        Problem: there was none.
    """
    gone = connection.execute(account.delete().where(account.c.person == storable_text(person)))
    if gone.rowcount == 0:
        raise not_found(detail=f"{person} has no password.")
    _end_all_of(connection, person)


def password_of(connection: sa.Connection, person: str) -> str | None:
    """The hash; None for who has none or is not here any more."""
    if find_person(connection, person) is None:
        return None
    statement = sa.select(account.c.password).where(account.c.person == storable_text(person))
    return connection.execute(statement).scalar_one_or_none()


def find_person(connection: sa.Connection, number: str) -> SignedIn | None:
    """Somebody of the plant who is still here."""
    body = current(connection, Person.KIND, number)
    person = msgspec.json.decode(body, type=Person) if body is not None else None
    if person is None or not person.is_active:
        return None
    said = current(connection, Role.KIND, person.role)
    roles = () if said is None else (msgspec.json.decode(said, type=Role),)
    return SignedIn(person.person, person.name, person.role, rights_of(person, roles))


def begin_session(
    connection: sa.Connection, person: str, *, now_us: int, random: Callable[[int], bytes]
) -> str:
    """A new session's secret, for the cookie; only its hash is kept.

    What is over is swept: sessions, and tries older than a year.
    """
    oldest_seen, oldest = now_us - IDLE_S * _US, now_us - LONGEST_S * _US
    over = sa.or_(web_session.c.seen_at < oldest_seen, web_session.c.began_at < oldest)
    connection.execute(web_session.delete().where(over))
    connection.execute(sign_in.delete().where(sign_in.c.at < now_us - _TRIES_KEPT_S * _US))
    secret = random(32).hex()
    connection.execute(
        web_session.insert().values(
            session=_hash(secret), person=storable_text(person), began_at=now_us, seen_at=now_us
        )
    )
    return secret


def find_session(
    connection: sa.Connection, secret: str, *, now_us: int
) -> tuple[SignedIn, bool] | None:
    """Who has this session, and whether it is time to note that they are there; None: over."""
    row = connection.execute(
        sa.select(web_session).where(web_session.c.session == _hash(secret))
    ).one_or_none()
    if row is None or not _is_good(row.began_at, row.seen_at, now_us):
        return None
    person = find_person(connection, row.person)
    return None if person is None else (person, now_us - row.seen_at > _NOTED_EVERY_US)


def note_seen(connection: sa.Connection, secret: str, *, now_us: int) -> None:
    """Somebody did something: the session goes on."""
    here = web_session.c.session == _hash(secret)
    connection.execute(web_session.update().where(here).values(seen_at=now_us))


def end_session(connection: sa.Connection, secret: str) -> None:
    """Sign out; a session that is over already is no mistake."""
    connection.execute(web_session.delete().where(web_session.c.session == _hash(secret)))


def note_try(
    connection: sa.Connection,
    *,
    name_hash: str,
    person: str | None,
    address: str,
    outcome: str,
    now_us: int,
    random: Callable[[int], bytes],
) -> None:
    """Keep that somebody tried, signed in or out."""
    row = {
        "id": random(16).hex(),
        "at": now_us,
        "name_hash": name_hash,
        "person": None if person is None else storable_text(person),
        "address": address,
        "outcome": outcome,
    }
    connection.execute(sign_in.insert().values(row))


def wrong_tries(
    connection: sa.Connection, column: sa.Column[str], value: str, *, since_us: int, most: int
) -> list[int]:
    """When tries with this ``value`` went wrong since the last good one, newest first (µs)."""
    rows = connection.execute(
        sa.select(sign_in.c.at, sign_in.c.outcome)
        .where(column == value, sign_in.c.at > since_us, sign_in.c.outcome != SIGNED_OUT)
        .order_by(sign_in.c.at.desc())
        .limit(most)
    )
    found = []
    for row in rows:
        if row.outcome != WRONG:
            break
        found.append(int(row.at))
    return found


def tries(connection: sa.Connection, *, limit: int) -> list[Try]:
    """The newest first."""
    rows = connection.execute(sa.select(sign_in).order_by(sign_in.c.at.desc()).limit(limit))
    return [
        Try(at=row.at, person=row.person, address=row.address, outcome=row.outcome) for row in rows
    ]


def _is_good(began_at: int, seen_at: int, now_us: int) -> bool:
    return now_us - seen_at <= IDLE_S * _US and now_us - began_at <= LONGEST_S * _US


def _end_all_of(connection: sa.Connection, person: str) -> None:
    connection.execute(web_session.delete().where(web_session.c.person == storable_text(person)))


def _hash(secret: str) -> str:
    return hashlib.sha256(b"asbuilt/session/1\0" + secret.encode()).hexdigest()


def _check_hash(password: str) -> None:
    wrong = invalid(
        detail="password: expected an argon2id hash of at least 19 MiB and 2 passes, and at most "
        "256 MiB, 10 passes and 16 lanes; `asbuilt person set NUMBER --password` makes one"
    )
    if len(password) > _LONGEST_HASH:
        raise wrong
    try:
        made = extract_parameters(password)
    except InvalidHashError as error:
        raise wrong from error
    if (
        made.type is not Type.ID
        or not _LEAST_MEMORY_KIB <= made.memory_cost <= _MOST_MEMORY_KIB
        or not _LEAST_PASSES <= made.time_cost <= _MOST_PASSES
        or made.parallelism > _MOST_LANES
    ):
        raise wrong
