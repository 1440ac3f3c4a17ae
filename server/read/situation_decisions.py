"""Keeps what a person decided about a situation, and tells the stations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.plant import DecidedSituation
from server.db.storable import storable_text
from server.db.tables import decision
from server.log.feed import Document, publish
from server.problems import Problem, invalid, not_found
from server.read.situation_list import SituationDetail, situation_detail

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = {"decision": 100, "by": 200, "why": 2000}


def decide(
    connection: sa.Connection, key: str, asked: Mapping[str, str], *, now_us: int
) -> SituationDetail:
    """Add a decision; an earlier one stays, and the newest counts.

    Raises:
        Problem: there is no such situation, or the decision is none of its ways out.
    """
    for field, longest in _LONGEST.items():
        if not 0 < len(asked[field].strip()) <= longest:
            raise invalid(detail=f"{field}: expected 1 to {longest} characters")
    detail = situation_detail(connection, key)
    if detail is None:
        raise not_found(detail=f"There is no situation {key}.")
    possible = [action.decision for action in detail.actions]
    if asked["decision"] not in possible:
        raise Problem(
            422,
            "not_possible",
            f"{asked['decision']!r} is no way out of this situation; "
            f"these are: {', '.join(possible)}.",
        )
    _add(connection, detail, _by_both(detail, asked), now_us=now_us)
    decided = situation_detail(connection, key)
    assert decided is not None  # noqa: S101 - it was there a moment ago
    publish(connection, [_told(decided)], now_us=now_us)
    return decided


def _by_both(detail: SituationDetail, asked: Mapping[str, str]) -> Mapping[str, str]:
    """Nobody alone accepts a unit whose evidence is missing."""
    by, second = asked["by"].strip(), asked.get("second", "").strip()
    is_for_two = detail.situation.kind == "not_provable" and asked["decision"] == "accept"
    if is_for_two and second.casefold() in {"", by.casefold()}:
        raise Problem(
            422,
            "second_missing",
            "Nobody alone accepts a unit that is not provable; name the second person who agrees.",
        )
    return {**asked, "by": f"{by} and {second}"} if second else asked


def _told(decided: SituationDetail) -> Document:
    """As the stations hear of it."""
    one, newest = decided.situation, decided.decisions[-1]
    told = DecidedSituation(
        situation=one.key,
        kind=one.kind,
        title=one.title,
        decision=newest.decision,
        words=newest.words,
        by=newest.by,
        why=newest.why,
        at=newest.at,
        station=one.station,
        units=one.units,
    )
    return Document(DecidedSituation.KIND, one.key, msgspec.json.encode(told))


def _add(
    connection: sa.Connection,
    detail: SituationDetail,
    asked: Mapping[str, str],
    *,
    now_us: int,
) -> None:
    key = storable_text(detail.situation.key)
    newest = connection.execute(
        sa.select(sa.func.max(decision.c.number)).where(decision.c.key == key)
    ).scalar_one_or_none()
    said = {field: storable_text(asked[field].strip()) for field in _LONGEST}
    connection.execute(
        decision.insert().values(
            key=key,
            number=(newest or 0) + 1,
            at=now_us,
            decision=said["decision"],
            decided_by=said["by"],
            why=said["why"],
            situation=storable_text(msgspec.json.encode(detail.situation).decode()),
        )
    )
