"""The one place where codes and facts become words in the screen's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.presenters.phrases import phrase
from ui.words_refusals import REFUSALS
from ui.words_screens import SCREENS
from ui.words_widgets import WIDGETS

if TYPE_CHECKING:
    from ui.presenters.phrases import Words
    from ui.theme.tokens import ShownState

CONTEXT = "station"
WORDS: dict[str, str] = SCREENS | REFUSALS | WIDGETS
_FALLBACK = {"headline": "refused/headline", "why": "refused/why"}


class _Facts(dict[str, str]):
    """A sentence with a fact missing still has to be said."""

    def __missing__(self, name: str) -> str:
        return "–"


def state_word(state: ShownState) -> str:
    """The one word of a state; the screen says more where it knows more."""
    return say(phrase(f"state/{state}"))


def say(words: Words) -> str:
    """``words`` as text.  A key nobody wrote words for is said as its code, never hidden."""
    if isinstance(words, str):
        return words
    facts = _Facts({name: say(value) for name, value in words.facts.items()})
    template = WORDS.get(words.key)
    if template is None:
        code, _, part = words.key.rpartition("/")
        template = WORDS.get(_FALLBACK.get(part, ""), words.key)
        facts["code"] = code
    return QCoreApplication.translate(CONTEXT, template).format_map(facts)
