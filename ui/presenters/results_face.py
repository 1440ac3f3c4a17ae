"""Results that nobody asked for: a list, one of them, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.domain.rights import SETTLE_RESULTS
from app.services.unassigned import AssignResult, DiscardResult, PickResult
from ui.presenters.numbers import plain, unit_word
from ui.presenters.phrases import Words, phrase
from ui.presenters.rights import right_words
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, TilesBody, TileView

if TYPE_CHECKING:
    from app.ports.journal import KeptResult
    from app.services.station_state import PickedResult
    from ui.presenters.scene import Desk, Parts, Scene

#: Why a result belongs to no unit, and the tile's icon.
DISCARDS = (
    ("trial", "wrench-bold"),
    ("done_again", "arrow-counter-clockwise-bold"),
    ("not_ours", "swap-bold"),
    ("other", "chat-text-bold"),
)
_REASONS = frozenset(
    {"not_armed", "one_too_many", "other_unit", "unit_held", "nok_not_acknowledged"}
)
_MOST_CHOICES = 4


def results_button(scene: Scene) -> tuple[Action, ...]:
    """The way in, where something waits."""
    count = scene.state.unassigned.count
    if not count:
        return ()
    return (Action("results", phrase("do_it/results", count=str(count)), "wrench-bold"),)


@dataclass(frozen=True, slots=True)
class ResultsPage(Page):
    """The oldest that wait; or the one at ``number``, once the station has looked at it."""

    verbs: ClassVar[frozenset[str]] = frozenset({"results", "result", "assign", "discard"})
    number: int | None = None

    def draw(self, scene: Scene) -> Parts:
        words = phrase("do_it/back")
        picked = _picked(scene, self.number)
        if picked is not None:
            back = Action("results", words, "arrow-u-up-left-bold")
            return "result", _one(scene, picked), ActionsView((back,))
        back = Action("back", words, "arrow-u-up-left-bold")
        return "results", _list(scene), ActionsView((back,))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        match verb:
            case "result":
                desk.intents.do(PickResult(int(argument)))
                return ResultsPage(int(argument))
            case "assign":
                desk.intents.do(AssignResult(argument))
            case "discard":
                desk.intents.do(DiscardResult(argument))
        return ResultsPage()


def _picked(scene: Scene, number: int | None) -> PickedResult | None:
    """Never another one than was tapped, also when the list has moved on."""
    picked = scene.state.picked
    oldest = scene.state.unassigned.oldest
    if picked is None or number is None or number >= len(oldest):
        return None
    return picked if oldest[number] == picked.kept else None


def _list(scene: Scene) -> TilesBody:
    waiting = scene.state.unassigned
    tiles = tuple(
        TileView(f"result:{number}", _named(scene, kept), "wrench-bold")
        for number, kept in enumerate(waiting.oldest)
    )
    title = phrase("results/title", count=str(waiting.count))
    return TilesBody(title, phrase("results/line" if tiles else "results/none"), tiles)


def _one(scene: Scene, picked: PickedResult) -> TilesBody:
    title = _named(scene, picked.kept)
    people = scene.state.people
    if not people.may(SETTLE_RESULTS):
        who, right = people.holders.get(SETTLE_RESULTS, ""), right_words(SETTLE_RESULTS)
        key = "results/no_right_who" if who else "results/no_right"
        return TilesBody(title, phrase(key, right=right, who=who), ())
    reason = picked.kept.body.reason
    line = phrase(f"results/{reason}" if reason in _REASONS else "results/other")
    choices = tuple(
        TileView(f"assign:{one.serial}", _unit(scene, one.serial), "check-bold")
        for one in picked.choices[:_MOST_CHOICES]
    )
    discards = tuple(
        TileView(f"discard:{why}", phrase(f"discard/{why}"), icon) for why, icon in DISCARDS
    )
    return TilesBody(title, line, (*choices, *discards))


def _unit(scene: Scene, serial: str) -> Words:
    run = scene.run
    here = run is not None and run.serial == serial
    return phrase("results/unit_here" if here else "results/unit", serial=serial)


def _named(scene: Scene, kept: KeptResult) -> Words:
    """Tool, torque and time: what somebody who was there remembers it by."""
    reading = kept.body.reading
    torque = reading.value("torque")
    value = (
        "–" if torque is None else f"{scene.number(plain(torque.value))} {unit_word(torque.unit)}"
    )
    time = scene.moment(reading.received_at)
    return phrase("results/one", device=reading.source, value=value, time=time)
