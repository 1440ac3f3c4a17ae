"""Compiles the tokens into the one application style sheet.

Only surfaces are styled here.  Whatever shows a state paints itself, since a repaint costs far
less than a style change.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from ui.theme.tokens import RADIUS_CARD, RADIUS_CONTROL, ShownState

if TYPE_CHECKING:
    from ui.theme.look import Look

_SHEET = Template("""
QWidget#station { background: $canvas; }
QFrame[surface="header"] { background: $surface; border: none; border-bottom: ${line}px solid $divider; }
QFrame[surface="actions"] { background: $surface; border: none; border-top: ${line}px solid $divider; }
QFrame[surface="card"] { background: $raised; border: ${line}px solid $divider; border-radius: ${card}px; }
QFrame[surface="inset"] { background: $inset; border: none; border-radius: ${control}px; }
QFrame[surface="slot"] { background: $surface; border: ${edge}px dashed $line_colour; border-radius: ${control}px; }
QFrame[surface="call"] { background: $call; border: ${thick}px solid $accent; border-radius: ${card}px; }
QFrame[surface="warn"] { background: $warn; border: ${edge}px solid $warn_line; border-radius: ${control}px; }
QFrame[surface="danger"] { background: $danger; border: ${edge}px solid $danger_line; border-radius: ${control}px; }
QFrame[surface="line"] { background: $divider; border: none; }
""")  # noqa: E501 - one rule a line reads best


def compile_sheet(look: Look) -> str:
    """Return the style sheet for ``QApplication.setStyleSheet``."""
    palette, px = look.palette, look.px
    attention, nok = look.state(ShownState.ATTENTION), look.state(ShownState.NOK)
    return _SHEET.substitute(
        canvas=palette.canvas, surface=palette.surface, raised=palette.raised,
        divider=palette.divider, accent=palette.accent, line_colour=palette.control,
        inset=palette.picture_ground, call=look.state(ShownState.IN_PROGRESS).tint,
        warn=attention.tint, warn_line=palette.warn_line,
        danger=nok.tint, danger_line=nok.solid,
        line=px(1), edge=px(2), thick=px(3),
        card=px(RADIUS_CARD), control=px(RADIUS_CONTROL),
    )  # fmt: skip
