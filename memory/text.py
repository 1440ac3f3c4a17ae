"""What people typed, as words that can be compared.

A word is the same whatever its case, accents or width of letters.  English words are compared by
their stems; words of other languages as they are, since a wrong stem joins what differs.  Writing
without spaces (Chinese, Japanese, Thai) is cut into pairs of letters.  Numbers and codes stay
whole: "25,10 N·m" has the number 25.1, "0418-77231" is one word and can be found by its parts.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from memory.porter import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Thai, Lao, Burmese, Khmer; kana; Chinese characters and their rarer blocks.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
#: Signs of Indian scripts belong to their word, though they are no letters to Python.
_LETTER = rf"(?:[^\W_{_UNSPACED}]|[\u0300-\u036f\u0900-\u0dff])"
_UNITS = "nm|ncm|mm|cm|bar|mbar|kpa|mpa|kn|kg|ms|min|rpm|hz|kw"
_TOKEN = re.compile(
    rf"[{_UNSPACED}]+"
    rf"|\d+[.,]\d+(?![.,/]?\d)"  # a decimal number; what follows is its unit
    rf"|\d+(?=(?:{_UNITS})(?:\b|_))"
    rf"|{_LETTER}+(?:[-/_'’]{_LETTER}+|(?<=\d)[.,]\d{_LETTER}*)*",
    re.IGNORECASE,
)
_NEWTON_METRE = re.compile(r"\bN\s?[·⋅∙•*.]\s?m\b", re.IGNORECASE)
_DECIMAL = re.compile(r"(\d+)[.,](\d+)")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_SEPARATORS = re.compile(r"[-/_.,]")
_APOSTROPHE = re.compile(r"['’]")
#: What is no longer before an apostrophe, or between strokes, is a letter that stands for a word.
_LONGEST_ELISION = 2
#: Letters that no decomposition takes apart.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
#: No word is longer, in letters; what goes on without a space is no word.
LONGEST_WORD = 80
#: A part of a code is a word of its own from this length on.
_SHORTEST_PART = 3

ENGLISH_FUNCTION_WORDS = frozenset(
    """a an and are as at be been but by can did do does for from had has have if in into is it its
    no not of off on or out so than that the their them then there they this to too up was we were
    what when which while who why will with without you""".split()  # noqa: SIM905 - to be read
)
_OTHER_FUNCTION_WORDS = """
aber auf aus bei beim das dem den der des ein eine einen einer fur ist kein keine mit nach nicht
oder sich sind und vom von vor wird zu zum zur
au aux avec dans des du elle est et la le les pas pour que qui sans sur une
como con del el en esta hay las los muy para por se sin su una
alla che dal della di gli il nel nella per piu sono
ao com da do dos em foi na nao no os pela sem um uma
bez dla jest nie od przy sie w z za byl je ke ne po pri se ve
"""
#: Of German, French, Spanish, Italian, Portuguese, Polish and Czech, none an English word.
FOREIGN_FUNCTION_WORDS = frozenset(_OTHER_FUNCTION_WORDS.split()) - ENGLISH_FUNCTION_WORDS


class Token(Struct, frozen=True):
    """A word as it was typed, and the folded words it counts as: more than one for a code.

    ``foreign`` is how many of them speak for another language than English, less those that
    speak for it.
    """

    typed: str
    words: tuple[str, ...]
    foreign: int = 0


def fold(text: str) -> str:
    """Without case, accents and width: "Öl-Dichtung Ｍ８" is "ol-dichtung m8".

    Only accents go that Latin, Greek and Cyrillic put on their letters; the marks of other
    scripts make another letter of it.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN)
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFD", plain)
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", apart))


def tokens(text: str) -> list[Token]:
    """The words of a text, in its order."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    found = _TOKEN.findall(_NEWTON_METRE.sub("Nm", plain))
    return [_token(typed) if len(typed) <= LONGEST_WORD else _read(typed) for typed in found]


def words(text: str) -> list[str]:
    """The folded words of a text, in its order."""
    return [word for token in tokens(text) for word in token.words]


def terms(found: Sequence[Token]) -> list[str]:
    """What a text is found by: stems where it is English, else its folded words."""
    plain = [word for token in found for word in token.words]
    return [stem(word) for word in plain] if is_english(found) else plain


def is_english(found: Iterable[Token]) -> bool:
    """Whether a text is to be taken for English: unless more of it speaks for another language."""
    return sum(token.foreign for token in found) <= 0


def is_function_word(word: str) -> bool:
    """Whether a folded word says nothing about what happened."""
    return word in ENGLISH_FUNCTION_WORDS or word in FOREIGN_FUNCTION_WORDS


def is_unspaced(word: str) -> bool:
    """Whether a folded word is a piece of writing without spaces."""
    return _IS_UNSPACED.match(word) is not None


@lru_cache(maxsize=65_536)
def _token(typed: str) -> Token:
    return _read(typed)


def _read(typed: str) -> Token:
    # An accent that stands alone is none.
    found = tuple(word[:LONGEST_WORD] for word in _words_of(fold(typed)) if word)
    return Token(typed, found, sum(_foreign(typed, word) for word in found))


def _foreign(typed: str, word: str) -> int:
    if word in ENGLISH_FUNCTION_WORDS:
        return -1
    return int(word in FOREIGN_FUNCTION_WORDS or not typed.isascii())


def _words_of(folded: str) -> tuple[str, ...]:
    if is_unspaced(folded):
        return tuple(folded[i : i + 2] for i in range(max(1, len(folded) - 1)))
    decimal = _DECIMAL.fullmatch(folded)
    if decimal is not None:
        whole, fraction = decimal.groups()
        return (f"{whole}.{fraction}".rstrip("0").rstrip("."),)
    before, *after = _APOSTROPHE.split(folded)
    if after and len(before) <= _LONGEST_ELISION:  # l'outil
        return (before, *(word for part in after for word in _words_of(part)))
    parts = [part for part in _SEPARATORS.split("".join((before, *after))) if part]
    is_code = any(letter.isdigit() for letter in folded)
    if not is_code and max(map(len, parts), default=0) <= _LONGEST_ELISION:  # w/o
        return ("".join(parts),)
    if len(parts) == 1 or not is_code:
        return tuple(parts)
    longer = [part for part in parts if len(part) >= _SHORTEST_PART]
    return ("".join(parts), *longer)
