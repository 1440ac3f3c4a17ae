"""What shows a state: chips, the rail, the progress strip and the picture."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ui.gallery.defects import pins_chapter
from ui.gallery.rows import choices_chapter, rows_chapter
from ui.gallery.specimens import Chapter, Specimen
from ui.presenters.phrases import Phrase, phrase
from ui.presenters.view_states import Chip, Marker, PictureView, RailRow
from ui.theme.files import RESOURCES
from ui.theme.tokens import ShownState
from ui.widgets.picture_panel import PicturePanel
from ui.widgets.position_picker import PositionPicker
from ui.widgets.state_chip import StateChip
from ui.widgets.step_picture import StepPicture
from ui.widgets.step_rail import ProgressStrip, StepRail

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look

#: A sentence of each state as a station says it.
WORDS: dict[ShownState, Phrase | str] = {
    ShownState.TODO: phrase("state/todo"),
    ShownState.IN_PROGRESS: phrase("state/in_progress"),
    ShownState.OK: phrase("state/ok"),
    ShownState.NOK: phrase("state/nok_because", reason=phrase("reason/torque_low")),
    ShownState.ATTENTION: phrase("tool/problem"),
    ShownState.BLOCKED: "Blocked – waiting for quality",
    ShownState.OFFLINE: "No connection · 12:41",
    ShownState.WAIVED: "Waived by lead 12",
    ShownState.CALLING: "Help called 02:10",
}
_STEPS = (
    ("Scan unit", "SN 0418-77231"),
    ("Scan housing", "lot H-2210"),
    ("Scan bearing", "lot 88190 on hold"),
    ("Place gearbox", "the fixture clamps"),
    ("Tighten M8 bolts", "4 × 25 Nm + 60°"),
    ("Backlash", "0.08 – 0.14 mm"),
    ("Inspect seal", "visual, 3 points"),
    ("Attach label", "GS1 DataMatrix"),
    ("Run in", ""),
)
_RAIL_DU = 466
_PLACES = ((0.185, 0.19), (0.815, 0.19), (0.815, 0.81), (0.185, 0.81), (0.5, 0.5))


def chapters() -> tuple[Chapter, ...]:
    """One for each kind of widget."""
    return (
        _chips(), _rail(), _pictures(), pins_chapter(), rows_chapter(), choices_chapter(),
    )  # fmt: skip


def _chip(look: Look, home: QWidget, state: ShownState, *, is_large: bool = False) -> QWidget:
    widget = StateChip(look, is_large=is_large)
    widget.setParent(home)
    widget.show_chip(Chip(state, WORDS[state]))
    return widget


def _chips() -> Chapter:
    small = [
        Specimen(state.value.replace("_", " "), partial(_chip, state=state))
        for state in ShownState
    ]
    large = [
        Specimen(f"{state}, large", partial(_chip, state=state, is_large=True))
        for state in ShownState
    ]
    return Chapter("State chip", (*small, *large))


def _rail() -> Chapter:
    states = tuple(ShownState)
    current_nok = tuple(
        ShownState.OK if i < 4 else ShownState.NOK if i == 4 else ShownState.TODO  # noqa: PLR2004
        for i in range(len(_STEPS))
    )
    running = (ShownState.OK,) * 4 + (ShownState.IN_PROGRESS,) + (ShownState.TODO,) * 4
    rails = {
        "in progress": partial(_rail_of, states=running, current=4),
        "current step NOK": partial(_rail_of, states=current_nok, current=4),
        "five of the states": partial(_rail_of, states=states[:5], current=1),
        "the other four": partial(_rail_of, states=states[5:], current=-1),
    }
    strips = {"strip, each state": states, "strip, in progress": running}
    return Chapter(
        "Step rail",
        (
            *(Specimen(words, build, 400, _RAIL_DU) for words, build in rails.items()),
            *(
                Specimen(words, partial(_strip_of, states=of), 700, 12)
                for words, of in strips.items()
            ),
        ),
    )


def _rows(states: tuple[ShownState, ...], current: int) -> tuple[RailRow, ...]:
    return tuple(
        RailRow(f"s{i}", i + 1, title, detail, state, i == current)
        for i, ((title, detail), state) in enumerate(zip(_STEPS, states, strict=False))
    )


def _rail_of(look: Look, home: QWidget, states: tuple[ShownState, ...], current: int) -> QWidget:
    rail = StepRail(look, str)
    rail.setParent(home)
    rail.show_rows(_rows(states, current))
    return rail


def _strip_of(look: Look, home: QWidget, states: tuple[ShownState, ...]) -> QWidget:
    strip = ProgressStrip(look)
    strip.setParent(home)
    strip.show_rows(_rows(states, 4))
    return strip


def _pictures() -> Chapter:
    ok, nok, todo, turn = (
        ShownState.OK, ShownState.NOK, ShownState.TODO, ShownState.IN_PROGRESS,
    )  # fmt: skip
    others = (
        ShownState.ATTENTION, ShownState.BLOCKED, ShownState.OFFLINE, ShownState.WAIVED,
        ShownState.CALLING,
    )  # fmt: skip
    return Chapter(
        "Picture with positions",
        (
            Specimen("bolt 3 of 4", partial(_picture, states=(ok, ok, turn, todo)), 290, 200),
            Specimen("bolt 3 NOK", partial(_picture, states=(ok, ok, nok, todo)), 290, 200),
            Specimen("all OK", partial(_picture, states=(ok,) * 4, current=-1), 290, 200),
            Specimen("other states", partial(_picture, states=others, current=-1), 290, 200),
            Specimen("positions to tap", partial(_picker, states=(ok, ok, turn, todo)), 290, 200),
            Specimen("no position", partial(_picture, states=()), 290, 200),
            Specimen("places that say more", _step_picture, 290, 200),
            Specimen("no picture", _no_picture, 290, 200),
        ),
    )


def _view(states: tuple[ShownState, ...], current: int) -> PictureView:
    markers = tuple(
        Marker(x, y, str(i + 1), state, i == current)
        for i, ((x, y), state) in enumerate(zip(_PLACES, states, strict=False))
    )
    file = RESOURCES / "demo" / "gearbox-mount" / "pictures" / "torque.svg"
    return PictureView("torque", file.read_bytes(), markers=markers)


def _picture(
    look: Look, home: QWidget, states: tuple[ShownState, ...], current: int = 2
) -> QWidget:
    panel = PicturePanel(look)
    panel.setParent(home)
    panel.show_picture(_view(states, current))
    return panel


def _picker(look: Look, home: QWidget, states: tuple[ShownState, ...]) -> QWidget:
    picker = PositionPicker(look, str)
    picker.setParent(home)
    picker.show_picture(_view(states, 2))
    return picker


def _step_picture(look: Look, home: QWidget) -> QWidget:
    picture = StepPicture(look, str)
    picture.setParent(home)
    view = _view((ShownState.TODO, ShownState.TODO), current=-1)
    spots = (replace(m, button=f"spot:{m.text}", words=m.text) for m in view.markers)
    picture.show_picture(replace(view, markers=tuple(spots), opens=phrase("picture/open")))
    return picture


def _no_picture(look: Look, home: QWidget) -> QWidget:
    panel = PicturePanel(look)
    panel.setParent(home)
    return panel
