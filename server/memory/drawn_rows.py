"""The memory's rows while a batch is drawn: read when needed, written together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from app.domain.events import TighteningRecorded, UnitCompleted, UnitStarted
from memory.facts import Built, Changed, Confirmed, Measured, Occurred
from memory.facts import Fact as MemoryFact
from server.db.memory_tables import (
    DRAWN_TABLES,
    memory_case,
    memory_decision,
    memory_fact,
    memory_now,
    memory_outcome,
    memory_use,
)
from server.db.storable import one_of, storable_text, upsert_rows
from server.db.tables import unit
from server.memory.watched import Watched, read_watched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from memory.watch import Watch
    from server.read.facts import Fact

_FACT: msgspec.json.Decoder[MemoryFact] = msgspec.json.Decoder(MemoryFact)
#: Events that say something about the unit they were recorded with.
_OF_UNITS = (TighteningRecorded, UnitCompleted, UnitStarted)
_BUILT, _OCCURRED, _MEASURED, _CONFIRMED = "built", "occurred", "measured", "confirmed"
#: Of one station: looked through for the units before a decision.
_MOST_UNITS_BEFORE = 2_000


class DrawnRows:
    """Rows of one batch on ``connection``; ``flush`` writes what changed."""

    def __init__(self, connection: sa.Connection, facts: Sequence[Fact]) -> None:
        self._connection = connection
        self._pending: dict[sa.Table, dict[tuple[Any, ...], dict[str, Any]]] = {
            table: {} for table in DRAWN_TABLES
        }
        self._now: dict[str, dict[str, str]] = {}
        self._units: dict[str, Mapping[str, Any]] | None = None
        self._facts = facts

    def put(self, table: sa.Table, row: dict[str, Any]) -> None:
        """Put a row, with every column, in the place of one with its key."""
        key = tuple(row[column.name] for column in table.primary_key)
        self._pending[table][key] = row

    def flush(self) -> None:
        for table in DRAWN_TABLES:
            self._flush(table)

    # --- what is so at a station

    def now(self, station: str, thing: str) -> str | None:
        return self._now_at(station).get(thing)

    def set_now(self, station: str, thing: str, value: str) -> None:
        self._now_at(station)[thing] = value
        self.put(memory_now, {"station": station, "thing": thing, "value": value})

    def unit(self, serial: str) -> Mapping[str, Any] | None:
        """Product, variant and revision of a unit that the batch is about."""
        if self._units is None:
            self._units = self._read_units()
        return self._units.get(storable_text(serial))

    # --- facts

    def put_fact(self, station: str, fact: MemoryFact) -> None:
        kind, key = _kind_and_key(fact)
        self.put(
            memory_fact,
            {
                "event_id": fact.event,
                "kind": kind,
                "at": fact.at_us,
                "station": station,
                "key": key,
                "body": msgspec.json.encode(fact).decode(),
            },
        )

    def facts_of(self, watch: Watch) -> list[MemoryFact]:
        """All that may concern the watch since the decision."""
        facts = memory_fact.c
        near = facts.station == station if (station := _station(watch)) else sa.true()
        inside = sa.and_(
            facts.at > watch.decided_at_us,
            facts.at <= watch.until_us,
            sa.or_(facts.key == storable_text(watch.key), sa.and_(facts.key.is_(None), near)),
        )
        return self._read_facts(sa.or_(facts.key == storable_text(watch.decision), inside))

    def facts_before(self, watch: Watch, *, units: int) -> list[MemoryFact]:
        """What the baseline rests on: the last units before the decision, and what came then."""
        facts = memory_fact.c
        before = facts.at <= watch.decided_at_us
        near = facts.station == station if (station := _station(watch)) else sa.true()
        most = min(_MOST_UNITS_BEFORE, 5 * units)
        built = self._read_facts(before, facts.kind == _BUILT, near, newest=most)
        since = min((fact.at_us for fact in built), default=0)
        others = self._read_facts(
            before,
            facts.at >= since,
            sa.or_(
                facts.key == storable_text(watch.key),
                sa.and_(facts.kind.startswith(_MEASURED), near),
            ),
        )
        return [*built, *others]

    # --- decisions

    def watched(self, *, since_us: int, until_us: int, named: set[str]) -> list[Watched]:
        """The decisions that are open, have something in these times, or are ``named``."""
        self._flush(memory_decision)
        self._flush(memory_outcome)
        columns = memory_decision.c
        return read_watched(
            self._connection,
            sa.or_(
                columns.status == "watching",
                sa.and_(columns.until_at >= since_us, columns.decided_at <= until_us),
                columns.decision.in_(sorted(map(storable_text, named))),
            ),
        )

    def has_decision(self, decision: str) -> bool:
        self._flush(memory_decision)
        return self._has(memory_decision.c.decision == storable_text(decision))

    def case(self, case_id: str) -> dict[str, Any] | None:
        self._flush(memory_case)
        statement = sa.select(memory_case).where(memory_case.c.case_id == storable_text(case_id))
        row = self._connection.execute(statement).mappings().one_or_none()
        return None if row is None else dict(row)

    def uses_in(self, case_id: str) -> list[dict[str, Any]]:
        self._flush(memory_use)
        statement = sa.select(memory_use).where(memory_use.c.case_id == storable_text(case_id))
        return [dict(row) for row in self._connection.execute(statement).mappings()]

    # --- reading and writing

    def _has(self, condition: sa.ColumnElement[bool]) -> bool:
        return self._connection.execute(sa.select(sa.exists().where(condition))).scalar_one()

    def _read_facts(
        self, *conditions: sa.ColumnElement[bool], newest: int | None = None
    ) -> list[MemoryFact]:
        self._flush(memory_fact)
        statement = sa.select(memory_fact.c.body).where(*conditions)
        if newest is not None:
            order = (memory_fact.c.at.desc(), memory_fact.c.event_id.desc())
            statement = statement.order_by(*order).limit(newest)
        return [_FACT.decode(body) for body in self._connection.execute(statement).scalars()]

    def _now_at(self, station: str) -> dict[str, str]:
        if station not in self._now:
            columns = memory_now.c
            statement = sa.select(columns.thing, columns.value).where(columns.station == station)
            self._now[station] = {
                row.thing: row.value for row in self._connection.execute(statement)
            }
        return self._now[station]

    def _read_units(self) -> dict[str, Mapping[str, Any]]:
        wanted = {fact.unit for fact in self._facts if isinstance(fact.body, _OF_UNITS)}
        wanted |= {getattr(f.body, "serial", None) for f in self._facts}
        serials = sorted(storable_text(serial) for serial in _texts(wanted))
        if not serials:
            return {}
        columns = unit.c
        statement = sa.select(columns.serial, columns.product, columns.variant, columns.revision)
        statement = statement.where(one_of(self._connection, columns.serial, serials))
        return {row["serial"]: dict(row) for row in self._connection.execute(statement).mappings()}

    def _flush(self, table: sa.Table) -> None:
        rows = list(self._pending[table].values())
        self._pending[table].clear()
        upsert_rows(self._connection, table, rows)


def _texts(values: Iterable[object]) -> Iterable[str]:
    return (value for value in values if isinstance(value, str))


def _station(watch: Watch) -> str | None:
    return watch.scope.context.get("station")


def _kind_and_key(fact: MemoryFact) -> tuple[str, str | None]:
    match fact:
        case Built():
            return _BUILT, None
        case Occurred():
            return _OCCURRED, fact.key
        case Measured():
            return f"{_MEASURED}.{fact.metric}", None
        case Changed():
            return f"changed.{fact.kind}", None
        case Confirmed():
            return _CONFIRMED, fact.decision
        case _:
            return type(fact).__name__.lower(), None
