"""States that come faster than frames: each is heard, the newest is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from app.services.station_state import UnwantedResults
from tests.screens import scenes
from tests.unit.test_ui_presenter import Scene, bearing
from ui.dispatcher import InOneGo

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STATES = {
    "queue": scenes.signed_in,
    "signed out": scenes.signed_out,
    "scan": lambda: scenes.signed_in("scan-bearing"),
    "fitted": lambda: bearing(scenes.signed_in("scan-bearing")),
    "torque": scenes.torque,
    "nok": scenes.nok,
    "blocked": scenes.blocked,
    "stray": scenes.torque_stray,
    "held": scenes.held,
    "full": scenes.storage_fault,
    "done": scenes.done,
}


class Loop:
    """Calls wait until the test lets them go, as on a busy screen."""

    def __init__(self) -> None:
        self.posted: list[Callable[[], None]] = []
        self.taken: list[list[int]] = []
        self.feed = InOneGo(self._post, self._take)

    def _post(self, call: Callable[[], None]) -> None:
        self.posted.append(call)

    def _take(self, numbers: Sequence[int]) -> None:
        self.taken.append(list(numbers))

    def turn(self) -> None:
        posted, self.posted = self.posted, []
        for call in posted:
            call()


# -- on the way to the screen ------------------------------------------------------------------


def test_what_waits_is_taken_in_one_go_and_in_order() -> None:
    loop = Loop()
    for number in range(5):
        loop.feed.put(number)
    assert len(loop.posted) == 1
    loop.turn()
    assert loop.taken == [[0, 1, 2, 3, 4]]


def test_what_comes_while_it_is_taken_comes_next() -> None:
    loop = Loop()

    def take(some: Sequence[int]) -> None:
        loop.taken.append(list(some))
        if 0 in some:
            loop.feed.put(1)

    loop.feed = InOneGo(loop._post, take)
    loop.feed.put(0)
    loop.turn()
    loop.turn()
    assert loop.taken == [[0], [1]]


@given(st.lists(st.one_of(st.just("turn"), st.integers()), max_size=40))
def test_nothing_is_left_out_and_nothing_comes_twice(acts: list[str | int]) -> None:
    loop = Loop()
    for act in acts:
        if isinstance(act, str):
            loop.turn()
        else:
            loop.feed.put(act)
    loop.turn()
    assert [n for some in loop.taken for n in some] == [a for a in acts if isinstance(a, int)]


# -- on the screen -----------------------------------------------------------------------------


def test_a_cue_between_two_frames_is_heard_once() -> None:
    scene = Scene(scenes.torque())
    scene.presenter.states_changed((scenes.nok(), scenes.torque()))
    assert scene.cues == ["nok"]


def test_only_the_newest_is_drawn() -> None:
    scene = Scene(scenes.torque())
    drawn = len(scene.drawn)
    some = [
        replace(scenes.torque(), unwanted=(UnwantedResults("T-02", n, 1, scenes.NOW_US),))
        for n in range(1, 9)
    ]
    scene.presenter.states_changed(some)
    assert len(scene.drawn) == drawn + 1


@given(st.lists(st.sampled_from(sorted(STATES)), min_size=1, max_size=8))
def test_in_one_go_or_one_by_one_it_ends_the_same(names: list[str]) -> None:
    states = [STATES[name]() for name in names]
    one_by_one, in_one_go = Scene(scenes.torque()), Scene(scenes.torque())
    for state in states:
        one_by_one.show(state)
    in_one_go.presenter.states_changed(states)
    assert in_one_go.screen == one_by_one.screen
    assert in_one_go.cues == one_by_one.cues
    assert in_one_go.presenter.is_settled == one_by_one.presenter.is_settled
