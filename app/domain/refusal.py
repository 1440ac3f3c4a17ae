"""A no with its reasons: a stable code and the facts behind it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command changes nothing.  ``facts`` are short strings for the sentence."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)
