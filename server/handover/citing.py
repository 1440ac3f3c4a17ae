"""What an item of a handover rests on, as names that open: events by their id, documents by place.

An event is cited by its id, a document as "feed:" and its position in the feed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.db.tables import event
from server.read.situation_records import Record, records_of
from server.read.situation_store import Records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FEED = "feed:"
_AT_ONCE = 5_000
#: So many records are opened at once.
MOST_OPENED = 200


def document(position: int) -> str:
    """The citation of a document."""
    return f"{_FEED}{position}"


def event_ids(connection: sa.Connection, positions: Iterable[int]) -> Mapping[int, str]:
    """The citations of events by their place in the log."""
    wanted, found = sorted(set(positions)), {}
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        rows = connection.execute(
            sa.select(event.c.pos, event.c.event_id).where(event.c.pos.in_(some))
        )
        found.update({row.pos: row.event_id for row in rows})
    return found


def cited_by(records: Records, ids: Mapping[int, str]) -> tuple[str, ...]:
    """The citations of what a situation rests on."""
    events = (ids[position] for position in records.events if position in ids)
    return (*events, *map(document, records.documents))


def cited_records(connection: sa.Connection, citations: Sequence[str]) -> list[Record]:
    """The records behind citations, in the order of the log; what is cited and not here is not."""
    some = citations[:MOST_OPENED]
    places = [one.removeprefix(_FEED) for one in some if one.startswith(_FEED)]
    events = connection.execute(
        sa.select(event.c.pos).where(
            event.c.event_id.in_([one for one in some if not one.startswith(_FEED)])
        )
    ).scalars()
    rests_on = Records(
        events=tuple(events), documents=tuple(int(one) for one in places if _is_place(one))
    )
    return list(records_of(connection, rests_on))


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 18  # noqa: PLR2004 - digits of a bigint
