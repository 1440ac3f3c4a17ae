"""What happens to the line around the work: help called, stops, and shifts handed over.

``name`` is the printed name of whoever acted, None where nobody said who they are.
"""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from msgspec import Struct

from app.domain.event_body import Body
from app.domain.flow_documents import StopPart


class CallOpened(Body, frozen=True, kw_only=True):
    """Somebody calls help of a ``kind``; ``call`` names the call in what follows.

    Where it came from is filled in: the step with the place to work and its tool, and every
    device that was not ready with the state of its link.
    """

    KIND: ClassVar[str] = "call.opened"
    call: str
    kind: str
    is_stopped: bool
    name: str | None = None
    step: str | None = None
    position: str | None = None
    tool: str | None = None
    devices: dict[str, str] = {}  # noqa: RUF012 - msgspec copies it


class CallAnswered(Body, frozen=True, kw_only=True):
    """How far help is: "seen", "on_the_way", "arrived".  ``means``: "badge", "pin" or "tap"."""

    KIND: ClassVar[str] = "call.answered"
    call: str
    stage: str
    means: str
    person: str | None = None
    name: str | None = None


class CallClosed(Body, frozen=True, kw_only=True):
    """``how`` is "solved" (we run again) or "cancelled"."""

    KIND: ClassVar[str] = "call.closed"
    call: str
    how: str
    name: str | None = None


class StopBegan(Body, frozen=True, kw_only=True):
    """Nothing went on any more; the event's time is that of the last thing that did."""

    KIND: ClassVar[str] = "stop.began"
    stop: str


class StopEnded(Body, frozen=True, kw_only=True):
    """``why`` is "progress", or "nobody" when everybody has signed out."""

    KIND: ClassVar[str] = "stop.ended"
    stop: str
    why: str


class StopsNamed(Body, frozen=True, kw_only=True):
    """Why the station stood still, one answer for all of ``stops``; "unknown" is an answer."""

    KIND: ClassVar[str] = "stop.named"
    stops: tuple[str, ...]
    reason: str
    words: str | None = None


class StopReclassified(Body, frozen=True, kw_only=True):
    """A lead at the station says why a stop was, in one reason or in parts.

    ``version`` is that of what was known here of the stop (0: nothing from the plant).  Whether it
    counts is decided where it arrives: whoever was first, and was not seen here, stands.
    """

    KIND: ClassVar[str] = "stop.reclassified"
    stop: str
    parts: tuple[StopPart, ...]
    role: str
    version: int = 0


class HandoverItem(Struct, frozen=True, omit_defaults=True):
    """One thing the next shift takes over: its ``kind``, and the facts of its sentence.

    ``events`` name the records it rests on.
    """

    item: str
    kind: str
    facts: dict[str, str] = {}
    events: tuple[str, ...] = ()


class HandoverGiven(Body, frozen=True, kw_only=True):
    """A shift was handed over: what was counted, what is open, what people added.

    ``minutes`` are those lost to each reason, "" to none that was named.

    ``to`` is "person" or, by who was alone, "station".  ``safety`` is None for "nothing".
    """

    KIND: ClassVar[str] = "handover.given"
    handover: str
    shift: str
    to: str
    person: str
    name: str
    counts: dict[str, int]
    minutes: dict[str, int] = {}  # noqa: RUF012 - msgspec copies it
    items: tuple[HandoverItem, ...] = ()
    notes: tuple[str, ...] = ()
    safety: str | None = None


class HandoverAccepted(Body, frozen=True, kw_only=True):
    """The next shift took it over, having seen each of ``items``."""

    KIND: ClassVar[str] = "handover.accepted"
    handover: str
    person: str
    name: str
    means: str
    items: tuple[str, ...] = ()


class HandoverNoted(Body, frozen=True, kw_only=True):
    """Something to tell the next shift, in somebody's own words; ``photo`` is a JPEG blob."""

    KIND: ClassVar[str] = "handover.noted"
    text: str
    name: str | None = None
    photo: str | None = None


class HandoverAsked(Body, frozen=True, kw_only=True):
    """The next shift asks back about what was handed over; open until it says it is settled."""

    KIND: ClassVar[str] = "handover.asked"
    question: str
    handover: str
    words: str
    name: str | None = None


class HandoverAnswered(Body, frozen=True, kw_only=True):
    """An answer to a question; it stays open."""

    KIND: ClassVar[str] = "handover.answered"
    question: str
    words: str
    name: str | None = None


class HandoverSettled(Body, frozen=True, kw_only=True):
    """The question is no question any more."""

    KIND: ClassVar[str] = "handover.settled"
    question: str
    name: str | None = None


LineBody: TypeAlias = (
    CallAnswered
    | CallClosed
    | CallOpened
    | HandoverAccepted
    | HandoverAnswered
    | HandoverAsked
    | HandoverGiven
    | HandoverNoted
    | HandoverSettled
    | StopBegan
    | StopEnded
    | StopReclassified
    | StopsNamed
)
