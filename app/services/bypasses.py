"""Bypass passports at one station: activated by two, counted, locked by themselves, verified.

What counts is folded from the journal, so that no restart and no clock gives a unit back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.bypass import (
    BY_PERSON,
    Passport,
    activate,
    end,
    end_due,
    locks,
    refusal_of_plan,
    use,
    verify,
)
from app.domain.quality_events import (
    BypassActivated,
    BypassApplied,
    BypassEnded,
    BypassVerified,
)
from app.domain.quality_plans import BypassPlan
from app.domain.refusal import Refusal
from app.domain.rights import BYPASS, SIGN_OFF
from app.services.acts import Act
from app.services.quality_state import BypassView
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.envelope import Actor
    from app.domain.event_body import Body
    from app.domain.rules import Decision
    from app.domain.unit_run import UnitRun
    from app.services.acts import Acts
    from app.services.sign_off import Signature
    from app.services.workplace import Workplace

_BODIES = (BypassActivated, BypassApplied, BypassEnded, BypassVerified)
_ACTIVATE = {"en": "Bypass of a gate approved for now"}
_VERIFY = {"en": "The gate was verified and works again"}


@dataclass(frozen=True, slots=True)
class ActivateBypass(Act):
    """Pass this gate by its alternative for now; a second person is asked to sign."""

    bypass: str
    why: str


@dataclass(frozen=True, slots=True)
class UseBypass(Act):
    """The step of the unit in work is done by the alternative."""

    bypass: str
    step: str


@dataclass(frozen=True, slots=True)
class EndBypass(Act):
    """Lock the gate again before its time."""

    bypass: str


@dataclass(frozen=True, slots=True)
class VerifyBypass(Act):
    """The gate was tried and works; a second person is asked to sign."""

    bypass: str


class Bypasses:
    """Call it inside a turn.  ``append`` records what is about no unit."""

    def __init__(self, at: Workplace) -> None:
        self._ports = at.ports
        self._board = at.board
        self._work = at.work
        self._actor = at.actor
        self._sign_off = at.sign_off
        self._append = at.append
        self._noted = at.noted
        self._plans: dict[str, BypassPlan] = {}
        self._passports: dict[str, Passport] = {}

    def add_to(self, acts: Acts) -> None:
        acts.add(ActivateBypass, self._activate)
        acts.add(UseBypass, self._use)
        acts.add(EndBypass, self._end)
        acts.add(VerifyBypass, self._verify)

    @property
    def has_to_look(self) -> bool:
        """Whether the time of an active one is over."""
        now = self._now
        return any(one.is_active and one.is_over(now) for one in self._passports.values())

    def saw(self, body: Body, at_us: int) -> None:
        """Fold a fact that the journal has."""
        if isinstance(body, _BODIES):
            before = self._passports.get(body.bypass, Passport(body.bypass))
            self._passports[body.bypass] = before.after(body, _at(at_us))

    async def see_documents(self) -> None:
        """The plant's passports for this station; one already active stays as it was begun."""
        station = self._board.state.station.station
        plans = await self._ports.reference.all(BypassPlan)
        self._plans = {plan.bypass: plan for plan in plans if plan.station == station}

    async def follow(self, run: UnitRun | None) -> None:
        """After every turn: what is used up or over locks by itself, and is shown."""
        in_work = None if run is None or run.completed is not None else run.serial
        for passport in tuple(self._passports.values()):
            reason = end_due(passport, in_work=in_work, now=self._now)
            if reason is not None:
                await self._keep(end(passport, reason), SYSTEM)
        quality = self._board.state.quality
        self._board.update(quality=replace(quality, bypasses=tuple(self._views())))

    def why_not_open(self) -> Refusal | None:
        """No next unit before a gate that was bypassed is verified."""
        due = next((p for p in self._passports.values() if p.is_locked_until_verified), None)
        return None if due is None else Refusal("bypass.restart_first", {"bypass": due.bypass})

    def why_not_here(self) -> Refusal | None:
        """The open step is a gate that was bypassed, locked again, and not verified."""
        step = self._work.step
        for passport in self._passports.values():
            if step is not None and locks(passport, step):
                return Refusal("bypass.restart_first", {"bypass": passport.bypass})
        return None

    @property
    def _now(self) -> datetime:
        return _at(self._ports.clock.now_us())

    def _views(self) -> Iterable[BypassView]:
        """All that may be activated, are active, or wait to be verified."""
        station, now = self._board.state.station.station, self._now
        for name in sorted({*self._plans, *self._passports}):
            plan = self._plans.get(name)
            passport = self._passports.get(name, Passport(name))
            is_open = passport.is_active or passport.needs_restart
            if plan is not None and not is_open:
                refusal = refusal_of_plan(plan, station=station, now=now)
                is_open = refusal is None and len(passport.used) < plan.max_units
            if is_open:
                yield BypassView(passport, plan)

    async def _activate(self, act: ActivateBypass) -> Refusal | None:
        plan, people = self._plans.get(act.bypass), self._board.state.people
        if not people.may(BYPASS):
            return people.without(BYPASS)
        if plan is None:
            return Refusal("bypass.unknown", {"bypass": act.bypass})

        def decide(second: str) -> Decision:
            return activate(
                plan,
                self._passports.get(plan.bypass, Passport(plan.bypass)),
                why=act.why,
                by=self._actor().id,
                second=second,
                station=self._board.state.station.station,
                now=self._now,
            )

        return await self._by_two("bypass", decide, _ACTIVATE)

    async def _verify(self, act: VerifyBypass) -> Refusal | None:
        people = self._board.state.people
        if not people.may(BYPASS):
            return people.without(BYPASS)
        passport = self._passports.get(act.bypass, Passport(act.bypass))
        return await self._by_two(
            "bypass_verify",
            lambda second: verify(passport, by=self._actor().id, second=second),
            _VERIFY,
        )

    async def _by_two(
        self, act: str, decide: Callable[[str], Decision], meaning: dict[str, str]
    ) -> Refusal | None:
        """Refused before anybody is asked to sign, and judged again with the signature."""
        first = decide("?")
        if isinstance(first, Refusal):
            return first

        async def signed(signature: Signature) -> Refusal | None:
            decision = decide(signature.person.person)
            if isinstance(decision, Refusal):
                return decision
            await self._work.note(self._actor(), signature.body(), *decision)
            self._kept(decision)
            return None

        self._board.update(refusal=None)
        person = self._board.state.person
        await self._sign_off.ask(
            act, signed, right=SIGN_OFF, meaning=meaning, not_by=person, is_work=False
        )
        return None

    async def _use(self, act: UseBypass) -> Refusal | None:
        run = self._work.run
        if run is None:
            return Refusal("unit.none")
        passport = self._passports.get(act.bypass, Passport(act.bypass))
        decision = use(run, act.step, passport, self._now)
        if isinstance(decision, Refusal):
            return decision
        await self._work.note(self._actor(), *decision)
        self._saw_all(decision)
        self._board.update(refusal=None)
        await self._noted(decision)
        return None

    async def _end(self, act: EndBypass) -> Refusal | None:
        people = self._board.state.people
        if not people.may(BYPASS):
            return people.without(BYPASS)
        decision = end(self._passports.get(act.bypass, Passport(act.bypass)), BY_PERSON)
        if isinstance(decision, Refusal):
            return decision
        await self._keep(decision, self._actor())
        return None

    async def _keep(self, decision: Decision, actor: Actor) -> None:
        if isinstance(decision, Refusal):
            return
        for body in decision:
            await self._append(body, actor)
        self._kept(decision)

    def _kept(self, decision: tuple[Body, ...]) -> None:
        self._saw_all(decision)
        quality = self._board.state.quality
        self._board.update(quality=replace(quality, changed_us=self._ports.clock.now_us()))

    def _saw_all(self, bodies: tuple[Body, ...]) -> None:
        now_us = self._ports.clock.now_us()
        for body in bodies:
            self.saw(body, now_us)


def _at(at_us: int) -> datetime:
    return datetime.fromtimestamp(at_us / 1e6, UTC)
