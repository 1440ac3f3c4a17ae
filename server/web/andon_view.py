"""What the andon page shows, worked out before the template sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.broadcasts import EVERYBODY
from app.domain.calls import ENDS, STAGES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.domain.plant_calls import PlantAnswer
    from server.andon.board import Message, OpenCall
    from server.andon.times import ResponseTimes, Spread
    from server.api.access import Visitor

#: Who is called, and whom a call goes on to; a plant's own role is called as it is.
WHO = {
    "material": "Material",
    "quality": "Quality",
    "maintenance": "Maintenance",
    "lead": "Team lead",
    "manager": "Shift manager",
}
STAGE_NAMES = {
    "seen": "Seen",
    "on_the_way": "On the way",
    "arrived": "There",
    "solved": "Solved",
    "cancelled": "Cancelled",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of a call: ``after`` is how long it took, "" while it is not known."""

    name: str
    after: str
    by: str


@dataclass(frozen=True, slots=True)
class CallCard:
    """A call as it is shown; ``age_s`` and ``next_s`` go on ticking on the page.

    ``can`` are the stages that whoever looks may say now: (stage, words).
    """

    call: str
    who: str
    station: str
    name: str
    age_s: int
    tone: str
    word: str
    steps: tuple[Step, ...]
    went: str
    next_to: str
    next_s: int
    about: tuple[tuple[str, str], ...]
    is_stopped: bool
    can: tuple[tuple[str, str], ...]
    roles: str


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message with its receipts in words; ``tone`` and ``word`` mark its chip."""

    name: str
    words: str
    others: tuple[tuple[str, str], ...]
    by: str
    to_whom: str
    signed: tuple[tuple[str, str, datetime], ...]
    missing: tuple[tuple[str, float | None], ...]
    tone: str
    word: str
    is_open: bool
    is_urgent: bool
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class TimesRow:
    """How long a kind of call took, as it is read: "0:40 / 2:10", or that it is not known."""

    who: str
    calls: int
    seen: str
    arrived: str
    solved: str


def call_cards(calls: Sequence[OpenCall], visitor: Visitor, *, now: datetime) -> list[CallCard]:
    """The oldest first, as they came."""
    return [_card(one, visitor, now) for one in calls]


def message_rows(found: Sequence[Message]) -> list[MessageRow]:
    """The newest first, as they came."""
    return [_row(one) for one in found]


def times_rows(found: Sequence[ResponseTimes]) -> list[TimesRow]:
    """One for each kind of call."""
    return [
        TimesRow(
            who=WHO.get(one.kind, one.kind),
            calls=one.calls,
            seen=_spread(one.seen),
            arrived=_spread(one.arrived),
            solved=_spread(one.solved),
        )
        for one in found
    ]


def timer(seconds: float) -> str:
    """02:10, or 1:02:10; the page's script counts on in the same form."""
    minutes, second = divmod(max(0, int(seconds)), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"


def _card(one: OpenCall, visitor: Visitor, now: datetime) -> CallCard:
    call = one.call
    said = {answer.stage: answer for answer in call.answers}
    last = call.answers[-1].stage if call.answers else ""
    may = visitor.has_role(frozenset(one.roles))
    return CallCard(
        call=call.call,
        who=WHO.get(call.kind, call.kind),
        station=call.station,
        name=one.station_name,
        age_s=_seconds(now, call.opened_at),
        tone="nok" if not last else "ok" if last == "arrived" else "doing",
        word=STAGE_NAMES.get(last, "Nobody has answered"),
        steps=tuple(_step(stage, said.get(stage), call.opened_at) for stage in STAGES),
        went=", ".join(WHO.get(step.to, step.to) for step in one.went),
        next_to="" if one.goes is None else WHO.get(one.goes.to, one.goes.to),
        next_s=0 if one.goes is None else _seconds(one.goes.at, now),
        about=_about(one),
        is_stopped=call.is_stopped,
        can=tuple((stage, _button(stage)) for stage in one.stages if may and stage != ENDS[1]),
        roles=", ".join(one.roles),
    )


def _about(one: OpenCall) -> tuple[tuple[str, str], ...]:
    call = one.call
    found = (
        ("Unit", call.unit),
        ("Order", call.order),
        ("Step", call.step),
        ("Place", call.position),
        ("Tool", call.tool),
    )
    return tuple((name, value) for name, value in found if value)


def _step(stage: str, answer: PlantAnswer | None, opened_at: datetime) -> Step:
    if answer is None:
        return Step(STAGE_NAMES[stage], "", "")
    return Step(STAGE_NAMES[stage], timer(_seconds(answer.at, opened_at)), _by(answer))


def _by(answer: PlantAnswer) -> str:
    who = answer.role or "at the station"
    return f"{who}, web board" if answer.place is None else who


def _button(stage: str) -> str:
    return {"seen": "I have seen it", "on_the_way": "On the way", "arrived": "I am there"}.get(
        stage, STAGE_NAMES[stage]
    )


def _row(one: Message) -> MessageRow:
    message, count = one.message, len(one.receipts)
    first = "en" if "en" in message.text else next(iter(message.text))
    signed = [(r.station, r.role or "", r.at) for r in one.receipts if r.at is not None]
    tone, word = "todo", "Over"
    if one.taken_back_at is not None:
        word = "Taken back"
    elif one.is_open and one.missing:
        tone = "attention" if message.is_urgent else "doing"
        word = f"{len(signed)} of {count} signed"
    elif one.is_open:
        tone, word = "ok", f"All {count} signed" if count else "Nobody works on it now"
    return MessageRow(
        name=message.broadcast,
        words=message.text[first],
        others=tuple((tag, said) for tag, said in message.text.items() if tag != first),
        by=message.role if message.place is None else f"{message.role}, {message.place}",
        to_whom=_to_whom(one),
        signed=tuple(signed),
        missing=tuple((r.station, r.silent_s) for r in one.missing) if one.is_open else (),
        tone=tone,
        word=word,
        is_open=one.is_open,
        is_urgent=message.is_urgent,
        at=message.at,
        until=message.until,
    )


def _to_whom(one: Message) -> str:
    message = one.message
    who = "Everybody" if message.audience == EVERYBODY else message.audience.capitalize()
    named = f"{who} {', '.join(message.names)}" if message.names else who
    return f"{named} · urgent" if message.is_urgent else named


def _spread(spread: Spread) -> str:
    if spread.p50_s is None or spread.p90_s is None:
        return "too few" if spread.count else "–"
    return f"{timer(spread.p50_s)} / {timer(spread.p90_s)}"


def _seconds(later: datetime, earlier: datetime) -> int:
    return max(0, int((later - earlier).total_seconds()))
