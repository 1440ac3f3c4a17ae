"""Lets a handover be said in other words only as long as it says the same.

Whatever rewords the template gets nothing past this: every number, name, code, state, negation
and relation of an item's own sentence must be there, in that order and no other; the words
between them come from the sentence or from a short list that carries no meaning; each item is
there once, with its own records, in its own place.  One objection, and the template is shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from app.domain.handover_sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.line_events import HandoverItem

#: Words that may come and go: without them the sentence says the same.
FILLERS = frozenset({"the", "a", "an", "is", "are", "was", "were", "has", "have", "there", "it"})
#: Words of which each counts, beside everything that comes from the facts.
_TELLING = frozenset(
    {
        # states
        "ok", "nok", "good", "bad", "scrap", "rework", "reworked", "hold", "held", "released",
        "open", "closed", "done", "finished", "watched", "stands", "still", "stopped", "running",
        "low", "expires", "expired", "due", "overdue", "late", "begun",
        "provable", "bypassed", "active", "left", "asked", "answered", "heard", "calls", "safety",
        "promise", "chance", "work", "repeat", "ends", "decided", "decisions", "first",
        # negations
        "no", "not", "none", "never", "nobody", "nothing", "without", "cannot", "yet", "too",
        # relations
        "before", "after", "since", "until", "by", "from", "to", "of", "for", "at", "on", "in",
        "with", "and", "or", "but", "least", "most", "more", "less", "fewer", "few", "than",
        "over", "under", "above", "below", "between", "times", "min", "units",
    }
)  # fmt: skip
_TOKEN = re.compile(r"[^\W_]+(?:[-_./:,'’%][^\W_]+)*|[%+−–<>=≤≥±°-]")
_STOPS = frozenset(" .,;")
#: These only part words; any other sign can be all that tells a question, or an inequality.
_PARTING = _STOPS | frozenset(":()'’")
#: An item that says more than this was not reworded.
_LONGEST = 2_000


class Said(Struct, frozen=True, forbid_unknown_fields=True):
    """One item in other words, with the records it rests on."""

    item: str
    text: str
    events: tuple[str, ...] = ()


def objections(said: Sequence[Said], items: Sequence[HandoverItem]) -> tuple[str, ...]:
    """Why these words may not stand for these items; empty when they may."""
    if [one.item for one in said] != [item.item for item in items]:
        return _missing_or_new(said, items)
    found = [_objection(one, item) for one, item in zip(said, items, strict=True)]
    return tuple(why for why in found if why)


def _missing_or_new(said: Sequence[Said], items: Sequence[HandoverItem]) -> tuple[str, ...]:
    given, wanted = [one.item for one in said], [item.item for item in items]
    found = [f"{name} is missing" for name in wanted if name not in given]
    found += [f"{name} is no item of the draft" for name in given if name not in wanted]
    return tuple(found) or ("items are repeated or in another order",)


def _objection(said: Said, item: HandoverItem) -> str:
    if said.events != item.events:
        return f"{item.item} cites other records than its own"
    if len(said.text) > _LONGEST:
        return f"{item.item} is too long"
    own, new = _tokens(sentence(item)), _tokens(said.text)
    told = _telling_of(item)
    if [word for word in own if word in told] != [word for word in new if word in told]:
        return f"{item.item} changes what is told"
    signs = {letter for letter in said.text if not letter.isalnum()}
    if signs - set(sentence(item)) - _STOPS or _signs(said.text) != _signs(sentence(item)):
        return f"{item.item} has signs of its own"
    strange = [word for word in new if word not in own and word not in FILLERS]
    if strange:
        return f"{item.item} says something new: {strange[0]}"
    return ""


def _telling_of(item: HandoverItem) -> frozenset[str]:
    """All that may be neither left out nor moved: of the facts every word, fillers too."""
    own = frozenset(word for fact in item.facts.values() for word in _tokens(fact))
    numbers = frozenset(word for word in _tokens(sentence(item)) if not word.isalpha())
    return own | numbers | _TELLING


def _signs(text: str) -> list[str]:
    """Those that mean something, as they follow each other."""
    return [
        letter
        for letter in text
        if not (letter.isalnum() or letter.isspace() or letter in _PARTING)
    ]


def _tokens(text: str) -> list[str]:
    """Words, numbers, codes and signs; case and stops between sentences say nothing."""
    return [token.casefold() for token in _TOKEN.findall(text)]
