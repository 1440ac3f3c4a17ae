"""The records a situation rests on, named: what, where, who and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Struct

from app.domain.memory_events import CardPostponed, SituationOpened
from server.db.tables import event, feed, forked_event
from server.read.facts import Fact, read_fact, read_facts
from server.read.situation_store import in_words
from server.read.stop_words import wording
from server.read.times import utc
from server.read.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server.read.situation_store import Records


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
    named = _Named(connection)
    yield from (_fact(fact, named.of(fact)) for fact in read_facts(facts))
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


def fork_records(connection: sa.Connection, key: str) -> Iterator[Record]:
    """Where two histories part: the record in the log, and the one kept beside it."""
    station, _, epoch = key.partition(":")[2].rpartition(":")
    of_log, of_other = event.c, forked_event.c
    statement = (
        sa.select(of_log.pos, of_log.recv_at, of_log.raw, of_other.raw, of_other.recv_at)
        .join(
            forked_event,
            sa.and_(
                of_log.station == of_other.station,
                of_log.epoch == of_other.epoch,
                of_log.seq == of_other.seq,
                of_log.hash != of_other.hash,
            ),
        )
        .where(of_log.station == station, of_log.epoch == int(epoch))
        .order_by(of_log.seq)
        .limit(1)
    )
    named = _Named(connection)
    for pos, recv_at, raw, other_raw, other_recv_at in connection.execute(statement):
        mine, other = read_fact(pos, recv_at, raw), read_fact(pos, other_recv_at, other_raw)
        yield _fact(mine, named.of(mine), side=", in the log")
        yield _fact(other, named.of(other), side=", kept beside it")


class _Named:
    """The words of the instructions that the records were made under, each read once."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._known: dict[str, Vocabulary] = {}

    def of(self, fact: Fact) -> Vocabulary:
        revision = fact.envelope.refs.revision or ""
        if revision not in self._known:
            self._known[revision] = vocabulary(self._connection, revision, "")
        return self._known[revision]


def _fact(fact: Fact, words: Vocabulary, *, side: str = "") -> Record:
    envelope = fact.envelope
    return Record(
        what=_what(fact, words),
        where=f"{envelope.station}, epoch {envelope.epoch}, record {envelope.seq}{side}",
        by=f"{envelope.actor.kind} {envelope.actor.id}",
        unit=fact.unit,
        at=utc(envelope.at),
        received_at=utc(fact.recv_at),
        seen=f"had seen the plant's documents up to position {envelope.seen_pos}",
    )


def _what(fact: Fact, words: Vocabulary) -> str:
    if fact.body is None:
        return fact.envelope.kind
    if isinstance(fact.body, SituationOpened):
        return fact.body.title
    if isinstance(fact.body, CardPostponed):
        return "The card was put off"
    said = wording(fact.body, words)
    return " · ".join(part for part in (said.step, said.evidence) if part)
