"""Calls as the whole plant knows them: one document a call, and who is to answer when.

A document is there while its call is open; the station that called takes it away by closing the
call.  It says roles and stations, never people.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from app.domain.calls import ENDS, LADDER, STAGES, Answer, Call, Rung
from app.domain.line_events import CallClosed, CallOpened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.line_events import CallAnswered

ANY = "*"
#: Who answers each kind of call where the plant does not say; a lead answers all of them.
ROLES: dict[str, tuple[str, ...]] = {
    "material": ("logistics", "lead"),
    "quality": ("quality", "inspector", "lead"),
    "maintenance": ("technician", "lead"),
    "lead": ("lead",),
}
LEAD = "lead"

_Words = Annotated[str, Meta(min_length=1, max_length=60)]


class PlanRung(Struct, frozen=True, kw_only=True):
    """A call that is not at ``stage`` after ``after_s`` seconds goes on to the role ``to``."""

    to: _Words
    after_s: Annotated[int, Meta(ge=1, le=86_400)]
    stage: Literal["seen", "on_the_way", "arrived"]


class EscalationPlan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who answers calls of a ``kind`` on a ``line`` ("*": all), and whom they go on to when.

    The plan that names kind and line stands above one that names the kind, that above one that
    names the line, and that above one for all.
    """

    KIND: ClassVar[str] = "escalation"

    plan: str
    kind: Literal["*", "material", "quality", "maintenance", "lead"] = "*"
    line: _Words = ANY
    roles: Annotated[tuple[_Words, ...], Meta(max_length=20)] = ()
    rungs: Annotated[tuple[PlanRung, ...], Meta(max_length=10)] = ()


class PlantAnswer(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """``stage`` also tells an end: "solved" or "cancelled".

    ``role`` is None where nobody said who they are; ``place`` is the station where it was said,
    None at the web board.
    """

    stage: str
    at: datetime
    role: str | None = None
    place: str | None = None


class PlantCall(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An open call of a station; its ``answers`` are in the order of their times."""

    KIND: ClassVar[str] = "call"

    call: str
    station: str
    kind: str
    opened_at: datetime
    line: str = ""
    is_stopped: bool = False
    unit: str | None = None
    order: str | None = None
    step: str | None = None
    position: str | None = None
    tool: str | None = None
    answers: tuple[PlantAnswer, ...] = ()

    @property
    def end(self) -> PlantAnswer | None:
        """How it ended elsewhere, while the station that called has not heard of it."""
        return next((one for one in self.answers if one.stage in ENDS), None)


def plan_for(plans: Iterable[EscalationPlan], kind: str, line: str) -> EscalationPlan | None:
    """The most particular plan for such a call; of two alike the first by name."""
    fitting = [p for p in plans if p.kind in (ANY, kind) and p.line in (ANY, line)]
    return min(fitting, key=lambda p: (p.kind == ANY, p.line == ANY, p.plan), default=None)


def ladder_of(plan: EscalationPlan | None, default: tuple[Rung, ...] = LADDER) -> tuple[Rung, ...]:
    """Whom a call goes on to, the soonest first; ``default`` where no plan says it."""
    if plan is None or not plan.rungs:
        return default
    rungs = (Rung(rung.to, rung.after_s, rung.stage) for rung in plan.rungs)
    return tuple(sorted(rungs, key=lambda rung: rung.after_s))


def answering_roles(plan: EscalationPlan | None, kind: str) -> frozenset[str]:
    """The roles that may answer: those called, those it goes on to, and the lead."""
    roles = plan.roles if plan is not None and plan.roles else ROLES.get(kind, ())
    return frozenset({*roles, LEAD, *(rung.to for rung in ladder_of(plan))})


def next_stages(stages: Iterable[str]) -> tuple[str, ...]:
    """What may still be said of a call that is at ``stages``; nothing after its end."""
    reached = set(stages)
    if reached & set(ENDS):
        return ()
    last = max((STAGES.index(stage) for stage in reached if stage in STAGES), default=-1)
    return (*STAGES[last + 1 :], *ENDS)


def call_elsewhere(told: PlantCall) -> Call:
    """A call of another station, in the terms of one's own."""
    opened = CallOpened(
        call=told.call,
        kind=told.kind,
        is_stopped=told.is_stopped,
        step=told.step,
        position=told.position,
        tool=told.tool,
    )
    call = Call(opened, _us(told.opened_at), told.unit, told.order)
    return with_answers(replace(call, station=told.station, line=told.line), told)


def with_answers(call: Call, told: PlantCall) -> Call:
    """``call`` with what the plant knows of it beyond what was recorded here."""
    known = {answer.stage for answer in call.answers}
    more = [
        Answer(one.stage, _us(one.at), one.role)
        for one in told.answers
        if one.stage in STAGES and one.stage not in known
    ]
    answers = tuple(sorted((*call.answers, *more), key=lambda answer: answer.at_us))
    end = told.end
    if end is None or call.closed is not None:
        return replace(call, answers=answers)
    closed = CallClosed(call=call.call, how=end.stage)
    return replace(call, answers=answers, closed=closed, closed_us=_us(end.at))


def with_said(call: Call, said: Iterable[tuple[CallAnswered, int]]) -> Call:
    """``call`` with what was answered here, until the plant has told everybody."""
    answers = list(call.answers)
    for body, at_us in said:
        if body.call == call.call and all(one.stage != body.stage for one in answers):
            answers.append(Answer(body.stage, at_us, body.name))
    return replace(call, answers=tuple(sorted(answers, key=lambda answer: answer.at_us)))


def _us(at: datetime) -> int:
    return int(at.astimezone(UTC).timestamp() * 1_000_000)
