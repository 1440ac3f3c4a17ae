"""Cards that were put off: their decision waits for the team lead.

A station writes its own records in order, so the situation stands before its card was put off, and
its decision after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.domain.decision_waiting import WAITING, waiting_key
from app.domain.memory_events import CardPostponed, DecisionMade, SituationOpened
from server.db.tables import event
from server.read.facts import read_facts
from server.read.situation_store import Records, close_situation, open_situation

if TYPE_CHECKING:
    from server.read.batch import Batch
    from server.read.facts import Fact

#: A card is put off within hours of its situation: no station records more in that time.
_RECORDS_BACK = 20_000


def apply_waiting(batch: Batch, fact: Fact) -> None:
    """Open it when a card was put off; it settles itself when the station decides after all."""
    match fact.body:
        case CardPostponed() as body:
            _open(batch, fact, body)
        case DecisionMade(situation=situation):
            key = waiting_key(fact.envelope.station, situation)
            close_situation(batch, key, at=fact.envelope.at)
        case _:
            pass


def _open(batch: Batch, fact: Fact, body: CardPostponed) -> None:
    station, opened = fact.envelope.station, _opened(batch, fact, body.situation)
    what, records = f"a situation at {station}", Records()
    if opened is not None and isinstance(opened.body, SituationOpened):
        what, records = opened.body.title, Records(events=(opened.pos,))
    shift = f" in shift {body.shift}" if body.shift else ""
    open_situation(
        batch,
        fact,
        key=waiting_key(station, body.situation),
        kind=WAITING,
        title=f"Decision waiting: {what}",
        detail=f"The card was put off at {station}{shift}",
        records=records,
    )


def _opened(batch: Batch, fact: Fact, situation: str) -> Fact | None:
    envelope, columns = fact.envelope, event.c
    rows = batch.connection.execute(
        sa.select(columns.pos, columns.recv_at, columns.raw)
        .where(
            columns.station == envelope.station,
            columns.epoch == envelope.epoch,
            columns.seq.between(envelope.seq - _RECORDS_BACK, envelope.seq),
            columns.kind == SituationOpened.KIND,
        )
        .order_by(columns.seq.desc())
    )
    return next((one for one in read_facts(rows) if _is_of(one, situation)), None)


def _is_of(fact: Fact, situation: str) -> bool:
    return isinstance(fact.body, SituationOpened) and fact.body.situation == situation
