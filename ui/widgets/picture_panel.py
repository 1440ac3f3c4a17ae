"""A drawing, a photo or a silent loop, with its places marked by number and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.media import MediaKind, kind_of
from ui.languages import spoken
from ui.messages import say, state_word
from ui.presenters.phrases import phrase
from ui.presenters.view_states import PictureView
from ui.theme.tokens import RADIUS_CONTROL
from ui.widgets.loop import Loop
from ui.widgets.painted import Brush
from ui.widgets.photo import photo_pixmap
from ui.widgets.state_disc import draw_disc

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent

    from ui.presenters.view_states import Marker
    from ui.theme.look import Look

_DOT_SHARE = 0.079  # of the drawing's width
_MIN_DOT_DU = 40
#: Pictures of one panel, a few megabytes each.
_MOST_KEPT = 4


class PicturePanel(QWidget):
    """A drawing is rendered once a size and kept; a state change only repaints the dots."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = PictureView()
        self._language = ""
        self._drawn: tuple[object, ...] = ()
        self._pixmap = QPixmap()
        self._at = QRectF()
        self._kept: dict[tuple[object, ...], tuple[QPixmap, QRectF]] = {}
        self._loop: Loop | None = None
        self._loop_key: str | None = None
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(look.px(200), look.px(140))
        self.setAccessibleName(say(phrase("step/picture")))

    def show_picture(self, view: PictureView) -> None:
        if (view, spoken()) != (self._view, self._language):
            self._view, self._language = view, spoken()
            self.setAccessibleName(say(phrase("step/picture")))
            marks = (f"{m.text}: {state_word(m.state)}" for m in view.markers)
            self.setAccessibleDescription(", ".join(marks))
            self._follow_loop()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._look.px(600), self._look.px(400))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        px = self._look.px
        self.cut.clear()
        brush = Brush(self, self._look, self.cut)
        ground = self._look.palette.picture_ground
        brush.box(QRectF(self.rect()), fill=ground, radius_px=px(RADIUS_CONTROL))
        if not self._prepare():
            self._no_picture(brush)
            brush.end()
            return
        if self._loop is not None:
            brush.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            brush.painter.drawPixmap(self._at.toRect(), self._loop.pixmap())
        else:
            brush.painter.drawPixmap(self._at.topLeft(), self._pixmap)
        for marker in sorted(self._view.markers, key=lambda m: m.is_current):
            self._dot(brush, marker)
        brush.end()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._loop is not None:
            self._loop.play(is_seen=True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        if self._loop is not None:
            self._loop.play(is_seen=False)

    @property
    def is_moving(self) -> bool:
        """Whether a loop is playing."""
        return self._loop is not None and self._loop.is_running

    def _follow_loop(self) -> None:
        """Play what moves; end what does not belong here any more."""
        content, kind = self._view.content, None
        if content is not None:
            kind = kind_of(content)
        if self._loop is not None and (self._view.key, kind) == (self._loop_key, MediaKind.LOOP):
            return
        if self._loop is not None:
            self._loop.end()
            self._loop, self._loop_key = None, None
        if content is not None and kind is MediaKind.LOOP:
            has_motion = self._look.has_motion
            self._loop = Loop(content, parent=self, changed=self.update, has_motion=has_motion)
            self._loop_key = self._view.key
            self._loop.play(is_seen=self.isVisible())

    def _prepare(self) -> bool:
        """Render the picture for the present size, once; False when there is none."""
        content = self._view.content
        if content is None:
            return False
        if self._loop is not None:
            inner = self._inner()
            self._at = QRectF(QPointF(), QSizeF(self._loop.size_in(inner.size().toSize())))
            self._at.moveCenter(inner.center())
            return self._loop.is_sound
        wanted = (self._view.key, self.size(), self.devicePixelRatioF())
        if wanted != self._drawn:
            self._make(content, wanted)
            self._drawn = wanted
        return not self._pixmap.isNull()

    def _make(self, content: bytes, wanted: tuple[object, ...]) -> None:
        """A drawing takes longer than a change of the screen may: the last few are kept."""
        kept = self._kept.pop(wanted, None)
        if kept is not None:
            self._pixmap, self._at = kept
        else:
            is_drawing = kind_of(content) is MediaKind.DRAWING
            (self._draw if is_drawing else self._scale)(content)
        if self._view.key is not None:
            self._kept[wanted] = (self._pixmap, self._at)
        while len(self._kept) > _MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))

    def _no_picture(self, brush: Brush) -> None:
        size, note = self._look.px(96), say(self._view.note)
        below = self._look.px(72) if note else 0
        x, y = (self.width() - size) // 2, (self.height() - size - below) // 2
        brush.icon("cube-bold", self._look.palette.divider, x=x, y=y, size_px=size)
        edge = self._look.px(16)
        box = QRect(edge, y + size + self._look.px(8), self.width() - 2 * edge, below)
        if note:
            font = self._look.font("body")
            brush.wrapped(box, note, font=font, colour=self._look.palette.text_muted)

    def _inner(self) -> QRectF:
        edge = self._look.px(16)
        return QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)

    def _scale(self, content: bytes) -> None:
        ratio, inner = self.devicePixelRatioF(), self._inner()
        self._pixmap = photo_pixmap(content, (inner.size() * ratio).toSize())
        self._pixmap.setDevicePixelRatio(ratio)
        self._at = QRectF(QPointF(), self._pixmap.deviceIndependentSize())
        self._at.moveCenter(inner.center())

    def _draw(self, svg: bytes) -> None:
        ratio = self.devicePixelRatioF()
        renderer = QSvgRenderer(QByteArray(_tinted(svg, self._look.palette.picture)))
        self._at = _fitted(renderer, self._inner())
        self._pixmap = QPixmap(
            max(1, round(self._at.width() * ratio)), max(1, round(self._at.height() * ratio))
        )
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        renderer.render(painter)
        painter.end()
        self._pixmap.setDevicePixelRatio(ratio)

    def _disc_of(self, marker: Marker) -> QRectF:
        """Where a position is drawn, once the picture is prepared."""
        x = self._at.left() + marker.x * self._at.width()
        y = self._at.top() + marker.y * self._at.height()
        dot = max(self._look.px(_MIN_DOT_DU), round(_DOT_SHARE * self._at.width()))
        return QRectF(x - dot / 2, y - dot / 2, dot, dot)

    def _dot(self, brush: Brush, marker: Marker) -> None:
        disc = self._disc_of(marker)
        font = self._look.font("strong")
        font.setPixelSize(max(self._look.px(18), round(disc.width() * 0.42)))
        draw_disc(
            brush,
            self._look,
            marker.state,
            disc,
            number=marker.text,
            font=font,
            has_halo=marker.is_current,
        )


def _tinted(svg: bytes, colours: dict[str, str]) -> bytes:
    """Drawings use a neutral palette, so that a dark screen can exchange it."""
    text = svg.decode("utf-8", "replace")
    for ours, theirs in colours.items():
        text = text.replace(ours, theirs).replace(ours.lower(), theirs)
    return text.encode()


def _fitted(renderer: QSvgRenderer, box: QRectF) -> QRectF:
    size = renderer.viewBoxF().size()
    if size.isEmpty():
        return box
    size.scale(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = box.left() + (box.width() - size.width()) / 2
    top = box.top() + (box.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())
