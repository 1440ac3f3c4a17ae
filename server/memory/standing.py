"""How decisions and cases stand now: what rules found, what people said, and what follows.

Worked out from the tables whenever it is asked, so that the order in which log and people spoke
changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import structs

from app.domain.memory_documents import KnownCase, KnownDecision
from memory.advice import UNUSED, AdviceState, Review, Use, stand, usual_success
from memory.advice import Standing as AdviceStanding
from memory.links import Linked
from memory.records import Case, Decision, Outcome
from memory.watch import CONFIRMED, Verdict, Watch
from server.db.memory_tables import memory_case, memory_decision
from server.db.storable import storable_text
from server.memory import said
from server.memory.built import built_now, units_since
from server.memory.case_drawing import LONGEST_TEXT
from server.memory.lead_decisions import lead_decisions, with_lead
from server.memory.lead_watches import is_of_lead
from server.memory.records import CardAnswer
from server.memory.watched import read_watched

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from server.memory.said import Said

_ANSWERS = {"yes": Outcome.HELD, "no": Outcome.RECURRED}
_OF_DECISIONS = (said.ANSWER, said.WITHDRAWN)
_OF_ADVICE = (said.SUSPENDED, said.RESUMED)


@dataclass(frozen=True, slots=True)
class Known:
    """A decision with its watch, what rules found last, and what people said of it."""

    decision: Decision
    watch: Watch
    card: CardAnswer
    shift: str
    event_id: str
    verdict: Verdict | None
    said: tuple[Said, ...]
    units_since: int

    @property
    def outcome(self) -> Outcome:
        """Taken back is void; what only a person knows is what the newest answer says."""
        word = self._last_word
        if word is None:
            return Outcome.WATCHING if self.verdict is None else self.verdict.status
        if word.kind == said.WITHDRAWN:
            return Outcome.VOID
        return _ANSWERS.get(word.answer, Outcome.INCONCLUSIVE)

    @property
    def is_rare(self) -> bool:
        """Whether its window could not have shown that it held."""
        return self.verdict is not None and self.verdict.is_rare

    @property
    def closed_at_us(self) -> int:
        """0 while it is open."""
        if self.outcome is Outcome.WATCHING:
            return 0
        if self._last_word is not None:
            return self._last_word.at_us
        return (self.verdict.closed_at_us if self.verdict else None) or 0

    @property
    def _last_word(self) -> Said | None:
        """What a person said that counts before what the rules found."""
        withdrawn = [one for one in self.said if one.kind == said.WITHDRAWN]
        if withdrawn:
            return withdrawn[-1]
        answers = [one for one in self.said if one.kind == said.ANSWER]
        is_answered = self.verdict is not None and self.verdict.rule == "answered"
        if not answers or self.watch.metric != CONFIRMED or is_answered:
            return None
        return answers[-1]


class Plan:
    """Everything about the decisions on some keys, read at once."""

    def __init__(self, connection: sa.Connection, keys: Iterable[str] | None = None) -> None:
        """``keys`` None: all of the plant's."""
        columns = memory_decision.c
        condition = (
            sa.true() if keys is None else columns.key.in_(sorted(map(storable_text, keys)))
        )
        self.known = read_known(connection, condition)
        self.linked = Linked(said.all_links(connection))
        self._by_advice: dict[tuple[str, str], list[Known]] = {}
        for known in self.known:
            advice = (known.decision.key, known.decision.response)
            self._by_advice.setdefault(advice, []).append(known)
        self._said = said.said_of(
            connection, (said.advice_of(*one) for one in self._by_advice), *_OF_ADVICE
        )
        self._why_suspended: dict[tuple[str, str], str | None] = {}
        self._standing: dict[tuple[str, str], AdviceStanding] = {}

    @property
    def advised(self) -> Sequence[tuple[str, str]]:
        """Each key with each of its responses."""
        return sorted(self._by_advice)

    def decisions_on(self, key: str, response: str) -> list[Known]:
        return self._by_advice.get((key, response), [])

    def advice(self, key: str, response: str) -> AdviceStanding:
        """How the advice stands by its outcomes and reviews."""
        if (key, response) not in self._standing:
            self._standing[key, response] = self._stand(key, response)
        return self._standing[key, response]

    def _stand(self, key: str, response: str) -> AdviceStanding:
        mine = self.decisions_on(key, response)
        others = [
            _use(known)
            for (other_key, other), several in self._by_advice.items()
            if other_key == key and other != response
            for known in several
        ]
        spoken = self._said.get(said.advice_of(key, response), ())
        reviews = [
            Review(at_us=one.at_us, role=one.role, action="reinstate")
            for one in spoken
            if one.kind == said.RESUMED
        ]
        return stand(
            (_use(known) for known in mine),
            usual=usual_success(others),
            reviews=reviews,
            instruction=self._instruction(mine),
            units_since=_since_last_use(mine),
        )

    def why_suspended(self, key: str, response: str) -> str | None:
        """Why nobody is advised to do it: a person's words, or the rule; ``None`` if they are."""
        if (key, response) not in self._why_suspended:
            self._why_suspended[key, response] = self._look_why(key, response)
        return self._why_suspended[key, response]

    def why_barred(self, key: str, response: str) -> str | None:
        """As :meth:`why_suspended`, or that nobody needed it for so long that it retired."""
        why = self.why_suspended(key, response)
        if why is not None:
            return why
        return UNUSED if self.advice(key, response).reason == UNUSED else None

    def told(self, known: Known) -> KnownDecision:
        """As stations hear of it."""
        decided = known.decision
        return structs.replace(
            as_it_stands(known),
            suspended=self.why_barred(decided.key, decided.response),
            rolled_into=self.linked.standing(decided.decision).instruction,
        )

    def _look_why(self, key: str, response: str) -> str | None:
        spoken = self._said.get(said.advice_of(key, response), ())
        if spoken and spoken[-1].kind == said.SUSPENDED:
            return spoken[-1].why
        standing = self.advice(key, response)
        return standing.reason if standing.state is AdviceState.SUSPENDED else None

    def _instruction(self, several: Iterable[Known]) -> str | None:
        for known in several:
            found = self.linked.standing(known.decision.decision).instruction
            if found is not None:
                return found
        return None


def read_known(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> list[Known]:
    """The decisions that meet the condition, with what rules found and people said of each."""
    watched = read_watched(connection, condition)
    names = [one.row["decision"] for one in watched]
    words = said.said_of(connection, names, *_OF_DECISIONS)
    cards = [msgspec.json.decode(one.row["card"], type=CardAnswer) for one in watched]
    built = built_now(connection, (one.watch.scope for one in watched))
    return [
        Known(
            decision=msgspec.json.decode(one.row["body"], type=Decision),
            watch=one.watch,
            card=card,
            shift=one.row["shift"],
            event_id=one.row["event_id"],
            verdict=one.last.verdict if one.last else None,
            said=tuple(words.get(one.row["decision"], ())),
            units_since=units_since(one.watch.scope, card.built_before, built),
        )
        for one, card in zip(watched, cards, strict=True)
    ]


def as_it_stands(known: Known) -> KnownDecision:
    """With its outcome and figures; whether it is advised says the :class:`Plan` of its key."""
    decision = structs.replace(known.decision, outcome=known.outcome, is_rare=known.is_rare)
    return KnownDecision(
        **structs.asdict(decision), observed=_observed(known), units_since=known.units_since
    )


def told_cases(
    connection: sa.Connection, case_ids: Iterable[str], plan: Plan | None = None
) -> list[KnownCase]:
    """Cases as stations hear of them: once something was decided or explained about them."""
    ids = sorted(map(storable_text, case_ids))
    rows = connection.execute(sa.select(memory_case).where(memory_case.c.case_id.in_(ids))).all()
    plan = plan or Plan(connection, {row.key for row in rows})
    newest, of_leads = newest_of_cases(plan.known), lead_decisions(connection, ids)
    found = [
        with_lead(
            told_case(msgspec.json.decode(row.body, type=Case), newest.get(row.case_id)),
            of_leads.get(row.case_id),
        )
        for row in rows
    ]
    return [case for case in found if case.response or case.constraint]


def told_case(case: Case, known: Known | None) -> KnownCase:
    """The case with its newest decision, if there is one."""
    if known is None:
        return KnownCase(**structs.asdict(case))
    decided = known.decision
    text = f"{case.text}\n{known.card.words}" if known.card.words else case.text
    return KnownCase(
        **structs.asdict(
            structs.replace(
                case,
                text=text[:LONGEST_TEXT],
                constraint=decided.constraint,
                response=decided.response,
                tradeoffs=decided.tradeoffs,
                decision=decided.decision,
                outcome=known.outcome,
                is_rare=known.is_rare,
            )
        )
    )


def newest_of_cases(several: Iterable[Known]) -> Mapping[str, Known]:
    """The decision that counts for each case; one that was taken back only if it is alone."""
    found: dict[str, Known] = {}
    for known in sorted(several, key=_counts_last):
        found[known.decision.case] = known
    return found


def _counts_last(known: Known) -> tuple[bool, bool, int, str]:
    """What a station decided itself counts before what a lead decided about the same card."""
    decided, is_own = known.decision, not is_of_lead(known.event_id)
    return known.outcome is not Outcome.VOID, is_own, decided.decided_at_us, decided.decision


def _since_last_use(several: Iterable[Known]) -> int:
    """What was built since it was done last, as far as its decisions count units."""
    done = (known.units_since for known in several if known.outcome is not Outcome.VOID)
    return min(done, default=0)


def _use(known: Known) -> Use:
    return Use(
        decision=known.decision.decision,
        outcome=known.outcome,
        closed_at_us=known.closed_at_us,
        shift=known.shift,
        is_safety=known.verdict is not None and known.verdict.is_safety,
        has_escaped=known.verdict is not None and known.verdict.has_escaped,
    )


def _observed(known: Known) -> dict[str, float]:
    baseline, verdict = known.watch.baseline, known.verdict
    figures: dict[str, float] = {"window": float(known.watch.units)}
    if baseline.rate is not None:
        figures |= {"before": baseline.amount, "before_units": float(baseline.units)}
    if verdict is not None:
        figures |= {"units": float(verdict.units), "repeats": verdict.observed}
        if known.watch.is_containment:
            figures["held_back"] = float(verdict.held_back)
        if verdict.expected is not None:
            figures["expected"] = round(verdict.expected, 6)
    return figures
