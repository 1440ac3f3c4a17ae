"""Opens and closes situations in their table, with the records they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.read.batch import Batch
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
    batch: Batch,
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
    known = batch.situation(key)
    if known is None:
        known = {
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
        }
    before = read_records(known["records"])
    together = before.with_more(rests_on)
    if together != before:
        batch.write_situation({**known, "records": msgspec.json.encode(together).decode()})


def close_holds(batch: Batch, serial: str, *, at: int, station: str | None = None) -> None:
    """Every hold of the unit that was opened until then, or those of ``station``, are settled."""
    close_all(batch, "held", serial, at=at, station=station)


def close_all(
    batch: Batch, kind: str, serial: str, *, at: int, station: str | None = None
) -> None:
    """Every situation of the kind about the unit that was opened until then has settled itself.

    What happened before it opened, and only came in later, settles nothing; with ``station``
    only what was opened there is.
    """
    for known in batch.open_of_kind(kind):
        is_theirs = station is None or known["station"] == station
        is_asked = known["key"].startswith(f"{kind}:{serial}:") and is_theirs
        if is_asked and known["opened_at"] <= at:
            batch.write_situation({**known, "closed_at": at})


def close_situation(batch: Batch, key: str, *, at: int) -> None:
    """This one has settled itself."""
    known = batch.situation(key)
    if known is not None and known["closed_at"] is None:
        batch.write_situation({**known, "closed_at": at})


def read_records(text: str | None) -> Records:
    """A situation from before records were kept has none."""
    return msgspec.json.decode(text, type=Records) if text else Records()


def units(number: int) -> str:
    """So many of them, with the noun that fits."""
    return "1 unit" if number == 1 else f"{number} units"


def in_words(code: str) -> str:
    """A stable code as words, for want of a better text; what a person wrote stays as it is."""
    if " " in code:
        return code
    return code.rsplit(".", maxsplit=1)[-1].replace("_", " ")


def _both(first: Sequence[T], then: Sequence[T]) -> tuple[T, ...]:
    together: dict[T, None] = dict.fromkeys([*first, *then])
    return tuple(together)[:MOST_RECORDS]
