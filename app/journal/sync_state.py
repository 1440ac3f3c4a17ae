"""How far the server has confirmed the journal, and how far its feed is applied here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import convert

from app.domain.envelope import decode_envelope
from app.domain.errors import StorageFault
from app.journal.branches import KEPT, forget_branch_marks
from app.journal.sealed_reads import segment_at
from app.journal.segments import EPOCH_END, read_segment, sealed_up_to
from app.ports.sync import Backlog, FeedMark, PushMark, SignedHead, SnapshotMark, StoredEvent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import apsw

_BLOB_FLOOR = "blob_floor"
_ARRIVING = "arriving_snapshot"


def push_mark(db: apsw.Connection) -> PushMark:
    """The oldest epoch that has something to send, else the current one."""
    rows = db.execute(
        "SELECT epoch, acked, fork, closed FROM epoch WHERE epoch = coalesce("  # noqa: S608 - put together of constants
        f"(SELECT min(epoch) FROM epoch WHERE closed IS NULL AND acked < {EPOCH_END}), "
        "(SELECT max(epoch) FROM epoch))"
    ).fetchall()
    ((epoch, acked, fork, closed),) = convert(rows, list[tuple[int, int, str | None, str | None]])
    return PushMark(_value(db, "generation"), epoch, acked, fork, closed)


def move_push_mark(db: apsw.Connection, mark: PushMark, head: SignedHead | None) -> None:
    """Keep the mark; a new generation voids a feed mark of another one."""
    if mark.generation != _value(db, "generation"):
        _set(db, "generation", mark.generation)
        if _value(db, "feed_generation") != mark.generation:
            _set(db, "feed_generation", "")
        # A restored server may lack older epochs as well: its answers tell how much of them.
        db.execute("UPDATE epoch SET acked = 0")
        forget_branch_marks(db)
    db.execute(
        "UPDATE epoch SET acked = ?, fork = ?, closed = ? WHERE epoch = ?",
        (mark.acked, mark.fork, mark.closed, mark.epoch),
    )
    close_forked_epochs(db)
    if head is not None:
        db.execute(
            "INSERT OR REPLACE INTO head VALUES (?, ?, ?, ?, ?)",
            (head.epoch, head.seq, head.hash, head.signature, head.public_key),
        )


def close_forked_epochs(db: apsw.Connection) -> None:
    """A newer epoch is a person's answer to a fork: the old one is not to hold it up."""
    db.execute(
        "UPDATE epoch SET closed = fork WHERE fork IS NOT NULL AND closed IS NULL "
        "AND epoch < (SELECT max(epoch) FROM epoch)"
    )


def events_after(
    db: apsw.Connection, epoch: int, *, after: int, limit: int, most_bytes: int | None = None
) -> tuple[StoredEvent, ...]:
    """Contiguous events, each with the hash before it; never more in memory than asked for."""
    prev = _hash_before(db, epoch, after + 1)
    events: list[StoredEvent] = []
    total = 0
    for row in db.execute(
        "SELECT seq, hash, raw FROM event WHERE epoch = ? AND seq > ? ORDER BY seq LIMIT ?",
        (epoch, after, limit),
    ):
        seq, hash_hex, raw = convert(row, tuple[int, str, bytes])
        total += len(raw)
        if events and most_bytes is not None and total > most_bytes:
            break
        events.append(StoredEvent(epoch, seq, prev, hash_hex, raw))
        prev = hash_hex
    return tuple(events)


def hash_at(db: apsw.Connection, epoch: int, seq: int) -> str | None:
    """The hash of an event, None if there is none; of the pruned ones the last is still known."""
    value = db.execute("SELECT hash FROM event WHERE epoch = ? AND seq = ?", (epoch, seq)).get
    if value is not None:
        return str(value)
    sealed = sealed_up_to(db)
    return sealed.hash if seq > 0 and (sealed.epoch, sealed.seq) == (epoch, seq) else None


def _hash_before(db: apsw.Connection, epoch: int, seq: int) -> str:
    value = db.execute(
        "SELECT hash FROM event WHERE (epoch, seq) < (?, ?) ORDER BY epoch DESC, seq DESC LIMIT 1",
        (epoch, seq),
    ).get
    return sealed_up_to(db).hash if value is None else str(value)


def backlog(db: apsw.Connection, journal: Path) -> Backlog:
    """What is not confirmed, what never will be, and what a restored server cannot be given."""
    waiting, oldest = 0, None
    notes: list[str] = []
    rows = db.execute(
        f"SELECT epoch, {KEPT}, closed, {EPOCH_END} FROM epoch ORDER BY epoch"  # noqa: S608 - put together of constants
    ).fetchall()
    for epoch, kept, closed, last in convert(rows, list[tuple[int, int, str | None, int]]):
        if last <= kept:
            continue
        if closed is not None:
            notes.append(f"{last - kept} events of epoch {epoch} stay here only: {closed}")
        else:
            waiting += last - kept
            try:
                oldest = oldest or _recorded_at(db, journal, epoch, kept + 1)
            except StorageFault as fault:
                notes.append(str(fault))
    return Backlog(waiting, oldest, tuple(notes))


def _recorded_at(db: apsw.Connection, journal: Path, epoch: int, seq: int) -> int | None:
    raw = db.execute("SELECT raw FROM event WHERE epoch = ? AND seq = ?", (epoch, seq)).get
    if raw is None and (segment := segment_at(db, epoch, seq)) is not None:
        # Its first event stands for all of it: asked often, and reading on takes long.
        raw = next(read_segment(journal, segment)).raw
    return None if raw is None else decode_envelope(raw).recorded_at


def feed_mark(db: apsw.Connection) -> FeedMark:
    """Where the feed stands."""
    return FeedMark(_value(db, "feed_generation"), int(_value(db, "feed_pos") or 0))


def move_feed_mark(db: apsw.Connection, mark: FeedMark) -> None:
    """In the transaction that applies the feed."""
    _set(db, "feed_generation", mark.generation)
    _set(db, "feed_pos", str(mark.pos))


def arriving(db: apsw.Connection) -> SnapshotMark | None:
    """How much of a snapshot in pages is kept aside."""
    pos, _, rest = _value(db, _ARRIVING).partition(" ")
    after, _, generation = rest.partition(" ")
    return SnapshotMark(FeedMark(generation, int(pos)), int(after)) if pos else None


def move_arriving(db: apsw.Connection, page: SnapshotMark | None) -> None:
    """In the transaction that keeps the page, or that is done with all of them."""
    words = "" if page is None else f"{page.mark.pos} {page.after} {page.mark.generation}"
    _set(db, _ARRIVING, words)


def blobs_to_send(db: apsw.Connection, limit: int) -> tuple[str, ...]:
    """Only of confirmed events: the server first learns of a blob, then gets it."""
    rows = db.execute(
        "SELECT b.sha256 FROM blob_ref b "  # noqa: S608 - put together of constants
        f"JOIN epoch ON epoch.epoch = b.epoch AND b.seq <= {KEPT} "
        "WHERE (b.epoch, b.seq) > (?, ?) "
        "AND b.sha256 NOT IN (SELECT sha256 FROM blob_sent) ORDER BY b.epoch, b.seq LIMIT ?",
        (*_blob_floor(db), limit),
    )
    return tuple(str(sha256) for (sha256,) in rows)


def note_blob_sent(db: apsw.Connection, sha256: str) -> None:
    """The server has it, verified."""
    db.execute("INSERT OR IGNORE INTO blob_sent VALUES (?)", (sha256,))
    first = db.execute(
        "SELECT epoch, seq FROM blob_ref WHERE (epoch, seq) > (?, ?) "
        "AND sha256 NOT IN (SELECT sha256 FROM blob_sent) ORDER BY epoch, seq LIMIT 1",
        _blob_floor(db),
    ).fetchone()
    if first is not None:
        _set(db, _BLOB_FLOOR, f"{first[0]}:{int(first[1]) - 1}")


def note_blobs_lost(db: apsw.Connection, hashes: Sequence[str]) -> None:
    """The server lacks them: they are to send again."""
    before = db.total_changes()
    for sha256 in hashes:
        db.execute("DELETE FROM blob_sent WHERE sha256 = ?", (sha256,))
    if db.total_changes() != before:
        _set(db, _BLOB_FLOOR, "")


def _blob_floor(db: apsw.Connection) -> tuple[int, int]:
    """Up to here (epoch, number) every blob is sent: what was sent years ago costs nothing."""
    epoch, _, seq = _value(db, _BLOB_FLOOR).partition(":")
    return int(epoch or 0), int(seq or 0)


def blobs_to_fetch(db: apsw.Connection, limit: int) -> tuple[str, ...]:
    """Named by instructions and not known to be here."""
    rows = db.execute("SELECT sha256 FROM blob_wanted ORDER BY sha256 LIMIT ?", (limit,))
    return tuple(str(sha256) for (sha256,) in rows)


def note_blob_fetched(db: apsw.Connection, sha256: str) -> None:
    """It is here."""
    db.execute("DELETE FROM blob_wanted WHERE sha256 = ?", (sha256,))


def _value(db: apsw.Connection, key: str) -> str:
    value = db.execute("SELECT value FROM sync_state WHERE key = ?", (key,)).get
    return "" if value is None else str(value)


def _set(db: apsw.Connection, key: str, value: str) -> None:
    db.execute("INSERT OR REPLACE INTO sync_state VALUES (?, ?)", (key, value))
