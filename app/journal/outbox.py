"""The journal as sync uses it: the port Outbox over the journal's own thread."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.journal import branches, sync_state
from app.journal.documents import (
    apply_documents,
    begin_arriving,
    forget_arriving,
    forget_documents,
    keep_arriving,
    take_arriving,
)
from app.journal.pruning import note_durable_backup
from app.journal.sealed_reads import SealedReader, segment_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import apsw

    from app.journal.journal import SqliteJournal
    from app.ports.sync import (
        Backlog,
        BranchMark,
        Document,
        FeedMark,
        PushMark,
        SignedHead,
        SnapshotMark,
        StoredEvent,
    )


class SqliteOutbox:
    """Implements the port Outbox.  The outbox is "number above confirmed": no second table."""

    def __init__(self, journal: SqliteJournal) -> None:
        self._journal = journal
        self._store = journal.store
        self._sealed = SealedReader(journal.store.path)

    @property
    def station(self) -> str:
        return self._store.station

    def on_append(self, wake: Callable[[], None]) -> None:
        self._journal.on_append(wake)

    async def push_mark(self) -> PushMark:
        return await self._journal.read(sync_state.push_mark)

    async def move_push_mark(self, mark: PushMark, head: SignedHead | None = None) -> None:
        def move(db: apsw.Connection) -> None:
            if mark.generation != sync_state.push_mark(db).generation:
                note_durable_backup(db, (0, 0))
            sync_state.move_push_mark(db, mark, head)

        await self._journal.change(move)

    async def branch_mark(self) -> BranchMark | None:
        return await self._journal.read(branches.branch_mark)

    async def move_branch_mark(self, mark: BranchMark) -> None:
        await self._journal.change(lambda db: branches.move_branch_mark(db, mark))

    async def begin_epoch(self, epoch: int) -> None:
        await self._journal.work(lambda: self._store.begin_epoch(epoch))

    async def events(
        self, epoch: int, *, after: int, limit: int, most_bytes: int | None = None
    ) -> tuple[StoredEvent, ...]:
        segment = await self._journal.read(lambda db: segment_at(db, epoch, after + 1))
        if segment is not None:
            sealed = await asyncio.to_thread(
                self._sealed.read_after,
                segment,
                epoch=epoch,
                after=after,
                limit=limit,
                most_bytes=most_bytes,
            )
            if sealed:
                return sealed
        return await self._journal.read(
            lambda db: sync_state.events_after(
                db, epoch, after=after, limit=limit, most_bytes=most_bytes
            )
        )

    async def hash_at(self, epoch: int, seq: int) -> str | None:
        known = await self._journal.read(lambda db: sync_state.hash_at(db, epoch, seq))
        if known is not None or seq == 0:
            return known
        segment = await self._journal.read(lambda db: segment_at(db, epoch, seq))
        if segment is None:
            return None
        found = await asyncio.to_thread(
            SealedReader(self._store.path).read_after, segment, epoch=epoch, after=seq - 1, limit=1
        )
        return found[0].hash if found else None

    async def backlog(self) -> Backlog:
        path = self._store.path
        return await self._journal.read(lambda db: sync_state.backlog(db, path))

    async def feed_mark(self) -> FeedMark:
        return await self._journal.read(sync_state.feed_mark)

    async def apply_feed(
        self, asked: FeedMark, *, up_to: int, documents: Sequence[Document]
    ) -> bool:
        def apply(db: apsw.Connection) -> bool:
            if sync_state.feed_mark(db) != asked:
                return False
            apply_documents(db, documents)
            sync_state.move_feed_mark(db, type(asked)(asked.generation, up_to))
            return True

        return await self._journal.work(lambda: self._apply(apply, up_to))

    async def replace_documents(self, mark: FeedMark, documents: Sequence[Document]) -> None:
        def replace(db: apsw.Connection) -> bool:
            forget_arriving(db)
            sync_state.move_arriving(db, None)
            forget_documents(db)
            apply_documents(db, documents)
            sync_state.move_feed_mark(db, mark)
            return True

        await self._journal.work(lambda: self._apply(replace, mark.pos))

    async def arriving(self) -> SnapshotMark | None:
        return await self._journal.read(sync_state.arriving)

    async def keep_page(self, page: SnapshotMark, documents: Sequence[Document]) -> None:
        def keep(db: apsw.Connection) -> None:
            came = sync_state.arriving(db)
            if came is None or came.mark != page.mark:
                begin_arriving(db)
            keep_arriving(db, documents)
            sync_state.move_arriving(db, page)

        await self._journal.change(keep)

    async def keep_last_page(self, mark: FeedMark, documents: Sequence[Document]) -> None:
        def take(db: apsw.Connection) -> bool:
            keep_arriving(db, documents)
            take_arriving(db)
            sync_state.move_arriving(db, None)
            sync_state.move_feed_mark(db, mark)
            return True

        await self._journal.work(lambda: self._apply(take, mark.pos))

    async def blobs_to_send(self, limit: int) -> tuple[str, ...]:
        return await self._journal.read(lambda db: sync_state.blobs_to_send(db, limit))

    async def blob_sent(self, sha256: str) -> None:
        await self._journal.change(lambda db: sync_state.note_blob_sent(db, sha256))

    async def blobs_lost(self, hashes: Sequence[str]) -> None:
        await self._journal.change(lambda db: sync_state.note_blobs_lost(db, hashes))

    async def note_backup(self, place: tuple[int, int]) -> None:
        await self._journal.change(lambda db: note_durable_backup(db, place))

    async def blobs_to_fetch(self, limit: int) -> tuple[str, ...]:
        return await self._journal.read(lambda db: sync_state.blobs_to_fetch(db, limit))

    async def blob_fetched(self, sha256: str) -> None:
        await self._journal.change(lambda db: sync_state.note_blob_fetched(db, sha256))

    async def set_clock(self, quality: str, offset_us: int | None) -> None:
        def keep() -> None:
            self._store.clock_quality = quality
            self._store.clock_offset_us = offset_us

        await self._journal.work(keep)

    def _apply(self, effect: Callable[[apsw.Connection], bool], pos: int) -> bool:
        # Here, on the writer's thread: the next event must not claim a feed that is not durable.
        with self._store.transaction() as db:
            is_applied = effect(db)
        if is_applied:
            self._store.saw_feed_up_to(pos)
        return is_applied
