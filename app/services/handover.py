"""The handover of a shift: counted from the journal, told by people, taken over item by item."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.handover import (
    OrderStands,
    cited,
    counts_of,
    exceptions,
    items_of,
    minutes_of,
    open_defects,
    with_safety,
)
from app.domain.line_events import (
    HandoverAccepted,
    HandoverAnswered,
    HandoverAsked,
    HandoverGiven,
    HandoverNoted,
    HandoverSettled,
)
from app.domain.refusal import Refusal
from app.domain.stops import stops_of
from app.services.acts import Act
from app.services.handover_facts import asked_back, bypassed, lots_on_hold, waiting, watched
from app.services.line_state import HandoverSheet, OpenHandover, ShiftSpan

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.handover import Standing
    from app.domain.line_events import HandoverItem
    from app.domain.plant import Person
    from app.ports.journal import LineFact, Reference
    from app.services.acts import Acts
    from app.services.line_record import LineRecord
    from app.services.line_state import PaperLine
    from app.services.sign_off import Signature, SignOff
    from app.services.snapshots import Snapshots

#: A defect older than this is told by its unit, which is on hold.
DEFECTS_US = 7 * 86_400_000_000


@dataclass(frozen=True, slots=True)
class PrepareHandover(Act):
    """Count the shift; the sheet follows what happens while it is open."""


@dataclass(frozen=True, slots=True)
class CloseHandover(Act):
    """Nobody looks at the sheet any more; notes stay."""


@dataclass(frozen=True, slots=True)
class AddNote(Act):
    """Something for the next shift, in own words."""

    text: str
    with_photo: bool = False


@dataclass(frozen=True, slots=True)
class GiveHandover(Act):
    """``to`` is "person", who is here, or "station": the next one takes over at sign-in."""

    to: str
    safety: str | None = None


@dataclass(frozen=True, slots=True)
class AcceptHandover(Act):
    """Each of ``items`` was ticked by whoever takes over."""

    handover: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskBack(Act):
    """The next shift wants to know more before, or after, it takes over."""

    handover: str
    words: str


@dataclass(frozen=True, slots=True)
class AnswerQuestion(Act):
    """An answer; who asked says whether it settles the question."""

    question: str
    words: str


@dataclass(frozen=True, slots=True)
class SettleQuestion(Act):
    """It is no question any more."""

    question: str


@dataclass(frozen=True, slots=True)
class LookAtHandover(Act):
    """What was put off is shown again."""


@dataclass(frozen=True, slots=True)
class PrintHandover(Act):
    """The sheet as a file for paper, in the words of the screen."""

    lines: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class PutOffHandover(Act):
    """Not now: it waits behind a button."""


class Handover:
    """Call it inside a turn."""

    def __init__(
        self,
        record: LineRecord,
        sign_off: SignOff,
        shift: Callable[[], ShiftSpan],
        *,
        reference: Reference,
        snaps: Snapshots,
        keep_page: Callable[[str, tuple[PaperLine, ...]], str] | None = None,
    ) -> None:
        self._record = record
        self._keep_page = keep_page
        self._reference = reference
        self._snaps = snaps
        self._sign_off = sign_off
        self._shift = shift
        self._is_open = False

    def add_to(self, acts: Acts) -> None:
        acts.add(PrepareHandover, self.prepare)
        acts.add(CloseHandover, self.close)
        acts.add(AddNote, self.add_note)
        acts.add(GiveHandover, self.give)
        acts.add(AcceptHandover, self.accept)
        acts.add(AskBack, self.ask_back)
        acts.add(AnswerQuestion, self.answer)
        acts.add(SettleQuestion, self.settle)
        acts.add(PutOffHandover, self.put_off)
        acts.add(LookAtHandover, self.look_at)
        acts.add(PrintHandover, self.print)

    def see(self, facts: tuple[LineFact, ...]) -> None:
        """Show the newest that nobody has taken over."""
        accepted = {f.body.handover for f in facts if isinstance(f.body, HandoverAccepted)}
        given = [
            OpenHandover(f.body, f.at_us)
            for f in facts
            if isinstance(f.body, HandoverGiven) and f.body.handover not in accepted
        ]
        self._record.show(waiting=given[-1] if given else None, questions=tuple(asked_back(facts)))

    async def recount(self) -> None:
        """While somebody looks at the sheet it says what is true now; a unit closes it."""
        if self._record.state.run is not None or self._record.state.person is None:
            await self.close(CloseHandover())
        if self._is_open:
            self._record.show(sheet=await self._sheet())

    async def prepare(self, _: PrepareHandover) -> Refusal | None:
        if self._record.state.person is None:
            return Refusal("sign_in.needed")
        self._is_open = True
        await self.recount()
        return None

    async def close(self, _: CloseHandover) -> None:
        self._is_open = False
        self._record.show(sheet=None, paper="")

    async def add_note(self, act: AddNote) -> None:
        """The photo is durable before the note names it."""
        photo = await self._snaps.keep() if act.with_photo else None
        await self._record.keep(HandoverNoted(text=act.text, name=self._record.name, photo=photo))
        self._snaps.drop()

    async def give(self, act: GiveHandover) -> Refusal | None:
        person = self._record.state.person
        if person is None:
            return Refusal("sign_in.needed")
        sheet = await self._sheet()
        body = HandoverGiven(
            handover=self._record.new_name("handover"),
            shift=sheet.shift,
            to=act.to,
            person=person.person,
            name=person.name,
            counts=sheet.counts,
            minutes=dict(sheet.minutes),
            items=with_safety(sheet.items, act.safety),
            notes=tuple(text for text, _ in sheet.notes),
            safety=act.safety,
        )
        await self._record.keep(body)
        self._record.show(is_put_off=False)
        await self.close(CloseHandover())
        return None

    async def accept(self, act: AcceptHandover) -> Refusal | None:
        """By who is signed in, unless that is who gave it: then by a second badge."""
        waiting, person = self._record.line.waiting, self._record.state.person
        if waiting is None or waiting.given.handover != act.handover:
            return Refusal("handover.taken")
        wanted = {item.item for item in exceptions(waiting.given.items)}
        if not wanted <= set(act.items):
            return Refusal("handover.not_seen")
        if person is not None and person.person != waiting.given.person:
            await self._record.keep(_accepted(act, person, "signed_in"))
            self._record.show(accepted=act.handover)
            return None

        async def taken(signature: Signature) -> Refusal | None:
            body = _accepted(act, signature.person, signature.means)
            await self._record.keep_signed(signature.body(), body)
            self._record.show(accepted=act.handover)
            return None

        meaning = {"en": "I take the shift over"}
        await self._sign_off.ask(
            "handover", taken, right="", meaning=meaning, not_by=person, is_work=False
        )
        return None

    async def ask_back(self, act: AskBack) -> Refusal | None:
        question = self._record.new_name("question")
        return await self._say(
            HandoverAsked(
                question=question,
                handover=act.handover,
                words=act.words,
                name=self._record.name,
            )
        )

    async def answer(self, act: AnswerQuestion) -> Refusal | None:
        body = HandoverAnswered(question=act.question, words=act.words, name=self._record.name)
        return await self._say(body)

    async def settle(self, act: SettleQuestion) -> Refusal | None:
        return await self._say(HandoverSettled(question=act.question, name=self._record.name))

    async def _say(
        self, body: HandoverAsked | HandoverAnswered | HandoverSettled
    ) -> Refusal | None:
        """Of a question that is open, or a new one."""
        known = {item.item for item in self._record.line.questions}
        if not isinstance(body, HandoverAsked) and f"asked:{body.question}" not in known:
            return Refusal("handover.settled")
        if self._record.state.person is None:
            return Refusal("sign_in.needed")
        await self._record.keep(body)
        return None

    async def put_off(self, _: PutOffHandover) -> None:
        self._record.show(is_put_off=True)

    async def look_at(self, _: LookAtHandover) -> None:
        self._record.show(is_put_off=False)

    async def print(self, act: PrintHandover) -> Refusal | None:
        """A file in the station's folder; the record is the journal, not the paper."""
        if self._keep_page is None:
            return Refusal("handover.not_kept", {"reason": "–"})
        now = datetime.fromtimestamp(self._record.clock.now_us() / 1e6, UTC)
        name = f"handover-{self._record.state.station.station}-{now:%Y-%m-%d-%H%M%S}"
        try:
            path = await asyncio.to_thread(self._keep_page, name, act.lines)
        except OSError as error:
            return Refusal("handover.not_kept", {"reason": error.strerror or str(error)})
        self._record.show(paper=path)
        return None

    async def _sheet(self) -> HandoverSheet:
        record, now_us = self._record, self._record.clock.now_us()
        span = self._shift()
        older = await record.facts(now_us - DEFECTS_US)
        facts = [fact for fact in older if fact.at_us >= span.began_us]
        units = await record.journal.standing_units()
        return HandoverSheet(
            shift=span.name,
            next_shift=span.next_name,
            since_us=span.began_us,
            counts=counts_of(fact.body for fact in facts),
            minutes=minutes_of(stops_of((f.body, f.at_us) for f in facts), span.began_us, now_us),
            items=cited(await self._open(older, units), ((f.body, f.record) for f in older)),
            notes=_notes(older),
        )

    async def _open(
        self, older: tuple[LineFact, ...], units: tuple[Standing, ...]
    ) -> tuple[HandoverItem, ...]:
        record, state = self._record, self._record.state
        return items_of(
            calls=state.line.calls,
            loose_tools=state.loose_tools,
            units=units,
            defects=open_defects((f.body for f in older), (u.serial for u in units)),
            unassigned=state.unassigned.count,
            unnamed_stops=state.line.unnamed,
            orders=[
                OrderStands(row.order.order, row.done, row.order.quantity, row.blocked is not None)
                for row in state.orders
            ],
            more=(
                *await lots_on_hold(record.journal, self._reference),
                *bypassed(state.quality),
                *await watched(record.journal, self._reference, record.clock.now_us()),
                *await waiting(record.journal, self._reference, record.clock.now_us()),
                *state.line.questions,
            ),
        )


def _accepted(act: AcceptHandover, person: Person, means: str) -> HandoverAccepted:
    return HandoverAccepted(
        handover=act.handover,
        person=person.person,
        name=person.name,
        means=means,
        items=act.items,
    )


def _notes(facts: tuple[LineFact, ...]) -> tuple[tuple[str, str], ...]:
    """What people noted since the last handover, with who did."""
    notes: list[tuple[str, str]] = []
    for fact in facts:
        match fact.body:
            case HandoverGiven():
                notes = []
            case HandoverNoted():
                notes.append((fact.body.text, fact.body.name or ""))
    return tuple(notes)
