"""The draft of a line's handover, from what the plant knows now; nothing of it is stored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.handover_draft import drafted, is_mandatory
from app.domain.line_events import HandoverItem
from server.handover import going, standing, supplies
from server.handover.books import books_in_hand
from server.handover.checks import open_checks
from server.handover.line import lately, read_line
from server.problems import not_found
from server.read.board import station_cards
from server.read.line_documents import LineDocuments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    import sqlalchemy as sa

    from server.flow.figures import FlowFigures
    from server.handover.books import Kept
    from server.handover.line import Line
    from server.read.board import StationCard


@dataclass(frozen=True, slots=True)
class LineDraft:
    """What stands on the sheet of a line now; ``open`` is the book people write into, if any.

    ``earlier`` are the line's newest handovers, and older ones that left a question open.
    """

    line: Line
    items: tuple[HandoverItem, ...]
    open: Kept | None
    earlier: tuple[Kept, ...]

    @property
    def mark(self) -> str:
        """Changes when something that must be taken over came or went; counts may go on."""
        names = "\0".join(item.item for item in self.items if is_mandatory(item))
        return hashlib.sha256(names.encode()).hexdigest()[:16]

    @property
    def waiting(self) -> Kept | None:
        """Given and not taken over yet."""
        return next((one for one in self.earlier if _is_waiting(one)), None)


def draft_of(
    connection: sa.Connection,
    name: str,
    *,
    now_us: int,
    zone: tzinfo | None,
    flow: FlowFigures,
    cards: Sequence[StationCard] | None = None,
) -> LineDraft:
    """Everything abnormal on the line called ``name``, by consequence; promises are ``flow``'s.

    ``cards`` are all stations', where they are at hand.

    Raises:
        Problem: 404, no station is on such a line.
    """
    books = books_in_hand(connection, name)
    given = [one.book.given.at_us for one in books if one.book.given is not None]
    cards = station_cards(connection, now_us=now_us) if cards is None else cards
    line = read_line(
        connection, name, cards, now_us=now_us, zone=zone, handed_over_us=max(given, default=None)
    )
    if line is None:
        raise not_found(detail=f"No station is on a line called {name!r}.")
    open_ = next((one for one in books if one.book.given is None), None)
    added = () if open_ is None else open_.book.items
    items = drafted([*_found(connection, line, flow), *asked_back(books), *added])
    earlier = tuple(one for one in books if one.book.given is not None)
    return LineDraft(line, items, open_, earlier)


def asked_back(books: Sequence[Kept]) -> list[HandoverItem]:
    """Questions of earlier handovers that nobody has settled: they go on until somebody does."""
    found = []
    for kept in books:
        for one in kept.book.open_questions:
            facts = {
                "by": one.asked.role,
                "words": one.asked.words,
                "answer": " ".join(entry.words for entry in one.answers),
                "about": one.item,
            }
            kind = "answered" if one.answers else "asked"
            cited = next((i.events for i in kept.book.items if i.item == one.item), ())
            found.append(HandoverItem(f"asked:{kept.handover}:{one.number}", kind, facts, cited))
    return found


def _found(connection: sa.Connection, line: Line, flow: FlowFigures) -> list[HandoverItem]:
    facts, documents = lately(connection, line), LineDocuments(connection)
    figures = flow.of(connection, documents, line.name, now_us=line.now_us)
    return [
        *standing.holds(connection),
        *standing.concessions(connection, line),
        *standing.situations(connection, line),
        *standing.stations(connection, line),
        *standing.units_in_work(connection, line),
        *open_checks(connection, line),
        *standing.watched(connection, line),
        *going.open_calls(connection, line),
        going.output(connection, facts, line),
        *going.lost(connection, documents, line),
        *going.orders(connection, line, figures),
        *going.notes(facts),
        *supplies.material(connection, line),
        *supplies.instructions(connection, line),
    ]


def _is_waiting(kept: Kept) -> bool:
    return kept.book.given is not None and kept.book.taken is None
