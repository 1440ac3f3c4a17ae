"""Opens and closes situations in their table, with the records they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from server.db.storable import storable_text, upsert
from server.db.tables import situation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.read.facts import Fact

T = TypeVar("T")

#: A situation that goes on for days names this many of its records, the first ones.
MOST_RECORDS = 200


class Records(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a situation rests on: positions in the log and the feed, and the units it concerns."""

    events: tuple[int, ...] = ()
    documents: tuple[int, ...] = ()
    units: tuple[str, ...] = ()

    def with_more(self, other: Records) -> Records:
        return Records(
            events=_both(self.events, other.events),
            documents=_both(self.documents, other.documents),
            units=_both(self.units, other.units),
        )


def open_situation(
    connection: sa.Connection,
    fact: Fact,
    *,
    key: str,
    kind: str,
    title: str,
    detail: str,
    records: Records | None = None,
) -> None:
    """Open it once; a later fact under the same key only adds its records."""
    rests_on = (records or Records()).with_more(Records(events=(fact.pos,)))
    upsert(
        connection,
        situation,
        {
            "key": key,
            "origin": "log",
            "kind": kind,
            "title": title,
            "detail": detail,
            "unit": fact.unit,
            "station": fact.envelope.station,
            "opened_at": fact.envelope.at,
            "closed_at": None,
            "records": "{}",
        },
        keep=True,
    )
    _add_records(connection, key, rests_on)


def close_situations(connection: sa.Connection, prefix: str, *, at: int) -> None:
    """Every situation opened until then whose key starts with ``prefix`` has settled itself.

    What happened before it opened, and only came in later, settles nothing.
    """
    connection.execute(
        situation.update()
        .where(
            situation.c.key.startswith(storable_text(prefix), autoescape=True),
            situation.c.opened_at <= at,
            situation.c.closed_at.is_(None),
        )
        .values(closed_at=at)
    )


def close_situation(connection: sa.Connection, key: str, *, at: int) -> None:
    """This one has settled itself."""
    connection.execute(
        situation.update()
        .where(situation.c.key == storable_text(key), situation.c.closed_at.is_(None))
        .values(closed_at=at)
    )


def read_records(text: str | None) -> Records:
    """A situation from before records were kept has none."""
    return msgspec.json.decode(text, type=Records) if text else Records()


def in_words(code: str) -> str:
    """A stable code as words, for want of a better text."""
    return code.rsplit(".", maxsplit=1)[-1].replace("_", " ")


def _add_records(connection: sa.Connection, key: str, more: Records) -> None:
    here = situation.c.key == storable_text(key)
    text = connection.execute(sa.select(situation.c.records).where(here)).scalar_one()
    known = read_records(text)
    together = known.with_more(more)
    if together != known:
        encoded = storable_text(msgspec.json.encode(together).decode())
        connection.execute(situation.update().where(here).values(records=encoded))


def _both(first: Sequence[T], then: Sequence[T]) -> tuple[T, ...]:
    together: dict[T, None] = dict.fromkeys([*first, *then])
    return tuple(together)[:MOST_RECORDS]
