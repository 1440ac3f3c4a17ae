"""The checks of the station: each one's runs, its lines that failed, and what makes it due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

import msgspec

from app.domain.events import (
    SettingChanged,
    StepRedone,
    UnitCompleted,
    UnitResumed,
    UnitStarted,
)
from app.domain.form_events import (
    FormCompleted,
    FormDue,
    FormLeft,
    FormLineFailed,
    FormLineSettled,
    FormOverdue,
    FormPutOff,
    FormResumed,
    FormSkipped,
    FormStarted,
)
from app.domain.forms import FormMoments, FormRecord
from app.domain.line_events import StopBegan, StopEnded
from app.journal.projections import Fact, Projection

if TYPE_CHECKING:
    import apsw

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: Checks look no further back than to the stops of this shift and the one before.
_MOST_STOPS = 50


def _due(db: apsw.Connection, fact: Fact, body: FormDue) -> None:
    _forget_older(db, body.form)
    db.execute(
        "INSERT INTO form_run (run, form, state, due, overdue, epoch, seq) "
        "VALUES (?, ?, 'due', ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (body.run, body.form, _us(body.due_at), _us(body.overdue_at), fact.epoch, fact.seq),
    )


def _overdue(db: apsw.Connection, _fact: Fact, body: FormOverdue) -> None:
    db.execute("UPDATE form_run SET is_overdue = 1 WHERE run = ?", (body.run,))


def _put_off(db: apsw.Connection, _fact: Fact, body: FormPutOff) -> None:
    db.execute(
        "UPDATE form_run SET overdue = max(overdue, ?), is_put_off = 1, is_overdue = 0 "
        "WHERE run = ?",
        (_us(body.until), body.run),
    )


def _skipped(db: apsw.Connection, fact: Fact, body: FormSkipped) -> None:
    _end(db, fact, body.run, "skipped")


def _completed(db: apsw.Connection, fact: Fact, body: FormCompleted) -> None:
    """It says of each line how things are now: what failed in a run before is settled."""
    _end(db, fact, body.run, "done")
    db.execute(
        "DELETE FROM form_line WHERE run != ?1 AND run IN "
        "(SELECT run FROM form_run WHERE form = ?2)",
        (body.run, body.form),
    )


def _forget_older(db: apsw.Connection, form: str, but: str = "") -> None:
    """Only the newest run is asked for, and those with lines that are not settled."""
    db.execute(
        "DELETE FROM form_run WHERE form = ? AND run != ? AND state IN ('done', 'skipped') "
        "AND run NOT IN (SELECT run FROM form_line)",
        (form, but),
    )


def _end(db: apsw.Connection, fact: Fact, run: str, state: str) -> None:
    db.execute(
        "UPDATE form_run SET state = ?, ended = ?, "
        "units = coalesce((SELECT at FROM form_moment WHERE name = 'units'), 0) WHERE run = ?",
        (state, fact.at, run),
    )


def _started(db: apsw.Connection, fact: Fact, body: FormStarted) -> None:
    """One that was begun unasked was never due."""
    _forget_older(db, body.form, but=body.run)
    db.execute(
        "INSERT INTO form_run (run, form, state, began, epoch, seq) "
        "VALUES (?, ?, 'open', ?, ?, ?) ON CONFLICT (run) DO UPDATE SET "
        "state = 'open', began = excluded.began",
        (body.run, body.form, fact.at, fact.epoch, fact.seq),
    )


def _moved(db: apsw.Connection, _fact: Fact, body: FormLeft | FormResumed) -> None:
    state = "left" if isinstance(body, FormLeft) else "open"
    db.execute("UPDATE form_run SET state = ? WHERE run = ?", (state, body.run))


def _interrupted(db: apsw.Connection, _fact: Fact, _body: UnitStarted | UnitResumed) -> None:
    """A unit is on the screen: whatever check was there is not, also after a power cut."""
    db.execute("UPDATE form_run SET state = 'left' WHERE state = 'open'")


def _line_failed(db: apsw.Connection, _fact: Fact, body: FormLineFailed) -> None:
    db.execute(
        "INSERT OR REPLACE INTO form_line VALUES (?, ?, ?)",
        (body.run, body.step, msgspec.json.encode(body)),
    )


def _line_gone(db: apsw.Connection, fact: Fact, body: StepRedone | FormLineSettled) -> None:
    run = body.run if isinstance(body, FormLineSettled) else fact.refs.unit
    db.execute("DELETE FROM form_line WHERE run = ? AND step = ?", (run, body.step))


def _unit_completed(db: apsw.Connection, _fact: Fact, _body: UnitCompleted) -> None:
    db.execute(
        "INSERT INTO form_moment VALUES ('units', 1) ON CONFLICT (name) DO UPDATE SET at = at + 1"
    )


def _setting(db: apsw.Connection, fact: Fact, body: SettingChanged) -> None:
    if body.key.startswith("device."):
        db.execute("INSERT OR REPLACE INTO form_moment VALUES ('device', ?)", (fact.at,))


def _stop_began(db: apsw.Connection, fact: Fact, body: StopBegan) -> None:
    db.execute("INSERT OR REPLACE INTO form_stop VALUES (?, ?, NULL)", (body.stop, fact.at))


def _stop_ended(db: apsw.Connection, fact: Fact, body: StopEnded) -> None:
    db.execute("UPDATE form_stop SET ended = ? WHERE stop = ?", (fact.at, body.stop))
    db.execute(
        "DELETE FROM form_stop WHERE stop NOT IN "
        "(SELECT stop FROM form_stop ORDER BY began DESC LIMIT ?)",
        (_MOST_STOPS,),
    )


FORMS = Projection(
    name="form",
    version=1,
    tables=("form_run", "form_line", "form_moment", "form_stop"),
    # Times are µs UTC; epoch and seq are of the event that the run began with.  form_moment's
    # "units" is a count.
    schema="""
CREATE TABLE form_run (run TEXT PRIMARY KEY, form TEXT NOT NULL, state TEXT NOT NULL, due INTEGER,
  overdue INTEGER, is_overdue INTEGER NOT NULL DEFAULT 0, is_put_off INTEGER NOT NULL DEFAULT 0,
  began INTEGER, ended INTEGER, units INTEGER NOT NULL DEFAULT 0, epoch INTEGER NOT NULL, seq
  INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX form_run_form ON form_run (form, epoch, seq);
CREATE TABLE form_line (run TEXT NOT NULL, step TEXT NOT NULL, body BLOB NOT NULL,
  PRIMARY KEY (run, step)) STRICT, WITHOUT ROWID;
CREATE TABLE form_moment (name TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE form_stop (stop TEXT PRIMARY KEY, began INTEGER NOT NULL, ended INTEGER)
  STRICT, WITHOUT ROWID;
""",
    handlers={
        FormDue: _due,
        FormOverdue: _overdue,
        FormPutOff: _put_off,
        FormSkipped: _skipped,
        FormStarted: _started,
        FormLeft: _moved,
        FormResumed: _moved,
        FormCompleted: _completed,
        FormLineFailed: _line_failed,
        FormLineSettled: _line_gone,
        StepRedone: _line_gone,
        UnitStarted: _interrupted,
        UnitResumed: _interrupted,
        UnitCompleted: _unit_completed,
        SettingChanged: _setting,
        StopBegan: _stop_began,
        StopEnded: _stop_ended,
    },
)


def form_records(db: apsw.Connection) -> tuple[FormRecord, ...]:
    """The newest run of each check; a line that failed stands until a later run is done."""
    newest = db.execute(
        "SELECT run, form, state, due, overdue, is_overdue, is_put_off, began, ended, units "
        "FROM form_run r WHERE (epoch, seq) = (SELECT epoch, seq FROM form_run "
        "WHERE form = r.form ORDER BY epoch DESC, seq DESC LIMIT 1) ORDER BY form"
    ).fetchall()
    return tuple(_record(db, row) for row in newest)


def form_moments(db: apsw.Connection) -> FormMoments:
    """What makes checks due."""
    moments = {str(name): int(at) for name, at in db.execute("SELECT * FROM form_moment")}
    stops = db.execute("SELECT ended, ended - began FROM form_stop WHERE ended IS NOT NULL")
    return FormMoments(
        units=moments.get("units", 0),
        stops=tuple(sorted((int(end), int(length)) for end, length in stops)),
        device_us=moments.get("device"),
    )


def open_form(db: apsw.Connection) -> str | None:
    """The run on the screen."""
    run = db.execute(
        "SELECT run FROM form_run WHERE state = 'open' ORDER BY epoch DESC, seq DESC LIMIT 1"
    ).get
    return None if run is None else str(run)


def _record(db: apsw.Connection, row: tuple[object, ...]) -> FormRecord:
    run, form, state, due, overdue, is_overdue, is_put_off, began, ended, units = row
    return FormRecord(
        run=str(run),
        form=str(form),
        state=str(state),
        due_us=cast("int | None", due),
        overdue_us=cast("int | None", overdue),
        is_overdue=bool(is_overdue),
        is_put_off=bool(is_put_off),
        began_us=cast("int | None", began),
        ended_us=cast("int | None", ended),
        units=cast("int", units),
        failed=_failed(db, str(form)),
    )


def _failed(db: apsw.Connection, form: str) -> tuple[FormLineFailed, ...]:
    """Lines that failed and that nobody settled, the oldest first."""
    rows = db.execute(
        "SELECT l.body FROM form_line l JOIN form_run r ON r.run = l.run WHERE r.form = ? "
        "ORDER BY r.epoch, r.seq, l.step",
        (form,),
    )
    return tuple(msgspec.json.decode(cast("bytes", body), type=FormLineFailed) for (body,) in rows)


def _us(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(microseconds=1)
