"""Where a lot went and what a unit is made of, among a million edges and more, on both databases.

The baseline is the bare recursive query on the same table, over the same connection.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from bench.journal_append import timed
from bench.long_journal import scratch_folder
from bench.plant import any_database
from bench.rows import Row, Times, median_row
from bench.scale import scaled
from server.db.bulk import append_rows
from server.db.engine import open_database
from server.db.migrate import migrate
from server.db.tables import edge, unit
from server.read.genealogy import Node, serials_above, unit_node
from server.read.parts_tree import parts_tree
from server.read.recall import recall_list
from server.read.vocabulary import Vocabulary
from server.read.where_used import where_used

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server.db.engine import Database

EDGES = 1_000_000
#: A unit of the benchmark: 70 parts, of which the serialised ones name their lot as well.
LOTS_A_UNIT, SERIALS_A_UNIT = 40, 30
EDGES_A_UNIT = LOTS_A_UNIT + 3 * SERIALS_A_UNIT
UNITS_A_LOT = 1_700
RUNS = 20
BATCH = 400

_BARE = sa.text(
    "WITH RECURSIVE up(node) AS (SELECT CAST(:start AS TEXT) UNION SELECT edge.parent FROM edge "
    "JOIN up ON edge.child = up.node WHERE edge.removed_pos IS NULL) SELECT node FROM up"
)
_BARE_DOWN = sa.text(
    "WITH RECURSIVE down(node) AS (SELECT CAST(:start AS TEXT) UNION SELECT edge.child FROM edge "
    "JOIN down ON edge.parent = down.node) SELECT node FROM down"
)


def run() -> list[Row]:
    """On SQLite and on PostgreSQL."""
    return [row for kind in ("SQLite", "PostgreSQL") for row in _on(kind)]


def _on(kind: str) -> list[Row]:
    with any_database(kind) as url:
        database = open_database(url, file=scratch_folder() / "plant.db")
        try:
            migrate(database)
            units = _fill(database, scaled(EDGES) // EDGES_A_UNIT)
            return _measure(database, kind, units)
        finally:
            database.close()


def _fill(database: Database, units: int) -> int:
    for first in range(0, units, BATCH):
        numbers = range(first, min(first + BATCH, units))
        with database.write() as connection:
            append_rows(connection, unit, [_unit_row(number) for number in numbers])
            rows = [row for number in numbers for row in _edges_of(number, units)]
            append_rows(connection, edge, rows)
    with database.write() as connection:
        connection.execute(sa.text("ANALYZE"))
    return units


def _serial(number: int) -> str:
    return f"U{number:07d}"


def _lot(place: int, number: int, units: int) -> str:
    """The lot in ``place`` of a unit: each is in about 1,700 units, spread over the days."""
    lots = max(1, units // UNITS_A_LOT)
    return f"L{place:02d}-{number % lots:05d}"


def _unit_row(number: int) -> tuple[Any, ...]:
    at = 1_700_000_000_000_000 + number
    serial = _serial(number)
    return (
        serial, f"PO-{number // 100}", "GX-200", "B", "mount", "r1", "ST-010", "completed",
        "provable", "[]", 0, at, at, number * 2 + 1, number * 2 + 2,
    )  # fmt: skip


def _edges_of(number: int, units: int) -> Iterator[tuple[Any, ...]]:
    parent = unit_node(_serial(number)).key
    for place in range(LOTS_A_UNIT):
        lot = Node("lot", _lot(place, number, units))
        yield _edge(parent, lot, f"P{place:02d}", number)
    for place in range(LOTS_A_UNIT, LOTS_A_UNIT + SERIALS_A_UNIT):
        part = f"P{place:02d}"
        piece = Node("serial", f"S{number:07d}-{place}", part)
        yield _edge(parent, piece, part, number)
        yield _edge(piece.key, Node("lot", _lot(place, number, units)), part, number)
        yield _edge(piece.key, unit_node(piece.id), part, number, quantity=0)


def _edge(
    parent: str, child: Node, part: str, number: int, *, quantity: int = 1
) -> tuple[Any, ...]:
    return (parent, child.key, number + 1, child.id, part, None, None, "fit", quantity, None)


def _measure(database: Database, kind: str, units: int) -> list[Row]:
    dice = random.Random(7)  # noqa: S311 - which lots to ask for, not a secret
    places = [dice.randrange(LOTS_A_UNIT + SERIALS_A_UNIT) for _ in range(RUNS)]
    numbers = [dice.randrange(units) for _ in range(RUNS)]
    asked = list(zip(places, numbers, strict=True))
    lots = [_lot(place, number, units) for place, number in asked]
    with database.read() as connection:
        bare, used, listed, recalled = _where_used(connection, lots)
        down, built = _as_built(connection, [_serial(number) for number in numbers])
    where, what = f"{kind}: where a lot went", f"{kind}: a unit of 70 parts"
    baseline = Times(f"{where}, bare recursive query", bare)
    product = Times(f"{where}, the serials of its units", used)
    details = Times(f"{where}, with order, state and times of each unit", listed)
    recall = Times(f"{where}, and where each unit is now", recalled)
    base_down = Times(f"{what}, bare recursive query", down)
    record = Times(f"{what}, as a tree", built)
    return [
        median_row(baseline),
        median_row(product, baseline, most=1.5),
        median_row(details, baseline),
        median_row(recall, baseline),
        median_row(base_down),
        Row(record.name, record.count, record.median_us / 1e3, "ms", most=5.0),
    ]


def _where_used(
    connection: sa.Connection, lots: list[str]
) -> tuple[list[float], list[float], list[float], list[float]]:
    bare, used, listed, recalled = [], [], [], []
    for lot in lots:
        key = Node("lot", lot).key
        bare.append(timed(lambda k=key: connection.execute(_BARE, {"start": k}).all()))  # type: ignore[misc]  # mypy cannot infer the default's type
        used.append(timed(lambda name=lot: serials_above(connection, name)))  # type: ignore[misc]  # as above
        listed.append(timed(lambda name=lot: where_used(connection, name)))  # type: ignore[misc]  # as above
        recalled.append(timed(lambda name=lot: recall_list(connection, name)))  # type: ignore[misc]  # as above
    return bare, used, listed, recalled


def _as_built(connection: sa.Connection, serials: list[str]) -> tuple[list[float], list[float]]:
    words, bare, built = Vocabulary(None, "B"), [], []
    for serial in serials:
        key = unit_node(serial).key
        bare.append(timed(lambda k=key: connection.execute(_BARE_DOWN, {"start": k}).all()))  # type: ignore[misc]  # mypy cannot infer the default's type
        built.append(timed(lambda s=serial: parts_tree(connection, s, "", words)))  # type: ignore[misc]  # as above
    return bare, built
