"""Stops: when the station stood still, for how long, and what people say was the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.flow_documents import StopPart
from app.domain.line_events import StopBegan, StopEnded, StopReclassified, StopsNamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.event_body import Body

#: A shorter one is not worth a question of its own.
SHORT_US = 120_000_000
UNKNOWN, OTHER = "unknown", "other"
#: A reason that makes of a stop another state; so does each reason of a group called that.
SETUP = "setup"
#: What a stop can be put down to: things, never people.
REASONS = ("material", "tool", "machine", "quality", "waiting", SETUP, OTHER)
LIKELY = 3
#: Who may say later why a stop was, beside whoever has the right.
SETTLING_ROLES, SETTLING_RIGHT = frozenset({"lead", "engineer", "manager"}), "decide_lead"


@dataclass(frozen=True, slots=True)
class Stop:
    """From ``began_us`` to ``ended_us`` (µs UTC), None while it lasts; ``reason`` is why.

    ``parts`` are all its reasons, in their order; ``reason`` and ``words`` are of the last one.
    """

    stop: str
    began_us: int
    ended_us: int | None = None
    reason: str | None = None
    words: str | None = None
    parts: tuple[StopPart, ...] = ()

    @property
    def length_us(self) -> int:
        """0 while it lasts."""
        return 0 if self.ended_us is None else self.ended_us - self.began_us


def stops_of(facts: Iterable[tuple[Body, int]]) -> tuple[Stop, ...]:
    """All stops, oldest first, from (body, time in µs) in the journal's order."""
    stops: dict[str, Stop] = {}
    for body, at_us in facts:
        match body:
            case StopBegan():
                stops[body.stop] = Stop(body.stop, at_us)
            case StopEnded() if body.stop in stops:
                stops[body.stop] = replace(stops[body.stop], ended_us=at_us)
            case StopsNamed():
                for name in body.stops:
                    _name(stops, name, (StopPart(reason=body.reason, words=body.words),))
            case StopReclassified():
                _name(stops, body.stop, body.parts)
    return tuple(stops.values())


def _name(stops: dict[str, Stop], name: str, parts: tuple[StopPart, ...]) -> None:
    """The newest word stands."""
    if name in stops and parts:
        last = parts[-1]
        stops[name] = replace(stops[name], reason=last.reason, words=last.words, parts=parts)


def to_ask(stops: Iterable[Stop]) -> tuple[Stop, ...]:
    """The stops one question is about: the newest long one, else all short ones together."""
    open_ = [s for s in stops if s.ended_us is not None and s.reason is None]
    long = [s for s in open_ if s.length_us >= SHORT_US]
    return (long[-1],) if long else tuple(open_)


def likeliest_first(
    counts: Mapping[str, int], reasons: Sequence[str] = REASONS
) -> tuple[str, ...]:
    """The three most frequent of ``reasons``, then the others in their order, own words last."""
    known = [reason for reason in reasons if reason != OTHER]
    often = sorted((r for r in known if counts.get(r)), key=lambda r: -counts[r])[:LIKELY]
    return (*often, *(r for r in known if r not in often), OTHER)
