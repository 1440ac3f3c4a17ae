"""Messages at a station: asked between two units, signed for by role, written by who may.

An urgent one has to be signed for before the next unit begins; none stands over a unit in work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from app.domain.broadcasts import (
    EVERYBODY,
    LONGEST_H,
    MOST_NAMES,
    Audience,
    Broadcast,
    BroadcastRead,
    BroadcastSent,
    Place,
    unread,
)
from app.domain.instructions import Instruction
from app.domain.plant import EffectiveRevision
from app.domain.refusal import Refusal
from app.domain.rights import BROADCAST
from app.services.acts import Act
from app.services.audiences import audience_names
from app.services.order_queue import Frozen, order_of_unit

if TYPE_CHECKING:
    from app.domain.plant import Order
    from app.ports.journal import LineFact
    from app.services.acts import Acts
    from app.services.line_record import LineRecord
    from app.services.workplace import Workplace

#: So long a message from a station counts, in hours: a shift.
STATION_H = 8
_HOUR_US = 3_600_000_000
#: An order, and the parts its units take.
_Work: TypeAlias = "tuple[Order, frozenset[str]]"
_instructions = msgspec.json.Decoder(Instruction)


@dataclass(frozen=True, slots=True)
class SendBroadcast(Act):
    """``words`` in ``language`` to ``names`` of an ``audience``, for a shift."""

    words: str
    language: str
    audience: Audience = EVERYBODY
    names: tuple[str, ...] = ()
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class LookUpAudiences(Act):
    """Whom a message can be for; parts are named in ``language``."""

    language: str


@dataclass(frozen=True, slots=True)
class ReadBroadcast(Act):
    """Whoever is signed in has read it."""

    broadcast: str


@dataclass(frozen=True, slots=True)
class PutOffBroadcasts(Act):
    """Not now: those that may wait are asked again after the next unit."""


class Broadcasts:
    """Call it inside a turn.  What was signed for is read from the journal."""

    def __init__(self, record: LineRecord, at: Workplace) -> None:
        self._record = record
        self._reference = at.ports.reference
        self._clock = at.ports.clock
        self._all: tuple[Broadcast, ...] = ()
        self._read: frozenset[str] | None = None
        self._worked: _Work | None = None
        self._coming: _Work | None = None
        self._not_before = at.work.why_not_open
        at.work.why_not_open = self._why_not_open

    def add_to(self, acts: Acts) -> None:
        acts.add(SendBroadcast, self._send)
        acts.add(LookUpAudiences, self._look_up)
        acts.add(ReadBroadcast, self._sign)
        acts.add(PutOffBroadcasts, self._put_off)

    async def see_documents(self) -> None:
        """The plant's messages; the first time also what was signed for before."""
        self._all = tuple(await self._reference.all(Broadcast))
        if self._read is None:
            since_us = self._clock.now_us() - LONGEST_H * _HOUR_US
            self._read = _signed(await self._record.facts(since_us))

    def see(self, facts: tuple[LineFact, ...]) -> None:
        """What was signed for since."""
        self._read = (self._read or frozenset()) | _signed(facts)

    async def follow(self) -> None:
        """After every turn: show what is to be read by whoever works here on this."""
        await self._note_work()
        found = self._unread()
        if found != self._record.line.messages:
            self._record.show(messages=found)

    def _unread(self) -> tuple[Broadcast, ...]:
        now = datetime.fromtimestamp(self._clock.now_us() / 1e6, UTC)
        return unread(self._all, self._place(), read=self._read or (), now=now)

    async def _why_not_open(self, serial: str) -> Refusal | None:
        """An urgent message to whoever works on what ``serial`` is comes before it."""
        refusal = await self._not_before(serial)
        state = self._record.state
        is_urgent = any(one.is_urgent for one in self._all)
        if refusal is not None or not is_urgent or state.person is None:
            return refusal
        found = await order_of_unit(serial, state.chosen_order, state.orders, self._reference)
        if isinstance(found, Frozen):
            self._coming = (found.order, _parts(found.content, found.order.variant))
        first = next((one for one in self._unread() if one.is_urgent), None)
        return None if first is None else Refusal("broadcast.unread", {"role": first.role})

    async def _note_work(self) -> None:
        """Which order is worked on, or was last, or was chosen; with the parts it takes."""
        state = self._record.state
        if state.run is not None:
            self._coming = None
        chosen = next((r.order for r in state.orders if r.order.order == state.chosen_order), None)
        order = state.order or chosen
        if order is None or (self._worked is not None and self._worked[0] == order):
            return
        effective = await self._reference.get(EffectiveRevision, order.instruction)
        content = await self._reference.instruction(effective.revision) if effective else None
        parts = frozenset[str]() if content is None else _parts(content, order.variant)
        self._worked = (order, parts)

    def _place(self) -> Place:
        state = self._record.state
        worked = [work for work in (self._worked, self._coming) if work is not None]
        person = state.person
        own = frozenset() if person is None else frozenset(person.skills)
        return Place(
            station=state.station.station,
            skills=frozenset(state.station.skills) | own,
            orders=frozenset(order.order for order, _ in worked),
            products=frozenset(order.product for order, _ in worked),
            parts=frozenset[str]().union(*(parts for _, parts in worked)),
        )

    async def _send(self, act: SendBroadcast) -> Refusal | None:
        state = self._record.state
        if state.person is None or not state.people.may(BROADCAST):
            return state.people.without(BROADCAST)
        if act.audience != EVERYBODY and not 0 < len(act.names) <= MOST_NAMES:
            return Refusal("broadcast.for_nobody", {"most": str(MOST_NAMES)})
        now = datetime.fromtimestamp(self._clock.now_us() / 1e6, UTC)
        body = BroadcastSent(
            broadcast=f"{state.station.station}-{self._record.new_name('message')}",
            text={act.language: act.words},
            role=state.person.role,
            until=now + timedelta(hours=STATION_H),
            audience=act.audience,
            names=act.names,
            is_urgent=act.is_urgent,
        )
        if not _can_be_read(body):
            return Refusal("broadcast.for_nobody", {"most": str(MOST_NAMES)})
        await self._record.keep(body)
        # Whoever writes it has read it.
        await self._keep_read(body.broadcast, body.role)
        self._record.show(sent=body.broadcast)
        return None

    async def _look_up(self, act: LookUpAudiences) -> Refusal | None:
        state = self._record.state
        order = self._worked[0] if self._worked is not None else None
        found = await audience_names(self._reference, state.station, order, act.language)
        self._record.show(audiences=found)
        return None

    async def _keep_read(self, broadcast: str, role: str) -> None:
        await self._record.keep(BroadcastRead(broadcast=broadcast, role=role))
        # Also where somebody sets the clock: what was signed for is not asked again.
        self._read = (self._read or frozenset()) | {broadcast}

    async def _sign(self, act: ReadBroadcast) -> Refusal | None:
        """Nobody signs twice, and nobody for what is over."""
        person = self._record.state.person
        is_there = any(one.broadcast == act.broadcast for one in self._record.line.messages)
        if person is not None and is_there:
            await self._keep_read(act.broadcast, person.role)
        return None

    async def _put_off(self, act: PutOffBroadcasts) -> Refusal | None:  # noqa: ARG002 - carries nothing
        self._record.show(is_later=True)
        return None


def _signed(facts: tuple[LineFact, ...]) -> frozenset[str]:
    return frozenset(f.body.broadcast for f in facts if isinstance(f.body, BroadcastRead))


def _can_be_read(body: BroadcastSent) -> bool:
    """Whether its names and words are as long as a message's: the record is read for ever."""
    try:
        msgspec.json.decode(msgspec.json.encode(body), type=BroadcastSent)
    except msgspec.ValidationError:
        return False
    return True


def _parts(content: bytes, variant: str) -> frozenset[str]:
    """Every part an instruction's bill names for ``variant``."""
    bill = _instructions.decode(content).bills.get(variant, ())
    return frozenset(part for line in bill for part in line.parts)
