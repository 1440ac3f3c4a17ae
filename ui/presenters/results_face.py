"""Results that nobody asked for: a list, one of them, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.numbers import plain, unit_word
from ui.presenters.phrases import Words, phrase
from ui.presenters.view_states import Action, ActionsView, TilesBody, TileView

if TYPE_CHECKING:
    from app.ports.journal import KeptResult
    from app.services.station_state import PickedResult
    from ui.presenters.scene import Scene

#: The overlay, and the name of its face with the list; "result" is the face of one.
RESULTS = "results"
#: Why a result belongs to no unit, and the tile's icon.
DISCARDS = (
    ("trial", "wrench-bold"),
    ("done_again", "arrow-counter-clockwise-bold"),
    ("not_ours", "swap-bold"),
    ("other", "chat-text-bold"),
)
_DECIDES = "lead"
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


def results_face(scene: Scene) -> tuple[str, TilesBody, ActionsView]:
    """The oldest that wait; or the one that was tapped, once the station has looked at it."""
    words = phrase("do_it/back")
    picked = _picked(scene)
    if picked is not None:
        back = Action(RESULTS, words, "arrow-u-up-left-bold")
        return "result", _one(scene, picked), ActionsView((back,))
    back = Action("back", words, "arrow-u-up-left-bold")
    return RESULTS, _list(scene), ActionsView((back,))


def _picked(scene: Scene) -> PickedResult | None:
    """Never another one than was tapped, also when the list has moved on."""
    picked, number = scene.state.picked, scene.local.result
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
    person = scene.state.person
    if person is None or person.role != _DECIDES:
        return TilesBody(title, phrase("results/lead_only"), ())
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
    value = "–" if torque is None else f"{plain(torque.value)} {unit_word(torque.unit)}"
    time = scene.moment(reading.received_at)
    return phrase("results/one", device=reading.source, value=value, time=time)
