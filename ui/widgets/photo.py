"""A photograph, decoded no larger than it is shown."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap


def photo_pixmap(jpeg: bytes, box: QSize) -> QPixmap:
    """``jpeg`` as large as fits into ``box``, in device pixels; nothing when it is no picture."""
    # Qt's buffer only points at the bytes: they must outlive it.
    content = QByteArray(jpeg)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if size.isEmpty():
        return QPixmap()
    reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
