"""One widget in one state, and how specimens are laid out on pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look

CAPTION_DU = 30
FULL = float("inf")
_GAP_DU = 24


@dataclass(frozen=True, slots=True)
class Specimen:
    """``caption`` names the state; a size of 0 du is the widget's own, FULL what there is.

    ``build`` gets the widget's home too: one shown without a parent would be a window.
    """

    caption: str
    build: Callable[[Look, QWidget], QWidget]
    width_du: float = 0
    height_du: float = 0


@dataclass(frozen=True, slots=True)
class Chapter:
    """One widget in all its states."""

    title: str
    specimens: tuple[Specimen, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A built widget below its caption, where it stands on its page."""

    caption: Label
    widget: QWidget
    caption_at: QRect
    at: QRect


def lay_out(
    look: Look, home: QWidget, specimens: Iterable[Specimen], room: QSize
) -> list[list[Placed]]:
    """Fill rows from left to right; what does not fit stands on the next page."""
    px = look.px
    gap, head = px(_GAP_DU), px(CAPTION_DU)
    pages: list[list[Placed]] = [[]]
    x = y = row_height = 0
    for specimen in specimens:
        widget = specimen.build(look, home)
        caption = Label(look, "meta", wraps=False, parent=home)
        caption.set_text(specimen.caption)
        width, height = _size(look, specimen, widget, room.width())
        cell = max(width, caption.sizeHint().width())
        if x and x + cell > room.width():
            x, y, row_height = 0, y + row_height + gap, 0
        if y and y + head + height > room.height():
            pages.append([])
            x = y = row_height = 0
        caption_at = QRect(x, y, cell, head)
        pages[-1].append(Placed(caption, widget, caption_at, QRect(x, y + head, width, height)))
        x, row_height = x + cell + gap, max(row_height, head + height)
    return pages


def _size(look: Look, specimen: Specimen, widget: QWidget, room: int) -> tuple[int, int]:
    hint = widget.sizeHint()
    width = room if specimen.width_du == FULL else look.px(specimen.width_du) or hint.width()
    if specimen.height_du:
        return width, look.px(specimen.height_du)
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return width, layout.totalHeightForWidth(width)
    return width, hint.height()
