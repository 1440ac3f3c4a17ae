"""The draft of a handover: what is abnormal, by consequence, one line each with its records.

One implementation for a station and for a whole line: it is given facts and adds none.  Nothing
is left out: what has no room is counted and stands behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.line_events import HandoverItem

#: What costs most comes first; within a section kinds stand as they are listed.
SECTIONS: dict[str, tuple[str, ...]] = {
    "safety": ("safety", "hold", "held_lot_fitted", "held", "not_provable"),
    "limits": ("bypass", "concession"),
    "exceptions": (
        "call", "stopped", "silent", "two_stations", "serial_twice", "fork", "check_failed",
        "check_overdue", "tool", "defect", "mid_step", "check_begun", "results", "unassigned",
        "result_gap", "blocked", "stops", "check_due",
    ),
    "decisions": ("watch", "watch_more"),
    "quality": ("chart_alarm", "curve_alarm", "end_digits"),
    "output": ("output", "lost", "promised", "order"),
    "material": ("lot_expires", "lot_low", "calibration"),
    "instructions": ("revision",),
    "asked": ("decision_waiting", "asked", "answered", "added"),
    "told": ("note",),
}  # fmt: skip
#: A kind that nobody gave a place is an exception, after those that have one.
_ELSE = "exceptions"
_PLACES = {
    kind: (place, number)
    for place, kinds in enumerate(SECTIONS.values())
    for number, kind in enumerate(kinds)
}
_SECTION_OF = {kind: section for section, kinds in SECTIONS.items() for kind in kinds}
#: These tell how it went; nobody has to take them over.
CALM = frozenset({"output", "lost", "promised", "order", "note", "check_due"})
#: How often a thing that stands once was found.
TIMES = "times"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading: ``shown``, and ``behind`` it what has no room."""

    name: str
    shown: tuple[HandoverItem, ...]
    behind: tuple[HandoverItem, ...] = ()


def drafted(items: Iterable[HandoverItem]) -> tuple[HandoverItem, ...]:
    """By consequence, repeats as one line with all their records; equals in the order given."""
    found: dict[str, HandoverItem] = {}
    for item in items:
        before = found.get(item.item)
        found[item.item] = item if before is None else _together(before, item)
    return tuple(sorted(found.values(), key=_place))


def sections(items: Sequence[HandoverItem], *, room: int) -> tuple[Section, ...]:
    """The draft under its headings, of each at most ``room`` items shown; no empty ones."""
    by_name: dict[str, list[HandoverItem]] = {name: [] for name in SECTIONS}
    for item in items:
        by_name[section_of(item.kind)].append(item)
    return tuple(
        Section(name, tuple(found[:room]), tuple(found[room:]))
        for name, found in by_name.items()
        if found
    )


def section_of(kind: str) -> str:
    """The heading a kind stands under."""
    return _SECTION_OF.get(kind, _ELSE)


def is_mandatory(item: HandoverItem) -> bool:
    """Whether the next one has to take it over; nobody can take it off the list."""
    return item.kind not in CALM


def _place(item: HandoverItem) -> tuple[int, int]:
    last = (list(SECTIONS).index(_ELSE), len(SECTIONS[_ELSE]))
    return _PLACES.get(item.kind, last)


def _together(first: HandoverItem, then: HandoverItem) -> HandoverItem:
    times = int(first.facts.get(TIMES, "1")) + int(then.facts.get(TIMES, "1"))
    events = tuple(dict.fromkeys([*first.events, *then.events]))
    return replace(first, facts={**first.facts, TIMES: str(times)}, events=events)
