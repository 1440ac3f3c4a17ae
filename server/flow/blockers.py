"""What is in the way of an order, by kind: one line each, with its cheapest unblock."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

#: From cheap to dear: what it takes to clear it.
PERSON, MATERIAL, STATION, HOLD, CALIBRATION, CERTIFICATE, INSTRUCTIONS = (
    "person", "material", "station", "hold", "calibration", "certificate", "instruction",
)  # fmt: skip
CHEAPEST_FIRST = (PERSON, MATERIAL, STATION, HOLD, CALIBRATION, CERTIFICATE, INSTRUCTIONS)


class Blocker(Struct, frozen=True, kw_only=True):
    """One thing in the way: of a ``kind``, what it is, and what clears it."""

    kind: str
    what: str
    unblock: str


class BlockerKind(Struct, frozen=True, kw_only=True):
    """So many things of one ``kind`` in the way; ``unblock`` is what is cheapest to do about it.

    ``clears`` is how many of them that clears.
    """

    kind: str
    count: int
    unblock: str
    clears: int
    blockers: tuple[Blocker, ...]


def by_kind(blockers: Iterable[Blocker]) -> tuple[BlockerKind, ...]:
    """Each kind once, the cheapest first; what clears the most of a kind is its cheapest."""
    ordered = sorted(blockers, key=lambda one: CHEAPEST_FIRST.index(one.kind))
    return tuple(_kind(kind, tuple(found)) for kind, found in groupby(ordered, lambda o: o.kind))


def _kind(kind: str, blockers: tuple[Blocker, ...]) -> BlockerKind:
    said = [one.unblock for one in blockers]
    # Of equal ones the first: they come in the order of the parts, stations and skills.
    unblock = max(said, key=said.count)
    return BlockerKind(
        kind=kind,
        count=len(blockers),
        unblock=unblock,
        clears=said.count(unblock),
        blockers=blockers,
    )
