"""What the memory keeps beside the rules' own records."""

from __future__ import annotations

from msgspec import Struct


class CardAnswer(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a card was answered, for the health of the lists; roles and shifts, no person.

    ``built_before``: what :func:`server.memory.built.built_before` counted when it was.
    """

    constraint: str
    response: str
    tradeoffs: tuple[str, ...] = ()
    words: str = ""
    lists: str = ""
    after_s: float = 0.0
    taps: int = 0
    built_before: int = 0
