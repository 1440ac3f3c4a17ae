"""The decision memory of this station: signals not dealt with, situations and their cards."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias, cast

import msgspec

from app.domain.curve_events import CurveRead
from app.domain.envelope import decode_envelope
from app.domain.events import (
    MeasurementRecorded,
    PartFitted,
    ProblemReported,
    ScanRefused,
    TighteningRecorded,
    UnitCompleted,
    UnitStarted,
)
from app.domain.line_events import StopsNamed
from app.domain.memory_events import (
    CardDrafted,
    CardPostponed,
    CardShown,
    DecisionConfirmed,
    DecisionMade,
    EvidenceRef,
    SituationOpened,
)
from app.domain.memory_signals import OPEN_FOR_US, is_of_all_units, signal_of
from app.domain.problem_events import DefectRecorded
from app.domain.spc import CharacteristicAlarmed
from app.domain.speaking_against import KINDS as SPEAKING
from app.domain.speaking_against import speaks_against, unit_asked
from app.journal.projections import Fact, Projection, read_fact
from app.ports.memory import Known, LastChange, Sighting, SituationRecord

if TYPE_CHECKING:
    import apsw

    Signalling: TypeAlias = (
        TighteningRecorded
        | MeasurementRecorded
        | CurveRead
        | CharacteristicAlarmed
        | ScanRefused
        | StopsNamed
        | DefectRecorded
        | UnitCompleted
        | ProblemReported
    )

#: So many signals wait at most, and so many units are remembered of each lot.
_WAITING, _UNITS_OF_A_LOT = 200, 20
_NOW_AT = (
    "SELECT (SELECT value FROM memory_change WHERE kind = ?), "
    "(SELECT value FROM memory_change WHERE kind = ?)"
)
_EQUIPMENT = frozenset({"tool", "program"})
#: What the newest of each says stands beside a signal of the unit.
_BESIDE = (UnitStarted.KIND, PartFitted.KIND, CurveRead.KIND)
#: So many of a unit's newest results are looked through for one that says otherwise.
_LOOKED_AT = 200


def _signalled(db: apsw.Connection, fact: Fact, body: Signalling) -> None:
    """Not a second time while a situation of the same key and unit waits for its decision.

    Where one stands for all units, not with another unit; longer than a shift none waits.
    """
    signal = signal_of(body, fact.refs)
    if signal is None:
        return
    unit = fact.refs.unit or ""
    db.execute(
        "INSERT INTO memory_signal SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM "
        "memory_situation WHERE key = ?3 AND (unit = ?4 OR ?6) AND at > ?5 - ?7 "
        "AND decision IS NULL)",
        (
            fact.epoch,
            fact.seq,
            signal.key,
            unit,
            fact.at,
            is_of_all_units(signal.about),
            OPEN_FOR_US,
        ),
    )
    db.execute(
        "DELETE FROM memory_signal WHERE (epoch, seq) <= (SELECT epoch, seq FROM memory_signal "
        "ORDER BY epoch DESC, seq DESC LIMIT 1 OFFSET ?)",
        (_WAITING,),
    )


def _tightened(db: apsw.Connection, fact: Fact, body: TighteningRecorded) -> None:
    """Each position has its own tool and program: what another one has replaces nothing."""
    _signalled(db, fact, body)
    if body.counted:
        place = f"{fact.refs.instruction or ''}:{body.step}:{body.position}:"
        tool, program = f"tool:{place}", f"program:{place}"
        # Looked up first: nearly every result is of the tool and program before it.
        before = db.execute(_NOW_AT, (tool, program)).fetchone()
        if before != (body.reading.source, body.reading.program):
            _seen(db, fact, tool, body.reading.source)
            if body.reading.program:
                _seen(db, fact, program, body.reading.program)


def _opened(db: apsw.Connection, fact: Fact, body: SituationOpened) -> None:
    unit = fact.refs.unit or ""
    db.execute(
        "DELETE FROM memory_signal WHERE key = ? AND (unit = ? OR ?)",
        (body.key, unit, is_of_all_units(body.context.get("about", ""))),
    )
    db.execute(
        "INSERT INTO memory_situation (situation, at, key, unit, opened) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        (body.situation, fact.at, body.key, unit, msgspec.json.encode(body)),
    )


def _shown(db: apsw.Connection, _: Fact, body: CardShown) -> None:
    db.execute("UPDATE memory_situation SET shown = 1 WHERE situation = ?", (body.situation,))


def _drafted(db: apsw.Connection, _: Fact, body: CardDrafted) -> None:
    db.execute(
        "UPDATE memory_situation SET draft = ? WHERE situation = ?",
        (msgspec.json.encode(body), body.situation),
    )


def _postponed(db: apsw.Connection, _: Fact, body: CardPostponed) -> None:
    db.execute(
        "UPDATE memory_situation SET postponed = ? WHERE situation = ?",
        (body.shift, body.situation),
    )


def _decided(db: apsw.Connection, fact: Fact, body: DecisionMade) -> None:
    db.execute(
        "UPDATE memory_situation SET decision = ?, decided_at = ?, name = ? WHERE situation = ?",
        (msgspec.json.encode(body), fact.at, body.decision, body.situation),
    )


def _confirmed(db: apsw.Connection, _: Fact, body: DecisionConfirmed) -> None:
    db.execute(
        "UPDATE memory_situation SET answer = ? WHERE name = ?", (body.answer, body.decision)
    )


def _started(db: apsw.Connection, fact: Fact, body: UnitStarted) -> None:
    _seen(db, fact, f"revision:{body.instruction}", body.revision)


def _fitted(db: apsw.Connection, fact: Fact, body: PartFitted) -> None:
    if body.lot is None or fact.refs.unit is None:
        return
    _seen(db, fact, f"lot:{body.part}", body.lot)
    db.execute(
        "INSERT INTO memory_lot VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (body.part, body.lot, fact.refs.unit, fact.epoch, fact.seq),
    )
    db.execute(
        "DELETE FROM memory_lot WHERE part = ?1 AND lot = ?2 AND (epoch, seq) <= (SELECT epoch, "
        "seq FROM memory_lot WHERE part = ?1 AND lot = ?2 ORDER BY epoch DESC, seq DESC LIMIT 1 "
        "OFFSET ?3)",
        (body.part, body.lot, _UNITS_OF_A_LOT),
    )


def _seen(db: apsw.Connection, fact: Fact, kind: str, value: str) -> None:
    """What is there first is no change."""
    db.execute(
        "INSERT INTO memory_change VALUES (?1, ?2, 0) ON CONFLICT (kind) DO UPDATE SET "
        "value = ?2, at = ?3 WHERE value <> ?2",
        (kind, value, fact.at),
    )


MEMORY = Projection(
    name="memory",
    version=2,
    tables=("memory_signal", "memory_situation", "memory_lot", "memory_change"),
    # Times are in µs UTC; unit "" is none.  memory_change.at 0: it was there first.
    schema="""
CREATE TABLE memory_signal (epoch INTEGER NOT NULL, seq INTEGER NOT NULL, key TEXT NOT NULL,
  unit TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (epoch, seq)) STRICT, WITHOUT ROWID;
CREATE TABLE memory_situation (situation TEXT PRIMARY KEY, at INTEGER NOT NULL, key TEXT NOT NULL,
  unit TEXT NOT NULL, opened BLOB NOT NULL, draft BLOB, shown INTEGER NOT NULL DEFAULT 0,
  postponed TEXT, decision BLOB, decided_at INTEGER, name TEXT, answer TEXT) STRICT, WITHOUT ROWID;
CREATE INDEX memory_situation_key ON memory_situation (key, unit);
CREATE INDEX memory_situation_at ON memory_situation (at);
CREATE INDEX memory_situation_name ON memory_situation (name) WHERE name IS NOT NULL;
CREATE TABLE memory_lot (part TEXT NOT NULL, lot TEXT NOT NULL, unit TEXT NOT NULL, epoch INTEGER
  NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (part, lot, unit)) STRICT, WITHOUT ROWID;
CREATE TABLE memory_change (kind TEXT PRIMARY KEY, value TEXT NOT NULL, at INTEGER NOT NULL)
  STRICT, WITHOUT ROWID;
""",
    handlers={
        TighteningRecorded: _tightened,
        MeasurementRecorded: _signalled,
        CurveRead: _signalled,
        CharacteristicAlarmed: _signalled,
        ScanRefused: _signalled,
        StopsNamed: _signalled,
        DefectRecorded: _signalled,
        UnitCompleted: _signalled,
        ProblemReported: _signalled,
        SituationOpened: _opened,
        CardShown: _shown,
        CardDrafted: _drafted,
        CardPostponed: _postponed,
        DecisionMade: _decided,
        DecisionConfirmed: _confirmed,
        UnitStarted: _started,
        PartFitted: _fitted,
    },
)


def sightings(db: apsw.Connection, since_us: int, most: int) -> tuple[Sighting, ...]:
    """The oldest signals since then that wait for their situation, each with its event."""
    rows = db.execute(
        "SELECT e.raw, e.hash FROM memory_signal s JOIN event e USING (epoch, seq) "
        "WHERE s.at >= ? ORDER BY s.epoch, s.seq LIMIT ?",
        (since_us, most),
    ).fetchall()
    return tuple(_sighting(db, cast("bytes", raw), str(hashed)) for raw, hashed in rows)


def situations(db: apsw.Connection, since_us: int) -> tuple[SituationRecord, ...]:
    """Those opened since then, oldest first."""
    rows = db.execute(
        "SELECT opened, at, unit, draft, shown, postponed, decision, decided_at, answer FROM "
        "memory_situation WHERE at >= ? ORDER BY at, situation",
        (since_us,),
    )
    return tuple(
        SituationRecord(
            opened=msgspec.json.decode(cast("bytes", opened), type=SituationOpened),
            at_us=cast("int", at),
            unit=str(unit) or None,
            draft=None if draft is None else msgspec.json.decode(draft, type=CardDrafted),
            is_shown=bool(shown),
            postponed_in=postponed,
            decision=None
            if decision is None
            else msgspec.json.decode(decision, type=DecisionMade),
            decided_at_us=cast("int", decided_at or 0),
            answer=answer,
        )
        for opened, at, unit, draft, shown, postponed, decision, decided_at, answer in rows
    )


def tool_changes(db: apsw.Connection, since_us: int) -> tuple[LastChange, ...]:
    """What was put in the place of another tool or program since then, each once."""
    rows = db.execute(
        "SELECT substr(kind, 1, instr(kind, ':') - 1) AS what, value, max(at) FROM memory_change "
        "WHERE at > ? AND (kind GLOB 'tool:*' OR kind GLOB 'program:*') GROUP BY what, value",
        (since_us,),
    )
    return tuple(LastChange(str(what), str(value), cast("int", at)) for what, value, at in rows)


def last_change(db: apsw.Connection, place: str = "") -> LastChange | None:
    """The newest replacement of a lot or a revision, or of tool or program at ``place``."""
    row = db.execute(
        "SELECT kind, value, at FROM memory_change WHERE at > 0 AND ((kind NOT GLOB 'tool:*' AND "
        "kind NOT GLOB 'program:*') OR (?1 <> ':' AND substr(kind, instr(kind, ':') + 1, "
        "length(?1)) = ?1)) ORDER BY at DESC, kind LIMIT 1",
        (f"{place}:",),
    ).fetchone()
    if row is None:
        return None
    kind, _, rest = str(row[0]).partition(":")
    named = kind if kind in _EQUIPMENT else f"{kind}:{rest}"
    return LastChange(named, str(row[1]), cast("int", row[2]))


def lot_count(db: apsw.Connection, part: str, lot: str, key: str) -> tuple[int, int]:
    """How many of the newest units with the lot had a situation of ``key``, and of how many."""
    did, total = db.execute(
        "SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM memory_situation s WHERE s.key = ?3 "
        "AND s.unit = l.unit)), count(*) FROM memory_lot l WHERE part = ?1 AND lot = ?2",
        (part, lot, key),
    ).fetchone() or (0, 0)
    return cast("int", did), cast("int", total)


def known(db: apsw.Connection, kind: str, after: int, most: int) -> Known:
    """The next documents of a kind after a position."""
    total, last = db.execute(
        "SELECT count(*), coalesce(max(pos), 0) FROM document WHERE kind = ?", (kind,)
    ).fetchone() or (0, 0)
    rows = db.execute(
        "SELECT pos, body FROM document WHERE kind = ?1 AND pos > ?2 AND pos <= coalesce((SELECT "
        "pos FROM document WHERE kind = ?1 AND pos > ?2 ORDER BY pos LIMIT 1 OFFSET ?3), ?4) "
        "ORDER BY pos, key",
        (kind, after, most - 1, last),
    ).fetchall()
    upto = cast("int", rows[-1][0]) if rows else cast("int", last)
    bodies = tuple(cast("bytes", body) for _, body in rows)
    return Known(bodies, upto, cast("int", last), cast("int", total))


def _sighting(db: apsw.Connection, raw: bytes, hashed: str) -> Sighting:
    envelope = decode_envelope(raw)
    fact = read_fact(envelope)
    signal = None if fact is None else signal_of(fact.body, fact.refs)
    if signal is None:  # the projection wrote it down for being one
        message = f"event {envelope.event_id} is no signal"
        raise ValueError(message)
    facts = {name: value for name, value in signal.facts.items() if value}
    trigger = EvidenceRef(envelope.event_id, hashed, "trigger", facts)
    against = () if fact is None else _against(db, fact)
    named = [envelope.event_id, *(one.event for one in against)]
    beside = db.execute(
        "SELECT event_id, hash FROM (SELECT event_id, hash, max(seq) FROM event WHERE unit = ? "
        "AND kind IN (SELECT value FROM json_each(?)) AND event_id NOT IN "
        "(SELECT value FROM json_each(?)) GROUP BY kind ORDER BY kind)",
        (envelope.refs.unit, json.dumps(_BESIDE), json.dumps(named)),
    )
    context = tuple(EvidenceRef(str(event), str(mark), "context") for event, mark in beside)
    return Sighting(signal, envelope.at, (trigger, *against, *context), envelope.refs)


def _against(db: apsw.Connection, signal: Fact) -> tuple[EvidenceRef, ...]:
    """The newest record that says otherwise of the same thing, if there is one."""
    rows = db.execute(
        "SELECT raw, hash FROM event WHERE unit = ? AND kind IN (SELECT value FROM json_each(?)) "
        "ORDER BY epoch DESC, seq DESC LIMIT ?",
        (unit_asked(signal.body, signal.refs), json.dumps(SPEAKING), _LOOKED_AT),
    )
    for raw, hashed in rows:
        envelope = decode_envelope(cast("bytes", raw))
        other = read_fact(envelope)
        if other is not None and speaks_against(other.body, signal.body):
            return (EvidenceRef(envelope.event_id, str(hashed), "contradicts"),)
    return ()
