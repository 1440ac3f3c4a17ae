"""Sends what Qt says to our log, with everything else."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
#: Said by the offscreen platform at each resize; means nothing there.
_NOISE = frozenset({"This plugin does not support propagateSizeHints()"})


def log_qt_messages() -> None:
    """From now on; replaces a handler installed before."""
    qInstallMessageHandler(_take)


def _take(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if message not in _NOISE:
        log.log(_LEVELS.get(kind, logging.WARNING), "%s", message)
