"""What everything is made of: the colours of the states, the type scale, the icons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtWidgets import QWidget

from ui.gallery.specimens import Chapter, Specimen
from ui.messages import state_word
from ui.theme.files import RESOURCES
from ui.theme.look import ROLES
from ui.theme.tokens import RADIUS_CHIP, ShownState
from ui.widgets.label import Label
from ui.widgets.painted import CENTRE, Brush

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme.look import Look

_SWATCH_DU = (180, 56)
_ICONS_A_ROW = 20
_SAMPLES = {"value": "24.8", "andon": "02:10"}


def chapters() -> tuple[Chapter, ...]:
    """Colours, type and icons, each a chapter."""
    swatches = (Specimen(state_word(state), partial(_swatch, state=state)) for state in ShownState)
    roles = (Specimen(role, partial(_text, role=role)) for role in ROLES)
    return (
        Chapter("Colour and type", (*swatches, *roles)),
        Chapter("Icons", (Specimen("actions are bold", _Icons),)),
    )


def _swatch(look: Look, home: QWidget, state: ShownState) -> QWidget:
    return _Swatch(look, home, state)


def _text(look: Look, home: QWidget, role: str) -> QWidget:
    label = Label(look, role, wraps=False, parent=home)
    label.set_text(_SAMPLES.get(role, "Tighten bolt 3 of 4, 25 Nm"))
    return label


class _Swatch(QWidget):
    """The solid with its ink above, the tint with its text below."""

    def __init__(self, look: Look, home: QWidget, state: ShownState) -> None:
        super().__init__(home)
        self._look, self._state = look, state
        self.cut: set[str] = set()

    def sizeHint(self) -> QSize:  # noqa: N802
        width, height = _SWATCH_DU
        return QSize(self._look.px(width), self._look.px(2 * height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        colours, half = self._look.state(self._state), self.height() // 2
        upper, lower = (QRect(0, top, self.width(), half) for top in (0, half))
        brush = Brush(self, self._look, self.cut)
        font, radius = self._look.font("strong"), self._look.px(RADIUS_CHIP)
        for box, fill, ink in (
            (upper, colours.solid, colours.ink),
            (lower, colours.tint, colours.on_tint),
        ):
            brush.box(QRectF(box), fill=fill, radius_px=radius)
            brush.text(box, fill, font=font, colour=ink, align=CENTRE)
        brush.end()


class _Icons(QWidget):
    """Every bold icon at the size of the layout."""

    def __init__(self, look: Look, home: QWidget) -> None:
        super().__init__(home)
        self._look = look
        self._names = sorted(path.stem for path in (RESOURCES / "icons").glob("*-bold.svg"))
        self._cell = look.px(look.metrics.sizes.icon + 18)

    def sizeHint(self) -> QSize:  # noqa: N802
        rows = -(-len(self._names) // _ICONS_A_ROW)
        return QSize(_ICONS_A_ROW * self._cell, rows * self._cell)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        brush, size = Brush(self, self._look, set()), self._look.px(self._look.metrics.sizes.icon)
        for i, name in enumerate(self._names):
            y, x = (part * self._cell for part in divmod(i, _ICONS_A_ROW))
            brush.icon(name, self._look.palette.text, x=x, y=y, size_px=size)
        brush.end()
