"""A signed handover on paper: every item with who took it over, questions, and both signatures."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate

from app.domain.handover_draft import SECTIONS, is_mandatory, section_of
from app.domain.handover_sentences import sentence
from server.paper.record_drawings import INK, MUTED
from server.paper.record_fonts import as_words, record_font
from server.problems import Problem
from server.read.times import utc

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.handover_book import HandoverEntry
    from app.domain.line_events import HandoverItem
    from server.handover.books import Kept

_MARGIN = 18 * mm
_MOST_CITED = 6


def handover_pdf(kept: Kept, *, plant: str, zone: tzinfo | None) -> bytes:
    """The handover as PDF bytes; the same content gives the same bytes.

    Raises:
        Problem: 409, nobody has signed it yet.
    """
    given = kept.book.given
    if given is None:
        detail = "This sheet has not been handed over yet; sign it first."
        raise Problem(409, "handover_moved_on", detail)
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        title=f"Handover {kept.handover}",
        author=plant,
        invariant=1,
    )
    document.build(_Paper(kept, given, zone).story())
    return out.getvalue()


class _Paper:
    """One handover being laid out."""

    def __init__(self, kept: Kept, given: HandoverEntry, zone: tzinfo | None) -> None:
        font = record_font()
        self._kept = kept
        self._given = given
        self._zone = zone
        self._plain = ParagraphStyle(
            "plain", fontName=font, fontSize=9, leading=12.5, textColor=INK, spaceAfter=2
        )
        self._small = ParagraphStyle(
            "small", parent=self._plain, fontSize=7.5, leading=10, textColor=MUTED, spaceAfter=4
        )
        bold = f"{font}-Bold"
        self._title = ParagraphStyle(
            "title", parent=self._plain, fontName=bold, fontSize=18, leading=23
        )
        self._section = ParagraphStyle(
            "section",
            parent=self._plain,
            fontName=bold,
            fontSize=11,
            leading=14,
            spaceBefore=10,
            keepWithNext=1,
        )

    def story(self) -> list[Any]:
        given, taken = self._given, self._kept.book.taken
        shift = f" · {given.shift}" if given.shift else ""
        story = [Paragraph(as_words(f"Handover {given.line}{shift}"), self._title)]
        story.append(self._of(f"{self._kept.handover} · {self._time(given.at_us)}", self._small))
        for name in SECTIONS:
            items = [item for item in given.items if section_of(item.kind) == name]
            if items:
                story.append(Paragraph(name.capitalize(), self._section))
                story += [part for item in items for part in self._item(item)]
        story.append(Paragraph("Signatures", self._section))
        story += self._signature(given)
        if taken is None:
            story.append(self._of("Nobody has taken it over yet.", self._plain))
        else:
            story += self._signature(taken)
        return story

    def _item(self, item: HandoverItem) -> list[Any]:
        book = self._kept.book
        parts = [self._of(sentence(item), self._plain)]
        cited = ", ".join(item.events[:_MOST_CITED])
        more = len(item.events) - _MOST_CITED
        below = [f"Records: {cited}{f' and {more} more' if more > 0 else ''}"]
        below += [f"{one.name}: {one.words}" for one in book.comments.get(item.item, ())]
        accepted = book.accepted.get(item.item)
        if accepted is not None:
            below.append(f"Accepted by {accepted.name}, {self._time(accepted.at_us)}")
        elif is_mandatory(item):
            below.append("Not accepted")
        for question in book.questions.values():
            if question.item == item.item:
                below.append(f"{question.asked.name} asks: {question.asked.words}")
                below += [f"{one.name} answers: {one.words}" for one in question.answers]
                below.append("Settled" if question.closed else "Still open")
        return [*parts, *(self._of(words, self._small) for words in below)]

    def _signature(self, entry: HandoverEntry) -> list[Any]:
        who = f"{entry.name} ({entry.role} {entry.person}), {self._time(entry.at_us)}"
        seal = self._kept.seals.get(entry.number, "")
        return [
            self._of(f"{who}: {entry.meaning}", self._plain),
            self._of(f"By {entry.means}; stands over {entry.before}; seal {seal}", self._small),
        ]

    def _of(self, words: str, style: ParagraphStyle) -> Paragraph:
        return Paragraph(as_words(words), style)

    def _time(self, at_us: int) -> str:
        return f"{utc(at_us).astimezone(self._zone):%Y-%m-%d %H:%M %Z}"
