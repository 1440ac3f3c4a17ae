"""Calls for help: what was recorded of each, and whom one goes on to by itself, by its age.

The system escalates, not the person: nobody has to complain about anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.line_events import CallAnswered, CallClosed, CallOpened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.event_body import Body

KINDS = ("material", "quality", "maintenance", "lead")
SEEN, ON_THE_WAY, ARRIVED = STAGES = ("seen", "on_the_way", "arrived")
SOLVED, CANCELLED = ENDS = ("solved", "cancelled")


@dataclass(frozen=True, slots=True)
class Answer:
    """A stage that was reached, when (µs UTC), and by whom as far as that is known."""

    stage: str
    at_us: int
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One call.  ``unit`` and ``order`` are those in work when it was opened at ``at_us``.

    ``station`` and ``line`` are told of a call of another station.
    """

    opened: CallOpened
    at_us: int
    unit: str | None = None
    order: str | None = None
    answers: tuple[Answer, ...] = ()
    closed: CallClosed | None = None
    closed_us: int | None = None
    station: str = ""
    line: str = ""

    @property
    def call(self) -> str:
        return self.opened.call

    @property
    def kind(self) -> str:
        return self.opened.kind

    def answer(self, stage: str) -> Answer | None:
        """When ``stage`` was reached, if it was."""
        return next((a for a in self.answers if a.stage == stage), None)

    @property
    def next_stages(self) -> tuple[str, ...]:
        """What may be recorded now: a stage that was passed over is not made up afterwards."""
        reached = [STAGES.index(a.stage) for a in self.answers]
        return STAGES[max(reached, default=-1) + 1 :]


@dataclass(frozen=True, slots=True)
class Rung:
    """A call that is not at ``stage`` after ``after_s`` seconds goes on ``to``."""

    to: str
    after_s: int
    stage: str


#: The team lead when nobody has seen it, the shift manager when nobody is there yet.
LADDER = (Rung("lead", 180, SEEN), Rung("manager", 600, ARRIVED))


@dataclass(frozen=True, slots=True)
class Escalation:
    """Whom the call goes to, and when (µs UTC)."""

    to: str
    at_us: int


def escalations(call: Call, ladder: tuple[Rung, ...] = LADDER) -> tuple[Escalation, ...]:
    """Every rung the call has reached or will reach, as far as its answers do not stop it."""
    end = call.closed_us
    found = []
    for rung in ladder:
        at_us = call.at_us + rung.after_s * 1_000_000
        reached = [a.at_us for a in call.answers if _is_at_least(a.stage, rung.stage)]
        stops = min([*reached, *([] if end is None else [end])], default=None)
        if rung.to != call.kind and (stops is None or stops > at_us):
            found.append(Escalation(rung.to, at_us))
    return tuple(found)


def calls_of(facts: Iterable[tuple[Body, int, str | None, str | None]]) -> tuple[Call, ...]:
    """All calls, oldest first, from (body, time in µs, unit, order) in the journal's order."""
    calls: dict[str, Call] = {}
    for body, at_us, unit, order in facts:
        match body:
            case CallOpened():
                calls[body.call] = Call(body, at_us, unit, order)
            case CallAnswered() if body.call in calls:
                before = calls[body.call]
                answers = (*before.answers, Answer(body.stage, at_us, body.name))
                calls[body.call] = replace(before, answers=answers)
            case CallClosed() if body.call in calls:
                calls[body.call] = replace(calls[body.call], closed=body, closed_us=at_us)
    return tuple(calls.values())


def _is_at_least(stage: str, wanted: str) -> bool:
    return STAGES.index(stage) >= STAGES.index(wanted)
