"""Checks as the plant sees them: due, overdue, begun, done, and lines that are not settled."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.events import StepRedone
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
from app.domain.form_run import is_run_name
from app.domain.forms import MISSED
from app.domain.instructions import in_language
from server.db.form_tables import form_run
from server.db.storable import upsert_rows
from server.read.times import EPOCH, maybe_utc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.events import Body
    from server.read.facts import Fact

    _Row = dict[str, Any]

_UNFINISHED = ("due", "open", "left")
#: A list for people: older runs are found by their check and station.
MOST_DONE = 100


class CheckRun(Struct, frozen=True, kw_only=True):
    """One time that a check was to be done at a station, and what became of it.

    ``state`` is due, open, left, done or skipped; ``failed`` are the lines that are not as they
    should be and that nobody has settled.
    """

    run: str
    form: str
    title: str
    station: str
    state: str
    is_overdue: bool
    blocks: bool
    due_at: datetime | None
    overdue_at: datetime | None
    began_at: datetime | None
    ended_at: datetime | None
    why: str
    evidence: str | None
    failed: tuple[str, ...]


class Checks(Struct, frozen=True, kw_only=True):
    """All that are to be done, those that failed and are not settled, and the newest ended."""

    to_do: tuple[CheckRun, ...]
    failed: tuple[CheckRun, ...]
    ended: tuple[CheckRun, ...]


def checks(connection: sa.Connection, *, most: int = MOST_DONE) -> Checks:
    """What overdue, due and done checks there are; the most urgent first."""
    columns = form_run.c
    to_do = sa.select(form_run).where(columns.state.in_(_UNFINISHED))
    to_do = to_do.order_by(columns.is_overdue.desc(), columns.overdue_at, columns.run)
    failed = sa.select(form_run).where(columns.failed != "{}")
    ended = sa.select(form_run).where(columns.state.not_in(_UNFINISHED))
    return Checks(
        to_do=_read(connection, to_do.limit(most)),
        failed=_read(connection, failed.order_by(columns.last_pos.desc()).limit(most)),
        ended=_read(connection, ended.order_by(columns.last_pos.desc()).limit(most)),
    )


class FormDrawing:
    """Draws a batch of facts into the runs; each run is read once and written once."""

    def __init__(self, connection: sa.Connection, facts: Sequence[Fact]) -> None:
        self._connection = connection
        self._facts = facts
        self._rows: dict[str, _Row | None] = {}
        self._changed: set[str] = set()

    def draw(self) -> None:
        for fact in self._facts:
            if fact.begins_anew:
                self._end_lost(fact)
            run = _run_of(fact)
            if run is None or fact.body is None:
                continue
            self._change(run, _after(self._row(run) or _blank(run, fact), fact.body, fact))
            if isinstance(fact.body, FormCompleted):
                self._settle_earlier(fact, fact.body)
        rows = [row for run in sorted(self._changed) if (row := self._rows[run]) is not None]
        upsert_rows(self._connection, form_run, rows)

    def _end_lost(self, fact: Fact) -> None:
        """What only a lost journal knew nobody there will end; it falls due anew by its rule."""
        station = fact.envelope.station
        statement = sa.select(form_run.c.run).where(
            form_run.c.station == station, form_run.c.state.in_(_UNFINISHED)
        )
        stored = set(self._connection.execute(statement).scalars())
        for run in sorted(stored | set(self._rows)):
            row = self._row(run)
            if row is not None and row["station"] == station and row["state"] in _UNFINISHED:
                ended = {"state": "skipped", "ended_at": fact.envelope.at, "why": MISSED}
                self._change(run, row | ended)

    def _settle_earlier(self, fact: Fact, body: FormCompleted) -> None:
        """A check that was done says of each line how it is now."""
        station = fact.envelope.station
        statement = sa.select(form_run.c.run).where(
            form_run.c.form == body.form,
            form_run.c.station == station,
            form_run.c.failed != "{}",
        )
        stored = set(self._connection.execute(statement).scalars())
        for run in sorted(stored | set(self._rows)):
            row = self._row(run)
            is_earlier = row is not None and run != body.run and row["last_pos"] < fact.pos
            if row is not None and is_earlier and _is_of(row, body.form, station):
                self._change(run, row | {"failed": "{}"})

    def _row(self, run: str) -> _Row | None:
        if run not in self._rows:
            statement = sa.select(form_run).where(form_run.c.run == run)
            found = self._connection.execute(statement).mappings().one_or_none()
            self._rows[run] = None if found is None else dict(found)
        return self._rows[run]

    def _change(self, run: str, row: _Row) -> None:
        self._rows[run] = row
        self._changed.add(run)


def _run_of(fact: Fact) -> str | None:
    """The run that a fact of checks, or a line done again in one, is about."""
    unit = fact.unit
    return unit if unit is not None and is_run_name(unit) else None


def _is_of(row: _Row, form: str, station: str) -> bool:
    return (row["form"], row["station"]) == (form, station)


def _blank(run: str, fact: Fact) -> _Row:
    return {
        "run": run,
        "form": getattr(fact.body, "form", ""),
        "title": getattr(fact.body, "form", run),
        "station": fact.envelope.station,
        "state": "due",
        "is_overdue": 0,
        "blocks": 0,
        "due_at": None,
        "overdue_at": None,
        "began_at": None,
        "ended_at": None,
        "why": "",
        "revision": "",
        "evidence": None,
        "gaps": "[]",
        "failed": "{}",
        "last_pos": fact.pos,
    }


def _after(row: _Row, body: Body, fact: Fact) -> _Row:
    return row | {"last_pos": fact.pos} | _columns(row, body, fact.envelope.at)


def _columns(row: _Row, body: Body, at: int) -> _Row:
    match body:
        case FormDue():
            due = {"due_at": _us(body.due_at), "overdue_at": _us(body.overdue_at)}
            return due | _named(body) | {"why": body.why, "blocks": int(body.blocks)}
        case FormOverdue():
            return {"is_overdue": 1}
        case FormPutOff():
            overdue_at = max(row["overdue_at"] or 0, _us(body.until))
            return {"overdue_at": overdue_at, "is_overdue": 0, "why": body.why}
        case FormStarted():
            return _named(body) | {"state": "open", "began_at": at, "revision": body.revision}
        case FormLeft():
            return {"state": "left"}
        case FormResumed():
            return {"state": "open"}
        case _:
            return _ended(row, body, at) | _lines(row, body)


def _ended(row: _Row, body: Body, at: int) -> _Row:
    match body:
        case FormSkipped(why=why):
            return {"state": "skipped", "ended_at": at, "why": why}
        case FormCompleted(evidence=evidence, gaps=gaps):
            done = {"state": "done", "ended_at": at, "evidence": evidence}
            return done | {"gaps": msgspec.json.encode(gaps).decode()}
        case _:
            return {"state": row["state"]}


def _lines(row: _Row, body: Body) -> _Row:
    failed = dict(msgspec.json.decode(row["failed"]))
    match body:
        case FormLineFailed(step=step, title=title):
            failed[step] = in_language(title, "en") or step
        case FormLineSettled(step=step) | StepRedone(step=step):
            failed.pop(step, None)
        case _:
            pass
    return {"failed": msgspec.json.encode(failed).decode()}


def _named(body: FormDue | FormStarted) -> _Row:
    return {"form": body.form, "title": in_language(body.title, "en") or body.form}


def _read(connection: sa.Connection, statement: sa.Select[Any]) -> tuple[CheckRun, ...]:
    return tuple(_check_run(row) for row in connection.execute(statement))


def _check_run(row: sa.Row[Any]) -> CheckRun:
    return CheckRun(
        run=row.run,
        form=row.form,
        title=row.title,
        station=row.station,
        state=row.state,
        is_overdue=bool(row.is_overdue),
        blocks=bool(row.blocks),
        due_at=maybe_utc(row.due_at),
        overdue_at=maybe_utc(row.overdue_at),
        began_at=maybe_utc(row.began_at),
        ended_at=maybe_utc(row.ended_at),
        why=row.why,
        evidence=row.evidence,
        failed=tuple(msgspec.json.decode(row.failed).values()),
    )


def _us(at: datetime) -> int:
    return (at - EPOCH) // timedelta(microseconds=1)
