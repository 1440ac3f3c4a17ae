"""Alarms of the stations' control charts, for quality to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.read.situation_store import open_situation

if TYPE_CHECKING:
    from app.domain.sample_events import EndDigitsUneven
    from app.domain.spc import CharacteristicAlarmed
    from server.read.batch import Batch
    from server.read.facts import Fact

_RULES = {
    "beyond": "a value beyond the control limits",
    "ewma": "a slow shift",
    "range": "a spread that is too wide",
    "frozen": "the same value again and again",
}


def open_chart_alarm(batch: Batch, fact: Fact, body: CharacteristicAlarmed) -> None:
    """One for each alarm: what was decided about an earlier one need not hold for this one."""
    station = fact.envelope.station
    limits = ""
    if body.lower is not None and body.upper is not None:
        limits = f", control limits {body.lower:.5g} to {body.upper:.5g}"
    by = f", measured by {body.source}" if body.source else ""
    open_situation(
        batch,
        fact,
        key=f"chart_alarm:{station}:{body.characteristic}:{fact.envelope.event_id}",
        kind="chart_alarm",
        title=f"{body.characteristic}: {_RULES.get(body.rule, body.rule)}",
        detail=f"{station}: {body.value:.5g}{limits}{by}",
    )


def open_end_digits(batch: Batch, fact: Fact, body: EndDigitsUneven) -> None:
    """One for a characteristic of a station, however often it is seen; it names no person."""
    station = fact.envelope.station
    counts = ", ".join(f"{digit}: {count}" for digit, count in enumerate(body.counts))
    open_situation(
        batch,
        fact,
        key=f"end_digits:{station}:{body.characteristic}",
        kind="end_digits",
        title=f"{body.characteristic}: the last digits of typed values are uneven",
        detail=f"{station}: {counts}. Look at the scale, the light and the gauge",
    )
