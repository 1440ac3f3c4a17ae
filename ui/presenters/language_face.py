"""Choosing a language, for who is not signed in; for who is, the plant knows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.domain.languages import SCREEN_LANGUAGES, first_spoken
from app.domain.rights import ROLES
from ui.presenters.phrases import Phrase, phrase
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, TilesBody, TileView

if TYPE_CHECKING:
    from app.domain.instructions import Text
    from app.domain.plant import Person
    from ui.presenters.phrases import Words
    from ui.presenters.scene import Parts, Scene

#: Each in its own words: who cannot read the others finds it.
NAMES: dict[str, str] = {
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "pl": "Polski",
    "zh": "中文",
}
LANGUAGE = Action("languages", phrase("do_it/language"), "translate-bold")


@dataclass(frozen=True, slots=True)
class LanguagePage(Page):
    """A tile a language.  The presenter changes it: it outlives this page."""

    verbs: ClassVar[frozenset[str]] = frozenset()
    is_for_all: ClassVar[bool] = True

    def draw(self, scene: Scene) -> Parts:
        tiles = tuple(
            TileView(f"speak:{tag}", NAMES[tag], _icon(tag, scene)) for tag in SCREEN_LANGUAGES
        )
        back = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
        body = TilesBody(phrase("language/title"), phrase("language/line"), tiles)
        return "language", body, ActionsView((back,))


def language_of(person: Person | None, *, picked: str, configured: str) -> str:
    """The person's first language the screen speaks; nobody's is the one picked on the glass."""
    if person is None:
        return picked or configured
    return first_spoken(person.languages) or configured


def role_words(role: str) -> Words:
    """A role as people say it; one of the plant's own as the plant named it."""
    return Phrase(f"role/{role}") if role in ROLES else role


def text_note(scene: Scene, text: Text) -> Words:
    """Says so when an instruction does not exist in the language of the screen."""
    if not text or scene.language in text:
        return ""
    shown = "en" if "en" in text else next(iter(text))
    return phrase("language/text_in", language=NAMES.get(shown, shown))


def _icon(tag: str, scene: Scene) -> str:
    return "check-circle-bold" if tag == scene.language else "translate-bold"
