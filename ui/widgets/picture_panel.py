"""An instruction's drawing with its places marked by number and state, or a photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.messages import say, state_word
from ui.presenters.phrases import phrase
from ui.presenters.view_states import PictureView
from ui.theme.tokens import RADIUS_CONTROL
from ui.widgets.painted import Brush
from ui.widgets.photo import photo_pixmap
from ui.widgets.state_disc import draw_disc

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.presenters.view_states import Marker
    from ui.theme.look import Look

_DOT_SHARE = 0.079  # of the drawing's width
_MIN_DOT_DU = 40


class PicturePanel(QWidget):
    """The drawing is rendered once a size and kept; a state change only repaints the dots."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = PictureView()
        self._drawn: tuple[object, ...] = ()
        self._pixmap = QPixmap()
        self._at = QRectF()
        self.cut: set[str] = set()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(look.px(200), look.px(140))
        self.setAccessibleName(say(phrase("step/picture")))

    def show_picture(self, view: PictureView) -> None:
        if view != self._view:
            self._view = view
            marks = (f"{m.text}: {state_word(m.state)}" for m in view.markers)
            self.setAccessibleDescription(", ".join(marks))
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
        brush.painter.drawPixmap(self._at.topLeft(), self._pixmap)
        for marker in sorted(self._view.markers, key=lambda m: m.is_current):
            self._dot(brush, marker)
        brush.end()

    def _prepare(self) -> bool:
        """Render the picture for the present size, once; False when there is none."""
        if self._view.jpeg is not None:
            self._scale_once(self._view.jpeg)
        elif self._view.svg is not None:
            self._draw_once(self._view.svg)
        else:
            return False
        return True

    def _no_picture(self, brush: Brush) -> None:
        size = self._look.px(96)
        x, y = (self.width() - size) // 2, (self.height() - size) // 2
        brush.icon("cube-bold", self._look.palette.divider, x=x, y=y, size_px=size)

    def _inner(self) -> QRectF:
        edge = self._look.px(16)
        return QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)

    def _scale_once(self, jpeg: bytes) -> None:
        ratio = self.devicePixelRatioF()
        wanted = (self._view.key, self.size(), ratio)
        if wanted == self._drawn:
            return
        inner = self._inner()
        self._pixmap = photo_pixmap(jpeg, (inner.size() * ratio).toSize())
        self._pixmap.setDevicePixelRatio(ratio)
        self._at = QRectF(QPointF(), self._pixmap.deviceIndependentSize())
        self._at.moveCenter(inner.center())
        self._drawn = wanted

    def _draw_once(self, svg: bytes) -> None:
        ratio = self.devicePixelRatioF()
        wanted = (self._view.key, self.size(), ratio)
        if wanted == self._drawn:
            return
        renderer = QSvgRenderer(QByteArray(_tinted(svg, self._look.palette.picture)))
        inner = self._inner()
        self._at = _fitted(renderer, inner)
        self._pixmap = QPixmap(
            max(1, round(self._at.width() * ratio)), max(1, round(self._at.height() * ratio))
        )
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        renderer.render(painter)
        painter.end()
        self._pixmap.setDevicePixelRatio(ratio)
        self._drawn = wanted

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
    text = svg.decode("utf-8")
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
