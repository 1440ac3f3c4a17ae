"""The panels beside the work: instruct, scan, inspect and confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.messages import say, state_word
from ui.presenters.phrases import phrase
from ui.theme.icons import icon_pixmap
from ui.theme.tokens import ShownState
from ui.views.trouble_box import TroubleBox
from ui.widgets.button import Button
from ui.widgets.card import card, hairline
from ui.widgets.label import Label
from ui.widgets.painted import CENTRE, Brush
from ui.widgets.state_chip import StateChip
from ui.widgets.state_disc import draw_disc

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from ui.presenters.view_states import (
        Chip,
        ConfirmSide,
        InspectSide,
        InstructSide,
        Point,
        ScanSide,
    )
    from ui.theme.look import Look

_MAX_LINES = 4
_MAX_POINTS = 5
_MAX_SLOT_DU = 320
_TILES_FROM_DU = 1000  # screen height


class _Panel(QWidget):
    """Heading and chip, a hairline, then the face's own part."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._heading, self._chip = Label(look, "heading"), StateChip(look)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(12 if look.metrics.is_dense else 16))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self._heading, 1)
        row.addWidget(self._chip)
        self.column.addLayout(row)
        self.column.addWidget(hairline(look))

    def show_head(self, heading: str, chip: Chip) -> None:
        self._heading.set_text(heading)
        self._chip.show_chip(chip)


class InstructPanel(_Panel):
    """What to do, in a few short lines, and what the machine says."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._lines = [Label(look, "lead") for _ in range(_MAX_LINES)]
        for line in self._lines:
            self.column.addWidget(line)
        self._machine_box, inner = card(look, "inset", pad_du=16)
        row = QHBoxLayout()
        row.setSpacing(look.px(14))
        icon = QLabel()
        size = look.px(32)
        icon.setPixmap(icon_pixmap("gear-bold", look.palette.control, size))
        self._machine = Label(look, "strong")
        row.addWidget(icon)
        row.addWidget(self._machine, 1)
        inner.addLayout(row)
        self._warn = TroubleBox(look)
        self.column.addWidget(self._machine_box)
        self.column.addWidget(self._warn)
        self.column.addStretch(1)

    def show_side(self, side: InstructSide) -> None:
        self.show_head(say(phrase("step/do_this")), side.chip)
        for label, line in zip(self._lines, (*side.lines, *("",) * _MAX_LINES), strict=False):
            label.set_text(say(line))
        self._machine_box.setVisible(bool(say(side.machine)))
        self._machine.set_text(say(side.machine))
        self._warn.show_trouble(side.trouble)


class ScanPanel(_Panel):
    """What to fetch and from where, and the slot its label fills."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        muted = look.palette.text_muted
        self._name = Label(look, "title")
        self._part = Label(look, "lead", colour=muted)
        self._place_box, place = card(look, "inset", pad_du=16)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        pin = QLabel()
        pin.setPixmap(icon_pixmap("map-pin-bold", look.palette.control, look.px(32)))
        self._place = Label(look, "heading")
        row.addWidget(pin)
        row.addWidget(self._place, 1)
        place.addLayout(row)
        self._slot = _Slot(look)
        for widget in (self._name, self._part, self._place_box):
            self.column.addWidget(widget)
        self.column.addWidget(self._slot, 100)
        self.column.addStretch(1)

    def show_side(self, side: ScanSide) -> None:
        self.show_head(say(side.heading), side.chip)
        self._name.set_text(side.name)
        self._part.set_text(say(side.part))
        self._place_box.setVisible(bool(say(side.place)))
        self._place.set_text(say(side.place))
        self._slot.show_slot(say(side.slot), is_filled=side.is_filled)


class InspectPanel(_Panel):
    """Each place with its own answer; never a blanket tick."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__(look)
        self._points = [_PointRow(look, on_tap) for _ in range(_MAX_POINTS)]
        for point in self._points:
            self.column.addWidget(point)
        self.column.addStretch(1)

    def show_side(self, side: InspectSide) -> None:
        self.show_head(say(side.heading), side.chip)
        points = _window(side.points)
        for row, point in zip(self._points, (*points, *(None,) * _MAX_POINTS), strict=False):
            row.show_point(point, is_looked_at=side.is_looked_at)


class ConfirmPanel(_Panel):
    """The fact to swear to, in words."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._statement = Label(look, "heading" if look.metrics.is_dense else "title")
        self._hint = Label(look, "body", colour=look.palette.text_muted)
        frame, inner = card(look, "inset")
        inner.addWidget(self._statement)
        self.column.addWidget(frame)
        self.column.addWidget(self._hint)
        self.column.addStretch(1)

    def show_side(self, side: ConfirmSide) -> None:
        self.show_head(say(phrase("do_it/confirm")), side.chip)
        self._statement.set_text(say(phrase("confirm/statement", statement=side.statement)))
        self._hint.set_text(say(side.hint))


class _Slot(QWidget):
    """Empty and dashed until a label fills it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text, self._is_filled = "", False
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(self.sizeHint().height())
        self.setMaximumHeight(look.px(_MAX_SLOT_DU))

    def show_slot(self, text: str, *, is_filled: bool) -> None:
        self._text, self._is_filled = text, is_filled
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(
            self._look.px(320), self._look.px(128 if self._look.metrics.is_dense else 168)
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        px = self._look.px
        state = ShownState.OK if self._is_filled else ShownState.IN_PROGRESS
        colours = self._look.state(state)
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        brush.box(
            QRectF(self.rect()),
            fill=colours.tint,
            line=colours.solid,
            width_px=px(3),
            radius_px=px(14),
            is_dashed=not self._is_filled,
        )
        size = px(48)
        top = (self.height() - size - px(44)) // 2
        name = "check-circle-fill" if self._is_filled else "barcode-bold"
        x = (self.width() - size) // 2
        brush.icon(name, colours.on_tint, x=x, y=top, size_px=size)
        box = QRect(px(12), top + size + px(6), self.width() - px(24), px(40))
        font = self._look.font("heading")
        colour = self._look.palette.text
        brush.text(box, self._text, font=font, colour=colour, align=CENTRE)
        brush.end()


class _PointRow(QWidget):
    """Number and name of a place; OK and Not OK beside them, or below where there is room."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self._look = look
        self._disc = _Disc(look)
        self._name = Label(look, "strong")
        self._ok, self._nok = Button(look, on_tap), Button(look, on_tap)
        is_tile = look.metrics.height_du >= _TILES_FROM_DU
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.px(8) if is_tile else 0)
        column.setSpacing(look.px(8))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self._disc)
        row.addWidget(self._name, 1)
        column.addLayout(row)
        answers = QHBoxLayout() if is_tile else row
        answers.setSpacing(look.px(12))
        if is_tile:
            column.addLayout(answers)
        wide = QSizePolicy.Policy.Ignored if is_tile else QSizePolicy.Policy.Maximum
        for button in (self._ok, self._nok):
            button.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
            answers.addWidget(button, 1 if is_tile else 0)

    def show_point(self, point: Point | None, *, is_looked_at: bool) -> None:
        self.setVisible(point is not None)
        if point is None:
            return
        self._disc.show_point(point)
        self._name.set_text(point.words)
        quiet = "standard" if is_looked_at else "unread"
        ok_kind = "chosen_ok" if point.answer is True else quiet
        nok_kind = "chosen_nok" if point.answer is False else quiet
        name = f"point:{point.position}"
        has_icon = not self._look.metrics.is_dense
        self._ok.show_action(
            f"{name}:ok",
            say(phrase("inspect/ok")),
            icon="check-bold" if has_icon else "",
            kind=ok_kind,
            about=point.words,
        )
        self._nok.show_action(
            f"{name}:nok",
            say(phrase("inspect/nok")),
            icon="x-bold" if has_icon else "",
            kind=nok_kind,
            about=point.words,
        )


class _Disc(QWidget):
    """The number of a place until it is answered, then the shape of the answer."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._point: Point | None = None
        self.setFixedSize(look.px(44), look.px(44))

    def show_point(self, point: Point) -> None:
        self._point = point
        self.setAccessibleName(f"{point.number}: {state_word(_state_of(point))}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        point = self._point
        if point is None:
            return
        brush = Brush(self, self._look, set())
        draw_disc(
            brush,
            self._look,
            _state_of(point),
            QRectF(self.rect()),
            number=point.number,
            font=self._look.font_of(20, 600),
        )
        brush.end()


def _state_of(point: Point) -> ShownState:
    if point.answer is not None:
        return ShownState.OK if point.answer else ShownState.NOK
    return ShownState.IN_PROGRESS if point.is_current else ShownState.TODO


def _window(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Five at a time, following the answers; at the end, what is not OK."""
    wanted = [i for i, p in enumerate(points) if p.is_current]
    wanted += [i for i, p in enumerate(points) if p.answer is False]
    current = wanted[0] if wanted else 0
    first = max(0, min(current - 2, len(points) - _MAX_POINTS))
    return points[first : first + _MAX_POINTS]
