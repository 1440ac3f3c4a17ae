"""Acceptance sampling by attributes: ISO 2859-1 and ANSI/ASQ Z1.4, single plans.

Code letters, and the tables for normal and tightened inspection, are the same in both; reduced
inspection is that of Z1.4, whose acceptance and rejection numbers leave a gap between them.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.sample_events import LotPlan

if TYPE_CHECKING:
    from collections.abc import Iterable

LEVELS = ("S-1", "S-2", "S-3", "S-4", "I", "II", "III")
AQLS = (
    "0.010", "0.015", "0.025", "0.040", "0.065", "0.10", "0.15", "0.25", "0.40", "0.65", "1.0",
    "1.5", "2.5", "4.0", "6.5", "10", "15", "25", "40", "65", "100", "150", "250", "400", "650",
    "1000",
)  # fmt: skip
#: The largest lot of each row of the table of code letters; above the last is one row more.
_LOTS = (8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10_000, 35_000, 150_000, 500_000)
_LETTERS = "ABCDEFGHJKLMNPQRS"
#: A row for each range of lots, a column for each level.
_CODES = (
    "AAAAAAB", "AAAAABC", "AABBBCD", "ABBCCDE", "BBCCCEF", "BBCDDFG", "BCDEEGH", "BCDEFHJ",
    "CCEFGJK", "CDEGHKL", "CDFGJLM", "CDFHKMN", "DEGJLNP", "DEGJMPQ", "DEHKNQR",
)  # fmt: skip
_SIZES = (2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150)
_REDUCED_SIZES = (2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800)


class Severity(StrEnum):
    """How strictly lots are inspected; ``STOPPED`` until somebody has put things right."""

    NORMAL = "normal"
    TIGHTENED = "tightened"
    REDUCED = "reduced"
    STOPPED = "stopped"


#: The tables are diagonals: the place of the letter and that of the AQL together say the numbers.
#: The last two of each stand in the rows A to E alone.
_NORMAL = {14: 0, 17: 1, 18: 2, 19: 3, 20: 5, 21: 7, 22: 10, 23: 14, 24: 21, 25: 30, 26: 44}
_TIGHTENED = {15: 0, 18: 1, 19: 2, 20: 3, 21: 5, 22: 8, 23: 12, 24: 18, 25: 27, 26: 41}
_REDUCED = {
    14: (0, 1),
    17: (0, 2),
    18: (1, 3),
    19: (1, 4),
    20: (2, 5),
    21: (3, 6),
    22: (5, 8),
    23: (7, 10),
    24: (10, 13),
    25: (14, 17),
    26: (21, 24),
}
#: Rows A and B of the reduced table, where no smaller sample exists: by place of the AQL.
_REDUCED_TOP = {
    (0, 17): (1, 2), (0, 18): (2, 3), (0, 19): (3, 4), (0, 20): (5, 6), (0, 21): (7, 8),
    (0, 22): (10, 11), (0, 23): (14, 15), (0, 24): (21, 22), (0, 25): (30, 31),
    (1, 18): (2, 4), (1, 19): (3, 5), (1, 20): (5, 6), (1, 21): (7, 8), (1, 22): (10, 11),
    (1, 23): (14, 15), (1, 24): (21, 22), (1, 25): (30, 31),
}  # fmt: skip
_LAST_SMALL, _LARGEST = 4, 24
_UP = 15


def code_letter(lot: int, level: str = "II") -> str:
    """The letter for a lot of so many units at a level of inspection."""
    return _CODES[bisect_left(_LOTS, lot)][LEVELS.index(level)]


def single_plan(lot: int, aql: str, level: str = "II", severity: str = "normal") -> LotPlan:
    """The plan for a lot; a sample as large as the lot means every unit."""
    column = AQLS.index(aql)
    row = _row(_LETTERS.index(code_letter(lot, level)), column, severity)
    accept, reject = _numbers(row, column, severity) or (0, 1)
    sizes = _REDUCED_SIZES if severity == Severity.REDUCED else _SIZES
    size = min(sizes[row], lot)
    return LotPlan(
        letter=_LETTERS[row], severity=severity, size=size, accept=accept, reject=reject
    )


def _row(row: int, column: int, severity: str) -> int:
    """The row of the first plan in the direction the table's arrow points."""
    # The row S is there for tightened inspection alone.
    last = len(_SIZES) - int(severity != Severity.TIGHTENED)
    is_up = row + column > _LARGEST or (severity != Severity.TIGHTENED and row + column == _UP)
    up, down = range(row, -1, -1), range(row, last)
    order: tuple[int, ...] = (*up, *down) if is_up else (*down, *up)
    for one in order:
        if _numbers(one, column, severity) is not None:
            return one
    raise LookupError(column)


def _numbers(row: int, column: int, severity: str) -> tuple[int, int] | None:
    """What stands in a field of the table; None for an arrow."""
    place = row + column
    if place > _LARGEST and row > _LAST_SMALL:
        return None
    if severity == Severity.REDUCED:
        return _REDUCED_TOP.get((row, column)) or _REDUCED.get(place)
    if severity == Severity.TIGHTENED and (row, place) == (0, 15):
        return None
    accept = (_TIGHTENED if severity == Severity.TIGHTENED else _NORMAL).get(place)
    return None if accept is None else (accept, accept + 1)


# -- switching --------------------------------------------------------------------------------

_WINDOW, _BAD, _GOOD, _STEADY, _MOST_BAD = 5, 2, 5, 10, 5


def next_severity(lots: Iterable[tuple[str, int, int, int]]) -> Severity:
    """How the next lot is inspected, after lots of (severity, bad ones, accept, reject).

    Normal becomes tightened when two of five lots in a row were not accepted, and normal again
    after five accepted.  Ten accepted in a row make it reduced, until one is not accepted or falls
    between the two numbers.  Five not accepted while tightened stop it.
    """
    now, recent, refused = Severity.NORMAL, list[bool](), 0
    for severity, bad, accept, reject in lots:
        if severity != now:
            continue
        recent.append(bad < reject if now is not Severity.REDUCED else bad <= accept)
        refused += now is Severity.TIGHTENED and not recent[-1]
        after = _after(now, recent, refused)
        if after is not now:
            now, recent, refused = after, [], 0
    return now


def _after(now: Severity, recent: list[bool], refused: int) -> Severity:
    match now:
        case Severity.NORMAL if recent[-_WINDOW:].count(False) >= _BAD:
            return Severity.TIGHTENED
        case Severity.NORMAL if len(recent) >= _STEADY and all(recent[-_STEADY:]):
            return Severity.REDUCED
        case Severity.TIGHTENED if refused >= _MOST_BAD:
            return Severity.STOPPED
        case Severity.TIGHTENED if len(recent) >= _GOOD and all(recent[-_GOOD:]):
            return Severity.NORMAL
        case Severity.REDUCED if not recent[-1]:
            return Severity.NORMAL
        case _:
            return now
