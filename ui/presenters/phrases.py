"""What a screen says, before it is words: a key with its facts, or text that is data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence to be looked up in the screen's language; ``facts`` fill its places."""

    key: str
    facts: dict[str, Words] = field(default_factory=dict)


class Number(str):
    """Figures with a point, and their units: said with the decimal mark of the language."""

    __slots__ = ()


#: A ``str`` is shown as it is: names, serials, numbers, text of an instruction.
Words: TypeAlias = Phrase | str


def phrase(key: str, **facts: Words) -> Phrase:
    """The short way to write one."""
    return Phrase(key, facts)
