"""What a lead finds out about stops of this station: another reason, or several in turn.

It is recorded here at once, also without the plant.  Whether it counts is decided where it
arrives: when somebody at the web board was first, the plant says so and it is shown here; both
stay in the record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.flow_documents import (
    StopContradicted,
    StopSettled,
    check_parts,
    stop_key,
)
from app.domain.line_events import StopReclassified
from app.domain.refusal import Refusal
from app.domain.stops import OTHER, SETTLING_RIGHT, SETTLING_ROLES, stops_of
from app.services.acts import Act
from app.services.line_state import ToldStop

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from app.domain.flow_documents import StopPart
    from app.domain.stops import Stop
    from app.ports.journal import LineFact, Reference
    from app.services.acts import Acts
    from app.services.line_record import LineRecord

_US = 1_000_000
#: More stops of twelve hours are a case for the web board.
MOST_LISTED = 40


@dataclass(frozen=True, slots=True)
class SettleStop(Act):
    """Why a stop was, in one reason or in parts; ``version`` is what was seen of it."""

    stop: str
    parts: tuple[StopPart, ...]
    version: int = 0


@dataclass(frozen=True, slots=True)
class SeeContradiction(Act):
    """Whoever is signed in has read that somebody else was first."""

    stop: str


class StopSettling:
    """Call it inside a turn.  What was said here is read from the journal."""

    def __init__(self, record: LineRecord, reference: Reference) -> None:
        self._record = record
        self._reference = reference
        self._seen: set[tuple[str, datetime]] = set()
        self._words: dict[str, tuple[StopSettled | None, StopContradicted | None]] = {}

    def add_to(self, acts: Acts) -> None:
        acts.add(SettleStop, self._settle)
        acts.add(SeeContradiction, self._see_contradiction)

    def see_documents(self) -> None:
        """New documents came down: what the plant says of stops may be something else now."""
        self._words = {}

    async def see(self, facts: tuple[LineFact, ...]) -> None:
        """Show the stops of late, the newest first, with what is known of each."""
        stops = stops_of((fact.body, fact.at_us) for fact in facts)
        said = {f.body.stop: f.body for f in facts if isinstance(f.body, StopReclassified)}
        newest = stops[: -MOST_LISTED - 1 : -1]
        told = [await self._told(stop, said.get(stop.stop)) for stop in newest]
        self._record.show(stops=tuple(told))

    async def _told(self, stop: Stop, said: StopReclassified | None) -> ToldStop:
        settled, against = await self._word_of(stop)
        version = 0 if settled is None else settled.version
        if said is not None and _is_on_its_way(said, settled, against):
            return ToldStop(stop, said.parts, said.role, version=version, is_on_its_way=True)
        if settled is not None:
            is_unread = against is not None and (stop.stop, against.at) not in self._seen
            return ToldStop(
                stop,
                settled.parts,
                settled.role,
                settled_at=settled.at,
                version=version,
                against=against if is_unread else None,
            )
        return ToldStop(stop, stop.parts)

    async def _word_of(self, stop: Stop) -> tuple[StopSettled | None, StopContradicted | None]:
        """The plant's word about a stop, and what it did not take; read once."""
        key = stop_key(self._record.state.station.station, stop.stop)
        if key not in self._words:
            self._words[key] = await _plants_word(self._reference, key)
        return self._words[key]

    async def _settle(self, act: SettleStop) -> Refusal | None:
        found = self._found(act.stop)
        if isinstance(found, Refusal):
            return found
        if found.version != act.version:
            self._record.is_new = True
            at = "" if found.settled_at is None else found.settled_at.isoformat()
            return Refusal("stop.already_set", {"who": found.by, "since": at})
        refusal = self._against(found.stop, act.parts)
        if refusal is not None:
            return refusal
        person = self._record.state.person
        role = "" if person is None else person.role
        body = StopReclassified(stop=act.stop, parts=act.parts, role=role, version=act.version)
        await self._record.keep(body)
        return None

    def _found(self, name: str) -> ToldStop | Refusal:
        """The stop, if whoever is signed in may say something about it."""
        state = self._record.state
        person = state.person
        may = person is not None and (
            person.role in SETTLING_ROLES or state.people.may(SETTLING_RIGHT)
        )
        if not may:
            return Refusal("stop.not_yours", {"roles": ", ".join(sorted(SETTLING_ROLES))})
        found = next((one for one in self._record.line.stops if one.stop.stop == name), None)
        return found or Refusal("stop.too_old")

    def _against(self, stop: Stop, parts: tuple[StopPart, ...]) -> Refusal | None:
        """Why these cannot be the reasons of ``stop``."""
        ask = self._record.line.reasons
        try:
            check_parts(parts)
        except ValueError:
            return Refusal("stop.no_parts")
        if any(part.reason not in {*ask, OTHER} for part in parts):
            return Refusal("stop.named")
        end_us = self._record.clock.now_us() if stop.ended_us is None else stop.ended_us
        if stop.began_us + parts[-1].after_s * _US >= end_us:
            minutes = str((end_us - stop.began_us) // (60 * _US))
            return Refusal("stop.too_short", {"minutes": minutes})
        return None

    async def _see_contradiction(self, act: SeeContradiction) -> Refusal | None:
        for one in _contradicted(self._record.line.stops, act.stop):
            self._seen.add((act.stop, one.at))
            self._record.is_new = True
        return None


async def known_stops(
    facts: Iterable[LineFact], reference: Reference, station: str, since_us: int
) -> tuple[Stop, ...]:
    """The stops that lasted after ``since_us``, with the reasons that count by now."""
    facts = tuple(facts)
    said = {f.body.stop: f.body for f in facts if isinstance(f.body, StopReclassified)}
    found = []
    for stop in stops_of((fact.body, fact.at_us) for fact in facts):
        if stop.ended_us is not None and stop.ended_us <= since_us:
            continue
        settled, against = await _plants_word(reference, stop_key(station, stop.stop))
        if settled is None or _is_on_its_way(said.get(stop.stop), settled, against):
            found.append(stop)
        else:
            last = settled.parts[-1]
            parts = settled.parts
            found.append(replace(stop, reason=last.reason, words=last.words, parts=parts))
    return tuple(found)


async def _plants_word(
    reference: Reference, key: str
) -> tuple[StopSettled | None, StopContradicted | None]:
    """What counts by now, and what was said here against it."""
    settled = await reference.get(StopSettled, key)
    return settled, None if settled is None else await reference.get(StopContradicted, key)


def _is_on_its_way(
    said: StopReclassified | None, settled: StopSettled | None, against: StopContradicted | None
) -> bool:
    """Whether the plant has not answered what was said here last."""
    version = 0 if settled is None else settled.version
    return said is not None and against is None and said.version == version


def _contradicted(stops: Iterable[ToldStop], name: str) -> Iterable[StopContradicted]:
    return (one.against for one in stops if one.stop.stop == name and one.against is not None)
