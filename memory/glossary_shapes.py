"""Whether one word can be a misspelling or an abbreviation of another, by its letters alone."""

from __future__ import annotations

#: Shorter words are one slip away from too many others.
_SHORTEST_MISSPELT = 4
#: From this length on, two slips are still the same word.
_LONG = 8
#: An abbreviation leaves out this much of its word, or more.
_MOST_KEPT = 0.7
_SHORTEST_ABBREVIATED = 4
_FEWEST_INITIALS = 2
_MOST_INITIALS = 4


def is_misspelling(typed: str, word: str) -> bool:
    """Whether a slip or two separate them: a letter wrong, too many, missing, or two swapped."""
    shorter, longer = sorted((len(typed), len(word)))
    allowed = 2 if longer >= _LONG else 1
    if typed == word or shorter < _SHORTEST_MISSPELT or longer - shorter > allowed:
        return False
    return slips(typed, word) <= allowed


def is_abbreviation(typed: str, word: str) -> bool:
    """Whether it has the first letter and some of the others, in their order: "trq", "insp"."""
    if len(typed) < _FEWEST_INITIALS or len(word) < _SHORTEST_ABBREVIATED:
        return False
    if typed[0] != word[0] or len(typed) > _MOST_KEPT * len(word):
        return False
    rest = iter(word)
    return all(letter in rest for letter in typed)


def phrases_of_initials(typed: str, words: list[str]) -> list[str]:
    """The runs of words that begin with the letters typed: "wi" of "the work instruction"."""
    size = len(typed)
    if not _FEWEST_INITIALS <= size <= _MOST_INITIALS:
        return []
    runs = (words[place : place + size] for place in range(len(words) - size + 1))
    return [" ".join(run) for run in runs if "".join(word[0] for word in run) == typed]


def slips(one: str, other: str) -> int:
    """How many letters to change, add, leave out or swap with their neighbour.

    The optimal string alignment distance (Damerau 1964): no letter is touched twice.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
