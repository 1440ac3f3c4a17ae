"""The one place where codes and facts become words in the screen's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.languages import spoken
from ui.presenters.numbers import local_number
from ui.presenters.phrases import Number, phrase
from ui.words_broadcast import BROADCAST
from ui.words_calibration import CALIBRATION
from ui.words_calm import CALM
from ui.words_card import CARD
from ui.words_compare import COMPARE
from ui.words_curves import CURVES
from ui.words_defects import DEFECTS
from ui.words_elsewhere import ELSEWHERE
from ui.words_evidence import EVIDENCE
from ui.words_flow import FLOW
from ui.words_forms import FORMS
from ui.words_handover import HANDOVER
from ui.words_input import INPUT
from ui.words_inspection import INSPECTION
from ui.words_languages import LANGUAGES
from ui.words_line import LINE
from ui.words_material import MATERIAL
from ui.words_people import PEOPLE
from ui.words_quality import QUALITY
from ui.words_records import RECORDS
from ui.words_refusals import REFUSALS
from ui.words_screens import SCREENS
from ui.words_settings import SETTINGS
from ui.words_spc import SPC
from ui.words_steps import STEPS
from ui.words_waiting import WAITING
from ui.words_widgets import WIDGETS

if TYPE_CHECKING:
    from ui.presenters.phrases import Words
    from ui.theme.tokens import ShownState

CONTEXT = "station"
WORDS: dict[str, str] = (
    SCREENS
    | REFUSALS
    | WIDGETS
    | CALM
    | CARD
    | STEPS
    | SPC
    | CURVES
    | DEFECTS
    | LANGUAGES
    | INPUT
    | PEOPLE
    | SETTINGS
    | RECORDS
    | LINE
    | HANDOVER
    | FLOW
    | QUALITY
    | MATERIAL
    | INSPECTION
    | EVIDENCE
    | COMPARE
    | WAITING
    | CALIBRATION
    | BROADCAST
    | ELSEWHERE
    | FORMS
)
_FALLBACK = {"headline": "refused/headline", "why": "refused/why"}


class _Facts(dict[str, str]):
    """A sentence with a fact missing still has to be said."""

    def __missing__(self, name: str) -> str:
        return "–"


def state_word(state: ShownState) -> str:
    """The one word of a state; the screen says more where it knows more."""
    return say(phrase(f"state/{state}"))


def say(words: Words) -> str:
    """``words`` as text.  A key nobody wrote words for is said as its code, never hidden."""
    if isinstance(words, str):
        return local_number(words, spoken()) if isinstance(words, Number) else words
    facts = _Facts({name: say(value) for name, value in words.facts.items()})
    template = WORDS.get(words.key)
    if template is None:
        code, _, part = words.key.rpartition("/")
        template = WORDS.get(_FALLBACK.get(part, ""), words.key)
        facts["code"] = code
    return QCoreApplication.translate(CONTEXT, template).format_map(facts)
