"""What was decided about a pattern, watched like what a station decided about a card.

Its case is told first (:mod:`server.memory.patterns`); when the plant reads of it, the decision
begins its window.  What comes back is counted by its key; whether a measured level is as it
should be again only a person can say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import structs

from app.domain.memory_documents import KnownCase
from memory.code_lists import ListName, expectation_of
from memory.records import Case, Decision, Expectation
from memory.scopes import scope_for
from memory.watch import CONFIRMED
from server.db.memory_tables import memory_case
from server.db.storable import one_of, storable_text
from server.memory.code_lists import all_lists
from server.memory.decision_drawing import SCOPE_KINDS, watchable
from server.memory.drawn_rows import DrawnRows
from server.memory.lead_watches import keep_frozen
from server.memory.pattern_records import Pattern, case_of, known_pattern, pattern_of
from server.memory.said import take_turn
from server.memory.telling import tell_changes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memory.code_lists import Code

_SAFETY = "safety"


def watch_pattern(connection: sa.Connection, key: str, body: bytes, pos: int, now_us: int) -> bool:
    """Begin the watch, if the case is of a decision about a pattern that has none yet.

    ``key``, ``body`` and ``pos`` are those of its document in the feed.  Says whether something
    was told.
    """
    name = pattern_of(key)
    known = None if name is None else known_pattern(connection, name)
    if known is None:
        return False
    try:
        told = msgspec.json.decode(body, type=KnownCase)
    except msgspec.DecodeError:
        return False
    if not told.response or told.decision is not None or told.is_imported:
        return False
    # The turn comes before the feed's counter, as for whoever says something.
    take_turn(connection)
    sentence, _, why = told.text.partition("\n")
    case = Case(
        case=case_of(known.pattern),
        text=sentence,
        at_us=told.at_us,
        kind=told.kind,
        key=told.key,
        context=told.context,
    )
    decision = _decision(connection, known, case, told.response, pos)
    keep_frozen(
        connection,
        DrawnRows(connection, ()),
        decision,
        role=decision.role,
        words=why,
        pos=pos,
        now_us=now_us,
        pattern=case,
    )
    return tell_changes(connection, cases=[case.case], keys=[case.key], now_us=now_us) > 0


def shared_things(connection: sa.Connection, pattern: Pattern) -> dict[str, str]:
    """What the pattern is about: of its cases, all that every one of them has."""
    if pattern.level is not None:
        of = pattern.level.of
        things = {"product": of.product, "variant": of.variant}
        return {"station": of.station, "step": of.step, **{k: v for k, v in things.items() if v}}
    mine = _is_case_of(connection, pattern)
    bodies = connection.execute(sa.select(memory_case.c.body).where(mine)).scalars()
    return _in_all(msgspec.json.decode(body, type=Case).context for body in bodies)


def _in_all(contexts: Iterable[dict[str, str]]) -> dict[str, str]:
    first, *others = [*contexts] or [{}]
    return {
        kind: value
        for kind, value in first.items()
        if kind in SCOPE_KINDS and all(other.get(kind) == value for other in others)
    }


def _decision(
    connection: sa.Connection, pattern: Pattern, case: Case, response: str, pos: int
) -> Decision:
    code = all_lists(connection)[ListName.RESPONSES].get(response)
    made = next((one for one in reversed(pattern.said) if one.response == response), None)
    return Decision(
        decision=f"{case.case}:{pos}",
        case=case.case,
        key=case.key,
        response=response,
        kind="correct" if code is None else code.kind,
        role="engineer" if made is None else made.role,
        decided_at_us=case.at_us,
        expectation=_expectation(pattern, code),
        scope=scope_for(response, case.context, SCOPE_KINDS),
        is_safety=_is_of_safety(connection, pattern),
    )


def _expectation(pattern: Pattern, code: Code | None) -> Expectation:
    """Of a level nobody counts repeats: somebody says whether it held."""
    asked = Expectation() if code is None else expectation_of(code)
    if pattern.level is not None:
        asked = structs.replace(asked, metric=CONFIRMED, direction="none")
    return watchable(asked)


def _is_of_safety(connection: sa.Connection, pattern: Pattern) -> bool:
    mine = _is_case_of(connection, pattern) & (memory_case.c.severity == _SAFETY)
    return bool(connection.execute(sa.select(sa.exists().where(mine))).scalar_one())


def _is_case_of(connection: sa.Connection, pattern: Pattern) -> sa.ColumnElement[bool]:
    return one_of(connection, memory_case.c.case_id, sorted(map(storable_text, pattern.cases)))
