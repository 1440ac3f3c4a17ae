"""The card of a situation: what was shown, what is chosen so far, and what was decided.

Each choice is in the journal before it is on the screen, so that neither leaving the page nor a
power cut loses one.  What like cases say is looked up beside the station's turns.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from app.domain.envelope import Refs
from app.domain.errors import StorageFault
from app.domain.events import UnitCompleted
from app.domain.memory_documents import SiteCodes
from app.domain.memory_events import (
    CardDrafted,
    CardPostponed,
    CardShown,
    CasesOpened,
    DecisionConfirmed,
    DecisionMade,
)
from app.domain.memory_signals import OPEN_FOR_US
from app.domain.refusal import Refusal
from app.domain.whys import DEFAULT_CAUSES, OTHER, UNKNOWN, CauseCodes
from app.ports.journal import NewEvent
from app.services.acts import Act
from app.services.card_state import Advice, CardState, Lists
from app.services.situations import Situations
from app.services.station_memory import StationMemory
from memory.code_lists import (
    CONSTRAINTS,
    RESPONSES,
    TRADEOFFS,
    ListName,
    expectation_of,
    versions,
)
from memory.records import Outcome
from memory.suggest import Basis, show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.event_body import Body
    from app.domain.unit_run import UnitRun
    from app.ports.memory import SituationRecord
    from app.services.acts import Acts
    from app.services.workplace import Workplace
    from memory.records import Expectation

log = logging.getLogger(__name__)

#: Cards are looked up ahead for so many of the newest situations.
_AHEAD = 6
#: Situations held beside those that somebody began.
_MOST = 20
#: Longer than any usual window lasts.
_TOLD_FOR_US = 30 * 86_400_000_000
ANSWERS = frozenset({"yes", "no", "other", "partly"})


@dataclass(frozen=True, slots=True)
class LookAtCard(Act):
    """The card is on the screen."""

    situation: str


@dataclass(frozen=True, slots=True)
class LookAtCases(Act):
    """The cases behind the card are on the screen."""

    situation: str


@dataclass(frozen=True, slots=True)
class DraftCard(Act):
    """What is chosen and written so far; ``expected`` is a number of units, "" the usual one."""

    situation: str
    constraint: str = ""
    response: str = ""
    tradeoffs: tuple[str, ...] = ()
    expected: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class DecideCard(Act):
    """The draft is the decision; how long it took from when it was seen, and in how many taps."""

    draft: DraftCard
    after_s: float = 0.0
    taps: int = 0


@dataclass(frozen=True, slots=True)
class PostponeCard(Act):
    """Later: taken once."""

    situation: str


@dataclass(frozen=True, slots=True)
class ConfirmCause(Act):
    """It works now: was it that?  "later" leaves it open."""

    answer: str


class Card:
    """Call it inside a turn; ``run`` is a task of its own."""

    def __init__(self, at: Workplace) -> None:
        self._at = at
        self._ports = at.ports
        self._board = at.board
        self._situations = Situations(at)
        self._memory = StationMemory(at.ports.journal)
        self._wake = asyncio.Event()
        self._is_new = self._is_stale = True
        self._looked_at: set[str] = set()
        self._opened: set[str] = set()
        self._closed: frozenset[str] | None = None

    def add_to(self, acts: Acts) -> None:
        acts.add(LookAtCard, self._look_at)
        acts.add(LookAtCases, self._look_at_cases)
        acts.add(DraftCard, self._draft)
        acts.add(DecideCard, self._decide)
        acts.add(PostponeCard, self._postpone)
        acts.add(ConfirmCause, self._confirm)

    async def follow(self, run: UnitRun | None) -> None:
        """After every turn: each new signal is a situation; what was recorded is shown."""
        if run is not None and self._state.worked is not None:
            self._show(worked=None)
        if await self._situations.open_new() or self._is_new:
            await self._reload()

    async def see_documents(self) -> None:
        """The plant's lists and cases may have changed."""
        own = {one.situation: one.causes for one in await self._ports.reference.all(CauseCodes)}
        codes = {str(one.name): one for one in await self._ports.reference.all(SiteCodes)}
        lists = Lists(
            causes={**DEFAULT_CAUSES, **own},
            constraints=codes.get(ListName.CONSTRAINTS, CONSTRAINTS),
            responses=codes.get(ListName.RESPONSES, RESPONSES),
            tradeoffs=codes.get(ListName.TRADEOFFS, TRADEOFFS),
        )
        shown = {one.name for one in self._state.situations if one.is_shown}
        kept = tuple(one for one in self._state.advice if one.situation in shown)
        self._show(lists=lists, advice=kept)
        self._is_stale = True
        self._wake.set()

    def noted(self, bodies: tuple[Body, ...]) -> None:
        """Once a unit is done, one question about the newest cause named for it.

        What limited somebody elsewhere ("time", "material short") is no cause that could be right.
        """
        done = next((body.serial for body in bodies if isinstance(body, UnitCompleted)), None)
        if done is None:
            return
        causes = self._state.lists.causes
        mine = [one for one in self._state.situations if one.unit == done and one.about in causes]
        decided = [one for one in mine if _is_asked(one)]
        self._show(worked=decided[-1] if decided else None)

    async def run(self) -> None:
        """Look up what like cases say, until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self._look_up()
            except StorageFault as fault:
                # Said where results are kept; the card works without.
                log.warning("like cases are not looked up: %s", fault)
            except Exception:  # it advises: a mistake in it must not stop the tools
                log.exception("like cases could not be looked up")

    # -- acts ------------------------------------------------------------------------------

    async def _look_at(self, act: LookAtCard) -> None:
        record = self._state.of(act.situation)
        if record is None:
            return
        advice = self._state.advice_on(act.situation)
        if advice is None:
            self._looked_at.add(act.situation)
            self._wake.set()
        else:
            await self._record_shown(record, advice)

    async def _look_at_cases(self, act: LookAtCases) -> None:
        """Recorded the first time: it says of what was shown that somebody looked behind it."""
        record, advice = self._state.of(act.situation), self._state.advice_on(act.situation)
        if record is None or advice is None or act.situation in self._opened:
            return
        self._opened.add(act.situation)
        await self._record_shown(record, advice)
        behind = tuple(one.case.decision or one.case.case for one in advice.cases)
        body = CasesOpened(situation=act.situation, cases=behind, step=record.opened.step)
        await self._record(record, body)

    async def _draft(self, act: DraftCard) -> Refusal | None:
        record = self._state.of(act.situation)
        if record is None or record.decision is not None:
            return Refusal("card.decided")
        await self._record_shown(record, self._advice_or_none(record))
        await self._record(record, _drafted(act, record.opened.step))
        return None

    async def _decide(self, act: DecideCard) -> Refusal | None:
        draft = act.draft
        record = self._state.of(draft.situation)
        if record is None or record.decision is not None:
            return Refusal("card.decided")
        is_unsaid = draft.constraint == OTHER and not draft.words.strip()
        if not (draft.constraint and draft.response) or is_unsaid:
            return Refusal("card.incomplete")
        await self._record_shown(record, self._advice_or_none(record))
        await self._record(record, self._made(record, act))
        return None

    async def _postpone(self, act: PostponeCard) -> None:
        record = self._state.of(act.situation)
        if record is None or record.postponed_in is not None or record.decision is not None:
            return
        body = CardPostponed(
            situation=act.situation, shift=self._ports.shift(), step=record.opened.step
        )
        await self._record(record, body)

    async def _confirm(self, act: ConfirmCause) -> None:
        asked = self._state.worked
        if asked is None or asked.decision is None:
            return
        if act.answer in ANSWERS:
            made = asked.decision
            body = DecisionConfirmed(decision=made.decision, answer=act.answer, step=made.step)
            await self._record(asked, body)
        self._show(worked=None)

    # -- inside ----------------------------------------------------------------------------

    def _made(self, record: SituationRecord, act: DecideCard) -> DecisionMade:
        draft, opened, lists = act.draft, record.opened, self._state.lists
        response = lists.responses.get(draft.response)
        prices = [lists.tradeoffs.get(code) for code in draft.tradeoffs]
        expected: Expectation | None = None
        if response is not None:
            expected = expectation_of(response, tuple(one for one in prices if one is not None))
        person = self._board.state.person
        body = DecisionMade(
            decision=f"decision-{opened.situation.removeprefix('situation-')}",
            situation=opened.situation,
            key=opened.key,
            constraint=draft.constraint,
            response=draft.response,
            # Who does not know what to do leaves it to somebody else.
            kind="escalate" if response is None else response.kind,
            role="" if person is None else person.role,
            shift=self._ports.shift(),
            context=opened.context,
            tradeoffs=draft.tradeoffs,
            confidence=1 if UNKNOWN in (draft.constraint, draft.response) else 2,
            is_safety=opened.severity == "safety",
            words=draft.words.strip() or None,
            lists=versions(lists.constraints, lists.responses, lists.tradeoffs),
            after_s=round(act.after_s, 3),
            taps=act.taps,
            step=opened.step,
        )
        if expected is not None:
            body = msgspec.structs.replace(
                body,
                metric=expected.metric,
                direction=expected.direction,
                threshold=float(expected.threshold),
                expected_units=int(draft.expected or expected.units),
                expected_hours=float(expected.hours),
            )
        return body

    async def _record_shown(self, record: SituationRecord, advice: Advice) -> None:
        """Before the first choice, once: what was shown stays as it was."""
        newest = self._state.of(record.name) or record
        if newest.is_shown:
            return
        if self._state.advice_on(record.name) is None:
            self._show(advice=(*self._state.advice, advice))
        shown = msgspec.json.encode(advice.shown, order="deterministic").decode()
        body = CardShown(situation=record.name, shown=shown, step=record.opened.step)
        await self._record(record, body)

    def _advice_or_none(self, record: SituationRecord) -> Advice:
        """Whoever was faster than the search has seen no cases."""
        known = self._state.advice_on(record.name)
        if known is not None:
            return known
        lists, opened = self._state.lists, record.opened
        basis = Basis(
            situation=opened.situation,
            context=opened.context,
            likes=(),
            lists=versions(lists.constraints, lists.responses, lists.tradeoffs),
        )
        return Advice(opened.situation, show(basis))

    async def _record(self, record: SituationRecord, body: Body) -> None:
        context = record.opened.context
        refs = Refs(
            order=context.get("order"),
            unit=record.unit,
            step=record.opened.step,
            revision=context.get("revision"),
        )
        await self._ports.journal.append(NewEvent(body, self._at.actor(), refs))
        await self._reload()

    async def _reload(self) -> None:
        self._is_new = False
        since_us = self._ports.clock.now_us() - OPEN_FOR_US
        kept = _newest(await self._ports.journal.situations(since_us))
        names = {one.name for one in kept}
        advice = tuple(one for one in self._state.advice if one.situation in names)
        self._show(situations=kept, advice=advice)
        self._wake.set()

    async def _look_up(self) -> None:
        if self._is_stale:
            self._is_stale = False
            await self._memory.refresh()
            await self._tell_outcomes()
        await self._memory.remember(self._state.situations)
        newest = self._state.situations[-_AHEAD:]
        asked = [one for one in self._state.situations[:-_AHEAD] if one.name in self._looked_at]
        # Somebody waits for an older one that is on the screen.
        for record in (*asked, *reversed(newest)):
            if record.decision is None and self._state.advice_on(record.name) is None:
                advice = await self._memory.advise(record.opened, self._state.lists)
                await self._looked_up(record, advice)

    async def _looked_up(self, record: SituationRecord, advice: Advice) -> None:
        """A choice that was made meanwhile was made without it."""
        if self._state.advice_on(record.name) is not None:
            return
        self._show(advice=(*self._state.advice, advice))
        if record.name in self._looked_at:
            self._looked_at.discard(record.name)
            await self._record_shown(record, advice)

    async def _tell_outcomes(self) -> None:
        """Own decisions that the plant has closed since; those before the start were told."""
        closed = frozenset(
            name
            for name, one in self._memory.decisions.items()
            if one.outcome is not Outcome.WATCHING
        )
        new = frozenset() if self._closed is None else closed - self._closed
        self._closed = closed
        if not new:
            return
        since_us = self._ports.clock.now_us() - _TOLD_FOR_US
        records = await self._ports.journal.situations(since_us)
        own = {one.decision.decision for one in records if one.decision is not None} & new
        told = tuple(self._memory.decisions[name] for name in sorted(own))
        self._show(told=(*self._state.told, *told))

    @property
    def _state(self) -> CardState:
        return self._board.state.card

    def _show(self, **changes: object) -> None:
        self._board.update(card=replace(self._state, **changes))  # type: ignore[arg-type]


def _drafted(act: DraftCard, step: str | None) -> CardDrafted:
    return CardDrafted(
        situation=act.situation,
        constraint=act.constraint or None,
        response=act.response or None,
        tradeoffs=act.tradeoffs,
        expectation=act.expected or None,
        words=act.words or None,
        step=step,
    )


def _is_asked(record: SituationRecord) -> bool:
    """Who does not know the cause is not asked whether it was that."""
    made = record.decision
    return made is not None and made.constraint != UNKNOWN and record.answer is None


def _newest(records: Sequence[SituationRecord]) -> tuple[SituationRecord, ...]:
    """A shift of them would be held in memory for nothing; what somebody began stays."""
    older, newest = records[:-_MOST], records[-_MOST:]
    begun = (one for one in older if one.is_shown or one.draft or one.postponed_in)
    return (*begun, *newest)
