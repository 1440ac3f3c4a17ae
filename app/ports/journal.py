"""Port: the journal, the station's truth, and the reference data beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.domain.envelope import Actor, Envelope, Refs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msgspec import Struct

    from app.domain.events import Body, ReadingUnassigned
    from app.ports.devices import LastResult

NO_REFS = Refs()

T = TypeVar("T", bound="Struct")


@dataclass(frozen=True, slots=True)
class NewEvent:
    """A fact to append.  ``at`` is when it happened (µs UTC); None means now."""

    body: Body
    actor: Actor
    refs: Refs = NO_REFS
    at: int | None = None
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appended:
    """What an append made durable."""

    first_seq: int
    last_seq: int
    envelopes: tuple[Envelope, ...]


@dataclass(frozen=True, slots=True)
class KeptResult:
    """A result that waits for a person; ``unit`` is the one it is known to be of, if any."""

    body: ReadingUnassigned
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Unassigned:
    """How many results wait for a person, and the oldest of them."""

    count: int = 0
    oldest: tuple[KeptResult, ...] = ()


class Journal(Protocol):
    """The append-only record.  Safe to await from the I/O loop; a commit is durable on return."""

    async def append(self, *events: NewEvent) -> Appended:
        """Append all or none, in one transaction, with their projections.

        Raises:
            DuplicateResult: a tool or gauge result in ``events`` is here already; nothing was
                written.
            StorageFault: nothing was written; the handle must not be used as if it had been.
        """
        ...

    async def reopen(self) -> None:
        """Read the truth from the file again after a StorageFault.

        Raises:
            StorageFault: it still cannot keep anything.
        """

    async def unit_events(self, serial: str) -> tuple[Envelope, ...]:
        """Every event of a unit recorded here, oldest first."""
        ...

    async def open_unit(self) -> str | None:
        """The serial of the unit in work at this station, if any."""
        ...

    async def done_count(self, order: str) -> int:
        """Units of ``order`` completed here."""
        ...

    async def unit_state(self, serial: str) -> str | None:
        """None if never seen here, else "open", "left", "held" or "completed"."""
        ...

    async def fitted_in(self, part: str, serial: str) -> str | None:
        """The unit that has this serialised component, as far as this station knows."""
        ...

    async def last_result(self, source: str) -> LastResult | None:
        """The newest durable result of a device."""
        ...

    async def unassigned(self, most: int) -> Unassigned:
        """What tools made that is nobody's yet; the ``most`` oldest in full."""
        ...

    async def open_labels(self) -> tuple[tuple[str, str, str | None], ...]:
        """Job, printer and unit of each label of which no end is known, oldest first."""
        ...

    async def label_of(self, unit: str) -> str | None:
        """What became of the unit's newest label: "printed", "unknown", or None without one."""
        ...


class Reference(Protocol):
    """The plant's documents as last received, local and complete for the shift."""

    async def get(self, kind: type[T], key: str) -> T | None: ...

    async def all(self, kind: type[T]) -> Sequence[T]:
        """Every current document of a kind, in key order."""
        ...

    async def instruction(self, revision: str) -> bytes | None:
        """The published bytes of an instruction by its revision."""
        ...


class Blobs(Protocol):
    """Content-addressed files: photos, curves, pictures."""

    async def put(self, content: bytes) -> str:
        """Keep ``content`` durably; returns its SHA-256 (hex)."""
        ...

    async def get(self, sha256: str) -> bytes | None:
        """The verified content, or None when it is not here (or damaged)."""
        ...
