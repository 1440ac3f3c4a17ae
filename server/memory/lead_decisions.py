"""What the team lead decided at the server about a card that was put off at its station.

Kept with the situation that waited; the case it is about is told with it.  A decision of the
station itself has a watch and counts before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Struct, structs

from app.domain.decision_waiting import waiting_key
from server.db.memory_tables import memory_case
from server.db.storable import storable_text
from server.db.tables import decision
from server.memory.case_drawing import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.memory_documents import KnownCase


class LeadDecision(Struct, frozen=True, kw_only=True):
    """The code of the response, and why; who decided stays with the situation."""

    response: str
    why: str


def lead_decisions(connection: sa.Connection, case_ids: Iterable[str]) -> dict[str, LeadDecision]:
    """The newest decision of a lead about each of these cases that has one."""
    ids = sorted(map(storable_text, case_ids))
    columns = memory_case.c
    rows = connection.execute(
        sa.select(columns.case_id, columns.station).where(columns.case_id.in_(ids))
    )
    case_of = {storable_text(waiting_key(row.station, row.case_id)): row.case_id for row in rows}
    decided = connection.execute(
        sa.select(decision.c.key, decision.c.decision, decision.c.why)
        .where(decision.c.key.in_(case_of))
        .order_by(decision.c.number)
    )
    return {case_of[row.key]: LeadDecision(response=row.decision, why=row.why) for row in decided}


def with_lead(case: KnownCase, decided: LeadDecision | None) -> KnownCase:
    """The case as told, with what the lead decided where nobody else has."""
    if decided is None or case.decision:
        return case
    text = f"{case.text}\n{decided.why}"[:LONGEST_TEXT]
    return structs.replace(case, text=text, response=decided.response)
