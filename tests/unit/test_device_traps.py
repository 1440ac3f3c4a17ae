"""The page of traps names, for each, tests that are there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
PAGE = TESTS.parent / "docs" / "device-traps.md"
MANY = 26

_ROW = re.compile(r"\| (\d+) \| [^|]+ \| [^|]+ \| ([^|]+) \|")
_PROOF = re.compile(r"`([^`]+\.py)::(test_\w+)`")


def rows() -> list[tuple[int, list[tuple[str, str]]]]:
    """The number of each trap, and the file and name of each test."""
    found = (_ROW.fullmatch(line) for line in PAGE.read_text("utf-8").splitlines())
    return [(int(row[1]), _PROOF.findall(row[2])) for row in found if row]


@cache
def names_in(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text("utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in tree.body if isinstance(node, functions))


def test_no_trap_is_left_out() -> None:
    assert [number for number, _ in rows()] == list(range(1, MANY + 1))


@pytest.mark.parametrize(("number", "proofs"), rows(), ids=lambda value: str(value)[:2])
def test_the_tests_that_walk_into_a_trap_are_there(
    number: int, proofs: list[tuple[str, str]]
) -> None:
    assert proofs, f"trap {number} is unproven"
    assert [name for file, name in proofs if name not in names_in(file)] == []
