"""The cases nearest to a situation, by their words or by what they have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from memory.records import Case

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memory.scopes import Context
    from memory.search import Hit

#: More neighbours bring in other things; fewer make one case a quarter of the answer.
NEAREST = 20
#: Under a third of what is asked for in common, it is another thing.
LEAST_LIKENESS = 1 / 3
#: The same place is no likeness by itself: all of it in common counts as half of the words would,
#: and what is known of fewer than three things says little.
SAME_PLACE = 0.5
LEAST_ASKED = 3
#: What a case and a situation may share that says they are alike; orders and lots do not.
ALIKE_IN = ("kind", "station", "step", "part", "tool", "program", "product", "family")


class Like(Struct, frozen=True):
    """A case, how like it is (0 to 1), and the words or things both have."""

    case: Case
    likeness: float
    why: tuple[str, ...] = ()


def by_words(hits: Iterable[Hit]) -> list[Like]:
    """From a search: how much of the question the case has."""
    return [Like(hit.case, hit.coverage, hit.why) for hit in hits]


def by_context(key: str, context: Context, cases: Iterable[Case]) -> list[Like]:
    """From what is the same: a repeat is wholly alike, others half by the share of what is asked.

    What may be shared is :data:`ALIKE_IN`.
    """
    asked = {kind: context[kind] for kind in ALIKE_IN if kind in context}
    found = []
    for case in cases:
        shared = [value for kind, value in asked.items() if case.context.get(kind) == value]
        is_repeat = bool(key) and case.key == key
        if is_repeat or shared:
            share = len(shared) / max(len(asked), LEAST_ASKED)
            likeness = 1.0 if is_repeat else SAME_PLACE * share
            found.append(Like(case, likeness, tuple(shared)))
    return found


def nearest(likes: Iterable[Like], *, but: str = "") -> tuple[Like, ...]:
    """Each case once; what was found by words and by place is more alike than by either.

    ``but`` is the case at hand itself.  The newer of two equal ones comes first, then the smaller
    id: the same everywhere.
    """
    found: dict[str, Like] = {}
    for like in likes:
        name = like.case.case
        if name != but:
            other = found.get(name)
            found[name] = like if other is None else _both(like, other)
    near = [like for like in found.values() if like.likeness >= LEAST_LIKENESS]
    ordered = sorted(near, key=lambda x: (-x.likeness, -x.case.at_us, x.case.case))
    return tuple(ordered[:NEAREST])


def _both(one: Like, other: Like) -> Like:
    """Unlike only as far as it is in both ways."""
    why = tuple(sorted({*one.why, *other.why}))
    return Like(one.case, 1 - (1 - one.likeness) * (1 - other.likeness), why)
