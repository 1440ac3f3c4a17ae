"""The store: appends events to the file, durably, in a chain.

Synchronous, for one thread.  After a failed commit the handle is closed and never used again:
what is in the file then is found out by opening it anew.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import apsw
import msgspec
from msgspec import convert

from app.domain.envelope import GENESIS, chain_hash, decode_envelope
from app.domain.errors import Bug, DuplicateResult, StorageFault, StorageReason, storage_reason
from app.domain.events import DeviceChanged, PersonSignedOut, ToolLocked, UnitCompleted
from app.journal.ballast import Ballast
from app.journal.chain import ChainWriter, Head
from app.journal.checkpoints import EVENTS_BETWEEN, Signer, keep_checkpoint, newest_checkpoint
from app.journal.faults import fault
from app.journal.lockfile import LockFile
from app.journal.projections import Fact, Told, bring_up_to_date, nobody, rebuild
from app.journal.schema import Connect, close, connect_writer
from app.journal.segments import sealed_raws, sealed_up_to
from app.journal.station_projections import ALL, changes_of
from app.journal.sync_state import close_forked_epochs
from app.ports.journal import Appended, NewEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from app.ports.clock import Clock

#: On a full disk only these are still taken: what the station did to be safe.
LAST_FACTS = (ToolLocked, DeviceChanged, PersonSignedOut)
#: The newest events, whose chain is walked at every start.
TAIL = 50
_INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

#: How one of several appends in a transaction ended.
Outcome: TypeAlias = Appended | DuplicateResult | Bug | StorageFault


class JournalStore:
    """The one writer of a journal.

    ``random_bytes`` is given a count and returns as many.  ``clock_quality`` and
    ``clock_offset_us`` go into every event; sync measures and sets them.  ``signer`` signs
    checkpoints; ``ballast_bytes`` are set aside on the disk for the last facts before it is full;
    ``told`` hears on the opening thread how far newer software is with drawing its tables anew.
    """

    def __init__(
        self,
        path: Path,
        *,
        station: str,
        clock: Clock,
        random_bytes: Callable[[int], bytes],
        connect: Connect = apsw.Connection,
        signer: Signer | None = None,
        ballast_bytes: int = 0,
        told: Told = nobody,
    ) -> None:
        self.path = path
        self.station = station
        self.signer = signer
        self._clock = clock
        self._chain = ChainWriter(station, clock, random_bytes)
        self._connect_to = connect
        self._told = told
        self._lock = LockFile(path.with_name(path.name + ".lock"))
        self._ballast = Ballast(path.with_name(path.name + ".ballast"), ballast_bytes)
        self._takes_last_facts_only = False
        self._is_suspect = False
        self._checkpoint = (0, 0)
        self._db: apsw.Connection | None = None
        self._failure = "the journal is not open"
        self._failure_reason: StorageReason = "io"
        self._head = Head(1, 0, GENESIS)

    def open(self) -> None:
        """Open or create the file, and bring its projections up to date.

        Raises:
            StorageFault: another process has it, it cannot be opened, it is damaged, or it is
                the journal of another station or of newer software.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            msg = f"{self.path.parent}: the journal's folder cannot be made: {error.strerror}"
            raise StorageFault(msg, reason=storage_reason(error)) from error
        self._lock.acquire()
        try:
            self._connect()
        except BaseException:
            self._lock.release()
            raise
        self._ballast.make()

    def reopen(self) -> None:
        """Read the truth from the file again after a failure.

        Raises:
            StorageFault: it still cannot be opened.
        """
        self._drop_handle("the journal is being opened again")
        self._connect()
        if self._takes_last_facts_only:
            if not self._ballast.make():
                raise self._still_full()
            self._takes_last_facts_only = False

    def close(self) -> None:
        self._drop_handle("the journal is closed")
        self._lock.release()

    @property
    def head(self) -> Head:
        return self._head

    @property
    def is_usable(self) -> bool:
        return self._db is not None

    @property
    def clock_quality(self) -> str:
        """What events say of the clock; "stepped" from a step until it is measured anew."""
        return self._chain.clock_quality

    @clock_quality.setter
    def clock_quality(self, measured: str) -> None:
        self._chain.clock_measured(measured)

    @property
    def clock_offset_us(self) -> int | None:
        """What events say of the clock's distance from the server's."""
        return self._chain.clock_offset_us

    @clock_offset_us.setter
    def clock_offset_us(self, offset_us: int | None) -> None:
        self._chain.clock_offset_us = offset_us

    def condemn(self, problem: str) -> None:
        """The file was found damaged beside the work: nothing more goes into it."""
        stopped = fault(self.path, apsw.CorruptError(problem))
        self._is_suspect = True
        self._drop_handle(str(stopped), stopped.reason)

    @contextmanager
    def read(self) -> Iterator[apsw.Connection]:
        """The connection, for a query."""
        with self._guarded() as db:
            yield db

    @contextmanager
    def transaction(self) -> Iterator[apsw.Connection]:
        """One durable transaction; any error undoes it."""
        with self._guarded() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except apsw.Error:
                raise
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    def append(self, events: Sequence[NewEvent]) -> Appended:
        """Append all or none; durable on return.

        Raises:
            DuplicateResult: a result is here already; nothing was written.
            StorageFault: nothing was written, and the store must be opened again.
        """
        (outcome,) = self.append_group((events,))
        if isinstance(outcome, Appended):
            return outcome
        raise outcome

    def append_group(self, batches: Sequence[Sequence[NewEvent]]) -> list[Outcome]:
        """Several independent appends in one commit, each all or nothing.

        Raises:
            StorageFault: none of them was written.
        """
        if self._takes_last_facts_only:
            return self._commit_last_facts(batches)
        try:
            return self._commit(batches)
        except StorageFault as stopped:
            if stopped.reason == "full":
                self._make_room_for_last_facts()
            raise

    def _commit(self, batches: Sequence[Sequence[NewEvent]]) -> list[Outcome]:
        head, checkpoint = self._head, self._checkpoint
        outcomes: list[Outcome] = []
        with self.transaction() as db:
            for batch in batches:
                outcome, head = self._append_batch(db, batch, head)
                outcomes.append(outcome)
            if self.signer is not None and self._is_checkpoint_due(head, outcomes):
                checkpoint = (head.epoch, head.seq)
                now = self._clock.now_us()
                keep_checkpoint(db, self.signer, place=checkpoint, hash_hex=head.hash, at=now)
        self._head, self._checkpoint = head, checkpoint
        return outcomes

    def _is_checkpoint_due(self, head: Head, outcomes: Sequence[Outcome]) -> bool:
        epoch, seq = self._checkpoint
        if head.seq == 0:
            return False
        if epoch != head.epoch or head.seq - seq >= EVENTS_BETWEEN:
            return True
        return any(
            envelope.kind == UnitCompleted.KIND
            for outcome in outcomes
            if isinstance(outcome, Appended)
            for envelope in outcome.envelopes
        )

    def _make_room_for_last_facts(self) -> None:
        """Give up the ballast; whoever presses "try again" gets it back once there is room."""
        if self._ballast.release():
            self._takes_last_facts_only = True
            # What fails again says so to the next caller.
            with suppress(StorageFault):
                self._connect()

    def _commit_last_facts(self, batches: Sequence[Sequence[NewEvent]]) -> list[Outcome]:
        """A result refused beside them must not keep them out."""
        last = [all(isinstance(event.body, LAST_FACTS) for event in batch) for batch in batches]
        kept = iter(
            self._commit([batch for batch, is_last in zip(batches, last, strict=True) if is_last])
        )
        return [next(kept) if is_last else self._still_full() for is_last in last]

    def _still_full(self) -> StorageFault:
        msg = f"{self.path} cannot be written: the disk is full; free some space, then try again"
        return StorageFault(msg, reason="full")

    def _append_batch(
        self, db: apsw.Connection, batch: Sequence[NewEvent], head: Head
    ) -> tuple[Outcome, Head]:
        try:
            envelopes, rows, end = self._chain.chained(batch, head)
        except (TypeError, ValueError, OverflowError) as error:
            return Bug(f"an event cannot be written down: {error}"), head
        db.execute("SAVEPOINT batch")
        try:
            for row, envelope, event in zip(rows, envelopes, batch, strict=True):
                db.execute(_INSERT, row)
                fact = Fact(
                    envelope.epoch,
                    envelope.seq,
                    envelope.refs,
                    event.body,
                    envelope.at,
                    envelope.event_id,
                )
                for change in changes_of(type(event.body)):
                    change(db, fact, event.body)
        except DuplicateResult as duplicate:
            db.execute("ROLLBACK TO batch")
            db.execute("RELEASE batch")
            return duplicate, head
        db.execute("RELEASE batch")
        return Appended(head.seq + 1, end.seq, tuple(envelopes)), end

    def begin_epoch(self, epoch: int) -> None:
        """Number from 1 again under ``epoch``; the chain goes on.  Older epochs are ignored."""
        if epoch <= self._head.epoch:
            return
        with self.transaction() as db:
            db.execute("INSERT INTO epoch VALUES (?, 0, NULL, NULL)", (epoch,))
            close_forked_epochs(db)
        self._head = Head(epoch, 0, self._head.hash)

    def saw_feed_up_to(self, pos: int) -> None:
        """From now on events say that the station had seen the server's feed up to ``pos``."""
        self._chain.seen_pos = pos

    def rebuild_projections(self) -> tuple[str, ...]:
        """Drop and rebuild; names the projections that were not equal to what the events say."""
        with self.transaction() as db:
            return rebuild(db, ALL, sealed=sealed_raws(db, self.path))

    def _connect(self) -> None:
        db = connect_writer(self.path, self._connect_to, is_suspect=self._is_suspect)
        try:
            self._load(db)
        except apsw.Error as error:
            close(db)
            raise fault(self.path, error) from error
        except (ValueError, msgspec.MsgspecError) as error:
            close(db)
            raise fault(self.path, apsw.CorruptError(f"a row cannot be read: {error}")) from error
        except BaseException:
            close(db)
            raise
        self._db, self._is_suspect = db, False

    def _load(self, db: apsw.Connection) -> None:
        db.execute("BEGIN IMMEDIATE")
        db.execute(
            "INSERT INTO meta VALUES ('station', ?) ON CONFLICT DO NOTHING", (self.station,)
        )
        owner = db.execute("SELECT value FROM meta WHERE key = 'station'").get
        if owner != self.station:
            msg = (
                f"{self.path}: this is the journal of station {owner}, not of {self.station}; "
                "check the station's name or the journal's path"
            )
            raise StorageFault(msg, reason="not_ours")
        db.execute(
            "INSERT INTO epoch SELECT 1, 0, NULL, NULL WHERE NOT EXISTS (SELECT 1 FROM epoch)"
        )
        self._check_tail(db)
        bring_up_to_date(db, ALL, sealed=sealed_raws(db, self.path), told=self._told)
        db.execute("COMMIT")
        self._head = _head_in(db)
        found = newest_checkpoint(db, up_to=(self._head.epoch, self._head.seq))
        self._checkpoint = (0, 0) if found is None else found[:2]
        pos = db.execute("SELECT value FROM sync_state WHERE key = 'feed_pos'").get
        self._chain.seen_pos = int(pos or 0)

    def _check_tail(self, db: apsw.Connection) -> None:
        """The last events, whatever the file's length: the next one is chained to them."""
        rows = db.execute(
            "SELECT raw, hash FROM event ORDER BY epoch DESC, seq DESC LIMIT ?", (TAIL,)
        ).fetchall()
        tail = convert(rows[::-1], list[tuple[bytes, str]])
        for (_, prev), (raw, hash_hex) in pairwise(tail):
            if chain_hash(prev, raw) != hash_hex:
                msg = "the chain of the newest events is broken"
                raise apsw.CorruptError(msg)
        if tail:
            self._chain.begin_after(decode_envelope(tail[-1][0]))

    @contextmanager
    def _guarded(self) -> Iterator[apsw.Connection]:
        if self._db is None:
            msg = f"{self.path}: {self._failure}; open it again before writing or reading"
            raise StorageFault(msg, reason=self._failure_reason)
        try:
            yield self._db
        except apsw.Error as error:
            stopped = fault(self.path, error)
            self._is_suspect = stopped.reason in ("io", "damaged")
            self._drop_handle(str(stopped), stopped.reason)
            raise stopped from error

    def _drop_handle(self, why: str, reason: StorageReason = "io") -> None:
        db, self._db, self._failure, self._failure_reason = self._db, None, why, reason
        if db is not None:
            close(db)


def _head_in(db: apsw.Connection) -> Head:
    epoch = int(db.execute("SELECT max(epoch) FROM epoch").get)
    last = db.execute(
        "SELECT epoch, seq, hash FROM event ORDER BY epoch DESC, seq DESC LIMIT 1"
    ).fetchone()
    if last is None:
        return Head(epoch, 0, sealed_up_to(db).hash)
    last_epoch, seq, hash_hex = last
    return Head(epoch, int(seq) if last_epoch == epoch else 0, str(hash_hex))
