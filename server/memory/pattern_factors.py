"""What the units with a key have in common: factors out of the log, hints as patterns.

All keys of a sweep are one family.  Factors are things and times; no person is one, nor what
stands for one: a shift only where several people worked it, and never combined with another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import sqlalchemy as sa

from analysis.causes import LEAST_UNITS, Observations, hints_of_all
from analysis.factors import Factor
from analysis.person_columns import PersonIsNoFactor
from app.domain.plant import Lot
from server.db.memory_tables import memory_case
from server.db.storable import one_of
from server.db.tables import edge
from server.log.feed import current_all
from server.memory.pattern_records import FACTOR, MOST_KEPT, Pattern
from server.read.genealogy import Node, unit_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from numpy.typing import NDArray

    from analysis.causes import Hint, Part
    from server.memory.pattern_log import UnitSeen

#: The newest units, as in the judged histories, and the keys that most of them have.
MOST_UNITS, MOST_KEYS = 5_000, 30
#: Those that most units tell: looked at by themselves, and also two at a time.
MOST_FACTORS, MOST_COMBINED = 40, 12
#: Fewer units with a key show nothing.
_LEAST_WITH_KEY = 3
SHIFT = "shift"


@dataclass(slots=True)
class LookedAt:
    """What a look at factors found, and among what."""

    found: list[Pattern] = field(default_factory=list)
    units: int = 0
    outcomes: int = 0
    tests: int = 0
    factors: tuple[str, ...] = ()
    left_out: list[str] = field(default_factory=list)


def look_at_factors(
    connection: sa.Connection,
    units: Sequence[UnitSeen],
    shift_of: Callable[[UnitSeen], str],
    now: datetime,
) -> LookedAt:
    """The hints of every key that came at ``units``, the newest last."""
    looked = LookedAt()
    units = units[-MOST_UNITS:]
    looked.units = len(units)
    if len(units) < 2 * LEAST_UNITS:
        return looked
    cases = _cases_by_key(connection, units)
    often = sorted(cases, key=lambda key: (-len(cases[key]), key))[:MOST_KEYS]
    factors = _factors(connection, units, shift_of, looked)
    looked.outcomes, looked.factors = len(often), tuple(factor.name for factor in factors)
    if not often:
        return looked
    strata = [
        Factor.of("product", [unit.product for unit in units]),
        Factor.of("station", [unit.station for unit in units]),
    ]
    serials = [unit.serial for unit in units]
    outcomes = {key: np.array([serial in cases[key] for serial in serials]) for key in often}
    seen = Observations.of(serials, outcomes[often[0]], factors, strata)
    family = hints_of_all(seen, outcomes)
    looked.tests = family.tests
    for key, hints in family.by_outcome.items():
        others = _Others(seen, outcomes[key])
        looked.found += [_of_hint(hint, key, cases[key], others, now) for hint in hints]
    return looked


@dataclass(frozen=True, slots=True)
class _Others:
    """Finds the units that have a hint's parts and did not have its outcome."""

    seen: Observations
    outcome: NDArray[np.bool_]

    def of(self, parts: Sequence[Part]) -> tuple[str, ...]:
        """The newest of them."""
        has = ~self.outcome
        for part in parts:
            factor = next(one for one in self.seen.factors if one.name == part.factor)
            has &= factor.codes == factor.levels.index(part.level)
        rows = np.flatnonzero(has)[::-1][:MOST_KEPT]
        return tuple(self.seen.units[row] for row in rows.tolist())


def _of_hint(
    hint: Hint, key: str, cases: Mapping[str, str], others: _Others, now: datetime
) -> Pattern:
    parts = tuple((part.factor, part.level) for part in hint.parts)
    newest = hint.units[::-1][:MOST_KEPT]
    return Pattern(
        pattern=f"{FACTOR}:{key}:{','.join('='.join(part) for part in _stable(hint.parts))}",
        kind=FACTOR,
        key=key,
        n=hint.n,
        expected=hint.expected,
        p=hint.p,
        found_at=now,
        seen_at=now,
        parts=parts,
        k=hint.k,
        q=hint.q,
        lift=hint.lift,
        low=hint.low,
        high=hint.high,
        among=len(others.outcome),
        among_k=int(others.outcome.sum()),
        units=newest,
        others=others.of(hint.parts),
        cases=tuple(cases[serial] for serial in newest),
        explained_by=tuple((part.factor, part.level) for part in hint.explained_by),
    )


def _stable(parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """Names that are the same at the next look: a number's fifth moves with the units."""
    for part in parts:
        yield part.factor, part.level if part.bounds is None else "some"


def _cases_by_key(
    connection: sa.Connection, units: Sequence[UnitSeen]
) -> dict[str, dict[str, str]]:
    """For each key that came at several units these, with the first case of each."""
    serials = {unit.serial for unit in units}
    columns = memory_case.c
    statement = sa.select(columns.key, columns.unit, columns.case_id).where(
        columns.unit.is_not(None), columns.key != "", columns.pos >= units[0].pos
    )
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(statement.order_by(columns.at.desc())):
        if row.unit in serials:
            found[row.key][row.unit] = row.case_id
    return {key: several for key, several in found.items() if len(several) >= _LEAST_WITH_KEY}


def _factors(
    connection: sa.Connection,
    units: Sequence[UnitSeen],
    shift_of: Callable[[UnitSeen], str],
    looked: LookedAt,
) -> list[Factor]:
    """Everything that tells units apart; what most units tell first, if there is too much."""
    things: dict[str, list[str]] = {
        "station": [unit.station for unit in units],
        "revision": [unit.revision for unit in units],
        "variant": [unit.variant for unit in units],
        SHIFT: [shift_of(unit) for unit in units],
        **_columns([unit.things for unit in units]),
        **_lots(connection, units),
    }
    told = {name: sum(map(bool, values)) for name, values in things.items()}
    told |= Counter(name for unit in units for name in unit.numbers)
    ordered = sorted(told, key=lambda name: (-told[name], name))
    factors: list[Factor] = []
    for name in (name for name in ordered if told[name] >= LEAST_UNITS):
        try:
            if name in things:
                factor = Factor.of(name, things[name])
            else:
                factor = Factor.cut(name, [unit.numbers.get(name) for unit in units])
        except PersonIsNoFactor as refused:
            looked.left_out.append(str(refused))
            continue
        if len(factor.levels) > 1:
            is_combined = name != SHIFT and len(factors) < MOST_COMBINED
            factors.append(replace(factor, is_combined=is_combined))
    looked.left_out += [f"{one.name}: fewer units tell it" for one in factors[MOST_FACTORS:]]
    return factors[:MOST_FACTORS]


def _columns(rows: Sequence[Mapping[str, str]]) -> dict[str, list[str]]:
    names = sorted({name for row in rows for name in row})
    return {name: [row.get(name, "") for row in rows] for name in names}


def _lots(connection: sa.Connection, units: Sequence[UnitSeen]) -> dict[str, list[str]]:
    """For each component the lot that was fitted into each unit, and whose batch that was."""
    columns, nodes = edge.c, {unit_node(unit.serial).key: unit.serial for unit in units}
    statement = sa.select(columns.parent, columns.component, columns.child_id).where(
        one_of(connection, columns.parent, list(nodes)),
        columns.child.startswith(Node("lot", "").key, autoescape=True),
        columns.removed_pos.is_(None),
        columns.component.is_not(None),
    )
    batches = _supplier_batches(connection)
    by_unit: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(statement):
        told = by_unit[nodes[row.parent]]
        told[f"lot of {row.component}"] = row.child_id
        for kind, value in batches.get(row.child_id, {}).items():
            told[f"{kind} of {row.component}"] = value
    return _columns([by_unit.get(unit.serial, {}) for unit in units])


def _supplier_batches(connection: sa.Connection) -> dict[str, dict[str, str]]:
    """What the plant's documents say of where each lot came from."""
    lots = (msgspec.json.decode(item.body, type=Lot) for item in current_all(connection, Lot.KIND))
    told = {
        lot.lot: {"supplier": lot.supplier or "", "supplier batch": lot.supplier_batch or ""}
        for lot in lots
    }
    return {
        lot: {kind: value for kind, value in kinds.items() if value} for lot, kinds in told.items()
    }
