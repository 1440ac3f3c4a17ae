"""Looks for patterns by itself, once an hour while something new comes, beside all other work.

Of several servers on one database one does it: whoever enters first that it began.  A sweep reads
the newest part of the log and no more, page by page, and gives way between pages.
"""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from analysis.recurrence import BEFORE, WINDOW, recurrences
from server.db.memory_tables import memory_case, memory_pattern_sweep
from server.db.storable import upsert
from server.log.identity import LOG, head
from server.memory.calibrating import count_answers, publish_calibrations
from server.memory.pattern_factors import look_at_factors
from server.memory.pattern_levels import look_at_levels
from server.memory.pattern_log import PatternLog, read_log
from server.memory.pattern_records import MOST_KEPT, PATTERN, RECURRENCE, Pattern, Sweep
from server.memory.patterns import keep_patterns
from server.read.line_documents import LineDocuments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from server.db.engine import Database
    from server.memory.pattern_log import ShiftAt

EVERY_S = 3_600
_LOOK_EVERY_S = 30.0
#: Between two pages of the log, so that requests come first.
_GIVE_WAY_S = 0.02

_log = logging.getLogger(__name__)


class SweepState(Struct, frozen=True, kw_only=True):
    """When the last sweep began, and what the last one that was done looked at."""

    begun_at: datetime | None = None
    done: Sweep | None = None

    @property
    def is_broken_off(self) -> bool:
        """The last one began and is not done: it is at work, or failed."""
        return self.begun_at is not None and (self.done is None or self.done.at != self.begun_at)


class PatternSweep:
    """A thread of its own; ``now_us`` is the server's clock.  Callable from any thread."""

    def __init__(self, database: Database, now_us: Callable[[], int]) -> None:
        self._database = database
        self._now_us = now_us
        self._one_at_a_time = threading.Lock()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="patterns", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Give up the sweep at hand, if there is one; the next start begins it anew."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def run_if_due(self) -> bool:
        """Whether an hour went by since the last one, something is new, and it is ours to do."""
        begun_us = self._claim()
        if begun_us is None:
            return False
        self._sweep(begun_us)
        return True

    def run_now(self) -> None:
        """Because somebody asked for it; whoever asks meanwhile waits for the same answer."""
        now_us = self._now_us()
        with self._database.write() as connection:
            _begin(connection, now_us)
        self._sweep(now_us)

    def _run(self) -> None:
        while not self._stopping.wait(_LOOK_EVERY_S):
            try:
                self.run_if_due()
            except (sa.exc.DBAPIError, sa.exc.TimeoutError) as error:
                _log.warning("no patterns were looked for: %s", str(error).partition("\n")[0])
            except Exception:  # noqa: BLE001 - supervision edge: the next hour is another try
                _log.exception("looking for patterns failed; trying again in an hour")

    def _claim(self) -> int | None:
        """Enter that a sweep begins now; None where none is due."""
        now_us = self._now_us()
        with self._database.write() as connection:
            upsert(connection, memory_pattern_sweep, _FIRST, keep=True)
            columns = memory_pattern_sweep.c
            row = connection.execute(
                sa.select(columns.begun_at, columns.body).with_for_update()
            ).one()
            done = _done(row.body)
            is_new = done is None or done.head < head(connection, LOG)
            if now_us < row.begun_at + EVERY_S * 1_000_000 or not is_new:
                return None
            _begin(connection, now_us)
        return now_us

    def _sweep(self, begun_us: int) -> None:
        with self._one_at_a_time:
            looked = self._look(datetime.fromtimestamp(begun_us / 1e6, UTC))
            if looked is None:
                return
            sweep, found = looked
            with self._database.read() as connection:
                came_true = count_answers(connection)
            with self._database.write() as connection:
                keep_patterns(connection, found)
                done = msgspec.json.encode(sweep).decode()
                row = {"id": 1, "begun_at": begun_us, "body": done}
                upsert(connection, memory_pattern_sweep, row)
                publish_calibrations(connection, came_true, now_us=begun_us)
        _log.info("looked for patterns: found=%d units=%d", sweep.found, sweep.units)

    def _look(self, now: datetime) -> tuple[Sweep, list[Pattern]] | None:
        """What is seen now, and among what; None when the server stops."""
        with self._database.read() as connection:
            newest = head(connection, LOG)
            shift_at = _shifts(connection)
        log = PatternLog(shift_at)
        if not read_log(self._database, log, pause=self._gives_way):
            return None
        with self._database.read() as connection:
            found = list(_recurring(connection, now))
            factors = look_at_factors(connection, list(log.units.values()), log.shift_of, now)
            levels, series = look_at_levels(connection, log.series, now, pause=self._gives_way)
        found += [*factors.found, *levels]
        sweep = Sweep(
            at=now,
            head=newest,
            units=factors.units,
            events=log.events,
            outcomes=factors.outcomes,
            tests=factors.tests,
            series=series,
            found=len(found),
            factors=factors.factors,
            left_out=tuple(factors.left_out),
        )
        return None if self._stopping.is_set() else (sweep, found)

    def _gives_way(self) -> bool:
        return self._stopping.wait(_GIVE_WAY_S)


def sweep_state(connection: sa.Connection) -> SweepState:
    """When patterns were looked for last, and in what."""
    columns = memory_pattern_sweep.c
    row = connection.execute(sa.select(columns.begun_at, columns.body)).one_or_none()
    if row is None or row.begun_at < 0:
        return SweepState()
    begun_at = datetime.fromtimestamp(row.begun_at / 1e6, UTC)
    return SweepState(begun_at=begun_at, done=_done(row.body))


_FIRST = {"id": 1, "begun_at": -EVERY_S * 1_000_000, "body": ""}


def _begin(connection: sa.Connection, now_us: int) -> None:
    upsert(connection, memory_pattern_sweep, _FIRST, keep=True)
    connection.execute(memory_pattern_sweep.update().values(begun_at=now_us))


def _done(body: str) -> Sweep | None:
    return msgspec.json.decode(body, type=Sweep) if body else None


def _shifts(connection: sa.Connection) -> ShiftAt:
    """The names of shifts, read now and asked later."""
    documents = LineDocuments(connection)
    lines = {documents.line_of(station) for station in documents.infos} | {""}
    planned = {line: documents.planned(line) for line in lines}

    def shift_at(station: str, at_us: int) -> str | None:
        times = planned[documents.line_of(station)]
        try:
            shift = None if times is None else times.shift_at(at_us)
        except (OverflowError, ValueError):
            return None  # a wild clock: no calendar knows that day
        return None if shift is None else shift.name

    return shift_at


def _recurring(connection: sa.Connection, now: datetime) -> Iterator[Pattern]:
    """Keys that came back, of the days that their usual rate is known from."""
    columns = memory_case.c
    since = now - BEFORE - WINDOW
    statement = sa.select(columns.case_id, columns.key, columns.at)
    # What was decided about a pattern is no further time it came.
    statement = statement.where(
        columns.at >= round(since.timestamp() * 1e6), columns.key != "", columns.kind != PATTERN
    )
    rows = connection.execute(statement.order_by(columns.at)).all()
    times = [(row.key, datetime.fromtimestamp(row.at / 1e6, UTC), row.case_id) for row in rows]
    for hit in recurrences([(key, at) for key, at, _ in times]):
        own = [(at, case) for key, at, case in times if key == hit.key]
        cases = [case for at, case in own if hit.first <= at <= hit.until]
        before = [case for at, case in own if at < hit.first]
        yield Pattern(
            pattern=f"{RECURRENCE}:{hit.key}:{hit.found_at:%Y-%m-%dT%H:%M:%S}",
            kind=RECURRENCE,
            key=hit.key,
            n=hit.n,
            expected=hit.expected,
            p=hit.p,
            found_at=hit.found_at,
            seen_at=hit.until,
            cases=tuple(cases[-MOST_KEPT:]),
            before_cases=tuple(before[-MOST_KEPT:]),
        )
