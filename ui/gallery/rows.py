"""The row of a list, and a choice with what is known of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.gallery.specimens import FULL, Chapter, Specimen
from ui.presenters.card_body import ResponseView
from ui.presenters.phrases import phrase
from ui.presenters.rows import Row
from ui.presenters.view_states import Chip
from ui.theme.tokens import ShownState
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.list_row import NO_COLUMNS, ListRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look

_CHOSEN = Chip(ShownState.IN_PROGRESS, phrase("state/chosen"), "check-bold")
_ROWS = {
    "leads somewhere": Row("one", "Theme", "Light for bright halls, dark for dim ones"),
    "with a value": Row("two", "Worn bit", "Last 3 Sep", value="2 of 9"),
    "chosen, with a value": Row("three", "Thread dirty", "Last 12 Oct", _CHOSEN, "7 of 9"),
    "with a button": Row("four", "Scratch", "at bolt 3", button="Put right"),
    "only tells": Row("", "Application", value="1.4.0"),
    "goes on": Row("", "Copy the records", "12 of 40", None, "30 %", share=0.3),
}
_CHOICES = {
    "what was done before": ResponseView("one", "Clean it", "held in 10 of 11", "Last 6 Nov"),
    "chosen": ResponseView(
        "two", "Change the tool", "held in 2 of 7", "Last 3 Sep", is_chosen=True
    ),
    "not advised now": ResponseView("", "Replace the part", "held in 0 of 4", "Suspended"),
}


def choices_chapter() -> Chapter:
    """Chosen, open, and one that only tells."""
    shown = (Specimen(name, partial(_choice, view=view), FULL) for name, view in _CHOICES.items())
    return Chapter("Choice", tuple(shown))


def rows_chapter() -> Chapter:
    """What a row can hold."""
    specimens = (Specimen(name, partial(_row, row=row), FULL) for name, row in _ROWS.items())
    return Chapter("List row", tuple(specimens))


def _row(look: Look, home: QWidget, row: Row) -> QWidget:
    widget = ListRow(look, str)
    widget.setParent(home)
    widget.show_row(row)
    widget.set_columns(NO_COLUMNS.with_room_for(widget))
    return widget


def _choice(look: Look, home: QWidget, view: ResponseView) -> QWidget:
    widget = ChoiceBox(look, str)
    widget.setParent(home)
    widget.show_response(view)
    return widget
