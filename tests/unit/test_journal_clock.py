"""Clock jumps: order and chain do not care, and the events say that the clock was set."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.envelope import head_message
from app.journal.clock_watch import ClockWatch
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.verify import Verdict, verify
from tests.helpers.journal_rig import (
    FakeClock,
    completed,
    make_store,
    note,
    open_store,
    started,
    tightening,
)

YEARS_US = 10 * 365 * 86_400_000_000


@pytest.mark.parametrize("to_us", [0, 1_795_000_000_000_000 + YEARS_US, 1_794_999_990_000_000])
def test_a_jump_in_the_middle_of_a_unit_changes_neither_order_nor_chain(
    tmp_path: Path, to_us: int
) -> None:
    clock = FakeClock()
    store = open_store(tmp_path / "j.db", clock=clock)
    store.clock_quality = "synced"
    store.append((started("U-1"),))
    clock.advance(5)
    before = store.append((tightening("1"),)).envelopes[0]
    clock.advance(7)
    clock.us = to_us
    after = store.append((tightening("2"),)).envelopes[0]
    store.append((completed("U-1"),))
    store.close()
    assert (before.clock_quality, after.clock_quality) == ("synced", "stepped")
    assert after.recorded_at == to_us
    assert after.boot == before.boot
    assert after.mono_ns - before.mono_ns == 7_000_000_000
    found = verify(tmp_path / "j.db", read_blob=lambda _: None, head_message=head_message)
    assert found == Verdict(4, None, ())


async def test_the_mark_stays_until_the_clock_was_measured_again(tmp_path: Path) -> None:
    clock = FakeClock()
    journal = SqliteJournal(make_store(tmp_path / "j.db", clock=clock))
    await journal.open()
    await journal.append(note())
    clock.us -= 3_600_000_000
    qualities = [(await journal.append(note())).envelopes[0].clock_quality for _ in range(2)]
    await SqliteOutbox(journal).set_clock("synced", 12)
    qualities.append((await journal.append(note())).envelopes[0].clock_quality)
    assert qualities == ["stepped", "stepped", "synced"]
    await journal.close()


def test_a_clock_that_fell_back_while_the_machine_was_off_is_noticed(tmp_path: Path) -> None:
    clock = FakeClock()
    store = open_store(tmp_path / "j.db", clock=clock)
    store.append((note(),))
    store.close()
    clock.boot, clock.ns, clock.us = "boot-2", 0, 0
    store = open_store(tmp_path / "j.db", clock=clock, seed=8)
    assert store.append((note(),)).envelopes[0].clock_quality == "stepped"
    store.close()


def test_a_night_of_slewing_and_a_reboot_are_no_step() -> None:
    watch = ClockWatch()
    watch.see(0, 0, "a")
    watch.see(8 * 3_600_000_000 + 12_000_000, 8 * 3_600_000_000_000, "a")
    watch.see(9 * 3_600_000_000, 5, "b")
    assert not watch.has_stepped
    watch.see(9 * 3_600_000_000 + 1_500_000, 5, "b")
    assert watch.has_stepped
