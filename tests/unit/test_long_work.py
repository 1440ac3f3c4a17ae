"""Work that takes long: the journal checked, written out and copied; documents that come down."""

from __future__ import annotations

import asyncio
import itertools
import threading
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.domain.envelope import Envelope, head_message
from app.domain.errors import StorageFault
from app.journal.care import FileCare
from app.journal.record_reader import JournalRecords
from app.ports.sync import FeedMark, SnapshotMark
from app.services.first_download import FirstDownload
from app.services.journal_care import (
    CHECK,
    CheckJournal,
    JournalCareDesk,
    SeePlaces,
    WriteJournal,
    in_thread,
)
from app.services.long_work import CancelWork, LongWork
from app.services.records import LookUp, RecordLookUp
from tests.helpers.station_rig import Rig, station_at
from tests.unit.test_settings import TECHNICIAN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.services.work_state import Work


def looked_after(rig: Rig, folder: Path) -> LongWork:
    """Journal care and records on the rig's own journal."""
    works = LongWork(rig.station.board, rig.clock)
    works.add_to(rig.station.acts)
    path = rig.journal._journal._store.path
    care = FileCare(
        path,
        own=folder / "out",
        sticks=tuple,
        read_blob=lambda _: b"",
        head_message=head_message,
        now_us=rig.clock.now_us,
    )
    JournalCareDesk(care, rig.station.board, works).add_to(rig.station.acts)
    records = JournalRecords(path)
    RecordLookUp(records, rig.journal._journal, rig.station.board).add_to(rig.station.acts)
    return works


async def ended(rig: Rig, name: str) -> Work:
    state = await rig.until(lambda s: any(w.name == name and w.is_over for w in s.works))
    return next(work for work in state.works if work.name == name)


async def technician(rig: Rig) -> None:
    await rig.publish(TECHNICIAN)
    await rig.scan("BADGE-088")


async def test_who_may_not_cannot_write_the_records_out(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        looked_after(rig, tmp_path)
        await rig.scan("BADGE-417")
        await rig.station.do(SeePlaces())
        folder = rig.state.places[0].folder
        await rig.station.do(WriteJournal("journal.export", folder))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "right.missing"
        assert not list((tmp_path / "out").iterdir())


async def test_a_stick_that_was_pulled_out_is_said(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        looked_after(rig, tmp_path)
        await technician(rig)
        await rig.station.do(WriteJournal("journal.copy", "/media/gone"))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "journal.place_gone"


async def test_an_export_has_every_record_as_it_stands(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        looked_after(rig, tmp_path)
        await technician(rig)
        await rig.station.do(SeePlaces())
        await rig.station.do(WriteJournal("journal.export", rig.state.places[0].folder))
        work = await ended(rig, "journal.export")
        assert work.ending is not None
        assert work.ending.is_ok
        [file] = (tmp_path / "out").iterdir()
        lines = file.read_bytes().splitlines()
        kinds = [msgspec.json.decode(line, type=Envelope).kind for line in lines]
        assert kinds[0] == "station.started"
        assert work.ending.facts["count"] == str(len(lines))


@pytest.mark.parametrize("is_damaged", [False, True])
async def test_a_check_says_whether_the_records_are_in_order(
    tmp_path: Path, is_damaged: bool
) -> None:
    async with station_at(tmp_path) as rig:
        looked_after(rig, tmp_path)
        if is_damaged:
            await rig.journal._journal.change(
                lambda db: db.execute("UPDATE event SET hash = 'ab' WHERE seq = 1")
            )
        await rig.station.do(CheckJournal())
        ending = (await ended(rig, CHECK)).ending
        assert ending is not None
        assert ending.is_ok is not is_damaged
        assert bool(ending.lines) is is_damaged


async def test_however_fast_work_tells_the_loop_hears_the_newest_word() -> None:
    heard: list[tuple[int, int]] = []
    has_told = threading.Event()

    def count(told: Callable[[int, int], None]) -> None:
        for n in range(1000):
            told(n, 1000)
        has_told.set()

    work = asyncio.create_task(in_thread(count, lambda *word: heard.append(word)))
    await asyncio.sleep(0)
    assert has_told.wait(timeout=60)  # the loop stands still meanwhile
    await work
    assert heard == [(999, 1000)]


async def test_stopped_work_ends_at_its_next_word(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        works = LongWork(rig.station.board, rig.clock)
        works.add_to(rig.station.acts)
        began = asyncio.Event()

        def count(told: Callable[[int, int], None]) -> None:
            for n in itertools.count():  # by itself it never ends
                told(n, 1_000_000)

        async def job(told: Callable[[int, int], None]) -> object:
            began.set()
            return await in_thread(count, told)

        works.start("count", job)  # type: ignore[arg-type]  # it never ends well
        await began.wait()
        await rig.station.do(CancelWork("count"))
        work = await ended(rig, "count")
        assert work.ending is not None
        assert work.ending.code == "work.cancelled"


@pytest.mark.allow_warnings
async def test_a_fault_of_the_disk_is_the_end_of_the_work_not_of_the_station(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        works = LongWork(rig.station.board, rig.clock)

        async def job(_told: object) -> object:
            msg = "the stick is full"
            raise StorageFault(msg, reason="full")

        works.start("copy", job)  # type: ignore[arg-type]  # it never ends well
        ending = (await ended(rig, "copy")).ending
        assert ending is not None
        assert (ending.code, ending.facts["why"]) == ("work.failed", "the stick is full")


@pytest.mark.allow_warnings
async def test_a_mistake_in_the_work_does_not_make_it_go_on_for_ever(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        works = LongWork(rig.station.board, rig.clock)

        async def job(_told: object) -> object:
            msg = "not a number"
            raise ValueError(msg)

        works.start("test.P-1", job)  # type: ignore[arg-type]  # it never ends well
        ending = (await ended(rig, "test.P-1")).ending
        assert ending is not None
        assert (ending.code, ending.facts["why"]) == ("work.failed", "not a number")


class FakeArriving:
    """So many pictures are still to come, or a snapshot is on its way."""

    def __init__(self) -> None:
        self.page: SnapshotMark | None = None
        self.missing = self.faults = 0

    async def arriving(self) -> SnapshotMark | None:
        if self.faults:
            self.faults -= 1
            msg = "the disk is gone"
            raise StorageFault(msg, reason="io")
        return self.page

    async def blobs_to_fetch(self, limit: int) -> tuple[str, ...]:
        return ("x",) * min(limit, self.missing)


async def test_a_download_counts_documents_then_pictures_and_goes_when_all_is_here(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        works, outbox = LongWork(rig.station.board, rig.clock), FakeArriving()
        download = FirstDownload(outbox, works)
        seen: list[tuple[int, int]] = []
        for page, missing in ((None, 2), (120, 0), (None, 8), (None, 3), (None, 0)):
            mark = None if page is None else SnapshotMark(FeedMark("g", 400), page)
            outbox.page, outbox.missing = mark, missing
            await download.look()
            seen += [(work.done, work.total) for work in rig.state.works]
        assert seen == [(120, 400), (0, 8), (5, 8)]
        assert rig.state.works == ()


async def test_a_download_that_cannot_be_read_now_is_looked_at_again(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        works, outbox = LongWork(rig.station.board, rig.clock), FakeArriving()
        outbox.missing, outbox.faults = 8, 1
        async with asyncio.TaskGroup() as group:
            looking = group.create_task(FirstDownload(outbox, works, every_s=0).run())
            await rig.until(lambda s: any(work.total for work in s.works))
            looking.cancel()
        assert outbox.faults == 0


def test_a_stick_pulled_while_it_is_looked_at_is_no_place(tmp_path: Path) -> None:
    care = FileCare(
        tmp_path / "journal.db",
        own=tmp_path / "out",
        sticks=lambda: [tmp_path / "gone"],
        read_blob=lambda _: b"",
        head_message=head_message,
        now_us=lambda: 0,
    )
    assert [place.name for place in care.places()] == ["out"]


async def test_behind_a_number_stand_its_records_newest_first(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        looked_after(rig, tmp_path)
        await rig.to_bolts()
        step = rig.step
        assert step is not None
        await rig.pull("1", "17.00")
        await rig.station.do(LookUp("step", step))
        found = rig.state.found
        assert found is not None
        assert [r.kind for r in found.records] == ["tightening.recorded"]
        assert found.total == 1
        assert not found.records[0].is_confirmed
        await rig.station.do(LookUp("waiting"))
        assert rig.state.found is not None
        assert rig.state.found.records[0].kind == "station.started"


async def test_behind_a_held_lot_stands_the_hold_with_its_owner(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        looked_after(rig, tmp_path)
        await rig.scan("BADGE-417", "SN 0418-77231", "P:HS-200;L:H-1")
        await rig.station.do(LookUp("refusal"))
        found = rig.state.found
        assert found is not None
        assert found.hold is not None
        assert (found.hold.hold, found.hold.owner) == ("H-0093", "quality 31")
