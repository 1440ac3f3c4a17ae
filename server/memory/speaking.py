"""What a person says at the server of a decision, and what stations are told for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from memory.links import Link, LinkKind
from server.db.memory_tables import memory_decision
from server.db.storable import storable_text
from server.memory import said
from server.memory.reading import DecisionDetail, decision_detail
from server.memory.telling import tell_changes
from server.problems import Problem, invalid, not_found

if TYPE_CHECKING:
    from typing import Any

ANSWERS = ("yes", "no", "partly", "other")
LONGEST_WHY = 2_000
_OF_ADVICE = (said.SUSPENDED, said.RESUMED)
_KINDS = (said.ANSWER, said.WITHDRAWN, *_OF_ADVICE)


def speak(
    connection: sa.Connection,
    decision: str,
    kind: str,
    *,
    role: str,
    why: str,
    answer: str = "",
    now_us: int,
) -> DecisionDetail:
    """Keep it and tell the stations; ``kind`` is one of :mod:`server.memory.said`.

    Suspending and resuming speak of the advice: of every decision with this response on this key.

    Raises:
        Problem: there is no such decision, or what is said makes no sense.
    """
    row = _decision(connection, decision)
    check_role(role)
    if kind not in _KINDS:
        raise invalid(detail=f"{kind!r}: expected one of {', '.join(_KINDS)}")
    if kind == said.ANSWER and answer not in ANSWERS:
        raise invalid(detail=f"answer={answer!r}: expected one of {', '.join(ANSWERS)}")
    if len(why) > LONGEST_WHY or (kind != said.ANSWER and not why.strip()):
        raise invalid(detail=f"why: expected 1 to {LONGEST_WHY} characters")
    about = said.advice_of(row.key, row.response) if kind in _OF_ADVICE else decision
    words = said.Words(why=why.strip(), answer=answer)
    said.say(connection, kind, about, role=role, body=words, now_us=now_us)
    return _told(connection, decision, row.key, now_us=now_us)


def link(connection: sa.Connection, new: Link, *, role: str, now_us: int) -> DecisionDetail:
    """Keep how a decision hangs together with another, or with an instruction's revision.

    Raises:
        Problem: one of the decisions is not there, or the link lacks its other end.
    """
    check_role(role)
    row = _decision(connection, new.decision)
    keys = {row.key}
    if new.kind is LinkKind.ROLLED_INTO_INSTRUCTION:
        if not new.revision:
            raise invalid(detail="revision: name the instruction's revision that says it now")
    else:
        keys.add(_decision(connection, new.other).key)
        if new.other == new.decision:
            raise invalid(detail="other: a decision is linked to another one, not to itself")
    said.say(connection, said.LINK, new.decision, role=role, body=new, now_us=now_us)
    tell_changes(connection, cases=(), keys=keys, now_us=now_us)
    return _detail(connection, new.decision)


def check_role(role: str) -> None:
    """Raise unless it is a role; names are not kept."""
    if role not in said.ROLES:
        raise invalid(detail=f"role={role!r}: expected one of {', '.join(said.ROLES)}")


def _told(connection: sa.Connection, decision: str, key: str, *, now_us: int) -> DecisionDetail:
    tell_changes(connection, cases=(), keys={key}, now_us=now_us)
    return _detail(connection, decision)


def _detail(connection: sa.Connection, decision: str) -> DecisionDetail:
    found = decision_detail(connection, decision)
    if found is None:
        raise _missing(decision)
    return found


def _decision(connection: sa.Connection, decision: str) -> sa.Row[*tuple[Any, ...]]:
    columns = memory_decision.c
    statement = sa.select(columns.key, columns.response)
    statement = statement.where(columns.decision == storable_text(decision))
    row = connection.execute(statement).one_or_none()
    if row is None:
        raise _missing(decision)
    return row


def _missing(decision: str) -> Problem:
    return not_found(detail=f"There is no decision {decision} of this plant's stations.")
