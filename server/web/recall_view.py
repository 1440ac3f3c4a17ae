"""The words of the recall list: where units are, and how many have left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from server.read.recall import BUILT_IN, IN_WORK, SHIPPED

if TYPE_CHECKING:
    from server.read.recall import RecallList


class PlaceWords(NamedTuple):
    """A place as a chip: its words, tone and icon."""

    text: str
    tone: str
    sign: str


_WORDS = {
    SHIPPED: PlaceWords("Shipped", "attention", "truck-bold"),
    "completed": PlaceWords("In the plant", "ok", "factory-bold"),
    "held": PlaceWords("Held", "blocked", "lock-key-fill"),
    "scrapped": PlaceWords("Scrapped", "blocked", "prohibit-fill"),
    "returned": PlaceWords("Returned", "blocked", "prohibit-fill"),
    IN_WORK: PlaceWords("In work", "doing", "circle-half-fill"),
    BUILT_IN: PlaceWords("Built into another unit", "todo", "tree-structure-bold"),
}


def place_words(now: str) -> PlaceWords:
    """A state that has no words here is said as it is."""
    plain = now.replace("_", " ")
    return _WORDS.get(now, PlaceWords(plain[:1].upper() + plain[1:], "todo", "circle-bold"))


def left_words(recall: RecallList) -> str:
    """Whether any unit is out of reach, in one line."""
    total = len(recall.units)
    left = sum(unit.shipped_at is not None for unit in recall.units)
    if total == 0:
        return "It is in no unit"
    if left == 0:
        return f"None of {total} was shipped"
    return f"{left} of {total} shipped, {total - left} not"
