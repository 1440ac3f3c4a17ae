"""Two units side by side, and the three truths as large buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.views.band import Band, ToneFrame
from ui.views.band_view import FactsBlock
from ui.widgets.button import Button
from ui.widgets.card import hairline
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.guard_face import GuardBody
    from ui.theme.look import Look

_TRUTHS = 3


class GuardView(QWidget):
    """The band, what is open and what was scanned, then the question."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        is_dense = look.metrics.is_dense
        self._frame, self._band = ToneFrame(look), Band(look)
        self._blocks = [FactsBlock(look) for _ in range(2)]
        self._question = Label(look, "heading")
        self._truths = [Button(look, on_tap, kind="tile") for _ in range(_TRUTHS)]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self._frame.column.addWidget(self._band)
        pad = look.px(40 if not is_dense else 16)
        inner = QVBoxLayout()
        inner.setContentsMargins(pad, pad if not is_dense else look.px(12), pad, pad)
        inner.setSpacing(look.px(24 if not is_dense else 8))
        facts, truths = QHBoxLayout(), QHBoxLayout()
        for row in (facts, truths):
            row.setSpacing(look.px(24 if not is_dense else 12))
        for block in self._blocks:
            facts.addWidget(block, 1, Qt.AlignmentFlag.AlignTop)
        for tile in self._truths:
            tile.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            tile.setMaximumHeight(look.px(220))
            truths.addWidget(tile, 1)
        inner.addLayout(facts)
        inner.addWidget(hairline(look))
        inner.addWidget(self._question)
        inner.addLayout(truths, 3)
        inner.addStretch(1)
        self._frame.column.addLayout(inner, 1)

    def show_body(self, body: GuardBody) -> None:
        self._band.show_band(tone=body.tone, icon=body.icon, headline=body.headline, why=body.why)
        self._frame.set_tone(body.tone, is_quiet=self._band.is_quiet)
        for widget, block in zip(self._blocks, body.blocks, strict=True):
            widget.show_block(block)
        self._question.set_text(say(body.question))
        for tile, truth in zip(self._truths, body.truths, strict=True):
            tile.show_action(truth.name, say(truth.words), icon=truth.icon)
