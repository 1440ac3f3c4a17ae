"""Port: single records of the journal and documents of the plant, to be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.envelope import Actor
    from app.domain.events import Body
    from app.domain.plant import Hold


@dataclass(frozen=True, slots=True)
class Record:
    """One event as it stands in the journal.

    ``body`` is None for a kind this software does not know.  ``signed_seq`` is the first signed
    head of its epoch that covers it, None while none does; ``is_confirmed`` once the server has
    it.
    """

    event_id: str
    epoch: int
    seq: int
    kind: str
    at_us: int
    actor: Actor
    unit: str | None
    body: Body | None
    hash: str
    signed_seq: int | None
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What stands behind something on the screen: records, newest first, and a hold.

    ``total`` counts all there are; ``asked`` and ``argument`` say what it answers.
    """

    asked: str
    argument: str
    records: tuple[Record, ...] = ()
    total: int = 0
    hold: Hold | None = None


class Records(Protocol):
    """Reads beside the journal's writer; raises StorageFault when the file cannot be read."""

    async def of_unit(
        self, serial: str, *, kinds: frozenset[str] | None, step: str | None, most: int
    ) -> tuple[tuple[Record, ...], int]:
        """The newest of a unit's records, and how many there are; ``kinds`` None means all."""
        ...

    async def of_kind(
        self, kind: str, *, key: str, value: str, most: int
    ) -> tuple[tuple[Record, ...], int]:
        """The newest of a kind with ``value`` at ``key``, a path such as "$.body.device"."""
        ...

    async def newest(self) -> tuple[Record | None, int]:
        """The last record there is, and how many there are outside of sealed files."""
        ...

    async def waiting(self, most: int) -> tuple[tuple[Record, ...], int]:
        """The oldest that the server has not confirmed, and how many there are."""
        ...
