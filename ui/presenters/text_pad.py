"""What the text pad shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.presenters.phrases import Words


@dataclass(frozen=True, slots=True)
class TextPadView:
    """What was typed, and what to type while it is empty."""

    typed: str
    hint: Words = ""
    is_upper: bool = False
