"""The mark of a numbered place or step: its state in colour and shape, its number until done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor

from ui.theme.tokens import ShownState
from ui.widgets.painted import CENTRE

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from ui.theme.look import Look
    from ui.widgets.painted import Brush

#: To do and in progress show their number instead.
SHAPES = {
    ShownState.OK: "check-bold",
    ShownState.NOK: "x-bold",
    ShownState.ATTENTION: "warning-fill",
    ShownState.BLOCKED: "lock-key-fill",
    ShownState.OFFLINE: "cloud-slash-bold",
    ShownState.WAIVED: "prohibit-bold",
    ShownState.CALLING: "bell-ringing-fill",
}
#: These are drawn as a ring: nothing happened there that would fill it.
_HOLLOW = frozenset({ShownState.TODO, ShownState.OFFLINE, ShownState.WAIVED})
_HALO = 1.7
_ICON_SHARE = 0.56


def draw_disc(
    brush: Brush,
    look: Look,
    state: ShownState,
    rect: QRectF,
    *,
    number: str,
    font: QFont,
    has_halo: bool = False,
    is_quiet: bool = False,
) -> None:
    """A ring for to do, a disc for what happened, a square for NOK: also without colour.

    Where ``is_quiet``, to do is a pale disc without its ring.
    """
    colours = look.state(state)
    if has_halo:
        halo = QColor(colours.solid)
        halo.setAlphaF(0.18)
        grown = rect.width() * (_HALO - 1) / 2
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(halo)
        brush.painter.drawEllipse(rect.adjusted(-grown, -grown, grown, grown))
    is_hollow = state in _HOLLOW
    radius = rect.width() / 2 if state is not ShownState.NOK else rect.width() / 5
    is_plain = is_quiet and state is ShownState.TODO
    line = look.palette.control if is_hollow and not is_plain else None
    brush.box(
        rect,
        fill=colours.tint if is_hollow else colours.solid,
        line=look.palette.warn_line if state is ShownState.ATTENTION else line,
        width_px=look.px(2),
        radius_px=round(radius),
        is_dashed=state is ShownState.OFFLINE,
    )
    ink = colours.on_tint if is_hollow else colours.ink
    shape = SHAPES.get(state)
    if shape is None:
        brush.text(rect.toRect(), number, font=font, colour=ink, align=CENTRE)
        return
    size = round(rect.width() * _ICON_SHARE)
    at = QRect(0, 0, size, size)
    at.moveCenter(rect.toRect().center())
    brush.icon(shape, ink, x=at.x(), y=at.y(), size_px=size)
