"""Draws the memory's tables from the log, event by event.

A verdict is worked out at every event that concerns its decision, at the time the event came in,
and windows that ended before that are closed first.  So the same log gives the same records,
however it is cut into batches.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from app.domain.memory_events import (
    CardShown,
    CasesOpened,
    DecisionConfirmed,
    DecisionMade,
    MemoryPicked,
    SituationOpened,
)
from app.domain.problem_events import ExceptionExplained, ExceptionVerified
from memory.facts import Built
from memory.records import Outcome
from memory.suggest import Shown
from server.db.memory_tables import (
    memory_decision,
    memory_outcome,
    memory_pick,
    memory_shown,
    memory_use,
)
from server.memory.built import count_built, keys_at
from server.memory.case_drawing import draw_explained, draw_situation, draw_verified
from server.memory.decision_drawing import decision_row
from server.memory.drawn_rows import DrawnRows
from server.memory.fact_reading import at_of, memory_facts
from server.memory.lead_watches import LeadWatch, begin_watch
from server.memory.watched import Watched, WatchedOnes, read_watched

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import sqlalchemy as sa

    from memory.facts import Fact as MemoryFact
    from server.read.facts import Fact


@dataclass(slots=True)
class Touched:
    """What the drawing changed that stations may have to be told."""

    cases: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    has_picks: bool = False

    def __bool__(self) -> bool:
        return bool(self.cases or self.keys or self.has_picks)


class MemoryDrawing:
    """One batch of the log; ``kept`` are leads' decisions that take their places in it again."""

    def __init__(
        self, connection: sa.Connection, facts: Sequence[Fact], kept: Iterable[LeadWatch] = ()
    ) -> None:
        self._kept = sorted(kept, key=lambda one: one.drawn)
        self._connection = connection
        self._facts = facts
        self._rows = DrawnRows(connection, facts)
        self._watched: WatchedOnes | None = None
        self._closed_until_us = -1
        self._stepped: set[str] = set()
        self.touched = Touched()

    def draw(self) -> Touched:
        """Draw all; returns what changed."""
        if not self._facts:
            return self.touched
        self._kept = [one for one in self._kept if one.drawn >= self._facts[0].pos - 1]
        for fact in self._facts:
            self._place_kept(fact.pos)
            self._close_ended(fact.recv_at)
            if fact.body is not None:
                self._draw(fact)
        self._rows.flush()
        if self._stepped:
            self.touched.keys |= keys_at(self._connection, self._stepped)
        return self.touched

    def _draw(self, fact: Fact) -> None:
        match fact.body:
            case SituationOpened() as body:
                draw_situation(self._rows, fact, body)
            case ExceptionExplained() as body:
                self._touch_case(draw_explained(self._connection, self._rows, fact, body))
            case ExceptionVerified() as body:
                self._touch_case(draw_verified(self._connection, self._rows, fact, body))
            case CardShown() | CasesOpened() | DecisionMade() | MemoryPicked() as body:
                self._draw_answer(fact, body)
            case _:
                pass
        for seen in memory_facts(fact, self._rows):
            self._rows.put_fact(fact.envelope.station, seen)
            if isinstance(seen, Built):
                self._count(seen)
            for watched in self._all_watched().concerned_by(seen, fact.envelope.station):
                # A window that this very event fills is full, however the clocks differ.
                now_us = max(fact.recv_at, seen.at_us)
                self._judge(watched, now_us=now_us, and_also=seen)

    def _count(self, unit: Built) -> None:
        station = unit.context["station"]
        if count_built(self._rows, station, unit.context.get("product", "")):
            self._stepped.add(station)

    # --- cards and decisions

    def _draw_answer(
        self, fact: Fact, body: CardShown | CasesOpened | DecisionMade | MemoryPicked
    ) -> None:
        if isinstance(body, CardShown):
            self._card_shown(fact, body)
        elif isinstance(body, CasesOpened):
            self._opened(body)
        elif isinstance(body, DecisionMade):
            self._decided(fact, body)
        else:
            row = {"pos": fact.pos, "query": body.query, "case_id": body.case}
            self._rows.put(memory_pick, row)
            self.touched.has_picks = True

    def _touch_case(self, case_id: str | None) -> None:
        if case_id is not None:
            self.touched.cases.add(case_id)

    def _card_shown(self, fact: Fact, body: CardShown) -> None:
        at_us = at_of(fact)
        self._rows.put(
            memory_shown,
            {"pos": fact.pos, "case_id": body.situation, "at": at_us, "shown": body.shown},
        )
        try:
            shown = msgspec.json.decode(body.shown, type=Shown)
        except msgspec.DecodeError:
            return  # kept as it came; nothing can be said about what was followed
        for place, ranked in enumerate(shown.ranked, start=1):
            self._rows.put(
                memory_use,
                {
                    "case_id": body.situation,
                    "response": ranked.response,
                    "place": place,
                    "lower": ranked.lower,
                    "followed": "unknown",
                    "decisions": msgspec.json.encode(ranked.decisions).decode(),
                    "opened": None,
                },
            )

    def _opened(self, body: CasesOpened) -> None:
        for use in self._rows.uses_in(body.situation):
            behind = msgspec.json.decode(use["decisions"], type=tuple[str, ...])
            if not set(behind).isdisjoint(body.cases):
                self._rows.put(memory_use, {**use, "opened": 1})

    def _decided(self, fact: Fact, body: DecisionMade) -> None:
        if self._rows.has_decision(body.decision):
            return
        row = decision_row(self._rows, fact, body)
        self._rows.put(memory_decision, row)
        for use in self._rows.uses_in(body.situation):
            followed = "yes" if use["response"] == body.response else "no"
            self._rows.put(memory_use, {**use, "followed": followed})
        self.touched.cases.add(body.situation)
        self.touched.keys.add(body.key)
        watched = Watched(row, None)
        self._all_watched().add(watched)
        # Its window may be over already, or units of other stations in it.
        self._judge(watched, now_us=fact.recv_at)

    def _place_kept(self, before_pos: int) -> None:
        """What a lead decided between the events before and this one."""
        while self._kept and self._kept[0].drawn < before_pos:
            watched = self._all_watched()
            watched.add(begin_watch(self._rows, self._kept.pop(0)))

    # --- what came of them

    def _all_watched(self) -> WatchedOnes:
        if self._watched is None:
            times = [at_of(fact) for fact in self._facts]
            bodies = (fact.body for fact in self._facts)
            named = {body.decision for body in bodies if isinstance(body, DecisionConfirmed)}
            found = self._rows.watched(since_us=min(times), until_us=max(times), named=named)
            self._watched = WatchedOnes(found)
        return self._watched

    def _close_ended(self, now_us: int) -> None:
        # The events of one push came in at one moment: looked at once.
        if now_us <= self._closed_until_us:
            return
        self._closed_until_us = now_us
        for watched in self._all_watched().ended(now_us):
            self._judge(watched, now_us=now_us)

    def _judge(self, watched: Watched, *, now_us: int, and_also: MemoryFact | None = None) -> None:
        record = watched.judge(self._rows.facts_of, now_us=now_us, and_also=and_also)
        if record is not None:
            self._rows.put(memory_outcome, record)
            self._rows.put(memory_decision, watched.row)
            self.touched.cases.add(watched.row["case_id"])
            self.touched.keys.add(watched.watch.key)


def place_kept(connection: sa.Connection, kept: Iterable[LeadWatch]) -> None:
    """Place what was decided after the last event; what has its place keeps it."""
    rows = DrawnRows(connection, ())
    for one in kept:
        if not rows.has_decision(one.decision.decision):
            begin_watch(rows, one)
    rows.flush()


def close_ended(connection: sa.Connection, *, now_us: int) -> Touched:
    """Close the windows that ended in quiet, as the next event would."""
    drawing = _Sweep(connection)
    return drawing.close(now_us)


class _Sweep(MemoryDrawing):
    """A batch without events."""

    def __init__(self, connection: sa.Connection) -> None:
        super().__init__(connection, ())

    def close(self, now_us: int) -> Touched:
        columns = memory_decision.c
        ended = (columns.status == Outcome.WATCHING) & (columns.until_at <= now_us)
        for watched in read_watched(self._connection, ended):
            self._judge(watched, now_us=now_us)
        self._rows.flush()
        return self.touched
