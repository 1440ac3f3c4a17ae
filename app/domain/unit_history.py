"""A unit's record from all its stations in one order, and where each operation on it stands.

What the plant told comes first, in the order of its log; what only this station has comes after,
for that is where it will come in the log.  The arrival of either changes nothing about the order.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from app.domain.events import (
    KINDS,
    Body,
    StepCompleted,
    StepRedone,
    UnitCompleted,
    UnitHeld,
    UnitLeft,
    UnitResumed,
    UnitStarted,
)
from app.domain.evidence_events import EvidenceAsked
from app.domain.material_events import PartRemoved
from app.domain.quality_events import PositionsReopened, UnitDisposed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.envelope import Envelope

    #: Station, epoch and number: no two events have the same.
    Place: TypeAlias = tuple[str, int, int]

OPEN, LEFT, HELD, COMPLETED = "open", "left", "held", "completed"
#: What a disposition makes of a unit; the others let it go on.
_ENDS = {"scrap": "scrapped", "return": "returned"}
#: Working on by a station that did not know ends none of these.
_STAY = frozenset({HELD, COMPLETED, *_ENDS.values()})


@dataclass(frozen=True, slots=True)
class UnitFact:
    """An event about the unit; ``body`` is None for a kind that this version does not know."""

    envelope: Envelope
    body: Body | None

    @property
    def station(self) -> str:
        return self.envelope.station


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation on the unit, by the instruction it was ``started`` with.

    ``state`` is open, left, held, completed, scrapped or returned, since ``since_us`` (UTC) and by
    ``station``.  ``begun`` names the events that began work on it, ``at_work`` those of work that
    goes on, by station: more than one only where stations did not know of each other.  ``done_at``
    says at which station each completed step was done.
    """

    started: UnitStarted
    facts: tuple[UnitFact, ...]
    state: str
    station: str
    since_us: int
    begun: tuple[str, ...] = ()
    at_work: dict[str, str] = field(default_factory=dict)
    done_at: dict[str, str] = field(default_factory=dict)

    @property
    def stations(self) -> frozenset[str]:
        return frozenset(fact.station for fact in self.facts)

    @property
    def bodies(self) -> tuple[Body, ...]:
        return tuple(fact.body for fact in self.facts if fact.body is not None)


@dataclass(frozen=True, slots=True)
class UnitHistory:
    """The operations begun on a unit, oldest first, as station ``here`` knows them.

    ``told_us`` is when the plant last told all it knew (µs UTC), None for never; ``is_fresh`` when
    that was just now.
    """

    serial: str
    here: str
    operations: tuple[Operation, ...] = ()
    told_us: int | None = None
    is_fresh: bool = False

    @property
    def current(self) -> Operation | None:
        """The one in work here, else the newest that is not completed, else the newest."""
        newest_first = self.operations[::-1]
        in_work = (one for one in newest_first if self.here in one.at_work)
        unfinished = (one for one in newest_first if one.state != COMPLETED)
        return next(in_work, next(unfinished, next(iter(newest_first), None)))

    def is_here(self, operation: Operation) -> bool:
        """Whether it is in work at this station, or this one was the last that had it."""
        return self.here in operation.at_work or operation.station == self.here


def in_order(told: Sequence[Envelope], own: Sequence[Envelope]) -> tuple[Envelope, ...]:
    """``told`` by the plant in its order, then those of ``own`` that it has not told of."""
    ours = {_place(envelope): envelope for envelope in own}
    known = {_place(envelope) for envelope in told}
    return (
        *(ours.get(_place(envelope), envelope) for envelope in told),
        *(envelope for envelope in own if _place(envelope) not in known),
    )


def operations_of(events: Iterable[Envelope]) -> tuple[Operation, ...]:
    """The operations that ``events`` tell of, in the order they were begun.

    An event belongs to the operation whose instruction it names, else to the one its station
    took up last.  Started by two stations that did not know of each other it is one operation, of
    the revision that came first: what both did was done to the unit.
    """
    found: dict[str, Operation] = {}
    at_station: dict[str, str] = {}
    early: list[UnitFact] = []
    for envelope in events:
        fact = UnitFact(envelope, _body(envelope))
        if isinstance(fact.body, UnitStarted):
            name = fact.body.instruction
            known = found.get(name)
            if known is None:
                known = _begun(fact.body, envelope, () if found else tuple(early))
        else:
            named = envelope.refs.instruction
            name = (
                named
                if named in found
                else at_station.get(fact.station, next(reversed(found), ""))
            )
            known = found.get(name)
        if known is None:
            early.append(fact)
            continue
        at_station[fact.station] = name
        found[name] = _after(known, fact)
    return tuple(found.values())


def _begun(started: UnitStarted, envelope: Envelope, early: tuple[UnitFact, ...]) -> Operation:
    return Operation(started, early, LEFT, envelope.station, envelope.at)


def _after(operation: Operation, fact: UnitFact) -> Operation:
    after = replace(operation, facts=(*operation.facts, fact))
    body, envelope = fact.body, fact.envelope
    match body:
        case StepCompleted(step=step):
            return replace(after, done_at={**operation.done_at, step: fact.station})
        case StepRedone(step=step) | PositionsReopened(step=step) | PartRemoved(step=step):
            done_at = {done: at for done, at in operation.done_at.items() if done != step}
            return replace(after, done_at=done_at)
        case UnitStarted() | UnitResumed():
            after = replace(after, begun=(*operation.begun, envelope.event_id))
            return after if operation.state in _STAY else _taken_up(after, envelope)
        case UnitLeft():
            return after if operation.state in _STAY else _left(after, envelope)
        case EvidenceAsked():
            return _taken_up(after, envelope)
        case UnitHeld() | UnitCompleted() | UnitDisposed():
            end = _end(body)
            return _taken_up(after, envelope) if end is None else _changed(after, end, envelope)
        case _:
            return after


def _end(body: UnitHeld | UnitCompleted | UnitDisposed) -> str | None:
    """What the work came to; None when a decision lets it go on."""
    match body:
        case UnitHeld():
            return HELD
        case UnitCompleted():
            return COMPLETED
        case UnitDisposed(disposition=disposition):
            return _ENDS.get(disposition)


def _changed(operation: Operation, state: str, envelope: Envelope) -> Operation:
    """It ends all work on it, also that of a station that does not know yet."""
    station, at_us = envelope.station, envelope.at
    return replace(operation, state=state, station=station, since_us=at_us, at_work={})


def _taken_up(operation: Operation, envelope: Envelope) -> Operation:
    """Whoever takes it up knowing of other work takes it over."""
    others = {
        station: begun
        for station, begun in operation.at_work.items()
        if begun not in envelope.causes and station != envelope.station
    }
    after = _changed(operation, OPEN, envelope)
    return replace(after, at_work={**others, envelope.station: envelope.event_id})


def _left(operation: Operation, envelope: Envelope) -> Operation:
    """It is open as long as another station works on it, and left when the last one leaves."""
    if envelope.station not in operation.at_work:
        return operation
    others = {s: begun for s, begun in operation.at_work.items() if s != envelope.station}
    if not others:
        return _changed(operation, LEFT, envelope)
    return replace(operation, station=next(reversed(others)), at_work=others)


def _place(envelope: Envelope) -> Place:
    return envelope.station, envelope.epoch, envelope.seq


def _body(envelope: Envelope) -> Body | None:
    """None also when another version wrote what this one cannot read: it proves nothing here."""
    kind = KINDS.get(envelope.kind)
    try:
        return None if kind is None else msgspec.json.decode(envelope.body, type=kind)
    except msgspec.ValidationError:
        return None
