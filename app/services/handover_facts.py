"""What else is open at a station when it is handed over: holds, bypasses, decisions, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.decision_waiting import WAITING, waiting_key
from app.domain.form_events import FormLineFailed
from app.domain.forms import DUE
from app.domain.instructions import in_language
from app.domain.line_events import (
    HandoverAnswered,
    HandoverAsked,
    HandoverItem,
    HandoverSettled,
)
from app.domain.memory_documents import KnownDecision
from app.domain.plant import DecidedSituation, Hold
from memory.records import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.ports.journal import Journal, LineFact, Reference
    from app.services.forms_state import FormRow, FormsState
    from app.services.quality_state import QualityState

_HOUR_US = 3_600_000_000
#: A decision that is watched for longer is told by the plant's own sheet.
_WATCHED_US = 14 * 24 * _HOUR_US


async def lots_on_hold(journal: Journal, reference: Reference) -> list[HandoverItem]:
    """Of the lots that lie here, those nobody may use."""
    # A count below nought is a wrong one: some of it may lie here.
    here = {stock.lot for stock in await journal.line_stock() if stock.quantity}
    return [
        HandoverItem(
            f"hold:{hold.hold}",
            "hold",
            {"held": hold.lot or "", "reason": hold.reason, "owner": hold.owner},
            (f"hold:{hold.hold}",),
        )
        for hold in await reference.all(Hold)
        if hold.lifted_at is None and hold.lot in here
    ]


def bypassed(quality: QualityState) -> list[HandoverItem]:
    """Gates that are passed by an alternative, and those nobody has verified since."""
    return [
        HandoverItem(
            f"bypass:{one.passport.bypass}",
            "bypass",
            {
                "bypass": one.passport.bypass,
                "gate": one.passport.activated.gate,
                "left": str(one.passport.left),
                "until_us": str(int(one.passport.activated.until.timestamp() * 1e6)),
            },
        )
        for one in (*quality.active, *quality.to_verify)
        if one.passport.activated is not None
    ]


async def open_checks(journal: Journal, forms: FormsState) -> list[HandoverItem]:
    """Checks that are begun, due or overdue, and lines that are not OK, with what was recorded."""
    began = {one.form: one.began_us for one in await journal.form_records()}
    found = []
    for row in forms.waiting:
        facts = {"form": row.form, "run": row.run, "check": in_language(row.title, "en")}
        if row.is_waiting:
            kind, since = _stands(row, began.get(row.form))
            told = facts | {since[0]: str(since[1])} if since[1] is not None else facts
            cited = await _recorded(journal, row.run)
            found.append(HandoverItem(f"{kind}:{row.run}", kind, told, cited))
        for line in row.failed:
            told = facts | {"run": line.run, "line": in_language(line.title, "en")}
            cited = await _recorded(journal, line.run, line.step)
            found.append(
                HandoverItem(f"check_failed:{line.run}/{line.step}", "check_failed", told, cited)
            )
    return found


def _stands(row: FormRow, began_us: int | None) -> tuple[str, tuple[str, int | None]]:
    """How a check that is not over stands, and by which moment."""
    if row.is_overdue:
        return "check_overdue", ("since_us", row.overdue_us)
    if row.state == DUE:
        return "check_due", ("until_us", row.overdue_us)
    return "check_begun", ("since_us", began_us)


async def _recorded(journal: Journal, run: str, failed: str = "") -> tuple[str, ...]:
    """The records of a run, or of its line that is not OK."""
    events = await journal.unit_events(run)
    return tuple(
        f"{one.epoch}/{one.seq}"
        for one in events
        if not failed or (one.kind == FormLineFailed.KIND and one.refs.step == failed)
    )


async def watched(journal: Journal, reference: Reference, now_us: int) -> list[HandoverItem]:
    """Decisions made here whose outcome is not known, and what would end the watch."""
    found = []
    for record in await journal.situations(now_us - _WATCHED_US):
        made = record.decision
        if made is None:
            continue
        known = await reference.get(KnownDecision, made.decision)
        until_us = record.decided_at_us + int(made.expected_hours * _HOUR_US)
        is_open = now_us < until_us if known is None else known.outcome is Outcome.WATCHING
        if not is_open:
            continue
        facts = {
            "response": made.response,
            "key": made.key,
            "units": str(made.expected_units),
            "since_us": str(record.decided_at_us),
        }
        rests_on = tuple(ref.event for ref in record.opened.evidence)
        found.append(HandoverItem(f"watch:{made.decision}", "watch", facts, rests_on))
    return found


async def waiting(journal: Journal, reference: Reference, now_us: int) -> list[HandoverItem]:
    """Cards that were put off here, until somebody decides: here, or the lead at the server."""
    decided = {one.situation for one in await reference.all(DecidedSituation)}
    return [
        HandoverItem(
            f"{WAITING}:{record.name}",
            WAITING,
            {"title": record.opened.title, "since_us": str(record.at_us)},
            tuple(ref.event for ref in record.opened.evidence),
        )
        for record in await journal.situations(now_us - _WATCHED_US)
        if record.postponed_in is not None
        and record.decision is None
        and waiting_key(record.opened.context.get("station", ""), record.name) not in decided
    ]


def asked_back(facts: Iterable[LineFact]) -> list[HandoverItem]:
    """Questions the next shift asked, until it says that they are settled."""
    found: dict[str, HandoverItem] = {}
    for fact in facts:
        match fact.body:
            case HandoverAsked() as body:
                said = {"words": body.words, "by": body.name or "", "since_us": str(fact.at_us)}
                name = f"asked:{body.question}"
                found[body.question] = HandoverItem(name, "asked", said, (fact.record,))
            case HandoverAnswered() as body if body.question in found:
                before = found[body.question]
                said = {**before.facts, "answer": body.words}
                records = (*before.events, fact.record)
                found[body.question] = HandoverItem(before.item, "answered", said, records)
            case HandoverSettled() as body:
                found.pop(body.question, None)
            case _:
                pass
    return list(found.values())
