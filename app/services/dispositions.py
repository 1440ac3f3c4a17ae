"""Deciding about a held unit, and ordering rework: signatures first, then the record.

Each signature is asked for by itself, from somebody who says who they are; nothing is decided
before the last one.  Counts of concessions are this station's own, so they hold offline.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from app.domain.concession import covers, refusal_of_use
from app.domain.instructions import Instruction
from app.domain.nonconformance import (
    ConcessionUse,
    Disposition,
    dispose,
    order_rework,
    refusal_of_disposition,
    signatures_of,
)
from app.domain.plant import EffectiveRevision
from app.domain.quality_events import UnitDisposed
from app.domain.quality_plans import ANY, Concession, DispositionRules, OperationTemplate
from app.domain.refusal import Refusal
from app.domain.rework import ReworkPlan, of_instruction, of_template, of_words
from app.domain.rights import REWORK
from app.services.acts import Act
from app.services.parts_lookup import active_holds
from app.services.quality_state import ConcessionView, ReworkChoice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.event_body import Body
    from app.domain.instructions import SignOffRule
    from app.domain.rules import Decision
    from app.domain.unit_run import UnitRun
    from app.services.acts import Acts
    from app.services.sign_off import Signature
    from app.services.workplace import Workplace

_instructions = msgspec.json.Decoder(Instruction)
#: The operation of an instruction that is for rework.
REWORK_OPERATION = "rework"
WORDS = "words"


@dataclass(frozen=True, slots=True)
class LookAtHeld(Act):
    """Show a held unit again, to decide about it; nothing is recorded by looking."""

    serial: str


@dataclass(frozen=True, slots=True)
class AskedRework:
    """``source`` is a choice's, or "words" with ``words``; ``opens`` is undone beside its own."""

    source: str
    words: str = ""
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisposeUnit(Act):
    """What a person proposes for the held unit ``serial``; those who must sign are asked then."""

    serial: str
    disposition: str
    why: str
    concession: str = ""
    rework: AskedRework | None = None


@dataclass(frozen=True, slots=True)
class OrderRework(Act):
    """Rework on the unit in work, by somebody with the right, and why."""

    serial: str
    why: str
    rework: AskedRework


class Dispositions:
    """Call it inside a turn.  ``noted`` is told what was recorded, as of every other act."""

    def __init__(self, at: Workplace) -> None:
        self._ports = at.ports
        self._board = at.board
        self._work = at.work
        self._actor = at.actor
        self._sign_off = at.sign_off
        self._noted = at.noted
        self._used: dict[str, frozenset[str]] = {}
        self._library: tuple[OperationTemplate, ...] = ()
        self._instructions: dict[str, Instruction] = {}
        self._concessions: tuple[Concession, ...] = ()
        self._read: dict[str, Instruction | None] = {}

    def add_to(self, acts: Acts) -> None:
        acts.add(LookAtHeld, self._look_at)
        acts.add(DisposeUnit, self._dispose)
        acts.add(OrderRework, self._order)

    def saw(self, bodies: Iterable[Body]) -> None:
        """Count the units that concessions were used up on."""
        for body in bodies:
            if isinstance(body, UnitDisposed) and body.concession is not None:
                used = self._used.get(body.concession, frozenset())
                self._used[body.concession] = used | {body.serial}

    async def see_documents(self) -> None:
        """The plant's concessions, its library, and its rework instructions."""
        reference = self._ports.reference
        self._concessions = tuple(await reference.all(Concession))
        self._library = tuple(await reference.all(OperationTemplate))
        now, found = self._now, dict[str, Instruction]()
        for effective in await reference.all(EffectiveRevision):
            instruction = await self._rework_at(effective.revision)
            if instruction is not None and effective.effective_from <= now:
                found[effective.revision] = instruction
        self._instructions = found

    async def _rework_at(self, revision: str) -> Instruction | None:
        """The instruction, if it is for rework; a revision never changes and is read once."""
        if revision not in self._read:
            content = await self._ports.reference.instruction(revision)
            if content is None:
                return None
            instruction = _instructions.decode(content)
            is_rework = instruction.operation == REWORK_OPERATION
            self._read[revision] = instruction if is_rework else None
        return self._read[revision]

    async def held_elsewhere(self, serial: str) -> Refusal | None:
        """The plant's hold on the unit, unless it was decided about here since."""
        holds = await active_holds(self._ports.reference)
        hold = next((one for one in holds if one.serial == serial), None)
        if hold is None:
            return None
        placed_us = round(hold.placed_at.timestamp() * 1e6)
        for envelope in await self._ports.journal.unit_events(serial):
            if envelope.kind == UnitDisposed.KIND and envelope.at >= placed_us:
                return None
        facts = {"serial": serial, "hold": hold.hold, "reason": hold.reason, "owner": hold.owner}
        return Refusal("unit.held_elsewhere", facts | {"since": hold.placed_at.isoformat()})

    async def follow(self, run: UnitRun | None) -> None:
        """What there is to choose for the unit in work."""
        quality = self._board.state.quality
        concessions: tuple[ConcessionView, ...] = ()
        if run is not None and run.held is not None:
            concessions = tuple(self._for(run))
        reworks = () if run is None else tuple(self._choices(run))
        self._board.update(quality=replace(quality, concessions=concessions, reworks=reworks))

    @property
    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._ports.clock.now_us() / 1e6, UTC)

    def _for(self, run: UnitRun) -> Iterable[ConcessionView]:
        station, now = self._board.state.station.station, self._now
        for one in self._concessions:
            used = self._used.get(one.concession, frozenset())
            if refusal_of_use(one, run, used, station=station, now=now) is None:
                yield ConcessionView(one, one.max_units - len(used - {run.serial}))

    def _choices(self, run: UnitRun) -> Iterable[ReworkChoice]:
        for one in self._library:
            if one.product in (ANY, run.product):
                name = f"template:{one.template}"
                yield ReworkChoice(name, one.title, len(one.steps), one.opens)
        for revision, instruction in self._instructions.items():
            if instruction.product == run.product:
                count = len(instruction.steps_for(run.variant))
                yield ReworkChoice(f"instruction:{revision}", instruction.title, count)

    async def _look_at(self, act: LookAtHeld) -> Refusal | None:
        refusal = await self._work.look_into(act.serial)
        if refusal is None:
            self._board.update(refusal=None, finished=None)
        return refusal

    async def _dispose(self, act: DisposeUnit) -> Refusal | None:
        run = self._unit(act.serial)
        if isinstance(run, Refusal):
            return run
        use = self._use_of(run, act.concession)
        if isinstance(use, Refusal):
            return use
        plan = self._plan(run, act.rework, act.why)
        asked = Disposition(act.disposition, act.why, concession=use, plan=plan)
        refusal = refusal_of_disposition(run, asked)
        if refusal is None:
            needed = await self._needed(run, asked)
            self._board.update(refusal=None)
            if not needed:  # the plant wants none, or the concession stands for the only one
                return await self._decide(run.serial, asked, needed)
            await self._ask(run.serial, asked, needed)
        return refusal

    async def _needed(self, run: UnitRun, asked: Disposition) -> tuple[SignOffRule, ...]:
        get = self._ports.reference.get
        found = await get(DispositionRules, run.product) or await get(DispositionRules, ANY)
        rules = () if found is None else found.rules
        has_concession = asked.concession is not None
        return signatures_of(rules, asked.disposition, has_concession=has_concession)

    async def _ask(self, serial: str, asked: Disposition, needed: tuple[SignOffRule, ...]) -> None:
        """For the next signature; with the last one it is decided."""
        rule = needed[len(asked.signed)]

        async def signed(signature: Signature) -> Refusal | None:
            person = signature.person
            if person.person in {one.person for one in asked.signed}:
                return Refusal("disposition.signed_twice", {"name": person.name})
            now = replace(asked, signed=(*asked.signed, signature.body()))
            if len(now.signed) < len(needed):
                await self._ask(serial, now, needed)
                return None
            return await self._decide(serial, now, needed)

        await self._sign_off.ask(
            "dispose", signed, right=rule.right, meaning=rule.meaning, not_by=None, is_work=False
        )

    async def _decide(
        self, serial: str, asked: Disposition, needed: tuple[SignOffRule, ...]
    ) -> Refusal | None:
        run = self._unit(serial)
        if isinstance(run, Refusal):
            return run
        if asked.concession is not None:
            # It may have been used up or have ended while people signed.
            use = self._use_of(run, asked.concession.concession)
            if isinstance(use, Refusal):
                return use
        return await self._keep(dispose(run, asked, needed))

    async def _order(self, act: OrderRework) -> Refusal | None:
        people = self._board.state.people
        if not people.may(REWORK):
            return people.without(REWORK)
        run = self._unit(act.serial)
        if isinstance(run, Refusal):
            return run
        plan = self._plan(run, act.rework, act.why)
        if plan is None:
            return Refusal("rework.nothing_to_do", {"serial": run.serial})
        return await self._keep(order_rework(run, plan))

    async def _keep(self, decision: Decision) -> Refusal | None:
        if isinstance(decision, Refusal):
            return decision
        await self._work.note(self._actor(), *decision)
        self.saw(decision)
        now_us = self._ports.clock.now_us()
        quality = replace(self._board.state.quality, changed_us=now_us)
        self._board.update(quality=quality, refusal=None)
        await self._noted(decision)
        return None

    def _unit(self, serial: str) -> UnitRun | Refusal:
        run = self._work.run
        if run is None:
            return Refusal("unit.none")
        if serial != run.serial:
            return Refusal("disposition.other_unit", {"serial": serial, "open": run.serial})
        return run

    def _use_of(self, run: UnitRun, name: str) -> ConcessionUse | Refusal | None:
        if not name:
            return None
        found = next((one for one in self._concessions if one.concession == name), None)
        if found is None or not covers(found, run):
            return Refusal("concession.not_for_unit", {"concession": name, "serial": run.serial})
        used = self._used.get(name, frozenset())
        station = self._board.state.station.station
        refusal = refusal_of_use(found, run, used, station=station, now=self._now)
        if refusal is not None:
            return refusal
        return ConcessionUse(name, len(used | {run.serial}), found.max_units)

    def _plan(self, run: UnitRun, asked: AskedRework | None, why: str) -> ReworkPlan | None:
        if asked is None:
            return None
        kind, _, name = asked.source.partition(":")
        plan = None
        if kind == WORDS:
            plan = of_words(asked.words, why)
        elif kind == "template":
            found = next((one for one in self._library if one.template == name), None)
            plan = None if found is None else of_template(found, why)
        elif name in self._instructions:
            plan = of_instruction(self._instructions[name], name, run.variant, why)
        return None if plan is None else replace(plan, opens=(*plan.opens, *asked.opens))
