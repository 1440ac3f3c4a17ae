"""A right in words: the program's own by name, a plant's own as the plant calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.rights import RIGHTS
from ui.presenters.phrases import Phrase

if TYPE_CHECKING:
    from ui.presenters.phrases import Words


def right_words(right: str) -> Words:
    """What ``right`` lets a person do."""
    return Phrase(f"right/{right}") if right in RIGHTS else right
