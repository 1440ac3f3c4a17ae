"""A decision that is watched: its window, what was found so far, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from memory.facts import Confirmed, Occurred, Withdrawn
from memory.records import Outcome
from memory.watch import OutcomeRecord, Verdict, Watch, judge, next_record
from server.db.memory_tables import memory_decision, memory_outcome
from server.memory.scope_reading import as_seen_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from memory.facts import Fact as MemoryFact


class Watched:
    """One row of a decision, and the last record of what came of it."""

    def __init__(self, row: dict[str, Any], last: OutcomeRecord | None) -> None:
        self.row = row
        self.last = last
        self.watch = msgspec.json.decode(row["watch"], type=Watch)
        self._facts: list[MemoryFact] | None = None

    @property
    def is_open(self) -> bool:
        return bool(self.row["status"] == Outcome.WATCHING)

    def concerns(self, fact: MemoryFact) -> bool:
        return self.watch.concerns(as_seen_by(self.watch, fact))

    def judge(
        self,
        read: Callable[[Watch], list[MemoryFact]],
        *,
        now_us: int,
        and_also: MemoryFact | None,
    ) -> dict[str, Any] | None:
        """The row of the next record, if what is known now says other than the last one."""
        if self._facts is None:
            self._facts = read(self.watch)
        elif and_also is not None:
            self._facts.append(and_also)
        seen = [as_seen_by(self.watch, fact) for fact in self._facts]
        record = next_record(self.last, self.watch, judge(self.watch, seen, now_us))
        if record is None:
            return None
        self.last, verdict = record, record.verdict
        self.row = {**self.row, "status": verdict.status, "closed_at": verdict.closed_at_us}
        return {
            "decision": record.decision,
            "number": record.number,
            "status": verdict.status,
            "rule": verdict.rule,
            "verdict": msgspec.json.encode(verdict).decode(),
        }


class WatchedOnes:
    """Decisions by what may concern them, so that a fact meets few of them."""

    def __init__(self, several: list[Watched]) -> None:
        self._by_key: dict[str, list[Watched]] = {}
        self._by_decision: dict[str, Watched] = {}
        self._by_station: dict[str | None, list[Watched]] = {}
        for watched in several:
            self.add(watched)

    def add(self, watched: Watched) -> None:
        watch = watched.watch
        self._by_key.setdefault(watch.key, []).append(watched)
        self._by_decision[watch.decision] = watched
        station = watch.scope.context.get("station")
        self._by_station.setdefault(station, []).append(watched)

    def concerned_by(self, fact: MemoryFact, station: str) -> list[Watched]:
        """Those the fact of this station says something to."""
        if isinstance(fact, Confirmed | Withdrawn):
            found = (
                [self._by_decision[fact.decision]] if fact.decision in self._by_decision else []
            )
        elif isinstance(fact, Occurred):
            found = self._by_key.get(fact.key, [])
        else:
            found = self._by_station.get(station, []) + self._by_station.get(None, [])
        return [watched for watched in found if watched.concerns(fact)]

    def ended(self, now_us: int) -> list[Watched]:
        """The open ones whose time is over."""
        return [
            watched
            for watched in self._by_decision.values()
            if watched.is_open and watched.watch.until_us <= now_us
        ]


def read_watched(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> list[Watched]:
    """The decisions that meet the condition, each with its last record."""
    statement = sa.select(memory_decision).where(condition).order_by(memory_decision.c.decision)
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    last = _last_records(connection, condition) if rows else {}
    return [Watched(row, last.get(row["decision"])) for row in rows]


def _last_records(
    connection: sa.Connection, condition: sa.ColumnElement[bool]
) -> dict[str, OutcomeRecord]:
    columns = memory_outcome.c
    of_these = sa.select(memory_decision.c.decision).where(condition)
    statement = sa.select(columns.decision, columns.number, columns.verdict)
    statement = statement.where(columns.decision.in_(of_these)).order_by(columns.number)
    return {row.decision: read_record(row) for row in connection.execute(statement)}


def read_record(row: sa.Row[*tuple[Any, ...]]) -> OutcomeRecord:
    """A row of the outcomes as the record it was."""
    return OutcomeRecord(
        decision=row.decision,
        number=row.number,
        verdict=msgspec.json.decode(row.verdict, type=Verdict),
        supersedes=row.number - 1 or None,
    )
