"""How the glossary learns: from what people type, and which case they then pick.

Who types "trq low" and picks a case that says "torque low" has told what "trq" stands for.  Said
over several cases, it takes effect; anyone may accept a proposal earlier, or remove a pair, and a
removed pair is never learned again.  Which word stands for which is a matter of counts alone: the
order in which people picked makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from memory.glossary import LONGEST, Glossary, Pair
from memory.glossary_shapes import is_abbreviation, is_misspelling, phrases_of_initials
from memory.porter import stem
from memory.records import Case  # noqa: TC001 - msgspec reads it
from memory.text import is_function_word, is_unspaced, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: A pair is proposed after this many different cases, and in force after that many …
PROPOSED_AFTER = 2
IN_FORCE_AFTER = 3
#: … if so large a share of the cases picked for the short word have the other one.
LEAST_SHARE = 0.6
#: A misspelling or an abbreviation is this much rarer than its word.
RARER = 2
#: What is kept: short words, cases for each, and letters and words read of a question and a case.
MOST_SHORTS = 5_000
MOST_CASES = 30
LONGEST_QUERY = 200
MOST_WORDS = 400


class State(StrEnum):
    """What holds of a pair."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REMOVED = "removed"


class Ruling(Struct, frozen=True):
    """What somebody said of a pair: a fact, which the next one about the pair supersedes.

    ``role`` is who said it, never a name; ``at_us`` is UTC in µs.
    """

    pair: Pair
    is_accepted: bool
    role: str
    at_us: int


class Entry(Struct, frozen=True):
    """A pair as it is reviewed.

    ``cases`` are those it was learned from, ``share`` (0 to 1) how many of the cases picked for
    the short word have the other one.  Without a ``ruling`` it is as it was learned.
    """

    pair: Pair
    state: State
    cases: tuple[str, ...] = ()
    share: float = 0.0
    ruling: Ruling | None = None


class Learned(Struct):
    """All that was learned and ruled, to be stored.

    ``picks`` has for each short word, by picked case, the words it may stand for; ``rulings`` the
    last word on each pair.
    """

    picks: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    rulings: dict[str, Ruling] = field(default_factory=dict)


class GlossaryLearner:
    """Learns one site's glossary; for one thread at a time."""

    def __init__(self, learned: Learned | None = None) -> None:
        self.learned = learned or Learned()

    def learn(
        self, query: str, picked: Case, *, count_of: Callable[[str], int] | None = None
    ) -> None:
        """Take note of which case was picked for a query.

        ``count_of`` says how many cases have a word (``Index.count_of``): what is no rarer than
        the word it resembles is a word of its own.
        """
        typed = words(query[:LONGEST_QUERY])
        written = words(picked.text)[:MOST_WORDS]
        known = {stem(word) for word in written}
        asked = {stem(word) for word in typed}
        missing = {word for word in typed if stem(word) not in known and _is_plain(word)}
        others = [word for word in written if stem(word) not in asked]
        for short in missing:
            meant = sorted(
                {w for w in _candidates(short, others) if _is_rarer(short, w, count_of)}
            )
            self._note(short, picked.case, tuple(meant))

    def rule(self, pairs: Iterable[Pair], *, is_accepted: bool, role: str, at_us: int) -> None:
        """Accept pairs, learned or new, or remove them; the later word on a pair holds."""
        for pair in pairs:
            ruling = Ruling(pair, is_accepted, role, at_us)
            name = f"{pair.short}\t{pair.word}"
            before = self.learned.rulings.get(name)
            if before is None or (before.at_us, before.is_accepted) <= (at_us, is_accepted):
                self.learned.rulings[name] = ruling

    def entries(self) -> tuple[Entry, ...]:
        """Every pair that was proposed, accepted or removed, in the order of the alphabet."""
        found = {entry.pair: entry for entry in self._learned_entries()}
        for ruling in self.learned.rulings.values():
            state = State.ACCEPTED if ruling.is_accepted else State.REMOVED
            seen = found.get(ruling.pair, Entry(ruling.pair, state))
            found[ruling.pair] = Entry(ruling.pair, state, seen.cases, seen.share, ruling)
        return tuple(found[pair] for pair in sorted(found))

    def glossary(self) -> Glossary:
        """What is in force now, to be published."""
        return Glossary(entry.pair for entry in self.entries() if entry.state is State.ACCEPTED)

    def _note(self, short: str, case_id: str, meant: tuple[str, ...]) -> None:
        picks = self.learned.picks
        cases = picks.setdefault(short, {})
        if len(cases) < MOST_CASES or case_id in cases:
            cases[case_id] = meant
        if len(picks) > MOST_SHORTS:
            del picks[min(picks, key=lambda known: (known == short, len(picks[known])))]

    def _learned_entries(self) -> list[Entry]:
        return [entry for short in self.learned.picks for entry in self._entries_of(short)]

    def _entries_of(self, short: str) -> list[Entry]:
        """The words a short one may stand for; only the likeliest is in force by itself."""
        picks = self.learned.picks[short]
        by_stems: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for case_id, meant in picks.items():
            for word in meant:
                key = " ".join(map(stem, word.split()))
                known = by_stems[key].get(case_id, word)
                by_stems[key][case_id] = min(known, word, key=lambda one: (len(one), one))
        likely = sorted(by_stems.values(), key=lambda cases: _likeliest_first(short, cases))
        entries = []
        for rank, cases in enumerate(likely):
            if len(cases) >= PROPOSED_AFTER:
                share = len(cases) / len(picks)
                is_sure = rank == 0 and len(cases) >= IN_FORCE_AFTER and share >= LEAST_SHARE
                state = State.ACCEPTED if is_sure else State.PROPOSED
                entries.append(Entry(_pair(short, cases), state, tuple(sorted(cases)), share))
        return entries


def _pair(short: str, cases: dict[str, str]) -> Pair:
    return Pair(short, min(cases.values(), key=lambda word: (len(word), word)))


def _likeliest_first(short: str, cases: dict[str, str]) -> tuple[int, int, str]:
    """In the most cases; of equals the one with the fewest letters left out."""
    word = _pair(short, cases).word
    return -len(cases), len(word), word


def _candidates(short: str, others: list[str]) -> list[str]:
    plain = [word for word in others if _is_plain(word)]
    alike = [word for word in plain if _is_alike(short, word)]
    return [*alike, *phrases_of_initials(short, others)]


@lru_cache(maxsize=65_536)
def _is_alike(short: str, word: str) -> bool:
    return is_misspelling(short, word) or is_abbreviation(short, word)


@lru_cache(maxsize=65_536)
def _is_plain(word: str) -> bool:
    """Whether a word can be short or misspelt: numbers, codes and function words cannot."""
    is_code = any(letter.isdigit() for letter in word)
    return not (is_code or is_unspaced(word) or is_function_word(word) or len(word) > LONGEST)


def _is_rarer(short: str, word: str, count_of: Callable[[str], int] | None) -> bool:
    if count_of is None:
        return True
    return RARER * count_of(short) <= min(count_of(part) for part in word.split())
