"""Codes as words on the server's pages, where nobody wrote better ones."""

from __future__ import annotations

import pytest

from server.read.situation_store import in_words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("proven_elsewhere", "proven elsewhere"),
        ("problem.material", "material"),
        ("Checked at gate 3. Fits part_7.", "Checked at gate 3. Fits part_7."),
        ("", ""),
    ],
)
def test_a_code_becomes_words_and_own_words_stay(code: str, words: str) -> None:
    assert in_words(code) == words
