"""Reads typed values out of a YAML tree; every miss becomes a problem and a harmless stand-in.

So one run over a file reports everything.  What was read counts only if nothing was reported.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.authoring.yaml_tree import Mapping, Scalar, Sequence, Tree

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.authoring.problems import Problems

_DECIMAL = re.compile(r"[+-]?\d{1,15}(\.\d{1,15})?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,9}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class Fields:
    """The keys of one mapping.  Call :meth:`finish` last: it reports the keys nobody asked for."""

    def __init__(self, tree: Mapping, problems: Problems) -> None:
        self.tree = tree
        self.problems = problems
        self._asked: set[str] = set()

    def has(self, name: str) -> bool:
        return name in self.tree.entries

    def get(self, name: str, *, required: bool = False) -> Tree | None:
        """The tree at ``name``; None and, where required, a problem when it is not there."""
        self._asked.add(name)
        found = self.tree.entries.get(name)
        if found is None and required:
            self.report(name, "is missing")
        return found

    def word(self, name: str, *, required: bool = True) -> str | None:
        """A name or number on one line, as written."""
        found = self.get(name, required=required)
        return None if found is None else self.word_of(found)

    def word_of(self, tree: Tree) -> str | None:
        """The text of a scalar that says something."""
        if not isinstance(tree, Scalar):
            self._no(tree, "expected text")
        elif tree.kind in {"yes or no", "empty"} or not tree.text.strip():
            self._no(tree, "expected text (put it in quotes if it is meant so)")
        elif any(ord(char) < ord(" ") for char in tree.text):
            self._no(tree, "expected one line without control characters")
        else:
            return tree.text
        return None

    def choice(self, name: str, options: Collection[str], *, default: str | None = None) -> str:
        """One of ``options``."""
        found = self.get(name, required=default is None)
        fallback = default if default is not None else next(iter(options))
        if found is None:
            return fallback
        text = found.text if isinstance(found, Scalar) else ""
        if text in options:
            return text
        self._no(found, f"expected one of {', '.join(options)}", did_you_mean(text, options))
        return fallback

    def decimal(self, name: str, *, required: bool = True) -> Decimal | None:
        """A decimal number with the digits the author wrote."""
        found = self.get(name, required=required)
        if found is None:
            return None
        if isinstance(found, Scalar) and _DECIMAL.fullmatch(found.text):
            return Decimal(found.text)
        self._no(found, "expected a decimal number such as 23.50")
        return None

    def whole(self, name: str, *, default: int, at_least: int, at_most: int) -> int:
        """A whole number between two."""
        found = self.get(name)
        if found is None:
            return default
        text = found.text if isinstance(found, Scalar) else ""
        if _WHOLE.fullmatch(text) and at_least <= int(text) <= at_most:
            return int(text)
        self._no(found, f"expected a whole number from {at_least} to {at_most}")
        return default

    def flag(self, name: str, *, default: bool) -> bool:
        """True or false."""
        found = self.get(name)
        if found is None:
            return default
        if isinstance(found, Scalar) and found.text.lower() in _TRUTH:
            return _TRUTH[found.text.lower()]
        self._no(found, "expected true or false")
        return default

    def text(
        self, name: str, *, required: bool = False, has_lines: bool = False
    ) -> dict[str, str]:
        """A text by language, sorted by language; "en" must be there.

        With ``has_lines`` it may go over several.
        """
        found = self.get(name, required=required)
        if found is None:
            return {}
        if not isinstance(found, Mapping):
            self._no(found, "expected texts by language, such as {en: Scan housing}")
            return {}
        texts = {
            tag: self._language(tag, tree, has_lines=has_lines)
            for tag, tree in found.entries.items()
        }
        if "en" not in found.entries:
            self._report(found, 'the English text ("en") is missing', found.key)
        return dict(sorted(texts.items()))

    def items(self, name: str) -> tuple[Tree, ...]:
        """What is in a list, whatever it is."""
        found = self.get(name)
        if found is None:
            return ()
        if not isinstance(found, Sequence):
            self._no(found, "expected a list, such as [A, B]")
            return ()
        return tuple(found.items)

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words, none twice."""
        words = [word for item in self.items(name) if (word := self.word_of(item)) is not None]
        if len(set(words)) < len(words):
            self.report(name, "a value is here twice")
        return tuple(dict.fromkeys(words))

    def mappings(self, name: str, *, required: bool = False) -> list[Fields]:
        """A list of mappings."""
        found = self.get(name, required=required)
        return [] if found is None else self.mappings_of(found)

    def mappings_of(self, tree: Tree) -> list[Fields]:
        """The mappings of a list."""
        if not isinstance(tree, Sequence):
            self._no(tree, "expected a list")
            return []
        for item in tree.items:
            if not isinstance(item, Mapping):
                self._no(item, "expected keys and values")
        return [Fields(item, self.problems) for item in tree.items if isinstance(item, Mapping)]

    def mapping(self, name: str, *, required: bool = False) -> Fields | None:
        """One mapping."""
        found = self.get(name, required=required)
        if found is None or isinstance(found, Mapping):
            return None if found is None else Fields(found, self.problems)
        self._no(found, "expected keys and values")
        return None

    def report(self, name: str, message: str, *, is_warning: bool = False) -> None:
        """A problem with the value of ``name``, or with this mapping when it is not there."""
        tree = self.tree.entries.get(name, self.tree)
        key = f"{self.tree.key}.{name}" if self.tree.key else name
        self._report(tree, message, key, is_warning=is_warning)

    def finish(self) -> None:
        """Report every key that nobody asked for, with the likeliest one meant."""
        for name, tree in self.tree.entries.items():
            if name not in self._asked:
                known = did_you_mean(name, self._asked) or f"; there are {_listed(self._asked)}"
                self._report(tree, f"unknown key{known}", tree.key)

    def _language(self, tag: str, tree: Tree, *, has_lines: bool) -> str:
        if not _LANGUAGE.fullmatch(tag):
            self._report(tree, 'expected a language tag such as "en" or "de-AT"', tree.key)
        if not has_lines or not isinstance(tree, Scalar):
            return self.word_of(tree) or ""
        lines = tree.text.strip().splitlines()
        read = [self.word_of(replace(tree, text=line.strip())) for line in lines if line.strip()]
        return "\n".join(line for line in read if line) if read else self.word_of(tree) or ""

    def _no(self, tree: Tree, expected: str, hint: str = "") -> None:
        self._report(tree, f"{expected}, got {_shown(tree)}{hint}", tree.key)

    def _report(self, tree: Tree, message: str, key: str, *, is_warning: bool = False) -> None:
        self.problems.add(tree.file, tree.line, key, message, is_warning=is_warning)


def did_you_mean(text: str, options: Collection[str]) -> str:
    """``; did you mean "x"?`` when one of ``options`` is near, else nothing."""
    near = difflib.get_close_matches(text, sorted(options), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names))


def _shown(tree: Tree) -> str:
    if isinstance(tree, Scalar):
        return "nothing" if tree.kind == "empty" else f'"{tree.text}"'
    return "a list" if isinstance(tree, Sequence) else "keys and values"
