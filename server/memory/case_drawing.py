"""Cases as stations opened them: what it was like, and the events that rests on.

Without evidence there is no case.  Who it was stands in the events, not here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from app.domain.whys import OTHER, UNKNOWN
from memory.records import Case
from server.db.memory_tables import memory_case, memory_evidence
from server.db.storable import storable_text
from server.db.tables import event
from server.memory.fact_reading import at_of, things_only

if TYPE_CHECKING:
    from app.domain.memory_events import SituationOpened
    from app.domain.problem_events import ExceptionExplained, ExceptionVerified
    from server.memory.drawn_rows import DrawnRows
    from server.read.facts import Fact

#: Longer texts are cut: a case is found by its first words.
LONGEST_TEXT = 20_000


def draw_situation(rows: DrawnRows, fact: Fact, body: SituationOpened) -> None:
    """A situation that opened by itself; the first telling of it stands."""
    if not body.evidence or rows.case(body.situation) is not None:
        return
    case = Case(
        case=body.situation,
        text=body.title[:LONGEST_TEXT],
        at_us=at_of(fact),
        kind=body.kind,
        key=body.key,
        context={"station": fact.envelope.station, **things_only(body.context)},
    )
    rows.put(memory_case, _case_row(fact, case, severity=body.severity))
    for ref in body.evidence:
        rows.put(
            memory_evidence,
            {
                "case_id": case.case,
                "event_id": ref.event,
                "hash": ref.hash,
                "role": ref.role,
                "facts": msgspec.json.encode(things_only(ref.facts)).decode(),
            },
        )


def draw_explained(
    connection: sa.Connection, rows: DrawnRows, fact: Fact, body: ExceptionExplained
) -> str:
    """A cause that somebody named; a second one about the same replaces the first."""
    context = {"station": fact.envelope.station, **things_only(body.facts)}
    if body.step is not None:
        context["step"] = body.step
    said = [body.kind, *context.values(), body.cause if body.cause != OTHER else ""]
    text = " ".join(word.replace("_", " ") for word in said if word)
    case = Case(
        case=_explained(fact, body.exception),
        text=f"{text}\n{body.words or ''}".strip()[:LONGEST_TEXT],
        at_us=at_of(fact),
        kind=body.kind,
        key=":".join((body.kind, fact.envelope.station, body.step or "")),
        context=context,
        constraint=body.cause,
    )
    rows.put(memory_case, _case_row(fact, case))
    _put_event(connection, rows, case.case, fact)
    return case.case


def draw_verified(
    connection: sa.Connection, rows: DrawnRows, fact: Fact, body: ExceptionVerified
) -> str | None:
    """Once it worked: a cause that it was not is no cause."""
    case_id = _explained(fact, body.exception)
    row = rows.case(case_id)
    if row is None:
        return None
    case = msgspec.json.decode(row["body"], type=Case)
    cause = body.cause if body.answer == "yes" else UNKNOWN
    changed = msgspec.structs.replace(case, constraint=cause)
    rows.put(memory_case, {**row, "body": msgspec.json.encode(changed).decode()})
    _put_event(connection, rows, case_id, fact, role="context")
    return case_id


def _explained(fact: Fact, exception: str) -> str:
    return f"why:{fact.envelope.station}:{exception}"


def _case_row(fact: Fact, case: Case, *, severity: str = "normal") -> dict[str, Any]:
    return case_row(
        case, station=fact.envelope.station, unit=fact.unit, severity=severity, pos=fact.pos
    )


def case_row(
    case: Case, *, station: str | None, unit: str | None, pos: int, severity: str = "normal"
) -> dict[str, Any]:
    """The case as the table has it; ``pos`` is its place in the log."""
    return {
        "case_id": case.case,
        "key": case.key,
        "kind": case.kind,
        "station": station,
        "unit": unit,
        "severity": severity,
        "at": case.at_us,
        "pos": pos,
        "body": msgspec.json.encode(case).decode(),
    }


def _put_event(
    connection: sa.Connection, rows: DrawnRows, case_id: str, fact: Fact, *, role: str = "trigger"
) -> None:
    """The event itself is the evidence."""
    statement = sa.select(event.c.hash).where(event.c.pos == fact.pos)
    rows.put(
        memory_evidence,
        {
            "case_id": storable_text(case_id),
            "event_id": fact.envelope.event_id,
            "hash": connection.execute(statement).scalar_one(),
            "role": role,
            "facts": "{}",
        },
    )
