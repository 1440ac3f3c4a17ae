"""What the log's events say to watches: units built, repeats, prices, changes, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.person_columns import names_a_person
from app.domain.events import TighteningRecorded, UnitCompleted, UnitStarted
from app.domain.line_events import StopBegan, StopEnded
from app.domain.memory_events import DecisionConfirmed, SituationOpened
from app.domain.quality_events import UnitDisposed
from memory.facts import Built, Changed, Confirmed, Measured, Occurred

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from memory.facts import Fact as MemoryFact
    from server.memory.drawn_rows import DrawnRows
    from server.read.facts import Fact

#: The prices that stations record by themselves; others only a person knows.
STOP_MIN, SCRAP, REWORK = "stop_min", "scrap_units", "rework_units"
MEASURED = frozenset({STOP_MIN, SCRAP, REWORK})
_PRICE_OF = {"scrap": SCRAP, "rework": REWORK}
_MINUTE_US = 60_000_000
#: A clock may be ahead by a wrong time zone, not by more.
_MOST_AHEAD_US = 24 * 60 * _MINUTE_US


def at_of(fact: Fact) -> int:
    """When it happened, in µs, by the station's clock; one that is wild puts it to its arrival."""
    at_us = fact.envelope.at
    return at_us if 0 <= at_us <= fact.recv_at + _MOST_AHEAD_US else fact.recv_at


def things_only(context: Mapping[str, str]) -> dict[str, str]:
    """A context without what would name people."""
    return {kind: value for kind, value in context.items() if not names_a_person(kind)}


def memory_facts(fact: Fact, rows: DrawnRows) -> Iterator[MemoryFact]:
    """The facts of one event; what is so at the station is read and kept in ``rows``."""
    match fact.body:
        case UnitStarted() as body:
            yield from _started(fact, body, rows)
        case TighteningRecorded() as body:
            yield from _tightened(fact, body, rows)
        case UnitCompleted() as body:
            yield _built(fact, rows.unit(body.serial))
        case StopBegan() | StopEnded() as body:
            yield from _stopped(fact, body, rows)
        case UnitDisposed() as body if body.disposition in _PRICE_OF:
            yield _price(fact, _PRICE_OF[body.disposition], 1.0)
        case SituationOpened() | DecisionConfirmed() as body:
            yield _said(fact, body)
        case _:
            pass


def _built(fact: Fact, unit: Mapping[str, Any] | None) -> Built:
    context = {"station": fact.envelope.station, **_of_unit(unit)}
    return Built(event=fact.envelope.event_id, at_us=at_of(fact), context=context)


def _said(fact: Fact, body: SituationOpened | DecisionConfirmed) -> MemoryFact:
    event, at_us = fact.envelope.event_id, at_of(fact)
    if isinstance(body, DecisionConfirmed):
        return Confirmed(event=event, at_us=at_us, decision=body.decision, answer=body.answer)
    return Occurred(
        event=event,
        at_us=at_us,
        key=body.key,
        context={"station": fact.envelope.station, **things_only(body.context)},
        unit=fact.unit or "",
        has_escaped=body.context.get("escaped") == "yes",
        is_safety=body.severity == "safety",
    )


def _stopped(fact: Fact, body: StopBegan | StopEnded, rows: DrawnRows) -> Iterator[MemoryFact]:
    station, at_us = fact.envelope.station, at_of(fact)
    if isinstance(body, StopBegan):
        rows.set_now(station, "stop", f"{at_us}\t{body.stop}")
        return
    began, _, stop = (rows.now(station, "stop") or "").partition("\t")
    if began and stop == body.stop:
        yield _price(fact, STOP_MIN, max(0, at_us - int(began)) / _MINUTE_US)


def _started(fact: Fact, body: UnitStarted, rows: DrawnRows) -> Iterator[MemoryFact]:
    place = {"station": fact.envelope.station, "product": body.product}
    yield from _changed(fact, rows, "revision", body.revision, place)


def _tightened(fact: Fact, body: TighteningRecorded, rows: DrawnRows) -> Iterator[MemoryFact]:
    unit = rows.unit(fact.unit or "")
    if unit is None or not body.counted:
        return
    # Variants take turns on a line, and positions at a step: the other's program replaces nothing.
    place = {
        "station": fact.envelope.station,
        "product": unit["product"],
        "variant": unit["variant"],
        "step": body.step,
        "position": body.position,
    }
    for kind, value in (("tool", body.reading.source), ("program", body.reading.program)):
        if value:
            yield from _changed(fact, rows, kind, value, place)


def _changed(
    fact: Fact, rows: DrawnRows, kind: str, value: str, place: dict[str, str]
) -> Iterator[MemoryFact]:
    station, thing = place["station"], "\t".join((kind, *place.values()))
    was = rows.now(station, thing)
    if was == value:
        return
    rows.set_now(station, thing, value)
    if was is not None:
        yield Changed(
            event=fact.envelope.event_id, at_us=at_of(fact), kind=kind, was=was, context=place
        )


def _price(fact: Fact, metric: str, amount: float) -> Measured:
    context = {"station": fact.envelope.station}
    return Measured(
        event=fact.envelope.event_id,
        at_us=at_of(fact),
        metric=metric,
        amount=amount,
        context=context,
    )


def _of_unit(row: Mapping[str, Any] | None) -> dict[str, str]:
    return {} if row is None else {"product": row["product"], "revision": row["revision"]}
