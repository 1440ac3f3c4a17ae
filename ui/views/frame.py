"""The frame every screen has: header on top, action bar at the bottom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.messages import say
from ui.presenters.view_states import HEADER
from ui.theme.tokens import RADIUS_CONTROL
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.painted import CENTRE, Brush
from ui.widgets.pressable import Pressable
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from ui.presenters.view_states import Action, ActionsView, Chip, HeaderField, HeaderView
    from ui.theme.look import Look

_MAX_FIELDS = 4
_MAX_LEFT = 5


class HeaderBar(QFrame):
    """Where, what, for whom; whether the facts reach the plant."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("surface", "header")
        sizes, px = look.metrics.sizes, look.px
        self.setFixedHeight(px(sizes.header))
        self._look = look
        self._way: _HealthWay | None = None
        self._is_dense = look.metrics.is_dense
        self._room_px = px(look.metrics.width_du)
        self._fields = [_Field(look) for _ in range(_MAX_FIELDS)]
        self._trouble, self._sync = StateChip(look), StateChip(look)
        self._call = StateChip(look)
        self._avatar = _Avatar(look)
        self._person = Label(look, "strong", wraps=False)
        self._below = Label(look, "meta", wraps=False, colour=look.palette.text_muted)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(sizes.margin), 0, px(sizes.margin), 0)
        row.setSpacing(px(28 if self._is_dense else 40))
        for field in self._fields:
            row.addWidget(field)
        row.addStretch(1)
        row.addWidget(self._call)
        row.addWidget(self._trouble)
        row.addWidget(self._sync)
        self._who_stands = self._who(look)
        row.addLayout(self._who_stands)

    def show_header(self, view: HeaderView) -> None:
        if self._is_dense:
            self._show_short(view)
        else:
            self._show_fields(view.fields)
            self._avatar.show_initials(view.initials)
            self._person.set_text(say(view.person))
            self._below.set_text(say(view.below_person))
            self._sync.show_chip(view.sync)
        self._trouble.show_chip(self._in_words(view))
        self._tell_way(view)
        self._call.show_chip(view.call)
        self._make_room(view)

    def open_health_on_tap(self, frame: QWidget, on_tap: Callable[[str], object]) -> None:
        """Make the chip about the devices a button, over all of the bar's height and a bit more.

        The one on a small panel is lower than a finger needs: the button reaches into the margin
        below it, where nothing stands.
        """
        self._way = _HealthWay(self._look, on_tap, frame)
        self._way.raise_()

    def _tell_way(self, view: HeaderView) -> None:
        if self._way is None:
            return
        self._way.setVisible(view.trouble is not None)
        spoken = "" if view.trouble is None else say(view.trouble.words)
        self._way.setAccessibleName(say(view.spoken) if spoken.isdigit() else spoken)
        self._trouble.setAccessibleName(self._way.accessibleName())

    def _in_words(self, view: HeaderView) -> Chip | None:
        """A number alone where there is no room for more."""
        chip = view.trouble
        is_number = chip is not None and isinstance(chip.words, str) and chip.words.isdigit()
        if chip is None or self._is_dense or not is_number:
            return chip
        return replace(chip, words=view.spoken)

    def place_way(self) -> None:
        """Put the button where the chip stands now."""
        if self._way is None:
            return
        px, chip = self._look.px, self._trouble.geometry()
        height = max(self.height(), px(self._look.metrics.sizes.target))
        self._way.setGeometry(chip.x() - px(8), 0, chip.width() + px(16), height)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self.place_way()
        return done

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.height())

    def _make_room(self, view: HeaderView) -> None:
        """On a narrow panel the least needed goes first: long words, product, order, line."""
        if self._needs_more():
            self._sync.show_chip(view.sync_short)
            self._trouble.show_chip(view.trouble)
        for field in (self._fields[2], self._fields[1]):
            if self._needs_more():
                field.hide()

    def _needs_more(self) -> bool:
        """Added up here: what a layout remembers may be the widths of the screen before."""
        layout = self.layout()
        if layout is None:
            return False
        parts = [field.needed_px() for field in self._fields if not field.isHidden()]
        chips = (self._call, self._trouble, self._sync)
        parts += [chip.sizeHint().width() for chip in chips if not chip.isHidden()]
        names = [w.sizeHint().width() for w in (self._person, self._below) if not w.isHidden()]
        avatar = (
            0 if self._avatar.isHidden() else self._avatar.width() + self._who_stands.spacing()
        )
        parts.append(max(names, default=0) + avatar)
        margins = layout.contentsMargins()
        gaps = len(parts) * layout.spacing() + margins.left() + margins.right()
        return sum(parts) + gaps > self._room_px

    def _who(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(14))
        row.addWidget(self._avatar)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._person)
        column.addWidget(self._below)
        column.addStretch(1)
        row.addLayout(column)
        return row

    def _show_fields(self, fields: tuple[HeaderField, ...]) -> None:
        for widget, field in zip(self._fields, (*fields, *(None,) * _MAX_FIELDS), strict=False):
            widget.show_field(field)

    def _show_short(self, view: HeaderView) -> None:
        shown = (*view.short, *(None,) * _MAX_FIELDS)
        for widget, words in zip(self._fields, shown, strict=False):
            widget.show_words(None if words is None else say(words))
        self._avatar.hide()
        self._person.set_text(say(view.person_short))
        self._below.hide()
        self._sync.show_chip(view.sync_short)


class _HealthWay(Pressable):
    """Draws nothing but its focus and that it is pressed; the chip below it is what one sees."""

    def __init__(self, look: Look, on_tap: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(on_tap, parent=parent)
        self._look = look
        self.setObjectName(HEADER)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        brush = Brush(self, self._look, set())
        rect, radius = QRectF(self.rect()), self._look.px(RADIUS_CONTROL)
        if self.isDown():
            line = self._look.palette.accent
            brush.box(rect, fill=None, line=line, width_px=self._look.px(3), radius_px=radius)
        if self.hasFocus():
            brush.ring(rect, radius_px=radius)
        brush.end()


class ActionBar(QFrame):
    """Ways out on the left; the one primary action bottom right, always the same place."""

    def __init__(self, look: Look, on_tap: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("surface", "actions")
        sizes, px = look.metrics.sizes, look.px
        self.setFixedHeight(px(sizes.action_bar))
        self._height = px(sizes.primary)
        self._room_px = px(look.metrics.width_du - 2 * sizes.margin)
        self._left = [Button(look, on_tap) for _ in range(_MAX_LEFT)]
        self._primary = Button(look, on_tap, kind="primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(sizes.margin), 0, px(sizes.margin), 0)
        self._gap_px = px(sizes.gap)
        row.setSpacing(self._gap_px)
        for button in self._left:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._primary)
        for button in (*self._left, self._primary):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.setMinimumHeight(self._height)
            button.setMinimumWidth(px(sizes.target))

    def show_actions(self, view: ActionsView) -> None:
        for button, action in zip(self._left, (*view.left, *(None,) * _MAX_LEFT), strict=False):
            _show(button, action)
        _show(self._primary, view.primary)
        self._make_room()

    def _make_room(self) -> None:
        """Where words are long and the panel is small, icons give way, never the words.

        Where that is not enough, the words stand on two lines.
        """
        shown = [b for b in (*self._left, self._primary) if not b.isHidden()]
        gaps = (len(shown) + 1) * self._gap_px
        for is_compact, is_folded in ((False, False), (True, False), (True, True)):
            for button in shown:
                button.set_compact(is_compact=is_compact, is_folded=is_folded)
            if sum(b.sizeHint().width() for b in shown) + gaps <= self._room_px:
                return


class _Field(QWidget):
    """A label over a value."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        muted = look.palette.text_muted
        self._label = Label(look, "meta", wraps=False, colour=muted)
        self._value = Label(look, "strong", wraps=False)
        self._suffix = Label(look, "body", wraps=False, colour=muted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._value)
        row.addWidget(self._suffix)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def show_field(self, field: HeaderField | None) -> None:
        self.setVisible(field is not None)
        if field is not None:
            self._label.set_text(say(field.label))
            self._value.set_text(say(field.value))
            self._suffix.set_text(say(field.suffix))

    def needed_px(self) -> int:
        """How wide it is with the texts it has now."""
        value, suffix = (
            0 if w.isHidden() else w.sizeHint().width() for w in (self._value, self._suffix)
        )
        label = 0 if self._label.isHidden() else self._label.sizeHint().width()
        return max(label, value + suffix)

    def show_words(self, words: str | None) -> None:
        self.setVisible(words is not None)
        self._label.hide()
        self._suffix.hide()
        self._value.set_text(words or "")


class _Avatar(QWidget):
    """Two letters in a disc."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._initials = ""
        self.setFixedSize(QSize(look.px(56), look.px(56)))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_initials(self, initials: str) -> None:
        self.setVisible(bool(initials))
        if initials != self._initials:
            self._initials = initials
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        palette = self._look.palette
        brush = Brush(self, self._look, set())
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(QColor(palette.avatar))
        brush.painter.drawEllipse(QRectF(self.rect()))
        box = QRect(0, 0, self.width(), self.height())
        font = self._look.font("strong")
        brush.text(box, self._initials, font=font, colour=palette.on_avatar, align=CENTRE)
        brush.end()


def _show(button: Button, action: Action | None) -> None:
    button.setVisible(action is not None)
    if action is not None:
        button.show_action(
            action.name, say(action.words), icon=action.icon or "", kind=action.kind
        )
        button.set_filled(action.filled)
