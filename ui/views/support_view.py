"""What support asks for by phone, and a QR code that says all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.theme.tokens import CODE_INK, CODE_PAPER
from ui.widgets.card import card
from ui.widgets.label import Label
from ui.widgets.painted import Brush

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from ui.presenters.support_face import SupportBody
    from ui.theme.look import Look

_FACTS = 5
#: Modules around a QR code that stay light, so that a phone finds it.
_QUIET = 4
_CODE_DU, _DENSE_CODE_DU = 420, 320


class SupportView(QWidget):
    """Facts on the left, the code on the right."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        del on_tap
        super().__init__()
        is_dense = look.metrics.is_dense
        self._title = Label(look, "title")
        self._line = Label(look, "body", colour=look.palette.text_muted)
        muted = look.palette.text_muted
        self._labels = [Label(look, "meta", colour=muted) for _ in range(_FACTS)]
        self._values = [Label(look, "strong") for _ in range(_FACTS)]
        self._code = _Code(look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(look, pad_du=32 if not is_dense else 16)
        outer.addWidget(frame)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addSpacing(look.px(16 if not is_dense else 4))
        row = QHBoxLayout()
        facts = QGridLayout()
        facts.setVerticalSpacing(look.px(4))
        for number, (label, value) in enumerate(zip(self._labels, self._values, strict=True)):
            facts.addWidget(label, 2 * number, 0)
            facts.addWidget(value, 2 * number + 1, 0)
        facts.setRowStretch(2 * _FACTS, 1)
        row.addLayout(facts, 1)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addStretch(1)

    def show_body(self, body: SupportBody) -> None:
        self._title.set_text(say(body.title))
        self._line.set_text(say(body.line))
        for label, value, fact in zip(self._labels, self._values, body.facts, strict=True):
            label.set_text(say(fact[0]))
            value.set_text(say(fact[1]))
        self._code.show_code(body.code, say(body.spoken))


class _Code(QWidget):
    """Always dark on light, in either theme: phones do not read it otherwise."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rows: tuple[str, ...] = ()
        side = look.px(_DENSE_CODE_DU if look.metrics.is_dense else _CODE_DU)
        self._look = look
        self._size = QSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, rows: tuple[str, ...], words: str) -> None:
        self.setAccessibleName(words)
        self.setVisible(bool(rows))
        if rows != self._rows:
            self._rows = rows
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._size

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        brush = Brush(self, self._look, set())
        brush.box(QRectF(self.rect()), fill=CODE_PAPER)
        modules = len(self._rows) + 2 * _QUIET
        side = self.width() // modules
        first = (self.width() - side * len(self._rows)) // 2
        black = QColor(CODE_INK)
        for y, row in enumerate(self._rows):
            for x, module in enumerate(row):
                if module == "1":
                    box = QRect(first + x * side, first + y * side, side, side)
                    brush.painter.fillRect(box, black)
        brush.end()
