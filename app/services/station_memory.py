"""The cases a station has, searched and ranked by the same rules as the server's.

The index is built beside the station's work from the documents that came down; what this station
decided itself counts at once, also while the server is away.  Cases are read in pages, and later
only those that are new.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct

from app.domain.memory_documents import (
    KnownCase,
    KnownDecision,
    SiteCalibrations,
    SiteGlossary,
)
from app.services.alike import Alike
from app.services.card_state import Advice, KnownResponse, LikeCase
from memory.advice import contradicted
from memory.code_lists import opposites, versions
from memory.glossary import Glossary, Pair
from memory.likes import by_context, by_words, nearest
from memory.ranking import past_of
from memory.records import Case, Outcome
from memory.search import Index
from memory.suggest import NO_SUGGESTION, Basis, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.domain.memory_events import SituationOpened
    from app.ports.journal import Journal
    from app.ports.memory import SituationRecord
    from app.services.card_state import Lists
    from memory.calibration import Calibration
    from memory.likes import Like
    from memory.ranking import Past
    from memory.suggest import Shown

T = TypeVar("T", bound=Struct)

#: So many documents are read in one go: the journal's thread has others to serve.
PAGE = 1_000
#: So many hits of the words are looked at for the nearest.
_HITS = 40
_MOST_RESPONSES, _MOST_CASES = 3, 12
#: The rules' reasons (memory.advice); any other is what a person said.
_SUSPENDED = {
    "harmful": "suspended",
    "worse_safety": "suspended_once",
    "worse_escape": "suspended_once",
    "unused": "retired",
}


class StationMemory:
    """Used from one task; what takes long runs on a thread, one call after the other."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._cases: dict[str, Case] = {}
        self._alike = Alike()
        self._usual: dict[str, Counter[str]] = {"constraint": Counter(), "tradeoff": Counter()}
        self._decisions: dict[str, KnownDecision] = {}
        self._own: dict[str, Case] = {}
        self._upto: dict[str, int] = {}
        self._calibrations: dict[str, Calibration] = {}
        self._glossary = -1
        self._index = Index()

    def __len__(self) -> int:
        return len(self._cases.keys() | self._own.keys())

    @property
    def decisions(self) -> dict[str, KnownDecision]:
        """Those of the plant, by name."""
        return self._decisions

    async def refresh(self) -> None:
        """Take in what came down since."""
        await self._see_glossary()
        await self._see_calibrations()
        await self._see(KnownDecision, self._take_decisions)
        await self._see(KnownCase, self._take_cases)

    async def remember(self, own: Sequence[SituationRecord]) -> None:
        """Take in what was decided here, until the plant tells of it."""
        fresh = [case for case in map(own_case, own) if case is not None]
        fresh = [c for c in fresh if c.case not in self._cases and self._own.get(c.case) != c]
        if fresh:
            self._own |= {case.case: case for case in fresh}
            await asyncio.to_thread(self._add, fresh)

    async def advise(self, opened: SituationOpened, lists: Lists) -> Advice:
        """What like cases say about a situation."""
        context = opened.context
        part, lot = context.get("part", ""), context.get("lot", "")
        did, of = (0, 0)
        if lot:
            did, of = await self._journal.lot_count(part, lot, opened.key)
        advice = await asyncio.to_thread(self._advice, opened, lists)
        return replace(advice, lot=(part, lot, did, of) if of else None)

    # -- reading ---------------------------------------------------------------------------

    async def _see_glossary(self) -> None:
        newest = await self._whole(SiteGlossary)
        version = -1 if newest is None else newest.version
        if version != self._glossary:
            self._glossary = version
            pairs = () if newest is None else newest.words
            self._index.glossary = Glossary(Pair(short, word) for short, word in pairs)

    async def _see_calibrations(self) -> None:
        newest = await self._whole(SiteCalibrations)
        self._calibrations = {} if newest is None else newest.asked

    async def _whole(self, kind: type[T]) -> T | None:
        """The one document of a kind that the plant has under a single key."""
        name: str = kind.KIND  # type: ignore[attr-defined]  # every kind of document has it
        page = await self._journal.known(name, 0, PAGE)
        self._upto[name] = page.last
        found = [msgspec.json.decode(body, type=kind) for body in page.bodies]
        return found[-1] if found else None

    async def _see(self, kind: type[T], take: Callable[[tuple[bytes, ...]], None]) -> None:
        """Only what is new; all of it when something was taken back, also while others came."""
        total = await self._read_on(kind, take)
        held = len(self._decisions if kind is KnownDecision else self._cases)
        if held > total:
            self._forget(kind)
            await self._read_on(kind, take)

    async def _read_on(self, kind: type[T], take: Callable[[tuple[bytes, ...]], None]) -> int:
        """Page by page, from the start where the plant's state is another; how many there are."""
        name: str = kind.KIND  # type: ignore[attr-defined]  # every kind of document has it
        after = self._upto.get(name, 0)
        page = await self._journal.known(name, after, PAGE)
        if page.last < after:
            self._forget(kind)
            page = await self._journal.known(name, 0, PAGE)
        while page.bodies:
            await asyncio.to_thread(take, page.bodies)
            self._upto[name] = page.upto
            page = await self._journal.known(name, page.upto, PAGE)
        return page.total

    def _forget(self, kind: type[Struct]) -> None:
        self._upto.pop(kind.KIND, None)  # type: ignore[attr-defined]
        if kind is KnownDecision:
            self._decisions = {}
            return
        self._cases, self._alike = {}, Alike()
        self._index = Index(glossary=self._index.glossary)
        self._usual = {"constraint": Counter(), "tradeoff": Counter()}
        self._add(self._own.values())

    def _take_cases(self, bodies: tuple[bytes, ...]) -> None:
        for body in bodies:
            case = msgspec.json.decode(body, type=KnownCase)
            self._count(self._cases.get(case.case), -1)
            self._count(case, 1)
            self._cases[case.case] = case
            self._add([case])

    def _count(self, case: Case | None, by: int) -> None:
        """How often each code is chosen in the plant."""
        if case is None:
            return
        if case.constraint:
            self._usual["constraint"][case.constraint] += by
        for code in case.tradeoffs:
            self._usual["tradeoff"][code] += by

    def _take_decisions(self, bodies: tuple[bytes, ...]) -> None:
        for body in bodies:
            decision = msgspec.json.decode(body, type=KnownDecision)
            self._decisions[decision.decision] = decision

    def _add(self, cases: Iterable[Case]) -> None:
        for case in cases:
            self._index.add(case)
            self._alike.add(case)

    # -- asking ----------------------------------------------------------------------------

    def _advice(self, opened: SituationOpened, lists: Lists) -> Advice:
        likes = self._likes(opened)
        barred = self._barred(opened, lists)
        shown = show(
            Basis(
                situation=opened.situation,
                context=opened.context,
                likes=likes,
                usual={asked: dict(counts) for asked, counts in self._usual.items()},
                pasts={like.case.case: past for like in likes if (past := self._past(like.case))},
                barred=frozenset(barred),
                calibrations=self._calibrations,
                lists=versions(lists.constraints, lists.responses, lists.tradeoffs),
                upto=max(self._upto.values(), default=0),
            )
        )
        return Advice(
            situation=opened.situation,
            shown=shown,
            responses=self._responses(shown, likes, barred),
            cases=tuple(LikeCase(like.case, like.why) for like in likes[:_MOST_CASES]),
            earlier=self._earlier(opened),
        )

    def _likes(self, opened: SituationOpened) -> tuple[Like, ...]:
        hits = self._index.search(opened.title, _HITS, context=opened.context)
        alike = self._alike.nearest(opened.key, opened.context)
        # What the words found says also what else it has in common, as at the server.
        known = {case.case: case for case in (*alike, *(hit.case for hit in hits))}.values()
        return nearest(
            [*by_words(hits), *by_context(opened.key, opened.context, known)],
            but=opened.situation,
        )

    def _past(self, case: Case) -> Past | None:
        """The decision of a case, where the plant has told of it."""
        decision = self._decisions.get(case.decision or "")
        if decision is None:
            return None
        return past_of(decision, units_since=decision.units_since)

    def _barred(self, opened: SituationOpened, lists: Lists) -> dict[str, str]:
        """Responses that are not advised now, and why."""
        mine = [one for one in self._decisions.values() if one.key == opened.key]
        found = {
            one.response: _SUSPENDED.get(one.suspended, "suspended_said")
            for one in mine
            if one.suspended
        }
        live = [one for one in mine if one.suspended is None and one.rolled_into is None]
        for response in contradicted(live, opened.context, opposites(lists.responses)):
            found.setdefault(response, "contradicted")
        return found

    def _responses(
        self, shown: Shown, likes: Sequence[Like], barred: dict[str, str]
    ) -> tuple[KnownResponse, ...]:
        """At most three, those that may be advised first, each part in the ranking's order."""
        paid: dict[str, Counter[str]] = {}
        rolled: dict[str, str] = {}
        for like in likes:
            response = like.case.response or ""
            paid.setdefault(response, Counter()).update(set(like.case.tradeoffs) - NO_SUGGESTION)
            decision = self._decisions.get(like.case.decision or "")
            if decision is not None and decision.rolled_into is not None:
                rolled[response] = decision.rolled_into
        found = [one for one in shown.ranked if one.response not in NO_SUGGESTION]
        found.sort(key=lambda one: one.response in barred)
        return tuple(
            KnownResponse(
                response=one.response,
                held=one.held,
                failed=one.failed,
                is_enough=one.is_enough,
                last_us=one.last_at_us,
                tradeoffs=tuple(code for code, _ in paid[one.response].most_common(2)),
                barred=barred.get(one.response, ""),
                rolled_into=rolled.get(one.response),
            )
            for one in found[:_MOST_RESPONSES]
        )

    def _earlier(self, opened: SituationOpened) -> KnownDecision | None:
        mine = [
            one
            for one in self._decisions.values()
            if one.key == opened.key and one.outcome is not Outcome.WATCHING
        ]
        return max(mine, key=lambda one: (one.decided_at_us, one.decision), default=None)


def own_case(record: SituationRecord) -> Case | None:
    """A situation decided here, as the plant will tell it; None while it is open."""
    made, opened = record.decision, record.opened
    if made is None:
        return None
    return Case(
        case=opened.situation,
        text="\n".join(part for part in (opened.title, made.words) if part),
        at_us=record.at_us,
        kind=opened.kind,
        key=opened.key,
        context=opened.context,
        constraint=made.constraint,
        response=made.response,
        tradeoffs=made.tradeoffs,
        decision=made.decision,
        outcome=Outcome.WATCHING,
    )
