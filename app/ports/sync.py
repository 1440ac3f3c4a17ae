"""Port: sync, from both sides: what the screen is told, and what sync needs of the journal."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence


class SyncState(enum.StrEnum):
    """How the station and the plant's server stand to each other."""

    SYNCED = "synced"
    SENDING = "sending"
    OFFLINE = "offline"
    FORK = "fork"
    STUCK = "stuck"
    NOT_ENROLLED = "not_enrolled"


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """Told at each change.  The screen works the oldest event's age out with its own clock.

    ``problem`` is why nothing is sent, as a code (sync.fork, sync.certificate …); ``last_error``
    says the same in a sentence for maintenance.  ``clock_quality`` is as in an envelope;
    ``clock_offset_s`` is what to add to this station's clock to get the server's.
    """

    state: SyncState
    waiting: int = 0
    oldest_waiting_at_us: int | None = None
    last_ok_at_us: int | None = None
    last_error: str | None = None
    generation: str = ""
    server_url: str | None = None
    problem: str | None = None
    clock_quality: str = "unknown"
    clock_offset_s: int | None = None


#: Called on the I/O loop.
OnSyncStatus: TypeAlias = Callable[[SyncStatus], None]


@dataclass(frozen=True, slots=True)
class PushMark:
    """How far the server has confirmed one epoch of the journal.

    ``generation`` is the server's as this station last confirmed it, "" before the first time.
    ``fork`` says what contradicts when the server holds another history; ``closed`` why it takes
    nothing more of this epoch.
    """

    generation: str
    epoch: int
    acked: int
    fork: str | None = None
    closed: str | None = None


@dataclass(frozen=True, slots=True)
class BranchMark:
    """How far the server keeps a contradicting epoch of this journal beside its log."""

    epoch: int
    kept: int


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A chain head as signed for the server (hex)."""

    epoch: int
    seq: int
    hash: str
    signature: str
    public_key: str


@dataclass(frozen=True, slots=True)
class FeedMark:
    """How far the server's feed is applied; without a generation only a snapshot helps."""

    generation: str
    pos: int


@dataclass(frozen=True, slots=True)
class SnapshotMark:
    """A snapshot that came up to ``after``; the feed goes on at ``mark`` when it is whole."""

    mark: FeedMark
    after: int


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One event as it stands in the journal."""

    epoch: int
    seq: int
    prev_hash: str
    hash: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """One reference document of the feed; without a ``body`` it was withdrawn."""

    pos: int
    kind: str
    key: str
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Backlog:
    """What the server has not confirmed; ``notes`` name what it will never take."""

    waiting: int
    oldest_at_us: int | None = None
    notes: tuple[str, ...] = ()


class Outbox(Protocol):
    """The journal as sync sees it.  Each call is one transaction, durable on return.

    Every method raises StorageFault when the journal cannot keep its promise.
    """

    @property
    def station(self) -> str: ...

    def on_append(self, wake: Callable[[], None]) -> None:
        """Call ``wake`` on the I/O loop after each durable append."""

    async def push_mark(self) -> PushMark:
        """The mark of the oldest epoch with unconfirmed events, else of the current one."""
        ...

    async def move_push_mark(self, mark: PushMark, head: SignedHead | None = None) -> None:
        """Keep ``mark``, and the head it was confirmed with.

        A changed generation also voids a feed mark of another generation.
        """

    async def branch_mark(self) -> BranchMark | None:
        """The oldest epoch in a fork that the server has not been told all of."""
        ...

    async def move_branch_mark(self, mark: BranchMark) -> None: ...

    async def begin_epoch(self, epoch: int) -> None:
        """Write under ``epoch`` from now on; an epoch not above the current one is ignored."""

    async def events(
        self, epoch: int, *, after: int, limit: int, most_bytes: int | None = None
    ) -> tuple[StoredEvent, ...]:
        """Contiguous events of ``epoch``, oldest first, as many as fit and at least one."""
        ...

    async def hash_at(self, epoch: int, seq: int) -> str | None:
        """The hash of an event here, None when there is no such event."""
        ...

    async def backlog(self) -> Backlog: ...

    async def feed_mark(self) -> FeedMark: ...

    async def apply_feed(
        self, asked: FeedMark, *, up_to: int, documents: Sequence[Document]
    ) -> bool:
        """Apply and move the mark to ``up_to``; False (nothing done) if it is not at ``asked``."""
        ...

    async def replace_documents(self, mark: FeedMark, documents: Sequence[Document]) -> None:
        """Forget all documents, keep these, and stand at ``mark``."""

    async def arriving(self) -> SnapshotMark | None:
        """How much of a snapshot in pages came so far; None when there is none on its way."""
        ...

    async def keep_page(self, page: SnapshotMark, documents: Sequence[Document]) -> None:
        """Keep a page aside, for nobody to read yet; ``page`` says where the next one begins.

        A page of another snapshot than the one on its way starts anew.
        """

    async def keep_last_page(self, mark: FeedMark, documents: Sequence[Document]) -> None:
        """What was kept aside and these take the place of all documents."""

    async def blobs_to_send(self, limit: int) -> tuple[str, ...]:
        """Blobs of confirmed events that the server has not confirmed, oldest first."""
        ...

    async def blob_sent(self, sha256: str) -> None: ...

    async def blobs_lost(self, hashes: Sequence[str]) -> None:
        """The server lacks these: send them again."""

    async def note_backup(self, place: tuple[int, int]) -> None:
        """A durable backup of the server has all up to this epoch and number.

        Forgotten when the generation changes: that backup was of the server before.
        """

    async def blobs_to_fetch(self, limit: int) -> tuple[str, ...]:
        """Blobs that instructions name and that are not known to be here."""
        ...

    async def blob_fetched(self, sha256: str) -> None: ...

    async def set_clock(self, quality: str, offset_us: int | None) -> None:
        """What the next events say of this station's clock."""
