"""The site's glossary: short or misspelt words, and the word each stands for.

A glossary is a value: what is published, with a version that is the digest of its pairs, so that
station and server can tell whether they expand alike.  Nothing about it depends on order.  How it
learns stands in ``memory/glossary_learning.py``.
"""

from __future__ import annotations

import csv
import hashlib
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from memory.porter import stem
from memory.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The longest either side of a pair may be, in letters.
LONGEST = 80
#: So many pairs a glossary may have.
MOST_PAIRS = 20_000
_MOST_STEPS = 4
_HEADING = ("short", "word")


class Pair(Struct, frozen=True, order=True):
    """``short`` stands for ``word``, which may be several words; both as people write them."""

    short: str
    word: str


class LineError(Struct, frozen=True):
    """What is wrong with one line of a glossary file, counted from 1."""

    line: int
    message: str


class GlossaryFileError(Exception):
    """The file was not read; ``errors`` names every line that has to change."""

    def __init__(self, errors: tuple[LineError, ...]) -> None:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        super().__init__(f"line {errors[0].line}: {errors[0].message}{more}")
        self.errors = errors


class Glossary:
    """What is in force; immutable."""

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self.pairs = tuple(sorted(set(pairs)))
        self._stands_for: dict[str, tuple[str, ...]] = {}
        read = [(words(pair.short), tuple(words(pair.word))) for pair in self.pairs]
        # A pair that says nothing ("torque, Torque") is no harm.
        telling = [
            (short[0], meant)
            for short, meant in read
            if len(short) == 1 and meant and meant != tuple(short)
        ]
        for short, meant in telling:
            self._stands_for[short] = (*self._stands_for.get(short, ()), *meant)
        #: By the first of the stems that a short word stands for: all of them, and the word.
        self._shorts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for short, meant in telling:
            stems = tuple(stem(word) for word in self.expand(meant))
            self._shorts.setdefault(stems[0], []).append((stems, short))

    @property
    def version(self) -> str:
        """The same for the same pairs, 16 hexadecimal digits."""
        digest = hashlib.blake2b(msgspec.json.encode(self.pairs), digest_size=8)
        return digest.hexdigest()

    def meaning(self, word: str) -> tuple[str, ...]:
        """The folded words a folded word stands for: itself, if none is known.

        A short word may stand for another one; that is followed a few steps, never in a circle.
        """
        meant = [word]
        seen: set[str] = set()
        for _ in range(_MOST_STEPS):
            fresh = self._stands_for.keys() & set(meant) - seen
            if not fresh:
                break
            seen |= fresh
            followed = (self._stands_for[one] if one in fresh else (one,) for one in meant)
            meant = [word for several in followed for word in several]
        return tuple(dict.fromkeys(meant))

    def expand(self, folded: Iterable[str]) -> list[str]:
        """Folded words with every short one replaced; each word once, in the order given."""
        return list(dict.fromkeys(meant for word in folded for meant in self.meaning(word)))

    def spellings(self, expanded: Iterable[str]) -> list[tuple[str, ...]]:
        """For each word, all the terms it may be written as in a text, in a fixed order."""
        given = list(expanded)
        spelt = {stem(word): {word} for word in given}
        known = [pair for part in list(spelt) for pair in self._shorts.get(part, ())]
        for stems, short in known:
            if all(part in spelt for part in stems):
                for part in stems:
                    spelt[part].add(short)
        return [_terms({word, *spelt[stem(word)]}) for word in given]


def read_glossary(text: str) -> tuple[Pair, ...]:
    """The pairs of a two-column file: comma, semicolon or tab; "#" begins a remark.

    A first line "short, word" names the columns.

    Raises:
        GlossaryFileError: a line is not a pair; all such lines are named.
    """
    found: list[Pair] = []
    errors: list[LineError] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        columns = [column.strip() for column in _columns(line)]
        if number == 1 and tuple(column.lower() for column in columns) == _HEADING:
            continue
        wrong = check_pair(*columns) if len(columns) == 2 else _no_pair(columns)  # noqa: PLR2004
        if wrong:
            errors.append(LineError(number, wrong))
        else:
            found.append(Pair(columns[0], columns[1]))
    if len(found) > MOST_PAIRS:
        errors.append(LineError(1, f"has more than {MOST_PAIRS:,} pairs; keep those in use"))
    if errors:
        raise GlossaryFileError(tuple(errors))
    return tuple(found)


def check_pair(short: str, word: str) -> str:
    """Why this cannot be a pair, or nothing."""
    if max(len(short), len(word)) > LONGEST:
        return f"is longer than {LONGEST} letters; give a word and what it stands for"
    if len(words(short)) != 1:
        return f"{short!r} is not one word; the first column has one short or misspelt word"
    if not words(word):
        return f"says nothing that {short!r} stands for; write the word in the second column"
    if words(short) == words(word):
        return f"{short!r} stands for itself; write another word in the second column"
    return ""


def _no_pair(columns: list[str]) -> str:
    return f"has {len(columns)} columns; write the short word, a comma, and the word"


def _columns(line: str) -> list[str]:
    mark = next((mark for mark in "\t;" if mark in line), ",")
    return next(csv.reader([line], delimiter=mark), [])


def _terms(spelt: set[str]) -> tuple[str, ...]:
    return tuple(sorted(spelt | {stem(word) for word in spelt}))
