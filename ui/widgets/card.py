"""Surfaces: cards, insets and hairlines, styled by the one sheet through a property."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

if TYPE_CHECKING:
    from ui.theme.look import Look


def card(
    look: Look, surface: str = "card", *, pad_du: int | None = None
) -> tuple[QFrame, QVBoxLayout]:
    """A surface and the column inside it."""
    frame = QFrame()
    frame.setProperty("surface", surface)
    column = QVBoxLayout(frame)
    pad = look.px(look.metrics.sizes.pad if pad_du is None else pad_du)
    column.setContentsMargins(pad, pad, pad, pad)
    column.setSpacing(look.px(8))
    return frame, column


def hairline(look: Look) -> QFrame:
    """A quiet line between two parts of a card."""
    line = QFrame()
    line.setProperty("surface", "line")
    line.setFixedHeight(look.px(1))
    return line
