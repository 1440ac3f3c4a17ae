"""The handover of a shift: counted from the journal, told by people, taken over item by item."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.handover import exceptions, with_safety
from app.domain.line_events import (
    HandoverAccepted,
    HandoverAnswered,
    HandoverAsked,
    HandoverGiven,
    HandoverNoted,
    HandoverSettled,
)
from app.domain.refusal import Refusal
from app.services.acts import Act
from app.services.handover_facts import asked_back
from app.services.handover_sheet import counted_sheet
from app.services.line_state import OpenHandover

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.plant import Person
    from app.ports.journal import LineFact, Reference
    from app.services.acts import Acts
    from app.services.line_record import LineRecord
    from app.services.line_state import HandoverSheet, PaperLine, ShiftSpan
    from app.services.sign_off import Signature, SignOff
    from app.services.snapshots import Snapshots


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
        """Signed by who is signed in, as it stood when they said so."""
        person = self._record.state.person
        if person is None:
            return Refusal("sign_in.needed")
        body = await self._given(act, person)

        async def signed(signature: Signature) -> Refusal | None:
            await self._record.keep_signed(signature.body(), body)
            self._record.show(is_put_off=False)
            await self.close(CloseHandover())
            return None

        await self._sign_off.ask(
            "handover_give",
            signed,
            right="",
            meaning={"en": "I hand the shift over"},
            not_by=None,
            is_work=False,
            only_by=person,
        )
        return None

    async def _given(self, act: GiveHandover, person: Person) -> HandoverGiven:
        sheet = await self._sheet()
        return HandoverGiven(
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

    async def accept(self, act: AcceptHandover) -> Refusal | None:
        """Signed by anybody but who gave it."""
        waiting, person = self._record.line.waiting, self._record.state.person
        if waiting is None or waiting.given.handover != act.handover:
            return Refusal("handover.taken")
        wanted = {item.item for item in exceptions(waiting.given.items)}
        if not wanted <= set(act.items):
            return Refusal("handover.not_seen")
        giver = waiting.given

        async def taken(signature: Signature) -> Refusal | None:
            if signature.person.person == giver.person:
                return Refusal("sign_off.same_person", {"name": giver.name})
            body = _accepted(act, signature.person, signature.means)
            await self._record.keep_signed(signature.body(), body)
            self._record.show(accepted=act.handover)
            return None

        is_here = person is not None and person.person == giver.person
        await self._sign_off.ask(
            "handover",
            taken,
            right="",
            meaning={"en": "I take the shift over"},
            not_by=person if is_here else None,
            is_work=False,
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
        return await counted_sheet(self._record, self._reference, self._shift())


def _accepted(act: AcceptHandover, person: Person, means: str) -> HandoverAccepted:
    return HandoverAccepted(
        handover=act.handover,
        person=person.person,
        name=person.name,
        means=means,
        items=act.items,
    )
