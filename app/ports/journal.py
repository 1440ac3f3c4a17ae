"""Port: the journal, the station's truth, and the reference data beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.domain.envelope import Actor, Envelope, Refs
from app.ports.memory import MemoryRecord

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from msgspec import Struct

    from app.domain.defects import Counts
    from app.domain.events import Body, ReadingUnassigned
    from app.domain.forms import FormMoments, FormRecord
    from app.domain.handover import Standing
    from app.domain.sampling import Sample
    from app.ports.charts import ChartRecord
    from app.ports.curves import GoodCurve, JointRecord, UnreadCurve
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


@dataclass(frozen=True, slots=True)
class LineFact:
    """A call, stop, handover or end of a unit, when it happened (µs UTC), and what it is about.

    ``record`` is its place in the journal: epoch and number.
    """

    at_us: int
    body: Body
    unit: str | None = None
    order: str | None = None
    record: str = ""


@dataclass(frozen=True, slots=True)
class LotStock:
    """So many pieces of a lot at the line: receipts and counts less what was used since."""

    part: str
    lot: str
    quantity: int


@dataclass(frozen=True, slots=True)
class QualityFact:
    """A fact that a bypass or a concession counts by, when it was recorded (µs UTC)."""

    at_us: int
    body: Body


class Journal(MemoryRecord, Protocol):
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

    async def lately(self, kind: str, since_us: int) -> tuple[Envelope, ...]:
        """Events of ``kind`` since then, oldest first, among the few hundred newest."""
        ...

    async def defect_counts(self, product: str, since_us: int) -> Counts:
        """How often each defect was recorded here in each zone of ``product`` since then."""
        ...

    async def opened_lots(self) -> dict[str, datetime]:
        """When each lot that keeps only so long was opened here."""
        ...

    async def line_stock(self) -> tuple[LotStock, ...]:
        """What lies at the line, of what was received or counted here."""
        ...

    async def line_facts(self, since_us: int) -> tuple[LineFact, ...]:
        """What a shift is told by, from ``since_us`` on; also older calls and stops still open."""
        ...

    async def last_here(self, person: str) -> int | None:
        """Until when (µs UTC) they were here before they came now; None the first time."""
        ...

    async def reason_counts(self, since_us: int) -> dict[str, int]:
        """How many stops were put down to each reason from ``since_us`` on."""
        ...

    async def samples(self, instruction: str, step: str) -> tuple[Sample, ...]:
        """What was decided here about samples of a step, and what became of each, oldest first."""
        ...

    async def quality_facts(self) -> tuple[QualityFact, ...]:
        """Every fact of bypasses and of used concessions, oldest first."""
        ...

    async def chart_record(self, characteristic: str, most: int) -> ChartRecord:
        """The newest values of a characteristic made here, its limits and its alarms."""
        ...

    async def unread_curves(self, since_us: int, most: int) -> tuple[UnreadCurve, ...]:
        """The oldest curves of counted results, kept here since then, that were not read yet."""
        ...

    async def joint_record(self, joint: str, source: str, since_us: int) -> JointRecord:
        """What a curve of a joint is read by, of windows and curves since ``since_us``."""
        ...

    async def good_curves(self, joint: str, since_us: int, most: int) -> tuple[GoodCurve, ...]:
        """The newest curves of a joint to learn from, oldest first."""
        ...

    async def form_records(self) -> tuple[FormRecord, ...]:
        """The newest run of each check here, with its lines that failed and are not settled."""
        ...

    async def form_moments(self) -> FormMoments:
        """What happened here that checks fall due by."""
        ...

    async def open_form(self) -> str | None:
        """The check that is on the screen; None while a unit is, or nothing."""
        ...

    async def standing_units(self) -> tuple[Standing, ...]:
        """The units begun here and not finished, the one longest in its state first."""
        ...


class Reference(Protocol):
    """The plant's documents as last received, local and complete for the shift."""

    async def get(self, kind: type[T], key: str) -> T | None: ...

    async def all(self, kind: type[T]) -> Sequence[T]:
        """Every current document of a kind, in key order."""
        ...

    async def position(self, kind: type[Struct], key: str) -> int | None:
        """Where in the server's feed a document stood: it compares with ``seen_pos``."""
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
