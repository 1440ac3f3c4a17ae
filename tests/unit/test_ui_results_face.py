"""The list of unassigned results, and what a tap on one of them means."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

from app.ports.journal import Unassigned
from app.services.station_state import StationState
from app.services.unassigned import AssignResult, DiscardResult, PickResult
from tests.screens import scenes
from tests.screens.camera import HandClock, RecordedIntents
from ui.messages import say
from ui.presenters.station_presenter import StationPresenter
from ui.presenters.view_states import Screen, TilesBody


class Shown:
    """A presenter whose clock and intents the test holds."""

    def __init__(self, state: StationState) -> None:
        self._drawn: list[Screen] = []
        self.intents = RecordedIntents()
        self.seconds = HandClock()
        self.presenter = StationPresenter(
            self._drawn.append,
            intents=self.intents,
            now_us=lambda: scenes.NOW_US,
            now_s=self.seconds,
            later=lambda _seconds, _call: None,
            zone=UTC,
        )
        self.presenter.state_changed(state)

    def tap(self, *names: str) -> None:
        for name in names:
            self.seconds.now_s += 1
            self.presenter.tapped(name)

    @property
    def screen(self) -> Screen:
        return self._drawn[-1]

    @property
    def tiles(self) -> dict[str, str]:
        body = self.screen.body
        assert isinstance(body, TilesBody)
        return {tile.name: say(tile.words) for tile in body.tiles}


def test_where_nothing_waits_there_is_no_way_in() -> None:
    shown = Shown(scenes.health())
    shown.tap("station")
    assert "results" not in [action.name for action in shown.screen.actions.left]


def test_a_lead_taps_one_and_the_unit_it_was_made_on() -> None:
    shown = Shown(scenes.unassigned())
    shown.tap("station", "results", "result:0", f"assign:{scenes.SERIAL}")
    assert shown.intents.calls == [("do", PickResult(0)), ("do", AssignResult(scenes.SERIAL))]
    assert shown.screen.face == "results"


def test_a_lead_says_that_it_is_of_no_unit_and_why() -> None:
    shown = Shown(scenes.unassigned())
    shown.tap("station", "results", "result:0")
    assert {"discard:trial", "discard:done_again"} <= set(shown.tiles)
    shown.tap("discard:trial")
    assert shown.intents.calls[-1] == ("do", DiscardResult("trial"))


def test_an_operator_is_offered_nothing_to_decide() -> None:
    shown = Shown(scenes.unassigned_for_operator())
    shown.tap("station", "results", "result:0")
    assert (shown.screen.face, shown.tiles) == ("result", {})


def test_another_one_than_was_tapped_is_never_shown_as_if_it_were() -> None:
    shown = Shown(scenes.unassigned())
    shown.tap("station", "results", "result:1")
    assert shown.screen.face == "results"
    assert "assign" not in {name.partition(":")[0] for name in shown.tiles}


def test_the_tiles_of_one_take_no_tap_in_the_moment_they_appear() -> None:
    state = scenes.unassigned()
    shown = Shown(replace(state, picked=None))
    shown.tap("station", "results", "result:0")
    shown.presenter.state_changed(state)
    assert shown.screen.face == "result"
    shown.presenter.tapped("discard:trial")
    assert shown.intents.calls == [("do", PickResult(0))]


def test_from_one_back_to_the_list_and_from_the_list_to_the_work() -> None:
    shown = Shown(scenes.unassigned())
    shown.tap("station", "results", "result:0", "results")
    assert shown.screen.face == "results"
    shown.tap("back")
    assert shown.screen.face == "queue"


def test_the_last_one_settled_says_that_nothing_waits() -> None:
    state = scenes.unassigned()
    shown = Shown(state)
    shown.tap("station", "results")
    shown.presenter.state_changed(replace(state, unassigned=Unassigned(), picked=None))
    body = shown.screen.body
    assert isinstance(body, TilesBody)
    assert say(body.line) == "Nothing waits any more."
