"""Tells the stations what changed in the memory, as documents of the feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.memory_documents import KnownCase, KnownDecision
from server.log.feed import Document, append, current_many
from server.memory.said import take_turn
from server.memory.standing import Plan, told_cases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import sqlalchemy as sa

_AT_ONCE = 1_000


def tell_changes(
    connection: sa.Connection, *, cases: Iterable[str], keys: Iterable[str], now_us: int
) -> int:
    """Publish what stands of these cases and of all decisions on these keys, where it is new.

    Call it last in a transaction: it takes the feed's counter.
    """
    # Else what somebody says meanwhile would be told first, and how it stood before after it.
    take_turn(connection)
    wanted = set(keys)
    plan = Plan(connection, wanted)
    decided = {known.decision.case for known in plan.known}
    documents = [
        Document(
            KnownDecision.KIND, known.decision.decision, msgspec.json.encode(plan.told(known))
        )
        for known in plan.known
    ]
    known_cases = told_cases(connection, decided, plan) + told_cases(
        connection, set(cases) - decided
    )
    documents += [Document(KnownCase.KIND, c.case, msgspec.json.encode(c)) for c in known_cases]
    return publish_news(connection, documents, now_us=now_us)


def publish_news(connection: sa.Connection, documents: Sequence[Document], *, now_us: int) -> int:
    """As :func:`server.log.feed.publish`, of many; returns how many said something new."""
    told = 0
    for start in range(0, len(documents), _AT_ONCE):
        part = documents[start : start + _AT_ONCE]
        known: dict[tuple[str, str], bytes] = {}
        for kind in {one.kind for one in part}:
            keys = [one.key for one in part if one.kind == kind]
            known |= {
                (kind, key): body for key, body in current_many(connection, kind, keys).items()
            }
        news = [one for one in part if known.get((one.kind, one.key)) != one.body]
        told += len(append(connection, news, now_us=now_us))
    return told
