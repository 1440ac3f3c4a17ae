"""What a shift is told by: calls, stops, handovers, and what became of units, by their times."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

import msgspec

from app.domain.broadcasts import BroadcastRead, BroadcastSent
from app.domain.events import UnitCompleted, UnitHeld
from app.domain.handover import Standing
from app.domain.line_events import (
    CallAnswered,
    CallClosed,
    CallOpened,
    HandoverAccepted,
    HandoverAnswered,
    HandoverAsked,
    HandoverGiven,
    HandoverNoted,
    HandoverSettled,
    StopBegan,
    StopEnded,
    StopReclassified,
    StopsNamed,
)
from app.domain.problem_events import DefectRecorded, DefectResolved
from app.journal.projections import Fact, Projection
from app.ports.journal import LineFact

if TYPE_CHECKING:
    import apsw

    from app.domain.event_body import Body


def _opened(
    db: apsw.Connection, fact: Fact, body: CallOpened | StopBegan | HandoverGiven | HandoverAsked
) -> None:
    subject = _subject_of(body)
    db.execute("INSERT INTO line_open VALUES (?) ON CONFLICT DO NOTHING", (subject,))
    _keep(db, fact, subject)


def _went_on(db: apsw.Connection, fact: Fact, body: CallAnswered | HandoverAnswered) -> None:
    _keep(db, fact, _subject_of(body))


def _ended(
    db: apsw.Connection,
    fact: Fact,
    body: CallClosed | StopEnded | HandoverAccepted | HandoverSettled,
) -> None:
    subject = _subject_of(body)
    db.execute("DELETE FROM line_open WHERE subject = ?", (subject,))
    _keep(db, fact, subject)


def _told(db: apsw.Connection, fact: Fact, _body: Body) -> None:
    _keep(db, fact, None)


def _subject_of(body: Body) -> str:
    match body:
        case CallOpened() | CallAnswered() | CallClosed():
            return body.call
        case StopBegan() | StopEnded():
            return body.stop
        case HandoverGiven() | HandoverAccepted():
            return body.handover
        case HandoverAsked() | HandoverAnswered() | HandoverSettled():
            return body.question
    raise TypeError(body)


def _keep(db: apsw.Connection, fact: Fact, subject: str | None) -> None:
    refs, body = fact.refs, msgspec.json.encode(fact.body)
    row = (fact.epoch, fact.seq, fact.at, fact.body.KIND, subject, refs.unit, refs.order, body)
    db.execute("INSERT INTO line_fact VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", row)


LINE = Projection(
    name="line",
    version=2,
    tables=("line_fact", "line_open"),
    # Whole bodies: the events themselves may be pruned by then.  at is in µs UTC; line_open names
    # the calls, stops and handovers that have not ended.
    schema="""
CREATE TABLE line_fact (epoch INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, kind
  TEXT NOT NULL, subject TEXT, unit TEXT, order_id TEXT, body BLOB NOT NULL,
  PRIMARY KEY (epoch, seq)) STRICT, WITHOUT ROWID;
CREATE INDEX line_fact_at ON line_fact (at);
CREATE INDEX line_fact_subject ON line_fact (subject) WHERE subject IS NOT NULL;
CREATE TABLE line_open (subject TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
""",
    handlers={
        CallOpened: _opened,
        CallAnswered: _went_on,
        CallClosed: _ended,
        StopBegan: _opened,
        StopEnded: _ended,
        StopsNamed: _told,
        StopReclassified: _told,
        HandoverGiven: _opened,
        HandoverAccepted: _ended,
        HandoverNoted: _told,
        HandoverAsked: _opened,
        HandoverAnswered: _went_on,
        HandoverSettled: _ended,
        UnitCompleted: _told,
        UnitHeld: _told,
        DefectRecorded: _told,
        DefectResolved: _told,
        BroadcastSent: _told,
        BroadcastRead: _told,
    },
)

_DECODERS = {body.KIND: msgspec.json.Decoder(body) for body in LINE.handlers}


def line_facts(db: apsw.Connection, since_us: int) -> tuple[LineFact, ...]:
    """What was from ``since_us`` on, and all of what is still open, in the journal's order."""
    rows = db.execute(
        "SELECT at, kind, unit, order_id, body, epoch, seq FROM line_fact WHERE at >= ? "
        "OR subject IN (SELECT subject FROM line_open) ORDER BY epoch, seq",
        (since_us,),
    )
    return tuple(
        LineFact(
            cast("int", at),
            _DECODERS[str(kind)].decode(cast("bytes", body)),
            cast("str | None", unit),
            cast("str | None", order),
            f"{epoch}/{seq}",
        )
        for at, kind, unit, order, body, epoch, seq in rows
    )


def reason_counts(db: apsw.Connection, since_us: int) -> dict[str, int]:
    """How many stops were put down to each reason from ``since_us`` on; the last word counts."""
    rows = db.execute(
        "SELECT kind, body FROM line_fact WHERE at >= ? AND kind IN (?, ?) ORDER BY epoch, seq",
        (since_us, StopsNamed.KIND, StopReclassified.KIND),
    )
    said: dict[str, tuple[str, ...]] = {}
    for kind, body in rows:
        fact = _DECODERS[str(kind)].decode(cast("bytes", body))
        if isinstance(fact, StopsNamed):
            said.update(dict.fromkeys(fact.stops, (fact.reason,)))
        elif isinstance(fact, StopReclassified):
            said[fact.stop] = tuple(part.reason for part in fact.parts)
    return dict(Counter(reason for reasons in said.values() for reason in reasons))


def standing_units(db: apsw.Connection) -> tuple[Standing, ...]:
    """The units that are begun and neither finished nor elsewhere, oldest first."""
    rows = db.execute(
        "SELECT u.serial, u.state, u.order_id, e.at FROM unit u LEFT JOIN event e "
        "ON (e.epoch, e.seq) = (u.epoch, u.seq) "
        "WHERE u.state NOT IN ('completed', 'scrapped', 'returned') "
        "ORDER BY u.epoch, u.seq"
    )
    return tuple(
        Standing(str(serial), str(state), cast("str | None", order), cast("int | None", at))
        for serial, state, order, at in rows
    )
