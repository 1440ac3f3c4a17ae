"""How well the lists of codes fit what people mean, and what they lack.

Disagreement is counted between shifts, never between persons: nobody is compared with anybody.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from itertools import combinations
from statistics import median, quantiles
from typing import TYPE_CHECKING

from msgspec import Struct

from analysis.proportions import wilson
from memory.code_lists import OTHER, UNKNOWN, Code, CodeList
from memory.text import fold, words
from memory.trigrams import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Chosen faster than it can be read.
HURRIED_S = 1.5
#: The card has four rows in 20 seconds; one row that takes longer is searched.
SLOW_S = 5.0
#: Surely more than one in ten find nothing that fits.
MOST_OTHER = 0.10
#: Two shifts that name one thing differently in two of five comparisons name it by chance.
MOST_DISAGREEMENT = 0.4
LEAST_CHOICES = 30
#: A text is worth a code when so many wrote it, in more than one shift.
LEAST_TEXTS = 5
LEAST_SHIFTS = 2
#: Two spellings of one thing share half of their pieces (memory.trigrams).
SAME_TEXT = 0.5
#: The newest: each is compared with each, a second's work.
MOST_TEXTS = 1_000
MOST_EXAMPLES = 5
MOST_CONFUSED = 5


class Choice(Struct, frozen=True, kw_only=True):
    """One answer on a card: ``code``, or "other" with ``text``; ``seconds`` until it was given.

    ``key`` says what cases are alike, ``shift`` when (date and shift); ``at_us`` is UTC in µs.
    """

    code: str
    key: str
    shift: str
    at_us: int
    seconds: float
    text: str = ""


class ListHealth(Struct, frozen=True, kw_only=True):
    """How a list does; ``due`` says why somebody should look: "other", "slow", "disagreement".

    ``other_low`` and ``other_high`` bound the share of "other" (95 %).  ``disagreement`` is the
    chance that two shifts name a like case differently, ``None`` where nothing can be compared;
    ``confused`` the pairs of codes that do most of it.  Times are in seconds.
    """

    choices: int
    other: int
    other_low: float
    other_high: float
    median_s: float
    p90_s: float
    hurried: int
    unknown: int
    disagreement: float | None
    confused: tuple[tuple[str, str], ...]
    unused: tuple[str, ...]
    due: tuple[str, ...]


class Proposal(Struct, frozen=True, kw_only=True):
    """A text that keeps coming, for a role to approve as a code; ``like`` is one it may mean."""

    text: str
    count: int
    shifts: int
    first_us: int
    last_us: int
    examples: tuple[str, ...]
    like: str | None = None


def health(codes: CodeList, choices: Sequence[Choice]) -> ListHealth:
    """What the choices say of the list; with fewer than 30 nothing is due."""
    others = sum(choice.code == OTHER for choice in choices)
    low, high = wilson(others, len(choices))
    seconds = [choice.seconds for choice in choices]
    middle = median(seconds) if seconds else 0.0
    share, confused = _disagreement(choices)
    reasons = {
        "other": low > MOST_OTHER,
        "slow": middle > SLOW_S,
        "disagreement": share is not None and share > MOST_DISAGREEMENT,
    }
    is_known = len(choices) >= LEAST_CHOICES
    used = {choice.code for choice in choices}
    return ListHealth(
        choices=len(choices),
        other=others,
        other_low=low,
        other_high=high,
        median_s=middle,
        p90_s=quantiles(seconds, n=10)[-1] if len(seconds) > 1 else middle,
        hurried=sum(choice.seconds < HURRIED_S for choice in choices),
        unknown=sum(choice.code == UNKNOWN for choice in choices),
        disagreement=share,
        confused=confused,
        unused=tuple(one.code for one in codes.offered if one.code not in used | {UNKNOWN}),
        due=tuple(reason for reason, is_due in reasons.items() if is_due and is_known),
    )


def proposals(codes: CodeList, choices: Iterable[Choice]) -> tuple[Proposal, ...]:
    """Texts under "other" that mean one thing and keep coming, the most frequent first."""
    written = [choice for choice in choices if choice.code == OTHER and words(choice.text)]
    newest = sorted(written, key=lambda choice: (-choice.at_us, choice.text))[:MOST_TEXTS]
    found = [_proposal(codes, group) for group in _groups(newest)]
    worthy = [one for one in found if one.count >= LEAST_TEXTS and one.shifts >= LEAST_SHIFTS]
    return tuple(sorted(worthy, key=lambda one: (-one.count, one.text)))


def proposed_code(proposal: Proposal, language: str) -> Code:
    """The proposal as a code; a response still needs its kind, and all need an approval."""
    plain = re.sub(r"[^a-z0-9]+", "_", fold(proposal.text)).strip("_")[:40].rstrip("_")
    if not plain[:1].isalpha():
        plain = "code_" + hashlib.sha256(proposal.text.encode()).hexdigest()[:8]
    return Code(code=plain, text={language: proposal.text})


def _disagreement(
    choices: Iterable[Choice],
) -> tuple[float | None, tuple[tuple[str, str], ...]]:
    """Each key weighs by its choices, so that one frequent thing does not drown the others."""
    by_key: dict[str, list[Choice]] = {}
    for choice in choices:
        if choice.code != UNKNOWN:
            by_key.setdefault(choice.key, []).append(choice)
    weight, apart = 0, 0.0
    confused: Counter[tuple[str, str]] = Counter()
    for mine in by_key.values():
        pairs, differing = _pairs_between_shifts(mine)
        if pairs:
            weight += len(mine)
            apart += len(mine) * differing.total() / pairs
            confused += differing
    most = sorted(confused, key=lambda pair: (-confused[pair], pair))[:MOST_CONFUSED]
    return (apart / weight if weight else None), tuple(most)


def _pairs_between_shifts(choices: Sequence[Choice]) -> tuple[int, Counter[tuple[str, str]]]:
    """All pairs of choices of two shifts, and those of them that differ."""
    codes = Counter(choice.code for choice in choices)
    shifts = Counter(choice.shift for choice in choices)
    both = Counter((choice.shift, choice.code) for choice in choices)
    pairs = _squares_apart(len(choices), shifts.values())
    differing: Counter[tuple[str, str]] = Counter()
    for one, other in combinations(sorted(codes), 2):
        inside = sum(both[shift, one] * both[shift, other] for shift in shifts)
        if count := codes[one] * codes[other] - inside:
            differing[one, other] = count
    return pairs, differing


def _squares_apart(total: int, parts: Iterable[int]) -> int:
    """How many pairs lie in two parts."""
    return (total * total - sum(part * part for part in parts)) // 2


def _groups(choices: Sequence[Choice]) -> list[list[Choice]]:
    """Each text goes to the most frequent one it is spelt like; the order says nothing."""
    by_text: dict[str, list[Choice]] = {}
    for choice in choices:
        by_text.setdefault(" ".join(words(choice.text)), []).append(choice)
    groups: dict[str, list[Choice]] = {}
    spelt = {text: pieces(text.split()) for text in by_text}
    for text in sorted(by_text, key=lambda text: (-len(by_text[text]), text)):
        alike = {leader: _alike(spelt[text], spelt[leader]) for leader in groups}
        leader = max(alike, key=lambda other: (alike[other], other), default="")
        if leader and alike[leader] >= SAME_TEXT:
            groups[leader] += by_text[text]
        else:
            groups[text] = list(by_text[text])
    return list(groups.values())


def _proposal(codes: CodeList, group: Sequence[Choice]) -> Proposal:
    spellings = Counter(choice.text.strip() for choice in group)
    ordered = sorted(spellings, key=lambda text: (-spellings[text], text))
    return Proposal(
        text=ordered[0],
        count=len(group),
        shifts=len({choice.shift for choice in group}),
        first_us=min(choice.at_us for choice in group),
        last_us=max(choice.at_us for choice in group),
        examples=tuple(ordered[:MOST_EXAMPLES]),
        like=_code_like(codes, ordered[0]),
    )


def _code_like(codes: CodeList, text: str) -> str | None:
    """The offered code whose name or words in any language are spelt like the text."""
    asked = pieces(words(text))
    best, share = None, SAME_TEXT
    for code in codes.offered:
        for name in (code.code.replace("_", " "), *code.text.values()):
            if (found := _alike(pieces(words(name)), asked)) >= share:
                best, share = code.code, found
    return best


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's index; both have pieces."""
    return len(one & other) / len(one | other)
