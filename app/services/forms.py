"""Checks at the station: they fall due by themselves, and are done between or beside units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.envelope import Refs
from app.domain.form_documents import OpenCheck
from app.domain.form_events import (
    FormDue,
    FormLineSettled,
    FormOverdue,
    FormPutOff,
    FormResumed,
    FormSkipped,
    FormStarted,
)
from app.domain.form_run import run_name
from app.domain.forms import DUE, LEFT, MISSED, UNFINISHED, FormMoments, Situation, fallen_due
from app.domain.instructions import in_language
from app.domain.refusal import Refusal
from app.domain.rules import FailLine
from app.ports.journal import NewEvent
from app.services.acts import Act
from app.services.form_decisions import settled_at_board
from app.services.form_runs import blank_run, form_run
from app.services.form_shelf import FormShelf
from app.services.forms_state import FormRow, FormsState
from app.services.people_state import right_missing
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.event_body import Body
    from app.domain.forms import Due, FormRecord
    from app.services.acts import Acts
    from app.services.form_shelf import Form
    from app.services.workplace import Workplace

_MINUTE_US = 60_000_000
#: So many runs that lie open at other stations are named.
_MOST_ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class StartForm(Act):
    """Do the check now: begin it, or go on with it."""

    form: str


@dataclass(frozen=True, slots=True)
class PutOffForm(Act):
    """Later, by as much as the check allows."""

    form: str
    why: str


@dataclass(frozen=True, slots=True)
class SkipForm(Act):
    """Not this time."""

    form: str
    why: str


@dataclass(frozen=True, slots=True)
class FailFormLine(Act):
    """The open line is not as it should be."""

    step: str
    why: str


@dataclass(frozen=True, slots=True)
class SettleFormLine(Act):
    """A line that failed is put right, or may stay as it is."""

    run: str
    step: str
    why: str


class Forms:
    """Call it inside a turn; ``is_due`` at any time."""

    def __init__(self, at: Workplace) -> None:
        self._at = at
        self._ports = at.ports
        self._board = at.board
        self._work = at.work
        info = at.board.state.station
        self._shelf = FormShelf(at.ports, info.station, info.line)
        self._records: dict[str, FormRecord] = {}
        self._moments = FormMoments()
        self._open: tuple[OpenCheck, ...] = ()

    def add_to(self, acts: Acts) -> None:
        acts.add(StartForm, self._start)
        acts.add(PutOffForm, self._put_off)
        acts.add(SkipForm, self._skip)
        acts.add(FailFormLine, self._fail_line)
        acts.add(SettleFormLine, self._settle_line)

    @property
    def is_due(self) -> bool:
        """Whether a check fell due, or its time went by, since it was looked last."""
        return any(True for _ in self._changes())

    async def follow(self) -> None:
        """After every turn, and when a check fell due: record it, and show where all stand."""
        forms = await self._shelf.look()
        if not forms:
            if self._board.state.forms.rows:
                self._board.update(forms=FormsState())
            return
        await self._read()
        self._open = tuple(await self._ports.reference.all(OpenCheck))
        records = self._records.values()
        settled = await settled_at_board(records, self._ports.journal, self._ports.reference)
        changes = (*self._changes(), *settled)
        if changes:
            await self._ports.journal.append(*(NewEvent(b, SYSTEM, _about(b)) for b in changes))
            await self._read()
        self._show()

    def why_not_open(self) -> Refusal | None:
        """A check that blocks comes before the next unit."""
        rows = (row for row in self._board.state.forms.rows if row.blocks)
        return next((self._blocking(row) for row in rows), None)

    def _blocking(self, row: FormRow) -> Refusal:
        facts = {"form": row.form, "check": self._say(row.title)}
        failed = next((line for line in row.failed if line.blocks), None)
        if failed is None:
            return Refusal("form.overdue", facts)
        line = {"line": self._say(failed.title), "who": row.who or failed.right}
        return Refusal("form.line_failed", facts | line)

    # -- what falls due --------------------------------------------------------------------

    def _changes(self) -> Iterator[Body]:
        """What is to be recorded now.  While nobody is there nothing falls due."""
        if not self._shelf.forms:
            return
        now_us = self._ports.clock.now_us()
        for form in self._shelf.forms:
            record = self._records.get(form.form)
            due = self._fallen_due(form, now_us)
            if due is not None:
                if record is not None and record.state in UNFINISHED:
                    yield FormSkipped(run=record.run, form=form.form, why=MISSED)
                yield self._due(form, due, now_us)
            elif record is not None and _is_late(record, now_us):
                blocks = form.rule.overdue_blocks
                yield FormOverdue(run=record.run, form=form.form, title=form.title, blocks=blocks)

    def _fallen_due(self, form: Form, now_us: int) -> Due | None:
        if self._board.state.person is None:
            return None
        zone, shift_us = self._shelf.clock_at(now_us)
        here = Situation(now_us, zone, shift_us, form.published_us, self._moments)
        return fallen_due(form.rule, self._records.get(form.form), here)

    def _due(self, form: Form, due: Due, now_us: int) -> FormDue:
        """What nobody could see cannot be late: its time runs from now."""
        at = _utc(now_us)
        return FormDue(
            run=run_name(form.form, self._shelf.station, at),
            form=form.form,
            title=form.title,
            why=due.why,
            due_at=at if due.why == "units" else _utc(due.at_us),
            overdue_at=at + timedelta(minutes=form.rule.within_min),
            blocks=form.rule.overdue_blocks,
        )

    # -- what people do --------------------------------------------------------------------

    async def _start(self, act: StartForm) -> Refusal | None:
        form = self._shelf.form(act.form)
        if form is None:
            return Refusal("form.not_here", {"form": act.form})
        refusal = self._why_not_begun(form)
        if refusal is not None:
            return refusal
        record = self._records.get(form.form)
        if record is not None and record.state == LEFT:
            return await self._resume(record.run)
        is_due = record is not None and record.state == DUE
        run = record.run if record is not None and is_due else self._new_name(form)
        blank = await blank_run(self._ports.reference, run, form.form, form.revision)
        if isinstance(blank, Refusal):
            return blank
        started = FormStarted(run=run, form=form.form, title=form.title, revision=form.revision)
        await self._work.take_up(blank, started, self._at.actor())
        self._board.update(refusal=None, finished=None)
        return None

    def _why_not_begun(self, form: Form) -> Refusal | None:
        run = self._work.run
        if run is not None and run.completed is None and run.held is None:
            return Refusal("form.unit_open", {"check": self._say(form.title)})
        person = self._board.state.person
        if person is None:
            return Refusal("sign_in.needed")
        if form.rule.roles and person.role not in form.rule.roles:
            roles = ", ".join(form.rule.roles)
            return Refusal("form.not_yours", {"check": self._say(form.title), "roles": roles})
        today = self._ports.today()
        missing = [s for s in form.rule.skills if person.skills.get(s, today) < today
                   or s not in person.skills]  # fmt: skip
        if missing:
            facts = {"check": self._say(form.title), "skills": ", ".join(missing)}
            return Refusal("form.no_certificate", facts)
        return None

    async def _resume(self, run: str) -> Refusal | None:
        found = await form_run(self._ports.journal, self._ports.reference, run)
        if isinstance(found, Refusal):
            return found
        await self._work.take_up(found, FormResumed(run=run), self._at.actor())
        self._board.update(refusal=None, finished=None)
        return None

    async def _put_off(self, act: PutOffForm) -> Refusal | None:
        found = self._to_be_done(act.form)
        if isinstance(found, Refusal):
            return found
        form, record = found
        facts = {"check": self._say(form.title)}
        if not form.rule.put_off_min:
            return Refusal("form.never_put_off", facts)
        if record.is_put_off:
            return Refusal("form.put_off_before", facts)
        if not act.why.strip():
            return Refusal("form.no_reason")
        until_us = self._ports.clock.now_us() + form.rule.put_off_min * _MINUTE_US
        body = FormPutOff(run=record.run, form=form.form, until=_utc(until_us), why=act.why)
        await self._keep(body)
        return None

    async def _skip(self, act: SkipForm) -> Refusal | None:
        found = self._to_be_done(act.form)
        if isinstance(found, Refusal):
            return found
        form, record = found
        right, people = form.rule.skip_right, self._board.state.people
        if right is None:
            return Refusal("form.never_skipped", {"check": self._say(form.title)})
        if not people.may(right):
            return people.without(right)
        if not act.why.strip():
            return Refusal("form.no_reason")
        await self._keep(FormSkipped(run=record.run, form=form.form, why=act.why, right=right))
        return None

    async def _fail_line(self, act: FailFormLine) -> Refusal | None:
        if self._work.step_id != act.step:
            return Refusal("skip.step_over", {"step": act.step})
        return await self._at.do(FailLine(act.why))

    async def _settle_line(self, act: SettleFormLine) -> Refusal | None:
        lines = (line for record in self._records.values() for line in record.failed)
        line = next((one for one in lines if (one.run, one.step) == (act.run, act.step)), None)
        if line is None:
            return Refusal("form.line_settled")
        people = self._board.state.people
        if not people.may(line.right):
            return right_missing(line.right, people.holders)
        if not act.why.strip():
            return Refusal("form.no_reason")
        await self._keep(
            FormLineSettled(
                run=line.run, form=line.form, step=line.step, why=act.why, right=line.right
            )
        )
        return None

    # -- inside ----------------------------------------------------------------------------

    def _to_be_done(self, name: str) -> tuple[Form, FormRecord] | Refusal:
        form, record = self._shelf.form(name), self._records.get(name)
        if form is None or record is None or record.state not in (DUE, LEFT):
            return Refusal("form.not_due", {"form": name})
        return form, record

    async def _keep(self, body: Body) -> None:
        await self._ports.journal.append(NewEvent(body, self._at.actor(), _about(body)))

    async def _read(self) -> None:
        journal = self._ports.journal
        self._records = {record.form: record for record in await journal.form_records()}
        self._moments = await journal.form_moments()

    def _show(self) -> None:
        rows = sorted((self._row(form) for form in self._shelf.forms), key=_urgency)
        self._board.update(forms=FormsState(tuple(rows)))

    def _row(self, form: Form) -> FormRow:
        record = self._records.get(form.form)
        elsewhere = self._left_elsewhere(form)
        if record is None:
            return FormRow(form.form, form.title, form.rule, elsewhere=elsewhere)
        right = record.failed[0].right if record.failed else ""
        return FormRow(
            form=form.form,
            title=form.title,
            rule=form.rule,
            run=record.run,
            state=record.state,
            due_us=record.due_us,
            overdue_us=record.overdue_us,
            is_overdue=record.is_overdue,
            is_put_off=record.is_put_off,
            ended_us=record.ended_us,
            failed=record.failed,
            who=self._board.state.people.holders.get(right, ""),
            elsewhere=elsewhere,
        )

    def _left_elsewhere(self, form: Form) -> tuple[OpenCheck, ...]:
        """The newest runs of it that somebody left at other stations."""
        here = self._shelf.station
        found = [one for one in self._open if one.form == form.form and one.station != here]
        found.sort(key=lambda one: one.left_at, reverse=True)
        return tuple(found[:_MOST_ELSEWHERE])

    def _new_name(self, form: Form) -> str:
        return run_name(form.form, self._shelf.station, _utc(self._ports.clock.now_us()))

    def _say(self, text: dict[str, str]) -> str:
        """In the language of whoever reads it."""
        person = self._board.state.person
        return in_language(text, person.languages[0] if person and person.languages else "en")


def _about(body: Body) -> Refs:
    """Everything about a run is found by its name, as all about a unit is by its serial."""
    run, form = getattr(body, "run", None), getattr(body, "form", None)
    return Refs(unit=run, instruction=form)


def _is_late(record: FormRecord, now_us: int) -> bool:
    if record.state not in (DUE, LEFT) or record.is_overdue:
        return False
    return record.overdue_us is not None and now_us >= record.overdue_us


def _urgency(row: FormRow) -> tuple[bool, bool, bool, bool, str]:
    return (
        not row.blocks,
        not (row.is_waiting and row.is_overdue),
        not row.is_waiting,
        not row.failed,
        row.form,
    )


def _utc(at_us: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=at_us)
