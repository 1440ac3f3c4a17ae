"""What was decided at the server, watched like what a station decided.

That is what the lead decided about a card that was put off, and what somebody decided about a
pattern (:mod:`server.memory.pattern_watches`).

No event stands for such a decision.  When the plant first reads of it, the window and the rate
before it are frozen and kept, with how far the log was drawn: drawn anew, the decision takes its
place between the same two events, so that the same comes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from memory.code_lists import ListName, expectation_of
from memory.records import Case, Decision, Expectation
from memory.scopes import scope_for
from memory.watch import Watch
from server.db.memory_tables import memory_case, memory_decision, memory_outcome, memory_use
from server.db.tables import projection_cursor
from server.log.identity import LOG
from server.memory import said
from server.memory.built import built_before
from server.memory.case_drawing import case_row
from server.memory.code_lists import all_lists
from server.memory.decision_drawing import SCOPE_KINDS, row_of, watch_of, watchable
from server.memory.drawn_rows import DrawnRows
from server.memory.records import CardAnswer
from server.memory.watched import Watched

if TYPE_CHECKING:
    from app.domain.plant import DecidedSituation

#: Cited as a handover cites documents: by their place in the feed.
_FEED = "feed:"


class LeadWatch(Struct, frozen=True, kw_only=True):
    """A decision with its watch as they were frozen at ``at_us``.

    ``pos`` is the place of its document in the feed, ``drawn`` how far the log was drawn.
    ``pattern`` is its case where no station opened one: what was decided about a pattern.
    """

    decision: Decision
    watch: Watch
    card: CardAnswer
    pos: int
    drawn: int
    at_us: int
    pattern: Case | None = None


def is_of_lead(event_id: str) -> bool:
    """Whether a document stands for the decision, not an event of a station."""
    return event_id.startswith(_FEED)


def keep_watch(
    connection: sa.Connection, case_id: str, decided: DecidedSituation, pos: int, *, now_us: int
) -> str | None:
    """Freeze the watch of what was just read, keep it and begin it; the key it is about.

    ``None`` where the case never came: nothing says what would be a repeat.
    """
    rows = DrawnRows(connection, ())
    row = rows.case(case_id)
    if row is None:
        return None
    case = msgspec.json.decode(row["body"], type=Case)
    decision = _decision(connection, case, decided, pos, is_safety=row["severity"] == "safety")
    keep_frozen(connection, rows, decision, role="lead", words=decided.why, pos=pos, now_us=now_us)
    return decision.key


def keep_frozen(
    connection: sa.Connection,
    rows: DrawnRows,
    decision: Decision,
    *,
    role: str,
    words: str,
    pos: int,
    now_us: int,
    pattern: Case | None = None,
) -> None:
    """Freeze the watch of a decision of the server, keep it and begin it."""
    frozen = LeadWatch(
        decision=decision,
        watch=watch_of(rows, decision),
        card=CardAnswer(
            constraint="",
            response=decision.response,
            words=words,
            built_before=built_before(rows, decision.scope),
        ),
        pos=pos,
        drawn=_drawn(connection),
        at_us=now_us,
        pattern=pattern,
    )
    said.say(connection, said.LEAD, decision.case, role=role, body=frozen, now_us=now_us)
    # As it will be read: a list's "72" hours are 72.0 from then on.
    begin_watch(rows, msgspec.json.decode(msgspec.json.encode(frozen), type=LeadWatch))
    rows.flush()


def kept_watches(connection: sa.Connection) -> list[LeadWatch]:
    """All that were frozen, in the order in which they were."""
    return said.all_of_kind(connection, said.LEAD, LeadWatch)


def begin_watch(rows: DrawnRows, one: LeadWatch) -> Watched:
    """Begin the watch: its window may be over already, or full of what came before it was read."""
    if one.pattern is not None:
        station = one.pattern.context.get("station")
        rows.put(memory_case, case_row(one.pattern, station=station, unit=None, pos=one.drawn))
    row = row_of(
        one.decision, one.watch, one.card, shift="", event_id=f"{_FEED}{one.pos}", pos=one.drawn
    )
    rows.put(memory_decision, row)
    for use in rows.uses_in(one.decision.case):
        is_followed = use["response"] == one.decision.response
        rows.put(memory_use, {**use, "followed": "yes" if is_followed else "no"})
    watched = Watched(row, None)
    record = watched.judge(rows.facts_of, now_us=one.at_us, and_also=None)
    if record is not None:
        rows.put(memory_outcome, record)
        rows.put(memory_decision, watched.row)
    return watched


def _decision(
    connection: sa.Connection, case: Case, decided: DecidedSituation, pos: int, *, is_safety: bool
) -> Decision:
    """As the card would have it: what is expected is filled in from the plant's list."""
    code = all_lists(connection)[ListName.RESPONSES].get(decided.decision)
    return Decision(
        decision=f"lead:{case.case}:{pos}",
        case=case.case,
        key=case.key,
        response=decided.decision,
        kind="correct" if code is None else code.kind,
        role="lead",
        decided_at_us=round(decided.at.timestamp() * 1_000_000),
        expectation=Expectation() if code is None else watchable(expectation_of(code)),
        scope=scope_for(decided.decision, case.context, SCOPE_KINDS),
        is_safety=is_safety,
    )


def _drawn(connection: sa.Connection) -> int:
    """How far the log is drawn into the tables."""
    cursors = projection_cursor.c
    statement = sa.select(cursors.pos).where(cursors.source == LOG)
    return int(connection.execute(statement).scalar_one())
