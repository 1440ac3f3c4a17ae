"""Snapshots in pages at the station: cut, restored and strange in between."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import msgspec
import pytest
from msgspec import Raw

from app.domain.plant import Lot
from app.journal.documents import body_of
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.ports.sync import Document, FeedMark
from sync.downlink import FeedDamaged
from sync.feed_lane import MOST_SNAPSHOTS, Downlink
from sync.link import PlantLink, PlantUnreachable
from sync.wire import Feed, FeedItem, Snapshot
from tests.helpers.journal_rig import FakeClock, make_store, note

OLD = Lot(lot="L-0", part="old")
Asked: TypeAlias = tuple[int | None, int]


@dataclass
class PagedPlant:
    """Answers one page after the other; an exception among them is a cut."""

    pages: list[Snapshot | Exception]
    feeds: list[Feed] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    async def snapshot(self, *, pos: int | None = None, after: int = 0) -> Snapshot:
        self.asked.append((pos, after))
        page = self.pages.pop(0)
        if isinstance(page, Exception):
            raise page
        return page

    async def feed(self, mark: FeedMark, *, limit: int, wait_s: int) -> Feed:
        assert (mark.generation, limit, wait_s) == ("g", 500, 0)
        return self.feeds.pop(0)


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[SqliteJournal]:
    """A station that has been away: what it knows is old, and its feed void."""
    opened = SqliteJournal(make_store(tmp_path / "j.db"))
    await opened.open()
    old = Document(1, Lot.KIND, OLD.lot, msgspec.json.encode(OLD))
    await SqliteOutbox(opened).replace_documents(FeedMark("", 0), [old])
    yield opened
    await opened.close()


def downlink(
    journal: SqliteJournal, plant: PagedPlant, told: list[Sequence[Document]] | None = None
) -> Downlink:
    """A new one, as after a restart of the station: what came is known to the journal only."""
    link: PlantLink = plant  # type: ignore[assignment]  # as much of one as the feed lane asks
    told = [] if told is None else told
    return Downlink(
        outbox=SqliteOutbox(journal),
        link=link,
        clock=FakeClock(),
        wait_s=0,
        on_documents=told.append,
        on_sample=lambda _: None,
    )


def page(
    *positions: int, pos: int = 9, next_after: int | None = None, generation: str = "g"
) -> Snapshot:
    items = tuple(lot(number, part=generation) for number in positions)
    return Snapshot(
        generation=generation, pos=pos, items=items, server_time=0, next_after=next_after
    )


def lot(pos: int, *, part: str) -> FeedItem:
    body = msgspec.json.encode(Lot(lot=f"L-{pos}", part=part))
    return FeedItem(pos=pos, kind=Lot.KIND, key=f"L-{pos}", at=0, body=Raw(body))


async def names(journal: SqliteJournal) -> list[str]:
    return [f"{one.lot} {one.part}" for one in await journal.all(Lot)]


async def test_pages_take_the_place_of_what_was_known_all_at_once(journal: SqliteJournal) -> None:
    told: list[Sequence[Document]] = []
    plant = PagedPlant([page(2, 3, next_after=3), page(4, 6, next_after=6), page(9)])
    await downlink(journal, plant, told).step()
    assert plant.asked == [(None, 0), (9, 3), (9, 6)]
    assert await names(journal) == ["L-2 g", "L-3 g", "L-4 g", "L-6 g", "L-9 g"]
    assert await SqliteOutbox(journal).feed_mark() == FeedMark("g", 9)
    assert (await journal.append(note())).envelopes[0].seen_pos == 9
    assert told == [()]  # heard of it once, and of all


async def test_a_cut_snapshot_goes_on_after_the_last_page_also_after_a_restart(
    journal: SqliteJournal,
) -> None:
    cut = PlantUnreachable("cut")
    plant = PagedPlant([page(2, 3, next_after=3), page(4, next_after=4), cut, page(9)])
    with pytest.raises(PlantUnreachable):
        await downlink(journal, plant).step()
    assert await names(journal) == ["L-0 old"]  # nobody reads half a snapshot
    assert await SqliteOutbox(journal).feed_mark() == FeedMark("", 0)
    await downlink(journal, plant).step()
    assert plant.asked == [(None, 0), (9, 3), (9, 4), (9, 4)]
    assert await names(journal) == ["L-2 g", "L-3 g", "L-4 g", "L-9 g"]
    assert await SqliteOutbox(journal).arriving() is None


async def test_a_server_restored_between_two_pages_starts_anew(journal: SqliteJournal) -> None:
    plant = PagedPlant(
        [
            page(2, 3, next_after=3),
            page(4, generation="restored"),
            page(1, 2, pos=6, next_after=2, generation="restored"),
            page(5, pos=6, generation="restored"),
        ]
    )
    await downlink(journal, plant).step()
    assert await names(journal) == ["L-1 restored", "L-2 restored", "L-5 restored"]
    assert await SqliteOutbox(journal).feed_mark() == FeedMark("restored", 6)


async def test_an_older_server_that_answers_with_all_of_it_is_understood(
    journal: SqliteJournal,
) -> None:
    plant = PagedPlant([page(2, 3, next_after=3), page(2, 3, 4), page(2, 3, 4)])
    await downlink(journal, plant).step()
    assert plant.asked == [(None, 0), (9, 3), (None, 0)]
    assert await names(journal) == ["L-2 g", "L-3 g", "L-4 g"]
    assert await SqliteOutbox(journal).arriving() is None


@pytest.mark.parametrize("strange", [page(2, 3, next_after=2), page(next_after=4)])
async def test_pages_that_lead_nowhere_are_a_fault(
    journal: SqliteJournal, strange: Snapshot
) -> None:
    with pytest.raises(FeedDamaged, match="do not belong together"):
        await downlink(journal, PagedPlant([strange])).step()
    assert await names(journal) == ["L-0 old"]


async def test_a_server_that_never_ends_starting_anew_is_a_fault(journal: SqliteJournal) -> None:
    turns = [page(2, next_after=2), page(2, next_after=2, generation="h")] * MOST_SNAPSHOTS
    with pytest.raises(FeedDamaged, match="from feed to snapshot and back"):
        await downlink(journal, PagedPlant([*turns])).step()


async def test_kinds_and_fields_of_a_newer_server_are_kept_and_stop_nothing(
    journal: SqliteJournal,
) -> None:
    newer = Raw(b'{"lot":"L-5","part":"g","since":{"newer":[1]}}')
    items = (
        FeedItem(pos=4, kind="weather", key="today", at=0, body=Raw(b'["sun"]')),
        FeedItem(pos=5, kind=Lot.KIND, key="L-5", at=0, body=newer),
    )
    whole = Snapshot(generation="g", pos=5, items=items, server_time=0)
    more = Feed(
        generation="g",
        after=5,
        up_to=7,
        head=7,
        items=(
            FeedItem(pos=6, kind="weather", key="tomorrow", at=0, body=Raw(b"1")),
            FeedItem(pos=7, kind="weather", key="today", at=0, body=Raw(b"null")),
        ),
        server_time=0,
    )
    lane = downlink(journal, PagedPlant([whole], [more]))
    await lane.step()
    await lane.step()
    assert await SqliteOutbox(journal).feed_mark() == FeedMark("g", 7)
    assert await names(journal) == ["L-5 g"]
    assert await journal.read(lambda db: body_of(db, Lot.KIND, "L-5")) == bytes(newer)
    # For the release that knows the kind.
    assert await journal.read(lambda db: body_of(db, "weather", "tomorrow")) == b"1"
    assert await journal.read(lambda db: body_of(db, "weather", "today")) is None
