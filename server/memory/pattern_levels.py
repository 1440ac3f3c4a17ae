"""Where a measured characteristic has another level, or wanders: changes and drifts as patterns.

Every series of a sweep is one family: p is paid for all of them (Bonferroni).  What lies within
the noise is not told, however sure it is.  Next to each change stands what was replaced there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import sqlalchemy as sa
from msgspec import structs

from analysis.change_points import LEAST_UNITS, change_points
from analysis.drift import drift
from server.db.storable import one_of
from server.db.tables import edge
from server.memory.pattern_records import CHANGE, DRIFT, Level, Near, Pattern
from server.read.genealogy import Node, unit_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from numpy.typing import NDArray

    from analysis.change_points import ChangePoint
    from analysis.drift import Drift
    from server.memory.pattern_log import Value
    from server.memory.pattern_records import Characteristic

    Series = NDArray[np.float64]

#: The longest series are looked at.
MOST_SERIES = 500
#: A change of this p, paid for all series, is told …
MOST_P = 0.05
#: … when it is so many standard deviations of single values.
LEAST_EFFECT = 0.5
#: Records shown on either side of a change.
SHOWN = 60
#: What was replaced so many records around the place of a change is said with it.
_NEAR = 5
#: No farther than this from the change itself, and only what then stays for so many records.
_FARTHEST, _KEPT_FOR, _MOST_NEAR = 30, 10, 6
_LEAST_VALUES = 3 * LEAST_UNITS


def look_at_levels(
    connection: sa.Connection,
    series: Mapping[Characteristic, Sequence[Value]],
    now: datetime,
    *,
    pause: Callable[[], bool] = lambda: False,
) -> tuple[list[Pattern], int]:
    """Changes and drifts, and how many series were looked at; stops where ``pause`` asks."""
    long = [(key, list(values)) for key, values in series.items() if len(values) >= _LEAST_VALUES]
    long.sort(key=lambda one: -len(one[1]))
    looked = long[:MOST_SERIES]
    found: list[_Found] = []
    for key, values in looked:
        found += _of_series(key, values, len(looked), now)
        if pause():
            break
    lots = _lots_of(connection, {value.serial for one in found for value in one.around})
    return [one.with_near(lots) for one in found], len(looked)


@dataclass(frozen=True, slots=True)
class _Found:
    """A pattern without what was replaced next to it; ``first`` is its place in ``values``."""

    pattern: Pattern
    values: Sequence[Value]
    first: int
    earliest: int
    latest: int

    @property
    def around(self) -> Sequence[Value]:
        """The records among which something may have been replaced, and as many as show it."""
        return self.values[max(0, self._begin - _KEPT_FOR) : self._end + _KEPT_FOR]

    @property
    def _begin(self) -> int:
        return max(1, self.earliest - _NEAR, self.first - _FARTHEST)

    @property
    def _end(self) -> int:
        return min(len(self.values), self.latest + _NEAR + 1, self.first + _FARTHEST)

    def with_near(self, lots: Mapping[str, Mapping[str, str]]) -> Pattern:
        level = self.pattern.level
        assert level is not None  # noqa: S101 - made here, with one
        begin = max(0, self._begin - _KEPT_FOR)
        things = [{**value.things, **lots.get(value.serial, {})} for value in self.around]
        near = [
            Near(kind=kind, was=things[place - 1][kind], now=things[place][kind],
                 unit=self.values[begin + place].serial, records=begin + place - self.first)
            for place in range(self._begin - begin, self._end - begin)
            for kind in sorted(things[place - 1].keys() & things[place].keys())
            if _is_replaced(things, place, kind)
        ]  # fmt: skip
        nearest = tuple(sorted(near, key=lambda one: (abs(one.records), one.kind))[:_MOST_NEAR])
        return structs.replace(self.pattern, level=structs.replace(level, near=nearest))


def _is_replaced(things: Sequence[Mapping[str, str]], place: int, kind: str) -> bool:
    """Whether another one stays from ``place`` on: two tools that take turns replace nothing."""
    was, now = things[place - 1][kind], things[place][kind]
    before = things[max(0, place - _KEPT_FOR) : place]
    after = things[place : place + _KEPT_FOR]
    return was != now and (
        all(one.get(kind) == was for one in before) and all(one.get(kind) == now for one in after)
    )


def _lots_of(connection: sa.Connection, serials: set[str]) -> Mapping[str, Mapping[str, str]]:
    """For each unit the lots that were fitted into it, by component."""
    columns, nodes = edge.c, {unit_node(serial).key: serial for serial in serials}
    statement = sa.select(columns.parent, columns.component, columns.child_id).where(
        one_of(connection, columns.parent, sorted(nodes)),
        columns.child.startswith(Node("lot", "").key, autoescape=True),
        columns.component.is_not(None),
    )
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(statement):
        found[nodes[row.parent]][f"lot of {row.component}"] = row.child_id
    return found


def _of_series(
    key: Characteristic, values: Sequence[Value], family: int, now: datetime
) -> Iterator[_Found]:
    numbers = np.array([value.value for value in values])
    changes = change_points(numbers)
    wandering = drift(numbers, changes)
    if wandering is not None:
        yield from _drifting(key, values, wandering, family, now)
        return
    places = [0, *(change.first for change in changes), len(values)]
    for change, begin, end in zip(changes, places, places[2:], strict=False):
        before, after = numbers[begin : change.first], numbers[change.first : end]
        spread = _spread(before, after)
        p = min(1.0, change.p * family)
        if p <= MOST_P and _is_worth_it(change.after - change.before, spread):
            level = _level(key, values, change, begin=begin, end=end, spread=spread)
            pattern = _pattern(CHANGE, level, p, now)
            yield _Found(pattern, values, change.first, change.earliest, change.latest)


def _drifting(
    key: Characteristic, values: Sequence[Value], found: Drift, family: int, now: datetime
) -> Iterator[_Found]:
    numbers, p = np.array([value.value for value in values]), min(1.0, found.p * family)
    along = found.per_unit * np.maximum(0, np.arange(len(values)) - found.first)
    spread = float((numbers - along).std())
    if p > MOST_P or not _is_worth_it(found.now - found.before, spread):
        return
    first = values[found.first]
    level = Level(
        of=key,
        was=found.before,
        now=found.now,
        spread=spread,
        n_before=found.first,
        n_after=len(values) - found.first,
        first=first.serial,
        earliest=first.serial,
        latest=first.serial,
        earliest_pos=first.pos,
        latest_pos=first.pos,
        per_unit=found.per_unit,
        before=_events(values[found.first :][:SHOWN]),
        after=_events(values[::-1][:SHOWN]),
    )
    pattern = _pattern(DRIFT, level, p, now)
    yield _Found(pattern, values, found.first, found.first, found.first)


def _level(
    key: Characteristic,
    values: Sequence[Value],
    change: ChangePoint,
    *,
    begin: int,
    end: int,
    spread: float,
) -> Level:
    return Level(
        of=key,
        was=change.before,
        now=change.after,
        spread=spread,
        n_before=change.first - begin,
        n_after=end - change.first,
        first=values[change.first].serial,
        earliest=values[change.earliest].serial,
        latest=values[change.latest].serial,
        earliest_pos=values[change.earliest].pos,
        latest_pos=values[change.latest].pos,
        before=_events(values[begin : change.first][::-1][:SHOWN]),
        after=_events(values[change.first : end][:SHOWN]),
    )


def _pattern(kind: str, level: Level, p: float, now: datetime) -> Pattern:
    """Named after its first unit; the store knows one that moved by a few units again."""
    of = level.of
    key = ":".join((of.station, of.product, of.variant, of.step, of.name))
    return Pattern(
        pattern=f"{kind}:{key}:{level.first}",
        kind=kind,
        key=key,
        p=p,
        n=level.n_before + level.n_after,
        found_at=now,
        seen_at=now,
        level=level,
    )


def _spread(before: Series, after: Series) -> float:
    left = float(((before - before.mean()) ** 2).sum() + ((after - after.mean()) ** 2).sum())
    spread: float = (left / (len(before) + len(after))) ** 0.5
    return spread


def _is_worth_it(effect: float, spread: float) -> bool:
    return abs(effect) >= LEAST_EFFECT * spread


def _events(values: Iterable[Value]) -> tuple[str, ...]:
    return tuple(value.event for value in values)
