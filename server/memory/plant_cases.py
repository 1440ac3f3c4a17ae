"""What was decided at the server about a situation of its own becomes a case for everybody.

It keeps what was decided and why; who decided stays with the situation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.decision_waiting import case_waiting
from app.domain.memory_documents import KnownCase
from app.domain.plant import DecidedSituation
from server.db.storable import storable_text
from server.db.tables import situation
from server.log.feed import Document
from server.memory.case_drawing import LONGEST_TEXT
from server.memory.lead_watches import keep_watch
from server.memory.said import take_turn
from server.memory.telling import publish_news, tell_changes

if TYPE_CHECKING:
    from datetime import datetime

#: The key of a situation that rests on documents, not on events.
_HOLD = "hold:"


def tell_plant_case(connection: sa.Connection, body: bytes, pos: int, *, now_us: int) -> bool:
    """Publish it; says whether that was news.  Without records behind it there is no case.

    ``pos`` is the place of the document in the feed.
    """
    try:
        decided = msgspec.json.decode(body, type=DecidedSituation)
    except msgspec.DecodeError:
        return False
    # The turn comes before the feed's counter, as for whoever says something: none waits for both.
    take_turn(connection)
    waited = case_waiting(decided.situation)
    if waited is not None:
        # The case is there already: this is its decision, not a case of its own.
        key = keep_watch(connection, waited, decided, pos, now_us=now_us)
        keys = () if key is None else (key,)
        return tell_changes(connection, cases=[waited], keys=keys, now_us=now_us) > 0
    if not _has_records(connection, decided.situation):
        return False
    context = {} if decided.station is None else {"station": decided.station}
    case = KnownCase(
        case=f"plant:{decided.situation}",
        text="\n".join((decided.title, decided.words, decided.why))[:LONGEST_TEXT],
        at_us=_us(decided.at),
        kind=decided.kind,
        key=":".join((decided.kind, decided.station or "")),
        context=context,
        response=decided.decision,
    )
    document = Document(KnownCase.KIND, case.case, msgspec.json.encode(case))
    return publish_news(connection, [document], now_us=now_us) > 0


def _has_records(connection: sa.Connection, key: str) -> bool:
    if key.startswith(_HOLD):
        return True
    statement = sa.select(situation.c.records).where(situation.c.key == storable_text(key))
    records = connection.execute(statement).scalar_one_or_none()
    return records not in {None, "", "{}"}


def _us(at: datetime) -> int:
    return round(at.timestamp() * 1_000_000)
