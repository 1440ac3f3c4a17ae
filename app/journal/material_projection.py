"""What the station knows of its material: which lots are open, what lies at the line."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.events import StepRedone, UnitCompleted
from app.domain.material_events import (
    NOT_RETURNED,
    LotOpened,
    PartFitted,
    PartRemoved,
    StockCounted,
    StockReceived,
)
from app.journal.projections import Fact, Projection
from app.ports.journal import LotStock

if TYPE_CHECKING:
    import apsw


def _opened(db: apsw.Connection, fact: Fact, body: LotOpened) -> None:  # noqa: ARG001
    # The first opening counts: a lot does not close again.
    at = body.opened_at.isoformat()
    db.execute("INSERT INTO opened VALUES (?, ?) ON CONFLICT DO NOTHING", (body.lot, at))


def _received(db: apsw.Connection, fact: Fact, body: StockReceived) -> None:  # noqa: ARG001
    db.execute(
        "INSERT INTO stock VALUES (?, ?, ?) ON CONFLICT (part, lot) DO UPDATE SET "
        "quantity = max(quantity, 0) + excluded.quantity",
        (body.part, body.lot, body.quantity),
    )


def _counted(db: apsw.Connection, fact: Fact, body: StockCounted) -> None:  # noqa: ARG001
    db.execute(
        "INSERT INTO stock VALUES (?, ?, ?) ON CONFLICT (part, lot) DO UPDATE SET "
        "quantity = excluded.quantity",
        (body.part, body.lot, body.quantity),
    )


def _fitted(db: apsw.Connection, fact: Fact, body: PartFitted) -> None:
    if body.lot is None or fact.refs.unit is None:
        return
    _change(db, body.part, body.lot, -body.quantity)
    db.execute(
        "INSERT INTO inside VALUES (?, ?, ?, ?, ?) ON CONFLICT (unit, step, part, lot) "
        "DO UPDATE SET quantity = quantity + excluded.quantity",
        (fact.refs.unit, body.step, body.part, body.lot, body.quantity),
    )


def _removed(db: apsw.Connection, fact: Fact, body: PartRemoved) -> None:
    if body.lot is None or fact.refs.unit is None:
        return
    if body.is_returned:
        _change(db, body.part, body.lot, body.quantity)
    db.execute(
        "UPDATE inside SET quantity = quantity - ? WHERE unit = ? AND step = ? AND part = ? "
        "AND lot = ?",
        (body.quantity, fact.refs.unit, body.step, body.part, body.lot),
    )


def _redone(db: apsw.Connection, fact: Fact, body: StepRedone) -> None:
    where = (fact.refs.unit, body.step)
    if body.reason not in NOT_RETURNED:
        rows = db.execute(
            "SELECT part, lot, quantity FROM inside WHERE unit = ? AND step = ?", where
        )
        for part, lot, quantity in rows.fetchall():
            _change(db, str(part), str(lot), int(str(quantity)))
    db.execute("DELETE FROM inside WHERE unit = ? AND step = ?", where)


def _completed(db: apsw.Connection, fact: Fact, body: UnitCompleted) -> None:  # noqa: ARG001
    db.execute("DELETE FROM inside WHERE unit = ?", (body.serial,))


def _change(db: apsw.Connection, part: str, lot: str, by: int) -> None:
    """Only of what was received or counted here: nobody knows how much there was before."""
    db.execute(
        "UPDATE stock SET quantity = quantity + ? WHERE part = ? AND lot = ?", (by, part, lot)
    )


MATERIAL = Projection(
    name="material",
    version=1,
    tables=("opened", "stock", "inside"),
    # inside is what units that are not completed have of each lot, by the step that fitted it.
    schema="""
CREATE TABLE opened (lot TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE stock (part TEXT NOT NULL, lot TEXT NOT NULL, quantity INTEGER NOT NULL,
  PRIMARY KEY (part, lot)) STRICT, WITHOUT ROWID;
CREATE TABLE inside (unit TEXT NOT NULL, step TEXT NOT NULL, part TEXT NOT NULL, lot TEXT NOT
  NULL, quantity INTEGER NOT NULL, PRIMARY KEY (unit, step, part, lot)) STRICT, WITHOUT ROWID;
""",
    handlers={
        LotOpened: _opened,
        StockReceived: _received,
        StockCounted: _counted,
        PartFitted: _fitted,
        PartRemoved: _removed,
        StepRedone: _redone,
        UnitCompleted: _completed,
    },
)


def opened_at(db: apsw.Connection) -> dict[str, datetime]:
    """When each lot was opened here, as far as it was said."""
    rows = db.execute("SELECT lot, at FROM opened")
    return {str(lot): datetime.fromisoformat(str(at)) for lot, at in rows}


def line_stock(db: apsw.Connection) -> tuple[LotStock, ...]:
    """What lies at the line by count, by part and lot."""
    rows = db.execute("SELECT part, lot, quantity FROM stock ORDER BY part, lot")
    return tuple(LotStock(str(part), str(lot), int(str(count))) for part, lot, count in rows)
