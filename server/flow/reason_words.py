"""Reasons of stops as people read them: the plant's tree, else what stations ask by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.instructions import in_language
from app.domain.stops import OTHER, REASONS, UNKNOWN

if TYPE_CHECKING:
    from app.domain.flow_documents import StopReasons

_WORDS = {
    "material": "Material missing",
    "tool": "Tool",
    "machine": "Machine or fixture",
    "quality": "Waited for quality",
    "waiting": "Waited for the line",
    "setup": "Setup or cleaning",
    OTHER: "Other",
    UNKNOWN: "Nobody knows",
}
UNNAMED = "Not named"


def reason_words(reason: str | None, tree: StopReasons | None) -> str:
    """Like "Material, feeding"; a code nobody described stays as it is."""
    if not reason:
        return UNNAMED
    names = () if tree is None else tree.names(reason)
    if names:
        first, *rest = (in_language(name, "en") for name in names)
        return ", ".join([first, *(word[:1].lower() + word[1:] for word in rest)])
    return _WORDS.get(reason, reason.replace("/", ", ").replace("_", " "))


def choices(tree: StopReasons | None) -> list[tuple[str, str]]:
    """What a stop can be put down to: code and words."""
    codes = REASONS if tree is None else (*tree.codes, OTHER)
    return [(code, reason_words(code, tree)) for code in codes]
