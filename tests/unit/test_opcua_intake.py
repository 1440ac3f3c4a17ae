"""Results of a joining system taken in order, none twice, none missing without saying so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DeviceOffline, StorageFault
from app.domain.readings import FIRST_CONTACT, ReadingKind
from device_drivers.opcua.joining_intake import TOO_MANY, JoiningIntake
from device_drivers.opcua.joining_results import Result, ResultReader
from device_drivers.opcua.joining_system import Made, structure_of
from tests.helpers.joining_rig import FakeLog

pytestmark = pytest.mark.allow_warnings
START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
READER = ResultReader("T-07", lambda: START, lambda _: None)


def result(number: int, *, at: int | None = None) -> Result:
    """The result of that number, made in that second."""
    made = Made(
        number=number,
        id=f"R-{number}",
        at=START + timedelta(seconds=number if at is None else at),
        torque=25.0,
        angle=59.0,
        program="12",
    )
    return READER.read(structure_of(made, 2), b"")


class Server:
    """What a joining system still has."""

    def __init__(self, *there: int) -> None:
        self.there = there
        self.asked: list[tuple[int, int]] = []

    async def fetch(self, first: int, last: int) -> Sequence[Result]:
        self.asked.append((first, last))
        return [result(number) for number in self.there if first <= number <= last]


def an_intake(log: FakeLog, *, most: int = 100) -> JoiningIntake:
    return JoiningIntake(log, READER, max_fetched=most)


def stored(log: FakeLog) -> list[tuple[int, str, ReadingKind]]:
    return [(r.epoch, r.result_id, r.kind) for r in log.readings if r.state != FIRST_CONTACT]


async def begun(log: FakeLog, newest: int, *, most: int = 100) -> JoiningIntake:
    intake = an_intake(log, most=most)
    await intake.begin(result(newest))
    return intake


async def test_the_first_contact_is_noted_and_nothing_older_is_asked_for() -> None:
    log, server = FakeLog(), Server(1, 2, 3)
    intake = await begun(log, 3)
    await intake.accept(result(4), server.fetch)
    assert log.readings[0].state == FIRST_CONTACT
    assert stored(log) == [(1, "4", ReadingKind.TIGHTENING)]
    assert server.asked == []


async def test_holes_are_named_one_by_one_and_what_is_there_is_kept_in_order() -> None:
    log, server = FakeLog(), Server(4, 7)
    intake = await begun(log, 2)
    await intake.accept(result(9), server.fetch)
    assert [(number, kind.value) for _, number, kind in stored(log)] == [
        ("3-3", "gap"),
        ("4", "tightening"),
        ("5-6", "gap"),
        ("7", "tightening"),
        ("8-8", "gap"),
        ("9", "tightening"),
    ]


async def test_more_than_can_be_fetched_is_a_gap_and_the_rest_is_fetched() -> None:
    log, server = FakeLog(), Server(*range(1, 30))
    intake = await begun(log, 2, most=10)
    await intake.accept(result(30), server.fetch)
    gap = log.readings[1]
    assert (gap.result_id, gap.reason) == ("3-19", TOO_MANY)
    assert [number for _, number, _ in stored(log)][1:] == [str(n) for n in range(20, 31)]


async def test_a_result_that_comes_late_after_its_gap_is_kept_and_is_no_new_epoch() -> None:
    log, server = FakeLog(), Server()
    intake = await begun(log, 2)
    await intake.accept(result(5), server.fetch)
    late = await intake.accept(result(4), server.fetch)
    assert (late.epoch, late.result_id) == (1, "4")
    assert intake.last_number == 5


async def test_numbers_that_begin_anew_raise_an_alarm_and_overwrite_nothing() -> None:
    log, server = FakeLog(), Server()
    intake = await begun(log, 2)
    await intake.accept(result(3), server.fetch)
    await intake.accept(result(1, at=100), server.fetch)
    await intake.accept(result(2, at=101), server.fetch)
    kinds = [(epoch, number) for epoch, number, kind in stored(log)]
    assert kinds == [(1, "3"), (2, "counts anew: 2"), (2, "1"), (2, "2")]


async def test_after_a_restart_of_the_station_the_last_durable_one_is_where_it_goes_on() -> None:
    log, server = FakeLog(), Server(4, 5)
    await (await begun(log, 2)).accept(result(3), server.fetch)
    again = an_intake(log)
    await again.refresh()
    repeated = await again.accept(result(3), server.fetch)
    await again.accept(result(6), server.fetch)
    assert repeated.epoch == 1
    assert [number for _, number, _ in stored(log)] == ["3", "4", "5", "6"]
    assert log.repeats == 1


async def test_a_link_that_breaks_while_fetching_leaves_no_hole_behind() -> None:
    async def broken(first: int, last: int) -> Sequence[Result]:
        words = f"cable out at {first} to {last}"
        raise DeviceOffline(READER.source, words)

    log = FakeLog()
    intake = await begun(log, 2)
    with pytest.raises(DeviceOffline):
        await intake.accept(result(5), broken)
    assert stored(log) == []
    await intake.accept(result(5), Server(3, 4).fetch)
    assert [number for _, number, _ in stored(log)] == ["3", "4", "5"]


async def test_what_could_not_be_kept_is_fetched_with_the_next() -> None:
    log, server = FakeLog(), Server(3)
    intake = await begun(log, 2)
    log.is_full = True
    with pytest.raises(StorageFault):
        await intake.accept(result(3), server.fetch)
    log.is_full = False
    await intake.accept(result(4), server.fetch)
    assert [number for _, number, _ in stored(log)] == ["3", "4"]


@given(
    came=st.lists(st.integers(3, 20), max_size=30),
    there=st.sets(st.integers(3, 20)),
)
async def test_whatever_comes_in_whatever_order_nothing_is_missing_unnamed(
    came: list[int], there: set[int]
) -> None:
    log, server = FakeLog(), Server(*sorted(there))
    intake = await begun(log, 2)
    for number in came:
        await intake.accept(result(number), server.fetch)
    numbers: set[int] = set()
    for _, result_id, kind in stored(log):
        first, _, last = result_id.partition("-")
        if kind in {ReadingKind.GAP, ReadingKind.TIGHTENING}:
            numbers |= set(range(int(first), int(last or first) + 1))
    assert numbers == set(range(3, max(came, default=2) + 1))
    assert all(epoch == 1 for epoch, _, _ in stored(log))
    held = {number for _, number, kind in stored(log) if kind is ReadingKind.TIGHTENING}
    assert {str(number) for number in came} <= held
