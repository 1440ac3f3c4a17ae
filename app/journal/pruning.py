"""Pruning: old events leave the table for sealed segments, and only what nobody needs here.

What goes is confirmed by the server, in a backup of the server, behind a checkpoint this station
signed, older than asked, and of no unit that is unfinished.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from app.journal.checkpoints import newest_checkpoint
from app.journal.room import Room, give_back
from app.journal.sealed_reads import index_units
from app.journal.segments import EPOCH_END, Segment, seal, sealed_up_to
from app.ports.sync import StoredEvent

if TYPE_CHECKING:
    import apsw

    from app.journal.store import JournalStore

DAY_US = 86_400_000_000
EVENTS_IN_SEGMENT = 50_000
#: Short transactions: a station that appends meanwhile does not wait long.
ROWS_AT_ONCE = 5_000

#: Epoch and number of an event.
Place: TypeAlias = tuple[int, int]
_NOWHERE: Place = (0, 0)
_SealRow: TypeAlias = tuple[int, int, str, bytes, str | None]
_DURABLE = "durable_backup"


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many events were sealed, into which files, what kept the rest here, and the room."""

    events: int
    segments: tuple[str, ...]
    kept_for: str
    room: Room


def note_durable_backup(db: apsw.Connection, place: Place) -> None:
    """The server says that its own backup reaches to ``place`` of this journal."""
    db.execute(
        "INSERT OR REPLACE INTO sync_state VALUES (?, ?)", (_DURABLE, f"{place[0]} {place[1]}")
    )


def durable_backup(db: apsw.Connection) -> Place:
    """As noted last; (0, 0) when the server never said."""
    value = db.execute("SELECT value FROM sync_state WHERE key = ?", (_DURABLE,)).get
    if value is None:
        return _NOWHERE
    epoch, seq = str(value).split()
    return int(epoch), int(seq)


def prune(store: JournalStore, *, keep_days: int, now_us: int) -> Pruned:
    """Seal and remove what may go.  Safe to interrupt: what was sealed is removed next time.

    Raises:
        StorageFault: the disk refused; every event is still there, sealed or not.
    """
    _remove_sealed(store)
    with store.read() as db:
        limit, kept_for = _limit(db, cutoff_us=now_us - keep_days * DAY_US)
        checkpoint = newest_checkpoint(db, up_to=limit)
    made: list[Segment] = []
    end = _NOWHERE if checkpoint is None else checkpoint[:2]
    while (segment := _seal_next(store, end)) is not None:
        made.append(segment)
        _remove_sealed(store)
    if checkpoint is None and limit[1] > 0:
        kept_for = "no signed checkpoint before that"
    return Pruned(
        sum(segment.events for segment in made),
        tuple(segment.path_beside(store.path).name for segment in made),
        kept_for,
        give_back(store),
    )


def _limit(db: apsw.Connection, *, cutoff_us: int) -> tuple[Place, str]:
    """The last event that may go by all rules but the checkpoint's, and the strictest rule."""
    rules = {
        "newer than asked to keep": _before_first(db, "at >= ?", (cutoff_us,)),
        "of an unfinished unit, or after its first event": _before_first(
            db, "unit IN (SELECT serial FROM unit WHERE state <> 'completed')"
        ),
        "not confirmed by the server": _confirmed(db),
        "not known to be in a backup of the server": durable_backup(db),
        "the newest event": _before_newest(db),
    }
    why = min(rules, key=lambda rule: rules[rule])
    return rules[why], why


def _before_first(db: apsw.Connection, which: str, values: tuple[int, ...] = ()) -> Place:
    """Just before the first event of which ``which`` is true; far ahead when there is none."""
    row = db.execute(
        f"SELECT epoch, seq FROM event WHERE {which} ORDER BY epoch, seq LIMIT 1",  # noqa: S608 (ours)
        values,
    ).fetchone()
    return (1 << 60, 0) if row is None else (int(row[0]), int(row[1]) - 1)


def _before_newest(db: apsw.Connection) -> Place:
    """One event stays: the next is chained to it, and the server asks for it by its hash."""
    row = db.execute(
        "SELECT epoch, seq FROM event ORDER BY epoch DESC, seq DESC LIMIT 1"
    ).fetchone()
    return _NOWHERE if row is None else (int(row[0]), int(row[1]) - 1)


def _confirmed(db: apsw.Connection) -> Place:
    """Up to the first epoch that the server has not confirmed whole.

    One before its mark: the mark is told to the server with the hash of its event.
    """
    rows = db.execute(
        f"SELECT epoch, acked, {EPOCH_END} FROM epoch ORDER BY epoch"  # noqa: S608 (ours)
    ).fetchall()
    place = _NOWHERE
    for epoch, acked, last in msgspec.convert(rows, list[tuple[int, int, int]]):
        place = (epoch, max(acked - 1, 0))
        if acked < last:
            break
    return place


def _seal_next(store: JournalStore, end: Place) -> Segment | None:
    with store.read() as db:
        events, units = _events_to_seal(db, end)
    if not events:
        return None
    segment = seal(store.path, events)
    names = Segment.__struct_fields__
    with store.transaction() as db:
        db.execute(
            f"INSERT INTO segment ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608 (ours)
            msgspec.structs.astuple(segment),
        )
        index_units(db, segment, units)
    return segment


def _events_to_seal(db: apsw.Connection, end: Place) -> tuple[list[StoredEvent], set[str]]:
    """The next ones, of one epoch so that its end stays known, and the units they are of."""
    sealed = sealed_up_to(db)
    rows = db.execute(
        "SELECT epoch, seq, hash, raw, unit FROM event WHERE (epoch, seq) > (?, ?) "
        "AND (epoch, seq) <= (?, ?) ORDER BY epoch, seq LIMIT ?",
        (sealed.epoch, sealed.seq, *end, EVENTS_IN_SEGMENT),
    ).fetchall()
    prev = sealed.hash
    events: list[StoredEvent] = []
    units: set[str] = set()
    for epoch, seq, hash_hex, raw, unit in msgspec.convert(rows, list[_SealRow]):
        if events and epoch != events[0].epoch:
            break
        events.append(StoredEvent(epoch, seq, prev, hash_hex, raw))
        prev = hash_hex
        if unit is not None:
            units.add(unit)
    return events, units


def _remove_sealed(store: JournalStore) -> None:
    with store.read() as db:
        end = sealed_up_to(db)
    while True:
        with store.transaction() as db:
            db.execute(
                "DELETE FROM event WHERE rowid IN (SELECT rowid FROM event "
                "WHERE (epoch, seq) <= (?, ?) ORDER BY epoch, seq LIMIT ?)",
                (end.epoch, end.seq, ROWS_AT_ONCE),
            )
            if db.changes() < ROWS_AT_ONCE:
                return
