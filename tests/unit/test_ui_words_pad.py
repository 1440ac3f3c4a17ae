"""Typing on the glass: own words and numbers, and where they go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.screens import scenes
from ui.presenters.scene import Desk, Local, Page, Scene
from ui.presenters.typed import typed_number, typed_words
from ui.presenters.words_pad import MOST_CHARACTERS, NumberPage, WordsBody, WordsPage

if TYPE_CHECKING:
    from app.services.station_state import StationIntents


@dataclass
class Kept:
    """What was handed on, and the page that comes next."""

    next: Page | None = None
    said: list[str] = field(default_factory=list)

    def __call__(self, typed: str, desk: Desk) -> Page | None:  # noqa: ARG002
        self.said.append(typed)
        return self.next


def scene(language: str = "en") -> Scene:
    return Scene(scenes.torque(), Local(), scenes.NOW_US, None, language)


def desk() -> Desk:
    return Desk(scene(), cast("StationIntents", None))


def typed_on(page: Page, *keys: str) -> Page:
    for key in keys:
        after = page.tapped("key", key, desk())
        assert after is not None
        page = after
    return page


def primary_of(page: Page) -> tuple[str, str]:
    primary = page.draw(scene())[2].primary
    assert primary is not None
    return primary.kind, primary.does


def test_too_few_words_are_not_kept() -> None:
    page = WordsPage("What?", Kept())
    assert primary_of(page)[0] == "waiting"
    assert primary_of(typed_on(page, "n", "o", "space"))[0] == "waiting"
    assert primary_of(typed_on(page, *"dirt")) == ("primary", "written")


def test_what_was_typed_goes_on_without_spaces_around_it() -> None:
    kept = Kept()
    page = typed_on(WordsPage("What?", kept), *"Old", "space", *"bit", "space")
    assert page.tapped("written", "", desk()) is None
    assert kept.said == ["Old bit"]


def test_cancel_goes_back_to_the_page_before_and_says_nothing() -> None:
    kept, before = Kept(), WordsPage("Before", Kept())
    page = typed_on(WordsPage("What?", kept, before=before), *"dirt")
    assert page.tapped("unwritten", "", desk()) is before
    assert kept.said == []


def test_a_sentence_starts_with_a_capital_and_goes_on_small() -> None:
    page = WordsPage("What?", Kept())
    assert page.is_upper
    page = cast("WordsPage", typed_on(page, "D"))
    assert not page.is_upper
    page = cast("WordsPage", typed_on(page, "shift"))
    assert (page.is_upper, page.typed) == (True, "D")
    assert cast("WordsPage", typed_on(page, "back")).is_upper


@pytest.mark.parametrize(
    ("language", "letters"),
    [("en", "qwerty"), ("de", "qwertz"), ("fr", "azerty"), ("pl", "polish"), ("zh", "qwerty")],
)
def test_the_keys_stand_as_in_the_language(language: str, letters: str) -> None:
    body = WordsPage("What?", Kept()).draw(scene(language))[1]
    assert isinstance(body, WordsBody)
    assert body.text is not None
    assert body.text.letters == letters


def test_a_number_is_taken_only_when_it_is_one_and_accepted() -> None:
    kept = Kept()
    page = NumberPage("How many?", kept, accepts=lambda value: value <= 20)
    for keys in ((), ("-",), ("3", "0")):
        assert primary_of(typed_on(page, *keys))[0] == "waiting"
        assert typed_on(page, *keys).tapped("written", "", desk()) is not None
    assert kept.said == []
    assert typed_on(page, "1", ".", "5").tapped("written", "", desk()) is None
    assert kept.said == ["1.5"]


def test_a_pad_without_point_or_sign_takes_neither() -> None:
    page = NumberPage("How many?", Kept(), has_point=False)
    assert cast("NumberPage", typed_on(page, "1", ".", "sign", "2")).typed == "12"


KEYS = st.one_of(st.sampled_from(["back", "space", "shift"]), st.characters(max_codepoint=0x24F))


@given(keys=st.lists(KEYS, max_size=250))
def test_words_never_grow_too_long_nor_hold_two_spaces(keys: list[str]) -> None:
    typed = ""
    for key in keys:
        typed = typed_words(typed, key, most=MOST_CHARACTERS)
    assert len(typed) <= MOST_CHARACTERS
    assert "  " not in typed
    assert not typed.startswith(" ")
    assert typed.isprintable()


@given(keys=st.lists(st.sampled_from([*"0123456789.", "back", "sign"]), max_size=30))
def test_a_typed_number_is_a_number_or_the_start_of_one(keys: list[str]) -> None:
    typed = ""
    for key in keys:
        typed = typed_number(typed, key)
    unsigned = typed.removeprefix("-")
    assert not unsigned.startswith("00")
    assert unsigned.count(".") <= 1
    digits: Any = unsigned.replace(".", "")
    assert not digits or float(typed) is not None
