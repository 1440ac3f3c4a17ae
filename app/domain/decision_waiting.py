"""How a decision that waits for the lead is called, at the station and at the server alike."""

from __future__ import annotations

WAITING = "decision_waiting"


def waiting_key(station: str, situation: str) -> str:
    """The key of what waits once the card of a station's situation was put off."""
    return f"{WAITING}:{station}:{situation}"


def case_waiting(key: str) -> str | None:
    """The situation whose decision waits under this key, the name of its case in the memory."""
    kind, _, rest = key.partition(":")
    return rest.partition(":")[2] or None if kind == WAITING else None
