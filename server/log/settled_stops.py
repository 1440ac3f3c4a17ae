"""What leads at stations say about their stops: the first word stands, a second one is kept.

A station that was away could not know that somebody at the web board was first.  Its word changes
nothing then; it is told to the station, and waits for the lead beside the one that counts.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.flow_documents import StopContradicted, StopSettled, stop_key
from app.domain.line_events import StopReclassified
from server.db.flow_tables import flow_stop
from server.db.storable import storable_text
from server.log.feed import WITHDRAWN, Document, current, newest_of, publish

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from server.log.decide import Link


def hold_stops(connection: sa.Connection, links: Sequence[Link]) -> None:
    """The stops that ``links`` say something about are ours until the commit.

    Call it before anything takes positions: it waits for those who settle the same at the board.
    """
    names = sorted({(link.envelope.station, body.stop) for link, body in _said(links)})
    for station, stop in names:
        where = (flow_stop.c.station == station, flow_stop.c.stop == storable_text(stop))
        connection.execute(sa.select(flow_stop.c.pos).where(*where).with_for_update())


def tell_stops(connection: sa.Connection, links: Sequence[Link], *, now_us: int) -> None:
    """Publish what ``links`` say of stops, each after the one before it."""
    for link, body in _said(links):
        publish(connection, list(_documents(connection, link, body, now_us)), now_us=now_us)


def no_more_against(connection: sa.Connection, key: str) -> Iterator[Document]:
    """The reason of a stop is set anew: what was said against the one before is answered."""
    said = current(connection, StopContradicted.KIND, key)
    if said is not None:
        yield Document(StopContradicted.KIND, key, WITHDRAWN)


def _said(links: Iterable[Link]) -> Iterator[tuple[Link, StopReclassified]]:
    for link in links:
        if link.envelope.kind != StopReclassified.KIND:
            continue
        try:
            yield link, msgspec.json.decode(link.envelope.body, type=StopReclassified)
        except msgspec.ValidationError:
            continue  # kept in the log as it is; nothing can be said about a stop


def _documents(
    connection: sa.Connection, link: Link, body: StopReclassified, now_us: int
) -> Iterator[Document]:
    station, actor = link.envelope.station, link.envelope.actor
    key = stop_key(station, body.stop)
    # A wild clock may say any time; nothing is said in the future.
    at = datetime.fromtimestamp(max(0, min(link.envelope.at, now_us)) / 1e6, UTC)
    found = newest_of(connection, StopSettled.KIND, key)
    known = None if found is None else msgspec.json.decode(found[1], type=StopSettled | None)
    if found is not None and known is not None and not _knew(link, found[0], known):
        against = StopContradicted(
            stop=key,
            parts=body.parts,
            role=body.role,
            at=at,
            place=station,
            counts=known.parts,
            counts_role=known.role,
        )
        yield Document(StopContradicted.KIND, key, msgspec.json.encode(against))
        return
    try:
        settled = StopSettled(
            stop=key,
            parts=body.parts,
            by=f"{body.role} {actor.id}".strip(),
            role=body.role,
            at=at,
            version=1 if known is None else known.version + 1,
            place=station,
        )
    except ValueError:
        return  # as above
    yield Document(StopSettled.KIND, key, msgspec.json.encode(settled))
    yield from no_more_against(connection, key)


def _knew(link: Link, pos: int, known: StopSettled) -> bool:
    """Whether the word that stands had come down, or was the same station's own."""
    return pos <= link.envelope.seen_pos or known.place == link.envelope.station
