"""A batch of facts while it is drawn: what it needs is read at once, what it says written at once.

Rows that the batch touches are kept here as they stand after the facts drawn so far.
"""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from app.domain.events import Body, UnitCompleted, UnitHeld, UnitStarted
from server.db.storable import one_of, storable_text, upsert_rows
from server.db.tables import curve, edge, event, situation, unit, unit_line
from server.read.facts import read_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from server.read.facts import Fact

_Row = dict[str, Any]

#: What is said first about a curve stands.
_KEPT = {curve}
_WRITTEN = (unit, unit_line, curve, edge, situation)


class Batch:
    """Facts in the log's order, and the rows they are drawn into; ``flush`` writes those."""

    def __init__(self, connection: sa.Connection, facts: Sequence[Fact]) -> None:
        self.connection = connection
        self.facts = facts
        #: For what the drawing wants to read only once.
        self.notes: dict[object, Any] = {}
        self._changed: dict[sa.Table, dict[tuple[Any, ...], _Row]] = {one: {} for one in _WRITTEN}
        self._units: dict[str, _Row | None] = {}
        self._orders: dict[str, list[tuple[int, str]]] = {}
        self._situations: dict[str, _Row | None] = {}
        self._uses: dict[str, list[tuple[str, int]]] = {}
        self._read_ahead()

    def write(self, table: sa.Table, row: _Row) -> None:
        """Put a row, with every column of the table, in the place of one with its key."""
        key = tuple(row[column.name] for column in table.primary_key)
        if table in _KEPT:
            self._changed[table].setdefault(key, row)
        else:
            self._changed[table][key] = row

    def flush(self) -> None:
        """Write what changed."""
        for table in _WRITTEN:
            self._flush(table)

    # --- units

    def unit(self, serial: str) -> _Row | None:
        """A unit's row; change it with :meth:`write`."""
        if serial not in self._units:
            self._read_units([serial])
        return self._units[serial]

    def write_unit(self, row: _Row) -> None:
        """Change a unit, or enter a new one."""
        if self._units.get(row["serial"]) is None and row["order_id"] in self._orders:
            insort(self._orders[row["order_id"]], (row["first_pos"], row["serial"]))
        self._units[row["serial"]] = row
        self.write(unit, row)

    def serials_of(self, order: str) -> list[str]:
        """The order's units, the first started first."""
        if order not in self._orders:
            self._flush(unit)
            statement = sa.select(unit.c.first_pos, unit.c.serial).where(unit.c.order_id == order)
            rows = self.connection.execute(statement)
            self._orders[order] = sorted((row.first_pos, row.serial) for row in rows)
        return [serial for _, serial in self._orders[order]]

    # --- situations

    def situation(self, key: str) -> _Row | None:
        """A situation's row; change it with :meth:`write_situation`."""
        if key not in self._situations:
            self._read_situations(situation.c.key == key)
        return self._situations.setdefault(key, None)

    def write_situation(self, row: _Row) -> None:
        """Change a situation, or open it."""
        self._situations[row["key"]] = row
        self.write(situation, row)

    def open_of_kind(self, kind: str) -> Iterator[_Row]:
        """Every situation of the kind that is not settled."""
        note = f"open {kind} are read"
        if note not in self.notes:
            self.notes[note] = True
            self._read_situations(situation.c.kind == kind, situation.c.closed_at.is_(None))
        for row in list(self._situations.values()):
            if row is not None and row["kind"] == kind and row["closed_at"] is None:
                yield row

    # --- genealogy

    def write_edge(self, row: _Row) -> None:
        """Enter one line of genealogy."""
        if row["child"] in self._uses:
            self._uses[row["child"]].append((row["parent"], row["at_pos"]))
        self.write(edge, row)

    def end_edges(self, parent: str, step: str, *, at_pos: int) -> None:
        """The uses of a step that is done again."""
        self._flush(edge)
        self._uses.clear()
        self.connection.execute(
            edge.update()
            .where(edge.c.parent == parent, edge.c.step == step, edge.c.removed_pos.is_(None))
            .values(removed_pos=at_pos)
        )

    def take_out(self, parent: str, child: str, step: str, *, quantity: int, at_pos: int) -> None:
        """Pieces of a step came out: the newest first; one of which some stay is told in two."""
        self._flush(edge)
        self._uses.clear()
        rows = self.connection.execute(
            sa.select(edge)
            .where(
                edge.c.parent == parent,
                edge.c.child == child,
                edge.c.step == step,
                edge.c.removed_pos.is_(None),
            )
            .order_by(edge.c.at_pos.desc())
        ).mappings()
        left = quantity
        for row in [dict(row) for row in rows]:
            pieces = min(left, row["quantity"])
            left -= pieces
            if pieces == row["quantity"]:
                self.write(edge, row | {"removed_pos": at_pos})
            elif pieces:
                self.write(edge, row | {"quantity": row["quantity"] - pieces})
                out = {"at_pos": at_pos, "quantity": pieces, "removed_pos": at_pos}
                self.write(edge, row | out)

    def uses_of(self, child: str, *, ahead: Callable[[Fact], str | None]) -> list[tuple[str, int]]:
        """What a part is in, and the event that fitted it; ended uses are left out.

        ``ahead`` names the part whose uses will be asked for because of a fact.
        """
        if child not in self._uses:
            children = {key for fact in self.facts if (key := ahead(fact)) is not None}
            self._flush(edge)
            self._read_uses({child} | children)
        return self._uses[child]

    # --- lifecycles

    def lifecycle(self, serial: str, kinds: Sequence[str], *, upto: int) -> list[Fact]:
        """Facts of ``kinds`` about a unit, from the whole log up to there."""
        note = ("lifecycles", tuple(kinds))
        if note not in self.notes:
            self.notes[note] = self._lifecycles(kinds)
        return [fact for fact in self.notes[note].get(serial, ()) if fact.pos <= upto]

    def _lifecycles(self, kinds: Sequence[str]) -> dict[str, list[Fact]]:
        serials = {
            storable_text(fact.unit)
            for fact in self.facts
            if fact.unit is not None and fact.envelope.kind in kinds
        }
        statement = (
            sa.select(event.c.pos, event.c.recv_at, event.c.raw)
            .where(
                one_of(self.connection, event.c.unit, sorted(serials)),
                event.c.kind.in_(kinds),
                event.c.pos <= self.facts[-1].pos,
            )
            .order_by(event.c.pos)
        )
        found: dict[str, list[Fact]] = {}
        for fact in read_facts(self.connection.execute(statement)):
            found.setdefault(fact.unit or "", []).append(fact)
        return found

    # --- reading and writing

    def _read_ahead(self) -> None:
        self._read_units({serial for fact in self.facts if (serial := _serial(fact.body))})

    def _read_units(self, serials: Iterable[str]) -> None:
        wanted = sorted(set(serials))
        if not wanted:
            return
        self._units.update(dict.fromkeys(wanted))
        statement = sa.select(unit).where(one_of(self.connection, unit.c.serial, wanted))
        for row in self.connection.execute(statement).mappings():
            self._units[row["serial"]] = dict(row)

    def _read_situations(self, *conditions: sa.ColumnElement[bool]) -> None:
        statement = sa.select(situation).where(*conditions)
        for row in self.connection.execute(statement).mappings():
            self._situations.setdefault(row["key"], dict(row))

    def _read_uses(self, children: set[str]) -> None:
        self._uses.update((child, []) for child in children)
        statement = (
            sa.select(edge.c.child, edge.c.parent, edge.c.at_pos)
            .where(
                one_of(self.connection, edge.c.child, sorted(children)),
                edge.c.removed_pos.is_(None),
            )
            .order_by(edge.c.at_pos)
        )
        for row in self.connection.execute(statement):
            self._uses[row.child].append((row.parent, row.at_pos))

    def _flush(self, table: sa.Table) -> None:
        rows = list(self._changed[table].values())
        self._changed[table].clear()
        upsert_rows(self.connection, table, rows, keep=table in _KEPT)


def _serial(body: Body | None) -> str | None:
    return body.serial if isinstance(body, UnitStarted | UnitHeld | UnitCompleted) else None
