"""The records a situation rests on, named: what, where, who and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Struct

from server.db.tables import event, feed
from server.read.facts import Fact, read_facts
from server.read.situation_store import in_words
from server.read.times import utc
from server.read.words import Vocabulary, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server.read.situation_store import Records

_NO_WORDS = Vocabulary(None, "")


class Record(Struct, frozen=True, kw_only=True):
    """One fact or document.  ``where`` is a station with the place in its chain, or the feed."""

    what: str
    where: str
    by: str
    unit: str | None
    at: datetime
    received_at: datetime | None
    seen: str


def records_of(connection: sa.Connection, rests_on: Records) -> Iterator[Record]:
    """Facts by their place in the log, then documents by theirs in the feed."""
    facts = connection.execute(
        sa.select(event.c.pos, event.c.recv_at, event.c.raw)
        .where(event.c.pos.in_(rests_on.events))
        .order_by(event.c.pos)
    )
    yield from map(_fact, read_facts(facts))
    documents = connection.execute(
        sa.select(feed.c.pos, feed.c.kind, feed.c.key, feed.c.at)
        .where(feed.c.pos.in_(rests_on.documents))
        .order_by(feed.c.pos)
    )
    for row in documents:
        yield Record(
            what=f"{in_words(row.kind).capitalize()} {row.key}",
            where=f"the plant's documents, position {row.pos}",
            by="plant",
            unit=None,
            at=utc(row.at),
            received_at=None,
            seen="",
        )


def _fact(fact: Fact) -> Record:
    envelope = fact.envelope
    return Record(
        what=_what(fact),
        where=f"{envelope.station}, epoch {envelope.epoch}, record {envelope.seq}",
        by=f"{envelope.actor.kind} {envelope.actor.id}",
        unit=fact.unit,
        at=utc(envelope.at),
        received_at=utc(fact.recv_at),
        seen=f"had seen the plant's documents up to position {envelope.seen_pos}",
    )


def _what(fact: Fact) -> str:
    if fact.body is None:
        return fact.envelope.kind
    said = wording(fact.body, _NO_WORDS)
    return " · ".join(part for part in (said.step, said.evidence) if part)
