"""Handovers of lines as they are kept: books of entries, sealed where somebody signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.handover_book import HandoverEntry, book_of, hash_of
from server.db import turns
from server.db.handover_tables import handover_entry
from server.db.storable import storable_text
from server.problems import Problem, not_found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from app.domain.handover_book import Book

_SEAL_TAG = b"asbuilt/handover-seal/1\0"
_SIGNED = frozenset({"given", "taken"})
#: So many are listed, the newest; and so many beside a sheet.
MOST_LISTED, MOST_SHOWN = 50, 8


@dataclass(frozen=True, slots=True)
class Kept:
    """One handover with its entries; ``seals`` are the plant's signatures by entry number."""

    handover: str
    entries: tuple[HandoverEntry, ...]
    book: Book
    seals: dict[int, str]


def read_book(connection: sa.Connection, handover: str) -> Kept:
    """One handover.

    Raises:
        Problem: 404, there is none of that name.
    """
    rows = connection.execute(
        sa.select(handover_entry)
        .where(handover_entry.c.handover == storable_text(handover))
        .order_by(handover_entry.c.number)
    ).all()
    if not rows:
        raise not_found(detail=f"There is no handover {handover}.")
    return _kept(handover, rows)


def take_turn(connection: sa.Connection) -> None:
    """Until the commit, everybody else who writes on a sheet waits.

    Two who began a book at the same moment would each begin their own.  Call it before the sheet
    is read.
    """
    turns.take_turn(connection, turns.Lock.HANDOVER)


def books_of(connection: sa.Connection, line: str, *, most: int = MOST_LISTED) -> list[Kept]:
    """The handovers of a line, the newest first."""
    began = sa.func.min(handover_entry.c.at).label("began")
    rows = connection.execute(
        sa.select(handover_entry.c.handover, began)
        .where(handover_entry.c.line == storable_text(line))
        .group_by(handover_entry.c.handover)
        .order_by(began.desc(), handover_entry.c.handover)
        .limit(most)
    )
    return _read(connection, [row.handover for row in rows])


def books_in_hand(connection: sa.Connection, line: str, *, most: int = MOST_SHOWN) -> list[Kept]:
    """What a line's sheet needs, the newest first.

    That is the one people write into, the ``most`` given last, of which the newest may wait to be
    taken over, and any older one with a question that nobody has settled.
    """
    columns, of_line = handover_entry.c, handover_entry.c.line == storable_text(line)
    given = connection.execute(
        sa.select(columns.handover, columns.at)
        .where(of_line, columns.act == "given")
        .order_by(columns.at.desc())
        .limit(most)
    ).all()
    # One is begun after the one before was given.
    since = given[0].at if given else 0
    begun = sa.select(columns.handover).where(
        of_line, columns.act.in_(("added", "commented")), columns.at >= since
    )
    is_asked = sa.case((columns.act == "asked", 1), else_=0)
    asking = (
        sa.select(columns.handover)
        .where(of_line, columns.act.in_(("asked", "closed")))
        .group_by(columns.handover)
        .having(2 * sa.func.sum(is_asked) > sa.func.count())
    )
    names = {row.handover for row in given}
    names.update(connection.execute(sa.union(begun, asking)).scalars())
    return _read(connection, names)


def _read(connection: sa.Connection, names: Iterable[str]) -> list[Kept]:
    """By when they were begun, the newest first."""
    found: dict[str, list[sa.Row[Any]]] = {}
    statement = sa.select(handover_entry).where(handover_entry.c.handover.in_(names))
    for row in connection.execute(statement.order_by(handover_entry.c.number)):
        found.setdefault(row.handover, []).append(row)
    newest = sorted(found, key=lambda name: (-found[name][0].at, name))
    return [_kept(name, found[name]) for name in newest]


def _kept(handover: str, rows: Sequence[sa.Row[Any]]) -> Kept:
    entries = tuple(msgspec.json.decode(row.body, type=HandoverEntry) for row in rows)
    seals = {row.number: row.seal for row in rows if row.seal is not None}
    return Kept(handover, entries, book_of(entries), seals)


def append(
    connection: sa.Connection,
    kept: Kept,
    entry: HandoverEntry,
    *,
    sign: Callable[[bytes], str],
) -> Kept:
    """Keep one more entry; a signed one with the plant's seal over all before it.

    Raises:
        Problem: 409, somebody else wrote into the book meanwhile.
    """
    clean = _storable(entry)
    hashed = hash_of(clean, kept.book.head)
    seal = sign(seal_message(hashed)) if clean.act in _SIGNED else None
    try:
        connection.execute(
            handover_entry.insert().values(
                handover=storable_text(kept.handover),
                number=clean.number,
                line=clean.line,
                at=clean.at_us,
                act=clean.act,
                body=msgspec.json.encode(clean).decode(),
                hash=hashed,
                seal=seal,
            )
        )
    except sa.exc.IntegrityError as error:
        detail = "Somebody else changed this handover at the same moment; look again."
        raise Problem(409, "changed_meanwhile", detail) from error
    entries = (*kept.entries, clean)
    seals = kept.seals if seal is None else {**kept.seals, clean.number: seal}
    return Kept(kept.handover, entries, book_of(entries), seals)


def seal_message(hash_hex: str) -> bytes:
    """The bytes that the plant signs for a signed entry."""
    return _SEAL_TAG + hash_hex.encode()


def empty(handover: str) -> Kept:
    """A handover nobody has written into."""
    return Kept(handover, (), book_of(()), {})


def _storable(entry: HandoverEntry) -> HandoverEntry:
    """As it can be read again from either database."""
    text = storable_text(msgspec.json.encode(entry).decode().replace("\\u0000", "\\ufffd"))
    return msgspec.json.decode(text, type=HandoverEntry)
