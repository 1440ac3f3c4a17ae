"""Porter's stemmer for English words ("An algorithm for suffix stripping", Program 14/3, 1980).

With the two departures of his own later program: "-bli" becomes "-ble", "-logi" becomes "-log".
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

_VOWELS = frozenset("aeiou")
#: Shorter words have no suffix.
_SHORTEST = 3
_STEP_2 = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
    ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
    ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ("logi", "log"),
)  # fmt: skip
_STEP_3 = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"),
    ("ful", ""), ("ness", ""),
)  # fmt: skip
_STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip
_LONGEST_FIRST = sorted(_STEP_4, key=len, reverse=True)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a lower-case word of the letters a to z; anything else comes back as it is."""
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return word
    word = _first_step(word)
    word = _replaced(word, _STEP_2)
    word = _replaced(word, _STEP_3)
    word = _fourth_step(word)
    return _last_step(word)


def _is_consonant(word: str, place: int) -> bool:
    letter = word[place]
    if letter == "y":
        return place == 0 or not _is_consonant(word, place - 1)
    return letter not in _VOWELS


def _measure(part: str) -> int:
    """How often a run of vowels is followed by one of consonants: Porter's m."""
    shape = [_is_consonant(part, place) for place in range(len(part))]
    return sum(late and not early for early, late in pairwise(shape))


def _has_vowel(part: str) -> bool:
    return not all(_is_consonant(part, place) for place in range(len(part)))


def _ends_double(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _is_consonant(word, len(word) - 1)


def _ends_cvc(word: str) -> bool:
    """Consonant, vowel, consonant, where the last is none of w, x, y: "hop", not "snow"."""
    if len(word) < _SHORTEST or word[-1] in "wxy":
        return False
    last = len(word) - 1
    shape = [_is_consonant(word, place) for place in (last - 2, last - 1, last)]
    return shape == [True, False, True]


def _first_step(word: str) -> str:
    word = _without_plural(word)
    word = _without_tense(word)
    if word.endswith("y") and _has_vowel(word[:-1]):
        return word[:-1] + "i"
    return word


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _without_tense(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for suffix in ("ed", "ing"):
        if word.endswith(suffix):
            part = word[: -len(suffix)]
            return _mended(part) if _has_vowel(part) else word
    return word


def _mended(part: str) -> str:
    """What "-ed" and "-ing" left, as the word is written without them."""
    if part.endswith(("at", "bl", "iz")):
        return part + "e"
    if _ends_double(part) and part[-1] not in "lsz":
        return part[:-1]
    if _measure(part) == 1 and _ends_cvc(part):
        return part + "e"
    return part


def _replaced(word: str, table: tuple[tuple[str, str], ...]) -> str:
    """With the longest suffix of the table replaced, where enough of the word is before it."""
    fitting = [pair for pair in table if word.endswith(pair[0])]
    if not fitting:
        return word
    suffix, instead = max(fitting, key=lambda pair: len(pair[0]))
    part = word[: -len(suffix)]
    return part + instead if _measure(part) > 0 else word


def _fourth_step(word: str) -> str:
    for suffix in _LONGEST_FIRST:
        if word.endswith(suffix):
            part = word[: -len(suffix)]
            may_go = suffix != "ion" or part.endswith(("s", "t"))
            return part if may_go and _measure(part) > 1 else word
    return word


def _last_step(word: str) -> str:
    if word.endswith("e"):
        part = word[:-1]
        if _measure(part) > 1 or (_measure(part) == 1 and not _ends_cvc(part)):
            word = part
    if word.endswith("ll") and _measure(word) > 1:
        return word[:-1]
    return word
