"""What is tapped: buttons, tiles, rows and pads."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ui.gallery.specimens import FULL, Chapter, Specimen
from ui.presenters.phrases import phrase
from ui.presenters.text_pad import TextPadView
from ui.presenters.view_states import Chip, OrderLine, PadView, PersonLine
from ui.theme.tokens import ShownState
from ui.widgets.button import Button
from ui.widgets.number_pad import NumberPad
from ui.widgets.order_row import OrderRow
from ui.widgets.person_button import PersonButton
from ui.widgets.text_pad import LETTERS, TextPad

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look

_KINDS = {
    "standard": ("Step back", "arrow-u-up-left-bold"),
    "primary": ("Next", "check-bold"),
    "waiting": ("Waiting for bolt 3", ""),
    "danger": ("Problem", "warning-octagon-bold"),
    "chosen": ("Thread", ""),
    "chosen_ok": ("OK", "check-bold"),
    "chosen_nok": ("Not OK", "x-bold"),
    "key": ("7", ""),
    "letter": ("q", ""),
}
_LONG = "The thread of the third bolt was dirty, cleaned it with air, then 12.1 Nm was reached"
_TILES = {
    "tile": ("Part wrong or missing", "cube-bold"),
    "urgent": ("Not safe", "warning-bold"),
}


class _Focused:
    """Painted as if the keyboard had come to it: only one widget can really have the focus."""

    def hasFocus(self) -> bool:  # noqa: N802
        return True


class _FocusedButton(_Focused, Button):
    """A button the keyboard has come to."""


class _FocusedOrder(_Focused, OrderRow):
    """An order the keyboard has come to."""


class _FocusedPerson(_Focused, PersonButton):
    """A person the keyboard has come to."""


def chapters() -> tuple[Chapter, ...]:
    """One for each kind of widget."""
    return (_buttons("Button", _KINDS | _TILES), _rows(), _number_pads(), _text_pads())


def _nothing(_name: str) -> None:
    """A tap in the gallery leads nowhere."""


def _buttons(title: str, kinds: dict[str, tuple[str, str]]) -> Chapter:
    specimens = []
    for kind in kinds:
        specimens.append(Specimen(kind, partial(_button, kinds=kinds, kind=kind)))
        if kind != "waiting":
            pressed = partial(_button, kinds=kinds, kind=kind, is_down=True)
            focused = partial(_button, kinds=kinds, kind=kind, has_focus=True)
            specimens.append(Specimen(f"{kind}, pressed", pressed))
            specimens.append(Specimen(f"{kind}, keyboard focus", focused))
    return Chapter(title, tuple(specimens))


def _button(
    look: Look,
    home: QWidget,
    kinds: dict[str, tuple[str, str]],
    kind: str,
    *,
    is_down: bool = False,
    has_focus: bool = False,
) -> QWidget:
    words, icon = kinds[kind]
    button = (_FocusedButton if has_focus else Button)(look, _nothing)
    button.setParent(home)
    button.show_action(kind, words, icon=icon, kind=kind)
    button.setDown(is_down)
    return button


def _rows() -> Chapter:
    return Chapter(
        "Rows",
        (
            Specimen("order", _order, FULL, 110),
            Specimen("order, chosen", partial(_order, is_chosen=True), FULL, 110),
            Specimen("order, keyboard focus", partial(_order, kind=_FocusedOrder), FULL, 110),
            Specimen("person", _person, 360),
            Specimen("person, chosen", partial(_person, is_chosen=True), 360),
            Specimen("person, keyboard focus", partial(_person, kind=_FocusedPerson), 360),
        ),
    )


def _order(
    look: Look, home: QWidget, *, kind: type[OrderRow] = OrderRow, is_chosen: bool = False
) -> QWidget:
    row = kind(look, _nothing)
    row.setParent(home)
    running, name = Chip(ShownState.IN_PROGRESS, phrase("state/running")), "GX-200 B"
    row.show_order(
        OrderLine("PO-100482", name, "Priority 1", "12 / 40", "11:30", running, is_chosen)
    )
    return row


def _person(
    look: Look, home: QWidget, *, kind: type[PersonButton] = PersonButton, is_chosen: bool = False
) -> QWidget:
    row = kind(look, _nothing)
    row.setParent(home)
    row.show_person(PersonLine("417", "Operator 417", "OP", "Torque, seal", is_chosen))
    return row


def _number_pads() -> Chapter:
    limits = phrase("measure/range", low="0.08", high="0.14", unit="mm")
    views = {
        "empty, with limits": PadView("", "mm", limits),
        "typed": PadView("0.11", "mm", limits),
        "in doubt": PadView("1.1", "mm", limits, phrase("measure/doubt")),
        "with a sign": PadView("-3", "°C", has_sign=True),
        "secret": PadView("4711", is_secret=True, has_point=False),
    }
    return Chapter(
        "Number pad",
        tuple(
            Specimen(words, partial(_number_pad, view=view), 400) for words, view in views.items()
        ),
    )


def _number_pad(look: Look, home: QWidget, view: PadView) -> QWidget:
    pad = NumberPad(look, _nothing)
    pad.setParent(home)
    pad.show_pad(view)
    return pad


def _text_pads() -> Chapter:
    written = TextPadView("Thread was dirty")
    return Chapter(
        "Text pad",
        (
            Specimen("empty", partial(_text_pad, view=TextPadView("", "In your own words"))),
            Specimen("typed", partial(_text_pad, view=written)),
            Specimen("capitals", partial(_text_pad, view=TextPadView("", is_upper=True))),
            *(
                Specimen(letters, partial(_text_pad, view=replace(written, letters=letters)))
                for letters in LETTERS
                if letters != written.letters
            ),
            Specimen("longer than its line", partial(_text_pad, view=TextPadView(_LONG))),
        ),
    )


def _text_pad(look: Look, home: QWidget, view: TextPadView) -> QWidget:
    pad = TextPad(look, _nothing)
    pad.setParent(home)
    pad.show_pad(view)
    return pad
