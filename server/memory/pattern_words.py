"""A pattern in one sentence, and its numbers as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.memory.pattern_records import DRIFT, RECURRENCE
from server.memory.words import code_words, key_words
from server.read.quantities import with_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.memory.pattern_records import Level, Near, Pattern, Sweep

STATE_WORDS = {
    "new": "New",
    "looked_at": "Looked at",
    "confirmed": "Confirmed",
    "refused": "Refused",
    "closed": "Closed",
}
#: A drift is told by what it makes in so many units.
DRIFT_UNITS = 100
_MOST_DIGITS = 6


def pattern_sentence(one: Pattern) -> str:
    """What was seen; never what caused it."""
    level = one.level
    if level is not None:
        return _level_sentence(one.kind, level)
    if one.kind == RECURRENCE:
        return (
            f"{key_words(one.key)} comes back: {one.n} times, where {one.expected:.1f} are usual"
        )
    return (
        f"{key_words(one.key)} is seen more often with {parts_words(one.parts)}: "
        f"{one.lift:.1f} times as often"
    )


def parts_words(parts: Sequence[tuple[str, str]]) -> str:
    """Factors with their levels."""
    return " and ".join(f"{factor} {level}" for factor, level in parts)


def near_words(near: Near) -> str:
    """What was replaced, and how far from the change."""
    where = "at the same record"
    if near.records:
        side = "after" if near.records > 0 else "before"
        plural = "" if abs(near.records) == 1 else "s"
        where = f"{abs(near.records)} record{plural} {side}"
    return f"{near.kind} {near.now} instead of {near.was}, {where}"


def value_words(level: Level, value: float) -> str:
    """A value of this characteristic with its unit, in digits that its spread warrants."""
    return with_unit(f"{value:.{_digits(level.spread)}f}", level.of.unit_code)


def effect_words(level: Level) -> str:
    """How large the change is, in its unit and in standard deviations of single values."""
    effect = level.now - level.was
    sign = "+" if effect > 0 else "−"
    said = f"{sign}{value_words(level, abs(effect))}"
    return f"{said} ({abs(effect) / level.spread:.1f} σ)" if level.spread else said


def sweep_words(sweep: Sweep) -> str:
    """What was looked at."""
    kinds = "kind" if sweep.outcomes == 1 else "kinds"
    return (
        f"{sweep.units:,} units, {sweep.events:,} records, {sweep.outcomes} {kinds} of situation, "
        f"{len(sweep.factors)} factors in {sweep.tests:,} tests, {sweep.series} measured series"
    )


def _level_sentence(kind: str, level: Level) -> str:
    of = level.of
    name = code_words(of.name)
    product = " ".join(filter(None, (of.product, of.variant)))
    place = f"{name} at {of.step} ({product}; {of.station})"
    if kind == DRIFT:
        made = value_words(level, abs(level.per_unit) * DRIFT_UNITS)
        way = "rises" if level.per_unit > 0 else "falls"
        return f"{place} {way} by {made} in {DRIFT_UNITS} values, since about unit {level.first}"
    was, now = value_words(level, level.was), value_words(level, level.now)
    return f"{place} is {now} instead of {was}, since about unit {level.first}"


def _digits(spread: float) -> int:
    """Down to the first digit of the spread: with 0.003 in thousandths."""
    digits = 0
    while digits < _MOST_DIGITS and spread * 10**digits < 1:
        digits += 1
    return digits
