"""Languages no plant speaks, to find what a translation would break."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFont, QFontMetrics

from app.domain.languages import SCREEN_LANGUAGES
from ui.languages import SOURCE, load_translator
from ui.messages import CONTEXT
from ui.theme.look import FALLBACK, FAMILY

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_ACCENTED = str.maketrans("aceilnosuyzACEILNOSUYZ", "ąćéíłñöśüýżĄĆÉÍŁÑÖŚÜÝŻ")
_LONGER = 0.4


def pseudo(text: str) -> str:
    """``text`` in brackets, accented and 40 % longer; its places stay as they are."""
    parts = []
    for said, name, _, _ in string.Formatter().parse(text):
        parts.append(said.translate(_ACCENTED) + ("" if name is None else f"{{{name}}}"))
    return f"⟦{''.join(parts)}{'~' * round(len(text) * _LONGER)}⟧"


class Pseudo(QTranslator):
    """Shows at a glance, and to a test, what never went through a translator."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        return pseudo(sourceText)


class Longest(QTranslator):
    """Of every phrase the widest there is in any language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        tongues = (load_translator(tag) for tag in SCREEN_LANGUAGES if tag != SOURCE)
        self._tongues = [tongue for tongue in tongues if tongue is not None]
        font = QFont([FAMILY, FALLBACK])
        font.setPixelSize(40)
        self._width = QFontMetrics(font).horizontalAdvance
        self._known: dict[str, str] = {}

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        if sourceText not in self._known:
            said = [t.translate(CONTEXT, sourceText) or "" for t in self._tongues]
            self._known[sourceText] = max((sourceText, *said), key=self._width)
        return self._known[sourceText]
