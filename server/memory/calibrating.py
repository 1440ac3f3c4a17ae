"""How often what cards suggested came true: counted anew with each look for patterns.

A suggestion is answered once its case is decided and it is known whether that held.  Of a
decision that failed only the response is known to be wrong: nobody knows what would have been
right, nor whether its cause was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import structs

from app.domain.memory_documents import SiteCalibrations
from memory.calibration import Calibration
from memory.records import BAD, GOOD, Decision, Outcome
from memory.suggest import NO_SUGGESTION, Answer, Asked, Shown, learned
from server.db.memory_tables import memory_decision, memory_shown
from server.log.feed import Document, publish
from server.memory.said import take_turn
from server.memory.standing import newest_of_cases, read_known

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The plant has one set of them.
KEY = "site"
#: The newest cards: older ones say how right it was under older words and habits.
_NEWEST = 5_000


def count_answers(connection: sa.Connection) -> dict[str, Calibration]:
    """Of the newest cards, by what was asked."""
    shown, decision = memory_shown.c, memory_decision.c
    newest = sa.select(shown.case_id, shown.shown).order_by(shown.pos.desc()).limit(_NEWEST)
    cards = {row.case_id: row.shown for row in connection.execute(newest)}
    names = sa.select(newest.subquery().c.case_id)
    known = newest_of_cases(read_known(connection, decision.case_id.in_(names)))
    found: dict[str, Calibration] = {}
    for case_id, body in cards.items():
        if case_id in known:
            _learn(found, body, known[case_id].decision, known[case_id].outcome)
    return dict(sorted(found.items()))


def publish_calibrations(
    connection: sa.Connection, asked: dict[str, Calibration], *, now_us: int
) -> None:
    """Tell the stations, where it says something new.  Call it last in a transaction."""
    if not asked:
        return
    take_turn(connection)
    told = SiteCalibrations(calibrations=KEY, asked=asked)
    document = Document(SiteCalibrations.KIND, KEY, msgspec.json.encode(told))
    publish(connection, [document], now_us=now_us)


def _learn(found: dict[str, Calibration], body: str, decided: Decision, outcome: Outcome) -> None:
    try:
        shown = msgspec.json.decode(body, type=Shown)
    except msgspec.DecodeError:
        return  # it is in the log as it came
    for answer, right in _answered(shown, decided, outcome):
        if answer.suggestions:
            before = found.get(answer.asked.value, Calibration())
            found[answer.asked.value] = learned(before, answer, right)


def _answered(
    shown: Shown, decided: Decision, outcome: Outcome
) -> Iterator[tuple[Answer, frozenset[str]]]:
    """What was suggested, as far as it is known whether it was right; and what was."""
    for answer in shown.answers:
        right = frozenset(_codes(answer.asked, decided)) - NO_SUGGESTION
        if outcome in GOOD and right:
            yield answer, right
        elif outcome in BAD and answer.asked is Asked.RESPONSE:
            tried = tuple(one for one in answer.suggestions if one.code in right)
            yield structs.replace(answer, suggestions=tried), frozenset()


def _codes(asked: Asked, decided: Decision) -> tuple[str, ...]:
    match asked:
        case Asked.CONSTRAINT:
            return (decided.constraint,) if decided.constraint else ()
        case Asked.RESPONSE:
            return (decided.response,)
        case Asked.TRADEOFF:
            return decided.tradeoffs
