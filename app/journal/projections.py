"""Projections: tables derived from the events, in the same transaction as the events.

A projection may be dropped at any time: it is rebuilt from the events, and must come out equal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from app.domain.envelope import Envelope, Refs, decode_envelope
from app.domain.events import KINDS, Body
from app.journal.segments import SealedEnd, sealed_up_to, segments_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import apsw


@dataclass(frozen=True, slots=True)
class Fact:
    """What a projection may look at: an event's place, what it is about, its body, its time."""

    epoch: int
    seq: int
    refs: Refs
    body: Body
    at: int
    event_id: str = ""


#: Changes the tables for one fact; raises DuplicateResult when the fact is known already.
#: ``Any`` stands for the body class the handler is registered under.
Handler: TypeAlias = Callable[["apsw.Connection", Fact, Any], None]


#: Told how many events of how many are done, on the thread of the journal.
Told: TypeAlias = "Callable[[int, int], None]"
_TOLD_EVERY = 1_000


def nobody(_done: int, _total: int) -> None:
    """Nobody looks."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Some tables and how each kind of body changes them.

    A new ``version`` makes every journal rebuild the projection when it is next opened.
    """

    name: str
    version: int
    tables: tuple[str, ...]
    schema: str
    handlers: Mapping[type[Body], Handler]

    def create(self, db: apsw.Connection) -> None:
        db.execute(self.schema)

    def drop(self, db: apsw.Connection) -> None:
        for table in self.tables:
            db.execute(f"DROP TABLE IF EXISTS {table}")

    def apply(self, db: apsw.Connection, fact: Fact) -> None:
        handler = self.handlers.get(type(fact.body))
        if handler is not None:
            handler(db, fact, fact.body)

    def is_drawn(self, db: apsw.Connection) -> bool:
        """Whether the file has it as this software draws it; else opening draws it anew."""
        return _version_in(db, self) == self.version

    def digest(self, db: apsw.Connection) -> str:
        """A hash over all rows, in an order of their own."""
        total = hashlib.sha256()
        for table in self.tables:
            columns = db.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
            order = ", ".join(str(name) for (name,) in columns)
            for row in db.execute(f"SELECT * FROM {table} ORDER BY {order}"):  # noqa: S608 (ours)
                total.update(repr(row).encode())
        return total.hexdigest()


_DECODERS = {kind: msgspec.json.Decoder(cls) for kind, cls in KINDS.items()}


def read_fact(envelope: Envelope) -> Fact | None:
    """The fact of a stored event; None for a kind or version this software does not know.

    Raises:
        msgspec.ValidationError: the kind is known and the body is not of it.
    """
    cls = KINDS.get(envelope.kind)
    if cls is None or envelope.version > cls.VERSION:
        return None
    body = _DECODERS[envelope.kind].decode(envelope.body)
    return Fact(envelope.epoch, envelope.seq, envelope.refs, body, envelope.at, envelope.event_id)


def bring_up_to_date(
    db: apsw.Connection,
    projections: Iterable[Projection],
    *,
    sealed: Iterable[bytes] = (),
    told: Told = nobody,
) -> None:
    """Rebuild those that are new, or of another version than the file's."""
    stale = [p for p in projections if not p.is_drawn(db)]
    if stale:
        rebuild(db, stale, sealed=sealed, told=told)


def rebuild(
    db: apsw.Connection,
    projections: Sequence[Projection],
    *,
    sealed: Iterable[bytes] = (),
    told: Told = nobody,
) -> tuple[str, ...]:
    """Drop and build again from the events; names those that came out different.

    ``sealed`` are the events that are in segments and no longer in the table; ``told`` hears now
    and then how many of how many are done.  The caller owns the transaction.
    """
    before = {p.name: _digest_if_there(db, p) for p in projections}
    for projection in projections:
        projection.drop(db)
        projection.create(db)
    end = sealed_up_to(db)
    total = _count(db, end)
    rows = db.execute(
        "SELECT raw FROM event WHERE (epoch, seq) > (?, ?) ORDER BY epoch, seq",
        (end.epoch, end.seq),
    )
    for done, raw in enumerate(chain(sealed, (raw for (raw,) in rows)), start=1):
        if done % _TOLD_EVERY == 0:
            told(done, total)
        fact = read_fact(decode_envelope(raw))
        if fact is not None:
            for projection in projections:
                projection.apply(db, fact)
    for projection in projections:
        db.execute(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)",
            (_key(projection), str(projection.version)),
        )
    return tuple(p.name for p in projections if before[p.name] != p.digest(db))


def _count(db: apsw.Connection, end: SealedEnd) -> int:
    """Of all events, in segments or not."""
    after = (end.epoch, end.seq)
    in_table = db.execute("SELECT count(*) FROM event WHERE (epoch, seq) > (?, ?)", after).get
    return int(in_table or 0) + sum(segment.events for segment in segments_of(db))


def _digest_if_there(db: apsw.Connection, projection: Projection) -> str | None:
    known = {str(row[0]) for row in db.execute("SELECT name FROM sqlite_schema")}
    return projection.digest(db) if known.issuperset(projection.tables) else None


def _version_in(db: apsw.Connection, projection: Projection) -> int | None:
    value = db.execute("SELECT value FROM meta WHERE key = ?", (_key(projection),)).get
    return None if value is None else int(value)


def _key(projection: Projection) -> str:
    return f"projection:{projection.name}"
