"""The book of one handover: entries one after the other, each over the one before, never changed.

What is open, who has taken over what and what was asked back is folded from them.  A signature
is an entry too: it stands over everything before it, since each entry carries the hash of the
one before.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from app.domain.handover_draft import is_mandatory
from app.domain.line_events import HandoverItem

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The hash before the first entry.
FIRST = "0" * 64
_TAG = b"asbuilt/handover/1\0"


class HandoverEntry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing somebody did about a handover, ``at_us`` (µs UTC).

    ``act`` is "added", "commented", "given", "accepted", "asked", "answered", "closed" or
    "taken".  ``item`` names what it is about; ``number`` of a question is that of the entry that
    asked it (``question``).  "given" holds the whole draft as it was signed, ``shift`` and ``to``
    ("person", or "station" by who was alone).  ``means`` says how a signer proved who they are.
    """

    number: int
    at_us: int
    act: str
    person: str
    name: str
    role: str
    line: str
    before: str
    item: str = ""
    words: str = ""
    question: int = 0
    items: tuple[HandoverItem, ...] = ()
    shift: str = ""
    to: str = ""
    means: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something the incoming lead asked back; open until who asked says that it is settled."""

    number: int
    item: str
    asked: HandoverEntry
    answers: tuple[HandoverEntry, ...] = ()
    closed: HandoverEntry | None = None


@dataclass(frozen=True)
class Book:
    """A handover as its entries say it is; ``head`` is the hash of the last one."""

    line: str = ""
    given: HandoverEntry | None = None
    taken: HandoverEntry | None = None
    added: tuple[HandoverItem, ...] = ()
    comments: dict[str, tuple[HandoverEntry, ...]] = field(default_factory=dict)
    accepted: dict[str, HandoverEntry] = field(default_factory=dict)
    questions: dict[int, Question] = field(default_factory=dict)
    length: int = 0
    head: str = FIRST

    @property
    def items(self) -> tuple[HandoverItem, ...]:
        """What was given; before that only what people added."""
        return self.added if self.given is None else self.given.items

    @property
    def open_questions(self) -> tuple[Question, ...]:
        return tuple(one for one in self.questions.values() if one.closed is None)

    @property
    def unsettled(self) -> tuple[HandoverItem, ...]:
        """What nobody has accepted or asked about yet."""
        asked = {one.item for one in self.questions.values()}
        return tuple(
            item
            for item in self.items
            if is_mandatory(item) and item.item not in self.accepted and item.item not in asked
        )


def book_of(entries: Iterable[HandoverEntry]) -> Book:
    """Fold the entries, in their order."""
    book = Book()
    for entry in entries:
        changed = _after(book, entry)
        book = replace(
            changed, line=entry.line, length=entry.number, head=hash_of(entry, book.head)
        )
    return book


def hash_of(entry: HandoverEntry, before: str) -> str:
    """The hash (hex) of an entry standing after ``before``: what a signature is made over."""
    content = _TAG + bytes.fromhex(before) + msgspec.json.encode(entry)
    return hashlib.sha256(content).hexdigest()


def is_whole(entries: Iterable[HandoverEntry]) -> bool:
    """Whether each entry stands over the one before it, with none missing or changed."""
    before = FIRST
    for number, entry in enumerate(entries, start=1):
        if entry.number != number or entry.before != before:
            return False
        before = hash_of(entry, before)
    return True


def _after(book: Book, entry: HandoverEntry) -> Book:
    match entry.act:
        case "added":
            item = HandoverItem(f"added:{entry.number}", "added", {"words": entry.words})
            return replace(book, added=(*book.added, item))
        case "commented":
            said = (*book.comments.get(entry.item, ()), entry)
            return replace(book, comments={**book.comments, entry.item: said})
        case "given":
            return replace(book, given=entry)
        case "taken":
            return replace(book, taken=entry)
        case "accepted":
            return replace(book, accepted={**book.accepted, entry.item: entry})
        case _:
            return replace(book, questions=_asked(book, entry))


def _asked(book: Book, entry: HandoverEntry) -> dict[int, Question]:
    if entry.act == "asked":
        question = Question(entry.number, entry.item, entry)
        return {**book.questions, entry.number: question}
    known = book.questions[entry.question]
    if entry.act == "answered":
        return {**book.questions, known.number: replace(known, answers=(*known.answers, entry))}
    return {**book.questions, known.number: replace(known, closed=entry)}
