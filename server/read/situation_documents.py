"""Contradictions between what a station did and what the plant's documents said.

Which documents count is told by ``seen_pos``: what the station had seen, it knew.  A document that
was published before the fact arrived and that the station had not seen is one it could not know.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.events import PartFitted, UnitCompleted, UnitStarted
from app.domain.parts import good_until
from app.domain.plant import EffectiveRevision, Hold, Lot, Order, Person, StationInfo
from server.db.storable import storable_text
from server.db.tables import feed
from server.log.feed import WITHDRAWN
from server.read.situation_overlap import happened_at
from server.read.situation_store import Records, open_situation
from server.read.times import utc

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Any

    from server.read.batch import Batch
    from server.read.facts import Fact

T = TypeVar("T", bound=Struct)

_HOLDS = "asbuilt holds"


@dataclass(frozen=True, slots=True)
class Version(Generic[T]):
    """A document as it was published at ``pos``; None when it was withdrawn."""

    pos: int
    at: int
    body: T | None


def apply_documents(batch: Batch, fact: Fact) -> None:
    """What the documents say against a single event."""
    body = fact.body
    if isinstance(body, UnitStarted):
        _check_order(batch, fact, body)
        _check_revision(batch, fact, body)
        _check_certificates(batch, fact, body)
    elif isinstance(body, PartFitted) and fact.unit is not None:
        _check_holds(batch, fact, body)
        _check_expiry(batch, fact, body)
        _check_opened(batch, fact, body)
    elif isinstance(body, UnitCompleted):
        _check_change(batch, fact, body)


# --- orders


def _check_order(batch: Batch, fact: Fact, body: UnitStarted) -> None:
    versions = _versions(batch, Order, body.order, fact)
    known = _known(versions, fact)
    order = known.body if known else None
    if known and order is not None and _is_not_released(order):
        _order_closed(batch, fact, body, known, "knew")
    else:
        for later in _unknown(versions, fact):
            if later.body is None or _is_not_released(later.body):
                _order_closed(batch, fact, body, later, "could not know")
                break
    if known and order is not None:
        _check_quantity(batch, fact, body, known, order.quantity)


def _order_closed(
    batch: Batch, fact: Fact, body: UnitStarted, order: Version[Order], knew: str
) -> None:
    state = order.body.state if order.body else "withdrawn"
    open_situation(
        batch,
        fact,
        key=f"order_closed:{body.order}:{body.serial}",
        kind="order_closed",
        title=f"Unit {body.serial} was started for {body.order}, which is {state}",
        detail=f"{fact.envelope.station} {knew} it",
        records=Records(documents=(order.pos,), units=(body.serial,)),
    )


def _is_not_released(order: Order) -> bool:
    return order.state != "released"


def _check_quantity(
    batch: Batch, fact: Fact, body: UnitStarted, order: Version[Order], wanted: int
) -> None:
    if body.serial not in batch.serials_of(storable_text(body.order))[wanted:]:
        return
    open_situation(
        batch,
        fact,
        key=f"order_exceeded:{body.order}",
        kind="order_exceeded",
        title=f"More units than {body.order} asks for",
        detail=f"{wanted} are ordered; unit {body.serial} was the first beyond",
        records=Records(documents=(order.pos,), units=(body.serial,)),
    )


# --- instructions


def _check_revision(batch: Batch, fact: Fact, body: UnitStarted) -> None:
    versions = _versions(batch, EffectiveRevision, body.instruction, fact)
    known, happened = _known(versions, fact), happened_at(fact)
    newest = known.body if known else None
    if known is None or newest is None or newest.revision == body.revision:
        return
    if newest.effective_from > utc(happened):
        return
    open_situation(
        batch,
        fact,
        key=f"old_revision:{body.serial}:{fact.pos}",
        kind="old_revision",
        title=f"Unit {body.serial} was started by an older instruction",
        detail=f"{body.instruction} {body.revision[:8]}; {fact.envelope.station} knew that "
        f"{newest.revision[:8]} was effective",
        records=Records(documents=(known.pos,), units=(body.serial,)),
    )


def _check_change(batch: Batch, fact: Fact, body: UnitCompleted) -> None:
    """Another revision became effective while the unit was in work."""
    row = batch.unit(body.serial)
    if row is None:
        return
    happened = utc(happened_at(fact))
    for version in _versions(batch, EffectiveRevision, row["instruction"], fact):
        newest = version.body
        if newest is None or newest.revision == row["revision"]:
            continue
        if not utc(row["started_at"]) < newest.effective_from <= happened:
            continue
        knew = "knew" if version.pos <= fact.envelope.seen_pos else "could not know"
        open_situation(
            batch,
            fact,
            key=f"revision_changed:{body.serial}:{version.pos}",
            kind="revision_changed",
            title=f"The instruction changed while unit {body.serial} was built",
            detail=f"Built by {row['instruction']} {row['revision'][:8]}; {newest.revision[:8]} "
            f"became effective, and {fact.envelope.station} {knew} it",
            records=Records(
                events=(row["first_pos"],), documents=(version.pos,), units=(body.serial,)
            ),
        )


# --- people


def _check_certificates(batch: Batch, fact: Fact, started: UnitStarted) -> None:
    """Who started the unit: had they, then, what the station asks for?

    In training it is the trainer who must have it.
    """
    actor = fact.envelope.actor
    if actor.kind != "person":
        return
    asked = _known(_versions(batch, StationInfo, fact.envelope.station, fact), fact)
    if asked is None or asked.body is None:
        return
    who = started.trainer or actor.id
    versions = _versions(batch, Person, who, fact)
    known = _known(versions, fact)
    for person in (*([known] if known else []), *_unknown(versions, fact)):
        skill = _lacks(person, asked.body.skills, fact)
        if skill is not None:
            knew = "knew" if person is known else "could not know"
            _open_certificate(batch, fact, (who, skill), person, knew)
            return


def _lacks(person: Version[Person], skills: Sequence[str], fact: Fact) -> str | None:
    """The first certificate that is missing or had run out, None when all are good."""
    held = person.body.skills if person.body and person.body.is_active else {}
    bad = (skill for skill in skills if skill not in held or _is_over(held[skill], fact))
    return next(bad, None)


def _open_certificate(
    batch: Batch, fact: Fact, lacks: tuple[str, str], person: Version[Person], knew: str
) -> None:
    (who, skill), until = lacks, None
    if person.body is not None and person.body.is_active:
        until = person.body.skills.get(skill)
    ended = f"ended on {until}" if until else "is missing"
    open_situation(
        batch,
        fact,
        key=f"certificate_expired:{who}:{skill}:{fact.unit}",
        kind="certificate_expired",
        title=f"Person {who} worked on unit {fact.unit} without certificate {skill}",
        detail=f"The certificate {ended}; {fact.envelope.station} {knew} it",
        records=Records(documents=(person.pos,), units=_unit_of(fact)),
    )


# --- lots


def _check_expiry(batch: Batch, fact: Fact, body: PartFitted) -> None:
    if body.lot is None:
        return
    versions = _versions(batch, Lot, body.lot, fact)
    known = _known(versions, fact)
    for knew, one in (("knew", known), *(("could not know", v) for v in _unknown(versions, fact))):
        expires = one.body.expires if one and one.body else None
        if one is not None and expires is not None and _is_over(expires, fact):
            open_situation(
                batch,
                fact,
                key=f"lot_expired:{body.lot}:{fact.unit}",
                kind="lot_expired",
                title=f"Lot {body.lot} had expired when it went into unit {fact.unit}",
                detail=f"It was good until {expires}; {fact.envelope.station} {knew} it",
                records=Records(documents=(one.pos,), units=_unit_of(fact)),
            )
            return


def _check_opened(batch: Batch, fact: Fact, body: PartFitted) -> None:
    """Open for too long, by all that is known when the fact arrives: opening is no order."""
    versions = _versions(batch, Lot, body.lot, fact) if body.lot is not None else []
    newest = versions[-1] if versions else None
    until = good_until(newest.body, None) if newest is not None and newest.body else None
    if newest is None or until is None or utc(happened_at(fact)) <= until:
        return
    known = _known(versions, fact)
    knew = known is not None and known.body is not None and known.body.opened_at is not None
    open_situation(
        batch,
        fact,
        key=f"lot_opened_too_long:{body.lot}:{fact.unit}",
        kind="lot_opened_too_long",
        title=f"Lot {body.lot} had been open for too long when it went into unit {fact.unit}",
        detail=f"It was good until {until:%Y-%m-%d %H:%M} UTC; {fact.envelope.station} "
        f"{'knew' if knew else 'could not know'} it",
        records=Records(documents=(newest.pos,), units=_unit_of(fact)),
    )


def _check_holds(batch: Batch, fact: Fact, body: PartFitted) -> None:
    """Only what the station knew: what it could not know is contained by the hold itself."""
    names = {name for name in (body.lot, body.serial) if name}
    for hold in _holds(batch) if names else ():
        if not names & {hold.lot, hold.serial}:
            continue
        known = _known(_versions(batch, Hold, hold.hold, fact), fact)
        if known is None or known.body is None or known.body.lifted_at is not None:
            continue
        open_situation(
            batch,
            fact,
            key=f"held_lot_fitted:{hold.hold}:{fact.unit}",
            kind="held_lot_fitted",
            title=f"{hold.lot or hold.serial} went into unit {fact.unit} after its hold",
            detail=f"{hold.hold}: {hold.reason}; {fact.envelope.station} knew it",
            records=Records(documents=(known.pos,), units=_unit_of(fact)),
        )


def _holds(batch: Batch) -> tuple[Hold, ...]:
    """Every hold there ever was, by its first document; read once, then only what is new."""
    if _HOLDS not in batch.notes:
        batch.notes[_HOLDS] = _read_holds(batch.connection)
    holds: tuple[Hold, ...] = batch.notes[_HOLDS]
    return holds


def _read_holds(connection: sa.Connection) -> tuple[Hold, ...]:
    upto, holds = connection.info.get(_HOLDS, (0, {}))
    rows = connection.execute(
        sa.select(feed.c.pos, feed.c.key, feed.c.body)
        .where(feed.c.kind == Hold.KIND, feed.c.pos > upto)
        .order_by(feed.c.pos)
    ).all()
    found: dict[str, Hold] = dict(holds)
    for row in rows:
        if bytes(row.body) != WITHDRAWN:
            found.setdefault(row.key, msgspec.json.decode(bytes(row.body), type=Hold))
    if rows:
        connection.info[_HOLDS] = (rows[-1].pos, found)
    return tuple(found.values())


# --- what was known when


def _versions(batch: Batch, kind: type[T], key: str, fact: Fact) -> list[Version[T]]:
    """A document as it was published up to the moment the fact arrived, oldest first."""
    if (kind, key) not in batch.notes:
        batch.notes[kind, key] = _read_versions(batch.connection, kind, key)
    versions: list[Version[T]] = batch.notes[kind, key]
    return [one for one in versions if one.at <= fact.recv_at]


def _read_versions(connection: sa.Connection, kind: type[T], key: str) -> list[Version[T]]:
    rows: Sequence[Any] = connection.execute(
        sa.select(feed.c.pos, feed.c.at, feed.c.body)
        .where(
            feed.c.kind == kind.KIND,  # type: ignore[attr-defined] # every document has one
            feed.c.key == storable_text(key),
        )
        .order_by(feed.c.pos)
    ).all()
    return [
        Version(row.pos, row.at, msgspec.json.decode(bytes(row.body), type=kind | None))
        for row in rows
    ]


def _known(versions: Sequence[Version[T]], fact: Fact) -> Version[T] | None:
    """What the station had seen."""
    seen = [one for one in versions if one.pos <= fact.envelope.seen_pos]
    return seen[-1] if seen else None


def _unknown(versions: Sequence[Version[T]], fact: Fact) -> list[Version[T]]:
    """What stood already when it happened, and had not come through to the station."""
    happened = happened_at(fact)
    return [v for v in versions if v.pos > fact.envelope.seen_pos and v.at <= happened]


def _is_over(last_day: date, fact: Fact) -> bool:
    """Past ``last_day`` wherever the plant may be."""
    return (utc(happened_at(fact)) - timedelta(hours=12)).date() > last_day


def _unit_of(fact: Fact) -> tuple[str, ...]:
    return (fact.unit,) if fact.unit else ()
