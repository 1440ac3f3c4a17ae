"""What people say at the server of decisions, advice and words: facts, each beside the others.

Kept under the role that said it, never a name.  Nothing is changed: the newest about a thing
counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from memory.links import Link
from server.db import turns
from server.db.memory_tables import memory_said
from server.db.storable import storable_text

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

#: The kinds: of a decision, of an advice (key and response), of the glossary, what a lead
#: decided about a case (:mod:`server.memory.lead_watches`), and the case a search led to.
ANSWER, WITHDRAWN, SUSPENDED, RESUMED, LINK, RULING, LEAD, PICK = (
    "answer",
    "withdrawn",
    "suspended",
    "resumed",
    "link",
    "ruling",
    "lead",
    "pick",
)
#: Who may have said it.
ROLES = ("administrator", "engineer", "lead", "quality")


class Said(Struct, frozen=True, kw_only=True):
    """One saying; ``why`` are the words given with it, ``answer`` that of an ``ANSWER``."""

    number: int
    at_us: int
    kind: str
    about: str
    role: str
    why: str = ""
    answer: str = ""


class Words(Struct, frozen=True, omit_defaults=True):
    """What most sayings carry."""

    why: str = ""
    answer: str = ""


def say(
    connection: sa.Connection, kind: str, about: str, *, role: str, body: Struct, now_us: int
) -> int:
    """Keep a saying in the transaction; returns its number."""
    take_turn(connection)
    newest = connection.execute(sa.select(sa.func.max(memory_said.c.number))).scalar_one()
    number = (newest or 0) + 1
    connection.execute(
        memory_said.insert().values(
            number=number,
            at=now_us,
            kind=kind,
            about=storable_text(about),
            role=role,
            body=storable_text(msgspec.json.encode(body).decode()),
        )
    )
    return number


def take_turn(connection: sa.Connection) -> None:
    """Until the commit, every other worker that changes the memory's versions waits."""
    turns.take_turn(connection, turns.Lock.SAYING)


def said_of(
    connection: sa.Connection, abouts: Iterable[str], *kinds: str
) -> dict[str, list[Said]]:
    """What was said of each, the oldest first."""
    columns = memory_said.c
    wanted = [storable_text(about) for about in abouts]
    found: dict[str, list[Said]] = {}
    for start in range(0, len(wanted), 1_000):
        part = wanted[start : start + 1_000]
        statement = (
            sa.select(memory_said)
            .where(columns.kind.in_(kinds), columns.about.in_(part))
            .order_by(columns.number)
        )
        for row in connection.execute(statement):
            words = msgspec.json.decode(row.body, type=Words)
            one = Said(
                number=row.number,
                at_us=row.at,
                kind=row.kind,
                about=row.about,
                role=row.role,
                why=words.why,
                answer=words.answer,
            )
            found.setdefault(row.about, []).append(one)
    return found


def all_of_kind(connection: sa.Connection, kind: str, of: type[T]) -> list[T]:
    """Every body of a kind, the oldest first."""
    columns = memory_said.c
    statement = sa.select(columns.body).where(columns.kind == kind).order_by(columns.number)
    return [msgspec.json.decode(body, type=of) for body in connection.execute(statement).scalars()]


def all_links(connection: sa.Connection) -> list[Link]:
    """What people said of how decisions hang together."""
    return all_of_kind(connection, LINK, Link)


def advice_of(key: str, response: str) -> str:
    """What a saying about an advice is about."""
    return f"{key}\x1f{response}"
