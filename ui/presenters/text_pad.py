"""What the text pad shows, and which letters stand where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.presenters.phrases import Words

#: The arrangement people of a language know; all others know the English one.
_LETTERS = {"de": "qwertz", "fr": "azerty", "pl": "polish", "es": "spanish"}


@dataclass(frozen=True, slots=True)
class TextPadView:
    """What was typed, and what to type while it is empty; ``letters`` names the arrangement."""

    typed: str
    hint: Words = ""
    is_upper: bool = False
    letters: str = "qwerty"


def letters_of(language: str) -> str:
    """The arrangement of the keys for ``language``."""
    return _LETTERS.get(language, "qwerty")
