"""Changing the language changes everything that is said, on the glass and to a screen reader."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.domain.languages import SCREEN_LANGUAGES
from tests.helpers.tongues import Pseudo, pseudo
from tests.screens import scenes
from tests.screens.camera import Camera
from tests.screens.catalogue import SHOTS, Shot
from ui.application import make_application
from ui.languages import SOURCE, load_translator, speak
from ui.messages import CONTEXT, WORDS, say
from ui.presenters.phrases import Phrase
from ui.theme.look import FALLBACK, FAMILY
from ui.widgets.keys import BACK, SHIFT, name_keys, pad_key

if TYPE_CHECKING:
    from collections.abc import Iterator

_PANEL = "1280x800"
#: One shot a kind of view is enough: all share their widgets.
_FACES = {shot.face: shot for shot in SHOTS}.values()


@pytest.fixture(scope="module")
def cameras(qapp: QApplication) -> Iterator[tuple[Camera, Camera]]:
    """One that changes its language, and one that never spoke another."""
    pair = Camera(_PANEL, "light"), Camera(_PANEL, "light", language="de")
    for camera in pair:
        camera.lay_out()
    qapp.processEvents()
    yield pair
    for camera in pair:
        camera.window.close()


@pytest.mark.parametrize("shot", _FACES, ids=lambda shot: shot.name)
def test_what_changed_its_language_looks_as_if_it_had_always_spoken_it(
    cameras: tuple[Camera, Camera], shot: Shot
) -> None:
    """No widget keeps a word it said before."""
    changing, german = cameras
    for language in ("en", "de"):
        changing.language = changing.window.presenter._language = language
        changing.show(shot)
        _settle()
        changing.window.grab()
    german.show(shot)
    assert list(_heard(changing.window)) == list(_heard(german.window))
    pictures = []
    for camera in cameras:
        _settle()
        pictures.append(camera.window.grab().toImage())
    assert pictures[0] == pictures[1]


def test_a_person_who_signs_in_is_spoken_to_in_their_language(qapp: QApplication) -> None:
    camera = Camera(_PANEL, "light")
    window = camera.window
    window.show()
    window.show_state(scenes.signed_out())
    assert "Scan or hold your badge" in _texts(window)
    somebody = scenes.signed_in()
    assert somebody.person is not None
    polish = msgspec.structs.replace(somebody.person, languages=("pl",))
    window.show_state(replace(somebody, person=polish))
    qapp.processEvents()
    assert "Skanuj sztukę, aby zacząć" in _texts(window)
    window.show_state(scenes.signed_out())
    assert "Scan or hold your badge" in _texts(window)
    window.close()


def test_nobody_signed_in_can_pick_a_language_with_two_taps(qapp: QApplication) -> None:
    camera = Camera(_PANEL, "light")
    window = camera.window
    window.show()
    qapp.processEvents()
    window.show_state(scenes.signed_out())
    for name in ("languages", "speak:zh"):
        camera.seconds.now_s += 1
        assert window.tap(name)
    assert "扫描或贴近工卡" in _texts(window)
    window.close()


def test_what_looks_like_english_on_a_face_is_data(qapp: QApplication) -> None:
    """In the pseudo-locale every word of ours stands in brackets."""
    camera = Camera(_PANEL, "light", language="de", translator=Pseudo())
    camera.lay_out()
    qapp.processEvents()
    leaks = []
    for shot in SHOTS:
        camera.show(shot)
        data = set(_strings(camera.window.presenter.screen))
        ours = [text for text in _texts(camera.window) if "⟦" not in text]
        leaks += [f"{shot.name}: {text}" for text in ours if not _is_made_of(text, data)]
    camera.window.close()
    assert leaks == []


def test_the_pseudo_locale_is_longer_and_keeps_its_places() -> None:
    assert pseudo("Lot {lot}").startswith("⟦Łöt {lot}~")
    assert len(pseudo("Take the next unit.")) > 1.4 * len("Take the next unit.")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", SCREEN_LANGUAGES)
def test_our_fonts_have_every_letter(language: str) -> None:
    make_application()
    families = [FAMILY] if language != "zh" else [FAMILY, FALLBACK]
    assert set(families) <= set(QFontDatabase.families())
    metrics = [QFontMetrics(QFont(family)) for family in families]
    translator = None if language == SOURCE else load_translator(language)
    said = [w if translator is None else translator.translate(CONTEXT, w) for w in WORDS.values()]
    letters = {letter for text in said for letter in text or "" if not letter.isspace()}
    unknown = {c for c in letters if not any(m.inFontUcs4(ord(c)) for m in metrics)}
    assert unknown == set()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size_px", [18, 22, 25, 37, 100])
def test_chinese_makes_no_line_higher(size_px: int) -> None:
    make_application()
    font = QFont([FAMILY, FALLBACK])
    font.setPixelSize(size_px)
    heights = []
    for text in ("Scan 4 Nm", "扫描 4 Nm", "扫描工件"):
        label = QLabel(text)
        label.setFont(font)
        heights.append(label.sizeHint().height())
    assert max(heights) <= heights[0]


@pytest.mark.usefixtures("qapp")
def test_keys_with_pictures_are_named_in_the_language() -> None:
    look = Camera(_PANEL, "light").window._look
    keys = {name: pad_key(look, print, name, "", kind="key", icon="") for name in (BACK, SHIFT)}
    speak("de")
    name_keys(keys)
    names = [key.accessibleName() for key in keys.values()]
    assert names == ["Letztes Zeichen löschen", "Großbuchstaben"]
    assert say(Phrase("key/space")) == "Leerzeichen"


def _settle() -> None:
    for _ in range(6):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _texts(window: QWidget) -> list[str]:
    labels = [w for w in window.findChildren(QLabel) if w.isVisibleTo(window)]
    return [_plain(label) for label in labels if label.text()]


def _plain(label: QLabel) -> str:
    if label.textFormat() is not Qt.TextFormat.RichText:
        return label.text()
    return QTextDocumentFragment.fromHtml(label.text()).toPlainText()


def _heard(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window):
            yield f"{widget.accessibleName()}: {widget.accessibleDescription()}"


def _is_made_of(text: str, data: set[str]) -> bool:
    """Signs, or a text of the scene with the comma of the language."""
    return not any(c.isalpha() for c in text) or any(text in one for one in data)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Phrase):
        yield from _strings(tuple(value.facts.values()))
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        yield from _strings(tuple(getattr(value, f.name) for f in fields(value)))
