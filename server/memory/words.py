"""Codes and keys of the memory as people read them: on its pages, and in a handover alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memory.code_lists import CodeList

#: What the lists begin with, in the words of the stations; a plant's own codes bring theirs.
_CODES = {
    "material_short": "Material short",
    "tool_out": "Tool not available",
    "skill": "Skill missing",
    "spec": "Specification",
    "upstream": "Station before",
    "downstream": "Station after",
    "unknown": "I do not know",
    "other": "Own words",
    "check_all": "Check all",
    "hold_lot": "Hold the lot",
    "stop_line": "Stop the line",
    "redo": "Do it again",
    "clean": "Clean it",
    "replace_part": "Replace the part",
    "replace_tool": "Change the tool",
    "show_again": "Show how again",
    "add_check": "Add a check",
    "use_as_is": "Use as it is",
    "use_alternative": "Use an alternative",
    "call_lead": "Call the lead",
    "slower": "Slower pace",
    "promise": "Later delivery",
    "margin": "Less margin",
    "nok": "NOK",
}


def code_words(code: str | None, lists: Mapping[str, CodeList] | None = None) -> str:
    """A code as people read it: the plant's own text, the product's, or the code itself."""
    if not code:
        return "–"
    for one in (lists or {}).values():
        known = one.get(code)
        if known is not None and known.text:
            return known.text.get("en") or next(iter(known.text.values()))
    return _CODES.get(code) or code.replace("_", " ").capitalize()


def key_words(key: str) -> str:
    """What would be a repeat: kind and place."""
    kind, *place = key.split(":") if key else ["any kind"]
    return " · ".join([code_words(kind), *(one for one in place if one)])
