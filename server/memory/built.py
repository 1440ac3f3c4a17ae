"""How much was built since a decision: counted as the log comes, told in coarse steps.

Each station counts its units by product in the order of its log, so a log drawn anew counts the
same.  A decision keeps the count it was made at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.db.memory_tables import memory_case, memory_decision, memory_now
from server.db.storable import storable_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memory.records import Scope
    from server.memory.drawn_rows import DrawnRows

#: A tenth of the half-life of what an outcome says: a step changes it by 7 %.
STEP = 500
#: From here on no outcome speaks (memory.ranking) and no advice is in use (memory.advice).
MOST = 22_000
_BUILT = "built\t"


def count_built(rows: DrawnRows, station: str, product: str) -> bool:
    """Count a unit of a product, "" if it is not known; whether a step is full."""
    is_full = False
    for thing in {_BUILT, _BUILT + product}:
        count = int(rows.now(station, thing) or 0) + 1
        rows.set_now(station, thing, str(count))
        is_full |= count % STEP == 0
    return is_full


def built_before(rows: DrawnRows, scope: Scope) -> int:
    """How many units the scope's station had built of its product until now."""
    station, thing = _counted(scope)
    return int(rows.now(station, thing) or 0)


def built_now(connection: sa.Connection, scopes: Iterable[Scope]) -> Mapping[tuple[str, str], int]:
    """The counts of the scopes' stations, as :func:`units_since` reads them."""
    stations = sorted({storable_text(_counted(scope)[0]) for scope in scopes})
    columns = memory_now.c
    statement = sa.select(columns.station, columns.thing, columns.value).where(
        columns.station.in_(stations), columns.thing.startswith(_BUILT)
    )
    return {(row.station, row.thing): int(row.value) for row in connection.execute(statement)}


def units_since(scope: Scope, before: int, now: Mapping[tuple[str, str], int]) -> int:
    """The full steps that ended since the count was ``before``; at most :data:`MOST`."""
    station, thing = _counted(scope)
    count = now.get((storable_text(station), storable_text(thing)), before)
    return min(MOST, (count // STEP - before // STEP) * STEP)


def keys_at(connection: sa.Connection, stations: Iterable[str]) -> set[str]:
    """The keys of what was decided about cases of these stations."""
    of_case = memory_case.c.case_id == memory_decision.c.case_id
    statement = sa.select(memory_decision.c.key).distinct().join(memory_case, of_case)
    names = sorted(map(storable_text, stations))
    return set(connection.execute(statement.where(memory_case.c.station.in_(names))).scalars())


def _counted(scope: Scope) -> tuple[str, str]:
    return scope.context.get("station", ""), _BUILT + scope.context.get("product", "")
