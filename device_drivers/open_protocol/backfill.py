"""How results made while nobody listened are found: by number, back from the newest, or not.

Controllers differ in what they answer to "that old result": see a profile's ``old_results``.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.readings import Quality

if TYPE_CHECKING:
    from app.domain.readings import Reading

#: Fetches an old result by id, or None when it cannot be had; 0 is the newest.
Fetch = Callable[[int], Awaitable["Reading | None"]]

NOT_THERE = "the controller does not have it any more"
NO_OLD_RESULTS = "the controller keeps no old results"
TOO_MANY = "too many to fetch one by one"


@dataclass(frozen=True, slots=True)
class Hole:
    """Numbers that were given and whose results cannot be had."""

    first: int
    last: int
    reason: str


#: What was missed, in the order in which it was made.
Missed = AsyncIterator["Reading | Hole"]


async def consecutive(fetch: Fetch, first: int, end: int, most: int) -> Missed:
    """The results ``first`` to ``end`` - 1 one by one: every number was given."""
    if end - first > most:
        yield Hole(first, end - most - 1, TOO_MANY)
        first = end - most
    missing_from = None
    for number in range(first, end):
        old = await fetch(number)
        if old is not None and old.quality is Quality.QUARANTINED:
            # Evidence, and no result.
            yield old
            old = None
        if old is None or number_of(old) != number:
            missing_from = number if missing_from is None else missing_from
            continue
        if missing_from is not None:
            yield Hole(missing_from, number - 1, NOT_THERE)
            missing_from = None
        yield old
    if missing_from is not None:
        yield Hole(missing_from, end - 1, NOT_THERE)


async def walk_back(fetch: Fetch, first: int, end: int, most: int) -> Missed:
    """From ``end`` back to before ``first``: each answer is the result of that number or earlier.

    Numbers between two answers were never given here, and so are no holes.
    """
    found: list[Reading | Hole] = []
    number = end - 1
    while number >= first:
        old = await fetch(number) if len(found) < most else None
        if old is None:
            reason = TOO_MANY if len(found) >= most else NOT_THERE
            found.append(Hole(first, number, reason))
            break
        if old.quality is Quality.QUARANTINED:
            found.append(old)
            number -= 1
            continue
        if number_of(old) < first:
            break
        found.append(old)
        number = min(number, number_of(old)) - 1
    for each in reversed(found):
        yield each


async def forward(fetch: Fetch, first: int, most: int) -> Missed:
    """From ``first`` on until there is none: for controllers that do not say which is newest."""
    for number in range(first, first + most):
        old = await fetch(number)
        if old is None:
            return
        yield old


async def nothing(first: int, end: int) -> Missed:
    """No old results: what is missing is named and no more."""
    yield Hole(first, end - 1, NO_OLD_RESULTS)


def number_of(reading: Reading) -> int:
    """A result's own number; the last of a gap's."""
    return whole(reading.result_id) or 0


def whole(result_id: str) -> int | None:
    """The number in a result id; None for one that has none."""
    digits = result_id.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else None
