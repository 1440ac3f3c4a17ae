"""The band over a stopped screen: shape, what happened, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainterPath
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.theme.tokens import RADIUS_CARD, ShownState
from ui.widgets.label import Label
from ui.widgets.painted import Brush

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.presenters.phrases import Words
    from ui.theme.look import Look

#: States that are quiet: tinted instead of filled.
_QUIET = frozenset({ShownState.OK, ShownState.CALLING})
_EDGE_DU = 4


class Band(QWidget):
    """Filled for what stops the work, tinted for what is only said."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tone, self._icon = ShownState.NOK, "hand-palm-bold"
        is_dense = look.metrics.is_dense
        self._headline, self._why = (
            Label(look, "title"),
            Label(look, "lead" if not is_dense else "body"),
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        side, pad = look.px(40 if not is_dense else 20), look.px(28 if not is_dense else 16)
        row.setContentsMargins(side, pad, side, pad)
        row.addSpacing(self._icon_px() + look.px(32 if not is_dense else 20))
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        column.addWidget(self._headline)
        column.addWidget(self._why)
        row.addLayout(column, 1)
        self._left = side

    def show_band(self, *, tone: ShownState, icon: str, headline: Words, why: Words) -> None:
        self._tone, self._icon = tone, icon
        self._headline.set_text(say(headline))
        self._why.set_text(say(why))
        ink = self.ink
        self._headline.set_colour(ink)
        self._why.set_colour(ink)
        self.setAccessibleName(f"{say(headline)} {say(why)}")
        self.updateGeometry()
        self.update()

    @property
    def is_quiet(self) -> bool:
        return self._tone in _QUIET

    @property
    def ink(self) -> str:
        colours = self._look.state(self._tone)
        return self._look.palette.text if self.is_quiet else colours.ink

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        colours = self._look.state(self._tone)
        brush = Brush(self, self._look, set())
        inset = 1 if self.is_quiet else _EDGE_DU + 1
        radius = self._look.px(RADIUS_CARD - inset)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        box = QRectF(self.rect())
        path.addRoundedRect(box, radius, radius)
        path.addRect(box.adjusted(0, box.height() / 2, 0, 0))
        fill = QColor(colours.tint if self.is_quiet else colours.solid)
        brush.painter.fillPath(path, fill)
        size = self._icon_px()
        ink = colours.on_tint if self.is_quiet else colours.ink
        y = (self.height() - size) // 2
        brush.icon(self._icon, ink, x=self._left, y=y, size_px=size)
        brush.end()

    def _icon_px(self) -> int:
        return self._look.px(72 if not self._look.metrics.is_dense else 56)


class ToneFrame(QFrame):
    """A card with an edge in the colour of its band."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._tone = ShownState.NOK
        self._quiet = False
        self.column = QVBoxLayout(self)
        edge = look.px(_EDGE_DU)
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(0)

    def set_tone(self, tone: ShownState, *, is_quiet: bool) -> None:
        self._tone, self._quiet = tone, is_quiet
        edge = self._look.px(1 if is_quiet else _EDGE_DU)
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(600), self._look.px(400))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        palette = self._look.palette
        line = palette.divider if self._quiet else self._look.state(self._tone).solid
        width = self._look.px(1 if self._quiet else _EDGE_DU)
        brush = Brush(self, self._look, set())
        brush.box(
            QRectF(self.rect()),
            fill=palette.raised,
            line=line,
            width_px=width,
            radius_px=self._look.px(RADIUS_CARD),
        )
        brush.end()
