"""The gallery: every widget in every state, page by page, on any panel, theme and setting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.gallery.chapters import CHAPTERS
from ui.gallery.specimens import Placed, lay_out
from ui.theme.look import Look
from ui.theme.qss import compile_sheet
from ui.theme.vision import VISIONS, as_seen
from ui.widgets.card import card
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent

#: The panels of the two layouts: pixels, and pixels a millimetre.
PANELS = {
    "1920x1080": ((1920, 1080), 4.02),  # 21.5", ROOMY
    "1280x800": ((1280, 800), 4.92),  # 12.1", DENSE
}
THEMES = ("light", "dark")
KEYS = "← → page   T theme   L layout   G gloves   V vision   Esc close"
_LAYOUT_PASSES = 6  # a change in a nested layout reaches the sheet one level a pass
_MARGIN_DU = 24
_HEAD_DU = 64
_FOOT_DU = 40


@dataclass(frozen=True, slots=True)
class Setting:
    """How everything looks: the panel decides between ROOMY and DENSE."""

    theme: str = "light"
    panel: str = "1920x1080"
    has_gloves: bool = False
    vision: str = "normal"
    has_motion: bool = False

    def look(self) -> Look:
        size_px, px_per_mm = PANELS[self.panel]
        look = Look.of(
            self.theme,
            size_px=size_px,
            px_per_mm=px_per_mm,
            has_gloves=self.has_gloves,
            has_motion=self.has_motion,
        )
        return replace(look, palette=as_seen(look.palette, self.vision))

    @property
    def name(self) -> str:
        seen = "" if self.vision == "normal" else f"-{self.vision}"
        return f"{self.panel}-{self.theme}" + "-gloves" * self.has_gloves + seen


class Gallery(QWidget):
    """Builds the pages of one chapter at a time, in one setting."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setObjectName("station")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets: list[QWidget] = []
        self._chapter = self._at = 0
        self.change(setting)

    @property
    def page(self) -> QWidget:
        """The sheet shown; its object name is the chapter's title and number."""
        return self._sheets[self._at]

    def walk(self) -> Iterator[QWidget]:
        """Show every page in turn, from the first to the last."""
        for chapter in range(len(CHAPTERS)):
            self._open(chapter)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            for number in range(len(self._sheets)):
                self._show(number)
                for _ in range(_LAYOUT_PASSES):
                    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
                yield self.page

    def turn(self, *, is_back: bool = False) -> None:
        """To the next page, or the one before; pages follow one another in a ring."""
        number = self._at + (-1 if is_back else 1)
        if not 0 <= number < len(self._sheets):
            self._open((self._chapter + (-1 if is_back else 1)) % len(CHAPTERS))
            number = len(self._sheets) - 1 if is_back else 0
        self._show(number)

    def change(self, setting: Setting) -> None:
        """Show the same page, or the nearest there is, in another setting."""
        self.setting = setting
        self._look = look = setting.look()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(look.qt_palette())
            application.setStyleSheet(compile_sheet(look))
        size = QSize(*PANELS[setting.panel][0])
        self.setFixedSize(size)
        margin, head, foot = (look.px(du) for du in (_MARGIN_DU, _HEAD_DU, _FOOT_DU))
        self._work = QRect(margin, head, size.width() - 2 * margin, size.height() - head - foot)
        number = self._at
        self._open(self._chapter)
        self._show(min(number, len(self._sheets) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        setting = self.setting
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.turn()
            case Qt.Key.Key_Left | Qt.Key.Key_PageUp:
                self.turn(is_back=True)
            case Qt.Key.Key_T:
                self.change(replace(setting, theme=_after(setting.theme, THEMES)))
            case Qt.Key.Key_L:
                self.change(replace(setting, panel=_after(setting.panel, tuple(PANELS))))
            case Qt.Key.Key_G:
                self.change(replace(setting, has_gloves=not setting.has_gloves))
            case Qt.Key.Key_V:
                self.change(replace(setting, vision=_after(setting.vision, VISIONS)))
            case Qt.Key.Key_Escape:
                self.close()
            case _:
                super().keyPressEvent(event)

    def _open(self, chapter: int) -> None:
        for sheet in self._sheets:
            sheet.hide()
            sheet.deleteLater()
        look, margin = self._look, self._look.px(_MARGIN_DU)
        room = self._work.size() - QSize(2 * margin, 2 * margin)
        title = CHAPTERS[chapter].title
        parts = lay_out(look, self, CHAPTERS[chapter].specimens, room)
        self._sheets = [
            self._sheet(look, f"{title} {number} of {len(parts)}", part)
            for number, part in enumerate(parts, 1)
        ]
        self._chapter, self._at = chapter, 0

    def _show(self, number: int) -> None:
        self.page.hide()
        self._at = number
        self.page.show()

    def _sheet(self, look: Look, title: str, part: list[Placed]) -> QWidget:
        sheet, margin = QWidget(self), look.px(_MARGIN_DU)
        sheet.hide()
        sheet.setObjectName(title)
        sheet.resize(self.size())
        _label(sheet, look, "title", title).move(margin, look.px(12))
        foot = _label(sheet, look, "meta", f"{self.setting.name}   {KEYS}")
        foot.move(margin, sheet.height() - look.px(_FOOT_DU - 8))
        frame, _ = card(look)
        frame.setParent(sheet)
        frame.setGeometry(self._work)
        for placed in part:
            for widget, at in ((placed.caption, placed.caption_at), (placed.widget, placed.at)):
                widget.setParent(frame)
                widget.setGeometry(at.translated(margin, margin // 2))
                widget.show()
        return sheet


def _label(sheet: QWidget, look: Look, role: str, text: str) -> Label:
    label = Label(look, role, wraps=False, parent=sheet)
    label.set_text(text)
    label.adjustSize()
    return label


def _after(present: str, choices: tuple[str, ...]) -> str:
    return choices[(choices.index(present) + 1) % len(choices)]
