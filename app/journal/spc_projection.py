"""The newest values of each characteristic, its limits and alarms: what a control chart draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

import msgspec

from app.domain.events import MeasurementRecorded, ReadingAssigned, TighteningRecorded
from app.domain.readings import Quality
from app.domain.spc import CharacteristicAlarmed, CharacteristicBaselined, characteristic_key
from app.journal.projections import Fact, Projection
from app.ports.charts import BaselineHere, ChartRecord, ChartValue

if TYPE_CHECKING:
    import apsw

    from app.domain.readings import Quantity

    Recorded: TypeAlias = TighteningRecorded | MeasurementRecorded

#: So many values of a characteristic are kept here; all of them are in the events.
KEPT = 400


def _value(db: apsw.Connection, fact: Fact, body: Recorded) -> None:
    found = _quantity(body)
    if found is None or fact.refs.instruction is None or not fact.event_id:
        return
    key = characteristic_key(fact.refs.instruction, body.step)
    last = db.execute("SELECT max(number) FROM spc_value WHERE key = ?", (key,)).get
    number = 1 + int(last or 0)
    db.execute(
        "INSERT INTO spc_value VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            number,
            fact.event_id,
            fact.at,
            str(found.value),
            found.unit,
            body.reading.source,
            fact.refs.unit or "",
        ),
    )
    db.execute("DELETE FROM spc_value WHERE key = ? AND number <= ?", (key, number - KEPT))


def _assigned(db: apsw.Connection, fact: Fact, body: ReadingAssigned) -> None:
    _value(db, fact, body.recorded)


def _quantity(body: Recorded) -> Quantity | None:
    """What is charted of a result; None for one that is evidence only, or cannot be trusted."""
    reading = body.reading
    if reading.quality is not Quality.GOOD:
        return None
    if isinstance(body, TighteningRecorded):
        return reading.value("torque") if body.counted else None
    return reading.values[0] if reading.values else None


def _baselined(db: apsw.Connection, fact: Fact, body: CharacteristicBaselined) -> None:
    first = db.execute(
        "SELECT number FROM spc_value WHERE key = ? AND event_id = ?",
        (body.characteristic, body.first),
    ).get
    db.execute(
        "INSERT OR REPLACE INTO spc_limits VALUES (?, ?, ?, ?)",
        (body.characteristic, fact.at, int(first or 0), msgspec.json.encode(body)),
    )


def _alarmed(db: apsw.Connection, fact: Fact, body: CharacteristicAlarmed) -> None:  # noqa: ARG001
    db.execute(
        "INSERT INTO spc_alarm VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (body.characteristic, body.rule, body.point),
    )


SPC = Projection(
    name="spc",
    version=1,
    tables=("spc_value", "spc_limits", "spc_alarm"),
    # at is in µs UTC, value the device's own text.
    schema="""
CREATE TABLE spc_value (key TEXT NOT NULL, number INTEGER NOT NULL, event_id TEXT NOT NULL, at
  INTEGER NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL, source TEXT NOT NULL, serial TEXT NOT
  NULL, PRIMARY KEY (key, number)) STRICT, WITHOUT ROWID;
CREATE TABLE spc_limits (key TEXT PRIMARY KEY, at INTEGER NOT NULL, first_number INTEGER NOT NULL,
  body BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE spc_alarm (key TEXT NOT NULL, rule TEXT NOT NULL, point TEXT NOT NULL, PRIMARY KEY
  (key, rule, point)) STRICT, WITHOUT ROWID;
""",
    handlers={
        TighteningRecorded: _value,
        MeasurementRecorded: _value,
        ReadingAssigned: _assigned,
        CharacteristicBaselined: _baselined,
        CharacteristicAlarmed: _alarmed,
    },
)


def chart_record(db: apsw.Connection, characteristic: str, most: int) -> ChartRecord:
    """The ``most`` newest values with the limits and alarms there are."""
    rows = db.execute(
        "SELECT number, event_id, at, value, unit, source, serial FROM spc_value WHERE key = ? "
        "ORDER BY number DESC LIMIT ?",
        (characteristic, most),
    ).fetchall()
    values = tuple(
        ChartValue(
            cast("int", number),
            str(event_id),
            cast("int", at),
            float(str(value)),
            str(unit),
            str(source),
            str(serial),
        )
        for number, event_id, at, value, unit, source, serial in reversed(rows)
    )
    alarmed = db.execute("SELECT rule, point FROM spc_alarm WHERE key = ?", (characteristic,))
    found = frozenset((str(rule), str(point)) for rule, point in alarmed)
    return ChartRecord(values, _baseline(db, characteristic), found)


def _baseline(db: apsw.Connection, characteristic: str) -> BaselineHere | None:
    row = db.execute(
        "SELECT body, at, first_number FROM spc_limits WHERE key = ?", (characteristic,)
    ).fetchone()
    if row is None:
        return None
    body, at, first = row
    decoded = msgspec.json.decode(cast("bytes", body), type=CharacteristicBaselined)
    return BaselineHere(decoded, cast("int", at), cast("int", first))
