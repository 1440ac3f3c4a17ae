"""A silent loop: moving pictures that stop when nobody sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QMovie, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


class Loop:
    """Decodes ``content`` picture by picture and says when there is another one.

    Without motion it stays at its first picture.
    """

    def __init__(
        self, content: bytes, *, parent: QObject, changed: Callable[[], None], has_motion: bool
    ) -> None:
        # Qt's buffer only points at the bytes: they must outlive it.
        self._content = QByteArray(content)
        self._buffer = QBuffer(self._content)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._movie = QMovie(parent)
        self._movie.setDevice(self._buffer)
        self._has_motion = has_motion
        self._is_sound = self._movie.jumpToFrame(0)
        self._size = self._movie.currentImage().size()
        self._movie.frameChanged.connect(lambda _number: changed())

    @property
    def is_sound(self) -> bool:
        """False when the bytes are no moving picture."""
        return self._is_sound and not self._size.isEmpty()

    @property
    def is_running(self) -> bool:
        return self._movie.state() is QMovie.MovieState.Running

    def size_in(self, box: QSize) -> QSize:
        """As large as fits, at its own proportions."""
        return self._size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio)

    def pixmap(self) -> QPixmap:
        """The picture it stands at, in its own size."""
        return self._movie.currentPixmap()

    def play(self, *, is_seen: bool) -> None:
        """Go on while it is seen, else wait."""
        if not self._has_motion or not self.is_sound:
            return
        if is_seen and not self.is_running:
            self._movie.start()
        elif not is_seen and self.is_running:
            self._movie.stop()
            self._movie.jumpToFrame(0)

    def end(self) -> None:
        """Another picture takes its place."""
        self._movie.stop()
        self._movie.frameChanged.disconnect()
        self._buffer.close()
        self._movie.deleteLater()
