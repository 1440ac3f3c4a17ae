"""A completed unit that is not provable: its evidence is made after all, or people accept it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.evidence_events import EvidenceAsked, EvidenceResolved
from app.domain.evidence_rules import (
    ACCEPT_SIGNATURES,
    ASK_SIGNATURES,
    MISSING,
    accept,
    ask_again,
    steps_with_gaps,
    why_not_resolved,
)
from app.domain.refusal import Refusal
from app.services.acts import Act
from app.services.evidence_state import Unproven
from app.services.station_state import FinishedUnit
from app.services.waiting_units import WaitingUnits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.events import Body, SignedOff
    from app.domain.instructions import SignOffRule
    from app.domain.unit_run import UnitRun
    from app.services.acts import Acts
    from app.services.sign_off import Signature

    Rule = Callable[[UnitRun, Sequence[SignedOff]], tuple[Body, ...] | Refusal]
    from app.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class LookAtEvidence(Act):
    """Show what the completed unit ``serial`` lacks; nothing is recorded by looking."""

    serial: str


@dataclass(frozen=True, slots=True)
class AskEvidence(Act):
    """The steps with gaps are to be done again; a second person signs that."""

    serial: str


@dataclass(frozen=True, slots=True)
class AcceptEvidence(Act):
    """Take the unit without the proof, and why; two people sign that."""

    serial: str
    why: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """What waits for its signatures."""

    act: str
    serial: str
    needed: tuple[SignOffRule, ...]
    rule: Rule


class EvidenceDesk:
    """Call it inside a turn.  ``noted`` is told what was recorded."""

    def __init__(self, at: Workplace) -> None:
        self._board = at.board
        self._work = at.work
        self._actor = at.actor
        self._sign_off = at.sign_off
        self._now_us = at.ports.clock.now_us
        self._noted = at.noted
        self._waiting_units = WaitingUnits(at)

    def add_to(self, acts: Acts) -> None:
        self._waiting_units.add_to(acts)
        acts.add(LookAtEvidence, self._look_at)
        acts.add(AskEvidence, self._ask_again)
        acts.add(AcceptEvidence, self._accept)

    async def _look_at(self, act: LookAtEvidence) -> Refusal | None:
        run = await self._waiting(act.serial)
        if isinstance(run, Refusal):
            self._board.update(unproven=None)
            return run
        gaps = () if run.completed is None else run.completed.gaps
        unproven = Unproven(run.serial, gaps, steps_with_gaps(run), run.work)
        self._board.update(unproven=unproven, refusal=None)
        return None

    async def _ask_again(self, act: AskEvidence) -> Refusal | None:
        at_work = self._work.run
        if at_work is not None and at_work.serial != act.serial:
            return Refusal("unit.another_open", {"serial": act.serial, "open": at_work.serial})
        run = await self._waiting(act.serial)
        if isinstance(run, Refusal):
            return run
        if not steps_with_gaps(run):
            return Refusal("evidence.no_step", {"serial": run.serial})

        def rule(run: UnitRun, signed: Sequence[SignedOff]) -> tuple[Body, ...] | Refusal:
            return ask_again(run, MISSING, signed)

        await self._sign(_Asked("ask_evidence", act.serial, ASK_SIGNATURES, rule), ())
        return None

    async def _accept(self, act: AcceptEvidence) -> Refusal | None:
        run = await self._waiting(act.serial)
        if isinstance(run, Refusal):
            return run
        if not act.why.strip():
            return Refusal("evidence.no_reason")

        def rule(run: UnitRun, signed: Sequence[SignedOff]) -> tuple[Body, ...] | Refusal:
            return accept(run, act.why, signed)

        await self._sign(_Asked("accept_evidence", act.serial, ACCEPT_SIGNATURES, rule), ())
        return None

    async def _waiting(self, serial: str) -> UnitRun | Refusal:
        run = await self._work.look_at(serial)
        return run if isinstance(run, Refusal) else why_not_resolved(run) or run

    async def _sign(self, asked: _Asked, given: tuple[SignedOff, ...]) -> None:
        """For the next signature; with the last one it is recorded."""
        rule = asked.needed[len(given)]

        async def signed(signature: Signature) -> Refusal | None:
            person = signature.person
            if person.person in {one.person for one in given}:
                return Refusal("evidence.signed_twice", {"name": person.name})
            now = (*given, signature.body())
            if len(now) < len(asked.needed):
                await self._sign(asked, now)
                return None
            return await self._keep(asked, now)

        # One signature has to be a second person's; of two, the first may be whoever is here.
        not_by = self._board.state.person if len(asked.needed) == 1 else None
        await self._sign_off.ask(
            asked.act, signed, right=rule.right, meaning=rule.meaning, not_by=not_by, is_work=False
        )

    async def _keep(self, asked: _Asked, signed: tuple[SignedOff, ...]) -> Refusal | None:
        decision = await self._work.decide_on(
            asked.serial, lambda run: asked.rule(run, signed), self._actor()
        )
        if isinstance(decision, Refusal):
            return decision
        seen = self._board.state.unproven
        self._board.update(unproven=None, refusal=None)
        for body in decision:
            if isinstance(body, EvidenceAsked):
                self._board.update(finished=None)
                return await self._work.look_into(body.serial)
            if isinstance(body, EvidenceResolved):
                self._show_accepted(body, seen)
        await self._noted(decision)
        return None

    def _show_accepted(self, body: EvidenceResolved, seen: Unproven | None) -> None:
        known = self._board.state.finished
        if known is None or known.serial != body.serial:
            steps = seen.work if seen is not None and seen.serial == body.serial else ()
            known = FinishedUnit(
                body.serial, body.evidence, body.gaps, 0, self._now_us(), steps=steps
            )
        self._board.update(finished=replace(known, accepted_by=", ".join(body.accepted_by)))
