"""One thing that was looked at when a device is checked."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """``works`` is False for what the device refuses or does not do; ``facts`` say more.

    ``matters`` is False for what a station can do without: it does not fail the check.
    """

    topic: str
    works: bool
    facts: dict[str, str] = field(default_factory=dict)
    matters: bool = True
