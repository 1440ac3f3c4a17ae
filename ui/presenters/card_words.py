"""What constraints, responses and prices are called, and what is known of a response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.whys import OTHER
from memory.code_lists import CONSTRAINTS, RESPONSES, TRADEOFFS
from ui.presenters.named import cause_named, is_our_cause
from ui.presenters.phrases import Words, phrase

if TYPE_CHECKING:
    from app.domain.memory_documents import KnownDecision
    from app.domain.whys import Cause
    from app.services.card_state import KnownResponse
    from memory.code_lists import Code
    from ui.presenters.scene import Scene

_OURS = {
    "constraint": frozenset(one.code for one in CONSTRAINTS.codes),
    "response": frozenset(one.code for one in RESPONSES.codes) | {"unknown"},
    "tradeoff": frozenset(one.code for one in TRADEOFFS.codes),
}


def constraint_name(scene: Scene, one: Code | Cause) -> Words:
    """The plant's word, else ours, else the code itself."""
    return scene.text(one.text) or _own_constraint(scene, one.code)


def constraint_named(scene: Scene, code: str, words: str | None = None) -> Words:
    """The constraint with this code, from whichever list has it; own words as they are."""
    if code == OTHER and words:
        return words
    found = scene.state.card.lists.constraints.get(code)
    if found is not None and found.text:
        return constraint_name(scene, found)
    return _own_constraint(scene, code)


def response_named(scene: Scene, code: str) -> Words:
    """As :func:`constraint_named`."""
    found = scene.state.card.lists.responses.get(code)
    return (scene.text(found.text) if found is not None else "") or _ours("response", code)


def tradeoff_name(scene: Scene, one: Code) -> Words:
    """As :func:`constraint_name`."""
    return scene.text(one.text) or _ours("tradeoff", one.code)


def tradeoff_named(scene: Scene, code: str) -> Words:
    """As :func:`constraint_named`."""
    found = scene.state.card.lists.tradeoffs.get(code)
    return _ours("tradeoff", code) if found is None else tradeoff_name(scene, found)


def held_words(one: KnownResponse) -> Words:
    """How often it held; honestly so when that says little."""
    if one.barred:
        return phrase(f"card/{one.barred}")
    closed = one.held + one.failed
    if not closed:
        return phrase("card/not_known")
    return phrase("card/held_in", count=str(one.held), total=str(closed))


def price_line(scene: Scene, one: KnownResponse) -> Words:
    """Too few to tell, when last, and what it cost."""
    if one.rolled_into is not None:
        return phrase("card/in_instruction", revision=one.rolled_into[:12])
    last = scene.day(scene.at(one.last_us).date())
    line = phrase("card/last" if one.is_enough else "card/few_last", time=last)
    if not one.tradeoffs or one.tradeoffs == ("none",):
        return line
    return phrase("card/at_price", line=line, price=tradeoff_named(scene, one.tradeoffs[0]))


def outcome_words(told: KnownDecision) -> Words:
    """What came of a decision, by the figures it rests on."""
    units = str(round(told.observed.get("units", told.expectation.units)))
    return phrase(f"outcome/{told.outcome}", count=units)


def told_words(scene: Scene) -> Words:
    """The outcome of a decision of this station that came back last; "" without one."""
    told = scene.state.card.told
    if not told:
        return ""
    response = response_named(scene, told[-1].response)
    return phrase("card/told", response=response, outcome=outcome_words(told[-1]))


def _own_constraint(scene: Scene, code: str) -> Words:
    return _ours("constraint", code) if not is_our_cause(scene, code) else cause_named(scene, code)


def _ours(kind: str, code: str) -> Words:
    return phrase(f"{kind}/{code}") if code in _OURS[kind] else code
