"""What the card shows: what was done before with its outcome, and the chips to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.whys import UNKNOWN
from memory.records import Expectation
from ui.presenters.card_words import (
    constraint_name,
    held_words,
    price_line,
    response_named,
    tradeoff_name,
)
from ui.presenters.phrases import Words, phrase
from ui.presenters.view_states import Body, TileView

if TYPE_CHECKING:
    from app.services.card import DraftCard
    from app.services.card_state import Advice, KnownResponse
    from memory.code_lists import Code
    from ui.presenters.card_left import LeftSide
    from ui.presenters.scene import Scene

#: That nothing is paid.
NO_PRICE = "none"
#: Chips of the right side: causes or prices, without "I do not know".
_MOST_CAUSES, _MOST_PRICES = 5, 4
#: Windows beside the usual one of the response.
_WINDOWS = (20, 50, 200)


@dataclass(frozen=True, slots=True)
class Choice:
    """One chip."""

    name: str
    words: Words
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class ResponseView:
    """Something that was done before; ``line`` says how often, when last and at what price.

    Without a ``name`` it only tells: nobody is advised to do it now.
    """

    name: str
    words: Words
    held: Words
    line: Words
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class CardBody(Body):
    """Three columns; each of ``rows`` is a question and its chips, ``said`` what was written.

    On a small panel ``left`` and the responses come first, then the chips.
    """

    left: LeftSide | None = None
    memory: Words = ""
    none_yet: Words = ""
    responses: tuple[ResponseView, ...] = ()
    more: tuple[TileView, ...] = ()
    title: Words = ""
    rows: tuple[tuple[Words, tuple[Choice, ...]], ...] = ()
    own_words: Choice | None = None
    said: Words = ""
    note: Words = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """Of the first question without an answer, else of the last, in reading order.

        So eight commands and keys are enough for all of them, one after the other.
        """
        responses = [one.name for one in self.responses] + [one.name for one in self.more]
        if responses and not any(one.is_chosen for one in self.responses):
            return tuple(name for name in responses if name)
        for _, chips in self.rows:
            if not any(chip.is_chosen for chip in chips):
                return tuple(chip.name for chip in chips)
        last = self.rows[-1][1] if self.rows else ()
        words = () if self.own_words is None else (self.own_words,)
        return tuple(chip.name for chip in (*last, *words))


def asked_rows(
    scene: Scene, about: str, draft: DraftCard, advice: Advice | None
) -> tuple[tuple[Words, tuple[Choice, ...]], ...]:
    """Each question with its chips: what limited, the price, the window."""
    lists = scene.state.card.lists
    causes = tuple(
        Choice(f"constraint:{code}", words, draft.constraint == code)
        for code, words in _causes(scene, about)
    )
    prices = tuple(
        Choice(f"tradeoff:{one.code}", tradeoff_name(scene, one), one.code in draft.tradeoffs)
        for one in _prices(lists.tradeoffs.offered, advice)
    )
    expected = _expected(scene, draft)
    windows = tuple(
        Choice(f"expect:{units}", str(units), is_it) for units, is_it in _windows(draft, expected)
    )
    return (
        (phrase("card/limited"), causes),
        (phrase("card/accepted"), prices),
        (phrase(f"card/expect_{_metric(expected)}"), windows),
    )


def shown_responses(
    scene: Scene, advice: Advice | None, draft: DraftCard
) -> tuple[ResponseView, ...]:
    """What was done before; what was taken from the list stands where it can be seen."""
    known = () if advice is None else advice.responses
    found = [_response(scene, one, draft.response) for one in known]
    codes = {one.response for one in known}
    if draft.response and draft.response not in codes:
        named = response_named(scene, draft.response)
        own = ResponseView(f"response:{draft.response}", named, "", phrase("card/no_case"), True)
        found = [own, *found[:2]]
    return tuple(found)


def why_none(advice: Advice | None) -> Words:
    """Why there is nothing that was done before."""
    return phrase("card/looking" if advice is None else "card/none_yet")


def watched_note(scene: Scene, draft: DraftCard) -> Words:
    """What is watched once it is saved."""
    expected = _expected(scene, draft)
    if expected is None:
        return ""
    units = draft.expected or str(expected.units)
    return phrase("card/watched", count=units)


def _causes(scene: Scene, about: str) -> list[tuple[str, Words]]:
    """The plant's causes of this kind, else what may limit anybody; then that nobody knows."""
    lists = scene.state.card.lists
    causes = lists.causes.get(about)
    if causes is None:
        offered = [one for one in lists.constraints.offered if one.code != UNKNOWN]
        found = [(one.code, constraint_name(scene, one)) for one in offered]
    else:
        found = [(one.code, constraint_name(scene, one)) for one in causes]
    return [*found[:_MOST_CAUSES], (UNKNOWN, phrase("cause/unknown"))]


def _prices(offered: tuple[Code, ...], advice: Advice | None) -> list[Code]:
    """What was paid in like cases first; "none" and "I do not know" are always there."""
    paid = [] if advice is None else [c for one in advice.responses for c in one.tradeoffs]
    last = [one for one in offered if one.code in (NO_PRICE, UNKNOWN)]
    first = sorted(
        (one for one in offered if one not in last),
        key=lambda one: paid.index(one.code) if one.code in paid else len(paid),
    )
    return [*first[:_MOST_PRICES], *last]


def _expected(scene: Scene, draft: DraftCard) -> Expectation | None:
    """What the response should bring; None while none is chosen, or nobody knows what to do."""
    response = scene.state.card.lists.responses.get(draft.response)
    return None if response is None else response.expectation or Expectation()


def _windows(draft: DraftCard, expected: Expectation | None) -> list[tuple[int, bool]]:
    """Three numbers of units; once a response is chosen its own one is filled in."""
    usual = 0 if expected is None else expected.units
    chosen = int(draft.expected or usual)
    units: tuple[int, ...] = _WINDOWS
    if usual and usual not in units:
        units = tuple(sorted((usual, *(one for one in units if one != _WINDOWS[0]))))
    return [(one, one == chosen) for one in units]


def _metric(expected: Expectation | None) -> str:
    return "escapes" if expected is not None and expected.metric == "escapes" else "repeats"


def _response(scene: Scene, one: KnownResponse, chosen: str) -> ResponseView:
    name = "" if one.barred else f"response:{one.response}"
    named = response_named(scene, one.response)
    is_chosen = one.response == chosen
    return ResponseView(name, named, held_words(one), price_line(scene, one), is_chosen)
