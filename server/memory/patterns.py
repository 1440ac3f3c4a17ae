"""What comes back, and what goes together with it, over the plant's own units.

Looked for on demand, kept with an owner and a state.  Factors are things: revisions, stations,
lots and parts; no person is a factor (``analysis.factors`` refuses one).
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct, structs

from analysis.causes import LEAST_UNITS, Observations, hints
from analysis.factors import Factor
from analysis.recurrence import BEFORE, WINDOW, recurrences
from server.db.memory_tables import memory_case, memory_pattern
from server.db.storable import one_of, storable_text, upsert
from server.db.tables import edge, unit
from server.problems import invalid, not_found
from server.read.genealogy import Node, unit_node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from analysis.causes import Hint

STATES = ("new", "watched", "acted", "closed")
OWNERS = ("lead", "quality", "engineer", "administrator")
#: The newest units are looked at; the keys that most of them have.
_MOST_UNITS = 20_000
_MOST_KEYS = 30
_SHOWN_UNITS = 200


class Pattern(Struct, frozen=True, kw_only=True):
    """Something that is seen more often: ``kind`` is "recurrence" or "factor".

    Of a recurrence ``n`` came where ``expected`` were usual.  Of a factor ``k`` of ``n`` units
    with ``parts`` had it; ``lift`` with its 95 % bounds.  It rests on ``units`` and ``cases``.
    ``found_at`` is when it was found first, ``seen_at`` last; UTC.
    """

    pattern: str
    kind: str
    key: str
    n: int
    expected: float
    p: float
    found_at: datetime
    seen_at: datetime
    parts: tuple[tuple[str, str], ...] = ()
    k: int = 0
    q: float = 0.0
    lift: float = 0.0
    low: float = 0.0
    high: float = 0.0
    units: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    explained_by: tuple[tuple[str, str], ...] = ()
    owner: str = ""
    state: str = "new"
    why: str = ""


def look_for_patterns(connection: sa.Connection, *, now_us: int) -> list[Pattern]:
    """What is found now; nothing is written, so that nobody waits for it."""
    now = datetime.fromtimestamp(now_us / 1e6, UTC)
    return [*_recurring(connection, now), *_factors(connection, now)]


def keep_patterns(connection: sa.Connection, found: Iterable[Pattern]) -> list[Pattern]:
    """Keep what was found; returns all that are not closed."""
    for one in found:
        _keep(connection, one)
    return read_patterns(connection)


def read_patterns(connection: sa.Connection, *, with_closed: bool = False) -> list[Pattern]:
    """What was found, the newest first."""
    columns = memory_pattern.c
    statement = sa.select(columns.body).order_by(columns.found_at.desc(), columns.pattern)
    if not with_closed:
        statement = statement.where(columns.state != STATES[-1])
    bodies = connection.execute(statement).scalars()
    return [msgspec.json.decode(body, type=Pattern) for body in bodies]


def change_pattern(
    connection: sa.Connection, name: str, *, state: str, owner: str, why: str
) -> Pattern:
    """What a person says of it: whose it is and how far it is, and why.

    Raises:
        Problem: there is no such pattern, state or owner.
    """
    if state not in STATES:
        raise invalid(detail=f"state={state!r}: expected one of {', '.join(STATES)}")
    if owner not in OWNERS:
        raise invalid(detail=f"owner={owner!r}: expected a role: {', '.join(OWNERS)}")
    known = _known(connection, name)
    if known is None:
        raise not_found(detail=f"There is no pattern {name}.")
    changed = structs.replace(known, state=state, owner=owner, why=why)
    _write(connection, changed)
    return changed


def _recurring(connection: sa.Connection, now: datetime) -> Iterator[Pattern]:
    columns = memory_case.c
    since = now - BEFORE - WINDOW
    statement = sa.select(columns.case_id, columns.key, columns.at)
    statement = statement.where(columns.at >= round(since.timestamp() * 1e6), columns.key != "")
    rows = connection.execute(statement.order_by(columns.at)).all()
    events = [(row.key, datetime.fromtimestamp(row.at / 1e6, UTC)) for row in rows]
    for hit in recurrences(events):
        first, until = (round(at.timestamp() * 1e6) for at in (hit.first, hit.until))
        cases = [row.case_id for row in rows if row.key == hit.key and first <= row.at <= until]
        yield Pattern(
            pattern=f"recurrence:{hit.key}:{hit.found_at:%Y-%m-%dT%H:%M:%S}",
            kind="recurrence",
            key=hit.key,
            n=hit.n,
            expected=hit.expected,
            p=hit.p,
            found_at=hit.found_at,
            seen_at=hit.until,
            cases=tuple(cases[:_SHOWN_UNITS]),
        )


def _factors(connection: sa.Connection, now: datetime) -> Iterator[Pattern]:
    units = _newest_units(connection)
    if len(units) < 2 * LEAST_UNITS:
        return
    serials = [row["serial"] for row in units]
    with_key = _units_by_key(connection, set(serials))
    factors = [
        *(Factor.of(name, [str(row[name]) for row in units]) for name in ("station", "revision")),
        *_lots(connection, serials),
    ]
    strata = [Factor.of(name, [row[name] for row in units]) for name in ("product", "station")]
    often = sorted(with_key, key=lambda key: (-len(with_key[key]), key))[:_MOST_KEYS]
    for key in often:
        outcome = [serial in with_key[key] for serial in serials]
        seen = Observations.of(serials, outcome, factors, strata)
        for hint in hints(seen):
            yield _of_hint(hint, key, with_key[key], now)


def _of_hint(hint: Hint, key: str, cases: Mapping[str, str], now: datetime) -> Pattern:
    parts = tuple((part.factor, part.level) for part in hint.parts)
    named = ",".join("=".join(part) for part in parts)
    return Pattern(
        pattern=f"factor:{key}:{named}",
        kind="factor",
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
        units=hint.units[:_SHOWN_UNITS],
        cases=tuple(cases[serial] for serial in hint.units[:_SHOWN_UNITS]),
        explained_by=tuple((part.factor, part.level) for part in hint.explained_by),
    )


def _newest_units(connection: sa.Connection) -> Sequence[Mapping[str, str]]:
    columns = unit.c
    statement = sa.select(columns.serial, columns.product, columns.revision, columns.station)
    statement = statement.where(columns.completed_at.is_not(None))
    newest = statement.order_by(columns.last_pos.desc()).limit(_MOST_UNITS)
    return [dict(row) for row in connection.execute(newest).mappings()]


def _units_by_key(connection: sa.Connection, serials: set[str]) -> dict[str, dict[str, str]]:
    """For each key the units it came at, with the first case of each."""
    columns = memory_case.c
    statement = sa.select(columns.key, columns.unit, columns.case_id)
    statement = statement.where(columns.unit.is_not(None)).order_by(columns.at.desc())
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(statement):
        if row.unit in serials:
            found[row.key][row.unit] = row.case_id
    return {key: several for key, several in found.items() if len(several) > 1}


def _lots(connection: sa.Connection, serials: Sequence[str]) -> Iterator[Factor]:
    """For each component the lot that was fitted into each unit."""
    columns, nodes = edge.c, {unit_node(serial).key: serial for serial in serials}
    statement = sa.select(columns.parent, columns.component, columns.child_id).where(
        one_of(connection, columns.parent, list(nodes)),
        columns.child.startswith(Node("lot", "").key, autoescape=True),
        columns.removed_pos.is_(None),
        columns.component.is_not(None),
    )
    by_component: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(statement):
        by_component[row.component][nodes[row.parent]] = row.child_id
    for component, lots in sorted(by_component.items()):
        yield Factor.of(f"lot of {component}", [lots.get(serial, "") for serial in serials])


def _keep(connection: sa.Connection, found: Pattern) -> None:
    """What people said of it before stays; its numbers are those of now."""
    known = _known(connection, found.pattern)
    if known is not None:
        found = structs.replace(
            found,
            found_at=known.found_at,
            owner=known.owner,
            state=known.state,
            why=known.why,
        )
    _write(connection, found)


def _known(connection: sa.Connection, name: str) -> Pattern | None:
    columns = memory_pattern.c
    statement = sa.select(columns.body).where(columns.pattern == storable_text(name))
    body = connection.execute(statement).scalar_one_or_none()
    return None if body is None else msgspec.json.decode(body, type=Pattern)


def _write(connection: sa.Connection, found: Pattern) -> None:
    row = {
        "pattern": found.pattern,
        "state": found.state,
        "found_at": _us(found.found_at),
        "seen_at": _us(found.seen_at),
        "body": msgspec.json.encode(found).decode(),
    }
    upsert(connection, memory_pattern, row)


def _us(at: datetime) -> int:
    return (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
