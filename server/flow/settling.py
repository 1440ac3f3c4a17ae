"""Says why a stop was, in one reason or in parts, unless somebody said so meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.flow_documents import StopPart, StopSettled, stop_key
from app.domain.stops import OTHER, REASONS
from server.db.flow_tables import flow_stop
from server.db.storable import storable_text
from server.flow.stops import KnownStop, one_stop, same_answer
from server.log.feed import Document, current, publish
from server.log.settled_stops import no_more_against
from server.problems import Problem, invalid, not_found
from server.read.flow_documents import apply_flow_document
from server.read.line_documents import LineDocuments

if TYPE_CHECKING:
    from datetime import tzinfo

_LONGEST_WORDS, _LONGEST_BY = 500, 200


class ReasonAsked(Struct, frozen=True, kw_only=True):
    """``version`` is that of the stop as it was seen; ``by`` is a role with a number.

    ``parts`` are in order, the first from the beginning of the stop on.  With ``others`` the one
    reason is also that of the stops that got the same "I do not know" at the station.
    """

    version: int
    parts: tuple[StopPart, ...]
    by: str
    others: bool = False


def settle(
    connection: sa.Connection,
    station: str,
    stop: str,
    asked: ReasonAsked,
    *,
    now_us: int,
    zone: tzinfo | None,
) -> KnownStop:
    """Publish it, for the projections and the station; returns the stop as it stands then.

    Raises:
        Problem: 404 there is no such stop; 409 somebody else said why since it was looked at;
            422 the reasons are none of the plant's, or lie outside of the stop.
    """
    station, stop = storable_text(station), storable_text(stop)
    # Two who say why at the same moment come one after the other.
    names = [stop, *(same_answer(connection, station, stop) if asked.others else ())]
    where = (flow_stop.c.station == station, flow_stop.c.stop.in_(names))
    held = sa.select(flow_stop.c.pos).where(*where).order_by(flow_stop.c.stop)
    connection.execute(held.with_for_update()).all()
    # Whoever came before us may have set some of the others.
    still = same_answer(connection, station, stop) if asked.others else []
    names = [stop, *(name for name in names if name in still)]
    documents = LineDocuments(connection)
    known = one_stop(connection, documents, station, stop, now_us=now_us)
    if known is None:
        raise not_found(detail=f"There is no stop {stop} of {station}.")
    if asked.version != known.version:
        raise _already(known, zone)
    _check(documents, known, asked)
    for name in names:
        _publish(connection, stop_key(station, name), asked, now_us)
    after = one_stop(connection, documents, station, stop, now_us=now_us)
    assert after is not None  # noqa: S101 - it was there a moment ago
    return after


def _publish(connection: sa.Connection, key: str, asked: ReasonAsked, now_us: int) -> None:
    content = current(connection, StopSettled.KIND, key)
    published = None if content is None else msgspec.json.decode(content, type=StopSettled)
    found = StopSettled(
        stop=key,
        parts=asked.parts,
        by=asked.by.strip(),
        role=asked.by.split()[0],
        at=datetime.fromtimestamp(now_us / 1e6, UTC),
        version=1 if published is None else published.version + 1,
    )
    document = Document(StopSettled.KIND, key, msgspec.json.encode(found))
    publish(connection, [document, *no_more_against(connection, key)], now_us=now_us)
    # The same is drawn from the document in a moment; who asked sees it already.
    apply_flow_document(connection, document.kind, document.key, document.body)


def _check(documents: LineDocuments, known: KnownStop, asked: ReasonAsked) -> None:
    if not 0 < len(asked.by.strip()) <= _LONGEST_BY:
        raise invalid(detail=f"by: expected 1 to {_LONGEST_BY} characters")
    if asked.others and len(asked.parts) != 1:
        raise invalid(detail="A stop that is split is set alone: take the others one by one.")
    try:
        StopSettled(stop="-", parts=asked.parts, by="-", role="-", at=known.began_at)
    except ValueError as error:
        raise invalid(detail=str(error)) from error
    tree = documents.reasons_of(documents.line_of(known.station))
    possible = {*(REASONS if tree is None else tree.codes), OTHER}
    for part in asked.parts:
        if part.reason not in possible:
            raise invalid(
                detail=f"{part.reason!r} is no reason here; these are: "
                f"{', '.join(sorted(possible))}."
            )
        if part.after_s and part.after_s >= known.minutes * 60:
            raise invalid(
                detail=f"A part begins after {part.after_s / 60:.0f} min, but the stop has lasted "
                f"{known.minutes:.0f} min; begin it earlier."
            )
        if len(part.words or "") > _LONGEST_WORDS:
            raise invalid(detail=f"words: at most {_LONGEST_WORDS} characters")


def _already(known: KnownStop, zone: tzinfo | None) -> Problem:
    by, at = known.said_by or "somebody", known.said_at
    when = "" if at is None else f" at {at.astimezone(zone):%H:%M}"
    whom = f"at the station ({known.station})" if by == "station" else f"by {by}"
    return Problem(
        409,
        "already_set",
        f"Already set {whom}{when}: {known.words}. Nothing was changed; "
        "look at the stop again before you change it.",
        extra={"by": by, "at": None if at is None else at.isoformat(), "version": known.version},
    )
