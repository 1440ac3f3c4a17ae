"""What people do about a line's handover; each act is checked, kept, and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.handover_book import HandoverEntry
from app.domain.handover_draft import is_mandatory
from server.handover.books import append, empty, read_book
from server.problems import Problem, invalid, not_found

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlalchemy as sa

    from server.handover.books import Kept
    from server.handover.drafting import LineDraft

_LONGEST = 2_000
_MEANINGS = {
    "given": "I hand the line over as it is written here",
    "taken": "I take the line over",
}


@dataclass(frozen=True, slots=True)
class Who:
    """Who acts; ``means`` is how a signer proved it: "password"."""

    person: str
    name: str
    role: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where acts are kept: one transaction at one moment (``now_us``, µs UTC)."""

    connection: sa.Connection
    now_us: int
    sign: Callable[[bytes], str]
    new_name: Callable[[], str]

    def add(self, draft: LineDraft, who: Who, words: str) -> Kept:
        """One more thing for the next shift, in the lead's own words."""
        return self._write(
            self._open(draft), who, "added", line=draft.line.name, words=_told(words)
        )

    def comment(self, draft: LineDraft, who: Who, item: str, words: str) -> Kept:
        """Something beside an item of the draft."""
        if item not in {one.item for one in draft.items}:
            raise _changed(detail="This item is not on the sheet any more; look again.")
        kept = self._open(draft)
        return self._write(
            kept, who, "commented", line=draft.line.name, item=item, words=_told(words)
        )

    def give(self, draft: LineDraft, who: Who, *, to: str, seen: str) -> Kept:
        """Sign the sheet as it is now; ``seen`` is the mark of the sheet that was read."""
        if to not in {"person", "station"}:
            raise invalid(detail=f"to={to!r}: expected person or station")
        waiting = draft.waiting
        if waiting is not None and waiting.book.given is not None:
            giver = waiting.book.given
            said = f"{giver.name} handed over at {draft.line.said(giver.at_us)} already"
            raise _changed(detail=f"{said}; take that over first.")
        if seen != draft.mark:
            detail = "The sheet has changed since you looked: read it again, then sign."
            raise _changed(detail)
        return self._write(
            self._open(draft),
            who,
            "given",
            line=draft.line.name,
            items=draft.items,
            shift=draft.line.shift,
            to=to,
            meaning=_MEANINGS["given"],
        )

    def accept(self, handover: str, who: Who, item: str) -> Kept:
        """The incoming lead has seen this one and takes it over."""
        kept = self._given(handover)
        self._check_incoming(kept, who)
        self._check_item(kept, item)
        before = kept.book.accepted.get(item)
        if before is not None:
            raise _changed(detail=f"{before.name} has accepted this one already.")
        return self._write(kept, who, "accepted", item=item)

    def ask(self, handover: str, who: Who, item: str, words: str) -> Kept:
        """A question to whoever gave it; it stays open until who asked says it is settled."""
        kept = self._given(handover)
        self._check_incoming(kept, who)
        self._check_item(kept, item)
        return self._write(kept, who, "asked", item=item, words=_told(words))

    def answer(self, handover: str, who: Who, question: int, words: str) -> Kept:
        """By whoever knows, also after the handover; the question stays open."""
        kept = self._given(handover)
        self._check_question(kept, question)
        return self._write(kept, who, "answered", question=question, words=_told(words))

    def close(self, handover: str, who: Who, question: int) -> Kept:
        """The question is settled."""
        kept = self._given(handover)
        self._check_question(kept, question)
        if kept.book.given is not None and kept.book.given.person == who.person:
            raise _theirs(
                detail="The one who was asked does not settle it; ask the incoming lead."
            )
        return self._write(kept, who, "closed", question=question)

    def take(self, handover: str, who: Who) -> Kept:
        """Sign for all of it; each item must have been accepted or asked about before."""
        kept = self._given(handover)
        self._check_incoming(kept, who)
        left = kept.book.unsettled
        if left:
            count = f"{len(left)} items are" if len(left) > 1 else "one item is"
            detail = f"{count} neither accepted nor asked about: accept each, or ask back."
            raise Problem(409, "not_all_seen", detail)
        return self._write(kept, who, "taken", meaning=_MEANINGS["taken"])

    def _open(self, draft: LineDraft) -> Kept:
        return draft.open or empty(self.new_name())

    def _given(self, handover: str) -> Kept:
        kept = read_book(self.connection, handover)
        if kept.book.given is None:
            raise _changed(detail="This sheet has not been handed over yet.")
        return kept

    @staticmethod
    def _check_incoming(kept: Kept, who: Who) -> None:
        given, taken = kept.book.given, kept.book.taken
        if taken is not None:
            raise _changed(detail=f"{taken.name} has taken this over already.")
        if given is not None and given.person == who.person:
            raise _theirs(detail="Somebody else takes over what you handed over.")

    @staticmethod
    def _check_item(kept: Kept, item: str) -> None:
        if item not in {one.item for one in kept.book.items if is_mandatory(one)}:
            raise not_found(detail="There is no such item to take over on this sheet.")

    @staticmethod
    def _check_question(kept: Kept, question: int) -> None:
        known = kept.book.questions.get(question)
        if known is None:
            raise not_found(detail="There is no such question on this sheet.")
        if known.closed is not None:
            raise _changed(detail=f"{known.closed.name} has settled this question already.")

    def _write(self, kept: Kept, who: Who, act: str, **said: object) -> Kept:
        fields = {"line": kept.book.line, **said}
        entry = HandoverEntry(
            number=kept.book.length + 1,
            at_us=self.now_us,
            act=act,
            person=who.person,
            name=who.name,
            role=who.role,
            before=kept.book.head,
            means=who.means,
            **fields,  # type: ignore[arg-type] # each act gives the fields of its own
        )
        return append(self.connection, kept, entry, sign=self.sign)


def _told(words: str) -> str:
    told = words.strip()
    if not 0 < len(told) <= _LONGEST:
        raise invalid(detail=f"words: expected 1 to {_LONGEST} characters")
    return told


def _changed(detail: str) -> Problem:
    return Problem(409, "handover_moved_on", detail)


def _theirs(detail: str) -> Problem:
    return Problem(403, "not_theirs", detail)
