"""A list in rows: words, a state, a value and what a tap does; paged by two big buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.presenters.pages import Pages
from ui.presenters.phrases import Phrase, Words
from ui.presenters.view_states import Body, Chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.presenters.scene import Scene


@dataclass(frozen=True, slots=True)
class Row:
    """One row.  A tap anywhere on it is ``name``; without a name it only tells.

    ``button`` are the words of the button drawn at its right end; without them, an arrow.
    ``below`` takes up to two small lines, all else one line.  ``share`` of 1 is done: a bar.
    """

    name: str
    words: Words
    below: Words = ""
    chip: Chip | None = None
    value: Words = ""
    button: Words = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class RowsBody(Body):
    """A title, a line, and the rows of one page; ``note`` says which of how many."""

    title: Words
    line: Words
    rows: tuple[Row, ...]
    note: Words = ""


def row_pages(scene: Scene, total: int, number: int) -> Pages:
    """Where one is in a list of ``total`` rows; its ``actions()`` are Up and Down."""
    return Pages(total, scene.room.rows, number)


def rows_body(title: Words, line: Words, rows: Sequence[Row], pages: Pages) -> RowsBody:
    """The page of ``rows`` that ``pages`` points at."""
    note: Words = "" if pages.is_one else Phrase("rows/page", dict(pages.facts()))
    return RowsBody(title, line, pages.shown(rows), note)
