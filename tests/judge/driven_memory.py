"""Drives the rules of the memory through a history: watches, advice, suggestions.

It asks as station and server do, in the order in which things happened, and hands what was
answered to whoever judges.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from memory.advice import AdviceState, Use, contradicted, contradictions, stand, usual_success
from memory.facts import Built, Changed, Fact, Occurred
from memory.likes import by_context, by_words, nearest
from memory.links import Linked
from memory.ranking import Past, Ranked, rank
from memory.scopes import what_changed
from memory.search import Index
from memory.suggest import Asked, Basis, Shown, show
from memory.watch import Verdict, baseline_before, judge, watch_for
from tests.helpers.plant_history import PlantHistory, script
from tests.helpers.plant_history.judge import AdviceJudge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memory.likes import Like
    from memory.records import Case, Decision

#: Units around a decision that are looked at; more than its baseline and its watch need.
AROUND = 70
#: So many hits of the words are looked at, as at a station.
HITS = 40
OPPOSITES = {one: pair - {one} for pair in script.OPPOSITES for one in pair}


def verdicts(told: PlantHistory) -> dict[str, Verdict]:
    """How every watch of the history ended."""
    rows = {one.decision.decision: one.row for one in told.truth.told.decided}
    return {
        decision.decision: verdict(told, decision, rows[decision.decision])
        for decision in told.decisions
    }


def verdict(told: PlantHistory, decision: Decision, row: int) -> Verdict:
    facts = list(facts_around(told, row))
    baseline = baseline_before(decision, facts, units=script.WATCHED_UNITS)
    watch = watch_for(decision, baseline=baseline, expected_units=script.WATCHED_UNITS)
    return judge(watch, facts, watch.until_us)


def facts_around(told: PlantHistory, row: int) -> Iterator[Fact]:
    units = told.units
    first, end = max(0, row - AROUND), min(len(units), row + AROUND)
    for one in range(first, end):
        yield Built(event=f"built {one}", at_us=int(units.at_us[one]), context=units.context(one))
    for number, seen in enumerate(told.occurrences):
        if first <= seen.row < end:
            yield Occurred(
                event=f"seen {number}",
                at_us=seen.at_us,
                key=seen.key,
                context=units.context(seen.row),
                unit=f"U-{seen.row}",
                has_escaped=seen.is_escape,
                is_safety=seen.is_safety,
            )
    change = script.NEW_REVISION_UNIT
    if first <= change < end:
        at_us = int(units.at_us[change]) - 1
        yield Changed(event="revision C", at_us=at_us, kind="revision", was="B")


class Memory:
    """What the memory knows after each closed watch, as its rules read it."""

    def __init__(self) -> None:
        self.uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
        self.pasts: dict[str, list[tuple[int, Past]]] = defaultdict(list)
        self.decisions: dict[tuple[str, str], list[Decision]] = defaultdict(list)
        self.cases: dict[str, Case] = {}
        self._past_of: dict[str, tuple[int, Past]] = {}
        self._index = Index()

    def learned(self, case: Case, decision: Decision, ended: Verdict, *, row: int) -> None:
        """What came of a decision that was made at unit ``row``."""
        used = (decision.key, decision.response)
        self.decisions[used].append(decision)
        self.uses[used].append(
            Use(
                decision=decision.decision,
                outcome=ended.status,
                closed_at_us=ended.closed_at_us or decision.decided_at_us,
                shift=f"shift {len(self.uses[used]) % 3}",
                is_safety=ended.is_safety,
                has_escaped=ended.has_escaped,
            )
        )
        past = Past(
            decision=decision.decision,
            response=decision.response,
            outcome=ended.status,
            is_rare=ended.is_rare,
            decided_at_us=decision.decided_at_us,
            scope=decision.scope,
        )
        self.pasts[decision.key].append((row, past))
        self._past_of[case.case] = (row, past)
        closed = structs.replace(case, outcome=ended.status, is_rare=ended.is_rare)
        self.cases[case.case] = closed
        self._index.add(closed)

    def ranked(self, key: str, context: dict[str, str], *, row: int) -> tuple[Ranked, ...]:
        """The responses that were given to a key, when ``row`` units are built."""
        return rank(
            (structs.replace(past, units_since=row - made) for made, past in self.pasts[key]),
            context,
        )

    def statuses(self, key: str, context: dict[str, str], *, row: int) -> dict[str, str]:
        """Of every response that was ever given to the key, in the judge's words."""
        return {
            one.response: self._status(key, one.response, context, is_enough=one.is_enough)
            for one in self.ranked(key, context, row=row)
        }

    def shown(self, case: Case, *, row: int) -> tuple[Basis, Shown]:
        """The card for a situation at unit ``row``, before anything is decided about it."""
        hits = self._index.search(case.text, HITS, context=case.context)
        likes = [*by_words(hits), *by_context(case.key, case.context, self.cases.values())]
        mine = {code: made for (key, code), made in self.decisions.items() if key == case.key}
        suspended = {code for code in mine if self._is_suspended(case.key, code)}
        live = [one for code, made in mine.items() if code not in suspended for one in made]
        barred = suspended | contradicted(live, case.context, OPPOSITES)
        near = nearest(likes, but=case.case)
        basis = Basis(
            situation=case.case,
            context=case.context,
            likes=near,
            pasts=self._pasts_of(near, row),
            barred=frozenset(barred),
            lists="the script's",
        )
        return basis, show(basis)

    def _pasts_of(self, likes: Iterable[Like], row: int) -> dict[str, Past]:
        found = {}
        for like in likes:
            made, past = self._past_of[like.case.case]
            found[like.case.case] = structs.replace(past, units_since=row - made)
        return found

    def _status(self, key: str, code: str, context: dict[str, str], *, is_enough: bool) -> str:
        if self._is_suspended(key, code):
            return "suspended"
        if what_changed(self.decisions[key, code][-1].scope, context) is not None:
            return "expired"
        if self._is_contradicted(key, code):
            return "contradiction"
        return "live" if is_enough else "not_enough"

    def _is_suspended(self, key: str, code: str) -> bool:
        others = [
            use for (k, c), uses in self.uses.items() if k == key and c != code for use in uses
        ]
        standing = stand(self.uses[key, code], usual=usual_success(others))
        return standing.state is AdviceState.SUSPENDED

    def _is_contradicted(self, key: str, code: str) -> bool:
        decided = [d for (k, _), made in self.decisions.items() if k == key for d in made]
        found = contradictions(decided, OPPOSITES, Linked(()))
        return any(code in one.responses for one in found)


@dataclass(slots=True)
class Asking:
    """What the memory answered in a whole history; a promise that was broken is named.

    ``early`` are responses ranked as known from fewer than five closed outcomes, ``stale`` those
    that still spoke after their revision was replaced, ``barred`` suggestions of what is
    suspended or contradicted, ``not_again`` cards that did not come out of their stored basis.
    """

    advice: AdviceJudge
    cards: int = 0
    suggested: int = 0
    harmful_first: int = 0
    early: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    barred: list[str] = field(default_factory=list)
    not_again: list[str] = field(default_factory=list)


def asked_through(told: PlantHistory, ended: dict[str, Verdict]) -> Asking:
    """Ask before every decision, tell afterwards what came of it, ask again."""
    memory, found = Memory(), Asking(AdviceJudge(told))
    cases = {case.case: case for case in told.cases}
    for one in told.truth.told.decided:
        decision, context = one.decision, told.units.context(one.row)
        case = cases[decision.case]
        if memory.pasts[decision.key]:
            before = memory.statuses(decision.key, context, row=one.row)
            found.advice.heard_of(decision.key, before)
            _look_at_ranking(found, memory.ranked(decision.key, context, row=one.row), decision)
        _look_at_card(found, *memory.shown(case, row=one.row), harmful=harmful_for(decision.key))
        memory.learned(case, decision, ended[decision.decision], row=one.row)
        after = memory.statuses(decision.key, context, row=one.row + script.WATCHED_UNITS)
        found.advice.saw(decision.key, decision.response, after)
    return found


def harmful_for(key: str) -> set[str]:
    return {
        code
        for trouble in script.TROUBLES
        for code, truth in trouble.truth.items()
        if trouble.key == key and truth == script.HARMFUL
    }


def _look_at_ranking(found: Asking, ranked: tuple[Ranked, ...], decision: Decision) -> None:
    for one in ranked:
        about = f"{decision.decision}: {one.response}"
        if one.is_enough and one.closed < 5:
            found.early.append(about)
        if one.changed and one.stale and not one.closed and (one.score or one.is_enough):
            found.stale.append(about)


def _look_at_card(found: Asking, basis: Basis, shown: Shown, *, harmful: set[str]) -> None:
    found.cards += 1
    first = shown.answer(Asked.RESPONSE).suggestions[:1]
    found.suggested += bool(first)
    found.harmful_first += any(one.code in harmful for one in first)
    codes = {one.code for one in shown.answer(Asked.RESPONSE).suggestions}
    found.barred += [f"{basis.situation}: {code}" for code in sorted(codes & basis.barred)]
    stored = msgspec.json.decode(msgspec.json.encode(basis), type=Basis)
    if show(stored) != msgspec.json.decode(msgspec.json.encode(shown), type=Shown):
        found.not_again.append(basis.situation)
