"""Contradictions and open ends that wait for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.events import (
    ProblemReported,
    ReadingUnassigned,
    UnitCompleted,
    UnitHeld,
    UnitStarted,
)
from server.db.storable import upsert
from server.db.tables import situation

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from server.read.facts import Fact


_GAPS = {
    "not_completed": "step not completed",
    "typed": "typed by hand",
    "no_good_result": "no good result",
    "limits_unknown": "limits unknown",
}


def open_situation(
    connection: sa.Connection, fact: Fact, *, key: str, kind: str, title: str, detail: str
) -> None:
    """Open it once; a later fact under the same key changes nothing."""
    upsert(
        connection,
        situation,
        {
            "key": key,
            "origin": "log",
            "kind": kind,
            "title": title,
            "detail": detail,
            "unit": fact.unit,
            "station": fact.envelope.station,
            "opened_at": fact.envelope.at,
            "closed_at": None,
        },
        keep=True,
    )


def apply_situations(connection: sa.Connection, fact: Fact) -> None:
    """What a single event says by itself."""
    body, station = fact.body, fact.envelope.station
    if fact.unreadable is not None:
        _open_unreadable(connection, fact)
    elif isinstance(body, UnitHeld):
        at_step = f" at step {body.step}" if body.step else ""
        open_situation(
            connection,
            fact,
            key=f"held:{body.serial}:{fact.pos}",
            kind="held",
            title=f"Unit {body.serial} is held",
            detail=f"{station}{at_step}: {in_words(body.code)}",
        )
    elif isinstance(body, UnitCompleted):
        _close(connection, f"held:{body.serial}:", at=fact.envelope.at)
        if body.evidence != "provable":
            open_situation(
                connection,
                fact,
                key=f"not_provable:{body.serial}:{fact.pos}",
                kind="not_provable",
                title=f"Unit {body.serial} is not provable",
                detail="Missing: " + (gaps_in_words(body.gaps) or "not said"),
            )
    elif isinstance(body, UnitStarted):
        _close(connection, f"held:{body.serial}:", at=fact.envelope.at)
    elif isinstance(body, ProblemReported):
        _open_problem(connection, fact, body)
    elif isinstance(body, ReadingUnassigned):
        open_situation(
            connection,
            fact,
            key=f"unassigned:{body.reading.source}:{body.reading.epoch}:{body.reading.result_id}",
            kind="unassigned",
            title=f"{body.reading.source} sent a result nobody asked for",
            detail=f"{station}, result {body.reading.result_id}: {in_words(body.reason)}",
        )


def _open_problem(connection: sa.Connection, fact: Fact, body: ProblemReported) -> None:
    where = f"unit {fact.unit}" if fact.unit else "no unit in work"
    open_situation(
        connection,
        fact,
        key=f"problem:{fact.envelope.event_id}",
        kind="problem",
        title=f"{fact.envelope.station}: {in_words(body.code)}",
        detail=f"{where}, step {body.step}" if body.step else where,
    )


def gaps_in_words(gaps: Sequence[str]) -> str:
    """Gaps of evidence, written "what:where", as one phrase."""
    parted = (gap.partition(":") for gap in gaps)
    return ", ".join(
        f"{_GAPS.get(what, in_words(what))} at {where}" if where else in_words(what)
        for what, _, where in parted
    )


def in_words(code: str) -> str:
    """A stable code as words, for want of a better text."""
    return code.rsplit(".", maxsplit=1)[-1].replace("_", " ")


def _open_unreadable(connection: sa.Connection, fact: Fact) -> None:
    envelope = fact.envelope
    open_situation(
        connection,
        fact,
        key=f"unreadable:{envelope.event_id}",
        kind="unreadable",
        title=f"{envelope.station} sent a record we cannot read",
        detail=f"{envelope.kind}, seq {envelope.seq} of epoch {envelope.epoch}: {fact.unreadable}",
    )


def _close(connection: sa.Connection, prefix: str, *, at: int) -> None:
    connection.execute(
        situation.update()
        .where(
            situation.c.key.startswith(prefix, autoescape=True), situation.c.closed_at.is_(None)
        )
        .values(closed_at=at)
    )
