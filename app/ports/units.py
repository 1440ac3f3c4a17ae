"""Port: what the plant knows of a unit, asked for when the unit comes, and kept for offline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.envelope import Envelope


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event at its place in the plant's log: the stored bytes and their hash."""

    pos: int
    hash: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class ToldMark:
    """How much of a unit's record came: all up to ``pos`` of the server's ``generation``.

    ``told_us`` is when the whole of it was here last (µs UTC), None for never.
    """

    generation: str = ""
    pos: int = 0
    told_us: int | None = None


@dataclass(frozen=True, slots=True)
class ToldPage:
    """Events of a unit after ``after``, in the log's order; ``is_last`` when these are all.

    One with another ``generation`` than was asked with begins anew: ``after`` is 0 then.
    """

    generation: str
    after: int
    events: tuple[ToldEvent, ...]
    is_last: bool


class PlantUnits(Protocol):
    """The plant, asked for the record of one unit."""

    async def page(self, serial: str, mark: ToldMark) -> ToldPage:
        """What comes after ``mark``, verified.

        Raises:
            PlantFault: the server cannot be reached, refuses, or what it says does not hold.
        """
        ...


class ToldUnits(Protocol):
    """What the plant told of units, kept apart from the station's own chain and never sent."""

    async def told_mark(self, serial: str) -> ToldMark: ...

    async def told(self, serial: str) -> tuple[Envelope, ...]:
        """In the order of the plant's log.  Damaged, it is forgotten: then it was never told."""
        ...

    async def keep_told(self, serial: str, page: ToldPage, now_us: int) -> ToldMark:
        """Keep ``page``; returns the mark after it.

        Raises:
            StorageFault: it could not be kept.
        """
        ...
