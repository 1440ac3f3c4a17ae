"""What the handover's pages show of an item, worked out before the template sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.handover_draft import is_mandatory, sections
from app.domain.handover_sentences import TITLES, sentence
from server.handover.citing import MOST_OPENED
from server.web.format import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.handover_book import Book, HandoverEntry, Question
    from app.domain.line_events import HandoverItem

#: Of each section so many stand open; the others are counted and one tap away.
ROOM = 8
#: These stand in columns of their own.
_ASIDE = frozenset({"output", "told"})


@dataclass(frozen=True, slots=True)
class Line:
    """One item: its ``words``, how many records it opens, what was said about it.

    ``accepted`` is who took it over; ``questions`` are those asked about it.
    """

    item: str
    words: str
    records: int
    is_mandatory: bool
    comments: tuple[HandoverEntry, ...] = ()
    accepted: HandoverEntry | None = None
    questions: tuple[Question, ...] = ()

    @property
    def opens(self) -> str:
        """What its records are called: of a great many only the newest are cited."""
        newest = "newest " if self.records >= MOST_OPENED else ""
        return newest + count(self.records, "record", "records")


@dataclass(frozen=True, slots=True)
class Block:
    """A section with its title; ``behind`` are the items that have no room."""

    name: str
    title: str
    shown: tuple[Line, ...]
    behind: tuple[Line, ...]


def blocks(
    items: Sequence[HandoverItem], book: Book, sentences: Mapping[str, str] | None = None
) -> list[Block]:
    """The sheet under its headings, by consequence."""

    def line(item: HandoverItem) -> Line:
        said = (sentences or {}).get(item.item)
        return Line(
            item.item,
            said or sentence(item),
            len(item.events),
            is_mandatory(item),
            book.comments.get(item.item, ()),
            book.accepted.get(item.item),
            tuple(one for one in book.questions.values() if one.item == item.item),
        )

    return [
        Block(
            part.name,
            TITLES[part.name],
            tuple(map(line, part.shown)),
            tuple(map(line, part.behind)),
        )
        for part in sections(items, room=ROOM)
    ]


def open_blocks(found: Sequence[Block]) -> list[Block]:
    """What is taken over."""
    return [one for one in found if one.name not in _ASIDE]


def block(found: Sequence[Block], name: str) -> Block | None:
    """The one called ``name``, if anything stands in it."""
    return next((one for one in found if one.name == name), None)
