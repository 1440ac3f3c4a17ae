"""Every phrase is there in every language, whole; and the right one is spoken."""

from __future__ import annotations

import string
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import fields, is_dataclass, replace
from datetime import UTC
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import PySide6
import pytest

from app.domain.languages import SCREEN_LANGUAGES, first_spoken
from app.services.station_state import StationState
from tests.helpers.refusal_codes import FAMILIES, families_in_the_source, named_codes
from tests.screens import scenes
from tests.screens.catalogue import SHOTS
from tests.unit.test_ui_presenter import Scene
from ui.languages import FOLDER, speak, spoken
from ui.messages import WORDS, say
from ui.presenters.language_face import NAMES, language_of, text_note
from ui.presenters.numbers import local_date, local_number
from ui.presenters.phrases import Number, Phrase
from ui.presenters.refusal_face import WAYS
from ui.presenters.scene import Local
from ui.presenters.scene import Scene as Moment
from ui.presenters.view_states import PadView

if TYPE_CHECKING:
    from collections.abc import Iterator

TRANSLATED = tuple(tag for tag in SCREEN_LANGUAGES if tag != "en")
LRELEASE = Path(PySide6.__file__).parent / "lrelease"


@lru_cache
def translations(language: str) -> dict[str, str | None]:
    """Of each source text its translation, None while it is unfinished."""
    tree = ET.parse(FOLDER / f"asbuilt_{language}.ts")  # noqa: S314 - our own file
    found: dict[str, str | None] = {}
    for message in tree.iter("message"):
        said = message.find("translation")
        assert said is not None
        is_done = said.get("type") is None and bool(said.text)
        found[message.findtext("source") or ""] = said.text if is_done else None
    return found


def places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_phrase_is_translated_and_nothing_else_is(language: str) -> None:
    """What is missing here: `make translations`, then write it into the .ts file."""
    known = translations(language)
    assert sorted({words for words in WORDS.values() if known.get(words) is None}) == []
    assert sorted(set(known) - set(WORDS.values())) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_places_of_its_phrase(language: str) -> None:
    pairs = [(source, said) for source, said in translations(language).items() if said]
    assert [source for source, said in pairs if places(source) != places(said)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_space_at_an_end_stays_there(language: str) -> None:
    for source, said in translations(language).items():
        if said:
            assert source.startswith(" ") == said.startswith(" "), source
            assert source.endswith(" ") == said.endswith(" "), source


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_words_are_those_of_the_text_file(language: str, tmp_path: Path) -> None:
    """Somebody who edits the .ts file and forgets `make translations` is told here."""
    compiled = tmp_path / "words.qm"
    source = FOLDER / f"asbuilt_{language}.ts"
    subprocess.run([LRELEASE, "-silent", source, "-qm", compiled], check=True)
    assert compiled.read_bytes() == (FOLDER / f"asbuilt_{language}.qm").read_bytes()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_sentence_is_not_left_in_english(language: str) -> None:
    said = translations(language)
    sentences = [words for words in WORDS.values() if len(words.split()) > 3 and not places(words)]
    assert [words for words in sentences if said.get(words) == words] == []


def test_every_way_to_put_a_code_together_is_known() -> None:
    assert families_in_the_source() == set(FAMILIES)


@pytest.mark.parametrize("language", SCREEN_LANGUAGES)
def test_every_refusal_says_what_why_and_what_to_do(language: str) -> None:
    keys = {key for code in named_codes() for key in keys_of(code)}
    said = {words: words for words in WORDS.values()} if language == "en" else None
    known = said or translations(language)
    assert sorted(key for key in keys if not known.get(WORDS.get(key, ""))) == []


def keys_of(code: str) -> list[str]:
    """The words of a refusal; ``do/take`` is said with what is known of the lot."""
    ways = WAYS[code].todo if code in WAYS else ("do/carry_on",)
    todo = [key for key in ways if key != "do/take"]
    return [f"{code}/headline", f"{code}/why", *(todo or ["do/take_other"])]


def test_without_its_file_a_language_is_said_in_english(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("ui.languages.FOLDER", tmp_path)
    speak("pl")
    assert spoken() == "pl"
    assert say(Phrase("do_it/problem")) == "Problem"
    assert "no words in pl" in caplog.text
    caplog.clear()


def test_each_language_is_called_as_it_calls_itself() -> None:
    assert tuple(NAMES) == SCREEN_LANGUAGES


@pytest.mark.parametrize(
    ("tags", "spoken_one"),
    [
        ((), None),
        (("fr",), None),
        (("fr", "de-AT"), "de"),
        (("ZH-Hans",), "zh"),
        (("pl", "de"), "pl"),
    ],
)
def test_the_first_language_the_screen_speaks(tags: tuple[str, ...], spoken_one: str) -> None:
    assert first_spoken(tags) == spoken_one


# -- who is spoken to ----------------------------------------------------------------------------


def of_somebody(languages: tuple[str, ...], state: StationState | None = None) -> StationState:
    state = state or scenes.signed_in()
    assert state.person is not None
    return replace(state, person=msgspec.structs.replace(state.person, languages=languages))


def test_a_person_whose_languages_are_not_spoken_sees_the_stations() -> None:
    person = of_somebody(("fr", "it")).person
    assert language_of(person, picked="zh", configured="es") == "es"


def test_the_language_follows_the_person_and_goes_with_them() -> None:
    scene = Scene(scenes.signed_out())
    assert scene.screen.language == "en"
    scene.show(of_somebody(("pl", "en")))
    assert scene.screen.language == "pl"
    scene.show(scenes.signed_out())
    assert scene.screen.language == "en"


def test_a_language_picked_before_signing_in_is_gone_after_it() -> None:
    scene = Scene(scenes.signed_out())
    scene.tap("languages")
    assert scene.screen.face == "language"
    scene.tap("speak:zh")
    assert (scene.screen.face, scene.screen.language) == ("sign_in", "zh")
    scene.show(of_somebody(("de",))).show(scenes.signed_out())
    assert scene.screen.language == "en"


def test_nothing_but_the_language_changes_with_it() -> None:
    """The step, what is typed and what is refused stay where they are."""
    scene = Scene(scenes.signed_out())
    scene.tap("languages", "speak:es")
    assert scene.intents.calls == []


def test_a_text_in_another_language_says_so() -> None:
    scene = Scene(of_somebody(("zh",), scenes.torque()))
    assert say(getattr(scene.screen.body, "language_note")) == "Text in English"  # noqa: B009
    scene = Scene(of_somebody(("de",), scenes.torque()))
    assert getattr(scene.screen.body, "language_note") == ""  # noqa: B009


def test_a_text_in_a_language_without_a_name_is_named_by_its_tag() -> None:
    local = Local()
    moment = Moment(scenes.signed_in(), local, scenes.NOW_US, UTC, language="de")
    assert say(text_note(moment, {"fr": "Serrer"})) == "Text in fr"
    assert text_note(moment, {}) == ""


# -- numbers and days ---------------------------------------------------------------------------


def test_numbers_and_days_are_written_as_people_write_them() -> None:
    day = scenes.NOW.date()
    assert [local_number("0.112 mm", tag) for tag in SCREEN_LANGUAGES] == [
        "0.112 mm", "0,112 mm", "0,112 mm", "0,112 mm", "0.112 mm",
    ]  # fmt: skip
    assert [local_date(day, tag) for tag in SCREEN_LANGUAGES] == [
        "2026-11-20", "20.11.2026", "20/11/2026", "20.11.2026", "2026-11-20",
    ]  # fmt: skip


def test_no_measured_value_has_a_point_where_people_write_a_comma() -> None:
    leaks = []
    for shot in SHOTS:
        state = shot.state()
        scene = Scene(of_somebody(("de",), state) if state.person else state)
        scene.tap(*shot.taps)
        values = [text for text in strings(scene.screen) if _is_value(text)]
        leaks += [f"{shot.name}: {text}" for text in values if "." in text]
    assert leaks == []


def _is_value(text: str) -> bool:
    """A number with its unit, or a range of them."""
    words = text.replace("–", " ").replace("×", " ").split()
    return bool(words) and words[0].replace(".", "", 1).isdigit() and "." in words[0]


def strings(value: Any) -> Iterator[str]:
    """Every text of a view state that is shown as it is."""
    if isinstance(value, str):
        yield local_number(value, "de") if isinstance(value, Number) else value
    elif isinstance(value, Phrase):
        yield from strings(tuple(value.facts.values()))
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif is_dataclass(value) and not isinstance(value, PadView):  # the pad writes its own comma
        yield from strings(tuple(getattr(value, f.name) for f in fields(value)))
