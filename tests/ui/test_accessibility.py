"""For whoever listens, tabs or sees no colour: names, order, one sentence a change, shapes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.screens import scenes, settings_scenes, step_scenes
from tests.screens.camera import Camera
from tests.screens.catalogue import SHOTS, Shot
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.announcements import announcement
from ui.presenters.view_states import HEADER, Chip
from ui.theme.look import Look
from ui.theme.tokens import ShownState
from ui.widgets.pressable import Pressable
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services.station_state import StationState

#: One shot of each face.
WALKED = tuple({shot.face: shot for shot in reversed(SHOTS)}.values())


@pytest.fixture(scope="module")
def camera(qapp: QApplication) -> Iterator[Camera]:
    camera = Camera("1920x1080", "light")
    camera.window.show()
    qapp.processEvents()
    yield camera
    camera.window.close()


def shown(camera: Camera, shot: Shot) -> list[QWidget]:
    camera.show(shot)
    for _ in range(6):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return [w for w in camera.window.findChildren(QWidget) if w.isVisibleTo(camera.window)]


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("shot", WALKED, ids=lambda shot: shot.name)
def test_whatever_is_tapped_or_shows_a_state_has_its_word(camera: Camera, shot: Shot) -> None:
    speaking = [w for w in shown(camera, shot) if isinstance(w, Pressable | StateChip)]
    nameless = [f"{type(w).__name__} {w.objectName()}" for w in speaking if not spoken(w).strip()]
    assert speaking
    assert nameless == []
    heard = Counter(spoken(w) for w in speaking if isinstance(w, Pressable))
    assert [words for words, times in heard.items() if times > 1] == []


@pytest.mark.parametrize("shot", WALKED, ids=lambda shot: shot.name)
def test_tab_goes_through_a_face_as_one_reads_it(camera: Camera, shot: Shot) -> None:
    """Header, then the work area, then the action bar: never back up into what was passed."""
    shown(camera, shot)
    window = camera.window
    window.setFocus()
    parts: list[int] = []
    for _ in range(80):
        window.focusNextChild()
        widget = QApplication.focusWidget()
        if not isinstance(widget, Pressable) or not widget.isVisibleTo(window):
            continue
        top = widget.mapTo(window, QPoint(0, 0)).y()
        bar = window.height() - camera.window._actions.height()
        part = 0 if widget.objectName() == HEADER else 2 if top >= bar else 1
        if parts and part < parts[-1]:
            break
        parts.append(part)
    assert parts == sorted(parts)
    # While the station starts there is nothing to press.
    assert parts[-1:] == [2] or shot.face == "starting"


def test_the_focus_is_seen(camera: Camera) -> None:
    """Four du of accent around whatever has it."""
    shown(camera, next(s for s in SHOTS if s.name == "settings-screen"))
    rows = camera.window.findChildren(Pressable, "setting:screen.theme")
    before = rows[0].grab().toImage()
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert rows[0].grab().toImage() != before


# -- what is said by itself --------------------------------------------------------------------


def said_between(before: StationState, after: StationState) -> tuple[str, bool]:
    scene = Scene(before)
    first = scene.screen
    scene.show(after)
    words, is_urgent = announcement(first, scene.screen)
    return say(words), is_urgent


def test_a_refusal_interrupts_and_is_said_once() -> None:
    words, is_urgent = said_between(scenes.signed_in("scan-bearing"), scenes.blocked())
    assert words.startswith("Stop.")
    assert is_urgent
    assert said_between(scenes.blocked(), scenes.blocked()) == ("", False)


def test_a_nok_interrupts() -> None:
    words, is_urgent = said_between(scenes.torque(), scenes.nok())
    assert "too low" in words
    assert is_urgent


def test_what_is_critical_and_another_unit_interrupt_too() -> None:
    for stopped in (step_scenes.critical(scenes.nok()), step_scenes.guard()):
        words, is_urgent = said_between(scenes.torque(), stopped)
        assert words
        assert is_urgent


def test_every_face_says_itself_when_it_comes() -> None:
    before = Scene(scenes.done()).screen
    silent = []
    for shot in WALKED:
        scene = Scene(shot.state())
        scene.tap(*shot.taps)
        if scene.screen.face != before.face and not say(announcement(before, scene.screen)[0]):
            silent.append(shot.name)
    assert silent == []


def test_a_new_step_says_what_to_do_and_a_second_later_nothing() -> None:
    words, is_urgent = said_between(scenes.signed_in(), scenes.torque())
    assert words == "Tighten the four M8 bolts, in order 1 – 4"
    assert not is_urgent
    assert said_between(scenes.torque(), scenes.torque()) == ("", False)


def test_a_page_that_opens_says_its_title() -> None:
    scene = Scene(settings_scenes.technician())
    before = scene.screen
    scene.tap("station")
    scene.tap("settings")
    assert say(announcement(before, scene.screen)[0]) == "Settings"


# -- without colour ----------------------------------------------------------------------------


def grey(chip: StateChip) -> bytes:
    """The shape alone, in greys, at one size; the word is cut off."""
    image = chip.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(image.copy(0, 0, 64, image.height()).constBits())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_states_differ_in_greys_by_their_shape_alone(qapp: QApplication, theme: str) -> None:
    assert qapp is not None
    look = Look.of(theme, size_px=(1920, 1080), px_per_mm=4.02)
    pictures: dict[bytes, ShownState] = {}
    for state in ShownState:
        chip = StateChip(look)
        chip.show_chip(Chip(state, "–"))
        chip.resize(chip.sizeHint())
        pictures[grey(chip)] = state
    assert set(pictures.values()) == set(ShownState)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ok_nok_attention_and_blocked_differ_in_lightness(theme: str) -> None:
    look = Look.of(theme, size_px=(1920, 1080), px_per_mm=4.02)
    wanted = (ShownState.OK, ShownState.NOK, ShownState.ATTENTION, ShownState.BLOCKED)
    greys = sorted(QColor(look.state(s).solid).lightness() for s in wanted)
    assert len(set(greys)) == len(wanted)
