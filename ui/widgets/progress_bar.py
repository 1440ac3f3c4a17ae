"""How far long work is: a bar that fills, beside the words that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.tokens import ShownState
from ui.widgets.painted import Brush

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme.look import Look

HEIGHT_DU = 16
#: Along the edge of a row.
LINE_DU = 8


class ProgressBar(QWidget):
    """From 0 to 1; takes no room where nobody counts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share: float | None = None
        self.setFixedHeight(look.px(HEIGHT_DU))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None) -> None:
        self.setVisible(share is not None)
        if share != self._share:
            self._share = share
            self.setAccessibleName("" if share is None else f"{share:.0%}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        if self._share is None:
            return
        brush = Brush(self, self._look, set())
        draw_progress(brush, self._look, QRectF(self.rect()), self._share)
        brush.end()


def draw_progress(brush: Brush, look: Look, rect: QRectF, share: float) -> None:
    """A track, and what of it is done."""
    radius = round(rect.height() / 2)
    brush.box(rect, fill=look.palette.divider, radius_px=radius)
    width = rect.width() * min(1.0, max(0.0, share))
    if width >= rect.height():
        done = QRectF(rect.left(), rect.top(), width, rect.height())
        solid = look.state(ShownState.IN_PROGRESS).solid
        brush.box(done, fill=solid, radius_px=radius)
