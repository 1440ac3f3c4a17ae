"""Calls for help: opened in two taps, answered by whoever comes, closed when it runs again.

What the plant knows of a call (its document) comes beside what was recorded here: an answer given
at the web board or at a lead's station shows at the station that called, and calls of other
stations show at this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.calls import ARRIVED, CANCELLED, KINDS, calls_of
from app.domain.line_events import CallAnswered, CallClosed, CallOpened
from app.domain.plant_calls import (
    EscalationPlan,
    PlantCall,
    answering_roles,
    call_elsewhere,
    with_answers,
    with_said,
)
from app.domain.refusal import Refusal
from app.ports.devices import LinkState
from app.services.acts import Act

if TYPE_CHECKING:
    from app.domain.calls import Call
    from app.ports.journal import LineFact, Reference
    from app.services.acts import Acts
    from app.services.line_record import LineRecord
    from app.services.sign_off import Signature, SignOff


@dataclass(frozen=True, slots=True)
class OpenCall(Act):
    """Call help of a ``kind``; the station can go on, or it is stopped."""

    kind: str
    is_stopped: bool = False


@dataclass(frozen=True, slots=True)
class AnswerCall(Act):
    """Help has come to ``stage``, as far as whoever stands here knows."""

    call: str
    stage: str


@dataclass(frozen=True, slots=True)
class ArriveByBadge(Act):
    """Whoever came says so with a badge or PIN of their own."""

    call: str


@dataclass(frozen=True, slots=True)
class CloseCall(Act):
    """``how`` is "solved" (we run again) or "cancelled"."""

    call: str
    how: str


class Calls:
    """Call it inside a turn.  Which calls there are is read from the journal, never counted."""

    def __init__(self, record: LineRecord, sign_off: SignOff, reference: Reference) -> None:
        self._record = record
        self._sign_off = sign_off
        self._reference = reference
        self._told: dict[str, PlantCall] = {}

    def add_to(self, acts: Acts) -> None:
        acts.add(OpenCall, self.open)
        acts.add(AnswerCall, self.answer)
        acts.add(ArriveByBadge, self.arrive)
        acts.add(CloseCall, self.close)

    async def see_documents(self) -> None:
        """The plant's calls, and its plans of who comes next."""
        self._told = {told.call: told for told in await self._reference.all(PlantCall)}
        self._record.show(plans=tuple(await self._reference.all(EscalationPlan)))

    async def see(self, facts: tuple[LineFact, ...]) -> None:
        """Show the open calls; one that was ended elsewhere ends here too."""
        recorded = calls_of((fact.body, fact.at_us, fact.unit, fact.order) for fact in facts)
        here = [self._known(call) for call in recorded]
        for call, known in zip(recorded, here, strict=True):
            if call.closed is None and known.closed is not None:
                await self._record.keep(known.closed, by_system=True)
        own = frozenset(call.call for call in recorded)
        self._record.show(
            calls=tuple(call for call in here if call.closed is None),
            elsewhere=self._elsewhere(own, facts),
        )

    def _known(self, call: Call) -> Call:
        told = self._told.get(call.call)
        return call if told is None else with_answers(call, told)

    def _elsewhere(self, own: frozenset[str], facts: tuple[LineFact, ...]) -> tuple[Call, ...]:
        """Open calls of other stations, oldest first, with what was just answered here."""
        station = self._record.state.station.station
        said = [(f.body, f.at_us) for f in facts if isinstance(f.body, CallAnswered)]
        ended = {fact.body.call for fact in facts if isinstance(fact.body, CallClosed)}
        calls = [
            with_said(call_elsewhere(told), said)
            for told in self._told.values()
            if told.station != station and told.end is None and told.call not in own | ended
        ]
        return tuple(sorted(calls, key=lambda call: (call.at_us, call.call)))

    async def open(self, act: OpenCall) -> Refusal | None:
        """A second call of the same kind is the first one: nobody is called twice."""
        is_open = any(call.kind == act.kind for call in self._record.line.calls)
        if act.kind in KINDS and not is_open:
            await self._record.keep(self._opened(act))
        return None

    async def answer(self, act: AnswerCall) -> Refusal | None:
        """Of a call elsewhere only by who may; what somebody said already stays as it is."""
        call = self._open_call(act.call)
        refusal = call if isinstance(call, Refusal) else self._against(call)
        if isinstance(call, Refusal) or refusal is not None:
            return refusal
        if act.stage in call.next_stages:
            body = CallAnswered(call=call.call, stage=act.stage, means="tap")
            await self._record.keep(body)
            return None
        return _answered(call, act.stage)

    async def arrive(self, act: ArriveByBadge) -> Refusal | None:
        call = self._open_call(act.call)
        if isinstance(call, Refusal):
            return call

        async def arrived(signature: Signature) -> Refusal | None:
            found = self._open_call(act.call)
            if isinstance(found, Refusal):
                return found
            person, means = signature.person, signature.means
            body = CallAnswered(
                call=act.call, stage=ARRIVED, means=means, person=person.person, name=person.name
            )
            if ARRIVED in found.next_stages:
                await self._record.keep_signed(signature.body(), body)
            return None

        meaning = {"en": "I have come to help"}
        person = self._record.state.person
        await self._sign_off.ask(
            "call", arrived, right="", meaning=meaning, not_by=person, is_work=False
        )
        return None

    async def close(self, act: CloseCall) -> Refusal | None:
        call = self._open_call(act.call)
        refusal = call if isinstance(call, Refusal) else self._against(call)
        if isinstance(call, Refusal) or refusal is not None:
            return refusal
        if call.station and act.how == CANCELLED:
            return Refusal("call.not_yours", {"station": call.station})
        name = None if call.station else self._record.name
        await self._record.keep(CallClosed(call=call.call, how=act.how, name=name))
        return None

    def _open_call(self, name: str) -> Call | Refusal:
        line = self._record.line
        found = next((c for c in (*line.calls, *line.elsewhere) if c.call == name), None)
        return found or Refusal("call.closed")

    def _against(self, call: Call) -> Refusal | None:
        """Why whoever is signed in may not answer for another station."""
        if not call.station:
            return None
        roles = answering_roles(self._record.line.plan_of(call), call.kind)
        person = self._record.state.person
        if person is not None and person.role in roles:
            return None
        return Refusal("call.role", {"roles": ", ".join(sorted(roles)), "station": call.station})

    def _opened(self, act: OpenCall) -> CallOpened:
        state = self._record.state
        current = None if state.run is None else state.run.current
        not_ready = {
            d.device: d.state.value for d in state.devices if d.state is not LinkState.READY
        }
        return CallOpened(
            call=self._record.new_name("call"),
            kind=act.kind,
            is_stopped=act.is_stopped,
            name=self._record.name,
            step=None if current is None else current.step.id,
            position=None if current is None else current.next_position,
            tool=None if state.tool is None else state.tool.tool,
            devices=not_ready,
        )


def _answered(call: Call, stage: str) -> Refusal | None:
    """Who was there before; a second tap on one's own answer is none."""
    before = call.answer(stage) or call.answers[-1]
    if not call.station:
        return None
    at = datetime.fromtimestamp(before.at_us / 1e6, UTC)
    return Refusal("call.answered", {"who": before.name or call.station, "since": at.isoformat()})
