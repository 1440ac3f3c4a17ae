"""Units between two stations: how many stood there when, from when they came and were taken on.

A buffer is full from its number of places on.  One without places is a hand over: it is full as
soon as one unit waits for the next station.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.intervals import merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from analysis.intervals import Interval


def standing(stays: Iterable[Interval], at_us: int) -> int:
    """How many units stood there at that instant; each stay is from its coming to its going."""
    return sum(begin <= at_us < end for begin, end in stays)


def full(stays: Iterable[Interval], *, places: int) -> list[Interval]:
    """When no further unit had a place, in order and apart."""
    edges = sorted(edge for stay in stays for edge in ((stay[0], 1), (stay[1], -1)))
    most, there, since = max(1, places), 0, 0
    found: list[Interval] = []
    for at, change in edges:
        was, there = there, there + change
        if was < most <= there:
            since = at
        elif there < most <= was:
            found.append((since, at))
    return merged(found)


def units_cover(
    stations: Sequence[str],
    station: str,
    limiting: str | None,
    *,
    places: Mapping[str, int],
    stood: Mapping[str, int],
) -> int | None:
    """For how many units the limiting station goes on while ``station`` stands still.

    ``stations`` are in the order of the units, ``places`` and ``stood`` those behind each when it
    stopped.  Before the limiting station it lives on the units between; behind it, on the free
    places.  None where a buffer on the way is not known, or nobody limits the line.
    """
    if limiting is None or not {station, limiting} <= set(stations):
        return None
    here, there = stations.index(station), stations.index(limiting)
    between = stations[min(here, there) : max(here, there)]
    if not between or any(one not in places for one in between):
        return None
    units = {one: min(stood.get(one, 0), places[one]) for one in between}
    if here < there:
        return sum(units.values())
    return sum(places[one] - units[one] for one in between)
