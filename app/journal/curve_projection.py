"""Torque curves by joint: which wait to be read, what was read, and the windows learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

import msgspec

from app.domain.curve_events import (
    CURVE_UNREADABLE,
    CurveRead,
    CurveWindowsLearned,
    joint_key,
)
from app.domain.envelope import Refs
from app.domain.events import CurveAttached, TighteningRecorded
from app.domain.readings import Quality, ReadingKind
from app.journal.projections import Fact, Projection
from app.ports.curves import GoodCurve, JointRecord, UnreadCurve

if TYPE_CHECKING:
    import apsw

    Place: TypeAlias = tuple[str, int, str]

#: So many results of a joint are remembered here; all of them are in the events.
KEPT = 400
#: By so many final torques of a tool it is told whether it is frozen.
FINALS = 200


def _tightened(db: apsw.Connection, fact: Fact, body: TighteningRecorded) -> None:
    """A result whose curve may come; what is evidence only is not like the others."""
    reading = body.reading
    is_good = reading.kind is ReadingKind.TIGHTENING and reading.quality is Quality.GOOD
    if not (body.counted and is_good) or fact.refs.instruction is None:
        return
    joint = joint_key(
        instruction=fact.refs.instruction,
        step=body.step,
        program=reading.program or "",
        tool=reading.source,
    )
    db.execute(
        "INSERT INTO curve_result (source, source_epoch, result_id, epoch, seq, joint, step, "
        "position, is_ok, event_id, refs, is_good) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) "
        "ON CONFLICT DO NOTHING",
        (
            reading.source,
            reading.epoch,
            reading.result_id,
            fact.epoch,
            fact.seq,
            joint,
            body.step,
            body.position,
            int(body.ok and reading.ok is not False),
            fact.event_id,
            msgspec.json.encode(fact.refs),
        ),
    )
    db.execute(
        "DELETE FROM curve_result WHERE joint = ?1 AND (epoch, seq) <= (SELECT epoch, seq FROM "
        "curve_result WHERE joint = ?1 ORDER BY epoch DESC, seq DESC LIMIT 1 OFFSET ?2)",
        (joint, KEPT),
    )


def _attached(db: apsw.Connection, fact: Fact, body: CurveAttached) -> None:
    """What is said first about a curve stands."""
    db.execute(
        "UPDATE curve_result SET blob = ?, attached_at = ? WHERE source = ? AND source_epoch = ? "
        "AND result_id = ? AND blob IS NULL",
        (body.blob, fact.at, *_place(body)),
    )


def _read(db: apsw.Connection, fact: Fact, body: CurveRead) -> None:
    is_good = body.is_ok and body.signature is None and body.verdict != CURVE_UNREADABLE
    db.execute(
        "UPDATE curve_result SET numbers = ?, read_at = ?, is_good = ? WHERE source = ? AND "
        "source_epoch = ? AND result_id = ?",
        (msgspec.json.encode(body.numbers), fact.at, int(is_good), *_place(body)),
    )


def _learned(db: apsw.Connection, fact: Fact, body: CurveWindowsLearned) -> None:
    db.execute(
        "INSERT OR REPLACE INTO curve_windows VALUES (?, ?, ?, ?)",
        (body.joint, body.version, fact.at, msgspec.json.encode(body)),
    )


def _place(body: CurveAttached | CurveRead) -> Place:
    return body.source, body.epoch, body.result_id


CURVES = Projection(
    name="curve",
    version=1,
    tables=("curve_result", "curve_windows"),
    # Times are in µs UTC; numbers and read_at are there once the curve was read.
    schema="""
CREATE TABLE curve_result (source TEXT NOT NULL, source_epoch INTEGER NOT NULL, result_id TEXT NOT
  NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, joint TEXT NOT NULL, step TEXT NOT NULL,
  position TEXT NOT NULL, is_ok INTEGER NOT NULL, event_id TEXT NOT NULL, refs BLOB NOT NULL,
  blob TEXT, attached_at INTEGER, numbers BLOB, read_at INTEGER, is_good INTEGER NOT NULL,
  PRIMARY KEY (source, source_epoch, result_id)) STRICT, WITHOUT ROWID;
CREATE INDEX curve_result_joint ON curve_result (joint, epoch, seq);
CREATE INDEX curve_result_tool ON curve_result (source, epoch, seq) WHERE numbers IS NOT NULL;
CREATE INDEX curve_result_unread ON curve_result (epoch, seq) WHERE numbers IS NULL AND blob IS
  NOT NULL;
CREATE TABLE curve_windows (joint TEXT PRIMARY KEY, version INTEGER NOT NULL, at INTEGER NOT NULL,
  body BLOB NOT NULL) STRICT, WITHOUT ROWID;
""",
    handlers={
        TighteningRecorded: _tightened,
        CurveAttached: _attached,
        CurveRead: _read,
        CurveWindowsLearned: _learned,
    },
)


def unread_curves(db: apsw.Connection, since_us: int, most: int) -> tuple[UnreadCurve, ...]:
    """The oldest curves kept since then that nobody has read, and their results."""
    rows = db.execute(
        "SELECT source, source_epoch, result_id, joint, step, position, is_ok, event_id, refs, "
        "blob FROM curve_result WHERE numbers IS NULL AND blob IS NOT NULL AND attached_at > ? "
        "ORDER BY epoch, seq LIMIT ?",
        (since_us, most),
    )
    return tuple(
        UnreadCurve(
            source=str(source),
            epoch=cast("int", epoch),
            result_id=str(result_id),
            joint=str(joint),
            step=str(step),
            position=str(position),
            is_ok=bool(is_ok),
            event_id=str(event_id),
            refs=msgspec.json.decode(cast("bytes", refs), type=Refs),
            blob=str(blob),
        )
        for source, epoch, result_id, joint, step, position, is_ok, event_id, refs, blob in rows
    )


def joint_record(db: apsw.Connection, joint: str, source: str, since_us: int) -> JointRecord:
    """What a curve of ``joint`` made by the tool ``source`` is read by."""
    row = db.execute(
        "SELECT version, at, body FROM curve_windows WHERE joint = ?", (joint,)
    ).fetchone()
    version, at, body = row or (0, 0, b"")
    windows = None
    if row is not None and cast("int", at) > since_us:
        windows = msgspec.json.decode(cast("bytes", body), type=CurveWindowsLearned)
    good = db.execute(
        "SELECT count(*) FROM curve_result WHERE joint = ? AND is_good AND read_at > ?",
        (joint, since_us),
    ).get
    finals = db.execute(
        "SELECT json_extract(numbers, '$.final_nm') FROM curve_result WHERE source = ? AND "
        "numbers IS NOT NULL ORDER BY epoch DESC, seq DESC LIMIT ?",
        (source, FINALS),
    ).fetchall()
    newest = tuple(cast("float", final) for (final,) in reversed(finals) if final is not None)
    return JointRecord(windows, cast("int", version), cast("int", good), newest)


def good_curves(
    db: apsw.Connection, joint: str, since_us: int, most: int
) -> tuple[GoodCurve, ...]:
    """The newest curves of ``joint`` to learn from, oldest first."""
    rows = db.execute(
        "SELECT event_id, numbers FROM curve_result WHERE joint = ? AND is_good AND read_at > ? "
        "ORDER BY epoch DESC, seq DESC LIMIT ?",
        (joint, since_us, most),
    ).fetchall()
    return tuple(
        GoodCurve(
            str(event_id), msgspec.json.decode(cast("bytes", numbers), type=dict[str, float])
        )
        for event_id, numbers in reversed(rows)
    )
