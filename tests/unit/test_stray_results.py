"""A tool that goes on making results nobody asked for is said once, and counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.events import ReadingUnassigned
from app.domain.plant import StationInfo
from app.domain.readings import ReadingKind
from app.domain.refusal import Refusal
from app.ports.sync import SyncState, SyncStatus
from app.services.state_board import StateBoard
from app.services.station_state import ShownRefusal, StationState, UnwantedResults
from app.services.uncounted import QUIET_S, UncountedResults
from tests.helpers.gearbox import tightening
from tests.helpers.station_rig import BADGE, FakeClock, Rig, station_at
from tests.screens import scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.cues import cue_between
from ui.presenters.header import STRAY_FOR_S

WRONG_PART = Refusal("part.not_in_bill", {"part": "X"})


def shown(rig: Rig) -> str | None:
    refusal = rig.state.refusal
    return None if refusal is None else refusal.refusal.code


def counted(rig: Rig) -> list[tuple[str, int]]:
    return [(one.device, one.count) for one in rig.state.unwanted]


class Bench:
    """The rule alone, with every state it published."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.states: list[StationState] = []
        info = StationInfo(station="ST-1", name="", line="")
        first = StationState(version=0, station=info, sync=SyncStatus(SyncState.OFFLINE))
        self.board = StateBoard(first, self.states.append)
        self.rule = UncountedResults(board=self.board, clock=self.clock)

    def result_of(self, tool: str, **changes: Any) -> None:
        reading = tightening("25.00", source=tool, **changes)
        self.rule.say(reading, "not_armed", None)

    def wait(self, seconds: float) -> None:
        self.clock.us += round(seconds * 1e6)


# -- on the screen ---------------------------------------------------------------------------


async def test_the_first_one_covers_the_work_and_the_following_do_not(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await rig.pull("1")
        assert shown(rig) == "result.not_wanted"
        await rig.station.refusal_closed()
        for number in range(2, 15):
            await rig.pull(str(number))
            assert shown(rig) is None
        assert counted(rig) == [("T-07", 14)]


async def test_each_of_them_is_in_the_journal_and_waits_for_a_person(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        for number in range(9):
            await rig.pull(str(number))
        kept = [b for _, b in await rig.record() if isinstance(b, ReadingUnassigned)]
        assert [b.reading.result_id for b in kept] == [str(n) for n in range(9)]
        assert rig.state.unassigned.count == 9


@pytest.mark.allow_warnings
async def test_one_that_did_not_reach_the_disk_is_not_counted(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        rig.journal.is_broken = True
        with pytest.raises(Exception, match="disk full"):
            await rig.pull("1")
        assert counted(rig) == []


async def test_the_work_goes_on_under_a_chattering_tool(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.pull("a1", source="T-02")
        for number, code in enumerate((BADGE, "SN 0418-77231", "P:HS-200;L:H-2")):
            await rig.pull(f"b{number}", source="T-02")
            await rig.scan(code)
            await rig.pull(f"c{number}", source="T-02")
        assert shown(rig) is None
        assert rig.step == "gears"
        assert counted(rig) == [("T-02", 7)]


def test_a_refusal_that_stands_is_not_covered() -> None:
    bench = Bench()
    bench.board.show_refusal(WRONG_PART, 1)
    bench.result_of("T-2")
    assert bench.board.state.refusal == ShownRefusal(WRONG_PART, 1)
    assert [one.device for one in bench.board.state.unwanted] == ["T-2"]


def test_it_does_not_count_as_a_refusal_in_a_row() -> None:
    bench = Bench()
    bench.result_of("T-2")
    bench.result_of("T-3")
    assert bench.board.state.refusal is not None
    assert bench.board.state.refusal.in_a_row == 1


def test_after_a_quiet_minute_it_is_said_in_words_again() -> None:
    bench = Bench()
    bench.result_of("T-2")
    bench.board.update(refusal=None)
    bench.wait(QUIET_S + 1)
    bench.result_of("T-2")
    assert bench.board.state.refusal is not None
    assert [one.count for one in bench.board.state.unwanted] == [1]


def test_a_clock_set_by_hand_neither_ends_nor_begins_it() -> None:
    bench = Bench()
    bench.result_of("T-2")
    bench.board.update(refusal=None)
    bench.clock.set_by_us = -3_600_000_000
    bench.result_of("T-2")
    bench.clock.set_by_us = 7_200_000_000
    bench.result_of("T-2")
    assert bench.board.state.refusal is None
    assert [one.count for one in bench.board.state.unwanted] == [3]


@pytest.mark.parametrize(
    "changes",
    [{"backfilled": True}, {"kind": ReadingKind.MEASUREMENT}],
    ids=lambda c: next(iter(c)),
)
def test_what_was_only_fetched_and_what_tightened_nothing_is_no_chatter(
    changes: dict[str, object],
) -> None:
    bench = Bench()
    bench.result_of("T-2", **changes)
    assert bench.states == []


TOOLS = st.sampled_from(["T-1", "T-2", "T-3"])
STEPS = st.lists(
    st.one_of(
        TOOLS,
        st.floats(0.05, 2 * QUIET_S),
        st.sampled_from(["close", "refuse"]),
    ),
    max_size=60,
)


@given(steps=STEPS)
@settings(max_examples=200)
def test_whatever_comes_a_streak_covers_the_work_at_most_once_and_nothing_is_lost(
    steps: list[str | float],
) -> None:
    bench = Bench()
    last: dict[str, int] = {}
    total: dict[str, int] = {}
    for step in steps:
        before = bench.board.state
        if isinstance(step, float):
            bench.wait(step)
        elif step == "close":
            bench.board.update(refusal=None)
        elif step == "refuse":
            bench.board.show_refusal(WRONG_PART, 1)
        else:
            now_ns = bench.clock.mono_ns()
            begins = step not in last or now_ns - last[step] >= QUIET_S * 1e9
            bench.result_of(step)
            last[step] = bench.clock.mono_ns()
            total[step] = 1 if begins else total[step] + 1
            after = bench.board.state
            covers = after.refusal != before.refusal
            assert covers == (begins and before.refusal is None)
            assert after.unwanted[-1].device == step
            assert after.unwanted[-1].count == total[step]
            assert (cue_between(before, after) == "nok") == begins


# -- in words ----------------------------------------------------------------------------------


def stray(*ones: tuple[str, int], age_s: int = 0) -> StationState:
    at_us = scenes.NOW_US - age_s * 1_000_000
    unwanted = tuple(UnwantedResults(tool, count, at_us, at_us) for tool, count in ones)
    return replace(scenes.torque(), unwanted=unwanted)


def chip(state: StationState) -> str | None:
    trouble = Scene(state).screen.header.trouble
    return None if trouble is None else say(trouble.words)


def test_the_header_says_which_tool_and_how_many() -> None:
    assert chip(stray(("T-02", 14))) == "T-02: 14 not asked for"


def test_several_tools_are_counted_together() -> None:
    assert chip(stray(("T-02", 14), ("T-03", 6))) == "2 tools: 20 not asked for"


def test_a_minute_after_the_last_one_the_header_is_quiet() -> None:
    calm = stray(("T-02", 14), age_s=STRAY_FOR_S + 1)
    assert chip(calm) == chip(scenes.torque())


def test_a_tool_that_may_be_enabled_is_said_first() -> None:
    assert chip(replace(stray(("T-02", 14)), loose_tools=("T-07",))) == "T-07 not locked"


def test_the_face_of_the_first_one_leads_to_the_list() -> None:
    scene = Scene(scenes.blocked_result())
    scene.tap("results")
    assert scene.screen.face == "results"


def test_the_line_in_the_header_leads_to_the_list() -> None:
    scene = Scene(stray(("T-02", 14)))
    scene.tap("header")
    assert scene.screen.face == "results"


def test_without_it_the_header_leads_to_the_station() -> None:
    scene = Scene(scenes.torque())
    scene.tap("header")
    assert scene.screen.face == "station"
