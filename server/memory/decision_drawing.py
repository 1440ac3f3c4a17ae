"""A decision as a station recorded it, with the watch that will say whether it held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import structs

from memory.facts import Built
from memory.records import Decision, Expectation, Outcome, Scope
from memory.scopes import scope_for
from memory.watch import (
    CONFIRMED,
    ESCAPES,
    REPEATS,
    Baseline,
    Watch,
    baseline_before,
    watch_for,
)
from server.memory.built import built_before
from server.memory.fact_reading import MEASURED, at_of, things_only
from server.memory.records import CardAnswer
from server.memory.scope_reading import as_seen_by

if TYPE_CHECKING:
    from app.domain.memory_events import DecisionMade
    from server.memory.drawn_rows import DrawnRows
    from server.read.facts import Fact

#: What a decision speaks for; orders, lots and shifts pass.
SCOPE_KINDS = (
    "family",
    "product",
    "variant",
    "revision",
    "station_type",
    "station",
    "step",
    "part",
    "tool",
    "program",
    "supplier",
)
#: A window is at most a year, and as many units as a line builds in it.
MOST_UNITS, MOST_HOURS = 100_000, 8_784.0


def decision_row(rows: DrawnRows, fact: Fact, body: DecisionMade) -> dict[str, Any]:
    """The row of a decision: its baseline is frozen here, from what is known now."""
    decision = _decision(fact, body)
    card = CardAnswer(
        constraint=body.constraint,
        response=body.response,
        tradeoffs=body.tradeoffs,
        words=body.words or "",
        lists=body.lists,
        after_s=body.after_s,
        taps=body.taps,
        built_before=built_before(rows, decision.scope),
    )
    return row_of(
        decision,
        watch_of(rows, decision),
        card,
        shift=body.shift,
        event_id=fact.envelope.event_id,
        pos=fact.pos,
    )


def row_of(
    decision: Decision, watch: Watch, card: CardAnswer, *, shift: str, event_id: str, pos: int
) -> dict[str, Any]:
    """The row of a decision whose watch begins; ``event_id`` is what stands for it."""
    return {
        "decision": decision.decision,
        "case_id": decision.case,
        "key": decision.key,
        "response": decision.response,
        "shift": shift,
        "decided_at": decision.decided_at_us,
        "until_at": watch.until_us,
        "status": Outcome.WATCHING.value,
        "closed_at": None,
        "event_id": event_id,
        "pos": pos,
        "body": msgspec.json.encode(decision).decode(),
        "watch": msgspec.json.encode(watch).decode(),
        "card": msgspec.json.encode(card).decode(),
    }


def _decision(fact: Fact, body: DecisionMade) -> Decision:
    context = {"station": fact.envelope.station, **things_only(body.context)}
    return Decision(
        decision=body.decision,
        case=body.situation,
        key=body.key,
        response=body.response,
        kind=body.kind,
        role=body.role,
        decided_at_us=at_of(fact),
        constraint=body.constraint,
        tradeoffs=body.tradeoffs,
        expectation=watchable(
            Expectation(
                metric=body.metric,
                direction=body.direction,
                threshold=body.threshold,
                units=body.expected_units,
                hours=body.expected_hours,
            )
        ),
        confidence=body.confidence,
        scope=scope_for(body.response, context, SCOPE_KINDS),
        is_safety=body.is_safety,
    )


def watchable(asked: Expectation) -> Expectation:
    """With a window that ends; what no station measures, only a person can say."""
    is_counted = asked.metric in MEASURED | {REPEATS, ESCAPES}
    return structs.replace(
        asked,
        metric=asked.metric if is_counted else CONFIRMED,
        units=max(1, min(asked.units, MOST_UNITS)),
        hours=max(0.0, min(asked.hours, MOST_HOURS)),
    )


def _of_all_variants(scope: Scope) -> Scope:
    """What comes back on another variant has come back: a watch looks at them all."""
    kept = {kind: value for kind, value in scope.context.items() if kind != "variant"}
    return structs.replace(scope, context=kept)


def watch_of(rows: DrawnRows, decision: Decision) -> Watch:
    """The watch with the rate before it, and how many units its hours usually bring."""
    decision = structs.replace(decision, scope=_of_all_variants(decision.scope))
    units = decision.expectation.units
    bare = watch_for(decision, baseline=Baseline(), expected_units=units)
    before = [as_seen_by(bare, fact) for fact in rows.facts_before(bare, units=units)]
    baseline = baseline_before(decision, before, units=units)
    since_us = decision.decided_at_us - (bare.until_us - decision.decided_at_us)
    usual = sum(isinstance(fact, Built) and fact.at_us > since_us for fact in before)
    expected = min(units, usual) if usual else units
    return structs.replace(bare, baseline=baseline, expected_units=expected)
