"""Taking results in: order, repeats, gaps and epochs."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from app.domain.errors import StorageFault
from app.domain.readings import FIRST_CONTACT, Curve, Quality, Reading, ReadingKind
from app.ports.devices import LastResult
from device_drivers.open_protocol.intake import Intake
from device_drivers.open_protocol.profile import Ids, OldResults, Profile
from device_drivers.open_protocol.results import Reader

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


class FakeLog:
    """Keeps readings in order; can be told to be full."""

    def __init__(self, last: LastResult | None = None) -> None:
        self.readings: list[Reading] = []
        self.is_full = False
        self._last = last

    @property
    def results(self) -> list[Reading]:
        """Without the notes about the count itself."""
        return [
            reading
            for reading in self.readings
            if reading.state != FIRST_CONTACT and reading.kind is not ReadingKind.ALARM
        ]

    @property
    def ids(self) -> list[str]:
        return [reading.result_id for reading in self.results]

    async def store(self, reading: Reading) -> bool:
        if self.is_full:
            message = "no space left"
            raise StorageFault(message)
        key = (reading.source, reading.epoch, reading.result_id)
        if key in {(kept.source, kept.epoch, kept.result_id) for kept in self.readings}:
            return False
        self.readings.append(reading)
        return True

    async def store_curve(self, curve: Curve) -> None:
        raise AssertionError(curve)

    async def last(self, source: str) -> LastResult | None:
        assert source == "T-07"
        if not self.readings:
            return self._last
        newest = next(kept for kept in reversed(self.readings) if kept.source == source)
        return LastResult(newest.epoch, newest.result_id, newest.at_device)


class FakeController:
    """Old results by id; the highest is the newest."""

    def __init__(self, *readings: Reading) -> None:
        self.results = {int(reading.result_id): reading for reading in readings}
        self.asked: list[int] = []

    async def fetch(self, number: int) -> Reading | None:
        self.asked.append(number)
        if number == 0:
            number = max(self.results, default=0)
        return self.results.get(number)


def result(number: int, at: str | None = "2026-11-20:09:00:00") -> Reading:
    return Reading(
        kind=ReadingKind.TIGHTENING,
        source="T-07",
        result_id=str(number),
        received_at=NOW,
        at_device=at,
        ok=True,
    )


def at(second: int) -> str:
    return f"2026-11-20:09:00:{second:02d}"


async def begun(
    log: FakeLog,
    old: OldResults = OldResults.CONSECUTIVE,
    ids: Ids = Ids.LASTING,
    *,
    max_fetched: int = 100,
) -> Intake:
    profile = Profile(title="under test", old_results=old, ids=ids)
    reader = Reader("T-07", lambda: NOW)
    intake = Intake(log, reader, profile=profile, max_fetched=max_fetched)
    await intake.refresh()
    return intake


async def test_a_full_log_raises_and_the_result_can_come_again() -> None:
    log, controller = FakeLog(LastResult(1, "7", at(0))), FakeController()
    intake = await begun(log)
    log.is_full = True
    with pytest.raises(StorageFault):
        await intake.accept(result(8), controller.fetch)
    log.is_full = False
    await intake.accept(result(8), controller.fetch)
    assert log.ids == ["8"]


async def test_the_first_contact_begins_at_the_newest_and_fetches_nothing() -> None:
    log, controller = FakeLog(), FakeController(result(7))
    intake = await begun(log)
    assert await intake.reconcile(controller.fetch) == 0
    assert log.results == []
    assert controller.asked == [0]


@pytest.mark.parametrize("old", OldResults)
async def test_a_controller_without_old_results_at_first_contact_opens_no_gap(
    old: OldResults,
) -> None:
    log, controller = FakeLog(), FakeController()
    intake = await begun(log, old)
    await intake.reconcile(controller.fetch)
    await intake.accept(result(4294, at(1)), controller.fetch)
    assert log.ids == ["4294"]


async def test_a_result_missed_right_after_the_first_contact_is_fetched() -> None:
    log, controller = FakeLog(), FakeController(result(7))
    intake = await begun(log)
    await intake.reconcile(controller.fetch)
    controller.results[8] = result(8)
    await intake.refresh()
    assert await intake.reconcile(controller.fetch) == 1
    assert log.ids == ["8"]


async def test_missed_results_are_stored_oldest_first() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    controller = FakeController(*(result(number, at(number)) for number in range(5, 11)))
    intake = await begun(log)
    assert await intake.reconcile(controller.fetch) == 3
    assert log.ids == ["8", "9", "10"]


async def test_a_live_result_ahead_of_a_hole_waits_until_the_hole_is_filled() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    controller = FakeController(result(8, at(1)), result(9, at(2)), result(10, at(3)))
    intake = await begun(log)
    await intake.accept(result(10, at(3)), controller.fetch)
    assert log.ids == ["8", "9", "10"]


async def test_a_missed_result_that_comes_late_is_kept_beside_the_gap_named_for_it() -> None:
    log, controller = FakeLog(LastResult(1, "7", at(0))), FakeController()
    intake = await begun(log, OldResults.NONE)
    await intake.accept(result(9, at(2)), controller.fetch)
    await intake.accept(result(8, at(1)), controller.fetch)
    assert log.ids == ["8-8", "9", "8"]


async def test_results_nobody_has_any_more_become_one_gap() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    controller = FakeController(result(10, at(3)), result(11, at(4)))
    intake = await begun(log)
    await intake.reconcile(controller.fetch)
    gap = log.results[0]
    assert log.ids == ["8-9", "10", "11"]
    assert gap.kind is ReadingKind.GAP
    assert gap.reason


async def test_after_a_gap_as_the_newest_entry_the_next_result_is_no_new_epoch() -> None:
    log = FakeLog(LastResult(1, "8-9", None))
    intake = await begun(log)
    stored = await intake.accept(result(10), FakeController().fetch)
    assert stored.epoch == 1


async def test_more_than_can_be_fetched_is_a_gap_and_the_rest_is_fetched() -> None:
    log = FakeLog(LastResult(1, "1", at(0)))
    controller = FakeController(*(result(number, at(number)) for number in range(1, 11)))
    intake = await begun(log, max_fetched=3)
    await intake.reconcile(controller.fetch)
    assert log.ids == ["2-6", "7", "8", "9", "10"]


async def test_a_repeat_is_stored_once_and_accepted_again() -> None:
    log, controller = FakeLog(LastResult(1, "7", at(0))), FakeController()
    intake = await begun(log)
    await intake.accept(result(8, at(1)), controller.fetch)
    again = await intake.accept(result(8, at(1)), controller.fetch)
    assert log.ids == ["8"]
    assert again.epoch == 1


async def test_a_repeat_of_one_that_was_fetched_meanwhile_is_no_new_epoch() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    controller = FakeController(result(8, at(1)), result(9, at(1)))
    intake = await begun(log)
    await intake.reconcile(controller.fetch)
    await intake.accept(result(8, at(1)), controller.fetch)
    assert log.ids == ["8", "9"]
    assert intake.epoch == 1


@pytest.mark.parametrize("when", [at(30), at(5)], ids=["later", "in the same second"])
async def test_an_id_that_falls_back_begins_a_new_epoch(when: str) -> None:
    log = FakeLog(LastResult(1, "4294", at(5)))
    intake = await begun(log)
    await intake.accept(result(1, when), FakeController(result(1, when)).fetch)
    assert [(kept.epoch, kept.result_id) for kept in log.results] == [(2, "1")]


async def test_the_same_id_with_a_later_time_begins_a_new_epoch() -> None:
    log = FakeLog(LastResult(3, "1", at(5)))
    intake = await begun(log)
    stored = await intake.accept(result(1, at(30)), FakeController().fetch)
    assert stored.epoch == 4
    assert len(log.results) == 1


async def test_a_new_epoch_includes_what_was_made_in_it_before_we_came() -> None:
    log = FakeLog(LastResult(1, "4294", at(5)))
    controller = FakeController(result(1, at(20)), result(2, at(21)), result(3, at(22)))
    intake = await begun(log)
    assert await intake.reconcile(controller.fetch) == 3
    assert [(kept.epoch, kept.result_id) for kept in log.results] == [
        (2, "1"),
        (2, "2"),
        (2, "3"),
    ]


async def test_a_new_epoch_does_not_take_in_what_an_old_card_remembers() -> None:
    log = FakeLog(LastResult(1, "4294", at(15)))
    controller = FakeController(result(1, at(1)), result(2, at(2)), result(3, at(22)))
    intake = await begun(log)
    await intake.reconcile(controller.fetch)
    assert [(kept.epoch, kept.result_id) for kept in log.results] == [(2, "3")]


async def test_a_new_epoch_names_what_is_missing_at_its_start() -> None:
    log = FakeLog(LastResult(1, "4294", at(5)))
    controller = FakeController(result(3, at(22)))
    intake = await begun(log)
    await intake.reconcile(controller.fetch)
    assert [(kept.epoch, kept.result_id) for kept in log.results] == [(2, "1-2"), (2, "3")]


async def test_a_quarantined_result_is_kept_and_disturbs_no_order() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    intake = await begun(log)
    unreadable = Reading(
        kind=ReadingKind.TIGHTENING,
        source="T-07",
        result_id="frame:0123",
        received_at=NOW,
        quality=Quality.QUARANTINED,
    )
    await intake.accept(unreadable, FakeController().fetch)
    await intake.refresh()
    await intake.accept(result(8, at(1)), FakeController().fetch)
    assert log.ids == ["frame:0123", "8"]
    assert intake.epoch == 1


async def test_a_controller_without_any_results_at_first_owes_us_all_it_makes() -> None:
    log, controller = FakeLog(), FakeController()
    intake = await begun(log)
    await intake.reconcile(controller.fetch)
    controller.results = {number: result(number, at(number)) for number in (1, 2, 3)}
    await intake.refresh()
    assert await intake.reconcile(controller.fetch) == 3
    assert log.ids == ["1", "2", "3"]


async def test_a_controller_that_keeps_no_old_results_is_not_searched_for_its_first_id() -> None:
    log, controller = FakeLog(), FakeController()
    intake = await begun(log)
    await intake.reconcile(controller.fetch)
    await intake.accept(result(4294), controller.fetch)
    assert log.ids == ["4294"]
    assert controller.asked == [0, 4293]


async def test_an_old_result_nobody_can_read_is_evidence_and_a_gap() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    unreadable = replace(result(8), result_id="frame:0123", quality=Quality.QUARANTINED)
    controller = FakeController(result(9, at(2)))
    controller.results[8] = unreadable
    intake = await begun(log)
    await intake.reconcile(controller.fetch)
    assert log.ids == ["frame:0123", "8-8", "9"]
    assert log.results[1].kind is ReadingKind.GAP


async def test_a_controller_that_answers_with_another_result_does_not_fill_the_gap() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    controller = FakeController(result(9, at(2)))
    controller.results[8] = result(6, at(0))
    intake = await begun(log)
    await intake.reconcile(controller.fetch)
    assert [kept.kind for kept in log.results] == [ReadingKind.GAP, ReadingKind.TIGHTENING]


async def test_a_log_that_does_not_count_gaps_and_states_does_not_make_us_fetch_them_again() -> (
    None
):
    class NumberedOnly(FakeLog):
        async def last(self, source: str) -> LastResult | None:
            await super().last(source)
            return LastResult(1, "7", at(0))

    log, controller = NumberedOnly(), FakeController()
    intake = await begun(log)
    await intake.accept(replace(result(8, at(1)), kind=ReadingKind.STATE), controller.fetch)
    await intake.refresh()
    await intake.accept(result(9, at(2)), controller.fetch)
    assert controller.asked == []


async def test_the_first_contact_is_durable_and_counts_after_a_new_start() -> None:
    log, controller = FakeLog(), FakeController(result(7, at(0)))
    await (await begun(log)).reconcile(controller.fetch)
    controller.results[8] = result(8, at(1))
    controller.results[9] = result(9, at(2))
    again = await begun(log)
    assert await again.reconcile(controller.fetch) == 2
    assert log.ids == ["8", "9"]
    assert log.readings[0].state == FIRST_CONTACT


async def test_the_result_of_the_first_contact_is_kept_when_it_comes_after_all() -> None:
    log, controller = FakeLog(), FakeController(result(7, at(0)))
    intake = await begun(log)
    await intake.reconcile(controller.fetch)
    await intake.accept(result(7, at(0)), controller.fetch)
    assert log.ids == ["7"]


async def test_a_new_epoch_raises_an_alarm() -> None:
    log = FakeLog(LastResult(1, "4294", at(5)))
    intake = await begun(log)
    await intake.accept(result(1, at(30)), FakeController().fetch)
    alarm = log.readings[0]
    assert (alarm.kind, alarm.epoch) == (ReadingKind.ALARM, 2)
    assert alarm.reason == "result 1 after 4294"


class WalkedController(FakeController):
    """Answers with the result of that id, or the one before it."""

    async def fetch(self, number: int) -> Reading | None:
        self.asked.append(number)
        wanted = number or max(self.results, default=0)
        return self.results.get(max((n for n in self.results if n <= wanted), default=-1))


async def test_walking_back_takes_what_there_is_and_calls_nothing_a_gap() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    controller = WalkedController(*(result(n, at(n)) for n in (3, 7, 12, 13, 40)))
    intake = await begun(log, OldResults.WALK_BACK)
    assert await intake.reconcile(controller.fetch) == 3
    assert log.ids == ["12", "13", "40"]
    assert controller.asked == [0, 39, 12, 11]


async def test_walking_back_keeps_results_of_other_stations_beside_ours() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    other = replace(result(12, at(12)), source="T-07@2")
    controller = WalkedController(result(7), other, result(13, at(13)))
    intake = await begun(log, OldResults.WALK_BACK)
    await intake.reconcile(controller.fetch)
    assert [(kept.source, kept.result_id) for kept in log.results] == [
        ("T-07@2", "12"),
        ("T-07", "13"),
    ]


async def test_before_a_live_result_one_question_shows_that_nothing_is_missing() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    controller = WalkedController(result(7, at(0)))
    intake = await begun(log, OldResults.WALK_BACK)
    await intake.reconcile(controller.fetch)
    await intake.accept(result(30, at(30)), controller.fetch)
    assert log.ids == ["30"]
    assert controller.asked == [0, 29]


async def test_a_result_nobody_pushed_is_fetched_before_the_next_live_one() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    controller = WalkedController(result(7, at(0)))
    intake = await begun(log, OldResults.WALK_BACK)
    await intake.reconcile(controller.fetch)
    controller.results[20] = result(20, at(20))
    await intake.accept(result(30, at(30)), controller.fetch)
    assert log.ids == ["20", "30"]


async def test_walking_back_into_what_is_not_there_any_more_is_a_gap() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    controller = WalkedController(result(12, at(12)))
    intake = await begun(log, OldResults.WALK_BACK)
    await intake.reconcile(controller.fetch)
    assert log.ids == ["8-11", "12"]


async def test_walking_back_ends_after_as_many_as_are_allowed() -> None:
    log = FakeLog(LastResult(1, "1", at(0)))
    controller = WalkedController(*(result(number, at(number)) for number in range(1, 11)))
    intake = await begun(log, OldResults.WALK_BACK, max_fetched=3)
    await intake.reconcile(controller.fetch)
    assert log.ids == ["2-6", "7", "8", "9", "10"]


async def test_an_index_is_asked_forward_until_there_is_none() -> None:
    log = FakeLog(LastResult(1, "7", at(0)))
    controller = FakeController(*(result(number, at(number)) for number in (7, 8, 9)))
    intake = await begun(log, OldResults.INDEX_REPLAY)
    assert await intake.reconcile(controller.fetch) == 2
    assert log.ids == ["8", "9"]
    assert controller.asked == [8, 9, 10]


async def test_without_old_results_what_is_missing_is_named_and_not_asked_for() -> None:
    log, controller = FakeLog(LastResult(1, "7", at(0))), FakeController()
    intake = await begun(log, OldResults.NONE)
    await intake.reconcile(controller.fetch)
    await intake.accept(result(10, at(3)), controller.fetch)
    assert log.ids == ["8-9", "10"]
    assert controller.asked == []


async def test_a_controller_that_counts_each_connection_begins_an_epoch_with_each() -> None:
    log, controller = FakeLog(), FakeController()
    for second in (1, 5):
        intake = await begun(log, OldResults.NONE, Ids.EACH_CONNECTION)
        await intake.accept(result(1, at(second)), controller.fetch)
        await intake.accept(result(2, at(second + 1)), controller.fetch)
        await intake.accept(result(2, at(second + 1)), controller.fetch)
    assert [(kept.epoch, kept.result_id) for kept in log.results] == [
        (1, "1"),
        (1, "2"),
        (2, "unknown"),
        (2, "1"),
        (2, "2"),
    ]
    gap = log.results[2]
    assert gap.kind is ReadingKind.GAP
    assert gap.reason


async def test_results_of_two_stations_with_the_same_id_are_both_kept() -> None:
    log, controller = FakeLog(LastResult(1, "7", at(0))), FakeController()
    intake = await begun(log)
    await intake.accept(result(8, at(1)), controller.fetch)
    await intake.accept(replace(result(8, at(1)), source="T-07@2"), controller.fetch)
    assert [(kept.source, kept.result_id) for kept in log.results] == [
        ("T-07", "8"),
        ("T-07@2", "8"),
    ]
