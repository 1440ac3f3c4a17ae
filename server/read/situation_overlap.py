"""Finds units that two stations worked on at the same time, each without knowing of the other.

Facts arrive in any order, so each fact that begins or ends work draws the spans of its unit anew:
a span that turns out to have ended before the next began was no contradiction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.events import UnitCompleted, UnitHeld, UnitLeft, UnitResumed, UnitStarted
from server.read.situation_store import Records, close_situation, open_situation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from server.read.batch import Batch
    from server.read.facts import Fact

_BEGIN = (UnitStarted, UnitResumed)
_END = (UnitCompleted, UnitHeld, UnitLeft)
_KINDS = tuple(body.KIND for body in (*_BEGIN, *_END))


@dataclass(frozen=True, slots=True)
class Span:
    """Work of one station on a unit, from the fact that began it; ``until`` None: still open."""

    began: Fact
    until: int | None = None

    @property
    def station(self) -> str:
        return self.began.envelope.station

    @property
    def since(self) -> int:
        return happened_at(self.began)


def apply_overlap(batch: Batch, fact: Fact) -> None:
    """Open or settle the contradiction when work on a unit began or ended."""
    body = fact.body
    if not isinstance(body, (*_BEGIN, *_END)) or fact.unit is None:
        return
    facts = batch.lifecycle(fact.unit, _KINDS, upto=fact.pos)
    if {one.envelope.station for one in facts} == {fact.envelope.station}:
        return
    key = f"two_stations:{body.serial}"
    pair = _first_overlap(_spans(facts))
    if pair is None:
        close_situation(batch, key, at=fact.envelope.at)
        return
    one, other = pair
    open_situation(
        batch,
        fact,
        key=key,
        kind="two_stations",
        title=f"Unit {body.serial} is in work at two stations",
        detail=f"{one.station} had not finished it when {other.station} began, "
        "and neither knew of the other",
        records=Records(events=(one.began.pos, other.began.pos), units=(body.serial,)),
    )


def happened_at(fact: Fact) -> int:
    """By the plant's clock, as far as the station knew how far its own was off."""
    return fact.envelope.at + (fact.envelope.clock_offset_us or 0)


def _spans(facts: Iterable[Fact]) -> list[Span]:
    """Each station's facts are in its own order; its last open span may still go on."""
    spans: list[Span] = []
    running: dict[str, Fact] = {}
    for fact in facts:
        station = fact.envelope.station
        if isinstance(fact.body, _BEGIN):
            running.setdefault(station, fact)
        elif isinstance(fact.body, _END) and station in running:
            spans.append(Span(running.pop(station), happened_at(fact)))
    spans.extend(Span(fact) for fact in running.values())
    return sorted(spans, key=lambda span: (span.since, span.began.pos))


def _first_overlap(spans: Sequence[Span]) -> tuple[Span, Span] | None:
    for number, one in enumerate(spans):
        for other in spans[number + 1 :]:
            is_apart = one.until is not None and one.until <= other.since
            is_known = _knew(other, one) or _knew(one, other)  # clocks may have it either way
            if one.station != other.station and not is_apart and not is_known:
                return one, other
    return None


def _knew(later: Span, earlier: Span) -> bool:
    """The one who began later names the other's record among its causes."""
    return earlier.began.envelope.event_id in later.began.envelope.causes
