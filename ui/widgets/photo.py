"""A photograph, decoded no larger than it is shown."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap


def photo_pixmap(content: bytes, box: QSize) -> QPixmap:
    """``content`` as large as fits into ``box``, in device pixels; nothing if it is no picture."""
    # Qt's buffer only points at the bytes: they must outlive it.
    held = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isEmpty():
        return QPixmap()
    reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
