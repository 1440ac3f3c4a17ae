"""A signed handover on paper: every item with who took it over, questions, and both signatures."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from app.domain.handover_draft import is_mandatory, sections
from app.domain.handover_sentences import TITLES, sentence
from server.paper.record_drawings import BAD, DIVIDER, GOOD, INK, MUTED
from server.paper.record_fonts import as_words, font_for, record_font
from server.problems import Problem
from server.read.times import utc

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from app.domain.handover_book import HandoverEntry
    from app.domain.line_events import HandoverItem
    from server.handover.books import Kept

_MARGIN = 16 * mm
_WIDTH = A4[0] - 2 * _MARGIN
#: What the page template keeps free inside its margins, whatever one says.
_FRAME_PADDING = 6
#: What a heading, and the signatures, need below them to stand on a page.
_LEAST_BELOW, _SIGNATURES = 24 * mm, 44 * mm
#: The item, and beside it what became of it.
_SHARES = (0.7, 0.3)
_MOST_CITED = 6
_EVERY = 10**6
_STYLE = (
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, DIVIDER),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
)


def handover_pdf(kept: Kept, *, plant: str, zone: tzinfo | None) -> bytes:
    """The handover as PDF bytes; the same content gives the same bytes.

    Raises:
        Problem: 409, nobody has signed it yet.
    """
    given = kept.book.given
    if given is None:
        detail = "This sheet has not been handed over yet; sign it first."
        raise Problem(409, "handover_moved_on", detail)
    paper = _Paper(kept, given, plant=plant, zone=zone)
    total = paper.build(total=None)[1]
    return paper.build(total=total)[0]


class _Paper:
    """One handover being laid out."""

    def __init__(
        self, kept: Kept, given: HandoverEntry, *, plant: str, zone: tzinfo | None
    ) -> None:
        font = record_font()
        self._kept = kept
        self._given = given
        self._plant = plant
        self._zone = zone
        self._font = font
        self._name = f"Handover {given.line}".rstrip()
        self._plain = ParagraphStyle(
            "plain", fontName=font, fontSize=8.5, leading=11.5, textColor=INK
        )
        self._small = ParagraphStyle(
            "small", parent=self._plain, fontSize=7, leading=9.5, textColor=MUTED
        )
        self._good = ParagraphStyle("good", parent=self._small, textColor=GOOD)
        self._bad = ParagraphStyle("bad", parent=self._small, textColor=BAD)
        self._title = ParagraphStyle(
            "title", parent=self._plain, fontName=f"{font}-Bold", fontSize=17, leading=22
        )
        self._section = ParagraphStyle(
            "section",
            parent=self._plain,
            fontName=f"{font}-Bold",
            fontSize=11,
            leading=14,
            spaceBefore=10,
            spaceAfter=2,
        )

    def build(self, *, total: int | None) -> tuple[bytes, int]:
        """The bytes and the number of pages; ``total`` is printed when it is known."""
        out = io.BytesIO()
        document = SimpleDocTemplate(
            out,
            pagesize=A4,
            leftMargin=_MARGIN - _FRAME_PADDING,
            rightMargin=_MARGIN - _FRAME_PADDING,
            topMargin=20 * mm,
            bottomMargin=18 * mm,
            title=f"Handover {self._kept.handover}",
            author=self._plant,
            invariant=1,
        )

        def furnish(canvas: Any, page: Any) -> None:  # noqa: ANN401 - reportlab has no types
            self._furnish(canvas, page.page, total)

        document.build(self._story(), onFirstPage=furnish, onLaterPages=furnish)
        return out.getvalue(), int(document.page)

    def _story(self) -> list[Any]:
        given = self._given
        shift = f" · {given.shift}" if given.shift else ""
        story = [Paragraph(as_words(f"{self._name}{shift}"), self._title), *self._people()]
        for part in sections(given.items, room=_EVERY):
            story.append(CondPageBreak(_LEAST_BELOW))
            story.append(Paragraph(TITLES[part.name], self._section))
            story.append(self._table(part.shown))
        story.append(CondPageBreak(_SIGNATURES))
        story.append(Paragraph("Signatures", self._section))
        for entry in (given, self._kept.book.taken):
            story += self._signature(entry) if entry is not None else []
        return story

    def _people(self) -> list[Any]:
        """Who gave and who took it, and how much of it is taken over."""
        book = self._kept.book
        told = [item for item in book.items if is_mandatory(item)]
        taken = sum(item.item in book.accepted for item in told)
        left, still = len(book.unsettled), len(book.open_questions)
        to = ", to the line: nobody was there" if self._given.to == "station" else ""
        took = "Nobody has taken it over yet."
        if book.taken is not None:
            took = f"Taken over by {book.taken.name}, {self._time(book.taken.at_us)}."
        lines = (
            f"Handed over by {self._given.name}, {self._time(self._given.at_us)}{to}.",
            took,
            f"To take over: {len(told)} · accepted: {taken} · neither accepted nor asked: {left}",
            f"Questions: {len(book.questions)} · still open: {still}",
        )
        return [*(self._of(words, self._plain) for words in lines), Spacer(1, 2 * mm)]

    def _table(self, items: Sequence[HandoverItem]) -> Table:
        rows = [[self._item(item), self._became(item)] for item in items]
        widths = [share * _WIDTH for share in _SHARES]
        # An item stays on one page; one that is longer than a page does not.
        return Table(rows, colWidths=widths, style=_STYLE, splitInRow=1)

    def _item(self, item: HandoverItem) -> list[Any]:
        """The sentence, its records, and what people said about it."""
        book = self._kept.book
        below = []
        if item.events:
            more = len(item.events) - _MOST_CITED
            cited = ", ".join(item.events[:_MOST_CITED])
            below.append(f"Records: {cited}{f' and {more} more' if more > 0 else ''}")
        below += [f"{one.name}: {one.words}" for one in book.comments.get(item.item, ())]
        for question in book.questions.values():
            if question.item == item.item:
                below.append(f"{question.asked.name} asks: {question.asked.words}")
                below += [f"{one.name} answers: {one.words}" for one in question.answers]
        said = self._of(sentence(item), self._plain)
        return [said, *(self._of(words, self._small) for words in below)]

    def _became(self, item: HandoverItem) -> list[Any]:
        """Who accepted it; else why nobody has."""
        book, parts = self._kept.book, []
        questions = [one for one in book.questions.values() if one.item == item.item]
        for question in questions:
            is_closed = question.closed is not None
            words = "Asked back, settled" if is_closed else "Asked back, still open"
            parts.append(self._of(words, self._good if is_closed else self._bad))
        accepted = book.accepted.get(item.item)
        if accepted is not None:
            words = f"Accepted by {accepted.name}, {self._short_time(accepted.at_us)}"
            parts.append(self._of(words, self._good))
        elif is_mandatory(item) and not questions:
            parts.append(self._of("Not accepted yet", self._bad))
        return parts

    def _signature(self, entry: HandoverEntry) -> list[Any]:
        who = f"{entry.name} ({entry.role} {entry.person}), {self._time(entry.at_us)}"
        seal = self._kept.seals.get(entry.number, "")
        return [
            self._of(f"{who}: {entry.meaning}", self._plain),
            self._of(f"By {entry.means}, over entry {entry.before}", self._small),
            self._of(f"Sealed by the plant: {seal}", self._small),
            Spacer(1, 2 * mm),
        ]

    def _furnish(self, canvas: Any, page: int, total: int | None) -> None:  # noqa: ANN401
        width, height = A4
        canvas.saveState()
        canvas.setFillColor(INK)
        canvas.setFont(f"{self._font}-Bold", 11)
        canvas.drawString(_MARGIN, height - 15 * mm, "asbuilt")
        canvas.setFont(font_for(self._plant, self._font), 8)
        canvas.setFillColor(MUTED)
        canvas.drawRightString(width - _MARGIN, height - 15 * mm, self._plant)
        canvas.setStrokeColor(DIVIDER)
        canvas.line(_MARGIN, height - 18 * mm, width - _MARGIN, height - 18 * mm)
        canvas.line(_MARGIN, 15 * mm, width - _MARGIN, 15 * mm)
        words = f"{self._name} · {self._time(self._given.at_us)} · {self._kept.handover}"
        canvas.setFont(font_for(words, self._font), 7)
        canvas.drawString(_MARGIN, 11 * mm, words)
        of = "" if total is None else f" of {total}"
        canvas.drawRightString(width - _MARGIN, 11 * mm, f"page {page}{of}")
        canvas.restoreState()

    def _of(self, words: str, style: ParagraphStyle) -> Paragraph:
        return Paragraph(as_words(words), style)

    def _short_time(self, at_us: int) -> str:
        """Without the day where it is that of the handover."""
        at, given = (utc(us).astimezone(self._zone) for us in (at_us, self._given.at_us))
        return f"{at:%H:%M}" if at.date() == given.date() else f"{at:%Y-%m-%d %H:%M}"

    def _time(self, at_us: int) -> str:
        return f"{utc(at_us).astimezone(self._zone):%Y-%m-%d %H:%M %Z}"
