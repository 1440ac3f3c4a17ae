"""What was decided about a unit, as lines of its as-built list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.memory.code_lists import all_lists
from server.memory.reading import unit_decisions
from server.memory.words import code_words
from server.read.times import utc
from server.web.memory_words import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    import sqlalchemy as sa

    from app.domain.memory_documents import KnownDecision
    from memory.code_lists import CodeList
    from server.read.record import Line

_STATES = {"held": "ok", "recurred": "nok", "worse": "nok", "watching": "info"}


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """A decision among the steps: ``by`` is a role, ``state`` the colour of what came of it."""

    at: datetime
    decision: str
    words: str
    by: str
    state: str
    result: str


def with_decisions(
    connection: sa.Connection, serial: str, lines: tuple[Line, ...]
) -> list[Line | DecidedLine]:
    """The as-built list, in its own order, with the unit's decisions where they were made."""
    made = unit_decisions(connection, serial)
    if not made:
        return list(lines)
    lists = all_lists(connection)
    waiting = [_line(one, lists) for one in made]
    found: list[Line | DecidedLine] = []
    for line in lines:
        while waiting and waiting[0].at < line.at:
            found.append(waiting.pop(0))
        found.append(line)
    return found + waiting


def _line(one: KnownDecision, lists: Mapping[str, CodeList]) -> DecidedLine:
    said = [code_words(one.response, lists), f"because: {code_words(one.constraint, lists)}"]
    said += [f"price: {code_words(code, lists)}" for code in one.tradeoffs]
    return DecidedLine(
        at=utc(one.decided_at_us),
        decision=one.decision,
        words=" · ".join(said),
        by=one.role,
        state=_STATES.get(one.outcome, "attention"),
        result=OUTCOMES[one.outcome][2],
    )
