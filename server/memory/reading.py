"""The memory as people look at it: cases, decisions with what came of them, advice, conflicts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.memory_documents import KnownCase, KnownDecision
from memory.advice import Contradiction, contradictions
from memory.code_lists import ListName, opposites
from memory.links import Link
from memory.ranking import Past, Ranked, rank
from memory.records import Case
from memory.suggest import Shown
from memory.watch import Baseline, Watch, units_to_tell
from server.db.memory_tables import (
    memory_case,
    memory_decision,
    memory_evidence,
    memory_outcome,
    memory_said,
    memory_shown,
    memory_use,
)
from server.db.storable import storable_text
from server.db.tables import event
from server.log.feed import current
from server.memory.advice_keys import opposed_keys
from server.memory.code_lists import all_lists
from server.memory.lead_decisions import lead_decisions, with_lead
from server.memory.said import ANSWER, WITHDRAWN, all_links
from server.memory.standing import Plan, as_it_stands, newest_of_cases, read_known, told_case
from server.memory.watched import read_record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from typing import Any

    from server.memory.standing import Known

MOST_DECISIONS = 500


class Evidence(Struct, frozen=True, kw_only=True):
    """An event a case rests on; ``pos`` is its place in the log, ``None`` while it is not here."""

    event: str
    hash: str
    role: str
    facts: dict[str, str]
    pos: int | None
    unit: str | None = None


class ShownCard(Struct, frozen=True, kw_only=True):
    """What a card showed, as it was then."""

    at: datetime
    shown: Shown


class UseOfAdvice(Struct, frozen=True, kw_only=True):
    """A response that was shown, and whether it was followed: "yes", "no" or "unknown".

    ``is_opened``: somebody looked at the cases behind it.
    """

    response: str
    place: int
    lower: float
    followed: str
    decisions: tuple[str, ...]
    is_opened: bool = False


class CaseDetail(Struct, frozen=True, kw_only=True):
    """A case with all that belongs to it."""

    case: KnownCase
    evidence: tuple[Evidence, ...] = ()
    decisions: tuple[KnownDecision, ...] = ()
    shown: tuple[ShownCard, ...] = ()
    uses: tuple[UseOfAdvice, ...] = ()
    unit: str | None = None
    severity: str = "normal"


class Moment(Struct, frozen=True, kw_only=True):
    """Something on a decision's timeline: ``what`` is "decided", an outcome, or what was said.

    ``by`` is "rule" or the role of a person; ``why`` a rule's name or a person's words.
    """

    at: datetime
    what: str
    by: str
    why: str = ""
    observed: float | None = None
    expected: float | None = None
    units: int | None = None
    evidence: tuple[str, ...] = ()


class WatchState(Struct, frozen=True, kw_only=True):
    """What is watched and what would end it; ``units_to_tell`` is how many units tell anything."""

    metric: str
    direction: str
    threshold: float
    units: int
    until: datetime
    expected_units: int
    baseline: Baseline
    units_to_tell: int | None
    is_containment: bool = False


class DecisionDetail(Struct, frozen=True, kw_only=True):
    """A decision with its watch, its timeline and its links; ``shift`` is when, not who."""

    decision: KnownDecision
    shift: str
    event: str
    watch: WatchState
    timeline: tuple[Moment, ...]
    links: tuple[Link, ...]
    current: str


class AdviceState(Struct, frozen=True, kw_only=True):
    """A response on a key: its rank by outcomes, and whether it is advised."""

    key: str
    ranked: Ranked
    state: str
    reason: str
    suspended: str | None
    instruction: str | None


def case_detail(connection: sa.Connection, case_id: str) -> CaseDetail | None:
    """One case; ``None`` if there is no such."""
    name = storable_text(case_id)
    row = connection.execute(
        sa.select(memory_case).where(memory_case.c.case_id == name)
    ).one_or_none()
    if row is None:
        body = current(connection, KnownCase.KIND, case_id)
        return None if body is None else CaseDetail(case=msgspec.json.decode(body, type=KnownCase))
    plan = Plan(connection, {row.key})
    mine = [known for known in plan.known if known.decision.case == row.case_id]
    case = msgspec.json.decode(row.body, type=Case)
    return CaseDetail(
        case=with_lead(
            told_case(case, newest_of_cases(mine).get(row.case_id)),
            lead_decisions(connection, [row.case_id]).get(row.case_id),
        ),
        evidence=_evidence(connection, name),
        decisions=tuple(plan.told(known) for known in mine),
        shown=_shown(connection, name),
        uses=_uses(connection, name),
        unit=row.unit,
        severity=row.severity,
    )


def unit_decisions(connection: sa.Connection, serial: str) -> list[KnownDecision]:
    """What was decided about a unit's situations, the oldest first."""
    cases = sa.select(memory_case.c.case_id).where(memory_case.c.unit == storable_text(serial))
    mine = read_known(connection, memory_decision.c.case_id.in_(cases))
    return [as_it_stands(known) for known in sorted(mine, key=_newest_last)]


def recent_decisions(
    connection: sa.Connection,
    *,
    key: str = "",
    response: str = "",
    outcomes: Collection[str] = (),
    limit: int = MOST_DECISIONS,
) -> list[KnownDecision]:
    """The newest decisions with their outcomes, without whether they are advised."""
    columns = memory_decision.c
    wanted = [
        column == storable_text(value)
        for column, value in ((columns.key, key), (columns.response, response))
        if value
    ]
    if outcomes:
        # What a rule found, or a person may have said otherwise.
        known = columns.status.in_(sorted(map(storable_text, outcomes)))
        wanted.append(known | columns.decision.in_(spoken_of()))
    newest = sa.select(columns.decision).where(*wanted).order_by(columns.decided_at.desc())
    names = connection.execute(newest.limit(limit)).scalars().all()
    found = read_known(connection, columns.decision.in_(names))
    told = [as_it_stands(known) for known in sorted(found, key=_newest_last, reverse=True)]
    return [one for one in told if not outcomes or one.outcome in outcomes]


def spoken_of() -> sa.Select[tuple[str]]:
    """The decisions whose outcome people spoke of."""
    kinds = (ANSWER, WITHDRAWN)
    return sa.select(memory_said.c.about).where(memory_said.c.kind.in_(kinds))


def list_decisions(
    connection: sa.Connection, *, key: str = "", status: str = "", limit: int = MOST_DECISIONS
) -> list[KnownDecision]:
    """Decisions as they stand, the newest first; of one key or outcome only, if asked."""
    columns = memory_decision.c
    newest = sa.select(columns.key).order_by(columns.decided_at.desc()).limit(MOST_DECISIONS)
    keys = {key} if key else set(connection.execute(newest).scalars())
    plan = Plan(connection, keys)
    told = [plan.told(known) for known in sorted(plan.known, key=_newest_last, reverse=True)]
    return [one for one in told if not status or one.outcome == status][:limit]


def decision_detail(connection: sa.Connection, decision: str) -> DecisionDetail | None:
    """One decision with its timeline; ``None`` if there is no such."""
    decision = storable_text(decision)
    columns = memory_decision.c
    statement = sa.select(columns.key).where(columns.decision == decision)
    key = connection.execute(statement).scalar_one_or_none()
    if key is None:
        return None
    plan = Plan(connection, {key})
    known = next(one for one in plan.known if one.decision.decision == decision)
    links = [link for link in all_links(connection) if decision in {link.decision, link.other}]
    return DecisionDetail(
        decision=plan.told(known),
        shift=known.shift,
        event=known.event_id,
        watch=_watch_state(known.watch),
        timeline=_timeline(connection, known),
        links=tuple(links),
        current=plan.linked.standing(decision).current,
    )


def list_advice(plan: Plan) -> list[AdviceState]:
    """Every response on the plan's keys, ranked as a place with the scope itself would have it."""
    found = []
    by_key: dict[str, list[Known]] = {}
    for known in plan.known:
        by_key.setdefault(known.decision.key, []).append(known)
    for one, mine in sorted(by_key.items()):
        for ranked in rank((_past(known) for known in mine), {}):
            standing = plan.advice(one, ranked.response)
            found.append(
                AdviceState(
                    key=one,
                    ranked=ranked,
                    state=standing.state.value,
                    reason=standing.reason,
                    suspended=plan.why_suspended(one, ranked.response),
                    instruction=standing.instruction,
                )
            )
    return found


def list_contradictions(
    connection: sa.Connection, *, plan: Plan | None = None
) -> list[Contradiction]:
    """Live decisions on one key that exclude each other: for the engineer."""
    against = opposites(all_lists(connection)[ListName.RESPONSES])
    plan = plan or Plan(connection, opposed_keys(connection, against))
    decisions = [as_it_stands(known) for known in plan.known]
    return list(contradictions(decisions, against, plan.linked))


def _newest_last(known: Known) -> tuple[int, str]:
    return known.decision.decided_at_us, known.decision.decision


def _past(known: Known) -> Past:
    decided = known.decision
    return Past(
        decision=decided.decision,
        response=decided.response,
        outcome=known.outcome,
        is_rare=known.is_rare,
        decided_at_us=decided.decided_at_us,
        units_since=known.units_since,
    )


def _evidence(connection: sa.Connection, name: str) -> tuple[Evidence, ...]:
    rows = connection.execute(
        sa.select(memory_evidence, event.c.pos, event.c.unit)
        .outerjoin(event, event.c.event_id == memory_evidence.c.event_id)
        .where(memory_evidence.c.case_id == name)
        .order_by(event.c.pos, memory_evidence.c.event_id)
    )
    return tuple(
        Evidence(
            event=row.event_id,
            hash=row.hash,
            role=row.role,
            facts=msgspec.json.decode(row.facts, type=dict[str, str]),
            pos=row.pos,
            unit=row.unit,
        )
        for row in rows
    )


def _shown(connection: sa.Connection, name: str) -> tuple[ShownCard, ...]:
    columns = memory_shown.c
    statement = sa.select(columns.at, columns.shown).where(columns.case_id == name)
    rows = connection.execute(statement.order_by(columns.pos)).all()
    return tuple(_readable(rows))


def _readable(rows: Sequence[Any]) -> Iterable[ShownCard]:
    for row in rows:
        try:
            shown = msgspec.json.decode(row.shown, type=Shown)
        except msgspec.DecodeError:
            continue  # it is in the log as it came
        yield ShownCard(at=_at(row.at), shown=shown)


def _uses(connection: sa.Connection, name: str) -> tuple[UseOfAdvice, ...]:
    statement = sa.select(memory_use).where(memory_use.c.case_id == name)
    return tuple(
        UseOfAdvice(
            response=row.response,
            place=row.place,
            lower=row.lower,
            followed=row.followed,
            decisions=msgspec.json.decode(row.decisions, type=tuple[str, ...]),
            is_opened=bool(row.opened),
        )
        for row in connection.execute(statement.order_by(memory_use.c.place))
    )


def _watch_state(watch: Watch) -> WatchState:
    return WatchState(
        metric=watch.metric,
        direction=watch.direction,
        threshold=watch.threshold,
        units=watch.units,
        until=_at(watch.until_us),
        expected_units=watch.expected_units,
        baseline=watch.baseline,
        units_to_tell=units_to_tell(watch.baseline),
        is_containment=watch.is_containment,
    )


def _timeline(connection: sa.Connection, known: Known) -> tuple[Moment, ...]:
    decided = known.decision
    found = [Moment(at=_at(decided.decided_at_us), what="decided", by=decided.role)]
    columns = memory_outcome.c
    statement = sa.select(columns.decision, columns.number, columns.verdict)
    statement = statement.where(columns.decision == storable_text(decided.decision))
    for row in connection.execute(statement.order_by(columns.number)):
        verdict = read_record(row).verdict
        found.append(
            Moment(
                at=_at(verdict.closed_at_us or decided.decided_at_us),
                what=verdict.status.value,
                by="rule",
                why=verdict.rule,
                observed=verdict.observed,
                expected=verdict.expected,
                units=verdict.units,
                evidence=verdict.evidence,
            )
        )
    for one in known.said:
        what = one.answer or one.kind
        found.append(Moment(at=_at(one.at_us), what=what, by=one.role, why=one.why))
    return tuple(found)


def _at(at_us: int) -> datetime:
    return datetime.fromtimestamp(at_us / 1e6, UTC)
