"""How right the decision memory is: scripted plant histories in which all causes are known.

Nothing is timed.  Each history has 20,000 units, and the rules are asked whenever a plant would
ask: before and after every decision, and for causes every 250 units.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from analysis.causes import share_of_false_hints
from analysis.recurrence import recurrences
from bench.rows import Row
from bench.scale import scaled
from tests.helpers.plant_history import judge, plant_history, script
from tests.judge.driven_causes import looked_through, newest_units
from tests.judge.driven_memory import asked_through, verdicts

if TYPE_CHECKING:
    from tests.helpers.plant_history import PlantHistory
    from tests.judge.driven_memory import Asking

#: Histories that decisions are followed through, and those that causes are looked for in.
HISTORIES, WITH_CAUSES = 20, 4
LOOK_EVERY = 250
ROUNDS = 25
MOST_USES = 8
#: Of advice that neither helps nor harms more than what else is done.
EQUAL = (script.UNPROVEN, script.CONTRADICTS, script.TOO_FEW)


def run() -> list[Row]:
    """Histories 1, 2, 3 …; the same numbers on every machine."""
    histories = [plant_history(seed) for seed in range(1, scaled(HISTORIES) + 1)]
    return [*_decisions(histories), *_recurrences(histories), *_causes(histories[:WITH_CAUSES])]


@dataclass(slots=True)
class _Advice:
    """Advice of one truth, in all histories: how often suspended, and after how many uses."""

    n: int = 0
    after: list[int] = field(default_factory=list)

    def row(self, name: str, *, most: float | None = None, least: float | None = None) -> Row:
        return Row(name, self.n, _share(len(self.after), self.n), "%", most=most, least=least)


def _decisions(histories: list[PlantHistory]) -> list[Row]:
    watches = right = 0
    asked: list[Asking] = []
    for told in histories:
        ended = verdicts(told)
        score = judge.outcomes(told, {name: str(one.status) for name, one in ended.items()})
        watches += score.right + len(score.wrong)
        right += score.right
        asked.append(asked_through(told, ended))
    cards = sum(one.cards for one in asked)
    broken = sum(len(one.early + one.stale + one.barred + one.not_again) for one in asked)
    return [
        Row("watches that end as what was built shows", watches, _share(right, watches), "%",
            least=100),
        *_suspensions(asked),
        Row("what should be said of advice and was not: expired, contradicted, too few cases",
            len(asked), float(sum(len(one.advice.unheard()) for one in asked)), "", most=0),
        Row("cards that suggest too early, after a change, what is barred, or do not come again",
            cards, float(broken), "", most=0),
        Row("cards that suggest a response", cards,
            _share(sum(one.suggested for one in asked), cards), "%"),
        Row("cards of which the first suggestion is harmful", cards,
            _share(sum(one.harmful_first for one in asked), cards), "%", most=1),
    ]  # fmt: skip


def _suspensions(asked: list[Asking]) -> list[Row]:
    harmful, good = _of(asked, script.HARMFUL), _of(asked, script.GOOD)
    equal, rare = _of(asked, *EQUAL), _of(asked, script.TOO_FEW)
    harmful.after = [uses for uses in harmful.after if uses <= MOST_USES]
    middle = statistics.median(harmful.after)
    return [
        harmful.row(f"harmful advice suspended within {MOST_USES} uses", least=90),
        Row("uses until then", len(harmful.after), middle, "uses", most=MOST_USES),
        good.row("good advice ever suspended", most=3),
        equal.row("advice as good as the other ever suspended", most=10),
        rare.row("advice on what is too rare to tell ever suspended", most=0),
    ]


def _of(asked: list[Asking], *truths: str) -> _Advice:
    found = _Advice()
    for one in asked:
        for trouble in script.TROUBLES:
            for code, truth in trouble.truth.items():
                if truth in truths:
                    found.n += 1
                    uses = one.advice.suspended_after.get((trouble.key, code))
                    found.after += [] if uses is None else [uses]
    return found


def _recurrences(histories: list[PlantHistory]) -> list[Row]:
    found = false = 0
    for told in histories:
        hits = recurrences(told.returning)
        verdict = judge.recurrences((hit.key, hit.found_at) for hit in hits)
        found += len(verdict.found)
        false += len({key for key, _ in verdict.false})
    keys = len(histories) * (script.BACKGROUND_KEYS + len(script.RECURRING))
    planted = len(histories) * len(script.RECURRING)
    return [
        Row("planted recurrences found", planted, _share(found, planted), "%", least=95),
        Row("keys that came by chance and were told, in a year", keys, _share(false, keys), "%",
            most=5),
    ]  # fmt: skip


def _causes(histories: list[PlantHistory]) -> list[Row]:
    random = np.random.default_rng(1)
    judged = [looked_through(told, LOOK_EVERY) for told in histories]
    planted = len(script.CAUSES) * len(histories)
    in_time = planted - sum(len(one.missed()) for one in judged)
    waits = [
        one.found[cause.fault] / cause.within
        for one in judged
        for cause in script.CAUSES
        if cause.fault in one.found
    ]
    looks, false = sum(one.looks for one in judged), sum(one.false_looks for one in judged)
    dealt = [
        share_of_false_hints(seen, rounds=ROUNDS, random=random)
        for told in histories
        for seen in newest_units(told, script.UNITS, *script.FAULTS)
    ]
    return [
        Row("planted causes named within their units", planted, _share(in_time, planted), "%",
            least=95, note=f"in the middle after {statistics.median(waits):.0%} of them"),
        Row("looks for causes with a hint that is none", looks, _share(false, looks), "%", most=5),
        Row("outcomes dealt anew with any hint", len(dealt) * ROUNDS,
            100 * statistics.mean(dealt), "%", most=5),
        Row("the innocent that were accused", len(judged),
            float(sum(len(one.accused()) for one in judged)), "", most=0),
    ]  # fmt: skip


def _share(part: int, whole: int) -> float:
    return 100 * part / max(1, whole)
