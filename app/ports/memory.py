"""Port: what the journal keeps of the decision memory at this station."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.envelope import Refs
    from app.domain.memory_events import CardDrafted, DecisionMade, EvidenceRef, SituationOpened
    from app.domain.memory_signals import Signal


@dataclass(frozen=True, slots=True)
class Sighting:
    """A signal for which no situation is open yet; the first of ``evidence`` is its own event."""

    signal: Signal
    at_us: int
    evidence: tuple[EvidenceRef, ...]
    refs: Refs


@dataclass(frozen=True, slots=True)
class SituationRecord:
    """A situation of this station and how far its card is.

    ``answer`` is what a person said once it worked ("yes", "no", "other", "partly").
    """

    opened: SituationOpened
    at_us: int
    unit: str | None = None
    draft: CardDrafted | None = None
    is_shown: bool = False
    postponed_in: str | None = None
    decision: DecisionMade | None = None
    decided_at_us: int = 0
    answer: str | None = None

    @property
    def name(self) -> str:
        return self.opened.situation

    @property
    def about(self) -> str:
        """What kind of signal it was; see :class:`app.domain.memory_signals.Signal`."""
        return self.opened.context.get("about", "")


@dataclass(frozen=True, slots=True)
class LastChange:
    """What was replaced last at this station.

    ``kind`` is "lot:" with the part, "revision:" with the instruction, "tool" or "program".
    """

    kind: str
    value: str
    at_us: int


@dataclass(frozen=True, slots=True)
class Known:
    """Documents of a kind after a position of the feed, and how many there are in all.

    ``last`` is the position of the newest of all.
    """

    bodies: tuple[bytes, ...]
    upto: int
    last: int
    total: int


class MemoryRecord(Protocol):
    """Safe to await from the I/O loop."""

    async def sightings(self, since_us: int, most: int) -> tuple[Sighting, ...]:
        """The oldest signals since then for which no situation is open."""
        ...

    async def situations(self, since_us: int) -> tuple[SituationRecord, ...]:
        """Those opened here since then, oldest first."""
        ...

    async def tool_changes(self, since_us: int) -> tuple[LastChange, ...]:
        """Tools and programs replaced since then that are in place now, each once."""
        ...

    async def last_change(self, place: str = "") -> LastChange | None:
        """The lot or revision that was replaced last, or tool or program at ``place``.

        ``place`` is "instruction:step:position", or without the position; None while nothing was.
        """
        ...

    async def lot_count(self, part: str, lot: str, key: str) -> tuple[int, int]:
        """In how many of how many of the newest units here with a lot a situation was opened."""
        ...

    async def known(self, kind: str, after: int, most: int) -> Known:
        """The plant's documents of ``kind`` after a position, in the order of positions."""
        ...
