"""Which language the screen speaks now: installs Qt's translator and knows what is installed."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QTranslator

from ui.theme.files import RESOURCES

log = logging.getLogger(__name__)

#: The language the words are written in: needs no translator.
SOURCE = "en"
FOLDER = RESOURCES / "translations"


@dataclass(slots=True)
class _Now:
    language: str = SOURCE
    translator: QTranslator | None = None


_now = _Now()  # one process has one screen, and Qt keeps its translators for the process


def spoken() -> str:
    """The language of everything said now; what was said before it changed is to be said again."""
    return _now.language


def speak(language: str) -> None:
    """Say everything in ``language`` from here on; without its file, in English."""
    if language == _now.language:
        return
    translator = None
    if language != SOURCE:
        translator = load_translator(language)
        if translator is None:
            log.error("no words in %s: %s is missing or damaged", language, FOLDER)
    speak_with(translator, language)


def speak_with(translator: QTranslator | None, language: str) -> None:
    """Say everything through ``translator``; None for the words as they are written."""
    if (translator, language) == (_now.translator, _now.language):
        return  # every widget is told of a change
    if _now.translator is not None:
        QCoreApplication.removeTranslator(_now.translator)
    if translator is not None:
        QCoreApplication.installTranslator(translator)
    _now.language, _now.translator = language, translator


def load_translator(language: str) -> QTranslator | None:
    """The translator of ``language``, not installed; None when there is none to read."""
    path = FOLDER / f"asbuilt_{language}.qm"
    return _Words(path.read_bytes()) if path.is_file() else None


class _Words(QTranslator):
    """Read into memory: Qt would map the file, and fall with it when an update replaces it."""

    def __init__(self, compiled: bytes) -> None:
        super().__init__()
        self._compiled = compiled  # Qt keeps no copy
        self.load(compiled)
