"""Pages on which somebody types: their own words, or one number.

A feature opens one with what is asked and ``then``, which takes what was typed and answers with
the page that comes next (None closes)::

    WordsPage(phrase("note/title"), then=lambda words, desk: self.noted(words, desk), before=self)

Cancel goes back to ``before``.  Nothing is recorded by the page itself.  The number arrives as it
was typed, a valid :class:`~decimal.Decimal` with a point.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from ui.presenters.phrases import Words, phrase
from ui.presenters.scene import Desk, Page
from ui.presenters.text_pad import TextPadView, letters_of
from ui.presenters.typed import typed_number, typed_words
from ui.presenters.view_states import Action, ActionsView, Body, PadView

if TYPE_CHECKING:
    from ui.presenters.scene import Parts, Scene

Then: TypeAlias = Callable[[str, Desk], Page | None]

MOST_CHARACTERS = 160
_CANCEL = Action("unwritten", phrase("do_it/cancel"), "x-bold")
_KEEP = phrase("do_it/keep_words")
_HINT = phrase("words/hint")
_TAKE = phrase("do_it/take_number")


@dataclass(frozen=True, slots=True)
class WordsBody(Body):
    """A question and the keyboard for its answer: letters or digits, one of both."""

    title: Words
    line: Words
    text: TextPadView | None = None
    number: PadView | None = None


@dataclass(frozen=True, slots=True)
class WordsPage(Page):
    """Own words; ``hint`` is shown while there are none, ``least`` characters are enough."""

    verbs: ClassVar[frozenset[str]] = frozenset({"key", "written", "unwritten"})
    stays: ClassVar[bool] = True
    title: Words
    then: Then
    line: Words = ""
    hint: Words = _HINT
    keep: Words = _KEEP
    before: Page | None = None
    face: str = "words"
    least: int = 3
    typed: str = ""
    is_upper: bool = True

    def draw(self, scene: Scene) -> Parts:
        view = TextPadView(self.typed, self.hint, self.is_upper, letters_of(scene.language))
        is_enough = len(self.typed.strip()) >= self.least
        kind = "primary" if is_enough else "waiting"
        keep = Action("primary", self.keep, "check-bold", kind, "written")
        body = WordsBody(self.title, self.line, text=view)
        return self.face, body, ActionsView((_CANCEL,), keep)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        match verb:
            case "written":
                return self.then(self.typed.strip(), desk)
            case "unwritten":
                return self.before
            case _ if argument == "shift":
                return replace(self, is_upper=not self.is_upper)
            case _:
                typed = typed_words(self.typed, argument, most=MOST_CHARACTERS)
                return replace(self, typed=typed, is_upper=not typed)

    def seen(self, scene: Scene) -> Page | None:
        """What it is asked for may be over meanwhile."""
        is_over = self.before is not None and self.before.seen(scene) is None
        return None if is_over else self


@dataclass(frozen=True, slots=True)
class NumberPage(Page):
    """One number; ``limits`` are shown beside it, and ``accepts`` says which are taken."""

    verbs: ClassVar[frozenset[str]] = frozenset({"key", "written", "unwritten"})
    title: Words
    then: Then
    line: Words = ""
    unit: str = ""
    limits: Words = ""
    keep: Words = _TAKE
    before: Page | None = None
    face: str = "number"
    has_sign: bool = False
    has_point: bool = True
    accepts: Callable[[Decimal], bool] = lambda _value: True
    typed: str = ""

    def draw(self, scene: Scene) -> Parts:  # noqa: ARG002
        pad = PadView(
            self.typed,
            unit=self.unit,
            limits=self.limits,
            has_sign=self.has_sign,
            has_point=self.has_point,
        )
        kind = "primary" if self._is_good() else "waiting"
        take = Action("primary", self.keep, "check-bold", kind, "written")
        body = WordsBody(self.title, self.line, number=pad)
        return self.face, body, ActionsView((_CANCEL,), take)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        match verb:
            case "written":
                return self.then(self.typed, desk) if self._is_good() else self
            case "unwritten":
                return self.before
            case _:
                is_allowed = argument not in self._keys_away()
                return (
                    replace(self, typed=typed_number(self.typed, argument)) if is_allowed else self
                )

    def _keys_away(self) -> frozenset[str]:
        """The keys that do not stand on this pad, should a real keyboard press them."""
        away = {"sign": self.has_sign, ".": self.has_point}
        return frozenset(key for key, is_there in away.items() if not is_there)

    def _is_good(self) -> bool:
        try:
            return self.accepts(Decimal(self.typed))
        except InvalidOperation:
            return False
