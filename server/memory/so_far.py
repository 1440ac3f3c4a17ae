"""How far a watch is: judged again from what is known now, without writing anything down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Struct

from memory.facts import Built, Occurred
from memory.watch import Verdict, held_back_by, judge
from server.db.memory_tables import memory_decision
from server.db.storable import storable_text
from server.db.tables import event
from server.memory.drawn_rows import DrawnRows
from server.memory.scope_reading import as_seen_by
from server.memory.watched import read_watched

if TYPE_CHECKING:
    from collections.abc import Iterable

#: So many units or repeats are named.
MOST_NAMED = 500
_AT_ONCE = 500


class SoFar(Struct, frozen=True, kw_only=True):
    """The verdict as of now, with the units it counts and the events that were repeats.

    Of a containment the repeats are what escaped; ``held_back`` are the others, each unit once.
    """

    verdict: Verdict
    units: tuple[str, ...]
    repeats: tuple[str, ...]
    held_back: tuple[str, ...] = ()


def so_far(connection: sa.Connection, decision: str, *, now_us: int) -> SoFar | None:
    """What is known of a decision's window now; ``None`` if there is no such decision."""
    condition = memory_decision.c.decision == storable_text(decision)
    found = read_watched(connection, condition)
    if not found:
        return None
    watch = found[0].watch
    facts = [as_seen_by(watch, fact) for fact in DrawnRows(connection, ()).facts_of(watch)]
    mine = sorted((f for f in facts if watch.concerns(f)), key=lambda fact: fact.at_us)
    verdict = judge(watch, mine, now_us)
    built = [fact.event for fact in mine if isinstance(fact, Built)][: verdict.units]
    again = [fact for fact in mine if isinstance(fact, Occurred)]
    repeats = [f.event for f in again if f.has_escaped or not watch.is_containment]
    held_back = [fact.event for fact in held_back_by(watch, mine, watch.until_us)]
    return SoFar(
        verdict=verdict,
        units=tuple(_units(connection, built[:MOST_NAMED])),
        repeats=tuple(repeats[:MOST_NAMED]),
        held_back=tuple(held_back[:MOST_NAMED]),
    )


def _units(connection: sa.Connection, event_ids: list[str]) -> Iterable[str]:
    for start in range(0, len(event_ids), _AT_ONCE):
        part = event_ids[start : start + _AT_ONCE]
        statement = sa.select(event.c.unit).where(event.c.event_id.in_(part))
        units = connection.execute(statement.order_by(event.c.pos)).scalars()
        yield from dict.fromkeys(serial for serial in units if serial)
